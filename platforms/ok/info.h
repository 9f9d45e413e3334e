// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platforms/platform.h"

namespace parley::platforms::ok {

/// Odnoklassniki as the set-up dialog and the command line know it.
[[nodiscard]] Entry entry();

} // namespace parley::platforms::ok
