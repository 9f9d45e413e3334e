// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/ticket_delegate.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/time_words.h"
#include "ui/inbox/ticket_list_model.h"
#include "ui/inbox/ticket_words.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace parley::ui {

namespace {
constexpr int kPadX = 12;
constexpr int kPadY = 8;
constexpr int kGap = 10; ///< between avatar and text
constexpr int kLineGap = 3;
constexpr int kChipGap = 5;
constexpr int kChipPad = 7;

QFont chipFont(const QFont &font)
{
    return resized(font, -1.5);
}

int avatarSide(const QFont &font)
{
    return QFontMetrics(font).height() * 2;
}
} // namespace

struct TicketDelegate::Pen {
    QPainter *painter;
    const QStyleOptionViewItem &option;
    const Tokens &tokens;
    QRect text; ///< right of the avatar
    bool selected;
    QColor ground; ///< of the row
};

TicketDelegate::TicketDelegate(
    const TicketListModel &model, const QList<PlatformInfo> &platforms, const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_clock(clock)
{
    for (const PlatformInfo &platform : platforms)
        m_platforms.insert(platform.id, platform);
}

QSize TicketDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int line = QFontMetrics(option.font).height();
    return {200, 2 * kPadY + 2 * line + 2 * kLineGap + chipHeight(chipFont(option.font)) + 1};
}

void TicketDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = tokensFor(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const bool marked = m_model.isMarked(m_model.row(index.row()).ticket.id);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor ground = selected || marked ? tokens.selection : hovered ? tokens.ground : tokens.panel;
    painter->fillRect(option.rect, ground);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tokens.line);
    if (selected)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), tokens.accent);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(tokens.accent, 1));
        painter->drawRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -1.5));
    }
    QRect text = option.rect.adjusted(kPadX, kPadY, -kPadX, -kPadY);
    text.setLeft(text.left() + avatarSide(option.font) + kGap);
    const Pen pen{painter, option, tokens, text, selected, ground};
    paintAvatar(pen, index.row());
    paintName(pen, index.row());
    paintLine(pen, index.row());
    paintChips(pen, index.row());
    painter->restore();
}

void TicketDelegate::paintAvatar(const Pen &pen, int row) const
{
    const TicketRow &shown = m_model.row(row);
    const int side = avatarSide(pen.option.font);
    const QRect rect(pen.option.rect.left() + kPadX, pen.text.top() + 1, side, side);
    if (m_model.isMarked(shown.ticket.id)) {
        pen.painter->setPen(Qt::NoPen);
        pen.painter->setBrush(pen.tokens.accent);
        pen.painter->drawEllipse(rect);
        const int icon = side * 2 / 3;
        pen.painter->drawPixmap(rect.center() - QPoint(icon / 2 - 1, icon / 2 - 1),
            iconPixmap(
                QStringLiteral("check"), pen.tokens.accentText, icon, pen.painter->device()->devicePixelRatioF()));
        return;
    }
    parley::ui::paintAvatar(
        pen.painter, rect, shownName(shown), pen.option.font, m_platforms.value(shown.platform), pen.ground);
}

void TicketDelegate::paintName(const Pen &pen, int row) const
{
    const TicketRow &shown = m_model.row(row);
    QFont font = pen.option.font;
    if (shown.ticket.unanswered)
        font.setWeight(QFont::Bold);
    const QFont small = resized(pen.option.font, -1);
    const QString time = listTime(shown.ticket.updated, m_clock.now());
    const int timeWidth = QFontMetrics(small).horizontalAdvance(time);
    const QFontMetrics metrics(font);
    QRect line(pen.text.left(), pen.text.top(), pen.text.width(), metrics.height());
    pen.painter->setFont(small);
    pen.painter->setPen(pen.tokens.dim);
    pen.painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, time);
    int right = line.right() - timeWidth - 8;
    if (shown.ticket.unread) { // not seen by me: private, so only a thin dot
        const int dot = std::max(6, metrics.height() / 3);
        pen.painter->setPen(Qt::NoPen);
        pen.painter->setBrush(pen.tokens.accent);
        pen.painter->drawEllipse(QRect(right - dot, line.center().y() - dot / 2 + 1, dot, dot));
        right -= dot + 6;
    }
    pen.painter->setFont(font);
    pen.painter->setPen(pen.tokens.text);
    QString name = shownName(shown);
    if (!shown.ticket.subject.isEmpty() && shown.kind != ConversationKind::DirectChat)
        name += u" · " + shown.ticket.subject.left(120).simplified();
    line.setRight(right);
    pen.painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        metrics.elidedText(name, Qt::ElideRight, line.width()));
}

void TicketDelegate::paintLine(const Pen &pen, int row) const
{
    const TicketRow &shown = m_model.row(row);
    const Line words = secondLine(shown, m_model.typingIn(shown.ticket.id), pen.tokens);
    const QFontMetrics metrics(pen.option.font);
    QRect line(pen.text.left(), pen.text.top() + metrics.height() + kLineGap, pen.text.width(), metrics.height());
    pen.painter->setFont(pen.option.font);
    if (!words.lead.isEmpty()) {
        pen.painter->setPen(words.leadColour);
        pen.painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, words.lead);
        line.setLeft(line.left() + metrics.horizontalAdvance(words.lead + u' '));
    }
    pen.painter->setPen(pen.tokens.dim);
    pen.painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        metrics.elidedText(words.rest, Qt::ElideRight, line.width()));
}

void TicketDelegate::paintChips(const Pen &pen, int row) const
{
    const TicketRow &shown = m_model.row(row);
    const QFont font = chipFont(pen.option.font);
    const QFontMetrics metrics(pen.option.font);
    const int y = pen.text.top() + 2 * metrics.height() + 2 * kLineGap;
    const QColor ground = pen.ground == pen.tokens.panel ? pen.tokens.chip : pen.tokens.panel;
    const QString assignee = assigneeWord(shown.ticket.assignee);
    const int right = pen.text.right() - chipWidth(assignee, font);
    paintChip(pen.painter, {right, y}, assignee, font, pen.tokens.dim, ground, 0);
    int x = pen.text.left();
    const QList<Chip> chips = chipsFor(shown, m_clock.now(), m_model.outageIn(row));
    for (const Chip &chip : chips) {
        QFont weight = font;
        if (chip.grade == Chip::Grade::Hurry || chip.grade == Chip::Grade::Missed)
            weight.setWeight(QFont::DemiBold);
        const int room = right - kChipGap - x;
        if (chipWidth(chip.words, weight, chip.icon) > room)
            break;
        x += paintChip(
                 pen.painter, {x, y}, chip.words, weight, gradeColour(chip.grade, pen.tokens), ground, room, chip.icon)
            + kChipGap;
    }
}

void paintAvatar(QPainter *painter, const QRect &rect, const QString &name, const QFont &font,
    const PlatformInfo &platform, const QColor &ground)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(avatarColour(name));
    painter->drawEllipse(rect);
    QFont letters = bold(font);
    letters.setPixelSize(std::max(9, rect.height() * 38 / 100));
    painter->setFont(letters);
    painter->setPen(Qt::white);
    painter->drawText(rect, Qt::AlignCenter, initials(name));
    if (!platform.badge.isEmpty()) {
        const int side = rect.height() * 46 / 100;
        const QRect mark(rect.right() - side + 5, rect.bottom() - side + 5, side, side);
        painter->setPen(QPen(ground, 2));
        painter->setBrush(QColor::fromRgba(platform.colour));
        painter->drawRoundedRect(mark, side * 0.3, side * 0.3);
        QFont small = bold(font);
        small.setPixelSize(std::max(7, side * (platform.badge.size() > 1 ? 50 : 62) / 100));
        painter->setFont(small);
        painter->setPen(Qt::white);
        painter->drawText(mark, Qt::AlignCenter | Qt::TextDontClip, platform.badge);
    }
    painter->restore();
}

int chipHeight(const QFont &font)
{
    return QFontMetrics(font).height() + 2;
}

int chipWidth(const QString &words, const QFont &font, const QString &icon)
{
    const QFontMetrics metrics(font);
    return metrics.horizontalAdvance(words) + 2 * kChipPad + (icon.isEmpty() ? 0 : metrics.height());
}

int paintChip(QPainter *painter, const QPoint &at, const QString &words, const QFont &font, const QColor &text,
    const QColor &ground, int most, const QString &icon)
{
    const int full = chipWidth(words, font, icon);
    const int width = most > 0 ? std::min(full, most) : full;
    const QRect rect(at.x(), at.y(), width, chipHeight(font));
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawRoundedRect(rect, rect.height() / 2.0, rect.height() / 2.0);
    painter->setFont(font);
    painter->setPen(text);
    QRect inner = rect;
    if (!icon.isEmpty()) {
        const int side = QFontMetrics(font).height() - 3;
        const QPoint where(rect.left() + kChipPad - 2, rect.center().y() - side / 2 + 1);
        painter->drawPixmap(where, iconPixmap(icon, text, side, painter->device()->devicePixelRatioF()));
        inner.setLeft(rect.left() + QFontMetrics(font).height());
    }
    painter->drawText(inner, Qt::AlignCenter | Qt::TextSingleLine, words);
    return width;
}

} // namespace parley::ui
