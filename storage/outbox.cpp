// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/outbox.h"

#include "storage/attachments.h"
#include "storage/contacts.h"
#include "storage/continuations.h"
#include "storage/conversations.h"
#include "storage/enums.h"
#include "storage/json.h"
#include "storage/messages.h"
#include "storage/sqlite/failed.h"

#include <QCoreApplication>
#include <QUuid>

namespace parley::storage::outbox {

namespace {

#define ROW_SELECT                                                                                                     \
    "SELECT o.id AS id, o.client_id AS client_id, o.account AS account, o.conversation AS conversation,"               \
    " o.ticket AS ticket, o.message AS message, o.target AS target, o.kind AS kind, o.command AS command,"             \
    " o.before AS before, o.state AS state, o.held_reason AS held_reason, o.error AS error, o.summary AS summary,"     \
    " o.attempts AS attempts, o.created AS created, o.seen_arrival AS seen_arrival,"                                   \
    " o.seen_message AS seen_message, o.answers_up_to AS answers_up_to, o.part AS part,"                               \
    " o.first_attempt AS first_attempt FROM outbox o "

storage::outbox::Row readRow(const storage::Row &row)
{
    outbox::Row read;
    read.id = row.id<OutboxId>("id");
    read.clientId = row.text("client_id");
    read.account = row.id<AccountId>("account");
    read.conversation = row.id<ConversationId>("conversation");
    read.ticket = row.id<TicketId>("ticket");
    read.message = row.id<MessageId>("message");
    read.target = row.id<MessageId>("target");
    read.kind = row.text("kind");
    read.command = objectFrom(row.text("command"));
    read.before = objectFrom(row.text("before"));
    read.state = row.as<OutboxState>("state");
    read.heldReason = row.as<HeldReason>("held_reason");
    read.error = row.text("error");
    read.summary = row.text("summary");
    read.attempts = row.integer("attempts");
    read.created = row.time("created");
    read.seenArrival = row.number("seen_arrival");
    read.seenMessage = row.number("seen_message");
    read.answersUpTo = row.number("answers_up_to");
    read.part = row.integer("part");
    read.firstAttempt = row.timeIfAny("first_attempt");
    return read;
}

#define LINE_SELECT                                                                                                    \
    "SELECT o.id AS id, o.ticket AS ticket, o.account AS account,"                                                     \
    " coalesce(o.message, CASE WHEN o.kind IN ('edit', 'delete') THEN o.target END) AS message, o.kind AS kind,"       \
    " o.state AS state, o.held_reason AS held_reason, o.summary AS summary, c.name AS contact_name,"                   \
    " o.attempts AS attempts, o.next_attempt AS next_attempt, o.error AS error, o.created AS created, o.page AS page"  \
    " FROM outbox o LEFT JOIN ticket t ON t.id = o.ticket LEFT JOIN contact c ON c.id = t.contact "

OutboxRow readLine(const storage::Row &row)
{
    OutboxRow line;
    line.id = row.id<OutboxId>("id");
    line.ticket = row.id<TicketId>("ticket");
    line.account = row.id<AccountId>("account");
    line.message = row.id<MessageId>("message");
    line.kind = row.text("kind");
    line.state = row.as<OutboxState>("state");
    line.heldReason = row.as<HeldReason>("held_reason");
    line.summary = row.text("summary");
    line.contactName = row.text("contact_name");
    line.attempts = row.integer("attempts");
    line.nextAttempt = row.timeIfAny("next_attempt");
    line.error = row.text("error");
    line.created = row.time("created");
    line.page = row.text("page");
    return line;
}

DeliveryState deliveryOf(OutboxState state)
{
    switch (state) {
    case OutboxState::Queued:
        return DeliveryState::Queued;
    case OutboxState::Sending:
        return DeliveryState::Sending;
    case OutboxState::Sent:
        return DeliveryState::Sent;
    case OutboxState::Held:
        return DeliveryState::Held;
    case OutboxState::Failed:
        return DeliveryState::Failed;
    }
    return DeliveryState::Queued;
}

bool concernsPrivateMessage(Database &db, const outbox::Row &row)
{
    if (row.kind == u"read")
        return true;
    if (row.kind != u"edit" && row.kind != u"delete")
        return false;
    const auto target = messages::get(db, row.target);
    return target && target->visibility == Visibility::Private;
}

/// Where it goes. What concerns the private messages of a comment's conversation goes to the thread they stand in.
void address(
    Database &db, const outbox::Row &row, const conversations::Conversation &conversation, PushRequest &request)
{
    request.conversationRemoteId = conversation.remoteId;
    request.conversationKind = conversation.kind;
    request.subject = conversation.subject;
    request.conversationExtra = conversation.extra;
    request.contactRemoteId = conversations::addressOf(db, conversation.id);
    if (request.contactRemoteId.isEmpty())
        request.contactRemoteId = contacts::remoteIdOf(db, conversation.contact, row.account);
    const QString thread = continuations::privateThreadOf(db, conversation.id);
    if (thread.isEmpty() || !concernsPrivateMessage(db, row))
        return;
    request.conversationRemoteId = thread;
    request.conversationKind = ConversationKind::DirectChat;
    const auto known = conversations::find(db, row.account, thread);
    request.conversationExtra = known ? known->extra : QJsonObject();
}

/// A comment is answered where comments stand, whatever the customer wrote in private since.
MessageId lastInboundFor(
    Database &db, const outbox::Row &row, const std::optional<conversations::Conversation> &conversation)
{
    const bool isPublic = conversation && conversations::isPublic(conversation->kind);
    if (isPublic && row.kind == u"reply")
        return messages::lastInbound(db, row.conversation, Visibility::Public);
    return messages::lastInbound(db, row.conversation);
}

QStringList furtherRemoteIdsOf(Database &db, MessageId message)
{
    return db.all("SELECT remote_id FROM message_alias WHERE message = :message ORDER BY id", {{":message", message}},
        [](const storage::Row &row) { return row.text("remote_id"); });
}

/// Everything a connector needs, since it sees no database.
Store::Outgoing outgoing(Database &db, const outbox::Row &row)
{
    Store::Outgoing out;
    out.id = row.id;
    out.conversation = row.conversation;
    out.message = row.message;
    out.attempts = row.attempts;
    PushRequest &request = out.request;
    request.clientId = row.clientId;
    request.created = row.created;
    const auto command = commandFrom(row.command);
    if (!command)
        throw Failed{command.error()};
    request.command = *command;
    if (auto *reply = std::get_if<Reply>(&request.command))
        reply->attachments = attachments::outgoing(db, row.message);
    request.firstAttempt = row.firstAttempt;
    request.part = row.part;
    const auto conversation = conversations::get(db, row.conversation);
    if (conversation)
        address(db, row, *conversation, request);
    const MessageId last = lastInboundFor(db, row, conversation);
    if (last.isValid())
        request.lastInboundRemoteId = messages::get(db, last)->remoteId;
    if (row.target.isValid()) {
        if (const auto target = messages::get(db, row.target))
            request.targetRemoteId = target->remoteId;
    }
    if (row.kind == u"delete")
        request.furtherRemoteIds = furtherRemoteIdsOf(db, row.target);
    const bool quotes = row.target.isValid() && row.message.isValid();
    request.lastInboundExtra = messages::extraOf(db, quotes ? row.target : last);
    return out;
}

} // namespace

bool Row::carriesText() const
{
    return kind == u"reply" || kind == u"note" || kind == u"edit" || kind == u"delete";
}

QString newClientId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

OutboxId insert(Database &db, const Row &row)
{
    return OutboxId{db.insert(R"(
        INSERT INTO outbox(client_id, account, conversation, ticket, message, target, kind, command, before, state,
            summary, created, seen_arrival, seen_message, answers_up_to)
        VALUES (:client, :account, :conversation, :ticket, :message, :target, :kind, :command, :before, :state,
            :summary, :created, :seenArrival, :seenMessage, :answers))",
        {{":client", row.clientId}, {":account", row.account}, {":conversation", row.conversation},
            {":ticket", row.ticket}, {":message", row.message}, {":target", row.target}, {":kind", row.kind},
            {":command", toText(row.command)}, {":before", toText(row.before)}, {":state", row.state},
            {":summary", row.summary}, {":created", row.created}, {":seenArrival", row.seenArrival},
            {":seenMessage", row.seenMessage}, {":answers", row.answersUpTo}})};
}

Row require(Database &db, OutboxId id)
{
    auto found = db.one(ROW_SELECT "WHERE o.id = :id", {{":id", id}}, readRow);
    if (!found) {
        reject(ErrorKind::NotFound,
            QCoreApplication::translate("parley::storage", "There is no row %1 in the outbox.").arg(id.value));
    }
    return *found;
}

std::optional<Row> byClientId(Database &db, AccountId account, const QString &clientId)
{
    return db.one(ROW_SELECT "WHERE o.client_id = :client AND o.account = :account",
        {{":client", clientId}, {":account", account}}, readRow);
}

QList<Row> unsettledOf(Database &db, TicketId ticket)
{
    return db.all(ROW_SELECT "WHERE o.ticket = :ticket AND o.state <> 2 ORDER BY o.id", {{":ticket", ticket}}, readRow);
}

std::optional<Store::Outgoing> next(Database &db, AccountId account, Timestamp now)
{
    // A field change that failed was undone: nothing needs to wait for it.
    const auto row = db.one(ROW_SELECT R"(
        WHERE o.account = :account AND o.state <> 2 AND o.state = 0
            AND (o.next_attempt IS NULL OR o.next_attempt <= :now)
            AND NOT EXISTS (
                SELECT 1 FROM outbox p WHERE p.conversation = o.conversation AND p.state <> 2 AND p.id < o.id
                    AND (p.state <> 4 OR p.kind IN ('reply', 'note', 'edit', 'delete')))
        ORDER BY o.id LIMIT 1)",
        {{":account", account}, {":now", now}}, readRow);
    if (!row)
        return std::nullopt;
    return outgoing(db, *row);
}

std::optional<Timestamp> nextAttempt(Database &db, AccountId account, Timestamp now)
{
    const qint64 at = db.number(R"(
        SELECT min(next_attempt) FROM outbox
        WHERE account = :account AND state <> 2 AND state = 0 AND next_attempt > :now)",
        {{":account", account}, {":now", now}});
    if (at == 0)
        return std::nullopt;
    return fromMs(at);
}

QList<Store::Outgoing> interrupted(Database &db, AccountId account)
{
    const QList<Row> rows =
        db.all(ROW_SELECT "WHERE o.account = :account AND o.state <> 2 AND o.state = 1 ORDER BY o.id",
            {{":account", account}}, readRow);
    QList<Store::Outgoing> found;
    for (const Row &row : rows)
        found.append(outgoing(db, row));
    return found;
}

bool threadMovedOn(Database &db, const Row &row)
{
    if (row.kind != u"reply")
        return false;
    return db.number(R"(
        SELECT EXISTS (SELECT 1 FROM conversation WHERE id = :conversation AND last_arrival > :seenArrival)
            OR EXISTS (SELECT 1 FROM message WHERE conversation = :conversation AND id > :seenMessage AND own = 0
                AND automatic = 0 AND deleted = 0 AND visibility <> 2 AND (kind = 0 OR kind = 3 AND direction = 0)))",
               {{":conversation", row.conversation}, {":seenArrival", row.seenArrival},
                   {":seenMessage", row.seenMessage}})
        != 0;
}

void move(Database &db, Row &row, const Step &step, Changes &changes)
{
    row.state = step.state;
    row.heldReason = step.heldReason;
    row.error = step.error;
    if (step.state == OutboxState::Sending)
        ++row.attempts;
    db.run(R"(
        UPDATE outbox SET state = :state, held_reason = :reason, error = :error, attempts = :attempts,
            next_attempt = :next, page = :page
        WHERE id = :id)",
        {{":state", step.state}, {":reason", step.heldReason}, {":error", step.error}, {":attempts", row.attempts},
            {":next", step.nextAttempt}, {":page", step.page}, {":id", row.id}});
    changes.outbox.insert(row.id);
    changes.tickets.insert(row.ticket);
    if (row.message.isValid()) {
        messages::setState(db, row.message, deliveryOf(step.state), step.error);
        changes.messages.insert(row.message);
        changes.conversations.insert(row.conversation);
    }
}

void remove(Database &db, const Row &row, Changes &changes)
{
    db.run("DELETE FROM outbox WHERE id = :id", {{":id", row.id}});
    changes.outbox.insert(row.id);
    changes.tickets.insert(row.ticket);
}

void seeAll(Database &db, Row &row)
{
    row.seenArrival = currentArrival(db);
    row.seenMessage = std::numeric_limits<qint64>::max();
    db.run("UPDATE outbox SET seen_arrival = :arrival, seen_message = :message WHERE id = :id",
        {{":arrival", row.seenArrival}, {":message", row.seenMessage}, {":id", row.id}});
}

void setCommand(Database &db, Row &row, const QJsonObject &command, const QString &summary)
{
    row.command = command;
    row.summary = summary;
    db.run("UPDATE outbox SET command = :command, summary = :summary WHERE id = :id",
        {{":command", toText(command)}, {":summary", summary}, {":id", row.id}});
}

void noteAttempt(Database &db, Row &row, Timestamp now)
{
    if (row.firstAttempt)
        return;
    row.firstAttempt = now;
    db.run("UPDATE outbox SET first_attempt = :now WHERE id = :id", {{":now", now}, {":id", row.id}});
}

void forgetAttempts(Database &db, Row &row, bool otherWords)
{
    // The platform would drop the new words as a repeat of the old ones.
    if (otherWords && row.firstAttempt)
        row.clientId = newClientId();
    row.firstAttempt.reset();
    db.run("UPDATE outbox SET first_attempt = NULL, client_id = :client WHERE id = :id",
        {{":client", row.clientId}, {":id", row.id}});
}

void setPart(Database &db, Row &row, int part)
{
    row.part = part;
    db.run("UPDATE outbox SET part = :part WHERE id = :id", {{":part", part}, {":id", row.id}});
}

void setBefore(Database &db, Row &row, const QJsonObject &before)
{
    row.before = before;
    db.run("UPDATE outbox SET before = :before, answers_up_to = :answers WHERE id = :id",
        {{":before", toText(before)}, {":answers", row.answersUpTo}, {":id", row.id}});
}

QList<OutboxRow> unsettled(Database &db, int limit)
{
    return db.all(LINE_SELECT "WHERE o.state <> 2 ORDER BY o.id LIMIT :limit", {{":limit", limit}}, readLine);
}

std::optional<OutboxRow> line(Database &db, OutboxId id)
{
    return db.one(LINE_SELECT "WHERE o.id = :id", {{":id", id}}, readLine);
}

qint64 currentArrival(Database &db)
{
    return db.number("SELECT n FROM counter WHERE name = 'arrival'");
}

} // namespace parley::storage::outbox
