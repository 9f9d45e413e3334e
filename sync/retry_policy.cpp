// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/retry_policy.h"

#include <variant>

namespace parley::sync {

namespace {

using Idempotency = Capabilities::Idempotency;

/// Certainly not carried out: the answer said so, or no byte left.
PushStep afterRefusal(const PushSituation &situation)
{
    if (situation.demandsPage && situation.kind != ErrorKind::Unauthorized && situation.kind != ErrorKind::Cancelled)
        return PushStep::WaitForPage;
    switch (situation.kind) {
    case ErrorKind::Offline:
    case ErrorKind::TimedOut:
    case ErrorKind::RateLimited:
    case ErrorKind::Storage:
        return PushStep::RetryAccount;
    case ErrorKind::BadReply:
        if (situation.outage)
            return PushStep::RetryAccount;
        return situation.badReplies < kMostBadReplies ? PushStep::RetryRow : PushStep::Fail;
    case ErrorKind::Unauthorized:
        return PushStep::RefuseAccount;
    case ErrorKind::NotFound:
        return situation.deletes ? PushStep::Done : PushStep::Fail;
    case ErrorKind::Forbidden:
    case ErrorKind::Rejected:
    case ErrorKind::WindowClosed:
        return PushStep::Fail;
    case ErrorKind::Cancelled:
        return PushStep::Requeue;
    }
    return PushStep::Fail;
}

/// A change that may have been made: making it again does no harm.
PushStep whenToRepeat(PushSituation situation)
{
    situation.mayHaveArrived = false;
    return afterRefusal(situation);
}

/// A message on a platform that drops repeats. It does not go back to the queue, where it could be held or discarded as
/// though it had never left.
PushStep whenToResend(const PushSituation &situation)
{
    switch (situation.kind) {
    case ErrorKind::Offline:
    case ErrorKind::TimedOut:
    case ErrorKind::RateLimited:
    case ErrorKind::Storage:
        return PushStep::ResendAccount;
    case ErrorKind::Unauthorized:
        return PushStep::RefuseAccount;
    case ErrorKind::BadReply:
        if (situation.outage)
            return PushStep::ResendAccount;
        return situation.badReplies < kMostBadReplies ? PushStep::ResendRow : PushStep::Hold;
    default:
        return PushStep::Hold;
    }
}

} // namespace

bool isRepeatable(const Command &command)
{
    return !std::holds_alternative<Reply>(command) && !std::holds_alternative<Note>(command)
        && !std::holds_alternative<RunMacro>(command);
}

Idempotency idempotencyOf(const Command &command, Idempotency offered)
{
    return std::holds_alternative<RunMacro>(command) ? Idempotency::None : offered;
}

PushStep afterPush(const PushSituation &situation)
{
    if (!situation.mayHaveArrived)
        return afterRefusal(situation);
    if (situation.kind == ErrorKind::Cancelled)
        return PushStep::LeaveSending;
    if (situation.repeatable)
        return whenToRepeat(situation);
    switch (situation.idempotency) {
    case Idempotency::ByClientId:
        return whenToResend(situation);
    case Idempotency::ByReadingBack:
        return PushStep::Reconcile;
    case Idempotency::None:
        break;
    }
    return PushStep::Hold;
}

PushStep afterInterruption(Idempotency idempotency, bool repeatable)
{
    if (repeatable)
        return PushStep::Requeue;
    if (idempotency == Idempotency::ByClientId)
        return PushStep::ResendAccount;
    return idempotency == Idempotency::ByReadingBack ? PushStep::Reconcile : PushStep::Hold;
}

PushStep afterReadingBack(ErrorKind kind, int badReplies, bool outage)
{
    if (kind == ErrorKind::BadReply && (outage || badReplies < kMostBadReplies))
        return PushStep::RetryAccount;
    switch (kind) {
    case ErrorKind::Offline:
    case ErrorKind::TimedOut:
    case ErrorKind::RateLimited:
    case ErrorKind::Storage:
        return PushStep::RetryAccount;
    case ErrorKind::Unauthorized:
        return PushStep::RefuseAccount;
    case ErrorKind::Cancelled:
        return PushStep::LeaveSending;
    default:
        return PushStep::Hold;
    }
}

FetchStep afterFetch(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Offline:
        return FetchStep::WaitOffline;
    case ErrorKind::TimedOut:
        return FetchStep::WaitSilent;
    case ErrorKind::RateLimited:
        return FetchStep::WaitAsTold;
    case ErrorKind::Unauthorized:
        return FetchStep::Refuse;
    case ErrorKind::Cancelled:
        return FetchStep::GoOn;
    default:
        return FetchStep::WaitTroubled;
    }
}

DownloadStep afterDownload(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Offline:
    case ErrorKind::RateLimited:
    case ErrorKind::Storage:
        return DownloadStep::WaitAndRetry;
    case ErrorKind::TimedOut:
    case ErrorKind::BadReply:
        return DownloadStep::Count;
    case ErrorKind::Unauthorized:
    case ErrorKind::Cancelled:
        return DownloadStep::Stop;
    default:
        return DownloadStep::GiveUp;
    }
}

} // namespace parley::sync
