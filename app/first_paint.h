// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace parley::app {

/// For ./dev bench: prints "first paint" on standard output when the list of tickets is painted with rows for the first
/// time. Does nothing unless PARLEY_TELL_FIRST_PAINT is set.
void tellFirstPaint(QWidget &window);

} // namespace parley::app
