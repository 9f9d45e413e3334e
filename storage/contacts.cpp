// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/contacts.h"

#include "language/search_words.h"
#include "storage/contact_merge.h"
#include "storage/json.h"
#include "storage/text_query.h"

namespace parley::storage::contacts {

namespace {

using Fact = ConversationContext::Fact;

struct Known {
    qint64 identity = 0;
    ContactId contact;
    QString name;
    QString handle;
    QString attributes;
    bool anonymous = false;
};

/// Kept in the form of a card that has nothing but these lines.
QString textOf(const QList<Fact> &attributes)
{
    ConversationContext card;
    card.facts = attributes;
    return toText(toJson(card));
}

std::optional<Known> known(Database &db, AccountId account, const QString &remoteId)
{
    return db.one(R"(
        SELECT i.id AS id, i.contact AS contact, i.name AS name, i.handle AS handle,
            i.attributes AS attributes, c.anonymous AS anonymous
        FROM identity i JOIN contact c ON c.id = i.contact
        WHERE i.account = :account AND i.remote_id = :remote)",
        {{":account", account}, {":remote", remoteId}}, [](const Row &row) {
            return Known{row.number("id"), row.id<ContactId>("contact"), row.text("name"), row.text("handle"),
                row.text("attributes"), row.flag("anonymous")};
        });
}

ContactId create(Database &db, AccountId account, const RemoteContact &remote)
{
    const QString name = remote.name.isEmpty() ? remote.handle : remote.name;
    const ContactId contact{
        db.insert("INSERT INTO contact(name, language, anonymous) VALUES (:name, :language, :anonymous)",
            {{":name", name}, {":language", remote.language}, {":anonymous", remote.anonymous}})};
    db.run(R"(
        INSERT INTO identity(account, remote_id, contact, handle, name, attributes)
        VALUES (:account, :remote, :contact, :handle, :name, :attributes))",
        {{":account", account}, {":remote", remote.remoteId}, {":contact", contact}, {":handle", remote.handle},
            {":name", remote.name}, {":attributes", textOf(remote.attributes.value_or(QList<Fact>()))}});
    reindex(db, contact);
    return contact;
}

void announce(Database &db, ContactId contact, Changes &changes)
{
    db.each("SELECT id FROM ticket WHERE contact = :contact ORDER BY updated DESC LIMIT 100", {{":contact", contact}},
        [&](const Row &row) { changes.tickets.insert(row.id<TicketId>("id")); });
}

/// A name that came from this address follows it; one from elsewhere stays. What came with somebody who was merged is
/// theirs.
void rename(Database &db, const Known &address, const QString &name)
{
    const qint64 merge = contact_merge::mergeOf(db, address.identity);
    db.run(merge == 0 ? "UPDATE contact SET name = :name WHERE id = :id AND name IN ('', :oldName, :oldHandle)"
                      : "UPDATE contact_merge SET name = :name WHERE id = :id AND name IN ('', :oldName, :oldHandle)",
        {{":name", name}, {":id", merge == 0 ? address.contact.value : merge}, {":oldName", address.name},
            {":oldHandle", address.handle}});
}

/// \return whether it changed what is shown
bool signedInOrOut(Database &db, const Known &address, bool anonymous)
{
    if (address.anonymous == anonymous || contact_merge::mergeOf(db, address.identity) != 0)
        return false;
    db.run("UPDATE contact SET anonymous = :anonymous WHERE id = :id",
        {{":anonymous", anonymous}, {":id", address.contact}});
    return true;
}

/// \return whether it changed what is shown
bool takeAttributes(Database &db, const Known &address, const std::optional<QList<Fact>> &told)
{
    if (!told)
        return false;
    const QString attributes = textOf(*told);
    if (attributes == address.attributes)
        return false;
    db.run("UPDATE identity SET attributes = :attributes WHERE id = :id",
        {{":attributes", attributes}, {":id", address.identity}});
    return true;
}

} // namespace

ContactId take(Database &db, AccountId account, const RemoteContact &remote, Changes &changes)
{
    const auto old = known(db, account, remote.remoteId);
    if (!old)
        return create(db, account, remote);
    const QString name = remote.name.isEmpty() ? old->name : remote.name;
    const QString handle = remote.handle.isEmpty() ? old->handle : remote.handle;
    if (!remote.language.isEmpty()) {
        db.run("UPDATE contact SET language = :language WHERE id = :contact AND language <> :language",
            {{":language", remote.language}, {":contact", old->contact}});
    }
    const bool signedOtherwise = signedInOrOut(db, *old, remote.anonymous);
    if (takeAttributes(db, *old, remote.attributes) || signedOtherwise)
        announce(db, old->contact, changes);
    if (name == old->name && handle == old->handle)
        return old->contact;
    db.run(R"(
        UPDATE identity SET name = :name, handle = :handle WHERE account = :account AND remote_id = :remote)",
        {{":name", name}, {":handle", handle}, {":account", account}, {":remote", remote.remoteId}});
    rename(db, *old, name.isEmpty() ? handle : name);
    reindex(db, old->contact);
    announce(db, old->contact, changes);
    return old->contact;
}

ContactId find(Database &db, AccountId account, const QString &remoteId)
{
    if (remoteId.isEmpty())
        return {};
    const auto found = known(db, account, remoteId);
    return found ? found->contact : ContactId{};
}

std::optional<Contact> get(Database &db, ContactId id)
{
    auto contact = db.one(
        "SELECT id, name, language, note, anonymous FROM contact WHERE id = :id", {{":id", id}}, [](const Row &row) {
            Contact read;
            read.id = row.id<ContactId>("id");
            read.name = row.text("name");
            read.language = row.text("language");
            read.note = row.text("note");
            read.anonymous = row.flag("anonymous");
            return read;
        });
    if (!contact)
        return std::nullopt;
    contact->identities =
        db.all("SELECT account, remote_id, handle, name, attributes FROM identity WHERE contact = :id ORDER BY id",
            {{":id", id}}, [](const Row &row) {
                return Identity{row.id<AccountId>("account"), row.text("remote_id"), row.text("handle"),
                    row.text("name"), contextFrom(objectFrom(row.text("attributes"))).facts};
            });
    return contact;
}

QList<Contact> named(Database &db, const QString &text, int limit)
{
    const QString expression = nameExpression(text);
    const auto readId = [](const Row &row) { return row.id<ContactId>("id"); };
    const QList<ContactId> ids = expression.isEmpty()
        ? db.all("SELECT id FROM contact ORDER BY name COLLATE NOCASE, id LIMIT :limit", {{":limit", limit}}, readId)
        : db.all(R"(
            SELECT id FROM contact
            WHERE id IN (SELECT rowid FROM contact_text WHERE contact_text MATCH :words LIMIT :limit)
            ORDER BY name COLLATE NOCASE, id)",
              {{":words", expression}, {":limit", limit}}, readId);
    QList<Contact> found;
    for (const ContactId id : ids) {
        if (const auto contact = get(db, id))
            found.append(*contact);
    }
    return found;
}

void setNote(Database &db, ContactId contact, const QString &note, Changes &changes)
{
    db.run("UPDATE contact SET note = :note WHERE id = :id", {{":note", note}, {":id", contact}});
    db.each("SELECT id FROM ticket WHERE contact = :contact", {{":contact", contact}},
        [&](const Row &row) { changes.tickets.insert(row.id<TicketId>("id")); });
}

QString remoteIdOf(Database &db, ContactId contact, AccountId account)
{
    return db
        .one("SELECT remote_id FROM identity WHERE contact = :contact AND account = :account ORDER BY id LIMIT 1",
            {{":contact", contact}, {":account", account}}, [](const Row &row) { return row.text("remote_id"); })
        .value_or(QString());
}

void reindex(Database &db, ContactId contact)
{
    db.run("DELETE FROM contact_text WHERE rowid = :id", {{":id", contact}});
    db.run("INSERT INTO contact_text(rowid, words) VALUES (:id, :words)",
        {{":id", contact}, {":words", language::fold(searchText(db, contact))}});
}

QString searchText(Database &db, ContactId contact)
{
    QString text = db.one("SELECT name FROM contact WHERE id = :contact", {{":contact", contact}}, [](const Row &row) {
                         return row.text("name");
                     }).value_or(QString());
    db.each("SELECT name, handle FROM identity WHERE contact = :contact", {{":contact", contact}}, [&](const Row &row) {
        const QString name = row.text("name");
        if (name != text)
            text += u' ' + name;
        text += u' ' + row.text("handle");
    });
    return text;
}

} // namespace parley::storage::contacts
