// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/chatwoot/shapes.h"

#include "sandbox/chatwoot/world.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::shapes {

namespace {

qint64 seconds(qint64 ms)
{
    return ms / 1000;
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonArray strings(const QStringList &list)
{
    return QJsonArray::fromStringList(list);
}

QString fileKind(const QString &type)
{
    for (const auto &kind : {u"image"_s, u"audio"_s, u"video"_s}) {
        if (type.startsWith(kind + u'/'))
            return kind;
    }
    return u"file"_s;
}

QJsonArray attachments(const ChatWorld &world, const ChatMessage &message)
{
    QJsonArray list;
    for (const ChatFile &file : message.files) {
        const QString path = u"/rails/active_storage/blobs/redirect/"_s + file.key + u'/'
            + QString::fromLatin1(QUrl::toPercentEncoding(file.name));
        list.append(
            QJsonObject{{u"id"_s, file.id}, {u"message_id"_s, message.id}, {u"file_type"_s, fileKind(file.type)},
                {u"account_id"_s, message.account}, {u"extension"_s, orNull(QFileInfo(file.name).suffix())},
                {u"data_url"_s, QString(world.base + path)}, {u"thumb_url"_s, QString()},
                {u"file_size"_s, file.content.size()}, {u"width"_s, QJsonValue()}, {u"height"_s, QJsonValue()}});
    }
    return list;
}

QJsonObject sender(const ChatWorld &world, const ChatMessage &message)
{
    if (message.senderType == "User"_L1)
        return userPush(world.agents.value(message.sender));
    if (message.senderType == "Contact"_L1)
        return contactPush(world.contacts.value(message.sender));
    if (message.senderType == "AgentBot"_L1)
        return {{u"id"_s, message.sender}, {u"name"_s, u"Robot"_s}, {u"avatar_url"_s, QString()},
            {u"type"_s, u"agent_bot"_s}};
    return {};
}

QJsonValue snoozed(const ChatConversation &conversation)
{
    return conversation.snoozedUntil ? QJsonValue(iso(*conversation.snoozedUntil * 1000)) : QJsonValue();
}

/// What both dialects of a conversation have in common.
QJsonObject conversationCore(ChatWorld &world, const ChatConversation &conversation)
{
    const ChatInbox &inbox = world.inboxes[conversation.inbox];
    return {{u"id"_s, conversation.id}, {u"account_id"_s, conversation.account}, {u"inbox_id"_s, conversation.inbox},
        {u"status"_s, conversation.status}, {u"priority"_s, orNull(conversation.priority)},
        {u"can_reply"_s, conversation.canReply}, {u"labels"_s, strings(conversation.labels)},
        {u"custom_attributes"_s, conversation.custom}, {u"additional_attributes"_s, conversation.additional},
        {u"snoozed_until"_s, snoozed(conversation)}, {u"unread_count"_s, world.unreadCount(conversation)},
        {u"waiting_since"_s, seconds(conversation.waitingSinceMs)},
        {u"agent_last_seen_at"_s, seconds(conversation.agentSeenMs)},
        {u"contact_last_seen_at"_s, seconds(conversation.contactSeenMs)},
        {u"last_activity_at"_s, seconds(conversation.lastActivityMs)},
        {u"timestamp"_s, seconds(conversation.lastActivityMs)}, {u"created_at"_s, seconds(conversation.createdMs)},
        {u"updated_at"_s, double(conversation.updatedUs) / 1e6}, {u"channel"_s, inbox.channel}};
}

QJsonValue teamOf(const ChatWorld &world, const ChatConversation &conversation)
{
    if (!world.teams.contains(conversation.team))
        return {};
    return QJsonObject{{u"id"_s, conversation.team}, {u"name"_s, world.teams.value(conversation.team).name}};
}

} // namespace

QString iso(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).toUTC().toString(Qt::ISODateWithMs);
}

QJsonObject agent(const ChatAgent &agent, int account)
{
    return {{u"id"_s, agent.id}, {u"account_id"_s, account}, {u"name"_s, agent.name}, {u"available_name"_s, agent.name},
        {u"email"_s, agent.email}, {u"role"_s, agent.role}, {u"availability_status"_s, agent.availability},
        {u"auto_offline"_s, true}, {u"confirmed"_s, true}, {u"provider"_s, u"email"_s}, {u"thumbnail"_s, QString()},
        {u"custom_role_id"_s, QJsonValue()}};
}

QJsonObject profile(const ChatWorld &world, const ChatAgent &agent)
{
    QJsonArray accounts;
    for (const int id : agent.accounts) {
        accounts.append(QJsonObject{{u"id"_s, id}, {u"name"_s, world.accounts.value(id)}, {u"status"_s, u"active"_s},
            {u"active_at"_s, iso(world.nowMs())}, {u"role"_s, agent.role}, {u"permissions"_s, QJsonArray{agent.role}},
            {u"availability"_s, agent.availability}, {u"availability_status"_s, agent.availability},
            {u"auto_offline"_s, true}, {u"custom_role_id"_s, QJsonValue()}});
    }
    return {{u"id"_s, agent.id}, {u"uid"_s, agent.email}, {u"email"_s, agent.email}, {u"name"_s, agent.name},
        {u"available_name"_s, agent.name}, {u"display_name"_s, agent.name}, {u"avatar_url"_s, QString()},
        {u"access_token"_s, QString::fromLatin1(agent.token)}, {u"pubsub_token"_s, agent.pubsubToken},
        {u"provider"_s, u"email"_s}, {u"type"_s, QJsonValue()}, {u"confirmed"_s, true}, {u"role"_s, agent.role},
        {u"account_id"_s, agent.accounts.value(0)}, {u"inviter_id"_s, QJsonValue()},
        {u"message_signature"_s, QJsonValue()}, {u"ui_settings"_s, QJsonObject()},
        {u"custom_attributes"_s, QJsonObject()}, {u"accounts"_s, accounts}};
}

QJsonObject inbox(const ChatInbox &inbox)
{
    return {{u"id"_s, inbox.id}, {u"name"_s, inbox.name}, {u"channel_type"_s, inbox.channel},
        {u"channel_id"_s, inbox.id}, {u"avatar_url"_s, QString()}, {u"inbox_identifier"_s, inbox.identifier},
        {u"greeting_enabled"_s, false}, {u"greeting_message"_s, QJsonValue()}, {u"working_hours_enabled"_s, false},
        {u"enable_auto_assignment"_s, false}, {u"csat_survey_enabled"_s, false},
        {u"out_of_office_message"_s, QJsonValue()}, {u"working_hours"_s, QJsonArray()}, {u"timezone"_s, u"UTC"_s},
        {u"allow_messages_after_resolved"_s, true}, {u"lock_to_single_conversation"_s, inbox.locked}};
}

QJsonObject contactPush(const ChatContact &contact)
{
    return {{u"id"_s, contact.id}, {u"name"_s, contact.name}, {u"email"_s, orNull(contact.email)},
        {u"phone_number"_s, orNull(contact.phone)}, {u"identifier"_s, orNull(contact.identifier)},
        {u"thumbnail"_s, QString()}, {u"blocked"_s, contact.blocked}, {u"additional_attributes"_s, contact.additional},
        {u"custom_attributes"_s, contact.custom}, {u"type"_s, u"contact"_s}};
}

QJsonObject team(const ChatTeam &team, int agent)
{
    return {{u"id"_s, team.id}, {u"name"_s, team.name}, {u"description"_s, QString()}, {u"allow_auto_assign"_s, true},
        {u"account_id"_s, team.account}, {u"is_member"_s, team.members.contains(agent)}};
}

QJsonObject label(const ChatLabel &label)
{
    return {{u"id"_s, label.id}, {u"title"_s, label.title}, {u"description"_s, label.description},
        {u"color"_s, label.colour}, {u"show_on_sidebar"_s, true}};
}

QJsonObject canned(const ChatCanned &canned)
{
    return {{u"id"_s, canned.id}, {u"account_id"_s, canned.account}, {u"short_code"_s, canned.shortCode},
        {u"content"_s, canned.content}, {u"created_at"_s, iso(0)}, {u"updated_at"_s, iso(0)}};
}

QJsonObject filter(const ChatFilter &filter)
{
    return {{u"id"_s, filter.id}, {u"name"_s, filter.name}, {u"filter_type"_s, filter.type},
        {u"query"_s, QJsonObject{{u"payload"_s, filter.payload}}}, {u"created_at"_s, iso(0)},
        {u"updated_at"_s, iso(0)}};
}

QJsonObject macro(const ChatWorld &world, const ChatMacro &macro)
{
    const QJsonObject author = userPush(world.agents.value(macro.author));
    return {{u"id"_s, macro.id}, {u"name"_s, macro.name},
        {u"visibility"_s, macro.isPersonal ? u"personal"_s : u"global"_s}, {u"created_by"_s, author},
        {u"updated_by"_s, author}, {u"account_id"_s, macro.account}, {u"actions"_s, macro.actions},
        {u"files"_s, QJsonArray()}};
}

QJsonObject field(const ChatField &field)
{
    return {{u"id"_s, field.id}, {u"attribute_key"_s, field.key}, {u"attribute_display_name"_s, field.name},
        {u"attribute_display_type"_s, u"text"_s}, {u"attribute_description"_s, QString()},
        {u"attribute_values"_s, QJsonArray()}, {u"attribute_model"_s, field.model}, {u"regex_pattern"_s, QJsonValue()},
        {u"regex_cue"_s, QJsonValue()}, {u"default_value"_s, QJsonValue()}, {u"created_at"_s, iso(0)},
        {u"updated_at"_s, iso(0)}};
}

QJsonObject survey(const ChatWorld &world, const ChatMessage &message)
{
    const QJsonValue said = message.contentAttributes[u"submitted_values"_s]["csat_survey_response"_L1];
    return {{u"id"_s, message.id}, {u"rating"_s, said["rating"_L1]},
        {u"feedback_message"_s, said["feedback_message"_L1]}, {u"account_id"_s, message.account},
        {u"message_id"_s, message.id}, {u"conversation_id"_s, message.conversation}, {u"contact"_s, QJsonObject()},
        {u"assigned_agent"_s, userPush(world.agents.value(message.sender))},
        {u"created_at"_s, seconds(message.createdMs)}};
}

QJsonObject userPush(const ChatAgent &agent)
{
    return {{u"id"_s, agent.id}, {u"name"_s, agent.name}, {u"available_name"_s, agent.name},
        {u"avatar_url"_s, QString()}, {u"type"_s, u"user"_s}, {u"availability_status"_s, agent.availability},
        {u"thumbnail"_s, QString()}};
}

QJsonObject restContact(const ChatContact &contact, const ChatConversation &conversation)
{
    QJsonObject json = contactPush(contact);
    json.remove(u"type"_s);
    json.insert(u"availability_status"_s, u"offline"_s);
    json.insert(u"last_activity_at"_s, seconds(conversation.lastActivityMs));
    json.insert(u"created_at"_s, seconds(conversation.createdMs));
    return json;
}

QJsonObject restMessage(const ChatWorld &world, const ChatMessage &message)
{
    QJsonObject json{{u"id"_s, message.id}, {u"content"_s, message.content}, {u"inbox_id"_s, message.inbox},
        {u"conversation_id"_s, message.conversation}, {u"message_type"_s, message.kind},
        {u"content_type"_s, message.contentType}, {u"status"_s, message.status},
        {u"content_attributes"_s, message.contentAttributes}, {u"created_at"_s, seconds(message.createdMs)},
        {u"private"_s, message.isPrivate}, {u"source_id"_s, QJsonValue()}};
    const QJsonObject who = sender(world, message);
    if (!who.isEmpty())
        json.insert(u"sender"_s, who);
    if (!message.files.isEmpty())
        json.insert(u"attachments"_s, attachments(world, message));
    return json;
}

QJsonObject eventMessage(ChatWorld &world, const ChatMessage &message)
{
    QJsonObject json = restMessage(world, message);
    json.insert(u"account_id"_s, message.account);
    json.insert(u"updated_at"_s, iso(message.updatedMs));
    json.insert(u"sender_type"_s, orNull(message.senderType));
    json.insert(u"sender_id"_s, message.sender == 0 ? QJsonValue() : QJsonValue(message.sender));
    json.insert(u"external_source_ids"_s, QJsonObject());
    json.insert(u"additional_attributes"_s, QJsonObject());
    json.insert(u"processed_message_content"_s, message.content);
    json.insert(u"sentiment"_s, QJsonObject());
    if (const ChatConversation *conversation = world.conversation(message.account, message.conversation)) {
        json.insert(u"conversation"_s,
            QJsonObject{{u"assignee_id"_s, conversation->assignee == 0 ? QJsonValue() : conversation->assignee},
                {u"unread_count"_s, world.unreadCount(*conversation)},
                {u"last_activity_at"_s, seconds(conversation->lastActivityMs)},
                {u"contact_inbox"_s,
                    QJsonObject{{u"source_id"_s, world.contacts.value(conversation->contact).sourceId}}}});
    }
    return json;
}

QJsonObject publicMessage(const ChatWorld &world, const ChatMessage &message)
{
    QJsonObject json = restMessage(world, message);
    for (const auto &field : {u"inbox_id"_s, u"status"_s, u"private"_s, u"source_id"_s})
        json.remove(field);
    return json;
}

QJsonObject restConversation(ChatWorld &world, const ChatConversation &conversation)
{
    QJsonObject json = conversationCore(world, conversation);
    json.remove(u"channel"_s);
    json.insert(u"uuid"_s, conversation.uuid);
    json.insert(u"muted"_s, world.contacts.value(conversation.contact).blocked);
    json.insert(u"first_reply_created_at"_s, seconds(conversation.firstReplyMs));
    json.insert(u"assignee_last_seen_at"_s, 0);
    json.insert(u"sla_policy_id"_s, QJsonValue());
    QJsonObject meta{{u"sender"_s, restContact(world.contacts[conversation.contact], conversation)},
        {u"channel"_s, world.inboxes[conversation.inbox].channel}, {u"hmac_verified"_s, false}};
    if (world.agents.contains(conversation.assignee)) {
        meta.insert(u"assignee"_s, agent(world.agents.value(conversation.assignee), conversation.account));
        meta.insert(u"assignee_type"_s, u"User"_s);
    }
    if (const QJsonValue team = teamOf(world, conversation); team.isObject())
        meta.insert(u"team"_s, team);
    json.insert(u"meta"_s, meta);
    const QList<ChatMessage *> thread = world.messagesOf(conversation);
    QJsonArray last;
    if (!thread.isEmpty())
        last.append(eventMessage(world, *thread.last()));
    json.insert(u"messages"_s, last);
    json.insert(u"last_non_activity_message"_s, QJsonValue());
    const auto spoken = std::find_if(thread.rbegin(), thread.rend(),
        [](const ChatMessage *message) { return message->kind != ChatMessage::Activity; });
    if (spoken != thread.rend())
        json.insert(u"last_non_activity_message"_s, eventMessage(world, **spoken));
    return json;
}

QJsonObject eventConversation(ChatWorld &world, const ChatConversation &conversation)
{
    QJsonObject json = conversationCore(world, conversation);
    json.insert(u"first_reply_created_at"_s,
        conversation.firstReplyMs == 0 ? QJsonValue() : QJsonValue(iso(conversation.firstReplyMs)));
    const bool assigned = world.agents.contains(conversation.assignee);
    json.insert(u"meta"_s,
        QJsonObject{{u"sender"_s, contactPush(world.contacts.value(conversation.contact))},
            {u"assignee"_s, assigned ? QJsonValue(userPush(world.agents.value(conversation.assignee))) : QJsonValue()},
            {u"assignee_type"_s, assigned ? QJsonValue(u"User"_s) : QJsonValue()},
            {u"team"_s, teamOf(world, conversation)}, {u"hmac_verified"_s, false}});
    const ChatContact contact = world.contacts.value(conversation.contact);
    json.insert(u"contact_inbox"_s,
        QJsonObject{{u"id"_s, contact.id}, {u"contact_id"_s, contact.id}, {u"inbox_id"_s, conversation.inbox},
            {u"source_id"_s, contact.sourceId}, {u"hmac_verified"_s, false}, {u"pubsub_token"_s, contact.pubsubToken}});
    QJsonArray last;
    const QList<ChatMessage *> thread = world.messagesOf(conversation);
    const auto spoken = std::find_if(thread.rbegin(), thread.rend(),
        [](const ChatMessage *message) { return message->kind != ChatMessage::Activity && !message->isPrivate; });
    if (spoken != thread.rend())
        last.append(eventMessage(world, **spoken));
    json.insert(u"messages"_s, last);
    return json;
}

QJsonObject publicContact(const ChatContact &contact)
{
    return {{u"source_id"_s, contact.sourceId}, {u"pubsub_token"_s, contact.pubsubToken}, {u"id"_s, contact.id},
        {u"name"_s, contact.name}, {u"email"_s, orNull(contact.email)}, {u"phone_number"_s, orNull(contact.phone)}};
}

QJsonObject publicConversation(ChatWorld &world, const ChatConversation &conversation)
{
    QJsonArray messages;
    for (const ChatMessage *message : world.messagesOf(conversation)) {
        if (!message->isPrivate && message->kind != ChatMessage::Activity)
            messages.append(publicMessage(world, *message));
    }
    const ChatContact contact = world.contacts.value(conversation.contact);
    return {{u"id"_s, conversation.id}, {u"uuid"_s, conversation.uuid}, {u"inbox_id"_s, conversation.inbox},
        {u"status"_s, conversation.status}, {u"contact_last_seen_at"_s, seconds(conversation.contactSeenMs)},
        {u"agent_last_seen_at"_s, seconds(conversation.agentSeenMs)}, {u"messages"_s, messages},
        {u"contact"_s,
            QJsonObject{{u"id"_s, contact.id}, {u"name"_s, contact.name}, {u"email"_s, orNull(contact.email)},
                {u"phone_number"_s, orNull(contact.phone)}, {u"identifier"_s, orNull(contact.identifier)},
                {u"blocked"_s, contact.blocked}}}};
}

} // namespace parley::sandbox::shapes
