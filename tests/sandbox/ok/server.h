// SPDX-License-Identifier: GPL-3.0-or-later
// Odnoklassniki over HTTP: routes, tokens, the long poll, uploads, files, and the bad days. Lives on the sandbox's
// thread; others use it through Ok (sandbox/ok.h).
#pragma once

#include "sandbox/http/bad_days.h"
#include "sandbox/http/params.h"
#include "sandbox/ok/graph.h"
#include "sandbox/ok/rest.h"
#include "sandbox/ok/world.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>

namespace parley::sandbox::ok {

class Server final : public QObject
{
    Q_OBJECT
public:
    Server();

    [[nodiscard]] bool listen(quint16 port);
    [[nodiscard]] quint16 port() const { return m_web.port(); }
    void goOffline(); ///< as if the network were gone: no port, no connections
    /// From now on only \a accepted is; the one before is known as expired.
    void changeToken(const QByteArray &accepted);

    World world;
    Graph graph;
    Rest rest;
    BadDays badDays;
    QByteArray token = "tkn18YdUJZe:CQABPOJKASANDBOX0001"; ///< the group's that is accepted
    QList<Call> calls;
    [[nodiscard]] bool isPolled() const { return m_poll.exchange != nullptr; }

private:
    /// One call on its way through the server; outlives its client, as it does there.
    struct Work {
        QPointer<WebExchange> exchange;
        WebRequest request;
        QString name; ///< what Call::method and bad days call it
        QString node; ///< Graph's node, an upload's token, a file's path
        std::optional<BadDay> badDay;
        qsizetype call = 0; ///< its place in calls
    };

    [[nodiscard]] static std::pair<QString, QString> route(const WebRequest &request); ///< name, node
    [[nodiscard]] std::optional<Refusal> refusalOf(const Work &work) const;
    void handle(WebExchange *exchange);
    void proceed(const Work &work);
    [[nodiscard]] bool happensBefore(const Work &work);
    void perform(const Work &work);
    [[nodiscard]] Outcome outcomeOf(const Work &work);
    [[nodiscard]] Outcome playHistory(const Outcome &outcome);
    void finish(const Work &work, const Outcome &outcome);
    void send(const Work &work, WebAnswer answer);
    void serveFile(const Work &work);

    void updates(const Work &work);
    void wakePoll();
    void answerPoll(const Work &work, const QJsonArray &updates, const QString &marker);

    struct Poll {
        QPointer<WebExchange> exchange;
        Work work;
        QString marker;
        int count = 100;
    };

    WebServer m_web;
    QByteArray m_expired;
    Poll m_poll;
    QTimer m_pollEnd;
};

} // namespace parley::sandbox::ok
