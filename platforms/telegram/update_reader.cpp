// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/telegram/update_reader.h"

#include "platforms/telegram/content.h"
#include "platforms/telegram/words.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace parley::platforms::telegram {

namespace {

QString typeOf(const QJsonObject &chat)
{
    return chat["type"_L1].toString();
}

bool isPrivate(const QJsonObject &chat)
{
    return typeOf(chat) == "private"_L1;
}

bool isOurs(const QJsonObject &message)
{
    const QJsonObject chat = message["chat"_L1].toObject();
    // A post of the channel, and its copy in the discussion group, are the company's own words.
    if (typeOf(chat) == "channel"_L1 && !chat["is_direct_messages"_L1].toBool())
        return true;
    if (message["is_automatic_forward"_L1].toBool() || message["sender_business_bot"_L1].isObject())
        return true;
    const QJsonObject from = message["from"_L1].toObject();
    if (!isPrivate(chat) || from.isEmpty())
        return false;
    // In a business chat the customer has the chat's id; anybody else is the account's owner, writing on the phone.
    const bool isBusiness = message.contains("business_connection_id"_L1);
    return from["is_bot"_L1].toBool() || (isBusiness && from["id"_L1].toInteger() != chat["id"_L1].toInteger());
}

QString beginningOf(const QJsonObject &replied)
{
    constexpr qsizetype longest = 200;
    const Content content = readContent(replied);
    if (!content.text.isEmpty())
        return content.text.left(longest);
    return content.attachments.isEmpty() ? QString() : content.attachments.first().name;
}

} // namespace

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

UpdateReader::UpdateReader(Decoded &decoded, Memory &memory, Timestamp now)
    : m_decoded(decoded)
    , m_memory(memory)
    , m_now(now)
{
}

Address UpdateReader::addressOf(const QJsonObject &message)
{
    const QJsonObject chat = message["chat"_L1].toObject();
    Address address;
    address.chat = chat["id"_L1].toInteger();
    address.business = message["business_connection_id"_L1].toString();
    if (const qint64 topic = message["direct_messages_topic"_L1]["topic_id"_L1].toInteger()) {
        address.thread = Address::Thread::DirectMessages;
        address.threadId = topic;
        return address;
    }
    const qint64 thread = message["message_thread_id"_L1].toInteger();
    if (message["is_automatic_forward"_L1].toBool()) {
        m_memory.discussions << address.chat;
        address.thread = Address::Thread::Comments;
        address.threadId = message["message_id"_L1].toInteger();
    } else if (thread != 0 && message["is_topic_message"_L1].toBool()) {
        address.thread = Address::Thread::Topic;
        address.threadId = thread;
    } else if (thread != 0) {
        // Any reply in a supergroup has a thread; only in a discussion group is it the comments on a post.
        if (message["reply_to_message"_L1]["is_automatic_forward"_L1].toBool())
            m_memory.discussions << address.chat;
        if (m_memory.discussions.contains(address.chat)) {
            address.thread = Address::Thread::Comments;
            address.threadId = thread;
        }
    }
    return address;
}

RemoteConversation &UpdateReader::conversation(const Address &address, const QJsonObject &chat)
{
    const QString id = address.toString();
    if (const auto known = m_conversations.constFind(id); known != m_conversations.constEnd())
        return m_decoded.batch.conversations[*known];
    RemoteConversation made;
    made.remoteId = id;
    const bool isChannel = typeOf(chat) == "channel"_L1;
    if (isPrivate(chat)) {
        made.contactRemoteId = QString::number(address.chat);
        contact(chat);
    } else if (address.thread == Address::Thread::Comments || (isChannel && !chat["is_direct_messages"_L1].toBool())) {
        made.kind = ConversationKind::Comments;
        made.subject = chat["title"_L1].toString();
    } else if (address.thread != Address::Thread::DirectMessages) {
        made.kind = ConversationKind::GroupChat;
        made.subject = chat["title"_L1].toString();
    }
    if (made.kind == ConversationKind::Comments && isChannel) {
        made.canReply = false;
        made.cannotReplyWhy =
            Words::tr("An answer here would be a new post of the channel. Answer in its discussion group instead.");
    }
    m_conversations.insert(id, m_decoded.batch.conversations.size());
    m_decoded.batch.conversations << made;
    return m_decoded.batch.conversations.last();
}

void UpdateReader::nameConversation(
    RemoteConversation &conversation, const Address &address, const QJsonObject &message)
{
    if (address.thread == Address::Thread::DirectMessages) {
        const QJsonObject user = message["direct_messages_topic"_L1]["user"_L1].toObject();
        if (!user.isEmpty()) {
            contact(user);
            conversation.contactRemoteId = QString::number(user["id"_L1].toInteger());
        }
        return;
    }
    if (address.thread == Address::Thread::Comments && message["is_automatic_forward"_L1].toBool()) {
        conversation.subject = beginningOf(message).section(u'\n', 0, 0);
        return;
    }
    if (address.thread != Address::Thread::Topic)
        return;
    for (const QJsonValue &topic : {message["forum_topic_created"_L1], message["forum_topic_edited"_L1],
             message["reply_to_message"_L1]["forum_topic_created"_L1]}) {
        if (const QString name = topic["name"_L1].toString(); !name.isEmpty()) {
            m_memory.topics.insert(conversation.remoteId, name);
            break;
        }
    }
    const QString title = message["chat"_L1]["title"_L1].toString();
    const QString name = m_memory.topics.value(conversation.remoteId);
    conversation.subject = name.isEmpty() ? title : title.isEmpty() ? name : title + u" › "_s + name;
}

void UpdateReader::contact(const QJsonObject &user)
{
    const qint64 id = user["id"_L1].toInteger();
    if (id == 0)
        return;
    RemoteContact made;
    made.remoteId = QString::number(id);
    made.name = nameOf(user);
    if (const QString username = user["username"_L1].toString(); !username.isEmpty())
        made.handle = u'@' + username;
    made.language = user["language_code"_L1].toString();
    const auto known = m_contacts.constFind(made.remoteId);
    if (known == m_contacts.constEnd()) {
        m_contacts.insert(made.remoteId, m_decoded.batch.contacts.size());
        m_decoded.batch.contacts << made;
        return;
    }
    // A chat tells less of a person than a user does: keep what is known.
    RemoteContact &old = m_decoded.batch.contacts[*known];
    if (made.language.isEmpty())
        made.language = old.language;
    if (made.handle.isEmpty())
        made.handle = old.handle;
    old = made;
}

void UpdateReader::author(RemoteMessage &made, const QJsonObject &message)
{
    const QJsonObject sender = message["sender_chat"_L1].toObject();
    const QJsonObject chat = message["chat"_L1].toObject();
    QJsonObject who = sender.isEmpty() ? message["from"_L1].toObject() : sender;
    if (who.isEmpty() && isPrivate(chat))
        who = chat;
    if (who.isEmpty())
        return;
    // A private chat and its customer have one id: theirs is the conversation.
    if (isPrivate(chat) && made.direction == Direction::In)
        who["id"_L1] = chat["id"_L1];
    made.authorName = nameOf(who);
    if (made.direction == Direction::In) {
        contact(who);
        made.authorRemoteId = QString::number(who["id"_L1].toInteger());
    }
}

void UpdateReader::reply(RemoteMessage &made, const Address &address, const QJsonObject &message)
{
    const QJsonObject replied = message["reply_to_message"_L1].toObject();
    // Every message of a topic "replies" to the topic's own creation.
    if (!replied.isEmpty() && !replied.contains("forum_topic_created"_L1)) {
        made.replyToRemoteId = address.message(replied["message_id"_L1].toInteger());
        made.replyToText = beginningOf(replied);
    }
    if (const QString quote = message["quote"_L1]["text"_L1].toString(); !quote.isEmpty())
        made.replyToText = quote;
}

bool UpdateReader::message(const QJsonObject &message)
{
    const QJsonObject chat = message["chat"_L1].toObject();
    const qint64 id = message["message_id"_L1].toInteger();
    if (chat["id"_L1].toInteger() == 0 || id == 0)
        return false;
    const Address address = addressOf(message);
    RemoteConversation &place = conversation(address, chat);
    nameConversation(place, address, message);

    RemoteMessage made;
    made.remoteId = address.message(id);
    made.conversationRemoteId = place.remoteId;
    made.visibility = place.kind == ConversationKind::Comments ? Visibility::Public : Visibility::Private;
    if (isOurs(message)) {
        made.direction = Direction::Out;
        made.state = DeliveryState::Sent;
    } else if (typeOf(chat) != "channel"_L1) {
        place.canReply = true;
        place.cannotReplyWhy.clear();
    }
    author(made, message);
    Content content = readContent(message);
    made.kind = content.kind;
    made.text = content.text;
    made.attachments = content.attachments;
    made.automatic = content.kind == MessageKind::Event;
    if (content.kind == MessageKind::Unsupported)
        made.raw = QJsonDocument(message).toJson(QJsonDocument::Compact);
    reply(made, address, message);
    made.time = timeFrom(message["date"_L1]);
    if (const QJsonValue edited = message["edit_date"_L1]; edited.toInteger() > 0) {
        // Seconds are all we are told, and an edit that is not later than the one before changes nothing. Two within a
        // second are told apart by the update's number.
        made.edited = timeFrom(edited) + std::chrono::milliseconds(m_update % 1000);
    }
    m_decoded.batch.messages << made;
    return true;
}

bool UpdateReader::edit(const QJsonObject &message)
{
    QJsonObject dated = message;
    if (dated["edit_date"_L1].toInteger() <= 0)
        dated["edit_date"_L1] = message["date"_L1];
    return this->message(dated);
}

bool UpdateReader::deletion(const QJsonObject &deleted)
{
    Address address;
    address.chat = deleted["chat"_L1]["id"_L1].toInteger();
    address.business = deleted["business_connection_id"_L1].toString();
    const QJsonArray ids = deleted["message_ids"_L1].toArray();
    if (address.chat == 0 || ids.isEmpty())
        return false;
    for (const QJsonValue &id : ids)
        m_decoded.batch.deletions << RemoteDeletion{address.toString(), address.message(id.toInteger())};
    return true;
}

bool UpdateReader::businessConnection(const QJsonObject &connection)
{
    if (connection["id"_L1].toString().isEmpty())
        return false;
    const QString owner = nameOf(connection["user"_L1].toObject());
    // can_reply stood beside is_enabled before Bot API 9.0.
    const QJsonObject rights = connection["rights"_L1].toObject();
    const bool mayReply = rights["can_reply"_L1].toBool() || connection["can_reply"_L1].toBool();
    QString text;
    if (!connection["is_enabled"_L1].toBool())
        text = Words::tr(
            "%1 disconnected this bot from their business account: its customers can no longer be answered here.");
    else if (mayReply)
        text = Words::tr("%1 connected this bot to their business account: its customers' messages arrive here.");
    else
        text = Words::tr("%1 connected this bot to their business account, but did not allow it to answer.");
    notice(text.arg(owner), timeFrom(connection["date"_L1]));
    return true;
}

bool UpdateReader::membership(const QJsonObject &change)
{
    const QJsonObject chat = change["chat"_L1].toObject();
    const QString status = change["new_chat_member"_L1]["status"_L1].toString();
    if (chat["id"_L1].toInteger() == 0 || status.isEmpty())
        return false;
    Address address;
    address.chat = chat["id"_L1].toInteger();
    RemoteConversation &place = conversation(address, chat);
    const bool isOut = status == "kicked"_L1 || status == "left"_L1;
    const bool isMuted = status == "restricted"_L1 && !change["new_chat_member"_L1]["can_send_messages"_L1].toBool();
    const QString who = nameOf(change["from"_L1].toObject());
    QString line;
    if (isPrivate(chat)) {
        line = isOut ? Words::tr("%1 blocked the bot").arg(who) : Words::tr("%1 let the bot write again").arg(who);
        place.cannotReplyWhy =
            isOut ? Words::tr("%1 has blocked the bot: no answer can reach them.").arg(who) : QString();
    } else {
        line = isOut  ? Words::tr("%1 removed the bot").arg(who)
            : isMuted ? Words::tr("%1 took the bot's right to write").arg(who)
                      : Words::tr("%1 gave the bot its place here").arg(who);
        place.cannotReplyWhy = isOut ? Words::tr("The bot is no longer a member here.")
            : isMuted                ? Words::tr("The bot may read here but not write.")
                                     : QString();
    }
    place.canReply = !isOut && !isMuted;
    event(address, line, timeFrom(change["date"_L1]));
    return true;
}

bool UpdateReader::reaction(const QJsonObject &reaction)
{
    Address address;
    address.chat = reaction["chat"_L1]["id"_L1].toInteger();
    address.business = reaction["business_connection_id"_L1].toString();
    const qint64 about = reaction["message_id"_L1].toInteger();
    if (address.chat == 0 || about == 0)
        return false;
    conversation(address, reaction["chat"_L1].toObject());
    const QJsonObject user = reaction["user"_L1].toObject();
    const QString who = nameOf(user.isEmpty() ? reaction["actor_chat"_L1].toObject() : user);
    QStringList marks;
    for (const QJsonValue &mark : reaction["new_reaction"_L1].toArray()) {
        const QString type = mark["type"_L1].toString();
        marks << (type == "emoji"_L1 ? mark["emoji"_L1].toString() : type == "paid"_L1 ? u"⭐"_s : u"❇"_s);
    }
    const QString line = marks.isEmpty() ? Words::tr("%1 took the reaction back").arg(who)
                                         : Words::tr("%1 reacted with %2").arg(who, marks.join(u' '));
    event(address, line, timeFrom(reaction["date"_L1]), address.message(about));
    return true;
}

bool UpdateReader::button(const QJsonObject &query)
{
    const QString id = query["id"_L1].toString();
    if (!id.isEmpty())
        m_decoded.pressedButtons << id;
    const QJsonObject pressedOn = query["message"_L1].toObject();
    const QJsonObject chat = pressedOn["chat"_L1].toObject();
    if (chat["id"_L1].toInteger() == 0)
        return false;
    const Address address = addressOf(pressedOn);
    conversation(address, chat);
    const QString data = query["data"_L1].toString();
    QString label = data;
    for (const QJsonValue &row : pressedOn["reply_markup"_L1]["inline_keyboard"_L1].toArray()) {
        for (const QJsonValue &key : row.toArray()) {
            if (key["callback_data"_L1].toString() == data)
                label = key["text"_L1].toString();
        }
    }
    const QJsonObject from = query["from"_L1].toObject();
    contact(from);
    // When it was pressed nobody tells; we hear of it at once, while the button shows a busy mark.
    const qint64 about = pressedOn["message_id"_L1].toInteger();
    RemoteMessage &line = addEvent(address.toString(), Words::tr("%1 pressed “%2”").arg(nameOf(from), label), m_now);
    line.remoteId = u"event:%1:button:%2"_s.arg(address.toString(), id);
    if (about != 0)
        line.replyToRemoteId = address.message(about);
    return true;
}

void UpdateReader::raw(const QJsonValue &update, const QString &reason)
{
    const QJsonDocument document =
        update.isArray() ? QJsonDocument(update.toArray()) : QJsonDocument(update.toObject());
    RawPayload payload;
    payload.payload = document.toJson(QJsonDocument::Compact);
    // By content, not by number: update ids start anew at random after a quiet week.
    payload.remoteId = u"update:"_s
        + QString::fromLatin1(QCryptographicHash::hash(payload.payload, QCryptographicHash::Sha1).toHex().first(16));
    payload.mediaType = u"application/json"_s;
    payload.reason = reason;
    m_decoded.batch.raw << payload;
}

RemoteMessage &UpdateReader::addEvent(const QString &conversation, const QString &text, Timestamp time)
{
    RemoteMessage made;
    made.remoteId = u"event:%1:%2:%3"_s.arg(conversation).arg(m_update).arg(toMs(time));
    made.conversationRemoteId = conversation;
    made.kind = MessageKind::Event;
    made.text = text;
    made.time = time;
    made.automatic = true;
    m_decoded.batch.messages << made;
    return m_decoded.batch.messages.last();
}

void UpdateReader::event(const Address &address, const QString &text, Timestamp time, const QString &about)
{
    addEvent(address.toString(), text, time).replyToRemoteId = about;
}

void UpdateReader::notice(const QString &text, Timestamp time)
{
    if (!m_conversations.contains(kNotices)) {
        m_conversations.insert(kNotices, m_decoded.batch.conversations.size());
        m_decoded.batch.conversations << noticesConversation();
    }
    addEvent(kNotices, text, time);
}

} // namespace parley::platforms::telegram
