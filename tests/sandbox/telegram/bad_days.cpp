// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/telegram/bad_days.h"

namespace parley::sandbox {

namespace {

bool isApart(BadDay::Kind kind)
{
    return kind == BadDay::Kind::Latency || kind == BadDay::Kind::CutWhileReading || kind == BadDay::Kind::Duplicate
        || kind == BadDay::Kind::OutOfOrder;
}

} // namespace

template <typename Wanted>
std::optional<BadDay> BadDays::takeFirst(const QString &method, Wanted wanted)
{
    for (qsizetype i = 0; i < m_days.size(); ++i) {
        BadDay &day = m_days[i];
        const bool matches = day.method.isEmpty() || day.method.compare(method, Qt::CaseInsensitive) == 0;
        if (!matches || !wanted(day.kind))
            continue;
        const BadDay taken = day;
        if (day.times > 0 && --day.times == 0)
            m_days.removeAt(i);
        return taken;
    }
    return std::nullopt;
}

std::optional<BadDay> BadDays::take(const QString &method)
{
    return takeFirst(method, [](BadDay::Kind kind) { return !isApart(kind); });
}

int BadDays::takeLatency(const QString &method)
{
    const auto day = takeFirst(method, [](BadDay::Kind kind) { return kind == BadDay::Kind::Latency; });
    return day ? day->ms : 0;
}

bool BadDays::takeOne(BadDay::Kind kind, const QString &method)
{
    return takeFirst(method, [kind](BadDay::Kind other) { return other == kind; }).has_value();
}

} // namespace parley::sandbox
