// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inbox/ticket_list_model.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QEventLoop>
#include <QString>
#include <QTimer>

#include <algorithm>

namespace parley::bench {

/// Notices when the list is painted with the text waited for in one of its first rows.
class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(QAbstractItemView *list)
        : m_list(list)
    {
        list->viewport()->installEventFilter(this);
    }

    void expect(const QString &text) { m_wanted = text; }
    /// Sleeps in the event loop as the program does; polling would add its own step to the time.
    /// \return false: not within five seconds
    bool waitForPaint()
    {
        QTimer patience;
        patience.setSingleShot(true);
        QObject::connect(&patience, &QTimer::timeout, &m_loop, [this] { m_loop.exit(1); });
        patience.start(std::chrono::seconds(5));
        return m_loop.exec() == 0;
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_wanted.isEmpty() && holdsWanted()) {
            m_wanted.clear();
            // After this event: then the row is on the screen.
            QMetaObject::invokeMethod(&m_loop, [this] { m_loop.exit(0); }, Qt::QueuedConnection);
        }
        return false;
    }

private:
    [[nodiscard]] bool holdsWanted() const
    {
        const auto *model = qobject_cast<const ui::TicketListModel *>(m_list->model());
        constexpr int inSight = 8; // of a window of usual height
        for (int row = 0; model && row < std::min(model->rowCount(), inSight); ++row) {
            if (model->row(row).snippet.contains(m_wanted))
                return true;
        }
        return false;
    }

    QAbstractItemView *m_list;
    QString m_wanted;
    QEventLoop m_loop;
};

} // namespace parley::bench
