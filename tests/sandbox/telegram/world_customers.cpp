// SPDX-License-Identifier: GPL-3.0-or-later
// What customers and account owners do in their own Telegram.
#include "sandbox/telegram/world.h"

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

QString fieldOf(FileToSend::Kind kind)
{
    switch (kind) {
    case FileToSend::Kind::Photo:
        return u"photo"_s;
    case FileToSend::Kind::Document:
        return u"document"_s;
    case FileToSend::Kind::Voice:
        return u"voice"_s;
    case FileToSend::Kind::Video:
        return u"video"_s;
    case FileToSend::Kind::Sticker:
        return u"sticker"_s;
    }
    return {};
}

} // namespace

qint64 World::addCustomer(NewCustomer customer)
{
    if (customer.id == 0)
        customer.id = m_nextPerson++;
    Person person;
    person.who = customer;
    if (!customer.picture.isEmpty())
        person.pictureSizes = photoSizes(customer.picture);
    m_people.insert(customer.id, person);
    QJsonObject chat = person.user();
    chat.remove("is_bot"_L1);
    chat.remove("language_code"_L1);
    chat.insert(u"type"_s, u"private"_s);
    m_chats[{{}, customer.id}].chat = chat;
    return customer.id;
}

qint64 World::addGroup(const QString &title, const QString &type, bool forum)
{
    const qint64 id = type == "group"_L1 ? -(m_nextGroup++ % 1'000'000'000) : -(m_nextGroup++);
    ChatState &state = m_chats[{{}, id}];
    state.chat = {{u"id"_s, id}, {u"type"_s, type}, {u"title"_s, title}};
    if (forum)
        state.chat.insert(u"is_forum"_s, true);
    return id;
}

int World::addTopic(qint64 group, const QString &name)
{
    Saying saying;
    saying.chat = group;
    const ChatKey key{{}, group};
    QJsonObject message{{u"from"_s, bot}, {u"is_topic_message"_s, true},
        {u"forum_topic_created"_s, QJsonObject{{u"name"_s, name}, {u"icon_color"_s, 7322096}}}};
    const int next = m_chats[key].lastMessageId + 1;
    message.insert(u"message_thread_id"_s, next);
    const StoredMessage &stored = store(key, message, false);
    m_chats[key].threads.insert(next);
    enqueue(u"message"_s, stored.json, stored.dateMs);
    return next;
}

QString World::addBusinessConnection(const QString &ownerFirstName, const QJsonObject &rights)
{
    Connection connection;
    connection.id = u"bc"_s + QString::number(m_connections.size() + 1);
    const qint64 owner = addCustomer({ownerFirstName, {}, {}, {}, {}, 0});
    m_people[owner].started = true;
    connection.owner = m_people[owner].user();
    connection.rights = rights;
    connection.dateMs = nowMs();
    m_connections.insert(connection.id, connection);
    enqueue(u"business_connection"_s, connection.json(), nowMs());
    return connection.id;
}

void World::setBusinessConnection(const QString &id, bool enabled, const QJsonObject &rights)
{
    Connection &connection = m_connections[id];
    connection.enabled = enabled;
    if (!rights.isEmpty())
        connection.rights = rights;
    enqueue(u"business_connection"_s, connection.json(), nowMs());
}

ChatKey World::chatOf(qint64 customer, const Saying &saying)
{
    const ChatKey key{saying.businessConnection, saying.chat == 0 ? customer : saying.chat};
    ChatState &state = m_chats[key];
    if (state.chat.isEmpty())
        state.chat = m_chats.value({{}, customer}).chat;
    return key;
}

QJsonObject World::messageFrom(qint64 customer, const ChatKey &key, const Saying &saying)
{
    QJsonObject message{{u"from"_s, m_people.value(customer).user()}, {u"date"_s, (nowMs() - saying.agoMs) / 1000}};
    if (!key.connection.isEmpty())
        message.insert(u"business_connection_id"_s, key.connection);
    if (saying.thread != 0) {
        message.insert(u"message_thread_id"_s, saying.thread);
        message.insert(u"is_topic_message"_s, true);
    }
    if (!saying.album.isEmpty())
        message.insert(u"media_group_id"_s, saying.album);
    const auto replied = m_chats[key].messages.constFind(saying.replyTo);
    if (replied != m_chats[key].messages.constEnd())
        message.insert(u"reply_to_message"_s, asReplied(replied->json));
    return message;
}

int World::deliver(qint64 customer, const ChatKey &key, const QJsonObject &message, const Saying &saying)
{
    const qint64 bornMs = nowMs() - saying.agoMs;
    const QJsonObject stored = store(key, message, false).json;
    ChatState &state = m_chats[key];
    state.lastIncomingMs = qMax(state.lastIncomingMs, bornMs);
    Person &writer = m_people[customer];
    if (key.connection.isEmpty() && key.id == customer) {
        if (writer.blocked)
            block(customer, false); // one has to unblock a bot to write to it
        writer.started = true;
    }
    enqueue(key.connection.isEmpty() ? u"message"_s : u"business_message"_s, stored, bornMs);
    return stored.value("message_id"_L1).toInt();
}

int World::write(qint64 customer, const QString &text, const Saying &saying)
{
    const ChatKey key = chatOf(customer, saying);
    QJsonObject message = messageFrom(customer, key, saying);
    message.insert(u"text"_s, text);
    const QJsonArray entities = saying.entities.isEmpty() ? foundEntities(text) : saying.entities;
    if (!entities.isEmpty())
        message.insert(u"entities"_s, entities);
    return deliver(customer, key, message, saying);
}

int World::sendFile(qint64 customer, const FileToSend &file, const Saying &saying)
{
    const ChatKey key = chatOf(customer, saying);
    QJsonObject message = messageFrom(customer, key, saying);
    message.insert(fieldOf(file.kind), mediaObject(file.kind, file));
    if (!file.caption.isEmpty() && file.kind != FileToSend::Kind::Sticker)
        message.insert(u"caption"_s, file.caption);
    return deliver(customer, key, message, saying);
}

void World::edit(qint64 customer, int id, const QString &text, const Saying &saying)
{
    const ChatKey key = chatOf(customer, saying);
    const auto stored = m_chats[key].messages.find(id);
    if (stored == m_chats[key].messages.end())
        return;
    stored->json.insert(u"edit_date"_s, now());
    const bool hasText = stored->json.contains("text"_L1);
    stored->json.insert(hasText ? u"text"_s : u"caption"_s, text);
    const QString entitiesField = hasText ? u"entities"_s : u"caption_entities"_s;
    const QJsonArray entities = foundEntities(text);
    stored->json.remove(entitiesField);
    if (!entities.isEmpty())
        stored->json.insert(entitiesField, entities);
    enqueue(key.connection.isEmpty() ? u"edited_message"_s : u"edited_business_message"_s, stored->json, nowMs());
}

void World::deleteBusiness(const QString &connection, qint64 customer, const QList<int> &messages)
{
    ChatState &state = m_chats[{connection, customer}];
    QJsonArray ids;
    for (const int id : messages) {
        const auto stored = state.messages.find(id);
        if (stored == state.messages.end() || stored->deleted)
            continue;
        stored->deleted = true;
        ids.append(id);
    }
    enqueue(u"deleted_business_messages"_s,
        {{u"business_connection_id"_s, connection}, {u"chat"_s, state.chat}, {u"message_ids"_s, ids}}, nowMs());
}

int World::ownerWrites(const QString &connection, qint64 customer, const QString &text, qint64 agoMs)
{
    Saying saying;
    saying.businessConnection = connection;
    const ChatKey key = chatOf(customer, saying);
    const QJsonObject message{{u"from"_s, m_connections.value(connection).owner}, {u"date"_s, (nowMs() - agoMs) / 1000},
        {u"business_connection_id"_s, connection}, {u"text"_s, text}};
    const QJsonObject stored = store(key, message, false).json;
    enqueue(u"business_message"_s, stored, nowMs() - agoMs);
    return stored.value("message_id"_L1).toInt();
}

void World::announceMember(const Person &person, bool blockedNow)
{
    const QJsonObject member{{u"user"_s, bot}, {u"status"_s, u"member"_s}};
    const QJsonObject kicked{{u"user"_s, bot}, {u"status"_s, u"kicked"_s}, {u"until_date"_s, 0}};
    enqueue(u"my_chat_member"_s,
        {{u"chat"_s, m_chats.value({{}, person.who.id}).chat}, {u"from"_s, person.user()}, {u"date"_s, now()},
            {u"old_chat_member"_s, blockedNow ? member : kicked}, {u"new_chat_member"_s, blockedNow ? kicked : member}},
        nowMs());
}

void World::block(qint64 customer, bool blocked)
{
    Person &person = m_people[customer];
    if (person.blocked == blocked)
        return;
    person.blocked = blocked;
    announceMember(person, blocked);
}

void World::deactivate(qint64 customer)
{
    m_people[customer].deactivated = true;
}

void World::react(qint64 customer, int message, const QString &emoji, const Saying &saying)
{
    const ChatKey key = chatOf(customer, saying);
    const QJsonArray reaction{QJsonObject{{u"type"_s, u"emoji"_s}, {u"emoji"_s, emoji}}};
    enqueue(u"message_reaction"_s,
        {{u"chat"_s, m_chats[key].chat}, {u"message_id"_s, message}, {u"user"_s, m_people.value(customer).user()},
            {u"date"_s, now()}, {u"old_reaction"_s, QJsonArray()}, {u"new_reaction"_s, reaction}},
        nowMs());
}

QString World::pressButton(qint64 customer, int message, const QString &data)
{
    const QString id = QString::number(m_nextCallback++);
    m_callbacks.insert(id, nowMs());
    QJsonObject query{
        {u"id"_s, id}, {u"from"_s, m_people.value(customer).user()}, {u"chat_instance"_s, u"-1"_s}, {u"data"_s, data}};
    const ChatState &state = m_chats[{{}, customer}];
    if (state.messages.contains(message))
        query.insert(u"message"_s, state.messages.value(message).json);
    enqueue(u"callback_query"_s, query, nowMs());
    return id;
}

qint64 World::upgradeGroup(qint64 group)
{
    const QString title = m_chats.value({{}, group}).chat.value("title"_L1).toString();
    const qint64 to = addGroup(title, u"supergroup"_s, false);
    m_chats[{{}, group}].migratedTo = to;
    const QJsonObject left = store({{}, group}, {{u"migrate_to_chat_id"_s, to}}, false).json;
    enqueue(u"message"_s, left, nowMs());
    const QJsonObject came = store({{}, to}, {{u"migrate_from_chat_id"_s, group}}, false).json;
    enqueue(u"message"_s, came, nowMs());
    return to;
}

void World::kickBot(qint64 group)
{
    m_chats[{{}, group}].botKicked = true;
}

} // namespace parley::sandbox
