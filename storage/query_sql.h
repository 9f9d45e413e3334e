// SPDX-License-Identifier: GPL-3.0-or-later
// Views and queries as SQL. Every list is read in the order of an index, page after page by key (MEASURED.md 2d: 600
// times faster than OFFSET at depth); where several statuses or accounts are asked for, one scan each is merged, since
// "IN" sorts everything (6 ms against 0.04 ms).
#pragma once

#include "storage/reader.h"
#include "storage/sqlite/database.h"

#include <deque>
#include <vector>

namespace parley::storage {

/// SQL with its values. Names are kept here because bindings only point at them.
class BoundSql
{
public:
    /// \return the name under which \a value is bound: ":p3"
    QByteArray bind(const Value &value);
    [[nodiscard]] std::span<const Binding> bindings() const { return m_bindings; }

    QByteArray sql;

private:
    std::deque<QByteArray> m_names;
    std::vector<Binding> m_bindings;
};

/// Ways to read the tickets of a filter, newest first: one index scan, or several to be merged.
class TicketScan
{
public:
    /// \param db  to resolve account names
    TicketScan(Database &db, const TicketFilter &filter);

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
    void takeAssignee(const QueryTerm &term, const QList<Value> &assignees);
    void takeFrom(Database &db, const QueryTerm &term);
    void takeText(const Query &query);
    void chooseDrives();
    void add(const QueryTerm &term, const QByteArray &sql, std::vector<Value> values = {});
    void addDrives(const QByteArray &index, const QByteArray &column, const QList<Value> &values);
    [[nodiscard]] QByteArray render(BoundSql &sql, const Condition &condition) const;
    [[nodiscard]] QByteArray scan(BoundSql &sql, const Drive &drive, const QByteArray &columns, const QByteArray &joins,
        const std::optional<TicketRow> &after, const QByteArray &limit) const;

    std::vector<Condition> m_conditions;
    std::vector<Drive> m_drives;
    unsigned m_statuses = 0xf; ///< a bit each
    std::optional<QList<Value>> m_assignee;
    std::optional<QString> m_tag;
    std::optional<QString> m_language;
    std::optional<int> m_priority;
    std::optional<QList<Value>> m_accounts;
    bool m_unanswered = false;
    bool m_unread = false;
    bool m_fewRows = false; ///< a condition names the rows themselves: no index order is needed
};

} // namespace parley::storage
