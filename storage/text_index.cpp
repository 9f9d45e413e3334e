// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/text_index.h"

#include "language/search_words.h"
#include "storage/contacts.h"
#include "storage/enums.h"

#include <QHash>

#include <algorithm>

namespace parley::storage::text_index {

namespace {

constexpr qsizetype kMostAtOnce = 2 * 1024 * 1024; ///< UTF-16 units in memory for one step

struct Behind {
    Entry entry;
    ContactId contact;
    Direction direction = Direction::In;
};

Behind readBehind(const Row &row)
{
    Behind behind;
    behind.entry.id = row.id<MessageId>("id");
    behind.direction = row.as<Direction>("direction");
    behind.entry.who = row.text("author");
    behind.entry.subject = row.text("subject");
    behind.entry.language = row.text("language");
    behind.entry.text = row.text("text");
    behind.contact = row.id<ContactId>("contact");
    return behind;
}

std::optional<Behind> readOne(Database &db, MessageId id)
{
    return db.one(R"(
        SELECT m.id AS id, m.direction AS direction, m.author AS author, m.subject AS subject,
            m.language AS language, substr(m.text, 1, 262144) AS text, c.contact AS contact
        FROM message m JOIN conversation c ON c.id = m.conversation WHERE m.id = :id)",
        {{":id", id}}, readBehind);
}

} // namespace

void put(Database &db, const Entry &entry)
{
    QString text = entry.text.left(kMostText);
    if (!entry.subject.isEmpty())
        text = entry.subject + u'\n' + text;
    const language::IndexForms forms = language::indexForms(text, entry.language);
    db.run("DELETE FROM message_text WHERE rowid = :id", {{":id", entry.id}});
    db.run("INSERT INTO message_text(rowid, words, stems, who) VALUES (:id, :words, :stems, :who)",
        {{":id", entry.id}, {":words", forms.words}, {":stems", forms.stems}, {":who", language::fold(entry.who)}});
}

void postpone(Database &db, MessageId id)
{
    db.run("INSERT OR IGNORE INTO index_pending(message) VALUES (:id)", {{":id", id}});
}

int catchUp(Database &db, int limit)
{
    const QList<MessageId> pending = db.all("SELECT message FROM index_pending ORDER BY message DESC LIMIT :limit",
        {{":limit", limit}}, [](const Row &row) { return row.id<MessageId>("message"); });
    QList<Behind> batch;
    qsizetype read = 0;
    MessageId oldest;
    for (const MessageId id : pending) {
        if (read >= kMostAtOnce)
            break;
        oldest = id;
        if (auto behind = readOne(db, id)) {
            read += behind->entry.text.size();
            batch.append(std::move(*behind));
        }
    }
    if (!oldest.isValid())
        return 0;
    // The index takes rising numbers together, and begins anew at each that falls.
    std::ranges::reverse(batch);
    QHash<ContactId, QString> who;
    for (Behind &behind : batch) {
        Entry &entry = behind.entry;
        if (behind.direction == Direction::Out) {
            entry.who.clear();
        } else if (behind.contact.isValid()) {
            if (!who.contains(behind.contact))
                who.insert(behind.contact, contacts::searchText(db, behind.contact));
            entry.who = who.value(behind.contact);
        }
        put(db, entry);
    }
    db.run("DELETE FROM index_pending WHERE message >= :oldest", {{":oldest", oldest}});
    // Counting them all after each step would cost more than the steps.
    return static_cast<int>(db.number("SELECT count(*) FROM (SELECT 1 FROM index_pending LIMIT 10000)"));
}

} // namespace parley::storage::text_index
