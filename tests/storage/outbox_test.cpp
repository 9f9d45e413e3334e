// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/support.h"

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests;
using storage::Store;

namespace {

Store::Submitted reply(Cache &cache, const QString &text, MessageId seenUpTo = {})
{
    return must(cache.store->submit({cache.ticket(u"c1"_s).ticket.id, Reply{text, {}, false, {}}, seenUpTo}));
}

OutboxRow row(Cache &cache, OutboxId id)
{
    const auto found = must(cache.reader->outboxRow(id));
    REQUIRE(found);
    return *found;
}

std::optional<OutboxId> next(Cache &cache)
{
    const auto outgoing = must(cache.store->nextToPush(cache.account, cache.clock.now()));
    return outgoing ? std::optional(outgoing->id) : std::nullopt;
}

struct Chat : Cache {
    explicit Chat(const Capabilities &capabilities = {})
        : Cache(capabilities)
    {
        clock.time = at(10);
        receive(u"c1"_s, u"m1"_s, u"question"_s, at(0));
    }
};

} // namespace

TEST_CASE("A reply is in the thread at once, answers the ticket, and waits with everything its connector needs")
{
    Chat cache;
    Batch more = batchOf({inbound(u"c1"_s, u"m2"_s, u"more"_s, at(1))});
    more.messages[0].extra = QJsonObject{{u"message-id"_s, u"<2@x>"_s}};
    RemoteConversation chat = tests::chat(u"c1"_s, u"person-c1"_s);
    chat.extra = QJsonObject{{u"business"_s, u"b7"_s}};
    more.conversations = {chat};
    cache.take(more);
    const MessageId quoted = cache.messages(u"c1"_s).first().id;
    must(cache.store->saveDraft(cache.ticket(u"c1"_s).ticket.id, u" answer\n"_s, false));

    const auto sent = must(cache.store->submit({cache.ticket(u"c1"_s).ticket.id,
        Reply{u"answer"_s, quoted, false, {{u"../../x"_s, u"text/plain"_s, "bytes"}}}, {}}));
    CHECK(sent.changes.messages.contains(sent.message));
    CHECK(sent.changes.outbox.contains(sent.outbox));

    const Message message = cache.messages(u"c1"_s).last();
    CHECK(message.id == sent.message);
    CHECK(message.state == DeliveryState::Queued);
    CHECK(message.outbox == sent.outbox);
    CHECK(message.attachments.size() == 1);
    CHECK(message.replyTo == quoted);
    const TicketRow ticket = cache.ticket(u"c1"_s);
    CHECK_FALSE(ticket.ticket.unanswered);
    CHECK(ticket.queued == 1);
    CHECK(ticket.snippet == u"answer"_s);
    CHECK(ticket.snippetIsOurs);
    CHECK(ticket.draft.isEmpty());

    const auto outgoing = must(cache.store->nextToPush(cache.account, cache.clock.now()));
    REQUIRE(outgoing);
    const PushRequest &request = outgoing->request;
    CHECK(outgoing->id == sent.outbox);
    CHECK(request.clientId.size() == 36);
    CHECK(request.conversationRemoteId == u"c1"_s);
    CHECK(request.conversationExtra["business"_L1].toString() == u"b7"_s);
    CHECK(request.contactRemoteId == u"person-c1"_s);
    CHECK(request.targetRemoteId == u"m1"_s);
    CHECK(request.lastInboundRemoteId == u"m2"_s);
    CHECK(request.lastInboundExtra.isEmpty()); // of the quoted one
    const auto &command = std::get<Reply>(request.command);
    CHECK(command.text == u"answer"_s);
    REQUIRE(command.attachments.size() == 1);
    CHECK(command.attachments[0].content == "bytes");
    CHECK(command.attachments[0].name == u"../../x"_s);
}

TEST_CASE("What cannot be sent is refused with words and leaves nothing behind")
{
    Chat cache;
    const TicketId id = cache.ticket(u"c1"_s).ticket.id;
    const auto refused = [&](const CommandRequest &request) {
        const auto result = cache.store->submit(request);
        REQUIRE_FALSE(result.ok());
        CHECK(result.error().kind == ErrorKind::Rejected);
        CHECK_FALSE(result.error().words.isEmpty());
    };
    refused({TicketId{999}, Reply{u"x"_s, {}, false, {}}, {}});
    refused({id, Reply{u" \n"_s, {}, false, {}}, {}});
    refused({id, Note{u""_s}, {}});
    refused({id, EditMessage{cache.messages(u"c1"_s).first().id, u"theirs"_s}, {}});
    refused({id, DeleteMessage{MessageId{12345}}, {}});
    Batch blocked;
    RemoteConversation chat = tests::chat(u"c1"_s);
    chat.canReply = false;
    chat.cannotReplyWhy = u"The customer has blocked the bot."_s;
    blocked.conversations = {chat};
    cache.take(blocked);
    const auto result = cache.store->submit({id, Reply{u"x"_s, {}, false, {}}, {}});
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().words == chat.cannotReplyWhy);
    CHECK(cache.messages(u"c1"_s).size() == 1);
    CHECK(must(cache.reader->outbox(10)).isEmpty());
}

TEST_CASE("Rows of one conversation go one after the other; other conversations do not wait")
{
    Chat cache;
    cache.receive(u"c2"_s, u"k1"_s, u"question"_s, at(0));
    const auto first = reply(cache, u"one"_s);
    const auto second = reply(cache, u"two"_s);
    const auto other =
        must(cache.store->submit({cache.ticket(u"c2"_s).ticket.id, Reply{u"elsewhere"_s, {}, false, {}}, {}}));

    CHECK(next(cache) == first.outbox);
    CHECK(must(cache.store->markSending(first.outbox)).mayLeave);
    CHECK(cache.messages(u"c1"_s)[1].state == DeliveryState::Sending);
    CHECK(next(cache) == other.outbox);
    must(cache.store->retryLater(first.outbox, at(20), u"No network"_s));
    CHECK(must(cache.store->nextAttempt(cache.account)) == at(20));
    must(cache.store->markSending(other.outbox));
    must(cache.store->markSent(other.outbox, {}));
    CHECK_FALSE(next(cache));
    cache.clock.time = at(20);
    CHECK(next(cache) == first.outbox);
    CHECK(row(cache, first.outbox).attempts == 1);
    must(cache.store->markSending(first.outbox));
    must(cache.store->hold(first.outbox, HeldReason::MayHaveArrived, u"The answer was lost"_s));
    CHECK_FALSE(next(cache));
    must(cache.store->discard(first.outbox));
    CHECK(next(cache) == second.outbox);
}

TEST_CASE("A field change that failed was undone and holds nobody up")
{
    Capabilities helpdesk;
    helpdesk.ownsTickets = true;
    Chat cache(helpdesk);
    const TicketId id = cache.ticket(u"c1"_s).ticket.id;
    const auto status = must(cache.store->submit({id, SetStatus{TicketStatus::Resolved, {}}, {}}));
    const auto answer = reply(cache, u"answer"_s);
    must(cache.store->markSending(status.outbox));
    must(cache.store->fail(status.outbox, u"You may not close tickets."_s));
    const TicketRow ticket = cache.ticket(u"c1"_s);
    CHECK(ticket.ticket.status == TicketStatus::Open);
    CHECK(ticket.failed == 1);
    CHECK(next(cache) == answer.outbox);
}

TEST_CASE("A sent reply carries the platform's id and time, and its row is settled")
{
    Chat cache;
    const auto sent = reply(cache, u"answer"_s);
    must(cache.store->markSending(sent.outbox));
    PushReceipt receipt;
    receipt.remoteId = u"r1"_s;
    receipt.furtherRemoteIds = {u"r2"_s};
    receipt.time = at(11);
    must(cache.store->markSent(sent.outbox, receipt));
    const Message message = cache.messages(u"c1"_s).last();
    CHECK(message.remoteId == u"r1"_s);
    CHECK(message.state == DeliveryState::Sent);
    CHECK(message.time == at(11));
    CHECK_FALSE(message.outbox.isValid());
    CHECK(row(cache, sent.outbox).state == OutboxState::Sent);
    CHECK(must(cache.reader->outbox(10)).isEmpty());
    CHECK(cache.ticket(u"c1"_s).queued == 0);

    // Both parts come back in a pull: they are known.
    cache.take(
        batchOf({outbound(u"c1"_s, u"r1"_s, u"answer"_s, at(11)), outbound(u"c1"_s, u"r2"_s, u"part"_s, at(11))}));
    CHECK(cache.texts(u"c1"_s) == QStringList{u"question"_s, u"answer"_s});
    CHECK(cache.store->markSending(sent.outbox).error().kind == ErrorKind::Rejected);
}

TEST_CASE("Our own message coming back settles its row, before or after the answer to the send")
{
    Chat cache;
    const auto sent = reply(cache, u"answer"_s);
    const auto outgoing = must(cache.store->nextToPush(cache.account, cache.clock.now()));
    must(cache.store->markSending(sent.outbox));
    RemoteMessage echo = outbound(u"c1"_s, u"r1"_s, u"answer"_s, at(11));
    echo.clientId = outgoing->request.clientId;
    const Changes changes = cache.take(batchOf({echo}));
    CHECK(changes.outbox.contains(sent.outbox));
    CHECK(row(cache, sent.outbox).state == OutboxState::Sent);
    CHECK(cache.messages(u"c1"_s).size() == 2);
    CHECK(cache.messages(u"c1"_s).last().id == sent.message);
    CHECK(cache.messages(u"c1"_s).last().remoteId == u"r1"_s);
    must(cache.store->markSent(sent.outbox, PushReceipt{u"r1"_s, {}, at(11), {}, {}}));
    CHECK(cache.messages(u"c1"_s).size() == 2);
    CHECK(cache.ticket(u"c1"_s).messages == 2);
}

TEST_CASE("An echo that nobody could tell from a colleague's message merges when the answer names it")
{
    Chat cache;
    const auto sent = reply(cache, u"answer"_s);
    const auto behind = reply(cache, u"and this"_s);
    must(cache.store->markSending(sent.outbox));
    cache.take(batchOf({outbound(u"c1"_s, u"r1"_s, u"answer"_s, at(11))}));
    CHECK(cache.messages(u"c1"_s).size() == 4);
    const Changes changes = must(cache.store->markSent(sent.outbox, PushReceipt{u"r1"_s, {}, {}, {}, {}}));
    CHECK(changes.messages.size() >= 2);
    CHECK(cache.messages(u"c1"_s).size() == 3);
    CHECK(cache.ticket(u"c1"_s).messages == 3);
    // It was our own: the next reply need not ask because of it.
    CHECK(must(cache.store->markSending(behind.outbox)).mayLeave);
}

TEST_CASE("A reply to a thread that has moved on is held, and goes when the agent says so")
{
    Chat cache;
    const auto sent = reply(cache, u"answer"_s);
    SECTION("because the customer wrote")
    {
        cache.receive(u"c1"_s, u"m2"_s, u"never mind"_s, at(5));
    }
    SECTION("because a colleague answered")
    {
        cache.take(batchOf({outbound(u"c1"_s, u"o1"_s, u"done"_s, at(5))}));
    }
    const auto departure = must(cache.store->markSending(sent.outbox));
    CHECK_FALSE(departure.mayLeave);
    CHECK(departure.changes.outbox.contains(sent.outbox));
    CHECK(row(cache, sent.outbox).state == OutboxState::Held);
    CHECK(row(cache, sent.outbox).heldReason == HeldReason::ThreadMovedOn);
    CHECK_FALSE(row(cache, sent.outbox).error.isEmpty());
    CHECK(cache.ticket(u"c1"_s).held == 1);
    CHECK_FALSE(next(cache));
    must(cache.store->requeue(sent.outbox));
    CHECK(next(cache) == sent.outbox);
    CHECK(must(cache.store->markSending(sent.outbox)).mayLeave);
    CHECK_FALSE(cache.ticket(u"c1"_s).ticket.unanswered);
}

TEST_CASE("Our own messages, automatic ones, notes, system lines and history do not hold a reply")
{
    Chat cache;
    const auto first = reply(cache, u"one"_s);
    const auto second = reply(cache, u"two"_s);
    must(cache.store->submit({cache.ticket(u"c1"_s).ticket.id, Note{u"note"_s}, {}}));
    RemoteMessage automatic = inbound(u"c1"_s, u"m2"_s, u"out of office"_s, at(11));
    automatic.automatic = true;
    RemoteMessage event = inbound(u"c1"_s, u"m3"_s, u"joined"_s, at(11));
    event.kind = MessageKind::Event;
    RemoteMessage note = outbound(u"c1"_s, u"m4"_s, u"internal"_s, at(11));
    note.kind = MessageKind::Note;
    note.visibility = Visibility::Internal;
    cache.take(batchOf({automatic, event, note}));
    Batch history = batchOf({inbound(u"c1"_s, u"m0"_s, u"old"_s, at(-100))});
    history.backfill = true;
    cache.take(history);
    CHECK(must(cache.store->markSending(first.outbox)).mayLeave);
    must(cache.store->markSent(first.outbox, PushReceipt{u"r1"_s, {}, {}, {}, {}}));
    CHECK(must(cache.store->markSending(second.outbox)).mayLeave);
}

TEST_CASE("What stood in the cache but not on the agent's screen holds a reply too")
{
    Chat cache;
    const MessageId onScreen = cache.messages(u"c1"_s).last().id;
    cache.receive(u"c1"_s, u"m2"_s, u"unseen"_s, at(1));
    const auto sent = reply(cache, u"answer"_s, onScreen);
    CHECK(cache.ticket(u"c1"_s).ticket.unanswered);
    CHECK_FALSE(must(cache.store->markSending(sent.outbox)).mayLeave);
}

TEST_CASE("A held reply can be edited, and a discarded one leaves no trace")
{
    Chat cache;
    const auto sent = reply(cache, u"answer"_s);
    must(cache.store->hold(sent.outbox, HeldReason::ThreadMovedOn, u"moved on"_s));
    CHECK(cache.ticket(u"c1"_s).ticket.unanswered);
    CHECK(cache.messages(u"c1"_s).last().state == DeliveryState::Held);
    must(cache.store->editHeld(sent.outbox, u"better answer"_s));
    CHECK(cache.texts(u"c1"_s).last() == u"better answer"_s);
    CHECK(row(cache, sent.outbox).state == OutboxState::Queued);
    CHECK(std::get<Reply>(must(cache.store->nextToPush(cache.account, at(99)))->request.command).text
        == u"better answer"_s);
    CHECK_FALSE(cache.ticket(u"c1"_s).ticket.unanswered);
    CHECK(must(cache.reader->search(queryOf(u"better"_s), {}, 10)).size() == 1);

    const Changes changes = must(cache.store->discard(sent.outbox));
    CHECK(changes.messages.contains(sent.message));
    CHECK(cache.texts(u"c1"_s) == QStringList{u"question"_s});
    CHECK(cache.ticket(u"c1"_s).ticket.unanswered);
    CHECK(cache.ticket(u"c1"_s).ticket.waitingSince == at(0));
    CHECK(cache.ticket(u"c1"_s).snippet == u"question"_s);
    CHECK(cache.ticket(u"c1"_s).messages == 1);
    CHECK_FALSE(must(cache.reader->outboxRow(sent.outbox)));
    CHECK(must(cache.reader->search(queryOf(u"better"_s), {}, 10)).isEmpty());
    CHECK(must(cache.store->checkIntegrity()) == QStringList());
}

TEST_CASE("A row that is being sent or was sent cannot be discarded")
{
    Chat cache;
    const auto sent = reply(cache, u"answer"_s);
    must(cache.store->markSending(sent.outbox));
    CHECK(cache.store->discard(sent.outbox).error().kind == ErrorKind::Rejected);
    must(cache.store->markSent(sent.outbox, {}));
    CHECK(cache.store->discard(sent.outbox).error().kind == ErrorKind::Rejected);
    CHECK(cache.texts(u"c1"_s).size() == 2);
}

TEST_CASE("A failed reply leaves its ticket waiting, and answers it once it went after all")
{
    Chat cache;
    const auto sent = reply(cache, u"answer"_s);
    must(cache.store->markSending(sent.outbox));
    must(cache.store->fail(sent.outbox, u"The customer has blocked the bot."_s));
    CHECK(cache.ticket(u"c1"_s).ticket.unanswered);
    CHECK(cache.messages(u"c1"_s).last().state == DeliveryState::Failed);
    CHECK(cache.messages(u"c1"_s).last().error == u"The customer has blocked the bot."_s);
    must(cache.store->requeue(sent.outbox));
    must(cache.store->markSending(sent.outbox));
    must(cache.store->markSent(sent.outbox, PushReceipt{u"r1"_s, {}, {}, {}, {}}));
    CHECK_FALSE(cache.ticket(u"c1"_s).ticket.unanswered);
    CHECK(cache.messages(u"c1"_s).last().error.isEmpty());
}

TEST_CASE("Two waiting replies: taking one back leaves the ticket answered by the other")
{
    Chat cache;
    const auto one = reply(cache, u"one"_s);
    const auto two = reply(cache, u"two"_s);
    must(cache.store->discard(one.outbox));
    CHECK_FALSE(cache.ticket(u"c1"_s).ticket.unanswered);
    must(cache.store->discard(two.outbox));
    CHECK(cache.ticket(u"c1"_s).ticket.unanswered);
}

TEST_CASE("Where the platform has no such field the change is ours and settled at once")
{
    Chat cache;
    const TicketId id = cache.ticket(u"c1"_s).ticket.id;
    for (const Command &command :
        {Command{Assign{kMe}}, Command{SetStatus{TicketStatus::Pending, {}}}, Command{ChangeTags{{u"b"_s, u"a"_s}, {}}},
            Command{SetPriority{Priority::Urgent}}, Command{Note{u"remember"_s}}}) {
        const auto done = must(cache.store->submit({id, command, {}}));
        CHECK(row(cache, done.outbox).state == OutboxState::Sent);
    }
    CHECK_FALSE(next(cache));
    const Ticket ticket = cache.ticket(u"c1"_s).ticket;
    CHECK(ticket.assignee == kMe);
    CHECK(ticket.status == TicketStatus::Pending);
    CHECK(ticket.tags == QStringList{u"a"_s, u"b"_s});
    CHECK(ticket.priority == Priority::Urgent);
    const Message note = cache.messages(u"c1"_s).last();
    CHECK(note.kind == MessageKind::Note);
    CHECK(note.visibility == Visibility::Internal);
    CHECK(note.state == DeliveryState::Sent);
    CHECK(ticket.unanswered); // a note is no answer
}

TEST_CASE("Editing and deleting our own messages shows at once and can be taken back")
{
    Capabilities offered;
    offered.canEdit = offered.canDelete = true;
    Chat cache(offered);
    cache.take(batchOf({outbound(u"c1"_s, u"o1"_s, u"helo"_s, at(1))}));
    const TicketId id = cache.ticket(u"c1"_s).ticket.id;
    const MessageId message = cache.messages(u"c1"_s).last().id;
    const auto edit = must(cache.store->submit({id, EditMessage{message, u"hello"_s}, {}}));
    CHECK(cache.texts(u"c1"_s).last() == u"hello"_s);
    CHECK(must(cache.store->nextToPush(cache.account, at(99)))->request.targetRemoteId == u"o1"_s);
    must(cache.store->markSending(edit.outbox));
    must(cache.store->fail(edit.outbox, u"too old to edit"_s));
    CHECK(cache.texts(u"c1"_s).last() == u"helo"_s);
    CHECK_FALSE(cache.messages(u"c1"_s).last().edited);
    must(cache.store->discard(edit.outbox));

    const auto removal = must(cache.store->submit({id, DeleteMessage{message}, {}}));
    CHECK(cache.messages(u"c1"_s).last().deleted);
    must(cache.store->discard(removal.outbox));
    CHECK_FALSE(cache.messages(u"c1"_s).last().deleted);
    CHECK(cache.messages(u"c1"_s).size() == 2);
}

TEST_CASE("Rows found in sending after a crash are listed, with their client ids")
{
    Chat cache;
    const auto sent = reply(cache, u"answer"_s);
    const QString clientId = must(cache.store->nextToPush(cache.account, at(99)))->request.clientId;
    must(cache.store->markSending(sent.outbox));
    cache.open();
    const auto found = must(cache.store->interrupted(cache.account));
    REQUIRE(found.size() == 1);
    CHECK(found[0].request.clientId == clientId);
    CHECK(found[0].attempts == 1);
    must(cache.store->requeue(sent.outbox));
    CHECK(must(cache.store->interrupted(cache.account)).isEmpty());
    CHECK(next(cache) == sent.outbox);
}

TEST_CASE("A thread that the platform moved keeps its messages, with those that came in under the new id")
{
    Chat cache;
    const auto sent = reply(cache, u"answer"_s);
    must(cache.store->markSending(sent.outbox));
    cache.receive(u"c1-super"_s, u"m2"_s, u"in the new group"_s, at(11));
    PushReceipt receipt;
    receipt.remoteId = u"r1"_s;
    receipt.newConversationRemoteId = u"c1-super"_s;
    must(cache.store->markSent(sent.outbox, receipt));
    CHECK(cache.texts(u"c1-super"_s).size() == 3);
    CHECK_FALSE(must(cache.reader->conversationByRemoteId(cache.account, u"c1"_s)));
    CHECK(must(cache.store->checkIntegrity()) == QStringList());
}

TEST_CASE("Rows that were sent are forgotten after thirty days; what waits, and what was said, stays")
{
    Chat cache;
    const auto old = reply(cache, u"old answer"_s);
    must(cache.store->markSending(old.outbox));
    must(cache.store->markSent(old.outbox, PushReceipt{u"r1"_s, {}, {}, {}}));
    cache.receive(u"c2"_s, u"k1"_s, u"question"_s, at(0));
    const auto waiting = must(cache.store->submit({cache.ticket(u"c2"_s).ticket.id, Reply{u"x"_s, {}, false, {}}, {}}));
    cache.clock.time = at(10) + Store::kKeepSent;
    const auto fresh = reply(cache, u"new answer"_s);
    must(cache.store->markSending(fresh.outbox));
    must(cache.store->markSent(fresh.outbox, PushReceipt{u"r2"_s, {}, {}, {}}));
    CHECK(must(cache.store->pruneOutbox()) == 0);
    cache.clock.time += std::chrono::milliseconds(1);
    CHECK(must(cache.store->pruneOutbox()) == 1);
    CHECK_FALSE(must(cache.reader->outboxRow(old.outbox)));
    CHECK(row(cache, fresh.outbox).state == OutboxState::Sent);
    CHECK(row(cache, waiting.outbox).state == OutboxState::Queued);
    CHECK(cache.texts(u"c1"_s).size() == 3);
    CHECK_FALSE(cache.ticket(u"c1"_s).ticket.unanswered);
    // It is still known when it comes back.
    cache.take(batchOf({outbound(u"c1"_s, u"r1"_s, u"old answer"_s, at(11))}));
    CHECK(cache.texts(u"c1"_s).size() == 3);
}

TEST_CASE("The bytes of an unsent attachment outlast a restart")
{
    Chat cache;
    const TicketId id = cache.ticket(u"c1"_s).ticket.id;
    must(cache.store->submit({id, Reply{u"see"_s, {}, false, {{u"a.txt"_s, u"text/plain"_s, "bytes"}}}, {}}));
    cache.open();
    const auto outgoing = must(cache.store->nextToPush(cache.account, cache.clock.now()));
    REQUIRE(outgoing);
    CHECK(std::get<Reply>(outgoing->request.command).attachments.first().content == "bytes");
}
