// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/support.h"

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests;

namespace {

Batch sharing(const Workspace &workspace)
{
    Batch batch;
    batch.workspace = workspace;
    return batch;
}

Workspace teamOf(const QString &agent)
{
    Workspace workspace;
    workspace.agents = QList<Agent>{{agent, agent, {}, Availability::Online}};
    workspace.cannedResponses = QList<CannedResponse>{{u"hi"_s, u"Hello, I am "_s + agent}};
    return workspace;
}

} // namespace

TEST_CASE("What a team shares is kept list by list, and told only when it changed")
{
    Cache cache;
    CHECK(must(cache.reader->workspace(cache.account)) == Workspace{});
    CHECK(cache.take(sharing(teamOf(u"Ana"_s))).workspaces == QSet{cache.account});
    CHECK(cache.take(sharing(teamOf(u"Ana"_s))).isEmpty());
    CHECK(cache.take(sharing({})).isEmpty());

    Workspace teams;
    teams.teams = QList<Team>{{u"Billing"_s, true}};
    CHECK(cache.take(sharing(teams)).workspaces == QSet{cache.account});
    Workspace both = teamOf(u"Ana"_s);
    both.teams = teams.teams;
    CHECK(must(cache.reader->workspace(cache.account)) == both);

    teams.teams = QList<Team>{}; // they have none any more
    CHECK(cache.take(sharing(teams)).workspaces == QSet{cache.account});
    both.teams = QList<Team>{};
    cache.open();
    CHECK(must(cache.reader->workspace(cache.account)) == both);
}

TEST_CASE("Two accounts' people and texts stay apart, and go with their account")
{
    Cache cache;
    const AccountId other = cache.addAccount(u"Other"_s, u"chatwoot"_s);
    cache.take(sharing(teamOf(u"Ana"_s)));
    must(cache.store->ingest(other, sharing(teamOf(u"Marko"_s))));
    CHECK(must(cache.reader->workspace(cache.account)) == teamOf(u"Ana"_s));
    CHECK(must(cache.reader->workspace(other)) == teamOf(u"Marko"_s));
    must(cache.store->removeAccount(cache.account));
    CHECK(must(cache.reader->workspace(cache.account)) == Workspace{});
    CHECK(must(cache.reader->workspace(other)) == teamOf(u"Marko"_s));
}

TEST_CASE("What the platform keeps about a person is read back by address, and stays where it is not told")
{
    Cache cache;
    cache.receive(u"c1"_s, u"m1"_s, u"hello"_s, at(0));
    RemoteContact ana{u"person-c1"_s, u"Ana"_s, u"@ana"_s, {}, false,
        QList<ConversationContext::Fact>{{u"Phone"_s, u"+385 1 234"_s}, {u"Company"_s, u"Čistoća d.o.o."_s}}};
    Batch batch;
    batch.contacts = {ana};
    CHECK_FALSE(cache.take(batch).tickets.isEmpty());
    CHECK(cache.take(batch).isEmpty());
    const ContactId id = cache.ticket(u"c1"_s).ticket.contact;
    CHECK(must(cache.reader->contact(id))->identities.first().attributes == *ana.attributes);
    batch.contacts.first().attributes.reset();
    cache.take(batch);
    CHECK(must(cache.reader->contact(id))->identities.first().attributes == *ana.attributes);
    batch.contacts.first().attributes = QList<ConversationContext::Fact>{};
    CHECK_FALSE(cache.take(batch).tickets.isEmpty());
    CHECK(must(cache.reader->contact(id))->identities.first().attributes.isEmpty());

    RemoteContact fresh{u"p2"_s, u"Eva"_s, {}, {}, false, QList<ConversationContext::Fact>{{u"City"_s, u"Split"_s}}};
    batch.contacts = {fresh};
    cache.take(batch);
    const auto eva = must(cache.reader->contacts(u"Eva"_s, 10));
    REQUIRE(eva.size() == 1);
    CHECK(eva.first().identities.first().attributes == *fresh.attributes);
}

TEST_CASE("The team's words about a person are kept, shown with their tickets, and can be taken away")
{
    Cache cache;
    cache.receive(u"c1"_s, u"m1"_s, u"hello"_s, at(0));
    const Ticket ticket = cache.ticket(u"c1"_s).ticket;
    CHECK(must(cache.store->setContactNote(ticket.contact, u"calls on Fridays"_s)).tickets == QSet{ticket.id});
    CHECK(must(cache.reader->contact(ticket.contact))->note == u"calls on Fridays"_s);
    cache.receive(u"c1"_s, u"m2"_s, u"again"_s, at(1)); // what comes in does not touch it
    CHECK(must(cache.reader->contact(ticket.contact))->note == u"calls on Fridays"_s);
    must(cache.store->setContactNote(ticket.contact, {}));
    CHECK(must(cache.reader->contact(ticket.contact))->note.isEmpty());
    CHECK(must(cache.store->setContactNote(ContactId{99}, u"nobody"_s)).isEmpty());
}

TEST_CASE("A ticket of a signed-out visitor names the session in its row, others name none")
{
    Cache cache;
    RemoteContact visitor;
    visitor.remoteId = u"session-5"_s;
    visitor.name = u"Visitor"_s;
    visitor.anonymous = true;
    Batch batch;
    batch.contacts = {visitor};
    batch.conversations = {chat(u"c1"_s, u"session-5"_s)};
    RemoteMessage question = inbound(u"c1"_s, u"m1"_s, u"I cannot sign in"_s, at(0));
    question.authorRemoteId = u"session-5"_s;
    batch.messages = {question, inbound(u"c2"_s, u"m2"_s, u"hello"_s, at(0))};
    cache.take(batch);
    CHECK(cache.ticket(u"c1"_s).session == u"session-5"_s);
    CHECK(cache.ticket(u"c2"_s).session.isEmpty());
    batch.contacts.first().anonymous = false; // they have signed in
    cache.take(batch);
    CHECK(cache.ticket(u"c1"_s).session.isEmpty());
}
