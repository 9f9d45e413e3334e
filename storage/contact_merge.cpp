// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/contact_merge.h"

#include "storage/contacts.h"
#include "storage/json.h"
#include "storage/sqlite/failed.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace parley::storage::contact_merge {

namespace {

// A class, so that lupdate files the texts under the context they are looked up in.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(parley::storage)
};

/// What belongs to a person alone, whatever their addresses.
struct Self {
    QString name;
    QString language;
    QString note;
    bool anonymous = false;
};

Self selfOf(const Contact &contact)
{
    return {contact.name, contact.language, contact.note, contact.anonymous};
}

QJsonObject toJson(const Self &self)
{
    return QJsonObject{{u"name"_s, self.name}, {u"language"_s, self.language}, {u"note"_s, self.note},
        {u"anonymous"_s, self.anonymous}};
}

Self selfFrom(const QJsonObject &json)
{
    return {json["name"_L1].toString(), json["language"_L1].toString(), json["note"_L1].toString(),
        json["anonymous"_L1].toBool()};
}

void write(Database &db, ContactId contact, const Self &self)
{
    db.run(R"(
        UPDATE contact SET name = :name, language = :language, note = :note, anonymous = :anonymous WHERE id = :id)",
        {{":name", self.name}, {":language", self.language}, {":note", self.note}, {":anonymous", self.anonymous},
            {":id", contact}});
}

Contact require(Database &db, ContactId id)
{
    const auto contact = contacts::get(db, id);
    if (!contact)
        reject(ErrorKind::Rejected, Texts::tr("There is no contact %1.").arg(id.value));
    return *contact;
}

/// Who stays keeps what is known of them; the other one fills the gaps.
Self joined(const Self &into, const Self &from)
{
    Self self = into;
    if (into.name.isEmpty() || (into.anonymous && !from.anonymous))
        self.name = from.name;
    if (self.language.isEmpty())
        self.language = from.language;
    if (!from.note.isEmpty() && from.note != into.note)
        self.note = into.note.isEmpty() ? from.note : QString(into.note + u'\n' + from.note);
    self.anonymous = into.anonymous && from.anonymous;
    return self;
}

/// What somebody changed since the merge stays.
Self parted(const Self &now, const Self &before, const Self &after)
{
    Self self = now;
    if (now.name == after.name)
        self.name = before.name;
    if (now.language == after.language)
        self.language = before.language;
    if (now.note == after.note)
        self.note = before.note;
    if (now.anonymous == after.anonymous)
        self.anonymous = before.anonymous;
    return self;
}

/// Who had stayed is again what they were before. They may have been merged themselves since.
void restore(Database &db, ContactId into, const Self &before, const Self &after)
{
    if (const auto contact = contacts::get(db, into)) {
        write(db, into, parted(selfOf(*contact), before, after));
        return;
    }
    const auto kept = db.one("SELECT name, language, note, anonymous FROM contact_merge WHERE contact = :contact",
        {{":contact", into}}, [](const Row &row) {
            return Self{row.text("name"), row.text("language"), row.text("note"), row.flag("anonymous")};
        });
    if (!kept)
        return;
    const Self self = parted(*kept, before, after);
    db.run(R"(
        UPDATE contact_merge SET name = :name, language = :language, note = :note, anonymous = :anonymous
        WHERE contact = :contact)",
        {{":name", self.name}, {":language", self.language}, {":note", self.note}, {":anonymous", self.anonymous},
            {":contact", into}});
}

/// The conversations of some addresses go to another person, with their tickets.
void moveAddress(Database &db, qint64 identity, ContactId to, Changes &changes)
{
    db.run("UPDATE identity SET contact = :to WHERE id = :identity", {{":to", to}, {":identity", identity}});
    const QList<ConversationId> theirs = db.all("SELECT id FROM conversation WHERE identity = :identity",
        {{":identity", identity}}, [](const Row &row) { return row.id<ConversationId>("id"); });
    for (const ConversationId conversation : theirs) {
        db.run("UPDATE conversation SET contact = :to WHERE id = :id", {{":to", to}, {":id", conversation}});
        db.run("UPDATE ticket SET contact = :to WHERE conversation = :id", {{":to", to}, {":id", conversation}});
        // They are found by their writer's name, which may be another now.
        db.run(R"(
            INSERT OR IGNORE INTO index_pending(message)
            SELECT id FROM message WHERE conversation = :id AND direction = 0)",
            {{":id", conversation}});
        changes.conversations.insert(conversation);
        db.each("SELECT id FROM ticket WHERE conversation = :id", {{":id", conversation}},
            [&](const Row &row) { changes.tickets.insert(row.id<TicketId>("id")); });
    }
}

QList<qint64> numbers(Database &db, const QByteArray &sql, const Value &of)
{
    return db.all(sql, {{":of", of}}, [](const Row &row) { return row.number("id"); });
}

/// All tickets of a person, whose name is shown in each.
void announce(Database &db, ContactId contact, Changes &changes)
{
    db.each("SELECT id FROM ticket WHERE contact = :contact", {{":contact", contact}},
        [&](const Row &row) { changes.tickets.insert(row.id<TicketId>("id")); });
}

} // namespace

void merge(Database &db, ContactId fromId, ContactId intoId, Timestamp now, Changes &changes)
{
    if (fromId == intoId)
        reject(ErrorKind::Rejected, Texts::tr("That is one contact already."));
    const Contact from = require(db, fromId);
    const Contact into = require(db, intoId);
    const Self before = selfOf(into);
    const Self after = joined(before, selfOf(from));
    const qint64 merge = db.insert(R"(
        INSERT INTO contact_merge(contact, name, language, note, anonymous, into_contact, into_before, into_after,
            merged)
        VALUES (:contact, :name, :language, :note, :anonymous, :into, :before, :after, :now))",
        {{":contact", fromId}, {":name", from.name}, {":language", from.language}, {":note", from.note},
            {":anonymous", from.anonymous}, {":into", intoId}, {":before", toText(toJson(before))},
            {":after", toText(toJson(after))}, {":now", now}});
    for (const qint64 identity : numbers(db, "SELECT id FROM identity WHERE contact = :of", fromId)) {
        db.run("INSERT INTO contact_merge_identity(merge, identity) VALUES (:merge, :identity)",
            {{":merge", merge}, {":identity", identity}});
        moveAddress(db, identity, intoId, changes);
    }
    db.run("DELETE FROM contact WHERE id = :id", {{":id", fromId}});
    write(db, intoId, after);
    contacts::reindex(db, intoId);
    announce(db, intoId, changes);
}

void unmerge(Database &db, ContactId merged, Changes &changes)
{
    struct Entry {
        qint64 id;
        Self self;
        ContactId into;
        Self before;
        Self after;
    };
    const auto entry = db.one(R"(
        SELECT id, name, language, note, anonymous, into_contact, into_before, into_after FROM contact_merge
        WHERE contact = :contact)",
        {{":contact", merged}}, [](const Row &row) {
            return Entry{row.number("id"),
                {row.text("name"), row.text("language"), row.text("note"), row.flag("anonymous")},
                row.id<ContactId>("into_contact"), selfFrom(objectFrom(row.text("into_before"))),
                selfFrom(objectFrom(row.text("into_after")))};
        });
    if (!entry)
        reject(ErrorKind::Rejected, Texts::tr("Contact %1 was not merged with anybody.").arg(merged.value));
    db.run(R"(
        INSERT INTO contact(id, name, language, note, anonymous)
        VALUES (:id, :name, :language, :note, :anonymous))",
        {{":id", merged}, {":name", entry->self.name}, {":language", entry->self.language}, {":note", entry->self.note},
            {":anonymous", entry->self.anonymous}});
    QSet<ContactId> left{entry->into};
    for (const qint64 identity :
        numbers(db, "SELECT identity AS id FROM contact_merge_identity WHERE merge = :of", entry->id)) {
        left.insert(
            ContactId{db.number("SELECT contact FROM identity WHERE id = :identity", {{":identity", identity}})});
        moveAddress(db, identity, merged, changes);
        // Whatever they were merged into together afterwards: this address is out of it.
        db.run("DELETE FROM contact_merge_identity WHERE identity = :identity AND merge >= :merge",
            {{":identity", identity}, {":merge", entry->id}});
    }
    db.run("DELETE FROM contact_merge WHERE id = :id", {{":id", entry->id}});
    restore(db, entry->into, entry->before, entry->after);
    left.insert(merged);
    for (const ContactId contact : std::as_const(left)) {
        if (!contacts::get(db, contact))
            continue;
        contacts::reindex(db, contact);
        announce(db, contact, changes);
    }
}

QList<Contact::Merged> mergedInto(Database &db, ContactId contact)
{
    return db.all(R"(
        SELECT contact, name, merged FROM contact_merge
        WHERE id IN (SELECT mi.merge FROM identity i JOIN contact_merge_identity mi ON mi.identity = i.id
            WHERE i.contact = :contact)
        ORDER BY id)",
        {{":contact", contact}}, [](const Row &row) {
            return Contact::Merged{row.id<ContactId>("contact"), row.text("name"), row.time("merged")};
        });
}

qint64 mergeOf(Database &db, qint64 identity)
{
    // The first one that it came with: who they were before any merge.
    return db.number(
        "SELECT min(merge) FROM contact_merge_identity WHERE identity = :identity", {{":identity", identity}});
}

} // namespace parley::storage::contact_merge
