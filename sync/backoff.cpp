// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/backoff.h"

#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace parley::sync {

Random systemRandom()
{
    return [] { return QRandomGenerator::global()->generateDouble(); };
}

Backoff::Backoff(Random random, Limits limits)
    : m_random(std::move(random))
    , m_limits(limits)
{
}

Backoff::Backoff(Random random)
    : Backoff(std::move(random), Limits{})
{
}

std::chrono::milliseconds Backoff::next()
{
    auto wait = m_limits.first;
    for (int doubled = 0; doubled < m_failures && wait < m_limits.cap; ++doubled)
        wait *= 2;
    wait = std::min(wait, m_limits.cap);
    ++m_failures;
    const double factor = 1.0 + m_limits.spread * (2.0 * m_random() - 1.0);
    return std::chrono::milliseconds{static_cast<qint64>(static_cast<double>(wait.count()) * factor)};
}

} // namespace parley::sync
