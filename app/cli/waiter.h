// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace parley::app {

/// Where a command waits for the engine's signals, which come on another thread, or for Ctrl+C.
class Waiter
{
public:
    /// Runs \a change, which the wait looks at, under the lock, and wakes the wait.
    template <typename Change>
    void update(Change change)
    {
        {
            const std::lock_guard guard(m_mutex);
            change();
        }
        m_wake.notify_all();
    }

    void interrupt()
    {
        update([this] { m_interrupted = true; });
    }

    /// Waits until \a done, looked at under the lock, is true. \return false: interrupted, or the time is over
    template <typename Done>
    bool waitFor(Done done, std::optional<std::chrono::milliseconds> atMost = std::nullopt)
    {
        std::unique_lock lock(m_mutex);
        const auto over = [&] { return m_interrupted || done(); };
        if (atMost)
            m_wake.wait_for(lock, *atMost, over);
        else
            m_wake.wait(lock, over);
        return done();
    }

    [[nodiscard]] bool interrupted() const
    {
        const std::lock_guard guard(m_mutex);
        return m_interrupted;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_interrupted = false;
};

} // namespace parley::app
