// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/conformance/desk.h"
#include "support/print.h"

#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;
using namespace parley::tests::conformance;

namespace {

/// A trouble on the receiving side: told as an error that sync tries again, and nothing is lost once it is over.
void survives(Desk &desk, Trouble trouble, const QList<ErrorKind> &kinds)
{
    REQUIRE(!desk.pullAll());
    desk.subject->customerWrites(u"Anna"_s, u"in bad weather"_s);
    desk.subject->misbehave(trouble, Side::Receiving, 1);
    const auto error = desk.pullPage();
    REQUIRE(error.has_value());
    CHECK(kinds.contains(error->kind));
    CHECK(error->isRetryable());
    desk.subject->behave();
    CHECK(desk.pullThrough());
    CHECK(desk.inbox.texts() == QStringList{u"in bad weather"_s});
}

} // namespace

TEST_CASE("Asked to slow down, a connector says for how long, and nothing is lost")
{
    Desk desk;
    SKIP_WITHOUT(desk, RateLimits);
    REQUIRE(!desk.pullAll());
    desk.subject->customerWrites(u"Anna"_s, u"hello"_s);
    desk.subject->misbehave(Trouble::RateLimit, Side::Receiving, 1);
    const auto error = desk.pullPage();
    REQUIRE(error.has_value());
    CHECK(error->kind == ErrorKind::RateLimited);
    CHECK(error->retryAfter == 2s);
    CHECK(desk.pullThrough());
    CHECK(desk.inbox.texts() == QStringList{u"hello"_s});
}

TEST_CASE("A server's own failure is tried again and loses nothing")
{
    Desk desk;
    SKIP_WITHOUT(desk, ServerErrors);
    survives(desk, Trouble::ServerError, {ErrorKind::BadReply, ErrorKind::TimedOut, ErrorKind::Offline});
}

TEST_CASE("Half an answer is no answer and loses nothing")
{
    Desk desk;
    SKIP_WITHOUT(desk, HalfAnswers);
    survives(desk, Trouble::HalfAnswer, {ErrorKind::BadReply, ErrorKind::TimedOut});
}

TEST_CASE("An answer of 50 MB is refused and loses nothing")
{
    Desk desk;
    SKIP_WITHOUT(desk, HugeAnswers);
    // On a busy machine the patience of these tests, some seconds, ends before so much has come.
    survives(desk, Trouble::HugeAnswer, {ErrorKind::BadReply, ErrorKind::TimedOut});
}

TEST_CASE("An answer that drips is given up in time and loses nothing")
{
    Desk desk;
    SKIP_WITHOUT(desk, SlowDrips);
    survives(desk, Trouble::SlowDrip, {ErrorKind::TimedOut});
}

TEST_CASE("A connection cut in the middle of an answer loses nothing")
{
    Desk desk;
    SKIP_WITHOUT(desk, Cuts);
    survives(desk, Trouble::CutMidAnswer, {ErrorKind::TimedOut, ErrorKind::BadReply, ErrorKind::Offline});
}

TEST_CASE("A token revoked in mid-work stops the account in words, and the next one goes on without loss")
{
    Desk desk;
    SKIP_WITHOUT(desk, Revocation);
    desk.subject->customerWrites(u"Anna"_s, u"one"_s);
    REQUIRE(!desk.pullAll());
    desk.subject->revoke();
    desk.subject->customerWrites(u"Anna"_s, u"two"_s);
    const auto error = desk.pullPage();
    REQUIRE(error.has_value());
    CHECK(error->kind == ErrorKind::Unauthorized);
    CHECK(!error->words.isEmpty());
    desk.subject->restore();
    desk.restart();
    REQUIRE(!desk.pullAll());
    CHECK(desk.inbox.texts() == QStringList{u"one"_s, u"two"_s});
}

TEST_CASE("A send with a revoked token is refused and certainly not sent")
{
    Desk desk;
    SKIP_WITHOUT(desk, Revocation);
    const auto request = desk.answerTo(u"Anna"_s, u"hello?"_s, Reply{u"hello"_s, {}, false, {}});
    desk.subject->revoke();
    const auto receipt = desk.push(request);
    REQUIRE(!receipt.ok());
    CHECK(receipt.error().kind == ErrorKind::Unauthorized);
    CHECK(!receipt.error().mayHaveArrived);
    CHECK(desk.subject->customerSees(u"Anna"_s).isEmpty());
}

TEST_CASE("A send that is asked to slow down did not arrive, and arrives once when repeated")
{
    Desk desk;
    SKIP_WITHOUT(desk, RateLimits);
    const auto request = desk.answerTo(u"Anna"_s, u"hello?"_s, Reply{u"hello"_s, {}, false, {}});
    desk.subject->misbehave(Trouble::RateLimit, Side::Sending, 1);
    const auto receipt = desk.push(request);
    REQUIRE(!receipt.ok());
    CHECK(receipt.error().kind == ErrorKind::RateLimited);
    CHECK(receipt.error().retryAfter == 2s);
    CHECK(!receipt.error().mayHaveArrived);
    CHECK(desk.subject->customerSees(u"Anna"_s).isEmpty());
    desk.subject->behave();
    CHECK(desk.push(request).ok());
    CHECK(desk.subject->customerSees(u"Anna"_s) == QStringList{u"hello"_s});
}

TEST_CASE("Cut at any stage, a send happens at most once and never claims more than it knows")
{
    const auto stage = GENERATE(Trouble::CutBeforeRequest, Trouble::CutBeforeAnswer, Trouble::CutMidAnswer);
    Desk desk;
    SKIP_WITHOUT(desk, Cuts);
    const auto request = desk.answerTo(u"Anna"_s, u"hello?"_s, Reply{u"hello"_s, {}, false, {}});
    desk.subject->misbehave(stage, Side::Sending, 1);
    const auto receipt = desk.push(request);
    desk.subject->behave();
    const QStringList sees = desk.subject->customerSees(u"Anna"_s);
    CHECK(sees.size() <= 1);
    if (receipt.ok()) { // the answer that matters came through before the cut
        CHECK(sees.size() == 1);
        return;
    }
    // Arrived, and nobody said so: it must not be called safe to repeat.
    if (sees.size() == 1)
        CHECK(receipt.error().mayHaveArrived);
    if (desk.platform->capabilities().idempotency == Capabilities::Idempotency::ByReadingBack) {
        const auto found = await(desk.platform->findSent(request));
        // Or it says that it cannot know, and sync holds the row; never "did not arrive" of what did.
        if (found.ok())
            CHECK(found->has_value() == (sees.size() == 1));
        else
            CHECK(found.error().mayHaveArrived);
    }
    if (!receipt.error().mayHaveArrived) {
        CHECK(desk.push(request).ok());
        CHECK(desk.subject->customerSees(u"Anna"_s) == QStringList{u"hello"_s});
    }
}

TEST_CASE("A send that the server fails at is not called safe to repeat")
{
    Desk desk;
    SKIP_WITHOUT(desk, ServerErrors);
    const auto request = desk.answerTo(u"Anna"_s, u"hello?"_s, Reply{u"hello"_s, {}, false, {}});
    desk.subject->misbehave(Trouble::ServerError, Side::Sending, 1);
    const auto receipt = desk.push(request);
    desk.subject->behave();
    REQUIRE(!receipt.ok());
    CHECK(desk.subject->customerSees(u"Anna"_s).size() <= 1);
    if (!receipt.error().mayHaveArrived)
        CHECK(desk.subject->customerSees(u"Anna"_s).isEmpty());
}

TEST_CASE("A customer who shut us out is told of in words, and the composer learns it")
{
    Desk desk;
    SKIP_WITHOUT(desk, BlockedUs);
    const auto request = desk.answerTo(u"Anna"_s, u"goodbye"_s, Reply{u"wait"_s, {}, false, {}});
    desk.subject->customerBlocks(u"Anna"_s);
    const auto receipt = desk.push(request);
    REQUIRE(!receipt.ok());
    CHECK((receipt.error().kind == ErrorKind::WindowClosed || receipt.error().kind == ErrorKind::Forbidden));
    CHECK(!receipt.error().words.isEmpty());
    CHECK(!receipt.error().mayHaveArrived);
    REQUIRE(!desk.pullAll());
    const auto conversation = desk.inbox.conversations.value(request.conversationRemoteId);
    CHECK(!conversation.canReply);
    CHECK(!conversation.cannotReplyWhy.isEmpty());
}
