// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result.h"
#include "storage/ahead.h"
#include "storage/cache_key.h"
#include "storage/sqlite/statement.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <vector>

struct sqlite3;

namespace parley::storage {

/// One connection to one encrypted file. A query is one call: SQL, named values, a reader. Failures are thrown as
/// Failed and become values in guarded(). One thread at a time; only interrupt() may be called from any.
class Database
{
public:
    enum class Mode {
        Create, ///< the writer: the file is made when there is none
        ReadOnly, ///< sees the last commit, can change nothing
    };
    /// The file must open with \a key; what it holds is not looked at.
    Database(const QString &path, const CacheKey &key, Mode mode);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }

    /// Several statements without values: schema and pragmas.
    void execute(const QByteArray &sql);
    /// \return the number of rows changed
    int run(const QByteArray &sql, std::initializer_list<Binding> bindings = {});
    int run(const QByteArray &sql, std::span<const Binding> bindings);
    /// Values by place, for generic copies.
    void runAt(const QByteArray &sql, const std::vector<Value> &values);
    /// \return the new rowid
    qint64 insert(const QByteArray &sql, std::initializer_list<Binding> bindings);

    template <typename Read>
    auto all(const QByteArray &sql, std::span<const Binding> bindings, Read &&read)
        -> QList<std::invoke_result_t<Read, const Row &>>
    {
        QList<std::invoke_result_t<Read, const Row &>> rows;
        each(sql, bindings, [&](const Row &row) { rows.append(read(row)); });
        return rows;
    }
    template <typename Read>
    auto all(const QByteArray &sql, std::initializer_list<Binding> bindings, Read &&read)
    {
        return all(sql, std::span(bindings.begin(), bindings.size()), std::forward<Read>(read));
    }
    template <typename Read>
    auto one(const QByteArray &sql, std::span<const Binding> bindings, Read &&read)
        -> std::optional<std::invoke_result_t<Read, const Row &>>
    {
        const Use use(*this, sql, bindings);
        if (!use.statement.step())
            return std::nullopt;
        return read(Row(use.statement));
    }
    template <typename Read>
    auto one(const QByteArray &sql, std::initializer_list<Binding> bindings, Read &&read)
    {
        return one(sql, std::span(bindings.begin(), bindings.size()), std::forward<Read>(read));
    }
    template <typename Take>
    void each(const QByteArray &sql, std::span<const Binding> bindings, Take &&take)
    {
        const Use use(*this, sql, bindings);
        while (use.statement.step())
            take(Row(use.statement));
    }
    template <typename Take>
    void each(const QByteArray &sql, std::initializer_list<Binding> bindings, Take &&take)
    {
        each(sql, std::span(bindings.begin(), bindings.size()), std::forward<Take>(take));
    }
    /// The first column of the first row; 0 where there is none or it is NULL.
    qint64 number(const QByteArray &sql, std::initializer_list<Binding> bindings = {});
    qint64 number(const QByteArray &sql, std::span<const Binding> bindings);

    [[nodiscard]] int userVersion();
    void setUserVersion(int version);

    /// Moves the write-ahead log into the file and gives back memory that only a bulk load needs.
    void checkpoint();
    /// For what can be worked out beside this connection's thread.
    [[nodiscard]] SideThread &side() { return m_side; }
    void interrupt(); ///< from any thread: the running statement fails as Cancelled

private:
    friend class Snapshot;
    friend class Transaction;

    /// A statement in use: bound on the way in, reset on the way out.
    struct Use {
        Use(Database &database, const QByteArray &sql, std::span<const Binding> bindings);
        ~Use();
        Use(const Use &) = delete;
        Use &operator=(const Use &) = delete;

        std::unique_ptr<Statement> own; ///< where the cached one is busy (a query inside its own reader)
        Statement &statement;
    };
    Statement &prepared(const QByteArray &sql, std::unique_ptr<Statement> &own);

    QString m_path;
    SideThread m_side;
    sqlite3 *m_connection = nullptr;
    QHash<QByteArray, std::shared_ptr<Statement>> m_statements;
};

/// All or nothing: rolls back unless committed. Takes the write lock at once, so that it cannot fail half-way because
/// another connection came first.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    void commit();

private:
    Database &m_database;
    bool m_open = true;
};

/// Several reads that see the same commit. Within a transaction that is open already it does nothing.
class Snapshot
{
public:
    explicit Snapshot(Database &database);
    ~Snapshot();
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

private:
    Database &m_database;
    const bool m_own;
};

} // namespace parley::storage
