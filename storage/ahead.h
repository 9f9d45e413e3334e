// SPDX-License-Identifier: GPL-3.0-or-later
// What needs no database is worked out on a second thread, a little ahead of the one that writes.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace parley::storage {

/// A thread that does one job after another. It starts with the first and sleeps in between.
class SideThread
{
public:
    SideThread() = default;
    ~SideThread();
    SideThread(const SideThread &) = delete;
    SideThread &operator=(const SideThread &) = delete;

    void start(std::function<void()> job); ///< after those that were started before

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_news;
    std::vector<std::function<void()>> m_jobs;
    bool m_ending = false;
    std::thread m_thread;
};

/// Results by number, worked out in order. What is few is worked out when it is asked for.
template <typename Result>
class Ahead
{
public:
    using Work = std::function<Result(size_t)>;

    /// \param work  called on either thread, never on both at once; what it reads must not change meanwhile
    Ahead(SideThread &side, size_t count, Work work)
        : m_shared(std::make_shared<Shared>())
    {
        m_shared->work = std::move(work);
        if (count < kFew)
            return;
        m_shared->results.resize(count);
        m_shared->working = true;
        side.start([shared = m_shared] { shared->workAll(); });
    }
    ~Ahead()
    {
        std::unique_lock lock(m_shared->mutex);
        m_shared->cancelled = true;
        m_shared->news.wait(lock, [this] { return !m_shared->working; });
    }
    Ahead(const Ahead &) = delete;
    Ahead &operator=(const Ahead &) = delete;

    /// Takes one; each is there once. Waits until it is ready.
    Result take(size_t number)
    {
        if (m_shared->results.empty())
            return m_shared->work(number);
        std::unique_lock lock(m_shared->mutex);
        m_shared->news.wait(lock, [&] { return m_shared->done > number; });
        return std::move(m_shared->results[number]);
    }

private:
    static constexpr size_t kFew = 32;
    static constexpr size_t kAtOnce = 16; ///< between two news

    struct Shared {
        void workAll()
        {
            for (size_t first = 0; first < results.size(); first += kAtOnce) {
                const size_t end = std::min(first + kAtOnce, results.size());
                for (size_t i = first; i < end; ++i)
                    results[i] = work(i);
                const std::lock_guard lock(mutex);
                done = end;
                if (cancelled)
                    break;
                news.notify_one();
            }
            const std::lock_guard lock(mutex);
            working = false;
            news.notify_one();
        }

        Work work;
        std::vector<Result> results;
        std::mutex mutex;
        std::condition_variable news;
        size_t done = 0;
        bool working = false;
        bool cancelled = false;
    };

    std::shared_ptr<Shared> m_shared;
};

} // namespace parley::storage
