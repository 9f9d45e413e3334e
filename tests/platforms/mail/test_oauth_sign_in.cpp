// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in in a browser, against the sandbox's authorization server.
#include "oauth_desk.h"
#include "platforms/mail/oauth_sign_in.h"
#include "support/hand_clock.h"
#include "support/print.h"

#include <QCoroTask>
#include <QTcpSocket>
#include <QUrlQuery>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace parley;
using namespace parley::tests;
using namespace parley::platforms;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sandbox::SignInServer;

namespace {

struct Desk {
    explicit Desk(const SignInServer::Options &options = {}, std::chrono::milliseconds patience = 10min)
        : server(options)
        , signIn({clientOf(server), options.clientSecret.toLatin1(), u"support@shop.test"_s, patience}, clock)
    {
    }

    HandClock clock;
    SignInServer server;
    mail::OAuthSignIn signIn;
    Browser browser;
};

QString in(const QUrl &url, const QString &name)
{
    return QUrlQuery(url).queryItemValue(name, QUrl::FullyDecoded);
}

} // namespace

TEST_CASE("Signing in in the browser brings a refresh token, by a code that only we can redeem")
{
    const auto secret = GENERATE(QString(), u"a client's secret"_s);
    Desk desk({.clientSecret = secret});
    const auto page = desk.signIn.begin();
    REQUIRE(page.ok());
    CHECK(in(*page, u"response_type"_s) == u"code"_s);
    CHECK(in(*page, u"code_challenge_method"_s) == u"S256"_s);
    CHECK(in(*page, u"login_hint"_s) == u"support@shop.test"_s);
    CHECK(in(*page, u"scope"_s) == u"mail offline_access"_s);
    CHECK(in(*page, u"state"_s).size() == 43);
    CHECK(QUrl(in(*page, u"redirect_uri"_s)).host() == u"127.0.0.1"_s);
    CHECK_FALSE(page->toString().contains(u"secret"_s));

    auto waiting = desk.signIn.secret();
    const auto shown = desk.browser.open(*page);
    CHECK(shown.status == 200);
    CHECK(shown.text.contains("go back to Parley"));
    const auto token = QCoro::waitFor(waiting);
    INFO((token ? std::string() : token.error().words.toStdString()));
    REQUIRE(token.ok());
    CHECK(desk.server.refreshTokens() == QList<QByteArray>{*token});
    // RFC 7636, 4.1: the verifier is long enough, and never was in the page's address.
    const auto verifier = desk.server.tokenRequests().constLast().value(u"code_verifier"_s).toString();
    CHECK(verifier.size() >= 43);
    CHECK_FALSE(page->toString().contains(verifier));
}

TEST_CASE("Each sign-in has a state and a verifier of its own")
{
    Desk one;
    Desk other;
    const auto first = one.signIn.begin();
    const auto second = other.signIn.begin();
    CHECK(in(*first, u"state"_s) != in(*second, u"state"_s));
    CHECK(in(*first, u"code_challenge"_s) != in(*second, u"code_challenge"_s));
}

TEST_CASE("What knocks without the right state changes nothing, and the door opens once")
{
    Desk desk;
    const auto page = desk.signIn.begin();
    REQUIRE(page.ok());
    auto waiting = desk.signIn.secret();
    const QUrl back(in(*page, u"redirect_uri"_s));
    const auto at = [&back](const QString &path) { return QUrl(QString(back.toString() + path)); };
    for (const auto &path : {u"/?code=stolen&state=guessed"_s, u"/?code=stolen"_s, u"/favicon.ico"_s, u"/"_s,
             QString(u"/elsewhere?code=x&state="_s + in(*page, u"state"_s)),
             QString(u"/?state="_s + in(*page, u"state"_s))})
        CHECK(desk.browser.open(at(path)).status == 404);
    QTcpSocket rude; // says nothing that is HTTP
    rude.connectToHost(back.host(), quint16(back.port()));
    rude.write("\x16\x03\x01 hello\r\n\r\n");
    CHECK(QTest::qWaitFor([&] { return rude.state() == QAbstractSocket::UnconnectedState; }, 120'000));
    CHECK(desk.server.tokenRequests().isEmpty());

    CHECK(desk.browser.open(*page).status == 200);
    REQUIRE(QCoro::waitFor(waiting).ok());
    CHECK(desk.browser.open(at(u"/?code=again&state="_s + in(*page, u"state"_s))).status == 0);
    CHECK(desk.server.tokenRequests().size() == 1);
}

TEST_CASE("A sign-in that is refused, given up, not finished in time, or brings no lasting token says so")
{
    SECTION("refused at the page")
    {
        Desk desk;
        desk.server.refuseAtPage(true);
        const auto page = desk.signIn.begin();
        auto waiting = desk.signIn.secret();
        CHECK(desk.browser.open(*page).text.contains("not signed in"));
        const auto token = QCoro::waitFor(waiting);
        REQUIRE_FALSE(token.ok());
        CHECK(token.error().kind == ErrorKind::Rejected);
        CHECK(token.error().words.contains(u"access_denied"_s));
    }
    SECTION("given up")
    {
        Desk desk;
        REQUIRE(desk.signIn.begin().ok());
        auto waiting = desk.signIn.secret();
        desk.signIn.stop();
        CHECK(QCoro::waitFor(waiting).error().kind == ErrorKind::Cancelled);
    }
    SECTION("nobody comes back")
    {
        Desk desk({}, 1ms);
        REQUIRE(desk.signIn.begin().ok());
        const auto token = QCoro::waitFor(desk.signIn.secret());
        REQUIRE_FALSE(token.ok());
        CHECK(token.error().kind == ErrorKind::TimedOut);
        CHECK_FALSE(token.error().words.isEmpty());
    }
    SECTION("no refresh token")
    {
        Desk desk({.scope = u"mail"_s});
        const auto page = desk.signIn.begin();
        auto waiting = desk.signIn.secret();
        CHECK(desk.browser.open(*page).status == 200);
        const auto token = QCoro::waitFor(waiting);
        REQUIRE_FALSE(token.ok());
        CHECK(token.error().words.contains(u"offline_access"_s));
    }
    SECTION("the token endpoint is out")
    {
        Desk desk;
        desk.server.addBadDay({.kind = sandbox::BadDay::Kind::ServerError, .method = u"token"_s, .status = 503});
        const auto page = desk.signIn.begin();
        auto waiting = desk.signIn.secret();
        CHECK(desk.browser.open(*page).status == 200);
        const auto token = QCoro::waitFor(waiting);
        REQUIRE_FALSE(token.ok());
        CHECK(token.error().isRetryable());
        CHECK_FALSE(token.error().mayHaveArrived);
    }
}

TEST_CASE("Without a page to sign in at there is no sign-in in the browser")
{
    HandClock clock;
    mail::OAuthClient client;
    client.id = u"me"_s;
    mail::OAuthSignIn signIn({client, {}, {}}, clock);
    const auto page = signIn.begin();
    REQUIRE_FALSE(page.ok());
    CHECK(page.error().words.contains(u"authorization_url="_s));
}
