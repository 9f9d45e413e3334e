// SPDX-License-Identifier: GPL-3.0-or-later
// MessageView's mouse and keyboard: selecting text, links, the bubbles' buttons, scrolling by keys.
#include "ui/conversation/message_text.h"
#include "ui/conversation/message_view.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyleHints>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace parley::ui {

std::optional<TextRange> MessageView::selectionIn(MessageId message) const
{
    if (!m_selectFrom || m_selectFrom->message != message || m_selectFrom->position == m_selectTo)
        return std::nullopt;
    return TextRange{std::min(m_selectFrom->position, m_selectTo), std::max(m_selectFrom->position, m_selectTo)};
}

std::optional<MessageView::Place> MessageView::placeAt(const QPoint &point, bool nearest) const
{
    const QModelIndex index = indexAt(point);
    if (!index.isValid())
        return std::nullopt;
    const MessageBubble &shown = bubble(index.row());
    const QPointF within = point - bubbleOrigin(index.row());
    if (!shown.body() || (!nearest && !shown.bodyRect().adjusted(-4, -2, 4, 2).contains(within)))
        return std::nullopt;
    return Place{m_messages->message(index.row()).id, shown.body()->positionAt(within - shown.bodyRect().topLeft())};
}

const BubblePart *MessageView::partAt(const QPoint &point, int *row) const
{
    const QModelIndex index = indexAt(point);
    if (!index.isValid())
        return nullptr;
    if (row)
        *row = index.row();
    return bubble(index.row()).partAt(point - bubbleOrigin(index.row()));
}

QString MessageView::linkAt(const QPoint &point) const
{
    const QModelIndex index = indexAt(point);
    if (!index.isValid())
        return {};
    const MessageBubble &shown = bubble(index.row());
    const QPointF within = point - bubbleOrigin(index.row());
    if (!shown.body() || !shown.bodyRect().contains(within))
        return {};
    return shown.body()->linkAt(within - shown.bodyRect().topLeft());
}

QString MessageView::selectedText() const
{
    if (!m_selectFrom)
        return {};
    const int row = m_messages->rowOf(m_selectFrom->message);
    const auto range = selectionIn(m_selectFrom->message);
    if (row < 0 || !range || !bubble(row).body())
        return {};
    return bubble(row).body()->text(*range);
}

void MessageView::selectText(MessageId message, const QString &words)
{
    clearSelectedText();
    const int row = m_messages->rowOf(message);
    const MessageBody *body = row < 0 ? nullptr : bubble(row).body();
    if (!body || words.isEmpty())
        return;
    const int at = int(body->text({0, body->length()}).indexOf(words, 0, Qt::CaseInsensitive));
    if (at < 0)
        return;
    m_selectFrom = Place{message, at};
    m_selectTo = at + int(words.size());
    viewport()->update();
}

void MessageView::clearSelectedText()
{
    m_selectFrom.reset();
    viewport()->update();
}

void MessageView::copy()
{
    QString text = selectedText();
    if (text.isEmpty() && currentMessage())
        text = safeBody(currentMessage()->text);
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void MessageView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = event->position().toPoint();
    const QModelIndex index = indexAt(m_pressed);
    if (index.isValid())
        setCurrentIndex(index);
    clearSelectedText();
    if (const auto place = placeAt(m_pressed, false)) {
        m_selectFrom = place;
        m_selectTo = place->position;
        m_selecting = true;
    }
}

void MessageView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (!m_selecting) {
        hover(point);
        return;
    }
    const int row = m_selectFrom ? m_messages->rowOf(m_selectFrom->message) : -1;
    if (row < 0 || !bubble(row).body())
        return;
    const QPointF within = point - bubbleOrigin(row) - bubble(row).bodyRect().topLeft();
    m_selectTo = bubble(row).body()->positionAt(within);
    viewport()->update();
}

void MessageView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_selecting = false;
    const QPoint point = event->position().toPoint();
    if ((point - m_pressed).manhattanLength() > QApplication::styleHints()->startDragDistance())
        return;
    int row = -1;
    if (const BubblePart *part = partAt(point, &row)) {
        const MessageId message = m_messages->message(row).id;
        if (part->kind == BubblePart::Kind::ToggleQuote) {
            if (!m_unfolded.remove(message))
                m_unfolded.insert(message);
            forgetLayouts();
        } else {
            Q_EMIT partActivated(message, part->kind, part->attachment);
        }
        return;
    }
    if (const QString link = linkAt(point); !link.isEmpty() && selectedText().isEmpty())
        Q_EMIT linkActivated(link);
}

void MessageView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto place = placeAt(event->position().toPoint(), false);
    if (!place)
        return;
    const int row = m_messages->rowOf(place->message);
    const TextRange word = bubble(row).body()->wordAt(place->position);
    m_selectFrom = Place{place->message, word.first};
    m_selectTo = word.second;
    m_selecting = false;
    viewport()->update();
}

void MessageView::hover(const QPoint &point)
{
    int row = -1;
    const BubblePart *part = partAt(point, &row);
    const QRect rect = part ? part->rect : QRect();
    const int hovered = part ? row : -1;
    if (std::exchange(m_hoveredRow, hovered) != hovered || std::exchange(m_hoveredPart, rect) != rect)
        viewport()->update();
    m_hoveredPart = rect;
    if (part || !linkAt(point).isEmpty())
        viewport()->setCursor(Qt::PointingHandCursor);
    else if (placeAt(point, false))
        viewport()->setCursor(Qt::IBeamCursor);
    else
        viewport()->unsetCursor();
}

void MessageView::leaveEvent(QEvent *event)
{
    hover({-1, -1});
    QAbstractItemView::leaveEvent(event);
}

bool MessageView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString link = linkAt(help->pos());
        if (!link.isEmpty())
            QToolTip::showText(help->globalPos(), trueTarget(QUrl(link)).toHtmlEscaped(), viewport());
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractItemView::viewportEvent(event);
}

void MessageView::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint point = event->pos();
    QModelIndex index = indexAt(point);
    if (event->reason() == QContextMenuEvent::Keyboard) {
        index = currentIndex();
        point = bubbleOrigin(std::max(0, index.row())) + QPoint(60, 30);
    }
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    Q_EMIT menuRequested(m_messages->message(index.row()).id, viewport()->mapToGlobal(point));
}

void MessageView::wheelEvent(QWheelEvent *event)
{
    QAbstractScrollArea::wheelEvent(event); // the item view's own would ask for the style's step
}

void MessageView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Down:
        bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        return;
    case Qt::Key_Up:
        bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
        return;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
        return;
    case Qt::Key_PageUp:
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
        return;
    case Qt::Key_Home:
        bar->triggerAction(QAbstractSlider::SliderToMinimum);
        return;
    case Qt::Key_End:
        scrollToEnd();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid()) {
            const QPoint at = bubbleOrigin(currentIndex().row()) + QPoint(60, 30);
            Q_EMIT menuRequested(m_messages->message(currentIndex().row()).id, viewport()->mapToGlobal(at));
        }
        return;
    default:
        if (event->matches(QKeySequence::Copy))
            copy();
        else
            event->ignore();
    }
}

} // namespace parley::ui
