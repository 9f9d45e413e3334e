// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"

#include <QIcon>

namespace parley::ui {

/// A platform's mark: its letters on its colour.
[[nodiscard]] QIcon platformIcon(const PlatformInfo &platform, int side);

} // namespace parley::ui
