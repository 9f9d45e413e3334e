// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/chatwoot/cable_server.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QWebSocket>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

CableServer::CableServer(ChatWorld &world, QObject *parent)
    : QObject(parent)
    , m_world(world)
    , m_server(u"sandbox"_s, QWebSocketServer::NonSecureMode, this)
    , m_pings(this)
{
    m_server.setSupportedSubprotocols({u"actioncable-v1-json"_s, u"actioncable-unsupported"_s});
    connect(&m_server, &QWebSocketServer::newConnection, this, &CableServer::greet);
    connect(&m_pings, &QTimer::timeout, this, &CableServer::ping);
}

void CableServer::take(QTcpSocket *socket)
{
    m_server.handleConnection(socket);
}

void CableServer::greet()
{
    while (QWebSocket *socket = m_server.nextPendingConnection()) {
        socket->setParent(this);
        m_clients.append(Client{socket, {}});
        connect(socket, &QWebSocket::textMessageReceived, this,
            [this, socket](const QString &frame) { hear(socket, frame); });
        connect(socket, &QWebSocket::disconnected, this, [this, socket] {
            m_clients.removeIf([socket](const Client &client) { return client.socket == socket; });
            socket->deleteLater();
        });
        if (!dead)
            say(socket, {{u"type"_s, u"welcome"_s}});
    }
    if (!m_pings.isActive())
        m_pings.start(pingMs);
}

void CableServer::hear(QWebSocket *socket, const QString &frame)
{
    const auto client = std::ranges::find(m_clients, socket, &Client::socket);
    if (dead || client == m_clients.end())
        return;
    const QJsonObject json = QJsonDocument::fromJson(frame.toUtf8()).object();
    const QString command = json.value("command"_L1).toString();
    const QString identifier = json.value("identifier"_L1).toString();
    if (command == "subscribe"_L1) {
        subscribe(*client, identifier);
    } else if (command == "unsubscribe"_L1) {
        client->subscriptions.removeIf([&](const Subscription &row) { return row.identifier == identifier; });
    } else if (command == "message"_L1) {
        const QJsonObject data = QJsonDocument::fromJson(json.value("data"_L1).toString().toUtf8()).object();
        if (data.value("action"_L1).toString() == "update_presence"_L1)
            answerPresence(*client, identifier);
    }
}

void CableServer::subscribe(Client &client, const QString &identifier)
{
    const QJsonObject asked = QJsonDocument::fromJson(identifier.toUtf8()).object();
    const QString token = asked.value("pubsub_token"_L1).toString();
    if (refuses) {
        say(client.socket, {{u"identifier"_s, identifier}, {u"type"_s, u"reject_subscription"_s}});
        return;
    }
    Subscription made{identifier, token, asked.value("account_id"_L1).toInt(), 0};
    if (const ChatAgent *agent = m_world.agentByPubsub(token)) {
        if (!agent->accounts.contains(made.account))
            return;
        made.agent = agent->id;
    } else if (!m_world.contactByPubsub(token)) {
        return; // as the real one: it raises inside, and says nothing at all
    }
    client.subscriptions.append(made);
    say(client.socket, {{u"identifier"_s, identifier}, {u"type"_s, u"confirm_subscription"_s}});
}

void CableServer::answerPresence(const Client &client, const QString &identifier)
{
    const auto mine = std::ranges::find(client.subscriptions, identifier, &Subscription::identifier);
    if (mine == client.subscriptions.end() || mine->agent == 0)
        return;
    ++presences;
    m_presence[mine->agent] = m_world.nowMs();
    QJsonObject users;
    for (const ChatAgent &agent : std::as_const(m_world.agents)) {
        if (m_world.nowMs() - m_presence.value(agent.id) < 20'000)
            users.insert(QString::number(agent.id), agent.availability);
    }
    QJsonObject contacts;
    for (const Client &other : std::as_const(m_clients)) {
        for (const Subscription &row : other.subscriptions) {
            const ChatContact *contact = row.agent == 0 ? m_world.contactByPubsub(row.token) : nullptr;
            if (contact && contact->account == mine->account)
                contacts.insert(QString::number(contact->id), u"online"_s);
        }
    }
    tell(client, *mine, u"presence.update"_s,
        {{u"account_id"_s, mine->account}, {u"users"_s, users}, {u"contacts"_s, contacts}});
}

void CableServer::send(const ChatWorld::Event &event)
{
    if (dead || loses)
        return;
    QJsonObject data = event.data;
    for (const Client &client : std::as_const(m_clients)) {
        for (const Subscription &subscription : client.subscriptions) {
            const bool meant = event.accountStream != 0
                ? subscription.account == event.accountStream && subscription.agent != 0
                : event.tokens.contains(subscription.token);
            if (meant)
                tell(client, subscription, event.name, data);
        }
    }
}

void CableServer::tell(
    const Client &client, const Subscription &subscription, const QString &event, const QJsonObject &data)
{
    say(client.socket,
        {{u"identifier"_s, subscription.identifier},
            {u"message"_s, QJsonObject{{u"event"_s, event}, {u"data"_s, data}}}});
}

void CableServer::ping()
{
    if (dead)
        return;
    for (const Client &client : std::as_const(m_clients))
        say(client.socket, {{u"type"_s, u"ping"_s}, {u"message"_s, m_world.nowMs() / 1000}});
}

void CableServer::closeAll(bool politely)
{
    const QList<Client> clients = m_clients;
    for (const Client &client : clients) {
        if (politely) {
            say(client.socket,
                {{u"type"_s, u"disconnect"_s}, {u"reason"_s, u"server_restart"_s}, {u"reconnect"_s, true}});
            client.socket->close();
        } else {
            client.socket->abort();
        }
    }
}

void CableServer::drop()
{
    m_pings.stop();
    m_clients.clear();
    // Those that said goodbye a moment ago, too: they still wait to be deleted.
    const auto sockets = findChildren<QWebSocket *>(Qt::FindDirectChildrenOnly);
    for (QWebSocket *socket : sockets) {
        socket->disconnect(this);
        socket->abort();
        delete socket;
    }
}

int CableServer::subscribers() const
{
    return int(std::ranges::count_if(m_clients, [](const Client &client) { return !client.subscriptions.isEmpty(); }));
}

void CableServer::say(QWebSocket *socket, const QJsonObject &frame)
{
    socket->sendTextMessage(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
}

} // namespace parley::sandbox
