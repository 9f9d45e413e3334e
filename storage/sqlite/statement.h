// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqlite/value.h"

#include <QList>

#include <span>
#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace parley::storage {

class Statement;

/// The row a statement stands on. Columns are read by name; reading them in the order of the SELECT costs one
/// comparison each.
class Row
{
public:
    explicit Row(Statement &statement)
        : m_statement(statement)
    {
    }

    [[nodiscard]] bool isNull(const char *column) const;
    [[nodiscard]] qint64 number(const char *column) const;
    [[nodiscard]] int integer(const char *column) const { return static_cast<int>(number(column)); }
    [[nodiscard]] bool flag(const char *column) const { return number(column) != 0; }
    [[nodiscard]] QString text(const char *column) const;
    [[nodiscard]] QByteArray blob(const char *column) const;
    [[nodiscard]] Timestamp time(const char *column) const { return fromMs(number(column)); }
    [[nodiscard]] std::optional<Timestamp> timeIfAny(const char *column) const;
    template <typename IdType>
    [[nodiscard]] IdType id(const char *column) const
    {
        return IdType{number(column)};
    }
    template <typename Enum>
    [[nodiscard]] Enum as(const char *column) const
    {
        return static_cast<Enum>(number(column));
    }

    /// Everything as it is, for copying rows from one file to another.
    [[nodiscard]] std::vector<Value> values() const;

private:
    Statement &m_statement;
};

/// A prepared statement that is used again and again. Between uses it is reset, so that it holds no read lock.
class Statement
{
public:
    Statement(sqlite3 *connection, const QByteArray &sql); ///< throws Failed
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// \a bindings stay alive until reset(): values are not copied.
    void bind(std::span<const Binding> bindings);
    void bindAt(int place, const Value &value); ///< from 1
    bool step(); ///< true: on a row; throws Failed
    void reset();
    [[nodiscard]] qint64 firstNumber() const; ///< of the row it stands on

    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] int columnCount() const { return static_cast<int>(m_columns.size()); }
    [[nodiscard]] QByteArray columnName(int column) const;

private:
    friend class Row;
    int columnOf(const char *name);
    int placeOf(const char *parameter);
    void bindValue(int place, const Value &value);

    sqlite3 *m_connection = nullptr;
    sqlite3_stmt *m_statement = nullptr;
    std::vector<std::string> m_columns; ///< copies: SQLite may prepare the statement anew
    std::vector<std::string> m_parameters; ///< by place, from 1
    size_t m_nextParameter = 0;
    size_t m_nextColumn = 0; ///< where the next lookup looks first
    bool m_busy = false;
};

} // namespace parley::storage
