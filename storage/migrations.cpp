// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"

#include "storage/contacts.h"
#include "storage/schema.h"
#include "storage/sqlite/database.h"
#include "storage/sqlite/errors.h"
#include "storage/sqlite/failed.h"
#include "storage/text_index.h"
#include "storage/ticket_lists.h"

namespace parley::storage {

namespace {

/// Messages are indexed later, step by step; there are few enough people to do at once.
void makeTextIndex(Database &db)
{
    db.execute(schema::kTextIndex);
    const QList<ContactId> people =
        db.all("SELECT id FROM contact", {}, [](const Row &row) { return row.id<ContactId>("id"); });
    for (const ContactId person : people)
        contacts::reindex(db, person);
}

void makeTicketLists(Database &db)
{
    db.execute(ticket_lists::kSchema);
    db.execute(text_index::kThrift);
}

// clang-format off
constexpr Migration kMigrations[] = {
    {1, "accounts, people, conversations, messages", [](Database &db) { db.execute(schema::kCore); }},
    {2, "tickets, their list orders and kept counts", [](Database &db) { db.execute(schema::kTickets); }},
    {3, "outbox and drafts",                          [](Database &db) { db.execute(schema::kOutbox); }},
    {4, "text index",                                 makeTextIndex},
    {5, "comments, merged people, parts, outages",    [](Database &db) { db.execute(schema::kSocial); }},
    {6, "lists of tickets that are alike",            makeTicketLists},
    {7, "teams, and what they share",                 [](Database &db) { db.execute(schema::kTeams); }},
    {8, "files of drafts",                            [](Database &db) { db.execute(schema::kDraftFiles); }},
    // append here, nothing else
};
// clang-format on

constexpr bool numberedFromOne(std::span<const Migration> list)
{
    int expected = 1;
    for (const Migration &step : list) {
        if (step.version != expected++)
            return false;
    }
    return true;
}
static_assert(numberedFromOne(kMigrations), "two branches took the same migration number?");

} // namespace

std::span<const Migration> migrations()
{
    return kMigrations;
}

int newestVersion()
{
    return kMigrations[std::size(kMigrations) - 1].version;
}

void migrate(Database &database, int upTo)
{
    const int found = database.userVersion();
    if (found > newestVersion())
        reject(ErrorKind::Storage, words::newerVersion(found, newestVersion()));
    for (const Migration &step : kMigrations) {
        if (step.version <= found || step.version > upTo)
            continue;
        Transaction transaction(database);
        step.apply(database);
        database.setUserVersion(step.version);
        transaction.commit();
    }
}

} // namespace parley::storage
