// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/chatwoot/agent_api.h"

#include "sandbox/chatwoot/shapes.h"

#include <QJsonArray>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

const QString kNotAllowed = u"You are not authorized to do this action"_s;
const QString kNotFound = u"Resource could not be found"_s;
constexpr qsizetype kMostFiles = 15;
constexpr qsizetype kLongestContent = 150'000;

qint64 number(const ChatCall &call, const QString &name)
{
    return call.query.queryItemValue(name).toLongLong();
}

/// The newest first unless asked otherwise.
QList<ChatConversation *> ordered(const ChatOrder &all, const QString &by)
{
    QList<ChatConversation *> list = by.startsWith("created_at"_L1) ? all.byCreation() : all.byActivity();
    if (!by.endsWith("_asc"_L1))
        std::ranges::reverse(list);
    return list;
}

bool known(const QString &status)
{
    return QStringList{u"open"_s, u"resolved"_s, u"pending"_s, u"snoozed"_s}.contains(status);
}

} // namespace

ChatAnswer chatRefusal(int status, const QString &why)
{
    ChatAnswer answer;
    answer.status = status;
    answer.body = QJsonObject{{u"error"_s, why}};
    return answer;
}

QList<ChatFile> filesIn(ChatWorld &world, const Params &params)
{
    QList<ChatFile> kept;
    const QList<UploadedFile> sent = params.files(u"attachments[]"_s);
    for (const UploadedFile &file : sent) {
        ChatFile made;
        made.id = world.nextFileId();
        made.name = QString(file.name).replace(u'/', u'-').replace(u'\\', u'-'); // as ActiveStorage does
        made.type = file.type;
        made.content = file.content;
        made.key = QUuid::createUuid().toString(QUuid::Id128);
        world.store(made);
        kept.append(made);
    }
    return kept;
}

ChatAnswer AgentApi::call(const ChatCall &call)
{
    const ChatAgent &agent = m_world.agents[call.agent];
    const QString &name = call.route.name;
    if (name == "profile"_L1)
        return {200, shapes::profile(m_world, agent), {}, {}, {}};
    if (name == "validate_token"_L1) {
        const QJsonObject payload{{u"success"_s, true}, {u"data"_s, shapes::profile(m_world, agent)}};
        return {200, QJsonObject{{u"payload"_s, payload}}, {}, {}, {}};
    }
    if (name == "availability"_L1) {
        m_world.agents[call.agent].availability =
            call.params.json(u"profile"_s)["availability"_L1].toString(agent.availability);
        return {200, shapes::profile(m_world, m_world.agents[call.agent]), {}, {}, {}};
    }
    const int account = call.route.captured.value(0).toInt();
    if (!m_world.accounts.contains(account))
        return chatRefusal(404, kNotFound);
    if (!agent.accounts.contains(account))
        return chatRefusal(401, u"You are not authorized to access this account"_s);
    static const QSet<QString> besideConversations{u"contact"_s, u"contact_conversations"_s, u"macro_execute"_s};
    if (call.route.captured.size() < 2 || besideConversations.contains(name))
        return list(call, account);
    ChatConversation *conversation = m_world.conversation(account, call.route.captured.value(1).toInt());
    if (!conversation)
        return chatRefusal(404, kNotFound);
    if (!m_world.sees(agent, *conversation))
        return chatRefusal(401, kNotAllowed);
    return onConversation(call, *conversation);
}

ChatAnswer AgentApi::list(const ChatCall &call, int account)
{
    const QString &name = call.route.name;
    QJsonArray rows;
    if (name == "conversations"_L1)
        return conversations(call, account);
    if (name == "meta"_L1)
        return {200, QJsonObject{{u"meta"_s, selected(call, account).counts}}, {}, {}, {}};
    if (name == "account"_L1)
        return {200, QJsonObject{{u"id"_s, account}, {u"name"_s, m_world.accounts.value(account)}}, {}, {}, {}};
    if (name == "contact"_L1) {
        const int id = call.route.captured.value(1).toInt();
        if (!m_world.contacts.contains(id) || m_world.contacts.value(id).account != account)
            return chatRefusal(404, kNotFound);
        return {200, QJsonObject{{u"payload"_s, shapes::contactPush(m_world.contacts.value(id))}}, {}, {}, {}};
    }
    if (name == "inboxes"_L1) {
        for (const ChatInbox &inbox : std::as_const(m_world.inboxes)) {
            if (inbox.account == account && m_world.sees(m_world.agents[call.agent], inbox))
                rows.append(shapes::inbox(inbox));
        }
        return {200, QJsonObject{{u"payload"_s, rows}}, {}, {}, {}};
    }
    if (name == "agents"_L1 || name == "assignable_agents"_L1) {
        for (const ChatAgent &agent : std::as_const(m_world.agents)) {
            if (agent.accounts.contains(account))
                rows.append(shapes::agent(agent, account));
        }
        if (name == "agents"_L1)
            return {200, rows, {}, {}, {}};
        return {200, QJsonObject{{u"payload"_s, rows}}, {}, {}, {}};
    }
    return shared(call, account);
}

const AgentApi::Selection &AgentApi::selected(const ChatCall &call, int account)
{
    const ChatAgent &agent = m_world.agents[call.agent];
    const auto item = [&](const QString &name) { return call.query.queryItemValue(name); };
    const QString status = item(u"status"_s).isEmpty() ? u"open"_s : item(u"status"_s);
    const QString assignees = item(u"assignee_type"_s);
    const qint64 inbox = number(call, u"inbox_id"_s);
    QStringList asked{QString::number(account), QString::number(call.agent), status, assignees, item(u"sort_by"_s)};
    QSet<int> inboxes;
    for (const ChatInbox &row : std::as_const(m_world.inboxes)) {
        if (row.account != account || !m_world.sees(agent, row) || (inbox != 0 && row.id != inbox))
            continue;
        inboxes.insert(row.id);
        asked.append(QString::number(row.id));
    }
    if (m_selection.asked == asked && m_selection.revision == m_world.revision())
        return m_selection;
    QList<ChatConversation *> list = ordered(m_world.conversations(account), item(u"sort_by"_s));
    list.removeIf([&](const ChatConversation *row) {
        return !inboxes.contains(row->inbox) || (status != "all"_L1 && row->status != status)
            || (assignees == "me"_L1 && row->assignee != call.agent)
            || (assignees == "unassigned"_L1 && row->assignee != 0)
            || (assignees == "assigned"_L1 && row->assignee == 0);
    });
    m_selection = Selection{asked, m_world.revision(), list, counts(call, list)};
    return m_selection;
}

QJsonObject AgentApi::counts(const ChatCall &call, const QList<ChatConversation *> &selection) const
{
    const auto mine = std::ranges::count_if(selection, [&](const auto *row) { return row->assignee == call.agent; });
    const auto nobodys = std::ranges::count_if(selection, [](const auto *row) { return row->assignee == 0; });
    return {{u"mine_count"_s, qint64(mine)}, {u"assigned_count"_s, selection.size() - nobodys},
        {u"unassigned_count"_s, qint64(nobodys)}, {u"all_count"_s, selection.size()}};
}

ChatAnswer AgentApi::conversations(const ChatCall &call, int account)
{
    QList<ChatConversation *> list = selected(call, account).rows;
    const QJsonObject meta = m_selection.counts;
    if (call.query.hasQueryItem(u"updated_within"_s)) { // everything at once, by the server's clock
        const qint64 since = (m_world.nowMs() - number(call, u"updated_within"_s) * 1000) * 1000;
        list.removeIf([&](const ChatConversation *row) { return row->updatedUs <= since; });
    } else {
        const qint64 page = qMax(qint64{1}, number(call, u"page"_s));
        list = list.mid((page - 1) * pageSize, pageSize);
    }
    QJsonArray rows;
    for (const ChatConversation *row : std::as_const(list))
        rows.append(shapes::restConversation(m_world, *row));
    const QJsonObject data{{u"meta"_s, meta}, {u"payload"_s, played(rows)}};
    return {200, QJsonObject{{u"data"_s, data}}, {}, {}, {}};
}

QJsonArray AgentApi::played(const QJsonArray &rows) const
{
    if (!twice && !backwards)
        return rows;
    QJsonArray made;
    for (const QJsonValue &row : rows) {
        for (int times = twice ? 2 : 1; times > 0; --times) {
            if (backwards)
                made.prepend(row);
            else
                made.append(row);
        }
    }
    return made;
}

ChatAnswer AgentApi::onConversation(const ChatCall &call, ChatConversation &conversation)
{
    const QString &name = call.route.name;
    const ChatAgent &agent = m_world.agents[call.agent];
    if (name == "conversation"_L1)
        return {200, shapes::restConversation(m_world, conversation), {}, {}, {}};
    if (name == "messages"_L1)
        return messages(call, conversation);
    if (name == "send"_L1)
        return send(call, conversation);
    if (name == "status"_L1)
        return setStatus(call, conversation);
    if (name == "priority"_L1 || name == "change"_L1)
        return setPriority(call, conversation);
    if (name == "assign"_L1)
        return assign(call, conversation);
    if (name == "read_labels"_L1)
        return {200, QJsonObject{{u"payload"_s, QJsonArray::fromStringList(conversation.labels)}}, {}, {}, {}};
    if (name == "set_labels"_L1)
        return setLabels(call, conversation);
    if (name == "delete"_L1) {
        ChatMessage *message = m_world.message(call.route.captured.value(2).toLongLong());
        if (!message || message->conversation != conversation.id || message->account != conversation.account)
            return chatRefusal(404, kNotFound);
        m_world.deleteMessage(*message);
        return {200, shapes::restMessage(m_world, *message), {}, {}, {}};
    }
    if (name == "seen"_L1 || name == "unread"_L1) {
        if (name == "seen"_L1)
            m_world.agentSaw(conversation);
        else
            m_world.markUnread(conversation);
        return {200, shapes::restConversation(m_world, conversation), {}, {}, {}};
    }
    if (name == "mute"_L1 || name == "unmute"_L1) {
        m_world.block(conversation.contact, name == "mute"_L1);
        if (name == "mute"_L1)
            m_world.setStatus(conversation, u"resolved"_s, {}, call.agent);
        return {200, QJsonValue::Undefined, {}, {}, {}};
    }
    // typing
    m_world.typing(conversation, shapes::userPush(agent), call.params.text(u"typing_status"_s) == "on"_L1,
        call.params.flag(u"is_private"_s), agent.pubsubToken);
    return {200, QJsonValue::Undefined, {}, {}, {}};
}

ChatAnswer AgentApi::messages(const ChatCall &call, ChatConversation &conversation)
{
    QList<ChatMessage *> thread = m_world.messagesOf(conversation);
    const bool hasAfter = call.query.hasQueryItem(u"after"_s);
    const bool hasBefore = call.query.hasQueryItem(u"before"_s);
    const qint64 after = number(call, u"after"_s);
    const qint64 before = number(call, u"before"_s);
    if (hasAfter && hasBefore)
        thread.removeIf([&](const ChatMessage *row) { return row->id < after || row->id >= before; });
    else if (hasAfter)
        thread.removeIf([&](const ChatMessage *row) { return row->id <= after; });
    else if (hasBefore)
        thread.removeIf([&](const ChatMessage *row) { return row->id >= before; });
    if (hasAfter)
        thread = thread.mid(0, hasBefore ? 1000 : 100);
    else
        thread = thread.mid(qMax(qsizetype{0}, thread.size() - 20));
    QJsonArray rows;
    for (const ChatMessage *row : std::as_const(thread))
        rows.append(shapes::restMessage(m_world, *row));
    QJsonObject meta{{u"labels"_s, QJsonArray::fromStringList(conversation.labels)},
        {u"additional_attributes"_s, conversation.additional},
        {u"contact"_s, shapes::contactPush(m_world.contacts.value(conversation.contact))},
        {u"agent_last_seen_at"_s,
            conversation.agentSeenMs == 0 ? QJsonValue() : QJsonValue(shapes::iso(conversation.agentSeenMs))},
        {u"assignee_last_seen_at"_s, QJsonValue()}};
    if (m_world.agents.contains(conversation.assignee))
        meta.insert(u"assignee"_s, shapes::agent(m_world.agents.value(conversation.assignee), conversation.account));
    return {200, QJsonObject{{u"meta"_s, meta}, {u"payload"_s, played(rows)}}, {}, {}, {}};
}

ChatAnswer AgentApi::send(const ChatCall &call, ChatConversation &conversation)
{
    ChatDraft draft;
    draft.content = call.params.text(u"content"_s);
    draft.isPrivate = call.params.flag(u"private"_s);
    draft.echoId = call.params.text(u"echo_id"_s);
    draft.contentAttributes = call.params.json(u"content_attributes"_s).toObject();
    draft.files = filesIn(m_world, call.params);
    if (draft.content.size() > kLongestContent)
        return chatRefusal(422, u"Content is too long (maximum is 150000 characters)"_s);
    if (draft.files.size() > kMostFiles)
        return chatRefusal(422, u"Attachments exceeded maximum allowed"_s);
    const bool incoming = call.params.text(u"message_type"_s) == "incoming"_L1;
    if (incoming && m_world.inboxes[conversation.inbox].channel != "Channel::Api"_L1)
        return chatRefusal(422, u"Incoming messages are only allowed in Api inboxes"_s);
    draft.kind = incoming ? ChatMessage::Incoming : ChatMessage::Outgoing;
    ChatMessage &message = incoming ? m_world.add(conversation, draft, u"Contact"_s, conversation.contact)
                                    : m_world.add(conversation, draft, u"User"_s, call.agent);
    QJsonObject json = shapes::restMessage(m_world, message);
    if (!draft.echoId.isEmpty())
        json.insert(u"echo_id"_s, draft.echoId);
    if (!incoming && !draft.isPrivate && !conversation.canReply) // taken, and refused by the channel behind it
        m_world.setMessageStatus(message, u"failed"_s, u"The reply window is closed"_s);
    return {200, json, {}, {}, {}};
}

ChatAnswer AgentApi::setStatus(const ChatCall &call, ChatConversation &conversation)
{
    const QString asked = call.params.text(u"status"_s);
    const QString status = asked.isEmpty() ? (conversation.status == "open"_L1 ? u"resolved"_s : u"open"_s) : asked;
    if (!known(status))
        return chatRefusal(500, u"Internal Server Error"_s);
    m_world.setStatus(conversation, status, call.params.integer(u"snoozed_until"_s), call.agent);
    if (status == "open"_L1 && m_world.agents[call.agent].role != "administrator"_L1)
        m_world.assign(conversation, call.agent, call.agent);
    const QJsonObject payload{{u"success"_s, true}, {u"conversation_id"_s, conversation.id},
        {u"current_status"_s, conversation.status},
        {u"snoozed_until"_s,
            conversation.snoozedUntil ? QJsonValue(shapes::iso(*conversation.snoozedUntil * 1000)) : QJsonValue()}};
    return {200, QJsonObject{{u"meta"_s, QJsonObject()}, {u"payload"_s, payload}}, {}, {}, {}};
}

ChatAnswer AgentApi::setPriority(const ChatCall &call, ChatConversation &conversation)
{
    const QString priority = call.params.text(u"priority"_s);
    if (!priority.isEmpty() && !QStringList{u"low"_s, u"medium"_s, u"high"_s, u"urgent"_s}.contains(priority))
        return chatRefusal(500, u"Internal Server Error"_s);
    m_world.setPriority(conversation, priority, call.agent);
    if (call.route.name == "change"_L1)
        return {200, shapes::restConversation(m_world, conversation), {}, {}, {}};
    return {200, QJsonValue::Undefined, {}, {}, {}};
}

ChatAnswer AgentApi::assign(const ChatCall &call, ChatConversation &conversation)
{
    if (!call.params.has(u"team_id"_s)) {
        const int agent = int(call.params.integer(u"assignee_id"_s).value_or(0));
        if (agent != 0 && !m_world.agents.value(agent).accounts.contains(conversation.account))
            return chatRefusal(404, kNotFound);
        m_world.assign(conversation, agent, call.agent);
        if (agent == 0)
            return {200, QJsonValue(), {}, {}, {}};
        return {200, shapes::agent(m_world.agents.value(agent), conversation.account), {}, {}, {}};
    }
    const int team = int(call.params.integer(u"team_id"_s).value_or(0));
    if (team != 0 && m_world.teams.value(team).account != conversation.account)
        return chatRefusal(404, kNotFound);
    m_world.setTeam(conversation, team, call.agent);
    if (team == 0)
        return {200, QJsonValue(), {}, {}, {}};
    return {200, shapes::team(m_world.teams.value(team), call.agent), {}, {}, {}};
}

ChatAnswer AgentApi::setLabels(const ChatCall &call, ChatConversation &conversation)
{
    QStringList labels;
    const QJsonArray sent = call.params.json(u"labels"_s).toArray();
    for (const QJsonValue &label : sent)
        labels.append(label.toString());
    m_world.setLabels(conversation, labels, call.agent);
    return {200, QJsonObject{{u"payload"_s, QJsonArray::fromStringList(conversation.labels)}}, {}, {}, {}};
}

} // namespace parley::sandbox
