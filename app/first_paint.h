// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

class QWidget;

namespace parley::app {

/// Calls once, on the ui thread, when the window has been painted for the first time; at the latest after \a patience,
/// since a window that starts minimized or out of sight is painted whenever somebody looks. Never once it is gone.
void afterFirstPaint(
    QWidget &window, std::function<void()> then, std::chrono::milliseconds patience = std::chrono::seconds{1});

/// For ./dev bench: prints "first paint" on standard output when the list of tickets is painted with rows for the first
/// time. Does nothing unless PARLEY_TELL_FIRST_PAINT is set.
void tellFirstPaint(QWidget &window);

} // namespace parley::app
