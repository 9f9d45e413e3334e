// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/command.h"
#include "platforms/http/client.h"
#include "platforms/ok/errors.h"
#include "platforms/platform.h"

#include <QCoroTask>
#include <QJsonObject>
#include <QJsonValue>
#include <QMap>
#include <QUrlQuery>

#include <functional>

namespace parley::platforms::ok {

/// How long the connector waits for what. Tests take shorter times.
struct Timing {
    std::chrono::milliseconds longPoll = std::chrono::seconds{30};
    std::chrono::milliseconds longPollPatience = std::chrono::seconds{45};
    std::chrono::milliseconds call = std::chrono::seconds{30};
    std::chrono::milliseconds upload = std::chrono::minutes{10};
    std::chrono::milliseconds stall = std::chrono::seconds{20};
    std::chrono::milliseconds emptyPoll = std::chrono::seconds{1}; ///< after a long poll that came back at once, empty
    std::chrono::milliseconds resubscribe = std::chrono::minutes{30};
    std::chrono::milliseconds reread = std::chrono::minutes{3}; ///< of the chats, although the long poll works
    std::chrono::milliseconds recheck = std::chrono::minutes{3}; ///< of chats in which nothing happened, for edits
    std::chrono::milliseconds pollAlone = std::chrono::seconds{20}; ///< of the chats, where there is no long poll
    std::chrono::milliseconds betweenSends = std::chrono::seconds{1}; ///< within one chat
    std::chrono::milliseconds afterUpload = std::chrono::seconds{2}; ///< a file is prepared before it can be sent
    std::chrono::milliseconds settle = std::chrono::seconds{3}; ///< before a message that is not there is called lost
    // No numbers are published; "be slow" is all that is known.
    double callsPerSecond = 5;
    int burst = 20;
};

/// What became of one call: a value, or what stood in its way.
struct Outcome {
    bool ok = false;
    QJsonValue value; ///< null where the answer is "null"
    Refusal refusal; ///< code 0: the server did not refuse, it was not reached or gave no sense
    int status = 0; ///< of HTTP; 0: none came
    Error error;
    std::optional<Timestamp> serverTime; ///< when it answered, by its own clock; to a second
};

/// A call of the Graph Bot API.
struct GraphCall {
    QString path; ///< "me/chats", "chat:C3ec/messages"
    QString label; ///< what logs and errors say: no ids
    QUrlQuery query{}; ///< values un-encoded
    QJsonObject body{}; ///< POST; empty: GET
    bool isSend = false; ///< it makes or changes something that a customer sees
};

/// Both APIs as calls: where they are, the tokens, the signature, and their answers' envelope.
class Api
{
public:
    Api(const Setup &setup, const Timing &timing);

    QCoro::Task<Outcome> graph(GraphCall call);
    /// me/updates as a long poll, which interrupt() ends.
    QCoro::Task<Outcome> updates(QString marker, std::chrono::milliseconds wait);
    /// A file to where an upload slot says.
    /// \param progress  of the request, in bytes; null: nobody looks
    QCoro::Task<Outcome> upload(
        QString address, OutgoingAttachment file, std::function<void(qint64 done, qint64 total)> progress);
    QCoro::Task<Result<QByteArray>> file(QString address, qint64 limit);

    /// The application's keys and the manager's token are there.
    [[nodiscard]] bool hasComments() const { return !m_applicationKey.isEmpty(); }
    QCoro::Task<Outcome> rest(QString method, QMap<QString, QString> parameters, bool isSend);

    void interrupt();
    void stop() { m_http.stop(); }

private:
    [[nodiscard]] QUrl address(const GraphCall &call) const;
    [[nodiscard]] bool isOurHost(const QUrl &url) const;
    QCoro::Task<Outcome> carry(http::Request request, Purpose purpose);
    [[nodiscard]] Outcome read(const http::Answer &answer, const http::Request &request, Purpose purpose) const;
    [[nodiscard]] Outcome failed(Error error) const;

    QString m_base;
    QByteArray m_token;
    QString m_applicationKey; ///< empty: no comments
    QByteArray m_managerToken;
    QByteArray m_sessionSecret;
    Timing m_timing;
    http::Client m_http;
};

/// A secret as it is used: pasted ones carry line ends.
[[nodiscard]] QByteArray cleanSecret(const QByteArray &secret);

/// The further secrets' and settings' names.
inline const QString kApplicationKey = QStringLiteral("application_key");
inline const QString kApplicationSecret = QStringLiteral("application_secret_key");
inline const QString kManagerToken = QStringLiteral("manager_token");

} // namespace parley::platforms::ok
