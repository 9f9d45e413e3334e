// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ahead.h"

#include <utility>

namespace parley::storage {

SideThread::~SideThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_news.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void SideThread::start(std::function<void()> job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
        if (!m_thread.joinable())
            m_thread = std::thread([this] { run(); });
    }
    m_news.notify_one();
}

void SideThread::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_news.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
        if (m_jobs.empty())
            return;
        const auto jobs = std::exchange(m_jobs, {});
        lock.unlock();
        for (const auto &job : jobs)
            job();
        lock.lock();
    }
}

} // namespace parley::storage
