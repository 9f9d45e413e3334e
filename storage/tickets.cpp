// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tickets.h"

#include "language/search_words.h"
#include "storage/clip.h"
#include "storage/enums.h"
#include "storage/sqlite/failed.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace parley::storage::tickets {

namespace {

// What asks for an answer: a customer's message that is neither automatic, internal nor taken back.
#define ASKS "direction = 0 AND kind IN (0, 3) AND visibility <> 2 AND automatic = 0 AND deleted = 0"

// In the order of waking. Left alone, SQLite takes the index over (status, updated) and reads every snoozed row.
#define SNOOZED "ticket INDEXED BY ticket_snoozed WHERE status = 2 AND snoozed_until IS NOT NULL"

#define STATE_SELECT                                                                                                   \
    "SELECT id, conversation, account, contact, subject, status, priority, assignee, tags, language, unanswered,"      \
    " unread, waiting_since, snoozed_until, resolved, answered_up_to, created, updated, messages, last_message,"       \
    " snippet, snippet_ours, team, muted, rating FROM ticket "

State readState(const Row &row)
{
    State state;
    state.ticket = readTicket(row);
    state.resolved = row.timeIfAny("resolved");
    state.answeredUpTo = row.number("answered_up_to");
    state.messages = row.integer("messages");
    state.lastMessage = row.number("last_message");
    state.snippet = row.text("snippet");
    state.snippetOurs = row.flag("snippet_ours");
    return state;
}

/// Unanswered is a fact of the messages: the first one that asks behind everything that was answered.
void workOutFacts(Database &db, State &state)
{
    Ticket &ticket = state.ticket;
    ticket.waitingSince = db.one("SELECT time FROM message WHERE conversation = :conversation AND id > :answered"
                                 " AND ticket = :ticket AND " ASKS " ORDER BY id LIMIT 1",
        {{":conversation", ticket.conversation}, {":answered", state.answeredUpTo}, {":ticket", ticket.id}},
        [](const Row &row) { return row.time("time"); });
    ticket.unanswered = ticket.waitingSince.has_value();
}

void writeTags(Database &db, const Ticket &ticket)
{
    db.run("DELETE FROM ticket_tag WHERE ticket = :ticket", {{":ticket", ticket.id}});
    for (const QString &mark : marksOf(ticket)) {
        db.run("INSERT INTO ticket_tag(tag, updated, ticket) VALUES (:tag, :updated, :ticket)",
            {{":tag", mark}, {":updated", ticket.updated}, {":ticket", ticket.id}});
    }
}

void indexSubject(Database &db, const Ticket &ticket)
{
    db.run("DELETE FROM subject_text WHERE rowid = :id", {{":id", ticket.id}});
    db.run("INSERT INTO subject_text(rowid, words) VALUES (:id, :words)",
        {{":id", ticket.id}, {":words", language::fold(ticket.subject)}});
}

struct Stale {
    bool tags = false;
    bool subject = false;
};

/// Which of the things beside the row must follow it.
Stale staleIndexes(Database &db, const State &state, const QString &tags)
{
    const Ticket &ticket = state.ticket;
    if (state.isNew)
        return Stale{!marksOf(ticket).isEmpty(), !ticket.subject.isEmpty()};
    return db
        .one("SELECT (tags, team, muted) IS NOT (:tags, :team, :muted) AS tags, subject <> :subject AS subject"
             " FROM ticket WHERE id = :id",
            {{":tags", tags}, {":team", ticket.team}, {":muted", ticket.muted}, {":subject", ticket.subject},
                {":id", ticket.id}},
            [](const Row &row) { return Stale{row.flag("tags"), row.flag("subject")}; })
        .value_or(Stale{});
}

constexpr char kInsert[] = R"(
    INSERT INTO ticket(id, conversation, account, contact, subject, status, priority, assignee, tags, language,
        unanswered, unread, waiting_since, snoozed_until, resolved, answered_up_to, created, updated, messages,
        last_message, snippet, snippet_ours, team, muted, rating)
    VALUES (:id, :conversation, :account, :contact, :subject, :status, :priority, :assignee, :tags, :language,
        :unanswered, :unread, :waiting, :snoozed, :resolved, :answered, :created, :updated, :messages,
        :last, :snippet, :ours, :team, :muted, :rating))";
constexpr char kUpdate[] = R"(
    UPDATE ticket SET conversation = :conversation, account = :account, contact = :contact, subject = :subject,
        status = :status, priority = :priority, assignee = :assignee, tags = :tags, language = :language,
        unanswered = :unanswered, unread = :unread, waiting_since = :waiting, snoozed_until = :snoozed,
        resolved = :resolved, answered_up_to = :answered, created = :created, updated = :updated,
        messages = :messages, last_message = :last, snippet = :snippet, snippet_ours = :ours,
        team = :team, muted = :muted, rating = :rating
    WHERE id = :id)";

} // namespace

Ticket readTicket(const Row &row)
{
    Ticket ticket;
    ticket.id = row.id<TicketId>("id");
    ticket.conversation = row.id<ConversationId>("conversation");
    ticket.account = row.id<AccountId>("account");
    ticket.contact = row.id<ContactId>("contact");
    ticket.subject = row.text("subject");
    ticket.status = row.as<TicketStatus>("status");
    ticket.priority = row.as<Priority>("priority");
    ticket.assignee = row.text("assignee");
    ticket.tags = row.text("tags").split(u'\n', Qt::SkipEmptyParts);
    ticket.team = row.text("team");
    ticket.muted = row.flag("muted");
    ticket.rating = row.integer("rating");
    ticket.language = row.text("language");
    ticket.unanswered = row.flag("unanswered");
    ticket.unread = row.flag("unread");
    ticket.waitingSince = row.timeIfAny("waiting_since");
    ticket.snoozedUntil = row.timeIfAny("snoozed_until");
    ticket.created = row.time("created");
    ticket.updated = row.time("updated");
    return ticket;
}

std::optional<State> state(Database &db, TicketId id)
{
    return db.one(STATE_SELECT "WHERE id = :id", {{":id", id}}, readState);
}

State require(Database &db, TicketId id)
{
    auto found = state(db, id);
    if (!found) {
        reject(ErrorKind::Rejected,
            QCoreApplication::translate("parley::storage", "There is no ticket #%1.").arg(id.value));
    }
    return *found;
}

QList<State> ofConversation(Database &db, ConversationId conversation)
{
    return db.all(STATE_SELECT "WHERE conversation = :conversation ORDER BY created, id",
        {{":conversation", conversation}}, readState);
}

TicketId newestOf(Database &db, ConversationId conversation)
{
    return TicketId{
        db.number("SELECT id FROM ticket WHERE conversation = :conversation ORDER BY created DESC, id DESC LIMIT 1",
            {{":conversation", conversation}})};
}

TicketId nextId(Database &db)
{
    return TicketId{db.number("SELECT seq FROM sqlite_sequence WHERE name = 'ticket'") + 1};
}

void write(Database &db, State &state, Changes &changes)
{
    if (!state.changed && !state.isNew && !state.factsChanged)
        return;
    if (state.factsChanged)
        workOutFacts(db, state);
    const Ticket &ticket = state.ticket;
    const QString tags = ticket.tags.join(u'\n');
    const Stale stale = staleIndexes(db, state, tags);
    db.run(state.isNew ? kInsert : kUpdate,
        {{":id", ticket.id}, {":conversation", ticket.conversation}, {":account", ticket.account},
            {":contact", ticket.contact}, {":subject", ticket.subject}, {":status", ticket.status},
            {":priority", ticket.priority}, {":assignee", ticket.assignee}, {":tags", tags},
            {":language", ticket.language}, {":unanswered", ticket.unanswered}, {":unread", ticket.unread},
            {":waiting", ticket.waitingSince}, {":snoozed", ticket.snoozedUntil}, {":resolved", state.resolved},
            {":answered", state.answeredUpTo}, {":created", ticket.created}, {":updated", ticket.updated},
            {":messages", state.messages}, {":last", state.lastMessage}, {":snippet", state.snippet},
            {":ours", state.snippetOurs}, {":team", ticket.team}, {":muted", ticket.muted},
            {":rating", ticket.rating}});
    if (stale.tags)
        writeTags(db, ticket);
    if (stale.subject)
        indexSubject(db, ticket);
    state.isNew = state.changed = state.factsChanged = false;
    changes.tickets.insert(ticket.id);
    changes.counts = true;
}

void reindex(Database &db, const Ticket &ticket)
{
    writeTags(db, ticket);
    if (!ticket.subject.isEmpty())
        indexSubject(db, ticket);
}

qint64 lastAsking(Database &db, const Ticket &ticket, qint64 upTo)
{
    return db.number("SELECT id FROM message WHERE conversation = :conversation AND id <= :upTo AND ticket = :ticket"
                     " AND " ASKS " ORDER BY id DESC LIMIT 1",
        {{":conversation", ticket.conversation}, {":upTo", upTo > 0 ? upTo : std::numeric_limits<qint64>::max()},
            {":ticket", ticket.id}});
}

qint64 lastAnswered(Database &db, const Ticket &ticket)
{
    // A reply of ours answers what its writer had seen; anybody else's what stands above it.
    return db.number(R"(
        SELECT max(CASE WHEN m.own = 0 THEN m.id ELSE coalesce(o.answers_up_to, m.id) END)
        FROM message m LEFT JOIN outbox o ON o.message IS NOT NULL AND o.message = m.id
        WHERE m.conversation = :conversation AND m.ticket = :ticket AND m.direction = 1 AND m.kind = 0
            AND m.visibility <> 2 AND m.automatic = 0 AND m.state NOT IN (6, 7))",
        {{":conversation", ticket.conversation}, {":ticket", ticket.id}});
}

void refreshSnippet(Database &db, State &state)
{
    struct Last {
        qint64 id;
        QString text;
        bool ours;
    };
    const auto last = db.one(R"(
        SELECT m.id AS id, CASE WHEN m.text <> '' THEN substr(m.text, 1, 400)
            ELSE coalesce((SELECT name FROM attachment WHERE message = m.id ORDER BY id LIMIT 1), m.subject) END AS text,
            m.direction AS direction
        FROM message m
        WHERE m.conversation = :conversation AND m.ticket = :ticket AND m.kind IN (0, 3) ORDER BY m.id DESC LIMIT 1)",
        {{":conversation", state.ticket.conversation}, {":ticket", state.ticket.id}}, [](const Row &row) {
            return Last{row.number("id"), row.text("text"), row.as<Direction>("direction") == Direction::Out};
        });
    state.lastMessage = last ? last->id : 0;
    state.snippet = last ? clipped(last->text) : QString();
    state.snippetOurs = last && last->ours;
    state.changed = true;
}

QString teamMark(const QString &team)
{
    return u'\n' + team.simplified().toCaseFolded();
}

QStringList marksOf(const Ticket &ticket)
{
    QStringList marks;
    for (const QString &tag : ticket.tags)
        marks.append(tag.toCaseFolded());
    if (!ticket.team.isEmpty())
        marks.append(teamMark(ticket.team));
    if (ticket.muted)
        marks.append(kMutedMark);
    return marks;
}

bool holdsTag(const QStringList &tags, const QString &tag)
{
    const QString folded = tag.simplified().toCaseFolded();
    return std::ranges::any_of(tags, [&](const QString &held) { return held.simplified().toCaseFolded() == folded; });
}

QStringList changedTags(QStringList tags, const QStringList &add, const QStringList &remove)
{
    tags.removeIf([&](const QString &tag) { return holdsTag(remove, tag); });
    return tags + add;
}

void setTags(State &state, const QStringList &wanted)
{
    QStringList tags;
    QSet<QString> seen; // "Refund" and "refund" are one tag, spelt as it was first
    for (const QString &spelt : wanted) {
        const QString tag = spelt.simplified();
        const QString folded = tag.toCaseFolded();
        if (folded.isEmpty() || seen.contains(folded))
            continue;
        seen.insert(folded);
        tags.append(tag);
    }
    tags.sort();
    state.changed = state.changed || tags != state.ticket.tags;
    state.ticket.tags = tags;
}

void setStatus(State &state, TicketStatus status, std::optional<Timestamp> snoozedUntil, Timestamp now)
{
    state.ticket.status = status;
    state.ticket.snoozedUntil = status == TicketStatus::Snoozed ? snoozedUntil : std::nullopt;
    state.resolved = status == TicketStatus::Resolved ? std::optional(now) : std::nullopt;
    state.changed = true;
}

Changes markSeen(Database &db, TicketId id)
{
    Changes changes;
    if (db.run("UPDATE ticket SET unread = 0 WHERE id = :id AND unread <> 0", {{":id", id}}) > 0)
        changes.tickets.insert(id);
    return changes;
}

Changes markUnread(Database &db, TicketId id)
{
    Changes changes;
    if (db.run("UPDATE ticket SET unread = 1 WHERE id = :id AND unread = 0", {{":id", id}}) > 0)
        changes.tickets.insert(id);
    return changes;
}

Changes wakeSnoozed(Database &db, Timestamp now)
{
    Changes changes;
    const QList<TicketId> due = db.all("SELECT id FROM " SNOOZED " AND snoozed_until <= :now", {{":now", now}},
        [](const Row &row) { return row.id<TicketId>("id"); });
    for (const TicketId id : due) {
        State state = require(db, id);
        setStatus(state, TicketStatus::Open, std::nullopt, now);
        state.ticket.updated = std::max(state.ticket.updated, now);
        state.ticket.unread = true;
        write(db, state, changes);
    }
    return changes;
}

std::optional<Timestamp> nextWake(Database &db)
{
    return db.one("SELECT snoozed_until FROM " SNOOZED " ORDER BY snoozed_until LIMIT 1", {},
        [](const Row &row) { return row.time("snoozed_until"); });
}

} // namespace parley::storage::tickets
