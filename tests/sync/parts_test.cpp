// SPDX-License-Identifier: GPL-3.0-or-later
// Long texts in parts, and client ids that a platform forgets: nothing arrives twice.
#include "support/print.h"
#include "sync/desk.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace parley;
using namespace parley::tests;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Idempotency = Capabilities::Idempotency;

std::function<void(World &)> splitting(Idempotency idempotency)
{
    return [idempotency](World &world) {
        world.capabilities.idempotency = idempotency;
        world.dropsRepeats = idempotency == Idempotency::ByClientId;
        world.splits = true;
    };
}

std::function<void(World &)> forgetting(std::chrono::minutes lasts)
{
    return [lasts](World &world) {
        world.capabilities.idempotency = Idempotency::ByClientId;
        world.capabilities.clientIdLasts = lasts;
    };
}

void openShop(Desk &desk)
{
    desk.world().customerWrites(u"chat"_s, u"question"_s);
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline() && desk.ticketOf(u"chat"_s).isValid(); }));
}

/// Cuts the power when the part has arrived and nobody knows it yet. \return the cache as it was then
QString cutAtPart(Desk &desk, int part)
{
    for (int before = 0; before < part; ++before)
        desk.world().next(Verb::Part, {});
    desk.world().next(Verb::Part, {.error = {}, .happens = true, .stuck = true});
    desk.reply(u"chat"_s, u"one|two|three"_s);
    REQUIRE(eventually([&] { return desk.world().sent().size() == part + 1; }));
    return desk.copyOfCache();
}

OutboxId theRow(Desk &desk)
{
    return desk.messages(u"chat"_s).constLast().outbox;
}

} // namespace

TEST_CASE("A part that certainly did not arrive is sent again by itself, and those before it are not")
{
    const auto idempotency = GENERATE(Idempotency::ByClientId, Idempotency::ByReadingBack, Idempotency::None);
    CAPTURE(static_cast<int>(idempotency));
    Desk desk(splitting(idempotency));
    openShop(desk);
    desk.world().next(Verb::Part, {});
    desk.world().next(Verb::Part, {.error = anError(ErrorKind::Offline)});
    const OutboxId row = desk.reply(u"chat"_s, u"one|two|three"_s);
    REQUIRE(eventually([&] { return desk.row(row).nextAttempt.has_value(); }));
    CHECK(desk.isInState(row, OutboxState::Queued));
    CHECK(desk.world().sentTexts() == QStringList{u"one"_s});
    REQUIRE(eventually([&] {
        desk.time().advance(1min);
        return desk.isInState(row, OutboxState::Sent);
    }));
    CHECK(desk.world().sentTexts() == QStringList{u"one"_s, u"two"_s, u"three"_s});
    CHECK(desk.world().requests().constLast().part == 1);
    CHECK(desk.messages(u"chat"_s).constLast().remoteId == desk.world().sent().constFirst().remoteId);
}

TEST_CASE("A power cut between the parts of a long text: no part arrives twice")
{
    const auto idempotency = GENERATE(Idempotency::ByClientId, Idempotency::ByReadingBack);
    const int part = GENERATE(0, 1, 2);
    CAPTURE(static_cast<int>(idempotency), part);
    Desk desk(splitting(idempotency));
    openShop(desk);
    const QString copy = cutAtPart(desk, part);
    desk.continueFrom(copy);
    desk.world().forgetScript();
    REQUIRE(desk.start().ok());
    REQUIRE(eventually([&] { return desk.messages(u"chat"_s).constLast().state == DeliveryState::Sent; }));
    CHECK(desk.world().sentTexts() == QStringList{u"one"_s, u"two"_s, u"three"_s});
    CHECK(desk.messages(u"chat"_s).size() == 2);
}

TEST_CASE("A power cut between the parts where nobody can tell: the agent is asked, and only the rest goes")
{
    Desk desk(splitting(Idempotency::None));
    openShop(desk);
    const QString copy = cutAtPart(desk, 1);
    desk.continueFrom(copy);
    desk.world().forgetScript();
    REQUIRE(desk.start().ok());
    REQUIRE(eventually([&] { return desk.messages(u"chat"_s).constLast().state == DeliveryState::Held; }));
    CHECK(desk.world().sentTexts() == QStringList{u"one"_s, u"two"_s});
    CHECK(await(desk.engine().retry(theRow(desk))).ok());
    REQUIRE(eventually([&] { return desk.messages(u"chat"_s).constLast().state == DeliveryState::Sent; }));
    // The agent said so of the second part; the first is never sent again.
    CHECK(desk.world().sentTexts() == QStringList{u"one"_s, u"two"_s, u"two"_s, u"three"_s});
}

TEST_CASE("Parts that come back do not make the rest look like an answer of somebody else")
{
    Desk desk([](World &world) {
        splitting(Idempotency::ByClientId)(world);
        world.echoes = true;
    });
    openShop(desk);
    desk.world().next(Verb::Part, {});
    desk.world().next(Verb::Part, {.error = anError(ErrorKind::Offline)});
    const OutboxId row = desk.reply(u"chat"_s, u"one|two"_s);
    REQUIRE(eventually([&] { return desk.row(row).nextAttempt.has_value(); }));
    desk.engine().syncNow();
    REQUIRE(eventually([&] { return desk.isInState(row, OutboxState::Sent); }));
    desk.world().customerWrites(u"chat"_s, u"thanks"_s);
    REQUIRE(eventually([&] { return desk.texts(u"chat"_s).contains(u"thanks"_s); }));
    CHECK(desk.texts(u"chat"_s).size() == 3);
}

TEST_CASE("While the platform remembers the client id a lost answer is simply sent again; afterwards it is asked first")
{
    Desk desk(forgetting(60min));
    openShop(desk);
    desk.world().dropsRepeats = true;
    desk.world().next(Verb::Push, {.error = anError(ErrorKind::TimedOut, true), .happens = true});
    desk.world().always(Verb::Push, Step{anError(ErrorKind::Offline)});
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return desk.world().calls(Verb::Push) >= 1; }));
    desk.time().advance(50min);
    CHECK(desk.world().calls(Verb::Push) > 3);
    CHECK(desk.world().calls(Verb::FindSent) == 0);
    desk.world().dropsRepeats = false; // an hour is over
    const int pushes = desk.world().calls(Verb::Push);
    REQUIRE(eventually([&] {
        desk.time().advance(11min);
        return desk.isInState(row, OutboxState::Sent);
    }));
    CHECK(desk.world().calls(Verb::FindSent) == 1);
    CHECK(desk.world().sentTexts() == QStringList{u"answer"_s});
    CHECK(desk.world().calls(Verb::Push) - pushes <= 3);
}

TEST_CASE("After a restart, too, a client id that the platform forgot is looked up before anything is sent again")
{
    const bool arrived = GENERATE(true, false);
    CAPTURE(arrived);
    Desk desk(forgetting(60min));
    openShop(desk);
    desk.world().next(Verb::Push, {.error = {}, .happens = arrived, .stuck = true});
    desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return desk.messages(u"chat"_s).constLast().state == DeliveryState::Sending; }));
    REQUIRE(eventually([&] { return desk.world().calls(Verb::Push) == 1; }));
    desk.continueFrom(desk.copyOfCache());
    desk.world().forgetScript();
    desk.time().advance(61min);
    REQUIRE(desk.start().ok());
    REQUIRE(eventually([&] { return desk.messages(u"chat"_s).constLast().state == DeliveryState::Sent; }));
    CHECK(desk.world().calls(Verb::FindSent) == 1);
    CHECK(desk.world().calls(Verb::Push) == (arrived ? 1 : 2));
    CHECK(desk.world().sentTexts() == QStringList{u"answer"_s});
    if (!arrived) // it had never left, for all that counts: a new protected hour
        CHECK_FALSE(desk.world().requests().constLast().firstAttempt);
}

TEST_CASE("Send anyway, said long afterwards, asks the platform first as well")
{
    Desk desk(forgetting(60min));
    openShop(desk);
    desk.world().next(Verb::Push, {.error = anError(ErrorKind::Forbidden, true), .happens = true});
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return desk.isInState(row, OutboxState::Held); }));
    desk.time().advance(3h);
    CHECK(await(desk.engine().retry(row)).ok());
    REQUIRE(eventually([&] { return desk.isInState(row, OutboxState::Sent); }));
    CHECK(desk.world().sentTexts() == QStringList{u"answer"_s});
    CHECK(desk.world().calls(Verb::FindSent) == 1);
}

TEST_CASE("A row that waited for the network leaves unseen nothing that came meanwhile")
{
    Desk desk;
    openShop(desk);
    desk.world().next(Verb::Push, {anError(ErrorKind::Offline)});
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return desk.row(row).nextAttempt.has_value(); }));
    desk.world().customerWrites(u"chat"_s, u"never mind"_s);
    REQUIRE(eventually([&] { return desk.texts(u"chat"_s).contains(u"never mind"_s); }));
    desk.engine().wake();
    REQUIRE(eventually([&] { return desk.isInState(row, OutboxState::Held); }));
    CHECK(desk.row(row).heldReason == HeldReason::ThreadMovedOn);
    CHECK(desk.world().sent().isEmpty());
}
