// SPDX-License-Identifier: GPL-3.0-or-later
// Who we are, which account, which inboxes; and what a 401 means.
#include "platforms/chatwoot/info.h"
#include "platforms/chatwoot/workplace.h"

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests;

TEST_CASE("An access token signs in and says who it is")
{
    Workplace team;
    const auto identity = await(team.connector->signIn());
    REQUIRE(identity.ok());
    CHECK(identity->name == u"Ann Lee · Acme"_s);
    CHECK(identity->note.isEmpty());
    CHECK(identity->exchangedSecret.isEmpty());
}

TEST_CASE("E-mail and password are exchanged for the token, which then serves")
{
    Workplace team;
    team.settings = {{u"email"_s, u"ann@example.com"_s}};
    team.secret = "Password1!";
    team.connect();
    const auto identity = await(team.connector->signIn());
    REQUIRE(identity.ok());
    CHECK(identity->exchangedSecret == team.server.token());
    team.secret.clear(); // the next start has the token, and the address still stands there
    team.connect();
    CHECK(await(team.connector->signIn()).ok());
    CHECK(team.server.calls(u"sign_in"_s).size() == 1);
}

TEST_CASE("A wrong password and a second factor are told apart in words")
{
    Workplace team;
    team.settings = {{u"email"_s, u"ann@example.com"_s}};
    team.secret = "wrong";
    team.connect();
    const auto wrong = await(team.connector->signIn());
    REQUIRE(!wrong.ok());
    CHECK(wrong.error().kind == ErrorKind::Unauthorized);
    CHECK(wrong.error().words.contains(u"password"_s));

    auto ann = team.server.agent();
    ann.otp = u"123456"_s;
    team.server.setAgent(ann);
    team.secret = "Password1!";
    team.connect();
    const auto twoFactors = await(team.connector->signIn());
    REQUIRE(!twoFactors.ok());
    CHECK(twoFactors.error().words.contains(u"second factor"_s));
    CHECK(!twoFactors.error().detail.contains(u"Password1"_s));
}

TEST_CASE("With several accounts one must be chosen; with one it need not be")
{
    Workplace team;
    const int other = team.server.addAccount(u"Globex"_s);
    const auto unsure = await(team.connector->signIn());
    REQUIRE(!unsure.ok());
    CHECK(unsure.error().words.contains(u"Globex"_s));
    team.settings = {{u"account"_s, QString::number(other)}};
    team.connect();
    const auto chosen = await(team.connector->signIn());
    REQUIRE(chosen.ok());
    CHECK(chosen->name == u"Ann Lee · Globex"_s);
    team.settings = {{u"account"_s, u"99"_s}};
    team.connect();
    CHECK(!await(team.connector->signIn()).ok());
}

TEST_CASE("Only the chosen inboxes are read, by name or by number")
{
    Workplace team;
    const int second = team.server.addInbox(u"Sales"_s);
    team.server.write(team.server.addCustomer(u"Anna"_s), u"to the website"_s);
    team.server.write(team.server.addCustomer(u"Boris"_s, {}, second), u"to sales"_s);
    team.settings = {{u"inboxes"_s, u"sales"_s}};
    team.connect();
    REQUIRE(!team.pullAll());
    CHECK(team.has(u"to sales"_s));
    CHECK(!team.has(u"to the website"_s));
    team.settings = {{u"inboxes"_s, u"nowhere"_s}};
    team.connect();
    const auto wrong = await(team.connector->signIn());
    REQUIRE(!wrong.ok());
    CHECK(wrong.error().words.contains(u"Sales"_s));
}

TEST_CASE("Behind a proxy that takes only underscores the token is still found")
{
    Workplace team;
    team.server.dropHyphens();
    CHECK(await(team.connector->signIn()).ok());
    team.server.write(team.server.addCustomer(u"Anna"_s), u"hello"_s);
    REQUIRE(!team.pullAll());
    CHECK(team.has(u"hello"_s));
}

TEST_CASE("An old server and one that hides its age are told of in words, and still read")
{
    Workplace team;
    team.server.write(team.server.addCustomer(u"Anna"_s), u"hello"_s);
    for (const auto &version : {u"3.4.0"_s, u""_s}) {
        team.server.setVersion(version);
        team.cursor.clear();
        team.connect();
        const auto identity = await(team.connector->signIn());
        REQUIRE(identity.ok());
        CHECK(!identity->note.isEmpty());
        REQUIRE(!team.pullAll());
        CHECK(team.has(u"hello"_s));
        team.server.write(team.server.addCustomer(u"Boris"_s), u"later "_s + version);
        REQUIRE(!team.pullAll());
        CHECK(team.has(u"later "_s + version));
    }
    for (const auto &call : team.server.calls(u"conversations"_s))
        CHECK(!call.parameters.contains(u"updated_within"_s));
}

TEST_CASE("401 for one conversation is no sign-out")
{
    Workplace team;
    const int bob = team.server.addAgent(u"Bob Ray"_s, {team.server.inbox()});
    team.server.write(team.server.addCustomer(u"Anna"_s), u"hello"_s);
    team.agent = bob;
    team.connect();
    REQUIRE(!team.pullAll());
    team.server.setMember(team.server.inbox(), bob, false);
    const auto refused = team.push(1, SetStatus{TicketStatus::Resolved, {}});
    REQUIRE(!refused.ok());
    CHECK(refused.error().kind == ErrorKind::Forbidden);
    CHECK(refused.error().words.contains(u"not authorized"_s));
    CHECK(!team.pullAll());
    team.server.revokeToken(bob);
    const auto out = team.pullAll();
    REQUIRE(out.has_value());
    CHECK(out->kind == ErrorKind::Unauthorized);
}

TEST_CASE("The set-up form refuses what cannot work, in words that name it")
{
    const auto entry = platforms::chatwoot::entry();
    Account account;
    account.platform = u"chatwoot"_s;
    CHECK(!entry.validate(account).ok());
    account.url = u"http://chat.example.com"_s;
    CHECK(!entry.validate(account).ok());
    account.url = u"https://chat.example.com/"_s;
    const auto good = entry.validate(account);
    REQUIRE(good.ok());
    CHECK(good->url == u"https://chat.example.com"_s);
    account.settings = {{u"account"_s, u"Acme"_s}};
    CHECK(!entry.validate(account).ok());
    account.settings = {{u"inbox"_s, u"1"_s}};
    const auto unknown = entry.validate(account);
    REQUIRE(!unknown.ok());
    CHECK(unknown.error().words.contains(u"inbox"_s));
}
