// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace parley {

/// A day or moment as a person types it, by the local calendar: "2026-11-01", "1.11.2026", "2026-11", "2026", "today",
/// "yesterday", "tomorrow", "7d" and "2w" (days that began so long ago), "3h" and "30m" (moments), "2026-11-01T14:30",
/// RFC 3339. A day stands for its first moment.
[[nodiscard]] std::optional<Timestamp> momentFrom(QStringView typed, Timestamp now);

/// The same words, but relative ones look ahead: "3h" is in three hours, "7d" in seven days at this hour, "tomorrow" at
/// nine in the morning. For snoozing.
[[nodiscard]] std::optional<Timestamp> futureMomentFrom(QStringView typed, Timestamp now);

} // namespace parley
