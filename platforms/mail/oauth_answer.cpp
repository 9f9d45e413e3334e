// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/oauth_answer.h"

#include "platforms/http/classify.h"
#include "platforms/mail/mail_words.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::mail {

namespace {

constexpr auto kPatience = 30s; // a push waits behind it
constexpr qint64 kLongestAnswer = 256 << 10; // bytes
constexpr qsizetype kLongestToken = 64 << 10;
constexpr auto kUntold = 1800s; // expires_in is optional: then the mail server's refusal tells, and we ask in time

/// "invalid_grant": what RFC 6749, 5.2 lets it be made of, and short.
QString codeIn(const QJsonObject &object)
{
    static const QRegularExpression shape(u"^[a-z_]{3,40}$"_s);
    const auto code = object.value(u"error"_s).toString();
    return shape.match(code).hasMatch() ? code : QString();
}

/// Microsoft's own number, by which its documents and an administrator find the cause.
QString numberIn(const QJsonObject &object)
{
    static const QRegularExpression shape(u"\\bAADSTS[0-9]{3,8}\\b"_s);
    return shape.match(object.value(u"error_description"_s).toString()).captured();
}

QString wordsFor(const QString &code, const QString &host, const QString &named)
{
    // The last three: OpenID Connect Core, 3.1.2.6, which Microsoft answers renewals with.
    static const QStringList signInAgain{
        u"invalid_grant"_s, u"interaction_required"_s, u"login_required"_s, u"consent_required"_s};
    if (signInAgain.contains(code))
        return MailWords::tr("%1 no longer renews this sign-in (%2): it was taken back or has run out, the password "
                             "was changed, or the token is not a refresh token. Sign in again in the browser.")
            .arg(host, named);
    if (code == "invalid_client"_L1 || code == "unauthorized_client"_L1)
        return MailWords::tr("%1 does not accept the program's registration (%2). Check client_id=, and the client "
                             "secret if it gave you one.")
            .arg(host, named);
    return MailWords::tr("%1 refuses to renew the sign-in (%2). Check client_id=, token_url= and scope=.")
        .arg(host, named);
}

Error refusal(const http::Answer &answer, const http::Request &request, const Clock &clock)
{
    const auto object = QJsonDocument::fromJson(answer.body).object();
    const auto code = codeIn(object);
    const auto number = numberIn(object);
    const auto host = request.url.host();
    const bool passing = answer.status < 400 || answer.status >= 500 || answer.status == 408 || answer.status == 425
        || answer.status == 429 || code == "temporarily_unavailable"_L1 || code == "server_error"_L1
        || code == "slow_down"_L1;
    auto error = http::errorFrom(answer, request, code, clock);
    error.mayHaveArrived = false; // a renewal is no mail
    if (passing) {
        if (answer.status == 429 || error.retryAfter > 0ms)
            error.kind = ErrorKind::RateLimited;
        else if (error.kind != ErrorKind::TimedOut)
            error.kind = ErrorKind::BadReply;
        error.words = MailWords::tr("%1 cannot renew the sign-in at this moment.").arg(host);
        return error;
    }
    const auto named = !number.isEmpty() ? number : !code.isEmpty() ? code : QString::number(answer.status);
    error.kind = ErrorKind::Unauthorized;
    error.detail += number.isEmpty() ? QString() : u", "_s + number;
    error.words = wordsFor(code, host, named);
    return error;
}

Error senseless(const http::Request &request, const QString &detail)
{
    auto error = http::badReply(request, detail);
    error.mayHaveArrived = false;
    error.words = MailWords::tr("%1 gave an answer without a usable token. Check token_url=.").arg(request.url.host());
    return error;
}

// It goes into lines of IMAP and SMTP.
bool isToken(const QByteArray &token)
{
    return !token.isEmpty() && token.size() <= kLongestToken
        && std::ranges::all_of(token, [](char c) { return c > ' ' && c <= '~'; });
}

std::chrono::seconds lifeIn(const QJsonObject &object)
{
    const auto given = object.value(u"expires_in"_s);
    bool isNumber = given.isDouble();
    double seconds = given.toDouble();
    if (given.isString()) // of older servers
        seconds = given.toString().toDouble(&isNumber);
    if (!isNumber)
        return kUntold;
    constexpr double longest = 30.0 * 86400;
    return std::chrono::seconds(qint64(std::clamp(seconds, 0.0, longest)));
}

} // namespace

QByteArray formEncoded(const FormFields &fields)
{
    QByteArray body;
    for (const auto &[name, value] : fields)
        body += (body.isEmpty() ? "" : "&") + name.toPercentEncoding() + '=' + value.toPercentEncoding();
    return body;
}

http::Request tokenRequest(const QUrl &url, const FormFields &fields)
{
    auto request = http::Request::get(url, u"token"_s);
    request.method = "POST";
    request.contentType = "application/x-www-form-urlencoded";
    request.headers = {{"Accept", "application/json"}};
    request.body = formEncoded(fields);
    request.isSend = true; // on a fresh connection: a renewal that is lost on a dead one may cost the refresh token
    request.wholeTimeout = kPatience;
    request.stallTimeout = kPatience;
    request.answerLimit = kLongestAnswer;
    return request;
}

Result<Tokens> tokensFrom(const http::Answer &answer, const http::Request &request, const Clock &clock)
{
    if (answer.status < 200 || answer.status > 299)
        return refusal(answer, request, clock);
    const auto document = QJsonDocument::fromJson(answer.body);
    if (!document.isObject())
        return senseless(request, u"the answer is no JSON object"_s);
    const auto object = document.object();
    if (object.contains(u"error"_s)) { // with status 200: not by the book, but seen
        auto as400 = answer;
        as400.status = 400;
        return refusal(as400, request, clock);
    }
    const auto type = object.value(u"token_type"_s).toString(u"Bearer"_s);
    if (type.compare("Bearer"_L1, Qt::CaseInsensitive) != 0)
        return senseless(request, u"the token is of another type than Bearer"_s);
    Tokens tokens;
    tokens.access = object.value(u"access_token"_s).toString().toUtf8();
    tokens.refresh = object.value(u"refresh_token"_s).toString().toUtf8();
    tokens.lasts = lifeIn(object);
    if (!isToken(tokens.access))
        return senseless(request, u"there is no access_token"_s);
    if (!tokens.refresh.isEmpty() && !isToken(tokens.refresh))
        return senseless(request, u"the refresh_token makes no sense"_s);
    return tokens;
}

} // namespace parley::platforms::mail
