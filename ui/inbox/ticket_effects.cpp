// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/ticket_effects.h"

#include <algorithm>
#include <variant>

namespace parley::ui {

namespace {

SetStatus statusOf(const Ticket &ticket)
{
    return {.status = ticket.status, .snoozedUntil = ticket.snoozedUntil};
}

/// \a change without what has no effect.
ChangeTags effective(const ChangeTags &change, const QStringList &tags)
{
    ChangeTags left;
    for (const QString &tag : change.add) {
        if (!hasTag(tags, tag))
            left.add.append(tag);
    }
    for (const QString &tag : change.remove) {
        const auto there =
            std::ranges::find_if(tags, [&](const QString &one) { return one.compare(tag, Qt::CaseInsensitive) == 0; });
        if (there != tags.end())
            left.remove.append(*there); // as it is written there: it may have to come back
    }
    return left;
}

struct Pretend {
    Ticket &ticket;

    void operator()(const SetStatus &change) const
    {
        ticket.status = change.status;
        ticket.snoozedUntil = change.snoozedUntil;
    }
    void operator()(const Assign &change) const { ticket.assignee = change.assignee; }
    void operator()(const AssignTeam &change) const { ticket.team = change.team; }
    void operator()(const SetPriority &change) const { ticket.priority = change.priority; }
    void operator()(const ChangeTags &change) const
    {
        const ChangeTags what = effective(change, ticket.tags);
        for (const QString &tag : what.remove)
            ticket.tags.removeAll(tag);
        ticket.tags += what.add;
        ticket.tags.sort();
    }
    void operator()(const Mute &change) const
    {
        ticket.muted = change.on;
        if (change.on)
            ticket.status = TicketStatus::Resolved;
    }
    void operator()(const MarkAnswered &) const { ticket.unanswered = false; }
    void operator()(const MarkRead &) const { ticket.unread = false; }
    void operator()(const MarkUnread &) const { ticket.unread = true; }
    void operator()(const Reply &) const { ticket.unanswered = false; }
    template <typename Other>
    void operator()(const Other &) const
    {
    }
};

struct Inverse {
    const Ticket &was;

    QList<Command> operator()(const SetStatus &) const { return {statusOf(was)}; }
    QList<Command> operator()(const Assign &) const { return {Assign{was.assignee}}; }
    QList<Command> operator()(const AssignTeam &) const { return {AssignTeam{was.team}}; }
    QList<Command> operator()(const SetPriority &) const { return {SetPriority{was.priority}}; }
    QList<Command> operator()(const ChangeTags &change) const
    {
        const ChangeTags what = effective(change, was.tags);
        return {ChangeTags{.add = what.remove, .remove = what.add}};
    }
    QList<Command> operator()(const Mute &change) const
    {
        QList<Command> back{Mute{!change.on}};
        if (was.status != TicketStatus::Resolved || !change.on)
            back.append(statusOf(was));
        return back;
    }
    template <typename Other>
    QList<Command> operator()(const Other &) const
    {
        return {};
    }
};

bool sameFields(const Ticket &a, const Ticket &b)
{
    return a.status == b.status && a.snoozedUntil == b.snoozedUntil && a.assignee == b.assignee && a.team == b.team
        && a.priority == b.priority && a.tags == b.tags && a.muted == b.muted && a.unanswered == b.unanswered
        && a.unread == b.unread;
}

} // namespace

bool hasTag(const QStringList &tags, const QString &tag)
{
    return tags.contains(tag, Qt::CaseInsensitive);
}

bool isMessage(const Command &command)
{
    return std::holds_alternative<Reply>(command) || std::holds_alternative<Note>(command);
}

void pretend(const Command &command, Ticket &ticket)
{
    std::visit(Pretend{ticket}, command);
}

bool changes(const Command &command, const Ticket &ticket)
{
    if (isMessage(command) || std::holds_alternative<RunMacro>(command))
        return true;
    Ticket then = ticket;
    pretend(command, then);
    return !sameFields(ticket, then);
}

QList<Command> inverseOf(const Command &command, const Ticket &was)
{
    return changes(command, was) ? std::visit(Inverse{was}, command) : QList<Command>();
}

} // namespace parley::ui
