// SPDX-License-Identifier: GPL-3.0-or-later
// What colleagues with other tools see of a ticket, and we of theirs.
#include "storage/sqlite/database.h"
#include "storage/support.h"

#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests;

namespace {

Capabilities sharing()
{
    Capabilities capabilities;
    capabilities.sharesAnswered = true;
    capabilities.sharesPriority = true;
    capabilities.canMarkRead = true;
    return capabilities;
}

struct Chat : Cache {
    explicit Chat(const Capabilities &capabilities = sharing())
        : Cache(capabilities)
    {
        clock.time = at(10);
        receive(u"c1"_s, u"m1"_s, u"question"_s, at(0));
    }
    TicketRow ticket() { return Cache::ticket(u"c1"_s); }
    bool unanswered() { return ticket().ticket.unanswered; }
    Priority priority() { return ticket().ticket.priority; }
    OutboxId submit(const Command &command) { return must(store->submit({ticket().ticket.id, command, {}})).outbox; }
    OutboxState stateOf(OutboxId id) { return must(reader->outboxRow(id))->state; }
    void sent(OutboxId id)
    {
        REQUIRE(must(store->markSending(id)).mayLeave);
        must(store->markSent(id, {}));
    }
    void answeredThere(bool answered)
    {
        RemoteTicketFields fields;
        fields.conversationRemoteId = u"c1"_s;
        fields.answered = answered;
        Batch batch;
        batch.tickets = {fields};
        take(batch);
    }
    void importantThere(bool important)
    {
        RemoteTicketFields fields;
        fields.conversationRemoteId = u"c1"_s;
        fields.priority = important ? Priority::High : Priority::Normal;
        Batch batch;
        batch.tickets = {fields};
        take(batch);
    }
    Error refused(const Command &command)
    {
        const auto result = store->submit({ticket().ticket.id, command, {}});
        REQUIRE_FALSE(result.ok());
        CHECK(result.error().kind == ErrorKind::Rejected);
        CHECK_FALSE(result.error().words.isEmpty());
        return result.error();
    }
};

} // namespace

TEST_CASE("What colleagues can see goes out, and what nobody there has stays here")
{
    SECTION("shared")
    {
        Chat cache;
        CHECK(cache.stateOf(cache.submit(MarkAnswered{})) == OutboxState::Queued);
        CHECK(cache.stateOf(cache.submit(SetPriority{Priority::High})) == OutboxState::Queued);
        CHECK(cache.stateOf(cache.submit(MarkRead{})) == OutboxState::Queued);
        CHECK(cache.stateOf(cache.submit(Assign{kMe})) == OutboxState::Sent);
        CHECK(cache.stateOf(cache.submit(SetStatus{TicketStatus::Pending, {}})) == OutboxState::Sent);
    }
    SECTION("not shared")
    {
        Chat cache{Capabilities{}};
        CHECK(cache.stateOf(cache.submit(MarkAnswered{})) == OutboxState::Sent);
        CHECK(cache.stateOf(cache.submit(SetPriority{Priority::High})) == OutboxState::Sent);
        cache.refused(MarkRead{});
    }
    SECTION("on the server")
    {
        Capabilities server;
        server.ownsTickets = true;
        Chat cache{server};
        CHECK(cache.stateOf(cache.submit(MarkAnswered{})) == OutboxState::Queued);
        CHECK(cache.stateOf(cache.submit(SetPriority{Priority::Low})) == OutboxState::Queued);
    }
}

TEST_CASE("Reading a ticket does not move it up in the list")
{
    Chat cache;
    const Timestamp before = cache.ticket().ticket.updated;
    cache.submit(MarkRead{});
    CHECK(cache.ticket().ticket.updated == before);
    cache.submit(MarkAnswered{});
    CHECK(cache.ticket().ticket.updated == at(10));
}

TEST_CASE("Messages of ours can be changed where the platform lets us, comments and private ones apart")
{
    const bool canPrivate = GENERATE(false, true);
    const bool canPublic = GENERATE(false, true);
    Capabilities capabilities;
    capabilities.canEdit = capabilities.canDelete = canPrivate;
    capabilities.canEditPublic = capabilities.canDeletePublic = canPublic;
    Chat cache{capabilities};
    RemoteMessage comment = outbound(u"c1"_s, u"r1"_s, u"comment"_s, at(1));
    comment.visibility = Visibility::Public;
    cache.take(batchOf({comment, outbound(u"c1"_s, u"r2"_s, u"message"_s, at(2))}));
    const MessageId publicOne = cache.messages(u"c1"_s)[1].id;
    const MessageId privateOne = cache.messages(u"c1"_s)[2].id;
    const auto goes = [&](const Command &command) {
        return cache.store->submit({cache.ticket().ticket.id, command, {}}).ok();
    };
    CHECK(goes(EditMessage{publicOne, u"new"_s}) == canPublic);
    CHECK(goes(EditMessage{privateOne, u"new"_s}) == canPrivate);
    CHECK(goes(DeleteMessage{publicOne}) == canPublic);
    CHECK(goes(DeleteMessage{privateOne}) == canPrivate);
    CHECK(cache.messages(u"c1"_s)[1].deleted == canPublic);
    CHECK(must(cache.reader->outbox(10)).size() == (canPublic ? 2 : 0) + (canPrivate ? 2 : 0));
    // A note that only we have is ours to change.
    const auto note = must(cache.store->submit({cache.ticket().ticket.id, Note{u"for us"_s}, {}}));
    CHECK(goes(EditMessage{note.message, u"for all of us"_s}));
    CHECK(goes(DeleteMessage{note.message}));
}

TEST_CASE("A colleague's word that no answer is needed counts, and can be taken back")
{
    Chat cache;
    REQUIRE(cache.unanswered());
    cache.answeredThere(true);
    CHECK_FALSE(cache.unanswered());
    cache.receive(u"c1"_s, u"m2"_s, u"and?"_s, at(1));
    CHECK(cache.unanswered());
    cache.answeredThere(true);
    CHECK_FALSE(cache.unanswered());
    cache.answeredThere(false);
    CHECK(cache.unanswered());
    CHECK(cache.ticket().ticket.waitingSince == at(0));

    // What was really answered stays so.
    cache.take(batchOf({outbound(u"c1"_s, u"r1"_s, u"there"_s, at(2))}));
    CHECK_FALSE(cache.unanswered());
    cache.answeredThere(false);
    CHECK_FALSE(cache.unanswered());
}

TEST_CASE("A reply of ours that was sent answers, whatever the platform's mark says")
{
    Chat cache;
    const auto sent = must(cache.store->submit({cache.ticket().ticket.id, Reply{u"there"_s, {}, false, {}}, {}}));
    cache.answeredThere(false); // it does not know of it yet
    CHECK_FALSE(cache.unanswered());
    REQUIRE(must(cache.store->markSending(sent.outbox)).mayLeave);
    must(cache.store->markSent(sent.outbox, PushReceipt{u"r1"_s, {}, {}, {}}));
    cache.answeredThere(false);
    CHECK_FALSE(cache.unanswered());
    // It answered what its writer had seen, and no more.
    cache.receive(u"c1"_s, u"m2"_s, u"and?"_s, at(9));
    cache.answeredThere(true);
    cache.answeredThere(false);
    CHECK(cache.unanswered());
    CHECK(cache.ticket().ticket.waitingSince == at(9));
}

TEST_CASE("Our own word that is on its way there is not undone by what the platform knew before")
{
    Chat cache;
    const OutboxId mine = cache.submit(MarkAnswered{});
    cache.answeredThere(false);
    CHECK_FALSE(cache.unanswered());
    cache.sent(mine);
    cache.answeredThere(true);
    CHECK_FALSE(cache.unanswered());
    cache.answeredThere(false); // now somebody took it back
    CHECK(cache.unanswered());
    cache.submit(SetStatus{TicketStatus::Resolved, {}});
    cache.answeredThere(false);
    CHECK_FALSE(cache.unanswered());
}

TEST_CASE("The mark of importance that a platform shares does not fight what we say more finely")
{
    Chat cache;
    cache.importantThere(true);
    CHECK(cache.priority() == Priority::High);
    cache.importantThere(false);
    CHECK(cache.priority() == Priority::Normal);

    cache.sent(cache.submit(SetPriority{Priority::Urgent}));
    cache.importantThere(true);
    CHECK(cache.priority() == Priority::Urgent);
    cache.importantThere(false);
    CHECK(cache.priority() == Priority::Normal);

    cache.sent(cache.submit(SetPriority{Priority::Low}));
    cache.importantThere(false);
    CHECK(cache.priority() == Priority::Low);
    cache.importantThere(true);
    CHECK(cache.priority() == Priority::High);
}

TEST_CASE("A change of importance that waits is kept while the platform only tells what it knew")
{
    Chat cache;
    const OutboxId mine = cache.submit(SetPriority{Priority::Urgent});
    cache.importantThere(false);
    CHECK(cache.priority() == Priority::Urgent);
    CHECK(cache.stateOf(mine) == OutboxState::Queued);
    cache.importantThere(true); // a colleague wished the same
    CHECK(cache.priority() == Priority::Urgent);
    CHECK(cache.stateOf(mine) == OutboxState::Queued);
}

TEST_CASE("An urgent ticket stays urgent after a restart on a platform that only knows important")
{
    Chat cache;
    cache.sent(cache.submit(SetPriority{Priority::Urgent}));
    cache.open();
    cache.importantThere(true); // the first fetch tells how it stands there
    CHECK(cache.priority() == Priority::Urgent);

    // Before it could leave, too.
    cache.submit(SetPriority{Priority::Normal});
    cache.submit(SetPriority{Priority::Urgent});
    cache.open();
    cache.importantThere(true);
    CHECK(cache.priority() == Priority::Urgent);
}

TEST_CASE("A tag is taken away whatever its case, and comes back as it was written")
{
    Capabilities server;
    server.ownsTickets = true;
    Chat cache{server};
    cache.sent(cache.submit(ChangeTags{{u"refund"_s, u"Возврат"_s}, {}}));
    const OutboxId row = cache.submit(ChangeTags{{}, {u"Refund"_s, u"возврат"_s}});
    CHECK(cache.ticket().ticket.tags.isEmpty());
    RemoteTicketFields fields;
    fields.conversationRemoteId = u"c1"_s;
    fields.tags = QStringList{u"refund"_s, u"Возврат"_s}; // the server has not heard yet
    Batch batch;
    batch.tickets = {fields};
    cache.take(batch);
    CHECK(cache.ticket().ticket.tags.isEmpty());
    must(cache.store->fail(row, u"no"_s));
    CHECK(cache.ticket().ticket.tags == QStringList{u"refund"_s, u"Возврат"_s});

    // A tag that was there under another spelling was not added by us: nothing is taken back.
    const OutboxId again = cache.submit(ChangeTags{{u"REFUND"_s}, {}});
    must(cache.store->discard(again));
    CHECK(cache.ticket().ticket.tags == QStringList{u"refund"_s, u"Возврат"_s});
}

TEST_CASE("A ticket is written once a page, whatever the page tells of it")
{
    Cache cache(sharing());
    storage::Database db(cache.path(), cache.key, storage::Database::Mode::Create);
    db.execute("CREATE TABLE written(ticket);"
               "CREATE TRIGGER made AFTER INSERT ON ticket BEGIN INSERT INTO written VALUES (new.id); END;"
               "CREATE TRIGGER changed AFTER UPDATE ON ticket BEGIN INSERT INTO written VALUES (new.id); END;");
    const auto pageOf = [](const QString &id, int minute, Priority priority, bool answered) {
        Batch page;
        RemoteMessage message;
        message.remoteId = id;
        message.conversationRemoteId = u"c1"_s;
        message.text = u"question"_s;
        message.time = at(minute);
        page.messages = {message};
        RemoteTicketFields fields;
        fields.conversationRemoteId = u"c1"_s;
        fields.priority = priority;
        fields.answered = answered;
        page.tickets = {fields};
        return page;
    };
    cache.take(pageOf(u"m1"_s, 0, Priority::High, true));
    CHECK(db.number("SELECT count(*) FROM written") == 1);
    CHECK(cache.ticket(u"c1"_s).ticket.priority == Priority::High);
    CHECK_FALSE(cache.ticket(u"c1"_s).ticket.unanswered);
    cache.take(pageOf(u"m2"_s, 1, Priority::Normal, false));
    CHECK(db.number("SELECT count(*) FROM written") == 2);
    CHECK(cache.ticket(u"c1"_s).ticket.priority == Priority::Normal);
    CHECK(cache.ticket(u"c1"_s).ticket.unanswered);
    CHECK(cache.ticket(u"c1"_s).messages == 2);
    // Of a conversation that nobody knows there is nothing to write.
    Batch unknown = pageOf(u"m3"_s, 2, Priority::High, true);
    unknown.messages.clear();
    unknown.tickets.first().conversationRemoteId = u"c2"_s;
    cache.take(unknown);
    CHECK(db.number("SELECT count(*) FROM written") == 2);
    CHECK(must(cache.reader->conversationByRemoteId(cache.account, u"c2"_s)) == std::nullopt);
}
