// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/vk.h"

#include "sandbox/vk/server.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

vk::Message *messageAt(vk::Server &server, qint64 message)
{
    return server.world.message(message);
}

} // namespace

Vk::Vk(quint16 port)
    : m_server(std::make_unique<vk::Server>())
{
    m_server->moveToThread(&m_thread);
    m_thread.setObjectName(u"vk sandbox"_s);
    m_thread.start();
    with([port](vk::Server &server) {
        if (!server.listen(port))
            qFatal("sandbox: cannot listen on 127.0.0.1:%u", unsigned(port));
    });
    m_port = ask([](vk::Server &server) { return server.port(); });
}

Vk::~Vk()
{
    with([this](vk::Server &server) {
        server.goOffline();
        server.moveToThread(m_thread.thread()); // to be deleted where it was made
    });
    m_thread.quit();
    m_thread.wait();
}

void Vk::with(const std::function<void(vk::Server &)> &work) const
{
    vk::Server *server = m_server.get();
    if (QThread::currentThread() == server->thread()) {
        work(*server);
        return;
    }
    QMetaObject::invokeMethod(server, [&] { work(*server); }, Qt::BlockingQueuedConnection);
}

QString Vk::url() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_port);
}

qint64 Vk::groupId() const
{
    return ask([](vk::Server &server) { return server.world.groupId; });
}

QString Vk::groupName() const
{
    return ask([](vk::Server &server) { return server.world.groupName; });
}

QByteArray Vk::token() const
{
    return ask([](vk::Server &server) { return server.token; });
}

QByteArray Vk::userToken() const
{
    return ask([](vk::Server &server) { return server.userToken; });
}

QByteArray Vk::serviceToken() const
{
    return ask([](vk::Server &server) { return server.serviceToken; });
}

qint64 Vk::adminId() const
{
    return ask([](vk::Server &server) { return server.world.adminId; });
}

qint64 Vk::addColleague(const QString &firstName, const QString &lastName)
{
    NewCustomer colleague;
    colleague.firstName = firstName;
    colleague.lastName = lastName;
    return ask([&](vk::Server &server) { return server.world.addPerson(colleague, true); });
}

qint64 Vk::addCustomer(const NewCustomer &customer)
{
    return ask([&](vk::Server &server) { return server.world.addPerson(customer, false); });
}

qint64 Vk::addCustomer(const QString &firstName, const QString &lastName, const QString &language)
{
    NewCustomer customer;
    customer.firstName = firstName;
    customer.lastName = lastName;
    customer.language = language;
    return addCustomer(customer);
}

qint64 Vk::write(qint64 customer, const QString &text, const Saying &saying)
{
    return ask([&](vk::Server &server) { return server.world.write(customer, text, saying); });
}

qint64 Vk::sendFile(qint64 customer, const FileToSend &file, const Saying &saying)
{
    return ask([&](vk::Server &server) { return server.world.sendFile(customer, file, saying); });
}

qint64 Vk::forwardTree(qint64 customer, const QString &text, int depth)
{
    return ask([&](vk::Server &server) { return server.world.forwardTree(customer, text, depth); });
}

void Vk::edit(qint64 message, const QString &text)
{
    with([&](vk::Server &server) {
        if (vk::Message *known = messageAt(server, message))
            server.world.change(*known, text, known->attachments);
    });
}

void Vk::deleteMessage(qint64 message)
{
    with([&](vk::Server &server) {
        if (vk::Message *known = messageAt(server, message))
            server.world.remove(*known, true);
    });
}

void Vk::restoreMessage(qint64 message)
{
    with([&](vk::Server &server) {
        if (vk::Message *known = messageAt(server, message))
            server.world.restore(*known);
    });
}

void Vk::react(qint64 customer, qint64 message, int reaction)
{
    with([&](vk::Server &server) {
        if (vk::Message *known = messageAt(server, message))
            server.world.reactAs(customer, *known, reaction);
    });
}

QString Vk::pressButton(qint64 customer, qint64 message, const QJsonObject &payload)
{
    return ask([&](vk::Server &server) { return server.world.pressButton(customer, message, payload); });
}

void Vk::type(qint64 customer)
{
    with([&](vk::Server &server) { server.world.type(customer); });
}

void Vk::read(qint64 customer, qint64 upToMessage)
{
    with([&](vk::Server &server) { server.world.read(customer, upToMessage); });
}

void Vk::allowMessages(qint64 customer)
{
    with([&](vk::Server &server) { server.world.setAllowed(customer, true); });
}

void Vk::denyMessages(qint64 customer)
{
    with([&](vk::Server &server) { server.world.setAllowed(customer, false); });
}

void Vk::closeToMessages(qint64 customer, bool closed)
{
    with([&](vk::Server &server) {
        if (vk::Person *person = server.world.person(customer))
            person->closedToMessages = closed;
    });
}

void Vk::block(qint64 customer, bool blocked)
{
    with([&](vk::Server &server) {
        if (vk::Person *person = server.world.person(customer))
            person->blocksUs = blocked;
    });
}

void Vk::ban(qint64 customer, bool banned)
{
    with([&](vk::Server &server) { server.world.ban(customer, banned); });
}

void Vk::deactivate(qint64 customer, const QString &how)
{
    with([&](vk::Server &server) { server.world.deactivate(customer, how); });
}

qint64 Vk::addChat(const QString &title, const QList<qint64> &members)
{
    return ask([&](vk::Server &server) { return server.world.addChat(title, members); });
}

QString Vk::inject(const QString &type, const QJsonObject &object)
{
    return ask([&](vk::Server &server) { return server.world.addEvent(type, object, true); });
}

void Vk::injectClassic(const QJsonArray &tuple)
{
    with([&](vk::Server &server) { server.world.addClassic(tuple, 0, true); });
}

QList<Vk::Received> Vk::received() const
{
    return ask([](vk::Server &server) { return server.world.received(); });
}

QList<Vk::Received> Vk::received(qint64 peer) const
{
    QList<Received> all = received();
    all.removeIf([peer](const Received &message) { return message.peer != peer; });
    return all;
}

QStringList Vk::textsReceived(qint64 peer) const
{
    QStringList texts;
    const QList<Received> messages = received(peer);
    for (const Received &message : messages)
        texts.append(message.text);
    return texts;
}

qint64 Vk::cmidOf(qint64 message) const
{
    return ask([&](vk::Server &server) {
        const vk::Message *known = server.world.message(message);
        return known ? known->cmid : qint64{0};
    });
}

Vk::Marks Vk::marks(qint64 peer) const
{
    return ask([&](vk::Server &server) {
        const vk::Dialog *dialog = server.world.dialog(peer);
        return dialog ? Marks{true, dialog->unanswered, dialog->important, dialog->inRead, dialog->outRead,
                            server.world.unreadIn(*dialog)}
                      : Marks();
    });
}

bool Vk::isReadByCommunity(qint64 message) const
{
    return ask([&](vk::Server &server) {
        const vk::Message *known = server.world.message(message);
        const vk::Dialog *dialog = known ? server.world.dialog(known->peer) : nullptr;
        return dialog && dialog->inRead >= message;
    });
}

int Vk::reactionOf(qint64 message) const
{
    return ask([&](vk::Server &server) {
        const vk::Message *known = server.world.message(message);
        return known ? known->reactions.value(server.world.ownerId()) : 0;
    });
}

QList<Vk::TypingSeen> Vk::typing() const
{
    return ask([](vk::Server &server) { return server.world.typing; });
}

QString Vk::buttonAnswer(const QString &eventId) const
{
    return ask([&](vk::Server &server) { return server.world.buttons.value(eventId).answer; });
}

QList<Call> Vk::calls(const QString &method) const
{
    QList<Call> all = ask([](vk::Server &server) { return server.calls; });
    if (!method.isEmpty())
        all.removeIf([&](const Call &call) { return call.method != method; });
    return all;
}

bool Vk::isPolled(Stream stream) const
{
    return ask([stream](vk::Server &server) { return server.isPolled(stream); });
}

QStringList Vk::complaints() const
{
    return ask([](vk::Server &server) { return server.complaints; });
}

bool Vk::hasSchema() const
{
    return ask([](vk::Server &server) { return server.hasSchema(); });
}

} // namespace parley::sandbox
