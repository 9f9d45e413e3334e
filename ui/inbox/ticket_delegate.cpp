// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/ticket_delegate.h"

#include "ui/common/contrast.h"
#include "ui/common/icons.h"
#include "ui/common/live_marks.h"
#include "ui/common/theme.h"
#include "ui/common/time_words.h"
#include "ui/common/workspaces.h"
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
constexpr double kDotContrast = 3.0; ///< WCAG 1.4.11: what is no text

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

namespace {
QColor chipGroundOn(const QColor &row, const Tokens &tokens)
{
    return row == tokens.panel ? tokens.chip : tokens.panel;
}
} // namespace

TicketDelegate::TicketDelegate(const TicketListModel &model, Workspaces &workspaces, const LiveMarks &marks,
    const QList<PlatformInfo> &platforms, const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_workspaces(workspaces)
    , m_marks(marks)
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

int TicketDelegate::paintOwner(const Pen &pen, int row, int y) const
{
    const Ticket &ticket = m_model.row(row).ticket;
    const ChipLook look{
        .font = chipFont(pen.option.font), .text = pen.tokens.dim, .ground = chipGroundOn(pen.ground, pen.tokens)};
    const QString words = ownerWords(ticket);
    int right = pen.text.right();
    const auto mark = m_marks.markOf(ticket.id);
    const QString answers = mark ? liveMarkShort(*mark) : QString();
    const int width = std::min(chipWidth(words, look), std::max(pen.text.width() / 2, 60));
    const int room = mark ? std::min(chipWidth(answers, look), pen.text.width()) : 0;
    // Who is answering at this moment counts for more than whose it is, and both leave room for how long it waits.
    if (!mark || width + kChipGap + room <= pen.text.width() / 2) {
        paintChip(pen.painter, {right - width, y}, words, look, width);
        right -= width + kChipGap;
    }
    if (mark) {
        ChipLook who = look;
        who.text = mark->unknownSince ? pen.tokens.dim : pen.tokens.accent;
        paintChip(pen.painter, {right - room, y}, answers, who, room);
        right -= room + kChipGap;
    }
    return right;
}

void TicketDelegate::paintChips(const Pen &pen, int row) const
{
    const TicketRow &shown = m_model.row(row);
    const QFont font = chipFont(pen.option.font);
    const QFontMetrics metrics(pen.option.font);
    const int y = pen.text.top() + 2 * metrics.height() + 2 * kLineGap;
    const int right = paintOwner(pen, row, y);
    int x = pen.text.left();
    const QList<Chip> chips = chipsFor(shown, m_clock.now(), m_model.outageIn(row));
    for (const Chip &chip : chips) {
        ChipLook look{
            .font = font, .text = gradeColour(chip.grade, pen.tokens), .ground = chipGroundOn(pen.ground, pen.tokens)};
        look.icon = chip.icon;
        if (!chip.tag.isEmpty())
            look.dot = m_workspaces.labelColour(shown.ticket.account, chip.tag);
        if (chip.grade == Chip::Grade::Hurry || chip.grade == Chip::Grade::Missed)
            look.font.setWeight(QFont::DemiBold);
        if (chipWidth(chip.words, look) > right - x)
            break;
        x += paintChip(pen.painter, {x, y}, chip.words, look, 0) + kChipGap;
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

int chipWidth(const QString &words, const ChipLook &look)
{
    const QFontMetrics metrics(look.font);
    const bool sign = !look.icon.isEmpty() || look.dot.isValid();
    return metrics.horizontalAdvance(words) + 2 * kChipPad + (sign ? metrics.height() : 0);
}

int paintChip(QPainter *painter, const QPoint &at, const QString &words, const ChipLook &look, int most)
{
    const int full = chipWidth(words, look);
    const int width = most > 0 ? std::min(full, most) : full;
    const QRect rect(at.x(), at.y(), width, chipHeight(look.font));
    const QFontMetrics metrics(look.font);
    painter->setPen(Qt::NoPen);
    painter->setBrush(look.ground);
    painter->drawRoundedRect(rect, rect.height() / 2.0, rect.height() / 2.0);
    QRect inner = rect.adjusted(kChipPad, 0, -kChipPad, 0);
    if (!look.icon.isEmpty()) {
        const int side = metrics.height() - 3;
        const QPoint where(rect.left() + kChipPad - 2, rect.center().y() - side / 2 + 1);
        painter->drawPixmap(where, iconPixmap(look.icon, look.text, side, painter->device()->devicePixelRatioF()));
        inner.setLeft(inner.left() + metrics.height());
    } else if (look.dot.isValid()) {
        const double side = metrics.height() * 0.5;
        painter->setBrush(standingOut(look.dot, look.ground, kDotContrast));
        painter->drawEllipse(QRectF(inner.left(), rect.center().y() - side / 2 + 0.5, side, side));
        inner.setLeft(inner.left() + metrics.height());
    }
    painter->setFont(look.font);
    painter->setPen(look.text);
    painter->drawText(inner, Qt::AlignCenter | Qt::TextSingleLine,
        full > width ? metrics.elidedText(words, Qt::ElideRight, inner.width()) : words);
    return width;
}

} // namespace parley::ui
