// SPDX-License-Identifier: GPL-3.0-or-later
// Sends whose answer was lost: by the network, by the platform, by our own end.
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

std::function<void(World &)> withIdempotency(Idempotency idempotency)
{
    return [idempotency](World &world) {
        world.capabilities.idempotency = idempotency;
        world.dropsRepeats = idempotency == Idempotency::ByClientId;
    };
}

void openShop(Desk &desk)
{
    desk.world().customerWrites(u"chat"_s, u"question"_s);
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline() && desk.ticketOf(u"chat"_s).isValid(); }));
}

/// Sends \a text and takes a copy of the cache between the moment it arrives and the moment we would know.
struct PowerCut {
    OutboxId row;
    QString copy;
};
PowerCut cutDuringSend(Desk &desk, const QString &text)
{
    PowerCut cut;
    std::atomic<bool> taken = false;
    desk.world().atCheckpoint([&] {
        cut.copy = desk.copyOfCache();
        taken = true;
    });
    desk.world().next(Verb::Push, {.error = {}, .happens = true, .stuck = true});
    cut.row = desk.reply(u"chat"_s, text);
    REQUIRE(eventually([&] { return taken.load(); }));
    return cut;
}

} // namespace

TEST_CASE("A lost answer on a platform that drops repeats: sent again, arrives once")
{
    Desk desk(withIdempotency(Idempotency::ByClientId));
    openShop(desk);
    desk.world().next(Verb::Push, {.error = anError(ErrorKind::TimedOut, true), .happens = true});
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return desk.world().sent().size() == 1; }));
    REQUIRE(eventually([&] {
        desk.time().advance(1min);
        return desk.isInState(row, OutboxState::Sent);
    }));
    CHECK(desk.world().calls(Verb::Push) == 2);
    CHECK(desk.world().sentTexts() == QStringList{u"answer"_s});
}

TEST_CASE("What the customer writes while a lost answer is settled does not make the reply look unsent")
{
    Desk desk(withIdempotency(Idempotency::ByClientId));
    openShop(desk);
    desk.world().next(Verb::Push, {.error = anError(ErrorKind::TimedOut, true), .happens = true});
    desk.world().next(Verb::Push, {.error = anError(ErrorKind::TimedOut), .happens = false});
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return desk.world().sent().size() == 1; }));
    desk.world().customerWrites(u"chat"_s, u"thanks"_s);
    REQUIRE(eventually([&] { return desk.texts(u"chat"_s).contains(u"thanks"_s); }));
    CHECK(desk.isInState(row, OutboxState::Sending));
    REQUIRE(eventually([&] {
        desk.time().advance(1min);
        return desk.isInState(row, OutboxState::Sent);
    }));
    CHECK(desk.world().calls(Verb::Push) == 3);
    CHECK(desk.world().sentTexts() == QStringList{u"answer"_s});
}

TEST_CASE("A lost answer where sent messages can be read back: found, and not sent again")
{
    Desk desk(withIdempotency(Idempotency::ByReadingBack));
    openShop(desk);
    desk.world().next(Verb::Push, {.error = anError(ErrorKind::TimedOut, true), .happens = true});
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return desk.isInState(row, OutboxState::Sent); }));
    CHECK(desk.world().calls(Verb::Push) == 1);
    CHECK(desk.world().sentTexts() == QStringList{u"answer"_s});
    CHECK(desk.messages(u"chat"_s).constLast().remoteId == desk.world().sent().constFirst().remoteId);
}

TEST_CASE("Read back and certainly not there: sent again")
{
    Desk desk(withIdempotency(Idempotency::ByReadingBack));
    openShop(desk);
    desk.world().next(Verb::Push, {.error = anError(ErrorKind::TimedOut, true), .happens = false});
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return desk.isInState(row, OutboxState::Sent); }));
    CHECK(desk.world().calls(Verb::Push) == 2);
    CHECK(desk.world().sentTexts() == QStringList{u"answer"_s});
}

TEST_CASE("While nobody can be asked whether it arrived, it is not sent again")
{
    Desk desk(withIdempotency(Idempotency::ByReadingBack));
    openShop(desk);
    desk.world().next(Verb::Push, {.error = anError(ErrorKind::TimedOut, true), .happens = true});
    desk.world().always(Verb::FindSent, Step{anError(ErrorKind::Offline)});
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return desk.world().calls(Verb::FindSent) == 1; }));
    desk.time().advance(2h);
    CHECK(desk.world().calls(Verb::FindSent) > 3);
    CHECK(desk.world().calls(Verb::Push) == 1);
    CHECK(desk.isInState(row, OutboxState::Sending));
    desk.world().always(Verb::FindSent, std::nullopt);
    desk.time().advance(10min);
    REQUIRE(eventually([&] { return desk.isInState(row, OutboxState::Sent); }));
    CHECK(desk.world().sentTexts() == QStringList{u"answer"_s});
}

TEST_CASE("When looking back gives no clear answer, the agent is asked")
{
    Desk desk(withIdempotency(Idempotency::ByReadingBack));
    openShop(desk);
    desk.world().next(Verb::Push, {.error = anError(ErrorKind::BadReply, true), .happens = true});
    const auto kind = GENERATE(ErrorKind::Rejected, ErrorKind::BadReply);
    desk.world().always(Verb::FindSent, Step{anError(kind)});
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] {
        desk.time().advance(1min); // a server's own failures are put up with for a while
        return desk.isInState(row, OutboxState::Held);
    }));
    CHECK(desk.row(row).heldReason == HeldReason::MayHaveArrived);
    CHECK(desk.world().calls(Verb::Push) == 1);
}

TEST_CASE("A lost answer where nobody can tell: held with the question, whatever the error was")
{
    const auto kind = GENERATE(ErrorKind::Offline, ErrorKind::TimedOut, ErrorKind::BadReply, ErrorKind::RateLimited);
    CAPTURE(static_cast<int>(kind));
    Desk desk(withIdempotency(Idempotency::None));
    openShop(desk);
    desk.world().next(Verb::Push, {.error = anError(kind, true), .happens = true});
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return desk.isInState(row, OutboxState::Held); }));
    CHECK(desk.row(row).heldReason == HeldReason::MayHaveArrived);
    CHECK(desk.row(row).error.contains(u"Fake cannot tell whether it arrived"_s));
    desk.engine().wake();
    desk.time().advance(2h);
    CHECK(desk.world().calls(Verb::Push) == 1);
}

TEST_CASE("The power goes between a send and its answer: how it goes on depends on what the platform can tell")
{
    const auto idempotency = GENERATE(Idempotency::ByClientId, Idempotency::ByReadingBack, Idempotency::None);
    CAPTURE(static_cast<int>(idempotency));
    Desk desk(withIdempotency(idempotency));
    openShop(desk);
    const PowerCut cut = cutDuringSend(desk, u"answer"_s);
    desk.continueFrom(cut.copy);
    REQUIRE(desk.isInState(cut.row, OutboxState::Sending));
    REQUIRE(desk.start().ok());
    const auto expected = idempotency == Idempotency::None ? OutboxState::Held : OutboxState::Sent;
    REQUIRE(eventually([&] { return desk.isInState(cut.row, expected); }));
    CHECK(desk.world().sentTexts() == QStringList{u"answer"_s});
    CHECK(desk.world().calls(Verb::Push) == (idempotency == Idempotency::ByClientId ? 2 : 1));
    if (expected == OutboxState::Held)
        CHECK(desk.row(cut.row).heldReason == HeldReason::MayHaveArrived);
}

TEST_CASE("The power goes before the send arrives: it is sent, or the agent asked, never forgotten")
{
    const auto idempotency = GENERATE(Idempotency::ByClientId, Idempotency::ByReadingBack, Idempotency::None);
    CAPTURE(static_cast<int>(idempotency));
    Desk desk(withIdempotency(idempotency));
    openShop(desk);
    desk.world().next(Verb::Push, {.error = {}, .happens = false, .stuck = true});
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return desk.isInState(row, OutboxState::Sending); }));
    const QString copy = desk.copyOfCache();
    desk.continueFrom(copy);
    REQUIRE(desk.start().ok());
    const auto expected = idempotency == Idempotency::None ? OutboxState::Held : OutboxState::Sent;
    REQUIRE(eventually([&] { return desk.isInState(row, expected); }));
    CHECK(desk.world().sent().size() == (expected == OutboxState::Sent ? 1 : 0));
}

TEST_CASE("Closing the window in the middle of a send loses nothing and sends nothing twice")
{
    const auto idempotency = GENERATE(Idempotency::ByClientId, Idempotency::ByReadingBack, Idempotency::None);
    CAPTURE(static_cast<int>(idempotency));
    Desk desk(withIdempotency(idempotency));
    openShop(desk);
    desk.world().next(Verb::Push, {.error = {}, .happens = true, .stuck = true});
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return desk.world().sent().size() == 1; }));
    desk.stop();
    REQUIRE(desk.isInState(row, OutboxState::Sending));
    REQUIRE(desk.start().ok());
    const auto expected = idempotency == Idempotency::None ? OutboxState::Held : OutboxState::Sent;
    REQUIRE(eventually([&] { return desk.isInState(row, expected); }));
    CHECK(desk.world().sentTexts() == QStringList{u"answer"_s});
}

TEST_CASE("A change of a server’s field whose answer was lost is simply made again")
{
    Desk desk([](World &world) { world.capabilities.ownsTickets = true; });
    openShop(desk);
    desk.world().next(Verb::Push, {.error = anError(ErrorKind::TimedOut, true), .happens = true});
    const auto row = desk.submit(u"chat"_s, SetStatus{TicketStatus::Resolved, {}});
    REQUIRE(row.ok());
    REQUIRE(eventually([&] { return desk.world().calls(Verb::Push) == 1; }));
    desk.time().advance(1min);
    REQUIRE(eventually([&] { return desk.isInState(*row, OutboxState::Sent); }));
    CHECK(desk.world().commands().size() == 2);
}

TEST_CASE("A macro whose answer was lost is held and never run again by itself")
{
    const auto idempotency = GENERATE(Idempotency::ByClientId, Idempotency::ByReadingBack, Idempotency::None);
    CAPTURE(static_cast<int>(idempotency));
    Desk desk([idempotency](World &world) {
        withIdempotency(idempotency)(world);
        world.capabilities.ownsTickets = true;
        world.capabilities.clientIdLasts = 60min;
    });
    openShop(desk);
    // Refused at first for want of a connection, and later than any client id is known.
    desk.world().next(Verb::Push, {anError(ErrorKind::Offline)});
    desk.world().next(Verb::Push, {.error = anError(ErrorKind::TimedOut, true), .happens = true});
    const auto row = desk.submit(u"chat"_s, RunMacro{u"7"_s, u"Refund"_s});
    REQUIRE(row.ok());
    REQUIRE(eventually([&] { return desk.row(*row).nextAttempt.has_value(); }));
    desk.time().jump(3h);
    REQUIRE(eventually([&] {
        desk.time().advance(1min);
        return desk.isInState(*row, OutboxState::Held);
    }));
    CHECK(desk.row(*row).heldReason == HeldReason::MayHaveArrived);
    desk.time().advance(24h);
    desk.stop();
    REQUIRE(desk.start().ok());
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    desk.time().advance(1h);
    CHECK(desk.isInState(*row, OutboxState::Held));
    CHECK(desk.world().calls(Verb::Push) == 2);
    CHECK(desk.world().calls(Verb::FindSent) == 0);
    CHECK(desk.world().commands().size() == 1);
    CHECK(await(desk.engine().retry(*row)).ok());
    REQUIRE(eventually([&] { return desk.isInState(*row, OutboxState::Sent); }));
    CHECK(desk.world().commands().size() == 2);
}

TEST_CASE("The power goes while a macro runs: the agent is asked")
{
    Desk desk([](World &world) {
        withIdempotency(Idempotency::ByClientId)(world);
        world.capabilities.ownsTickets = true;
    });
    openShop(desk);
    desk.world().next(Verb::Push, {.error = {}, .happens = true, .stuck = true});
    const auto row = desk.submit(u"chat"_s, RunMacro{u"7"_s, u"Refund"_s});
    REQUIRE(row.ok());
    REQUIRE(eventually([&] { return desk.world().commands().size() == 1; }));
    const QString copy = desk.copyOfCache();
    desk.continueFrom(copy);
    REQUIRE(desk.start().ok());
    REQUIRE(eventually([&] { return desk.isInState(*row, OutboxState::Held); }));
    CHECK(desk.world().commands().size() == 1);
}
