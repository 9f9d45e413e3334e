// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/chatwoot/api.h"

#include "platforms/chatwoot/words.h"
#include "platforms/http/classify.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::chatwoot {

namespace {

// All that changed in a day comes in one answer, and mails carry their HTML.
constexpr qint64 kAnswerLimit = 32LL * 1024 * 1024;
constexpr int kRedirects = 3;
// The server gives no advice of its own (fact sheet, 7.2).
constexpr auto kSlowDown = 30s;
const QString kProfile = u"/api/v1/profile"_s;

QJsonValue jsonIn(const QByteArray &body)
{
    const auto document = QJsonDocument::fromJson(body);
    if (document.isObject())
        return document.object();
    if (document.isArray())
        return document.array();
    const QByteArray trimmed = body.trimmed();
    return trimmed.isEmpty() || trimmed == "null" ? QJsonValue(QJsonValue::Null) : QJsonValue(QJsonValue::Undefined);
}

bool isSuccess(const http::Answer &answer)
{
    return answer.status >= 200 && answer.status < 300;
}

} // namespace

QString reasonIn(const QByteArray &body)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    for (const auto &key : {"error"_L1, "message"_L1}) {
        if (json[key].isString())
            return json[key].toString().left(300);
    }
    return json["errors"_L1][0].toString().left(300);
}

Api::Api(const Setup &setup, const Timing &timing)
    : m_clock(*setup.clock)
    , m_base(setup.account.url)
    , m_secret(setup.secret.trimmed())
    , m_timing(timing)
{
    while (m_base.endsWith(u'/'))
        m_base.chop(1);
    useToken(m_secret);
}

void Api::useToken(const QByteArray &token)
{
    m_token = token;
    m_retired = std::move(m_http);
    m_http = std::make_unique<http::Client>(m_clock, QList<QByteArray>{m_token, m_secret},
        // The server counts no calls from its own machine (fact sheet, 7.2).
        http::TokenBucket(http::isLoopback(QUrl(m_base).host()) ? 0 : m_timing.callsPerSecond, m_timing.callsAtOnce));
}

void Api::stop()
{
    m_http->stop();
    if (m_retired)
        m_retired->stop();
}

QUrl Api::address(const QString &path, const QUrlQuery &query) const
{
    QUrl url(m_base + path, QUrl::StrictMode);
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

QCoro::Task<Result<QJsonValue>> Api::get(QString path, QString label, QUrlQuery query)
{
    http::Request request = http::Request::get(address(path, query), label);
    request.answerLimit = kAnswerLimit;
    request.wholeTimeout = m_timing.call;
    co_return co_await carry(std::move(request));
}

QCoro::Task<Result<QJsonValue>> Api::post(QString path, QString label, QJsonObject body, bool isSend)
{
    http::Request request = http::Request::postJson(address(path), label, body);
    request.isSend = isSend;
    request.wholeTimeout = m_timing.call;
    co_return co_await carry(std::move(request));
}

QCoro::Task<Result<QJsonValue>> Api::postForm(
    QString path, QString label, QList<http::FormPart> parts, std::function<void(qint64 done, qint64 total)> progress)
{
    http::Request request = http::Request::postForm(address(path), label, parts);
    request.progress = std::move(progress);
    request.isSend = true;
    request.wholeTimeout = m_timing.upload;
    co_return co_await carry(std::move(request));
}

QCoro::Task<Result<QJsonValue>> Api::remove(QString path, QString label)
{
    http::Request request = http::Request::get(address(path), label);
    request.method = "DELETE";
    request.isSend = true;
    request.wholeTimeout = m_timing.call;
    co_return co_await carry(std::move(request));
}

QCoro::Task<Result<http::Answer>> Api::sendAs(http::Request request, bool hyphens)
{
    request.stallTimeout = m_timing.stall;
    // nginx drops header names with underscores unless told otherwise; the server itself takes both.
    request.headers << std::pair<QByteArray, QByteArray>(hyphens ? "api-access-token" : "api_access_token", m_token);
    const auto answer = co_await m_http->send(std::move(request));
    if (answer)
        noteClock(*answer);
    co_return answer;
}

QCoro::Task<Result<QJsonValue>> Api::carry(http::Request request)
{
    const auto answer = co_await sendAs(request, m_hyphens);
    if (!answer)
        co_return answer.error();
    if (answer->status == 401)
        co_return co_await lookInto401(request, *answer);
    if (isSuccess(*answer) && request.url.path().contains("/api/v1/"_L1)) // the probe asks for no token
        m_spellingProven = true;
    co_return read(*answer, request);
}

/// 401 means "not permitted" more often than "signed out": only our own profile tells which.
QCoro::Task<Result<QJsonValue>> Api::lookInto401(http::Request request, http::Answer refused)
{
    const http::Request profile = http::Request::get(address(kProfile), u"profile"_s);
    const bool isProfile = request.url.path() == profile.url.path();
    Result<http::Answer> who = refused;
    if (!isProfile) {
        http::Request asked = profile;
        asked.wholeTimeout = m_timing.call;
        who = co_await sendAs(asked, m_hyphens);
    }
    if (who && who->status == 401 && !m_spellingProven) {
        http::Request asked = profile;
        asked.wholeTimeout = m_timing.call;
        const bool other = !m_hyphens;
        who = co_await sendAs(asked, other);
        if (who && isSuccess(*who)) {
            m_hyphens = other;
            m_spellingProven = true;
            const auto again = co_await sendAs(request, m_hyphens);
            if (!again)
                co_return again.error();
            if (again->status != 401)
                co_return read(*again, request);
            refused = *again;
        }
    }
    if (!who) { // refused, and we cannot find out why: nothing was carried out
        Error error = who.error();
        error.mayHaveArrived = false;
        co_return error;
    }
    const QString why = reasonIn(refused.body);
    Error error{ErrorKind::Unauthorized, request.label + u": 401 "_s + m_http->redact()(why), {}, {}, false};
    error.words = Words::tr("%1 does not accept the access token. Give the token that your profile settings in "
                            "Chatwoot show now.")
                      .arg(request.url.host());
    if (isSuccess(*who)) {
        error.kind = ErrorKind::Forbidden;
        error.words = Words::tr("You may not do this on %1: %2").arg(request.url.host(), m_http->redact()(why));
    } else if (who->status != 401) {
        co_return read(*who, profile);
    }
    co_return error;
}

Result<QJsonValue> Api::read(const http::Answer &answer, const http::Request &request) const
{
    if (isSuccess(answer)) {
        const QJsonValue json = jsonIn(answer.body);
        if (json.isUndefined())
            return http::badReply(request, u"the answer is no JSON"_s);
        return json;
    }
    const QString why = m_http->redact()(reasonIn(answer.body));
    Error error = http::errorFrom(answer, request, why, m_clock);
    if (error.kind == ErrorKind::RateLimited && error.retryAfter == 0ms)
        error.retryAfter = kSlowDown;
    if (!why.isEmpty() && answer.status < 500)
        error.words = Words::tr("%1 refuses it: %2").arg(request.url.host(), why);
    else if (answer.status == 404)
        error.words = Words::tr("%1 does not have it any more.").arg(request.url.host());
    return error;
}

void Api::noteClock(const http::Answer &answer)
{
    if (const auto date = http::dateIn(answer.date))
        m_clockOff = *date - m_clock.now();
}

QCoro::Task<Result<QByteArray>> Api::exchange(QString email, QByteArray password)
{
    const QJsonObject body{{u"email"_s, email}, {u"password"_s, QString::fromUtf8(password)}};
    http::Request request = http::Request::postJson(address(u"/auth/sign_in"_s), u"sign_in"_s, body);
    request.wholeTimeout = m_timing.call;
    const auto answer = co_await m_http->send(request);
    if (!answer)
        co_return answer.error();
    const QString host = request.url.host();
    if (answer->status == 206) {
        co_return Error{ErrorKind::Unauthorized, u"sign_in: two factors"_s,
            Words::tr("%1 asks for a second factor, which Parley cannot give. Use the access token instead: it stands "
                      "at the end of your profile settings in Chatwoot.")
                .arg(host),
            {}, false};
    }
    if (answer->status == 401) {
        co_return Error{ErrorKind::Unauthorized, u"sign_in: 401"_s,
            Words::tr("%1 does not accept this e-mail address and password.").arg(host), {}, false};
    }
    const auto json = read(*answer, request);
    if (!json)
        co_return json.error();
    const QByteArray token = (*json)["data"_L1]["access_token"_L1].toString().toLatin1();
    if (token.isEmpty())
        co_return http::badReply(request, u"no access token in it"_s);
    co_return token;
}

/// The server writes its own idea of its host into addresses; inside a company that is often another than ours.
QUrl Api::onOurHost(const QUrl &url) const
{
    if (!url.path().startsWith("/rails/active_storage/"_L1))
        return url;
    QUrl ours(m_base + url.path(QUrl::FullyEncoded), QUrl::StrictMode);
    if (url.hasQuery())
        ours.setQuery(url.query(QUrl::FullyEncoded), QUrl::StrictMode);
    return ours;
}

QCoro::Task<Result<QByteArray>> Api::file(QUrl url, qint64 limit)
{
    url = onOurHost(url);
    for (int hops = 0; hops <= kRedirects; ++hops) {
        http::Request request = http::Request::get(url, u"file"_s);
        request.wholeTimeout = m_timing.upload;
        request.stallTimeout = m_timing.stall;
        request.answerLimit = limit;
        const auto answer = co_await m_http->send(request);
        if (!answer && answer.error().kind == ErrorKind::BadReply) {
            co_return Error{ErrorKind::Rejected, answer.error().detail,
                Words::tr("The file is larger than %1, the most that is fetched.")
                    .arg(QLocale().formattedDataSize(limit)),
                {}, false};
        }
        if (!answer)
            co_return answer.error();
        if (isSuccess(*answer))
            co_return answer->body;
        if (answer->status < 300 || answer->status >= 400 || answer->location.isEmpty())
            co_return read(*answer, request).error();
        url = onOurHost(url.resolved(QUrl::fromEncoded(answer->location)));
    }
    co_return Error{ErrorKind::BadReply, u"file: sent on too often"_s, {}, {}, false};
}

} // namespace parley::platforms::chatwoot
