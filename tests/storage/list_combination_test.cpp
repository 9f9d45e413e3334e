// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/query_sql.h"
#include "storage/support.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests;
using storage::TicketFilter;
using storage::View;

namespace {

const QStringList kAgents{QString(), kMe, u"Vera"_s};
const QStringList kTeams{QString(), u"Billing"_s, u"Vip"_s};
const QStringList kTags{u"refund"_s, u"vip"_s, u"spam"_s, u"Возврат"_s};

/// Something that happens to a ticket.
void change(Cache &cache, TicketId id, QRandomGenerator &random)
{
    const auto give = [&](const Command &command) { must(cache.store->submit({id, command, {}})); };
    switch (random.bounded(9)) {
    case 0:
        give(SetStatus{static_cast<TicketStatus>(random.bounded(4)), {}});
        break;
    case 1:
        give(Assign{kAgents[random.bounded(3)]});
        break;
    case 2:
        give(ChangeTags{{kTags[random.bounded(4)], kTags[random.bounded(4)]}, {kTags[random.bounded(4)]}});
        break;
    case 3:
        give(SetPriority{static_cast<Priority>(random.bounded(4))});
        break;
    case 4:
        give(MarkAnswered{});
        break;
    case 5:
        must(cache.store->markSeen(id));
        break;
    case 6:
        give(AssignTeam{kTeams[random.bounded(3)]});
        break;
    case 7:
        give(Mute{random.bounded(2) == 0});
        break;
    default:
        must(cache.store->markUnread(id));
    }
}

void write(Cache &cache, AccountId account, int chat, QRandomGenerator &random)
{
    static int number = 0;
    const QString name = u"c%1"_s.arg(chat);
    const QString text = random.bounded(2) == 0 ? u"Здравствуйте, где мой заказ? Жду уже неделю"_s
                                                : u"Hello, where is my parcel? It is late"_s;
    must(cache.store->ingest(account, batchOf({inbound(name, u"m%1"_s.arg(++number), text, at(random.bounded(100)))})));
}

bool holds(const QueryTerm &term, const TicketRow &row)
{
    const Ticket &ticket = row.ticket;
    using Field = QueryTerm::Field;
    switch (term.field) {
    case Field::Is:
        if (const auto status = ticketStatusFrom(term.value))
            return ticket.status == *status;
        if (term.value == u"muted")
            return ticket.muted;
        if (term.value == u"unanswered" || term.value == u"answered")
            return ticket.unanswered == (term.value == u"unanswered");
        return ticket.unread == (term.value == u"unread");
    case Field::From:
        return row.accountName.compare(term.value, Qt::CaseInsensitive) == 0;
    case Field::Assignee:
        return term.value == u"none" ? ticket.assignee.isEmpty()
                                     : ticket.assignee.compare(term.value, Qt::CaseInsensitive) == 0;
    case Field::Team:
        return term.value == u"none" ? ticket.team.isEmpty()
                                     : ticket.team.compare(term.value, Qt::CaseInsensitive) == 0;
    case Field::Tag:
        return ticket.tags.contains(term.value, Qt::CaseInsensitive);
    case Field::Language:
        return ticket.language == term.value;
    case Field::Priority:
        return ticket.priority == priorityFrom(term.value);
    case Field::Before:
        return ticket.updated < term.time;
    case Field::After:
        return ticket.updated >= term.time;
    default:
        FAIL("not asked here");
        return false;
    }
}

QString randomQuery(QRandomGenerator &random)
{
    static const QStringList terms{u"is:open"_s, u"is:pending"_s, u"is:snoozed"_s, u"is:resolved"_s, u"is:unanswered"_s,
        u"is:answered"_s, u"is:unread"_s, u"is:read"_s, u"assignee:me"_s, u"assignee:vera"_s, u"assignee:none"_s,
        u"assignee:nobody"_s, u"tag:refund"_s, u"tag:vip"_s, u"tag:spam"_s, u"tag:возврат"_s, u"tag:unknown"_s,
        u"lang:ru"_s, u"lang:en"_s, u"lang:es"_s, u"priority:low"_s, u"priority:normal"_s, u"priority:urgent"_s,
        u"from:shop"_s, u"from:mail"_s, u"team:billing"_s, u"team:VIP"_s, u"team:none"_s, u"team:nobody"_s,
        u"is:muted"_s};
    QStringList query;
    for (int left = random.bounded(5); left >= 0; --left)
        query.append((random.bounded(4) == 0 ? u"-"_s : QString()) + terms[random.bounded(int(terms.size()))]);
    return query.join(u' ');
}

QList<TicketRow> paged(Cache &cache, const TicketFilter &filter, int size)
{
    QList<TicketRow> rows;
    for (;;) {
        const auto last = rows.isEmpty() ? std::nullopt : std::optional(rows.last());
        const auto page = must(cache.reader->tickets(filter, last, size));
        if (page.isEmpty())
            return rows;
        rows.append(page);
    }
}

QList<TicketId> idsOf(const QList<TicketRow> &rows)
{
    QList<TicketId> ids;
    for (const TicketRow &row : rows)
        ids.append(row.ticket.id);
    return ids;
}

/// A term about time, which the query language only has in whole days.
QueryTerm timeTerm(QRandomGenerator &random)
{
    QueryTerm term;
    term.field = random.bounded(2) == 0 ? QueryTerm::Field::Before : QueryTerm::Field::After;
    term.time = at(random.bounded(100));
    term.negated = random.bounded(3) == 0;
    return term;
}

void compareRandomQueries(Cache &cache, const QList<TicketRow> &everything, QRandomGenerator &random)
{
    for (int round = 0; round < 150; ++round) {
        const QString typed = randomQuery(random);
        Query query = queryOf(typed);
        if (random.bounded(4) == 0)
            query.terms.append(timeTerm(random));
        INFO(typed.toStdString());
        QList<TicketId> expected;
        for (const TicketRow &row : everything) {
            if (std::ranges::all_of(
                    query.terms, [&](const QueryTerm &term) { return holds(term, row) != term.negated; }))
                expected.append(row.ticket.id);
        }
        const TicketFilter filter{View::AllOpen, query, at(0)};
        CHECK(idsOf(paged(cache, filter, 1 + random.bounded(20))) == expected);
        CHECK(must(cache.reader->countTickets(filter)) == expected.size());
    }
}

/// What triggers keep is what counting anew gives.
void checkLists(Cache &cache)
{
    storage::Database db(cache.path(), cache.key, storage::Database::Mode::ReadOnly);
    CHECK(
        db.number("SELECT count(*) FROM ticket_list l WHERE n <> (SELECT count(*) FROM ticket_place WHERE list = l.id)"
                  " OR n = 0")
        == 0);
    CHECK(db.number("SELECT count(*) FROM ticket_place WHERE list NOT IN (SELECT id FROM ticket_list)") == 0);
    CHECK(db.number("SELECT count(*) FROM ticket_place p JOIN ticket_list l ON l.id = p.list WHERE l.tag = ''")
        == db.number("SELECT count(*) FROM ticket"));
    CHECK(db.number("SELECT count(*) FROM ticket_place p JOIN ticket_list l ON l.id = p.list WHERE l.tag <> ''")
        == db.number("SELECT count(*) FROM ticket_tag"));
    CHECK(db.number("SELECT count(*) FROM ticket_place p LEFT JOIN ticket t ON t.id = p.ticket"
                    " WHERE p.updated IS NOT t.updated")
        == 0);
}

} // namespace

TEST_CASE("Whatever terms are combined, a query shows the tickets that a look at each would find")
{
    Capabilities capabilities;
    capabilities.hasTeams = capabilities.canMute = true;
    Cache cache{capabilities};
    QRandomGenerator random(11);
    const AccountId other = cache.addAccount(u"Mail"_s, u"mail"_s, capabilities);
    for (int chat = 0; chat < 200; ++chat)
        write(cache, chat % 3 == 0 ? other : cache.account, chat, random);
    for (int stage = 0; stage < 3; ++stage) {
        for (const TicketRow &row : paged(cache, {View::AllOpen, Query{}, at(0)}, 1000)) {
            for (int times = 0; times < 4; ++times)
                change(cache, row.ticket.id, random);
        }
        for (int chat = 0; chat < 200; chat += 5)
            write(cache, chat % 3 == 0 ? other : cache.account, chat, random);
        const QList<TicketRow> everything = paged(cache, {View::AllOpen, Query{}, at(0)}, 1000);
        CHECK(everything.size() >= 200);
        compareRandomQueries(cache, everything, random);
        checkLists(cache);
    }
    must(cache.store->removeAccount(other));
    const QList<TicketRow> left = paged(cache, {View::AllOpen, Query{}, at(0)}, 1000);
    CHECK_FALSE(left.isEmpty());
    compareRandomQueries(cache, left, random);
    checkLists(cache);
}

TEST_CASE("A query reads no more tickets than it shows, however many each of its terms alone would find")
{
    Cache cache;
    QRandomGenerator random(3);
    // Half of the tickets have the tag, the other half are mine: none is both.
    for (int chat = 0; chat < 60; ++chat) {
        write(cache, cache.account, chat, random);
        const TicketId id = cache.ticket(u"c%1"_s.arg(chat)).ticket.id;
        if (chat % 2 == 0)
            must(cache.store->submit({id, ChangeTags{{u"refund"_s}, {}}, {}}));
        else
            must(cache.store->submit({id, Assign{kMe}, {}}));
    }
    must(cache.store->setCapabilities(cache.account, [] {
        Capabilities capabilities;
        capabilities.hasTeams = true;
        return capabilities;
    }()));
    for (int chat = 0; chat < 60; chat += 3)
        must(cache.store->submit({cache.ticket(u"c%1"_s.arg(chat)).ticket.id, AssignTeam{u"Billing"_s}, {}}));
    storage::Database db(cache.path(), cache.key, storage::Database::Mode::ReadOnly);
    const auto merged = [&](const QString &typed) {
        return storage::TicketScan(db, {View::AllOpen, queryOf(typed), at(0)}).merge(db, std::nullopt);
    };
    const auto none = merged(u"is:open tag:refund assignee:me"_s);
    REQUIRE(none);
    CHECK(none->lists.isEmpty());
    const auto tagged = merged(u"is:open tag:refund assignee:none"_s);
    REQUIRE(tagged);
    CHECK_FALSE(tagged->lists.isEmpty());
    CHECK_FALSE(tagged->accepts); // nothing is left to be asked ticket by ticket
    CHECK(storage::ticket_lists::newest(db, *tagged, 100).size() == 30);
    const auto team = merged(u"is:open team:billing assignee:me"_s);
    REQUIRE(team);
    CHECK_FALSE(team->accepts);
    CHECK(storage::ticket_lists::newest(db, *team, 100).size() == 10);
}
