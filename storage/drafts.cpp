// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/drafts.h"

#include "storage/sqlite/failed.h"

#include <QCoreApplication>

namespace parley::storage::drafts {

Reader::Draft get(Database &db, TicketId ticket)
{
    return db
        .one("SELECT text, is_note FROM draft WHERE ticket = :ticket", {{":ticket", ticket}},
            [](const Row &row) { return Reader::Draft{row.text("text"), row.flag("is_note")}; })
        .value_or(Reader::Draft{});
}

Changes save(Database &db, TicketId ticket, const QString &text, bool isNote, Timestamp now)
{
    if (text.isEmpty()) {
        if (db.run("DELETE FROM draft WHERE ticket = :ticket", {{":ticket", ticket}}) == 0)
            return {};
    } else {
        if (db.number("SELECT 1 FROM ticket WHERE id = :ticket", {{":ticket", ticket}}) == 0) {
            reject(ErrorKind::NotFound,
                QCoreApplication::translate("parley::storage", "There is no ticket #%1.").arg(ticket.value));
        }
        db.run(R"(
            INSERT INTO draft(ticket, text, is_note, saved) VALUES (:ticket, :text, :note, :now)
            ON CONFLICT(ticket) DO UPDATE SET text = excluded.text, is_note = excluded.is_note,
                saved = excluded.saved)",
            {{":ticket", ticket}, {":text", text}, {":note", isNote}, {":now", now}});
    }
    Changes changes;
    changes.tickets.insert(ticket);
    return changes;
}

} // namespace parley::storage::drafts
