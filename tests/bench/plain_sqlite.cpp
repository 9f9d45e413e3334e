// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/plain_sqlite.h"

#include "language/search_words.h"

#include <QElapsedTimer>
#include <QFile>

#ifndef SQLITE_HAS_CODEC
#define SQLITE_HAS_CODEC
#endif
#include <sqlite3.h>

#include <memory>

namespace parley::bench {

namespace {

struct Close {
    void operator()(sqlite3 *connection) const { sqlite3_close_v2(connection); }
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using Connection = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;

Connection open(const QString &path, const storage::CacheKey *key)
{
    sqlite3 *raw = nullptr;
    sqlite3_open(path.toUtf8().constData(), &raw);
    if (key) {
        const QByteArray secret = "x'" + key->bytes.toHex() + "'";
        sqlite3_key(raw, secret.constData(), static_cast<int>(secret.size()));
    }
    return Connection(raw);
}

Statement prepare(const Connection &connection, const QByteArray &sql)
{
    sqlite3_stmt *raw = nullptr;
    sqlite3_prepare_v2(connection.get(), sql.constData(), static_cast<int>(sql.size()), &raw, nullptr);
    return Statement(raw);
}

QVariant column(sqlite3_stmt *statement, int index)
{
    switch (sqlite3_column_type(statement, index)) {
    case SQLITE_INTEGER:
        return QVariant::fromValue<qint64>(sqlite3_column_int64(statement, index));
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement, index);
    case SQLITE_NULL:
        return {};
    case SQLITE_BLOB:
        return QByteArray(
            static_cast<const char *>(sqlite3_column_blob(statement, index)), sqlite3_column_bytes(statement, index));
    default: // text stays UTF-8, so that nothing is converted while time is taken
        return QVariant::fromValue(std::string(reinterpret_cast<const char *>(sqlite3_column_text(statement, index)),
            static_cast<size_t>(sqlite3_column_bytes(statement, index))));
    }
}

void bind(sqlite3_stmt *statement, int index, const QVariant &value)
{
    if (value.isNull()) {
        sqlite3_bind_null(statement, index);
    } else if (value.typeId() == QMetaType::LongLong) {
        sqlite3_bind_int64(statement, index, value.toLongLong());
    } else if (value.typeId() == QMetaType::Double) {
        sqlite3_bind_double(statement, index, value.toDouble());
    } else if (value.typeId() == QMetaType::QByteArray) {
        const auto *bytes = static_cast<const QByteArray *>(value.constData());
        sqlite3_bind_blob(statement, index, bytes->constData(), static_cast<int>(bytes->size()), SQLITE_STATIC);
    } else {
        const auto *text = static_cast<const std::string *>(value.constData());
        sqlite3_bind_text(statement, index, text->data(), static_cast<int>(text->size()), SQLITE_STATIC);
    }
}

bool execute(const Connection &connection, const QByteArray &sql)
{
    return sqlite3_exec(connection.get(), sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

QList<QVariantList> allRows(const Connection &connection, const QByteArray &sql)
{
    const Statement statement = prepare(connection, sql);
    QList<QVariantList> rows;
    while (sqlite3_step(statement.get()) == SQLITE_ROW) {
        QVariantList row;
        for (int i = 0; i < sqlite3_column_count(statement.get()); ++i)
            row << column(statement.get(), i);
        rows << row;
    }
    return rows;
}

QVariant utf8(const QString &text)
{
    return QVariant::fromValue(text.toStdString());
}

QString text(const QVariant &value)
{
    return QString::fromStdString(value.value<std::string>());
}

/// Without the tables that the text index keeps for itself.
QList<QVariantList> partsOf(const Connection &connection)
{
    return allRows(connection,
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND type <> 'trigger' AND name NOT LIKE "
        "'sqlite_%' AND name NOT GLOB '*_text_*' ORDER BY rowid");
}

/// The text index is made anew from the texts.
bool hasRows(const QVariantList &part)
{
    return text(part[0]) == QLatin1String("table") && !text(part[1]).endsWith(QLatin1String("_text"));
}

bool insertTable(
    const Connection &connection, const QByteArray &into, const QList<QVariantList> &rows, int perTransaction)
{
    if (rows.isEmpty())
        return true;
    QByteArray places = "?";
    for (qsizetype i = 1; i < rows.first().size(); ++i)
        places += ",?";
    const Statement statement = prepare(connection, "INSERT INTO " + into + " VALUES(" + places + ")");
    if (!statement)
        return false;
    int inTransaction = 0;
    execute(connection, "BEGIN");
    for (const QVariantList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            bind(statement.get(), static_cast<int>(i) + 1, row[i]);
        if (sqlite3_step(statement.get()) != SQLITE_DONE)
            return false;
        sqlite3_reset(statement.get());
        if (++inTransaction == perTransaction) {
            execute(connection, "COMMIT; BEGIN");
            inTransaction = 0;
        }
    }
    return execute(connection, "COMMIT");
}

} // namespace

Rows takeApart(const QString &cachePath, const storage::CacheKey &key)
{
    const Connection connection = open(cachePath, &key);
    Rows rows;
    const auto parts = partsOf(connection);
    for (const QVariantList &part : parts) {
        rows.schema << text(part[2]).toUtf8();
        const QByteArray name = text(part[1]).toUtf8();
        if (hasRows(part))
            rows.tables << Rows::Table{name, allRows(connection, "SELECT * FROM " + name)};
    }
    for (const QVariantList &message :
        allRows(connection, "SELECT id, text, language, CASE direction WHEN 0 THEN author ELSE '' END FROM message")) {
        const language::IndexForms forms = language::indexForms(text(message[1]), text(message[2]));
        rows.indexedTexts << QVariantList{
            message[0], utf8(forms.words), utf8(forms.stems), utf8(language::fold(text(message[3])))};
    }
    for (const QVariantList &ticket : allRows(connection, "SELECT id, subject FROM ticket"))
        rows.indexedSubjects << QVariantList{ticket[0], utf8(language::fold(text(ticket[1])))};
    for (const QVariantList &contact : allRows(connection, "SELECT id, name FROM contact"))
        rows.indexedNames << QVariantList{contact[0], utf8(language::fold(text(contact[1])))};
    return rows;
}

qint64 countRows(const QString &cachePath, const storage::CacheKey &key)
{
    const Connection connection = open(cachePath, &key);
    qint64 count = 0;
    const auto parts = partsOf(connection);
    for (const QVariantList &part : parts) {
        if (hasRows(part))
            count += allRows(connection, "SELECT count(*) FROM " + text(part[1]).toUtf8()).first().first().toLongLong();
    }
    return count;
}

double insertAll(
    const Rows &rows, const QString &path, int perTransaction, int textsPerTransaction, const storage::CacheKey *key)
{
    QFile::remove(path);
    const Connection connection = open(path, key);
    if (!execute(connection,
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-24000; PRAGMA "
            "wal_autocheckpoint=8000"))
        return -1;
    for (const QByteArray &statement : rows.schema) {
        if (!execute(connection, statement))
            return -1;
    }
    execute(connection, "DELETE FROM counter");
    QElapsedTimer timer;
    timer.start();
    for (const Rows::Table &table : rows.tables) {
        if (!insertTable(connection, table.name, table.rows, perTransaction))
            return -1;
    }
    if (!insertTable(connection, "message_text(rowid, words, stems, who)", rows.indexedTexts, textsPerTransaction)
        || !insertTable(connection, "subject_text(rowid, words)", rows.indexedSubjects, textsPerTransaction)
        || !insertTable(connection, "contact_text(rowid, words)", rows.indexedNames, textsPerTransaction))
        return -1;
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

} // namespace parley::bench
