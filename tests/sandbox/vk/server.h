// SPDX-License-Identifier: GPL-3.0-or-later
// VK over HTTP: the API, the two long polls, the servers for files, and the bad days. Lives on the sandbox's thread;
// others use it through Vk (sandbox/vk.h).
#pragma once

#include "sandbox/http/bad_days.h"
#include "sandbox/vk/methods.h"
#include "sandbox/vk/schema.h"
#include "sandbox/vk/world.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

namespace parley::sandbox::vk {

class Server final : public QObject
{
    Q_OBJECT
public:
    Server();

    [[nodiscard]] bool listen(quint16 port);
    [[nodiscard]] quint16 port() const { return m_web.port(); }
    /// As if the network were gone: no port, no connections.
    void goOffline();
    /// Keys of both long polls are worth nothing any more; whoever waits is told.
    void forgetKeys();
    void failPoll(Stream stream, int failed, int times);
    /// Polls that wait look again: something has come, or they have been cut off.
    void wakePolls();
    [[nodiscard]] bool isPolled(Stream stream) const;
    [[nodiscard]] bool hasSchema() const { return m_schema.has_value(); }

    World world;
    BadDays badDays;
    QByteArray token = "vk1.a.sandboxCommunityTokenForLoopbackOnly0001"; ///< the community's that is accepted
    QByteArray userToken = "vk1.a.sandboxUserTokenForLoopbackOnly0001";
    QByteArray serviceToken = "sandboxServiceTokenForLoopbackOnly0001";
    bool userTokenExpired = false;
    int communityRate = 20; ///< calls a second; 0: without limit
    int userRate = 3;
    QString oldestVersion = QStringLiteral("5.81");
    QList<Call> calls;
    QStringList complaints; ///< what the schema says against calls and answers; empty where it is missing too

private:
    /// One request on its way through the server; outlives its client, as it does there.
    struct Work {
        QPointer<WebExchange> exchange;
        QString method; ///< or "bots_poll", "classic_poll", "upload", "file"
        QString path;
        Params params;
        QByteArray token;
        std::optional<BadDay> badDay;
        qsizetype call = 0; ///< its place in calls
    };
    struct Poll {
        int id = 0;
        Work work;
        Stream stream = Stream::Bots;
        qint64 ts = 0;
        qint64 mode = 0;
    };
    struct Answer {
        QJsonObject body;
        bool late = false; ///< nothing yet: wait
    };

    void handle(WebExchange *exchange);
    void proceed(const Work &work);
    [[nodiscard]] bool happensBefore(const Work &work);
    void deliver(const Work &work, const WebAnswer &answer);

    void callApi(const Work &work);
    [[nodiscard]] std::variant<Caller, ApiError> authorize(const Work &work);
    [[nodiscard]] bool isTooFast(const QByteArray &token, int limit);
    [[nodiscard]] QJsonObject errorJson(const Work &work, const ApiError &error) const;
    void finish(const Work &work, const Outcome &outcome);

    void takeUpload(const Work &work);
    void giveFile(const Work &work);

    void beginPoll(const Work &work, Stream stream);
    [[nodiscard]] std::optional<QJsonObject> failureOf(const Poll &poll, bool fresh);
    [[nodiscard]] std::optional<QJsonObject> newsFor(const Poll &poll, bool evenNothing);
    [[nodiscard]] QJsonArray played(const QString &method, const QJsonArray &events);
    void answerPoll(const Poll &poll, const QJsonObject &body);
    void endPoll(int id);

    void checkCall(const Work &work);
    void checkAnswer(const QString &method, const QJsonObject &answer);
    void checkEvent(const QJsonObject &event);
    void complain(const QString &about, const QStringList &faults);

    Methods m_methods;
    WebServer m_web;
    std::optional<Schema> m_schema;
    QList<Poll> m_polls;
    int m_nextPoll = 1;
    QHash<int, QList<int>> m_failures; ///< by stream: the next {"failed":N}
    QHash<QString, QJsonArray> m_lastDelivered; ///< by method of the poll
    bool m_failedAsText = false;
    QElapsedTimer m_sinceStart;
    QHash<QByteArray, QList<qint64>> m_pace; ///< by token: when it called, in ms since the start
};

} // namespace parley::sandbox::vk
