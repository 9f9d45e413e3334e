// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ids.h"

#include <QListView>

namespace parley::ui {

class TicketListModel;

/// The list of tickets. Its current row is the open ticket; marks (for bulk actions) are another matter and live in the
/// model. A row that leaves the list (answered, resolved) does not drag the next one into its place: the agent stays
/// where they are, and the next step goes on from where the row stood, also when the ticket comes back (the customer
/// wrote again) and is shown as the open one.
class TicketListView : public QListView
{
    Q_OBJECT
public:
    explicit TicketListView(QWidget *parent = nullptr);
    void setTickets(TicketListModel *model);

    [[nodiscard]] TicketId current() const; ///< invalid: none in this list
    void select(TicketId ticket); ///< without chosen(); nothing when it is not loaded
    bool step(int by, bool marking = false); ///< J and K; false at the end
    void toggleMark(); ///< X
    void markAll(); ///< of the loaded rows

Q_SIGNALS:
    void chosen(parley::TicketId ticket); ///< by the agent
    void activatedByKey(); ///< Enter: on to the thread
    void menuRequested(parley::TicketId ticket, const QPoint &global);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void markTo(const QModelIndex &index);
    void showReturned(int first, int last); ///< \c m_left, when it is among these rows; the list does not scroll to it

    TicketListModel *m_tickets = nullptr;
    bool m_silent = false;
    TicketId m_left; ///< the open ticket that left the list
    int m_leftAt = -1; ///< where it stood
};

} // namespace parley::ui
