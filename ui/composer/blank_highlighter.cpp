// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/blank_highlighter.h"

#include "ui/common/tokens.h"

#include <QPlainTextEdit>
#include <QTextCharFormat>

namespace parley::ui {

BlankHighlighter::BlankHighlighter(QPlainTextEdit &field)
    : QSyntaxHighlighter(field.document())
    , m_field(field)
{
}

void BlankHighlighter::setNames(const QSet<QString> &names)
{
    if (names == m_names)
        return;
    m_names = names;
    rehighlight();
}

QList<Blank> BlankHighlighter::ours(const QString &text) const
{
    if (m_names.isEmpty())
        return {};
    QList<Blank> found = blanksIn(text);
    found.removeIf([this](const Blank &blank) { return !m_names.contains(blank.name); });
    return found;
}

QList<Blank> BlankHighlighter::blanks() const
{
    return m_names.isEmpty() ? QList<Blank>{} : ours(m_field.toPlainText());
}

void BlankHighlighter::highlightBlock(const QString &text)
{
    const QList<Blank> found = ours(text);
    if (found.isEmpty())
        return;
    const Tokens &tokens = tokensFor(m_field.palette());
    QTextCharFormat format;
    format.setBackground(tokens.blank);
    format.setForeground(tokens.blankText);
    for (const Blank &blank : found)
        setFormat(int(blank.position), int(blank.length), format);
}

} // namespace parley::ui
