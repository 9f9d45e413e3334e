// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/telegram/api.h"

#include "platforms/http/classify.h"
#include "platforms/telegram/words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::telegram {

namespace {

const QString kLongPoll = u"getUpdates (waiting)"_s;

// Below the 30 a second that Telegram's own FAQ names as what a bot may send in all.
constexpr double kCallsPerSecond = 25;
constexpr int kBurst = 25;

QByteArray asField(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toUtf8();
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    if (value.isBool())
        return value.toBool() ? "true" : "false";
    return QByteArray::number(value.toInteger());
}

std::chrono::milliseconds adviceIn(const QJsonObject &answer, const QString &description)
{
    if (const qint64 seconds = answer["parameters"_L1]["retry_after"_L1].toInteger(); seconds > 0)
        return std::chrono::seconds(std::min<qint64>(seconds, 86400));
    const auto at = description.indexOf("retry after "_L1, 0, Qt::CaseInsensitive);
    if (at < 0)
        return 0ms;
    const qint64 seconds = QStringView(description).sliced(at + 12).split(u' ').first().toLongLong();
    return std::chrono::seconds(std::clamp<qint64>(seconds, 0, 86400));
}

} // namespace

QByteArray cleanToken(const QByteArray &secret)
{
    return secret.trimmed();
}

Api::Api(const Setup &setup, const Timing &timing)
    : m_base(setup.account.url.isEmpty() ? u"https://api.telegram.org"_s : setup.account.url)
    , m_token(cleanToken(setup.secret))
    , m_timing(timing)
    , m_http(*setup.clock, {m_token, m_token.mid(m_token.indexOf(':') + 1)}, http::TokenBucket(kCallsPerSecond, kBurst))
{
    while (m_base.endsWith(u'/'))
        m_base.chop(1);
}

QUrl Api::address(const QString &method) const
{
    const QString token = QString::fromLatin1(m_token.toPercentEncoding(":"));
    return QUrl(m_base + u"/bot" + token + u'/' + method, QUrl::StrictMode);
}

http::Request Api::requestFor(const Call &call) const
{
    http::Request request;
    if (call.fileField.isEmpty()) {
        request = http::Request::postJson(address(call.method), call.method, call.parameters);
        request.wholeTimeout = m_timing.call;
    } else {
        QList<http::FormPart> parts;
        for (auto field = call.parameters.begin(); field != call.parameters.end(); ++field)
            parts << http::FormPart{field.key(), asField(field.value()), {}, {}};
        parts << http::FormPart{call.fileField, call.file.content, call.file.name, call.file.type};
        request = http::Request::postForm(address(call.method), call.method, parts);
        request.wholeTimeout = m_timing.upload;
    }
    request.stallTimeout = m_timing.stall;
    return request;
}

QCoro::Task<Outcome> Api::send(Call call, std::function<void(qint64 done, qint64 total)> progress)
{
    http::Request request = requestFor(call);
    request.isSend = true;
    request.progress = std::move(progress);
    co_return co_await carry(std::move(request));
}

QCoro::Task<Outcome> Api::call(Call call, bool isSend)
{
    http::Request request = requestFor(call);
    request.isSend = isSend;
    co_return co_await carry(std::move(request));
}

QCoro::Task<Outcome> Api::updates(QJsonObject parameters, bool wait)
{
    http::Request request = requestFor(callOf(u"getUpdates"_s, parameters));
    if (wait) {
        request.label = kLongPoll;
        request.wholeTimeout = m_timing.longPollPatience;
        request.stallTimeout = m_timing.longPollPatience;
    }
    co_return co_await carry(std::move(request));
}

void Api::interrupt()
{
    m_http.cancel(kLongPoll);
}

QCoro::Task<Result<QByteArray>> Api::file(QString path, qint64 limit)
{
    const QString token = QString::fromLatin1(m_token.toPercentEncoding(":"));
    const QString encoded = QString::fromLatin1(path.toUtf8().toPercentEncoding("/"));
    http::Request request =
        http::Request::get(QUrl(m_base + u"/file/bot" + token + u'/' + encoded, QUrl::StrictMode), u"file"_s);
    request.wholeTimeout = m_timing.upload;
    request.stallTimeout = m_timing.stall;
    co_return co_await m_http.download(std::move(request), limit);
}

QCoro::Task<Outcome> Api::carry(http::Request request)
{
    const auto answer = co_await m_http.send(request);
    if (!answer)
        co_return failed(answer.error());
    co_return read(*answer, request);
}

Outcome Api::failed(Error error) const
{
    Outcome outcome;
    error.detail = m_http.redact()(error.detail);
    error.words = m_http.redact()(error.words);
    outcome.error = std::move(error);
    return outcome;
}

Outcome Api::read(const http::Answer &answer, const http::Request &request) const
{
    const bool isSuccess = answer.status >= 200 && answer.status < 300;
    const auto document = QJsonDocument::fromJson(answer.body);
    const QJsonObject json = document.object();
    if (isSuccess && json["ok"_L1].toBool()) {
        Outcome outcome;
        outcome.ok = true;
        outcome.result = json["result"_L1];
        return outcome;
    }
    const bool isRefusal = json["ok"_L1].isBool();
    if (!isRefusal && isSuccess)
        return failed(http::badReply(request, u"no answer of the Bot API"_s));
    if (!isRefusal && (answer.status == 404 || (answer.status >= 300 && answer.status < 400))) {
        Error error = http::errorFrom(answer, request, {}, m_http.clock());
        error.words = Words::tr("%1 answers, but not as a Telegram Bot API server does. Check the account's address.")
                          .arg(request.url.host());
        return failed(error);
    }
    Refusal refusal;
    refusal.code = isRefusal ? json["error_code"_L1].toInt(answer.status) : answer.status;
    refusal.description = json["description"_L1].toString();
    refusal.migratedTo = json["parameters"_L1]["migrate_to_chat_id"_L1].toInteger();
    refusal.retryAfter = adviceIn(json, refusal.description);
    if (refusal.retryAfter == 0ms)
        refusal.retryAfter = http::retryAfter(answer, m_http.clock());
    // Its own failure, with or without its envelope: what became of the call is not known.
    if (refusal.code >= 500 || refusal.code < 400)
        return failed(http::errorFrom({std::max(500, refusal.code), {}, {}, answer.retryAfter, answer.date}, request,
            refusal.description, m_http.clock()));
    Outcome outcome = failed(errorFrom(refusal, request));
    outcome.refusal = refusal;
    outcome.turn = turnOf(refusal);
    return outcome;
}

} // namespace parley::platforms::telegram
