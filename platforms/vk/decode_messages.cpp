// SPDX-License-Identifier: GPL-3.0-or-later
// Messages and conversations as the API's methods and the Bots Long Poll tell them.
#include "platforms/vk/decode.h"

#include "platforms/vk/content.h"
#include "platforms/vk/decode_parts.h"
#include "platforms/vk/words.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parley::platforms::vk {

namespace {

constexpr qsizetype kQuoteLength = 300;

// Reference of the object "conversation": why nobody can write there.
QString whyNot(int reason)
{
    switch (reason) {
    case 18:
        return Words::tr("This VK profile was blocked or deleted.");
    case 900:
        return Words::tr("The customer is in the community's blacklist, or has blocked the community.");
    case 915:
    case 916:
        return Words::tr("Messages are switched off in the community's settings.");
    case 917:
    case 918:
    case 203:
        return Words::tr("The community no longer has access to this conversation.");
    default:
        return closedWords();
    }
}

void reply(RemoteMessage &made, qint64 peer, const QJsonObject &message, const Desk &desk)
{
    const QJsonObject replied = message["reply_message"_L1].toObject();
    if (replied.isEmpty())
        return;
    const qint64 id = replied["id"_L1].toInteger();
    const qint64 cmid = replied["conversation_message_id"_L1].toInteger();
    if (id > 0 || cmid > 0)
        made.replyToRemoteId = messageRemoteId(peer, id, cmid);
    made.replyToText = contentOf(replied, *desk.people, {}).text.left(kQuoteLength);
}

RemoteConversation conversationFrom(const QJsonObject &conversation, const Desk &desk)
{
    const QJsonObject peer = conversation["peer"_L1].toObject();
    RemoteConversation made = dialogOf(peer["id"_L1].toInteger(), desk);
    if (made.kind == ConversationKind::GroupChat)
        made.subject = conversation["chat_settings"_L1]["title"_L1].toString();
    const QJsonObject canWrite = conversation["can_write"_L1].toObject();
    made.canReply = canWrite["allowed"_L1].toBool(true);
    if (!made.canReply)
        made.cannotReplyWhy = whyNot(canWrite["reason"_L1].toInt());
    return made;
}

void takeConversations(
    const QJsonArray &conversations, const Desk &desk, Decoded &into, QHash<qint64, qint64> &readUpTo)
{
    for (const QJsonValue &value : conversations) {
        const QJsonObject conversation = value.toObject();
        const qint64 peer = conversation["peer"_L1]["id"_L1].toInteger();
        if (peer == 0)
            continue;
        addConversation(conversationFrom(conversation, desk), into);
        readUpTo.insert(peer, conversation["out_read"_L1].toInteger());
    }
}

} // namespace

QString closedWords()
{
    return Words::tr(
        "The customer's profile is closed to us: they have not allowed messages from the community, or have "
        "taken it back. Where they wrote a comment, answer under the post instead.");
}

Timestamp timeFrom(const QJsonValue &seconds)
{
    // Within what a date can be; a wild number must not overflow.
    return fromMs(std::clamp<qint64>(seconds.toInteger(), 0, 253'402'300'799) * 1000);
}

Timestamp timeFrom(const QJsonValue &seconds, qint64 number)
{
    return timeFrom(seconds) + std::chrono::milliseconds(std::max<qint64>(0, number) % 1000);
}

RemoteConversation dialogOf(qint64 peer, const Desk &desk)
{
    RemoteConversation made;
    made.remoteId = QString::number(peer);
    made.kind = peer >= kFirstChat ? ConversationKind::GroupChat : ConversationKind::DirectChat;
    if (made.kind == ConversationKind::DirectChat && peer != -desk.group)
        made.contactRemoteId = QString::number(peer);
    return made;
}

void addConversation(const RemoteConversation &conversation, Decoded &into)
{
    const auto known =
        std::ranges::find(into.batch.conversations, conversation.remoteId, &RemoteConversation::remoteId);
    if (known == into.batch.conversations.end())
        into.batch.conversations << conversation;
}

void addContact(qint64 id, const Desk &desk, Decoded &into)
{
    const RemoteContact contact = desk.people->contact(id);
    const auto known = std::ranges::find(into.batch.contacts, contact.remoteId, &RemoteContact::remoteId);
    if (known == into.batch.contacts.end())
        into.batch.contacts << contact;
}

void addRaw(const QJsonValue &what, const QString &id, const QString &reason, Decoded &into)
{
    RawPayload raw;
    raw.remoteId = id;
    raw.payload = what.isArray() ? QJsonDocument(what.toArray()).toJson(QJsonDocument::Compact)
                                 : QJsonDocument(what.toObject()).toJson(QJsonDocument::Compact);
    raw.mediaType = u"application/json"_s;
    raw.reason = reason;
    into.batch.raw << raw;
}

bool decodeMessage(const QJsonObject &message, const Desk &desk, qint64 readUpTo, Decoded &into)
{
    const qint64 peer = message["peer_id"_L1].toInteger();
    const qint64 id = message["id"_L1].toInteger();
    const qint64 cmid = message["conversation_message_id"_L1].toInteger();
    const qint64 from = message["from_id"_L1].toInteger();
    if (peer == 0 || (id <= 0 && cmid <= 0))
        return false;
    RemoteMessage made;
    made.remoteId = messageRemoteId(peer, id, cmid);
    made.conversationRemoteId = QString::number(peer);
    if (message["deleted"_L1].toInt() == 1) {
        into.batch.deletions << RemoteDeletion{made.conversationRemoteId, made.remoteId};
        return true;
    }
    const bool isOurs = message["out"_L1].toInt() == 1 || from == -desk.group;
    const qint64 admin = message["admin_author_id"_L1].toInteger();
    made.direction = isOurs ? Direction::Out : Direction::In;
    made.authorName = desk.people->name(isOurs && admin > 0 ? admin : from);
    if (!isOurs) {
        made.authorRemoteId = QString::number(from);
        addContact(from, desk, into);
    } else {
        made.state = id > 0 && id <= readUpTo ? DeliveryState::Read : DeliveryState::Sent;
    }
    made.time = timeFrom(message["date"_L1], cmid);
    if (const qint64 edited = message["update_time"_L1].toInteger(); edited > 0)
        made.edited = timeFrom(message["update_time"_L1]);
    made.extra = {{"id"_L1, id}, {"cmid"_L1, cmid}, {"from"_L1, from}};
    reply(made, peer, message, desk);
    Content content = contentOf(message, *desk.people, made.remoteId);
    made.text = content.text;
    made.attachments = content.attachments;
    if (const QString line = actionLine(message, *desk.people); !line.isEmpty()) {
        made.kind = MessageKind::Event;
        made.automatic = true;
        made.text = line;
    } else if (!content.understood) {
        made.kind = MessageKind::Unsupported;
        made.raw = QJsonDocument(message).toJson(QJsonDocument::Compact);
        if (made.text.isEmpty())
            made.text = Words::tr("A message that Parley cannot show. It can be read in VK.");
    }
    addConversation(dialogOf(peer, desk), into);
    if (message["is_cropped"_L1].toBool() && id > 0)
        into.incomplete << id;
    else
        into.batch.messages << made;
    return true;
}

void decodeMessages(const QJsonObject &response, const Desk &desk, Decoded &into)
{
    desk.people->take(response);
    QHash<qint64, qint64> readUpTo;
    takeConversations(response["conversations"_L1].toArray(), desk, into, readUpTo);
    const QJsonArray items = response["items"_L1].toArray();
    for (const QJsonValue &value : items) {
        const QJsonObject message = value.toObject();
        if (!decodeMessage(message, desk, readUpTo.value(message["peer_id"_L1].toInteger()), into)) {
            addRaw(message, u"message:"_s + digestOf(message), u"a message without its place"_s, into);
        }
    }
}

void decodeConversations(const QJsonObject &response, const Desk &desk, Decoded &into)
{
    desk.people->take(response);
    const QJsonArray items = response["items"_L1].toArray();
    for (const QJsonValue &value : items) {
        const QJsonObject conversation = value["conversation"_L1].toObject();
        QHash<qint64, qint64> readUpTo;
        takeConversations({conversation}, desk, into, readUpTo);
        const qint64 peer = conversation["peer"_L1]["id"_L1].toInteger();
        if (const QJsonObject last = value["last_message"_L1].toObject(); !last.isEmpty())
            (void)decodeMessage(last, desk, readUpTo.value(peer), into); // its history brings it again
        RemoteTicketFields fields;
        fields.conversationRemoteId = QString::number(peer);
        // Only what is told: the sheet does not say that "false" may stand for "not told".
        if (conversation["unanswered"_L1].isBool())
            fields.answered = !conversation["unanswered"_L1].toBool();
        // Not important is no news: an agent's own priority must not fall back to normal for it.
        if (conversation["important"_L1].toBool())
            fields.priority = Priority::High;
        if (peer != 0 && (fields.answered || fields.priority))
            into.batch.tickets << fields;
    }
}

} // namespace parley::platforms::vk
