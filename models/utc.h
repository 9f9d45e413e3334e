// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time.h"

#include <QTimeZone>

#include <optional>

namespace parley {

/// What a QDateTime takes for UTC: Qt 6.5 has a new word for it, and 6.8 warns of the old one.
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
inline constexpr auto kUtc = QTimeZone::UTC;
#else
inline constexpr auto kUtc = Qt::UTC;
#endif

/// The moment at which it is that day and time in UTC; nothing when there is no such day or time. Text that was read as
/// local time must not be taken for UTC afterwards: an hour of the year is missing there.
[[nodiscard]] inline std::optional<Timestamp> fromUtc(QDate day, QTime time)
{
    if (!day.isValid() || !time.isValid())
        return std::nullopt; // QDateTime would take midnight
    return fromDateTime(QDateTime(day, time, kUtc));
}

} // namespace parley
