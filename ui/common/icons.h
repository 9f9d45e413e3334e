// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace parley::ui {

/// resources/icons/NAME.svg drawn in one colour, \a size logical pixels wide and high. Cached. Ui thread only.
[[nodiscard]] QPixmap iconPixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio);
[[nodiscard]] QIcon iconNamed(const QString &name, const QColor &colour, int size);

} // namespace parley::ui
