// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/ok/address.h"
#include "platforms/ok/comments.h"
#include "platforms/ok/content.h"
#include "platforms/ok/decode.h"
#include "platforms/ok/json_text.h"
#include "platforms/ok/samples.h"
#include "support/print.h"

#include <QJsonArray>

#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::platforms::ok;

namespace {

constexpr Timestamp kNow = fromMs(1'790'000'000'000);

QJsonValue json(const QByteArray &text)
{
    const auto value = readJson(text);
    REQUIRE(value.has_value());
    return *value;
}

const ChatInfo kAnna{u"chat:C3ec"_s, true, u"ACTIVE"_s, u"Anna"_s, u"user:777"_s, 1767225600123, {}, {}};

/// What a page of history makes of Anna's chat.
struct History {
    Batch batch;
    Memory memory;
    Covered covered;

    explicit History(const QByteArray &answer, const ChatInfo &chat = kAnna) { read(answer, chat); }
    void read(const QByteArray &answer, const ChatInfo &chat = kAnna)
    {
        batch = {};
        Reader reader(batch, memory, kNow);
        covered = reader.history(json(answer), chat);
    }
};

/// Anna says something with the given content.
QByteArray annaSays(const QByteArray &content)
{
    return R"({"messages":[{"sender":{"name":"Anna Ivanova","user_id":"user:777"},"recipient":{"chat_id":"chat:C3ec"},
        "message":{"mid":"mid:C3ec.17","seq":98211023614189660,)"
        + content + R"(},"timestamp":1767225600123}]})";
}

RemoteMessage fromAnna(const QByteArray &content)
{
    const History history(annaSays(content));
    REQUIRE(history.batch.messages.size() == 1);
    return history.batch.messages.first();
}

Batch updates(const QByteArray &answer, const ChatInfo &chat = kAnna)
{
    Batch batch;
    Memory memory;
    Reader reader(batch, memory, kNow);
    reader.updates(listIn(json(answer), "updates"_L1), {{chat.id, chat}});
    return batch;
}

} // namespace

TEST_CASE("A seq larger than a double can hold keeps every digit")
{
    CHECK(fromAnna(R"("text":"x")").extra["seq"_L1].toString() == u"98211023614189660"_s);
    CHECK(withSeqAsText(R"({"seq" : 99999999999999999999999,"a":1})") == R"({"seq":"99999999999999999999999","a":1})");
    CHECK(withSeqAsText(R"({"seq":-5})") == R"({"seq":"-5"})");
}

TEST_CASE("Only the number under the key seq is touched")
{
    const QByteArray text = R"(["seq",{"text":"\"seq\":12","a":"seq","seq":"7","seq2":8,"seq":null}])";
    CHECK(withSeqAsText(text) == text);
    CHECK(withSeqAsText("\"seq") == "\"seq");
    CHECK(withSeqAsText(R"({"seq":)") == R"({"seq":)");
    CHECK(withSeqAsText("") == "");
}

TEST_CASE("The body null is a valid empty answer, and what is no JSON is none")
{
    CHECK(json(" null\n").isNull());
    CHECK(!readJson("").has_value());
    CHECK(!readJson("<html>").has_value());
    CHECK(!readJson(R"({"messages":[)").has_value());
}

TEST_CASE("A message of the history has its author, its time and its picture")
{
    const History history(annaSays(R"("text":"Где мой заказ?",
        "attachments":[{"type":"IMAGE","payload":{"url":"https://i.example/2"}}],"reply_to":"mid:C3ec.16")"));
    REQUIRE(history.batch.messages.size() == 1);
    const RemoteMessage &message = history.batch.messages.first();
    CHECK(message.remoteId == u"mid:C3ec.17"_s);
    CHECK(message.conversationRemoteId == u"chat:C3ec"_s);
    CHECK(message.direction == Direction::In);
    CHECK(message.authorRemoteId == u"user:777"_s);
    CHECK(message.authorName == u"Anna Ivanova"_s);
    CHECK(message.text == u"Где мой заказ?"_s);
    CHECK(message.replyToRemoteId == u"mid:C3ec.16"_s);
    CHECK(toMs(message.time) == 1767225600123);
    CHECK(!message.edited);
    REQUIRE(message.attachments.size() == 1);
    CHECK(message.attachments.first().remoteRef == u"https://i.example/2"_s);
    CHECK(message.attachments.first().type == u"image/jpeg"_s);
    REQUIRE(history.batch.contacts.size() == 1);
    CHECK(history.batch.contacts.first().name == u"Anna Ivanova"_s);
    CHECK(!history.batch.contacts.first().anonymous);
    CHECK(history.covered.oldest == 1767225600123);
}

TEST_CASE("Whoever is not the customer of a dialog speaks for the group")
{
    const auto sender = GENERATE(QByteArray(R"("user_id":"group:53")"), QByteArray(R"("user_id":"user:1000")"),
        QByteArray(R"("group_id":"group:53")"), QByteArray(R"("group_id":53)"));
    const History history(R"({"messages":[{"sender":{"name":"Shop",)" + sender
        + R"(},"message":{"mid":"mid:C3ec.18","text":"We are checking."},"timestamp":1767225700123}]})");
    REQUIRE(history.batch.messages.size() == 1);
    CHECK(history.batch.messages.first().direction == Direction::Out);
    CHECK(history.batch.messages.first().state == DeliveryState::Sent);
}

TEST_CASE("In a group chat everybody but the group is a customer")
{
    ChatInfo chat{u"chat:C9"_s, false, u"ACTIVE"_s, u"Buyers"_s, {}, 0, {}, {}};
    const History history(
        R"({"messages":[{"sender":{"user_id":"user:5","name":"Boris"},"message":{"mid":"mid:C9.1","text":"a"},"timestamp":1767225700001},
            {"sender":{"user_id":"group:53"},"message":{"mid":"mid:C9.2","text":"b"},"timestamp":1767225700002}]})",
        chat);
    REQUIRE(history.batch.messages.size() == 2);
    CHECK(history.batch.messages.first().direction == Direction::In);
    CHECK(history.batch.messages.last().direction == Direction::Out);
    REQUIRE(history.batch.conversations.size() == 1);
    CHECK(history.batch.conversations.first().kind == ConversationKind::GroupChat);
    CHECK(history.batch.conversations.first().subject == u"Buyers"_s);
    CHECK(history.batch.conversations.first().contactRemoteId.isEmpty());
}

TEST_CASE("Attachments come as a list, as one object, or under the singular's name")
{
    for (const QByteArray &shape :
        {QByteArray(R"("attachments":[{"type":"FILE","payload":{"url":"https://f.example/a","name":"a.pdf"}}])"),
            QByteArray(R"("attachments":{"type":"FILE","payload":{"url":"https://f.example/a","name":"a.pdf"}})"),
            QByteArray(R"("attachment":{"type":"FILE","payload":{"url":"https://f.example/a","name":"a.pdf"}})")}) {
        const RemoteMessage message = fromAnna(shape);
        REQUIRE(message.attachments.size() == 1);
        CHECK(message.attachments.first().name == u"a.pdf"_s);
        CHECK(message.kind == MessageKind::Message);
    }
}

TEST_CASE("What is no file is told in words")
{
    struct Row {
        QByteArray attachment;
        QString part;
        MessageKind kind = MessageKind::Message;
    };
    const auto row = GENERATE(
        Row{R"({"type":"SHARE","payload":{"url":"https://x.example/","title":"Look"}})", u"https://x.example/"_s},
        Row{R"({"type":"CONTACT","payload":{"name":"Boris","phone":"+7 900"}})", u"Boris, +7 900"_s},
        Row{R"({"type":"LOCATION","payload":{"latitude":55.75,"longitude":37.61,"zoom":5}})", u"mlat=55.750000"_s},
        Row{R"({"type":"MUSIC","payload":{"title":"Song"}})", u"Song"_s},
        Row{R"({"type":"PRESENT","payload":{"id":1}})", u"present"_s},
        Row{R"({"type":"CALL","payload":{"type":"VIDEO","duration":0}})", u"Missed video call"_s, MessageKind::Event},
        Row{R"({"type":"CALL","payload":{"type":"AUDIO","duration":31,"hangupType":"HUNGUP"}})", u"Call (hungup)"_s,
            MessageKind::Event},
        Row{R"({"type":"IMAGE","payload":{"id":"1"}})", u"photo.jpg"_s});
    const RemoteMessage message = fromAnna("\"attachments\":[" + row.attachment + "]");
    CHECK(message.text.contains(row.part));
    CHECK(message.kind == row.kind);
    CHECK(message.attachments.isEmpty());
}

TEST_CASE("An attachment that nobody knows is kept whole")
{
    const History alone(annaSays(R"("attachments":[{"type":"HOLOGRAM","payload":{"x":"brand-new"}}])"));
    REQUIRE(alone.batch.messages.size() == 1);
    CHECK(alone.batch.messages.first().kind == MessageKind::Unsupported);
    CHECK(alone.batch.messages.first().raw.contains("brand-new"));
    const History beside(annaSays(R"("text":"look","attachments":[{"type":"HOLOGRAM","payload":{"x":"brand-new"}}])"));
    REQUIRE(beside.batch.messages.size() == 1);
    CHECK(beside.batch.messages.first().kind == MessageKind::Message);
    CHECK(beside.batch.messages.first().text.contains(u"HOLOGRAM"_s));
    REQUIRE(beside.batch.raw.size() == 1);
    CHECK(beside.batch.raw.first().payload.contains("brand-new"));
}

TEST_CASE("Messages of one millisecond stand in the order of their seq, whatever order they came in")
{
    const History history(R"({"messages":[
        {"sender":{"user_id":"user:777"},"message":{"mid":"mid:C3ec.19","seq":98211023614189662,"text":"three"},"timestamp":1767225600123},
        {"sender":{"user_id":"user:777"},"message":{"mid":"mid:C3ec.17","seq":98211023614189660,"text":"one"},"timestamp":1767225600123},
        {"sender":{"user_id":"user:777"},"message":{"mid":"mid:C3ec.18","seq":98211023614189661,"text":"two"},"timestamp":1767225600123}]})");
    QStringList texts;
    for (const RemoteMessage &message : history.batch.messages)
        texts << message.text;
    CHECK(texts == QStringList{u"one"_s, u"two"_s, u"three"_s});
}

TEST_CASE("A message that reads otherwise than before was edited")
{
    History history(annaSays(R"("text":"order 16")"));
    CHECK(!history.batch.messages.first().edited);
    history.read(annaSays(R"("text":"order 16")"));
    CHECK(!history.batch.messages.first().edited);
    history.read(annaSays(R"("text":"order 17")"));
    REQUIRE(history.batch.messages.size() == 1);
    CHECK(history.batch.messages.first().edited == kNow);
    CHECK(history.batch.messages.first().text == u"order 17"_s);
}

TEST_CASE("What is missing within a window was deleted; at its edge nobody knows")
{
    Memory memory;
    for (int i = 1; i <= 4; ++i)
        CHECK(!memory.notice(u"chat:C3ec"_s, {u"mid:%1"_s.arg(i), i * 1000, 1}));
    const QSet<QString> present{u"mid:4"_s, u"mid:2"_s};
    CHECK(memory.missing(u"chat:C3ec"_s, 2000, present) == QStringList{u"mid:3"_s});
    CHECK(memory.missing(u"chat:C3ec"_s, 0, present) == QStringList{u"mid:3"_s, u"mid:1"_s});
    CHECK(memory.missing(u"chat:other"_s, 0, present).isEmpty());
    memory.forget(u"chat:C3ec"_s, {u"mid:3"_s});
    CHECK(memory.missing(u"chat:C3ec"_s, 2000, present).isEmpty());
}

TEST_CASE("A cursor brings back what was remembered, and a broken one nothing")
{
    Memory memory;
    memory.low = 1767225600123;
    memory.marker = u"m3"_s;
    memory.round = Round{5, u"m2"_s, true, {{u"chat:C3ec"_s, 17}}};
    memory.fill = Fill{u"m4"_s, false, {{u"chat:a"_s, 0}}, {{u"chat:b"_s, 12}}, 40, 3};
    memory.notice(u"chat:C3ec"_s, {u"mid:C3ec.17"_s, 1767225600123, 0xFFFFFFFF});
    memory.shut.insert(u"chat:C3ec"_s, 7);
    memory.talks.insert(u"discussion:GROUP_TOPIC:1"_s, {2, 1767225700123});
    CHECK(Memory::from(memory.toCursor()) == memory);
    for (const QByteArray &broken : {QByteArray(), QByteArray("{"), QByteArray("[1]"), QByteArray(R"({"low":"x"})")})
        CHECK(Memory::from(broken) == Memory());
}

TEST_CASE("Cursors stay small however many chats there are")
{
    Memory memory;
    for (int chat = 0; chat < 500; ++chat) {
        const QString id = u"chat:C%1"_s.arg(chat);
        for (int message = 0; message < 60; ++message)
            memory.notice(id, {u"mid:C%1.%2"_s.arg(chat).arg(message), chat * 1000 + message, 1});
        memory.shut.insert(id, chat);
        memory.talks.insert(u"discussion:GROUP_TOPIC:%1"_s.arg(chat), {1, chat});
    }
    CHECK(memory.toCursor().size() < 40'000);
    CHECK(memory.liveliest().first() == u"chat:C499"_s);
    CHECK(Memory::from(memory.toCursor()).shut.contains(u"chat:C499"_s));
}

TEST_CASE("The long poll's items are read in the documented shape and in the one a client shows")
{
    const auto answer =
        GENERATE(QByteArray(
                     R"({"updates":[{"webhookType":"MESSAGE_CREATED","sender":{"name":"Anna","user_id":"user:777"},
            "recipient":{"chat_id":"chat:C3ec"},"message":{"text":"hi","seq":98211023614189660,"mid":"mid:C3ec.17"},
            "timestamp":1767225600123}]})"),
            QByteArray(R"({"updates":[{"update_type":"message_created","timestamp":1767225600123,
            "message":{"sender":{"name":"Anna","user_id":777},"recipient":{"chat_id":"C3ec"},"timestamp":1767225600123,
            "body":{"mid":"C3ec.17","seq":98211023614189660,"text":"hi"}}}]})"));
    const Batch batch = updates(answer);
    REQUIRE(batch.messages.size() == 1);
    const RemoteMessage &message = batch.messages.first();
    CHECK(message.remoteId == u"mid:C3ec.17"_s);
    CHECK(message.conversationRemoteId == u"chat:C3ec"_s);
    CHECK(message.authorRemoteId == u"user:777"_s);
    CHECK(message.text == u"hi"_s);
    CHECK(toMs(message.time) == 1767225600123);
    CHECK(message.extra["seq"_L1].toString() == u"98211023614189660"_s);
    CHECK(batch.raw.isEmpty());
}

TEST_CASE("A pressed button is a line in its chat, in both shapes")
{
    const auto answer =
        GENERATE(QByteArray(
                     R"({"updates":[{"webhookType":"MESSAGE_CALLBACK","sender":{"name":"Anna","user_id":"user:777"},
            "recipient":{"chat_id":"chat:C3ec"},"mid":"mid:C3ec.18","callbackId":"cb-1","payload":"yes","timestamp":1767225600999}]})"),
            QByteArray(R"({"updates":[{"update_type":"message_callback","timestamp":1767225600999,
            "callback":{"callback_id":"cb-1","payload":"yes","user":{"name":"Anna","user_id":"user:777"}},
            "message":{"recipient":{"chat_id":"chat:C3ec"},"body":{"mid":"mid:C3ec.18"}}}]})"));
    const Batch batch = updates(answer);
    REQUIRE(batch.messages.size() == 1);
    CHECK(batch.messages.first().kind == MessageKind::Event);
    CHECK(batch.messages.first().text.contains(u"Anna"_s));
    CHECK(batch.messages.first().text.contains(u"yes"_s));
    CHECK(batch.messages.first().automatic);
}

TEST_CASE("An update of an unknown kind, or without what it needs, is kept whole")
{
    const Batch batch = updates(R"({"updates":[{"webhookType":"SOMETHING_NEW","x":1},{"webhookType":"MESSAGE_CREATED"},
        {"webhookType":"MESSAGE_CREATED","recipient":{"chat_id":"chat:C3ec"},"message":{"text":"no mid"}},7,
        {"webhookType":"MESSAGE_CALLBACK","recipient":{"chat_id":"chat:C3ec"}}]})");
    CHECK(batch.messages.isEmpty());
    REQUIRE(batch.raw.size() == 5);
    QSet<QString> ids;
    for (const RawPayload &raw : batch.raw)
        ids << raw.remoteId;
    CHECK(ids.size() == 5);
    CHECK(batch.raw.at(0).payload == R"({"webhookType":"SOMETHING_NEW","x":1})");
    CHECK(batch.raw.at(2).payload.contains("no mid"));
    CHECK(batch.raw.at(3).payload == "7");
}

TEST_CASE("A chat that the group has left takes no answer")
{
    for (const QByteArray &status : {QByteArray("LEFT"), QByteArray("REMOVED")}) {
        const auto chat = readChat(
            json(R"({"chat_id":"chat:C3ec","type":"DIALOG","owner_id":"user:777","status":")" + status + "\"}"));
        REQUIRE(chat.has_value());
        const History history(annaSays(R"("text":"x")"), *chat);
        REQUIRE(history.batch.conversations.size() == 1);
        CHECK(!history.batch.conversations.first().canReply);
        CHECK(!history.batch.conversations.first().cannotReplyWhy.isEmpty());
    }
    CHECK(!readChat(json(R"({"type":"DIALOG"})")).has_value());
}

TEST_CASE("A customer who shut us out can be answered again once they write")
{
    History history(annaSays(R"("text":"before")"));
    history.memory.shut.insert(kAnna.id, 1767225600123);
    history.read(annaSays(R"("text":"before")"));
    CHECK(!history.batch.conversations.first().canReply);
    QByteArray later = annaSays(R"("text":"again")");
    later.replace("C3ec.17", "C3ec.18").replace("1767225600123", "1767225600124");
    history.read(later);
    REQUIRE(history.batch.conversations.size() == 1);
    CHECK(history.batch.conversations.first().canReply);
    CHECK(history.memory.shut.isEmpty());
}

TEST_CASE("A visitor without an account is a session with the form as a card")
{
    const auto chat =
        readChat(json(R"({"chat_id":"chat:CA","type":"DIALOG","session_id":"4f1c","participants":{"group:53":1},
        "form":{"category":"Lost password","answers":[{"question":"Login?","answer":"anna77"},{"question":"Phone?","answer":""}]}})"));
    REQUIRE(chat.has_value());
    CHECK(chat->customer == u"anonym:4f1c"_s);
    const auto sender =
        GENERATE(QByteArray(R"({"user_id":"anonym:4f1c"})"), QByteArray(R"({"session_id":"4f1c"})"), QByteArray("{}"));
    const History history("{\"messages\":[{\"sender\":" + sender
            + R"(,"message":{"mid":"mid:CA.1","text":"help"},"timestamp":1767225600123}]})",
        *chat);
    REQUIRE(history.batch.messages.size() == 1);
    CHECK(history.batch.messages.first().direction == Direction::In);
    CHECK(history.batch.messages.first().authorRemoteId == u"anonym:4f1c"_s);
    REQUIRE(history.batch.contacts.size() == 1);
    CHECK(history.batch.contacts.first().anonymous);
    CHECK(!history.batch.contacts.first().name.isEmpty());
    const ConversationContext &card = history.batch.conversations.first().context;
    REQUIRE(card.facts.size() == 3);
    CHECK(card.facts.at(0).value == u"Lost password"_s);
    CHECK(card.facts.at(1).label == u"Login?"_s);
    CHECK(card.facts.at(1).value == u"anna77"_s);
    CHECK(card.facts.at(2).value == u"4f1c"_s);
}

TEST_CASE("Comments are read under both spellings of their list")
{
    const DiscussionInfo topic{{u"GROUP_TOPIC"_s, u"654321"_s}, u"Скидки"_s, u"53"_s, 2};
    const CommentPage page = readComments(json(R"({"has_more":true,"anchor":"a1","comments":[
        {"id":"c1","author_id":"777","author_name":"Anna","author_ref":"user:777","text":"No answer for a week","date_ms":1767225700123,
         "reply_to_comment_id":"c0","reply_to_name":"Ivan"},
        {"id":"c2","author_id":"53","author_ref":"group:53","text":"Sorry","date_ms":1767225700200},{"text":"no id"}]})"),
        topic, kNow);
    CHECK(page.hasMore);
    CHECK(page.anchor == u"a1"_s);
    REQUIRE(page.messages.size() == 2);
    CHECK(page.odd.size() == 1);
    const RemoteMessage &first = page.messages.first();
    CHECK(first.remoteId == u"comment:GROUP_TOPIC:654321:c1"_s);
    CHECK(first.conversationRemoteId == u"discussion:GROUP_TOPIC:654321"_s);
    CHECK(first.replyToRemoteId == u"comment:GROUP_TOPIC:654321:c0"_s);
    CHECK(first.visibility == Visibility::Public);
    CHECK(first.authorRemoteId == u"commenter:777"_s);
    CHECK(page.messages.last().direction == Direction::Out);
    REQUIRE(page.contacts.size() == 1);

    const CommentPage legacy =
        readComments(json(R"({"commentss":[{"id":"c1","author_id":777,"text":"x","created_ms":1767225700123},
        {"id":"c2","author_id":"777","text":"y","date":"2026-01-01 03:00:00"}]})"),
            topic, kNow);
    REQUIRE(legacy.messages.size() == 2);
    CHECK(toMs(legacy.messages.first().time) == 1767225700123);
    CHECK(toMs(legacy.messages.last().time) == 1767225600000); // midnight UTC is three in Moscow
    CHECK(legacy.messages.last().authorRemoteId == u"commenter:777"_s);

    const CommentPage odd = readComments(
        json(R"([{"id":"c1","text":"x","date":"1013-05-01 12:00:00"},{"id":"c2","text":"y"}])"), topic, kNow);
    REQUIRE(odd.messages.size() == 2);
    CHECK(odd.messages.first().time == kNow); // a time that cannot be
    CHECK(odd.messages.last().time == kNow);
}

TEST_CASE("A discussion has a card with a page to open, and is answered there")
{
    const DiscussionPage page = readDiscussions(json(R"({"anchor":"a1","discussions":[
        {"object_id":"654321","object_type":"GROUP_TOPIC","title":"Скидки","new_comments_count":2,"ref_objects":[{"id":"53","type":"GROUP"}]},
        {"object_id":"1","object_type":"GROUP_PHOTO","new_comments_count":0},{"object_type":"GROUP_TOPIC"}]})"));
    REQUIRE(page.discussions.size() == 2);
    CHECK(page.odd.size() == 1);
    const RemoteConversation topic = conversationFrom(page.discussions.first(), false);
    CHECK(topic.kind == ConversationKind::Comments);
    CHECK(topic.subject == u"Скидки"_s);
    CHECK(topic.context.url == u"https://ok.ru/group/53/topic/654321"_s);
    CHECK(!topic.canReply);
    CHECK(!topic.cannotReplyWhy.isEmpty());
    CHECK(conversationFrom(page.discussions.first(), true).canReply);
    CHECK(!conversationFrom(page.discussions.last(), false).subject.isEmpty());
    CHECK(Discussion::from(topic.remoteId) == page.discussions.first().which);
    CHECK(readDiscussions(json(R"({"discussions":[]})")).anchor.isEmpty());
    CHECK(readDiscussions(json("null")).discussions.isEmpty());
}

TEST_CASE("Ids come apart as they were joined")
{
    const Discussion topic{u"GROUP_TOPIC"_s, u"654321"_s};
    CHECK(Discussion::from(topic.conversation()) == topic);
    CHECK(commentIdIn(topic.comment(u"c:1"_s)) == u"c:1"_s);
    CHECK(commentIdIn(u"mid:C3ec.17"_s).isEmpty());
    CHECK(!Discussion::from(u"chat:C3ec"_s).has_value());
    CHECK(!Discussion::from(u"discussion:x"_s).has_value());
    CHECK(midFrom(u"MID:123"_s) == u"mid:123"_s);
    CHECK(midFrom(u"mid:"_s).isEmpty());
    CHECK(chatIdFrom(7) == u"chat:7"_s);
    CHECK(userIdFrom(u"group:53"_s) == u"group:53"_s);
}

TEST_CASE("Every sample of the fact sheet is understood")
{
    const QByteArray bytes = tests::okFact(u"samples.json"_s);
    SKIP_WITHOUT_FACTS(bytes);
    const QJsonValue samples = json(bytes);
    const ChatPage chats = readChats(samples["me_chats"_L1]);
    REQUIRE(chats.chats.size() == 1);
    CHECK(chats.odd.isEmpty());
    CHECK(chats.marker == u"m2"_s);
    CHECK(chats.chats.first().customer == u"user:777"_s);
    CHECK(chats.chats.first().lastEvent == 1767225600123);
    CHECK(readChats(samples["me_chats_last_page"_L1]).marker.isEmpty());

    Batch batch;
    Memory memory;
    Reader reader(batch, memory, kNow);
    reader.history(samples["chat_messages"_L1], chats.chats.first());
    REQUIRE(batch.messages.size() == 1);
    CHECK(batch.messages.first().text == u"Где мой заказ?"_s);
    CHECK(batch.messages.first().extra["seq"_L1].toString() == u"98211023614189660"_s);
    CHECK(batch.messages.first().attachments.size() == 1);
    CHECK(batch.raw.isEmpty());

    Batch events;
    Reader listener(events, memory, kNow);
    listener.updates(
        samples["updates_assumed"_L1]["updates"_L1].toArray(), {{chats.chats.first().id, chats.chats.first()}});
    CHECK(events.messages.size() == 2);
    CHECK(events.raw.size() == 1);

    const DiscussionPage talks = readDiscussions(samples["discussions_getList"_L1]);
    REQUIRE(talks.discussions.size() == 1);
    CHECK(talks.discussions.first().newComments == 2);
    for (const auto key : {"discussions_getComments"_L1, "getDiscussionComments_legacy"_L1}) {
        const CommentPage page = readComments(samples[key], talks.discussions.first(), kNow);
        REQUIRE(page.messages.size() == 1);
        CHECK(page.messages.first().text == u"Нет ответа неделю"_s);
        CHECK(page.odd.isEmpty());
    }
}
