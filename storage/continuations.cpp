// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/continuations.h"

#include "storage/conversations.h"
#include "storage/messages.h"

#include <QCoreApplication>

#include <algorithm>

namespace parley::storage::continuations {

namespace {

// A class, so that lupdate files the texts under the context they are looked up in.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(parley::storage)
};

/// For the team: what everybody reads under the post does not show that there was an answer.
void leaveTrace(Database &db, const outbox::Row &row, const Message &reply, Changes &changes)
{
    messages::NewMessage line;
    line.account = row.account;
    line.own = true;
    line.message.conversation = row.conversation;
    line.message.ticket = row.ticket;
    line.message.direction = Direction::Out;
    line.message.kind = MessageKind::Event;
    line.message.visibility = Visibility::Internal;
    line.message.state = DeliveryState::Sent;
    line.message.text = Texts::tr("Answered privately");
    line.message.time = reply.time;
    // Right above the reply.
    const MessageId above{reply.id.value - 1};
    const bool isFree = db.number("SELECT 1 FROM message WHERE id = :id", {{":id", above}}) == 0;
    const MessageId id = isFree ? above : messages::freeIdAt(db, reply.time);
    messages::insert(db, id, line);
    changes.messages.insert(id);
}

int countIn(Database &db, ConversationId conversation, TicketId ticket)
{
    return static_cast<int>(
        db.number("SELECT count(*) FROM message WHERE conversation = :conversation AND ticket = :ticket AND kind <> 2",
            {{":conversation", conversation}, {":ticket", ticket}}));
}

/// Nothing stands in it and nobody is about to write in it.
bool isEmpty(Database &db, const tickets::State &state)
{
    return db.number(R"(
        SELECT EXISTS (SELECT 1 FROM message WHERE conversation = :conversation AND ticket = :ticket)
            OR EXISTS (SELECT 1 FROM outbox WHERE ticket = :ticket AND state <> 2)
            OR EXISTS (SELECT 1 FROM draft WHERE ticket = :ticket))",
               {{":conversation", state.ticket.conversation}, {":ticket", state.ticket.id}})
        == 0;
}

/// The platform's echo can be faster than its answer: then the thread had not been known to continue anything.
void moveOver(Database &db, const outbox::Row &row, ConversationId thread, MessageId from, Changes &changes)
{
    const QList<MessageId> late = db.all("SELECT id FROM message WHERE conversation = :thread AND id >= :from",
        {{":thread", thread}, {":from", from}}, [](const Row &message) { return message.id<MessageId>("id"); });
    for (const MessageId id : late) {
        db.run("UPDATE message SET conversation = :to, ticket = :ticket, revision = revision + 1 WHERE id = :id",
            {{":to", row.conversation}, {":ticket", row.ticket}, {":id", id}});
        changes.messages.insert(id);
    }
    for (tickets::State &state : tickets::ofConversation(db, thread)) {
        state.messages = countIn(db, thread, state.ticket.id);
        changes.tickets.insert(state.ticket.id);
        if (isEmpty(db, state)) {
            db.run("DELETE FROM ticket WHERE id = :id", {{":id", state.ticket.id}});
            changes.counts = true;
            continue;
        }
        state.factsChanged = true;
        tickets::refreshSnippet(db, state);
        tickets::write(db, state, changes);
    }
    changes.conversations.insert(thread);
    if (late.isEmpty())
        return;
    tickets::State state = tickets::require(db, row.ticket);
    state.messages = countIn(db, row.conversation, row.ticket);
    state.factsChanged = true;
    tickets::refreshSnippet(db, state);
    tickets::write(db, state, changes);
}

} // namespace

std::optional<Continuation> of(Database &db, AccountId account, const QString &remoteId)
{
    return db.one(R"(
        SELECT id, conversation, since FROM conversation_continuation
        WHERE account = :account AND remote_id = :remote AND ended = 0)",
        {{":account", account}, {":remote", remoteId}}, [](const Row &row) {
            return Continuation{row.number("id"), row.id<ConversationId>("conversation"), row.time("since")};
        });
}

QString privateThreadOf(Database &db, ConversationId conversation)
{
    return db
        .one(R"(
        SELECT remote_id FROM conversation_continuation WHERE conversation = :conversation ORDER BY id DESC LIMIT 1)",
            {{":conversation", conversation}}, [](const Row &row) { return row.text("remote_id"); })
        .value_or(QString());
}

bool isOver(const tickets::State &newest, Timestamp time)
{
    return newest.ticket.status == TicketStatus::Resolved
        && time - newest.resolved.value_or(newest.ticket.updated) > kReopenWindow;
}

void begin(Database &db, const outbox::Row &row, const QString &remoteId, Changes &changes)
{
    const auto conversation = conversations::get(db, row.conversation);
    const auto reply = row.message.isValid() ? messages::get(db, row.message) : std::nullopt;
    if (!conversation || !reply || remoteId == conversation->remoteId)
        return;
    const auto known = of(db, row.account, remoteId);
    if (known && known->conversation == row.conversation)
        return;
    // By whichever clock is behind, the platform's or ours: nothing that follows the reply is older than this.
    Timestamp since = row.firstAttempt.value_or(row.created);
    if (reply->time != row.created)
        since = std::min(since, reply->time);
    since = std::chrono::floor<std::chrono::seconds>(since);
    db.run(R"(
        UPDATE conversation_continuation SET ended = 1
        WHERE account = :account AND remote_id = :remote AND ended = 0)",
        {{":account", row.account}, {":remote", remoteId}});
    db.run(R"(
        INSERT INTO conversation_continuation(account, remote_id, conversation, since)
        VALUES (:account, :remote, :conversation, :since)
        ON CONFLICT(account, remote_id, conversation) DO UPDATE SET since = excluded.since, ended = 0)",
        {{":account", row.account}, {":remote", remoteId}, {":conversation", row.conversation}, {":since", since}});
    leaveTrace(db, row, *reply, changes);
    if (const auto thread = conversations::find(db, row.account, remoteId))
        moveOver(db, row, thread->id, messages::firstIdAt(since), changes);
    changes.conversations.insert(row.conversation);
    changes.tickets.insert(row.ticket);
}

void end(Database &db, const Continuation &continuation)
{
    db.run("UPDATE conversation_continuation SET ended = 1 WHERE id = :id", {{":id", continuation.id}});
}

} // namespace parley::storage::continuations
