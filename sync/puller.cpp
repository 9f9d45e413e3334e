// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/puller.h"

#include "storage/reader.h"
#include "storage/store.h"
#include "sync/log.h"
#include "sync/piecemeal.h"
#include "sync/state_words.h"

#include <algorithm>
#include <utility>

namespace parley::sync {

namespace {

using namespace std::chrono_literals;

/// A page that the cache refuses for its content is tried so often whole before it is taken apart. One refused for want
/// of room is tried longer, since it will most likely fit once there is room.
constexpr int kContentRefusals = 2;
constexpr int kStorageRefusals = 4;

/// What of a page says how far we are; the page itself moves into the commit.
Batch progressOf(const Batch &page)
{
    Batch progress;
    progress.more = page.more;
    progress.olderWaits = page.olderWaits;
    progress.fillDone = page.fillDone;
    progress.fillTotal = page.fillTotal;
    progress.countsConversations = page.countsConversations;
    return progress;
}

/// A listen() that comes back at once with nothing, again and again, would keep the processor busy for nothing.
constexpr auto kQuickAnswer = 200ms;
constexpr int kQuickAnswersAllowed = 5;
constexpr auto kQuickAnswerPause = 2s;

} // namespace

Puller::Puller(AccountLink &link)
    : m_link(link)
    , m_sleeper(link.around.scheduler, link.around.context)
    , m_backoff(link.around.random)
    , m_storageBackoff(link.around.random)
{
}

void Puller::pullSoon()
{
    m_pullNow = true;
    m_backoff.reset();
    stateChanged();
}

void Puller::probe()
{
    if (!m_listening)
        return; // it is asking anyway, or waits for its own next try
    m_pullNow = true;
    stateChanged();
}

void Puller::outboxChanged()
{
    if (m_nextTry && m_link.outage.isOn() && m_link.mayFetch())
        showOutage();
}

void Puller::stateChanged()
{
    m_sleeper.wake();
    if (m_listening)
        m_link.platform.interrupt();
}

void Puller::setBusy(bool busy)
{
    m_link.fetching = busy;
    if (std::exchange(m_busy, busy) == busy)
        return;
    if (!busy && std::exchange(m_fetchedSome, false))
        m_link.onFetched();
    m_link.around.host.workChanged();
}

QCoro::Task<> Puller::run()
{
    const Running running(m_link);
    while (!m_link.stopping) {
        if (!m_link.mayFetch()) {
            setBusy(false);
            co_await m_sleeper.sleep();
        } else if (!m_link.signedIn) {
            co_await signIn();
        } else if (m_pullNow) {
            co_await pullAll();
        } else if (m_link.around.listen) {
            co_await listenOnce();
        } else {
            setBusy(false);
            co_await m_sleeper.sleep();
        }
    }
    setBusy(false);
}

QCoro::Task<> Puller::signIn()
{
    setBusy(true);
    const auto identity = co_await m_link.platform.signIn();
    if (m_link.stopping)
        co_return;
    if (!identity) {
        co_await pause(identity.error());
        co_return;
    }
    m_link.outage.answered();
    if (!identity->exchangedSecret.isEmpty())
        m_link.onSecretExchanged(identity->exchangedSecret);
    m_note = identity->note;
    m_link.signedIn = true;
    if (const auto kept = m_link.around.store.setCapabilities(m_link.id, m_link.platform.capabilities()); !kept)
        qCWarning(lcSync) << m_link.name << "capabilities were not kept:" << kept.error().detail;
    m_link.onReached();
}

QCoro::Task<> Puller::pullAll()
{
    m_pullNow = false;
    m_sleeper.forget();
    setBusy(true);
    m_more = true;
    while (m_more && m_link.mayFetch()) {
        const bool kept = co_await pullPage(Pages::New);
        if (!kept)
            co_return;
    }
    // Once through: what listen() would bring beside the news.
    while (!m_link.around.listen && m_olderWaits && m_link.mayFetch()) {
        const bool kept = co_await pullPage(Pages::Older);
        if (!kept)
            co_return;
    }
}

QCoro::Task<bool> Puller::pullPage(Pages which)
{
    const auto cursor = m_link.around.store.cursor(m_link.id);
    if (!cursor) {
        m_pullNow = true;
        co_await pauseStorage(cursor.error());
        co_return false;
    }
    const bool older = which == Pages::Older;
    const Timestamp asked = older ? *m_completeTo : m_link.now();
    auto asking = older ? m_link.platform.pullOlder(*cursor) : m_link.platform.pull(*cursor);
    auto page = co_await asking;
    if (m_link.stopping)
        co_return false;
    if (!page) {
        m_pullNow = true;
        co_await pause(page.error());
        co_return false;
    }
    m_link.outage.answered();
    const bool current = !page->more || page->backfill; // older history says nothing about a reply
    const Batch progress = progressOf(*page);
    const bool kept = co_await commitOrWait(std::move(*page));
    if (!kept) {
        m_pullNow = true;
        co_return false;
    }
    reached(asked, progress);
    if (current)
        caughtUp();
    m_more = progress.more;
    m_completeTo = asked;
    co_return true;
}

void Puller::caughtUp()
{
    if (!std::exchange(m_link.caughtUp, true))
        m_link.onReached();
}

QCoro::Task<> Puller::listenOnce()
{
    const auto cursor = m_link.around.store.cursor(m_link.id);
    if (!cursor) {
        co_await pauseStorage(cursor.error());
        co_return;
    }
    setBusy(false);
    m_listening = true;
    const Timestamp asked = m_link.now();
    auto live = co_await m_link.platform.listen(*cursor);
    m_listening = false;
    if (m_link.stopping)
        co_return;
    if (!live) {
        m_pullNow = true; // what was missed meanwhile
        co_await pause(live.error());
        co_return;
    }
    m_link.outage.answered();
    const bool nothing = live->batch.isEmpty() && live->batch.nextCursor.isEmpty() && live->events.isEmpty();
    const bool tooQuick = nothing && !live->pullNow && !m_pullNow && m_link.now() - asked < kQuickAnswer;
    m_emptyAnswers = tooQuick ? m_emptyAnswers + 1 : 0;
    m_pullNow = m_pullNow || live->pullNow || live->batch.more;
    setBusy(!nothing || m_pullNow);
    const Timestamp answered = m_link.now();
    const Batch progress = progressOf(live->batch);
    const bool kept = co_await commitOrWait(std::move(live->batch));
    if (!kept) {
        m_pullNow = true;
        co_return;
    }
    for (const LiveEvent &event : std::as_const(live->events))
        m_link.around.host.happened(m_link.id, event);
    if (!m_pullNow)
        reached(answered, progress);
    if (m_emptyAnswers > kQuickAnswersAllowed) {
        setBusy(false);
        co_await m_sleeper.sleep(kQuickAnswerPause);
    }
}

QString Puller::note() const
{
    QStringList notes{m_note, m_link.secretNote};
    notes.removeAll(QString());
    return notes.join(u' ');
}

void Puller::reached(Timestamp completeTo, const Batch &batch)
{
    m_backoff.reset();
    m_storageBackoff.reset();
    const bool cameBack = m_unreachableSince.has_value();
    m_unreachableSince.reset();
    m_olderWaits = batch.olderWaits;
    if (m_link.mayFetch()) {
        OlderProgress older;
        if (batch.olderWaits)
            older = {batch.fillDone, batch.fillTotal};
        if (!batch.more)
            m_link.board.online(completeTo, note(), older);
        else if (batch.fillTotal > 0 || m_link.board.status().state != AccountState::Online)
            m_link.board.filling(batch.fillDone, batch.fillTotal, batch.countsConversations);
    }
    if (cameBack)
        m_link.onReached();
}

QCoro::Task<bool> Puller::commitOrWait(Batch batch)
{
    if (batch.isEmpty() && batch.nextCursor.isEmpty())
        co_return true;
    int refusals = 0;
    for (;;) {
        const auto changes = m_link.around.store.ingest(m_link.id, batch);
        if (changes) {
            committed(*changes);
            co_return true;
        }
        if (m_link.stopping)
            co_return false;
        ++refusals;
        const bool content = changes.error().kind != ErrorKind::Storage;
        qCWarning(lcSync) << m_link.name << "the cache refused a page:" << changes.error().detail;
        if (refusals >= (content ? kContentRefusals : kStorageRefusals)) {
            const auto rest = ingestPiecemeal(m_link.around.store, m_link.id, batch);
            if (rest.ok()) {
                committed(*rest);
                co_return true;
            }
        }
        if (!content || refusals >= kContentRefusals)
            co_await pauseStorage(changes.error());
        if (m_link.stopping)
            co_return false;
    }
}

void Puller::committed(const Changes &changes)
{
    m_storageBackoff.reset();
    m_link.around.host.storageWorks();
    m_link.around.host.pulled(static_cast<int>(changes.messages.size()));
    m_link.around.host.committed(changes);
    m_fetchedSome = true;
}

QCoro::Task<> Puller::pauseStorage(Error error)
{
    m_link.around.host.storageFailed(error);
    setBusy(false);
    co_await m_sleeper.sleep(m_storageBackoff.next());
}

QCoro::Task<> Puller::pause(Error error)
{
    const FetchStep step = afterFetch(error.kind);
    m_link.outage.failed(error);
    if (step == FetchStep::GoOn || !m_link.mayFetch())
        co_return;
    qCInfo(lcSync) << m_link.name << "cannot be reached:" << static_cast<int>(error.kind) << error.detail;
    if (step == FetchStep::Refuse) {
        m_link.onRefused(error);
        co_return;
    }
    const bool again = m_unreachableSince.has_value();
    if (!again)
        m_unreachableSince = m_link.now();
    // Where only reading fails, and goes on failing (another program takes our updates), answers are not kept back.
    const bool onlyReading = !error.isRetryable() || (again && error.kind == ErrorKind::BadReply);
    if (error.kind == ErrorKind::Offline)
        m_link.caughtUp = false;
    else if (m_link.signedIn && onlyReading)
        caughtUp();
    const auto wait = std::max(error.retryAfter,
        step == FetchStep::WaitAsTold && error.retryAfter > 0ms ? error.retryAfter : m_backoff.next());
    const Timestamp nextTry = m_link.now() + wait;
    m_lastError = error;
    m_nextTry = nextTry;
    showWaiting(step, error, nextTry);
    setBusy(false);
    // Only a platform that told us to wait is waited for even when the network changes.
    do {
        co_await m_sleeper.sleep(nextTry - m_link.now());
    } while (step == FetchStep::WaitAsTold && m_link.mayFetch() && m_link.now() < nextTry);
    m_nextTry.reset();
}

void Puller::showWaiting(FetchStep step, const Error &error, Timestamp nextTry)
{
    const Timestamp now = m_link.now();
    const QString &platform = m_link.platformName;
    if (m_link.outage.isOn() && (step == FetchStep::WaitSilent || step == FetchStep::WaitTroubled)) {
        showOutage();
        return;
    }
    switch (step) {
    case FetchStep::WaitOffline:
        m_link.board.show(AccountState::Offline, words::offline(*m_unreachableSince, nextTry, now), nextTry);
        break;
    case FetchStep::WaitSilent:
        m_link.board.show(AccountState::Degraded, words::silent(platform, nextTry, now), nextTry, error.page);
        break;
    case FetchStep::WaitAsTold:
        m_link.board.show(AccountState::Degraded, words::slowedDown(platform, nextTry, now), nextTry);
        break;
    default:
        m_link.board.show(AccountState::Degraded, words::troubled(platform, error, nextTry, now), nextTry, error.page);
        break;
    }
}

void Puller::showOutage()
{
    const auto waiting = m_link.around.reader.waitingReplies(m_link.id);
    const QString words = words::outage(
        m_link.platformName, m_link.outage.since(), *m_nextTry, waiting ? *waiting : 0, m_lastError, m_link.now());
    m_link.board.show(AccountState::Degraded, words, *m_nextTry);
}

} // namespace parley::sync
