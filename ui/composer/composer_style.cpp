// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/composer_style.h"

#include <QStyle>
#include <QWidget>

namespace parley::ui {

/// Rules that only the composer has; the rest comes from the desk's style sheet. %N are colours of the tokens.
QString composerStyle(const Tokens &t)
{
    return QStringLiteral(
               "#composer { background: %1; border-top: 1px solid %2; }"
               "#composer QToolButton[tab=\"true\"] { border: 0; border-radius: 7px; padding: 5px 12px; color: %3;"
               " background: transparent; }"
               "#composer QToolButton[tab=\"true\"]:hover, #composer QToolButton[tab=\"true\"]:focus { "
               "text-decoration: underline; }"
               "#composer #replyTab:checked, #composer #privateTab:checked { background: %4; color: %5; font-weight: "
               "600; }"
               "#composer #noteTab { color: %6; }"
               "#composer #noteTab:checked { background: %7; color: %6; font-weight: 600; }"
               "#composer QPlainTextEdit { border: 1px solid %2; border-radius: 8px; background: %1; color: %8; }"
               "#composer QPlainTextEdit:focus { border-color: %5; }"
               "#composer QPlainTextEdit:disabled { background: %9; color: %3; }")
               .arg(t.panel.name(), t.line.name(), t.dim.name(), t.accentSoft.name(), t.accent.name(), t.watch.name(),
                   t.note.name(), t.text.name(), t.ground.name())
        + QStringLiteral(
            "#composer #noteField { background: %1; border-color: %2; }"
            "#composer #noteField:focus { border-color: %3; }"
            "#composer #quoteChip { background: %4; border-left: 3px solid %5; border-radius: 4px; }"
            "#composer #attachmentChip { background: %6; color: %7; border: 1px solid %8; border-radius: 9px;"
            " padding: 2px 9px; }"
            "#composer #attachmentChip:hover, #composer #attachmentChip:focus { border-color: %5; }"
            "#composer #attach, #composer #canned { border: 0; padding: 4px 8px; color: %9; background: transparent; "
            "border-radius: 6px; }"
            "#composer #attach:hover, #composer #attach:focus, #composer #canned:hover, #composer #canned:focus {"
            " background: %6; }")
              .arg(t.note.name(), t.noteLine.name(), t.watch.name(), t.accentSoft.name(), t.accent.name(),
                  t.chip.name(), t.text.name(), t.line.name(), t.dim.name())
        + QStringLiteral("#composer #send { background: %1; color: %2; border: 1px solid %1; border-radius: 8px;"
                         " padding: 7px 14px; font-weight: 600; }"
                         "#composer #send:focus { border-color: %3; }"
                         "#composer #send[note=\"true\"] { background: %4; color: %5; border-color: %6; }"
                         "#composer #send:disabled { background: %7; color: %8; border-color: %9; }")
              .arg(t.accent.name(), t.accentText.name(), t.text.name(), t.note.name(), t.text.name(), t.noteLine.name(),
                  t.chip.name(), t.dim.name(), t.line.name())
        + QStringLiteral("#composer #hint { color: %1; } #composer #hint[grade=\"watch\"] { color: %2; }"
                         "#composer #hint[grade=\"error\"] { color: %3; }"
                         "#composer #counter { color: %1; } #composer #counter[grade=\"watch\"] { color: %2; }"
                         "#composer #split { border: 1px solid %4; border-radius: 9px; padding: 1px 8px; color: %2; }"
                         "#composer #split:focus, #composer #split:hover { border-color: %2; }"
                         "#composer #audience { color: %1; } #composer #audience[open=\"false\"] { color: %5; }"
                         "#composer #guard { background: %6; border: 1px solid %3; border-radius: 8px; }"
                         "#composer #guard QLabel { color: %7; }")
              .arg(t.dim.name(), t.watch.name(), t.missed.name(), t.line.name(), t.accent.name(), t.blank.name(),
                  t.text.name());
}

void setGrade(QWidget *widget, const QString &grade)
{
    if (widget->property("grade").toString() == grade)
        return;
    widget->setProperty("grade", grade);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace parley::ui
