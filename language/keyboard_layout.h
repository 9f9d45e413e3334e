// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace parley::language {

/// What the same keys write on the other of the two layouts, US and Russian: "ghbdtn" is "привет", "куагтв" is
/// "refund". Lower case; what is on neither stays.
[[nodiscard]] QString otherLayout(const QString &typed);

} // namespace parley::language
