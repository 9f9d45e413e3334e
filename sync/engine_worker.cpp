// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine_worker.h"

#include "sync/log.h"
#include "sync/state_words.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QThread>

#include <algorithm>
#include <utility>

namespace parley::sync {

namespace {

/// A connector that has not ended after this is left behind, so that closing the window never hangs.
constexpr std::chrono::milliseconds kPatience{5'000};

/// Left behind, with what their coroutines stand on. Reachable, and never destroyed: something in them still runs.
std::vector<AccountSync *> &leftBehind()
{
    static auto *list = new std::vector<AccountSync *>;
    return *list;
}

} // namespace

EngineWorker::Task::Task(EngineWorker &worker)
    : m_worker(worker)
{
    ++m_worker.m_tasks;
    m_worker.workChanged();
}

EngineWorker::Task::~Task()
{
    --m_worker.m_tasks;
    m_worker.workChanged();
    if (m_worker.m_ending)
        m_worker.m_ending->wake();
}

EngineWorker::EngineWorker(EngineConfig config)
    : m_config(std::move(config))
    , m_clock(m_config.clock ? m_config.clock : std::make_shared<const SystemClock>())
    , m_scheduler(m_config.scheduler ? m_config.scheduler : systemScheduler())
    , m_realTime(systemScheduler())
    , m_random(m_config.random ? m_config.random : systemRandom())
{
}

EngineWorker::~EngineWorker() = default;

void EngineWorker::open(const Answer<Result<void>> &answer)
{
    Result<void> opened = openCache();
    if (opened)
        opened = readAccounts();
    if (!opened) {
        m_reader.reset();
        m_store.reset();
        answer.give(opened);
        return;
    }
    m_around.reset(new Surroundings{
        *m_store, *m_reader, *m_clock, *m_scheduler, this, m_random, *this, m_config.listen && !m_config.offline});
    m_secrets = std::make_unique<SecretAccess>(m_config.secrets);
    m_secretsAgain = std::make_unique<Alarm>(*m_scheduler, this);
    m_secretsBackoff = std::make_unique<Backoff>(m_random);
    m_keepAgain = std::make_unique<Alarm>(*m_scheduler, this);
    m_keepBackoff = std::make_unique<Backoff>(m_random);
    m_index = std::make_unique<IndexWorker>(*m_around);
    m_snooze = std::make_unique<SnoozeTimer>(*m_around);
    m_resume = std::make_unique<ResumeWatch>(*m_around, [this] { wake(); });
    answer.give({});
    m_snooze->rearm();
    m_index->indexSoon(0);
    m_pruning = std::make_unique<Alarm>(*m_scheduler, this);
    m_openSoon = std::make_unique<Alarm>(*m_scheduler, this);
    prune();
    startMissing();
    workChanged();
}

Result<void> EngineWorker::openCache()
{
    if (m_store)
        return Error{ErrorKind::Rejected, QStringLiteral("already started"), {}, {}, false};
    auto store = storage::Store::open(m_config.cachePath, m_config.key, *m_clock);
    if (!store)
        return store.error();
    auto reader = storage::Reader::open(m_config.cachePath, m_config.key);
    if (!reader)
        return reader.error();
    m_store = std::move(*store);
    m_reader = std::move(*reader);
    return {};
}

Result<void> EngineWorker::readAccounts()
{
    const auto accounts = m_store->accounts();
    if (!accounts)
        return accounts.error();
    for (const Account &account : *accounts)
        m_slots[account.id].account = account;
    const auto isMeant = [this](const auto &entry) { return entry.second.account.name == m_config.onlyAccount; };
    if (m_config.onlyAccount.isEmpty() || std::ranges::any_of(m_slots, isMeant))
        return {};
    const QString words =
        QCoreApplication::translate("parley::sync::Engine", "There is no account “%1”.").arg(m_config.onlyAccount);
    return Error{ErrorKind::Rejected, QStringLiteral("no such account"), words, {}, false};
}

QCoro::Task<> EngineWorker::shutDown()
{
    m_stopping = true;
    m_snooze.reset();
    m_resume.reset();
    m_secretsAgain.reset();
    m_keepAgain.reset();
    endBrowserSignIn();
    m_pruning.reset();
    m_openSoon.reset();
    m_ending = std::make_shared<Sleeper>(*m_realTime, this);
    keepAllExchanged(); // a last try
    for (platforms::Platform *probe : m_probes)
        probe->stop();
    std::map<AccountId, std::unique_ptr<AccountSync>> ending;
    for (auto &[id, slot] : m_slots) {
        if (!slot.sync)
            continue;
        slot.sync->stop([bed = m_ending] { bed->wake(); });
        ending[id] = std::move(slot.sync);
    }
    const QDeadlineTimer deadline(kPatience);
    const auto allEnded = [this, &ending] {
        return m_tasks == 0 && std::ranges::all_of(ending, [](const auto &entry) { return entry.second->hasEnded(); });
    };
    while (!allEnded() && !deadline.hasExpired())
        co_await m_ending->sleep(std::chrono::milliseconds{deadline.remainingTime() + 1});
    if (m_tasks > 0)
        qCWarning(lcSync) << m_tasks << "calls did not end in time and are left behind";
    for (auto &[id, sync] : ending)
        forgetSync(id, std::move(sync));
    closeCache();
    thread()->quit();
}

void EngineWorker::closeCache()
{
    m_index.reset();
    m_secrets.reset();
    if (m_store) {
        if (const auto done = m_store->checkpoint(); !done)
            qCWarning(lcSync) << "the cache was not checkpointed:" << done.error().detail;
    }
    m_reader.reset();
    m_store.reset();
}

/// Destroys what has ended and leaves behind what has not.
void EngineWorker::forgetSync(AccountId id, std::unique_ptr<AccountSync> sync)
{
    AccountStatus last = sync->board().status();
    if (sync->hasEnded()) {
        sync.reset();
    } else {
        qCWarning(lcSync) << "the connector of account" << m_slots[id].account.name
                          << "did not end in time and is left behind";
        leftBehind().push_back(sync.release());
    }
    if (last.state != AccountState::Online && last.state != AccountState::Connecting
        && last.state != AccountState::Offline)
        return; // what stands there is still what the agent must know
    last.state = AccountState::Offline;
    last.detail = words::notRunning(last.completeTo, m_clock->now());
    last.nextTry.reset();
    if (const auto changes = m_store->setAccountStatus(id, last))
        Q_EMIT changed(*changes);
    Q_EMIT accountStatusChanged(id, last);
}

void EngineWorker::committed(const Changes &changes)
{
    if (changes.isEmpty() && changes.arrived.isEmpty())
        return;
    Q_EMIT changed(changes);
    for (const OutboxId row : changes.outbox)
        noteSettled(row);
    if (!changes.tickets.isEmpty() && m_snooze)
        m_snooze->rearm();
    if (!changes.messages.isEmpty() && m_index)
        m_index->indexSoon(changes.messages.size());
}

void EngineWorker::noteSettled(OutboxId id)
{
    if (!m_reader)
        return;
    const auto row = m_reader->outboxRow(id);
    if (!row || !*row || (*row)->state == OutboxState::Queued || (*row)->state == OutboxState::Sending) {
        m_settled.remove(id);
        return;
    }
    const OutboxState state = (*row)->state;
    if (m_settled.value(id, OutboxState::Queued) == state)
        return;
    m_settled.insert(id, state);
    if (state == OutboxState::Sent)
        ++m_totals.pushed;
    else if (state == OutboxState::Held)
        ++m_totals.held;
    else
        ++m_totals.failed;
    Q_EMIT settled(id);
}

void EngineWorker::statusChanged(AccountId account, const AccountStatus &status)
{
    Q_EMIT accountStatusChanged(account, status);
}

void EngineWorker::happened(AccountId account, const LiveEvent &event)
{
    const auto conversation = m_reader->currentConversation(account, event.conversationRemoteId);
    if (!conversation || !*conversation)
        return; // of a conversation that we do not have (yet)
    LiveNews news{event, account, **conversation, {}};
    if (const auto ticket = m_reader->currentTicket(**conversation); ticket && *ticket)
        news.ticket = **ticket;
    Q_EMIT live(news);
}

void EngineWorker::uploaded(OutboxId row, MessageId message, qint64 done, qint64 total)
{
    Q_EMIT uploading(row, message, done, total);
}

void EngineWorker::storageFailed(const Error &error)
{
    if (std::exchange(m_troubled, true))
        return;
    qCWarning(lcSync) << "the cache cannot be written:" << error.detail;
    Q_EMIT storageTrouble(error);
}

void EngineWorker::storageWorks()
{
    if (std::exchange(m_troubled, false))
        Q_EMIT storageRecovered();
}

void EngineWorker::workChanged()
{
    m_wasBusy = m_wasBusy || isBusy();
    if (m_stopping || std::exchange(m_idleCheckPosted, true))
        return;
    // From the event loop: what ends in one place often begins in another before the loop comes round.
    QMetaObject::invokeMethod(this, &EngineWorker::checkIdle, Qt::QueuedConnection);
}

bool EngineWorker::isMoving() const
{
    const bool throughOnce = !m_config.listen;
    const auto accountIsBusy = [throughOnce](const auto &entry) {
        return entry.second.starting || (entry.second.sync && entry.second.sync->isBusy(throughOnce));
    };
    return m_tasks > 0 || std::ranges::any_of(m_slots, accountIsBusy);
}

bool EngineWorker::isBusy() const
{
    return isMoving() || (!m_config.listen && m_index && m_index->isBusy());
}

void EngineWorker::checkIdle()
{
    m_idleCheckPosted = false;
    if (m_stopping || !m_store)
        return;
    if (!m_config.listen && m_index && !isMoving())
        m_index->allIsHere();
    const bool busy = isBusy();
    if (std::exchange(m_wasBusy, busy) && !busy)
        Q_EMIT idle();
}

} // namespace parley::sync
