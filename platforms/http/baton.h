// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <coroutine>
#include <memory>
#include <utility>

namespace parley::platforms::http {

/// Lets one coroutine wait until somebody else says go. For one thread. Hold it by shared_ptr on both sides: the
/// waiting coroutine may end, and its locals with it, inside set().
class Baton
{
public:
    [[nodiscard]] bool await_ready() const noexcept { return m_set; }
    void await_suspend(std::coroutine_handle<> waiting) noexcept { m_waiting = waiting; }
    void await_resume() const noexcept { }

    /// The second call changes nothing.
    void set()
    {
        m_set = true;
        if (const auto waiting = std::exchange(m_waiting, {}))
            waiting.resume();
    }
    [[nodiscard]] bool isSet() const { return m_set; }

private:
    std::coroutine_handle<> m_waiting;
    bool m_set = false;
};

} // namespace parley::platforms::http
