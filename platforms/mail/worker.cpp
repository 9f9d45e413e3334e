// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/worker.h"

#include <utility>

namespace parley::platforms::mail {

Worker::Worker(const QString &name)
{
    setObjectName(name);
}

Worker::~Worker()
{
    m_waits->stop();
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    wait();
}

void Worker::enqueue(std::function<void()> task)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    if (!isRunning())
        start(); // only when there is something to do: an account that is never used costs no thread
    m_changed.notify_all();
}

void Worker::run()
{
    m_waits->attach();
    while (true) {
        std::function<void()> task;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_ending || !m_tasks.empty(); });
            if (m_tasks.empty())
                break;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        task();
    }
    if (m_atEnd)
        m_atEnd();
    m_waits->detach();
}

} // namespace parley::platforms::mail
