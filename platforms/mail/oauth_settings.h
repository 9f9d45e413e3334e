// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QUrl>

#include <utility>

namespace parley::platforms::mail {

/// Where an account with auth=xoauth2 gets its tokens, and as whom. Of Google and Microsoft only the client_id need be
/// given. None of it is secret.
struct OAuthClient {
    QString id; ///< the program, as the agent's company registered it there (RFC 6749, 2.2)
    QUrl tokenUrl; ///< https, or http to this machine
    QUrl pageUrl; ///< where the person signs in; empty: not known
    QString scope; ///< what is asked for at the sign-in
    bool renewsWithScope = false; ///< the scope goes along with each renewal (RFC 6749, 6: optional)
    QString redirectHost = QStringLiteral("127.0.0.1"); ///< what the browser is sent back to (RFC 8252, 7.3)
    QList<std::pair<QString, QString>> pageExtras; ///< further parameters of the page
};

/// \param imapHost  tells whose defaults hold. Rejected with words that name the key and the mend.
[[nodiscard]] Result<OAuthClient> oauthClientOf(const QMap<QString, QString> &settings, const QString &imapHost);

/// The settings that mean something with auth=xoauth2 only.
[[nodiscard]] QStringList oauthKeys();

} // namespace parley::platforms::mail
