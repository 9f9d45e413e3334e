// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ticket.h"
#include "models/workspace.h"
#include "ui/inbox/ticket_actions.h"

#include <QHash>
#include <QList>
#include <QString>

namespace parley::ui {

/// A ticket that a macro is to change, and what fills the blanks of its texts.
struct MacroTarget {
    Ticket ticket;
    QHash<QString, QString> values; ///< see fillIn()
};

/// A step in words: "Status: resolved", "Sends to the customer: “…”".
[[nodiscard]] QString stepWords(const Command &step);

/// What a macro is going to do to some tickets: what the agent sees before it is done, and then exactly that.
class MacroPlan
{
public:
    struct Line {
        QString words;
        int tickets = 0; ///< how many it changes; 0: all are so already
        bool sends = false; ///< the customer reads it
        bool onServer = false; ///< only the server knows what it does exactly
    };

    MacroPlan() = default;
    MacroPlan(const Macro &macro, const QList<MacroTarget> &targets);

    [[nodiscard]] const QList<Line> &lines() const { return m_lines; }
    [[nodiscard]] bool runsOnServer() const { return m_onServer; } ///< and cannot be undone here
    [[nodiscard]] bool sends() const;
    [[nodiscard]] int tickets() const { return m_tickets; }
    /// Why it can do nothing at all: a blank of its texts that a person would have to fill in. Empty: it can.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    [[nodiscard]] bool canRun() const { return m_trouble.isEmpty() && !m_work.isEmpty(); }
    [[nodiscard]] const QList<TicketWork> &work() const { return m_work; }
    [[nodiscard]] QString doneWords() const; ///< to say when it was started

private:
    void add(const QList<Command> &commands, Ticket ticket);

    QString m_name;
    int m_tickets = 0;
    bool m_onServer = false;
    QList<Line> m_lines;
    QString m_trouble;
    QList<TicketWork> m_work;
};

} // namespace parley::ui
