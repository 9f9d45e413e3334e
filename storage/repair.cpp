// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/contacts.h"
#include "storage/migrations.h"
#include "storage/opening.h"
#include "storage/sqlite/errors.h"
#include "storage/sqlite/failed.h"
#include "storage/store.h"
#include "storage/tickets.h"

#include <QFile>
#include <QFileInfo>

#include <limits>

namespace parley::storage {

namespace {

/// What is copied, parents before children. Lists, counts and the text index are made anew from these.
constexpr const char *kTables[] = {"account", "contact", "identity", "conversation", "raw_payload", "ticket", "message",
    "message_alias", "tombstone", "attachment", "blob", "outbox", "draft", "draft_file", "conversation_continuation",
    "contact_merge", "contact_merge_identity", "outage", "workspace"};
constexpr int kRowsAtOnce = 200;

bool isDamage(const Error &error)
{
    // SQLITE_CORRUPT, also for a page whose checksum is wrong, and SQLITE_IOERR for one the disk cannot give.
    const int code = error.detail.section(u' ', 1, 1).chopped(1).toInt() & 0xff;
    return code == 11 || code == 10;
}

QList<QByteArray> columnsOf(Database &db, const QByteArray &table)
{
    return db.all("SELECT name FROM pragma_table_info('" + table + "')", {},
        [](const Row &row) { return row.text("name").toUtf8(); });
}

/// A file of an older version lacks some columns: they get their defaults.
QByteArray columnsInBoth(Database &from, Database &to, const QByteArray &table)
{
    const QList<QByteArray> old = columnsOf(from, table);
    QByteArray columns;
    for (const QByteArray &column : columnsOf(to, table)) {
        if (old.contains(column))
            columns += (columns.isEmpty() ? QByteArray() : QByteArray(", ")) + column;
    }
    return columns;
}

/// Goes through one table by rowid and takes what can be read, stepping over what cannot.
class TableCopy
{
public:
    TableCopy(Database &from, Database &to, const QByteArray &table, RepairReport &report)
        : m_from(from)
        , m_to(to)
        , m_columns(columnsInBoth(from, to, table))
        , m_report(report)
    {
        const QByteArray places = QByteArray("?, ").repeated(m_columns.count(',') + 1).chopped(2);
        m_select = "SELECT rowid AS rowid_, " + m_columns + " FROM " + table
            + " WHERE rowid >= :first ORDER BY rowid LIMIT :limit";
        m_insert = "INSERT OR IGNORE INTO " + table + "(" + m_columns + ") VALUES (" + places + ")";
    }

    void run()
    {
        std::optional<qint64> next = std::numeric_limits<qint64>::min();
        while (next && !m_columns.isEmpty())
            next = copyFrom(*next);
    }

private:
    /// \return where to go on; nullopt: the end
    std::optional<qint64> copyFrom(qint64 first)
    {
        qint64 reached = first;
        int copied = 0;
        try {
            m_from.each(m_select, {{":first", first}, {":limit", kRowsAtOnce}}, [&](const Row &row) {
                std::vector<Value> values = row.values();
                values.erase(values.begin());
                m_to.runAt(m_insert, values);
                reached = row.number("rowid_") + 1;
                ++copied;
                ++m_report.kept;
            });
        } catch (const Failed &failed) {
            if (!isDamage(failed.error))
                throw;
            return overHole(reached);
        }
        return copied == kRowsAtOnce ? std::optional(reached) : std::nullopt;
    }

    /// Widening steps over the hole, then halves back to its edge.
    std::optional<qint64> overHole(qint64 hole)
    {
        ++m_report.lost; // at least one row: how many, countLost() tells where it can
        constexpr qint64 kWidest = qint64(1) << 61;
        qint64 bad = hole;
        qint64 step = 1;
        while (step < kWidest && !isReadableFrom(bad + step)) {
            bad += step;
            step *= 2;
        }
        qint64 good = bad + step;
        while (good - bad > 1) {
            const qint64 middle = bad + (good - bad) / 2;
            (isReadableFrom(middle) ? good : bad) = middle;
        }
        return step < kWidest ? std::optional(good) : std::nullopt;
    }

    /// Reads one whole row: a damaged text is found too.
    bool isReadableFrom(qint64 rowid)
    {
        try {
            m_from.each(m_select, {{":first", rowid}, {":limit", 1}}, [](const Row &row) { (void)row.values(); });
            return true;
        } catch (const Failed &failed) {
            if (!isDamage(failed.error))
                throw;
            return false;
        }
    }

    Database &m_from;
    Database &m_to;
    const QByteArray m_columns;
    QByteArray m_select;
    QByteArray m_insert;
    RepairReport &m_report;
};

/// The messages' own index tells how many there were, if it can be read.
void countLost(Database &from, Database &to, RepairReport &report)
{
    const auto there = guarded([&] {
        return from.number("SELECT count(*) FROM message INDEXED BY message_conversation WHERE conversation >= 0");
    });
    if (there)
        report.lost = std::max(report.lost, *there - to.number("SELECT count(*) FROM message"));
}

/// Messages whose ticket was lost go to another of their conversation, or a new one is made for them.
void adoptMessages(Database &db)
{
    db.execute(R"(
        INSERT INTO ticket(conversation, account, contact, subject, created, updated)
            SELECT v.id, v.account, v.contact, v.subject,
                (SELECT min(time) FROM message WHERE conversation = v.id),
                (SELECT max(time) FROM message WHERE conversation = v.id)
            FROM conversation v
            WHERE EXISTS (SELECT 1 FROM message WHERE conversation = v.id)
                AND NOT EXISTS (SELECT 1 FROM ticket WHERE conversation = v.id);
        UPDATE message SET ticket = (SELECT id FROM ticket WHERE conversation = message.conversation
            ORDER BY created DESC LIMIT 1)
        WHERE ticket IS NULL OR ticket NOT IN (SELECT id FROM ticket);
    )");
}

/// What is worked out of other rows is worked out anew.
void rebuild(Database &db)
{
    db.execute(R"(
        DELETE FROM identity WHERE contact NOT IN (SELECT id FROM contact) OR account NOT IN (SELECT id FROM account);
        DELETE FROM conversation WHERE account NOT IN (SELECT id FROM account);
        DELETE FROM raw_payload WHERE account NOT IN (SELECT id FROM account);
        DELETE FROM tombstone WHERE account NOT IN (SELECT id FROM account);
        DELETE FROM message WHERE conversation NOT IN (SELECT id FROM conversation);
        DELETE FROM message_alias WHERE message NOT IN (SELECT id FROM message);
        DELETE FROM ticket WHERE conversation NOT IN (SELECT id FROM conversation);
        DELETE FROM attachment WHERE message NOT IN (SELECT id FROM message);
        DELETE FROM blob WHERE attachment NOT IN (SELECT id FROM attachment);
        DELETE FROM outbox WHERE account NOT IN (SELECT id FROM account) OR ticket NOT IN (SELECT id FROM ticket);
        DELETE FROM draft WHERE ticket NOT IN (SELECT id FROM ticket);
        DELETE FROM draft_file WHERE ticket NOT IN (SELECT id FROM ticket);
        DELETE FROM conversation_continuation WHERE account NOT IN (SELECT id FROM account)
            OR conversation NOT IN (SELECT id FROM conversation);
        DELETE FROM contact_merge_identity WHERE merge NOT IN (SELECT id FROM contact_merge)
            OR identity NOT IN (SELECT id FROM identity);
        DELETE FROM outage WHERE account NOT IN (SELECT id FROM account);
        DELETE FROM workspace WHERE account NOT IN (SELECT id FROM account);
        UPDATE attachment SET state = 0 WHERE state = 1 AND id NOT IN (SELECT attachment FROM blob);
        UPDATE account SET cursor = NULL;
        UPDATE ticket SET messages = (
            SELECT count(*) FROM message WHERE conversation = ticket.conversation AND message.ticket = ticket.id AND kind <> 2);
        INSERT OR IGNORE INTO index_pending SELECT id FROM message;
        UPDATE counter SET n = (SELECT coalesce(max(arrival), 0) FROM message) WHERE name = 'arrival';
    )");
    Changes ignored;
    adoptMessages(db);
    const QList<TicketId> all =
        db.all("SELECT id FROM ticket", {}, [](const Row &row) { return row.id<TicketId>("id"); });
    for (const TicketId id : all) {
        tickets::State state = tickets::require(db, id);
        state.factsChanged = true;
        tickets::refreshSnippet(db, state);
        tickets::reindex(db, state.ticket);
        tickets::write(db, state, ignored);
    }
    const QList<ContactId> people =
        db.all("SELECT id FROM contact", {}, [](const Row &row) { return row.id<ContactId>("id"); });
    for (const ContactId person : people)
        contacts::reindex(db, person);
}

/// The write-ahead log and the index of it belong to the file.
constexpr const char *kSuffixes[] = {"", "-wal", "-shm"};

void removeCache(const QString &path)
{
    for (const char *suffix : kSuffixes)
        QFile::remove(path + QLatin1String(suffix));
}

void exchange(const QString &path, const QString &fresh, const QString &damaged)
{
    for (const char *suffix : kSuffixes) {
        const QString old = path + QLatin1String(suffix);
        if (QFile::exists(old) && !QFile::rename(old, damaged + QLatin1String(suffix)))
            reject(ErrorKind::Storage, words::folderNotWritable(QFileInfo(path).absolutePath()));
    }
    if (!QFile::rename(fresh, path)) {
        QFile::rename(damaged, path);
        reject(ErrorKind::Storage, words::folderNotWritable(QFileInfo(path).absolutePath()));
    }
    removeCache(fresh);
}

} // namespace

Result<RepairReport> repair(const QString &path, const CacheKey &key, const Clock &clock)
{
    return guarded([&] {
        const auto lock = lockCache(path);
        RepairReport report;
        report.damagedCopy =
            path + QStringLiteral(".damaged-") + toDateTime(clock.now()).toString(QStringLiteral("yyyyMMdd-HHmmss"));
        const QString fresh = path + QStringLiteral(".repaired");
        removeCache(fresh);
        {
            const auto from = openDatabase(path, key, Database::Mode::Create);
            if (from->userVersion() > newestVersion())
                reject(ErrorKind::Storage, words::newerVersion(from->userVersion(), newestVersion()));
            const auto to = openDatabase(fresh, key, Database::Mode::Create);
            migrate(*to);
            to->execute("PRAGMA foreign_keys = OFF");
            Transaction transaction(*to);
            for (const char *table : kTables)
                TableCopy(*from, *to, table, report).run();
            countLost(*from, *to, report);
            rebuild(*to);
            transaction.commit();
            to->checkpoint();
        }
        exchange(path, fresh, report.damagedCopy);
        return report;
    });
}

} // namespace parley::storage
