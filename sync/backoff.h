// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

namespace parley::sync {

/// A number from 0 up to, not including, 1.
using Random = std::function<double()>;
[[nodiscard]] Random systemRandom();

/// How long to wait before trying again: twice as long each time, up to a cap, and never quite the same, so that a
/// hundred desks do not come back to a platform in the same second.
class Backoff
{
public:
    struct Limits {
        std::chrono::milliseconds first{2'000};
        std::chrono::milliseconds cap{5 * 60'000};
        double spread = 0.25; ///< up to this share is taken off or put on
    };

    Backoff(Random random, Limits limits);
    explicit Backoff(Random random);

    [[nodiscard]] std::chrono::milliseconds next(); ///< one more failure: the time to wait now
    void reset() { m_failures = 0; }
    [[nodiscard]] int failures() const { return m_failures; }

private:
    Random m_random;
    Limits m_limits;
    int m_failures = 0;
};

} // namespace parley::sync
