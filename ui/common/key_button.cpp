// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/key_button.h"

#include "ui/common/theme.h"

#include <QStyle>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace parley::ui {

namespace {
constexpr int kGap = 7; ///< between words and key
}

KeyButton::KeyButton(QWidget *parent)
    : QPushButton(parent)
{
}

void KeyButton::setWords(const QString &words, const QString &key)
{
    m_key = key;
    setText(words);
    setAccessibleName(words);
    setToolTip(key.isEmpty() ? words : words + u" (" + key + u')');
    updateGeometry();
}

QFont KeyButton::keyFont() const
{
    QFont small = resized(font(), -1.5);
    small.setWeight(QFont::Normal);
    return small;
}

QSize KeyButton::sizeHint() const
{
    QSize size = QPushButton::sizeHint();
    if (!m_key.isEmpty())
        size.rwidth() += kGap + QFontMetrics(keyFont()).horizontalAdvance(m_key);
    return size;
}

void KeyButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButton, option);
    const Tokens &tokens = tokensFor(window()->palette()); // its own may have a see-through ground
    const QString look = property("look").toString();
    QColor colour = look == u"positive" ? tokens.ok : tokens.text;
    if (!isEnabled())
        colour = tokens.faint;
    const QFont words = look == u"positive" ? bold(font()) : font();
    const int wordsWidth = QFontMetrics(words).horizontalAdvance(text());
    const int keyWidth = m_key.isEmpty() ? 0 : kGap + QFontMetrics(keyFont()).horizontalAdvance(m_key);
    QRect at = rect();
    at.setLeft(at.left() + (at.width() - wordsWidth - keyWidth) / 2);
    painter.setFont(words);
    painter.setPen(colour);
    painter.drawText(at, Qt::AlignLeft | Qt::AlignVCenter, text());
    at.setLeft(at.left() + wordsWidth + kGap);
    painter.setFont(keyFont());
    painter.setPen(tokens.dim);
    painter.drawText(at, Qt::AlignLeft | Qt::AlignVCenter, m_key);
}

} // namespace parley::ui
