// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/context/ticket_card.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace parley::ui {

namespace {

constexpr int kMargin = 9;
constexpr int kCorner = 8;
constexpr int kSmaller = -1; ///< points

} // namespace

TicketCard::TicketCard(const QString &subject, const QString &line, QWidget *parent)
    : QAbstractButton(parent)
    , m_line(line)
{
    setObjectName(QStringLiteral("ticketCard"));
    setText(subject);
    setAccessibleName(QStringLiteral("%1, %2").arg(subject, line));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QSize TicketCard::sizeHint() const
{
    const QFontMetrics first(font());
    const QFontMetrics second(resized(font(), kSmaller));
    return {200, first.lineSpacing() + second.lineSpacing() + 2 * kMargin};
}

QSize TicketCard::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

void TicketCard::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? tokens.accent : tokens.line);
    painter.setBrush(isDown() || underMouse() ? tokens.chip : tokens.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kCorner, kCorner);
    const QRect inner = rect().adjusted(kMargin + 1, kMargin, -kMargin - 1, -kMargin);
    const auto line = [&](const QString &text, const QFont &font, const QColor &colour, int top) {
        painter.setFont(font);
        painter.setPen(colour);
        const QFontMetrics metrics(font);
        painter.drawText(QRect(inner.left(), top, inner.width(), metrics.lineSpacing()),
            Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            metrics.elidedText(text, Qt::ElideRight, inner.width()));
        return top + metrics.lineSpacing();
    };
    const int next = line(text(), font(), tokens.text, inner.top());
    line(m_line, resized(font(), kSmaller), tokens.dim, next);
}

} // namespace parley::ui
