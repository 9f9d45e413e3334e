// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/query_sql.h"

#include "storage/accounts.h"
#include "storage/enums.h"
#include "storage/text_query.h"
#include "storage/tickets.h"

#include <algorithm>
#include <limits>
#include <memory>

namespace parley::storage {

namespace {

/// Messages whose tickets a query with words looks at, newest first: what a person pages through, and a bound for
/// words that stand in every message.
constexpr int kMostHits = 2000;
constexpr int kMostContacts = 2000;

constexpr char kNewestFirst[] = " ORDER BY t.updated DESC, t.id DESC";

unsigned bitOf(TicketStatus status)
{
    return 1u << numberOf(status);
}

/// "?, ?, ?"
QByteArray places(const QList<Value> &values)
{
    return QByteArray("?, ").repeated(values.size()).chopped(values.isEmpty() ? 0 : 2);
}

/// Assignees as they are written, whatever case was typed. There are as many as agents.
QList<Value> assigneesNamed(Database &db, const QString &word)
{
    if (word == u"none")
        return {Value(QString())};
    QList<Value> found;
    db.each("SELECT DISTINCT assignee FROM ticket_count", {}, [&](const Row &row) {
        const QString assignee = row.text("assignee");
        if (assignee.compare(word, Qt::CaseInsensitive) == 0)
            found.append(Value(assignee));
    });
    return found;
}

} // namespace

QByteArray BoundSql::bind(const Value &value)
{
    const QByteArray name = ":p" + QByteArray::number(qlonglong(m_names.size()));
    m_names.push_back(name);
    m_bindings.push_back(Binding{m_names.back().constData(), value});
    return name;
}

TicketScan::TicketScan(Database &db, const TicketFilter &filter)
{
    if (!filter.query) {
        takeView(filter.view);
        return;
    }
    m_query = true;
    for (const QueryTerm &term : filter.query->terms)
        takeTerm(db, term);
    takeText(*filter.query);
    chooseDrives();
}

void TicketScan::takeView(View view)
{
    const auto drive = [this](const QByteArray &index, const QByteArray &condition) {
        m_drives.push_back({"ticket t INDEXED BY " + index, {condition, {}}});
    };
    switch (view) {
    case View::NeedsAnswer:
        drive("ticket_unanswered", "t.unanswered = 1 AND t.status = 0");
        break;
    case View::Mine:
        drive("ticket_mine", "t.assignee = 'me' AND t.status <= 1");
        break;
    case View::Unassigned:
        drive("ticket_assignee", "t.assignee = '' AND t.status = 0");
        break;
    case View::WaitingForCustomer:
        drive("ticket_waiting", "t.status <= 1 AND t.unanswered = 0");
        break;
    case View::Snoozed:
        drive("ticket_status", "t.status = 2");
        break;
    case View::AllOpen:
        drive("ticket_active", "t.status <= 1");
        break;
    case View::Resolved:
        drive("ticket_status", "t.status = 3");
        break;
    }
}

void TicketScan::add(const QueryTerm &term, const QByteArray &sql, std::vector<Value> values, Condition::About about)
{
    m_conditions.push_back({term.negated ? "NOT (" + sql + ")" : sql, std::move(values), about});
}

void TicketScan::addOfList(const QueryTerm &term, const QByteArray &sql, std::vector<Value> values)
{
    add(term, sql, std::move(values), Condition::About::List);
}

void TicketScan::takeTerm(Database &db, const QueryTerm &term)
{
    using Field = QueryTerm::Field;
    switch (term.field) {
    case Field::Text:
        break; // all words together: takeText()
    case Field::Is:
        takeIs(term);
        break;
    case Field::From:
        takeFrom(db, term);
        break;
    case Field::Assignee:
        takeAssignee(term, assigneesNamed(db, term.value));
        break;
    case Field::Team:
        takeTeam(term);
        break;
    case Field::Tag:
        takeMark(term, term.value.toCaseFolded());
        break;
    case Field::Language:
        if (!term.negated)
            m_language = term.value;
        addOfList(term, "t.language = ?", {term.value});
        break;
    case Field::Priority:
        addOfList(term, "t.priority = ?", {numberOf(priorityFrom(term.value).value_or(Priority::Normal))});
        break;
    case Field::Contact:
        takeName(
            term, "t.contact IN (SELECT rowid FROM contact_text WHERE contact_text MATCH ? LIMIT ?)", kMostContacts);
        break;
    case Field::Subject:
        takeName(term,
            "t.id IN (SELECT rowid FROM subject_text WHERE subject_text MATCH ? ORDER BY rowid DESC LIMIT ?)",
            kMostHits);
        break;
    case Field::Has:
        takeHas(term);
        break;
    case Field::Before:
    case Field::After:
        takeTime(term);
        break;
    case Field::Ticket:
        m_fewRows = m_fewRows || !term.negated;
        add(term, "t.id = ?", {QString(term.value).remove(u'#').toLongLong()});
        break;
    }
}

/// \param mark  see tickets::marksOf()
void TicketScan::takeMark(const QueryTerm &term, const QString &mark)
{
    add(term, "EXISTS (SELECT 1 FROM ticket_tag WHERE ticket = t.id AND tag = ?)", {mark});
    if (term.negated)
        return;
    m_tags.append(mark);
    m_conditions.back().tag = mark;
}

/// Tickets of no team have no mark: which they are is asked one by one.
void TicketScan::takeTeam(const QueryTerm &term)
{
    if (term.value == u"none")
        add(term, "t.team = ''");
    else
        takeMark(term, tickets::teamMark(term.value));
}

void TicketScan::takeTime(const QueryTerm &term)
{
    const bool before = (term.field == QueryTerm::Field::Before) != term.negated;
    if (before)
        m_before = m_before ? std::min(*m_before, term.time) : term.time;
    else
        m_since = m_since ? std::max(*m_since, term.time) : term.time;
    m_conditions.push_back({before ? "t.updated < ?" : "t.updated >= ?", {Value(term.time)}, Condition::About::Time});
}

/// Only punctuation was typed: there is nothing to look for, and the term holds nobody up.
void TicketScan::takeName(const QueryTerm &term, const QByteArray &sql, int most)
{
    const QString expression = nameExpression(term.value);
    if (expression.isEmpty())
        return;
    m_fewRows = m_fewRows || !term.negated;
    add(term, sql, {expression, most});
}

void TicketScan::takeIs(const QueryTerm &term)
{
    if (const auto status = ticketStatusFrom(term.value)) {
        m_statuses &= term.negated ? ~bitOf(*status) : bitOf(*status);
        addOfList(term, "t.status = ?", {*status});
    } else if (term.value == u"unanswered" || term.value == u"answered") {
        const bool unanswered = term.value == u"unanswered";
        addOfList(term, unanswered ? "t.unanswered = 1" : "t.unanswered = 0");
    } else if (term.value == u"unread" || term.value == u"read") {
        const bool unread = term.value == u"unread";
        addOfList(term, unread ? "t.unread = 1" : "t.unread = 0");
    } else if (term.value == u"muted") {
        takeMark(term, tickets::kMutedMark);
    } else if (term.value == u"mine" || term.value == u"unassigned") {
        takeAssignee(term, {Value(term.value == u"mine" ? kMe : QString())});
    } else if (term.value == u"held" || term.value == u"failed") {
        m_fewRows = m_fewRows || !term.negated;
        add(term, "t.id IN (SELECT ticket FROM outbox WHERE state <> 2 AND state = ?)",
            {term.value == u"held" ? OutboxState::Held : OutboxState::Failed});
    }
}

void TicketScan::takeHas(const QueryTerm &term)
{
    if (term.value == u"draft") {
        m_fewRows = m_fewRows || !term.negated;
        add(term, "t.id IN (SELECT ticket FROM draft)");
        return;
    }
    const QByteArray what = term.value == u"note" ? "x.kind = 1" : "x.attachments > 0";
    add(term,
        "EXISTS (SELECT 1 FROM message x INDEXED BY message_ticket"
        " WHERE x.ticket = t.id AND (x.attachments > 0 OR x.kind = 1) AND "
            + what + ")");
}

void TicketScan::takeAssignee(const QueryTerm &term, const QList<Value> &assignees)
{
    if (!term.negated)
        m_assignee = assignees;
    addOfList(term, "t.assignee IN (" + places(assignees) + ")", {assignees.begin(), assignees.end()});
}

void TicketScan::takeFrom(Database &db, const QueryTerm &term)
{
    QList<Value> accounts;
    for (const AccountId account : accounts::named(db, term.value))
        accounts.append(Value(account));
    if (!term.negated)
        m_accounts = accounts;
    addOfList(term, "t.account IN (" + places(accounts) + ")", {accounts.begin(), accounts.end()});
}

void TicketScan::takeText(const Query &query)
{
    const TextQuery text = textQueryOf(query);
    const QByteArray hits = "(SELECT m.ticket FROM (SELECT rowid AS id FROM message_text WHERE message_text MATCH ?"
                            " ORDER BY rowid DESC LIMIT ?) f CROSS JOIN message m ON m.id = f.id)";
    if (!text.expression.isEmpty()) {
        m_fewRows = true;
        m_conditions.push_back({"t.id IN " + hits, {text.expression, kMostHits}});
    }
    if (!text.excluded.isEmpty())
        m_conditions.push_back({"t.id NOT IN " + hits, {text.excluded, kMostHits}});
}

/// One scan a value and status, each in the index's own order.
void TicketScan::addDrives(const QByteArray &index, const QByteArray &column, const QList<Value> &values)
{
    for (const Value &value : values) {
        for (int status = 0; status < 4; ++status) {
            if ((m_statuses & (1u << status)) == 0)
                continue;
            Drive drive{"ticket t INDEXED BY " + index, {"t.status = ?", {Value(status)}}};
            if (!column.isEmpty()) {
                drive.condition.sql = column + " AND " + drive.condition.sql;
                if (column.contains('?'))
                    drive.condition.values.insert(drive.condition.values.begin(), value);
            }
            m_drives.push_back(drive);
        }
    }
}

void TicketScan::chooseDrives()
{
    const QList<Value> once{Value()};
    if (m_fewRows)
        m_drives.push_back({"ticket t", {"1", {}}});
    else if (!m_tags.isEmpty())
        m_drives.push_back({"ticket_tag g CROSS JOIN ticket t ON t.id = g.ticket", {"g.tag = ?", {m_tags.last()}}});
    else if (m_assignee)
        addDrives("ticket_assignee", "t.assignee = ?", *m_assignee);
    else if (m_language)
        addDrives("ticket_language", "t.language = ?", {Value(*m_language)});
    else if (m_accounts)
        addDrives("ticket_account", "t.account = ?", *m_accounts);
    else if (m_statuses != 0xf)
        addDrives("ticket_status", {}, once);
    else
        m_drives.push_back({"ticket t INDEXED BY ticket_updated", {"1", {}}});
    // Nothing can match: an account nobody has, or two statuses at once.
    if (m_drives.empty())
        m_drives.push_back({"ticket t", {"0", {}}});
}

/// Of the tags a ticket must have, the one fewest have.
QString TicketScan::rarestTag(Database &db) const
{
    QString rarest;
    qint64 fewest = std::numeric_limits<qint64>::max();
    for (const QString &tag : m_tags) {
        const qint64 tickets = m_tags.size() == 1
            ? 0
            : db.number("SELECT coalesce(sum(n), 0) FROM ticket_list WHERE tag = :tag", {{":tag", tag}});
        if (tickets < fewest) {
            fewest = tickets;
            rarest = tag;
        }
    }
    return rarest;
}

/// What neither a list nor its order says of a ticket, asked ticket by ticket; empty: nothing is left to ask.
std::function<bool(TicketId)> TicketScan::check(Database &db, const QString &tag) const
{
    const auto sql = std::make_shared<BoundSql>();
    sql->sql = "SELECT 1 FROM ticket t WHERE t.id = " + sql->bind(Value());
    bool anything = false;
    for (const Condition &condition : m_conditions) {
        if (condition.about != Condition::About::Ticket || (!tag.isEmpty() && condition.tag == tag))
            continue;
        sql->sql += " AND " + render(*sql, condition);
        anything = true;
    }
    if (!anything)
        return {};
    return [&db, sql](TicketId ticket) {
        sql->rebindFirst(ticket);
        return db.number(sql->sql, sql->bindings()) != 0;
    };
}

/// Is every term about what the lists know?
bool TicketScan::knownByLists() const
{
    return m_query && m_tags.size() <= 1 && std::ranges::all_of(m_conditions, [](const Condition &condition) {
        return condition.about == Condition::About::List || !condition.tag.isEmpty();
    });
}

/// Which of "ticket_list t" hold tickets of the query, as far as they know.
QByteArray TicketScan::lists(BoundSql &sql, const QString &tag) const
{
    QByteArray text = "t.tag = " + sql.bind(tag);
    for (const Condition &condition : m_conditions) {
        if (condition.about == Condition::About::List)
            text += " AND " + render(sql, condition);
    }
    return text;
}

std::optional<ticket_lists::Merge> TicketScan::merge(Database &db, const std::optional<TicketRow> &after) const
{
    if (!m_query || m_fewRows)
        return std::nullopt;
    const QString tag = rarestTag(db);
    BoundSql sql;
    sql.sql = "SELECT id FROM ticket_list t WHERE " + lists(sql, tag);
    sql.sql += " LIMIT " + sql.bind(ticket_lists::kMostLists + 1);
    ticket_lists::Merge merge;
    merge.lists = db.all(sql.sql, sql.bindings(), [](const Row &row) { return row.number("id"); });
    if (merge.lists.size() > ticket_lists::kMostLists)
        return std::nullopt;
    if (after)
        merge.after = ticket_lists::Key{after->ticket.updated, after->ticket.id};
    // No ticket has number 0: everything of that moment is left out.
    if (m_before && (!merge.after || *m_before <= merge.after->updated))
        merge.after = ticket_lists::Key{*m_before, TicketId{0}};
    merge.since = m_since;
    merge.accepts = check(db, tag);
    return merge;
}

QByteArray TicketScan::render(BoundSql &sql, const Condition &condition)
{
    QByteArray text;
    size_t next = 0;
    for (const char c : condition.sql) {
        if (c == '?')
            text += sql.bind(condition.values[next++]);
        else
            text += c;
    }
    return text;
}

QByteArray TicketScan::conditions(BoundSql &sql) const
{
    QByteArray text;
    for (const Condition &condition : m_conditions)
        text += " AND " + render(sql, condition);
    return text;
}

QByteArray TicketScan::scan(BoundSql &sql, const Drive &drive, const QByteArray &columns, const QByteArray &joins,
    const std::optional<TicketRow> &after, const QByteArray &limit) const
{
    const bool byTag = drive.from.startsWith("ticket_tag");
    const QByteArray updated = byTag ? "g.updated" : "t.updated";
    const QByteArray id = byTag ? "g.ticket" : "t.id";
    QByteArray text = "SELECT " + columns + " FROM " + drive.from + ' ' + joins + " WHERE "
        + render(sql, drive.condition) + conditions(sql);
    if (after) {
        const QByteArray time = sql.bind(after->ticket.updated);
        text += " AND " + updated + " <= " + time + " AND (" + updated + " < " + time + " OR " + id + " < "
            + sql.bind(after->ticket.id) + ")";
    }
    return text + " ORDER BY " + updated + " DESC, " + id + " DESC LIMIT " + limit;
}

BoundSql TicketScan::page(
    const QByteArray &columns, const QByteArray &joins, const std::optional<TicketRow> &after, int limit) const
{
    BoundSql sql;
    const QByteArray atMost = sql.bind(limit);
    // Where rows are sorted, only their ids are: what is shown beside them is read for one page.
    if (m_drives.size() == 1 && !m_fewRows) {
        sql.sql = scan(sql, m_drives.front(), columns, joins, after, atMost);
        return sql;
    }
    QByteArray merged;
    for (const Drive &drive : m_drives) {
        if (!merged.isEmpty())
            merged += " UNION ALL ";
        merged += "SELECT id FROM (" + scan(sql, drive, "t.id AS id", {}, after, atMost) + ")";
    }
    sql.sql = "SELECT " + columns + " FROM (" + merged + ") k CROSS JOIN ticket t ON t.id = k.id " + joins
        + kNewestFirst + " LIMIT " + atMost;
    return sql;
}

BoundSql TicketScan::matches(TicketId id) const
{
    BoundSql sql;
    const QByteArray ticket = sql.bind(id);
    QByteArray any;
    for (const Drive &drive : m_drives) {
        if (drive.from.startsWith("ticket_tag"))
            continue; // said again by a condition
        any += (any.isEmpty() ? "(" : " OR (") + render(sql, drive.condition) + ")";
    }
    sql.sql = "SELECT 1 FROM ticket t WHERE t.id = " + ticket;
    if (!any.isEmpty())
        sql.sql += " AND (" + any + ")";
    sql.sql += conditions(sql);
    return sql;
}

BoundSql TicketScan::count() const
{
    BoundSql sql;
    if (knownByLists()) {
        sql.sql = "SELECT coalesce(sum(n), 0) FROM ticket_list t WHERE " + lists(sql, m_tags.value(0));
        return sql;
    }
    QByteArray sum;
    for (const Drive &drive : m_drives) {
        sum += (sum.isEmpty() ? "(SELECT count(*) FROM " : " + (SELECT count(*) FROM ") + drive.from + " WHERE "
            + render(sql, drive.condition) + conditions(sql) + ")";
    }
    sql.sql = "SELECT " + sum;
    return sql;
}

} // namespace parley::storage
