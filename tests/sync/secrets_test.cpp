// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts with more than one secret, and secrets that are exchanged at sign-in.
#include "support/print.h"
#include "sync/desk.h"

#include <catch2/catch_test_macros.hpp>

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
