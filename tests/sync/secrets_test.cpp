// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts with more than one secret, and secrets that are exchanged at sign-in.
#include "support/print.h"
#include "sync/desk.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>

using namespace parley;
using namespace parley::tests;
using namespace Qt::StringLiterals;

namespace {

sync::AccountDraft draftWith(const QMap<QString, QByteArray> &further)
{
    sync::AccountDraft draft;
    draft.account.name = u"Shop"_s;
    draft.account.platform = u"fake"_s;
    draft.secret = "good";
    draft.furtherSecrets = further;
    return draft;
}

/// What an account says while it is online is written once in a while.
bool tellsOfTheLock(Desk &desk, bool tells)
{
    return eventually([&desk, tells] {
        desk.time().advance(std::chrono::seconds(1));
        return desk.status().detail.contains(u"it is locked."_s) == tells;
    });
}

} // namespace

TEST_CASE("Further secrets are kept beside the main one, handed to the connector, and removed with the account")
{
    Desk desk;
    REQUIRE(desk.start().ok());
    const auto id = await(desk.engine().addAccount(draftWith({{u"user"_s, "second"}, {u"app"_s, {}}})));
    REQUIRE(id.ok());
    desk.account = *id;
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    CHECK(desk.secrets().keys() == QStringList{u"account/Shop"_s, u"account/Shop/user"_s});
    CHECK(desk.world().furtherSecrets() == QMap<QString, QByteArray>{{u"user"_s, "second"}});

    // Also after a restart, and when one is replaced.
    CHECK(await(desk.engine().replaceSecret(desk.account, "third", u"app"_s)).ok());
    REQUIRE(eventually([&] { return desk.world().furtherSecrets().size() == 2; }));
    desk.stop();
    REQUIRE(desk.start().ok());
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    CHECK(desk.world().furtherSecrets().value(u"app"_s) == "third");
    CHECK(desk.world().furtherSecrets().value(u"user"_s) == "second");

    const auto unknown = await(desk.engine().replaceSecret(desk.account, "x", u"colour"_s));
    REQUIRE_FALSE(unknown.ok());
    CHECK(unknown.error().words.contains(u"colour"_s));
    CHECK(await(desk.engine().removeAccount(desk.account)).ok());
    CHECK(desk.secrets().keys().isEmpty());
}

TEST_CASE("A further secret that the platform does not know is refused, and nothing is stored")
{
    Desk desk;
    REQUIRE(desk.start().ok());
    const auto id = await(desk.engine().addAccount(draftWith({{u"colour"_s, "red"}})));
    REQUIRE_FALSE(id.ok());
    CHECK(id.error().words.contains(u"colour"_s));
    CHECK(desk.secrets().keys().isEmpty());
    CHECK(desk.reader().accounts()->isEmpty());
}

TEST_CASE("A password that became a token at sign-in is not kept: the token is")
{
    Desk desk([](World &world) { world.exchanged = "token"; });
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    CHECK(*desk.secrets().read(u"account/Shop"_s) == QByteArray("token"));

    // Likewise when it is replaced by a password later.
    CHECK(await(desk.engine().replaceSecret(desk.account, "good")).ok());
    CHECK(eventually([&] { return *desk.secrets().read(u"account/Shop"_s) == QByteArray("token"); }));
    REQUIRE(eventually([&] { return desk.isOnline(); }));
}

TEST_CASE("A secret that the platform replaces while it is connected is kept at once")
{
    Desk desk([](World &world) { world.exchanged = "renewed"; });
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    desk.world().replaceSecret("renewed once");
    REQUIRE(eventually([&] { return *desk.secrets().read(u"account/Shop"_s) == QByteArray("renewed once"); }));
    CHECK(desk.isOnline());
    // One that is replaced in the very last moment is kept too.
    desk.world().replaceSecret("renewed");
    desk.stop();
    REQUIRE(eventually([&] { return *desk.secrets().read(u"account/Shop"_s) == QByteArray("renewed"); }));
    REQUIRE(desk.start().ok());
    CHECK(eventually([&] { return desk.isOnline(); }));
}

TEST_CASE("A replaced secret that the key store does not take is told of, used, and kept as soon as it can be")
{
    Desk desk([](World &world) { world.exchanged = "renewed"; });
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    desk.secrets().lock(true);
    desk.world().replaceSecret("renewed");
    REQUIRE(tellsOfTheLock(desk, true));
    CHECK(desk.isOnline());
    desk.secrets().lock(false);
    // It is tried again by itself, and the words go.
    REQUIRE(eventually([&] {
        desk.time().advance(std::chrono::seconds(30));
        return *desk.secrets().read(u"account/Shop"_s) == QByteArray("renewed");
    }));
    CHECK(tellsOfTheLock(desk, false));
}

TEST_CASE("What the agent enters takes the place of what a platform renewed and could not be kept")
{
    Desk desk([](World &world) { world.exchanged = "of the agent"; });
    desk.startWithAccount();
    REQUIRE(eventually([&] { return desk.isOnline(); }));
    desk.secrets().lock(true);
    desk.world().replaceSecret("renewed");
    REQUIRE(tellsOfTheLock(desk, true));
    desk.secrets().lock(false);
    CHECK(await(desk.engine().replaceSecret(desk.account, "of the agent")).ok());
    desk.time().advance(std::chrono::hours(1));
    desk.stop();
    CHECK(*desk.secrets().read(u"account/Shop"_s) == QByteArray("of the agent"));
}

TEST_CASE("Signing in in the browser brings a secret, with the further ones that the account has")
{
    Desk desk;
    REQUIRE(desk.start().ok());
    std::atomic<int> opened = 0;
    const auto open = [&opened](const QUrl &page) { opened += page.host() == u"fake.test"_s ? 1 : 0; };
    auto draft = draftWith({{u"app"_s, "key"}});
    draft.secret.clear();
    const auto secret = desk.engine().signInByBrowser(draft, open);
    REQUIRE(eventually([&] { return opened == 1; }));
    CHECK(desk.world().signInSecrets() == QMap<QString, QByteArray>{{u"app"_s, "key"}});
    CHECK(desk.world().comesBack(QByteArray("good")));
    const auto got = await(secret);
    REQUIRE(got.ok());
    CHECK(*got == "good");
    CHECK(desk.secrets().keys().isEmpty());

    // Of an account that there is.
    const auto id = await(desk.engine().addAccount(draftWith({{u"app"_s, "kept key"}})));
    REQUIRE(id.ok());
    sync::AccountDraft again;
    again.account = desk.reader().accounts()->first();
    const auto renewed = desk.engine().signInByBrowser(again, open);
    REQUIRE(eventually([&] { return opened == 2; }));
    CHECK(desk.world().signInSecrets().value(u"app"_s) == "kept key");
    CHECK(desk.world().comesBack(anError(ErrorKind::Rejected)));
    CHECK(await(renewed).error().kind == ErrorKind::Rejected);
}

TEST_CASE("A sign-in in the browser ends when it is given up, when another begins, and when Parley ends")
{
    Desk desk;
    REQUIRE(desk.start().ok());
    std::atomic<int> opened = 0;
    const auto open = [&opened](const QUrl &) { ++opened; };
    const auto first = desk.engine().signInByBrowser(draftWith({}), open);
    REQUIRE(eventually([&] { return opened == 1; }));
    const auto second = desk.engine().signInByBrowser(draftWith({}), open);
    CHECK(await(first).error().kind == ErrorKind::Cancelled);
    REQUIRE(eventually([&] { return opened == 2; }));
    desk.engine().endBrowserSignIn();
    CHECK(await(second).error().kind == ErrorKind::Cancelled);
    const auto third = desk.engine().signInByBrowser(draftWith({}), open);
    REQUIRE(eventually([&] { return opened == 3; }));
    desk.stop();
    CHECK(await(third).error().kind == ErrorKind::Cancelled);

    auto wrong = draftWith({});
    wrong.account.settings.insert(u"group"_s, u"wrong"_s);
    REQUIRE(desk.start().ok());
    const auto refused = await(desk.engine().signInByBrowser(wrong, open));
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().words.contains(u"group"_s));
}
