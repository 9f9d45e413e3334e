// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of a ticket that only a helpdesk server has: its team, whether its customer is muted, the mark "unread" that a
// team shares, the customer's rating; and macros.
#include "storage/support.h"

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests;

namespace {

Capabilities helpdesk()
{
    Capabilities capabilities;
    capabilities.ownsTickets = true;
    capabilities.hasTeams = true;
    capabilities.canMute = true;
    capabilities.sharesUnread = true;
    return capabilities;
}

struct Desk : Cache {
    explicit Desk(const Capabilities &capabilities = helpdesk())
        : Cache(capabilities)
    {
        clock.time = at(10);
        receive(u"c1"_s, u"m1"_s, u"question"_s, at(0));
    }
    Ticket now(const QString &chat = u"c1"_s) { return ticket(chat).ticket; }
    OutboxId submit(const Command &command, const QString &chat = u"c1"_s)
    {
        return must(store->submit({now(chat).id, command, {}})).outbox;
    }
    OutboxRow row(OutboxId id) { return *must(reader->outboxRow(id)); }
    void sent(OutboxId id)
    {
        REQUIRE(must(store->markSending(id)).mayLeave);
        must(store->markSent(id, {}));
    }
    Changes told(const RemoteTicketFields &fields)
    {
        Batch batch;
        batch.tickets = {fields};
        batch.tickets.first().conversationRemoteId = u"c1"_s;
        return take(batch);
    }
    QStringList found(const QString &query)
    {
        const storage::TicketFilter filter{storage::View::AllOpen, queryOf(query), at(10)};
        QStringList chats;
        for (const TicketRow &row : must(reader->tickets(filter, std::nullopt, 50))) {
            chats.append(must(reader->conversation(row.ticket.conversation))->remoteId);
            CHECK(must(reader->matches(filter, row.ticket.id)));
        }
        CHECK(must(reader->countTickets(filter)) == chats.size());
        return chats;
    }
};

RemoteTicketFields team(const QString &name)
{
    RemoteTicketFields fields;
    fields.team = name;
    return fields;
}

RemoteTicketFields muted(bool on, TicketStatus status)
{
    RemoteTicketFields fields;
    fields.muted = on;
    fields.status = status;
    return fields;
}

RemoteTicketFields unread(bool on)
{
    RemoteTicketFields fields;
    fields.unread = on;
    return fields;
}

} // namespace

TEST_CASE("A ticket is given to a team here and there, and the server's word wins")
{
    Desk desk;
    const OutboxId row = desk.submit(AssignTeam{u"Billing"_s});
    CHECK(desk.row(row).state == OutboxState::Queued);
    CHECK(desk.now().team == u"Billing"_s);
    desk.told(team({})); // what it had before
    CHECK(desk.now().team == u"Billing"_s);
    CHECK(desk.row(row).state == OutboxState::Queued);

    SECTION("somebody gave it to another team meanwhile")
    {
        desk.told(team(u"Second line"_s));
        CHECK(desk.now().team == u"Second line"_s);
        CHECK(desk.row(row).state == OutboxState::Held);
        must(desk.store->requeue(row));
        CHECK(desk.now().team == u"Billing"_s);
        must(desk.store->discard(row));
        CHECK(desk.now().team == u"Second line"_s);
    }
    SECTION("refused")
    {
        must(desk.store->fail(row, u"no such team"_s));
        CHECK(desk.now().team.isEmpty());
    }
    SECTION("sent")
    {
        desk.sent(row);
        CHECK(desk.told(team(u"Billing"_s)).tickets.isEmpty());
        desk.told(team({}));
        CHECK(desk.now().team.isEmpty());
    }
}

TEST_CASE("What an account does not offer is refused in words and changes nothing")
{
    Desk desk{Capabilities{}};
    for (const Command &command : QList<Command>{AssignTeam{u"Billing"_s}, Mute{true}, RunMacro{u"7"_s, u"Refund"_s}}) {
        const auto result = desk.store->submit({desk.now().id, command, {}});
        REQUIRE_FALSE(result.ok());
        CHECK(result.error().kind == ErrorKind::Rejected);
        CHECK_FALSE(result.error().words.isEmpty());
    }
    CHECK(desk.now().team.isEmpty());
    CHECK_FALSE(desk.now().muted);
    CHECK(must(desk.reader->outbox(10)).isEmpty());
    // A mark that nobody shares is this agent's own and settled at once.
    must(desk.store->markSeen(desk.now().id));
    CHECK(desk.row(desk.submit(MarkUnread{})).state == OutboxState::Sent);
    CHECK(desk.now().unread);
    // And what a platform without such marks says about it is not heard.
    desk.told(unread(false));
    CHECK(desk.now().unread);
}

TEST_CASE("Muting resolves, and taking it back gives back both")
{
    Desk desk;
    const OutboxId row = desk.submit(Mute{true});
    CHECK(desk.now().muted);
    CHECK(desk.now().status == TicketStatus::Resolved);
    CHECK_FALSE(desk.now().unanswered);
    desk.told(muted(false, TicketStatus::Open)); // as it was when it left
    CHECK(desk.now().muted);
    CHECK(desk.now().status == TicketStatus::Resolved);

    SECTION("discarded")
    {
        must(desk.store->discard(row));
        CHECK_FALSE(desk.now().muted);
        CHECK(desk.now().status == TicketStatus::Open);
        CHECK(desk.now().unanswered);
    }
    SECTION("refused, then tried again")
    {
        must(desk.store->fail(row, u"no"_s));
        CHECK_FALSE(desk.now().muted);
        CHECK(desk.now().status == TicketStatus::Open);
        must(desk.store->requeue(row));
        CHECK(desk.now().muted);
        CHECK(desk.now().status == TicketStatus::Resolved);
    }
    SECTION("sent, and lifted again")
    {
        desk.sent(row);
        desk.told(muted(true, TicketStatus::Resolved));
        const OutboxId lifted = desk.submit(Mute{false});
        CHECK_FALSE(desk.now().muted);
        CHECK(desk.now().status == TicketStatus::Resolved);
        must(desk.store->discard(lifted));
        CHECK(desk.now().muted);
    }
    SECTION("a colleague lifted it")
    {
        desk.sent(row);
        desk.told(muted(false, TicketStatus::Open));
        CHECK_FALSE(desk.now().muted);
        CHECK(desk.now().status == TicketStatus::Open);
    }
}

TEST_CASE("Where unread is the team's mark, it ends as the agent last said")
{
    Desk desk;
    REQUIRE(desk.now().unread);
    const Timestamp before = desk.now().updated;
    const OutboxId read = desk.submit(MarkRead{});
    CHECK_FALSE(desk.now().unread);
    const OutboxId unreadAgain = desk.submit(MarkUnread{});
    CHECK(desk.now().unread);
    CHECK(desk.now().updated == before); // neither moves it up
    desk.told(unread(false));
    CHECK(desk.now().unread);

    // In their order, one at a time.
    CHECK(must(desk.store->nextToPush(desk.account, at(10)))->id == read);
    REQUIRE(must(desk.store->markSending(read)).mayLeave);
    must(desk.store->retryLater(read, at(20), u"later"_s));
    CHECK_FALSE(must(desk.store->nextToPush(desk.account, at(10))));
    const auto next = must(desk.store->nextToPush(desk.account, at(20)));
    CHECK(next->id == read);
    desk.sent(read);
    desk.told(unread(false)); // the server has heard the first only
    CHECK(desk.now().unread);
    CHECK(must(desk.store->nextToPush(desk.account, at(20)))->id == unreadAgain);
    desk.sent(unreadAgain);
    desk.told(unread(true));
    CHECK(desk.now().unread);
    desk.told(unread(false)); // a colleague has read it
    CHECK_FALSE(desk.now().unread);
    desk.told(unread(true));
    CHECK(desk.now().unread);
}

TEST_CASE("A mark of reading that fails is taken back, unless another was set since")
{
    Desk desk;
    const OutboxId read = desk.submit(MarkRead{});
    SECTION("alone")
    {
        must(desk.store->fail(read, u"no"_s));
        CHECK(desk.now().unread);
    }
    SECTION("with a later one")
    {
        const OutboxId later = desk.submit(MarkUnread{});
        must(desk.store->fail(read, u"no"_s));
        CHECK(desk.now().unread);
        must(desk.store->fail(later, u"no"_s));
        CHECK_FALSE(desk.now().unread);
    }
    SECTION("where the mark is this agent's own, it never was")
    {
        Capabilities chat;
        chat.canMarkRead = true;
        Desk own{chat};
        own.submit(MarkRead{});
        CHECK(own.now().unread);
    }
}

TEST_CASE("A customer's rating is kept, and nonsense is not")
{
    Desk desk;
    RemoteTicketFields fields;
    for (const int stars : {4, 0, 6, -1}) {
        fields.rating = stars;
        desk.told(fields);
        CHECK(desk.now().rating == 4);
    }
}

TEST_CASE("A macro on the server changes nothing here and leaves in its turn")
{
    Desk desk;
    const Ticket before = desk.now();
    const OutboxId row = desk.submit(RunMacro{u"7"_s, u"Refund"_s});
    CHECK(desk.now().status == before.status);
    CHECK(desk.now().unanswered);
    CHECK(desk.row(row).summary.contains(u"Refund"_s));
    const auto next = must(desk.store->nextToPush(desk.account, at(10)));
    CHECK(std::get<RunMacro>(next->request.command).remoteId == u"7"_s);
    must(desk.store->discard(row));
    CHECK(desk.now().unanswered);
}

TEST_CASE("Lists know teams, those without one, and muted customers, whatever changes")
{
    Desk desk;
    for (const char16_t *chat : {u"c2", u"c3", u"c4"})
        desk.receive(QString::fromUtf16(chat), QString::fromUtf16(chat) + u'm', u"hello"_s, at(1));
    desk.submit(AssignTeam{u"Second  Line"_s}, u"c2"_s);
    desk.submit(AssignTeam{u"second line"_s}, u"c3"_s);
    desk.submit(ChangeTags{{u"vip"_s}, {}}, u"c3"_s);
    CHECK(desk.found(u"team:\"SECOND line\""_s) == QStringList{u"c3"_s, u"c2"_s});
    CHECK(desk.found(u"team:\"second line\" tag:vip"_s) == QStringList{u"c3"_s});
    CHECK(desk.found(u"-team:\"second line\" is:open"_s) == QStringList{u"c4"_s, u"c1"_s});
    CHECK(desk.found(u"team:none is:open"_s) == QStringList{u"c4"_s, u"c1"_s});
    CHECK(desk.found(u"team:billing"_s).isEmpty());
    CHECK(desk.found(u"tag:\"second line\""_s).isEmpty());

    desk.clock.time = at(11);
    desk.submit(Mute{true}, u"c2"_s);
    CHECK(desk.found(u"is:muted"_s) == QStringList{u"c2"_s});
    CHECK(desk.found(u"is:muted is:open"_s).isEmpty());
    CHECK(desk.found(u"-is:muted team:\"second line\""_s) == QStringList{u"c3"_s});
    CHECK(desk.found(u"tag:muted"_s).isEmpty());

    // A new message moves the ticket in its lists; leaving the team takes it out.
    desk.receive(u"c3"_s, u"later"_s, u"and?"_s, at(12));
    CHECK(desk.found(u"team:\"second line\""_s) == QStringList{u"c3"_s, u"c2"_s});
    desk.submit(AssignTeam{}, u"c3"_s);
    CHECK(desk.found(u"team:\"second line\""_s) == QStringList{u"c2"_s});
    desk.submit(Mute{false}, u"c2"_s);
    CHECK(desk.found(u"is:muted"_s).isEmpty());
    CHECK(must(desk.store->checkIntegrity()) == QStringList());
}
