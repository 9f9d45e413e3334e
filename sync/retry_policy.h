// SPDX-License-Identifier: GPL-3.0-or-later
// What each error means, in one place and without side effects: tests/sync goes through every combination.
#pragma once

#include "models/capabilities.h"
#include "models/command.h"
#include "models/result.h"

namespace parley::sync {

/// So many answers that make no sense (5xx and the like) to one row before it is given up.
inline constexpr int kMostBadReplies = 8;

/// What becomes of an outbox row after a push that brought no receipt.
enum class PushStep {
    RetryAccount, ///< there is no way there at the moment, whatever is sent: the row waits with the account
    RetryRow, ///< this one was answered badly: it waits, the others go on
    WaitForPage, ///< certainly not carried out, and nothing will be before a person has opened Error::page
    RefuseAccount, ///< the token is refused: the row stays queued until there is another
    ResendAccount, ///< the platform drops repeats: sent again as it is, once there is a way there
    ResendRow, ///< likewise, and only this one waits
    Reconcile, ///< ask the platform whether it arrived
    Hold, ///< nobody can tell whether it arrived: ask the agent
    Fail, ///< refused for good
    Done, ///< what was wished is so already
    Requeue, ///< we stopped before it left
    LeaveSending, ///< we stopped in the middle: settled at the next start
};

struct PushSituation {
    ErrorKind kind = ErrorKind::Offline;
    bool mayHaveArrived = false; ///< by this attempt or by an earlier one
    Capabilities::Idempotency idempotency = Capabilities::Idempotency::None;
    /// Doing it twice comes to the same (a status, a tag, an edit): sent again whatever the platform offers.
    bool repeatable = false;
    bool deletes = false;
    /// Of this row, this one included; those while nothing else was answered either do not count.
    int badReplies = 0;
    bool outage = false; ///< the platform answers nothing at all: nobody is given up for that
    bool demandsPage = false; ///< Error::page: a person must act first
};

/// True of every command that sets something: not of what makes a message, nor of a macro, which may.
[[nodiscard]] bool isRepeatable(const Command &command);
/// How a lost answer to \a command is settled on a platform that offers \a offered for messages. A macro's second run
/// is never dropped, and nothing tells whether it ran.
[[nodiscard]] Capabilities::Idempotency idempotencyOf(const Command &command, Capabilities::Idempotency offered);

[[nodiscard]] PushStep afterPush(const PushSituation &situation);

/// A row found in Sending when the account starts. \return Requeue, ResendAccount (at once), Reconcile or Hold
[[nodiscard]] PushStep afterInterruption(Capabilities::Idempotency idempotency, bool repeatable);

/// Platform::findSent() gave an error. \return RetryAccount (ask again, send nothing), RefuseAccount, Hold or
/// LeaveSending
/// \param badReplies, outage  see PushSituation
[[nodiscard]] PushStep afterReadingBack(ErrorKind kind, int badReplies, bool outage);

/// What an account does after signIn(), pull() or listen() gave an error.
enum class FetchStep {
    WaitOffline, ///< no network
    WaitSilent, ///< the platform does not answer
    WaitAsTold, ///< too many requests: not before Error::retryAfter, not even when woken
    WaitTroubled, ///< it answers, but not with what we asked for
    Refuse, ///< the token is refused: nothing is asked until there is another
    GoOn, ///< interrupted by ourselves
};
[[nodiscard]] FetchStep afterFetch(ErrorKind kind);

/// What becomes of an attachment that could not be fetched.
enum class DownloadStep {
    WaitAndRetry, ///< counts against nobody
    Count, ///< tried a few times more
    GiveUp,
    Stop, ///< the account is stopping or refused
};
[[nodiscard]] DownloadStep afterDownload(ErrorKind kind);

} // namespace parley::sync
