// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platforms/http/client.h"
#include "platforms/platform.h"

#include <QCoroTask>
#include <QJsonValue>
#include <QUrlQuery>

#include <functional>
#include <memory>

namespace parley::platforms::chatwoot {

/// How long the connector waits for what. Tests take shorter times.
struct Timing {
    std::chrono::milliseconds call = std::chrono::seconds{60};
    std::chrono::milliseconds upload = std::chrono::minutes{10};
    std::chrono::milliseconds stall = std::chrono::seconds{30};
    std::chrono::milliseconds poll = std::chrono::seconds{60}; ///< a look beside the socket: broadcasts get lost
    std::chrono::milliseconds pollAlone = std::chrono::seconds{15}; ///< while there is no socket
    std::chrono::milliseconds sweepEvery = std::chrono::seconds{30}; ///< between two pages of the slow sweep
    std::chrono::milliseconds sweepRest = std::chrono::hours{6}; ///< between two sweeps
    std::chrono::milliseconds shared = std::chrono::minutes{10}; ///< between two readings of what the team shares
    std::chrono::milliseconds sharedRest = std::chrono::minutes{1}; ///< at least, after a new connection too
    std::chrono::milliseconds overlap = std::chrono::seconds{120}; ///< jobs there run late; clocks are read in seconds
    std::chrono::milliseconds longest = std::chrono::hours{24}; ///< a longer absence is walked through page by page
    std::chrono::milliseconds openAgain = std::chrono::seconds{10}; ///< so long what was just read needs no second look
    std::chrono::milliseconds settle = std::chrono::seconds{15}; ///< a lost send may still be at work there
    std::chrono::milliseconds labelRace = std::chrono::seconds{2}; ///< for somebody else's change to show itself
    std::chrono::milliseconds presence = std::chrono::seconds{20}; ///< the server's own PRESENCE_DURATION
    std::chrono::milliseconds silence = std::chrono::seconds{6}; ///< two missed pings: the socket is dead
    std::chrono::milliseconds confirm = std::chrono::seconds{10}; ///< for the answer to subscribe
    std::chrono::milliseconds reconnectFirst = std::chrono::seconds{1};
    std::chrono::milliseconds reconnectLast = std::chrono::seconds{60};
    double callsPerSecond =
        20; ///< the server allows 3000 a minute to an address, and an office shares one; 0: no limit
    int callsAtOnce = 60;
};

/// The server's REST API as calls: where it is, the token, and what its refusals mean.
class Api
{
public:
    Api(const Setup &setup, const Timing &timing);

    [[nodiscard]] QUrl address(const QString &path, const QUrlQuery &query = {}) const;
    /// Any JSON; undefined for an empty answer. 401 is looked into: Forbidden, or Unauthorized when we are signed out.
    QCoro::Task<Result<QJsonValue>> get(QString path, QString label, QUrlQuery query = {});
    /// \param isSend  it makes or changes something: a lost answer is Error::mayHaveArrived
    QCoro::Task<Result<QJsonValue>> post(QString path, QString label, QJsonObject body, bool isSend = true);
    /// \param progress  bytes that have left, of how many; may be null
    QCoro::Task<Result<QJsonValue>> postForm(QString path, QString label, QList<http::FormPart> parts,
        std::function<void(qint64 done, qint64 total)> progress);
    QCoro::Task<Result<QJsonValue>> remove(QString path, QString label);

    /// E-mail and password against the access token. Unauthorized with words; two-factor sign-in is told in words.
    QCoro::Task<Result<QByteArray>> exchange(QString email, QByteArray password);
    void useToken(const QByteArray &token);
    [[nodiscard]] const QByteArray &token() const { return m_token; }

    /// A file by the address the server gave. Without the token: the address itself is the key.
    QCoro::Task<Result<QByteArray>> file(QUrl url, qint64 limit);

    /// What their clock says now, as far as their answers told.
    [[nodiscard]] Timestamp serverNow() const { return m_clock.now() + m_clockOff; }
    void stop();

private:
    QCoro::Task<Result<QJsonValue>> carry(http::Request request);
    QCoro::Task<Result<http::Answer>> sendAs(http::Request request, bool hyphens);
    QCoro::Task<Result<QJsonValue>> lookInto401(http::Request request, http::Answer refused);
    [[nodiscard]] Result<QJsonValue> read(const http::Answer &answer, const http::Request &request) const;
    void noteClock(const http::Answer &answer);
    [[nodiscard]] QUrl onOurHost(const QUrl &url) const;

    const Clock &m_clock;
    QString m_base;
    QByteArray m_token;
    QByteArray m_secret; ///< as it was given: a token or a password
    Timing m_timing;
    std::unique_ptr<http::Client> m_http;
    std::unique_ptr<http::Client> m_retired; ///< its calls may still be on their way out
    bool m_hyphens = true;
    bool m_spellingProven = false;
    std::chrono::milliseconds m_clockOff{0};
};

/// The reason in an error's body, in the server's words; empty: none
[[nodiscard]] QString reasonIn(const QByteArray &body);

} // namespace parley::platforms::chatwoot
