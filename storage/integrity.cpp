// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/integrity.h"

#include "storage/sqlite/failed.h"

#include <QCoreApplication>

namespace parley::storage {

namespace {

/// A check that cannot be carried out has found something.
template <typename Check>
void look(QStringList &found, Check &&check)
{
    const auto done = guarded(std::forward<Check>(check));
    if (!done && !found.contains(done.error().words))
        found.append(done.error().words);
}

} // namespace

QStringList checkIntegrity(Database &db)
{
    QStringList found;
    look(found, [&] {
        db.each("PRAGMA integrity_check(100)", {}, [&](const Row &row) {
            const QString line = row.text("integrity_check");
            if (line != u"ok")
                found.append(line);
        });
    });
    // Each page's own checksum: SQLCipher's.
    look(found, [&] {
        db.each("PRAGMA cipher_integrity_check", {},
            [&](const Row &row) { found.append(row.text("cipher_integrity_check")); });
    });
    look(found, [&] {
        db.each("PRAGMA foreign_key_check", {}, [&](const Row &row) {
            found.append(QStringLiteral("%1 row %2 points nowhere").arg(row.text("table")).arg(row.number("rowid")));
        });
    });
    look(found, [&] {
        const qint64 miscounted = db.number(R"(
            SELECT count(*) FROM (
                SELECT status, unanswered, assignee, count(*) AS n FROM ticket GROUP BY 1, 2, 3
                EXCEPT SELECT status, unanswered, assignee, n FROM ticket_count))");
        if (miscounted > 0)
            found.append(QCoreApplication::translate("parley::storage", "The kept ticket counts are wrong."));
    });
    return found;
}

} // namespace parley::storage
