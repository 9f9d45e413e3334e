// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/field_effects.h"

#include "storage/enums.h"
#include "storage/message_effects.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace parley::storage::effects {

namespace {

QStringList changedTags(QStringList tags, const QStringList &add, const QStringList &remove)
{
    for (const QString &tag : remove)
        tags.removeAll(tag.simplified());
    return tags + add;
}

QStringList stringsIn(const QJsonValue &array)
{
    return array.toVariant().toStringList();
}

/// One overload an action; a new one that is forgotten here does not compile.
struct Apply {
    Database &db;
    tickets::State &state;
    outbox::Row &row;

    void operator()(const SetStatus &change) const
    {
        QJsonObject before{{u"status"_s, toString(state.ticket.status)}, {u"answered"_s, state.answeredUpTo}};
        if (state.ticket.snoozedUntil)
            before.insert(u"until"_s, toMs(*state.ticket.snoozedUntil));
        if (state.resolved)
            before.insert(u"resolved"_s, toMs(*state.resolved));
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
        tickets::setTags(state, changedTags(state.ticket.tags, change.add, change.remove));
    }
    void operator()(const SetPriority &change) const
    {
        row.before = QJsonObject{{u"priority"_s, toString(state.ticket.priority)}};
        state.ticket.priority = change.priority;
        state.changed = true;
    }
    void operator()(const MarkAnswered &) const { answer(db, row, state); }
    void operator()(const MarkRead &) const { }
    void operator()(const Reply &) const { }
    void operator()(const Note &) const { }
    void operator()(const EditMessage &) const { }
    void operator()(const DeleteMessage &) const { }
};

struct Revert {
    const outbox::Row &row;
    tickets::State &state;
    Timestamp now;

    void operator()(const SetStatus &change) const
    {
        if (state.ticket.status != change.status)
            return;
        const QJsonValue until = row.before["until"_L1];
        tickets::setStatus(state, ticketStatusFrom(row.before["status"_L1].toString()).value_or(TicketStatus::Open),
            until.isDouble() ? std::optional(fromMs(until.toInteger())) : std::nullopt, now);
        const QJsonValue resolved = row.before["resolved"_L1];
        if (resolved.isDouble())
            state.resolved = fromMs(resolved.toInteger());
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
            if (!before.contains(tag.simplified()))
                added.append(tag);
        }
        for (const QString &tag : change.remove) {
            if (before.contains(tag.simplified()))
                removed.append(tag);
        }
        tickets::setTags(state, changedTags(state.ticket.tags, removed, added));
    }
    void operator()(const SetPriority &change) const
    {
        if (state.ticket.priority != change.priority)
            return;
        state.ticket.priority = priorityFrom(row.before["priority"_L1].toString()).value_or(Priority::Normal);
        state.changed = true;
    }
    void operator()(const MarkAnswered &) const { }
    void operator()(const MarkRead &) const { }
    void operator()(const Reply &) const { }
    void operator()(const Note &) const { }
    void operator()(const EditMessage &) const { }
    void operator()(const DeleteMessage &) const { }
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
