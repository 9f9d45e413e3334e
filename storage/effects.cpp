// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/effects.h"

#include "storage/accounts.h"
#include "storage/command_words.h"
#include "storage/conversations.h"
#include "storage/enums.h"
#include "storage/field_effects.h"
#include "storage/message_effects.h"
#include "storage/sqlite/failed.h"

#include <QCoreApplication>

namespace parley::storage::effects {

namespace {

// A class, so that lupdate files the texts under the context they are looked up in.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(parley::storage)
};

/// Is there anybody to carry it to?
bool leavesThisMachine(const Command &command, const Capabilities &capabilities, const outbox::Row &row, Database &db)
{
    if (std::holds_alternative<Reply>(command))
        return true;
    if (std::holds_alternative<Note>(command))
        return capabilities.ownsNotes;
    if (row.target.isValid())
        return !isLocalNote(db, row.target);
    if (std::holds_alternative<MarkRead>(command) || std::holds_alternative<Mute>(command)
        || std::holds_alternative<AssignTeam>(command) || std::holds_alternative<RunMacro>(command))
        return true; // refused where it is not offered
    if (std::holds_alternative<MarkUnread>(command))
        return capabilities.sharesUnread;
    return capabilities.ownsTickets || (std::holds_alternative<MarkAnswered>(command) && capabilities.sharesAnswered)
        || (std::holds_alternative<SetPriority>(command) && capabilities.sharesPriority);
}

/// Rejected with words for what the platform does not offer.
void requireOffered(Database &db, const Command &command, const Account &account, ConversationKind kind)
{
    const Capabilities &offered = account.capabilities;
    if (const auto *edit = std::get_if<EditMessage>(&command))
        requireChangeable(db, edit->message, false, offered);
    else if (const auto *removal = std::get_if<DeleteMessage>(&command))
        requireChangeable(db, removal->message, true, offered);
    else if (std::holds_alternative<MarkRead>(command) && !offered.canMarkRead && !offered.sharesUnread)
        reject(ErrorKind::Rejected,
            Texts::tr("The customer cannot be told that it was read: this account has no read marks."));
    else if (const auto *reply = std::get_if<Reply>(&command);
        reply && reply->privately && conversations::isPublic(kind) && !offered.canReplyPrivately)
        reject(ErrorKind::Rejected, Texts::tr("Comments cannot be answered privately with this account."));
    else if (std::holds_alternative<AssignTeam>(command) && !offered.hasTeams)
        reject(ErrorKind::Rejected, Texts::tr("This account has no teams."));
    else if (std::holds_alternative<Mute>(command) && !offered.canMute)
        reject(ErrorKind::Rejected, Texts::tr("Customers cannot be muted with this account."));
    else if (std::holds_alternative<RunMacro>(command) && !offered.ownsTickets)
        reject(ErrorKind::Rejected, Texts::tr("This account has no server that runs macros."));
}

/// What a reader of the ticket does to it for themselves moves nothing up in the list.
bool isEvent(const Command &command)
{
    return !std::holds_alternative<MarkRead>(command) && !std::holds_alternative<MarkUnread>(command);
}

/// A field that still shows the change keeps what it replaced at first.
void applyAgain(Database &db, const Command &command, tickets::State &state, outbox::Row &row)
{
    const Ticket was = state.ticket;
    const QJsonObject before = row.before;
    applyField(db, command, state, row);
    const Ticket &is = state.ticket;
    if (was.status == is.status && was.snoozedUntil == is.snoozedUntil && was.assignee == is.assignee
        && was.priority == is.priority && was.tags == is.tags && was.team == is.team && was.muted == is.muted
        && was.unread == is.unread && row.kind != u"answered")
        row.before = before;
}

} // namespace

Store::Submitted submit(Database &db, const CommandRequest &request, Timestamp now)
{
    tickets::State state = tickets::require(db, request.ticket);
    const auto conversation = conversations::get(db, state.ticket.conversation);
    const Account account = accounts::get(db, state.ticket.account);
    requireOffered(db, request.command, account, conversation->kind);

    Store::Submitted done;
    outbox::Row row;
    row.clientId = outbox::newClientId();
    row.account = account.id;
    row.conversation = state.ticket.conversation;
    row.ticket = state.ticket.id;
    row.kind = kindOf(request.command);
    row.command = toJson(request.command);
    row.summary = summaryOf(request.command);
    row.created = now;
    row.seenArrival = outbox::currentArrival(db);
    row.seenMessage = request.seenUpTo.isValid() ? request.seenUpTo.value : std::numeric_limits<qint64>::max();

    if (const auto *reply = std::get_if<Reply>(&request.command))
        writeReply(db, *reply, *conversation, state, row, done.changes);
    else if (const auto *note = std::get_if<Note>(&request.command))
        writeNote(db, *note, *conversation, state, row, done.changes);
    else if (const auto *edit = std::get_if<EditMessage>(&request.command))
        editMessage(db, *edit, state, row, done.changes);
    else if (const auto *removal = std::get_if<DeleteMessage>(&request.command))
        deleteMessage(db, *removal, state, row, done.changes);
    else
        applyField(db, request.command, state, row);

    const bool leaves = leavesThisMachine(request.command, account.capabilities, row, db);
    row.state = leaves ? OutboxState::Queued : OutboxState::Sent;
    row.id = outbox::insert(db, row);
    if (!leaves && row.message.isValid())
        outbox::move(db, row, {.state = OutboxState::Sent, .error = {}, .nextAttempt = {}}, done.changes);
    if (isEvent(request.command))
        state.ticket.updated = std::max(state.ticket.updated, now);
    state.changed = true;
    tickets::write(db, state, done.changes);
    done.outbox = row.id;
    done.message = row.message;
    done.changes.outbox.insert(row.id);
    return done;
}

void undo(Database &db, const outbox::Row &row, Timestamp now, Changes &changes)
{
    auto state = tickets::state(db, row.ticket);
    if (!state)
        return;
    if (row.kind == u"edit" || row.kind == u"delete")
        restoreMessage(db, row, *state, changes);
    else if (!row.carriesText())
        revertField(row, *state, now);
    takeBackAnswer(db, row, *state);
    tickets::write(db, *state, changes);
}

void redo(Database &db, outbox::Row &row, Timestamp now, Changes &changes)
{
    auto state = tickets::state(db, row.ticket);
    const auto command = commandFrom(row.command);
    if (!state || !command)
        return;
    row.created = now;
    if (const auto *edit = std::get_if<EditMessage>(&*command))
        editMessage(db, *edit, *state, row, changes);
    else if (const auto *removal = std::get_if<DeleteMessage>(&*command))
        deleteMessage(db, *removal, *state, row, changes);
    else if (std::holds_alternative<Reply>(*command))
        answer(db, row, *state);
    else if (!row.carriesText())
        applyAgain(db, *command, *state, row);
    outbox::setBefore(db, row, row.before);
    tickets::write(db, *state, changes);
}

} // namespace parley::storage::effects
