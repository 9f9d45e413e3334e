// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platforms/mail/parsed_mail.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace parley::platforms::mail {

/// What Outlook hides in a winmail.dat.
struct TnefContent {
    bool readable = false; ///< false: not such a file, or damaged beyond reading; then keep it as it is
    QString text; ///< the mail's plain body; empty: none
    QList<MailPart> attachments;
};

/// Pure; any thread.
[[nodiscard]] TnefContent readTnef(const QByteArray &bytes);

} // namespace parley::platforms::mail
