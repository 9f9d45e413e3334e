// SPDX-License-Identifier: GPL-3.0-or-later
// A long text leaves in parts: what has arrived of it is on disk before the next leaves.
#include "storage/support.h"

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests;
using storage::Store;

namespace {

struct Chat : Cache {
    Chat()
    {
        clock.time = at(10);
        receive(u"c1"_s, u"m1"_s, u"question"_s, at(0));
    }
    Store::Submitted reply(const QString &text)
    {
        return must(store->submit({ticket(u"c1"_s).ticket.id, Reply{text, {}, false, {}}, {}}));
    }
    Store::Outgoing next()
    {
        const auto outgoing = must(store->nextToPush(account, clock.now()));
        REQUIRE(outgoing);
        return *outgoing;
    }
    OutboxRow row(OutboxId id)
    {
        const auto found = must(reader->outboxRow(id));
        REQUIRE(found);
        return *found;
    }
};

PushReceipt part(const QString &remoteId, std::optional<Timestamp> time = {})
{
    PushReceipt receipt;
    receipt.remoteId = remoteId;
    receipt.time = time;
    return receipt;
}

} // namespace

TEST_CASE("A row whose first parts have arrived leaves again without them, also after a restart")
{
    Chat cache;
    const auto sent = cache.reply(u"one two three"_s);
    const PushRequest before = cache.next().request;
    CHECK_FALSE(before.firstAttempt);
    CHECK(before.part == 0);
    REQUIRE(must(cache.store->markSending(sent.outbox)).mayLeave);
    must(cache.store->markPartSent(sent.outbox, part(u"r1"_s, at(11))));
    must(cache.store->markPartSent(sent.outbox, part(u"r2"_s, at(12))));

    cache.open(); // killed here
    const auto interrupted = must(cache.store->interrupted(cache.account));
    REQUIRE(interrupted.size() == 1);
    CHECK(interrupted[0].request.part == 2);
    CHECK(interrupted[0].request.firstAttempt == at(10));
    CHECK(interrupted[0].request.clientId == before.clientId);

    must(cache.store->markSent(sent.outbox, part(u"r3"_s, at(13))));
    const QList<Message> thread = cache.messages(u"c1"_s);
    REQUIRE(thread.size() == 2);
    CHECK(thread[1].remoteId == u"r1"_s);
    CHECK(thread[1].time == at(11)); // when the customer got the beginning
    CHECK(thread[1].state == DeliveryState::Sent);

    // All three are this message when they come back.
    for (const QString &id : {u"r1"_s, u"r2"_s, u"r3"_s})
        cache.take(batchOf({outbound(u"c1"_s, id, u"part"_s, at(14))}));
    CHECK(cache.messages(u"c1"_s).size() == 2);
}

TEST_CASE("Parts that come back before the rest has left do not make the reply ask again")
{
    Chat cache;
    const auto sent = cache.reply(u"one two"_s);
    REQUIRE(must(cache.store->markSending(sent.outbox)).mayLeave);
    must(cache.store->markPartSent(sent.outbox, part(u"r1"_s)));
    cache.take(batchOf({outbound(u"c1"_s, u"r1"_s, u"one"_s, at(11))}));
    must(cache.store->retryLater(sent.outbox, at(10), u"no connection"_s));
    CHECK(must(cache.store->markSending(sent.outbox)).mayLeave);
    CHECK(cache.messages(u"c1"_s).size() == 2);
}

TEST_CASE("The echo of a part names the message and does not settle the row; that of the whole does")
{
    Chat cache;
    const auto sent = cache.reply(u"one two"_s);
    const QString clientId = cache.next().request.clientId;
    REQUIRE(must(cache.store->markSending(sent.outbox)).mayLeave);
    RemoteMessage echo = outbound(u"c1"_s, u"r1"_s, u"one"_s, at(11));
    echo.clientId = clientId;
    cache.take(batchOf({echo}));
    CHECK(cache.row(sent.outbox).state == OutboxState::Sending);
    must(cache.store->markPartSent(sent.outbox, part(u"r1"_s)));
    CHECK(cache.messages(u"c1"_s).size() == 2);
    CHECK(cache.messages(u"c1"_s).last().remoteId == u"r1"_s);
    echo.remoteId = u"r2"_s;
    echo.text = u"one two"_s;
    cache.take(batchOf({echo}));
    CHECK(cache.row(sent.outbox).state == OutboxState::Sent);
    CHECK(cache.messages(u"c1"_s).size() == 2);
}

TEST_CASE("An edited reply starts from its beginning, and what had arrived of it is still known")
{
    Chat cache;
    const auto sent = cache.reply(u"one two"_s);
    const QString clientId = cache.next().request.clientId;
    REQUIRE(must(cache.store->markSending(sent.outbox)).mayLeave);
    must(cache.store->markPartSent(sent.outbox, part(u"r1"_s)));
    must(cache.store->hold(sent.outbox, HeldReason::MayHaveArrived, u"?"_s));

    SECTION("with other words, under another client id")
    {
        must(cache.store->editHeld(sent.outbox, u"one three"_s));
        CHECK(cache.next().request.part == 0);
        CHECK_FALSE(cache.next().request.firstAttempt);
        CHECK(cache.next().request.clientId != clientId);
        REQUIRE(must(cache.store->markSending(sent.outbox)).mayLeave);
        must(cache.store->markSent(sent.outbox, part(u"r9"_s)));
        CHECK(cache.messages(u"c1"_s).last().remoteId == u"r9"_s);
        cache.take(batchOf({outbound(u"c1"_s, u"r1"_s, u"one"_s, at(11))}));
        CHECK(cache.messages(u"c1"_s).size() == 2);
    }
    SECTION("the same words go on where they stopped")
    {
        must(cache.store->editHeld(sent.outbox, u"one two"_s));
        CHECK(cache.next().request.part == 1);
        CHECK(cache.next().request.clientId == clientId);
    }
}

TEST_CASE("Discarding the rest of a reply keeps what the customer has of it")
{
    Chat cache;
    const auto sent = cache.reply(u"one two"_s);
    REQUIRE(must(cache.store->markSending(sent.outbox)).mayLeave);
    must(cache.store->markPartSent(sent.outbox, part(u"r1"_s)));
    must(cache.store->hold(sent.outbox, HeldReason::MayHaveArrived, u"?"_s));
    must(cache.store->discard(sent.outbox));
    const Message last = cache.messages(u"c1"_s).last();
    CHECK(last.remoteId == u"r1"_s);
    CHECK(last.state == DeliveryState::Sent);
    CHECK(last.error.contains(u"beginning"_s));
    CHECK(must(cache.reader->outbox(10)).isEmpty());
}

TEST_CASE("The first attempt is counted from when the row first left, until the platform says that it never arrived")
{
    Chat cache;
    const auto sent = cache.reply(u"answer"_s);
    REQUIRE(must(cache.store->markSending(sent.outbox)).mayLeave);
    cache.clock.time = at(20);
    must(cache.store->retryLater(sent.outbox, at(20), u"no connection"_s, u"https://shop.test/captcha"_s));
    CHECK(cache.row(sent.outbox).page == u"https://shop.test/captcha"_s);
    CHECK(cache.next().request.firstAttempt == at(10));
    REQUIRE(must(cache.store->markSending(sent.outbox)).mayLeave);
    CHECK(cache.row(sent.outbox).page.isEmpty());
    CHECK(must(cache.store->interrupted(cache.account))[0].request.firstAttempt == at(10));
    must(cache.store->markNotSent(sent.outbox));
    CHECK(cache.row(sent.outbox).state == OutboxState::Queued);
    CHECK_FALSE(cache.next().request.firstAttempt);
}

TEST_CASE("All parts of a message that is deleted are named to the connector, whoever told of them")
{
    Capabilities capabilities;
    capabilities.canDelete = true;
    Chat cache;
    must(cache.store->setCapabilities(cache.account, capabilities));
    const auto sent = cache.reply(u"one two three"_s);
    REQUIRE(must(cache.store->markSending(sent.outbox)).mayLeave);
    must(cache.store->markPartSent(sent.outbox, part(u"r1"_s)));
    must(cache.store->markPartSent(sent.outbox, part(u"r2"_s)));
    PushReceipt last = part(u"r3"_s);
    last.furtherRemoteIds = QStringList{u"r4"_s}; // a picture beside it
    must(cache.store->markSent(sent.outbox, last));
    const TicketId ticket = cache.ticket(u"c1"_s).ticket.id;
    must(cache.store->submit({ticket, DeleteMessage{sent.message}, {}}));
    const PushRequest request = cache.next().request;
    CHECK(request.targetRemoteId == u"r1"_s);
    CHECK(request.furtherRemoteIds == QStringList{u"r2"_s, u"r3"_s, u"r4"_s});
}
