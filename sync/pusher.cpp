// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pusher.h"

#include "sync/log.h"
#include "sync/state_words.h"

#include <algorithm>
#include <utility>

namespace parley::sync {

namespace {

using namespace std::chrono_literals;

bool deletes(const PushRequest &request)
{
    return std::holds_alternative<DeleteMessage>(request.command);
}

} // namespace

Pusher::Pusher(AccountLink &link)
    : m_link(link)
    , m_sleeper(link.around.scheduler, link.around.context)
    , m_backoff(link.around.random)
    , m_storageBackoff(link.around.random)
{
}

void Pusher::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy)
        m_link.around.host.workChanged();
}

void Pusher::pushSoon()
{
    if (m_link.maySend())
        setBusy(true);
    m_sleeper.wake();
}

void Pusher::stateChanged()
{
    pushSoon();
}

void Pusher::tryAgainNow()
{
    if (!m_blockedAsTold) {
        m_blockedUntil.reset();
        m_backoff.reset();
        for (Unsettled &unsettled : m_unsettled)
            unsettled.due = m_link.now();
        for (const OutboxId row : std::exchange(m_waiting, {})) {
            // Refused where the agent discarded it meanwhile: then there is nothing to do.
            if (const auto changes = m_link.around.store.requeue(row))
                m_link.around.host.committed(*changes);
        }
    }
    pushSoon();
}

QCoro::Task<> Pusher::run()
{
    const Running running(m_link);
    while (!m_link.stopping) {
        if (!m_lookedBack && !lookBack()) {
            co_await lookBackOrWait();
            continue;
        }
        const bool blocked = m_blockedUntil && m_link.now() < *m_blockedUntil;
        if (!m_link.maySend() || blocked) {
            co_await rest();
            continue;
        }
        m_blockedUntil.reset();
        m_blockedAsTold = false;
        if (const auto unsettled = takeUnsettled()) {
            setBusy(true);
            co_await settleUnsettled(*unsettled);
            continue;
        }
        const auto next = m_link.around.store.nextToPush(m_link.id, m_link.now());
        if (!next) {
            co_await pauseStorage(next.error());
        } else if (*next) {
            setBusy(true);
            co_await depart(**next);
        } else {
            co_await rest();
        }
    }
    setBusy(false);
}

/// Decides about the rows that were leaving when the account last stopped. Needs no network.
bool Pusher::lookBack()
{
    const auto rows = m_link.around.store.interrupted(m_link.id);
    if (!rows)
        return false;
    QList<Unsettled> unsettled;
    for (const Outgoing &row : *rows) {
        const PushStep step =
            afterInterruption(m_link.platform.capabilities().idempotency, isRepeatable(row.request.command));
        if (step == PushStep::Reconcile || step == PushStep::ResendAccount) {
            unsettled.append({row, m_link.now()});
            continue;
        }
        const auto changes = step == PushStep::Requeue
            ? m_link.around.store.requeue(row.id)
            : m_link.around.store.hold(row.id, HeldReason::MayHaveArrived, words::mayHaveArrived(m_link.platformName));
        if (!changes)
            return false;
        m_link.around.host.committed(*changes);
    }
    m_unsettled = unsettled;
    m_lookedBack = true;
    return true;
}

QCoro::Task<> Pusher::lookBackOrWait()
{
    const Error error{ErrorKind::Storage, QStringLiteral("interrupted sends could not be settled"), {}, {}, false};
    co_await pauseStorage(error);
}

std::optional<Pusher::Outgoing> Pusher::takeUnsettled()
{
    for (qsizetype index = 0; index < m_unsettled.size(); ++index) {
        if (m_unsettled.at(index).due <= m_link.now())
            return m_unsettled.takeAt(index).row;
    }
    return std::nullopt;
}

QCoro::Task<> Pusher::settleUnsettled(Outgoing row)
{
    if (m_link.platform.capabilities().idempotency == Capabilities::Idempotency::ByClientId)
        co_await carry(row, true);
    else
        co_await readBack(row);
}

QCoro::Task<> Pusher::readBack(Outgoing row)
{
    const auto found = co_await m_link.platform.findSent(row.request);
    if (found) {
        m_backoff.reset();
        if (*found) {
            const PushReceipt receipt = **found;
            const Write write = [this, id = row.id, receipt] { return m_link.around.store.markSent(id, receipt); };
            co_await settle(row.id, write);
        } else {
            const Write write = [this, id = row.id] { return m_link.around.store.requeue(id); };
            co_await settle(row.id, write);
        }
        co_return;
    }
    const Error &error = found.error();
    switch (afterReadingBack(error.kind)) {
    case PushStep::RetryAccount:
        m_unsettled.prepend({row, m_link.now()});
        blockUntil(m_link.now() + waitAfter(error, m_backoff), error.kind == ErrorKind::RateLimited);
        if (error.kind == ErrorKind::Offline)
            m_link.onUnreachable();
        break;
    case PushStep::RefuseAccount:
        m_unsettled.prepend({row, m_link.now()});
        m_link.onRefused(error);
        break;
    case PushStep::LeaveSending:
        if (!m_link.stopping)
            m_unsettled.prepend({row, m_link.now() + waitAfter(error, m_backoff)});
        break;
    default:
        qCWarning(lcSync) << m_link.name << "cannot tell what became of a send:" << error.detail;
        co_await hold(row.id, error);
        break;
    }
}

QCoro::Task<> Pusher::depart(Outgoing row)
{
    const auto departure = m_link.around.store.markSending(row.id);
    if (!departure) {
        co_await pauseStorage(departure.error());
        co_return;
    }
    m_link.around.host.committed(departure->changes);
    if (departure->mayLeave)
        co_await carry(row, false);
}

/// \param mayHaveArrived  by an earlier attempt: this one's answer does not change that
QCoro::Task<> Pusher::carry(Outgoing row, bool mayHaveArrived)
{
    const auto receipt = co_await m_link.platform.push(row.request);
    if (!receipt) {
        Error error = receipt.error();
        error.mayHaveArrived = error.mayHaveArrived || mayHaveArrived;
        co_await afterError(row, error);
        co_return;
    }
    m_backoff.reset();
    m_badReplies.remove(row.id);
    m_waiting.remove(row.id);
    const Write write = [this, id = row.id, sent = *receipt] { return m_link.around.store.markSent(id, sent); };
    co_await settle(row.id, write);
}

QCoro::Task<> Pusher::afterError(Outgoing row, Error error)
{
    PushSituation situation;
    situation.kind = error.kind;
    situation.mayHaveArrived = error.mayHaveArrived;
    situation.idempotency = m_link.platform.capabilities().idempotency;
    situation.repeatable = isRepeatable(row.request.command);
    situation.deletes = deletes(row.request);
    const auto replies = m_badReplies.constFind(row.id);
    situation.badReplies = 1 + (replies == m_badReplies.cend() ? 0 : replies->failures());
    qCInfo(lcSync) << m_link.name << "outbox row" << row.id.value << "did not go out:" << static_cast<int>(error.kind)
                   << (error.mayHaveArrived ? "perhaps arrived" : "not arrived") << error.detail;

    switch (afterPush(situation)) {
    case PushStep::RetryAccount:
        co_await retryLater(row, error, true);
        break;
    case PushStep::RetryRow:
        co_await retryLater(row, error, false);
        break;
    case PushStep::RefuseAccount:
        co_await refuse(row, error);
        break;
    case PushStep::ResendAccount:
        resendLater(row, error, true);
        break;
    case PushStep::ResendRow:
        resendLater(row, error, false);
        break;
    case PushStep::Reconcile:
        m_unsettled.append({row, m_link.now()});
        break;
    case PushStep::Hold:
        co_await hold(row.id, error);
        break;
    case PushStep::Fail: {
        m_badReplies.remove(row.id);
        const QString why = error.kind == ErrorKind::BadReply && error.words.isEmpty()
            ? words::givenUp(m_link.platformName)
            : words::refusedByPlatform(m_link.platformName, error);
        const Write write = [this, id = row.id, why] { return m_link.around.store.fail(id, why); };
        co_await settle(row.id, write);
        break;
    }
    case PushStep::Done: {
        const Write write = [this, id = row.id] { return m_link.around.store.markSent(id, {}); };
        co_await settle(row.id, write);
        break;
    }
    case PushStep::Requeue: {
        const Write write = [this, id = row.id] { return m_link.around.store.requeue(id); };
        co_await settle(row.id, write);
        break;
    }
    case PushStep::LeaveSending:
        if (!m_link.stopping) // the connector gave up by itself: as after a restart
            m_lookedBack = false;
        break;
    }
}

std::chrono::milliseconds Pusher::waitForRow(OutboxId row, const Error &error)
{
    auto known = m_badReplies.find(row);
    if (known == m_badReplies.end())
        known = m_badReplies.insert(row, Backoff(m_link.around.random));
    return waitAfter(error, *known);
}

void Pusher::resendLater(const Outgoing &row, const Error &error, bool wholeAccount)
{
    const auto wait = wholeAccount ? waitAfter(error, m_backoff) : waitForRow(row.id, error);
    const Timestamp at = m_link.now() + wait;
    m_unsettled.append({row, at});
    if (wholeAccount)
        blockUntil(at, error.kind == ErrorKind::RateLimited);
    if (error.kind == ErrorKind::Offline)
        m_link.onUnreachable();
}

QCoro::Task<> Pusher::retryLater(Outgoing row, Error error, bool wholeAccount)
{
    const auto wait = wholeAccount ? waitAfter(error, m_backoff) : waitForRow(row.id, error);
    if (wholeAccount)
        blockUntil(m_link.now() + wait, error.kind == ErrorKind::RateLimited);
    if (error.kind != ErrorKind::RateLimited)
        m_waiting.insert(row.id);
    const Timestamp at = m_link.now() + wait;
    const QString why = words::waitingFor(m_link.platformName, error);
    const Write write = [this, id = row.id, at, why] { return m_link.around.store.retryLater(id, at, why); };
    co_await settle(row.id, write);
    if (error.kind == ErrorKind::Offline)
        m_link.onUnreachable();
}

QCoro::Task<> Pusher::refuse(Outgoing row, Error error)
{
    if (error.mayHaveArrived && !isRepeatable(row.request.command)) {
        m_unsettled.append({row, m_link.now()}); // stays as it is until there is another token
        m_link.onRefused(error);
        co_return;
    }
    // Due at once: it is the account that waits, and with it everything else in the outbox.
    const QString why = words::waitingFor(m_link.platformName, error);
    const Timestamp now = m_link.now();
    const Write write = [this, id = row.id, now, why] { return m_link.around.store.retryLater(id, now, why); };
    co_await settle(row.id, write);
    m_link.onRefused(error);
}

QCoro::Task<> Pusher::hold(OutboxId row, Error error)
{
    const QString why = words::mayHaveArrived(m_link.platformName, error);
    const Write write = [this, row, why] { return m_link.around.store.hold(row, HeldReason::MayHaveArrived, why); };
    co_await settle(row, write);
}

/// What happened out there must get into the cache: nothing else leaves before it has. If the program ends first, the
/// row is found in Sending at the next start and settled then.
QCoro::Task<> Pusher::settle(OutboxId row, Write write)
{
    for (;;) {
        const auto changes = write();
        if (changes) {
            m_storageBackoff.reset();
            m_link.around.host.storageWorks();
            m_link.around.host.committed(*changes);
            co_return;
        }
        if (changes.error().kind != ErrorKind::Storage) {
            qCWarning(lcSync) << m_link.name << "outbox row" << row.value
                              << "is not as expected:" << changes.error().detail;
            co_return;
        }
        if (m_link.stopping)
            co_return;
        co_await pauseStorage(changes.error());
    }
}

QCoro::Task<> Pusher::pauseStorage(Error error)
{
    if (error.kind == ErrorKind::Storage)
        m_link.around.host.storageFailed(error);
    else
        qCWarning(lcSync) << m_link.name << "the outbox refused:" << error.detail;
    setBusy(false);
    co_await m_sleeper.sleep(m_storageBackoff.next());
}

/// Until the next row is due, the block is over, or somebody wakes us.
QCoro::Task<> Pusher::rest()
{
    setBusy(false);
    std::optional<Timestamp> until;
    if (m_link.maySend()) {
        if (const auto due = m_link.around.store.nextAttempt(m_link.id))
            until = *due;
        for (const Unsettled &unsettled : std::as_const(m_unsettled))
            until = std::min(until.value_or(unsettled.due), unsettled.due);
        if (m_blockedUntil && *m_blockedUntil > m_link.now())
            until = *m_blockedUntil;
    }
    if (until)
        co_await m_sleeper.sleep(std::max<std::chrono::milliseconds>(*until - m_link.now(), 50ms));
    else
        co_await m_sleeper.sleep();
}

std::chrono::milliseconds Pusher::waitAfter(const Error &error, Backoff &backoff) const
{
    // A platform's own word counts, plus a little, since clocks differ.
    return error.retryAfter > 0ms ? error.retryAfter + 250ms : backoff.next();
}

void Pusher::blockUntil(Timestamp until, bool asTold)
{
    m_blockedUntil = until;
    m_blockedAsTold = asTold;
}

} // namespace parley::sync
