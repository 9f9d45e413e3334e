// SPDX-License-Identifier: GPL-3.0-or-later
// Who and what can be chosen for tickets, of one account or of several.
#pragma once

#include "models/command.h"
#include "models/ticket.h"
#include "models/workspace.h"

#include <QColor>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>

namespace parley::ui {

class Workspaces;

struct People {
    QList<Agent> agents; ///< without this one; who is there first, then by name
    QString me; ///< this agent's name for people; empty: not told
    std::optional<Availability> mine;
    bool anybody = false; ///< no server keeps a list: any name will do
};
/// Where tickets are of several accounts: those who are on the list of each that keeps one.
[[nodiscard]] People peopleFor(const QSet<AccountId> &accounts, Workspaces &workspaces);

/// The teams that all these accounts have; this agent's own first.
[[nodiscard]] QList<Team> teamsFor(const QSet<AccountId> &accounts, Workspaces &workspaces);

/// The tags of some tickets while they are being chosen: each change is told at once, though the cache has it later.
class TagChoices
{
public:
    TagChoices(QList<Ticket> tickets, Workspaces &workspaces);

    struct Tag {
        QString name;
        int on = 0; ///< how many of the tickets have it
        QColor colour{}; ///< of the server's label; invalid: none
        QString description{};
    };
    [[nodiscard]] QList<Tag> tags() const; ///< those on the tickets first; by name
    [[nodiscard]] bool contains(const QString &tag) const; ///< among tags(), regardless of case
    [[nodiscard]] int tickets() const { return int(m_tickets.size()); }
    /// On all tickets: taken off; else put on all.
    ChangeTags toggle(const QString &tag);

private:
    QList<Ticket> m_tickets;
    QList<Tag> m_labels; ///< of the servers
};

} // namespace parley::ui
