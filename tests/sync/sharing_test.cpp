// SPDX-License-Identifier: GPL-3.0-or-later
// Marks that a team shares, and how far an upload is.
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

bool isUnread(Desk &desk)
{
    return (*desk.reader().ticket(desk.ticketOf(u"chat"_s)))->ticket.unread;
}

} // namespace

TEST_CASE("Marking unread is told to the platform where the team shares the mark, and reading stays private")
{
    Desk desk([](World &world) { world.capabilities.sharesUnread = true; });
    openShop(desk);
    const TicketId ticket = desk.ticketOf(u"chat"_s);
    desk.engine().markSeen(ticket);
    REQUIRE(eventually([&] { return !isUnread(desk); }));
    desk.engine().markUnread(ticket);
    REQUIRE(eventually([&] { return isUnread(desk); }));
    REQUIRE(eventually([&] { return desk.world().commands().size() == 1; }));
    CHECK(std::holds_alternative<MarkUnread>(desk.world().commands().constFirst()));
    CHECK(desk.submit(u"chat"_s, MarkRead{}).ok());
    CHECK_FALSE(isUnread(desk));
    REQUIRE(eventually([&] { return desk.world().commands().size() == 2; }));
    CHECK(std::holds_alternative<MarkRead>(desk.world().commands().constLast()));
}

TEST_CASE("Said offline, read and unread reach the platform in the order in which they were said")
{
    Desk desk([](World &world) { world.capabilities.sharesUnread = true; });
    openShop(desk);
    desk.engine().setOnline(false);
    CHECK(desk.submit(u"chat"_s, MarkRead{}).ok());
    desk.engine().markUnread(desk.ticketOf(u"chat"_s));
    REQUIRE(eventually([&] { return isUnread(desk); }));
    RemoteTicketFields fields;
    fields.conversationRemoteId = u"chat"_s;
    fields.unread = false;
    Batch event;
    event.tickets = {fields};
    desk.world().happens(event); // as it stands there
    desk.engine().setOnline(true);
    REQUIRE(eventually([&] { return desk.world().commands().size() == 2; }));
    CHECK(std::holds_alternative<MarkRead>(desk.world().commands().at(0)));
    CHECK(std::holds_alternative<MarkUnread>(desk.world().commands().at(1)));
    CHECK(isUnread(desk));
}

TEST_CASE("How far attachments are is told with the message they belong to, and never after the end")
{
    Desk desk([](World &world) {
        world.capabilities.attachmentLimit = 1000;
        world.uploads = {0, 10, 20, 30, 60, 60};
    });
    openShop(desk);
    const auto row =
        desk.submit(u"chat"_s, Reply{u"here"_s, {}, false, {{u"a.txt"_s, u"text/plain"_s, QByteArray(60, 'x')}}});
    REQUIRE(row.ok());
    REQUIRE(eventually([&] { return desk.settled.contains(*row); }));
    desk.world().tellLate(60, 60);
    desk.world().tellLate(5, 60);
    CHECK(await(desk.engine().totals()).pushed == 1); // what was said before has been heard now
    // No time passed between: the first word and the last.
    REQUIRE(desk.uploads.size() == 2);
    CHECK(desk.uploads.at(0).done == 0);
    CHECK(desk.uploads.at(1).done == 60);
    for (const Desk::Upload &upload : std::as_const(desk.uploads)) {
        CHECK(upload.row == *row);
        CHECK(upload.message == desk.messages(u"chat"_s).constLast().id);
        CHECK(upload.total == 60);
    }
    // A reply without files asks for nothing of the kind.
    const OutboxId plain = desk.reply(u"chat"_s, u"and"_s);
    REQUIRE(eventually([&] { return desk.settled.contains(plain); }));
    CHECK(desk.uploads.size() == 2);
    CHECK_FALSE(desk.world().requests().constLast().progress);
}
