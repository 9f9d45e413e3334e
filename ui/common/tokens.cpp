// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tokens.h"

namespace parley::ui {

const Tokens &lightTokens()
{
    static const Tokens tokens{
        .dark = false,
        .ground = 0xf6f7f9,
        .panel = 0xffffff,
        .line = 0xe4e7ec,
        .text = 0x1b2330,
        .dim = 0x5c6675,
        .faint = 0x8a94a3,
        .accent = 0x2563c9,
        .accentSoft = 0xe6effc,
        .accentText = 0xffffff,
        .selection = 0xe9f0fb,
        .in = 0xf0f2f5,
        .out = 0xdfeafb,
        .note = 0xfff4d6,
        .noteLine = 0xe8c865,
        .calm = 0x5c6675,
        .watch = 0x9a6700,
        .hurry = 0xc2410c,
        .missed = 0xb42318,
        .ok = 0x1a7f4b,
        .chip = 0xeef1f5,
        .blank = 0xfde4e1,
        .blankText = 0xb42318,
    };
    return tokens;
}

const Tokens &darkTokens()
{
    static const Tokens tokens{
        .dark = true,
        .ground = 0x14181f,
        .panel = 0x1b212a,
        .line = 0x2b333f,
        .text = 0xe7ebf1,
        .dim = 0xa6b0be,
        .faint = 0x7d8796,
        .accent = 0x7fb0ff,
        .accentSoft = 0x1f3352,
        .accentText = 0x10203a,
        .selection = 0x223047,
        .in = 0x262e39,
        .out = 0x1f3a5f,
        .note = 0x3a3218,
        .noteLine = 0x8a7430,
        .calm = 0xa6b0be,
        .watch = 0xe0a63a,
        .hurry = 0xff9457,
        .missed = 0xff8076,
        .ok = 0x5fce97,
        .chip = 0x29313c,
        .blank = 0x4a2320,
        .blankText = 0xff9c92,
    };
    return tokens;
}

const Tokens &tokensFor(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? darkTokens() : lightTokens();
}

QPalette paletteFrom(const Tokens &t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.ground);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.panel);
    palette.setColor(QPalette::AlternateBase, t.ground);
    palette.setColor(QPalette::ToolTipBase, t.panel);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::PlaceholderText, t.dim);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::Button, t.panel);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.missed);
    palette.setColor(QPalette::Highlight, t.accent);
    palette.setColor(QPalette::HighlightedText, t.accentText);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    palette.setColor(QPalette::Light, t.panel);
    palette.setColor(QPalette::Midlight, t.chip);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.faint);
    palette.setColor(QPalette::Shadow, t.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, t.chip);
    return palette;
}

} // namespace parley::ui
