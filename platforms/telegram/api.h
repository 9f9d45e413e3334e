// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platforms/http/client.h"
#include "platforms/platform.h"
#include "platforms/telegram/encode.h"
#include "platforms/telegram/errors.h"

#include <QCoroTask>
#include <QJsonValue>

#include <functional>

namespace parley::platforms::telegram {

/// How long the connector waits for what. Tests take shorter times.
struct Timing {
    std::chrono::milliseconds longPoll = std::chrono::seconds{50}; ///< the server's own maximum
    std::chrono::milliseconds longPollPatience = std::chrono::seconds{65};
    std::chrono::milliseconds call = std::chrono::seconds{30};
    std::chrono::milliseconds upload = std::chrono::minutes{10};
    std::chrono::milliseconds stall = std::chrono::seconds{20};
    std::chrono::milliseconds otherPoller = std::chrono::seconds{5}; ///< between tries while another program polls
    std::chrono::milliseconds emptyPoll = std::chrono::seconds{1}; ///< after a long poll that came back at once, empty
    std::chrono::milliseconds betweenParts =
        std::chrono::seconds{60}; ///< longest Retry-After waited for inside one send
};

/// What became of one call: a result, or what stood in its way.
struct Outcome {
    bool ok = false;
    QJsonValue result;
    Refusal refusal; ///< code 0: the server did not refuse, it was not reached or gave no sense
    Error error;
    Turn turn = Turn::None;
};

/// The Bot API as calls: where it is, the token, and its answers' envelope.
class Api
{
public:
    Api(const Setup &setup, const Timing &timing);

    /// \param isSend  it makes or changes something that a customer sees
    QCoro::Task<Outcome> call(Call call, bool isSend);
    /// Likewise, of what a customer sees. \param progress  of the request, in bytes; null: nobody looks
    QCoro::Task<Outcome> send(Call call, std::function<void(qint64 done, qint64 total)> progress);
    /// getUpdates. \param wait  as a long poll, which interrupt() ends
    QCoro::Task<Outcome> updates(QJsonObject parameters, bool wait);
    QCoro::Task<Result<QByteArray>> file(QString path, qint64 limit);

    void interrupt();
    void stop() { m_http.stop(); }

private:
    [[nodiscard]] QUrl address(const QString &method) const;
    [[nodiscard]] http::Request requestFor(const Call &call) const;
    QCoro::Task<Outcome> carry(http::Request request);
    [[nodiscard]] Outcome read(const http::Answer &answer, const http::Request &request) const;
    [[nodiscard]] Outcome failed(Error error) const;

    QString m_base;
    QByteArray m_token;
    Timing m_timing;
    http::Client m_http;
};

/// The token as it is used: pasted ones carry line ends.
[[nodiscard]] QByteArray cleanToken(const QByteArray &secret);

} // namespace parley::platforms::telegram
