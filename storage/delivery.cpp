// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/delivery.h"

#include "storage/command_words.h"
#include "storage/continuations.h"
#include "storage/conversations.h"
#include "storage/effects.h"
#include "storage/enums.h"
#include "storage/json.h"
#include "storage/merge.h"
#include "storage/message_effects.h"
#include "storage/messages.h"
#include "storage/sqlite/failed.h"
#include "storage/tickets.h"

#include <QCoreApplication>

namespace parley::storage {

namespace {

// A class, so that lupdate files the texts under the context they are looked up in.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(parley::storage)
};

/// Held and failed rows have had their effect taken back; queued and leaving ones show it.
bool showsEffect(OutboxState state)
{
    return state == OutboxState::Queued || state == OutboxState::Sending || state == OutboxState::Sent;
}

void rejectSent(const outbox::Row &row)
{
    if (row.state == OutboxState::Sent)
        reject(ErrorKind::Rejected, Texts::tr("It has been sent already."));
}

void alsoKnownAs(Database &db, const outbox::Row &row, const QString &remoteId, Changes &changes)
{
    const MessageId known = messages::find(db, row.account, remoteId);
    if (known == row.message)
        return;
    if (known.isValid())
        mergeInto(db, row.message, known, changes);
    db.run(R"(
        INSERT INTO message_alias(account, remote_id, message) VALUES (:account, :remote, :message)
        ON CONFLICT DO UPDATE SET message = excluded.message)",
        {{":account", row.account}, {":remote", remoteId}, {":message", row.message}});
}

/// The message a row carries gets the platform's id. What had come in under it meanwhile is the same message.
void nameMessage(Database &db, const outbox::Row &row, const QString &remoteId, Changes &changes)
{
    if (!row.message.isValid() || remoteId.isEmpty())
        return;
    const auto message = messages::get(db, row.message);
    if (!message)
        return;
    if (!message->remoteId.isEmpty()) {
        if (message->remoteId != remoteId)
            alsoKnownAs(db, row, remoteId, changes);
        return;
    }
    const MessageId known = messages::find(db, row.account, remoteId);
    if (known.isValid() && known != row.message)
        mergeInto(db, row.message, known, changes);
    db.run("UPDATE message SET remote_id = :remote WHERE id = :id", {{":remote", remoteId}, {":id", row.message}});
}

/// What arrived of the old words is no part of the new ones; should it come back in a pull, it is still known.
void forgetParts(Database &db, outbox::Row &row)
{
    if (row.part == 0)
        return;
    db.run(R"(
        INSERT INTO message_alias(account, remote_id, message)
        SELECT account, remote_id, id FROM message WHERE id = :id AND remote_id IS NOT NULL
        ON CONFLICT DO NOTHING)",
        {{":id", row.message}});
    db.run("UPDATE message SET remote_id = NULL WHERE id = :id", {{":id", row.message}});
    outbox::setPart(db, row, 0);
}

void settle(Database &db, outbox::Row &row, Changes &changes)
{
    if (row.state == OutboxState::Sent)
        return;
    if (!showsEffect(row.state))
        effects::redo(db, row, row.created, changes);
    const auto message = row.message.isValid() ? messages::get(db, row.message) : std::nullopt;
    const bool further =
        message && (message->state == DeliveryState::Delivered || message->state == DeliveryState::Read);
    const DeliveryState reached = message ? message->state : DeliveryState::Sent;
    outbox::move(db, row, {OutboxState::Sent, HeldReason::None, {}, {}, {}}, changes);
    if (further)
        messages::setState(db, row.message, reached, {});
}

/// Does only a part of a long text come back?
bool isOnePartOf(const outbox::Row &row, const RemoteMessage &remote)
{
    const auto command = commandFrom(row.command);
    const auto *reply = command ? std::get_if<Reply>(&*command) : nullptr;
    if (!reply || row.state == OutboxState::Sent)
        return false;
    const QString part = remote.text.trimmed();
    const QString whole = reply->text.trimmed();
    return part.size() < whole.size() && whole.contains(part);
}

bool wentPrivately(Database &db, const outbox::Row &row)
{
    const auto command = commandFrom(row.command);
    const auto *reply = command ? std::get_if<Reply>(&*command) : nullptr;
    const auto conversation = conversations::get(db, row.conversation);
    return reply && reply->privately && conversation && conversations::isPublic(conversation->kind);
}

/// What the platform said of a send, or of a part of it. The first part's time and notes are the message's.
void takeReceipt(Database &db, const outbox::Row &row, const PushReceipt &receipt, Changes &changes)
{
    nameMessage(db, row, receipt.remoteId, changes);
    if (row.message.isValid()) {
        for (const QString &further : receipt.furtherRemoteIds)
            alsoKnownAs(db, row, further, changes);
        if (row.part == 0) {
            db.run(R"(
                UPDATE message SET time = coalesce(:time, time),
                    extra = CASE WHEN :extra <> '' THEN :extra ELSE extra END
                WHERE id = :id)",
                {{":time", receipt.time}, {":extra", toText(receipt.extra)}, {":id", row.message}});
        }
        changes.messages.insert(row.message);
    }
    if (!receipt.newConversationRemoteId.isEmpty()) {
        if (const auto conversation = conversations::get(db, row.conversation))
            conversations::rename(db, *conversation, receipt.newConversationRemoteId, changes);
    }
    if (!receipt.privateConversationRemoteId.isEmpty())
        continuations::begin(db, row, receipt.privateConversationRemoteId, changes);
}

} // namespace

Store::Departure markSending(Database &db, OutboxId id, Timestamp now)
{
    Store::Departure departure;
    outbox::Row row = outbox::require(db, id);
    if (row.state != OutboxState::Queued)
        reject(ErrorKind::Rejected, Texts::tr("It does not wait to be sent any more."));
    departure.mayLeave = !outbox::threadMovedOn(db, row);
    if (departure.mayLeave) {
        outbox::noteAttempt(db, row, now);
        outbox::move(db, row, {OutboxState::Sending, HeldReason::None, {}, {}, {}}, departure.changes);
    } else {
        hold(db, id, HeldReason::ThreadMovedOn,
            Texts::tr("Not sent: the conversation has moved on since this was written. Read what is new, then send it "
                      "anyway, edit it or discard it."),
            row.created, departure.changes);
    }
    return departure;
}

void markPartSent(Database &db, OutboxId id, const PushReceipt &receipt, Changes &changes)
{
    outbox::Row row = outbox::require(db, id);
    takeReceipt(db, row, receipt, changes);
    outbox::setPart(db, row, row.part + 1);
    changes.outbox.insert(id);
}

void markSent(Database &db, OutboxId id, const PushReceipt &receipt, Changes &changes)
{
    outbox::Row row = outbox::require(db, id);
    settle(db, row, changes);
    takeReceipt(db, row, receipt, changes);
}

void markNotSent(Database &db, OutboxId id, Changes &changes)
{
    outbox::Row row = outbox::require(db, id);
    rejectSent(row);
    outbox::forgetAttempts(db, row, false);
    outbox::move(db, row, {OutboxState::Queued, HeldReason::None, {}, {}, {}}, changes);
}

void settleByEcho(
    Database &db, const outbox::Row &known, const RemoteMessage &remote, const QString &remoteId, Changes &changes)
{
    outbox::Row row = known;
    if (isOnePartOf(row, remote)) {
        nameMessage(db, row, remoteId, changes); // the others may still be on their way
        return;
    }
    settle(db, row, changes);
    nameMessage(db, row, remoteId, changes);
    if (!row.message.isValid())
        return;
    if (wentPrivately(db, row) && !remote.conversationRemoteId.isEmpty())
        continuations::begin(db, row, remote.conversationRemoteId, changes);
    db.run(R"(
        UPDATE message SET time = :time, html = CASE WHEN html = '' THEN :html ELSE html END,
            subject = CASE WHEN subject = '' THEN :subject ELSE subject END,
            extra = CASE WHEN :extra <> '' THEN :extra ELSE extra END
        WHERE id = :id)",
        {{":time", remote.time}, {":html", remote.html}, {":subject", remote.subject}, {":extra", toText(remote.extra)},
            {":id", row.message}});
    updateMessage(db, row.message, remote, changes);
}

void retryLater(Database &db, OutboxId id, Timestamp at, const QString &why, const QString &page, Changes &changes)
{
    outbox::Row row = outbox::require(db, id);
    rejectSent(row);
    outbox::move(db, row, {OutboxState::Queued, HeldReason::None, why, at, page}, changes);
}

void hold(Database &db, OutboxId id, HeldReason reason, const QString &why, Timestamp now, Changes &changes)
{
    outbox::Row row = outbox::require(db, id);
    rejectSent(row);
    const bool shown = showsEffect(row.state);
    outbox::move(db, row, {OutboxState::Held, reason, why, {}, {}}, changes);
    // A reply that waits is no answer: its ticket must not look answered. A field keeps what the agent set.
    if (shown && row.kind == u"reply")
        effects::undo(db, row, now, changes);
}

void fail(Database &db, OutboxId id, const QString &why, Timestamp now, Changes &changes)
{
    outbox::Row row = outbox::require(db, id);
    rejectSent(row);
    const bool shown = row.state != OutboxState::Failed && (row.kind != u"reply" || showsEffect(row.state));
    outbox::move(db, row, {OutboxState::Failed, HeldReason::None, why, {}, {}}, changes);
    if (shown)
        effects::undo(db, row, now, changes);
}

void requeue(Database &db, OutboxId id, Timestamp now, Changes &changes)
{
    outbox::Row row = outbox::require(db, id);
    rejectSent(row);
    const bool redo = !showsEffect(row.state);
    outbox::move(db, row, {OutboxState::Queued, HeldReason::None, {}, {}, {}}, changes);
    outbox::seeAll(db, row);
    if (redo)
        effects::redo(db, row, now, changes);
}

void discard(Database &db, OutboxId id, Timestamp now, Changes &changes)
{
    const outbox::Row row = outbox::require(db, id);
    rejectSent(row);
    if (row.state == OutboxState::Sending)
        reject(ErrorKind::Rejected, Texts::tr("It is being sent at this moment and cannot be taken back."));
    const bool shown = row.state != OutboxState::Failed && (row.kind != u"reply" || showsEffect(row.state));
    outbox::remove(db, row, changes);
    if (row.part > 0) {
        messages::setState(db, row.message, DeliveryState::Sent,
            Texts::tr("The customer has only the beginning of this; the rest was discarded."));
        changes.messages.insert(row.message);
        changes.conversations.insert(row.conversation);
        return;
    }
    if (row.message.isValid())
        removeMessage(db, row.message, changes);
    if (shown)
        effects::undo(db, row, now, changes);
}

void editHeld(Database &db, OutboxId id, const QString &text, Timestamp now, Changes &changes)
{
    outbox::Row row = outbox::require(db, id);
    rejectSent(row);
    auto command = commandFrom(row.command);
    if (row.state == OutboxState::Sending || !row.message.isValid() || !command)
        reject(ErrorKind::Rejected, Texts::tr("Only a reply or note that waits can be edited."));
    if (auto *reply = std::get_if<Reply>(&*command)) {
        if (text.trimmed().isEmpty() && reply->attachments.isEmpty())
            reject(ErrorKind::Rejected, Texts::tr("There is nothing to send: the reply is empty."));
        reply->text = text;
    } else if (auto *note = std::get_if<Note>(&*command)) {
        if (text.trimmed().isEmpty())
            reject(ErrorKind::Rejected, Texts::tr("There is nothing to save: the note is empty."));
        note->text = text;
    }
    outbox::setCommand(db, row, toJson(*command), summaryOf(*command));
    if (text != messages::get(db, row.message)->text) {
        outbox::forgetAttempts(db, row, true);
        forgetParts(db, row);
    }
    effects::setOwnText(db, row.message, text, changes);
    if (auto state = tickets::state(db, row.ticket); state && state->lastMessage == row.message.value) {
        tickets::refreshSnippet(db, *state);
        tickets::write(db, *state, changes);
    }
    requeue(db, id, now, changes);
}

} // namespace parley::storage
