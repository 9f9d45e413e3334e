// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"
#include "storage/sqlite/database.h"
#include "storage/support.h"

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests;
using storage::Database;

namespace {

/// What a Parley of each version had written. One entry a migration that made tables; appended to, never changed.
struct OldData {
    int since; ///< version
    const char *sql;
};
constexpr OldData kOldData[] = {
    {1, R"(
        INSERT INTO account(id, name, platform, url, settings, enabled, created, capabilities, cursor)
            VALUES (1, 'Shop', 'telegram', '', '', 1, 1000, '{"textLimit":4096}', x'0102');
        INSERT INTO contact(id, name) VALUES (1, 'Ana');
        INSERT INTO identity(account, remote_id, contact, handle, name) VALUES (1, 'p1', 1, '@ana', 'Ana');
        INSERT INTO conversation(id, account, remote_id, kind, subject, contact, can_reply, cannot_reply_why, extra)
            VALUES (1, 1, 'c1', 0, 'Order', 1, 1, '', '');
        INSERT INTO message(id, account, remote_id, conversation, direction, kind, visibility, state, time, arrival,
            author, subject, text, attachments)
            VALUES (1024000, 1, 'm1', 1, 0, 0, 1, 0, 1000, 1, 'Ana', '', 'where is my parcel', 1);
        INSERT INTO attachment(id, message, account, remote_ref, name, type, size, state)
            VALUES (1, 1024000, 1, 'ref', 'a.png', 'image/png', 3, 1);
        INSERT INTO blob VALUES (1, 3, x'010203');
        INSERT INTO raw_payload(account, remote_id, media_type, reason, received, payload)
            VALUES (1, 'u1', 'application/json', 'unknown', 1000, x'7b7d');)"},
    {2, R"(
        INSERT INTO ticket(id, conversation, account, contact, subject, status, tags, unanswered, waiting_since,
            created, updated, messages, last_message, snippet)
            VALUES (1, 1, 1, 1, 'Order', 0, 'vip', 1, 1000, 1000, 1000, 1, 1024000, 'where is my parcel');
        INSERT INTO ticket_tag VALUES ('vip', 1000, 1);
        UPDATE message SET ticket = 1;)"},
    {3, R"(
        INSERT INTO outbox(client_id, account, conversation, ticket, kind, command, state, summary, created)
            VALUES ('u-1', 1, 1, 1, 'assign', '{"kind":"assign","assignee":"me"}', 0, 'Assigned to me', 2000);
        INSERT INTO draft(ticket, text, is_note, saved) VALUES (1, 'half a dr', 0, 2000);)"},
    {5, R"(
        UPDATE account SET page = 'https://shop.test/captcha';
        UPDATE contact SET anonymous = 1;
        UPDATE conversation SET context = '{"title":"Post"}', identity = 1;
        INSERT INTO draft(ticket, text, is_note, saved) VALUES (1, 'for us', 1, 1500);
        INSERT INTO conversation_continuation(account, remote_id, conversation, since) VALUES (1, 'dm', 1, 1500);
        INSERT INTO contact_merge(contact, name, language, note, anonymous, into_contact, into_before, into_after,
            merged) VALUES (7, 'Ann', '', '', 0, 1, '', '', 2500);
        INSERT INTO contact_merge_identity(merge, identity) VALUES (1, 1);
        INSERT INTO outage(account, since, until) VALUES (1, 1000, 3000);)"},
    {7, R"(
        UPDATE ticket SET team = 'Billing', muted = 1, rating = 4;
        INSERT INTO ticket_tag VALUES (char(10) || 'billing', 1000, 1);
        UPDATE identity SET attributes = '{"facts":[{"label":"City","value":"Split"}]}';
        UPDATE draft SET privately = 1;
        INSERT INTO workspace VALUES (1, '{"teams":[{"name":"Billing","mine":true}]}');)"},
    {8, R"(
        INSERT INTO draft_file(ticket, place, name, type, hash, content)
            VALUES (1, 0, 'a.png', 'image/png', x'00', x'040506');)"},
};

} // namespace

TEST_CASE("A cache of every older version is brought up to date with all that is in it")
{
    for (int version = 1; version <= storage::newestVersion(); ++version) {
        INFO("from version " << version);
        Cache cache;
        cache.close();
        QFile::remove(cache.path());
        {
            Database db(cache.path(), cache.key, Database::Mode::Create);
            storage::migrate(db, version);
            REQUIRE(db.userVersion() == version);
            for (const OldData &data : kOldData) {
                if (data.since <= version)
                    db.execute(data.sql);
            }
            // Version 4 writes its index itself; a file that was closed in between has it pending.
            if (version >= 4)
                db.execute("INSERT INTO index_pending SELECT id FROM message");
        }
        if (version < storage::newestVersion()) {
            const auto reader = storage::Reader::open(cache.path(), cache.key);
            REQUIRE_FALSE(reader.ok());
            CHECK(reader.error().words.contains(u"older Parley"_s));
        }
        cache.open();
        CHECK(must(cache.store->checkIntegrity()) == QStringList());
        CHECK(must(cache.store->cursor(AccountId{1})) == QByteArray("\1\2"));
        CHECK(must(cache.store->accounts()).first().capabilities.textLimit == 4096);
        const TicketRow row = cache.ticket(u"c1"_s);
        CHECK(row.contactName == u"Ana"_s);
        CHECK(row.messages == 1);
        CHECK(cache.texts(u"c1"_s) == QStringList{u"where is my parcel"_s});
        CHECK(must(cache.reader->count(storage::View::AllOpen)) == 1);
        CHECK(must(cache.reader->attachment(AttachmentId{1})) == QByteArray("\1\2\3"));
        CHECK(must(cache.reader->rawPayloads(10)).size() == 1);
        while (must(cache.store->indexPending(10)) > 0) { }
        CHECK(must(cache.reader->search(queryOf(u"parcels"_s), {}, 10)).size() == 1);
        if (version >= 2) {
            CHECK(row.ticket.tags == QStringList{u"vip"_s});
            const storage::TicketFilter filter{storage::View::AllOpen, queryOf(u"is:open tag:vip"_s), at(0)};
            CHECK(must(cache.reader->tickets(filter, std::nullopt, 10)).size() == 1);
        }
        if (version >= 3) {
            CHECK(row.draft == u"half a dr"_s);
            CHECK(must(cache.reader->outbox(10)).size() == 1);
        }
        // Every person had one address before people could be merged: theirs is the conversation's.
        must(cache.store->submit({row.ticket.id, Reply{u"here"_s, {}, false, {}}, {}}));
        const auto outgoing = must(cache.store->nextToPush(AccountId{1}, cache.clock.now()));
        if (version < 3) // else the older row goes first
            CHECK(outgoing->request.contactRemoteId == u"p1"_s);
        CHECK(must(cache.reader->contact(ContactId{1}))->anonymous == (version >= 5));
        if (version >= 5) {
            CHECK(must(cache.reader->draft(row.ticket.id, true)).text == u"for us"_s);
            CHECK(must(cache.reader->accountStatus(AccountId{1})).page == u"https://shop.test/captcha"_s);
            const auto info = must(cache.reader->conversation(row.ticket.conversation));
            CHECK(info->context.title == u"Post"_s);
            CHECK(must(cache.reader->contact(ContactId{1}))->merged.first().id == ContactId{7});
            CHECK(must(cache.reader->outageTime(AccountId{1}, fromMs(0), fromMs(5000))).count() == 2000);
            CHECK(must(cache.reader->currentConversation(AccountId{1}, u"dm"_s)) == row.ticket.conversation);
        }
        CHECK(row.ticket.team == (version >= 7 ? u"Billing"_s : QString()));
        CHECK(row.ticket.muted == (version >= 7));
        CHECK(row.ticket.rating == (version >= 7 ? 4 : 0));
        CHECK(must(cache.reader->workspace(AccountId{1})).teams.has_value() == (version >= 7));
        CHECK(
            must(cache.reader->contact(ContactId{1}))->identities.first().attributes.size() == (version >= 7 ? 1 : 0));
        CHECK(must(cache.reader->draft(row.ticket.id)).privately == (version >= 7));
        CHECK(must(cache.reader->draftFiles(row.ticket.id)).size() == (version >= 8 ? 1 : 0));
        // And it works on from there.
        cache.account = AccountId{1};
        cache.receive(u"c1"_s, u"m2"_s, u"hello?"_s, at(0));
        CHECK(cache.ticket(u"c1"_s).messages == 3);
        CHECK(cache.ticket(u"c1"_s).ticket.unanswered);
        const storage::TicketFilter team{storage::View::AllOpen, queryOf(u"team:Billing"_s), at(0)};
        CHECK(must(cache.reader->tickets(team, std::nullopt, 10)).size() == (version >= 7 ? 1 : 0));
        CHECK(must(cache.reader->countTickets(team)) == (version >= 7 ? 1 : 0));
    }
}

TEST_CASE("A step that fails leaves the file at the version before it")
{
    Cache cache;
    cache.close();
    QFile::remove(cache.path());
    {
        Database db(cache.path(), cache.key, Database::Mode::Create);
        storage::migrate(db, 2);
        db.execute("CREATE TABLE outbox(in_the_way INTEGER)");
    }
    CHECK_FALSE(storage::Store::open(cache.path(), cache.key, cache.clock).ok());
    {
        Database db(cache.path(), cache.key, Database::Mode::Create);
        CHECK(db.userVersion() == 2);
        db.execute("DROP TABLE outbox");
    }
    CHECK(storage::Store::open(cache.path(), cache.key, cache.clock).ok());
}
