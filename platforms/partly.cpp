// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/partly.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace parley::platforms {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::platforms)
};

Error withWords(Error error, const QString &words)
{
    error.words = error.words.isEmpty() ? words : QString(words + u' ' + error.words);
    return error;
}

} // namespace

Error partlySent(Error error, qsizetype delivered, qsizetype all)
{
    error.detail += u" (%1 of %2 delivered)"_s.arg(delivered).arg(all);
    const QString words =
        Words::tr("The customer has got %1 of the %2 messages that this answer makes; the rest is not sent yet.")
            .arg(delivered)
            .arg(all);
    return withWords(std::move(error), words);
}

Error partlyDeleted(Error error, qsizetype deleted, qsizetype all)
{
    const QString words = Words::tr("%1 of the %2 messages that this answer made are deleted; the rest is still there.")
                              .arg(deleted)
                              .arg(all);
    return withWords(std::move(error), words);
}

} // namespace parley::platforms
