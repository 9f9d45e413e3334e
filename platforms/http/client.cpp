// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/http/client.h"

#include "platforms/http/classify.h"
#include "platforms/http/exchange.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonDocument>
#include <QLocale>
#include <QLoggingCategory>
#include <QNetworkAccessManager>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::http {

namespace {

Q_LOGGING_CATEGORY(logHttp, "parley.http", QtWarningMsg)

// A kept connection that rested this long may have died without our knowing (a laptop woke, a NAT forgot it). A send on
// it would be lost and could not be told from one that arrived, so it gets a fresh one.
constexpr auto kStaleAfter = 15s;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(parley::platforms::http)
};

Error cancelled(const Request &request)
{
    return {ErrorKind::Cancelled, request.label + u": stopped"_s, {}, {}, false};
}

} // namespace

bool isLoopback(const QString &host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

Result<void> checkAddress(const QUrl &url)
{
    const bool plain = url.scheme() == "http"_L1;
    if (!url.isValid() || url.host().isEmpty() || (!plain && url.scheme() != "https"_L1)) {
        return Error{ErrorKind::Rejected, u"not an http address"_s,
            Text::tr("“%1” is not an address of a server. It should look like https://host:port.")
                .arg(url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery)),
            {}, false};
    }
    if (plain && !isLoopback(url.host())) {
        return Error{ErrorKind::Rejected, u"plain http"_s,
            Text::tr("http://%1 would carry the token in the open. Use https; plain http is for this computer only.")
                .arg(url.host()),
            {}, false};
    }
    return {};
}

Client::Client(const Clock &clock, const QList<QByteArray> &secrets, TokenBucket bucket)
    : m_clock(clock)
    , m_redact(secrets)
    , m_bucket(bucket)
{
}

Client::~Client()
{
    stop();
}

QNetworkAccessManager &Client::networkFor(const Request &request)
{
    const auto now = std::chrono::steady_clock::now();
    std::unique_ptr<QNetworkAccessManager> &network = request.isSend ? m_sending : m_reading;
    if (request.isSend) {
        if (m_sendsUnderWay == 0 && now - m_lastSend > kStaleAfter && network)
            network.reset();
    }
    if (!network)
        network = std::make_unique<QNetworkAccessManager>();
    return *network;
}

QCoro::Task<Result<Answer>> Client::send(Request request)
{
    if (const auto fit = checkAddress(request.url); !fit)
        co_return redacted(fit.error());
    if (m_stopped)
        co_return cancelled(request);
    const auto turn = m_bucket.take(std::chrono::steady_clock::now());
    // Awaited into a name: GCC 12 miscompiles an await inside a condition (docs/decisions/0005).
    const bool waited = co_await m_pauses.pause(turn);
    if (!waited)
        co_return cancelled(request);

    const auto began = std::chrono::steady_clock::now();
    const auto exchange = std::make_shared<Exchange>(networkFor(request), request);
    const auto place = m_underWay.insert(m_underWay.end(), {request.label, exchange});
    m_sendsUnderWay += request.isSend ? 1 : 0;
    co_await exchange->ended().raised();
    m_underWay.erase(place);
    m_sendsUnderWay -= request.isSend ? 1 : 0;
    if (request.isSend)
        m_lastSend = std::chrono::steady_clock::now();

    Result<Answer> outcome = exchange->takeOutcome();
    if (!outcome)
        outcome = redacted(outcome.error());
    log(request, outcome,
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began));
    co_return outcome;
}

QCoro::Task<Result<QJsonObject>> Client::json(Request request)
{
    const auto answer = co_await send(request);
    if (!answer)
        co_return answer.error();
    if (answer->status < 200 || answer->status > 299)
        co_return redacted(errorFrom(*answer, request, {}, m_clock));
    const auto document = QJsonDocument::fromJson(answer->body);
    if (!document.isObject())
        co_return redacted(badReply(request, u"the answer is no JSON object"_s));
    co_return document.object();
}

QCoro::Task<Result<QByteArray>> Client::download(Request request, qint64 limit)
{
    request.answerLimit = limit;
    const auto answer = co_await send(request);
    if (!answer && answer.error().kind == ErrorKind::BadReply) {
        co_return Error{ErrorKind::Rejected, answer.error().detail,
            Text::tr("The file is larger than %1, the most that is fetched.").arg(QLocale().formattedDataSize(limit)),
            {}, false};
    }
    if (!answer)
        co_return answer.error();
    if (answer->status < 200 || answer->status > 299)
        co_return redacted(errorFrom(*answer, request, {}, m_clock));
    co_return answer->body;
}

void Client::stop()
{
    m_stopped = true;
    m_pauses.stop();
    while (!m_underWay.empty()) {
        // Ending it resumes its coroutine, which takes it off the list.
        const auto exchange = m_underWay.front().exchange;
        exchange->cancel();
    }
}

void Client::cancel(const QString &label)
{
    std::list<std::shared_ptr<Exchange>> meant;
    for (const UnderWay &call : m_underWay) {
        if (call.label == label)
            meant.push_back(call.exchange);
    }
    for (const auto &exchange : meant)
        exchange->cancel();
}

Error Client::redacted(Error error) const
{
    error.detail = m_redact(error.detail);
    error.words = m_redact(error.words);
    return error;
}

void Client::log(const Request &request, const Result<Answer> &outcome, std::chrono::milliseconds took) const
{
    if (!logHttp().isDebugEnabled())
        return;
    const QString end = outcome ? QString::number(outcome->status) : outcome.error().detail;
    qCDebug(logHttp).noquote() << m_redact(u"%1 %2 %3: %4 after %5 ms"_s.arg(
        QString::fromLatin1(request.method), request.url.host(), request.label, end, QString::number(took.count())));
}

} // namespace parley::platforms::http
