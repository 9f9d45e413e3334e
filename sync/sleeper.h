// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/scheduler.h"

#include <QObject>

#include <chrono>
#include <coroutine>
#include <memory>
#include <optional>

namespace parley::sync {

/// Where one coroutine waits: until a time has passed, until somebody wakes it, or for ever. It goes on from the event
/// loop, never inside wake(). A wake() that nobody waits for is kept for the next sleep().
class Sleeper
{
public:
    Sleeper(Scheduler &scheduler, QObject *context);
    Sleeper(const Sleeper &) = delete;
    Sleeper &operator=(const Sleeper &) = delete;

    struct Sleep {
        Sleeper &sleeper;
        std::optional<std::chrono::milliseconds> atMost;

        [[nodiscard]] bool await_ready() const noexcept { return sleeper.m_woken; }
        void await_suspend(std::coroutine_handle<> sleeping) { sleeper.fallAsleep(sleeping, atMost); }
        void await_resume() const noexcept { sleeper.m_woken = false; }
    };

    /// co_await it. \param atMost  unset: until wake()
    [[nodiscard]] Sleep sleep(std::optional<std::chrono::milliseconds> atMost = std::nullopt)
    {
        return {*this, atMost};
    }
    void wake();
    void forget() { m_woken = false; } ///< what it was woken for is being done

private:
    void fallAsleep(std::coroutine_handle<> sleeping, std::optional<std::chrono::milliseconds> atMost);
    void resumeSoon();

    QObject *m_context;
    Alarm m_alarm;
    std::coroutine_handle<> m_sleeping;
    bool m_woken = false;
    bool m_resuming = false;
    std::shared_ptr<char> m_alive = std::make_shared<char>();
};

} // namespace parley::sync
