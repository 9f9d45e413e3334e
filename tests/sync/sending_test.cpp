// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/print.h"
#include "sync/desk.h"
#include "sync/retry_policy.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace parley;
using namespace parley::tests;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Online, with one customer's question in each of these conversations.
void openShop(Desk &desk, const QStringList &conversations = {u"chat"_s})
{
    for (const QString &conversation : conversations)
        desk.world().customerWrites(conversation, u"question"_s);
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline() && desk.ticketOf(conversations.constLast()).isValid(); }));
}

bool saidSettled(const Desk &desk, OutboxId row)
{
    return desk.settled.contains(row);
}

} // namespace

TEST_CASE("A reply reaches the customer once and is marked sent")
{
    Desk desk;
    openShop(desk);
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return saidSettled(desk, row); }));
    CHECK(desk.world().sentTexts() == QStringList{u"answer"_s});
    CHECK(desk.isInState(row, OutboxState::Sent));
    CHECK(desk.messages(u"chat"_s).constLast().state == DeliveryState::Sent);
    CHECK(desk.messages(u"chat"_s).constLast().remoteId == desk.world().sent().constFirst().remoteId);
    CHECK(await(desk.engine().totals()).pushed == 1);
}

TEST_CASE("Our own message coming back does not stand there twice")
{
    Desk desk([](World &world) { world.echoes = true; });
    openShop(desk);
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return saidSettled(desk, row); }));
    desk.world().customerWrites(u"chat"_s, u"thanks"_s);
    REQUIRE(eventually([&] { return desk.texts(u"chat"_s).contains(u"thanks"_s); }));
    CHECK(desk.texts(u"chat"_s).count(u"answer"_s) == 1);
}

TEST_CASE("Replies written without a network go out in their order when it is back")
{
    Desk desk;
    openShop(desk);
    desk.engine().setOnline(false);
    const OutboxId first = desk.reply(u"chat"_s, u"first"_s);
    const OutboxId second = desk.reply(u"chat"_s, u"second"_s);
    desk.time().advance(1h);
    CHECK(desk.world().sent().isEmpty());
    CHECK(desk.isInState(first, OutboxState::Queued));
    desk.engine().setOnline(true);
    REQUIRE(eventually([&] { return saidSettled(desk, second); }));
    CHECK(desk.world().sentTexts() == QStringList{u"first"_s, u"second"_s});
}

TEST_CASE("A send that found no connection waits and goes out by itself, again and again if need be")
{
    Desk desk;
    openShop(desk);
    for (int failure = 0; failure < 30; ++failure)
        desk.world().next(Verb::Push, {anError(ErrorKind::Offline)});
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return !desk.row(row).error.isEmpty(); }));
    CHECK(desk.isInState(row, OutboxState::Queued));
    CHECK(desk.row(row).nextAttempt.has_value());
    desk.time().advance(3h);
    REQUIRE(eventually([&] { return saidSettled(desk, row); }));
    CHECK(desk.isInState(row, OutboxState::Sent));
    CHECK(desk.world().sentTexts() == QStringList{u"answer"_s});
}

TEST_CASE("When the network is back, a reply that waited for it leaves at once")
{
    Desk desk;
    openShop(desk);
    desk.world().next(Verb::Push, {anError(ErrorKind::Offline)});
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return desk.row(row).nextAttempt.has_value(); }));
    desk.engine().wake();
    REQUIRE(eventually([&] { return saidSettled(desk, row); }));
    CHECK(desk.isInState(row, OutboxState::Sent));
}

TEST_CASE("Too many requests: nothing of the account leaves before the platform said")
{
    Desk desk;
    openShop(desk, {u"chat"_s, u"other"_s});
    desk.world().next(Verb::Push, {anError(ErrorKind::RateLimited, false, 60s)});
    const OutboxId first = desk.reply(u"chat"_s, u"first"_s);
    REQUIRE(eventually([&] { return desk.row(first).nextAttempt.has_value(); }));
    const OutboxId second = desk.reply(u"other"_s, u"second"_s);
    desk.engine().wake();
    desk.time().advance(59s);
    CHECK(desk.world().calls(Verb::Push) == 1);
    desk.time().advance(2s);
    REQUIRE(eventually([&] { return saidSettled(desk, first) && saidSettled(desk, second); }));
    CHECK(desk.world().sent().size() == 2);
}

TEST_CASE("A server's failure holds up one reply, not the replies to others")
{
    Desk desk;
    openShop(desk, {u"chat"_s, u"other"_s});
    desk.world().next(Verb::Push, {anError(ErrorKind::BadReply)});
    const OutboxId first = desk.reply(u"chat"_s, u"first"_s);
    const OutboxId behind = desk.reply(u"chat"_s, u"behind"_s);
    const OutboxId other = desk.reply(u"other"_s, u"other"_s);
    REQUIRE(eventually([&] { return saidSettled(desk, other); }));
    CHECK(desk.world().sentTexts() == QStringList{u"other"_s});
    desk.time().advance(1min);
    REQUIRE(eventually([&] { return saidSettled(desk, first) && saidSettled(desk, behind); }));
    CHECK(desk.world().sentTexts() == QStringList{u"other"_s, u"first"_s, u"behind"_s});
}

TEST_CASE("A server that fails every time: the reply is given up after a number of tries, with words")
{
    Desk desk;
    openShop(desk);
    desk.world().always(Verb::Push, Step{anError(ErrorKind::BadReply)});
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return desk.world().calls(Verb::Push) == 1; }));
    desk.time().advance(2h);
    REQUIRE(eventually([&] { return saidSettled(desk, row); }));
    CHECK(desk.isInState(row, OutboxState::Failed));
    // A few of them may pass for an outage before a page that was pulled says otherwise: these do not count.
    CHECK(desk.world().calls(Verb::Push) >= sync::kMostBadReplies);
    CHECK(desk.world().calls(Verb::Push) <= 2 * sync::kMostBadReplies);
    CHECK(desk.row(row).error.contains(u"The text is kept"_s));
    CHECK(await(desk.engine().totals()).failed == 1);
    desk.world().always(Verb::Push, std::nullopt);
    CHECK(await(desk.engine().retry(row)).ok());
    REQUIRE(eventually([&] { return desk.isInState(row, OutboxState::Sent); }));
}

TEST_CASE("What a platform refuses fails at once, with its words or ours")
{
    const auto kind = GENERATE(ErrorKind::Forbidden, ErrorKind::NotFound, ErrorKind::Rejected, ErrorKind::WindowClosed);
    CAPTURE(static_cast<int>(kind));
    Desk desk;
    openShop(desk);
    desk.world().next(Verb::Push, {anError(kind)});
    Error worded = anError(kind);
    worded.words = u"The platform’s own words."_s;
    desk.world().next(Verb::Push, {worded});
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return saidSettled(desk, row); }));
    CHECK(desk.isInState(row, OutboxState::Failed));
    CHECK_FALSE(desk.row(row).error.isEmpty());
    CHECK(await(desk.engine().retry(row)).ok());
    REQUIRE(eventually([&] { return desk.row(row).error == worded.words; }));
    CHECK(desk.world().sent().isEmpty());
}

TEST_CASE("A refused token stops the account, keeps the reply, and a new one sends it")
{
    Desk desk;
    openShop(desk);
    Error refused = anError(ErrorKind::Unauthorized);
    refused.words = u"the bot’s token was revoked."_s;
    desk.world().next(Verb::Push, {refused});
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return desk.status().state == AccountState::Refused; }));
    CHECK(desk.status().detail.startsWith(u"Token refused: the bot’s token was revoked."_s));
    CHECK(desk.isInState(row, OutboxState::Queued));
    const int calls = desk.world().calls(Verb::Push);
    desk.engine().wake();
    desk.time().advance(1h);
    CHECK(desk.world().calls(Verb::Push) == calls);
    CHECK(desk.status().state == AccountState::Refused);
    CHECK(await(desk.engine().replaceSecret(desk.account, "good")).ok());
    REQUIRE(eventually([&] { return saidSettled(desk, row) && desk.isOnline(); }));
    CHECK(desk.world().sentTexts() == QStringList{u"answer"_s});
}

TEST_CASE("A reply written before the customer’s next message is held with it, and goes out when the agent says so")
{
    Desk desk;
    openShop(desk);
    desk.engine().setOnline(false);
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    desk.world().customerWrites(u"chat"_s, u"never mind"_s);
    desk.world().next(Verb::Push, {});
    desk.engine().setOnline(true);
    REQUIRE(eventually([&] { return desk.texts(u"chat"_s).contains(u"never mind"_s) && saidSettled(desk, row); }));
    if (desk.isInState(row, OutboxState::Sent))
        SUCCEED("it left before the news came in"); // both orders are honest; the held one is checked below
    else
        CHECK(desk.row(row).heldReason == HeldReason::ThreadMovedOn);
}

TEST_CASE("What came in before the reply leaves makes it held; send anyway sends it")
{
    Desk desk;
    openShop(desk);
    desk.world().next(Verb::Push, {anError(ErrorKind::Offline)});
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return desk.row(row).nextAttempt.has_value(); }));
    desk.world().customerWrites(u"chat"_s, u"never mind"_s);
    REQUIRE(eventually([&] { return desk.texts(u"chat"_s).contains(u"never mind"_s); }));
    desk.time().advance(1min);
    REQUIRE(eventually([&] { return saidSettled(desk, row); }));
    CHECK(desk.isInState(row, OutboxState::Held));
    CHECK(desk.row(row).heldReason == HeldReason::ThreadMovedOn);
    CHECK(desk.world().sent().isEmpty());
    CHECK(await(desk.engine().totals()).held == 1);
    CHECK(await(desk.engine().retry(row)).ok());
    REQUIRE(eventually([&] { return desk.isInState(row, OutboxState::Sent); }));
    CHECK(desk.world().sentTexts() == QStringList{u"answer"_s});
}

TEST_CASE("A held reply can be edited and goes out with its new text, or be discarded and let the next one pass")
{
    Desk desk;
    openShop(desk);
    desk.world().next(Verb::Push, {anError(ErrorKind::TimedOut, true)});
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    const OutboxId behind = desk.reply(u"chat"_s, u"behind"_s);
    REQUIRE(eventually([&] { return desk.isInState(row, OutboxState::Held); }));
    CHECK(desk.isInState(behind, OutboxState::Queued));
    SECTION("edited")
    {
        CHECK(await(desk.engine().editHeld(row, u"better answer"_s)).ok());
        REQUIRE(eventually([&] { return desk.isInState(behind, OutboxState::Sent); }));
        CHECK(desk.world().sentTexts() == QStringList{u"better answer"_s, u"behind"_s});
    }
    SECTION("discarded")
    {
        CHECK(await(desk.engine().discard(row)).ok());
        REQUIRE(eventually([&] { return desk.isInState(behind, OutboxState::Sent); }));
        CHECK(desk.world().sentTexts() == QStringList{u"behind"_s});
    }
}

TEST_CASE("What stays with us is settled at once and never sent")
{
    Desk desk;
    openShop(desk);
    const auto row = desk.submit(u"chat"_s, Note{u"for the team"_s});
    REQUIRE(row.ok());
    REQUIRE(eventually([&] { return saidSettled(desk, *row); }));
    CHECK(desk.isInState(*row, OutboxState::Sent));
    CHECK(desk.world().calls(Verb::Push) == 0);
}

TEST_CASE("A reply to a ticket that does not exist is refused with words and changes nothing")
{
    Desk desk;
    openShop(desk);
    const auto row = desk.submit(u"no such chat"_s, Reply{u"answer"_s, {}, false, {}});
    REQUIRE_FALSE(row.ok());
    CHECK_FALSE(row.error().words.isEmpty());
}
