// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/instance.h"

#include "app/conversation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>

namespace parley::app {

namespace {

constexpr int kConnectPatience = 1000; // ms

/// Handles what came. \return the exit code when that was the last
std::optional<int> handle(const QByteArray &line, Output &output)
{
    const QJsonObject message = QJsonDocument::fromJson(line).object();
    if (message.contains(QStringLiteral("out")))
        output.out(message.value(QStringLiteral("out")).toString().toUtf8());
    if (message.contains(QStringLiteral("err")))
        output.err(message.value(QStringLiteral("err")).toString());
    output.flush();
    if (message.contains(QStringLiteral("exit")))
        return message.value(QStringLiteral("exit")).toInt(1);
    return std::nullopt;
}

} // namespace

bool isSomebodyAt(const QString &meetingPoint)
{
    if (meetingPoint.isEmpty())
        return false;
    QLocalSocket socket;
    socket.connectToServer(meetingPoint);
    return socket.waitForConnected(kConnectPatience);
}

std::optional<int> ask(const QString &meetingPoint, const Errand &errand, Output &output)
{
    if (meetingPoint.isEmpty())
        return std::nullopt;
    QLocalSocket socket;
    socket.connectToServer(meetingPoint);
    if (!socket.waitForConnected(kConnectPatience))
        return std::nullopt;
    const QJsonObject message = errand.showWindow
        ? QJsonObject{{QStringLiteral("show"), true}}
        : QJsonObject{{QStringLiteral("typed"), QJsonArray::fromStringList(errand.typed)},
              {QStringLiteral("secret"), QString::fromLatin1(errand.secret.toBase64())}};
    socket.write(QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n');
    while (true) {
        while (socket.canReadLine()) {
            if (const auto exit = handle(socket.readLine(), output))
                return exit;
        }
        constexpr int forAsLongAsItTakes = -1;
        if (!socket.waitForReadyRead(forAsLongAsItTakes)) {
            output.err(
                QStringLiteral("parley: The running Parley ended before it was done. Look with “parley outbox”."));
            return 1;
        }
    }
}

InstanceServer::InstanceServer(Profile profile, sync::Engine &engine, std::function<void()> showWindow)
    : m_profile(std::move(profile))
    , m_engine(engine)
    , m_showWindow(std::move(showWindow))
{
    const QString meetingPoint = m_profile.meetingPoint();
    if (meetingPoint.isEmpty())
        return;
    connect(&m_server, &QLocalServer::newConnection, this, &InstanceServer::welcome);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    // Whoever left a socket behind is gone: the cache's lock is ours.
    QLocalServer::removeServer(meetingPoint);
    m_server.listen(meetingPoint);
}

InstanceServer::~InstanceServer()
{
    m_server.close();
    m_conversations.clear();
}

void InstanceServer::welcome()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        auto conversation = std::make_unique<Conversation>(socket, m_profile, m_engine, m_showWindow);
        connect(
            conversation.get(), &Conversation::over, this,
            [this] { std::erase_if(m_conversations, [](const auto &one) { return one->isOver(); }); },
            Qt::QueuedConnection);
        m_conversations.push_back(std::move(conversation));
    }
}

} // namespace parley::app
