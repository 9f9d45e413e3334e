// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/conformance/desk.h"
#include "support/print.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;
using namespace parley::tests::conformance;

TEST_CASE("A connector signs in and says who it is")
{
    Desk desk;
    const auto identity = await(desk.platform->signIn());
    REQUIRE(identity.ok());
    CHECK(!identity->name.isEmpty());
}

TEST_CASE("A wrong secret is refused in words that do not repeat it")
{
    Desk desk;
    const auto platform = desk.subject->connectWithWrongSecret(desk.clock);
    const auto identity = await(platform->signIn());
    platform->stop();
    REQUIRE(!identity.ok());
    CHECK(identity.error().kind == ErrorKind::Unauthorized);
    CHECK(!identity.error().words.isEmpty());
    CHECK(!identity.error().words.contains(u"wrong-secret"_s));
    CHECK(!identity.error().detail.contains(u"wrong-secret"_s));
}

TEST_CASE("A customer's message arrives with its author and its conversation")
{
    Desk desk;
    desk.subject->customerWrites(u"Anna"_s, u"Где мой заказ? 👍"_s);
    REQUIRE(!desk.pullAll());
    const RemoteMessage message = desk.inbox.withText(u"Где мой заказ? 👍"_s);
    REQUIRE(!message.remoteId.isEmpty());
    CHECK(message.direction == Direction::In);
    CHECK(message.kind == MessageKind::Message);
    CHECK(message.authorName.contains(u"Anna"_s));
    CHECK(std::chrono::abs(message.time - desk.clock.now()) < 60s);
    REQUIRE(desk.inbox.conversations.contains(message.conversationRemoteId));
    const RemoteConversation &conversation = desk.inbox.conversationOf(message);
    CHECK(conversation.canReply);
    CHECK(desk.inbox.contacts.contains(message.authorRemoteId));
    CHECK(conversation.contactRemoteId == message.authorRemoteId);
}

TEST_CASE("Two customers have two conversations")
{
    Desk desk;
    desk.subject->customerWrites(u"Anna"_s, u"from Anna"_s);
    desk.subject->customerWrites(u"Boris"_s, u"from Boris"_s);
    REQUIRE(!desk.pullAll());
    CHECK(desk.inbox.withText(u"from Anna"_s).conversationRemoteId
        != desk.inbox.withText(u"from Boris"_s).conversationRemoteId);
}

TEST_CASE("A restarted connector goes on at its cursor without loss or doubles")
{
    Desk desk;
    desk.subject->customerWrites(u"Anna"_s, u"one"_s);
    REQUIRE(!desk.pullAll());
    const qsizetype before = desk.inbox.messages().size();
    desk.restart();
    desk.subject->customerWrites(u"Anna"_s, u"two"_s);
    const auto page = await(desk.platform->pull(desk.cursor));
    REQUIRE(page.ok());
    desk.inbox.take(*page);
    CHECK(desk.inbox.texts() == QStringList{u"one"_s, u"two"_s});
    CHECK(desk.inbox.messages().size() == before + 1);
}

TEST_CASE("A page that was never committed comes again")
{
    Desk desk;
    desk.subject->customerWrites(u"Anna"_s, u"one"_s);
    const auto lost = await(desk.platform->pull(desk.cursor));
    REQUIRE(lost.ok());
    desk.restart();
    desk.subject->customerWrites(u"Anna"_s, u"two"_s);
    REQUIRE(!desk.pullAll());
    CHECK(desk.inbox.texts() == QStringList{u"one"_s, u"two"_s});
}

TEST_CASE("Many messages come page after page, each once")
{
    Desk desk;
    SKIP_WITHOUT(desk, Paging);
    QStringList written;
    for (int i = 0; i < 250; ++i) {
        written << u"message %1"_s.arg(i, 3, 10, QLatin1Char('0'));
        desk.subject->customerWrites(u"Anna"_s, written.last());
    }
    REQUIRE(!desk.pullAll());
    CHECK(desk.pages > 1);
    QStringList came = desk.inbox.texts();
    CHECK(came.size() == written.size());
    came.sort();
    CHECK(came == written);
}

TEST_CASE("Listening ends with what a customer writes meanwhile")
{
    Desk desk;
    REQUIRE(!desk.pullAll());
    auto live = desk.platform->listen(desk.cursor);
    REQUIRE(QTest::qWaitFor([&] {
        desk.subject->customerWrites(u"Anna"_s, u"are you there?"_s);
        return true;
    }));
    auto heard = await(std::move(live));
    REQUIRE(heard.ok());
    desk.inbox.take(heard->batch);
    if (!heard->batch.nextCursor.isEmpty())
        desk.cursor = heard->batch.nextCursor;
    if (heard->pullNow)
        REQUIRE(!desk.pullAll());
    CHECK(desk.listenFor(u"are you there?"_s));
}

TEST_CASE("interrupt() ends a listening with nothing and loses nothing")
{
    Desk desk;
    REQUIRE(!desk.pullAll());
    auto live = desk.platform->listen(desk.cursor);
    QCoreApplication::processEvents();
    desk.platform->interrupt();
    CHECK(await(std::move(live)).ok());
    desk.subject->customerWrites(u"Anna"_s, u"after that"_s);
    CHECK(desk.listenFor(u"after that"_s));
}

TEST_CASE("stop() ends a listening with Cancelled, and so does everything later")
{
    Desk desk;
    REQUIRE(!desk.pullAll());
    auto live = desk.platform->listen(desk.cursor);
    QCoreApplication::processEvents();
    desk.platform->stop();
    const auto ended = await(std::move(live));
    REQUIRE(!ended.ok());
    CHECK(ended.error().kind == ErrorKind::Cancelled);
    const auto later = await(desk.platform->pull(desk.cursor));
    REQUIRE(!later.ok());
    CHECK(later.error().kind == ErrorKind::Cancelled);
}

TEST_CASE("A customer's edit replaces the text")
{
    Desk desk;
    SKIP_WITHOUT(desk, CustomerEdits);
    const QString key = desk.subject->customerWrites(u"Anna"_s, u"order 16"_s);
    REQUIRE(!desk.pullAll());
    desk.subject->customerEdits(key, u"order 17"_s);
    desk.subject->customerEdits(key, u"order 18"_s);
    REQUIRE(!desk.pullAll());
    CHECK(desk.inbox.texts() == QStringList{u"order 18"_s});
}

TEST_CASE("A message that was edited before we looked comes as it is now")
{
    Desk desk;
    SKIP_WITHOUT(desk, CustomerEdits);
    const QString key = desk.subject->customerWrites(u"Anna"_s, u"order 16"_s);
    desk.subject->customerEdits(key, u"order 17"_s);
    REQUIRE(!desk.pullAll());
    CHECK(desk.inbox.texts() == QStringList{u"order 17"_s});
}

TEST_CASE("A customer's deletion is told")
{
    Desk desk;
    SKIP_WITHOUT(desk, CustomerDeletes);
    const QString key = desk.subject->customerWrites(u"Anna"_s, u"forget this"_s);
    desk.subject->customerWrites(u"Anna"_s, u"keep this"_s);
    REQUIRE(!desk.pullAll());
    desk.subject->customerDeletes(key);
    REQUIRE(!desk.pullAll());
    CHECK(desk.inbox.texts() == QStringList{u"keep this"_s});
}

TEST_CASE("A customer's attachment arrives and its bytes are those that were sent")
{
    Desk desk;
    SKIP_WITHOUT(desk, CustomerAttachments);
    QByteArray content(100'000, Qt::Uninitialized);
    for (qsizetype i = 0; i < content.size(); ++i)
        content[i] = char(i * 31 + i / 256);
    desk.subject->customerAttaches(u"Anna"_s, u"../../счёт 7.pdf"_s, content);
    REQUIRE(!desk.pullAll());
    REQUIRE(desk.inbox.messages().size() >= 1);
    const QList<RemoteAttachment> attachments = desk.inbox.messages().last().attachments;
    REQUIRE(attachments.size() == 1);
    CHECK(attachments.first().name.endsWith(u"счёт 7.pdf"_s));
    if (!attachments.first().content.isEmpty()) {
        CHECK(attachments.first().content == content);
        return;
    }
    const auto fetched = await(desk.platform->download(attachments.first().remoteRef, 1'000'000));
    REQUIRE(fetched.ok());
    CHECK(*fetched == content);
    const auto refused = await(desk.platform->download(attachments.first().remoteRef, 1000));
    REQUIRE(!refused.ok());
    CHECK(refused.error().kind == ErrorKind::Rejected);
    CHECK(!refused.error().words.isEmpty());
}

TEST_CASE("Everything delivered twice is there once")
{
    Desk desk;
    SKIP_WITHOUT(desk, DuplicateDelivery);
    desk.subject->deliverTwice();
    desk.subject->customerWrites(u"Anna"_s, u"one"_s);
    desk.subject->customerWrites(u"Anna"_s, u"two"_s);
    REQUIRE(!desk.pullAll());
    REQUIRE(!desk.pullPage());
    REQUIRE(!desk.pullPage());
    CHECK(desk.inbox.texts() == QStringList{u"one"_s, u"two"_s});
}

TEST_CASE("A page that comes backwards loses nothing and keeps the order")
{
    Desk desk;
    SKIP_WITHOUT(desk, OutOfOrder);
    desk.subject->deliverBackwards();
    for (const auto &text : {u"one"_s, u"two"_s, u"three"_s})
        desk.subject->customerWrites(u"Anna"_s, text);
    REQUIRE(!desk.pullAll());
    CHECK(desk.inbox.texts() == QStringList{u"one"_s, u"two"_s, u"three"_s});
    desk.subject->customerWrites(u"Anna"_s, u"four"_s);
    REQUIRE(!desk.pullAll());
    CHECK(desk.inbox.texts().last() == u"four"_s);
}

TEST_CASE("An event of an unknown kind is kept whole and does not stand in the way")
{
    Desk desk;
    SKIP_WITHOUT(desk, UnknownEvents);
    desk.subject->customerWrites(u"Anna"_s, u"before"_s);
    desk.subject->unknownEvent("brand-new-4711");
    desk.subject->customerWrites(u"Anna"_s, u"after"_s);
    REQUIRE(!desk.pullAll());
    CHECK(desk.inbox.rawHolds("brand-new-4711"));
    CHECK(desk.inbox.texts() == QStringList{u"before"_s, u"after"_s});
    REQUIRE(!desk.pullPage());
    CHECK(desk.inbox.texts() == QStringList{u"before"_s, u"after"_s});
}

TEST_CASE("A server's clock that is an hour wrong changes neither what arrives nor its order")
{
    Desk desk;
    SKIP_WITHOUT(desk, Clocks);
    for (const auto off : {3600s, -3600s}) {
        Desk other;
        other.subject->setClockOff(off);
        other.subject->customerWrites(u"Anna"_s, u"one"_s);
        REQUIRE(!other.pullAll());
        other.subject->customerWrites(u"Anna"_s, u"two"_s);
        REQUIRE(!other.pullAll());
        CHECK(other.inbox.texts() == QStringList{u"one"_s, u"two"_s});
    }
}
