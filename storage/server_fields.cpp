// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/server_fields.h"

#include "storage/enums.h"
#include "storage/outbox.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace parley::storage {

namespace {

// A class, so that lupdate files the texts under the context they are looked up in.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(parley::storage)
};

bool isImportant(Priority priority)
{
    return priority == Priority::High || priority == Priority::Urgent;
}

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
        if (!serverWins(u"status"_s, u"status"_s, toString(status)) || isWhatMutingReplaces(status))
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
    void team(const QString &team)
    {
        if (!serverWins(u"team"_s, u"team"_s, team) || team == m_state.ticket.team)
            return;
        m_state.ticket.team = team;
        m_state.changed = true;
    }
    void muted(bool muted)
    {
        const auto isTold = [muted](const QJsonValue &value) { return value.isBool() && value.toBool() == muted; };
        if (!serverWins(u"mute"_s, u"on"_s, isTold) || muted == m_state.ticket.muted)
            return;
        m_state.ticket.muted = muted;
        m_state.changed = true;
    }
    void rating(int stars)
    {
        if (stars < 1 || stars > 5 || stars == m_state.ticket.rating)
            return;
        m_state.ticket.rating = stars;
        m_state.changed = true;
    }
    /// What this agent said last and is on its way there counts.
    void unread(bool unread)
    {
        if (isOnItsWay(u"read") || isOnItsWay(u"unread") || unread == m_state.ticket.unread)
            return;
        m_state.ticket.unread = unread;
        m_state.changed = true;
    }
    void priority(Priority priority)
    {
        if (!serverWins(u"priority"_s, u"priority"_s, toString(priority)) || priority == m_state.ticket.priority)
            return;
        m_state.ticket.priority = priority;
        m_state.changed = true;
    }
    /// The platform knows only a mark: what we say more finely is kept where it means the same.
    void important(bool told)
    {
        const auto meansIt = [told](const QJsonValue &value) {
            return isImportant(priorityFrom(value.toString()).value_or(Priority::Normal)) == told;
        };
        if (!serverWins(u"priority"_s, u"priority"_s, meansIt) || isImportant(m_state.ticket.priority) == told)
            return;
        m_state.ticket.priority = told ? Priority::High : Priority::Normal;
        m_state.changed = true;
    }
    /// A colleague said in another tool that it needs no answer, or took that back.
    void answered(bool told)
    {
        if (told) {
            m_state.answeredUpTo = std::max(m_state.answeredUpTo, tickets::lastAsking(m_db, m_state.ticket));
            m_state.changed = m_state.factsChanged = true;
            return;
        }
        // What we said ourselves and is on its way there, the platform does not know yet; and who closed the case said
        // more than it can know.
        if (isOnItsWay(u"answered") || isOnItsWay(u"reply") || m_state.ticket.status == TicketStatus::Resolved)
            return;
        const qint64 reallyAnswered = tickets::lastAnswered(m_db, m_state.ticket);
        if (reallyAnswered >= m_state.answeredUpTo)
            return;
        m_state.answeredUpTo = reallyAnswered;
        m_state.changed = m_state.factsChanged = true;
    }
    void tags(const QStringList &tags)
    {
        QStringList merged = tags;
        for (const outbox::Row &row : std::as_const(m_waiting)) {
            const auto command = commandFrom(row.command);
            const auto *change = command ? std::get_if<ChangeTags>(&*command) : nullptr;
            if (!change || row.state == OutboxState::Failed)
                continue;
            merged = tickets::changedTags(merged, change->add, change->remove);
        }
        tickets::setTags(m_state, merged);
    }

private:
    static bool hasToGo(const outbox::Row &row)
    {
        return row.state == OutboxState::Queued || row.state == OutboxState::Sending;
    }
    bool isOnItsWay(QStringView kind) const
    {
        return std::ranges::any_of(
            m_waiting, [kind](const outbox::Row &row) { return row.kind == kind && hasToGo(row); });
    }
    /// Muting resolves as well: until the server has done so, what it had before is no news.
    bool isWhatMutingReplaces(TicketStatus told) const
    {
        return std::ranges::any_of(m_waiting, [told](const outbox::Row &row) {
            return row.kind == u"mute" && hasToGo(row) && row.command["on"_L1].toBool()
                && row.before["status"_L1].toString() == toString(told);
        });
    }
    /// \return false: our own change is still on its way and was made knowing this very value
    bool serverWins(const QString &kind, const QString &field, const QString &told)
    {
        return serverWins(kind, field, [&told](const QJsonValue &value) { return value.toString() == told; });
    }
    bool serverWins(
        const QString &kind, const QString &field, const std::function<bool(const QJsonValue &)> &isWhatWasTold)
    {
        bool waiting = false;
        for (outbox::Row &row : m_waiting) {
            if (row.kind != kind || !hasToGo(row))
                continue;
            // Rows of a kind build on one another: the first one's "before" is what the server had.
            if (waiting || isWhatWasTold(row.before[field]) || isWhatWasTold(row.command[field])) {
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

void takeServerFields(Database &db, const Account &account, const RemoteTicketFields &fields, tickets::State &state,
    Timestamp now, Changes &changes)
{
    const Capabilities &capabilities = account.capabilities;
    Taking taking(db, state, now, changes);
    if (fields.status)
        taking.status(*fields.status, fields.snoozedUntil);
    if (fields.assignee)
        taking.assignee(*fields.assignee);
    if (fields.team)
        taking.team(*fields.team);
    if (fields.muted)
        taking.muted(*fields.muted);
    if (fields.rating)
        taking.rating(*fields.rating);
    if (fields.unread && capabilities.sharesUnread)
        taking.unread(*fields.unread);
    if (fields.answered)
        taking.answered(*fields.answered);
    if (fields.priority && capabilities.ownsTickets)
        taking.priority(*fields.priority);
    else if (fields.priority)
        taking.important(isImportant(*fields.priority));
    if (fields.tags)
        taking.tags(*fields.tags);
}

} // namespace parley::storage
