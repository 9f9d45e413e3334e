// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/store.h"
#include "sync/account_link.h"
#include "sync/backoff.h"
#include "sync/retry_policy.h"
#include "sync/sleeper.h"

#include <QCoroTask>

#include <QHash>
#include <QList>
#include <QSet>

#include <functional>
#include <memory>

namespace parley::sync {

/// Carries one account's outbox to its platform, one row at a time, each marked on disk before its first byte leaves.
/// Nothing is ever sent a second time unless it is certain that this does no harm.
class Pusher
{
public:
    explicit Pusher(AccountLink &link);

    QCoro::Task<> run(); ///< ends when the account stops
    void pushSoon(); ///< a row was added or freed
    void tryAgainNow(); ///< the network is back: what waited for it does not wait any longer
    void stateChanged(); ///< online, refused, signed in or stopping changed
    [[nodiscard]] bool isBusy() const { return m_busy; }

private:
    using Outgoing = storage::Store::Outgoing;
    using Write = std::function<Result<Changes>()>;

    /// The parts of a long text as the platform takes them.
    struct Parts {
        int arrived = 0;
        QList<PushReceipt> unkept; ///< that the cache did not take: they go with the last one's
    };
    /// How often one row was answered badly, and when something else was last answered well.
    struct Refusals {
        Backoff backoff;
        int counted = 0;
        int answers = -1;
    };

    /// In Sending on disk, and perhaps arrived: to be read back, or sent again where the platform drops repeats.
    struct Unsettled {
        Outgoing row;
        Timestamp due{};
    };

    bool lookBack();
    QCoro::Task<> lookBackOrWait();
    [[nodiscard]] std::optional<Outgoing> takeUnsettled();
    QCoro::Task<> settleUnsettled(Outgoing row);
    QCoro::Task<> readBack(Outgoing row);
    QCoro::Task<> depart(Outgoing row);
    QCoro::Task<> carry(Outgoing row, bool mayHaveArrived);
    [[nodiscard]] std::shared_ptr<Parts> watchParts(Outgoing &row);
    [[nodiscard]] Capabilities::Idempotency idempotencyFor(const PushRequest &request) const;
    [[nodiscard]] bool isForgotten(const PushRequest &request) const;
    [[nodiscard]] int countBadReply(OutboxId row);
    [[nodiscard]] bool isHeldByOutage();
    QCoro::Task<> waitForPage(Outgoing row, Error error);
    QCoro::Task<> afterError(Outgoing row, Error error);
    void resendLater(const Outgoing &row, const Error &error, bool wholeAccount);
    [[nodiscard]] std::chrono::milliseconds waitForRow(OutboxId row, const Error &error);
    QCoro::Task<> settle(OutboxId row, Write write);
    QCoro::Task<> retryLater(Outgoing row, Error error, bool wholeAccount);
    QCoro::Task<> refuse(Outgoing row, Error error);
    QCoro::Task<> hold(OutboxId row, Error error);
    QCoro::Task<> pauseStorage(Error error);
    QCoro::Task<> rest();
    [[nodiscard]] std::chrono::milliseconds waitAfter(const Error &error, Backoff &backoff) const;
    void blockUntil(Timestamp until, bool asTold);
    void setBusy(bool busy);

    AccountLink &m_link;
    Sleeper m_sleeper;
    Backoff m_backoff; ///< of the account's way there
    Backoff m_storageBackoff;
    QHash<OutboxId, Refusals> m_badReplies; ///< of single rows; forgotten at the next start
    QList<Unsettled> m_unsettled;
    QSet<OutboxId> m_waiting; ///< given a later time because of the network
    std::optional<Timestamp> m_blockedUntil; ///< nothing of the account leaves before
    bool m_blockedAsTold = false; ///< by the platform: a changed network does not lift it
    std::optional<Timestamp> m_nextProbe; ///< while the platform is out: when a row may try all the same
    bool m_lookedBack = false;
    bool m_busy = true;
};

} // namespace parley::sync
