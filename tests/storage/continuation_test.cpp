// SPDX-License-Identifier: GPL-3.0-or-later
// A comment answered privately: what follows in the private thread stands in the comment's conversation.
#include "storage/support.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;
using namespace parley::tests;

namespace {

Capabilities commenting()
{
    Capabilities capabilities;
    capabilities.canReplyPrivately = true;
    capabilities.canMarkRead = true;
    capabilities.canEdit = true;
    return capabilities;
}

/// "post" is the conversation of comments, "dm" the private thread with the same customer.
struct Post : Cache {
    Post()
        : Cache(commenting())
    {
        clock.time = at(10);
        RemoteMessage comment = inbound(u"post"_s, u"w1"_s, u"how much?"_s, at(0));
        comment.visibility = Visibility::Public;
        Batch batch = batchOf({comment});
        RemoteConversation thread = chat(u"post"_s, u"person-post"_s);
        thread.kind = ConversationKind::Comments;
        thread.context.title = u"Post of 12 May"_s;
        thread.extra = QJsonObject{{u"wall"_s, 7}};
        batch.conversations = {thread};
        take(batch);
    }
    storage::Store::Submitted answer(const QString &text, bool privately = true)
    {
        return must(store->submit({ticket(u"post"_s).ticket.id, Reply{text, {}, privately, {}}, {}}));
    }
    PushRequest leave(OutboxId id)
    {
        const auto outgoing = must(store->nextToPush(account, clock.now()));
        REQUIRE(outgoing);
        REQUIRE(outgoing->id == id);
        REQUIRE(must(store->markSending(id)).mayLeave);
        return outgoing->request;
    }
    void arrived(OutboxId id, const QString &remoteId, Timestamp time)
    {
        PushReceipt receipt;
        receipt.remoteId = remoteId;
        receipt.time = time;
        receipt.privateConversationRemoteId = u"dm"_s;
        must(store->markSent(id, receipt));
    }
    /// The customer's answer, as such a batch comes: with the thread it stands in.
    Changes answerBack(const QString &remoteId, const QString &text, Timestamp time, bool backfill = false)
    {
        RemoteMessage message = inbound(u"dm"_s, remoteId, text, time);
        message.authorRemoteId = u"person-post"_s;
        Batch batch = batchOf({message});
        batch.conversations = {chat(u"dm"_s, u"person-post"_s)};
        batch.backfill = backfill;
        return take(batch);
    }
    bool hasThread(const QString &remoteId)
    {
        const auto known = must(reader->conversationByRemoteId(account, remoteId));
        return known && must(reader->currentTicket(*known)).has_value();
    }
    void resolve(Timestamp when)
    {
        clock.time = when;
        must(store->submit({ticket(u"post"_s).ticket.id, SetStatus{TicketStatus::Resolved, {}}, {}}));
    }
};

struct Answered : Post {
    Answered()
    {
        const auto sent = answer(u"written to you"_s);
        reply = sent.message;
        leave(sent.outbox);
        arrived(sent.outbox, u"d1"_s, at(10));
    }
    MessageId reply;
};

} // namespace

TEST_CASE("A private answer to a comment is a private message in its thread, with a line for the team above it")
{
    Post cache;
    const auto sent = cache.answer(u"written to you"_s);
    const PushRequest request = cache.leave(sent.outbox);
    CHECK(request.conversationRemoteId == u"post"_s);
    CHECK(request.conversationKind == ConversationKind::Comments);
    CHECK(request.contactRemoteId == u"person-post"_s);
    CHECK(request.lastInboundRemoteId == u"w1"_s);
    CHECK(cache.messages(u"post"_s).size() == 2);
    cache.arrived(sent.outbox, u"d1"_s, at(10));

    const QList<Message> thread = cache.messages(u"post"_s);
    REQUIRE(thread.size() == 3);
    CHECK(thread[1].kind == MessageKind::Event);
    CHECK(thread[1].visibility == Visibility::Internal);
    CHECK(thread[1].text == u"Answered privately"_s);
    CHECK(thread[2].remoteId == u"d1"_s);
    CHECK(thread[2].visibility == Visibility::Private);
    CHECK(cache.ticket(u"post"_s).messages == 2); // a line is no message
    CHECK_FALSE(cache.ticket(u"post"_s).ticket.unanswered);

    const auto info = must(cache.reader->conversation(cache.conversation(u"post"_s)));
    CHECK(info->privateRemoteId == u"dm"_s);
    CHECK(info->context.title == u"Post of 12 May"_s);
    CHECK(info->extra["wall"_L1].toInt() == 7);

    // One line, however often it is answered there.
    const auto more = cache.answer(u"one more thing"_s);
    cache.leave(more.outbox);
    cache.arrived(more.outbox, u"d2"_s, at(11));
    CHECK(cache.messages(u"post"_s).size() == 4);
}

TEST_CASE("What the customer writes back in private stands in the comment's conversation")
{
    Answered cache;
    const Changes changes = cache.answerBack(u"d2"_s, u"thanks, and postage?"_s, at(12));
    CHECK(changes.conversations.contains(cache.conversation(u"post"_s)));
    CHECK(changes.arrived.size() == 1);
    const Message last = cache.messages(u"post"_s).last();
    CHECK(last.text == u"thanks, and postage?"_s);
    CHECK(last.visibility == Visibility::Private);
    CHECK(cache.ticket(u"post"_s).ticket.unanswered);
    CHECK(cache.ticket(u"post"_s).ticket.unread);
    CHECK_FALSE(cache.hasThread(u"dm"_s));
    CHECK(must(cache.reader->count(storage::View::AllOpen)) == 1);
    CHECK(must(cache.reader->currentConversation(cache.account, u"dm"_s)) == cache.conversation(u"post"_s));

    // A colleague's answer from another tool too, and both only once.
    cache.take(batchOf({outbound(u"dm"_s, u"d3"_s, u"postage is free"_s, at(13))}));
    cache.answerBack(u"d2"_s, u"thanks, and postage?"_s, at(12));
    CHECK(cache.messages(u"post"_s).size() == 5);
    CHECK_FALSE(cache.ticket(u"post"_s).ticket.unanswered);

    // And an answer is given where the agent chooses.
    cache.clock.time = at(20);
    const auto openly = cache.answer(u"it is 5 euros"_s, false);
    const PushRequest request = cache.leave(openly.outbox);
    CHECK(request.lastInboundRemoteId == u"w1"_s); // the comment, not what was written in private
    must(cache.store->markSent(openly.outbox, PushReceipt{u"w2"_s, {}, {}, {}}));
    CHECK(cache.messages(u"post"_s).last().visibility == Visibility::Public);
}

TEST_CASE("A reply to a comment waits when the customer wrote in private meanwhile")
{
    Answered cache;
    const auto sent = cache.answer(u"anything else?"_s, false);
    cache.answerBack(u"d2"_s, u"no thanks"_s, at(12));
    const auto departure = must(cache.store->markSending(sent.outbox));
    CHECK_FALSE(departure.mayLeave);
}

TEST_CASE("A private thread's earlier history stays where it is")
{
    Post cache;
    cache.answerBack(u"d0"_s, u"an old matter"_s, at(-5000));
    REQUIRE(cache.hasThread(u"dm"_s));
    const auto sent = cache.answer(u"written to you"_s);
    cache.leave(sent.outbox);
    cache.arrived(sent.outbox, u"d1"_s, at(10));
    cache.answerBack(u"d2"_s, u"thanks"_s, at(12));
    cache.answerBack(u"d-1"_s, u"older still"_s, at(-6000), true);
    CHECK(cache.texts(u"dm"_s) == QStringList{u"older still"_s, u"an old matter"_s});
    CHECK(cache.messages(u"post"_s).last().text == u"thanks"_s);
    CHECK(cache.ticket(u"dm"_s).messages == 2);
}

TEST_CASE("The private thread continues the comment while its case lasts, then it is a case of its own")
{
    Answered cache;
    cache.resolve(at(20));

    SECTION("soon after: the case is open again")
    {
        cache.answerBack(u"d2"_s, u"one more question"_s, at(20) + kReopenWindow);
        CHECK(cache.messages(u"post"_s).last().text == u"one more question"_s);
        CHECK(cache.ticket(u"post"_s).ticket.status == TicketStatus::Open);
        CHECK_FALSE(cache.hasThread(u"dm"_s));
    }
    SECTION("much later: a new case in the private thread")
    {
        cache.clock.time = at(21) + kReopenWindow;
        cache.answerBack(u"d2"_s, u"a new matter"_s, at(21) + kReopenWindow);
        CHECK(cache.texts(u"dm"_s) == QStringList{u"a new matter"_s});
        CHECK(cache.ticket(u"post"_s).ticket.status == TicketStatus::Resolved);
        CHECK(cache.ticket(u"dm"_s).ticket.unanswered);
        cache.answerBack(u"d3"_s, u"hello?"_s, at(22) + kReopenWindow);
        CHECK(cache.texts(u"dm"_s).size() == 2);
        // What had been said before is still changed where it stands.
        Batch edited = batchOf({inbound(u"dm"_s, u"d1"_s, u"mended"_s, at(10))});
        edited.messages[0].direction = Direction::Out;
        edited.messages[0].edited = at(23);
        cache.take(edited);
        CHECK(must(cache.reader->message(cache.reply))->text == u"mended"_s);
        CHECK(cache.texts(u"dm"_s).size() == 2);

        SECTION("until the comment is answered privately once more")
        {
            RemoteMessage comment = inbound(u"post"_s, u"w9"_s, u"and blue?"_s, at(30) + kReopenWindow);
            comment.visibility = Visibility::Public;
            cache.take(batchOf({comment}));
            cache.clock.time = at(40) + kReopenWindow;
            const auto sent = cache.answer(u"yes, blue"_s);
            cache.leave(sent.outbox);
            cache.arrived(sent.outbox, u"d8"_s, cache.clock.now());
            cache.answerBack(u"d9"_s, u"great"_s, at(50) + kReopenWindow);
            CHECK(cache.messages(u"post"_s).last().text == u"great"_s);
            CHECK(cache.texts(u"dm"_s).size() == 2);
        }
    }
}

TEST_CASE("Edits, deletions and read marks of the private thread find their messages")
{
    Answered cache;
    cache.answerBack(u"d2"_s, u"thnaks"_s, at(12));
    RemoteMessage mended = inbound(u"dm"_s, u"d2"_s, u"thanks"_s, at(12));
    mended.edited = at(13);
    cache.take(batchOf({mended}));
    CHECK(cache.messages(u"post"_s).last().text == u"thanks"_s);
    CHECK(cache.ticket(u"post"_s).snippet == u"thanks"_s);

    const auto openly = cache.answer(u"publicly"_s, false);
    cache.leave(openly.outbox);
    must(cache.store->markSent(openly.outbox, PushReceipt{u"w2"_s, {}, at(11), {}}));
    Batch read;
    read.receipts = {{u"dm"_s, u"d1"_s, DeliveryState::Read}};
    read.deletions = {{u"dm"_s, u"d2"_s}};
    cache.take(read);
    CHECK(must(cache.reader->message(cache.reply))->state == DeliveryState::Read);
    CHECK(must(cache.reader->message(openly.message))->state == DeliveryState::Sent); // nobody reads comments there
    const QList<Message> thread = cache.messages(u"post"_s);
    CHECK(std::ranges::any_of(thread, [](const Message &m) { return m.text == u"thanks"_s && m.deleted; }));
    CHECK_FALSE(cache.hasThread(u"dm"_s));
}

TEST_CASE("What concerns the private messages goes to the private thread")
{
    Answered cache;
    Batch known;
    known.conversations = {chat(u"dm"_s, u"person-post"_s)};
    known.conversations[0].extra = QJsonObject{{u"peer"_s, 5}};
    cache.take(known);
    cache.answerBack(u"d2"_s, u"thanks"_s, at(12));
    const TicketId ticket = cache.ticket(u"post"_s).ticket.id;
    const auto read = must(cache.store->submit({ticket, MarkRead{}, {}}));
    PushRequest request = cache.leave(read.outbox);
    CHECK(request.conversationRemoteId == u"dm"_s);
    CHECK(request.conversationKind == ConversationKind::DirectChat);
    CHECK(request.conversationExtra["peer"_L1].toInt() == 5);
    CHECK(request.lastInboundRemoteId == u"d2"_s);
    must(cache.store->markSent(read.outbox, {}));
    const auto edit = must(cache.store->submit({ticket, EditMessage{cache.reply, u"wrote to you"_s}, {}}));
    request = cache.leave(edit.outbox);
    CHECK(request.conversationRemoteId == u"dm"_s);
    CHECK(request.targetRemoteId == u"d1"_s);
}

TEST_CASE("A private thread that cannot be written to is said so for the private answer only")
{
    Answered cache;
    Batch closed;
    closed.conversations = {chat(u"dm"_s, u"person-post"_s)};
    closed.conversations[0].canReply = false;
    closed.conversations[0].cannotReplyWhy = u"Closed profile."_s;
    cache.take(closed);
    const auto info = must(cache.reader->conversation(cache.conversation(u"post"_s)));
    CHECK(info->canReply);
    CHECK_FALSE(info->canReplyPrivately);
    CHECK(info->cannotReplyPrivatelyWhy == u"Closed profile."_s);
    const TicketId ticket = cache.ticket(u"post"_s).ticket.id;
    const auto refused = cache.store->submit({ticket, Reply{u"x"_s, {}, true, {}}, {}});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().words == u"Closed profile."_s);
    CHECK(cache.store->submit({ticket, Reply{u"x"_s, {}, false, {}}, {}}).ok());
}

TEST_CASE("An echo faster than the platform's answer leaves no ticket behind")
{
    Post cache;
    const auto sent = cache.answer(u"written to you"_s);
    const PushRequest request = cache.leave(sent.outbox);

    SECTION("that does not name our send")
    {
        cache.take(batchOf({outbound(u"dm"_s, u"d1"_s, u"written to you"_s, at(10))}));
        cache.answerBack(u"d2"_s, u"thanks"_s, at(11));
        REQUIRE(cache.hasThread(u"dm"_s));
        cache.arrived(sent.outbox, u"d1"_s, at(10));
    }
    SECTION("that names our send, after which nothing else tells")
    {
        RemoteMessage echo = outbound(u"dm"_s, u"d1"_s, u"written to you"_s, at(10));
        echo.clientId = request.clientId;
        RemoteMessage back = inbound(u"dm"_s, u"d2"_s, u"thanks"_s, at(11));
        Batch batch = batchOf({echo, back});
        batch.conversations = {chat(u"dm"_s, u"person-post"_s)};
        cache.take(batch);
    }
    CHECK_FALSE(cache.hasThread(u"dm"_s));
    CHECK(must(cache.reader->count(storage::View::AllOpen)) == 1);
    const QList<Message> thread = cache.messages(u"post"_s);
    REQUIRE(thread.size() == 4);
    CHECK(thread[1].kind == MessageKind::Event);
    CHECK(thread[2].remoteId == u"d1"_s);
    CHECK(thread[3].text == u"thanks"_s);
    CHECK(cache.ticket(u"post"_s).messages == 3);
    CHECK(cache.ticket(u"post"_s).ticket.unanswered);
    CHECK(must(cache.store->checkIntegrity()) == QStringList());
}

TEST_CASE("A platform without private answers is not asked for one")
{
    Post cache;
    must(cache.store->setCapabilities(cache.account, {}));
    const auto refused = cache.store->submit({cache.ticket(u"post"_s).ticket.id, Reply{u"x"_s, {}, true, {}}, {}});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().kind == ErrorKind::Rejected);
    CHECK_FALSE(refused.error().words.isEmpty());
}

TEST_CASE("A colleague's mark on the private thread counts for the comment's case")
{
    Answered cache;
    cache.answerBack(u"d2"_s, u"thanks"_s, at(12));
    REQUIRE(cache.ticket(u"post"_s).ticket.unanswered);
    RemoteTicketFields fields;
    fields.conversationRemoteId = u"dm"_s;
    fields.answered = true;
    Batch batch;
    batch.tickets = {fields};
    cache.take(batch);
    CHECK_FALSE(cache.ticket(u"post"_s).ticket.unanswered);
}
