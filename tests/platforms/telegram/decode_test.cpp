// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/telegram/updates.h"
#include "support/print.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests;
using platforms::telegram::decodeUpdates;
using platforms::telegram::Memory;

namespace {

const char *const kTopic =
    R"([{"update_id":7,"message":{"message_id":77,"date":1767225640,"message_thread_id":5,"is_topic_message":true,
  "from":{"id":777,"first_name":"Anna"},"chat":{"id":-1001,"type":"supergroup","title":"Help","is_forum":true},
  "reply_to_message":{"message_id":5,"date":1,"chat":{"id":-1001,"type":"supergroup"},"forum_topic_created":{"name":"Refunds","icon_color":1}},
  "text":"in a topic"}}])";

} // namespace

TEST_CASE("The samples of the fact sheet are all read")
{
    QString path = qEnvironmentVariable("PARLEY_SHARED", qEnvironmentVariable("PARLEY_SOURCE_DIR") + u"/../shared"_s);
    path += u"/platforms/schema/telegram/samples-updates.json"_s;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        SKIP("the fact sheet's samples are not here: set PARLEY_SHARED");
    const QJsonArray samples = QJsonDocument::fromJson(file.readAll()).object()[u"result"_s].toArray();
    REQUIRE(samples.size() == 13);
    Memory memory;
    const auto decoded = decodeUpdates(samples, memory);
    const Batch &batch = decoded.batch;
    CHECK(memory.offset == 870014);
    CHECK(batch.raw.size() == 1);
    CHECK(batch.raw.first().payload.contains("brand_new_update_kind"));
    REQUIRE(batch.deletions.size() == 1);
    CHECK(batch.deletions.first().messageRemoteId == u"bc1:777:9"_s);
    CHECK(decoded.pressedButtons == QStringList{u"4382"_s});
    QStringList lines;
    for (const RemoteMessage &message : batch.messages) {
        CHECK(message.kind != MessageKind::Unsupported);
        lines << message.conversationRemoteId + u' ' + message.text + (message.edited ? u" (edited)"_s : QString());
    }
    CHECK(lines
        == QStringList{u"777 Where is my order? 👍 bold"_s, u"777 Where is my order 17? (edited)"_s,
            u"777 two photos"_s, u"777 "_s,
            u"notices Shop connected this bot to their business account: its customers' messages arrive here."_s,
            u"bc1:777 Hi"_s, u"777 Anna blocked the bot"_s, u"-1001234567890 Anna reacted with 👍"_s,
            u"-1001234567890/5 in a topic"_s,
            u"-5001 The group was upgraded and has a new number; the next answer follows it there"_s,
            u"777 Anna pressed “y”"_s});
    const auto blocked = std::ranges::find(batch.conversations, u"777"_s, &RemoteConversation::remoteId);
    REQUIRE(blocked != batch.conversations.end());
    CHECK(!blocked->canReply);
    CHECK(!blocked->cannotReplyWhy.isEmpty());
}

TEST_CASE("A private message has its author, its chat, its time and its language")
{
    Memory memory;
    const Batch batch = decodeUpdates(updates(R"([{"update_id":870001,"message":{"message_id":41,
        "from":{"id":777,"is_bot":false,"first_name":"Anna","last_name":"Petrova","username":"anna_p","language_code":"ru"},
        "chat":{"id":777,"type":"private","first_name":"Anna"},"date":1767225600,"text":"Где?",
        "reply_to_message":{"message_id":39,"chat":{"id":777,"type":"private"},"date":1,"text":"Hello"}}}])"),
        memory)
                            .batch;
    REQUIRE(batch.messages.size() == 1);
    const RemoteMessage &message = batch.messages.first();
    CHECK(message.remoteId == u"777:41"_s);
    CHECK(message.direction == Direction::In);
    CHECK(message.visibility == Visibility::Private);
    CHECK(message.authorName == u"Anna Petrova"_s);
    CHECK(toMs(message.time) == 1767225600000);
    CHECK(message.replyToRemoteId == u"777:39"_s);
    CHECK(message.replyToText == u"Hello"_s);
    REQUIRE(batch.contacts.size() == 1);
    CHECK(batch.contacts.first().remoteId == u"777"_s);
    CHECK(batch.contacts.first().name == u"Anna Petrova"_s);
    CHECK(batch.contacts.first().handle == u"@anna_p"_s);
    CHECK(batch.contacts.first().language == u"ru"_s);
    REQUIRE(batch.conversations.size() == 1);
    CHECK(batch.conversations.first().kind == ConversationKind::DirectChat);
    CHECK(batch.conversations.first().contactRemoteId == u"777"_s);
    CHECK(memory.offset == 870002);
}

TEST_CASE("Each kind of media is an attachment that can be fetched, the largest size of a photo")
{
    const auto photo =
        fromAnna(R"({"caption":"look","photo":[{"file_id":"s","file_unique_id":"1","width":90,"height":90},
        {"file_id":"big","file_unique_id":"2","width":1280,"height":960,"file_size":200000},
        {"file_id":"m","file_unique_id":"3","width":320,"height":240}]})");
    CHECK(photo.text == u"look"_s);
    REQUIRE(photo.attachments.size() == 1);
    CHECK(photo.attachments.first().remoteRef == u"big"_s);
    CHECK(photo.attachments.first().size == 200000);
    CHECK(photo.attachments.first().type == u"image/jpeg"_s);

    const auto document = fromAnna(
        R"({"document":{"file_id":"d","file_unique_id":"4","file_name":"../../x","mime_type":"application/pdf","file_size":5}})");
    REQUIRE(document.attachments.size() == 1);
    CHECK(document.attachments.first().name == u"../../x"_s); // for display; models/file_name.h makes it safe to save
    CHECK(document.attachments.first().type == u"application/pdf"_s);

    for (const auto &[kind, type] : {std::pair{"voice", u"audio/ogg"_s}, {"video", u"video/mp4"_s},
             {"video_note", u"video/mp4"_s}, {"audio", u"audio/mpeg"_s}}) {
        const QByteArray json = QByteArray("{\"") + kind + R"(":{"file_id":"f","file_unique_id":"u","duration":3}})";
        const auto message = fromAnna(json.constData());
        CHECK(message.kind == MessageKind::Message);
        REQUIRE(message.attachments.size() == 1);
        CHECK(message.attachments.first().type == type);
        CHECK(!message.attachments.first().name.isEmpty());
    }
    // An animation stands in two fields and is one file.
    CHECK(fromAnna(
              R"({"animation":{"file_id":"a","file_unique_id":"u"},"document":{"file_id":"a","file_unique_id":"u"}})")
              .attachments.size()
        == 1);
}

TEST_CASE("What has no text of its own is put in words")
{
    CHECK(fromAnna(R"({"sticker":{"file_id":"s","file_unique_id":"u","emoji":"🙂"}})").text == u"🙂 sticker"_s);
    CHECK(fromAnna(R"({"contact":{"phone_number":"+38591","first_name":"Ivo"}})").text.contains(u"+38591"_s));
    CHECK(fromAnna(R"({"location":{"latitude":45.815,"longitude":15.9819}})").text.contains(u"45.815000, 15.981900"_s));
    CHECK(fromAnna(
        R"({"venue":{"title":"Café","address":"Ilica 1","location":{"latitude":1,"longitude":2}},"location":{"latitude":1,"longitude":2}})")
            .text.contains(u"Café, Ilica 1"_s));
    const QString poll = fromAnna(R"({"poll":{"question":"When?","options":[{"text":"Mon"},{"text":"Tue"}]}})").text;
    CHECK(poll.contains(u"When?"_s));
    CHECK(poll.contains(u"• Tue"_s));
    CHECK(fromAnna(R"({"dice":{"emoji":"🎲","value":4}})").text == u"🎲 4"_s);
    CHECK(fromAnna(R"({"text":"hi","forward_origin":{"type":"hidden_user","sender_user_name":"Boris"}})").text
        == u"Forwarded from Boris\nhi"_s);
}

TEST_CASE("A service message is a line, not a message that waits for an answer")
{
    for (const char *fields : {R"({"new_chat_members":[{"id":777,"first_name":"Anna"}]})",
             R"({"left_chat_member":{"id":777,"first_name":"Anna"}})", R"({"pinned_message":{"message_id":1}})",
             R"({"group_chat_created":true})", R"({"write_access_allowed":{}})", R"({"new_chat_title":"Shop"})",
             R"({"successful_payment":{"currency":"EUR","total_amount":1250}})"}) {
        const auto message = fromAnna(fields);
        INFO(fields);
        CHECK(message.kind == MessageKind::Event);
        CHECK(message.automatic);
        CHECK(!message.text.isEmpty());
    }
}

TEST_CASE("A message with nothing readable is kept whole and shown as such")
{
    const auto message = fromAnna(R"({"hologram":{"depth":3}})");
    CHECK(message.kind == MessageKind::Unsupported);
    CHECK(message.raw.contains("hologram"));
    CHECK(message.remoteId == u"777:41"_s);
}

TEST_CASE("Updates that lack what they need are kept raw and confirmed like any other")
{
    Memory memory;
    const Batch batch =
        decodeUpdates(updates(R"([{"update_id":1,"message":{"text":"nowhere"}},{"update_id":2,"message":7},
        {"update_id":3},17,"text",null,[1],{"update_id":4,"deleted_business_messages":{"chat":{"id":1}}},
        {"update_id":5,"my_chat_member":{}},{"update_id":6,"message_reaction":{"chat":{"id":1}}}])"),
            memory)
            .batch;
    CHECK(batch.raw.size() == 10);
    CHECK(batch.messages.isEmpty());
    CHECK(memory.offset == 7);
    for (const RawPayload &raw : batch.raw)
        CHECK(!raw.reason.isEmpty());
}

TEST_CASE("Hidden links are written out, and wrong offsets do no harm")
{
    CHECK(
        fromAnna(
            R"({"text":"see 👍 our shop now","entities":[{"type":"text_link","offset":7,"length":8,"url":"https://shop.test/a"}]})")
            .text
        == u"see 👍 our shop (https://shop.test/a) now"_s);
    CHECK(
        fromAnna(
            R"({"text":"https://shop.test/a","entities":[{"type":"text_link","offset":0,"length":19,"url":"https://shop.test/a"}]})")
            .text
        == u"https://shop.test/a"_s);
    for (const char *entity : {R"("offset":-1,"length":2)", R"("offset":2,"length":99)",
             R"("offset":9223372036854775807,"length":9223372036854775807)", R"("offset":1,"length":-5)"}) {
        const QByteArray json =
            QByteArray(R"({"text":"abc","entities":[{"type":"text_link","url":"https://x.test",)") + entity + "}]}";
        CHECK(fromAnna(json.constData()).text == u"abc"_s);
    }
    // A mark that turns the reading direction cannot hide in the address.
    const QString turned = fromAnna("{\"text\":\"pay\",\"entities\":[{\"type\":\"text_link\",\"offset\":0,\"length\":3,"
                                    "\"url\":\"https://x.test/\xe2\x80\xaegpj.exe\"}]}")
                               .text;
    CHECK(!turned.contains(QChar(0x202e)));
    CHECK(turned.startsWith(u"pay (https://x.test/"_s));
}

TEST_CASE("Edits within one second are told apart, the later wins")
{
    Memory memory;
    const Batch batch = decodeUpdates(updates(R"([
        {"update_id":11,"edited_message":{"message_id":1,"date":100,"edit_date":200,"chat":{"id":7,"type":"private"},"text":"second"}},
        {"update_id":10,"edited_message":{"message_id":1,"date":100,"edit_date":200,"chat":{"id":7,"type":"private"},"text":"first"}}])"),
        memory)
                            .batch;
    REQUIRE(batch.messages.size() == 2);
    CHECK(batch.messages.at(0).text == u"first"_s);
    CHECK(*batch.messages.at(0).edited < *batch.messages.at(1).edited);
    CHECK(batch.messages.at(0).remoteId == batch.messages.at(1).remoteId);
}

TEST_CASE("A forum's topics are conversations of their own, and their names are remembered")
{
    Memory memory;
    const Batch first = decodeUpdates(updates(kTopic), memory).batch;
    REQUIRE(first.conversations.size() == 1);
    CHECK(first.conversations.first().remoteId == u"-1001/5"_s);
    CHECK(first.conversations.first().kind == ConversationKind::GroupChat);
    CHECK(first.conversations.first().subject == u"Help › Refunds"_s);
    CHECK(first.messages.first().replyToRemoteId.isEmpty()); // the topic's creation is nothing that was answered
    CHECK(first.messages.first().remoteId == u"-1001:77"_s);

    Memory later = Memory::from(memory.toCursor());
    CHECK(later == memory);
    const Batch next =
        decodeUpdates(updates(R"([{"update_id":8,"message":{"message_id":78,"date":1767225641,"message_thread_id":5,
        "is_topic_message":true,"from":{"id":777,"first_name":"Anna"},"chat":{"id":-1001,"type":"supergroup","title":"Help"},"text":"more"}}])"),
            later)
            .batch;
    CHECK(next.conversations.first().subject == u"Help › Refunds"_s);
}

TEST_CASE("Comments on a channel's post are public and belong to the post; a thread in a plain group does not leave it")
{
    Memory memory;
    const char *const post = R"([{"update_id":1,"message":{"message_id":41,"date":100,"is_automatic_forward":true,
        "sender_chat":{"id":-1009,"type":"channel","title":"Shop news"},"chat":{"id":-1001,"type":"supergroup","title":"Talk"},"text":"New shoes\nlook"}}])";
    const char *const comment = R"([{"update_id":2,"message":{"message_id":42,"date":101,"message_thread_id":41,
        "from":{"id":777,"first_name":"Anna"},"chat":{"id":-1001,"type":"supergroup","title":"Talk"},
        "reply_to_message":{"message_id":40,"date":99,"chat":{"id":-1001}},"text":"how much?"}}])";
    Batch batch = decodeUpdates(updates(comment), memory).batch;
    CHECK(batch.messages.first().conversationRemoteId == u"-1001"_s);
    CHECK(batch.messages.first().visibility == Visibility::Private);

    batch = decodeUpdates(updates(post), memory).batch;
    CHECK(batch.messages.first().direction == Direction::Out);
    CHECK(batch.conversations.first().kind == ConversationKind::Comments);
    CHECK(batch.conversations.first().subject == u"New shoes"_s);

    Memory restarted = Memory::from(memory.toCursor());
    batch = decodeUpdates(updates(comment), restarted).batch;
    CHECK(batch.messages.first().conversationRemoteId == u"-1001/c41"_s);
    CHECK(batch.messages.first().visibility == Visibility::Public);
    CHECK(batch.messages.first().direction == Direction::In);
}

TEST_CASE("A channel's own post is ours, public, and cannot be answered by posting again")
{
    const Batch batch = decode(updates(R"([{"update_id":1,"channel_post":{"message_id":3,"date":100,
        "sender_chat":{"id":-1009,"type":"channel","title":"Shop news"},"chat":{"id":-1009,"type":"channel","title":"Shop news"},"text":"Sale"}}])"));
    REQUIRE(batch.messages.size() == 1);
    CHECK(batch.messages.first().direction == Direction::Out);
    CHECK(batch.messages.first().visibility == Visibility::Public);
    CHECK(!batch.conversations.first().canReply);
    CHECK(!batch.conversations.first().cannotReplyWhy.isEmpty());
}

TEST_CASE("In a business chat the owner's words from the phone are ours, the customer's are theirs")
{
    const Batch batch = decode(updates(R"([
        {"update_id":1,"business_message":{"business_connection_id":"bc1","message_id":9,"date":100,"from":{"id":777,"first_name":"Anna"},"chat":{"id":777,"type":"private","first_name":"Anna"},"text":"Hi"}},
        {"update_id":2,"business_message":{"business_connection_id":"bc1","message_id":10,"date":101,"from":{"id":900,"first_name":"Shop"},"chat":{"id":777,"type":"private","first_name":"Anna"},"text":"Hello"}}])"));
    REQUIRE(batch.messages.size() == 2);
    CHECK(batch.messages.at(0).direction == Direction::In);
    CHECK(batch.messages.at(1).direction == Direction::Out);
    CHECK(batch.messages.at(1).state == DeliveryState::Sent);
    CHECK(batch.conversations.size() == 1);
    CHECK(batch.conversations.first().remoteId == u"bc1:777"_s);
}

TEST_CASE("Blocked and let back in one page ends as it ended, whatever order it came in")
{
    const Batch batch = decode(updates(R"([
        {"update_id":3,"my_chat_member":{"chat":{"id":777,"type":"private","first_name":"Anna"},"from":{"id":777,"first_name":"Anna"},"date":102,"new_chat_member":{"status":"member"}}},
        {"update_id":2,"my_chat_member":{"chat":{"id":777,"type":"private","first_name":"Anna"},"from":{"id":777,"first_name":"Anna"},"date":101,"new_chat_member":{"status":"kicked"}}}])"));
    REQUIRE(batch.conversations.size() == 1);
    CHECK(batch.conversations.first().canReply);
    CHECK(batch.conversations.first().cannotReplyWhy.isEmpty());
    REQUIRE(batch.messages.size() == 2);
    CHECK(batch.messages.at(0).kind == MessageKind::Event);
    CHECK(batch.messages.at(0).remoteId != batch.messages.at(1).remoteId);
}

TEST_CASE("The same update twice gives the same ids")
{
    const QJsonArray once = updates(kTopic);
    const Batch a = decode(once);
    const Batch b = decode(once);
    CHECK(a.messages.first().remoteId == b.messages.first().remoteId);
    const QJsonArray strange = updates(R"([{"update_id":9,"brand_new":{"x":1}}])");
    CHECK(decode(strange).raw.first().remoteId == decode(strange).raw.first().remoteId);
}

TEST_CASE("After a quiet week update ids may start anew below the old ones")
{
    Memory memory;
    memory.offset = 870'000'000;
    CHECK(decodeUpdates(annaSends(R"({"text":"hello"})"), memory).updates == 1);
    CHECK(memory.offset == 870002);
}

TEST_CASE("A cursor that cannot be read begins anew")
{
    for (const char *cursor : {"", "870001", "{", "[]", "{\"offset\":\"x\"}", "{\"offset\":null,\"topics\":7}"})
        CHECK(Memory::from(cursor) == Memory{});
}
