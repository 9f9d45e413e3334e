// SPDX-License-Identifier: GPL-3.0-or-later
// Chatwoot over HTTP and /cable on one port: routes, tokens, the bad days. Lives on the sandbox's thread; others use it
// through Chatwoot (sandbox/chatwoot.h).
#pragma once

#include "sandbox/chatwoot/agent_api.h"
#include "sandbox/chatwoot/cable_server.h"
#include "sandbox/chatwoot/openapi.h"
#include "sandbox/http/bad_days.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace parley::sandbox {

class ChatServer final : public QObject
{
    Q_OBJECT
public:
    ChatServer();

    [[nodiscard]] bool listen(quint16 port);
    [[nodiscard]] quint16 port() const { return m_web.port(); }
    void goOffline(); ///< no port, no connections

    ChatWorld world;
    BadDays badDays;
    AgentApi agents;
    PublicApi customers;
    CableServer cable;
    QList<Call> calls;
    QStringList complaints; ///< what the official description says against requests and answers
    bool judges = true; ///< against the official description; more work than all the rest of a call
    bool underscoresOnly = false; ///< a proxy that lets only api_access_token through
    bool hyphensOnly = false; ///< a proxy that drops headers with underscores, as nginx does
    [[nodiscard]] bool hasDescription() const { return m_description.has_value(); }

private:
    /// One call on its way through the server; outlives its client, as it does there.
    struct Work {
        QPointer<WebExchange> exchange;
        ChatCall call;
        std::optional<BadDay> badDay;
        qsizetype place = 0; ///< in calls
        QByteArray verb;
        QString path;
        bool isJson = false;
    };

    void handle(WebExchange *exchange);
    void proceed(const Work &work);
    [[nodiscard]] bool happensBefore(const Work &work);
    void finish(const Work &work, const ChatAnswer &answer);
    [[nodiscard]] QByteArray tokenOf(const WebRequest &request) const;
    void checkRequest(const Work &work);
    void send(const Work &work, WebAnswer answer);

    WebServer m_web;
    std::optional<OpenApi> m_description;
};

} // namespace parley::sandbox
