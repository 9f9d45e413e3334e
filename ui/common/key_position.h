// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>
#include <QString>

class QKeyEvent;

namespace parley::ui {

/// Which system's key numbers an event carries.
enum class KeyNumbers {
    Evdev, ///< X11 and Wayland: Linux input codes + 8
    Windows, ///< scan codes, set 1
    None, ///< macOS, offscreen, synthesized events: only characters are known
};
[[nodiscard]] KeyNumbers keyNumbers(); ///< of the platform plug-in that runs

/// The letter, digit or one of , . ; ' [ ] \ / - = that stands at a key's place on a US keyboard, upper case; null:
/// another key. Letters mean positions, so that J is the same key on ЙЦУКЕН, QWERTZ and AZERTY. Where the system tells
/// no position, it is derived from the character as the ru, uk and hr layouts place it.
[[nodiscard]] QChar positionOf(const QKeyEvent &event, KeyNumbers numbers);

/// A key press as our tables write it: "J", "Shift+J", "Ctrl+K", "Alt+Down", "/", "?", "F6", "Ctrl+\\". Letters and
/// digits by position, signs by character without Shift (it is part of the sign). Empty: nothing we could mean (a lone
/// modifier).
[[nodiscard]] QString strokeOf(const QKeyEvent &event, KeyNumbers numbers);

} // namespace parley::ui
