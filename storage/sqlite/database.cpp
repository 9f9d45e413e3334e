// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlite/database.h"

#include "storage/sqlite/cipher_library.h"
#include "storage/sqlite/errors.h"
#include "storage/sqlite/failed.h"
#include "storage/sqlite/sqlcipher.h"

#include <QFile>

namespace parley::storage {

namespace {

constexpr int kBusyWaitMs =
    5000; ///< readers never block a writer in WAL mode; this is for a checkpoint of another process
constexpr qsizetype kMostStatements = 300; ///< fixed statements of this room are about half of that

// FULL: what a commit said is on disk after a power cut too. Telegram forgets an update once its offset is confirmed,
// and a reply marked "sending" must not be sent again. It costs 0.1 ms a commit (MEASURED.md 2d).
constexpr char kWriterPragmas[] = "PRAGMA journal_mode = WAL;"
                                  "PRAGMA synchronous = FULL;"
                                  "PRAGMA foreign_keys = ON;"
                                  "PRAGMA recursive_triggers = ON;"
                                  "PRAGMA temp_store = MEMORY;"
                                  "PRAGMA cache_size = -24000;"
                                  "PRAGMA wal_autocheckpoint = 8000;"
                                  "PRAGMA journal_size_limit = 67108864;";
constexpr char kReaderPragmas[] = "PRAGMA query_only = ON;"
                                  "PRAGMA temp_store = MEMORY;"
                                  "PRAGMA cache_size = -6000;";

/// A raw key as SQLCipher takes it, without its derivation of 100 ms.
QByteArray rawKey(const CacheKey &key)
{
    return "x'" + key.bytes.toHex() + "'";
}

/// Nobody asks SQLite how much memory it holds, and counting takes a lock for each piece. Only before the first
/// opening.
void countNoMemory()
{
    [[maybe_unused]] static const int code = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

} // namespace

Database::Database(const QString &path, const CacheKey &key, Mode mode)
    : m_path(path)
{
    keepCipherLibrary();
    countNoMemory();
    const int flags = mode == Mode::Create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    int code = sqlite3_open_v2(
        path.toUtf8().constData(), &m_connection, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    const auto check = [&] {
        if (code == SQLITE_OK)
            return;
        const Failed failed{errorFrom(m_connection, code)};
        sqlite3_close_v2(m_connection);
        m_connection = nullptr;
        throw failed;
    };
    check();
    // SQLCipher's own lines on stderr would say in its words what our errors say in ours.
    sqlite3_exec(m_connection, "PRAGMA cipher_log_level = NONE", nullptr, nullptr, nullptr);
    const QByteArray secret = rawKey(key);
    code = sqlite3_key(m_connection, secret.constData(), static_cast<int>(secret.size()));
    check();
    sqlite3_busy_timeout(m_connection, kBusyWaitMs);
    // The first read is where a wrong key shows.
    code = sqlite3_exec(m_connection, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
    check();
    code =
        sqlite3_exec(m_connection, mode == Mode::Create ? kWriterPragmas : kReaderPragmas, nullptr, nullptr, nullptr);
    check();
}

Database::~Database()
{
    m_statements.clear();
    sqlite3_close_v2(m_connection);
}

void Database::execute(const QByteArray &sql)
{
    const int code = sqlite3_exec(m_connection, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        throw Failed{errorFrom(m_connection, code)};
}

int Database::run(const QByteArray &sql, std::initializer_list<Binding> bindings)
{
    return run(sql, std::span(bindings.begin(), bindings.size()));
}

int Database::run(const QByteArray &sql, std::span<const Binding> bindings)
{
    const Use use(*this, sql, bindings);
    while (use.statement.step()) { }
    return sqlite3_changes(m_connection);
}

void Database::runAt(const QByteArray &sql, const std::vector<Value> &values)
{
    const Use use(*this, sql, {});
    for (size_t place = 0; place < values.size(); ++place)
        use.statement.bindAt(static_cast<int>(place) + 1, values[place]);
    while (use.statement.step()) { }
}

qint64 Database::insert(const QByteArray &sql, std::initializer_list<Binding> bindings)
{
    run(sql, bindings);
    return sqlite3_last_insert_rowid(m_connection);
}

qint64 Database::number(const QByteArray &sql, std::initializer_list<Binding> bindings)
{
    return number(sql, std::span(bindings.begin(), bindings.size()));
}

qint64 Database::number(const QByteArray &sql, std::span<const Binding> bindings)
{
    const Use use(*this, sql, bindings);
    if (!use.statement.step())
        return 0;
    return use.statement.firstNumber();
}

int Database::userVersion()
{
    return static_cast<int>(number("PRAGMA user_version"));
}

void Database::setUserVersion(int version)
{
    execute("PRAGMA user_version = " + QByteArray::number(version));
}

void Database::checkpoint()
{
    execute("PRAGMA wal_checkpoint(TRUNCATE)");
    sqlite3_db_release_memory(m_connection);
}

void Database::interrupt()
{
    sqlite3_interrupt(m_connection);
}

Statement &Database::prepared(const QByteArray &sql, std::unique_ptr<Statement> &own)
{
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        if (m_statements.size() >= kMostStatements)
            m_statements.removeIf([](const auto &entry) { return !entry.value()->isBusy(); });
        // A deep copy: callers may hand over bytes that they do not own for long.
        const QByteArray kept(sql.constData(), sql.size());
        found = m_statements.insert(kept, std::make_shared<Statement>(m_connection, kept));
    }
    if (!found.value()->isBusy())
        return *found.value();
    own = std::make_unique<Statement>(m_connection, sql);
    return *own;
}

Database::Use::Use(Database &database, const QByteArray &sql, std::span<const Binding> bindings)
    : statement(database.prepared(sql, own))
{
    statement.bind(bindings);
}

Database::Use::~Use()
{
    statement.reset();
}

Transaction::Transaction(Database &database)
    : m_database(database)
{
    m_database.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    // A full disk or a broken file may have rolled back already.
    if (m_open && sqlite3_get_autocommit(m_database.m_connection) == 0)
        sqlite3_exec(m_database.m_connection, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    m_database.run("COMMIT");
    m_open = false;
}

Snapshot::Snapshot(Database &database)
    : m_database(database)
    , m_own(sqlite3_get_autocommit(database.m_connection) != 0)
{
    if (m_own)
        m_database.run("BEGIN");
}

Snapshot::~Snapshot()
{
    if (m_own && sqlite3_get_autocommit(m_database.m_connection) == 0)
        sqlite3_exec(m_database.m_connection, "COMMIT", nullptr, nullptr, nullptr);
}

} // namespace parley::storage
