// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/index_worker.h"

#include "storage/store.h"
#include "sync/log.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace parley::sync {

namespace {

using namespace std::chrono_literals;

constexpr int kLeast = 100; ///< messages
constexpr int kMost = 2000; ///< more at once is not quicker
constexpr qint64 kShort = 50; ///< ms
constexpr IndexWorker::Pace kWatched{250ms, 100, 1000};
constexpr IndexWorker::Pace kUnwatched{2000ms, 2000, kMost};

} // namespace

IndexWorker::IndexWorker(Surroundings &around)
    : m_around(around)
    , m_pace(around.listen ? kWatched : kUnwatched)
    , m_bite(m_pace.first)
{
}

void IndexWorker::indexSoon(qsizetype messages)
{
    m_waiting += messages;
    m_allIsHere = false;
    const bool enough = m_waiting >= m_bite;
    if (m_busy && (!enough || m_hurried))
        return;
    m_hurried = enough;
    biteSoon(enough ? 0ms : m_pace.gather);
    if (!std::exchange(m_busy, true))
        m_around.host.workChanged();
}

void IndexWorker::allIsHere()
{
    m_allIsHere = true;
    if (!m_busy || std::exchange(m_hurried, true))
        return;
    biteSoon(0ms);
}

void IndexWorker::biteSoon(std::chrono::milliseconds delay)
{
    // Between two bites everything else that is waiting in the event loop has its turn.
    m_alive = std::make_shared<char>(); // the one call that is planned
    QTimer::singleShot(delay, m_around.context, [this, alive = std::weak_ptr<char>(m_alive)] {
        if (!alive.expired())
            bite();
    });
}

void IndexWorker::bite()
{
    QElapsedTimer timer;
    timer.start();
    const auto behind = m_around.store.indexPending(m_bite);
    if (behind && *behind > 0) {
        if (timer.elapsed() > m_pace.longest)
            m_bite = std::max(m_bite / 2, kLeast);
        else if (timer.elapsed() < kShort)
            m_bite = std::min(m_bite * 2, kMost);
        m_waiting = *behind;
        m_hurried = m_allIsHere || m_waiting >= m_bite;
        biteSoon(m_hurried ? 0ms : m_pace.gather);
        return;
    }
    if (!behind) // what is behind stays so until the next page; search lacks it, nothing is lost
        qCWarning(lcSync) << "the text index could not be brought up to date:" << behind.error().detail;
    m_busy = m_hurried = false;
    m_waiting = 0;
    m_around.host.workChanged();
}

} // namespace parley::sync
