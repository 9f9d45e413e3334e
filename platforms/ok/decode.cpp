// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/ok/decode.h"

#include "platforms/ok/address.h"
#include "platforms/ok/content.h"
#include "platforms/ok/words.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace parley::platforms::ok {

namespace {

QByteArray bytesOf(const QJsonValue &value)
{
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

/// Text and kinds of attachments; not their addresses, which may be made anew for each answer.
quint32 markOf(const QJsonObject &content)
{
    QCryptographicHash hash(QCryptographicHash::Md5);
    hash.addData(content["text"_L1].toString().toUtf8());
    const QJsonArray attachments = attachmentsIn(content);
    for (const QJsonValue &attachment : attachments)
        hash.addData(QByteArray("\n" + attachment["type"_L1].toString().toUtf8()));
    return qFromBigEndian<quint32>(hash.result().constData());
}

/// The shape that a public client shows, {"update_type", "message": {"sender", "recipient", "body"}}, as the documented
/// one.
QJsonObject inWebhookShape(const QJsonObject &item)
{
    const QJsonObject message = item["message"_L1].toObject();
    if (!item.contains("update_type"_L1) && !message.contains("body"_L1))
        return item;
    QJsonObject made = item;
    made["webhookType"_L1] = item["update_type"_L1].toString().toUpper();
    for (const auto key : {"sender"_L1, "recipient"_L1, "timestamp"_L1}) {
        if (message.contains(key) && (!item.contains(key) || key == "timestamp"_L1))
            made[key] = message[key];
    }
    if (message["body"_L1].isObject())
        made["message"_L1] = message["body"_L1];
    const QJsonObject callback = item["callback"_L1].toObject();
    if (!callback.isEmpty()) {
        made["callbackId"_L1] = callback["callback_id"_L1];
        made["payload"_L1] = callback["payload"_L1];
        if (callback["user"_L1].isObject())
            made["sender"_L1] = callback["user"_L1];
    }
    return made;
}

QString kindOf(const QJsonObject &item)
{
    return item["webhookType"_L1].toString().toUpper();
}

QString chatIn(const QJsonObject &item)
{
    const QString id = chatIdFrom(item["recipient"_L1]["chat_id"_L1]);
    return id.isEmpty() ? chatIdFrom(item["chat_id"_L1]) : id;
}

void readForm(const QJsonObject &form, ChatInfo &info)
{
    info.category = form["category"_L1].toString().left(200);
    const QJsonArray answers = form["answers"_L1].toArray();
    for (const QJsonValue &answer : answers) {
        const QString question = answer["question"_L1].toString().left(500);
        const QString said = answer["answer"_L1].toString().left(2000);
        if (!said.isEmpty() && info.answers.size() < 50)
            info.answers.append({question, said});
    }
}

QString customerIn(const QJsonObject &chat, const QString &session)
{
    QString owner = userIdFrom(chat["owner_id"_L1]);
    if (!owner.isEmpty() && !isGroup(owner))
        return owner;
    const QJsonObject participants = chat["participants"_L1].toObject();
    for (auto it = participants.begin(); it != participants.end(); ++it) {
        if (const QString id = userIdFrom(it.key()); !isGroup(id))
            return id;
    }
    return session.isEmpty() ? QString() : anonymousId(session);
}

RemoteConversation conversationFrom(const ChatInfo &chat)
{
    RemoteConversation made;
    made.remoteId = chat.id;
    made.kind = chat.isDialog ? ConversationKind::DirectChat : ConversationKind::GroupChat;
    made.contactRemoteId = chat.customer;
    if (!chat.isDialog)
        made.subject = chat.title;
    if (chat.status == "LEFT"_L1) {
        made.canReply = false;
        made.cannotReplyWhy = Words::tr("The group has left this chat.");
    } else if (chat.status == "REMOVED"_L1) {
        made.canReply = false;
        made.cannotReplyWhy = Words::tr("The group was removed from this chat.");
    }
    const QString session = sessionOf(chat.customer);
    if (session.isEmpty() && chat.category.isEmpty() && chat.answers.isEmpty())
        return made;
    made.context.title = session.isEmpty() ? Words::tr("Filled-in form") : Words::tr("A visitor who is not signed in");
    if (!chat.category.isEmpty())
        made.context.facts.append({Words::tr("Category"), chat.category});
    made.context.facts.append(chat.answers);
    if (!session.isEmpty())
        made.context.facts.append({Words::tr("Session"), session});
    return made;
}

QString shownName(const QString &id, const QString &name)
{
    if (!name.isEmpty())
        return name;
    return isAnonymous(id) ? Words::tr("Signed-out visitor") : Words::tr("somebody");
}

QString replyTarget(const QJsonObject &content)
{
    const QJsonValue target = content["reply_to"_L1];
    return midFrom(target.isObject() ? target["mid"_L1] : target);
}

} // namespace

QJsonArray listIn(const QJsonValue &answer, QLatin1StringView key)
{
    return answer.isArray() ? answer.toArray() : answer[key].toArray();
}

bool isEarlier(const RemoteMessage &a, const RemoteMessage &b)
{
    // Two may share a millisecond: then the larger seq is the later one, or else the larger id. Both are text, since
    // they may be of any size: the longer one is the larger.
    const auto key = [](const RemoteMessage &message) {
        const QString seq = message.extra["seq"_L1].toString();
        return std::tuple(message.time, seq.size(), seq, message.remoteId.size(), message.remoteId);
    };
    return key(a) < key(b);
}

RawPayload rawPayload(const QJsonValue &item, const QString &reason)
{
    RawPayload raw;
    raw.payload = bytesOf(item);
    raw.mediaType = u"application/json"_s;
    raw.reason = reason;
    const QByteArray hash = QCryptographicHash::hash(raw.payload, QCryptographicHash::Sha256).toHex().left(32);
    raw.remoteId = u"raw:"_s + QString::fromLatin1(hash);
    return raw;
}

std::optional<ChatInfo> readChat(const QJsonValue &value)
{
    const QJsonObject chat = value.toObject();
    ChatInfo info;
    info.id = chatIdFrom(chat["chat_id"_L1]);
    if (info.id.isEmpty())
        return std::nullopt;
    const QString type = chat["type"_L1].toString().toUpper();
    info.isDialog = type.isEmpty() || type == "DIALOG"_L1;
    info.status = chat["status"_L1].toString().toUpper();
    info.title = chat["title"_L1].toString();
    info.lastEvent = toMs(timeFrom(chat["lastEventTime"_L1]));
    if (info.isDialog)
        info.customer = customerIn(chat, chat["session_id"_L1].toString());
    readForm(chat["form"_L1].toObject(), info);
    return info;
}

ChatPage readChats(const QJsonValue &answer)
{
    ChatPage page;
    const QJsonArray chats = listIn(answer, "chats"_L1);
    for (const QJsonValue &chat : chats) {
        if (const auto info = readChat(chat))
            page.chats << *info;
        else
            page.odd.append(chat);
    }
    page.marker = answer["marker"_L1].toString();
    return page;
}

QString chatOfUpdate(const QJsonValue &update)
{
    return chatIn(inWebhookShape(update.toObject()));
}

bool isChatChange(const QJsonValue &update)
{
    return kindOf(inWebhookShape(update.toObject())) == "CHAT_SYSTEM"_L1;
}

Reader::Reader(Batch &batch, Memory &memory, Timestamp now)
    : m_batch(batch)
    , m_memory(memory)
    , m_now(now)
{
}

void Reader::raw(const QJsonValue &item, const QString &reason)
{
    m_batch.raw << rawPayload(item, reason);
}

void Reader::contact(const QString &id, const QString &name)
{
    if (id.isEmpty())
        return;
    if (const auto known = m_contacts.constFind(id); known != m_contacts.constEnd()) {
        if (!name.isEmpty())
            m_batch.contacts[*known].name = name;
        return;
    }
    RemoteContact made;
    made.remoteId = id;
    made.name = shownName(id, name);
    made.anonymous = isAnonymous(id);
    m_contacts.insert(id, m_batch.contacts.size());
    m_batch.contacts << made;
}

void Reader::chat(const ChatInfo &chat)
{
    contact(chat.customer, chat.isDialog ? chat.title : QString());
    RemoteConversation made = conversationFrom(chat);
    if (made.canReply && m_memory.shut.contains(chat.id)) {
        made.canReply = false;
        made.cannotReplyWhy = Words::tr("This person does not allow the group to write to them.");
    }
    if (const auto known = m_conversations.constFind(chat.id); known != m_conversations.constEnd()) {
        m_batch.conversations[*known] = made;
        return;
    }
    m_conversations.insert(chat.id, m_batch.conversations.size());
    m_batch.conversations << made;
}

/// A customer who writes again takes answers again.
void Reader::heardFrom(const ChatInfo &chat, qint64 ms)
{
    const auto shut = m_memory.shut.find(chat.id);
    if (shut == m_memory.shut.end() || ms <= *shut)
        return;
    m_memory.shut.erase(shut);
    if (m_conversations.contains(chat.id))
        this->chat(chat);
}

QString Reader::senderIn(const QJsonObject &item, const ChatInfo &chat) const
{
    const QJsonObject sender = item["sender"_L1].toObject();
    if (const QString user = userIdFrom(sender["user_id"_L1]); !user.isEmpty())
        return user;
    for (const QJsonValue &session : {sender["session_id"_L1], item["session_id"_L1]}) {
        if (!session.toString().isEmpty())
            return anonymousId(session.toString());
    }
    if (!sender["group_id"_L1].isUndefined())
        return u"group:"_s + sender["group_id"_L1].toVariant().toString().remove(u"group:"_s);
    return chat.customer;
}

bool Reader::message(const QJsonObject &item, const ChatInfo &chat)
{
    const QJsonObject content = item["message"_L1].toObject();
    const QString mid = midFrom(content["mid"_L1]);
    if (mid.isEmpty())
        return false;
    if (content["deleted"_L1].toBool()) {
        m_batch.deletions << RemoteDeletion{chat.id, mid};
        return true;
    }
    const QString sender = senderIn(item, chat);
    // In a dialog there is the customer, and everybody else speaks for the group.
    const bool isOurs =
        isGroup(sender) || (chat.isDialog && !chat.customer.isEmpty() && !sender.isEmpty() && sender != chat.customer);
    RemoteMessage made;
    made.remoteId = mid;
    made.conversationRemoteId = chat.id;
    made.direction = isOurs ? Direction::Out : Direction::In;
    made.state = isOurs ? DeliveryState::Sent : DeliveryState::Received;
    made.time = timeFrom(item["timestamp"_L1]);
    made.authorName = shownName(sender, item["sender"_L1]["name"_L1].toString());
    Content read = readContent(content);
    made.kind = read.kind;
    made.text = read.text;
    made.attachments = read.attachments;
    made.automatic = read.kind == MessageKind::Event;
    if (read.kind == MessageKind::Unsupported)
        made.raw = bytesOf(item);
    else if (!read.unknown.isEmpty())
        raw(item, u"unknown attachment: "_s + read.unknown.join(u", "_s));
    made.replyToRemoteId = replyTarget(content);
    if (const QString seq = content["seq"_L1].toVariant().toString(); !seq.isEmpty())
        made.extra["seq"_L1] = seq;
    const qint64 ms = toMs(made.time);
    if (m_memory.notice(chat.id, {mid, ms, markOf(content)}))
        made.edited = m_now;
    if (!isOurs) {
        contact(sender, item["sender"_L1]["name"_L1].toString());
        made.authorRemoteId = sender;
        heardFrom(chat, ms);
    }
    m_batch.messages << made;
    return true;
}

bool Reader::button(const QJsonObject &item, const ChatInfo &chat)
{
    const QString id = item["callbackId"_L1].toVariant().toString();
    if (id.isEmpty())
        return false;
    const QString sender = senderIn(item, chat);
    const QString name = item["sender"_L1]["name"_L1].toString();
    contact(sender, name);
    RemoteMessage line;
    line.remoteId = u"button:%1:%2"_s.arg(chat.id, id);
    line.conversationRemoteId = chat.id;
    line.kind = MessageKind::Event;
    line.automatic = true;
    line.authorRemoteId = sender;
    line.authorName = shownName(sender, name);
    line.text = Words::tr("%1 pressed “%2”").arg(line.authorName, item["payload"_L1].toString().left(200));
    line.time = timeFrom(item["timestamp"_L1]);
    line.replyToRemoteId = midFrom(item["mid"_L1]);
    m_batch.messages << line;
    return true;
}

void Reader::sortMessages(qsizetype from)
{
    std::sort(m_batch.messages.begin() + from, m_batch.messages.end(), isEarlier);
}

Covered Reader::history(const QJsonValue &answer, const ChatInfo &chat)
{
    Covered covered;
    const qsizetype before = m_batch.messages.size();
    const QJsonArray items = listIn(answer, "messages"_L1);
    covered.count = items.size();
    this->chat(chat);
    for (const QJsonValue &value : items) {
        const QJsonObject item = inWebhookShape(value.toObject());
        if (!message(item, chat)) {
            raw(value, u"an item of the history without its necessary fields"_s);
            continue;
        }
        const qint64 ms = toMs(timeFrom(item["timestamp"_L1]));
        covered.oldest = covered.mids.isEmpty() ? ms : std::min(covered.oldest, ms);
        covered.newest = std::max(covered.newest, ms);
        covered.mids << midFrom(item["message"_L1]["mid"_L1]);
    }
    sortMessages(before);
    return covered;
}

void Reader::update(const QJsonValue &value, const QHash<QString, ChatInfo> &chats)
{
    const QJsonObject item = inWebhookShape(value.toObject());
    const QString kind = kindOf(item);
    const QString id = chatIn(item);
    const bool isMessage = kind == "MESSAGE_CREATED"_L1;
    const bool isButton = kind == "MESSAGE_CALLBACK"_L1;
    if (!isMessage && !isButton && kind != "CHAT_SYSTEM"_L1)
        return raw(value, u"unknown kind of update: "_s + kind.left(100));
    if (id.isEmpty())
        return raw(value, u"%1 without a chat"_s.arg(kind));
    ChatInfo info = chats.value(id);
    if (info.id.isEmpty()) { // nobody could tell of it: most likely somebody's dialog
        info.id = id;
        info.customer = senderIn(item, info);
        info.title = item["sender"_L1]["name"_L1].toString();
    }
    chat(info);
    const bool read = isMessage ? message(item, info) : !isButton || button(item, info);
    if (!read)
        raw(value, u"%1 without its necessary fields"_s.arg(kind));
}

void Reader::updates(const QJsonArray &items, const QHash<QString, ChatInfo> &chats)
{
    const qsizetype before = m_batch.messages.size();
    for (const QJsonValue &item : items)
        update(item, chats);
    sortMessages(before);
}

RemoteConversation noticesConversation()
{
    RemoteConversation made;
    made.remoteId = kNotices;
    made.kind = ConversationKind::GroupChat;
    made.subject = Words::tr("Notices about this account");
    made.canReply = false;
    made.cannotReplyWhy = Words::tr("These lines are from Parley: there is nobody to answer.");
    return made;
}

RemoteMessage notice(const QString &id, const QString &text, Timestamp at)
{
    RemoteMessage line;
    line.remoteId = u"notice:%1:%2"_s.arg(id).arg(toMs(at));
    line.conversationRemoteId = kNotices;
    line.kind = MessageKind::Event;
    line.automatic = true;
    line.time = at;
    line.text = text;
    return line;
}

} // namespace parley::platforms::ok
