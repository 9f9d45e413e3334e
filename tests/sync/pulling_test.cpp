// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/print.h"
#include "sync/desk.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace parley;
using namespace parley::tests;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

TEST_CASE("What customers wrote before we came is in the cache, page after page, and the account says up to when")
{
    Desk desk;
    for (int number = 1; number <= 10; ++number)
        desk.world().customerWrites(u"chat"_s, u"message %1"_s.arg(number));
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    CHECK(desk.texts(u"chat"_s).size() == 10);
    CHECK(desk.texts(u"chat"_s).constFirst() == u"message 1"_s);
    CHECK(desk.status().completeTo == desk.time().now());
    CHECK(desk.status().detail.startsWith(u"Complete to "_s));
    CHECK(desk.world().calls(Verb::Pull) == 4);
}

TEST_CASE("What a customer writes while we listen arrives by itself and is told of")
{
    Desk desk;
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    desk.world().customerWrites(u"chat"_s, u"hello?"_s);
    REQUIRE(eventually([&] { return desk.texts(u"chat"_s) == QStringList{u"hello?"_s}; }));
    REQUIRE(eventually([&] {
        return std::ranges::any_of(desk.changes, [](const Changes &change) { return change.arrived.size() == 1; });
    }));
}

TEST_CASE("A restart goes on where the last commit ended and doubles nothing")
{
    Desk desk;
    desk.world().customerWrites(u"chat"_s, u"one"_s);
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    desk.stop();
    desk.world().customerWrites(u"chat"_s, u"two"_s);
    REQUIRE(desk.start().ok());
    REQUIRE(eventually([&] { return desk.texts(u"chat"_s) == QStringList{u"one"_s, u"two"_s}; }));
}

TEST_CASE("Without a network the account says since when and when it tries again, and tries then")
{
    Desk desk;
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    const auto before = desk.status().completeTo;
    desk.world().always(Verb::Pull, Step{anError(ErrorKind::Offline)});
    desk.engine().wake();
    REQUIRE(eventually([&] { return desk.status().state == AccountState::Offline; }));
    CHECK(desk.status().detail.contains(u"Offline since"_s));
    CHECK(desk.status().completeTo == before);
    REQUIRE(desk.status().nextTry.has_value());
    CHECK(*desk.status().nextTry > desk.time().now());
    const int calls = desk.world().calls(Verb::Pull);
    desk.world().customerWrites(u"chat"_s, u"are you there?"_s);
    desk.world().always(Verb::Pull, std::nullopt);
    CHECK(desk.world().calls(Verb::Pull) == calls);
    desk.time().advance(*desk.status().nextTry - desk.time().now());
    REQUIRE(eventually([&] { return desk.isOnline() && desk.texts(u"chat"_s).size() == 1; }));
}

TEST_CASE("The longer a platform is away, the longer the waits; when it is back they begin anew")
{
    Desk desk;
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    desk.world().always(Verb::Pull, Step{anError(ErrorKind::TimedOut)});
    desk.engine().wake();
    REQUIRE(eventually([&] { return desk.status().state == AccountState::Degraded; }));
    CHECK(desk.status().detail.contains(u"Fake does not answer. Replies are kept"_s));
    const int before = desk.world().calls(Verb::Pull);
    desk.time().advance(30min);
    const int tries = desk.world().calls(Verb::Pull) - before;
    CHECK(tries >= 8); // 2, 4, 8 … seconds, then every five minutes
    CHECK(tries <= 16);
    desk.world().always(Verb::Pull, std::nullopt);
    desk.time().advance(6min);
    REQUIRE(eventually([&] { return desk.isOnline(); }));
}

TEST_CASE("A changed network cuts the wait short")
{
    Desk desk;
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    desk.world().always(Verb::Pull, Step{anError(ErrorKind::Offline)});
    desk.engine().wake();
    REQUIRE(eventually([&] { return desk.status().state == AccountState::Offline; }));
    desk.world().always(Verb::Pull, std::nullopt);
    desk.engine().wake();
    CHECK(eventually([&] { return desk.isOnline(); })); // and no time has passed
}

TEST_CASE("Retry-After is kept to the second, even when the network changes meanwhile")
{
    Desk desk;
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    desk.world().next(Verb::Pull, {anError(ErrorKind::RateLimited, false, 90s)});
    desk.engine().wake();
    REQUIRE(eventually([&] { return desk.status().state == AccountState::Degraded; }));
    CHECK(desk.status().nextTry == desk.time().now() + 90s);
    const int calls = desk.world().calls(Verb::Pull);
    desk.engine().wake();
    desk.time().advance(89s);
    CHECK(desk.world().calls(Verb::Pull) == calls);
    desk.time().advance(1s);
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    CHECK(desk.world().calls(Verb::Pull) == calls + 1);
}

TEST_CASE("A machine that slept looks at once when it wakes")
{
    Desk desk;
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    const int calls = desk.world().calls(Verb::Pull);
    desk.time().advance(1min);
    CHECK(desk.world().calls(Verb::Pull) == calls);
    desk.time().jump(2h);
    CHECK(eventually([&] { return desk.world().calls(Verb::Pull) > calls; }));
}

TEST_CASE("The agent's switch says offline at once, fetches nothing, and comes back")
{
    Desk desk;
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    desk.engine().setOnline(false);
    REQUIRE(eventually([&] { return desk.status().state == AccountState::Offline; }));
    CHECK(desk.status().detail.contains(u"as you asked"_s));
    (void)await(desk.engine().totals()); // by now it no longer listens
    desk.world().customerWrites(u"chat"_s, u"anybody?"_s);
    desk.time().advance(1h);
    CHECK(desk.texts(u"chat"_s).isEmpty());
    desk.engine().setOnline(true);
    REQUIRE(eventually([&] { return desk.isOnline() && desk.texts(u"chat"_s).size() == 1; }));
}

TEST_CASE("Once through: everything is fetched and then the engine rests without listening")
{
    Desk desk;
    desk.config.listen = false;
    for (int number = 1; number <= 7; ++number)
        desk.world().customerWrites(u"chat"_s, u"message %1"_s.arg(number));
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.texts(u"chat"_s).size() == 7 && desk.idles > 0; }));
    CHECK(desk.world().calls(Verb::Listen) == 0);
    const auto totals = await(desk.engine().totals());
    CHECK(totals.pulled == 7);
}

TEST_CASE("An engine with nothing to do says so once")
{
    Desk desk;
    REQUIRE(desk.start().ok());
    REQUIRE(eventually([&] { return desk.idles == 1; }));
}

TEST_CASE("Each time it has caught up while listening, the engine says so")
{
    Desk desk;
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline() && desk.idles > 0; }));
    const int before = desk.idles;
    desk.world().customerWrites(u"chat"_s, u"hello"_s);
    CHECK(eventually([&] { return desk.idles > before && desk.texts(u"chat"_s).size() == 1; }));
}

TEST_CASE("An unreachable platform does not keep a once-through run from ending")
{
    Desk desk;
    desk.config.listen = false;
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.idles > 0; }));
    desk.stop();
    desk.idles = 0;
    desk.world().always(Verb::Pull, Step{anError(ErrorKind::Offline)});
    REQUIRE(desk.start().ok());
    REQUIRE(eventually([&] { return desk.idles > 0; }));
    CHECK(desk.status().state == AccountState::Offline);
}

TEST_CASE("What the platform says of us at sign-in stands beside the state")
{
    Desk desk([](World &world) { world.note = u"May not read group messages."_s; });
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    CHECK(desk.status().detail.endsWith(u"May not read group messages."_s));
}

TEST_CASE("A connector whose listen() returns at once with nothing does not spin")
{
    Desk desk;
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    Batch nothing;
    // A customer who types all the time wakes listen() again and again: that is news, not spinning.
    desk.world().typing(u"nobody"_s);
    REQUIRE(eventually([&] { return desk.world().calls(Verb::Listen) >= 2; }));
    CHECK(desk.world().calls(Verb::Listen) < 50);
}

TEST_CASE("Progress of the first fill is shown, and an account that fills is not called complete")
{
    Desk desk;
    for (int number = 1; number <= 6; ++number) {
        Batch event;
        RemoteMessage message;
        message.remoteId = u"old-%1"_s.arg(number);
        message.conversationRemoteId = u"chat"_s;
        message.text = u"old"_s;
        message.time = fromMs(1'780'000'000'000 + number);
        event.messages = {message};
        desk.world().happens(event);
    }
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    for (const AccountStatus &status : desk.statuses) {
        if (status.state == AccountState::Connecting)
            CHECK_FALSE(status.completeTo.has_value());
    }
}
