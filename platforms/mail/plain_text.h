// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace parley::platforms::mail {

/// A plain text mail as HTML with its quotes in <blockquote class="parley-quote">, so that they can be folded.
/// Recognised are lines with ">", the line of attribution before them, and "Original Message" rules of several
/// languages, behind which everything is quoted.
/// \return empty where nothing is quoted: the text is then shown as it is. Pure; any thread.
[[nodiscard]] QString foldQuotes(const QString &text);

} // namespace parley::platforms::mail
