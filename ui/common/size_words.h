// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace parley::ui {

[[nodiscard]] QString sizeWords(qint64 bytes); ///< "85 bytes", "1.2 MB"
[[nodiscard]] QString uploadWords(qint64 done, qint64 total); ///< in bytes: "2.1 of 8.0 MB"

} // namespace parley::ui
