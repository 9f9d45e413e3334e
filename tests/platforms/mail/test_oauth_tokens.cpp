// SPDX-License-Identifier: GPL-3.0-or-later
// Renewing access tokens, against the sandbox's authorization server.
#include "oauth_desk.h"
#include "platforms/mail/oauth_tokens.h"
#include "support/hand_clock.h"
#include "support/print.h"

#include <QCoroTask>

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::tests;
using namespace parley::platforms;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sandbox::BadDay;
using sandbox::SignInServer;

namespace {

struct Desk {
    explicit Desk(const SignInServer::Options &options = {})
        : server(options)
        , tokens(clientOf(server), {server.grant(), options.clientSecret.toLatin1()}, clock,
              [this](const QByteArray &token) { kept << token; })
    {
    }
    Result<QByteArray> token(const QByteArray &refused = {}) { return QCoro::waitFor(tokens.token(refused)); }

    HandClock clock;
    SignInServer server;
    QList<QByteArray> kept;
    mail::OAuthTokens tokens;
};

} // namespace

TEST_CASE("An access token is fetched once, used for its time, and renewed some minutes before that ends")
{
    Desk desk;
    const auto first = desk.token();
    REQUIRE(first.ok());
    CHECK(desk.server.accessTokens().contains(*first));
    CHECK(*desk.token() == *first);
    desk.clock.time += 50min;
    CHECK(*desk.token() == *first);
    CHECK(desk.server.renewals() == 1);
    desk.clock.time += 8min; // of 60
    const auto second = desk.token();
    REQUIRE(second.ok());
    CHECK(*second != *first);
    CHECK(desk.server.renewals() == 2);
    CHECK(desk.kept.isEmpty());
}

TEST_CASE("Who asks while a token is on its way gets that one")
{
    Desk desk;
    auto one = desk.tokens.token({});
    auto other = desk.tokens.token({});
    const auto first = QCoro::waitFor(one);
    const auto second = QCoro::waitFor(other);
    REQUIRE(first.ok());
    REQUIRE(second.ok());
    CHECK(*first == *second);
    CHECK(desk.server.renewals() == 1);
}

TEST_CASE("A token that a server refused is replaced at once, but not for somebody who was late to say so")
{
    Desk desk;
    const auto first = desk.token();
    REQUIRE(first.ok());
    const auto second = desk.token(*first);
    REQUIRE(second.ok());
    CHECK(*second != *first);
    CHECK(*desk.token(*first) == *second);
    CHECK(desk.server.renewals() == 2);
}

TEST_CASE("A new refresh token is handed on to be kept, and used from then on")
{
    Desk desk({.rotates = true});
    const auto given = desk.tokens.refreshToken();
    REQUIRE(desk.token().ok());
    REQUIRE(desk.kept.size() == 1);
    CHECK(desk.kept.first() != given);
    CHECK(desk.tokens.refreshToken() == desk.kept.first());
    desk.clock.time += 2h;
    REQUIRE(desk.token().ok()); // the first one is void by now
    CHECK(desk.server.refreshTokens() == QList<QByteArray>{desk.kept.last()});
}

TEST_CASE("A client with a secret proves itself by it, and nothing more is sent than the standard asks for")
{
    Desk desk({.clientSecret = u"s3cret & more"_s});
    REQUIRE(desk.token().ok());
    const auto sent = desk.server.tokenRequests().constLast();
    CHECK(sent.value(u"client_secret"_s).toString() == u"s3cret & more"_s);
    CHECK(QStringList(sent.keys())
        == QStringList{u"client_id"_s, u"client_secret"_s, u"grant_type"_s, u"refresh_token"_s});
    desk.server.options.clientSecret = u"another"_s;
    desk.clock.time += 2h;
    const auto refused = desk.token();
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().kind == ErrorKind::Unauthorized);
    CHECK_FALSE(QString(refused.error().words + refused.error().detail).contains(u"s3cret"_s));
}

TEST_CASE("While the old token holds, a token endpoint in trouble is nobody's concern")
{
    Desk desk;
    const auto first = desk.token();
    REQUIRE(first.ok());
    desk.clock.time += 56min;
    desk.server.addBadDay({.kind = BadDay::Kind::ServerError, .method = u"token"_s, .times = -1, .status = 503});
    CHECK(*desk.token() == *first);
    CHECK(*desk.token() == *first);
    CHECK(desk.server.renewals() == 2); // and it is not asked with every call
    desk.clock.time += 5min;
    const auto failed = desk.token();
    REQUIRE_FALSE(failed.ok());
    CHECK(failed.error().isRetryable());
    CHECK_FALSE(failed.error().mayHaveArrived);
}

TEST_CASE("Each bad day of a token endpoint is an error of its kind, and the next try works")
{
    Desk desk;
    const auto goesWrong = [&desk](const BadDay &day) {
        desk.server.addBadDay(day);
        const auto failed = desk.token();
        REQUIRE_FALSE(failed.ok());
        CHECK_FALSE(failed.error().mayHaveArrived);
        CHECK_FALSE(failed.error().words.isEmpty());
        return failed.error().kind;
    };
    CHECK(goesWrong({.kind = BadDay::Kind::ServerError, .method = u"token"_s}) == ErrorKind::BadReply);
    CHECK(goesWrong({.kind = BadDay::Kind::TooManyRequests, .method = u"token"_s, .seconds = 9})
        == ErrorKind::RateLimited);
    CHECK(goesWrong({.kind = BadDay::Kind::HalfJson, .method = u"token"_s}) == ErrorKind::BadReply);
    CHECK(goesWrong({.kind = BadDay::Kind::HugeAnswer, .method = u"token"_s}) == ErrorKind::BadReply);
    CHECK(goesWrong({.kind = BadDay::Kind::Refuse,
              .method = u"token"_s,
              .status = 400,
              .description = u"temporarily_unavailable"_s})
        == ErrorKind::BadReply);
    desk.server.addBadDay({.kind = BadDay::Kind::CutBefore, .method = u"token"_s});
    CHECK(desk.token().error().isRetryable());
    CHECK(desk.token().ok());
    desk.server.revokeAll();
    desk.clock.time += 2h;
    const auto over = desk.token();
    REQUIRE_FALSE(over.ok());
    CHECK(over.error().kind == ErrorKind::Unauthorized);
    CHECK_FALSE(over.error().words.contains(QString::fromLatin1(desk.tokens.refreshToken())));
}

TEST_CASE("Stopping ends the wait for a token, of all who wait")
{
    Desk desk;
    desk.server.addBadDay({.kind = BadDay::Kind::Silence, .method = u"token"_s});
    auto one = desk.tokens.token({});
    auto other = desk.tokens.token({});
    REQUIRE(QTest::qWaitFor([&] { return desk.server.renewals() == 1; }, 120'000));
    desk.tokens.stop();
    CHECK(QCoro::waitFor(one).error().kind == ErrorKind::Cancelled);
    CHECK(QCoro::waitFor(other).error().kind == ErrorKind::Cancelled);
}
