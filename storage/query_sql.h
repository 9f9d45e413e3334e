// SPDX-License-Identifier: GPL-3.0-or-later
// Views and queries as SQL. Every list is read in the order of an index, page after page by key (MEASURED.md 2d: 600
// times faster than OFFSET at depth); where several statuses or accounts are asked for, one scan each is merged, since
// "IN" sorts everything (6 ms against 0.04 ms). A query whose terms are about what storage/ticket_lists knows is a
// merge of those lists instead.
#pragma once

#include "storage/reader.h"
#include "storage/sqlite/database.h"
#include "storage/ticket_lists.h"

#include <deque>
#include <functional>
#include <vector>

namespace parley::storage {

/// SQL with its values. Names are kept here because bindings only point at them.
class BoundSql
{
public:
    /// \return the name under which \a value is bound: ":p3"
    QByteArray bind(const Value &value);
    /// Another value for the one bound first, to run the same again.
    void rebindFirst(const Value &value) { m_bindings.front().value = value; }
    [[nodiscard]] std::span<const Binding> bindings() const { return m_bindings; }

    QByteArray sql;

private:
    std::deque<QByteArray> m_names;
    std::vector<Binding> m_bindings;
};

/// Ways to read the tickets of a filter, newest first: a merge of lists, one index scan, or several to be merged.
class TicketScan
{
public:
    /// \param db  to resolve account names
    TicketScan(Database &db, const TicketFilter &filter);

    /// The lists to be merged for a page behind \a after; nullopt: page() is the better way. What it returns looks into
    /// \a db and this scan.
    [[nodiscard]] std::optional<ticket_lists::Merge> merge(Database &db, const std::optional<TicketRow> &after) const;
    /// Rows of \a columns (of "ticket t" and what \a joins adds), newest first, after \a after.
    [[nodiscard]] BoundSql page(
        const QByteArray &columns, const QByteArray &joins, const std::optional<TicketRow> &after, int limit) const;
    [[nodiscard]] BoundSql matches(TicketId id) const;
    [[nodiscard]] BoundSql count() const;
    /// All conditions on "t", for joins from elsewhere; binds into \a sql.
    [[nodiscard]] QByteArray conditions(BoundSql &sql) const;

private:
    struct Condition {
        QByteArray sql; ///< with ? where its values go
        std::vector<Value> values;
        enum class About { List, Time, Ticket } about = About::Ticket; ///< what a list of tickets knows, and what not
        QString tag{}; ///< it says that the ticket has this tag, and no more
    };
    /// One index in whose order rows come.
    struct Drive {
        QByteArray from; ///< "ticket t INDEXED BY …"
        Condition condition;
    };

    void takeView(View view);
    void takeTerm(Database &db, const QueryTerm &term);
    void takeName(const QueryTerm &term, const QByteArray &sql, int most);
    void takeIs(const QueryTerm &term);
    void takeHas(const QueryTerm &term);
    void takeMark(const QueryTerm &term, const QString &mark);
    void takeTeam(const QueryTerm &term);
    void takeAssignee(const QueryTerm &term, const QList<Value> &assignees);
    void takeFrom(Database &db, const QueryTerm &term);
    void takeText(const Query &query);
    void chooseDrives();
    void takeTime(const QueryTerm &term);
    void add(const QueryTerm &term, const QByteArray &sql, std::vector<Value> values = {},
        Condition::About about = Condition::About::Ticket);
    /// A condition on a column that ticket_list has too.
    void addOfList(const QueryTerm &term, const QByteArray &sql, std::vector<Value> values = {});
    void addDrives(const QByteArray &index, const QByteArray &column, const QList<Value> &values);
    [[nodiscard]] bool knownByLists() const;
    [[nodiscard]] QByteArray lists(BoundSql &sql, const QString &tag) const;
    [[nodiscard]] QString rarestTag(Database &db) const;
    [[nodiscard]] std::function<bool(TicketId)> check(Database &db, const QString &tag) const;
    [[nodiscard]] static QByteArray render(BoundSql &sql, const Condition &condition);
    [[nodiscard]] QByteArray scan(BoundSql &sql, const Drive &drive, const QByteArray &columns, const QByteArray &joins,
        const std::optional<TicketRow> &after, const QByteArray &limit) const;

    std::vector<Condition> m_conditions;
    std::vector<Drive> m_drives;
    unsigned m_statuses = 0xf; ///< a bit each
    std::optional<QList<Value>> m_assignee;
    QStringList m_tags;
    std::optional<QString> m_language;
    std::optional<QList<Value>> m_accounts;
    std::optional<Timestamp> m_before;
    std::optional<Timestamp> m_since;
    bool m_query = false; ///< not one of the sidebar's views, each of which has an index of its own
    bool m_fewRows = false; ///< a condition names the rows themselves: no index order is needed
};

} // namespace parley::storage
