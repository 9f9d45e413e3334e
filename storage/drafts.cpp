// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/drafts.h"

#include "storage/sqlite/failed.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace parley::storage::drafts {

namespace {

Reader::Draft readDraft(const Row &row)
{
    return {row.text("text"), row.flag("is_note"), row.flag("privately")};
}

void requireTicket(Database &db, TicketId ticket)
{
    if (db.number("SELECT 1 FROM ticket WHERE id = :ticket", {{":ticket", ticket}}) == 0) {
        reject(ErrorKind::NotFound,
            QCoreApplication::translate("parley::storage", "There is no ticket #%1.").arg(ticket.value));
    }
}

QByteArray hashOf(const OutgoingAttachment &file)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part : {file.name.toUtf8(), file.type.toUtf8()}) {
        hash.addData(part);
        hash.addData(QByteArrayView("\0", 1)); // no name runs on into the type
    }
    hash.addData(file.content);
    return hash.result();
}

QList<QByteArray> hashesOf(const QList<OutgoingAttachment> &files)
{
    QList<QByteArray> hashes;
    std::ranges::transform(files, std::back_inserter(hashes), hashOf);
    return hashes;
}

struct Kept {
    qint64 id = 0;
    QByteArray hash;
};
QList<Kept> keptFiles(Database &db, TicketId ticket)
{
    return db.all("SELECT id, hash FROM draft_file WHERE ticket = :ticket ORDER BY place", {{":ticket", ticket}},
        [](const Row &row) { return Kept{row.integer("id"), row.blob("hash")}; });
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
    if (draft.text.isEmpty() && (draft.isNote || keptFiles(db, ticket).isEmpty())) {
        if (db.run("DELETE FROM draft WHERE ticket = :ticket AND is_note = :note",
                {{":ticket", ticket}, {":note", draft.isNote}})
            == 0)
            return {};
    } else {
        requireTicket(db, ticket);
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

QList<OutgoingAttachment> files(Database &db, TicketId ticket)
{
    return db.all("SELECT name, type, content FROM draft_file WHERE ticket = :ticket ORDER BY place",
        {{":ticket", ticket}},
        [](const Row &row) { return OutgoingAttachment{row.text("name"), row.text("type"), row.blob("content")}; });
}

Changes saveFiles(Database &db, TicketId ticket, const QList<OutgoingAttachment> &files, Timestamp now)
{
    requireTicket(db, ticket);
    QList<Kept> kept = keptFiles(db, ticket);
    for (int place = 0; place < files.size(); ++place) {
        const OutgoingAttachment &file = files[place];
        const QByteArray hash = hashOf(file);
        const auto same = std::ranges::find(kept, hash, &Kept::hash);
        if (same == kept.end()) {
            db.run(R"(
                INSERT INTO draft_file(ticket, place, name, type, hash, content)
                VALUES (:ticket, :place, :name, :type, :hash, :content))",
                {{":ticket", ticket}, {":place", place}, {":name", file.name}, {":type", file.type}, {":hash", hash},
                    {":content", file.content}});
        } else { // megabytes are not written again
            db.run("UPDATE draft_file SET place = :place WHERE id = :id", {{":place", place}, {":id", same->id}});
            kept.erase(same);
        }
    }
    for (const Kept &gone : kept)
        db.run("DELETE FROM draft_file WHERE id = :id", {{":id", gone.id}});
    return save(db, ticket, get(db, ticket, false), now);
}

void dropSent(Database &db, TicketId ticket, const Reader::Draft &sent, const QList<OutgoingAttachment> &files)
{
    if (!sent.isNote) {
        QList<QByteArray> kept;
        std::ranges::transform(keptFiles(db, ticket), std::back_inserter(kept), &Kept::hash);
        if (!kept.isEmpty() && kept != hashesOf(files))
            return;
    }
    const int dropped = db.run(R"(
        DELETE FROM draft WHERE ticket = :ticket AND is_note = :note AND trim(text, char(9, 10, 13, 32)) = :text)",
        {{":ticket", ticket}, {":note", sent.isNote}, {":text", sent.text.trimmed()}});
    if (dropped > 0 && !sent.isNote)
        db.run("DELETE FROM draft_file WHERE ticket = :ticket", {{":ticket", ticket}});
}

} // namespace parley::storage::drafts
