// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace parley::ui {

/// "writes Croatian"; empty where the language is not known.
[[nodiscard]] QString writesIn(const QString &languageCode);

} // namespace parley::ui
