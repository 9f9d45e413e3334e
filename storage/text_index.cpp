// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/text_index.h"

#include "language/detect.h"
#include "language/search_words.h"
#include "storage/contacts.h"
#include "storage/enums.h"

#include <QHash>
#include <QSet>

namespace parley::storage::text_index {

namespace {

/// The stems that are not words of the text as they stand: the two together find a word in any inflection without
/// indexing most words twice.
QString stemsBeyond(const QString &words, const QString &stemmed)
{
    QSet<QStringView> seen;
    for (const QStringView word : QStringView(words).tokenize(u' ', Qt::SkipEmptyParts))
        seen.insert(word);
    QString stems;
    for (const QStringView stem : QStringView(stemmed).tokenize(u' ', Qt::SkipEmptyParts)) {
        if (seen.contains(stem))
            continue;
        seen.insert(stem);
        if (!stems.isEmpty())
            stems += u' ';
        stems += stem;
    }
    return stems;
}

struct Behind {
    Entry entry;
    TicketId ticket;
    ContactId contact;
    Direction direction = Direction::In;
};

Behind readBehind(const Row &row)
{
    Behind behind;
    behind.entry.id = row.id<MessageId>("id");
    behind.ticket = row.id<TicketId>("ticket");
    behind.direction = row.as<Direction>("direction");
    behind.entry.who = row.text("author");
    behind.entry.subject = row.text("subject");
    behind.entry.language = row.text("language");
    behind.entry.text = row.text("text");
    behind.contact = row.id<ContactId>("contact");
    return behind;
}

} // namespace

void put(Database &db, const Entry &entry)
{
    QString text = entry.text.left(kMostText);
    if (!entry.subject.isEmpty())
        text = entry.subject + u'\n' + text;
    const QString words = language::fold(text);
    const QString stems = stemsBeyond(words, language::indexedForm(text, entry.language));
    db.run("DELETE FROM message_text WHERE rowid = :id", {{":id", entry.id}});
    db.run("INSERT INTO message_text(rowid, words, stems, who) VALUES (:id, :words, :stems, :who)",
        {{":id", entry.id}, {":words", words}, {":stems", stems}, {":who", language::fold(entry.who)}});
}

void postpone(Database &db, MessageId id)
{
    db.run("INSERT OR IGNORE INTO index_pending(message) VALUES (:id)", {{":id", id}});
}

int catchUp(Database &db, int limit)
{
    const QList<Behind> batch = db.all(R"(
        SELECT m.id AS id, m.ticket AS ticket, m.direction AS direction, m.author AS author, m.subject AS subject,
            m.language AS language, m.text AS text, c.contact AS contact
        FROM index_pending p JOIN message m ON m.id = p.message JOIN conversation c ON c.id = m.conversation
        ORDER BY p.message DESC LIMIT :limit)",
        {{":limit", limit}}, readBehind);
    QHash<ContactId, QString> who;
    for (Behind behind : batch) {
        Entry &entry = behind.entry;
        if (behind.direction == Direction::Out) {
            entry.who.clear();
        } else if (behind.contact.isValid()) {
            if (!who.contains(behind.contact))
                who.insert(behind.contact, contacts::searchText(db, behind.contact));
            entry.who = who.value(behind.contact);
        }
        if (entry.language.isEmpty()) {
            entry.language = language::detectLanguage(entry.text.left(2000));
            if (!entry.language.isEmpty()) {
                db.run("UPDATE message SET language = :language WHERE id = :id",
                    {{":language", entry.language}, {":id", entry.id}});
            }
        }
        // Newest first: the first that knows names the ticket's language.
        if (behind.direction == Direction::In && !entry.language.isEmpty()) {
            db.run("UPDATE ticket SET language = :language WHERE id = :id AND language = ''",
                {{":language", entry.language}, {":id", behind.ticket}});
        }
        put(db, entry);
        db.run("DELETE FROM index_pending WHERE message = :id", {{":id", entry.id}});
    }
    // Counting them all after each step would cost more than the steps.
    return static_cast<int>(db.number("SELECT count(*) FROM (SELECT 1 FROM index_pending LIMIT 10000)"));
}

} // namespace parley::storage::text_index
