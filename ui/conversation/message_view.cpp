// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/message_view.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/time_words.h"
#include "ui/inbox/ticket_words.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace parley::ui {

namespace {
constexpr int kLayoutsKept = 600;
constexpr int kSideMargin = 8; ///< content above the first and below the last message
} // namespace

MessageView::MessageView(const Clock &clock, QWidget *parent)
    : QAbstractItemView(parent)
    , m_clock(clock)
    , m_bubbles(kLayoutsKept)
{
    setObjectName(QStringLiteral("thread"));
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setAutoScroll(false); // sliding the window must not jump to what becomes current
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Window);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Conversation"));
}

void MessageView::setMessages(MessageListModel *model)
{
    m_messages = model;
    setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { rowsCame(first, last); });
    connect(model, &QAbstractItemModel::rowsRemoved, this,
        [this](const QModelIndex &, int first, int last) { rowsWent(first, last); });
    connect(model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &from, const QModelIndex &to) { rowsChanged(from.row(), to.row()); });
    connect(model, &QAbstractItemModel::modelReset, this, &MessageView::startOver);
    connect(model, &MessageListModel::casesChanged, viewport(), qOverload<>(&QWidget::update));
    connect(model, &MessageListModel::arrived, this, [this] {
        if (m_anchor.end)
            return;
        Q_EMIT unseenChanged(++m_unseen);
    });
    startOver();
}

void MessageView::setOnline(bool online)
{
    if (std::exchange(m_online, online) != online)
        forgetLayouts();
}

void MessageView::setTellsAudience(bool tells)
{
    if (std::exchange(m_tellsAudience, tells) != tells)
        forgetLayouts();
}

// ------------------------------------------------------------------------------------------------- rows and items

MessageView::Item MessageView::newItem(int row) const
{
    const Message &message = m_messages->message(row);
    const int line = fontMetrics().height();
    Item item;
    item.height =
        line * (3 + int(std::min<qsizetype>(message.text.size(), 12'000) / 70)); // a guess, mended in settle()
    item.day = localDay(message.time).toJulianDay();
    return item;
}

void MessageView::startOver()
{
    m_items.clear();
    m_unfolded.clear();
    m_uploads.clear();
    m_selectFrom.reset();
    m_hoveredRow = -1;
    m_seenUpTo = {};
    m_anchor = {};
    if (std::exchange(m_unseen, 0) != 0)
        Q_EMIT unseenChanged(0);
    for (int row = 0; row < m_messages->rowCount(); ++row)
        m_items.push_back(newItem(row));
    settle();
}

void MessageView::rowsCame(int first, int last)
{
    std::vector<Item> fresh;
    for (int row = first; row <= last; ++row)
        fresh.push_back(newItem(row));
    m_items.insert(m_items.begin() + first, fresh.begin(), fresh.end());
    m_hoveredRow = -1;
    settle();
}

void MessageView::rowsWent(int first, int last)
{
    m_items.erase(m_items.begin() + first, m_items.begin() + last + 1);
    m_hoveredRow = -1;
    settle();
}

void MessageView::rowsChanged(int first, int last)
{
    for (int row = first; row <= last && row < int(m_items.size()); ++row) {
        m_items[size_t(row)].exact = false;
        forgetUpload(row);
    }
    m_hoveredRow = -1;
    settle();
}

void MessageView::setUpload(MessageId message, const Upload &upload)
{
    const int row = m_messages->rowOf(message);
    if (upload.total <= 0 || row < 0 || m_messages->message(row).state != DeliveryState::Sending)
        return;
    const bool begins = !m_uploads.contains(message);
    m_uploads.insert(message, upload);
    if (begins) { // it gets room, once; after that only the bar is painted
        m_bubbles.remove({message.value, m_messages->message(row).revision, viewport()->width()});
        m_items[size_t(row)].exact = false;
        settle();
        return;
    }
    const QRect shown = bubble(row).uploadRect().translated(bubbleOrigin(row)).adjusted(-1, -1, 1, 1);
    if (shown.intersects(viewport()->rect()))
        viewport()->update(shown);
}

std::optional<Upload> MessageView::uploadOf(MessageId message) const
{
    const auto found = m_uploads.constFind(message);
    return found == m_uploads.constEnd() ? std::nullopt : std::optional<Upload>(*found);
}

void MessageView::forgetUpload(int row)
{
    const Message &message = m_messages->message(row);
    if (message.state == DeliveryState::Sending || m_uploads.remove(message.id) == 0)
        return;
    m_bubbles.remove({message.id.value, message.revision, viewport()->width()});
}

void MessageView::forgetLayouts()
{
    m_bubbles.clear();
    for (Item &item : m_items)
        item.exact = false;
    settle();
}

// --------------------------------------------------------------------------------------------------------- layout

const MessageBubble &MessageView::bubble(int row) const
{
    const Message &message = m_messages->message(row);
    const CacheKey key{message.id.value, message.revision, viewport()->width()};
    if (const MessageBubble *ready = m_bubbles.object(key))
        return *ready;
    const BubbleStyle style{.width = viewport()->width(),
        .font = font(),
        .dark = tokensFor(palette()).dark,
        .online = m_online,
        .unfolded = m_unfolded.contains(message.id),
        .tellsAudience = m_tellsAudience,
        .uploading = m_uploads.contains(message.id)};
    auto *fresh = new MessageBubble(message, style);
    ++m_layoutsMade;
    const int cost = 1 + int(std::min<qsizetype>(message.text.size() + message.html.size(), 200'000) / 4'000);
    m_bubbles.insert(key, fresh, std::min(cost, kLayoutsKept));
    return *fresh;
}

int MessageView::separatorHeight() const
{
    return fontMetrics().height() + 14;
}

QList<MessageView::Separator> MessageView::separatorsAbove(int row) const
{
    QList<Separator> separators;
    const Message &message = m_messages->message(row);
    const Item &item = m_items[size_t(row)];
    const bool first = row == 0;
    if (!first && m_messages->message(row - 1).ticket != message.ticket && message.ticket.isValid()) {
        const auto found = std::ranges::find(m_messages->cases(), message.ticket, &Ticket::id);
        if (found != m_messages->cases().end()) {
            separators.append({Separator::Kind::Case,
                tr("Ticket #%1 · %2").arg(message.ticket.value).arg(statusWord(found->status))});
        }
    }
    if (first ? !m_messages->hasOlder() : m_items[size_t(row - 1)].day != item.day) {
        separators.append({Separator::Kind::Day, dayHeading(QDate::fromJulianDay(item.day), localDay(m_clock.now()))});
    }
    if (message.id == m_messages->firstUnread())
        separators.append({Separator::Kind::Unread, tr("New")});
    if (const auto change = audienceChange(row))
        separators.append(*change);
    return separators;
}

/// Where a comment goes on in private, and where it comes back: the trace that the agent sees of it.
std::optional<MessageView::Separator> MessageView::audienceChange(int row) const
{
    const Message &message = m_messages->message(row);
    if (!m_tellsAudience || message.kind != MessageKind::Message)
        return std::nullopt;
    int before = row - 1;
    while (before >= 0 && m_messages->message(before).kind != MessageKind::Message)
        --before;
    if (before < 0 || m_messages->message(before).visibility == message.visibility)
        return std::nullopt;
    if (message.visibility == Visibility::Private)
        return Separator{Separator::Kind::Private, tr("Continued in private")};
    return Separator{Separator::Kind::Public, tr("Under the post")};
}

void MessageView::stack()
{
    const int separator = separatorHeight();
    int top = kSideMargin;
    for (int row = 0; row < int(m_items.size()); ++row) {
        Item &item = m_items[size_t(row)];
        item.top = top;
        item.above = int(separatorsAbove(row).size()) * separator;
        top += item.above + item.height;
    }
}

int MessageView::contentHeight() const
{
    return m_items.empty() ? 0 : m_items.back().top + m_items.back().above + m_items.back().height + kSideMargin;
}

int MessageView::shift() const
{
    const int room = viewport()->height() - contentHeight();
    return room > 0 ? room : -verticalScrollBar()->value(); // a short thread stands on the composer
}

int MessageView::rowAt(int contentY) const
{
    const auto above = std::ranges::upper_bound(m_items, contentY, {}, &Item::top);
    return std::max(0, int(above - m_items.begin()) - 1);
}

void MessageView::settle()
{
    if (m_settling || !m_messages || viewport()->width() <= 0)
        return;
    m_settling = true;
    // Each pass may bring other rows on screen; guesses are good enough for three to do.
    for (int pass = 0; pass < 6; ++pass) {
        stack();
        const int most = std::max(0, contentHeight() - viewport()->height());
        int value = most;
        const int row = m_anchor.end ? -1 : m_messages->rowOf(m_anchor.message);
        if (row >= 0)
            value = std::min(most, m_items[size_t(row)].top + m_items[size_t(row)].above + m_anchor.offset);
        verticalScrollBar()->setRange(0, most);
        verticalScrollBar()->setPageStep(viewport()->height());
        verticalScrollBar()->setSingleStep(fontMetrics().height() * 2);
        verticalScrollBar()->setValue(std::max(0, value));
        bool moved = false;
        const int ahead = viewport()->height() / 2;
        const int first = m_items.empty() ? 0 : rowAt(verticalScrollBar()->value() - ahead);
        for (int at = first; at < int(m_items.size()); ++at) {
            Item &item = m_items[size_t(at)];
            if (item.top > verticalScrollBar()->value() + viewport()->height() + ahead)
                break;
            if (item.exact)
                continue;
            const int exact = bubble(at).height();
            moved = moved || exact != item.height;
            item.height = exact;
            item.exact = true;
        }
        if (!moved)
            break;
    }
    m_settling = false;
    viewport()->update();
    noteSeen();
}

void MessageView::keepAnchor()
{
    m_anchor.end = !m_messages->hasNewer() && verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 4;
    if (m_items.empty())
        return;
    // A row laid out already keeps still; one whose height is a guess would slip.
    const int value = verticalScrollBar()->value();
    int row = rowAt(value);
    for (int at = row; at < int(m_items.size()) && m_items[size_t(at)].top < value + viewport()->height(); ++at) {
        if (m_items[size_t(at)].exact) {
            row = at;
            break;
        }
    }
    m_anchor.message = m_messages->message(row).id;
    m_anchor.offset = value - m_items[size_t(row)].top - m_items[size_t(row)].above;
}

void MessageView::scrollContentsBy(int, int)
{
    if (m_settling)
        return;
    keepAnchor();
    fetchNearEdges();
    settle();
}

void MessageView::fetchNearEdges()
{
    const int near = viewport()->height() * 2;
    if (verticalScrollBar()->value() < near && m_messages->hasOlder())
        m_messages->fetchOlder();
    else if (verticalScrollBar()->value() > verticalScrollBar()->maximum() - near && m_messages->hasNewer())
        m_messages->fetchNewer();
}

void MessageView::setScroll(int value)
{
    verticalScrollBar()->setValue(value);
    keepAnchor();
    settle();
}

void MessageView::noteSeen()
{
    if (m_items.empty() || !isVisible())
        return;
    const int bottom = viewport()->height() - shift();
    int row = rowAt(bottom);
    const Item &item = m_items[size_t(row)];
    if (item.top + item.above + item.height > bottom + fontMetrics().height() && row > 0)
        --row; // the last one is cut off
    const MessageId seen = m_messages->message(row).id;
    if (seen > m_seenUpTo) {
        m_seenUpTo = seen;
        Q_EMIT seenUpToChanged(seen);
    }
    if (isAtEnd()) {
        if (std::exchange(m_unseen, 0) != 0)
            Q_EMIT unseenChanged(0);
        Q_EMIT endReached();
    }
}

bool MessageView::isAtEnd() const
{
    return m_messages && !m_messages->hasNewer() && verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 4;
}

void MessageView::scrollToEnd()
{
    m_messages->showNewest();
    m_anchor.end = true;
    settle();
}

void MessageView::showFirstUnread()
{
    const int row = m_messages->rowOf(m_messages->firstUnread());
    if (row < 0) {
        scrollToEnd();
        return;
    }
    stack();
    m_anchor = {.end = false, .message = m_messages->firstUnread(), .offset = -m_items[size_t(row)].above - 8};
    settle();
    keepAnchor(); // it may all fit, and then the end is where we are
}

bool MessageView::showMessage(MessageId message)
{
    if (!m_messages->showAround(message))
        return false;
    const int row = m_messages->rowOf(message);
    m_anchor = {.end = false, .message = message, .offset = -viewport()->height() / 3};
    settle();
    setCurrentIndex(m_messages->index(row));
    return true;
}

void MessageView::updateGeometries()
{
    QAbstractItemView::updateGeometries();
    settle();
}

void MessageView::resizeEvent(QResizeEvent *event)
{
    if (event->oldSize().width() != event->size().width()) {
        for (Item &item : m_items)
            item.exact = false; // the old height is a good guess
    }
    settle();
    QAbstractItemView::resizeEvent(event);
}

void MessageView::changeEvent(QEvent *event)
{
    QAbstractItemView::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
        setAccessibleName(tr("Conversation"));
        [[fallthrough]];
    case QEvent::FontChange:
    case QEvent::PaletteChange:
    case QEvent::StyleChange:
        forgetLayouts();
        break;
    default:
        break;
    }
}

// ------------------------------------------------------------------------------------------- the item view's side

int MessageView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QRect MessageView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= int(m_items.size()))
        return {};
    const Item &item = m_items[size_t(index.row())];
    return {0, item.top + shift(), viewport()->width(), item.above + item.height};
}

void MessageView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    const QRect rect = visualRect(index);
    if (rect.isNull())
        return;
    if (hint == EnsureVisible && rect.top() >= 0 && rect.bottom() <= viewport()->height())
        return;
    int by = rect.bottom() - viewport()->height() + kSideMargin;
    if (hint == PositionAtTop || (hint == EnsureVisible && (rect.top() < 0 || rect.height() > viewport()->height())))
        by = rect.top() - kSideMargin;
    else if (hint == PositionAtCenter)
        by = rect.center().y() - viewport()->height() / 2;
    setScroll(verticalScrollBar()->value() + by);
}

QModelIndex MessageView::indexAt(const QPoint &point) const
{
    if (m_items.empty())
        return {};
    const int y = point.y() - shift();
    const int row = rowAt(y);
    const Item &item = m_items[size_t(row)];
    return y >= item.top && y < item.top + item.above + item.height ? m_messages->index(row) : QModelIndex();
}

QModelIndex MessageView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int row = currentIndex().isValid() ? currentIndex().row() : rowAt(-shift());
    switch (action) {
    case MoveDown:
    case MoveNext:
        return m_messages->index(std::min(row + 1, int(m_items.size()) - 1));
    case MoveUp:
    case MovePrevious:
        return m_messages->index(std::max(row - 1, 0));
    default:
        return currentIndex();
    }
}

void MessageView::setSelection(const QRect &, QItemSelectionModel::SelectionFlags) { }

QRegion MessageView::visualRegionForSelection(const QItemSelection &) const
{
    return viewport()->rect();
}

void MessageView::step(int by)
{
    if (m_items.empty())
        return;
    int row = currentIndex().row() + by;
    if (!currentIndex().isValid())
        row = by > 0 ? rowAt(-shift()) : rowAt(viewport()->height() - shift());
    if (row < 0 && m_messages->hasOlder()) {
        const int before = m_messages->rowCount();
        m_messages->fetchOlder();
        row += m_messages->rowCount() - before;
    }
    const QModelIndex next = m_messages->index(std::clamp(row, 0, int(m_items.size()) - 1));
    setCurrentIndex(next);
    scrollTo(next);
}

std::optional<Message> MessageView::currentMessage() const
{
    if (!currentIndex().isValid())
        return std::nullopt;
    return m_messages->message(currentIndex().row());
}

void MessageView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QAbstractItemView::currentChanged(current, previous);
    viewport()->update();
}

// ------------------------------------------------------------------------------------------------------- painting

QPoint MessageView::bubbleOrigin(int row) const
{
    const Item &item = m_items[size_t(row)];
    return {0, item.top + item.above + shift()};
}

void MessageView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setFont(font());
    if (m_items.empty())
        return;
    const int from = rowAt(event->rect().top() - shift());
    for (int row = from; row < int(m_items.size()); ++row) {
        const Item &item = m_items[size_t(row)];
        if (item.top + shift() > event->rect().bottom())
            break;
        if (item.above > 0)
            paintSeparators(&painter, row);
        const MessageBubble &shown = bubble(row);
        BubbleLook look;
        look.selected = selectionIn(m_messages->message(row).id);
        look.focused = hasFocus() && currentIndex().row() == row;
        look.thumbnail = m_thumbnails;
        look.upload = uploadOf(m_messages->message(row).id);
        look.devicePixelRatio = devicePixelRatioF();
        if (row == m_hoveredRow)
            look.hovered = shown.partAt(m_hoveredPart.center());
        shown.paint(&painter, bubbleOrigin(row), look);
    }
}

void MessageView::paintSeparators(QPainter *painter, int row) const
{
    const Tokens &tokens = tokensFor(palette());
    const QFont small = resized(font(), -1.5);
    const QFontMetrics metrics(small);
    const int side = metrics.height() - 2;
    QRect rect(0, m_items[size_t(row)].top + shift(), viewport()->width(), separatorHeight());
    painter->setFont(small);
    for (const Separator &separator : separatorsAbove(row)) {
        const bool ruled = separator.kind != Separator::Kind::Day;
        const bool locked = separator.kind == Separator::Kind::Private;
        const bool open = separator.kind == Separator::Kind::Public;
        const bool marked = separator.kind == Separator::Kind::Unread || locked;
        const QColor colour = marked ? tokens.accent : tokens.dim;
        if (ruled) {
            const int iconRoom = locked || open ? side + 4 : 0;
            const int half = (metrics.horizontalAdvance(separator.words) + iconRoom) / 2 + 10;
            const int y = rect.center().y();
            painter->setPen(marked ? tokens.accent : tokens.line);
            painter->drawLine(20, y, rect.center().x() - half, y);
            painter->drawLine(rect.center().x() + half, y, rect.right() - 20, y);
        }
        QRect words = rect;
        if (locked || open) {
            words.translate((side + 4) / 2, 0); // the two stand in the middle together
            const int x = words.center().x() - metrics.horizontalAdvance(separator.words) / 2 - side - 4;
            const QString icon = locked ? QStringLiteral("lock") : QStringLiteral("globe");
            painter->drawPixmap(
                QPoint(x, rect.center().y() - side / 2), iconPixmap(icon, colour, side, devicePixelRatioF()));
        }
        painter->setPen(colour);
        painter->drawText(words, Qt::AlignCenter, separator.words);
        rect.translate(0, separatorHeight());
    }
}

} // namespace parley::ui
