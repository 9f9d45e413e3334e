// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ticket_rows.h"

#include "storage/clip.h"
#include "storage/enums.h"
#include "storage/tickets.h"

namespace parley::storage::ticket_rows {

namespace {

constexpr char kColumns[] =
    "t.id AS id, t.conversation AS conversation, t.account AS account, t.contact AS contact,"
    " t.subject AS subject, t.status AS status, t.priority AS priority,"
    " t.assignee AS assignee, t.team AS team, t.tags AS tags, t.muted AS muted,"
    " t.rating AS rating, t.language AS language,"
    " t.unanswered AS unanswered, t.unread AS unread, t.waiting_since AS waiting_since,"
    " t.snoozed_until AS snoozed_until, t.created AS created, t.updated AS updated,"
    " CASE WHEN c.anonymous THEN (SELECT remote_id FROM identity WHERE contact = c.id"
    " ORDER BY id LIMIT 1) ELSE '' END AS session,"
    " c.name AS contact_name, a.name AS account_name, a.platform AS platform, v.kind AS kind,"
    " t.snippet AS snippet, t.snippet_ours AS snippet_ours,"
    " (SELECT CASE WHEN text <> '' THEN substr(text, 1, 400) ELSE (SELECT group_concat(name, ', ')"
    " FROM draft_file WHERE ticket = t.id) END FROM draft WHERE ticket = t.id"
    " ORDER BY saved DESC, is_note LIMIT 1) AS draft, t.messages AS messages,"
    " (SELECT count(*) FROM outbox o WHERE o.ticket = t.id AND o.state IN (0, 1)) AS queued,"
    " (SELECT count(*) FROM outbox o WHERE o.ticket = t.id AND o.state = 3) AS held,"
    " (SELECT count(*) FROM outbox o WHERE o.ticket = t.id AND o.state = 4) AS failed";
constexpr char kJoins[] = "LEFT JOIN contact c ON c.id = t.contact LEFT JOIN account a ON a.id = t.account"
                          " LEFT JOIN conversation v ON v.id = t.conversation";

TicketRow readTicketRow(const Row &row)
{
    TicketRow read;
    read.ticket = tickets::readTicket(row);
    read.contactName = row.text("contact_name");
    read.accountName = row.text("account_name");
    read.platform = row.text("platform");
    read.kind = row.as<ConversationKind>("kind");
    read.snippet = row.text("snippet");
    read.snippetIsOurs = row.flag("snippet_ours");
    read.draft = clipped(row.text("draft"));
    read.messages = row.integer("messages");
    read.queued = row.integer("queued");
    read.held = row.integer("held");
    read.failed = row.integer("failed");
    read.session = row.text("session");
    return read;
}

const char *countConditionOf(View view)
{
    switch (view) {
    case View::NeedsAnswer:
        return "status = 0 AND unanswered = 1";
    case View::Mine:
        return "assignee = 'me' AND status <= 1";
    case View::Unassigned:
        return "assignee = '' AND status = 0";
    case View::WaitingForCustomer:
        return "status <= 1 AND unanswered = 0";
    case View::Snoozed:
        return "status = 2";
    case View::AllOpen:
        return "status <= 1";
    case View::Resolved:
        return "status = 3";
    }
    return "0";
}

} // namespace

QList<TicketRow> page(Database &db, const TicketFilter &filter, const std::optional<TicketRow> &after, int limit)
{
    const Snapshot snapshot(db);
    const TicketScan scan(db, filter);
    const auto merge = scan.merge(db, after);
    if (!merge) {
        const BoundSql query = scan.page(kColumns, kJoins, after, limit);
        return db.all(query.sql, query.bindings(), readTicketRow);
    }
    QList<TicketRow> rows;
    for (const TicketId id : ticket_lists::newest(db, *merge, limit)) {
        if (auto row = get(db, id))
            rows.append(std::move(*row));
    }
    return rows;
}

std::optional<TicketRow> get(Database &db, TicketId id)
{
    return db.one(QByteArray("SELECT ") + kColumns + " FROM ticket t " + kJoins + " WHERE t.id = :id", {{":id", id}},
        readTicketRow);
}

QList<TicketRow> ofContact(Database &db, ContactId contact, int limit)
{
    return db.all(QByteArray("SELECT ") + kColumns + " FROM ticket t INDEXED BY ticket_contact " + kJoins
            + " WHERE t.contact = :contact ORDER BY t.updated DESC, t.id DESC LIMIT :limit",
        {{":contact", contact}, {":limit", limit}}, readTicketRow);
}

int count(Database &db, View view)
{
    return static_cast<int>(
        db.number(QByteArray("SELECT coalesce(sum(n), 0) FROM ticket_count WHERE ") + countConditionOf(view)));
}

} // namespace parley::storage::ticket_rows
