// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/print.h"
#include "sync/desk.h"

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::tests;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

sync::AccountDraft draft(const QString &name, const QByteArray &secret = "good")
{
    sync::AccountDraft draft;
    draft.account.name = name;
    draft.account.platform = u"fake"_s;
    draft.secret = secret;
    return draft;
}

} // namespace

TEST_CASE("A new account is checked with the platform before anything is stored")
{
    Desk desk;
    REQUIRE(desk.start().ok());
    SECTION("a wrong token")
    {
        const auto id = await(desk.engine().addAccount(draft(u"Shop"_s, "wrong")));
        REQUIRE_FALSE(id.ok());
        CHECK(id.error().kind == ErrorKind::Unauthorized);
        CHECK(id.error().words.contains(u"revoked"_s));
    }
    SECTION("a wrong setting")
    {
        auto wrong = draft(u"Shop"_s);
        wrong.account.settings.insert(u"group"_s, u"wrong"_s);
        const auto id = await(desk.engine().addAccount(wrong));
        REQUIRE_FALSE(id.ok());
        CHECK(id.error().kind == ErrorKind::Rejected);
    }
    SECTION("a platform that nobody knows")
    {
        auto wrong = draft(u"Shop"_s);
        wrong.account.platform = u"pigeon"_s;
        const auto id = await(desk.engine().addAccount(wrong));
        REQUIRE_FALSE(id.ok());
        CHECK(id.error().words.contains(u"pigeon"_s));
    }
    SECTION("a locked key store")
    {
        desk.secrets().lock(true);
        CHECK_FALSE(await(desk.engine().addAccount(draft(u"Shop"_s))).ok());
        desk.secrets().lock(false);
    }
    SECTION("no name")
    {
        CHECK_FALSE(await(desk.engine().addAccount(draft(u" "_s))).ok());
    }
    CHECK(desk.reader().accounts()->isEmpty());
    CHECK(desk.secrets().keys().isEmpty());
}

TEST_CASE("A second account of the same name is refused and the first keeps its token")
{
    Desk desk;
    desk.startWithAccount();
    const auto second = await(desk.engine().addAccount(draft(u"Shop"_s)));
    REQUIRE_FALSE(second.ok());
    CHECK(second.error().kind == ErrorKind::Rejected);
    CHECK(desk.secrets().keys() == QStringList{u"account/Shop"_s});
    CHECK(desk.reader().accounts()->size() == 1);
}

TEST_CASE("A removed account goes with its conversations and its token, in the middle of whatever it does")
{
    Desk desk;
    desk.world().customerWrites(u"chat"_s, u"question"_s);
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.ticketOf(u"chat"_s).isValid(); }));
    desk.world().next(Verb::Push, {.error = {}, .happens = true, .stuck = true});
    desk.reply(u"chat"_s, u"answer"_s);
    REQUIRE(eventually([&] { return desk.world().sent().size() == 1; }));
    CHECK(await(desk.engine().removeAccount(desk.account)).ok());
    CHECK(desk.reader().accounts()->isEmpty());
    CHECK(desk.secrets().keys().isEmpty());
    CHECK_FALSE(desk.ticketOf(u"chat"_s).isValid());
    CHECK_FALSE(await(desk.engine().removeAccount(desk.account)).ok());
}

TEST_CASE("An account whose token is gone from the key store says so and works again with a new one")
{
    Desk desk;
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    desk.stop();
    CHECK(desk.secrets().remove(u"account/Shop"_s).ok());
    REQUIRE(desk.start().ok());
    REQUIRE(eventually([&] { return desk.status().state == AccountState::Refused; }));
    CHECK(desk.status().detail.contains(u"no token"_s));
    CHECK(await(desk.engine().replaceSecret(desk.account, "good")).ok());
    CHECK(eventually([&] { return desk.isOnline(); }));
}

TEST_CASE("A key store that cannot be read is tried again")
{
    Desk desk;
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    desk.stop();
    desk.secrets().lock(true);
    REQUIRE(desk.start().ok());
    REQUIRE(eventually([&] { return desk.status().state == AccountState::Degraded; }));
    desk.secrets().lock(false);
    desk.time().advance(5min);
    CHECK(eventually([&] { return desk.isOnline(); }));
}

TEST_CASE("Stopping says that nobody looks any more, and keeps up to when it is complete")
{
    Desk desk;
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    const auto completeTo = desk.status().completeTo;
    desk.stop();
    CHECK(desk.status().state == AccountState::Offline);
    CHECK(desk.status().completeTo == completeTo);
}

TEST_CASE("A connector that does not hear that it shall stop is left behind, and nothing hangs")
{
    // Never destroyed: what is left behind still stands on it.
    static auto *desk = new Desk([](World &world) { world.deaf = true; });
    desk->startWithAccount();
    REQUIRE(eventually([&] { return desk->isOnline(); }));
    desk->stop();
    CHECK(desk->status().state == AccountState::Offline);
    CHECK(desk->start().ok());
    desk->stop();
}

TEST_CASE("Only the account that was asked for is kept in step")
{
    Desk desk;
    desk.startWithAccount();
    const AccountId other = desk.addAccount(u"Other"_s);
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    desk.stop();
    const int calls = desk.worldOf(u"Other"_s).calls(Verb::SignIn);
    desk.config.onlyAccount = u"Shop"_s;
    REQUIRE(desk.start().ok());
    REQUIRE(eventually([&] { return desk.isOnline() && desk.idles > 0; }));
    CHECK(desk.worldOf(u"Other"_s).calls(Verb::SignIn) == calls);
    CHECK(desk.reader().accountStatus(other)->state == AccountState::Offline);
    desk.stop();
    desk.config.onlyAccount = u"Nobody"_s;
    const auto started = desk.start();
    REQUIRE_FALSE(started.ok());
    CHECK(started.error().words.contains(u"Nobody"_s));
}

TEST_CASE("With --offline the cache works and no platform is asked anything")
{
    Desk desk;
    desk.world().customerWrites(u"chat"_s, u"question"_s);
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.ticketOf(u"chat"_s).isValid() && desk.isOnline(); }));
    desk.stop();
    const int pulls = desk.world().calls(Verb::Pull);
    desk.config.offline = true;
    REQUIRE(desk.start().ok());
    const OutboxId row = desk.reply(u"chat"_s, u"answer"_s);
    desk.engine().setOnline(true);
    desk.engine().wake();
    desk.time().advance(10min);
    CHECK(desk.isInState(row, OutboxState::Queued));
    CHECK(desk.world().calls(Verb::Pull) == pulls);
    CHECK_FALSE(await(desk.engine().addAccount(draft(u"New"_s))).ok());
}

TEST_CASE("One account's trouble is not another's")
{
    Desk desk;
    desk.startWithAccount();
    desk.addAccount(u"Other"_s);
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    desk.worldOf(u"Other"_s).next(Verb::Pull, {.error = {}, .happens = false, .stuck = true});
    desk.engine().syncNow();
    desk.world().customerWrites(u"chat"_s, u"hello"_s);
    CHECK(eventually([&] { return desk.texts(u"chat"_s).size() == 1; }));
}

TEST_CASE("Whoever asks an engine that has ended gets an answer")
{
    Desk desk;
    desk.startWithAccount();
    desk.engine().stop();
    CHECK(await(desk.engine().submit({})).error().kind == ErrorKind::Cancelled);
    CHECK(await(desk.engine().addAccount(draft(u"New"_s))).error().kind == ErrorKind::Cancelled);
    CHECK(await(desk.engine().totals()).pulled == 0);
    desk.engine().typing({}, true);
    desk.engine().wake();
    desk.engine().stop();
}

TEST_CASE("An engine that was never started can be thrown away, and answers what was asked of it")
{
    Desk desk;
    auto engine = std::make_unique<sync::Engine>(desk.config);
    const auto row = engine->submit({});
    engine.reset();
    REQUIRE(row.isFinished());
    CHECK(row.result().error().kind == ErrorKind::Cancelled);
}
