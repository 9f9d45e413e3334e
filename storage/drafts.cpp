// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/drafts.h"

#include "storage/sqlite/failed.h"

#include <QCoreApplication>

namespace parley::storage::drafts {

Reader::Draft newest(Database &db, TicketId ticket)
{
    return db
        .one("SELECT text, is_note FROM draft WHERE ticket = :ticket ORDER BY saved DESC, is_note LIMIT 1",
            {{":ticket", ticket}}, [](const Row &row) { return Reader::Draft{row.text("text"), row.flag("is_note")}; })
        .value_or(Reader::Draft{});
}

Reader::Draft get(Database &db, TicketId ticket, bool isNote)
{
    const auto text = db.one("SELECT text FROM draft WHERE ticket = :ticket AND is_note = :note",
        {{":ticket", ticket}, {":note", isNote}}, [](const Row &row) { return row.text("text"); });
    return {text.value_or(QString()), isNote};
}

Changes save(Database &db, TicketId ticket, const QString &text, bool isNote, Timestamp now)
{
    if (text.isEmpty()) {
        if (db.run("DELETE FROM draft WHERE ticket = :ticket AND is_note = :note",
                {{":ticket", ticket}, {":note", isNote}})
            == 0)
            return {};
    } else {
        if (db.number("SELECT 1 FROM ticket WHERE id = :ticket", {{":ticket", ticket}}) == 0) {
            reject(ErrorKind::NotFound,
                QCoreApplication::translate("parley::storage", "There is no ticket #%1.").arg(ticket.value));
        }
        db.run(R"(
            INSERT INTO draft(ticket, text, is_note, saved) VALUES (:ticket, :text, :note, :now)
            ON CONFLICT(ticket, is_note) DO UPDATE SET text = excluded.text, saved = excluded.saved)",
            {{":ticket", ticket}, {":text", text}, {":note", isNote}, {":now", now}});
    }
    Changes changes;
    changes.tickets.insert(ticket);
    return changes;
}

} // namespace parley::storage::drafts
