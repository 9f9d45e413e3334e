// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/telegram/types.h"

#include <optional>

namespace parley::sandbox {

/// The bad days that are under way, first come first served.
class BadDays
{
public:
    void add(const BadDay &day) { m_days.append(day); }
    void clear() { m_days.clear(); }

    /// Uses up one call of \a method. Latency, CutWhileReading and the two of delivery are asked for apart.
    [[nodiscard]] std::optional<BadDay> take(const QString &method);
    [[nodiscard]] int takeLatency(const QString &method);
    [[nodiscard]] bool takeOne(BadDay::Kind kind, const QString &method);

private:
    template <typename Wanted>
    std::optional<BadDay> takeFirst(const QString &method, Wanted wanted);

    QList<BadDay> m_days;
};

} // namespace parley::sandbox
