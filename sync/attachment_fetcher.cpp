// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/attachment_fetcher.h"

#include "sync/log.h"
#include "sync/retry_policy.h"
#include "sync/state_words.h"

#include <algorithm>
#include <utility>

namespace parley::sync {

namespace {
constexpr int kAtOnce = 16; ///< rows read from the cache at a time
}

AttachmentFetcher::AttachmentFetcher(AccountLink &link)
    : m_link(link)
    , m_sleeper(link.around.scheduler, link.around.context)
    , m_backoff(link.around.random)
{
}

void AttachmentFetcher::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy)
        m_link.around.host.workChanged();
}

void AttachmentFetcher::wakeUp()
{
    if (m_link.mayPush())
        setBusy(true);
    m_sleeper.wake();
}

void AttachmentFetcher::fetch(AttachmentId attachment)
{
    if (!m_asked.contains(attachment))
        m_asked.append(attachment);
    wakeUp();
}

QCoro::Task<> AttachmentFetcher::run()
{
    const Running running(m_link);
    while (!m_link.stopping) {
        const bool mayFetch = m_link.mayPush() && (!m_link.fetching || !m_asked.isEmpty());
        const auto wanted = mayFetch ? next() : std::nullopt;
        if (!wanted) {
            setBusy(false);
            co_await m_sleeper.sleep();
            continue;
        }
        setBusy(true);
        co_await fetchOne(*wanted, m_nextIsAsked ? kAskedLimit : kBackgroundLimit);
        if (const auto pause = std::exchange(m_pause, std::nullopt); pause && !m_link.stopping) {
            setBusy(false);
            co_await m_sleeper.sleep(*pause);
        }
    }
    setBusy(false);
}

std::optional<AttachmentFetcher::Download> AttachmentFetcher::next()
{
    m_nextIsAsked = true;
    while (!m_asked.isEmpty()) {
        const auto download = m_link.around.store.download(m_asked.takeFirst());
        if (download && *download)
            return **download;
    }
    m_nextIsAsked = false;
    if (m_queue.isEmpty() && std::exchange(m_more, false)) {
        if (const auto list = m_link.around.store.downloads(m_link.id, kAtOnce)) {
            m_queue = *list;
            m_more = m_queue.size() == kAtOnce;
        }
    }
    if (m_queue.isEmpty())
        return std::nullopt;
    return m_queue.takeFirst();
}

QCoro::Task<> AttachmentFetcher::fetchOne(Download wanted, qint64 limit)
{
    const auto content = co_await m_link.platform.download(wanted.remoteRef, limit);
    if (!content) {
        afterError(wanted, content.error());
        co_return;
    }
    m_tries.remove(wanted.id);
    const auto changes = m_link.around.store.storeAttachment(wanted.id, *content);
    if (changes) {
        m_backoff.reset();
        m_link.around.host.committed(*changes);
        co_return;
    }
    qCWarning(lcSync) << m_link.name << "an attachment was not stored:" << changes.error().detail;
    if (changes.error().kind == ErrorKind::Storage) {
        m_link.around.host.storageFailed(changes.error());
        m_queue.prepend(wanted);
        m_pause = m_backoff.next();
    }
}

void AttachmentFetcher::afterError(const Download &wanted, const Error &error)
{
    DownloadStep step = afterDownload(error.kind);
    if (step == DownloadStep::Count)
        step = ++m_tries[wanted.id] < kMostTries ? DownloadStep::WaitAndRetry : DownloadStep::GiveUp;
    switch (step) {
    case DownloadStep::WaitAndRetry:
    case DownloadStep::Count:
        m_queue.prepend(wanted);
        m_pause = std::max(error.retryAfter, m_backoff.next());
        break;
    case DownloadStep::GiveUp: {
        m_tries.remove(wanted.id);
        const auto changes =
            m_link.around.store.failAttachment(wanted.id, words::attachmentFailed(m_link.platformName, error));
        if (changes)
            m_link.around.host.committed(*changes);
        break;
    }
    case DownloadStep::Stop:
        m_more = true; // asked for again once the account works
        break;
    }
}

} // namespace parley::sync
