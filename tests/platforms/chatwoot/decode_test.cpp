// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/chatwoot/decode.h"
#include "platforms/chatwoot/encode.h"
#include "platforms/chatwoot/memory.h"
#include "support/print.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::platforms::chatwoot;

namespace {

QJsonObject json(const char *text)
{
    const auto document = QJsonDocument::fromJson(text);
    REQUIRE(document.isObject());
    return document.object();
}

Scope scope()
{
    Scope made;
    made.user = 7;
    made.account = 1;
    made.inboxes = {{3, u"Website"_s}};
    return made;
}

Batch read(const char *message)
{
    Batch batch;
    readMessage(json(message), scope(), batch);
    return batch;
}

Batch conversation(const char *text)
{
    Batch batch;
    readConversation(json(text), scope(), batch);
    return batch;
}

} // namespace

TEST_CASE("Each kind of message becomes its own")
{
    const Batch in = read(R"({"id":1,"conversation_id":42,"message_type":0,"content":"Hi","created_at":1779963600,
        "content_type":"text","sender":{"id":99,"name":"Jo","type":"contact"}})");
    REQUIRE(in.messages.size() == 1);
    CHECK(in.messages[0].direction == Direction::In);
    CHECK(in.messages[0].authorRemoteId == u"99"_s);
    CHECK(in.messages[0].time == fromMs(1'779'963'600'001)); // its number stands for the milliseconds

    const Batch out = read(R"({"id":2,"conversation_id":42,"message_type":1,"content":"Hello","created_at":1,
        "status":"read","content_attributes":{"in_reply_to":1,"client_ref":"abc"},"sender":{"id":7,"type":"user"}})");
    CHECK(out.messages[0].direction == Direction::Out);
    CHECK(out.messages[0].state == DeliveryState::Read);
    CHECK(out.messages[0].replyToRemoteId == u"1"_s);
    CHECK(out.messages[0].clientId == u"abc"_s);
    CHECK(out.messages[0].authorRemoteId.isEmpty()); // users and contacts are counted apart

    const Batch note = read(R"({"id":3,"conversation_id":42,"message_type":1,"private":true,"created_at":1,
        "content":"[@Ann Lee](mention://user/7/Ann%20Lee) look"})");
    CHECK(note.messages[0].kind == MessageKind::Note);
    CHECK(note.messages[0].visibility == Visibility::Internal);
    CHECK(note.messages[0].text == u"@Ann Lee look"_s);

    const Batch line =
        read(R"({"id":4,"conversation_id":42,"message_type":2,"content":"Ann resolved","created_at":1})");
    CHECK(line.messages[0].kind == MessageKind::Event);
    CHECK(line.messages[0].automatic);

    const Batch robot = read(R"({"id":5,"conversation_id":42,"message_type":3,"content":"We are closed","created_at":1,
        "content_type":"text"})");
    CHECK(robot.messages[0].direction == Direction::Out);
    CHECK(robot.messages[0].automatic);
}

TEST_CASE("What is not known is kept whole")
{
    const Batch kind =
        read(R"({"id":6,"conversation_id":42,"message_type":9,"content":"?","created_at":1,"new":"4711"})");
    CHECK(kind.messages[0].kind == MessageKind::Unsupported);
    CHECK(kind.messages[0].raw.contains("4711"));
    const Batch content = read(
        R"({"id":7,"conversation_id":42,"message_type":0,"content_type":"hologram","created_at":1,"content":"x"})");
    CHECK(content.messages[0].kind == MessageKind::Unsupported);
    CHECK(content.messages[0].text == u"x"_s);
    const Batch nothing = read(R"({"content":"no number"})");
    CHECK(nothing.messages.isEmpty());
    CHECK(nothing.raw.size() == 1);
}

TEST_CASE("Attachments are files, places and links")
{
    const Batch batch = read(R"({"id":8,"conversation_id":42,"message_type":0,"content":null,"created_at":1,
        "attachments":[
          {"file_type":"file","data_url":"https://h/rails/active_storage/blobs/redirect/k/%D1%81%D1%87%D1%91%D1%82.pdf","file_size":7},
          {"file_type":"location","coordinates_lat":45.8,"coordinates_long":15.9,"fallback_title":"Zagreb"},
          {"file_type":"fallback","fallback_title":"Shop","data_url":"https://shop.test"}]})");
    REQUIRE(batch.messages[0].attachments.size() == 1);
    CHECK(batch.messages[0].attachments[0].name == u"счёт.pdf"_s);
    CHECK(batch.messages[0].attachments[0].type == u"application/pdf"_s);
    CHECK(batch.messages[0].attachments[0].size == 7);
    CHECK(batch.messages[0].text == u"Zagreb (45.8, 15.9)\nShop (https://shop.test)"_s);
}

TEST_CASE("A mail's HTML is cleaned, and its subject is kept")
{
    const Batch batch = read(R"({"id":9,"conversation_id":42,"message_type":0,"content":"short","created_at":1,
        "content_type":"incoming_email","content_attributes":{"email":{"subject":"Order 17",
        "html_content":{"full":"<p>Hello <b>there</b></p><script>steal()</script>"}}}})");
    CHECK(batch.messages[0].subject == u"Order 17"_s);
    CHECK(batch.messages[0].html.contains(u"<b>there</b>"_s));
    CHECK(!batch.messages[0].html.contains(u"script"_s));
    CHECK(batch.messages[0].text.contains(u"Hello there"_s));
}

TEST_CASE("A conversation of REST and one of the socket say the same")
{
    const Batch rest = conversation(R"({"id":42,"account_id":1,"inbox_id":3,"status":"open","priority":"high",
        "can_reply":true,"labels":["billing"],"snoozed_until":null,"updated_at":1779963605.5,
        "additional_attributes":{"referer":"https://shop.test/cart"},
        "meta":{"sender":{"id":99,"name":"Jo","email":"jo@x.io"},"channel":"Channel::WebWidget",
        "assignee":{"id":7,"name":"Ann Lee"},"assignee_type":"User"}})");
    const Batch socket = conversation(R"({"id":42,"account_id":1,"inbox_id":3,"channel":"Channel::WebWidget",
        "status":"open","priority":"high","can_reply":true,"labels":["billing"],"updated_at":1779963605.5,
        "additional_attributes":{"referer":"https://shop.test/cart"},
        "meta":{"sender":{"id":99,"name":"Jo","email":"jo@x.io","type":"contact"},
        "assignee":{"id":7,"name":"Ann Lee"},"assignee_type":"User"},
        "contact_inbox":{"pubsub_token":"the-customers-own"}})");
    for (const Batch *batch : {&rest, &socket}) {
        REQUIRE(batch->conversations.size() == 1);
        CHECK(batch->conversations[0].contactRemoteId == u"99"_s);
        CHECK(batch->conversations[0].extra == rest.conversations[0].extra);
        CHECK(batch->conversations[0].context == rest.conversations[0].context);
        CHECK(batch->tickets[0].assignee == kMe);
        CHECK(batch->tickets[0].priority == Priority::High);
        CHECK(batch->tickets[0].tags == QStringList{u"billing"_s});
        CHECK(!batch->contacts[0].anonymous);
    }
    CHECK(rest.conversations[0].context.url == u"https://shop.test/cart"_s);
}

TEST_CASE("What one dialect does not tell stays untold")
{
    const Batch batch = conversation(R"({"id":42,"inbox_id":3,"status":"waiting-for-parts"})");
    REQUIRE(batch.tickets.size() == 1);
    CHECK(!batch.tickets[0].status.has_value()); // a fork's own: shown on the card, not guessed
    CHECK(!batch.tickets[0].assignee.has_value());
    CHECK(!batch.tickets[0].tags.has_value());
    CHECK(!batch.tickets[0].priority.has_value());
    CHECK(batch.contacts.isEmpty());
    const auto facts = batch.conversations[0].context.facts;
    CHECK(facts.last().value == u"waiting-for-parts"_s);
}

TEST_CASE("A visitor who gave nothing is anonymous; nobody is nobody's; a robot is its own name")
{
    const Batch visitor = conversation(R"({"id":1,"inbox_id":3,"status":"pending",
        "meta":{"sender":{"id":5,"name":"wild-sea-12"},"channel":"Channel::WebWidget"}})");
    CHECK(visitor.contacts[0].anonymous);
    CHECK(visitor.tickets[0].assignee == QString());
    const Batch robot = conversation(R"({"id":1,"inbox_id":3,"status":"pending",
        "meta":{"sender":{"id":5},"assignee":{"id":7,"name":"Robot"},"assignee_type":"AgentBot"}})");
    CHECK(robot.tickets[0].assignee == u"Robot"_s); // number 7 among robots is not us
    CHECK(!robot.contacts[0].name.isEmpty());
}

TEST_CASE("Snoozed until a time, and until the customer writes")
{
    const Batch until =
        conversation(R"({"id":1,"inbox_id":3,"status":"snoozed","snoozed_until":"2026-05-28T10:20:00.000Z"})");
    CHECK(until.tickets[0].status == TicketStatus::Snoozed);
    CHECK(until.tickets[0].snoozedUntil == fromRfc3339(u"2026-05-28T10:20:00.000Z"_s));
    const Batch open = conversation(R"({"id":1,"inbox_id":3,"status":"snoozed","snoozed_until":null})");
    CHECK(open.tickets[0].status == TicketStatus::Snoozed);
    CHECK(!open.tickets[0].snoozedUntil.has_value());
}

TEST_CASE("Events of another account, our own typing and what does not concern us say nothing")
{
    const Timestamp now = fromMs(1'779'963'600'000);
    CHECK(readEvent(
        json(R"({"event":"message.created","data":{"id":1,"conversation_id":1,"account_id":2}})"), scope(), now)
            .foreign);
    CHECK(readEvent(json(R"({"event":"conversation.updated","data":{"id":1}})"), scope(), now).foreign);
    CHECK(readEvent(json(R"({"event":"conversation.typing_on","data":{"account_id":1,"conversation":{"id":1},
        "user":{"id":7,"type":"user"}}})"),
        scope(), now)
            .events.isEmpty());
    const Heard quiet = readEvent(json(R"({"event":"notification.created","data":{"account_id":1}})"), scope(), now);
    CHECK(quiet.batch.isEmpty());
    CHECK(!quiet.lookAgain);
    // A kind from the future about messages: whatever it means, REST knows.
    CHECK(readEvent(json(R"({"event":"message.sung","data":{"account_id":1}})"), scope(), now).lookAgain);
    CHECK(!readEvent(json(R"({"event":"galaxy.merged","data":{"account_id":1}})"), scope(), now).lookAgain);
    const char *const present =
        R"({"event":"presence.update","data":{"account_id":1,"users":{"7":"online"},"contacts":{"99":"online"}}})";
    CHECK(readEvent(json(present), scope(), now).present == QStringList{u"99"_s});
}

TEST_CASE("A changed text in an event is an edit, a changed state is none")
{
    const char *const edited = R"({"event":"message.updated","data":{"id":1,"conversation_id":42,"account_id":1,
        "inbox_id":3,"message_type":0,"content":"new","created_at":1,"updated_at":"2026-05-28T10:20:00.123Z",
        "previous_changes":{"content":["old","new"]}}})";
    const Heard heard = readEvent(json(edited), scope(), {});
    REQUIRE(heard.batch.messages.size() == 1);
    CHECK(heard.batch.messages[0].edited.has_value());
    const char *const read = R"({"event":"message.updated","data":{"id":1,"conversation_id":42,"account_id":1,
        "inbox_id":3,"message_type":1,"status":"read","content":"x","created_at":1,
        "updated_at":"2026-05-28T10:20:00.123Z","previous_changes":{"status":["sent","read"]}}})";
    CHECK(!readEvent(json(read), scope(), {}).batch.messages[0].edited.has_value());
}

TEST_CASE("Times of all forms are read, and nonsense is no time")
{
    CHECK(timeIn(1779963600) == fromMs(1'779'963'600'000));
    CHECK(timeIn(1779963605.25) == fromMs(1'779'963'605'250));
    CHECK(timeIn(u"2026-05-28T10:20:00.123Z"_s).has_value());
    CHECK(!timeIn(0).has_value());
    CHECK(!timeIn(QJsonValue()).has_value());
    CHECK(!timeIn(1e300).has_value());
    CHECK(!timeIn(-5).has_value());
    CHECK(!timeIn(u"yesterday"_s).has_value());
}

TEST_CASE("Braces outside code are escaped once, inside code never")
{
    CHECK(escapedLiquid(u"plain"_s) == u"plain"_s);
    CHECK(escapedLiquid(u"a {{b}} c"_s) == u"a {{ '{{' }}b}} c"_s);
    CHECK(escapedLiquid(u"{% raw %}"_s) == u"{{ '{%' }} raw %}"_s);
    CHECK(escapedLiquid(u"`{{x}}` {{y}}"_s) == u"`{{x}}` {{ '{{' }}y}}"_s);
    CHECK(escapedLiquid(u"one ` and {{x}}"_s) == u"one ` and {{ '{{' }}x}}"_s);
}

TEST_CASE("A mention needs a whole name, the longest that fits")
{
    const QList<Colleague> agents{{7, u"Ann"_s, {}}, {8, u"Ann Lee"_s, {}}};
    CHECK(withMentions(u"@ann lee and @Ann!"_s, agents)
        == u"[@Ann Lee](mention://user/8/Ann%20Lee) and [@Ann](mention://user/7/Ann)!"_s);
    CHECK(withMentions(u"@Anna and me@Ann"_s, agents) == u"@Anna and me@Ann"_s);
    CHECK(readableMentions(withMentions(u"hi @Ann Lee"_s, agents)) == u"hi @Ann Lee"_s);
}

TEST_CASE("The cursor keeps what it was given, and rubbish is an empty one")
{
    Memory memory;
    memory.walk = Memory::Walk{3, 50, 220, {fromMs(5), fromMs(6)}, fromMs(7)};
    memory.sweep = Memory::Sweep{2, {}};
    memory.sweep->seen.insert(9);
    memory.swept = fromMs(8);
    memory.synced = Moment{fromMs(1), fromMs(2)};
    memory.mark = 10;
    memory.nextMark = 20;
    memory.marked = fromMs(30);
    for (const qint64 id : {1, 7, 8, 50'000})
        memory.known.insert(id);
    CHECK(Memory::from(memory.toCursor()) == memory);
    CHECK(Memory::from("rubbish") == Memory{});
    CHECK(Memory::from(R"({"v":1,"known":"////AAAAAAAA"})").known.isEmpty());
}

TEST_CASE("Fifty thousand conversations fit in a small cursor")
{
    Memory memory;
    for (int id = 1; id <= 50'000; ++id) {
        if (id % 3 != 0)
            memory.known.insert(id);
    }
    CHECK(memory.known.count() == 33'334);
    CHECK(memory.toCursor().size() < 10'000);
    IdSet seen = memory.known;
    seen.remove(7);
    seen.remove(50'000);
    CHECK(memory.known.without(seen, 10) == QList<qint64>{7, 50'000});
    seen.insert(-1);
    seen.insert(IdSet::kMost + 1);
    CHECK(!seen.contains(-1));
    CHECK(!seen.contains(IdSet::kMost + 1));
}
