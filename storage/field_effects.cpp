// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/field_effects.h"

#include "storage/accounts.h"
#include "storage/enums.h"
#include "storage/message_effects.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace parley::storage::effects {

namespace {

QStringList stringsIn(const QJsonValue &array)
{
    return array.toVariant().toStringList();
}

QJsonObject statusOf(const tickets::State &state)
{
    QJsonObject status{{u"status"_s, toString(state.ticket.status)}, {u"answered"_s, state.answeredUpTo}};
    if (state.ticket.snoozedUntil)
        status.insert(u"until"_s, toMs(*state.ticket.snoozedUntil));
    if (state.resolved)
        status.insert(u"resolved"_s, toMs(*state.resolved));
    return status;
}

/// \param before  what statusOf() gave
void setBackStatus(tickets::State &state, const QJsonObject &before, Timestamp now)
{
    const QJsonValue until = before["until"_L1];
    tickets::setStatus(state, ticketStatusFrom(before["status"_L1].toString()).value_or(TicketStatus::Open),
        until.isDouble() ? std::optional(fromMs(until.toInteger())) : std::nullopt, now);
    const QJsonValue resolved = before["resolved"_L1];
    if (resolved.isDouble())
        state.resolved = fromMs(resolved.toInteger());
}

/// One overload an action; a new one that is forgotten here does not compile.
struct Apply {
    Database &db;
    tickets::State &state;
    outbox::Row &row;

    void operator()(const SetStatus &change) const
    {
        const QJsonObject before = statusOf(state);
        // Resolving says that no answer is needed to what was seen.
        if (change.status == TicketStatus::Resolved)
            answer(db, row, state);
        row.before = before;
        tickets::setStatus(state, change.status, change.snoozedUntil, row.created);
    }
    void operator()(const Assign &change) const
    {
        row.before = QJsonObject{{u"assignee"_s, state.ticket.assignee}};
        state.ticket.assignee = change.assignee;
        state.changed = true;
    }
    void operator()(const ChangeTags &change) const
    {
        row.before = QJsonObject{{u"tags"_s, QJsonArray::fromStringList(state.ticket.tags)}};
        tickets::setTags(state, tickets::changedTags(state.ticket.tags, change.add, change.remove));
    }
    void operator()(const SetPriority &change) const
    {
        row.before = QJsonObject{{u"priority"_s, toString(state.ticket.priority)}};
        state.ticket.priority = change.priority;
        state.changed = true;
    }
    void operator()(const MarkAnswered &) const { answer(db, row, state); }
    void operator()(const MarkRead &) const
    {
        // Elsewhere "unread" is this agent's own, whatever the customer is told.
        if (accounts::get(db, row.account).capabilities.sharesUnread)
            setUnread(false);
    }
    void operator()(const MarkUnread &) const { setUnread(true); }
    void operator()(const AssignTeam &change) const
    {
        row.before = QJsonObject{{u"team"_s, state.ticket.team}};
        state.ticket.team = change.team;
        state.changed = true;
    }
    void operator()(const Mute &change) const
    {
        QJsonObject before = statusOf(state);
        before.insert(u"on"_s, state.ticket.muted);
        if (change.on && state.ticket.status != TicketStatus::Resolved) {
            answer(db, row, state);
            tickets::setStatus(state, TicketStatus::Resolved, std::nullopt, row.created);
        }
        row.before = before;
        state.ticket.muted = change.on;
        state.changed = true;
    }
    void operator()(const RunMacro &) const { } // what it does comes back from the server
    void operator()(const Reply &) const { }
    void operator()(const Note &) const { }
    void operator()(const EditMessage &) const { }
    void operator()(const DeleteMessage &) const { }

private:
    void setUnread(bool unread) const
    {
        row.before = QJsonObject{{u"unread"_s, state.ticket.unread}};
        state.ticket.unread = unread;
        state.changed = true;
    }
};

struct Revert {
    const outbox::Row &row;
    tickets::State &state;
    Timestamp now;

    void operator()(const SetStatus &change) const
    {
        if (state.ticket.status == change.status)
            setBackStatus(state, row.before, now);
    }
    void operator()(const Assign &change) const
    {
        if (state.ticket.assignee != change.assignee)
            return;
        state.ticket.assignee = row.before["assignee"_L1].toString();
        state.changed = true;
    }
    void operator()(const ChangeTags &change) const
    {
        // Only what this row did is taken back: tags that others set meanwhile stay.
        const QStringList before = stringsIn(row.before["tags"_L1]);
        QStringList added;
        QStringList removed;
        for (const QString &tag : change.add) {
            if (!tickets::holdsTag(before, tag))
                added.append(tag);
        }
        for (const QString &tag : before) {
            if (tickets::holdsTag(change.remove, tag))
                removed.append(tag);
        }
        tickets::setTags(state, tickets::changedTags(state.ticket.tags, removed, added));
    }
    void operator()(const SetPriority &change) const
    {
        if (state.ticket.priority != change.priority)
            return;
        state.ticket.priority = priorityFrom(row.before["priority"_L1].toString()).value_or(Priority::Normal);
        state.changed = true;
    }
    void operator()(const MarkAnswered &) const { }
    void operator()(const MarkRead &) const { setBackUnread(false); }
    void operator()(const MarkUnread &) const { setBackUnread(true); }
    void operator()(const AssignTeam &change) const
    {
        if (state.ticket.team != change.team)
            return;
        state.ticket.team = row.before["team"_L1].toString();
        state.changed = true;
    }
    void operator()(const Mute &change) const
    {
        if (state.ticket.muted != change.on)
            return;
        state.ticket.muted = row.before["on"_L1].toBool();
        state.changed = true;
        if (change.on && state.ticket.status == TicketStatus::Resolved)
            setBackStatus(state, row.before, now);
    }
    void operator()(const RunMacro &) const { }
    void operator()(const Reply &) const { }
    void operator()(const Note &) const { }
    void operator()(const EditMessage &) const { }
    void operator()(const DeleteMessage &) const { }

private:
    void setBackUnread(bool set) const
    {
        const QJsonValue before = row.before["unread"_L1];
        if (!before.isBool() || state.ticket.unread != set)
            return;
        state.ticket.unread = before.toBool();
        state.changed = true;
    }
};

} // namespace

void applyField(Database &db, const Command &command, tickets::State &state, outbox::Row &row)
{
    std::visit(Apply{db, state, row}, command);
}

void revertField(const outbox::Row &row, tickets::State &state, Timestamp now)
{
    if (const auto command = commandFrom(row.command))
        std::visit(Revert{row, state, now}, *command);
}

} // namespace parley::storage::effects
