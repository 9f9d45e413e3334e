// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/time.h"
#include "ui/common/tokens.h"

#include <QHash>
#include <QStyledItemDelegate>

namespace parley::ui {

class LiveMarks;
class TicketListModel;
class Workspaces;

/// Draws a line of the ticket list. All rows are of one height, so the list never measures them.
class TicketDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    TicketDelegate(const TicketListModel &model, Workspaces &workspaces, const LiveMarks &marks,
        const QList<PlatformInfo> &platforms, const Clock &clock, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Pen; ///< what every helper draws with
    void paintAvatar(const Pen &pen, int row) const;
    void paintName(const Pen &pen, int row) const;
    void paintLine(const Pen &pen, int row) const;
    void paintChips(const Pen &pen, int row) const;
    /// Whose it is, and which colleague is answering. \return where the room for others ends
    [[nodiscard]] int paintOwner(const Pen &pen, int row, int y) const;

    const TicketListModel &m_model;
    Workspaces &m_workspaces;
    const LiveMarks &m_marks;
    QHash<QString, PlatformInfo> m_platforms;
    const Clock &m_clock;
};

/// A round with initials and the platform's mark in its corner.
void paintAvatar(QPainter *painter, const QRect &rect, const QString &name, const QFont &font,
    const PlatformInfo &platform, const QColor &ground);
/// How a pill looks.
struct ChipLook {
    QFont font;
    QColor text;
    QColor ground;
    QString icon{}; ///< a small sign before the words; empty: none
    QColor dot{}; ///< a round of a label's colour before the words; invalid: none
};
/// Returns its width. \param most  of room, the words are shortened to it; 0: any
int paintChip(QPainter *painter, const QPoint &at, const QString &words, const ChipLook &look, int most);
[[nodiscard]] int chipWidth(const QString &words, const ChipLook &look);
[[nodiscard]] int chipHeight(const QFont &font);

} // namespace parley::ui
