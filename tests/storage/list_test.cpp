// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/support.h"

#include "storage/query_sql.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests;
using storage::TicketFilter;
using storage::View;

namespace {

constexpr View kViews[] = {View::NeedsAnswer, View::Mine, View::Unassigned, View::WaitingForCustomer, View::Snoozed,
    View::AllOpen, View::Resolved};

/// Two accounts and some hundred tickets of every kind, the same for a seed.
void fill(Cache &cache, int tickets)
{
    QRandomGenerator random(7);
    const AccountId other = cache.addAccount(u"Mail"_s, u"mail"_s);
    const QStringList agents{QString(), kMe, u"Vera"_s};
    for (int n = 0; n < tickets; ++n) {
        const QString name = u"c%1"_s.arg(n);
        Batch batch = batchOf({inbound(name, u"m%1"_s.arg(n),
            n % 5 == 0 ? u"Здравствуйте, где мой заказ? Жду уже неделю"_s : u"Hello, where is my parcel? It is late"_s,
            at(random.bounded(200)))});
        batch.messages[0].subject = n % 7 == 0 ? u"Invoice %1"_s.arg(n) : QString();
        if (n % 6 == 0)
            batch.messages[0].attachments = {{u"ref"_s, u"a.png"_s, u"image/png"_s, 3, "abc"}};
        must(cache.store->ingest(n % 3 == 0 ? other : cache.account, batch));
        const auto conversation = must(cache.reader->conversationByRemoteId(n % 3 == 0 ? other : cache.account, name));
        const TicketId id = *must(cache.reader->currentTicket(*conversation));
        const auto give = [&](const Command &command) { must(cache.store->submit({id, command, {}})); };
        cache.clock.time = at(random.bounded(200));
        give(SetStatus{static_cast<TicketStatus>(random.bounded(4)), {}});
        give(Assign{agents[random.bounded(3)]});
        if (random.bounded(3) == 0)
            give(ChangeTags{{u"Refund"_s, u"t%1"_s.arg(n % 4)}, {}});
        if (random.bounded(4) == 0)
            give(SetPriority{static_cast<Priority>(random.bounded(4))});
        if (random.bounded(4) == 0)
            give(MarkAnswered{});
        if (random.bounded(4) == 0)
            must(cache.store->markSeen(id));
        if (random.bounded(9) == 0)
            give(Note{u"note"_s});
        if (random.bounded(9) == 0)
            must(cache.store->saveDraft(id, u"draft"_s, false));
    }
}

QList<TicketId> paged(Cache &cache, const TicketFilter &filter, int size)
{
    QList<TicketId> ids;
    std::optional<TicketRow> last;
    for (;;) {
        const auto page = must(cache.reader->tickets(filter, last, size));
        if (page.isEmpty())
            return ids;
        for (const TicketRow &row : page) {
            if (last) {
                const bool ordered = row.ticket.updated < last->ticket.updated
                    || (row.ticket.updated == last->ticket.updated && row.ticket.id < last->ticket.id);
                CHECK(ordered);
            }
            ids.append(row.ticket.id);
            last = row;
        }
    }
}

} // namespace

TEST_CASE("Every view and query shows each of its tickets once, newest first, whatever the page size")
{
    Cache cache;
    fill(cache, 240);
    QList<TicketFilter> filters;
    for (const View view : kViews)
        filters.append({view, {}, at(0)});
    for (const QString &typed : {u"is:open"_s, u"is:open is:unanswered"_s, u"is:unanswered"_s, u"is:answered"_s,
             u"is:unread"_s, u"is:read is:open"_s, u"-is:resolved"_s, u"assignee:me"_s, u"assignee:vera is:open"_s,
             u"assignee:none"_s, u"-assignee:me"_s, u"is:mine"_s, u"is:unassigned"_s, u"from:mail"_s,
             u"from:shop is:pending"_s, u"-from:mail"_s, u"tag:refund"_s, u"tag:refund tag:t1"_s, u"-tag:refund"_s,
             u"lang:ru"_s, u"lang:ru is:open"_s, u"priority:urgent"_s, u"priority:normal"_s, u"has:attachment"_s,
             u"has:note"_s, u"has:draft"_s, u"-has:draft"_s, u"parcel"_s, u"заказы -parcel"_s, u"subject:invoice"_s,
             u"contact:person"_s, u"is:held"_s, u"is:failed"_s, u"#17"_s, u"from:nobody"_s, u"is:open is:resolved"_s,
             u"parcel assignee:me is:open tag:refund"_s}) {
        INFO(typed.toStdString());
        filters.append({View::AllOpen, queryOf(typed), at(0)});
    }
    QList<TicketId> everything = paged(cache, {View::AllOpen, Query{}, at(0)}, 1000);
    CHECK(everything.size() == 240);
    for (const TicketFilter &filter : std::as_const(filters)) {
        INFO((filter.query && !filter.query->terms.isEmpty() ? filter.query->terms.first().value : u"view"_s)
                .toStdString());
        const QList<TicketId> inOne = paged(cache, filter, 1000);
        CHECK(paged(cache, filter, 7) == inOne);
        CHECK(must(cache.reader->countTickets(filter)) == inOne.size());
        for (const TicketId id : std::as_const(everything))
            CHECK(must(cache.reader->matches(filter, id)) == inOne.contains(id));
    }
    const auto size = [&](const QString &typed) {
        return paged(cache, {View::AllOpen, queryOf(typed), at(0)}, 50).size();
    };
    CHECK(size(u"is:open"_s) + size(u"is:pending"_s) + size(u"is:snoozed"_s) + size(u"is:resolved"_s) == 240);
    CHECK(size(u"assignee:me"_s) + size(u"-assignee:me"_s) == 240);
    CHECK(size(u"lang:ru"_s) == 48);
    CHECK(size(u"has:attachment"_s) == 40);
    CHECK(size(u"subject:invoice"_s) == 35);
    CHECK(size(u"from:mail"_s) == 80);
    CHECK(size(u"#17"_s) == 1);
}

TEST_CASE("Every view pages in the order of an index, without sorting")
{
    Cache cache;
    storage::Database db(cache.path(), cache.key, storage::Database::Mode::ReadOnly);
    TicketRow after;
    after.ticket.id = TicketId{5};
    after.ticket.updated = at(0);
    QList<TicketFilter> filters;
    for (const View view : kViews)
        filters.append({view, {}, at(0)});
    for (const QString &typed : {u""_s, u"tag:refund"_s, u"is:open"_s, u"assignee:none is:open"_s})
        filters.append({View::AllOpen, queryOf(typed), at(0)});
    for (const TicketFilter &filter : std::as_const(filters)) {
        const storage::BoundSql query = storage::TicketScan(db, filter).page("t.id AS id", {}, after, 50);
        QStringList plan;
        db.each("EXPLAIN QUERY PLAN " + query.sql, query.bindings(),
            [&](const storage::Row &row) { plan.append(row.text("detail")); });
        INFO(plan.join(u'\n').toStdString());
        CHECK_FALSE(plan.isEmpty());
        CHECK(plan.filter(u"TEMP B-TREE"_s).isEmpty());
        CHECK(plan.filter(u"INDEX"_s).size() + plan.filter(u"PRIMARY KEY"_s).size() >= 1);
    }
}

TEST_CASE("A thread is paged both ways without a gap")
{
    Cache cache;
    Batch batch;
    for (int n = 0; n < 95; ++n)
        batch.messages.append(inbound(u"c1"_s, u"m%1"_s.arg(n), QString::number(n), at(n / 2)));
    cache.take(batch);
    const ConversationId id = cache.conversation(u"c1"_s);
    QStringList up;
    MessageId edge;
    for (;;) {
        const auto page = must(cache.reader->messagesBefore(id, edge, 10));
        if (page.isEmpty())
            break;
        for (auto message = page.crbegin(); message != page.crend(); ++message)
            up.prepend(message->text);
        edge = page.first().id;
    }
    QStringList down;
    edge = {};
    for (;;) {
        const auto page = must(cache.reader->messagesAfter(id, edge, 10));
        if (page.isEmpty())
            break;
        for (const Message &message : page)
            down.append(message.text);
        edge = page.last().id;
    }
    CHECK(up.size() == 95);
    CHECK(up == down);
    CHECK(up.first() == u"0"_s);
}

TEST_CASE("A customer's tickets are listed across conversations, newest first")
{
    Cache cache;
    for (int n = 0; n < 3; ++n) {
        RemoteMessage message = inbound(u"c%1"_s.arg(n), u"m%1"_s.arg(n), u"hello"_s, at(n));
        message.authorRemoteId = u"same"_s;
        message.authorName = u"Ana"_s;
        cache.take(batchOf({message}));
    }
    const auto rows = must(cache.reader->ticketsOfContact(cache.ticket(u"c0"_s).ticket.contact, 2));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].ticket.id == cache.ticket(u"c2"_s).ticket.id);
}
