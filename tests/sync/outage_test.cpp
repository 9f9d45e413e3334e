// SPDX-License-Identifier: GPL-3.0-or-later
// A platform that answers nothing, and one that wants to see a person.
#include "support/print.h"
#include "sync/desk.h"
#include "sync/retry_policy.h"
#include "sync/state_words.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace parley;
using namespace parley::tests;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

using Idempotency = Capabilities::Idempotency;

void openShop(Desk &desk)
{
    desk.world().customerWrites(u"chat"_s, u"question"_s);
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline() && desk.ticketOf(u"chat"_s).isValid(); }));
}

void goesOut(Desk &desk, ErrorKind kind)
{
    for (const Verb verb : {Verb::SignIn, Verb::Pull, Verb::Listen, Verb::Push, Verb::FindSent})
        desk.world().always(verb, Step{anError(kind)});
    desk.engine().wake();
}

std::chrono::milliseconds outageTime(Desk &desk)
{
    const auto time = desk.reader().outageTime(desk.account, fromMs(0), desk.time().now());
    return time ? *time : -1ms;
}

} // namespace

TEST_CASE("A platform that answers nothing for a day: everything waits, nothing fails, and it goes on by itself")
{
    const auto kind = GENERATE(ErrorKind::BadReply, ErrorKind::TimedOut);
    const auto idempotency = GENERATE(Idempotency::ByClientId, Idempotency::ByReadingBack, Idempotency::None);
    CAPTURE(static_cast<int>(kind), static_cast<int>(idempotency));
    Desk desk([idempotency](World &world) { world.capabilities.idempotency = idempotency; });
    openShop(desk);
    const Timestamp since = desk.time().now();
    goesOut(desk, kind);
    const OutboxId first = desk.reply(u"chat"_s, u"first"_s);
    const OutboxId second = desk.reply(u"chat"_s, u"second"_s);
    REQUIRE(eventually([&] {
        desk.time().advance(5s);
        return desk.status().detail.contains(u"does not answer since"_s);
    }));
    CHECK(desk.status().state == AccountState::Degraded);
    CHECK(desk.status().detail.contains(sync::words::moment(since, desk.time().now())));
    CHECK(desk.status().detail.contains(u"2 answer"_s));
    CHECK(desk.status().nextTry.has_value());
    const OutboxId third = desk.reply(u"chat"_s, u"third"_s);
    CHECK(eventually([&] { return desk.status().detail.contains(u"3 answer"_s); }));

    const int tries = desk.world().calls(Verb::Pull);
    desk.time().advance(24h);
    for (const OutboxId row : {first, second, third})
        CHECK(desk.isInState(row, OutboxState::Queued));
    CHECK(desk.world().calls(Verb::Pull) - tries > 100); // it is asked again and again,
    CHECK(desk.world().calls(Verb::Pull) - tries < 3000); // but with patience
    CHECK(outageTime(desk) > 23h);

    desk.world().forgetScript();
    desk.time().advance(10min);
    REQUIRE(eventually([&] { return desk.isInState(third, OutboxState::Sent); }));
    CHECK(desk.world().sentTexts() == QStringList{u"first"_s, u"second"_s, u"third"_s});
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    const auto lasted = outageTime(desk);
    desk.time().advance(1h);
    CHECK(outageTime(desk) == lasted);
}

TEST_CASE("Sends that may have arrived before the platform went out are settled when it is back")
{
    Desk desk([](World &world) { world.capabilities.idempotency = Idempotency::ByReadingBack; });
    openShop(desk);
    goesOut(desk, ErrorKind::BadReply);
    desk.world().next(Verb::Push, {.error = anError(ErrorKind::BadReply, true), .happens = true});
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    desk.time().advance(24h);
    CHECK(desk.isInState(row, OutboxState::Sending));
    desk.world().forgetScript();
    desk.time().advance(10min);
    REQUIRE(eventually([&] { return desk.isInState(row, OutboxState::Sent); }));
    CHECK(desk.world().sentTexts() == QStringList{u"answer"_s});
}

TEST_CASE("One call that goes wrong is no outage")
{
    Desk desk;
    openShop(desk);
    desk.world().next(Verb::Pull, Step{anError(ErrorKind::BadReply)});
    desk.engine().wake();
    REQUIRE(eventually([&] { return desk.status().state == AccountState::Degraded; }));
    CHECK_FALSE(desk.status().detail.contains(u"since"_s));
    desk.time().advance(1min);
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    CHECK(outageTime(desk) == 0ms);
}

TEST_CASE("Where only reading fails, answers still go out now and then, and show that it is no outage")
{
    Desk desk;
    openShop(desk);
    for (const Verb verb : {Verb::Pull, Verb::Listen})
        desk.world().always(verb, Step{anError(ErrorKind::BadReply)});
    desk.engine().wake();
    desk.time().advance(1min);
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    desk.time().advance(15min);
    CHECK(eventually([&] { return desk.isInState(row, OutboxState::Sent); }));
}

TEST_CASE("An outage ends with the session that saw it")
{
    Desk desk;
    openShop(desk);
    goesOut(desk, ErrorKind::TimedOut);
    desk.time().advance(30min);
    REQUIRE(outageTime(desk) > 20min);
    desk.stop();
    const auto lasted = outageTime(desk);
    desk.time().advance(5h);
    CHECK(outageTime(desk) == lasted);
}

TEST_CASE("A send that wants a person to open a page waits for it, and goes out when the agent has done so")
{
    const auto kind = GENERATE(ErrorKind::Rejected, ErrorKind::Forbidden, ErrorKind::BadReply);
    Desk desk;
    openShop(desk);
    Error captcha = anError(kind);
    captcha.words = u"Fake asks for the letters in a picture."_s;
    captcha.page = u"https://fake.test/captcha?1"_s;
    desk.world().always(Verb::Push, Step{captcha});
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return desk.row(row).page == captcha.page; }));
    CHECK(desk.isInState(row, OutboxState::Queued));
    CHECK(desk.row(row).error.contains(captcha.words));
    REQUIRE(eventually([&] { return desk.status().page == captcha.page; }));
    CHECK(desk.status().state == AccountState::Degraded);
    CHECK(desk.status().detail.contains(captcha.words));
    // However well the rest goes, it is said until somebody looked.
    desk.world().customerWrites(u"chat2"_s, u"question"_s);
    REQUIRE(eventually([&] { return desk.ticketOf(u"chat2"_s).isValid(); }));
    desk.time().advance(10min);
    CHECK(desk.status().page == captcha.page);
    CHECK(desk.world().calls(Verb::Push) == 1);

    desk.world().always(Verb::Push, std::nullopt);
    desk.engine().syncNow();
    REQUIRE(eventually([&] { return desk.isInState(row, OutboxState::Sent); }));
    CHECK(desk.row(row).page.isEmpty());
    REQUIRE(eventually([&] { return desk.isOnline() && desk.status().page.isEmpty(); }));
}

TEST_CASE("A refused token that a page can mend leads there")
{
    Desk desk;
    openShop(desk);
    Error validation = anError(ErrorKind::Unauthorized);
    validation.page = u"https://fake.test/validate"_s;
    desk.world().next(Verb::Pull, Step{validation});
    desk.engine().wake();
    REQUIRE(eventually([&] { return desk.status().state == AccountState::Refused; }));
    CHECK(desk.status().page == validation.page);
    desk.engine().syncNow();
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    CHECK(desk.status().page.isEmpty());
}
