// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/conversation.h"

#include "app/cli/command_line.h"
#include "app/output.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMetaObject>

namespace parley::app {

namespace {

/// Lines of a command go back over the socket.
class RemoteOutput final : public Output
{
public:
    explicit RemoteOutput(Conversation &conversation)
        : m_conversation(conversation)
    {
    }
    void out(const QByteArray &bytes) override
    {
        m_conversation.send({{QStringLiteral("out"), QString::fromUtf8(bytes)}});
    }
    void err(const QString &line) override { m_conversation.send({{QStringLiteral("err"), line}}); }
    bool flush() override { return true; }

private:
    Conversation &m_conversation;
};

} // namespace

Conversation::Conversation(
    QLocalSocket *socket, Profile profile, sync::Engine &engine, std::function<void()> showWindow)
    : m_socket(socket)
    , m_profile(std::move(profile))
    , m_engine(engine)
    , m_showWindow(std::move(showWindow))
{
    socket->setParent(nullptr);
    connect(socket, &QLocalSocket::readyRead, this, &Conversation::read);
    connect(socket, &QLocalSocket::disconnected, this, &Conversation::end);
    read();
}

Conversation::~Conversation()
{
    if (m_thread) {
        m_waiter->interrupt();
        m_thread->wait();
    }
    if (m_socket->state() == QLocalSocket::ConnectedState) {
        constexpr int patience = 500; // ms: the last lines
        m_socket->flush();
        m_socket->waitForBytesWritten(patience);
    }
    m_socket->disconnect(this);
}

void Conversation::send(const QJsonObject &message)
{
    const QByteArray line = QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n';
    QMetaObject::invokeMethod(this, [this, line] { m_socket->write(line); });
}

void Conversation::read()
{
    if (m_thread || m_over)
        return;
    constexpr qint64 longest = 64LL * 1024 * 1024;
    if (!m_socket->canReadLine()) {
        if (m_socket->bytesAvailable() > longest)
            m_socket->abort();
        return;
    }
    const QJsonObject errand = QJsonDocument::fromJson(m_socket->readLine()).object();
    if (!errand.value(QStringLiteral("show")).toBool()) {
        carryOut(errand);
        return;
    }
    if (m_showWindow)
        m_showWindow();
    else
        send({{QStringLiteral("err"),
            QStringLiteral("parley: This profile is in use by a Parley without a window (parley sync or parley watch). "
                           "End that one, or start with another --profile.")}});
    send({{QStringLiteral("exit"), m_showWindow ? 0 : 1}});
}

void Conversation::carryOut(const QJsonObject &errand)
{
    QStringList typed;
    for (const QJsonValue &word : errand.value(QStringLiteral("typed")).toArray())
        typed.append(word.toString());
    const QByteArray secret = QByteArray::fromBase64(errand.value(QStringLiteral("secret")).toString().toLatin1());
    m_waiter = std::make_shared<Waiter>();
    m_thread.reset(QThread::create([this, typed, secret, waiter = m_waiter] {
        RemoteOutput output(*this);
        const int exit = runForwarded(typed, {m_profile, secret, &m_engine, waiter}, output);
        send({{QStringLiteral("exit"), exit}});
    }));
    connect(m_thread.get(), &QThread::finished, this, [this] {
        if (m_socket->state() != QLocalSocket::ConnectedState)
            end();
    });
    m_thread->start();
}

void Conversation::end()
{
    // The asker has gone: a command that waits need not wait on.
    if (m_thread && !m_thread->isFinished()) {
        m_waiter->interrupt();
        return;
    }
    if (!m_over) {
        m_over = true;
        Q_EMIT over();
    }
}

} // namespace parley::app
