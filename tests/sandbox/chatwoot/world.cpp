// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/chatwoot/world.h"

#include "sandbox/chatwoot/shapes.h"

#include <QDateTime>
#include <QJsonArray>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

QString plainUuid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

ChatWorld::ChatWorld()
{
    const int ann = addAgent(u"Ann Lee"_s, u"administrator"_s, {1});
    const int inbox = addInbox(u"Website"_s, u"Channel::Api"_s, 1);
    setMember(inbox, ann, true);
}

qint64 ChatWorld::nowMs() const
{
    return QDateTime::currentMSecsSinceEpoch() + m_clockOff;
}

int ChatWorld::addAgent(const QString &name, const QString &role, const QList<int> &accountIds)
{
    ChatAgent agent;
    agent.id = ++m_lastPerson;
    agent.name = name;
    agent.email = name.section(u' ', 0, 0).toLower() + u"@example.com"_s;
    agent.password = u"Password1!"_s;
    agent.token = "sandboxToken" + QByteArray::number(agent.id).rightJustified(12, '0');
    agent.pubsubToken = u"sandboxPubsub%1"_s.arg(agent.id);
    agent.role = role;
    agent.accounts = accountIds;
    agents.insert(agent.id, agent);
    return agent.id;
}

int ChatWorld::addInbox(const QString &name, const QString &channel, int account)
{
    ChatInbox inbox;
    inbox.id = ++m_lastPlace;
    inbox.account = account;
    inbox.name = name;
    inbox.channel = channel;
    inbox.identifier = u"inbox%1"_s.arg(inbox.id);
    inboxes.insert(inbox.id, inbox);
    invalidate(u"inbox"_s, account);
    return inbox.id;
}

int ChatWorld::addTeam(const QString &name, int account)
{
    const int id = ++m_lastPlace;
    teams.insert(id, ChatTeam{id, account, name, {}});
    invalidate(u"team"_s, account);
    return id;
}

int ChatWorld::addContact(int inbox, ChatContact contact)
{
    if (!contact.identifier.isEmpty()) {
        const int known = m_contactsByIdentifier.value({inbox, contact.identifier});
        if (known != 0)
            return known;
    }
    contact.id = ++m_lastPerson;
    contact.inbox = inbox;
    contact.account = inboxes.value(inbox).account;
    if (contact.sourceId.isEmpty())
        contact.sourceId = plainUuid();
    contact.pubsubToken = u"customerPubsub%1"_s.arg(contact.id);
    contacts.insert(contact.id, contact);
    m_contactsByPubsub.insert(contact.pubsubToken, contact.id);
    m_contactsBySource.insert({inbox, contact.sourceId}, contact.id);
    if (!contact.identifier.isEmpty())
        m_contactsByIdentifier.insert({inbox, contact.identifier}, contact.id);
    tellAccount(u"contact.created"_s, contact.account, shapes::contactPush(contact));
    return contact.id;
}

const ChatAgent *ChatWorld::agentByToken(const QByteArray &token) const
{
    const auto found = std::ranges::find_if(agents, [&](const ChatAgent &agent) { return agent.token == token; });
    return found == agents.end() || token.isEmpty() ? nullptr : &*found;
}

const ChatAgent *ChatWorld::agentByPubsub(const QString &token) const
{
    const auto found = std::ranges::find_if(agents, [&](const ChatAgent &agent) { return agent.pubsubToken == token; });
    return found == agents.end() || token.isEmpty() ? nullptr : &*found;
}

const ChatContact *ChatWorld::contactByPubsub(const QString &token) const
{
    const auto found = contacts.constFind(m_contactsByPubsub.value(token));
    return found == contacts.constEnd() ? nullptr : &*found;
}

const ChatContact *ChatWorld::contactBySource(int inbox, const QString &sourceId) const
{
    const auto found = contacts.constFind(m_contactsBySource.value({inbox, sourceId}));
    return found == contacts.constEnd() ? nullptr : &*found;
}

bool ChatWorld::sees(const ChatAgent &agent, const ChatInbox &inbox) const
{
    return agent.accounts.contains(inbox.account)
        && (agent.role == "administrator"_L1 || inbox.members.contains(agent.id));
}

bool ChatWorld::sees(const ChatAgent &agent, const ChatConversation &conversation) const
{
    const auto inbox = inboxes.constFind(conversation.inbox);
    return inbox != inboxes.constEnd() && inbox->account == conversation.account && sees(agent, *inbox);
}

void ChatWorld::setMember(int inbox, int agent, bool member)
{
    if (member)
        inboxes[inbox].members.insert(agent);
    else
        inboxes[inbox].members.remove(agent);
}

void ChatWorld::editContact(int id, const QString &name, const QString &email)
{
    ChatContact &contact = contacts[id];
    contact.name = name;
    contact.email = email;
    tellAccount(u"contact.updated"_s, contact.account, shapes::contactPush(contact));
}

void ChatWorld::block(int id, bool blocked)
{
    contacts[id].blocked = blocked;
    tellAccount(u"contact.updated"_s, contacts[id].account, shapes::contactPush(contacts[id]));
}

ChatConversation &ChatWorld::open(int inbox, int contact)
{
    ChatConversation conversation;
    conversation.account = inboxes.value(inbox).account;
    conversation.id = ++m_lastDisplayId[conversation.account];
    conversation.inbox = inbox;
    conversation.contact = contact;
    conversation.uuid = plainUuid();
    conversation.createdMs = conversation.lastActivityMs = nowMs();
    ChatConversation &kept = *m_conversations.insert({conversation.account, conversation.id}, conversation);
    m_orders[kept.account].add(kept);
    touch(kept);
    tellConversation(u"conversation.created"_s, kept);
    return kept;
}

ChatConversation *ChatWorld::conversation(int account, int id)
{
    const auto found = m_conversations.find({account, id});
    return found == m_conversations.end() ? nullptr : &*found;
}

void ChatWorld::removeConversation(int account, int id)
{
    ChatConversation *gone = conversation(account, id);
    if (!gone)
        return;
    const QList<ChatMessage *> thread = m_threads.take({account, id});
    for (const ChatMessage *message : thread)
        m_messages.remove(message->id);
    ++m_revision;
    m_orders[account].remove(*gone);
    m_conversations.remove({account, id});
}

/// updated_at has microseconds and never stands still between two changes.
void ChatWorld::touch(ChatConversation &conversation)
{
    const qint64 now = nowMs() * 1000;
    m_lastUpdatedUs = now > m_lastUpdatedUs || now < m_lastUpdatedUs - 1'000'000 ? now : m_lastUpdatedUs + 1;
    conversation.updatedUs = m_lastUpdatedUs;
    ++m_revision;
}

QString ChatWorld::nameOf(int agent) const
{
    return agents.contains(agent) ? agents.value(agent).name : u"System"_s;
}

void ChatWorld::line(ChatConversation &conversation, const QString &text)
{
    ChatDraft draft;
    draft.content = text;
    draft.kind = ChatMessage::Activity;
    add(conversation, draft, {}, 0);
}

void ChatWorld::setStatus(ChatConversation &conversation, const QString &status, std::optional<qint64> until, int by)
{
    const std::optional<qint64> snooze = status == "snoozed"_L1 ? until : std::nullopt;
    if (conversation.status == status && conversation.snoozedUntil == snooze)
        return;
    conversation.status = status;
    conversation.snoozedUntil = snooze;
    touch(conversation);
    line(conversation, u"Conversation was marked %1 by %2"_s.arg(status, nameOf(by)));
    tellConversation(u"conversation.status_changed"_s, conversation);
    tellConversation(u"conversation.updated"_s, conversation);
}

void ChatWorld::setPriority(ChatConversation &conversation, const QString &priority, int by)
{
    if (conversation.priority == priority)
        return;
    conversation.priority = priority;
    touch(conversation);
    line(conversation, u"%1 set the priority to %2"_s.arg(nameOf(by), priority.isEmpty() ? u"none"_s : priority));
    tellConversation(u"conversation.updated"_s, conversation);
}

void ChatWorld::assign(ChatConversation &conversation, int agent, int by)
{
    if (conversation.assignee == agent)
        return;
    conversation.assignee = agent;
    touch(conversation);
    line(conversation,
        agent == 0 ? u"Conversation unassigned by %1"_s.arg(nameOf(by))
                   : u"Assigned to %1 by %2"_s.arg(nameOf(agent), nameOf(by)));
    tellConversation(u"assignee.changed"_s, conversation);
    tellConversation(u"conversation.updated"_s, conversation);
}

void ChatWorld::setTeam(ChatConversation &conversation, int team, int by)
{
    if (conversation.team == team)
        return;
    conversation.team = team;
    touch(conversation);
    line(conversation,
        team == 0 ? u"Unassigned from the team by %1"_s.arg(nameOf(by))
                  : u"Assigned to the team %1 by %2"_s.arg(teams.value(team).name, nameOf(by)));
    tellConversation(u"team.changed"_s, conversation);
    tellConversation(u"conversation.updated"_s, conversation);
}

void ChatWorld::setLabels(ChatConversation &conversation, const QStringList &list, int by)
{
    if (conversation.labels == list)
        return;
    conversation.labels = list;
    touch(conversation);
    line(conversation, u"%1 changed the labels"_s.arg(nameOf(by)));
    tellConversation(u"conversation.updated"_s, conversation);
}

void ChatWorld::agentSaw(ChatConversation &conversation)
{
    conversation.agentSeenMs = nowMs();
}

void ChatWorld::markUnread(ChatConversation &conversation)
{
    for (const ChatMessage *message : messagesOf(conversation)) {
        if (message->kind == ChatMessage::Incoming)
            conversation.agentSeenMs = message->createdMs - 1000;
    }
}

void ChatWorld::contactSaw(ChatConversation &conversation)
{
    conversation.contactSeenMs = nowMs();
    touch(conversation);
    tellConversation(u"conversation.read"_s, conversation);
    for (ChatMessage *message : messagesOf(conversation)) {
        if (message->kind == ChatMessage::Outgoing && !message->isPrivate && message->status != "failed"_L1)
            setMessageStatus(*message, u"read"_s);
    }
}

int ChatWorld::unreadCount(const ChatConversation &conversation) const
{
    constexpr int most = 10; // the server counts no further
    int count = 0;
    const QList<ChatMessage *> thread = messagesOf(conversation);
    // They are in the order of their seconds: before the one in which it was last seen there is none.
    const qint64 seenSecond = conversation.agentSeenMs / 1000;
    for (auto row = thread.crbegin(); row != thread.crend() && count < most; ++row) {
        const ChatMessage &message = **row;
        if (message.createdMs / 1000 < seenSecond)
            break;
        if (message.kind == ChatMessage::Incoming && message.createdMs > conversation.agentSeenMs)
            ++count;
    }
    return count;
}

void ChatWorld::typing(
    const ChatConversation &conversation, const QJsonObject &user, bool on, bool isPrivate, const QString &exceptToken)
{
    if (user.value("type"_L1).toString() == "user"_L1)
        typingSeen.append({conversation.id, user.value("id"_L1).toInt(), on, isPrivate});
    if (!isHeard())
        return;
    Event event;
    event.name = on ? u"conversation.typing_on"_s : u"conversation.typing_off"_s;
    event.data = {{u"conversation"_s, shapes::eventConversation(*this, conversation)}, {u"user"_s, user},
        {u"is_private"_s, isPrivate}, {u"account_id"_s, conversation.account}};
    event.tokens = agentTokens(conversation);
    event.tokens.insert(contacts.value(conversation.contact).pubsubToken);
    event.tokens.remove(exceptToken);
    onEvent(event);
}

QSet<QString> ChatWorld::agentTokens(const ChatConversation &conversation) const
{
    QSet<QString> tokens;
    for (const ChatAgent &agent : agents) {
        if (sees(agent, conversation))
            tokens.insert(agent.pubsubToken);
    }
    return tokens;
}

void ChatWorld::tellConversation(const QString &name, const ChatConversation &conversation)
{
    if (!isHeard())
        return;
    Event event;
    event.name = name;
    event.data = shapes::eventConversation(*this, conversation);
    event.tokens = agentTokens(conversation);
    if (name == "conversation.created"_L1 || name == "conversation.updated"_L1
        || name == "conversation.status_changed"_L1)
        event.tokens.insert(contacts.value(conversation.contact).pubsubToken);
    onEvent(event);
}

void ChatWorld::tellMessage(const QString &name, const ChatMessage &message, const QString &echoId)
{
    const ChatConversation *of = conversation(message.account, message.conversation);
    if (!of || !isHeard())
        return;
    Event event;
    event.name = name;
    event.data = shapes::eventMessage(*this, message);
    if (!echoId.isEmpty())
        event.data.insert(u"echo_id"_s, echoId);
    event.tokens = agentTokens(*of);
    if (!message.isPrivate && message.kind != ChatMessage::Activity)
        event.tokens.insert(contacts.value(of->contact).pubsubToken);
    onEvent(event);
}

void ChatWorld::tellAccount(const QString &name, int account, QJsonObject data)
{
    if (!isHeard())
        return;
    data.insert(u"account_id"_s, account);
    onEvent(Event{name, data, {}, account});
}

} // namespace parley::sandbox
