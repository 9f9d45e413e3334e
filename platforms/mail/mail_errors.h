// SPDX-License-Identifier: GPL-3.0-or-later
// The words for what goes wrong with a mail server, in one place.
#pragma once

#include "models/result.h"
#include "platforms/mail/mail_settings.h"

#include <QString>

namespace parley::platforms::mail {

[[nodiscard]] Error cancelled();
[[nodiscard]] Error unreachable(const Endpoint &server, const QString &why);
[[nodiscard]] Error timedOut(const Endpoint &server);
[[nodiscard]] Error cutOff(const Endpoint &server);
/// \param privateCa  the account has a ca=
[[nodiscard]] Error untrusted(const Endpoint &server, const QString &why, bool privateCa);
[[nodiscard]] Error noStartTls(const Endpoint &server);
[[nodiscard]] Error passwordRefused(const Endpoint &server, bool oauth, const QString &serverWords);
/// The server does not understand us, or we do not understand it.
[[nodiscard]] Error unintelligible(const Endpoint &server, const QString &serverWords);
/// An IMAP NO to a command.
[[nodiscard]] Error refusedBy(const Endpoint &server, const QString &serverWords);
/// An SMTP refusal: over quota, unknown recipient, too large, greylisting, …
/// \param recipient  whom it is about; empty: the mail as a whole
[[nodiscard]] Error smtpRefusal(const Endpoint &server, int code, const QString &serverWords, const QString &recipient);
[[nodiscard]] Error tooLarge(const Endpoint &server, qint64 size, qint64 limit);

} // namespace parley::platforms::mail
