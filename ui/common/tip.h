// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace parley::ui {

/// A tool tip that shows a text from outside as it is: wrapped, and never taken for HTML.
[[nodiscard]] inline QString plainTip(const QString &text)
{
    return text.isEmpty()
        ? QString()
        : QStringLiteral("<p style=\"white-space:pre-wrap\">") + text.toHtmlEscaped() + QStringLiteral("</p>");
}

} // namespace parley::ui
