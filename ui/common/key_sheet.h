// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/actions.h"

#include <QDialog>

namespace parley::ui {

/// All keys on one sheet, made from the table of actions.
class KeySheet : public QDialog
{
    Q_OBJECT
public:
    KeySheet(const Actions &actions, QWidget *window);
};

} // namespace parley::ui
