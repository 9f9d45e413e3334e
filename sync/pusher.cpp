// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pusher.h"

#include "sync/log.h"
#include "sync/state_words.h"
#include "sync/upload_watch.h"

#include <algorithm>
#include <utility>

namespace parley::sync {

namespace {

using namespace std::chrono_literals;

/// While the platform is out its answers are waited for by reading. Should only reading fail, a row finds out.
constexpr std::chrono::milliseconds kProbeEvery = 5min;
/// A page that nobody opened yet: asking more often makes a platform only more suspicious.
constexpr std::chrono::milliseconds kPageWait = 15min;

bool deletes(const PushRequest &request)
{
    return std::holds_alternative<DeleteMessage>(request.command);
}

/// One receipt of several parts.
PushReceipt joined(const QList<PushReceipt> &earlier, const PushReceipt &last)
{
    if (earlier.isEmpty())
        return last;
    PushReceipt whole = earlier.first();
    for (const PushReceipt &part : earlier.mid(1) + QList<PushReceipt>{last}) {
        if (!part.remoteId.isEmpty())
            whole.furtherRemoteIds.append(part.remoteId);
        whole.furtherRemoteIds += part.furtherRemoteIds;
    }
    whole.newConversationRemoteId = last.newConversationRemoteId;
    whole.privateConversationRemoteId = last.privateConversationRemoteId;
    return whole;
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
            if (const auto changes = m_link.around.store.makeDue(row))
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
        if (!m_link.maySend() || blocked || isHeldByOutage()) {
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
        const PushStep step = afterInterruption(idempotencyFor(row.request), isRepeatable(row.request.command));
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
    const bool dropsRepeats = idempotencyFor(row.request) == Capabilities::Idempotency::ByClientId;
    if (dropsRepeats && !isForgotten(row.request))
        co_await carry(row, true);
    else
        co_await readBack(row);
}

Capabilities::Idempotency Pusher::idempotencyFor(const PushRequest &request) const
{
    return idempotencyOf(request.command, m_link.platform.capabilities().idempotency);
}

/// Does the platform no longer know the client id of an earlier attempt, so that it would not drop a repeat?
bool Pusher::isForgotten(const PushRequest &request) const
{
    const Capabilities offered = m_link.platform.capabilities();
    if (idempotencyFor(request) != Capabilities::Idempotency::ByClientId || offered.clientIdLasts <= 0min
        || !request.firstAttempt || isRepeatable(request.command))
        return false;
    const auto age = m_link.now() - *request.firstAttempt;
    return age < 0ms || age >= offered.clientIdLasts; // a clock that was set back tells nothing
}

QCoro::Task<> Pusher::readBack(Outgoing row)
{
    const auto parts = watchParts(row);
    const auto found = co_await m_link.platform.findSent(row.request);
    row.request.part = parts->arrived;
    if (found) {
        m_link.outage.answered();
        m_backoff.reset();
        m_badReplies.remove(row.id);
        if (*found) {
            const PushReceipt receipt = **found;
            const Write write = [this, id = row.id, receipt] { return m_link.around.store.markSent(id, receipt); };
            co_await settle(row.id, write);
        } else {
            const Write write = [this, id = row.id] { return m_link.around.store.markNotSent(id); };
            co_await settle(row.id, write);
        }
        co_return;
    }
    const Error &error = found.error();
    m_link.outage.failed(error);
    const int badReplies = error.kind == ErrorKind::BadReply ? countBadReply(row.id) : 0;
    switch (afterReadingBack(error.kind, badReplies, m_link.outage.isOn())) {
    case PushStep::RetryAccount:
        m_unsettled.prepend({row, m_link.now()});
        blockUntil(m_link.now() + waitAfter(error, m_backoff), error.kind == ErrorKind::RateLimited);
        if (error.kind == ErrorKind::Offline)
            m_link.onUnreachable();
        else
            m_link.onProbe();
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
    if (!departure->mayLeave)
        co_return;
    if (isForgotten(row.request))
        co_await readBack(row);
    else
        co_await carry(row, false);
}

/// Each part is in the cache before the next one leaves.
std::shared_ptr<Pusher::Parts> Pusher::watchParts(Outgoing &row)
{
    const auto parts = std::make_shared<Parts>();
    parts->arrived = row.request.part;
    row.request.partSent = [this, id = row.id, parts](const PushReceipt &receipt) {
        ++parts->arrived;
        if (const auto changes = m_link.around.store.markPartSent(id, receipt)) {
            m_link.around.host.committed(*changes);
            return;
        } else if (changes.error().kind == ErrorKind::Storage) {
            m_link.around.host.storageFailed(changes.error());
        }
        parts->unkept.append(receipt);
    };
    return parts;
}

/// \param mayHaveArrived  by an earlier attempt: this one's answer does not change that
QCoro::Task<> Pusher::carry(Outgoing row, bool mayHaveArrived)
{
    const auto parts = watchParts(row);
    const int partsBefore = parts->arrived;
    const Timestamp left = m_link.now();
    const auto upload = watchUpload(m_link, row);
    const auto receipt = co_await m_link.platform.push(row.request);
    upload->end();
    row.request.part = parts->arrived;
    row.request.firstAttempt = row.request.firstAttempt.value_or(left);
    if (!receipt) {
        Error error = receipt.error();
        // What may have arrived earlier was the part that has arrived now.
        const bool stillOpen = mayHaveArrived && parts->arrived == partsBefore;
        error.mayHaveArrived = error.mayHaveArrived || stillOpen || !parts->unkept.isEmpty();
        m_link.outage.failed(error);
        co_await afterError(row, error);
        co_return;
    }
    m_link.outage.answered();
    if (m_link.board.pageOpened())
        m_link.onProbe(); // and the status says so
    m_backoff.reset();
    m_badReplies.remove(row.id);
    m_waiting.remove(row.id);
    const PushReceipt whole = joined(parts->unkept, *receipt);
    const Write write = [this, id = row.id, whole] { return m_link.around.store.markSent(id, whole); };
    co_await settle(row.id, write);
}

QCoro::Task<> Pusher::afterError(Outgoing row, Error error)
{
    PushSituation situation;
    situation.kind = error.kind;
    situation.mayHaveArrived = error.mayHaveArrived;
    situation.idempotency = idempotencyFor(row.request);
    situation.repeatable = isRepeatable(row.request.command);
    situation.deletes = deletes(row.request);
    situation.badReplies = error.kind == ErrorKind::BadReply ? countBadReply(row.id) : 0;
    situation.outage = m_link.outage.isOn();
    situation.demandsPage = !error.page.isEmpty();
    if (error.kind == ErrorKind::BadReply || error.kind == ErrorKind::TimedOut)
        m_link.onProbe();
    qCInfo(lcSync) << m_link.name << "outbox row" << row.id.value << "did not go out:" << static_cast<int>(error.kind)
                   << (error.mayHaveArrived ? "perhaps arrived" : "not arrived") << error.detail;

    switch (afterPush(situation)) {
    case PushStep::RetryAccount:
        co_await retryLater(row, error, true);
        break;
    case PushStep::RetryRow:
        co_await retryLater(row, error, false);
        break;
    case PushStep::WaitForPage:
        co_await waitForPage(row, error);
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

/// \return how many of the row's bad answers came while others were answered
int Pusher::countBadReply(OutboxId row)
{
    auto known = m_badReplies.find(row);
    if (known == m_badReplies.end())
        known = m_badReplies.insert(row, Refusals{Backoff(m_link.around.random)});
    const int answers = m_link.outage.answers();
    if (known->answers != answers)
        ++known->counted;
    known->answers = answers;
    return known->counted;
}

std::chrono::milliseconds Pusher::waitForRow(OutboxId row, const Error &error)
{
    auto known = m_badReplies.find(row);
    if (known == m_badReplies.end())
        known = m_badReplies.insert(row, Refusals{Backoff(m_link.around.random)});
    return waitAfter(error, known->backoff);
}

/// While the platform is out, nothing is tried but a row now and then. Where nobody could tell whether that one
/// arrived, it is one for the whole outage: each could end as a question to the agent.
bool Pusher::isHeldByOutage()
{
    if (!m_link.outage.isOn()) {
        m_nextProbe.reset();
        return false;
    }
    if (!m_nextProbe)
        m_nextProbe = m_link.now() + kProbeEvery;
    if (m_link.now() < *m_nextProbe)
        return true;
    const bool canTell = m_link.platform.capabilities().idempotency != Capabilities::Idempotency::None;
    m_nextProbe = canTell ? m_link.now() + kProbeEvery : Timestamp::max();
    return false;
}

QCoro::Task<> Pusher::waitForPage(Outgoing row, Error error)
{
    const Timestamp at = m_link.now() + kPageWait;
    blockUntil(at, false);
    m_waiting.insert(row.id);
    const QString why = words::pageDemanded(m_link.platformName, error);
    m_link.board.demandPage(why, error.page);
    const Write write = [this, id = row.id, at, why, page = error.page] {
        return m_link.around.store.retryLater(id, at, why, page);
    };
    co_await settle(row.id, write);
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
        if (m_link.outage.isOn() && m_nextProbe)
            until = *m_nextProbe == Timestamp::max() ? std::nullopt : std::optional(*m_nextProbe);
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
