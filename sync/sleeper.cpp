// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sleeper.h"

#include <QMetaObject>

#include <utility>

namespace parley::sync {

Sleeper::Sleeper(Scheduler &scheduler, QObject *context)
    : m_context(context)
    , m_alarm(scheduler, context)
{
}

void Sleeper::fallAsleep(std::coroutine_handle<> sleeping, std::optional<std::chrono::milliseconds> atMost)
{
    m_sleeping = sleeping;
    if (atMost)
        m_alarm.set(*atMost, [this] { resumeSoon(); });
}

void Sleeper::wake()
{
    m_woken = true;
    resumeSoon();
}

void Sleeper::resumeSoon()
{
    if (!m_sleeping || m_resuming)
        return;
    m_resuming = true;
    m_alarm.cancel();
    QMetaObject::invokeMethod(
        m_context,
        [this, alive = std::weak_ptr<char>(m_alive)] {
            if (alive.expired())
                return;
            m_resuming = false;
            std::exchange(m_sleeping, nullptr).resume();
        },
        Qt::QueuedConnection);
}

} // namespace parley::sync
