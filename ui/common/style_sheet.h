// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tokens.h"

#include <QString>

namespace parley::ui {

/// resources/style/desk.qss with @names replaced by the tokens' colours. Kept small: every rule is tried on every
/// widget.
///
/// What a widget may ask of it by a dynamic property "look": "primary" (the one filled button), "positive" (green rim),
/// "quiet" (no rim), "danger" (red words), "heading" (small faint label), "dim", "strip" (soft accent ground), "note"
/// (note's ground), "panel" (panel ground), "error" (red words).
[[nodiscard]] QString styleSheetFrom(const Tokens &tokens);

} // namespace parley::ui
