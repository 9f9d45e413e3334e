// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tokens.h"

class QLineEdit;

namespace parley::ui {

/// Colours the keys ("is:", "from:") of the query in a one-line field.
void colourQuery(QLineEdit &field, const Tokens &tokens);

} // namespace parley::ui
