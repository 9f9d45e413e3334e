// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ok/world.h"

#include <QDateTime>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::ok {

World::World()
    : groupName(u"Магазин"_s)
    , groupId(u"group:53"_s)
{
}

qint64 World::nowMs() const
{
    return QDateTime::currentMSecsSinceEpoch() + m_clockOffsetMs;
}

QString World::addCustomer(const QString &name, QString id, QString chatId)
{
    if (id.isEmpty())
        id = u"user:%1"_s.arg(m_nextUser++);
    m_names.insert(id, name);
    Chat chat;
    chat.id = chatId.isEmpty() ? u"chat:C%1"_s.arg(m_nextChat++, 0, 16) : chatId;
    chat.title = name;
    chat.owner = id;
    chat.participants = {{id, nowMs()}, {groupId, nowMs()}};
    chat.lastEventMs = nowMs();
    m_chats.insert(chat.id, chat);
    return chat.id;
}

QString World::addAnonymous(const QString &session, const Form &form)
{
    const QString id = addCustomer(QString(), u"anonym:"_s + session, {});
    m_chats[id].session = session;
    m_chats[id].form = form;
    return id;
}

QString World::addGroupChat(const QString &title, const QStringList &members)
{
    Chat chat;
    chat.id = u"chat:C%1"_s.arg(m_nextChat++, 0, 16);
    chat.type = u"GROUP_CHAT"_s;
    chat.title = title;
    chat.participants.insert(groupId, nowMs());
    for (const QString &member : members) {
        const QString id = u"user:%1"_s.arg(m_nextUser++);
        m_names.insert(id, member);
        chat.participants.insert(id, nowMs());
    }
    chat.lastEventMs = nowMs();
    m_chats.insert(chat.id, chat);
    return chat.id;
}

Chat *World::chat(const QString &id)
{
    const auto found = m_chats.find(id);
    return found == m_chats.end() ? nullptr : &*found;
}

Message *World::message(const QString &mid, Chat **in)
{
    for (Chat &chat : m_chats) {
        for (Message &message : chat.messages) {
            if (message.mid != mid)
                continue;
            if (in)
                *in = &chat;
            return &message;
        }
    }
    return nullptr;
}

QList<const Chat *> World::chatsByActivity() const
{
    QList<const Chat *> all;
    for (const Chat &chat : m_chats)
        all.append(&chat);
    std::ranges::stable_sort(all, std::greater{}, &Chat::lastEventMs);
    return all;
}

Message &World::store(Chat &chat, Message message)
{
    message.mid = u"mid:%1.%2"_s.arg(chat.id.sliced(5)).arg(m_nextMid++);
    message.seq = m_nextSeq++;
    // Two messages may share a millisecond, more do not.
    if (message.atMs == 0) {
        const qsizetype count = chat.messages.size();
        message.atMs = count < 2 ? nowMs() : std::max(nowMs(), chat.messages.at(count - 2).atMs + 1);
    }
    if (message.senderName.isEmpty())
        message.senderName = message.sender == groupId ? groupName : m_names.value(message.sender);
    chat.lastEventMs = std::max(chat.lastEventMs, message.atMs);
    if (message.sender == groupId)
        m_sentOrder.append({chat.id, message.mid});
    const auto place = std::upper_bound(chat.messages.begin(), chat.messages.end(), message.atMs,
        [](qint64 at, const Message &other) { return at < other.atMs; });
    return *chat.messages.insert(place, message);
}

QString World::write(const QString &id, const QString &text, const Saying &saying)
{
    Chat *to = chat(id);
    if (!to)
        return {};
    Message message;
    message.sender = saying.by.isEmpty() ? to->owner : saying.by;
    message.text = text;
    message.replyTo = saying.replyTo;
    message.files = saying.files;
    for (const File &file : saying.files)
        message.attachments.append(QJsonObject{{u"type"_s, file.type}, {u"payload"_s, payloadOf(file)}});
    if (!saying.attachment.isEmpty())
        message.attachments.append(saying.attachment);
    message.atMs = saying.agoMs == 0 ? 0 : nowMs() - saying.agoMs;
    // A customer who writes lets the group answer.
    to->forbidden = false;
    const Message &stored = store(*to, message);
    if (saying.agoMs == 0) {
        QJsonObject update = json(*to, stored);
        update.insert(u"webhookType"_s, u"MESSAGE_CREATED"_s);
        announce(u"MESSAGE_CREATED"_s, update);
    }
    return stored.mid;
}

void World::edit(const QString &mid, const QString &text)
{
    if (Message *found = message(mid))
        found->text = text;
}

void World::remove(const QString &mid)
{
    if (Message *found = message(mid))
        found->deleted = true;
}

QString World::colleagueWrites(const QString &id, const QString &text, qint64 agoMs)
{
    Chat *to = chat(id);
    if (!to)
        return {};
    Message message;
    message.sender = groupId;
    message.text = text;
    message.byColleague = true;
    message.atMs = agoMs == 0 ? 0 : nowMs() - agoMs;
    return store(*to, message).mid;
}

void World::pressButton(const QString &id, const QString &payload)
{
    const Chat *in = chat(id);
    if (!in)
        return;
    const int number = m_nextMid++;
    announce(u"MESSAGE_CALLBACK"_s,
        {{u"webhookType"_s, u"MESSAGE_CALLBACK"_s},
            {u"sender"_s, QJsonObject{{u"name"_s, in->title}, {u"user_id"_s, in->owner}}},
            {u"recipient"_s, QJsonObject{{u"chat_id"_s, id}}}, {u"mid"_s, u"mid:%1.%2"_s.arg(id.sliced(5)).arg(number)},
            {u"callbackId"_s, u"cb-%1"_s.arg(number)}, {u"payload"_s, payload}, {u"timestamp"_s, nowMs()}});
}

void World::rename(const QString &id, const QString &title)
{
    Chat *in = chat(id);
    if (!in)
        return;
    in->title = title;
    in->lastEventMs = nowMs();
    announce(u"CHAT_SYSTEM"_s,
        {{u"webhookType"_s, u"CHAT_SYSTEM"_s}, {u"recipient"_s, QJsonObject{{u"chat_id"_s, id}}}, {u"title"_s, title},
            {u"timestamp"_s, nowMs()}});
}

void World::forbid(const QString &id, bool forbidden)
{
    if (Chat *in = chat(id))
        in->forbidden = forbidden;
}

void World::setStatus(const QString &id, const QString &status)
{
    if (Chat *in = chat(id)) {
        in->status = status;
        in->lastEventMs = nowMs();
    }
}

void World::putIntoHistory(const QString &id, const QJsonObject &item)
{
    Chat *in = chat(id);
    if (!in)
        return;
    Message message;
    message.instead = item;
    store(*in, message);
}

void World::inject(const QJsonObject &update)
{
    announce({}, update);
}

QString World::addDiscussion(const QString &type, const QString &title, QString id)
{
    if (id.isEmpty())
        id = QString::number(m_nextDiscussion++);
    m_discussions.prepend({id, type, title, {}, 0});
    return id;
}

QString World::comment(const QString &id, const NewComment &said)
{
    Discussion *on = discussion(id);
    if (!on)
        return {};
    Comment comment{u"c%1"_s.arg(m_nextComment++), said, nowMs() - said.agoMs};
    on->comments.append(comment);
    if (!said.byGroup)
        ++on->unread;
    return comment.id;
}

Discussion *World::discussion(const QString &id)
{
    const auto found = std::ranges::find(m_discussions, id, &Discussion::id);
    return found == m_discussions.end() ? nullptr : &*found;
}

Received World::receivedFrom(const Chat &chat, const Message &message) const
{
    return {chat.id, message.mid, message.text, message.replyTo, message.files, message.byColleague, message.atMs};
}

QList<Received> World::received(const QString &wanted) const
{
    QList<Received> list;
    for (const auto &[id, mid] : m_sentOrder) {
        if (!wanted.isEmpty() && id != wanted)
            continue;
        const Chat chat = m_chats.value(id);
        const auto found = std::ranges::find(chat.messages, mid, &Message::mid);
        if (found != chat.messages.end() && !found->deleted)
            list.append(receivedFrom(chat, *found));
    }
    return list;
}

QJsonArray World::updatesAfter(const QString &marker, int limit, QString &next)
{
    const qint64 confirmed = marker.startsWith(u'm') ? marker.sliced(1).toLongLong() : 0;
    QJsonArray done;
    while (!m_queue.isEmpty() && m_queue.first().id <= confirmed)
        done.append(m_queue.takeFirst().json);
    if (!done.isEmpty())
        m_lastConfirmed = done;
    QJsonArray updates;
    qint64 last = confirmed;
    for (const Queued &queued : std::as_const(m_queue)) {
        if (updates.size() >= limit)
            break;
        updates.append(queued.json);
        last = queued.id;
    }
    next = u"m%1"_s.arg(last);
    return updates;
}

void World::announce(const QString &type, const QJsonObject &update)
{
    if (!subscribed || (!type.isEmpty() && !types.contains(type)))
        return;
    m_queue.append({m_nextUpdate++, update});
    if (onUpdate)
        onUpdate();
}

QJsonObject World::json(const Chat &chat) const
{
    QJsonObject participants;
    for (auto it = chat.participants.begin(); it != chat.participants.end(); ++it)
        participants.insert(it.key(), *it);
    QJsonObject made{{u"type"_s, chat.type}, {u"status"_s, chat.status}, {u"title"_s, chat.title},
        {u"icon"_s,
            QJsonObject{
                {u"url"_s, u"%1/files/icon/%2"_s.arg(base, QString::fromLatin1(QUrl::toPercentEncoding(chat.title)))}}},
        {u"participants"_s, participants}, {u"lastEventTime"_s, chat.lastEventMs}, {u"chat_id"_s, chat.id},
        {u"owner_id"_s, chat.owner.isEmpty() ? groupId : chat.owner}, {u"group_id"_s, groupId}};
    if (chat.session.isEmpty())
        return made;
    // How a signed-out visitor looks on the wire is not documented; this is what the connector expects.
    QJsonArray answers;
    for (const auto &[question, answer] : chat.form.answers)
        answers.append(QJsonObject{{u"question"_s, question}, {u"answer"_s, answer}});
    made.insert(u"session_id"_s, chat.session);
    made.insert(u"form"_s, QJsonObject{{u"category"_s, chat.form.category}, {u"answers"_s, answers}});
    return made;
}

QJsonObject World::json(const Chat &chat, const Message &message) const
{
    if (!message.instead.isEmpty())
        return message.instead;
    QJsonObject content{{u"text"_s, message.text}, {u"seq"_s, message.seq}, {u"mid"_s, message.mid}};
    if (!message.attachments.isEmpty())
        content.insert(u"attachments"_s, message.attachments);
    if (!message.replyTo.isEmpty())
        content.insert(u"reply_to"_s, message.replyTo);
    return {{u"sender"_s, QJsonObject{{u"name"_s, message.senderName}, {u"user_id"_s, message.sender}}},
        {u"recipient"_s, QJsonObject{{u"chat_id"_s, chat.id}}}, {u"message"_s, content},
        {u"timestamp"_s, message.atMs}};
}

QJsonObject World::payloadOf(const File &file)
{
    const QString path = u"%1/i"_s.arg(m_nextFile++);
    m_files.insert(path, file);
    QJsonObject payload{
        {u"url"_s, QString(base + u"/files/" + QString::fromLatin1(QUrl::toPercentEncoding(path, "/")))}};
    if (file.type == "FILE"_L1)
        payload.insert(u"name"_s, file.name);
    return payload;
}

std::optional<File> World::fileAt(const QString &path) const
{
    const auto found = m_files.constFind(path);
    return found == m_files.constEnd() ? std::nullopt : std::optional(*found);
}

QString World::newToken()
{
    return u"t%1kEn"_s.arg(m_nextToken++, 6, 36, QLatin1Char('0'));
}

} // namespace parley::sandbox::ok
