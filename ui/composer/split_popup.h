// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capabilities.h"
#include "models/split_text.h"

#include <QFrame>

namespace parley::ui {

/// The messages that a long text goes as: how each begins and ends, and how long it is. Closes with Esc or a click
/// beside it.
class SplitPopup : public QFrame
{
    Q_OBJECT
public:
    SplitPopup(const QString &text, const QList<TextPiece> &pieces, const Capabilities &capabilities,
        QWidget *parent = nullptr);

    void popUp(const QWidget &above); ///< above this widget, within its window
};

} // namespace parley::ui
