// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/store.h"
#include "support/print.h"
#include "sync/desk.h"
#include "sync/piecemeal.h"

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

constexpr auto kFull = "CREATE TRIGGER no_room_a BEFORE INSERT ON message BEGIN SELECT RAISE(ABORT, 'full'); END;"
                       "CREATE TRIGGER no_room_b BEFORE INSERT ON raw_payload BEGIN SELECT RAISE(ABORT, 'full'); END;";
constexpr auto kRoomAgain = "DROP TRIGGER no_room_a; DROP TRIGGER no_room_b;";

} // namespace

TEST_CASE("A cache that cannot be written stops fetching, says so once, and goes on by itself when it can")
{
    Desk desk;
    openShop(desk);
    desk.sql(kFull);
    desk.world().customerWrites(u"chat"_s, u"one"_s);
    REQUIRE(eventually([&] { return desk.troubles.size() == 1; }));
    const int calls = desk.world().calls(Verb::Listen);
    for (int more = 0; more < 10; ++more)
        desk.world().customerWrites(u"chat"_s, u"more %1"_s.arg(more));
    desk.time().advance(1h);
    CHECK(desk.world().calls(Verb::Listen) == calls);
    CHECK(desk.troubles.size() == 1);
    CHECK(desk.texts(u"chat"_s) == QStringList{u"question"_s});
    desk.sql(kRoomAgain);
    desk.time().advance(10min);
    REQUIRE(eventually([&] { return desk.texts(u"chat"_s).size() == 12; }));
    CHECK(eventually([&] { return desk.recoveries == 1; }));
    CHECK(desk.texts(u"chat"_s).count(u"one"_s) == 1);
}

TEST_CASE("Ending while the cache cannot be written moves no cursor: the next start has everything")
{
    Desk desk;
    openShop(desk);
    desk.sql(kFull);
    desk.world().customerWrites(u"chat"_s, u"one"_s);
    REQUIRE(eventually([&] { return !desk.troubles.isEmpty(); }));
    desk.stop();
    desk.sql(kRoomAgain);
    REQUIRE(desk.start().ok());
    REQUIRE(eventually([&] { return desk.texts(u"chat"_s) == QStringList{u"question"_s, u"one"_s}; }));
}

TEST_CASE("One message that the cache refuses does not block those behind it and is kept raw")
{
    Desk desk;
    openShop(desk);
    desk.sql("CREATE TRIGGER poison BEFORE INSERT ON message WHEN NEW.text = 'poison' BEGIN "
             "SELECT RAISE(ABORT, 'poison'); END");
    Batch news;
    news.workspace.teams = QList<Team>{{u"Billing"_s, true}};
    RemoteTicketFields fields;
    fields.conversationRemoteId = u"chat"_s;
    fields.team = u"Billing"_s;
    news.tickets = {fields};
    // All in one page.
    desk.engine().setOnline(false);
    desk.world().happens(news);
    desk.world().customerWrites(u"chat"_s, u"before"_s);
    desk.world().customerWrites(u"chat"_s, u"poison"_s);
    desk.engine().setOnline(true);
    desk.world().customerWrites(u"chat"_s, u"after"_s);
    for (int minute = 0; minute < 10; ++minute)
        desk.time().advance(1min);
    REQUIRE(eventually([&] { return desk.texts(u"chat"_s).contains(u"after"_s); }));
    CHECK(desk.texts(u"chat"_s) == QStringList{u"question"_s, u"before"_s, u"after"_s});
    CHECK(desk.reader().workspace(desk.account)->teams == news.workspace.teams);
    CHECK((*desk.reader().ticket(desk.ticketOf(u"chat"_s)))->ticket.team == u"Billing"_s);
    const auto raw = desk.reader().rawPayloads(10);
    REQUIRE(raw.ok());
    REQUIRE(raw->size() == 1);
    const auto kept = desk.reader().rawPayload(raw->constFirst().id);
    REQUIRE((kept.ok() && kept->has_value()));
    CHECK((*kept)->payload.contains("poison"));
}

TEST_CASE("A sent reply whose row cannot be written is not sent again when the cache works again")
{
    Desk desk;
    openShop(desk);
    std::atomic<bool> arrived = false;
    desk.world().atCheckpoint([&] {
        desk.sql("CREATE TRIGGER stuck BEFORE UPDATE ON outbox BEGIN SELECT RAISE(ABORT, 'full'); END");
        arrived = true;
    });
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return arrived && !desk.troubles.isEmpty(); }));
    CHECK(desk.isInState(row, OutboxState::Sending));
    desk.time().advance(10min);
    desk.sql("DROP TRIGGER stuck");
    desk.time().advance(10min);
    REQUIRE(eventually([&] { return desk.isInState(row, OutboxState::Sent); }));
    CHECK(desk.world().calls(Verb::Push) == 1);
    CHECK(desk.world().sentTexts() == QStringList{u"answer"_s});
}

TEST_CASE("A cache that cannot be opened is an answer with words, and the engine can be ended all the same")
{
    Desk desk;
    REQUIRE(desk.start().ok());
    desk.stop();
    desk.config.key = storage::CacheKey::generate();
    const auto started = desk.start();
    REQUIRE_FALSE(started.ok());
    CHECK(started.error().kind == ErrorKind::Storage);
    CHECK_FALSE(started.error().words.isEmpty());
    const auto row = await(desk.engine().submit({}));
    CHECK_FALSE(row.ok());
}
