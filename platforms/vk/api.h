// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/command.h"
#include "platforms/http/client.h"
#include "platforms/platform.h"

#include <QCoroTask>
#include <QJsonObject>
#include <QJsonValue>

#include <chrono>
#include <functional>

namespace parley::platforms::vk {

/// The version of the API that all of this is written against.
inline constexpr auto kVersion = "5.199";

/// How long the connector waits for what. Tests take shorter times.
struct Timing {
    std::chrono::seconds longPoll{25}; ///< "25 recommended because proxies cut at 30 s"
    std::chrono::milliseconds longPollPatience = std::chrono::seconds{35};
    /// A poll that is asked not to wait and does not answer by then has nothing to tell.
    std::chrono::milliseconds drain = std::chrono::seconds{5};
    std::chrono::milliseconds call = std::chrono::seconds{30};
    std::chrono::milliseconds upload = std::chrono::minutes{10};
    std::chrono::milliseconds stall = std::chrono::seconds{20};
    std::chrono::milliseconds emptyPoll = std::chrono::seconds{1}; ///< after a long poll that came back at once, empty
    std::chrono::milliseconds betweenLooks = std::chrono::minutes{10}; ///< everything is asked for anew by pull()
    std::chrono::milliseconds betweenParts = std::chrono::seconds{60}; ///< longest wait inside one send
    // Platform sheet, section 7: 3 calls a second for a person. Some below, since their other programs share the limit.
    double secondPerSecond = 2.5; ///< calls with the second token; 0: without limit
};

/// What became of one call.
struct Outcome {
    bool ok = false;
    QJsonValue response;
    int code = 0; ///< VK's error code; 0: none, or VK was not reached
    Error error;
};

/// Whose token a call is made with.
enum class Token {
    Community,
    Second, ///< the user's or application's, where one was given. Its refusal never stops the account
};

/// VK's API as calls: where it is, the tokens, and its answers' envelope.
class Api
{
public:
    Api(const Setup &setup, const Timing &timing);

    /// \param isSend  it makes or changes something that a customer sees
    QCoro::Task<Outcome> call(
        QString method, QJsonObject parameters, bool isSend = false, Token token = Token::Community);
    [[nodiscard]] bool hasSecond() const { return !m_secondToken.isEmpty(); }

    /// A long poll's a_check. \param address  with its query
    QCoro::Task<Result<QJsonObject>> poll(QUrl address, QString label, std::chrono::milliseconds patience);
    /// \param address  as VK gave it, with or without a scheme
    [[nodiscard]] QUrl pollAddress(const QString &address) const;
    /// \param progress  of the request, in bytes; null: nobody looks
    QCoro::Task<Result<QJsonObject>> upload(QString address, QString field, OutgoingAttachment file,
        std::function<void(qint64 done, qint64 total)> progress);
    /// Follows VK on to where the file really is, without a token.
    QCoro::Task<Result<QByteArray>> file(QString address, qint64 limit);

    void interrupt(const QString &label);
    void stop();

private:
    [[nodiscard]] http::Request requestFor(const QString &method, const QJsonObject &parameters, Token token) const;
    [[nodiscard]] Outcome read(const http::Answer &answer, const http::Request &request) const;
    [[nodiscard]] Outcome failed(Error error, int code = 0) const;
    [[nodiscard]] Result<void> checkFurther(const QUrl &url) const;
    [[nodiscard]] Outcome ofSecond(Outcome outcome) const;

    QString m_base;
    QByteArray m_token;
    QByteArray m_secondToken;
    Timing m_timing;
    http::Client m_http;
    http::Client m_second;
};

/// A token as it is used: pasted ones carry line ends.
[[nodiscard]] QByteArray cleanToken(const QByteArray &secret);

} // namespace parley::platforms::vk
