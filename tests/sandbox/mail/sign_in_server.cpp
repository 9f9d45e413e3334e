// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mail/sign_in_server.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QUrlQuery>

#include <utility>

using namespace Qt::StringLiterals;

namespace parley::sandbox {

namespace {

WebAnswer jsonAnswer(int status, const QJsonObject &object)
{
    return {status, {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}},
        QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

/// RFC 6749, 5.2.
WebAnswer refusal(const QString &code, int status = 400)
{
    return jsonAnswer(status, {{u"error"_s, code}, {u"error_description"_s, u"said by the sandbox"_s}});
}

/// RFC 7636, 4.6.
QString challengeOf(const QString &verifier)
{
    const auto hash = QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

/// RFC 8252, 7.3: http, this machine, whatever port.
bool isLoopbackRedirect(const QUrl &url)
{
    return url.scheme() == "http"_L1 && (url.host() == "127.0.0.1"_L1 || url.host() == "localhost"_L1)
        && url.port() > 0;
}

} // namespace

SignInServer::SignInServer(Options theOptions)
    : options(std::move(theOptions))
    , m_server([this](WebExchange *exchange) { handle(exchange); })
{
    if (!m_server.listen())
        qFatal("no port of 127.0.0.1 could be opened");
}

QUrl SignInServer::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_server.port()).arg(path));
}

QByteArray SignInServer::newToken(const char *kind)
{
    // Of the length and with the characters that providers' tokens have.
    const QByteArray seed = QByteArray::number(++m_made) + kind;
    return QByteArray(kind) + "-" + seed + "."
        + QCryptographicHash::hash(seed, QCryptographicHash::Sha512).toBase64(QByteArray::Base64UrlEncoding);
}

QByteArray SignInServer::grant()
{
    const auto refresh = newToken("refresh");
    m_refresh.insert(refresh, options.user);
    return refresh;
}

void SignInServer::revokeAll()
{
    m_refresh.clear();
}

void SignInServer::endAccess()
{
    m_access.clear();
}

void SignInServer::handle(WebExchange *exchange)
{
    const auto method = exchange->request.path.mid(1);
    const auto params = Params::of(exchange->request);
    if (method == "token"_L1)
        m_tokenRequests << params.values();
    if (method == "token"_L1 && params.text(u"grant_type"_s) == "refresh_token"_L1)
        ++m_renewals;
    const auto day = m_badDays.take(method);
    if (day && day->kind == BadDay::Kind::Silence)
        return;
    if (day && day->kind == BadDay::Kind::CutBefore)
        return exchange->cut();
    if (day && day->kind == BadDay::Kind::ServerError)
        return exchange->answer(htmlError(day->status));
    if (day && day->kind == BadDay::Kind::TooManyRequests)
        return exchange->answer({429, {{"Retry-After", QByteArray::number(day->seconds)}}, "{}"});
    if (day && day->kind == BadDay::Kind::Refuse)
        return exchange->answer(refusal(day->description, day->status));
    WebAnswer answer{404, {}, "nothing here"};
    if (method == "authorize"_L1 && exchange->request.verb == "GET")
        answer = authorize(params);
    else if (method == "token"_L1 && exchange->request.verb == "POST")
        answer = token(params);
    else if (method == "introspect"_L1 && exchange->request.verb == "POST")
        answer = introspect(params);
    deliver(exchange, answer, day);
}

WebAnswer SignInServer::authorize(const Params &params)
{
    const QString redirect = params.text(u"redirect_uri"_s);
    // RFC 6749, 4.1.2.1: with these two wrong nobody is sent anywhere.
    if (params.text(u"client_id"_s) != options.clientId || !isLoopbackRedirect(QUrl(redirect)))
        return {400, {}, "unknown client or redirect"};
    QUrlQuery back{{u"state"_s, params.text(u"state"_s)}};
    const bool isRight = params.text(u"response_type"_s) == "code"_L1
        && params.text(u"code_challenge_method"_s) == "S256"_L1 && params.text(u"code_challenge"_s).size() == 43;
    if (!isRight || m_refusesAtPage) {
        back.addQueryItem(u"error"_s, isRight ? u"access_denied"_s : u"invalid_request"_s);
    } else {
        const QString code = QString::fromLatin1(newToken("code"));
        m_codes.insert(code, {redirect, params.text(u"code_challenge"_s)});
        back.addQueryItem(u"code"_s, code);
    }
    QUrl url(redirect);
    url.setPath(u"/"_s); // as browsers ask where there is no path
    url.setQuery(back);
    return {302, {{"Location", url.toEncoded()}}, {}};
}

WebAnswer SignInServer::token(const Params &params)
{
    if (params.text(u"client_id"_s) != options.clientId || params.text(u"client_secret"_s) != options.clientSecret)
        return refusal(u"invalid_client"_s, 401);
    const QString type = params.text(u"grant_type"_s);
    if (type == "authorization_code"_L1)
        return redeem(params);
    return type == "refresh_token"_L1 ? renew(params) : refusal(u"unsupported_grant_type"_s);
}

WebAnswer SignInServer::redeem(const Params &params)
{
    const auto code = m_codes.take(params.text(u"code"_s)); // good once
    if (code.redirect.isEmpty() || code.redirect != params.text(u"redirect_uri"_s)
        || code.challenge != challengeOf(params.text(u"code_verifier"_s)))
        return refusal(u"invalid_grant"_s);
    return tokensFor(options.scope.contains(u"offline_access"_s) ? grant() : QByteArray());
}

WebAnswer SignInServer::renew(const Params &params)
{
    const auto refresh = params.text(u"refresh_token"_s).toLatin1();
    if (!m_refresh.contains(refresh))
        return refusal(u"invalid_grant"_s);
    if (!options.rotates)
        return tokensFor({});
    m_refresh.remove(refresh);
    return tokensFor(grant());
}

WebAnswer SignInServer::tokensFor(const QByteArray &refresh)
{
    const auto access = newToken("access");
    m_access.insert(access, options.user);
    QJsonObject answer{{u"access_token"_s, QString::fromLatin1(access)}, {u"token_type"_s, u"Bearer"_s},
        {u"expires_in"_s, options.lifetime}, {u"scope"_s, options.scope}};
    if (!refresh.isEmpty())
        answer.insert(u"refresh_token"_s, QString::fromLatin1(refresh));
    return jsonAnswer(200, answer);
}

WebAnswer SignInServer::introspect(const Params &params) const
{
    const auto token = params.text(u"token"_s).toLatin1();
    if (!m_access.contains(token))
        return jsonAnswer(200, {{u"active"_s, false}});
    return jsonAnswer(200,
        {{u"active"_s, true}, {u"username"_s, m_access.value(token)}, {u"client_id"_s, options.clientId},
            {u"scope"_s, options.scope}, {u"token_type"_s, u"Bearer"_s}});
}

} // namespace parley::sandbox
