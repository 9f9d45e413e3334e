// SPDX-License-Identifier: GPL-3.0-or-later
// /cable: the server's ActionCable side. Takes over the sockets that ask the web server for an upgrade.
#pragma once

#include "sandbox/chatwoot/world.h"

#include <QList>
#include <QObject>
#include <QTimer>
#include <QWebSocketServer>

class QWebSocket;

namespace parley::sandbox {

class CableServer final : public QObject
{
    Q_OBJECT
public:
    explicit CableServer(ChatWorld &world, QObject *parent);

    /// \param socket  of which nothing was read yet; it is this server's from now on
    void take(QTcpSocket *socket);
    void send(const ChatWorld::Event &event);
    void closeAll(bool politely); ///< with a disconnect frame, or as a cut cable does
    void drop(); ///< every socket is gone when this returns: their connections live no longer than the web server's
    [[nodiscard]] int subscribers() const; ///< sockets with a confirmed subscription
    [[nodiscard]] int sockets() const { return int(m_clients.size()); }
    /// The latest update_presence of this agent; 0: none yet
    [[nodiscard]] qint64 presenceMs(int agent) const { return m_presence.value(agent); }

    bool dead = false; ///< open, and nothing comes: no ping, no event, no answer
    bool refuses = false; ///< every subscription is rejected
    bool loses = false; ///< events are lost, pings come
    int pingMs = 3000;
    int presences = 0; ///< update_presence calls so far

private:
    struct Subscription {
        QString identifier; ///< the very string the client sent
        QString token;
        int account = 0;
        int agent = 0; ///< 0: a customer
    };
    struct Client {
        QWebSocket *socket = nullptr;
        QList<Subscription> subscriptions;
    };

    void greet();
    void hear(QWebSocket *socket, const QString &frame);
    void subscribe(Client &client, const QString &identifier);
    void answerPresence(const Client &client, const QString &identifier);
    void ping();
    static void say(QWebSocket *socket, const QJsonObject &frame);
    static void tell(
        const Client &client, const Subscription &subscription, const QString &event, const QJsonObject &data);

    ChatWorld &m_world;
    QWebSocketServer m_server;
    QTimer m_pings;
    QList<Client> m_clients;
    QMap<int, qint64> m_presence;
};

} // namespace parley::sandbox
