// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/drafts.h"

#include "storage/sqlite/failed.h"

#include <QCoreApplication>

namespace parley::storage::drafts {

namespace {

Reader::Draft readDraft(const Row &row)
{
    return {row.text("text"), row.flag("is_note"), row.flag("privately")};
}

} // namespace

Reader::Draft newest(Database &db, TicketId ticket)
{
    return db
        .one("SELECT text, is_note, privately FROM draft WHERE ticket = :ticket ORDER BY saved DESC, is_note LIMIT 1",
            {{":ticket", ticket}}, readDraft)
        .value_or(Reader::Draft{});
}

Reader::Draft get(Database &db, TicketId ticket, bool isNote)
{
    return db
        .one("SELECT text, is_note, privately FROM draft WHERE ticket = :ticket AND is_note = :note",
            {{":ticket", ticket}, {":note", isNote}}, readDraft)
        .value_or(Reader::Draft{{}, isNote, false});
}

Changes save(Database &db, TicketId ticket, const Reader::Draft &draft, Timestamp now)
{
    if (draft.text.isEmpty()) {
        if (db.run("DELETE FROM draft WHERE ticket = :ticket AND is_note = :note",
                {{":ticket", ticket}, {":note", draft.isNote}})
            == 0)
            return {};
    } else {
        if (db.number("SELECT 1 FROM ticket WHERE id = :ticket", {{":ticket", ticket}}) == 0) {
            reject(ErrorKind::NotFound,
                QCoreApplication::translate("parley::storage", "There is no ticket #%1.").arg(ticket.value));
        }
        db.run(R"(
            INSERT INTO draft(ticket, text, is_note, privately, saved) VALUES (:ticket, :text, :note, :privately, :now)
            ON CONFLICT(ticket, is_note)
            DO UPDATE SET text = excluded.text, privately = excluded.privately, saved = excluded.saved)",
            {{":ticket", ticket}, {":text", draft.text}, {":note", draft.isNote}, {":privately", draft.privately},
                {":now", now}});
    }
    Changes changes;
    changes.tickets.insert(ticket);
    return changes;
}

} // namespace parley::storage::drafts
