// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/support.h"

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests;
using namespace std::chrono_literals;
using storage::View;

namespace {

void give(Cache &cache, const QString &chat, const Command &command)
{
    must(cache.store->submit({cache.ticket(chat).ticket.id, command, {}}));
}

qsizetype casesOf(Cache &cache, const QString &chat)
{
    return must(cache.reader->ticketsOf(cache.conversation(chat))).size();
}

} // namespace

TEST_CASE("A message within the reopen window opens a resolved ticket again, a later one starts a new ticket")
{
    Cache cache;
    cache.clock.time = at(0);
    cache.receive(u"c1"_s, u"m1"_s, u"hello"_s, at(0));
    give(cache, u"c1"_s, SetStatus{TicketStatus::Resolved, {}});
    CHECK_FALSE(cache.ticket(u"c1"_s).ticket.unanswered);

    cache.receive(u"c1"_s, u"m2"_s, u"one more thing"_s, at(0) + kReopenWindow);
    CHECK(casesOf(cache, u"c1"_s) == 1);
    CHECK(cache.ticket(u"c1"_s).ticket.status == TicketStatus::Open);
    CHECK(cache.ticket(u"c1"_s).ticket.waitingSince == at(0) + kReopenWindow);

    cache.clock.time = at(0) + 100h;
    give(cache, u"c1"_s, SetStatus{TicketStatus::Resolved, {}});
    cache.receive(u"c1"_s, u"m3"_s, u"a new matter"_s, cache.clock.time + kReopenWindow + 1ms);
    CHECK(casesOf(cache, u"c1"_s) == 2);
    CHECK(cache.ticket(u"c1"_s).messages == 1);
    CHECK(must(cache.reader->count(View::Resolved)) == 1);
    CHECK(must(cache.reader->count(View::NeedsAnswer)) == 1);
    CHECK(cache.texts(u"c1"_s).size() == 3);
}

TEST_CASE("Automatic messages and our own do not open a resolved ticket")
{
    Cache cache;
    cache.clock.time = at(0);
    cache.receive(u"c1"_s, u"m1"_s, u"hello"_s, at(0));
    give(cache, u"c1"_s, SetStatus{TicketStatus::Resolved, {}});
    RemoteMessage bounce = inbound(u"c1"_s, u"m2"_s, u"I am on holiday"_s, at(1));
    bounce.automatic = true;
    cache.take(batchOf({bounce, outbound(u"c1"_s, u"o1"_s, u"bye"_s, at(2))}));
    const Ticket ticket = cache.ticket(u"c1"_s).ticket;
    CHECK(ticket.status == TicketStatus::Resolved);
    CHECK_FALSE(ticket.unanswered);
    CHECK(ticket.unread);
}

TEST_CASE("A customer's message wakes a snoozed ticket and brings a pending one back")
{
    Cache cache;
    cache.clock.time = at(0);
    cache.receive(u"c1"_s, u"m1"_s, u"hello"_s, at(0));
    give(cache, u"c1"_s, SetStatus{TicketStatus::Snoozed, at(600)});
    CHECK(must(cache.reader->count(View::Snoozed)) == 1);
    CHECK(must(cache.store->nextWake()) == at(600));
    cache.receive(u"c1"_s, u"m2"_s, u"hello?"_s, at(1));
    CHECK(cache.ticket(u"c1"_s).ticket.status == TicketStatus::Open);
    CHECK_FALSE(cache.ticket(u"c1"_s).ticket.snoozedUntil);
    CHECK_FALSE(must(cache.store->nextWake()));
    give(cache, u"c1"_s, SetStatus{TicketStatus::Pending, {}});
    cache.receive(u"c1"_s, u"m3"_s, u"well?"_s, at(2));
    CHECK(cache.ticket(u"c1"_s).ticket.status == TicketStatus::Open);
}

TEST_CASE("A snoozed ticket whose time has come is open again")
{
    Cache cache;
    cache.receive(u"c1"_s, u"m1"_s, u"hello"_s, at(0));
    give(cache, u"c1"_s, SetStatus{TicketStatus::Snoozed, at(10)});
    CHECK(must(cache.store->wakeSnoozed(at(9))).isEmpty());
    const Changes changes = must(cache.store->wakeSnoozed(at(10)));
    CHECK(changes.tickets == QSet{cache.ticket(u"c1"_s).ticket.id});
    CHECK(cache.ticket(u"c1"_s).ticket.status == TicketStatus::Open);
}

TEST_CASE("A colleague's answer from elsewhere settles what the customer asked before it, and nothing after it")
{
    Cache cache;
    cache.receive(u"c1"_s, u"m1"_s, u"question"_s, at(0));
    cache.take(batchOf({outbound(u"c1"_s, u"o1"_s, u"answer"_s, at(1))}));
    CHECK_FALSE(cache.ticket(u"c1"_s).ticket.unanswered);
    CHECK_FALSE(cache.ticket(u"c1"_s).ticket.waitingSince);
    CHECK(must(cache.reader->count(View::WaitingForCustomer)) == 1);
    cache.take(batchOf({inbound(u"c1"_s, u"m2"_s, u"next"_s, at(3)), inbound(u"c1"_s, u"m3"_s, u"and"_s, at(4))}));
    CHECK(cache.ticket(u"c1"_s).ticket.waitingSince == at(3));

    // It comes late, but was written before the answer.
    cache.receive(u"c2"_s, u"k2"_s, u"x"_s, at(0));
    cache.take(batchOf({outbound(u"c2"_s, u"p1"_s, u"answer"_s, at(5))}));
    cache.receive(u"c2"_s, u"k1"_s, u"late"_s, at(2));
    CHECK_FALSE(cache.ticket(u"c2"_s).ticket.unanswered);
}

TEST_CASE("A question in the same second as the answer before it still waits")
{
    Cache cache;
    cache.take(batchOf({outbound(u"c1"_s, u"o1"_s, u"answer"_s, at(1))}));
    cache.receive(u"c1"_s, u"m1"_s, u"question"_s, at(1));
    CHECK(cache.ticket(u"c1"_s).ticket.unanswered);
}

TEST_CASE("Our reply answers what was seen, even where our clock is an hour ahead or behind")
{
    for (const auto skew : {60, -60}) {
        Cache cache;
        cache.clock.time = at(skew);
        cache.receive(u"c1"_s, u"m1"_s, u"question"_s, at(0));
        give(cache, u"c1"_s, Reply{u"answer"_s, {}, false, {}});
        CHECK_FALSE(cache.ticket(u"c1"_s).ticket.unanswered);
        CHECK(cache.texts(u"c1"_s) == QStringList{u"question"_s, u"answer"_s});
        cache.receive(u"c1"_s, u"m2"_s, u"another"_s, at(1));
        CHECK(cache.ticket(u"c1"_s).ticket.unanswered);
    }
}

TEST_CASE("History reopens nothing, tells nobody, and stays one ticket where it is older")
{
    Cache cache;
    cache.clock.time = at(0);
    cache.receive(u"c1"_s, u"m9"_s, u"now"_s, at(0));
    give(cache, u"c1"_s, SetStatus{TicketStatus::Resolved, {}});
    Batch history = batchOf({inbound(u"c1"_s, u"m1"_s, u"years ago"_s, at(0) - 20000h),
        outbound(u"c1"_s, u"m2"_s, u"our answer"_s, at(0) - 10000h),
        inbound(u"c1"_s, u"m3"_s, u"weeks ago"_s, at(0) - 500h)});
    history.backfill = true;
    const Changes changes = cache.take(history);
    CHECK(changes.arrived.isEmpty());
    CHECK(casesOf(cache, u"c1"_s) == 1);
    const TicketRow row = cache.ticket(u"c1"_s);
    CHECK(row.ticket.status == TicketStatus::Resolved);
    CHECK(row.ticket.created == at(0) - 20000h);
    CHECK(row.ticket.updated == at(0));
    CHECK(row.messages == 4);
    CHECK(row.snippet == u"now"_s);
}

TEST_CASE("History whose last word is ours waits for no answer, and is not unread")
{
    Cache cache;
    Batch history = batchOf({outbound(u"c1"_s, u"o1"_s, u"answer"_s, at(-9)),
        inbound(u"c1"_s, u"m1"_s, u"question"_s, at(-10)), inbound(u"c2"_s, u"k1"_s, u"open question"_s, at(-10))});
    history.backfill = true;
    cache.take(history);
    CHECK_FALSE(cache.ticket(u"c1"_s).ticket.unanswered);
    CHECK_FALSE(cache.ticket(u"c1"_s).ticket.unread);
    CHECK(cache.ticket(u"c1"_s).snippetIsOurs);
    CHECK(cache.ticket(u"c2"_s).ticket.unanswered);
    CHECK(must(cache.reader->count(View::NeedsAnswer)) == 1);
}

TEST_CASE("A message of the past that comes beside a new one is no news itself")
{
    Cache cache;
    RemoteMessage old = inbound(u"c1"_s, u"m1"_s, u"years ago"_s, at(0) - 20000h);
    old.history = true;
    const Changes past = cache.take(batchOf({old}));
    CHECK(past.arrived.isEmpty());
    CHECK_FALSE(cache.ticket(u"c1"_s).ticket.unread);
    old.remoteId = u"m2"_s;
    const Changes both = cache.take(batchOf({old, inbound(u"c1"_s, u"m3"_s, u"now"_s, at(0))}));
    CHECK(both.arrived.size() == 1);
    CHECK(cache.ticket(u"c1"_s).ticket.unread);
    CHECK(cache.ticket(u"c1"_s).snippet == u"now"_s);
}

TEST_CASE("Tags that differ only in case are one, spelt as it was first")
{
    Cache cache;
    cache.receive(u"c1"_s, u"m1"_s, u"hello"_s, at(0));
    give(cache, u"c1"_s, ChangeTags{{u"Refund"_s}, {}});
    give(cache, u"c1"_s, ChangeTags{{u"refund"_s, u"Возврат"_s, u"ВОЗВРАТ"_s}, {}});
    CHECK(cache.ticket(u"c1"_s).ticket.tags == QStringList{u"Refund"_s, u"Возврат"_s});
}

TEST_CASE("Looking at a ticket changes what is unread and nothing else")
{
    Cache cache;
    cache.receive(u"c1"_s, u"m1"_s, u"hello"_s, at(0));
    const TicketId id = cache.ticket(u"c1"_s).ticket.id;
    CHECK(must(cache.store->markSeen(id)).tickets.contains(id));
    CHECK(must(cache.store->markSeen(id)).isEmpty());
    CHECK_FALSE(cache.ticket(u"c1"_s).ticket.unread);
    CHECK(cache.ticket(u"c1"_s).ticket.unanswered);
    must(cache.store->markUnread(id));
    CHECK(cache.ticket(u"c1"_s).ticket.unread);
}

TEST_CASE("“No answer needed” holds until the customer writes again")
{
    Cache cache;
    cache.receive(u"c1"_s, u"m1"_s, u"thanks"_s, at(0));
    give(cache, u"c1"_s, MarkAnswered{});
    CHECK_FALSE(cache.ticket(u"c1"_s).ticket.unanswered);
    cache.receive(u"c1"_s, u"m2"_s, u"but"_s, at(1));
    CHECK(cache.ticket(u"c1"_s).ticket.unanswered);
    CHECK(cache.ticket(u"c1"_s).ticket.waitingSince == at(1));
}

TEST_CASE("A message dated years ahead does not stand on top of the list for ever")
{
    Cache cache;
    cache.clock.time = at(0);
    cache.receive(u"c1"_s, u"m1"_s, u"from the future"_s, at(0) + 100000h);
    cache.receive(u"c2"_s, u"k1"_s, u"from now"_s, at(5));
    const auto rows = must(cache.reader->tickets({View::AllOpen, {}, at(0)}, {}, 10));
    REQUIRE(rows.size() == 2);
    CHECK(rows.first().snippet == u"from now"_s);
    CHECK(cache.messages(u"c1"_s).first().time == at(0) + 100000h);
}

TEST_CASE("On a helpdesk server a conversation is one ticket and the server's fields win")
{
    Capabilities helpdesk;
    helpdesk.ownsTickets = true;
    Cache cache(helpdesk);
    cache.clock.time = at(0);
    Batch batch = batchOf({inbound(u"c1"_s, u"m1"_s, u"hello"_s, at(0))});
    RemoteTicketFields fields;
    fields.conversationRemoteId = u"c1"_s;
    fields.status = TicketStatus::Resolved;
    fields.assignee = u"Vera"_s;
    fields.tags = QStringList{u"vip"_s, u"refund"_s};
    fields.priority = Priority::High;
    batch.tickets = {fields};
    cache.take(batch);
    Ticket ticket = cache.ticket(u"c1"_s).ticket;
    CHECK(ticket.status == TicketStatus::Resolved);
    CHECK(ticket.assignee == u"Vera"_s);
    CHECK(ticket.tags == QStringList{u"refund"_s, u"vip"_s});
    CHECK(ticket.priority == Priority::High);

    cache.receive(u"c1"_s, u"m2"_s, u"again"_s, at(0) + 1000h);
    CHECK(casesOf(cache, u"c1"_s) == 1);
    CHECK(cache.ticket(u"c1"_s).ticket.status == TicketStatus::Resolved);
}

TEST_CASE("A change made offline against a value that the server has changed is held, not forced; tags are merged")
{
    Capabilities helpdesk;
    helpdesk.ownsTickets = true;
    Cache cache(helpdesk);
    cache.receive(u"c1"_s, u"m1"_s, u"hello"_s, at(0));
    const TicketId id = cache.ticket(u"c1"_s).ticket.id;
    const auto assign = must(cache.store->submit({id, Assign{kMe}, {}}));
    must(cache.store->submit({id, ChangeTags{{u"mine"_s}, {}}, {}}));
    CHECK(cache.ticket(u"c1"_s).ticket.assignee == kMe);

    Batch same;
    RemoteTicketFields fields;
    fields.conversationRemoteId = u"c1"_s;
    fields.assignee = QString();
    same.tickets = {fields};
    cache.take(same);
    CHECK(cache.ticket(u"c1"_s).ticket.assignee == kMe);

    Batch changed;
    fields.assignee = u"Vera"_s;
    fields.tags = QStringList{u"theirs"_s};
    changed.tickets = {fields};
    cache.take(changed);
    CHECK(cache.ticket(u"c1"_s).ticket.assignee == u"Vera"_s);
    CHECK(cache.ticket(u"c1"_s).ticket.tags == QStringList{u"mine"_s, u"theirs"_s});
    CHECK(must(cache.reader->outboxRow(assign.outbox))->state == OutboxState::Held);

    must(cache.store->requeue(assign.outbox));
    CHECK(cache.ticket(u"c1"_s).ticket.assignee == kMe);
    must(cache.store->fail(assign.outbox, u"no"_s));
    CHECK(cache.ticket(u"c1"_s).ticket.assignee == u"Vera"_s);
}

TEST_CASE("Counts are right after any mix of changes")
{
    Cache cache;
    for (int n = 0; n < 12; ++n)
        cache.receive(u"c%1"_s.arg(n), u"m%1"_s.arg(n), u"hello"_s, at(n));
    give(cache, u"c0"_s, SetStatus{TicketStatus::Resolved, {}});
    give(cache, u"c1"_s, SetStatus{TicketStatus::Snoozed, at(99)});
    give(cache, u"c2"_s, Assign{kMe});
    give(cache, u"c3"_s, Assign{u"Vera"_s});
    give(cache, u"c4"_s, MarkAnswered{});
    give(cache, u"c5"_s, SetStatus{TicketStatus::Pending, {}});
    for (const View view : {View::NeedsAnswer, View::Mine, View::Unassigned, View::WaitingForCustomer, View::Snoozed,
             View::AllOpen, View::Resolved}) {
        const storage::TicketFilter filter{view, {}, at(0)};
        CHECK(must(cache.reader->count(view)) == must(cache.reader->countTickets(filter)));
        CHECK(must(cache.reader->tickets(filter, {}, 100)).size() == must(cache.reader->count(view)));
    }
    CHECK(must(cache.reader->count(View::Mine)) == 1);
    CHECK(must(cache.reader->count(View::AllOpen)) == 10);
    CHECK(must(cache.store->checkIntegrity()) == QStringList());
    must(cache.store->removeAccount(cache.account));
    CHECK(must(cache.reader->count(View::AllOpen)) == 0);
    CHECK(must(cache.store->checkIntegrity()) == QStringList());
}
