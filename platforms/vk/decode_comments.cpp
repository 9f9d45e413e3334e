// SPDX-License-Identifier: GPL-3.0-or-later
// Comments, and the card of what they are about.
#include "platforms/vk/decode.h"

#include "platforms/vk/content.h"
#include "platforms/vk/decode_parts.h"
#include "platforms/vk/words.h"

#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace parley::platforms::vk {

namespace {

constexpr qsizetype kCardText = 2000; // UTF-16 units of a post that the card shows

QString titleOf(Address::Kind kind)
{
    switch (kind) {
    case Address::Kind::Photo:
        return Words::tr("Photo");
    case Address::Kind::Video:
        return Words::tr("Video");
    case Address::Kind::Market:
        return Words::tr("Product");
    case Address::Kind::Board:
        return Words::tr("Topic");
    default:
        return Words::tr("Post");
    }
}

qint64 threadOf(const QJsonObject &comment, const Address &place)
{
    if (place.kind == Address::Kind::Board)
        return 0;
    // Two levels: the first of the stack is the top comment. Where no stack is told, what was answered stands for it.
    if (const QJsonArray stack = comment["parents_stack"_L1].toArray(); !stack.isEmpty())
        return stack.at(0).toInteger();
    if (const qint64 parent = comment["reply_to_comment"_L1].toInteger(); parent > 0)
        return parent;
    return comment["id"_L1].toInteger();
}

RemoteConversation conversationOf(const Address &thread)
{
    RemoteConversation made;
    made.remoteId = thread.toString();
    made.kind = ConversationKind::Comments;
    return made;
}

void content(RemoteMessage &made, const QJsonObject &object, const Desk &desk)
{
    const Content content = contentOf(object, *desk.people, made.remoteId);
    made.text = content.text;
    made.attachments = content.attachments;
    if (content.understood)
        return;
    made.kind = MessageKind::Unsupported;
    made.raw = QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (made.text.isEmpty())
        made.text = Words::tr("A comment that Parley cannot show. It can be read in VK.");
}

void author(RemoteMessage &made, qint64 from, const Desk &desk, Decoded &into)
{
    made.direction = from == -desk.group ? Direction::Out : Direction::In;
    made.authorName = desk.people->name(from);
    if (made.direction == Direction::Out) {
        made.state = DeliveryState::Sent;
        return;
    }
    made.authorRemoteId = QString::number(from);
    addContact(from, desk, into);
}

} // namespace

ConversationContext bareCard(const Address &place)
{
    ConversationContext card;
    card.title = titleOf(place.kind);
    Address object = place;
    object.thread = 0;
    card.url = object.page();
    return card;
}

ConversationContext cardOf(const QJsonObject &object, const Address &place, const Desk &desk)
{
    ConversationContext card = bareCard(place);
    const QString title = object["title"_L1].toString();
    if (!title.isEmpty())
        card.title = u"%1: %2"_s.arg(titleOf(place.kind), title);
    QString text = object["text"_L1].toString();
    if (text.isEmpty())
        text = object["description"_L1].toString(object["first_comment"_L1].toString());
    card.text = withoutMentions(text).left(kCardText);
    const qint64 date = object["date"_L1].toInteger(object["created"_L1].toInteger());
    if (date > 0)
        card.time = timeFrom(date);
    const qint64 from = object["from_id"_L1].toInteger(object["created_by"_L1].toInteger(place.owner));
    if (from != 0 && desk.people->knows(from))
        card.author = desk.people->name(from);
    return card;
}

void decodeComment(
    const QJsonObject &comment, Address place, std::optional<Timestamp> edited, const Desk &desk, Decoded &into)
{
    const qint64 id = comment["id"_L1].toInteger();
    const qint64 from = comment["from_id"_L1].toInteger();
    place.thread = threadOf(comment, place);
    if (comment["deleted"_L1].toBool()) {
        into.batch.deletions << RemoteDeletion{place.toString(), place.comment(id)};
        return;
    }
    const bool isTop = place.kind != Address::Kind::Board && place.thread == id;
    // What the community says by itself waits for nobody; it becomes a conversation when somebody answers.
    if (isTop && from == -desk.group)
        return;
    RemoteMessage made;
    made.remoteId = place.comment(id);
    made.conversationRemoteId = place.toString();
    made.visibility = Visibility::Public;
    made.time = timeFrom(comment["date"_L1], id);
    made.edited = edited;
    made.extra = {{"comment"_L1, id}, {"from"_L1, from}};
    author(made, from, desk, into);
    if (!isTop && place.thread > 0)
        made.replyToRemoteId = place.comment(comment["reply_to_comment"_L1].toInteger(place.thread));
    content(made, comment, desk);
    RemoteConversation conversation = conversationOf(place);
    if (isTop)
        conversation.contactRemoteId = made.authorRemoteId;
    addConversation(conversation, into);
    into.places << place.place();
    into.batch.messages << made;
}

void decodeComments(const QJsonObject &response, const Address &place, const Desk &desk, Decoded &into)
{
    desk.people->take(response);
    const QJsonArray items = response["items"_L1].toArray();
    for (const QJsonValue &value : items) {
        const QJsonObject comment = value.toObject();
        if (comment["id"_L1].toInteger() <= 0) {
            addRaw(comment, u"comment:"_s + digestOf(comment), u"a comment without its id"_s, into);
            continue;
        }
        decodeComment(comment, place, std::nullopt, desk, into);
        const QJsonArray below = comment["thread"_L1]["items"_L1].toArray();
        for (const QJsonValue &inner : below) {
            QJsonObject reply = inner.toObject();
            if (reply["id"_L1].toInteger() <= 0)
                continue;
            if (reply["parents_stack"_L1].toArray().isEmpty())
                reply["parents_stack"_L1] = QJsonArray{comment["id"_L1]};
            decodeComment(reply, place, std::nullopt, desk, into);
        }
    }
}

void decodeMentions(const QJsonObject &response, const Desk &desk, Decoded &into)
{
    desk.people->take(response);
    const QJsonArray items = response["items"_L1].toArray();
    for (const QJsonValue &value : items) {
        const QJsonObject post = value.toObject();
        const qint64 from = post["from_id"_L1].toInteger();
        Address place{Address::Kind::Wall, post["owner_id"_L1].toInteger(post["to_id"_L1].toInteger(from)),
            post["id"_L1].toInteger(post["post_id"_L1].toInteger()), 0};
        if (place.object <= 0 || place.owner == 0) {
            addRaw(post, u"mention:"_s + digestOf(post), u"a mention without its place"_s, into);
            continue;
        }
        if (from == -desk.group)
            continue;
        const bool isComment = post["post_type"_L1].toString() == "reply"_L1;
        if (isComment) {
            const qint64 under = post["post_id"_L1].toInteger();
            if (under > 0 && under != post["id"_L1].toInteger())
                place.object = under;
            decodeComment(post, place, std::nullopt, desk, into);
            continue;
        }
        RemoteMessage made;
        made.remoteId = place.comment(0);
        made.conversationRemoteId = place.toString();
        made.visibility = Visibility::Public;
        made.time = timeFrom(post["date"_L1]);
        made.extra = {{"comment"_L1, 0}, {"from"_L1, from}};
        author(made, from, desk, into);
        content(made, post, desk);
        RemoteConversation conversation = conversationOf(place);
        conversation.contactRemoteId = made.authorRemoteId;
        conversation.subject = Words::tr("Mention of the community");
        conversation.context = cardOf(post, place, desk);
        addConversation(conversation, into);
        into.batch.messages << made;
    }
}

void putCards(Batch &batch, const Cards &cards)
{
    for (RemoteConversation &conversation : batch.conversations) {
        const auto address = Address::from(conversation.remoteId);
        if (!address || address->isDialog() || !conversation.context.isEmpty())
            continue;
        conversation.context = cards.value(address->place());
    }
}

} // namespace parley::platforms::vk
