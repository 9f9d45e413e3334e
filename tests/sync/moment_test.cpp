// SPDX-License-Identifier: GPL-3.0-or-later
// Things of the moment: typing lamps, snoozed tickets that wake, attachments fetched behind everything else.
#include "support/print.h"
#include "sync/desk.h"

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::tests;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

void openShop(Desk &desk)
{
    desk.world().customerWrites(u"chat"_s, u"question"_s);
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline() && desk.ticketOf(u"chat"_s).isValid(); }));
}

std::function<void(World &)> withTyping()
{
    return [](World &world) { world.capabilities.typingRenewal = 5s; };
}

Batch pictureIn(const QString &conversation, const QString &ref)
{
    RemoteMessage message;
    message.remoteId = u"picture-"_s + ref;
    message.conversationRemoteId = conversation;
    message.time = fromMs(1'790'000'500'000);
    message.attachments.append({ref, u"picture.png"_s, u"image/png"_s, 0, {}});
    Batch event;
    event.messages = {message};
    return event;
}

Attachment::State stateOfPicture(Desk &desk)
{
    const QList<Message> messages = desk.messages(u"chat"_s);
    if (messages.isEmpty() || messages.constLast().attachments.isEmpty())
        return Attachment::State::Remote;
    return messages.constLast().attachments.constFirst().state;
}

} // namespace

TEST_CASE("A customer's typing lamp comes with our own ids")
{
    Desk desk;
    openShop(desk);
    desk.world().typing(u"chat"_s);
    REQUIRE(eventually([&] { return desk.news.size() == 1; }));
    CHECK(desk.news.constFirst().account == desk.account);
    CHECK(desk.news.constFirst().ticket == desk.ticketOf(u"chat"_s));
    CHECK(desk.news.constFirst().event.kind == LiveEvent::Kind::Typing);
}

TEST_CASE("Our own lamp is renewed as long as the agent types, and goes out half a minute after the last key")
{
    Desk desk(withTyping());
    openShop(desk);
    const TicketId ticket = desk.ticketOf(u"chat"_s);
    desk.engine().typing(ticket, true);
    REQUIRE(eventually([&] { return desk.world().calls(Verb::Typing) == 1; }));
    desk.time().advance(5s);
    CHECK(desk.world().calls(Verb::Typing) == 2);
    desk.time().advance(5s);
    CHECK(desk.world().calls(Verb::Typing) == 3);
    desk.time().advance(10min);
    CHECK(desk.world().calls(Verb::Typing) == 6); // at 15, 20 and 25 s; at 30 s it is forgotten
}

TEST_CASE("The lamp is put out when the agent stops, not when the reply itself does so, with the conversation's notes")
{
    Desk desk(withTyping());
    openShop(desk);
    const TicketId ticket = desk.ticketOf(u"chat"_s);
    const auto begin = [&] {
        const int before = desk.world().calls(Verb::Typing);
        desk.engine().typing(ticket, true);
        REQUIRE(eventually([&] { return desk.world().calls(Verb::Typing) == before + 1; }));
    };
    begin();
    CHECK(desk.world().lamps().constLast()["route"_L1].toString() == u"via-chat"_s);
    desk.engine().typing(ticket, false);
    REQUIRE(eventually([&] { return desk.world().calls(Verb::TypingOff) == 1; }));
    CHECK(desk.world().lamps().constLast()["route"_L1].toString() == u"via-chat"_s);
    desk.engine().typing(ticket, false); // there is none to put out

    begin();
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return desk.isInState(row, OutboxState::Sent); }));
    CHECK(desk.world().calls(Verb::TypingOff) == 1);

    begin();
    desk.time().advance(10min);
    CHECK(desk.world().calls(Verb::TypingOff) == 2); // nobody typed any more
}

TEST_CASE("Under a public comment no lamp is lit; in the private thread that goes on from it both are")
{
    Desk desk([](World &world) {
        withTyping()(world);
        world.capabilities.canReplyPrivately = true;
        world.privateThread = u"dm"_s;
    });
    Batch comment;
    RemoteConversation post;
    post.remoteId = u"post"_s;
    post.kind = ConversationKind::Comments;
    comment.conversations = {post};
    RemoteMessage message;
    message.remoteId = u"w1"_s;
    message.conversationRemoteId = u"post"_s;
    message.visibility = Visibility::Public;
    message.text = u"how much?"_s;
    message.time = fromMs(1'790'000'000'000);
    comment.messages = {message};
    desk.world().happens(comment);
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.ticketOf(u"post"_s).isValid() && desk.isOnline(); }));
    const auto sent = desk.submit(u"post"_s, Reply{u"written to you"_s, {}, true, {}});
    REQUIRE(sent.ok());
    REQUIRE(eventually([&] { return desk.isInState(*sent, OutboxState::Sent); }));

    desk.engine().typing(desk.ticketOf(u"post"_s), true, false);
    desk.engine().typing(desk.ticketOf(u"post"_s), true, true);
    REQUIRE(eventually([&] { return desk.world().calls(Verb::Typing) == 1; }));
    desk.world().typing(u"dm"_s);
    REQUIRE(eventually([&] { return desk.news.size() == 1; }));
    CHECK(desk.news.constFirst().ticket == desk.ticketOf(u"post"_s));
    desk.world().customerWrites(u"dm"_s, u"thanks"_s);
    REQUIRE(eventually([&] { return desk.texts(u"post"_s).contains(u"thanks"_s); }));
    CHECK(desk.world().calls(Verb::Typing) == 1);
}

TEST_CASE("The lamp is not renewed after the agent stopped or sent")
{
    Desk desk(withTyping());
    openShop(desk);
    const TicketId ticket = desk.ticketOf(u"chat"_s);
    desk.engine().typing(ticket, true);
    REQUIRE(eventually([&] { return desk.world().calls(Verb::Typing) == 1; }));
    SECTION("stopped")
    {
        desk.engine().typing(ticket, false);
    }
    SECTION("sent")
    {
        const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
        REQUIRE(eventually([&] { return desk.isInState(row, OutboxState::Sent); }));
    }
    SECTION("went offline")
    {
        desk.engine().setOnline(false);
    }
    (void)await(desk.engine().totals()); // what was asked before has been done
    desk.time().advance(1min);
    CHECK(desk.world().calls(Verb::Typing) == 1);
}

TEST_CASE("A platform without a lamp is not told of typing")
{
    Desk desk;
    openShop(desk);
    desk.engine().typing(desk.ticketOf(u"chat"_s), true);
    (void)await(desk.engine().totals());
    desk.time().advance(1min);
    CHECK(desk.world().calls(Verb::Typing) == 0);
}

TEST_CASE("A snoozed ticket opens when its time has come, also when the machine slept through it")
{
    Desk desk;
    openShop(desk);
    const TicketId ticket = desk.ticketOf(u"chat"_s);
    const auto row = desk.submit(u"chat"_s, SetStatus{TicketStatus::Snoozed, desk.time().now() + 2h});
    REQUIRE(row.ok());
    const auto statusNow = [&] { return (*desk.reader().ticket(ticket))->ticket.status; };
    REQUIRE(eventually([&] { return statusNow() == TicketStatus::Snoozed; }));
    desk.time().advance(1h);
    CHECK(statusNow() == TicketStatus::Snoozed);
    SECTION("awake")
    {
        desk.time().advance(1h);
    }
    SECTION("asleep")
    {
        desk.time().jump(5h);
    }
    CHECK(eventually([&] { return statusNow() == TicketStatus::Open; }));
}

TEST_CASE("A picture is fetched by itself after the messages")
{
    Desk desk;
    openShop(desk);
    desk.world().addFile(u"ref"_s, "PNG");
    desk.world().happens(pictureIn(u"chat"_s, u"ref"_s));
    REQUIRE(eventually([&] { return stateOfPicture(desk) == Attachment::State::Stored; }));
    const auto content = desk.reader().attachment(desk.messages(u"chat"_s).constLast().attachments.constFirst().id);
    REQUIRE(content.ok());
    CHECK(*content == QByteArray("PNG"));
}

TEST_CASE("A picture that cannot be had is marked so after a few tries, and can be asked for again")
{
    Desk desk;
    openShop(desk);
    desk.world().always(Verb::Download, Step{anError(ErrorKind::BadReply)});
    desk.world().happens(pictureIn(u"chat"_s, u"ref"_s));
    REQUIRE(eventually([&] { return desk.world().calls(Verb::Download) >= 1; }));
    desk.time().advance(1h);
    REQUIRE(eventually([&] { return stateOfPicture(desk) == Attachment::State::Failed; }));
    CHECK(desk.world().calls(Verb::Download) == 3);
    desk.world().always(Verb::Download, std::nullopt);
    desk.world().addFile(u"ref"_s, "PNG");
    desk.engine().fetchAttachment(desk.messages(u"chat"_s).constLast().attachments.constFirst().id);
    CHECK(eventually([&] { return stateOfPicture(desk) == Attachment::State::Stored; }));
}

TEST_CASE("Without a network a picture waits for it, however long")
{
    Desk desk;
    openShop(desk);
    desk.world().addFile(u"ref"_s, "PNG");
    desk.world().always(Verb::Download, Step{anError(ErrorKind::Offline)});
    desk.world().happens(pictureIn(u"chat"_s, u"ref"_s));
    REQUIRE(eventually([&] { return desk.world().calls(Verb::Download) >= 1; }));
    desk.time().advance(5h);
    CHECK(stateOfPicture(desk) == Attachment::State::Remote);
    desk.world().always(Verb::Download, std::nullopt);
    desk.time().advance(10min);
    CHECK(eventually([&] { return stateOfPicture(desk) == Attachment::State::Stored; }));
}

TEST_CASE("Once through fetches the pictures, too, before it rests")
{
    Desk desk;
    desk.config.listen = false;
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.world().calls(Verb::Pull) > 0; }));
    desk.stop();
    desk.idles = 0;
    desk.world().addFile(u"ref"_s, "PNG");
    desk.world().customerWrites(u"chat"_s, u"look"_s);
    desk.world().happens(pictureIn(u"chat"_s, u"ref"_s));
    REQUIRE(desk.start().ok());
    REQUIRE(eventually([&] { return desk.idles > 0; }));
    CHECK(desk.texts(u"chat"_s).size() == 2);
    CHECK(stateOfPicture(desk) == Attachment::State::Stored);
}

TEST_CASE("A draft and the private marks are written at once")
{
    Desk desk;
    openShop(desk);
    const TicketId ticket = desk.ticketOf(u"chat"_s);
    CHECK(await(desk.engine().saveDraft(ticket, u"Dear"_s, false)).ok());
    CHECK(desk.reader().draft(ticket)->text == u"Dear"_s);
    desk.engine().markSeen(ticket);
    CHECK(eventually([&] { return !(*desk.reader().ticket(ticket))->ticket.unread; }));
    desk.engine().markUnread(ticket);
    CHECK(eventually([&] { return (*desk.reader().ticket(ticket))->ticket.unread; }));
}
