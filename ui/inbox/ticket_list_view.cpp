// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/ticket_list_view.h"

#include "ui/inbox/ticket_list_model.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScopedValueRollback>

#include <algorithm>

namespace parley::ui {

TicketListView::TicketListView(QWidget *parent)
    : QListView(parent)
{
    setObjectName(QStringLiteral("ticketList"));
    setUniformItemSizes(true);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Tickets"));
}

void TicketListView::setTickets(TicketListModel *model)
{
    m_tickets = model;
    setModel(model);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_leftAt = -1; });
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
        if (m_leftAt > last)
            m_leftAt -= last - first + 1;
    });
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        if (m_leftAt >= first)
            m_leftAt += last - first + 1;
        showReturned(first, last);
    });
    connect(model, &QAbstractItemModel::rowsMoved, this,
        [this](const QModelIndex &, int from, int, const QModelIndex &, int gap) { // the model moves one at a time
            if (m_leftAt >= 0)
                m_leftAt += int(gap <= m_leftAt) - int(from < m_leftAt);
        });
}

TicketId TicketListView::current() const
{
    return currentIndex().isValid() ? m_tickets->row(currentIndex().row()).ticket.id : TicketId{};
}

void TicketListView::select(TicketId ticket)
{
    const QScopedValueRollback silent(m_silent, true);
    const int row = m_tickets->rowOf(ticket);
    m_left = row < 0 ? ticket : TicketId{};
    if (row >= 0)
        m_leftAt = -1;
    setCurrentIndex(row >= 0 ? m_tickets->index(row) : QModelIndex());
}

void TicketListView::showReturned(int first, int last)
{
    if (!m_left.isValid() || currentIndex().isValid())
        return;
    const int row = m_tickets->rowOf(m_left);
    if (row < first || row > last)
        return;
    const QScopedValueRollback silent(m_silent, true);
    setAutoScroll(false);
    setCurrentIndex(m_tickets->index(row));
    setAutoScroll(true);
}

void TicketListView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (m_silent || !current.isValid())
        return;
    m_left = {};
    m_leftAt = -1;
    Q_EMIT chosen(m_tickets->row(current.row()).ticket.id);
}

void TicketListView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    if (currentIndex().isValid() && currentIndex().row() >= start && currentIndex().row() <= end) {
        const QScopedValueRollback silent(m_silent, true);
        m_left = current();
        if (m_leftAt < 0)
            m_leftAt = start;
        setCurrentIndex({});
    }
    QListView::rowsAboutToBeRemoved(parent, start, end);
}

bool TicketListView::step(int by, bool marking)
{
    const int rows = m_tickets->rowCount();
    if (rows == 0)
        return false;
    int row = 0;
    if (m_leftAt >= 0)
        row = by > 0 ? m_leftAt : m_leftAt - 1; // what followed moved up into its place
    else if (currentIndex().isValid())
        row = currentIndex().row() + by;
    if (row == currentIndex().row())
        row += by; // the ticket that came back stands there
    if (row >= rows && m_tickets->canFetchMore({}))
        m_tickets->fetchMore({});
    if (row < 0 || row >= m_tickets->rowCount())
        return false;
    if (marking && currentIndex().isValid())
        m_tickets->setMarked(current(), true);
    setCurrentIndex(m_tickets->index(row));
    if (marking)
        m_tickets->setMarked(current(), true);
    return true;
}

void TicketListView::toggleMark()
{
    if (currentIndex().isValid())
        m_tickets->setMarked(current(), !m_tickets->isMarked(current()));
}

void TicketListView::markAll()
{
    for (int row = 0; row < m_tickets->rowCount(); ++row)
        m_tickets->setMarked(m_tickets->row(row).ticket.id, true);
}

void TicketListView::markTo(const QModelIndex &index)
{
    const int from = currentIndex().isValid() ? currentIndex().row() : index.row();
    for (int row = std::min(from, index.row()); row <= std::max(from, index.row()); ++row)
        m_tickets->setMarked(m_tickets->row(row).ticket.id, true);
}

void TicketListView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid()) {
        const TicketId ticket = m_tickets->row(index.row()).ticket.id;
        if (event->modifiers().testFlag(Qt::ControlModifier)) {
            m_tickets->setMarked(ticket, !m_tickets->isMarked(ticket));
            return;
        }
        if (event->modifiers().testFlag(Qt::ShiftModifier)) {
            markTo(index);
            return;
        }
    }
    if (event->button() == Qt::RightButton)
        return; // the menu acts on the row under it without opening it
    QListView::mousePressEvent(event);
}

void TicketListView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT activatedByKey();
        return;
    }
    if (!event->text().isEmpty() && event->text().at(0).isPrint()) {
        event->ignore(); // no type-ahead: single letters are the desk's keys
        return;
    }
    QListView::keyPressEvent(event);
}

void TicketListView::contextMenuEvent(QContextMenuEvent *event)
{
    QModelIndex index = indexAt(event->pos());
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        index = currentIndex();
        at = viewport()->mapToGlobal(visualRect(index).center());
    }
    if (index.isValid())
        Q_EMIT menuRequested(m_tickets->row(index.row()).ticket.id, at);
}

void TicketListView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Tickets"));
    if (event->type() == QEvent::FontChange)
        scheduleDelayedItemsLayout();
}

} // namespace parley::ui
