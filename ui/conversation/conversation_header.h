// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/ticket.h"
#include "ui/common/actions.h"

#include <QFrame>
#include <QHash>
#include <QTimer>

#include <chrono>

class QLabel;
class QMenu;
class QToolButton;

namespace parley::ui {

class ElidedLabel;
class KeyButton;
class LiveMarks;

/// Whose conversation it is, where it stands, and the three things one does most.
class ConversationHeader : public QFrame
{
    Q_OBJECT
public:
    ConversationHeader(
        const QList<PlatformInfo> &platforms, const Clock &clock, Actions &actions, QWidget *parent = nullptr);

    /// \param outage  how long of its wait the platform did not answer
    void setTicket(const std::optional<TicketRow> &row, std::chrono::milliseconds outage = {});
    /// Who of the colleagues is answering here; null: not told.
    void setLiveMarks(LiveMarks *marks);
    void setBackVisible(bool visible); ///< list and thread swap: a way back
    void popUp(QMenu *menu, Act under); ///< below the action's button

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void refreshMark();
    void placeMark(); ///< it comes before the line beside it
    [[nodiscard]] QString subtitle() const;

    QHash<QString, QString> m_platforms;
    const Clock &m_clock;
    Actions &m_actions;
    std::optional<TicketRow> m_row;
    std::chrono::milliseconds m_outage{0};
    LiveMarks *m_marks = nullptr;
    QTimer m_markTimer; ///< its seconds
    QToolButton *m_back;
    ElidedLabel *m_name;
    QLabel *m_chip;
    ElidedLabel *m_mark; ///< "✎ Ana is answering · 0:42"
    ElidedLabel *m_subtitle;
    KeyButton *m_assign;
    KeyButton *m_snooze;
    KeyButton *m_resolve;
};

} // namespace parley::ui
