// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result.h"
#include "models/time.h"
#include "platforms/http/pauses.h"
#include "platforms/http/redactor.h"
#include "platforms/http/request.h"
#include "platforms/http/token_bucket.h"

#include <QCoroTask>
#include <QJsonObject>

#include <list>
#include <memory>

class QNetworkAccessManager;

namespace parley::platforms::http {

class Exchange;

/// The HTTP that all connectors share, one Client an account. It never repeats a call, never follows a redirect, always
/// verifies TLS, and speaks plain http to loopback only. Not a word of it holds a secret.
///
/// Lives on the engine's thread. Owners call stop() before they let go of it; every wait has then ended.
class Client
{
public:
    /// \param secrets  what must never be seen: the token, whatever else stands in URLs and headers
    Client(const Clock &clock, const QList<QByteArray> &secrets, TokenBucket bucket = TokenBucket());
    ~Client(); ///< stop()
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    /// The answer with any status, or the error that left us without one.
    QCoro::Task<Result<Answer>> send(Request request);
    /// The object in a successful answer. Any other status, and anything that is no JSON object, is an Error.
    QCoro::Task<Result<QJsonObject>> json(Request request);
    /// The bytes of a successful answer. \param limit  bytes; more is an Error{Rejected} with words
    QCoro::Task<Result<QByteArray>> download(Request request, qint64 limit);

    /// Ends every call under way, and every later one, with Cancelled.
    void stop();
    /// Ends the calls under way whose label is \a label with Cancelled.
    void cancel(const QString &label);

    [[nodiscard]] const Redactor &redact() const { return m_redact; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

private:
    QNetworkAccessManager &networkFor(const Request &request);
    [[nodiscard]] Error redacted(Error error) const;
    void log(const Request &request, const Result<Answer> &outcome, std::chrono::milliseconds took) const;

    struct UnderWay {
        QString label;
        std::shared_ptr<Exchange> exchange;
    };

    const Clock &m_clock;
    Redactor m_redact;
    TokenBucket m_bucket;
    Pauses m_pauses;
    std::unique_ptr<QNetworkAccessManager> m_reading;
    std::unique_ptr<QNetworkAccessManager> m_sending;
    std::chrono::steady_clock::time_point m_lastSend{};
    int m_sendsUnderWay = 0;
    std::list<UnderWay> m_underWay;
    bool m_stopped = false;
};

/// Https, or http to this machine itself. Rejected with words otherwise.
[[nodiscard]] Result<void> checkAddress(const QUrl &url);
[[nodiscard]] bool isLoopback(const QString &host); ///< this very machine: "localhost", "127.1.2.3", "::1"

} // namespace parley::platforms::http
