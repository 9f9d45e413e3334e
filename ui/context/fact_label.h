// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/elided_label.h"

#include <QString>

namespace parley::ui {

/// A value in one line, whole in its tool tip, that can be reached with Tab and copied with Ctrl+C or its menu.
class FactLabel : public ElidedLabel
{
    Q_OBJECT
public:
    /// Both from outside, shown as plain text. \param label  what it is, for the screen reader
    FactLabel(const QString &label, const QString &value, QWidget *parent = nullptr);
    void copy();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_value; ///< as it came
};

} // namespace parley::ui
