// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace parley {

/// A name that an attachment can be saved under on any system: the last part of a path only, no control or
/// direction-turning characters, nothing Windows refuses or reserves, no leading dots, at most 120 UTF-16 units and
/// 200 bytes of UTF-8 with the suffix kept. Never empty.
[[nodiscard]] QString safeFileName(const QString &fromOutside);

} // namespace parley
