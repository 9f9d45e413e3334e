// SPDX-License-Identifier: GPL-3.0-or-later
// Times as the agent reads them: local, in the interface's language, as short as they can be.
#pragma once

#include "models/time.h"

#include <QDate>
#include <QString>

#include <chrono>

namespace parley::ui {

[[nodiscard]] QString clockTime(Timestamp time); ///< "13:38"
[[nodiscard]] QString fullTime(Timestamp time); ///< with weekday, date and seconds, for tool tips
[[nodiscard]] QString listTime(Timestamp time, Timestamp now); ///< "13:38", "Yesterday", "Mon", "3 Nov", "3 Nov 2025"
[[nodiscard]] QString beginning(Timestamp time, Timestamp now); ///< "13:38", "3 Nov", after "since"
[[nodiscard]] QString dayHeading(const QDate &day, const QDate &today); ///< "Today", "Yesterday", "Monday, 3 November"
[[nodiscard]] QString untilTime(Timestamp time, Timestamp now); ///< "9:00", "Mon 9:00", "3 Dec 9:00"
[[nodiscard]] QString shortDuration(std::chrono::milliseconds span); ///< "1 min" at least, "12 min", "3 h", "2 d"
[[nodiscard]] QDate localDay(Timestamp time);

} // namespace parley::ui
