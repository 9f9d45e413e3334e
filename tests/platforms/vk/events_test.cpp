// SPDX-License-Identifier: GPL-3.0-or-later
// The Bots Long Poll and comments.
#include "platforms/vk/cursor.h"
#include "platforms/vk/vk_json.h"

#include "support/print.h"

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::platforms::vk;
using namespace parley::tests;

namespace {

Decoded events(const char *json)
{
    VkDesk shop;
    Decoded decoded;
    decodeEvents(array(json), shop.desk(), decoded);
    return decoded;
}

const RemoteMessage &only(const Decoded &decoded)
{
    REQUIRE(decoded.batch.messages.size() == 1);
    return decoded.batch.messages.first();
}

} // namespace

TEST_CASE("Every event of the official sample finds its place, twice the same once")
{
    const QByteArray sample = vkSample(u"bots-longpoll-batch.json"_s);
    if (sample.isEmpty())
        SKIP("the shared fact sheets are not on this machine");
    VkDesk shop;
    Decoded decoded;
    decodeEvents(object(sample.constData())[u"updates"_s].toArray(), shop.desk(), decoded);
    QStringList ids;
    for (const RemoteMessage &message : decoded.batch.messages)
        ids << message.remoteId;
    CHECK(ids
        == QStringList{u"777:5501"_s, u"777:5502"_s, u"777:5501"_s, u"event:e6"_s, u"event:e7"_s, u"event:e8"_s,
            u"wall-123_15/88"_s, u"board-123_9/4"_s});
    CHECK(decoded.batch.receipts.size() == 1);
    CHECK(decoded.live.size() == 1);
    CHECK(decoded.batch.deletions.size() == 1);
    REQUIRE(decoded.batch.raw.size() == 1);
    CHECK(decoded.batch.raw[0].payload.contains("something_new_in_future"));
    CHECK(decoded.batch.contacts.first().language == u"ru"_s);
}

TEST_CASE("A customer who takes their permission back cannot be written to until they give it again")
{
    const Decoded denied = events(R"([{"type":"message_deny","event_id":"1","object":{"user_id":777}}])");
    REQUIRE(denied.batch.conversations.size() == 1);
    CHECK(!denied.batch.conversations[0].canReply);
    CHECK(!denied.batch.conversations[0].cannotReplyWhy.isEmpty());
    const Decoded allowed = events(R"([{"type":"message_deny","event_id":"1","object":{"user_id":777}},
                                       {"type":"message_allow","event_id":"2","object":{"user_id":777,"key":""}}])");
    REQUIRE(allowed.batch.conversations.size() == 1);
    CHECK(allowed.batch.conversations[0].canReply);
}

TEST_CASE("A comment stands in the thread of its top comment")
{
    const Decoded top = events(R"([{"type":"wall_reply_new","event_id":"1","object":
        {"id":80,"from_id":777,"date":1767225700,"text":"No answer for a week","post_id":15,"owner_id":-123}}])");
    CHECK(only(top).conversationRemoteId == u"wall-123_15:80"_s);
    CHECK(only(top).visibility == Visibility::Public);
    CHECK(top.batch.conversations[0].kind == ConversationKind::Comments);
    CHECK(top.batch.conversations[0].contactRemoteId == u"777"_s);
    CHECK(top.places.contains(u"wall-123_15"_s));

    const Decoded below = events(R"([{"type":"wall_reply_new","event_id":"1","object":{"id":88,"from_id":900,
        "date":1767225700,"text":"[id777|Anna], me too","post_id":15,"owner_id":-123,"parents_stack":[80],"reply_to_comment":81}}])");
    CHECK(only(below).conversationRemoteId == u"wall-123_15:80"_s);
    CHECK(only(below).replyToRemoteId == u"wall-123_15/81"_s);
    CHECK(only(below).text == u"Anna, me too"_s);
    CHECK(below.batch.conversations[0].contactRemoteId.isEmpty()); // whose thread it is is not told
}

TEST_CASE("The community's own comment is outbound in a thread, and opens none by itself")
{
    CHECK(events(R"([{"type":"wall_reply_new","event_id":"1","object":
        {"id":80,"from_id":-123,"date":1,"text":"First!","post_id":15,"owner_id":-123}}])")
            .batch.messages.isEmpty());
    CHECK(only(events(R"([{"type":"wall_reply_new","event_id":"1","object":
        {"id":81,"from_id":-123,"date":1,"text":"Sorry!","post_id":15,"owner_id":-123,"parents_stack":[80]}}])"))
              .direction
        == Direction::Out);
}

TEST_CASE("Comments under photos, videos, products and topics are told apart")
{
    const Decoded all = events(R"([
        {"type":"photo_comment_new","event_id":"1","object":{"id":1,"from_id":777,"date":1,"text":"a","photo_id":5,"photo_owner_id":-123}},
        {"type":"video_comment_new","event_id":"2","object":{"id":2,"from_id":777,"date":1,"text":"b","video_id":6,"video_owner_id":-123}},
        {"type":"market_comment_new","event_id":"3","object":{"id":3,"from_id":777,"date":1,"text":"c","item_id":7,"market_owner_id":-123}},
        {"type":"board_post_new","event_id":"4","object":{"id":4,"from_id":777,"date":1,"text":"d","topic_id":8,"topic_owner_id":-123}},
        {"type":"market_comment_delete","event_id":"5","object":{"owner_id":-123,"id":3,"user_id":777,"item_id":7}}])");
    QStringList conversations;
    for (const RemoteMessage &message : all.batch.messages)
        conversations << message.conversationRemoteId;
    CHECK(conversations == QStringList{u"photo-123_5:1"_s, u"video-123_6:2"_s, u"market-123_7:3"_s, u"board-123_8"_s});
    REQUIRE(all.batch.deletions.size() == 1);
    CHECK(all.batch.deletions[0].messageRemoteId == u"market-123_7/3"_s);
}

TEST_CASE("An edited comment replaces what was there, though the event tells no time")
{
    const Decoded edited = events(R"([{"type":"wall_reply_edit","event_id":"1","object":
        {"id":80,"from_id":777,"date":1,"text":"changed","post_id":15,"owner_id":-123}}])");
    CHECK(only(edited).edited.has_value());
}

TEST_CASE("A new post is remembered for the card above its comments")
{
    VkDesk shop;
    Decoded decoded;
    decodeEvents(array(R"([{"type":"wall_post_new","event_id":"1","object":
        {"id":15,"owner_id":-123,"from_id":-123,"date":1767225000,"text":"Sale!"}},
        {"type":"wall_reply_new","event_id":"2","object":
        {"id":80,"from_id":777,"date":1767225700,"text":"how much?","post_id":15,"owner_id":-123}}])"),
        shop.desk(), decoded);
    putCards(decoded.batch, shop.cards);
    REQUIRE(decoded.batch.conversations.size() == 1);
    const ConversationContext &card = decoded.batch.conversations[0].context;
    CHECK(card.text == u"Sale!"_s);
    CHECK(card.author == u"Tea shop"_s);
    CHECK(card.url == u"https://vk.com/wall-123_15"_s);
    CHECK(card.time == fromMs(1'767'225'000'000));
}

TEST_CASE("Events without what they are about are kept raw")
{
    CHECK(events(R"([{"type":"wall_reply_new","event_id":"1","object":{}},{"type":"message_new","event_id":"2"},
        {"type":"message_deny","event_id":"3","object":{"user_id":"x"}},5])")
              .batch.raw.size()
        == 4);
}

TEST_CASE("A list of comments brings their threads along")
{
    VkDesk shop;
    Decoded decoded;
    decodeComments(object(R"({"count":2,"items":[{"id":80,"from_id":777,"date":1,"text":"top","thread":{"count":1,
        "items":[{"id":81,"from_id":-123,"date":2,"text":"below","reply_to_comment":80}]}},
        {"id":90,"from_id":777,"date":3,"text":"","deleted":true}],
        "profiles":[],"groups":[]})"),
        {Address::Kind::Wall, -123, 15, 0}, shop.desk(), decoded);
    REQUIRE(decoded.batch.messages.size() == 2);
    CHECK(decoded.batch.messages[1].conversationRemoteId == u"wall-123_15:80"_s);
    CHECK(decoded.batch.messages[1].direction == Direction::Out);
    REQUIRE(decoded.batch.deletions.size() == 1);
    CHECK(decoded.batch.deletions[0].messageRemoteId == u"wall-123_15/90"_s);
}

TEST_CASE("A mention elsewhere is a conversation about that post")
{
    VkDesk shop;
    Decoded decoded;
    decodeMentions(object(R"({"count":1,"items":[{"id":77,"owner_id":777,"from_id":777,"date":1767225700,
        "text":"Thanks to [club123|Tea shop]!","post_type":"post"}]})"),
        shop.desk(), decoded);
    REQUIRE(decoded.batch.messages.size() == 1);
    CHECK(decoded.batch.messages[0].remoteId == u"wall777_77/0"_s);
    CHECK(decoded.batch.messages[0].text == u"Thanks to Tea shop!"_s);
    CHECK(decoded.batch.conversations[0].remoteId == u"wall777_77:0"_s);
    CHECK(decoded.batch.conversations[0].context.url == u"https://vk.com/wall777_77"_s);
}

TEST_CASE("Remote ids are read as they are written, and others are not")
{
    for (const QString &id : {u"777"_s, u"-55"_s, u"2000000001"_s, u"wall-123_15:80"_s, u"photo-1_2:3"_s,
             u"video-1_2:3"_s, u"market-1_2:3"_s, u"board-123_9"_s, u"wall5_6:0"_s}) {
        const auto address = Address::from(id);
        REQUIRE(address.has_value());
        CHECK(address->toString() == id);
    }
    for (const QString &id : {u""_s, u"0"_s, u"x"_s, u"wall"_s, u"wall-123"_s, u"wall_15:80"_s, u"wall-123_15"_s,
             u"wall-123_15:"_s, u"board-1_2:3"_s, u"wall-123_-15:80"_s, u"99999999999999999999"_s})
        CHECK(!Address::from(id).has_value());
    const auto comment = MessageName::from(u"wall-123_15/88"_s);
    REQUIRE(comment.has_value());
    CHECK(comment->id == 88);
    CHECK(comment->place.place() == u"wall-123_15"_s);
    CHECK(MessageName::from(u"2000000001:c41"_s)->cmid == 41);
    CHECK(!MessageName::from(u"event:777"_s).has_value());
    CHECK(!MessageName::from(u"777"_s).has_value());
}

TEST_CASE("A cursor is read back as it was written, and a broken one is empty")
{
    Cursor cursor;
    cursor.pts = 10'000'123;
    cursor.ts = u"13"_s;
    cursor.heard = fromMs(1'767'225'600'000);
    cursor.mentions = fromMs(1'767'225'600'001);
    cursor.walk =
        Walk{Walk::Stage::Posts, 200, {{777, 5400, 200, 300}}, {{Address::Kind::Wall, 15, 100}}, fromMs(5), 400, 900};
    cursor.cards.insert(u"wall-123_15"_s, bareCard({Address::Kind::Wall, -123, 15, 0}));
    cursor.carded << u"wall-123_14"_s;
    CHECK(Cursor::from(cursor.toBytes()) == cursor);
    CHECK(Cursor::from("{\"pts\":\"x\"") == Cursor());
    CHECK(Cursor::from({}) == Cursor());
    for (int post = 0; post < 500; ++post)
        cursor.cards.insert(u"wall-123_%1"_s.arg(1000 + post), bareCard({Address::Kind::Wall, -123, 1000 + post, 0}));
    cursor.trim();
    CHECK(cursor.toBytes().size() < 20'000);
}
