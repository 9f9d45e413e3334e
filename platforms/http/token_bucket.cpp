// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/http/token_bucket.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace parley::platforms::http {

TokenBucket::TokenBucket(double perSecond, int burst)
    : m_perSecond(perSecond)
    , m_burst(std::max(1, burst))
    , m_tokens(m_burst)
{
}

std::chrono::milliseconds TokenBucket::take(Time now)
{
    if (m_perSecond <= 0)
        return std::chrono::milliseconds::zero();
    if (m_filled != Time{}) {
        const double passed = std::chrono::duration<double>(now - m_filled).count();
        m_tokens = std::min(m_burst, m_tokens + std::max(0.0, passed) * m_perSecond);
    }
    m_filled = now;
    m_tokens -= 1;
    if (m_tokens >= 0)
        return std::chrono::milliseconds::zero();
    return std::chrono::milliseconds(std::int64_t(std::ceil(-m_tokens / m_perSecond * 1000)));
}

} // namespace parley::platforms::http
