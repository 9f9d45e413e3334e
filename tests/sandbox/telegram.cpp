// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/telegram.h"

#include "sandbox/telegram/bot_server.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

Telegram::Telegram(quint16 port)
    : m_server(std::make_unique<BotServer>())
{
    m_server->moveToThread(&m_thread);
    m_thread.setObjectName(u"telegram sandbox"_s);
    m_thread.start();
    with([port](BotServer &server) {
        if (!server.listen(port))
            qFatal("sandbox: cannot listen on 127.0.0.1:%u", unsigned(port));
    });
    m_port = m_server->port();
}

Telegram::~Telegram()
{
    with([this](BotServer &server) {
        server.goOffline();
        server.moveToThread(m_thread.thread()); // to be deleted where it was made
    });
    m_thread.quit();
    m_thread.wait();
}

void Telegram::with(const std::function<void(BotServer &)> &work) const
{
    BotServer *server = m_server.get();
    if (QThread::currentThread() == server->thread()) {
        work(*server);
        return;
    }
    QMetaObject::invokeMethod(server, [&] { work(*server); }, Qt::BlockingQueuedConnection);
}

QString Telegram::url() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_port);
}

QByteArray Telegram::token() const
{
    return ask([](BotServer &server) { return server.token; });
}

QString Telegram::botName() const
{
    return ask([](BotServer &server) { return QString(u'@' + server.world.bot.value("username"_L1).toString()); });
}

qint64 Telegram::addCustomer(const NewCustomer &customer)
{
    return ask([&](BotServer &server) { return server.world.addCustomer(customer); });
}

qint64 Telegram::addCustomer(const QString &firstName, const QString &language)
{
    return addCustomer({firstName, {}, {}, language, {}, 0});
}

int Telegram::write(qint64 customer, const QString &text, const Saying &saying)
{
    return ask([&](BotServer &server) { return server.world.write(customer, text, saying); });
}

int Telegram::sendFile(qint64 customer, const FileToSend &file, const Saying &saying)
{
    return ask([&](BotServer &server) { return server.world.sendFile(customer, file, saying); });
}

void Telegram::edit(qint64 customer, int message, const QString &text, const Saying &saying)
{
    with([&](BotServer &server) { server.world.edit(customer, message, text, saying); });
}

void Telegram::block(qint64 customer, bool blocked)
{
    with([&](BotServer &server) { server.world.block(customer, blocked); });
}

void Telegram::deactivate(qint64 customer)
{
    with([&](BotServer &server) { server.world.deactivate(customer); });
}

void Telegram::react(qint64 customer, int message, const QString &emoji, const Saying &saying)
{
    with([&](BotServer &server) { server.world.react(customer, message, emoji, saying); });
}

QString Telegram::pressButton(qint64 customer, int message, const QString &data)
{
    return ask([&](BotServer &server) { return server.world.pressButton(customer, message, data); });
}

qint64 Telegram::addGroup(const QString &title, const QString &type, bool forum)
{
    return ask([&](BotServer &server) { return server.world.addGroup(title, type, forum); });
}

int Telegram::addTopic(qint64 group, const QString &name)
{
    return ask([&](BotServer &server) { return server.world.addTopic(group, name); });
}

qint64 Telegram::upgradeGroup(qint64 group)
{
    return ask([&](BotServer &server) { return server.world.upgradeGroup(group); });
}

void Telegram::kickBot(qint64 group)
{
    with([&](BotServer &server) { server.world.kickBot(group); });
}

QString Telegram::connectBusiness(const QString &ownerFirstName, const QJsonObject &rights)
{
    return ask([&](BotServer &server) { return server.world.addBusinessConnection(ownerFirstName, rights); });
}

void Telegram::setBusiness(const QString &connection, bool enabled, const QJsonObject &rights)
{
    with([&](BotServer &server) { server.world.setBusinessConnection(connection, enabled, rights); });
}

int Telegram::ownerWrites(const QString &connection, qint64 customer, const QString &text, qint64 agoMs)
{
    return ask([&](BotServer &server) { return server.world.ownerWrites(connection, customer, text, agoMs); });
}

void Telegram::deleteBusinessMessages(const QString &connection, qint64 customer, const QList<int> &messages)
{
    with([&](BotServer &server) { server.world.deleteBusiness(connection, customer, messages); });
}

qint64 Telegram::inject(const QJsonObject &update)
{
    return ask([&](BotServer &server) { return server.world.inject(update); });
}

QList<Received> Telegram::received(qint64 customer) const
{
    return ask([&](BotServer &server) { return server.world.received(customer); });
}

QList<Received> Telegram::received() const
{
    return ask([](BotServer &server) { return server.world.allReceived(); });
}

QStringList Telegram::textsReceived(qint64 customer) const
{
    QStringList texts;
    const QList<Received> messages = received(customer);
    for (const Received &message : messages)
        texts.append(message.text);
    return texts;
}

QList<TypingSeen> Telegram::typing() const
{
    return ask([](BotServer &server) { return server.world.typing(); });
}

bool Telegram::isRead(const QString &connection, qint64 customer, int message) const
{
    return ask([&](BotServer &server) { return server.world.isRead(connection, customer, message); });
}

QString Telegram::reactionOf(qint64 chat, int message) const
{
    return ask([&](BotServer &server) { return server.world.reactionOf(chat, message); });
}

QList<Call> Telegram::calls(const QString &method) const
{
    QList<Call> all = ask([](BotServer &server) { return server.calls; });
    if (!method.isEmpty())
        all.removeIf([&](const Call &call) { return call.method.compare(method, Qt::CaseInsensitive) != 0; });
    return all;
}

int Telegram::pendingUpdates() const
{
    return ask([](BotServer &server) { return int(server.world.pendingCount()); });
}

bool Telegram::isPolled() const
{
    return ask([](BotServer &server) { return server.isPolled(); });
}

QStringList Telegram::complaints() const
{
    return ask([](BotServer &server) { return server.complaints; });
}

bool Telegram::hasSchema() const
{
    return ask([](BotServer &server) { return server.hasSchema(); });
}

void Telegram::addBadDay(const BadDay &day)
{
    with([&](BotServer &server) { server.badDays.add(day); });
}

void Telegram::addBadDay(BadDay::Kind kind, const QString &method, int times)
{
    BadDay day;
    day.kind = kind;
    day.method = method;
    day.times = times;
    addBadDay(day);
}

void Telegram::endBadDays()
{
    with([](BotServer &server) { server.badDays.clear(); });
}

void Telegram::goOffline()
{
    with([](BotServer &server) { server.goOffline(); });
}

void Telegram::goOnline()
{
    with([this](BotServer &server) {
        if (!server.listen(m_port))
            qFatal("sandbox: cannot listen on 127.0.0.1:%u again", unsigned(m_port));
    });
}

QByteArray Telegram::revokeToken()
{
    return ask([](BotServer &server) {
        QByteArray next = server.token;
        const int number = next.right(4).toInt() + 1;
        next.replace(next.size() - 4, 4, QByteArray::number(number).rightJustified(4, '0'));
        server.changeToken(next);
        return next;
    });
}

void Telegram::restoreToken(const QByteArray &token)
{
    with([&](BotServer &server) { server.changeToken(token); });
}

void Telegram::setWebhook(const QString &url)
{
    with([&](BotServer &server) { server.setWebhook(url); });
}

void Telegram::pollFromElsewhere()
{
    with([](BotServer &server) { server.pollFromElsewhere(); });
}

void Telegram::turnClock(qint64 ms)
{
    with([ms](BotServer &server) { server.world.turnClock(ms); });
}

} // namespace parley::sandbox
