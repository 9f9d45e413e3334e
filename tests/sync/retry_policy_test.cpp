// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/retry_policy.h"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <vector>

using namespace parley;
using namespace parley::sync;
using Idempotency = Capabilities::Idempotency;

namespace {

const std::vector<ErrorKind> kKinds{ErrorKind::Offline, ErrorKind::TimedOut, ErrorKind::RateLimited,
    ErrorKind::Unauthorized, ErrorKind::Forbidden, ErrorKind::NotFound, ErrorKind::Rejected, ErrorKind::WindowClosed,
    ErrorKind::BadReply, ErrorKind::Storage, ErrorKind::Cancelled};
const std::vector<Idempotency> kIdempotencies{Idempotency::ByClientId, Idempotency::ByReadingBack, Idempotency::None};

} // namespace

TEST_CASE("What certainly did not arrive goes as the error says, whatever the platform can do")
{
    const std::map<ErrorKind, PushStep> expected{
        {ErrorKind::Offline, PushStep::RetryAccount},
        {ErrorKind::TimedOut, PushStep::RetryAccount},
        {ErrorKind::RateLimited, PushStep::RetryAccount},
        {ErrorKind::Unauthorized, PushStep::RefuseAccount},
        {ErrorKind::Forbidden, PushStep::Fail},
        {ErrorKind::NotFound, PushStep::Fail},
        {ErrorKind::Rejected, PushStep::Fail},
        {ErrorKind::WindowClosed, PushStep::Fail},
        {ErrorKind::BadReply, PushStep::RetryRow},
        {ErrorKind::Storage, PushStep::RetryAccount},
        {ErrorKind::Cancelled, PushStep::Requeue},
    };
    for (const ErrorKind kind : kKinds) {
        for (const Idempotency idempotency : kIdempotencies) {
            for (const bool repeatable : {false, true}) {
                CAPTURE(static_cast<int>(kind), static_cast<int>(idempotency), repeatable);
                CHECK(afterPush({kind, false, idempotency, repeatable, false, 1}) == expected.at(kind));
            }
        }
    }
}

TEST_CASE("A reply that may have arrived is never simply sent again unless the platform drops repeats")
{
    for (const ErrorKind kind : kKinds) {
        CAPTURE(static_cast<int>(kind));
        const bool stopped = kind == ErrorKind::Cancelled;
        CHECK(afterPush({kind, true, Idempotency::ByReadingBack, false, false, 1})
            == (stopped ? PushStep::LeaveSending : PushStep::Reconcile));
        CHECK(afterPush({kind, true, Idempotency::None, false, false, 1})
            == (stopped ? PushStep::LeaveSending : PushStep::Hold));
        const std::map<ErrorKind, PushStep> byClientId{
            {ErrorKind::Offline, PushStep::ResendAccount},
            {ErrorKind::TimedOut, PushStep::ResendAccount},
            {ErrorKind::RateLimited, PushStep::ResendAccount},
            {ErrorKind::Storage, PushStep::ResendAccount},
            {ErrorKind::BadReply, PushStep::ResendRow},
            {ErrorKind::Unauthorized, PushStep::RefuseAccount},
            {ErrorKind::Cancelled, PushStep::LeaveSending},
        };
        const auto expected = byClientId.find(kind);
        CHECK(afterPush({kind, true, Idempotency::ByClientId, false, false, 1})
            == (expected == byClientId.end() ? PushStep::Hold : expected->second));
    }
}

TEST_CASE("A change that may have arrived is made again, since twice comes to the same")
{
    for (const Idempotency idempotency : kIdempotencies) {
        CHECK(afterPush({ErrorKind::TimedOut, true, idempotency, true, false, 1}) == PushStep::RetryAccount);
        CHECK(afterPush({ErrorKind::BadReply, true, idempotency, true, false, 1}) == PushStep::RetryRow);
    }
}

TEST_CASE("A server's own failures are put up with a number of times, then the row is given up")
{
    const PushSituation last{ErrorKind::BadReply, false, Idempotency::None, false, false, kMostBadReplies};
    PushSituation before = last;
    before.badReplies = kMostBadReplies - 1;
    CHECK(afterPush(before) == PushStep::RetryRow);
    CHECK(afterPush(last) == PushStep::Fail);
    // Perhaps it did arrive: then the agent is asked instead.
    CHECK(afterPush({ErrorKind::BadReply, true, Idempotency::ByClientId, false, false, kMostBadReplies})
        == PushStep::Hold);
}

TEST_CASE("While a platform answers nothing at all, no row is given up, however often it was tried")
{
    for (const Idempotency idempotency : kIdempotencies) {
        for (const bool repeatable : {false, true}) {
            PushSituation out{ErrorKind::BadReply, false, idempotency, repeatable, false, 1000, true};
            CHECK(afterPush(out) == PushStep::RetryAccount);
        }
    }
    CHECK(afterPush({ErrorKind::BadReply, true, Idempotency::ByClientId, false, false, 1000, true})
        == PushStep::ResendAccount);
}

TEST_CASE("A row that wants a person to open a page waits, whatever the refusal; a token is refused all the same")
{
    for (const ErrorKind kind : {ErrorKind::Forbidden, ErrorKind::Rejected, ErrorKind::BadReply, ErrorKind::NotFound})
        CHECK(afterPush({kind, false, Idempotency::None, false, false, 1, false, true}) == PushStep::WaitForPage);
    CHECK(afterPush({ErrorKind::Unauthorized, false, Idempotency::None, false, false, 1, false, true})
        == PushStep::RefuseAccount);
    // Whether it arrived is the first question.
    CHECK(afterPush({ErrorKind::Rejected, true, Idempotency::None, false, false, 1, false, true}) == PushStep::Hold);
}

TEST_CASE("Deleting what is gone already is done")
{
    CHECK(afterPush({ErrorKind::NotFound, false, Idempotency::None, true, true, 1}) == PushStep::Done);
    CHECK(afterPush({ErrorKind::NotFound, false, Idempotency::None, true, false, 1}) == PushStep::Fail);
}

TEST_CASE("A row found half sent at the start is sent again, read back, or held")
{
    CHECK(afterInterruption(Idempotency::ByClientId, false) == PushStep::ResendAccount);
    CHECK(afterInterruption(Idempotency::ByReadingBack, false) == PushStep::Reconcile);
    CHECK(afterInterruption(Idempotency::None, false) == PushStep::Hold);
    for (const Idempotency idempotency : kIdempotencies)
        CHECK(afterInterruption(idempotency, true) == PushStep::Requeue);
}

TEST_CASE("A failed look back waits for the network, else leaves the question to the agent")
{
    const std::map<ErrorKind, PushStep> others{
        {ErrorKind::Offline, PushStep::RetryAccount},
        {ErrorKind::TimedOut, PushStep::RetryAccount},
        {ErrorKind::RateLimited, PushStep::RetryAccount},
        {ErrorKind::Storage, PushStep::RetryAccount},
        {ErrorKind::Unauthorized, PushStep::RefuseAccount},
        {ErrorKind::Cancelled, PushStep::LeaveSending},
    };
    for (const ErrorKind kind : kKinds) {
        CAPTURE(static_cast<int>(kind));
        const auto other = others.find(kind);
        CHECK(
            afterReadingBack(kind, kMostBadReplies, false) == (other == others.end() ? PushStep::Hold : other->second));
    }
    // A server's own failures are put up with here too.
    CHECK(afterReadingBack(ErrorKind::BadReply, kMostBadReplies - 1, false) == PushStep::RetryAccount);
    CHECK(afterReadingBack(ErrorKind::BadReply, kMostBadReplies, true) == PushStep::RetryAccount);
}

TEST_CASE("A failed fetch waits, except for a refused token")
{
    const std::map<ErrorKind, FetchStep> others{
        {ErrorKind::Offline, FetchStep::WaitOffline},
        {ErrorKind::TimedOut, FetchStep::WaitSilent},
        {ErrorKind::RateLimited, FetchStep::WaitAsTold},
        {ErrorKind::Unauthorized, FetchStep::Refuse},
        {ErrorKind::Cancelled, FetchStep::GoOn},
    };
    for (const ErrorKind kind : kKinds) {
        CAPTURE(static_cast<int>(kind));
        const auto other = others.find(kind);
        CHECK(afterFetch(kind) == (other == others.end() ? FetchStep::WaitTroubled : other->second));
    }
}

TEST_CASE("A download is tried again where that may help")
{
    const std::map<ErrorKind, DownloadStep> others{
        {ErrorKind::Offline, DownloadStep::WaitAndRetry},
        {ErrorKind::RateLimited, DownloadStep::WaitAndRetry},
        {ErrorKind::Storage, DownloadStep::WaitAndRetry},
        {ErrorKind::TimedOut, DownloadStep::Count},
        {ErrorKind::BadReply, DownloadStep::Count},
        {ErrorKind::Unauthorized, DownloadStep::Stop},
        {ErrorKind::Cancelled, DownloadStep::Stop},
    };
    for (const ErrorKind kind : kKinds) {
        CAPTURE(static_cast<int>(kind));
        const auto other = others.find(kind);
        CHECK(afterDownload(kind) == (other == others.end() ? DownloadStep::GiveUp : other->second));
    }
}

TEST_CASE("Replies and notes make a message and a macro may, everything else can be done twice")
{
    CHECK_FALSE(isRepeatable(Reply{}));
    CHECK_FALSE(isRepeatable(Note{}));
    CHECK_FALSE(isRepeatable(RunMacro{}));
    CHECK(isRepeatable(SetStatus{}));
    CHECK(isRepeatable(Assign{}));
    CHECK(isRepeatable(ChangeTags{}));
    CHECK(isRepeatable(SetPriority{}));
    CHECK(isRepeatable(MarkAnswered{}));
    CHECK(isRepeatable(EditMessage{}));
    CHECK(isRepeatable(DeleteMessage{}));
    CHECK(isRepeatable(MarkUnread{}));
    CHECK(isRepeatable(AssignTeam{}));
    CHECK(isRepeatable(Mute{}));
}

TEST_CASE("A macro that may have run is a question to the agent, whatever the platform can do for messages")
{
    for (const Idempotency offered : kIdempotencies) {
        const Idempotency settled = idempotencyOf(RunMacro{}, offered);
        CHECK(afterPush({ErrorKind::TimedOut, true, settled, isRepeatable(RunMacro{}), false, 1}) == PushStep::Hold);
        CHECK(afterInterruption(settled, isRepeatable(RunMacro{})) == PushStep::Hold);
        CHECK(idempotencyOf(Reply{}, offered) == offered);
    }
}
