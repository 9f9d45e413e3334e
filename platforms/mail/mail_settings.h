// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/result.h"
#include "platforms/mail/oauth_settings.h"
#include "platforms/mail/parsed_mail.h"

#include <QString>

namespace parley::platforms::mail {

enum class Security {
    Tls, ///< from the first byte
    StartTls, ///< demanded: a server without it is refused
    None, ///< loopback only
};

struct Endpoint {
    QString host;
    quint16 port = 0;
    Security security = Security::Tls; ///< of this connection
};

/// An account's settings, read. Made by settingsOf() only.
struct MailSettings {
    Endpoint imap;
    Endpoint smtp;
    QString user;
    Security security = Security::Tls; ///< where the port does not tell, see Endpoint
    QString caFile; ///< a private authority; empty: the system's only
    bool oauth = false; ///< XOAUTH2: the account's secret is a refresh token, not a password
    OAuthClient client; ///< with oauth
    Address from; ///< what we write as
};

/// How long we wait, in ms.
struct Timeouts {
    int connecting = 20'000;
    int silence = 60'000; ///< of a server that owes an answer; a slow one gets more time as it sends
    int idle = 27 * 60'000; ///< then IDLE is begun anew (RFC 2177: before 29 minutes)
    int otherFolders = 120'000; ///< how often listen() looks into the folders that IDLE does not watch
    int poll = 60'000; ///< where the server has no IDLE
};

/// The settings of an account. Rejected with words that name the key and the mend.
[[nodiscard]] Result<MailSettings> settingsOf(const Account &account);
/// The same with defaults filled in (ports, security), as Entry::validate wants it.
[[nodiscard]] Result<Account> validated(Account account);

} // namespace parley::platforms::mail
