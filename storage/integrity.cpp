// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/integrity.h"

#include <QCoreApplication>

namespace parley::storage {

QStringList checkIntegrity(Database &db)
{
    QStringList found;
    const auto take = [&found](const Row &row) {
        const QString line = row.text("integrity_check");
        if (line != u"ok")
            found.append(line);
    };
    db.each("PRAGMA integrity_check(100)", {}, take);
    // Each page's own checksum: SQLCipher's.
    db.each("PRAGMA cipher_integrity_check", {},
        [&found](const Row &row) { found.append(row.text("cipher_integrity_check")); });
    db.each("PRAGMA foreign_key_check", {}, [&found](const Row &row) {
        found.append(QStringLiteral("%1 row %2 points nowhere").arg(row.text("table")).arg(row.number("rowid")));
    });
    const qint64 miscounted = db.number(R"(
        SELECT count(*) FROM (
            SELECT status, unanswered, assignee, count(*) AS n FROM ticket GROUP BY 1, 2, 3
            EXCEPT SELECT status, unanswered, assignee, n FROM ticket_count))");
    if (miscounted > 0)
        found.append(QCoreApplication::translate("parley::storage", "The kept ticket counts are wrong."));
    return found;
}

} // namespace parley::storage
