// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/chatwoot.h"

#include "sandbox/chatwoot/chat_server.h"
#include "sandbox/chatwoot/shapes.h"

#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

int newestOf(ChatServer &server, int customer)
{
    const int account = server.world.contacts.value(customer).account;
    const QList<ChatConversation *> theirs = server.world.conversations(account).of(customer);
    return theirs.isEmpty() ? 0 : theirs.last()->id;
}

ChatConversation &theirs(ChatServer &server, int customer)
{
    const ChatContact contact = server.world.contacts.value(customer);
    const int newest = newestOf(server, customer);
    return newest == 0 ? server.world.open(contact.inbox, customer)
                       : *server.world.conversation(contact.account, newest);
}

/// Of account 1, where all tests work unless they say otherwise.
ChatConversation &one(ChatServer &server, int id)
{
    ChatConversation *found = server.world.conversation(1, id);
    if (!found)
        qFatal("sandbox: no conversation %d", id);
    return *found;
}

} // namespace

Chatwoot::Chatwoot(quint16 port)
    : m_server(std::make_unique<ChatServer>())
{
    m_server->moveToThread(&m_thread);
    m_thread.setObjectName(u"chatwoot sandbox"_s);
    m_thread.start();
    with([port](ChatServer &server) {
        if (!server.listen(port))
            qFatal("sandbox: cannot listen on 127.0.0.1:%u", unsigned(port));
    });
    m_port = m_server->port();
}

Chatwoot::~Chatwoot()
{
    with([this](ChatServer &server) {
        server.goOffline();
        server.moveToThread(m_thread.thread()); // to be deleted where it was made
    });
    m_thread.quit();
    m_thread.wait();
}

void Chatwoot::with(const std::function<void(ChatServer &)> &work) const
{
    ChatServer *server = m_server.get();
    if (QThread::currentThread() == server->thread()) {
        work(*server);
        return;
    }
    QMetaObject::invokeMethod(server, [&] { work(*server); }, Qt::BlockingQueuedConnection);
}

QString Chatwoot::url() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_port);
}

int Chatwoot::addAgent(const QString &name, const QList<int> &inboxes, const QString &role)
{
    return ask([&](ChatServer &server) {
        const int id = server.world.addAgent(name, role, {1});
        for (const int inbox : inboxes)
            server.world.setMember(inbox, id, true);
        return id;
    });
}

int Chatwoot::addInbox(const QString &name, const QString &channel, int account)
{
    return ask([&](ChatServer &server) { return server.world.addInbox(name, channel, account); });
}

int Chatwoot::addTeam(const QString &name)
{
    return ask([&](ChatServer &server) { return server.world.addTeam(name, 1); });
}

int Chatwoot::addAccount(const QString &name)
{
    return ask([&](ChatServer &server) {
        const int id = int(server.world.accounts.size()) + 1;
        server.world.accounts.insert(id, name);
        server.world.agents[7].accounts.append(id);
        return id;
    });
}

void Chatwoot::setMember(int inbox, int agent, bool member)
{
    with([&](ChatServer &server) { server.world.setMember(inbox, agent, member); });
}

QByteArray Chatwoot::token(int agent) const
{
    return this->agent(agent).token;
}

ChatAgent Chatwoot::agent(int id) const
{
    return ask([&](ChatServer &server) { return server.world.agents.value(id); });
}

void Chatwoot::setAgent(const ChatAgent &agent)
{
    with([&](ChatServer &server) { server.world.agents[agent.id] = agent; });
}

void Chatwoot::setLabels(const QStringList &labels)
{
    with([&](ChatServer &server) {
        server.world.labels[1].clear();
        for (const QString &label : labels)
            server.world.setLabel(1, ChatLabel{0, label, u"#1f93ff"_s, {}});
    });
}

int Chatwoot::addCustomer(const QString &name, const QString &email, int inbox)
{
    return ask([&](ChatServer &server) {
        ChatContact contact;
        contact.name = name;
        contact.email = email;
        return server.world.addContact(inbox, contact);
    });
}

qint64 Chatwoot::write(int customer, const QString &text, const QString &fileName, const QByteArray &file)
{
    return ask([&](ChatServer &server) {
        ChatDraft draft;
        draft.kind = ChatMessage::Incoming;
        draft.content = text;
        if (!fileName.isEmpty()) {
            ChatFile made;
            made.id = server.world.nextFileId();
            made.name = QString(fileName).replace(u'/', u'-');
            made.type = u"application/pdf"_s;
            made.content = file;
            made.key = QUuid::createUuid().toString(QUuid::Id128);
            server.world.store(made);
            draft.files = {made};
        }
        return server.world.add(theirs(server, customer), draft, u"Contact"_s, customer).id;
    });
}

QString Chatwoot::pubsubOf(int customer) const
{
    return ask([&](ChatServer &server) { return server.world.contacts.value(customer).pubsubToken; });
}

int Chatwoot::conversationOf(int customer) const
{
    return ask([&](ChatServer &server) { return newestOf(server, customer); });
}

int Chatwoot::openAnother(int customer)
{
    return ask([&](ChatServer &server) {
        return server.world.open(server.world.contacts.value(customer).inbox, customer).id;
    });
}

void Chatwoot::type(int customer, bool on)
{
    with([&](ChatServer &server) {
        const ChatContact contact = server.world.contacts.value(customer);
        server.world.typing(theirs(server, customer), shapes::contactPush(contact), on, false, contact.pubsubToken);
    });
}

void Chatwoot::see(int customer)
{
    with([&](ChatServer &server) { server.world.contactSaw(theirs(server, customer)); });
}

void Chatwoot::submit(qint64 message, const QJsonObject &values)
{
    with([&](ChatServer &server) { server.world.submit(*server.world.message(message), values); });
}

void Chatwoot::editContact(int customer, const QString &name, const QString &email)
{
    with([&](ChatServer &server) { server.world.editContact(customer, name, email); });
}

qint64 Chatwoot::answerAs(int agent, int conversation, const QString &text, bool isPrivate)
{
    return ask([&](ChatServer &server) {
        ChatDraft draft;
        draft.content = text;
        draft.isPrivate = isPrivate;
        return server.world.add(one(server, conversation), draft, u"User"_s, agent).id;
    });
}

void Chatwoot::setStatusAs(int agent, int conversation, const QString &status, std::optional<qint64> untilSeconds)
{
    with([&](ChatServer &server) { server.world.setStatus(one(server, conversation), status, untilSeconds, agent); });
}

void Chatwoot::assignAs(int agent, int conversation, int to)
{
    with([&](ChatServer &server) { server.world.assign(one(server, conversation), to, agent); });
}

void Chatwoot::setLabelsAs(int agent, int conversation, const QStringList &labels)
{
    with([&](ChatServer &server) { server.world.setLabels(one(server, conversation), labels, agent); });
}

void Chatwoot::setPriorityAs(int agent, int conversation, const QString &priority)
{
    with([&](ChatServer &server) { server.world.setPriority(one(server, conversation), priority, agent); });
}

void Chatwoot::typeAs(int agent, int conversation, bool on, bool isPrivate)
{
    with([&](ChatServer &server) {
        const ChatAgent who = server.world.agents.value(agent);
        server.world.typing(one(server, conversation), shapes::userPush(who), on, isPrivate, who.pubsubToken);
    });
}

void Chatwoot::deleteMessage(qint64 message)
{
    with([&](ChatServer &server) { server.world.deleteMessage(*server.world.message(message)); });
}

void Chatwoot::setMessageStatus(qint64 message, const QString &status, const QString &error)
{
    with([&](ChatServer &server) { server.world.setMessageStatus(*server.world.message(message), status, error); });
}

void Chatwoot::removeConversation(int conversation)
{
    with([&](ChatServer &server) { server.world.removeConversation(1, conversation); });
}

void Chatwoot::setCanReply(int conversation, bool can)
{
    with([&](ChatServer &server) { one(server, conversation).canReply = can; });
}

qint64 Chatwoot::inject(int conversation, const ChatMessage &message)
{
    return ask([&](ChatServer &server) {
        ChatDraft draft;
        draft.kind = message.kind;
        draft.content = message.content;
        draft.contentType = message.contentType;
        draft.contentAttributes = message.contentAttributes;
        draft.isPrivate = message.isPrivate;
        return server.world.add(one(server, conversation), draft, message.senderType, message.sender).id;
    });
}

ChatConversation Chatwoot::conversation(int id) const
{
    return ask([&](ChatServer &server) { return one(server, id); });
}

QList<ChatMessage> Chatwoot::messages(int conversation) const
{
    return ask([&](ChatServer &server) {
        QList<ChatMessage> rows;
        for (const ChatMessage *row : server.world.messagesOf(one(server, conversation)))
            rows.append(*row);
        return rows;
    });
}

QList<ChatMessage> Chatwoot::received(int customer) const
{
    const int conversation = conversationOf(customer);
    QList<ChatMessage> rows = conversation == 0 ? QList<ChatMessage>() : messages(conversation);
    rows.removeIf([](const ChatMessage &row) {
        return row.isPrivate || row.kind != ChatMessage::Outgoing || row.contentAttributes.value("deleted"_L1).toBool();
    });
    return rows;
}

QStringList Chatwoot::textsReceived(int customer) const
{
    QStringList texts;
    const QList<ChatMessage> rows = received(customer);
    for (const ChatMessage &row : rows)
        texts.append(row.content);
    return texts;
}

QList<ChatTyping> Chatwoot::typing() const
{
    return ask([](ChatServer &server) { return server.world.typingSeen; });
}

int Chatwoot::presences() const
{
    return ask([](ChatServer &server) { return server.cable.presences; });
}

int Chatwoot::subscribers() const
{
    return ask([](ChatServer &server) { return server.cable.subscribers(); });
}

QList<Call> Chatwoot::calls(const QString &method) const
{
    QList<Call> all = ask([](ChatServer &server) { return server.calls; });
    if (!method.isEmpty())
        all.removeIf([&](const Call &call) { return call.method != method; });
    return all;
}

QStringList Chatwoot::complaints() const
{
    return ask([](ChatServer &server) { return server.complaints; });
}

bool Chatwoot::hasDescription() const
{
    return ask([](ChatServer &server) { return server.hasDescription(); });
}

void Chatwoot::addBadDay(const BadDay &day)
{
    with([&](ChatServer &server) { server.badDays.add(day); });
}

void Chatwoot::addBadDay(BadDay::Kind kind, const QString &method, int times)
{
    BadDay day;
    day.kind = kind;
    day.method = method;
    day.times = times;
    addBadDay(day);
}

void Chatwoot::endBadDays()
{
    with([](ChatServer &server) { server.badDays.clear(); });
}

void Chatwoot::goOffline()
{
    with([](ChatServer &server) { server.goOffline(); });
}

void Chatwoot::goOnline()
{
    with([this](ChatServer &server) {
        if (!server.listen(m_port))
            qFatal("sandbox: cannot listen on 127.0.0.1:%u again", unsigned(m_port));
    });
}

void Chatwoot::cutSockets()
{
    with([](ChatServer &server) { server.cable.closeAll(false); });
}

void Chatwoot::restartSockets()
{
    with([](ChatServer &server) { server.cable.closeAll(true); });
}

void Chatwoot::killSockets(bool dead)
{
    with([dead](ChatServer &server) { server.cable.dead = dead; });
}

void Chatwoot::loseEvents(bool lose)
{
    with([lose](ChatServer &server) { server.cable.loses = lose; });
}

void Chatwoot::refuseSubscriptions(bool refuse)
{
    with([refuse](ChatServer &server) { server.cable.refuses = refuse; });
}

void Chatwoot::setPings(int everyMs)
{
    with([everyMs](ChatServer &server) { server.cable.pingMs = everyMs; });
}

QByteArray Chatwoot::revokeToken(int agent)
{
    return ask([&](ChatServer &server) {
        ChatAgent &who = server.world.agents[agent];
        who.token = "another" + who.token;
        return who.token;
    });
}

void Chatwoot::restoreToken(const QByteArray &token, int agent)
{
    with([&](ChatServer &server) { server.world.agents[agent].token = token; });
}

void Chatwoot::rotatePubsub(int agent)
{
    with([&](ChatServer &server) { server.world.agents[agent].pubsubToken += u'+'; });
}

void Chatwoot::turnClock(qint64 ms)
{
    with([ms](ChatServer &server) { server.world.turnClock(ms); });
}

void Chatwoot::setVersion(const QString &version)
{
    with([&](ChatServer &server) { server.world.version = version; });
}

void Chatwoot::forgetClientRefs()
{
    with([](ChatServer &server) { server.world.keepsClientRef = false; });
}

void Chatwoot::setJudge(bool judges)
{
    with([judges](ChatServer &server) { server.judges = judges; });
}

void Chatwoot::dropHyphens()
{
    with([](ChatServer &server) { server.underscoresOnly = true; });
}

} // namespace parley::sandbox
