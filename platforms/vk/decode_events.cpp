// SPDX-License-Identifier: GPL-3.0-or-later
// The Bots Long Poll: {"type":…,"event_id":…,"object":…}. Platform sheet, section 3.
#include "platforms/vk/decode.h"

#include "platforms/vk/decode_parts.h"
#include "platforms/vk/words.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::vk {

namespace {

constexpr auto kTypingLasts = 10s;

struct Event {
    QString type;
    QString id;
    QJsonObject object;
};

/// Reads one event. \return false: it lacks what it cannot be understood without
using Read = bool (*)(const Event &, const Desk &, Decoded &);

QString languageOf(const QJsonValue &langId)
{
    // client_info.lang_id; UNCONFIRMED beyond these.
    switch (langId.toInt(-1)) {
    case 0:
        return u"ru"_s;
    case 1:
        return u"uk"_s;
    case 2:
        return u"be"_s;
    case 3:
        return u"en"_s;
    default:
        return {};
    }
}

bool readMessage(const Event &event, const Desk &desk, Decoded &into)
{
    // message_new wraps the message, message_reply and message_edit do not; the API's version decides, so take both.
    const QJsonObject wrapped = event.object["message"_L1].toObject();
    const QJsonObject message = wrapped.isEmpty() ? event.object : wrapped;
    const QString language = languageOf(event.object["client_info"_L1]["lang_id"_L1]);
    if (const qint64 from = message["from_id"_L1].toInteger(); from > 0 && !language.isEmpty())
        desk.people->setLanguage(from, language);
    return decodeMessage(message, desk, 0, into);
}

bool readPermission(const Event &event, const Desk &desk, Decoded &into)
{
    const qint64 user = event.object["user_id"_L1].toInteger();
    if (user <= 0)
        return false;
    RemoteConversation dialog = dialogOf(user, desk);
    dialog.canReply = event.type == "message_allow"_L1;
    if (!dialog.canReply)
        dialog.cannotReplyWhy = closedWords();
    // The last word counts, whatever else this page says.
    into.batch.conversations.removeIf(
        [&](const RemoteConversation &other) { return other.remoteId == dialog.remoteId; });
    into.batch.conversations << dialog;
    addContact(user, desk, into);
    return true;
}

bool readReceipt(const Event &event, const Desk &desk, Decoded &into)
{
    const qint64 peer = event.object["peer_id"_L1].toInteger();
    const qint64 from = event.object["from_id"_L1].toInteger();
    if (peer == 0)
        return false;
    if (from == -desk.group)
        return true; // our own reading
    const QString upTo = messageRemoteId(
        peer, event.object["read_message_id"_L1].toInteger(), event.object["conversation_message_id"_L1].toInteger());
    into.batch.receipts << RemoteReceipt{QString::number(peer), upTo, DeliveryState::Read};
    return true;
}

bool readTyping(const Event &event, const Desk &desk, Decoded &into)
{
    const qint64 from = event.object["from_id"_L1].toInteger();
    if (from <= 0)
        return true; // a colleague's lamp, or nobody's
    LiveEvent lamp;
    lamp.conversationRemoteId = QString::number(from);
    lamp.author = desk.people->name(from);
    lamp.until = desk.now + kTypingLasts;
    into.live << lamp;
    return true;
}

void line(const Event &event, qint64 peer, const QString &text, const Desk &desk, Decoded &into)
{
    RemoteMessage made;
    made.remoteId = u"event:"_s + event.id;
    made.conversationRemoteId = QString::number(peer);
    made.kind = MessageKind::Event;
    made.automatic = true;
    made.time = desk.now;
    made.text = text;
    into.batch.messages << made;
    addConversation(dialogOf(peer, desk), into);
}

bool readReaction(const Event &event, const Desk &desk, Decoded &into)
{
    const qint64 peer = event.object["peer_id"_L1].toInteger();
    const qint64 who = event.object["reacted_id"_L1].toInteger();
    if (peer == 0)
        return false;
    if (who <= 0)
        return true; // ours
    const int reaction = event.object["reaction_id"_L1].toInt();
    // Which picture stands behind a number only a user token may ask; the numbers are stable.
    line(event, peer,
        reaction > 0
            ? Words::tr("%1 reacted to a message (VK's reaction no. %2).").arg(desk.people->name(who)).arg(reaction)
            : Words::tr("%1 took a reaction back.").arg(desk.people->name(who)),
        desk, into);
    return true;
}

bool readButton(const Event &event, const Desk &desk, Decoded &into)
{
    const qint64 peer = event.object["peer_id"_L1].toInteger();
    if (peer == 0)
        return false;
    const QString who = desk.people->name(event.object["user_id"_L1].toInteger());
    line(event, peer, Words::tr("%1 pressed a button of a bot.").arg(who), desk, into);
    return true;
}

Address placeOf(const Event &event, const Desk &desk)
{
    const QJsonObject &object = event.object;
    const auto ownerIn = [&](QLatin1StringView own) {
        return object[own].toInteger(object["owner_id"_L1].toInteger(-desk.group));
    };
    if (event.type.startsWith("wall"_L1))
        return {Address::Kind::Wall, ownerIn("owner_id"_L1), object["post_id"_L1].toInteger(), 0};
    if (event.type.startsWith("board"_L1))
        return {Address::Kind::Board, ownerIn("topic_owner_id"_L1), object["topic_id"_L1].toInteger(), 0};
    if (event.type.startsWith("photo"_L1)) {
        return {Address::Kind::Photo, ownerIn("photo_owner_id"_L1),
            object["photo_id"_L1].toInteger(object["pid"_L1].toInteger()), 0};
    }
    if (event.type.startsWith("video"_L1))
        return {Address::Kind::Video, ownerIn("video_owner_id"_L1), object["video_id"_L1].toInteger(), 0};
    return {Address::Kind::Market, ownerIn("market_owner_id"_L1), object["item_id"_L1].toInteger(), 0};
}

bool readComment(const Event &event, const Desk &desk, Decoded &into)
{
    const Address place = placeOf(event, desk);
    if (place.object <= 0 || event.object["id"_L1].toInteger() <= 0)
        return false;
    // Neither kind tells when it was changed; the order of the events is what there is.
    const bool isNew = event.type.endsWith("_new"_L1);
    decodeComment(event.object, place, isNew ? std::nullopt : std::optional(desk.now), desk, into);
    return true;
}

bool readCommentGone(const Event &event, const Desk &desk, Decoded &into)
{
    const Address place = placeOf(event, desk);
    const qint64 id = event.object["id"_L1].toInteger();
    if (place.object <= 0 || id <= 0)
        return false;
    into.batch.deletions << RemoteDeletion{place.place(), place.comment(id)};
    return true;
}

bool readPost(const Event &event, const Desk &desk, Decoded &)
{
    const Address place{Address::Kind::Wall, event.object["owner_id"_L1].toInteger(-desk.group),
        event.object["id"_L1].toInteger(event.object["post_id"_L1].toInteger()), 0};
    if (place.object <= 0 || !desk.cards)
        return false;
    desk.cards->insert(place.place(), cardOf(event.object, place, desk));
    return true;
}

bool ignore(const Event &, const Desk &, Decoded &)
{
    return true;
}

const QHash<QString, Read> &readers()
{
    static const QHash<QString, Read> table = [] {
        QHash<QString, Read> made{{u"message_new"_s, readMessage}, {u"message_reply"_s, readMessage},
            {u"message_edit"_s, readMessage}, {u"message_allow"_s, readPermission}, {u"message_deny"_s, readPermission},
            {u"message_read"_s, readReceipt}, {u"message_typing_state"_s, readTyping},
            {u"message_reaction_event"_s, readReaction}, {u"message_event"_s, readButton},
            {u"wall_post_new"_s, readPost},
            // The community's own life: nothing that anybody answers. We do not ask for them; another tool may have.
            {u"wall_repost"_s, ignore}, {u"like_add"_s, ignore}, {u"like_remove"_s, ignore}, {u"group_join"_s, ignore},
            {u"group_leave"_s, ignore}, {u"photo_new"_s, ignore}, {u"audio_new"_s, ignore}, {u"video_new"_s, ignore},
            {u"poll_vote_new"_s, ignore}, {u"group_change_settings"_s, ignore}, {u"group_change_photo"_s, ignore},
            {u"group_officers_edit"_s, ignore}, {u"user_block"_s, ignore}, {u"user_unblock"_s, ignore}};
        for (const auto &kind :
            {u"wall_reply"_s, u"board_post"_s, u"photo_comment"_s, u"video_comment"_s, u"market_comment"_s}) {
            for (const auto &what : {u"_new"_s, u"_edit"_s, u"_restore"_s})
                made.insert(kind + what, readComment);
            made.insert(kind + u"_delete"_s, readCommentGone);
        }
        return made;
    }();
    return table;
}

} // namespace

void decodeEvents(const QJsonArray &updates, const Desk &desk, Decoded &into)
{
    QSet<QString> seen; // "if it passes twice or more, ignore it"
    for (const QJsonValue &value : updates) {
        const QJsonObject update = value.toObject();
        const Event event{update["type"_L1].toString(), update["event_id"_L1].toString(digestOf(update)),
            update["object"_L1].toObject()};
        if (seen.contains(event.id))
            continue;
        seen << event.id;
        const Read read = readers().value(event.type);
        if (!read)
            addRaw(update, u"event:"_s + event.id, u"an event of an unknown type"_s, into);
        else if (!read(event, desk, into))
            addRaw(update, u"event:"_s + event.id, u"an event that lacks what it is about"_s, into);
    }
}

} // namespace parley::platforms::vk
