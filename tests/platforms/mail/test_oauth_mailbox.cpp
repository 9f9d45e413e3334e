// SPDX-License-Identifier: GPL-3.0-or-later
// A mailbox that is signed in to by OAuth: the real Dovecot and the SMTP server ask the sandbox's authorization server
// whether a token is good.
#include "mail_test.h"
#include "oauth_desk.h"
#include "support/hand_clock.h"
#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::tests;
using namespace parley::platforms;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sandbox::BadDay;
using sandbox::SignInServer;

namespace {

struct Mailbox {
    explicit Mailbox(const SignInServer::Options &options = {})
        : authority(options)
        , refresh(authority.grant())
    {
        QString why;
        servers = MailServers::start({.introspection = authority.introspectionUrl().toString()}, &why);
        INFO(why.toStdString());
        REQUIRE(servers);
        connect(refresh);
    }
    void connect(const QByteArray &token)
    {
        auto account = shopAccount(*servers, u"tls"_s);
        account.settings.insert(u"auth"_s, u"xoauth2"_s);
        account.settings.insert(u"client_id"_s, authority.options.clientId);
        account.settings.insert(u"token_url"_s, authority.tokenUrl().toString());
        const auto checked = mail::validated(account);
        REQUIRE(checked.ok());
        Setup setup{*checked, token, &clock};
        setup.keepSecret = [this](const QByteArray &secret) { kept << secret; };
        platform = mail::connectMail(setup, shortTimeouts());
    }
    Result<Identity> signIn() { return QCoro::waitFor(platform->signIn()); }
    Result<PushReceipt> answer(const QString &text)
    {
        PushRequest request;
        request.clientId = u"c-"_s + text;
        request.command = Reply{text, {}, false, {}};
        request.created = SystemClock().now();
        request.conversationRemoteId = u"q@customer.test"_s;
        request.contactRemoteId = u"ann@customer.test"_s;
        return QCoro::waitFor(platform->push(request));
    }

    HandClock clock{SystemClock().now()};
    SignInServer authority;
    QByteArray refresh;
    QList<QByteArray> kept;
    std::unique_ptr<MailServers> servers;
    std::unique_ptr<Platform> platform;
};

} // namespace

TEST_CASE("A mailbox stays connected over many token lives, reading and sending")
{
    Mailbox box;
    const auto identity = box.signIn();
    INFO((identity ? std::string() : identity.error().words.toStdString()) << box.servers->log().toStdString());
    REQUIRE(identity.ok());
    CHECK(identity->exchangedSecret.isEmpty());
    CHECK(box.authority.renewals() == 1); // for both servers
    auto cursor = pullAll(*box.platform)->nextCursor;
    for (int hour = 0; hour < 3; ++hour) {
        box.clock.time += 1h;
        box.authority.endAccess();
        box.servers->stopImap(); // a provider ends connections whose token is over
        REQUIRE(box.servers->startImap());
        REQUIRE(box.servers->deliver(kShop,
            mailFrom("ann@customer.test", "h" + QByteArray::number(hour) + "@customer.test", "Hello", "Hello?")));
        // The first call may meet the connection that is gone; it is for sync to call again.
        auto page = pullAll(*box.platform, cursor);
        if (!page)
            page = pullAll(*box.platform, cursor);
        INFO((page ? std::string() : page.error().words.toStdString()) << box.servers->log().toStdString());
        REQUIRE(page.ok());
        CHECK(page->messages.size() >= 1);
        cursor = page->nextCursor;
        const auto sent = box.answer(u"answer %1"_s.arg(hour));
        INFO((sent ? std::string() : sent.error().words.toStdString()));
        REQUIRE(sent.ok());
    }
    CHECK(box.servers->accepted().size() == 3);
    CHECK(box.authority.renewals() == 4);
}

TEST_CASE("A token that ends before its time is renewed once, at once, and nobody notices")
{
    Mailbox box;
    REQUIRE(box.signIn().ok());
    box.authority.endAccess(); // the clock stands still: we cannot know
    const auto identity = box.signIn();
    INFO((identity ? std::string() : identity.error().words.toStdString()) << box.servers->log().toStdString());
    REQUIRE(identity.ok());
    CHECK(box.authority.renewals() == 2);
    box.authority.endAccess();
    const auto sent = box.answer(u"still there"_s);
    INFO((sent ? std::string() : sent.error().words.toStdString()));
    REQUIRE(sent.ok());
    CHECK(box.servers->accepted().size() == 1);
    CHECK(box.authority.renewals() == 3);
}

TEST_CASE("A server that refuses every token is not asked in a loop, and the agent is told why")
{
    Mailbox box;
    box.authority.options.user = u"somebody.else@shop.test"_s; // signed in to another mailbox
    box.connect(box.authority.grant());
    const auto identity = box.signIn();
    REQUIRE_FALSE(identity.ok());
    CHECK(identity.error().kind == ErrorKind::Unauthorized);
    CHECK(identity.error().words.contains(u"user="_s));
    CHECK(box.authority.renewals() <= 3); // each server's refusal may have had one
    for (const auto &token : box.authority.accessTokens())
        CHECK_FALSE(identity.error().words.contains(QString::fromLatin1(token)));
}

TEST_CASE("A refresh token that is replaced is told of at sign-in and afterwards, and the old one is not needed")
{
    Mailbox box({.rotates = true});
    const auto identity = box.signIn();
    REQUIRE(identity.ok());
    REQUIRE(box.kept.size() == 1);
    CHECK(identity->exchangedSecret == box.kept.first());
    box.clock.time += 1h;
    box.authority.endAccess();
    REQUIRE(box.answer(u"an hour later"_s).ok());
    REQUIRE(box.kept.size() == 2);
    // After a restart with what was kept.
    box.connect(box.kept.last());
    CHECK(box.signIn().ok());
}

TEST_CASE("When the sign-in was taken back the agent has to sign in again; an outage of the provider passes")
{
    Mailbox box;
    box.authority.addBadDay({.kind = BadDay::Kind::ServerError, .method = u"token"_s, .status = 503});
    const auto outage = box.signIn();
    REQUIRE_FALSE(outage.ok());
    CHECK(outage.error().isRetryable());
    REQUIRE(box.signIn().ok());
    box.authority.revokeAll();
    box.authority.endAccess();
    box.clock.time += 1h;
    const auto refused = box.answer(u"too late"_s);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().kind == ErrorKind::Unauthorized);
    CHECK(refused.error().words.contains(u"Sign in again"_s));
    CHECK_FALSE(refused.error().mayHaveArrived);
    CHECK(box.servers->accepted().isEmpty());
}

TEST_CASE("An account of an earlier Parley, with an access token, is told what to do")
{
    Mailbox box;
    auto account = shopAccount(*box.servers, u"tls"_s);
    account.settings.insert(u"auth"_s, u"xoauth2"_s);
    box.platform = mail::connectMail({account, "an-access-token", &box.clock}, shortTimeouts());
    const auto identity = box.signIn();
    REQUIRE_FALSE(identity.ok());
    CHECK(identity.error().words.contains(u"client_id="_s));
    CHECK(identity.error().words.contains(u"connected anew"_s));
    CHECK(box.signIn().error().words == identity.error().words); // and each time it asks
}

TEST_CASE("Stopping ends the wait for a token")
{
    Mailbox box;
    box.authority.addBadDay({.kind = BadDay::Kind::Silence, .method = u"token"_s});
    auto waiting = box.platform->signIn();
    REQUIRE(QTest::qWaitFor([&] { return box.authority.renewals() == 1; }, 120'000));
    box.platform->stop();
    CHECK(QCoro::waitFor(waiting).error().kind == ErrorKind::Cancelled);
}
