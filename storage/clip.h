// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace parley::storage {

/// The beginning of a text on one line, without cutting a character in two. Looks at no more than it needs of a long
/// one.
[[nodiscard]] inline QString clipped(QStringView text, qsizetype longest = 160)
{
    // Twice as much, since runs of white space shrink to one.
    QString line = text.left(longest * 2).toString().simplified();
    if (line.size() <= longest && text.size() <= longest * 2)
        return line;
    line.truncate(longest - 1);
    if (!line.isEmpty() && line.back().isHighSurrogate())
        line.chop(1);
    return line + QChar(0x2026);
}

} // namespace parley::storage
