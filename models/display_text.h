// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace parley {

/// A name from outside, fit to be shown in one line: without characters that turn the writing direction, control and
/// zero-width characters; line breaks become spaces; at most four marks stand on a letter.
/// \param maxLength  UTF-16 units; what is longer ends in "…", with no character cut in half
[[nodiscard]] QString safeForDisplay(const QString &fromOutside, int maxLength);

} // namespace parley
