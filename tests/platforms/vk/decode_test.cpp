// SPDX-License-Identifier: GPL-3.0-or-later
// Messages, conversations and what hangs on them.
#include "platforms/vk/vk_json.h"

#include "platforms/vk/content.h"
#include "support/print.h"

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::platforms::vk;
using namespace parley::tests;

TEST_CASE("A message becomes a row under its dialog, named by its id in the community")
{
    const auto decoded = annaWrites(R"({"text":"Где мой заказ? 👍"})");
    REQUIRE(decoded.batch.messages.size() == 1);
    const RemoteMessage &message = decoded.batch.messages.first();
    CHECK(message.remoteId == u"777:5501"_s);
    CHECK(message.conversationRemoteId == u"777"_s);
    CHECK(message.text == u"Где мой заказ? 👍"_s);
    CHECK(message.direction == Direction::In);
    CHECK(message.authorRemoteId == u"777"_s);
    CHECK(message.authorName == u"Anna Ivanova"_s);
    CHECK(message.time == fromMs(1'767'225'600'041)); // VK tells seconds; its number in the dialog keeps the order
    CHECK(!message.edited);
    REQUIRE(decoded.batch.conversations.size() == 1);
    CHECK(decoded.batch.conversations.first().contactRemoteId == u"777"_s);
    REQUIRE(decoded.batch.contacts.size() == 1);
    CHECK(decoded.batch.contacts.first().handle == u"vk.com/anna"_s);
}

TEST_CASE("Text of the API is taken as it is: nothing in it is HTML")
{
    CHECK(fromAnna(R"({"text":"&lt;b&gt; &amp; <br> 5 < 6"})").text == u"&lt;b&gt; &amp; <br> 5 < 6"_s);
}

TEST_CASE("Mentions are shown by their names")
{
    CHECK(fromAnna(R"({"text":"[id900|Olga], see [club123|the shop] and [id1:bp-5_6|him]"})").text
        == u"Olga, see the shop and him"_s);
    CHECK(withoutMentions(u"[id1|] [idx|y] a|b [1]"_s) == u" [idx|y] a|b [1]"_s);
}

TEST_CASE("What the community wrote is outbound, under the colleague's name where it is told")
{
    const RemoteMessage plain = fromAnna(R"({"from_id":-123,"out":1,"text":"hello","random_id":5})");
    CHECK(plain.direction == Direction::Out);
    CHECK(plain.authorName == u"Tea shop"_s);
    CHECK(plain.state == DeliveryState::Sent);
    CHECK(plain.authorRemoteId.isEmpty());
    CHECK(fromAnna(R"({"from_id":-123,"out":1,"text":"hello","admin_author_id":900})").authorName == u"Olga Petrova"_s);
}

TEST_CASE("An edit carries its time")
{
    const RemoteMessage message = fromAnna(R"({"text":"17","update_time":1767225660})");
    REQUIRE(message.edited.has_value());
    CHECK(*message.edited == fromMs(1'767'225'660'000));
}

TEST_CASE("A message of a group chat has no id and is named by its number there")
{
    const auto decoded = annaWrites(R"({"id":0,"peer_id":2000000001,"text":"hi all"})");
    REQUIRE(decoded.batch.messages.size() == 1);
    CHECK(decoded.batch.messages.first().remoteId == u"2000000001:c41"_s);
    CHECK(decoded.batch.conversations.first().kind == ConversationKind::GroupChat);
    CHECK(decoded.batch.conversations.first().contactRemoteId.isEmpty());
}

TEST_CASE("A group chat carries its title, and why nobody can write there")
{
    VkDesk shop;
    Decoded decoded;
    decodeMessages(object(R"({"items":[],"conversations":[{"peer":{"id":2000000001,"type":"chat"},
        "chat_settings":{"title":"Wholesale"},"can_write":{"allowed":false,"reason":917}}]})"),
        shop.desk(), decoded);
    REQUIRE(decoded.batch.conversations.size() == 1);
    CHECK(decoded.batch.conversations[0].subject == u"Wholesale"_s);
    CHECK(!decoded.batch.conversations[0].canReply);
    CHECK(decoded.batch.conversations[0].cannotReplyWhy.contains(u"no longer has access"_s));
}

TEST_CASE("A reply points at the message it answers, with its beginning")
{
    const RemoteMessage message = fromAnna(
        R"({"text":"yes","reply_message":{"id":5490,"conversation_message_id":39,"from_id":-123,"date":1,"text":"Tea?"}})");
    CHECK(message.replyToRemoteId == u"777:5490"_s);
    CHECK(message.replyToText == u"Tea?"_s);
}

TEST_CASE("A cropped message is not taken but asked for whole")
{
    const auto decoded = annaWrites(R"({"text":"beginning","is_cropped":true})");
    CHECK(decoded.batch.messages.isEmpty());
    CHECK(decoded.incomplete == QList<qint64>{5501});
}

TEST_CASE("A message that comes deleted is a deletion")
{
    const auto decoded = annaWrites(R"({"text":"","deleted":1})");
    CHECK(decoded.batch.messages.isEmpty());
    REQUIRE(decoded.batch.deletions.size() == 1);
    CHECK(decoded.batch.deletions.first().messageRemoteId == u"777:5501"_s);
}

TEST_CASE("Files come with a name, a type, a size and where they are")
{
    const RemoteMessage message = fromAnna(R"({"text":"","attachments":[
        {"type":"photo","photo":{"id":5,"owner_id":777,"sizes":[{"url":"https://v/s","width":10,"height":10},
            {"url":"https://v/l","width":100,"height":90},{"url":"https://v/m","width":50,"height":50}]}},
        {"type":"doc","doc":{"id":6,"owner_id":777,"title":"счёт","ext":"pdf","size":1234,"url":"https://v/d"}},
        {"type":"audio_message","audio_message":{"id":7,"owner_id":777,"link_ogg":"https://v/o","link_mp3":"https://v/3"}},
        {"type":"sticker","sticker":{"sticker_id":9,"images":[{"url":"https://v/st","width":64,"height":64}]}}]})");
    REQUIRE(message.attachments.size() == 4);
    CHECK(message.attachments[0].name == u"photo777_5.jpg"_s);
    CHECK(FileRef::from(message.attachments[0].remoteRef).url == u"https://v/l"_s);
    CHECK(message.attachments[1].name == u"счёт.pdf"_s);
    CHECK(message.attachments[1].type == u"application/pdf"_s);
    CHECK(message.attachments[1].size == 1234);
    CHECK(message.attachments[2].type == u"audio/ogg"_s);
    CHECK(message.text == u"🎤 voice message\n🙂 sticker"_s);
    const FileRef third = FileRef::from(message.attachments[3].remoteRef);
    CHECK(third.message == u"777:5501"_s);
    CHECK(third.place == 3);
    CHECK(message.kind == MessageKind::Message);
}

TEST_CASE("What is no file is told in words")
{
    CHECK(fromAnna(R"({"text":"look","attachments":[{"type":"video","video":{"id":4,"owner_id":-5,"title":"Cats"}}]})")
              .text
        == u"look\n🎬 video: Cats\nhttps://vk.com/video-5_4"_s);
    CHECK(
        fromAnna(
            R"({"text":"","attachments":[{"type":"poll","poll":{"question":"Tea?","answers":[{"text":"yes"},{"text":"no"}]}}]})")
            .text
        == u"📊 poll: Tea?\n• yes\n• no"_s);
    CHECK(fromAnna(R"({"text":"","attachments":[{"type":"call","call":{"state":"canceled_by_receiver"}}]})").text
        == u"📞 missed call"_s);
    CHECK(fromAnna(R"({"text":"","attachments":[{"type":"gift","gift":{"id":1}}]})").text == u"🎁 gift"_s);
    CHECK(fromAnna(R"({"text":"","attachments":[{"type":"wall","wall":{"id":15,"owner_id":-123,"text":"News"}}]})").text
        == u"📌 post: https://vk.com/wall-123_15\nNews"_s);
    CHECK(fromAnna(R"({"text":"","geo":{"type":"point","coordinates":{"latitude":45.8,"longitude":15.9}}})")
            .text.contains(u"mlat=45.800000&mlon=15.900000"_s));
}

TEST_CASE("A message with nothing but the unknown is kept raw and said to be so")
{
    const RemoteMessage message =
        fromAnna(R"({"text":"","attachments":[{"type":"hologram","hologram":{"x":"marker-1"}}]})");
    CHECK(message.kind == MessageKind::Unsupported);
    CHECK(message.raw.contains("marker-1"));
    CHECK(message.text.contains(u"hologram"_s));
    // Beside text it is a line, and the message is a message.
    const RemoteMessage beside = fromAnna(R"({"text":"look","attachments":[{"type":"hologram"}]})");
    CHECK(beside.kind == MessageKind::Message);
    CHECK(beside.text.startsWith(u"look\n"_s));
    CHECK(fromAnna(R"({"text":""})").kind == MessageKind::Unsupported);
}

TEST_CASE("A forwarded tree ten deep is quoted level by level, and a deeper one ends in words")
{
    const auto tree = [](int depth) {
        QJsonObject inner{{u"from_id"_s, 900}, {u"date"_s, 1767225600}, {u"text"_s, u"level %1"_s.arg(depth)}};
        for (int level = depth - 1; level >= 1; --level)
            inner = {{u"from_id"_s, 900}, {u"date"_s, 1767225600}, {u"text"_s, u"level %1"_s.arg(level)},
                {u"fwd_messages"_s, QJsonArray{inner}}};
        VkDesk shop;
        const QJsonObject message{{u"text"_s, u"see"_s}, {u"fwd_messages"_s, QJsonArray{inner}}};
        return contentOf(message, shop.people, u"777:1"_s).text;
    };
    const QString ten = tree(10);
    CHECK(ten.startsWith(u"see\n> Olga Petrova, "_s));
    CHECK(ten.contains(u"\n> level 1\n"_s));
    CHECK(ten.endsWith(u"\n>>>>>>>>>> level 10"_s));
    CHECK(!ten.contains(u"more was forwarded"_s));
    const QString deeper = tree(15);
    CHECK(deeper.contains(u"level 10"_s));
    CHECK(!deeper.contains(u"level 11"_s));
    CHECK(deeper.contains(u"more was forwarded"_s));
}

TEST_CASE("Thousands of forwarded messages do not make a text without end")
{
    QJsonArray many;
    for (int i = 0; i < 5000; ++i)
        many << QJsonObject{{u"from_id"_s, 1}, {u"date"_s, 1}, {u"text"_s, QString(500, u'x')}};
    VkDesk shop;
    const QString text = contentOf({{u"fwd_messages"_s, many}}, shop.people, {}).text;
    CHECK(text.size() < 60'000);
    CHECK(text.contains(u"more was forwarded"_s));
}

TEST_CASE("A service line of a chat is an event")
{
    const RemoteMessage message =
        fromAnna(R"({"id":0,"peer_id":2000000001,"text":"","action":{"type":"chat_kick_user","member_id":777}})");
    CHECK(message.kind == MessageKind::Event);
    CHECK(message.text == u"Anna Ivanova left the chat."_s);
}

TEST_CASE("The list of conversations tells who may be written to and how colleagues left them")
{
    const QByteArray sample = vkSample(u"get-conversations.json"_s);
    if (sample.isEmpty())
        SKIP("the shared fact sheets are not on this machine");
    VkDesk shop;
    Decoded decoded;
    decodeConversations(object(sample.constData())[u"response"_s].toObject(), shop.desk(), decoded);
    REQUIRE(decoded.batch.conversations.size() == 2);
    CHECK(decoded.batch.conversations[0].canReply);
    CHECK(!decoded.batch.conversations[1].canReply);
    CHECK(!decoded.batch.conversations[1].cannotReplyWhy.isEmpty());
    REQUIRE(decoded.batch.tickets.size() == 1); // the other one does not tell
    CHECK(decoded.batch.tickets[0].conversationRemoteId == u"777"_s);
    CHECK(decoded.batch.tickets[0].answered == false);
    CHECK(!decoded.batch.tickets[0].priority);
    CHECK(decoded.batch.messages.size() == 2);
    CHECK(decoded.batch.messages[1].state == DeliveryState::Read); // out_read
}

TEST_CASE("The history of the classic poll brings messages, deletions and read marks")
{
    const QByteArray sample = vkSample(u"longpoll-history.json"_s);
    if (sample.isEmpty())
        SKIP("the shared fact sheets are not on this machine");
    VkDesk shop;
    Decoded decoded;
    decodeHistory(object(sample.constData())[u"response"_s].toObject(), shop.desk(), decoded);
    REQUIRE(decoded.batch.messages.size() == 1);
    CHECK(decoded.batch.messages[0].remoteId == u"777:5501"_s);
    REQUIRE(decoded.batch.deletions.size() == 1);
    CHECK(decoded.batch.deletions[0].messageRemoteId == u"777:5503"_s);
    REQUIRE(decoded.batch.receipts.size() == 1);
    CHECK(decoded.batch.receipts[0].upToRemoteId == u"777:5502"_s);
    CHECK(decoded.incomplete.isEmpty());
}

TEST_CASE("What the history names but does not bring is asked for")
{
    VkDesk shop;
    Decoded decoded;
    decodeHistory(object(R"({"history":[[4,1,1,777],[5,2,1,777],[4,3,129,777],[4,4],[3,5,128,777],[3,6,1,777]]})"),
        shop.desk(), decoded);
    CHECK(decoded.incomplete == QList<qint64>{1, 2, 4, 5});
    REQUIRE(decoded.batch.deletions.size() == 1); // already deleted when it came
    CHECK(decoded.batch.deletions[0].messageRemoteId == u"777:3"_s);
}

TEST_CASE("A colleague's marks reach the ticket, and an old one does not hide a new question")
{
    VkDesk shop;
    Decoded decoded;
    decodeHistory(
        object(R"({"history":[[10,777,2],[12,777,1],[12,778,2],[10,778,1],[10,779,2],[4,9,1,779],[11,780,1]]})"),
        shop.desk(), decoded);
    const auto &tickets = decoded.batch.tickets;
    REQUIRE(tickets.size() == 4);
    CHECK(tickets[0].answered == true);
    CHECK(tickets[0].priority == Priority::High);
    CHECK(tickets[1].answered == false);
    CHECK(tickets[1].priority == Priority::Normal);
    CHECK(!tickets[2].answered); // 779 wrote again after the mark
    CHECK(tickets[3].answered == true);
    CHECK(tickets[3].priority == Priority::High);
}

TEST_CASE("Unknown codes of the classic poll are kept raw")
{
    VkDesk shop;
    Decoded decoded;
    decodeHistory(object(R"({"history":[[999,"marker",[1,2]],5,[]]})"), shop.desk(), decoded);
    CHECK(decoded.batch.raw.size() == 3);
    CHECK(decoded.batch.raw[0].payload.contains("marker"));
}

TEST_CASE("The live classic stream lights lamps and rings for what lasts")
{
    const QByteArray sample = vkSample(u"classic-longpoll-v3.json"_s);
    if (sample.isEmpty())
        SKIP("the shared fact sheets are not on this machine");
    VkDesk shop;
    Decoded decoded;
    CHECK(decodeClassic(object(sample.constData())[u"updates"_s].toArray(), shop.desk(), decoded));
    REQUIRE(!decoded.live.isEmpty());
    CHECK(decoded.live[0].conversationRemoteId == u"777"_s);
    CHECK(decoded.live[0].author == u"Anna Ivanova"_s);
    Decoded quiet;
    CHECK(!decodeClassic(array(R"([[61,777,1],[80,4,0],[63,777,[-123],1,5]])"), shop.desk(), quiet));
    CHECK(quiet.live.size() == 1); // the community's own lamp is none
    CHECK(decodeClassic(array(R"([[10004,41,1]])"), shop.desk(), quiet)); // another version's code: look
}
