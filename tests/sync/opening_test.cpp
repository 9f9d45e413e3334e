// SPDX-License-Identifier: GPL-3.0-or-later
// What an agent has open, as the platforms are told; and what was said before, which comes behind all that is new.
#include "support/print.h"
#include "sync/desk.h"

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::tests;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QString chat(int number)
{
    return u"chat-%1"_s.arg(number);
}

/// So many conversations with a ticket each.
void openShop(Desk &desk, int conversations)
{
    for (int number = 1; number <= conversations; ++number)
        desk.world().customerWrites(chat(number), u"question"_s);
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline() && desk.ticketOf(chat(conversations)).isValid(); }));
}

/// Everything that was asked of the engine before has reached it.
void settle(Desk &desk)
{
    (void)await(desk.engine().totals());
}

Batch historyOf(const QString &conversation)
{
    RemoteMessage message;
    message.remoteId = u"old-"_s + conversation;
    message.conversationRemoteId = conversation;
    message.text = u"long ago"_s;
    message.time = fromMs(1'780'000'000'000);
    Batch page;
    page.messages = {message};
    return page;
}

std::function<void(World &)> withHistory(int pages)
{
    return [pages](World &world) {
        for (int number = 1; number <= pages; ++number)
            world.older << historyOf(chat(number));
    };
}

} // namespace

TEST_CASE("The platform is told what an agent has open, and when it no longer is")
{
    Desk desk;
    openShop(desk, 2);
    desk.engine().setOpen(desk.ticketOf(chat(1)));
    settle(desk);
    CHECK(desk.world().opened().isEmpty());
    desk.time().advance(400ms);
    CHECK(desk.world().opened() == QStringList{chat(1)});
    desk.engine().setOpen({});
    settle(desk);
    desk.time().advance(400ms);
    CHECK(desk.world().opened() == QStringList{chat(1), QString()});
}

TEST_CASE("Who goes through fifty tickets with the arrow keys has one of them looked at: that where they stay")
{
    Desk desk;
    openShop(desk, 50);
    for (int number = 1; number <= 50; ++number) {
        desk.engine().setOpen(desk.ticketOf(chat(number)));
        settle(desk);
        desk.time().advance(100ms);
    }
    CHECK(desk.world().opened().isEmpty());
    desk.time().advance(300ms);
    CHECK(desk.world().opened() == QStringList{chat(50)});
}

TEST_CASE("A ticket of another account closes the one that was open, on its own platform")
{
    Desk desk;
    openShop(desk, 1);
    desk.worldOf(u"Second"_s).customerWrites(u"there"_s, u"hello"_s);
    const AccountId first = desk.account;
    const AccountId second = desk.addAccount(u"Second"_s);
    desk.account = second;
    REQUIRE(eventually([&] { return desk.ticketOf(u"there"_s).isValid(); }));
    const TicketId there = desk.ticketOf(u"there"_s);
    desk.account = first;
    desk.engine().setOpen(desk.ticketOf(chat(1)));
    settle(desk);
    desk.time().advance(400ms);
    desk.engine().setOpen(there);
    settle(desk);
    desk.time().advance(400ms);
    CHECK(desk.world().opened() == QStringList{chat(1), QString()});
    CHECK(desk.worldOf(u"Second"_s).opened() == QStringList{u"there"_s});
}

TEST_CASE("What is open is told again to an account that is connected anew")
{
    Desk desk;
    openShop(desk, 1);
    desk.engine().setOpen(desk.ticketOf(chat(1)));
    settle(desk);
    desk.time().advance(400ms);
    REQUIRE(await(desk.engine().replaceSecret(desk.account, "good")).ok());
    CHECK(eventually([&] { return desk.world().opened() == QStringList{chat(1), chat(1)}; }));
}

TEST_CASE("While we listen the inbox is complete to a moment, and the past comes in behind it")
{
    Desk desk(withHistory(3));
    openShop(desk, 3);
    REQUIRE(eventually([&] { return desk.texts(chat(3)).contains(u"long ago"_s); }));
    REQUIRE(eventually([&] {
        desk.time().advance(2s); // progress is written once a second
        return desk.isOnline() && desk.status().fillTotal == 0;
    }));
    CHECK(desk.world().calls(Verb::PullOlder) == 0);
    const auto withPast = [](const AccountStatus &status) {
        return status.state == AccountState::Online && status.fillTotal == 3 && status.completeTo.has_value()
            && status.detail.startsWith(u"Complete to "_s) && status.detail.contains(u" of 3 conversations"_s);
    };
    CHECK(std::ranges::any_of(desk.statuses, withPast));
    CHECK(!desk.status().detail.contains(u"conversations"_s));
}

TEST_CASE("Once through, the past is fetched as well")
{
    Desk desk(withHistory(5));
    desk.config.listen = false;
    desk.world().customerWrites(chat(1), u"question"_s);
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.texts(chat(5)).contains(u"long ago"_s) && desk.idles > 0; }));
    CHECK(desk.world().calls(Verb::Listen) == 0);
    CHECK(eventually([&] {
        desk.time().advance(2s); // progress is written once a second
        return desk.status().state == AccountState::Online && desk.status().fillTotal == 0;
    }));
}

TEST_CASE("A once-through run that is cut off in the past begins again where it was")
{
    Desk desk(withHistory(3));
    desk.config.listen = false;
    desk.world().next(Verb::PullOlder, {anError(ErrorKind::TimedOut)});
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.status().state == AccountState::Degraded; }));
    desk.time().advance(10min);
    CHECK(eventually([&] { return desk.texts(chat(3)).contains(u"long ago"_s); }));
}
