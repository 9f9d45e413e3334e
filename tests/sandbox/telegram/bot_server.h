// SPDX-License-Identifier: GPL-3.0-or-later
// The Bot API over HTTP: routes, tokens, the long poll, and the bad days. Lives on the sandbox's thread; others use it
// through Telegram (sandbox/telegram.h).
#pragma once

#include "sandbox/http/bad_days.h"
#include "sandbox/http/web_server.h"
#include "sandbox/telegram/methods.h"
#include "sandbox/telegram/schema.h"
#include "sandbox/telegram/world.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace parley::sandbox {

class BotServer final : public QObject
{
    Q_OBJECT
public:
    BotServer();

    [[nodiscard]] bool listen(quint16 port) { return m_web.listen(port); }
    [[nodiscard]] quint16 port() const { return m_web.port(); }
    /// As if the network were gone: no port, no connections.
    void goOffline();
    void setWebhook(const QString &url);
    /// From now on only \a accepted is; whoever waits with the old one is told.
    void changeToken(const QByteArray &accepted);
    /// Another poller comes and goes: whoever waits gets 409.
    void pollFromElsewhere();

    World world;
    BadDays badDays;
    QByteArray token; ///< the one that is accepted
    QList<Call> calls;
    QStringList complaints; ///< what api.json says against calls and answers; empty where it is missing too
    bool hasSchema() const { return m_schema.has_value(); }
    [[nodiscard]] bool isPolled() const { return m_poll.exchange != nullptr; }

private:
    /// One call on its way through the server; outlives its client, as it does there.
    struct Work {
        QPointer<WebExchange> exchange;
        QString method;
        Params params;
        std::optional<BadDay> badDay;
        qsizetype call = 0; ///< its place in calls
        QString filePath; ///< downloads only
    };

    void handle(WebExchange *exchange);
    void handleFile(const Work &work);
    void send(WebExchange *exchange, WebAnswer answer) const;
    void proceed(const Work &work);
    [[nodiscard]] bool happensBefore(const Work &work);
    void finish(const Work &work, const Outcome &outcome);
    void deliver(const Work &work, const WebAnswer &answer);

    void getUpdates(const Work &work);
    void wakePoll();
    void answerPoll(const Work &work, const QList<QueuedUpdate> &updates);
    void endPoll(const ApiError &why);
    [[nodiscard]] QJsonArray playDelivery(const QList<QueuedUpdate> &updates);

    void checkCall(const Work &work);
    void checkResult(const Work &work, const QJsonValue &result);

    struct Poll {
        QPointer<WebExchange> exchange;
        Work work;
        std::optional<qint64> offset;
        int limit = 100;
    };

    Methods m_methods;
    WebServer m_web;
    std::optional<Schema> m_schema;
    Poll m_poll;
    QTimer m_pollEnd;
};

} // namespace parley::sandbox
