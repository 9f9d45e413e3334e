// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ok/graph.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::ok {

namespace {

constexpr qint64 kEver = std::numeric_limits<qint64>::max();

qint64 number(const QUrlQuery &query, const QString &name, qint64 otherwise)
{
    bool isNumber = false;
    const qint64 value = query.queryItemValue(name).toLongLong(&isNumber);
    return isNumber ? value : otherwise;
}

Refusal param(const QString &what)
{
    return {100, what};
}

bool isChat(const QString &part)
{
    return part.startsWith("chat:"_L1);
}

} // namespace

GraphCall graphCall(const QByteArray &verb, const QString &path)
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    const bool isGet = verb == "GET";
    const QString first = parts.value(0);
    const QString second = parts.value(1);
    const QString third = parts.value(2);
    if (first == "me"_L1 && second == "messages"_L1 && isChat(third))
        return {isGet ? u"messages"_s : u"send"_s, third};
    if (first == "me"_L1 && second == "chat"_L1 && isChat(third) && isGet)
        return {u"me/chat"_s, third};
    static const QStringList asked{u"info"_s, u"chats"_s, u"fileUploadUrl"_s, u"subscriptions"_s, u"updates"_s};
    static const QStringList told{u"subscribe"_s, u"unsubscribe"_s};
    if (first == "me"_L1 && parts.size() == 2 && (isGet ? asked : told).contains(second))
        return {u"me/"_s + second, {}};
    if (isChat(first) && second == "messages"_L1)
        return {isGet ? u"messages"_s : u"send"_s, first};
    if (isChat(first) && !isGet && (second == "action"_L1 || second == "answer"_L1))
        return {second, first};
    if (isChat(first) && isGet && second == "url"_L1)
        return {second, first};
    // The official page spells the prefix in capitals, everything else in small letters.
    if (first.startsWith("mid:"_L1, Qt::CaseInsensitive) && second == "edit"_L1 && !isGet)
        return {u"edit"_s, QString(u"mid:" + first.sliced(4))};
    return {};
}

Graph::Graph(World &world)
    : m_world(world)
    , m_table{{u"me/info"_s, &Graph::info}, {u"me/chats"_s, &Graph::chats}, {u"me/chat"_s, &Graph::chat},
          {u"messages"_s, &Graph::messages}, {u"send"_s, &Graph::send}, {u"edit"_s, &Graph::edit},
          {u"action"_s, &Graph::action}, {u"url"_s, &Graph::url}, {u"answer"_s, &Graph::answer},
          {u"me/fileUploadUrl"_s, &Graph::slot}, {u"me/subscribe"_s, &Graph::subscribe},
          {u"me/unsubscribe"_s, &Graph::unsubscribe}, {u"me/subscriptions"_s, &Graph::subscriptions}}
{
}

Outcome Graph::call(const GraphCall &call, const QUrlQuery &query, const QJsonObject &body)
{
    const Method method = m_table.value(call.name);
    if (!method)
        return Refusal{3, u"no such method"_s};
    return (this->*method)({call.node, query, body});
}

Outcome Graph::info(const Asked &)
{
    return QJsonObject{{u"name"_s, m_world.groupName}, {u"group_id"_s, m_world.groupId}};
}

Outcome Graph::chats(const Asked &asked)
{
    const qint64 count = number(asked.query, u"count"_s, 20);
    if (count < 1 || count > 100)
        return param(u"count must be in 1..100"_s);
    const QString marker = asked.query.queryItemValue(u"marker"_s);
    const qsizetype begin = marker.isEmpty() ? 0 : marker.sliced(1).toLongLong();
    const QList<const Chat *> all = m_world.chatsByActivity();
    QJsonArray page;
    for (qsizetype i = begin; i < std::min<qsizetype>(all.size(), begin + count); ++i)
        page.append(m_world.json(*all.at(i)));
    QJsonObject answer{{u"chats"_s, page}};
    if (begin + count < all.size())
        answer.insert(u"marker"_s, u"m%1"_s.arg(begin + count));
    return answer;
}

Outcome Graph::chat(const Asked &asked)
{
    const Chat *chat = m_world.chat(asked.node);
    if (!chat)
        return Refusal{106, u"no chat "_s + asked.node};
    return m_world.json(*chat);
}

Outcome Graph::messages(const Asked &asked)
{
    const Chat *chat = m_world.chat(asked.node);
    if (!chat)
        return Refusal{106, u"no chat "_s + asked.node};
    const qint64 from = number(asked.query, u"from"_s, kEver);
    const qint64 to = number(asked.query, u"to"_s, 0);
    const qint64 count = number(asked.query, u"count"_s, 50);
    if (from <= to || count < 1 || count > 100)
        return param(u"from must be greater than to, count in 1..100"_s);
    QJsonArray page;
    for (qsizetype i = chat->messages.size() - 1; i >= 0 && page.size() < count; --i) {
        const Message &message = chat->messages.at(i);
        if (!message.deleted && message.atMs <= from && message.atMs >= to)
            page.append(m_world.json(*chat, message));
    }
    return QJsonObject{{u"messages"_s, page}};
}

std::optional<Refusal> Graph::attach(Message &message, const QJsonArray &attachments)
{
    if (attachments.size() > kAttachmentLimit)
        return param(u"at most 5 attachments"_s);
    for (const QJsonValue &given : attachments) {
        const QString type = given["type"_L1].toString();
        const QString token = given["payload"_L1]["token"_L1].toString();
        const auto upload = m_world.uploads.find(token);
        if (upload == m_world.uploads.end() || upload->type != type || !upload->filled)
            return param(u"attachment token"_s);
        message.files.append(upload->file);
        message.attachments.append(QJsonObject{{u"type"_s, type}, {u"payload"_s, m_world.payloadOf(upload->file)}});
    }
    return std::nullopt;
}

std::variant<Message, Refusal> Graph::contentOf(const QJsonObject &given, const Chat &chat)
{
    Message message;
    message.sender = m_world.groupId;
    message.text = given["text"_L1].toString();
    QJsonArray attachments = given["attachments"_L1].toArray();
    if (given["attachment"_L1].isObject())
        attachments.append(given["attachment"_L1]);
    if (message.text.isEmpty() && attachments.isEmpty())
        return param(u"message is empty"_s);
    if (message.text.size() > kTextLimit)
        return param(u"text is too long"_s);
    message.replyTo = given["reply_to"_L1].toString();
    if (!message.replyTo.isEmpty()) {
        Chat *in = nullptr;
        const Message *target = m_world.message(message.replyTo, &in);
        if (!target || target->deleted || in->id != chat.id)
            return Refusal{140, u"reply_to"_s};
    }
    if (const auto refusal = attach(message, attachments))
        return *refusal;
    return message;
}

Outcome Graph::send(const Asked &asked)
{
    Chat *chat = m_world.chat(asked.node);
    if (!chat)
        return Refusal{106, u"no chat "_s + asked.node};
    if (asked.body["recipient"_L1]["chat_id"_L1].toString() != chat->id)
        return param(u"recipient"_s);
    if (chat->status != "ACTIVE"_L1)
        return Refusal{7, u"chat is "_s + chat->status};
    if (chat->forbidden)
        return Refusal{10, u"user does not allow messages"_s};
    const auto content = contentOf(asked.body["message"_L1].toObject(), *chat);
    if (const auto *refusal = std::get_if<Refusal>(&content))
        return *refusal;
    const QString mid = m_world.store(*chat, std::get<Message>(content)).mid;
    if (answersWithoutMid)
        return QJsonObject{{u"success"_s, true}};
    return QJsonObject{{u"message_id"_s, mid}, {u"success"_s, true}};
}

Outcome Graph::edit(const Asked &asked)
{
    Chat *chat = nullptr;
    Message *message = m_world.message(asked.node, &chat);
    if (!message || message->deleted)
        return Refusal{140, u"no message "_s + asked.node};
    if (message->sender != m_world.groupId)
        return Refusal{10, u"not the group's message"_s};
    const auto content = contentOf(asked.body["message"_L1].toObject(), *chat);
    if (const auto *refusal = std::get_if<Refusal>(&content))
        return *refusal;
    // The whole content is replaced.
    const auto &next = std::get<Message>(content);
    message->text = next.text;
    message->files = next.files;
    message->attachments = next.attachments;
    return QJsonObject{{u"success"_s, true}};
}

Outcome Graph::action(const Asked &asked)
{
    static const QStringList known{
        u"TYPING_ON"_s, u"SENDING_PHOTO"_s, u"SENDING_VIDEO"_s, u"SENDING_AUDIO"_s, u"MARK_SEEN"_s};
    Chat *chat = m_world.chat(asked.node);
    if (!chat)
        return Refusal{106, u"no chat "_s + asked.node};
    const QString action = asked.body["sender_action"_L1].toString();
    if (!known.contains(action))
        return param(u"sender_action"_s);
    m_world.saw({chat->id, action, m_world.nowMs()});
    if (action == "MARK_SEEN"_L1)
        chat->participants[m_world.groupId] = m_world.nowMs();
    return QJsonObject{{u"success"_s, true}};
}

Outcome Graph::url(const Asked &asked)
{
    if (!m_world.chat(asked.node))
        return Refusal{106, u"no chat "_s + asked.node};
    return QJsonObject{{u"url"_s, QString(u"https://ok.ru/messages/" + asked.node.sliced(5))}};
}

Outcome Graph::answer(const Asked &asked)
{
    if (!m_world.chat(asked.node) || asked.query.queryItemValue(u"callbackId"_s).isEmpty())
        return param(u"callbackId"_s);
    return QJsonObject{{u"success"_s, true}};
}

Outcome Graph::slot(const Asked &asked)
{
    const QString type = asked.query.queryItemValue(u"type"_s);
    if (!QStringList{u"FILE"_s, u"VIDEO"_s, u"AUDIO"_s, u"IMAGE"_s}.contains(type))
        return param(u"type"_s);
    const QString token = m_world.newToken();
    m_world.uploads.insert(token, {type, {}, false});
    // A picture's token is told only when the picture is there.
    return QJsonObject{{u"url"_s, QString(m_world.base + u"/upload/" + token)},
        type == "IMAGE"_L1 ? qMakePair(u"file_id"_s, QJsonValue(u"f"_s + token))
                           : qMakePair(u"token"_s, QJsonValue(token))};
}

Outcome Graph::upload(const QString &token, const QString &formType, const File &given)
{
    const auto slot = m_world.uploads.find(token);
    if (slot == m_world.uploads.end())
        return Refusal{106, u"no such upload"_s};
    if (!formType.startsWith("multipart/form-data"_L1, Qt::CaseInsensitive) || given.content.isEmpty())
        return Refusal{21, u"the file must come as multipart"_s};
    const Upload wanted = *slot;
    File file = given;
    file.type = wanted.type;
    const bool fits = wanted.type == "IMAGE"_L1 ? file.mime.startsWith("image/"_L1)
        : wanted.type == "AUDIO"_L1             ? file.mime.startsWith("audio/"_L1)
                                                : true;
    if (!fits)
        return param(u"Content-Type of the file"_s);
    if (wanted.type != "IMAGE"_L1) {
        *slot = {wanted.type, file, true};
        return QJsonObject{{u"success"_s, true}};
    }
    const QString own = m_world.newToken();
    m_world.uploads.insert(own, {wanted.type, file, true});
    return QJsonObject{{u"token"_s, own}};
}

Outcome Graph::subscribe(const Asked &asked)
{
    if (longPoll == LongPoll::NoMethod)
        return Refusal{3, u"no such method"_s};
    const QJsonArray types = asked.body["types"_L1].toArray();
    if (!asked.body["longPolling"_L1].toBool() && asked.body["url"_L1].toString().isEmpty())
        return param(u"url or longPolling"_s);
    m_world.subscribed = true;
    m_world.types.clear();
    for (const QJsonValue &type : types)
        m_world.types.append(type.toString());
    return QJsonObject{{u"success"_s, true}};
}

Outcome Graph::unsubscribe(const Asked &)
{
    m_world.subscribed = false;
    return QJsonObject{{u"success"_s, true}};
}

Outcome Graph::subscriptions(const Asked &)
{
    return QJsonObject{{u"subscriptions"_s, m_world.webhooks}};
}

} // namespace parley::sandbox::ok
