// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace parley {

/// A name that an attachment can be saved under on any system: the last part of a path only, no control or
/// direction-turning characters, nothing Windows refuses or reserves, no leading dots, at most 120 UTF-16 units and
/// 200 bytes of UTF-8 with the suffix kept. Never empty.
[[nodiscard]] QString safeFileName(const QString &fromOutside);

/// The media type that a name's suffix promises, "application/octet-stream" where it promises none. Any name may be
/// asked for: QMimeDatabase itself must never see one from outside, Qt 6.4 reads beyond its cache at a NUL in a name.
[[nodiscard]] QString mediaTypeFor(const QString &fileNameFromOutside);

} // namespace parley
