// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/conformance/desk.h"
#include "support/print.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests::conformance;

TEST_CASE("An answer reaches its customer once and nobody else")
{
    Desk desk;
    desk.subject->customerWrites(u"Boris"_s, u"me too"_s);
    const auto request = desk.answerTo(u"Anna"_s, u"Where is it?"_s, Reply{u"Уже в пути 🚚"_s, {}, false, {}});
    const auto receipt = desk.push(request);
    REQUIRE(receipt.ok());
    CHECK(!receipt->remoteId.isEmpty());
    CHECK(desk.subject->customerSees(u"Anna"_s) == QStringList{u"Уже в пути 🚚"_s});
    CHECK(desk.subject->customerSees(u"Boris"_s).isEmpty());
}

TEST_CASE("Our own send does not come back as a second message")
{
    Desk desk;
    const auto request = desk.answerTo(u"Anna"_s, u"Where is it?"_s, Reply{u"on its way"_s, {}, false, {}});
    const auto receipt = desk.push(request);
    REQUIRE(receipt.ok());
    REQUIRE(!desk.pullAll());
    for (const RemoteMessage &message : desk.inbox.messages()) {
        if (message.direction == Direction::Out)
            CHECK((message.remoteId == receipt->remoteId || message.clientId == request.clientId));
    }
}

TEST_CASE("Answers arrive in the order in which they were given")
{
    Desk desk;
    auto request = desk.answerTo(u"Anna"_s, u"Where is it?"_s, Reply{});
    QStringList sent;
    for (int i = 0; i < 5; ++i) {
        sent << u"answer %1"_s.arg(i);
        request.command = Reply{sent.last(), {}, false, {}};
        request.clientId = u"11111111-0000-4000-8000-00000000000%1"_s.arg(i);
        REQUIRE(desk.push(request).ok());
    }
    CHECK(desk.subject->customerSees(u"Anna"_s) == sent);
}

TEST_CASE("An answer points at the message that it answers")
{
    Desk desk;
    SKIP_WITHOUT(desk, Quotes);
    const auto request = desk.answerTo(u"Anna"_s, u"Where is it?"_s, Reply{u"on its way"_s, {}, false, {}});
    REQUIRE(desk.push(request).ok());
    CHECK(desk.subject->customerSeesQuoted(u"Anna"_s) == u"Where is it?"_s);
}

TEST_CASE("Our own message can be changed, twice to the same text too")
{
    Desk desk;
    SKIP_WITHOUT(desk, OwnEdits);
    auto request = desk.answerTo(u"Anna"_s, u"Where is it?"_s, Reply{u"tomorow"_s, {}, false, {}});
    const auto receipt = desk.push(request);
    REQUIRE(receipt.ok());
    request.command = EditMessage{{}, u"tomorrow"_s};
    request.targetRemoteId = receipt->remoteId;
    CHECK(desk.push(request).ok());
    CHECK(desk.push(request).ok());
    CHECK(desk.subject->customerSees(u"Anna"_s) == QStringList{u"tomorrow"_s});
}

TEST_CASE("Our own message can be deleted, and deleting it again is no failure")
{
    Desk desk;
    SKIP_WITHOUT(desk, OwnDeletes);
    auto request = desk.answerTo(u"Anna"_s, u"Where is it?"_s, Reply{u"oops"_s, {}, false, {}});
    const auto receipt = desk.push(request);
    REQUIRE(receipt.ok());
    request.command = DeleteMessage{};
    request.targetRemoteId = receipt->remoteId;
    CHECK(desk.push(request).ok());
    CHECK(desk.subject->customerSees(u"Anna"_s).isEmpty());
    const auto again = desk.push(request);
    CHECK((again.ok() || again.error().kind == ErrorKind::NotFound));
}

TEST_CASE("Files go out with their names, the text beside them")
{
    Desk desk;
    SKIP_WITHOUT(desk, OwnAttachments);
    Reply reply{u"here you are"_s, {}, false, {}};
    reply.attachments << OutgoingAttachment{u"счёт.pdf"_s, u"application/pdf"_s, QByteArray(50'000, 'p')}
                      << OutgoingAttachment{u"terms.txt"_s, u"text/plain"_s, "no refunds"};
    REQUIRE(desk.push(desk.answerTo(u"Anna"_s, u"papers please"_s, reply)).ok());
    CHECK(desk.subject->customerFiles(u"Anna"_s) == QStringList{u"счёт.pdf"_s, u"terms.txt"_s});
    CHECK(desk.subject->customerSees(u"Anna"_s).join(QString()).contains(u"here you are"_s));
}

TEST_CASE("An attachment's way is told, from nothing to all of it")
{
    Desk desk;
    SKIP_WITHOUT(desk, OwnAttachments);
    SKIP_WITHOUT(desk, UploadProgress);
    Reply reply{u"here you are"_s, {}, false, {}};
    reply.attachments << OutgoingAttachment{u"plan.pdf"_s, u"application/pdf"_s, QByteArray(300'000, 'p')}
                      << OutgoingAttachment{u"terms.txt"_s, u"text/plain"_s, QByteArray(200'000, 't')};
    auto request = desk.answerTo(u"Anna"_s, u"papers please"_s, reply);
    QList<qint64> way;
    QSet<qint64> totals;
    request.progress = [&](qint64 done, qint64 total) {
        way << done;
        totals << total;
    };
    REQUIRE(desk.push(request).ok());
    const auto toldBefore = way.size();
    CHECK(totals == QSet<qint64>{500'000});
    REQUIRE(!way.isEmpty());
    CHECK(way.first() == 0);
    CHECK(way.last() == 500'000);
    CHECK(std::ranges::is_sorted(way));
    // Nothing of it is told after the send has ended, and nothing of a send without files.
    request.command = Reply{u"and a word"_s, {}, false, {}};
    request.clientId = u"22222222-0000-4000-8000-000000000001"_s;
    REQUIRE(desk.push(request).ok());
    CHECK(way.size() == toldBefore);
}

TEST_CASE("stop() ends a send under way, and a send that may have left says so")
{
    Desk desk;
    SKIP_WITHOUT(desk, SlowDrips);
    const auto request = desk.answerTo(u"Anna"_s, u"hello?"_s, Reply{u"hello"_s, {}, false, {}});
    desk.subject->misbehave(Trouble::SlowDrip, Side::Sending, 1);
    auto task = desk.platform->push(request);
    desk.platform->stop();
    const auto receipt = await(std::move(task));
    REQUIRE(!receipt.ok());
    CHECK(receipt.error().kind == ErrorKind::Cancelled);
    if (!desk.subject->customerSees(u"Anna"_s).isEmpty())
        CHECK(receipt.error().mayHaveArrived);
}
