// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/ok/api.h"

#include "platforms/http/classify.h"
#include "platforms/ok/json_text.h"
#include "platforms/ok/signature.h"
#include "platforms/ok/words.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::ok {

namespace {

const QString kLongPoll = u"me/updates (waiting)"_s;

QByteArray secretIn(const Setup &setup, const QString &key)
{
    return cleanSecret(setup.furtherSecrets.value(key));
}

QList<QByteArray> secretsOf(const Setup &setup)
{
    const QByteArray token = cleanSecret(setup.secret);
    QList<QByteArray> secrets{token, secretIn(setup, kApplicationSecret), secretIn(setup, kManagerToken)};
    // Its second half alone is what matters of a group's key.
    if (const QByteArray half = token.mid(token.indexOf(':') + 1); half.size() >= 8)
        secrets << half;
    secrets << sessionSecret(secretIn(setup, kManagerToken), secretIn(setup, kApplicationSecret));
    return secrets;
}

/// \return "a=1&b=2", every byte that could mean something encoded: QUrlQuery leaves '+' as it is
QString encoded(const QMap<QString, QString> &parameters)
{
    QStringList pairs;
    for (auto it = parameters.begin(); it != parameters.end(); ++it)
        pairs << it.key() + u'=' + QString::fromLatin1(it->toUtf8().toPercentEncoding());
    return pairs.join(u'&');
}

} // namespace

QByteArray cleanSecret(const QByteArray &secret)
{
    return secret.trimmed();
}

Api::Api(const Setup &setup, const Timing &timing)
    : m_base(setup.account.url.isEmpty() ? u"https://api.ok.ru"_s : setup.account.url)
    , m_token(cleanSecret(setup.secret))
    , m_timing(timing)
    , m_http(*setup.clock, secretsOf(setup), http::TokenBucket(timing.callsPerSecond, timing.burst))
{
    while (m_base.endsWith(u'/'))
        m_base.chop(1);
    const QString key = setup.account.settings.value(kApplicationKey).trimmed();
    const QByteArray secret = secretIn(setup, kApplicationSecret);
    m_managerToken = secretIn(setup, kManagerToken);
    if (key.isEmpty() || secret.isEmpty() || m_managerToken.isEmpty())
        return;
    m_applicationKey = key;
    m_sessionSecret = sessionSecret(m_managerToken, secret);
}

QUrl Api::address(const GraphCall &call) const
{
    QMap<QString, QString> parameters;
    const auto items = call.query.queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        parameters.insert(name, value);
    parameters.insert(u"access_token"_s, QString::fromUtf8(m_token));
    const QString path = QString::fromLatin1(call.path.toUtf8().toPercentEncoding("/:"));
    return QUrl(m_base + u"/graph/" + path + u'?' + encoded(parameters), QUrl::StrictMode);
}

QCoro::Task<Outcome> Api::graph(GraphCall call)
{
    http::Request request;
    if (call.body.isEmpty()) {
        request = http::Request::get(address(call), call.label);
    } else {
        request = http::Request::postJson(address(call), call.label, call.body);
        request.contentType = "application/json;charset=utf-8";
    }
    request.isSend = call.isSend;
    request.wholeTimeout = m_timing.call;
    request.stallTimeout = m_timing.stall;
    const Purpose purpose = call.isSend ? Purpose::Send : Purpose::Read;
    co_return co_await carry(std::move(request), purpose);
}

QCoro::Task<Outcome> Api::updates(QString marker, std::chrono::milliseconds wait)
{
    GraphCall call;
    call.path = u"me/updates"_s;
    call.query.addQueryItem(u"timeout"_s, QString::number(wait / 1s));
    call.query.addQueryItem(u"count"_s, u"100"_s);
    if (!marker.isEmpty())
        call.query.addQueryItem(u"marker"_s, marker);
    http::Request request = http::Request::get(address(call), wait > 0ms ? kLongPoll : call.path);
    request.wholeTimeout = wait > 0ms ? m_timing.longPollPatience : m_timing.call;
    request.stallTimeout = request.wholeTimeout;
    co_return co_await carry(std::move(request), Purpose::Read);
}

void Api::interrupt()
{
    m_http.cancel(kLongPoll);
}

/// A server on this machine is only ours to ask where the account itself is on this machine (tests).
bool Api::isOurHost(const QUrl &url) const
{
    return !http::isLoopback(url.host()) || http::isLoopback(QUrl(m_base).host());
}

QCoro::Task<Outcome> Api::upload(
    QString address, OutgoingAttachment file, std::function<void(qint64 done, qint64 total)> progress)
{
    const QUrl url(address, QUrl::StrictMode);
    if (!isOurHost(url)) {
        co_return failed({ErrorKind::BadReply, u"upload: an address on this machine"_s,
            Words::tr("Odnoklassniki's answer cannot be understood."), {}, false});
    }
    const http::FormPart part{u"file"_s, file.content, file.name, file.type};
    http::Request request = http::Request::postForm(url, u"upload"_s, {part});
    request.progress = std::move(progress);
    request.wholeTimeout = m_timing.upload;
    request.stallTimeout = m_timing.stall;
    co_return co_await carry(std::move(request), Purpose::Read);
}

QCoro::Task<Result<QByteArray>> Api::file(QString address, qint64 limit)
{
    const QUrl url(address, QUrl::StrictMode);
    if (!isOurHost(url)) {
        co_return Error{ErrorKind::Rejected, u"file: an address on this machine"_s,
            Words::tr("The address of this file is not one of Odnoklassniki's."), {}, false};
    }
    http::Request request = http::Request::get(url, u"file"_s);
    request.wholeTimeout = m_timing.upload;
    request.stallTimeout = m_timing.stall;
    co_return co_await m_http.download(std::move(request), limit);
}

QCoro::Task<Outcome> Api::rest(QString method, QMap<QString, QString> parameters, bool isSend)
{
    parameters.insert(u"application_key"_s, m_applicationKey);
    parameters.insert(u"method"_s, method);
    parameters.insert(u"format"_s, u"json"_s);
    const QByteArray signature = signatureOf(parameters, m_sessionSecret);
    parameters.insert(u"sig"_s, QString::fromLatin1(signature));
    parameters.insert(u"access_token"_s, QString::fromUtf8(m_managerToken));
    const QUrl url(m_base + u"/fb.do?" + encoded(parameters), QUrl::StrictMode);
    http::Request request = http::Request::get(url, method);
    request.isSend = isSend;
    request.wholeTimeout = m_timing.call;
    request.stallTimeout = m_timing.stall;
    co_return co_await carry(std::move(request), Purpose::Comments);
}

QCoro::Task<Outcome> Api::carry(http::Request request, Purpose purpose)
{
    const auto answer = co_await m_http.send(request);
    if (!answer)
        co_return failed(answer.error());
    co_return read(*answer, request, purpose);
}

Outcome Api::failed(Error error) const
{
    Outcome outcome;
    error.detail = m_http.redact()(error.detail);
    error.words = m_http.redact()(error.words);
    outcome.error = std::move(error);
    return outcome;
}

Outcome Api::read(const http::Answer &answer, const http::Request &request, Purpose purpose) const
{
    const auto value = readJson(answer.body);
    const bool isSuccess = answer.status >= 200 && answer.status < 300;
    const auto refusal = refusalIn(value.value_or(QJsonValue()), answer.header("invocation-error"));
    Outcome outcome;
    if (refusal) {
        Error error = errorFrom(*refusal, request, purpose);
        if (error.kind == ErrorKind::RateLimited) {
            // Where the server does say for how long, it knows better.
            if (const auto advice = http::retryAfter(answer, m_http.clock()); advice > 0ms)
                error.retryAfter = advice;
        }
        outcome = failed(error);
        outcome.refusal = *refusal;
    } else if (!isSuccess) {
        Error error = http::errorFrom(answer, request, {}, m_http.clock());
        if (answer.status == 404 || (answer.status >= 300 && answer.status < 400)) {
            error.words = Words::tr("%1 answers, but not as Odnoklassniki does. Check the account's address.")
                              .arg(request.url.host());
        }
        outcome = failed(error);
    } else if (!value) {
        outcome = failed(http::badReply(request, u"no JSON"_s));
    } else {
        outcome.ok = true;
        outcome.value = *value;
    }
    outcome.status = answer.status;
    outcome.serverTime = http::dateIn(answer.date);
    return outcome;
}

} // namespace parley::platforms::ok
