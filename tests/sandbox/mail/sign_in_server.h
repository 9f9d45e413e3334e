// SPDX-License-Identifier: GPL-3.0-or-later
// An authorization server as mail providers have one: a page that people sign in at, a token endpoint and an
// introspection endpoint. Written from RFC 6749, RFC 7636 (PKCE) and RFC 7662; what it refuses it refuses as they say.
#pragma once

#include "sandbox/http/bad_days.h"
#include "sandbox/http/params.h"
#include "sandbox/http/web_server.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QUrl>

namespace parley::sandbox {

class SignInServer
{
public:
    struct Options {
        QString clientId = QStringLiteral("parley-desk");
        QString clientSecret{}; ///< empty: a public client
        QString user = QStringLiteral("support@shop.test"); ///< who signs in at the page
        QString scope = QStringLiteral("mail offline_access");
        int lifetime = 3600; ///< seconds that an access token is said to be good for
        bool rotates = false; ///< each renewal gives a new refresh token, and the old one is void
    };
    explicit SignInServer(Options options);

    [[nodiscard]] QUrl pageUrl() const { return url(QStringLiteral("/authorize")); }
    [[nodiscard]] QUrl tokenUrl() const { return url(QStringLiteral("/token")); }
    [[nodiscard]] QUrl introspectionUrl() const { return url(QStringLiteral("/introspect")); }

    /// The refresh token of somebody who has signed in.
    [[nodiscard]] QByteArray grant();
    void revokeAll(); ///< the person took it back: no refresh token is good any more
    void endAccess(); ///< no access token that was given so far is good any more
    void refuseAtPage(bool refuse) { m_refusesAtPage = refuse; } ///< the person says no

    Options options; ///< may be changed at any time
    /// Of "token", "authorize", "introspect". Refuse answers with its description as the RFC's error code.
    void addBadDay(const BadDay &day) { m_badDays.add(day); }

    [[nodiscard]] int renewals() const { return m_renewals; } ///< that were asked for, well or not
    [[nodiscard]] QList<QByteArray> accessTokens() const { return m_access.keys(); } ///< that are good
    [[nodiscard]] QList<QByteArray> refreshTokens() const { return m_refresh.keys(); }
    [[nodiscard]] const QList<QJsonObject> &tokenRequests() const { return m_tokenRequests; } ///< their parameters

private:
    struct Code {
        QString redirect;
        QString challenge;
    };
    [[nodiscard]] QUrl url(const QString &path) const;
    void handle(WebExchange *exchange);
    WebAnswer authorize(const Params &params);
    WebAnswer token(const Params &params);
    WebAnswer introspect(const Params &params) const;
    WebAnswer redeem(const Params &params);
    WebAnswer renew(const Params &params);
    WebAnswer tokensFor(const QByteArray &refresh);
    QByteArray newToken(const char *kind);

    WebServer m_server;
    BadDays m_badDays;
    QHash<QByteArray, QString> m_access; ///< whose
    QHash<QByteArray, QString> m_refresh;
    QHash<QString, Code> m_codes;
    QList<QJsonObject> m_tokenRequests;
    int m_renewals = 0;
    int m_made = 0;
    bool m_refusesAtPage = false;
};

} // namespace parley::sandbox
