// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/macros/macro_plan.h"

#include "models/display_text.h"
#include "models/macro.h"
#include "ui/common/time_words.h"
#include "ui/inbox/ticket_effects.h"
#include "ui/inbox/ticket_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <variant>

namespace parley::ui {

namespace {

constexpr int kTextLength = 400; ///< UTF-16 units of a text that a preview shows
constexpr int kNameLength = 60;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::ui::Macro)
};

struct StepWords {
    QString operator()(const Reply &step) const
    {
        const QString text = safeForDisplay(step.text, kTextLength);
        return step.privately ? Words::tr("Sends to the customer in private: “%1”").arg(text)
                              : Words::tr("Sends to the customer: “%1”").arg(text);
    }
    QString operator()(const Note &step) const
    {
        return Words::tr("Note for the team: “%1”").arg(safeForDisplay(step.text, kTextLength));
    }
    QString operator()(const SetStatus &step) const
    {
        if (step.status == TicketStatus::Snoozed && step.snoozedUntil)
            return Words::tr("Snoozed until %1").arg(fullTime(*step.snoozedUntil));
        return Words::tr("Status: %1").arg(statusWord(step.status));
    }
    QString operator()(const Assign &step) const
    {
        return step.assignee.isEmpty() ? Words::tr("Assigned to nobody")
                                       : Words::tr("Assigned to %1").arg(assigneeWord(step.assignee));
    }
    QString operator()(const AssignTeam &step) const
    {
        return step.team.isEmpty() ? Words::tr("Without a team") : Words::tr("Team: %1").arg(teamWord(step.team));
    }
    QString operator()(const ChangeTags &step) const
    {
        QStringList parts;
        for (const QString &tag : step.add)
            parts += u'+' + safeForDisplay(tag, kNameLength);
        for (const QString &tag : step.remove)
            parts += QChar(0x2212) + safeForDisplay(tag, kNameLength);
        return Words::tr("Tags: %1").arg(parts.join(QStringLiteral(", ")));
    }
    QString operator()(const SetPriority &step) const
    {
        return Words::tr("Priority: %1").arg(priorityWord(step.priority));
    }
    QString operator()(const MarkAnswered &) const { return Words::tr("No answer needed"); }
    QString operator()(const MarkRead &) const { return Words::tr("Marked as read"); }
    QString operator()(const MarkUnread &) const { return Words::tr("Marked as not seen"); }
    QString operator()(const Mute &step) const
    {
        return step.on ? Words::tr("The customer can no longer write; the ticket is resolved")
                       : Words::tr("The customer can write again");
    }
    QString operator()(const RunMacro &step) const
    {
        return Words::tr("Runs the macro “%1”").arg(safeForDisplay(step.name, kNameLength));
    }
    QString operator()(const EditMessage &) const { return Words::tr("Changes a message"); }
    QString operator()(const DeleteMessage &) const { return Words::tr("Deletes a message"); }
};

} // namespace

QString stepWords(const Command &step)
{
    return std::visit(StepWords{}, step);
}

MacroPlan::MacroPlan(const Macro &macro, const QList<MacroTarget> &targets)
    : m_name(safeForDisplay(macro.name, kNameLength))
    , m_tickets(int(targets.size()))
    , m_onServer(!macro.onlyThere.isEmpty())
{
    const int all = m_onServer ? m_tickets : 0;
    for (const Command &step : macro.steps) {
        m_lines.append({.words = stepWords(step), .tickets = all, .sends = std::holds_alternative<Reply>(step)});
    }
    for (const QString &step : macro.onlyThere)
        m_lines.append({.words = safeForDisplay(step, kTextLength), .tickets = all, .onServer = true});
    for (const MacroTarget &target : targets) {
        const auto commands = commandsFor(macro, target.values);
        if (!commands) {
            m_trouble = commands.error().words; // where one text cannot be written, nothing is done to any ticket
            m_work.clear();
            return;
        }
        if (m_onServer)
            m_work.append({.ticket = target.ticket.id, .commands = *commands});
        else
            add(*commands, target.ticket);
    }
}

/// Step by step, the ticket as the steps before left it: what would change nothing is not done at all.
void MacroPlan::add(const QList<Command> &commands, Ticket ticket)
{
    TicketWork one{.ticket = ticket.id, .commands = {}};
    for (qsizetype step = 0; step < commands.size(); ++step) {
        const Command &command = commands.at(step);
        Line &line = m_lines[step];
        if (!changes(command, ticket))
            continue;
        pretend(command, ticket);
        one.commands.append(command);
        if (line.tickets == 0)
            line.words = stepWords(command); // of several tickets the first's names stand for all
        ++line.tickets;
    }
    if (!one.commands.isEmpty())
        m_work.append(one);
}

bool MacroPlan::sends() const
{
    return std::ranges::any_of(m_lines, [](const Line &line) { return line.sends && line.tickets > 0; });
}

QString MacroPlan::doneWords() const
{
    const int n = int(m_work.size());
    return m_onServer ? Words::tr("The server runs “%1” for %n ticket(s).", nullptr, n).arg(m_name)
                      : Words::tr("“%1” was done to %n ticket(s).", nullptr, n).arg(m_name);
}

} // namespace parley::ui
