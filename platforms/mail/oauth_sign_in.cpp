// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/oauth_sign_in.h"

#include "platforms/mail/mail_errors.h"
#include "platforms/mail/mail_words.h"
#include "platforms/mail/oauth_answer.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <utility>

using namespace Qt::StringLiterals;

namespace parley::platforms::mail {

namespace {

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

// 256 bits from the system, as RFC 7636, 7.1 asks for.
QByteArray unguessable()
{
    QByteArray bytes(32, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(QRandomGenerator::system()->bounded(256));
    return base64Url(bytes);
}

} // namespace

OAuthSignIn::OAuthSignIn(Asked asked, const Clock &clock)
    : m_asked(std::move(asked))
    , m_clock(clock)
    , m_http(clock, {m_asked.clientSecret})
    , m_state(unguessable())
    , m_verifier(unguessable())
    , m_door(m_state, [this](const OAuthDoor::Return &back) {
        m_back = back;
        m_patience.stop();
        const auto over = m_over; // whoever waits may let go of us
        over->raise();
    })
{
}

OAuthSignIn::~OAuthSignIn()
{
    stop();
}

void OAuthSignIn::stop()
{
    m_stopped = true;
    m_http.stop();
    m_patience.stop();
    const auto over = m_over;
    over->raise();
}

Result<QUrl> OAuthSignIn::begin()
{
    if (m_asked.client.pageUrl.isEmpty())
        return Error{ErrorKind::Rejected, u"no authorization_url"_s,
            MailWords::tr("Set authorization_url= to the page where your mail provider lets you sign in (its OAuth "
                          "authorization endpoint)."),
            {}, false};
    if (!m_door.open())
        return Error{ErrorKind::Rejected, u"no port of 127.0.0.1 could be opened"_s,
            MailWords::tr("The browser could not come back to Parley: no port of this computer could be opened."), {},
            false};
    m_redirect = u"http://%1:%2"_s.arg(m_asked.client.redirectHost).arg(m_door.port());
    return page();
}

QUrl OAuthSignIn::page() const
{
    const auto challenge = base64Url(QCryptographicHash::hash(m_verifier, QCryptographicHash::Sha256));
    FormFields fields{{"response_type", "code"}, {"client_id", m_asked.client.id.toUtf8()},
        {"redirect_uri", m_redirect.toUtf8()}, {"state", m_state}, {"code_challenge", challenge},
        {"code_challenge_method", "S256"}};
    if (!m_asked.client.scope.isEmpty())
        fields.append({"scope", m_asked.client.scope.toUtf8()});
    if (!m_asked.user.isEmpty())
        fields.append({"login_hint", m_asked.user.toUtf8()});
    for (const auto &[name, value] : m_asked.client.pageExtras)
        fields.append({name.toUtf8(), value.toUtf8()});
    QUrl url = m_asked.client.pageUrl;
    // RFC 6749, 3.1: what the endpoint's own address asks for is kept.
    const QByteArray own = url.query(QUrl::FullyEncoded).toUtf8();
    const QByteArray query = own.isEmpty() ? formEncoded(fields) : QByteArray(own + '&' + formEncoded(fields));
    url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return url;
}

QCoro::Task<> OAuthSignIn::giveUpLater()
{
    const auto over = m_over;
    const bool timeIsOver = co_await m_patience.pause(m_asked.patience);
    if (timeIsOver)
        over->raise();
}

QCoro::Task<Result<QByteArray>> OAuthSignIn::secret()
{
    const auto over = m_over;
    if (!m_stopped)
        giveUpLater();
    co_await over->raised();
    if (m_stopped)
        co_return cancelled();
    if (m_back.code.isEmpty() && m_back.error.isEmpty())
        co_return Error{ErrorKind::TimedOut, u"nobody came back from the browser"_s,
            MailWords::tr("Nobody signed in in the browser in time. Try again when you are ready."), {}, false};
    if (!m_back.error.isEmpty())
        co_return Error{ErrorKind::Rejected, u"the browser brought %1"_s.arg(m_back.error),
            MailWords::tr("The sign-in in the browser ended without permission (%1).").arg(m_back.error), {}, false};
    Result<QByteArray> token = co_await redeem(m_back.code);
    co_return token;
}

QCoro::Task<Result<QByteArray>> OAuthSignIn::redeem(QByteArray code)
{
    FormFields fields{{"grant_type", "authorization_code"}, {"code", code}, {"redirect_uri", m_redirect.toUtf8()},
        {"client_id", m_asked.client.id.toUtf8()}, {"code_verifier", m_verifier}};
    if (!m_asked.clientSecret.isEmpty())
        fields.append({"client_secret", m_asked.clientSecret});
    const auto request = tokenRequest(m_asked.client.tokenUrl, fields);
    const Result<http::Answer> answer = co_await m_http.send(request);
    if (!answer) {
        Error error = answer.error();
        error.mayHaveArrived = false;
        co_return error;
    }
    const auto tokens = tokensFrom(*answer, request, m_clock);
    if (!tokens)
        co_return tokens.error();
    if (tokens->refresh.isEmpty())
        co_return Error{ErrorKind::Rejected, u"no refresh_token came"_s,
            MailWords::tr("%1 gave no refresh token, so the sign-in would end within the hour. Ask for it with scope= "
                          "(often offline_access).")
                .arg(request.url.host()),
            {}, false};
    co_return tokens->refresh;
}

} // namespace parley::platforms::mail
