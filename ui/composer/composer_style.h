// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tokens.h"

#include <QString>

class QWidget;

namespace parley::ui {

/// Rules that only the composer has; the rest comes from the desk's style sheet.
[[nodiscard]] QString composerStyle(const Tokens &tokens);

/// Sets a dynamic property that rules ask for, and has the widget dressed anew.
void setGrade(QWidget *widget, const QString &grade);

} // namespace parley::ui
