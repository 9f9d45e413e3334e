// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlite/statement.h"

#include "storage/sqlite/errors.h"
#include "storage/sqlite/failed.h"
#include "storage/sqlite/sqlcipher.h"

namespace parley::storage {

bool Row::isNull(const char *column) const
{
    return sqlite3_column_type(m_statement.m_statement, m_statement.columnOf(column)) == SQLITE_NULL;
}

qint64 Row::number(const char *column) const
{
    return sqlite3_column_int64(m_statement.m_statement, m_statement.columnOf(column));
}

QString Row::text(const char *column) const
{
    const int place = m_statement.columnOf(column);
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.m_statement, place));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement.m_statement, place));
}

QByteArray Row::blob(const char *column) const
{
    const int place = m_statement.columnOf(column);
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement.m_statement, place));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement.m_statement, place));
}

std::optional<Timestamp> Row::timeIfAny(const char *column) const
{
    if (isNull(column))
        return std::nullopt;
    return time(column);
}

std::vector<Value> Row::values() const
{
    sqlite3_stmt *statement = m_statement.m_statement;
    std::vector<Value> values;
    values.reserve(static_cast<size_t>(m_statement.columnCount()));
    for (int place = 0; place < m_statement.columnCount(); ++place) {
        switch (sqlite3_column_type(statement, place)) {
        case SQLITE_INTEGER:
            values.emplace_back(static_cast<qint64>(sqlite3_column_int64(statement, place)));
            break;
        case SQLITE_FLOAT:
            values.emplace_back(sqlite3_column_double(statement, place));
            break;
        case SQLITE_TEXT: {
            const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(statement, place));
            values.emplace_back(QString::fromUtf8(utf8, sqlite3_column_bytes(statement, place)));
            break;
        }
        case SQLITE_BLOB: {
            const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement, place));
            values.emplace_back(QByteArray(bytes, sqlite3_column_bytes(statement, place)));
            break;
        }
        default:
            values.emplace_back();
        }
    }
    return values;
}

Statement::Statement(sqlite3 *connection, const QByteArray &sql)
    : m_connection(connection)
{
    const int code = sqlite3_prepare_v3(connection, sql.constData(), static_cast<int>(sql.size()) + 1,
        SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
    if (code != SQLITE_OK)
        throw Failed{errorFrom(connection, code)};
    const int columns = sqlite3_column_count(m_statement);
    m_columns.reserve(static_cast<size_t>(columns));
    for (int column = 0; column < columns; ++column)
        m_columns.emplace_back(sqlite3_column_name(m_statement, column));
    const int parameters = sqlite3_bind_parameter_count(m_statement);
    for (int place = 1; place <= parameters; ++place) {
        const char *name = sqlite3_bind_parameter_name(m_statement, place);
        m_parameters.emplace_back(name ? name : "?");
    }
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

void Statement::bind(std::span<const Binding> bindings)
{
    for (const Binding &binding : bindings)
        bindValue(placeOf(binding.name), binding.value);
}

void Statement::bindAt(int place, const Value &value)
{
    bindValue(place, value);
}

void Statement::bindValue(int place, const Value &value)
{
    int code = SQLITE_OK;
    const Value::Variant &variant = value.variant();
    if (const auto *number = std::get_if<qint64>(&variant))
        code = sqlite3_bind_int64(m_statement, place, *number);
    else if (const auto *real = std::get_if<double>(&variant))
        code = sqlite3_bind_double(m_statement, place, *real);
    else if (const auto *text = std::get_if<Value::Text>(&variant))
        code = sqlite3_bind_text64(
            m_statement, place, text->utf8.constData(), sqlite3_uint64(text->utf8.size()), SQLITE_STATIC, SQLITE_UTF8);
    else if (const auto *blob = std::get_if<QByteArray>(&variant))
        code = sqlite3_bind_blob64(m_statement, place, blob->constData(), sqlite3_uint64(blob->size()), SQLITE_STATIC);
    else
        code = sqlite3_bind_null(m_statement, place);
    if (code != SQLITE_OK)
        throw Failed{errorFrom(m_connection, code)};
}

bool Statement::step()
{
    m_busy = true;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    throw Failed{errorFrom(m_connection, code)};
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_nextColumn = 0;
    m_nextParameter = 0;
    m_busy = false;
}

qint64 Statement::firstNumber() const
{
    return sqlite3_column_int64(m_statement, 0);
}

bool Statement::isReadOnly() const
{
    return sqlite3_stmt_readonly(m_statement) != 0;
}

QByteArray Statement::columnName(int column) const
{
    return QByteArray::fromStdString(m_columns[static_cast<size_t>(column)]);
}

namespace {

/// Where \a name stands, looking first behind the one found before: names mostly come in order.
int find(const std::vector<std::string> &names, const char *name, size_t &next)
{
    for (size_t tried = 0; tried < names.size(); ++tried) {
        const size_t place = (next + tried) % names.size();
        if (names[place] == name) {
            next = place + 1;
            return static_cast<int>(place);
        }
    }
    return -1;
}

} // namespace

int Statement::placeOf(const char *parameter)
{
    const int place = find(m_parameters, parameter, m_nextParameter);
    if (place < 0)
        qFatal("a statement has no parameter %s", parameter);
    return place + 1;
}

int Statement::columnOf(const char *name)
{
    const int column = find(m_columns, name, m_nextColumn);
    if (column < 0)
        qFatal("a statement has no column %s", name);
    return column;
}

} // namespace parley::storage
