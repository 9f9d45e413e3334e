// SPDX-License-Identifier: GPL-3.0-or-later
// The connector against a real Dovecot and a real SMTP server.
#include "mail_test.h"
#include "support/print.h"

#include "platforms/mail/threading.h"

#include <QCoroFuture>
#include <QUuid>

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::tests;
using namespace parley::platforms;
using namespace Qt::StringLiterals;

namespace {

PushRequest answerTo(const RemoteMessage &message, const QString &text)
{
    PushRequest request;
    request.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    request.command = Reply{text, {}, false, {}};
    request.created = SystemClock().now();
    request.conversationRemoteId = message.conversationRemoteId;
    request.conversationKind = ConversationKind::MailThread;
    request.contactRemoteId = message.authorRemoteId;
    request.lastInboundRemoteId = message.remoteId;
    request.lastInboundExtra = message.extra;
    return request;
}

} // namespace

TEST_CASE("Signing in works with each kind of encryption and tells who we are")
{
    QString why;
    const auto servers = MailServers::start({}, &why);
    INFO(why.toStdString());
    REQUIRE(servers);
    for (const auto &security : {u"tls"_s, u"starttls"_s, u"none"_s}) {
        const auto platform = connectTo(*servers, security);
        const auto identity = QCoro::waitFor(platform->signIn());
        INFO(security.toStdString() << ": " << (identity ? std::string() : identity.error().words.toStdString())
                                    << servers->log().toStdString());
        REQUIRE(identity.ok());
        CHECK(identity->name == kShop);
    }
}

TEST_CASE("A mail is pulled, answered, filed in Sent, and its copy comes back as ours")
{
    QString why;
    const auto servers = MailServers::start({}, &why);
    INFO(why.toStdString());
    REQUIRE(servers);
    REQUIRE(servers->deliver(
        kShop, mailFrom("Ann Bauer <Ann@Customer.test>", "q1@customer.test", "Where is it?", "Where is my parcel?")));
    const auto platform = connectTo(*servers);

    const auto first = pullAll(*platform);
    INFO((first ? std::string() : first.error().words.toStdString()) << servers->log().toStdString());
    REQUIRE(first.ok());
    REQUIRE(first->messages.size() == 1);
    const auto &question = first->messages.first();
    CHECK(question.remoteId == u"q1@customer.test"_s);
    CHECK(question.conversationRemoteId == u"q1@customer.test"_s);
    CHECK(question.authorRemoteId == u"ann@customer.test"_s);
    CHECK(question.authorName == u"Ann Bauer"_s);
    CHECK(question.text == u"Where is my parcel?"_s);
    CHECK(question.direction == Direction::In);
    CHECK_FALSE(question.automatic);

    auto request = answerTo(question, u"On its way — ä ж\n.\nA line with a dot above."_s);
    std::get<Reply>(request.command).attachments
        << OutgoingAttachment{u"label ž.pdf"_s, u"application/pdf"_s, QByteArray("%PDF-1.4\n\0\1", 11)};
    const auto receipt = QCoro::waitFor(platform->push(request));
    INFO((receipt ? std::string() : receipt.error().words.toStdString()));
    REQUIRE(receipt.ok());
    CHECK(mail::clientIdIn(receipt->remoteId) == request.clientId);

    const auto accepted = servers->accepted();
    REQUIRE(accepted.size() == 1);
    CHECK(accepted.first().to == QStringList{u"ann@customer.test"_s});
    CHECK(accepted.first().from == kShop);
    CHECK(accepted.first().content.contains("In-Reply-To: <q1@customer.test>"));
    CHECK(accepted.first().content.contains("Subject: Re: Where is it?"));
    CHECK(servers->filesIn(kShop, u"Drafts"_s).isEmpty());
    REQUIRE(servers->filesIn(kShop, u"Sent"_s).size() == 1);

    const auto second = pullAll(*platform, first->nextCursor);
    REQUIRE(second.ok());
    REQUIRE(second->messages.size() == 1);
    const auto &copy = second->messages.first();
    CHECK(copy.remoteId == receipt->remoteId);
    CHECK(copy.clientId == request.clientId);
    CHECK(copy.direction == Direction::Out);
    CHECK(copy.conversationRemoteId == u"q1@customer.test"_s);
    CHECK(copy.text == u"On its way — ä ж\n.\nA line with a dot above."_s);
    REQUIRE(copy.attachments.size() == 1);
    CHECK(copy.attachments.first().name == u"label ž.pdf"_s);
    CHECK(copy.attachments.first().content == QByteArray("%PDF-1.4\n\0\1", 11));
    const auto bytes = QCoro::waitFor(platform->download(copy.attachments.first().remoteRef, 1000));
    REQUIRE(bytes.ok());
    CHECK(*bytes == QByteArray("%PDF-1.4\n\0\1", 11));

    const auto third = pullAll(*platform, second->nextCursor);
    REQUIRE(third.ok());
    CHECK(third->messages.isEmpty());

    SECTION("Pushing the same row again sends nothing")
    {
        const auto again = QCoro::waitFor(platform->push(request));
        REQUIRE(again.ok());
        CHECK(again->remoteId == receipt->remoteId);
        CHECK(servers->accepted().size() == 1);
    }
    SECTION("It is found again by reading back, and one that never left is certainly not there")
    {
        const auto found = QCoro::waitFor(platform->findSent(request));
        REQUIRE(found.ok());
        REQUIRE(found->has_value());
        CHECK(found->value().remoteId == receipt->remoteId);
        const auto other = QCoro::waitFor(platform->findSent(answerTo(question, u"never sent"_s)));
        REQUIRE(other.ok());
        CHECK_FALSE(other->has_value());
    }
}

TEST_CASE("Listening returns when a mail comes, and at once when interrupted or stopped")
{
    QString why;
    const auto servers = MailServers::start({}, &why);
    INFO(why.toStdString());
    REQUIRE(servers);
    const auto platform = connectTo(*servers);
    auto cursor = pullAll(*platform)->nextCursor;

    auto listening = platform->listen(cursor);
    REQUIRE(servers->deliver(kShop, mailFrom("ann@customer.test", "l1@customer.test", "Hello", "Hello?")));
    const auto live = QCoro::waitFor(listening);
    REQUIRE(live.ok());
    CHECK(live->pullNow);
    const auto pulled = pullAll(*platform, cursor);
    REQUIRE(pulled.ok());
    REQUIRE(pulled->messages.size() == 1);
    CHECK_FALSE(pulled->backfill);

    auto interrupted = platform->listen(pulled->nextCursor);
    platform->interrupt();
    const auto nothing = QCoro::waitFor(interrupted);
    REQUIRE(nothing.ok());
    CHECK_FALSE(nothing->pullNow);

    auto stopped = platform->listen(pulled->nextCursor);
    platform->stop();
    const auto ended = QCoro::waitFor(stopped);
    REQUIRE_FALSE(ended.ok());
    CHECK(ended.error().kind == ErrorKind::Cancelled);
}
