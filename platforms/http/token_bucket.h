// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace parley::platforms::http {

/// How many calls a second an account may make. Pure: the caller tells the time and does the waiting.
class TokenBucket
{
public:
    using Time = std::chrono::steady_clock::time_point;

    /// \param perSecond  calls a second in the long run; 0: no limit
    /// \param burst  calls that may go at once after a rest, at least 1
    explicit TokenBucket(double perSecond = 0, int burst = 1);

    /// Takes one token, borrowing it from the future where there is none.
    /// \return how long the caller must wait before it makes its call
    [[nodiscard]] std::chrono::milliseconds take(Time now);

private:
    double m_perSecond;
    double m_burst;
    double m_tokens;
    Time m_filled{};
};

} // namespace parley::platforms::http
