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

/// Results by number, worked out in order: by the second thread, and by the one that takes them while it would only
/// wait. What is few is worked out when it is asked for.
template <typename Result>
class Ahead
{
public:
    using Work = std::function<Result(size_t)>;

    /// \param work  called on both threads at once, for different numbers; what it reads must not change meanwhile
    Ahead(SideThread &side, size_t count, Work work)
        : m_shared(std::make_shared<Shared>())
    {
        m_shared->work = std::move(work);
        if (count < kFew)
            return;
        m_shared->results.resize(count);
        m_shared->isDone.resize((count + kAtOnce - 1) / kAtOnce);
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
        while (!m_shared->isDone[number / kAtOnce]) {
            if (!m_shared->workSome(lock))
                m_shared->news.wait(lock);
        }
        return std::move(m_shared->results[number]);
    }

private:
    static constexpr size_t kFew = 32;
    static constexpr size_t kAtOnce = 16; ///< numbers that one thread works out between two looks at the other

    struct Shared {
        /// Works out the next ones, without the lock meanwhile. \return false: there are none that nobody has begun
        bool workSome(std::unique_lock<std::mutex> &lock)
        {
            if (next >= isDone.size())
                return false;
            const size_t mine = next++;
            lock.unlock();
            const size_t end = std::min((mine + 1) * kAtOnce, results.size());
            for (size_t number = mine * kAtOnce; number < end; ++number)
                results[number] = work(number);
            lock.lock();
            isDone[mine] = 1;
            return true;
        }
        void workAll()
        {
            std::unique_lock lock(mutex);
            while (!cancelled && workSome(lock))
                news.notify_one();
            working = false;
            news.notify_one();
        }

        Work work;
        std::vector<Result> results;
        std::mutex mutex; ///< of what follows, and of those results whose part is done
        std::condition_variable news;
        std::vector<char> isDone; ///< by parts of kAtOnce
        size_t next = 0; ///< the first part that nobody has begun
        bool working = false; ///< the second thread
        bool cancelled = false;
    };

    std::shared_ptr<Shared> m_shared;
};

} // namespace parley::storage
