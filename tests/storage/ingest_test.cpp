// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/support.h"

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests;
using storage::View;

TEST_CASE("A customer's first message makes a person, a conversation and an open ticket that needs an answer")
{
    Cache cache;
    Batch batch = batchOf({inbound(u"c1"_s, u"m1"_s, u"Where is my parcel?"_s, at(0))});
    RemoteContact person;
    person.remoteId = u"person-c1"_s;
    person.name = u"Ana"_s;
    person.handle = u"@ana"_s;
    batch.contacts = {person};
    batch.nextCursor = "cursor-1";
    const Changes changes = cache.take(batch);

    const TicketRow row = cache.ticket(u"c1"_s);
    CHECK(row.contactName == u"Ana"_s);
    CHECK(row.accountName == u"Shop"_s);
    CHECK(row.platform == u"telegram"_s);
    CHECK(row.snippet == u"Where is my parcel?"_s);
    CHECK_FALSE(row.snippetIsOurs);
    CHECK(row.messages == 1);
    CHECK(row.ticket.status == TicketStatus::Open);
    CHECK(row.ticket.unanswered);
    CHECK(row.ticket.unread);
    CHECK(row.ticket.waitingSince == at(0));
    CHECK(row.ticket.updated == at(0));
    CHECK(must(cache.store->cursor(cache.account)) == "cursor-1");
    CHECK(must(cache.reader->count(View::NeedsAnswer)) == 1);
    CHECK(changes.tickets.contains(row.ticket.id));
    CHECK(changes.arrived.size() == 1);
    CHECK(changes.counts);
    const auto contact = must(cache.reader->contact(row.ticket.contact));
    REQUIRE(contact);
    CHECK(contact->identities.first().handle == u"@ana"_s);
}

TEST_CASE("The same batch taken twice changes nothing the second time")
{
    Cache cache;
    const Batch batch = batchOf({inbound(u"c1"_s, u"m1"_s, u"one"_s, at(0)), inbound(u"c1"_s, u"m1"_s, u"one"_s, at(0)),
        inbound(u"c1"_s, u"m2"_s, u"two"_s, at(1))});
    cache.take(batch);
    const Changes again = cache.take(batch);
    CHECK(cache.texts(u"c1"_s) == QStringList{u"one"_s, u"two"_s});
    CHECK(cache.ticket(u"c1"_s).messages == 2);
    CHECK(again.isEmpty());
}

TEST_CASE("Messages stand in the order of their times, whatever the order they came in, and ids fit in 53 bits")
{
    Cache cache;
    cache.receive(u"c1"_s, u"m3"_s, u"three"_s, at(3));
    cache.take(batchOf({inbound(u"c1"_s, u"m2"_s, u"two"_s, at(2)), inbound(u"c1"_s, u"m1"_s, u"one"_s, at(1))}));
    CHECK(cache.texts(u"c1"_s) == QStringList{u"one"_s, u"two"_s, u"three"_s});
    for (const Message &message : cache.messages(u"c1"_s)) {
        CHECK(message.id.value < (qint64(1) << 53));
        CHECK((message.id.value >> 10) == toMs(message.time));
    }
}

TEST_CASE("More than a thousand messages of one moment all find a place, in the order they came")
{
    Cache cache;
    Batch batch;
    for (int n = 0; n < 1500; ++n)
        batch.messages.append(inbound(u"c1"_s, u"m%1"_s.arg(n), QString::number(n), at(0)));
    cache.take(batch);
    const QList<Message> found = cache.messages(u"c1"_s, 2000);
    REQUIRE(found.size() == 1500);
    bool inOrder = true;
    for (int n = 0; n < 1500; ++n)
        inOrder = inOrder && found[n].text == QString::number(n);
    CHECK(inOrder);
    CHECK(found[1023].id.value < found[1024].id.value);
}

TEST_CASE("Thousands of one moment go on in the moments behind it, past those that are taken")
{
    Cache cache;
    constexpr int many = 3000;
    const auto behind = at(0) + std::chrono::milliseconds(1);
    Batch before;
    for (int n = 0; n < 1024; ++n)
        before.messages.append(inbound(u"c2"_s, u"b%1"_s.arg(n), QString::number(n), behind));
    cache.take(before);
    Batch batch;
    for (int n = 0; n < many; ++n)
        batch.messages.append(inbound(u"c1"_s, u"m%1"_s.arg(n), QString::number(n), at(0)));
    cache.take(batch);
    const QList<Message> found = cache.messages(u"c1"_s, many + 1);
    REQUIRE(found.size() == many);
    const qint64 first = toMs(at(0)) << 10;
    CHECK(found.first().id.value == first);
    CHECK(found[1023].id.value == first + 1023);
    CHECK(found[1024].id.value == first + 2048); // the moment between them is full
    CHECK(found.last().id.value == first + 1024 + many - 1);
    CHECK(found.last().text == QString::number(many - 1));
}

TEST_CASE("A later edit replaces the text, an older one changes nothing")
{
    Cache cache;
    cache.receive(u"c1"_s, u"m1"_s, u"frist"_s, at(0));
    RemoteMessage edit = inbound(u"c1"_s, u"m1"_s, u"first"_s, at(0));
    edit.edited = at(5);
    const Changes changes = cache.take(batchOf({edit}));
    CHECK(changes.messages.size() == 1);
    CHECK(cache.ticket(u"c1"_s).snippet == u"first"_s);
    edit.text = u"older"_s;
    edit.edited = at(4);
    CHECK(cache.take(batchOf({edit})).isEmpty());
    const Message message = cache.messages(u"c1"_s).first();
    CHECK(message.text == u"first"_s);
    CHECK(message.edited == at(5));
    CHECK(message.revision == 1);
    CHECK(must(cache.reader->search(queryOf(u"frist"_s), {}, 10)).isEmpty());
    CHECK(must(cache.reader->search(queryOf(u"first"_s), {}, 10)).size() == 1);
}

TEST_CASE("A deletion marks a known message, and one that is not known yet arrives deleted")
{
    Cache cache;
    cache.receive(u"c1"_s, u"m1"_s, u"oops"_s, at(0));
    Batch batch;
    batch.deletions = {{u"c1"_s, u"m1"_s}, {u"c1"_s, u"m2"_s}};
    cache.take(batch);
    CHECK(cache.messages(u"c1"_s).first().deleted);
    CHECK(cache.messages(u"c1"_s).first().text == u"oops"_s);
    CHECK_FALSE(cache.ticket(u"c1"_s).ticket.unanswered);

    cache.receive(u"c1"_s, u"m2"_s, u"too late"_s, at(1));
    CHECK(cache.messages(u"c1"_s).last().deleted);
    CHECK_FALSE(cache.ticket(u"c1"_s).ticket.unanswered);
    CHECK(cache.receive(u"c1"_s, u"m2"_s, u"too late"_s, at(1)).isEmpty());
}

TEST_CASE("Receipts move our messages on and never back")
{
    Cache cache;
    cache.take(batchOf({outbound(u"c1"_s, u"o1"_s, u"a"_s, at(0)), outbound(u"c1"_s, u"o2"_s, u"b"_s, at(1)),
        outbound(u"c1"_s, u"o3"_s, u"c"_s, at(2))}));
    Batch read;
    read.receipts = {{u"c1"_s, u"o2"_s, DeliveryState::Read}};
    CHECK(cache.take(read).messages.size() == 2);
    Batch delivered;
    delivered.receipts = {{u"c1"_s, u"o3"_s, DeliveryState::Delivered}};
    CHECK(cache.take(delivered).messages.size() == 1);
    QList<DeliveryState> states;
    for (const Message &message : cache.messages(u"c1"_s))
        states.append(message.state);
    CHECK(states == QList{DeliveryState::Read, DeliveryState::Read, DeliveryState::Delivered});
}

TEST_CASE("What was not understood is kept whole and once")
{
    Cache cache;
    Batch batch;
    RawPayload raw;
    raw.remoteId = u"update-7"_s;
    raw.payload = QByteArray("{\"a\":\0 1}", 9);
    raw.mediaType = u"application/json"_s;
    raw.reason = u"unknown update"_s;
    batch.raw = {raw, raw};
    RemoteMessage poll = inbound(u"c1"_s, u"m9"_s, u"A poll"_s, at(0));
    poll.kind = MessageKind::Unsupported;
    poll.raw = "{\"poll\":1}";
    batch.messages = {poll};
    cache.take(batch);
    cache.take(batch);
    const auto rows = must(cache.reader->rawPayloads(10));
    REQUIRE(rows.size() == 2);
    CHECK(must(cache.reader->rawPayload(rows[0].id))->payload == raw.payload);
    const Message message = cache.messages(u"c1"_s).first();
    CHECK(message.kind == MessageKind::Unsupported);
    CHECK(must(cache.reader->rawPayload(message.raw))->payload == poll.raw);
}

TEST_CASE("A quoted message is found even when it came after the one that quotes it")
{
    Cache cache;
    RemoteMessage answer = inbound(u"c1"_s, u"m2"_s, u"this one"_s, at(2));
    answer.replyToRemoteId = u"m1"_s;
    cache.take(batchOf({answer}));
    CHECK_FALSE(cache.messages(u"c1"_s).last().replyTo.isValid());
    cache.receive(u"c1"_s, u"m1"_s, u"the question"_s, at(1));
    const QList<Message> found = cache.messages(u"c1"_s);
    CHECK(found.last().replyTo == found.first().id);
    CHECK(found.last().replyToText == u"the question"_s);
}
