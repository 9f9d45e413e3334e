// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/raw/code_view.h"

#include "ui/common/tokens.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QEvent>
#include <QFontDatabase>

namespace parley::ui {

namespace {

/// Some hundred definitions are indexed when it is made: not before somebody looks at code.
KSyntaxHighlighting::Repository &repository()
{
    static KSyntaxHighlighting::Repository made;
    return made;
}

} // namespace

CodeView::CodeView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF() > 0 ? font().pointSizeF() : fixed.pointSizeF());
    setFont(fixed);
}

CodeView::~CodeView() = default;

void CodeView::setCode(const QString &text, const QString &syntax)
{
    m_highlighter.reset();
    setPlainText(text);
    if (syntax.isEmpty())
        return;
    const auto definition = repository().definitionForName(syntax);
    if (!definition.isValid())
        return;
    m_highlighter = std::make_unique<KSyntaxHighlighting::SyntaxHighlighter>(document());
    applyTheme();
    m_highlighter->setDefinition(definition);
}

void CodeView::applyTheme()
{
    const bool dark = tokensFor(palette()).dark;
    m_highlighter->setTheme(repository().defaultTheme(
        dark ? KSyntaxHighlighting::Repository::DarkTheme : KSyntaxHighlighting::Repository::LightTheme));
}

void CodeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter) {
        applyTheme();
        m_highlighter->rehighlight();
    }
}

} // namespace parley::ui
