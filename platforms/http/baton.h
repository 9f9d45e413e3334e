// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <coroutine>
#include <utility>

namespace parley::platforms::http {

/// Lets one coroutine wait until somebody else says go: co_await baton->raised(). For one thread. Hold it by shared_ptr
/// on both sides: the waiting coroutine may end, and its locals with it, inside raise().
class Baton
{
public:
    Baton() = default;
    Baton(const Baton &) = delete;
    Baton &operator=(const Baton &) = delete;

    /// The second call changes nothing.
    void raise()
    {
        m_raised = true;
        if (const auto waiting = std::exchange(m_waiting, {}))
            waiting.resume();
    }
    [[nodiscard]] bool isRaised() const { return m_raised; }

    /// What co_await takes; apart from the baton, because QCoro 0.8 waits on a copy of what it is given.
    struct Awaiter {
        Baton *baton;
        [[nodiscard]] bool await_ready() const noexcept { return baton->m_raised; }
        void await_suspend(std::coroutine_handle<> waiting) const noexcept { baton->m_waiting = waiting; }
        void await_resume() const noexcept { }
    };
    [[nodiscard]] Awaiter raised() { return {this}; }

private:
    std::coroutine_handle<> m_waiting;
    bool m_raised = false;
};

} // namespace parley::platforms::http
