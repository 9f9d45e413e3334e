// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/error_words.h"

#include <QCoreApplication>

namespace parley::ui {

namespace {

struct ErrorWords {
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)
public:
    static QString forKind(ErrorKind kind)
    {
        switch (kind) {
        case ErrorKind::Offline:
            return tr("The server cannot be reached. Check the address and the network.");
        case ErrorKind::TimedOut:
            return tr("The server did not answer in time.");
        case ErrorKind::RateLimited:
            return tr("The platform asks for a pause: too many requests.");
        case ErrorKind::Unauthorized:
            return tr("The platform refuses the sign-in. Check the token or password.");
        case ErrorKind::Forbidden:
            return tr("The platform does not allow this to our account.");
        case ErrorKind::NotFound:
            return tr("It is no longer there.");
        case ErrorKind::Rejected:
            return tr("The platform did not accept it.");
        case ErrorKind::WindowClosed:
            return tr("It is too late to write to this customer: they have to write first.");
        case ErrorKind::BadReply:
            return tr("The server gave an answer that cannot be understood.");
        case ErrorKind::Storage:
            return tr("The local cache could not be written.");
        case ErrorKind::Cancelled:
            return tr("It was stopped before it was done.");
        }
        return {};
    }
};

} // namespace

QString wordsFor(const Error &error)
{
    return error.words.isEmpty() ? ErrorWords::forKind(error.kind) : error.words;
}

} // namespace parley::ui
