// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/support.h"

#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests;

namespace {

/// Ana on a messenger, and a visitor without a name on a site who turns out to be her.
struct Two : Cache {
    Two()
    {
        clock.time = at(10);
        site = addAccount(u"Site"_s, u"site"_s);
        Batch first = batchOf({inbound(u"c1"_s, u"m1"_s, u"where is my parcel"_s, at(0))});
        first.contacts = {{u"person-c1"_s, u"Ana"_s, u"@ana"_s, u"hr"_s, false}};
        first.conversations = {chat(u"c1"_s, u"person-c1"_s)};
        take(first);
        visit(u"v1"_s, u"k1"_s, u"lost password"_s, at(1));
        ana = contactOf(u"c1"_s);
        visitor = visitorOf(u"v1"_s);
    }
    void visit(const QString &chat, const QString &id, const QString &text, Timestamp time)
    {
        Batch batch = batchOf({inbound(chat, id, text, time)});
        batch.contacts = {{u"person-"_s + chat, u"Visitor 17"_s, {}, {}, true}};
        batch.conversations = {tests::chat(chat, u"person-"_s + chat)};
        must(store->ingest(site, batch));
    }
    ContactId contactOf(const QString &chat) { return ticket(chat).ticket.contact; }
    TicketRow visitorTicket(const QString &chat)
    {
        const auto conversation = must(reader->conversationByRemoteId(site, chat));
        return *must(reader->ticket(*must(reader->currentTicket(*conversation))));
    }
    ContactId visitorOf(const QString &chat) { return visitorTicket(chat).ticket.contact; }
    Contact contact(ContactId id)
    {
        const auto found = must(reader->contact(id));
        REQUIRE(found);
        return *found;
    }
    QSet<ContactId> named(const QString &typed)
    {
        QSet<ContactId> found;
        for (const TicketRow &row : must(reader->tickets({{}, queryOf(typed), {}}, {}, 10)))
            found.insert(row.ticket.contact);
        return found;
    }
    void index()
    {
        while (must(store->indexPending(100)) > 0) { }
    }

    AccountId site;
    ContactId ana;
    ContactId visitor;
};

} // namespace

TEST_CASE("Two contacts become one: addresses, conversations and names follow")
{
    Two cache;
    REQUIRE(cache.ana != cache.visitor);
    CHECK(cache.contact(cache.visitor).anonymous);
    CHECK_FALSE(cache.contact(cache.ana).anonymous);
    const Changes changes = must(cache.store->mergeContacts(cache.visitor, cache.ana));
    CHECK(changes.tickets.contains(cache.visitorTicket(u"v1"_s).ticket.id));

    CHECK(cache.visitorOf(u"v1"_s) == cache.ana);
    CHECK(cache.visitorTicket(u"v1"_s).contactName == u"Ana"_s);
    CHECK_FALSE(must(cache.reader->contact(cache.visitor)));
    const Contact ana = cache.contact(cache.ana);
    CHECK(ana.name == u"Ana"_s);
    CHECK_FALSE(ana.anonymous);
    CHECK(ana.identities.size() == 2);
    REQUIRE(ana.merged.size() == 1);
    CHECK(ana.merged[0].id == cache.visitor);
    CHECK(ana.merged[0].name == u"Visitor 17"_s);
    CHECK(ana.merged[0].when == at(10));
    CHECK(must(cache.reader->ticketsOfContact(cache.ana, 10)).size() == 2);

    CHECK(cache.named(u"contact:visitor"_s) == QSet{cache.ana});
    cache.index();
    // The visitor's words are found by the name they have now.
    CHECK(must(cache.reader->search(queryOf(u"ana password"_s), {}, 10)).size() == 1);
    CHECK(must(cache.store->checkIntegrity()) == QStringList());
}

TEST_CASE("A reply goes to the address the customer wrote from, whoever they are")
{
    Two cache;
    cache.visit(u"v2"_s, u"k2"_s, u"me again"_s, at(2));
    must(cache.store->mergeContacts(cache.visitorOf(u"v2"_s), cache.visitor));
    must(cache.store->mergeContacts(cache.visitor, cache.ana));
    must(cache.store->submit({cache.visitorTicket(u"v2"_s).ticket.id, Reply{u"hello"_s, {}, false, {}}, {}}));
    const auto outgoing = must(cache.store->nextToPush(cache.site, cache.clock.now()));
    REQUIRE(outgoing);
    CHECK(outgoing->request.contactRemoteId == u"person-v2"_s);
}

TEST_CASE("Un-merging restores both exactly, and what came since goes with its address")
{
    Two cache;
    const Contact anaBefore = cache.contact(cache.ana);
    const Contact visitorBefore = cache.contact(cache.visitor);
    must(cache.store->mergeContacts(cache.visitor, cache.ana));
    cache.receive(u"c1"_s, u"m2"_s, u"hello?"_s, at(20));
    cache.visit(u"v1"_s, u"k3"_s, u"still lost"_s, at(21));
    Batch further = batchOf({inbound(u"v9"_s, u"k9"_s, u"another visit"_s, at(22))});
    further.messages[0].authorRemoteId = u"person-v1"_s;
    further.conversations = {chat(u"v9"_s, u"person-v1"_s)};
    must(cache.store->ingest(cache.site, further));
    CHECK(cache.visitorOf(u"v9"_s) == cache.ana);

    must(cache.store->unmergeContact(cache.visitor));
    const auto same = [](const Contact &a, const Contact &b) {
        CHECK(a.id == b.id);
        CHECK(a.name == b.name);
        CHECK(a.language == b.language);
        CHECK(a.note == b.note);
        CHECK(a.anonymous == b.anonymous);
        REQUIRE(a.identities.size() == b.identities.size());
        CHECK(a.identities.first().remoteId == b.identities.first().remoteId);
        CHECK(a.merged.isEmpty());
    };
    same(cache.contact(cache.ana), anaBefore);
    same(cache.contact(cache.visitor), visitorBefore);
    CHECK(cache.contactOf(u"c1"_s) == cache.ana);
    CHECK(cache.visitorOf(u"v1"_s) == cache.visitor);
    CHECK(cache.visitorOf(u"v9"_s) == cache.visitor);
    CHECK(cache.named(u"contact:visitor"_s) == QSet{cache.visitor});
    CHECK(cache.named(u"contact:ana"_s) == QSet{cache.ana});
    cache.index();
    CHECK(must(cache.reader->search(queryOf(u"ana password"_s), {}, 10)).isEmpty());
    const auto again = cache.store->unmergeContact(cache.visitor);
    REQUIRE_FALSE(again.ok());
    CHECK_FALSE(again.error().words.isEmpty());
}

TEST_CASE("A name that changes while people are merged is the name of whom it belongs to")
{
    Two cache;
    must(cache.store->mergeContacts(cache.visitor, cache.ana));
    Batch renamed;
    renamed.contacts = {{u"person-v1"_s, u"Visitor 18"_s, {}, {}, true}};
    must(cache.store->ingest(cache.site, renamed));
    CHECK(cache.contact(cache.ana).name == u"Ana"_s);
    CHECK_FALSE(cache.contact(cache.ana).anonymous);
    Batch married;
    married.contacts = {{u"person-c1"_s, u"Ana Novak"_s, u"@ana"_s, {}, false}};
    cache.take(married);
    CHECK(cache.contact(cache.ana).name == u"Ana Novak"_s);
    must(cache.store->unmergeContact(cache.visitor));
    CHECK(cache.contact(cache.visitor).name == u"Visitor 18"_s);
    CHECK(cache.contact(cache.visitor).anonymous);
    CHECK(cache.contact(cache.ana).name == u"Ana Novak"_s);
}

TEST_CASE("A visitor who is merged the other way round lends the name, and gets the old one back")
{
    Two cache;
    must(cache.store->mergeContacts(cache.ana, cache.visitor));
    CHECK(cache.contact(cache.visitor).name == u"Ana"_s);
    CHECK(cache.contact(cache.visitor).language == u"hr"_s);
    CHECK_FALSE(cache.contact(cache.visitor).anonymous);
    must(cache.store->unmergeContact(cache.ana));
    CHECK(cache.contact(cache.visitor).name == u"Visitor 17"_s);
    CHECK(cache.contact(cache.visitor).language.isEmpty());
    CHECK(cache.contact(cache.visitor).anonymous);
    CHECK(cache.contact(cache.ana).name == u"Ana"_s);
}

TEST_CASE("Merges upon merges are undone in any order")
{
    Two cache;
    cache.visit(u"v2"_s, u"k2"_s, u"me again"_s, at(2));
    const ContactId second = cache.visitorOf(u"v2"_s);
    must(cache.store->mergeContacts(second, cache.visitor));
    must(cache.store->mergeContacts(cache.visitor, cache.ana));
    CHECK(cache.contact(cache.ana).merged.size() == 2);
    CHECK(cache.contact(cache.ana).identities.size() == 3);
    const bool outerFirst = GENERATE(true, false);
    if (outerFirst) {
        must(cache.store->unmergeContact(cache.visitor));
        CHECK(cache.visitorOf(u"v2"_s) == cache.visitor);
        CHECK(cache.contact(cache.visitor).merged.size() == 1);
        must(cache.store->unmergeContact(second));
    } else {
        must(cache.store->unmergeContact(second));
        CHECK(cache.visitorOf(u"v2"_s) == second);
        CHECK(cache.visitorOf(u"v1"_s) == cache.ana);
        must(cache.store->unmergeContact(cache.visitor));
    }
    CHECK(cache.visitorOf(u"v1"_s) == cache.visitor);
    CHECK(cache.visitorOf(u"v2"_s) == second);
    CHECK(cache.contactOf(u"c1"_s) == cache.ana);
    for (const ContactId id : {cache.ana, cache.visitor, second})
        CHECK(cache.contact(id).identities.size() == 1);
}

TEST_CASE("What cannot be merged is refused with words")
{
    Two cache;
    for (const auto &[from, into] :
        {std::pair{cache.ana, cache.ana}, std::pair{ContactId{99}, cache.ana}, std::pair{cache.ana, ContactId{99}}}) {
        const auto result = cache.store->mergeContacts(from, into);
        REQUIRE_FALSE(result.ok());
        CHECK(result.error().kind == ErrorKind::Rejected);
        CHECK_FALSE(result.error().words.isEmpty());
    }
    CHECK(cache.contact(cache.ana).identities.size() == 1);
}

TEST_CASE("Removing an account takes the addresses on it out of who was merged")
{
    Two cache;
    must(cache.store->mergeContacts(cache.visitor, cache.ana));
    must(cache.store->removeAccount(cache.site));
    CHECK(cache.contact(cache.ana).merged.isEmpty());
    CHECK(cache.contact(cache.ana).identities.size() == 1);
    CHECK_FALSE(cache.store->unmergeContact(cache.visitor).ok());
}

TEST_CASE("People are listed by name, and found by words of it or of an address")
{
    Two cache;
    CHECK(must(cache.reader->contacts({}, 10)).size() == 2);
    CHECK(must(cache.reader->contacts({}, 1)).first().name == u"Ana"_s);
    const auto found = must(cache.reader->contacts(u"vis"_s, 10));
    REQUIRE(found.size() == 1);
    CHECK(found.first().id == cache.visitor);
    CHECK(must(cache.reader->contacts(u"@ana"_s, 10)).size() == 1);
    CHECK(must(cache.reader->contacts(u"nobody"_s, 10)).isEmpty());
}
