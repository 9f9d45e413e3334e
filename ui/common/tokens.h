// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace parley::ui {

/// The colours of the desk by what they mean. Widgets and delegates take them from here, never a literal.
struct Tokens {
    bool dark = false;
    QColor ground; ///< behind everything: sidebar, thread, status bar
    QColor panel; ///< cards and lists on the ground
    QColor line; ///< borders and separators
    QColor text;
    QColor dim; ///< second-rank text
    QColor faint; ///< headings of groups, key hints: never what one must read to work
    QColor accent;
    QColor accentSoft; ///< behind accent text
    QColor accentText; ///< on accent
    QColor selection;
    QColor in; ///< bubbles
    QColor out;
    QColor note;
    QColor noteLine;
    QColor calm; ///< how pressing something is; always with a word beside it
    QColor watch;
    QColor hurry;
    QColor missed;
    QColor ok;
    QColor chip;
    QColor blank; ///< behind what must still be filled in
    QColor blankText;
};

[[nodiscard]] const Tokens &lightTokens();
[[nodiscard]] const Tokens &darkTokens();
/// The tokens of whatever a widget or a style option is painted with: light or dark is read off the palette.
[[nodiscard]] const Tokens &tokensFor(const QPalette &palette);
[[nodiscard]] QPalette paletteFrom(const Tokens &tokens);

} // namespace parley::ui
