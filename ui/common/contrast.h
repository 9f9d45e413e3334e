// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace parley::ui {

/// How far apart two colours are, 1 to 21, as WCAG counts it.
[[nodiscard]] double contrastOf(const QColor &a, const QColor &b);

/// A colour from outside, as little changed as need be to stand out on a ground by \a ratio: darker on a light one,
/// lighter on a dark one.
[[nodiscard]] QColor standingOut(const QColor &colour, const QColor &ground, double ratio);

} // namespace parley::ui
