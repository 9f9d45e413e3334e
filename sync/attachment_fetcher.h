// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/store.h"
#include "sync/account_link.h"
#include "sync/backoff.h"
#include "sync/sleeper.h"

#include <QCoroTask>

#include <QHash>
#include <QList>

namespace parley::sync {

/// Brings in attachments one at a time and after everything else: first those that the agent asked for, then the newest
/// ones within storage's bound.
class AttachmentFetcher
{
public:
    /// Where the platform told no size beforehand, a background fetch ends here.
    static constexpr qint64 kBackgroundLimit = 32LL * 1024 * 1024;
    /// What the agent asked for by hand.
    static constexpr qint64 kAskedLimit = 256LL * 1024 * 1024;
    static constexpr int kMostTries = 3;

    explicit AttachmentFetcher(AccountLink &link);

    QCoro::Task<> run(); ///< ends when the account stops
    void fetchSoon()
    {
        m_more = true;
        wakeUp();
    } ///< something new was committed
    void fetch(AttachmentId attachment); ///< asked for by the agent
    void wakeUp();
    [[nodiscard]] bool isBusy() const { return m_busy; }

private:
    using Download = storage::Store::Download;

    [[nodiscard]] std::optional<Download> next();
    QCoro::Task<> fetchOne(Download wanted, qint64 limit);
    void afterError(const Download &wanted, const Error &error);
    void setBusy(bool busy);

    AccountLink &m_link;
    Sleeper m_sleeper;
    Backoff m_backoff;
    QList<AttachmentId> m_asked;
    QList<Download> m_queue;
    QHash<AttachmentId, int> m_tries;
    std::optional<std::chrono::milliseconds> m_pause; ///< before the next one
    bool m_nextIsAsked = false;
    bool m_more = true;
    bool m_busy = true;
};

} // namespace parley::sync
