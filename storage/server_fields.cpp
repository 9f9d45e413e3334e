// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/server_fields.h"

#include "storage/conversations.h"
#include "storage/enums.h"
#include "storage/outbox.h"
#include "storage/tickets.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace parley::storage {

namespace {

// A class, so that lupdate files the texts under the context they are looked up in.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(parley::storage)
};

/// Goes through one ticket's fields with the rows of ours that still wait.
class Taking
{
public:
    Taking(Database &db, tickets::State &state, Timestamp now, Changes &changes)
        : m_db(db)
        , m_state(state)
        , m_now(now)
        , m_changes(changes)
        , m_waiting(outbox::unsettledOf(db, state.ticket.id))
    {
    }

    void status(TicketStatus status, std::optional<Timestamp> until)
    {
        if (!serverWins(u"status"_s, u"status"_s, toString(status)))
            return;
        if (status != m_state.ticket.status || until != m_state.ticket.snoozedUntil)
            tickets::setStatus(m_state, status, until, m_now);
    }
    void assignee(const QString &assignee)
    {
        if (!serverWins(u"assign"_s, u"assignee"_s, assignee) || assignee == m_state.ticket.assignee)
            return;
        m_state.ticket.assignee = assignee;
        m_state.changed = true;
    }
    void priority(Priority priority)
    {
        if (!serverWins(u"priority"_s, u"priority"_s, toString(priority)) || priority == m_state.ticket.priority)
            return;
        m_state.ticket.priority = priority;
        m_state.changed = true;
    }
    void tags(const QStringList &tags)
    {
        QStringList merged = tags;
        for (const outbox::Row &row : std::as_const(m_waiting)) {
            const auto command = commandFrom(row.command);
            const auto *change = command ? std::get_if<ChangeTags>(&*command) : nullptr;
            if (!change || row.state == OutboxState::Failed)
                continue;
            for (const QString &tag : change->remove)
                merged.removeAll(tag);
            merged += change->add;
        }
        tickets::setTags(m_state, merged);
    }

private:
    /// \return false: our own change is still on its way and was made knowing this very value
    bool serverWins(const QString &kind, const QString &field, const QString &told)
    {
        bool waiting = false;
        for (outbox::Row &row : m_waiting) {
            if (row.kind != kind || (row.state != OutboxState::Queued && row.state != OutboxState::Sending))
                continue;
            // Rows of a kind build on one another: the first one's "before" is what the server had.
            if (waiting || row.before[field].toString() == told || row.command[field].toString() == told) {
                waiting = true;
                continue;
            }
            if (row.state == OutboxState::Sending) {
                waiting = true; // it has left; the next word of the server settles it
                continue;
            }
            outbox::move(m_db, row,
                {OutboxState::Held, HeldReason::ThreadMovedOn,
                    Texts::tr(
                        "Somebody changed it on the server meanwhile. Send again to set it once more, or discard."),
                    {}},
                m_changes);
        }
        return !waiting;
    }

    Database &m_db;
    tickets::State &m_state;
    Timestamp m_now;
    Changes &m_changes;
    QList<outbox::Row> m_waiting;
};

} // namespace

void takeServerFields(
    Database &db, AccountId account, const RemoteTicketFields &fields, Timestamp now, Changes &changes)
{
    const auto conversation = conversations::find(db, account, fields.conversationRemoteId);
    if (!conversation)
        return;
    auto state = tickets::state(db, tickets::newestOf(db, conversation->id));
    if (!state)
        return;
    Taking taking(db, *state, now, changes);
    if (fields.status)
        taking.status(*fields.status, fields.snoozedUntil);
    if (fields.assignee)
        taking.assignee(*fields.assignee);
    if (fields.priority)
        taking.priority(*fields.priority);
    if (fields.tags)
        taking.tags(*fields.tags);
    tickets::write(db, *state, changes);
}

} // namespace parley::storage
