// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/text_index.h"

#include "language/search_words.h"
#include "storage/contacts.h"
#include "storage/enums.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace parley::storage::text_index {

namespace {

constexpr qsizetype kMostAtOnce = 2 * 1024 * 1024; ///< UTF-16 units in memory for one step

struct Behind {
    Entry entry;
    ConversationId conversation;
    Direction direction = Direction::In;
};

Behind readBehind(const Row &row)
{
    Behind behind;
    behind.entry.id = row.id<MessageId>("id");
    behind.conversation = row.id<ConversationId>("conversation");
    behind.direction = row.as<Direction>("direction");
    behind.entry.who = row.text("author");
    behind.entry.subject = row.text("subject");
    behind.entry.language = row.text("language");
    behind.entry.text = row.text("text");
    return behind;
}

std::optional<Behind> readOne(Database &db, MessageId id)
{
    return db.one(R"(
        SELECT m.id AS id, m.conversation AS conversation, m.direction AS direction, m.author AS author,
            m.subject AS subject, CASE WHEN m.language <> '' THEN m.language ELSE t.language END AS language,
            substr(m.text, 1, 262144) AS text
        FROM message m LEFT JOIN ticket t ON t.id = m.ticket WHERE m.id = :id)",
        {{":id", id}}, readBehind);
}

/// Names and addresses of a conversation's customer, folded; nullopt: nobody is known.
std::optional<QString> customerOf(Database &db, ConversationId conversation)
{
    const ContactId contact =
        db.one("SELECT contact FROM conversation WHERE id = :id", {{":id", conversation}}, [](const Row &row) {
              return row.id<ContactId>("contact");
          }).value_or(ContactId{});
    return contact.isValid() ? std::optional(language::fold(contacts::searchText(db, contact))) : std::nullopt;
}

language::IndexForms formsOf(const Entry &entry)
{
    const QString text = entry.text.left(kMostText);
    return language::indexForms(entry.subject.isEmpty() ? text : QString(entry.subject + u'\n' + text), entry.language);
}

void insert(Database &db, MessageId id, const language::IndexForms &forms, const QString &who)
{
    db.run("INSERT INTO message_text(rowid, words, stems, who) VALUES (:id, :words, :stems, :who)",
        {{":id", id}, {":words", forms.words}, {":stems", forms.stems}, {":who", who}});
}

} // namespace

void put(Database &db, const Entry &entry)
{
    // What is indexed does not wait any more, and what waits is not indexed: catchUp() need not look.
    db.run("DELETE FROM index_pending WHERE message = :id", {{":id", entry.id}});
    db.run("DELETE FROM message_text WHERE rowid = :id", {{":id", entry.id}});
    insert(db, entry.id, formsOf(entry), language::fold(entry.who));
}

void postpone(Database &db, MessageId id)
{
    db.run("INSERT OR IGNORE INTO index_pending(message) VALUES (:id)", {{":id", id}});
}

int catchUp(Database &db, int limit)
{
    const QList<MessageId> pending = db.all("SELECT message FROM index_pending ORDER BY message DESC LIMIT :limit",
        {{":limit", limit}}, [](const Row &row) { return row.id<MessageId>("message"); });
    std::vector<Behind> batch;
    qsizetype read = 0;
    MessageId oldest;
    for (const MessageId id : pending) {
        if (read >= kMostAtOnce)
            break;
        oldest = id;
        if (auto behind = readOne(db, id)) {
            read += behind->entry.text.size();
            batch.push_back(std::move(*behind));
        }
    }
    if (!oldest.isValid())
        return 0;
    // The index takes rising numbers together, and begins anew at each that falls.
    std::ranges::reverse(batch);
    Ahead<language::IndexForms> forms(
        db.side(), batch.size(), [&batch](size_t place) { return formsOf(batch[place].entry); });
    QHash<ConversationId, std::optional<QString>> customers;
    for (size_t place = 0; place < batch.size(); ++place) {
        const Behind &behind = batch[place];
        QString who;
        if (behind.direction == Direction::In) {
            auto customer = customers.find(behind.conversation);
            if (customer == customers.end())
                customer = customers.insert(behind.conversation, customerOf(db, behind.conversation));
            who = *customer ? **customer : language::fold(behind.entry.who);
        }
        insert(db, behind.entry.id, forms.take(place), who);
    }
    db.run("DELETE FROM index_pending WHERE message >= :oldest", {{":oldest", oldest}});
    // Counting them all after each step would cost more than the steps.
    return static_cast<int>(db.number("SELECT count(*) FROM (SELECT 1 FROM index_pending LIMIT 10000)"));
}

} // namespace parley::storage::text_index
