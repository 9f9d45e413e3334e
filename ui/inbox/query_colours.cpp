// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/query_colours.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTextCharFormat>

namespace parley::ui {

void colourQuery(QLineEdit &field, const Tokens &tokens)
{
    static const QRegularExpression key(
        QStringLiteral(
            "(?<![^\\s])-?(?:is|from|assignee|team|tag|lang|priority|contact|subject|has|before|after|ticket):"),
        QRegularExpression::CaseInsensitiveOption);
    QTextCharFormat format;
    format.setForeground(tokens.accent);
    QList<QInputMethodEvent::Attribute> attributes;
    for (auto keys = key.globalMatch(field.text()); keys.hasNext();) {
        const auto match = keys.next();
        attributes.append({QInputMethodEvent::TextFormat, int(match.capturedStart()) - field.cursorPosition(),
            int(match.capturedLength()), format});
    }
    // A line edit has no highlighter, but it draws whatever formats an input method gives it.
    QInputMethodEvent event(QString(), attributes);
    QApplication::sendEvent(&field, &event);
}

} // namespace parley::ui
