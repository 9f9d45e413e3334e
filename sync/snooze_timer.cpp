// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/snooze_timer.h"

#include "storage/store.h"

#include <algorithm>

namespace parley::sync {

SnoozeTimer::SnoozeTimer(Surroundings &around)
    : m_around(around)
    , m_alarm(around.scheduler, around.context)
    , m_backoff(around.random)
{
}

void SnoozeTimer::rearm()
{
    const auto next = m_around.store.nextWake();
    if (!next || !*next) {
        m_alarm.cancel();
        return;
    }
    const auto wait = std::max<std::chrono::milliseconds>(**next - m_around.clock.now(), {});
    m_alarm.set(wait, [this] { ring(); });
}

void SnoozeTimer::ring()
{
    const auto changes = m_around.store.wakeSnoozed(m_around.clock.now());
    if (!changes) {
        m_around.host.storageFailed(changes.error());
        m_alarm.set(m_backoff.next(), [this] { ring(); });
        return;
    }
    m_backoff.reset();
    m_around.host.committed(*changes); // rearms
    if (changes->isEmpty()) // a clock that rings a little early
        m_alarm.set(std::chrono::seconds{1}, [this] { rearm(); });
}

} // namespace parley::sync
