// SPDX-License-Identifier: GPL-3.0-or-later
// The connector against a real Dovecot and a real SMTP server.
#include "mail_test.h"
#include "support/print.h"

#include "platforms/mail/threading.h"

#include <QCoroFuture>
#include <QUuid>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

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

TEST_CASE("A server that cannot be trusted, reached or signed in to is told of by its reason")
{
    QString why;
    const auto servers = MailServers::start({}, &why);
    INFO(why.toStdString());
    REQUIRE(servers);
    const auto failing = [&servers](const QString &security, const QMap<QString, QString> &changes,
                             const QByteArray &secret = {}) {
        auto account = shopAccount(*servers, security);
        for (auto it = changes.cbegin(); it != changes.cend(); ++it)
            account.settings[it.key()] = it.value();
        const auto platform = mail::connectMail(
            {account, secret.isEmpty() ? servers->passwordOf(kShop).toUtf8() : secret, nullptr}, shortTimeouts());
        const auto identity = QCoro::waitFor(platform->signIn());
        REQUIRE_FALSE(identity.ok());
        INFO(identity.error().words.toStdString());
        CHECK_FALSE(identity.error().words.isEmpty());
        return identity.error();
    };
    for (const auto &security : {u"tls"_s, u"starttls"_s}) {
        // the system's authorities do not know ours, nor does another private one
        CHECK(failing(security, {{u"ca"_s, QString()}}).words.contains(u"ca=FILE"_s));
        CHECK(failing(security, {{u"ca"_s, servers->strangerCaFile()}}).words.contains(u"ca="_s));
        CHECK(failing(security, {}, "wrong").kind == ErrorKind::Unauthorized);
    }
    // the right certificate under a name that it is not for
    const auto otherName = u"127.0.0.2:%1"_s.arg(servers->imapsPort());
    const auto name = failing(u"tls"_s, {{u"imap"_s, otherName}});
    CHECK((name.kind == ErrorKind::BadReply || name.kind == ErrorKind::Offline));
    // nobody there; nobody of that name
    const auto nobody = failing(u"tls"_s, {{u"imap"_s, u"localhost:1"_s}});
    CHECK(nobody.kind == ErrorKind::Offline);
    CHECK(nobody.words.contains(u"localhost:1"_s));
    CHECK(failing(u"tls"_s, {{u"imap"_s, u"no-such-host.invalid:993"_s}}).kind == ErrorKind::Offline);
    // STARTTLS is demanded: the plain submission port has none
    const auto plain = failing(u"starttls"_s, {{u"smtp"_s, u"localhost:%1"_s.arg(servers->smtpPlainPort())}});
    CHECK(plain.words.contains(u"STARTTLS"_s));
    CHECK(servers->accepted().isEmpty());
}

TEST_CASE("Refusals of a send say what was refused, and nothing has left")
{
    QString why;
    const auto servers = MailServers::start({.sizeLimit = 200'000}, &why);
    INFO(why.toStdString());
    REQUIRE(servers);
    const auto platform = connectTo(*servers);
    const auto sendTo = [&platform](const QString &address, qsizetype attached = 0) {
        RemoteMessage message;
        message.conversationRemoteId = u"x@customer.test"_s;
        message.authorRemoteId = address;
        auto request = answerTo(message, u"hello"_s);
        if (attached > 0)
            std::get<Reply>(request.command).attachments
                << OutgoingAttachment{u"big.bin"_s, {}, QByteArray(attached, 'x')};
        return QCoro::waitFor(platform->push(request));
    };
    const auto refused = sendTo(u"refused@customer.test"_s);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().kind == ErrorKind::Rejected);
    CHECK(refused.error().words.contains(u"refused@customer.test"_s));
    const auto full = sendTo(u"full@customer.test"_s);
    REQUIRE_FALSE(full.ok());
    CHECK(full.error().kind == ErrorKind::Rejected);
    CHECK(full.error().words.contains(u"full"_s));
    const auto later = sendTo(u"later@customer.test"_s);
    REQUIRE_FALSE(later.ok());
    CHECK(later.error().kind == ErrorKind::RateLimited);
    CHECK(later.error().retryAfter.count() > 0);
    const auto large = sendTo(u"ann@customer.test"_s, 300'000);
    REQUIRE_FALSE(large.ok());
    CHECK(large.error().kind == ErrorKind::Rejected);
    CHECK(large.error().words.contains(u"too large"_s));
    for (const auto *result : {&refused, &full, &later, &large})
        CHECK_FALSE(result->error().mayHaveArrived);
    CHECK(servers->accepted().isEmpty());
    CHECK(servers->filesIn(kShop, u"Drafts"_s).isEmpty());
    CHECK(servers->filesIn(kShop, u"Sent"_s).isEmpty());
}

TEST_CASE("A mail that bounces stands as an event in the conversation it was an answer in")
{
    QString why;
    const auto servers = MailServers::start({}, &why);
    INFO(why.toStdString());
    REQUIRE(servers);
    REQUIRE(servers->deliver(kShop, mailFrom("bounce@customer.test", "b1@customer.test", "Order", "Hello?")));
    const auto platform = connectTo(*servers);
    const auto first = pullAll(*platform);
    REQUIRE(first.ok());
    const auto receipt = QCoro::waitFor(platform->push(answerTo(first->messages.first(), u"Hi"_s)));
    REQUIRE(receipt.ok());
    const auto second = pullAll(*platform, first->nextCursor);
    REQUIRE(second.ok());
    REQUIRE(second->messages.size() == 2);
    const auto event = std::ranges::find(second->messages, MessageKind::Event, &RemoteMessage::kind);
    REQUIRE(event != second->messages.end());
    CHECK(event->conversationRemoteId == u"b1@customer.test"_s);
    CHECK(event->replyToRemoteId == receipt->remoteId);
    CHECK(event->automatic);
    CHECK(event->text.contains(u"No such user"_s));
}
