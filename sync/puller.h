// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batch.h"
#include "sync/account_link.h"
#include "sync/backoff.h"
#include "sync/retry_policy.h"
#include "sync/sleeper.h"

#include <QCoroTask>

namespace parley::sync {

/// Brings in what happened on one account's platform: pages until there are no more, then whatever listen() tells. Each
/// page is committed with its cursor before the next is asked for.
class Puller
{
public:
    explicit Puller(AccountLink &link);

    QCoro::Task<> run(); ///< ends when the account stops
    void pullSoon(); ///< whatever it waits for, go and look
    void probe(); ///< a send got no answer: ask for pages now, where nothing else is being asked
    void outboxChanged(); ///< while the platform is out, the words tell how much waits
    void stateChanged(); ///< online, refused or stopping changed
    [[nodiscard]] bool isBusy() const { return m_busy; }

private:
    enum class Pages { New, Older };

    QCoro::Task<> signIn();
    QCoro::Task<> pullAll();
    QCoro::Task<bool> pullPage(Pages which); ///< \return it was committed; else what was to be waited for is over
    QCoro::Task<> listenOnce();
    QCoro::Task<bool> commitOrWait(Batch batch);
    QCoro::Task<> pause(Error error);
    QCoro::Task<> pauseStorage(Error error);
    void reached(Timestamp completeTo, const Batch &batch);
    [[nodiscard]] QString note() const; ///< of the platform, and of the account's secret
    void caughtUp();
    void showWaiting(FetchStep step, const Error &error, Timestamp nextTry);
    void showOutage();
    void setBusy(bool busy);
    void committed(const Changes &changes);

    AccountLink &m_link;
    Sleeper m_sleeper;
    Backoff m_backoff;
    Backoff m_storageBackoff;
    QString m_note; ///< platforms::Identity::note
    std::optional<Timestamp> m_unreachableSince;
    std::optional<Timestamp> m_completeTo; ///< when the last pull() that came through was asked
    std::optional<Timestamp> m_nextTry; ///< while it waits after an error
    Error m_lastError;
    bool m_pullNow = true;
    bool m_more = false; ///< Batch::more of the last page
    bool m_olderWaits = false; ///< Batch::olderWaits of the last page
    bool m_listening = false;
    bool m_busy = true;
    bool m_fetchedSome = true; ///< since it last rested
    int m_emptyAnswers = 0; ///< in a row, each sooner than a wait could have ended
};

} // namespace parley::sync
