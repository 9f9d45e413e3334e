// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/message_effects.h"

#include "storage/arrival.h"
#include "storage/attachments.h"
#include "storage/continuations.h"
#include "storage/drafts.h"
#include "storage/enums.h"
#include "storage/messages.h"
#include "storage/sqlite/failed.h"
#include "storage/text_index.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace parley::storage::effects {

namespace {

// A class, so that lupdate files the texts under the context they are looked up in.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(parley::storage)
};

/// Below everything the agent has on screen, even where this machine's clock is behind the platform's.
Timestamp timeForOwn(Database &db, ConversationId conversation, Timestamp now)
{
    const MessageId newest = messages::newestIn(db, conversation);
    const Timestamp after = fromMs((newest.value >> messages::kIdBits) + 1);
    return newest.isValid() ? std::max(now, after) : now;
}

MessageId insertOwn(Database &db, const messages::NewMessage &draft, tickets::State &state, Timestamp now)
{
    messages::NewMessage own = draft;
    own.own = true;
    own.account = state.ticket.account;
    own.message.direction = Direction::Out;
    own.message.state = DeliveryState::Queued;
    own.message.conversation = state.ticket.conversation;
    own.message.ticket = state.ticket.id;
    own.message.time = now;
    const MessageId id = messages::freeIdAt(db, timeForOwn(db, state.ticket.conversation, now));
    messages::insert(db, id, own);
    text_index::put(db, {id, own.message.text, {}, {}, {}});
    ++state.messages;
    return id;
}

Message requireOwn(Database &db, MessageId id, const tickets::State &state)
{
    const auto message = messages::get(db, id);
    if (!message || message->ticket != state.ticket.id || message->direction != Direction::Out)
        reject(ErrorKind::Rejected, Texts::tr("Only messages of your own in this ticket can be changed."));
    if (message->remoteId.isEmpty() && message->kind != MessageKind::Note)
        reject(ErrorKind::Rejected, Texts::tr("This message has not been sent yet: change it in the outbox."));
    return *message;
}

/// A comment that went on in private can be answered there whatever becomes of the comment, and the other way round.
void requireAnswerable(Database &db, const conversations::Conversation &conversation, bool privately)
{
    std::optional<conversations::Conversation> place = conversation;
    if (privately) {
        const QString thread = continuations::privateThreadOf(db, conversation.id);
        if (!thread.isEmpty())
            place = conversations::find(db, conversation.account, thread);
    }
    if (!place || place->canReply)
        return;
    reject(ErrorKind::Rejected,
        place->cannotReplyWhy.isEmpty() ? Texts::tr("This conversation cannot be answered.") : place->cannotReplyWhy);
}

void announce(const Message &message, Changes &changes)
{
    changes.messages.insert(message.id);
    changes.conversations.insert(message.conversation);
}

} // namespace

void requireChangeable(Database &db, MessageId id, bool removal, const Capabilities &capabilities)
{
    const auto message = messages::get(db, id);
    if (!message || message->direction == Direction::In || isLocalNote(db, id))
        return; // what is not ours is refused with other words
    const bool isPublic = message->visibility == Visibility::Public;
    if (removal ? (isPublic ? capabilities.canDeletePublic : capabilities.canDelete)
                : (isPublic ? capabilities.canEditPublic : capabilities.canEdit))
        return;
    if (removal) {
        reject(ErrorKind::Rejected,
            isPublic ? Texts::tr("Comments cannot be deleted from here with this account.")
                     : Texts::tr("Sent messages cannot be deleted with this account."));
    }
    reject(ErrorKind::Rejected,
        isPublic ? Texts::tr("Comments cannot be edited from here with this account.")
                 : Texts::tr("Sent messages cannot be edited with this account."));
}

void writeReply(Database &db, const Reply &reply, const conversations::Conversation &conversation,
    tickets::State &state, outbox::Row &row, Changes &changes)
{
    if (reply.text.trimmed().isEmpty() && reply.attachments.isEmpty())
        reject(ErrorKind::Rejected, Texts::tr("There is nothing to send: the reply is empty."));
    const bool isPublic = conversations::isPublic(conversation.kind);
    requireAnswerable(db, conversation, isPublic && reply.privately);
    messages::NewMessage own;
    own.message.visibility = isPublic && !reply.privately ? Visibility::Public : Visibility::Private;
    own.message.text = reply.text;
    own.message.replyTo = reply.replyTo;
    own.attachmentCount = static_cast<int>(reply.attachments.size());
    row.target = reply.replyTo;
    row.message = insertOwn(db, own, state, row.created);
    for (const OutgoingAttachment &attachment : reply.attachments)
        attachments::add(db, state.ticket.account, row.message, attachment);
    answer(db, row, state);
    tickets::refreshSnippet(db, state);
    drafts::dropSent(db, state.ticket.id, {reply.text, false, reply.privately}, reply.attachments);
    changes.messages.insert(row.message);
    changes.conversations.insert(conversation.id);
}

void writeNote(Database &db, const Note &note, const conversations::Conversation &conversation, tickets::State &state,
    outbox::Row &row, Changes &changes)
{
    if (note.text.trimmed().isEmpty())
        reject(ErrorKind::Rejected, Texts::tr("There is nothing to save: the note is empty."));
    messages::NewMessage own;
    own.message.kind = MessageKind::Note;
    own.message.visibility = Visibility::Internal;
    own.message.text = note.text;
    row.message = insertOwn(db, own, state, row.created);
    drafts::dropSent(db, state.ticket.id, {note.text, true, false}, {});
    changes.messages.insert(row.message);
    changes.conversations.insert(conversation.id);
}

void editMessage(Database &db, const EditMessage &edit, tickets::State &state, outbox::Row &row, Changes &changes)
{
    if (edit.text.trimmed().isEmpty())
        reject(ErrorKind::Rejected, Texts::tr("A message cannot be made empty: delete it instead."));
    const Message old = requireOwn(db, edit.message, state);
    row.target = old.id;
    row.before = QJsonObject{{u"text"_s, old.text}, {u"html"_s, old.html}};
    if (old.edited)
        row.before.insert(u"edited"_s, toMs(*old.edited));
    db.run("UPDATE message SET edited = :now WHERE id = :id", {{":now", row.created}, {":id", old.id}});
    setOwnText(db, old.id, edit.text, changes);
    if (state.lastMessage == old.id.value)
        tickets::refreshSnippet(db, state);
}

void deleteMessage(
    Database &db, const DeleteMessage &removal, tickets::State &state, outbox::Row &row, Changes &changes)
{
    const Message old = requireOwn(db, removal.message, state);
    row.target = old.id;
    db.run("UPDATE message SET deleted = 1, revision = revision + 1 WHERE id = :id", {{":id", old.id}});
    announce(old, changes);
}

void restoreMessage(Database &db, const outbox::Row &row, tickets::State &state, Changes &changes)
{
    const auto message = messages::get(db, row.target);
    if (!message)
        return;
    if (row.kind == u"delete") {
        db.run("UPDATE message SET deleted = 0, revision = revision + 1 WHERE id = :id", {{":id", row.target}});
    } else if (message->text == row.command["text"_L1].toString()) {
        const auto edited = row.before["edited"_L1];
        setOwnText(db, row.target, row.before["text"_L1].toString(), changes);
        db.run("UPDATE message SET html = :html, edited = :edited WHERE id = :id",
            {{":html", row.before["html"_L1].toString()},
                {":edited", edited.isDouble() ? Value(edited.toInteger()) : Value()}, {":id", row.target}});
    }
    if (state.lastMessage == row.target.value)
        tickets::refreshSnippet(db, state);
    announce(*message, changes);
}

void answer(Database &db, outbox::Row &row, tickets::State &state)
{
    row.answersUpTo = tickets::lastAsking(db, state.ticket, row.seenMessage);
    row.before = QJsonObject{{u"answered"_s, state.answeredUpTo}};
    state.answeredUpTo = std::max(state.answeredUpTo, row.answersUpTo);
    state.changed = state.factsChanged = true;
}

void takeBackAnswer(Database &db, const outbox::Row &row, tickets::State &state)
{
    if (row.answersUpTo == 0)
        return;
    const QJsonValue before = row.before["answered"_L1];
    // Rows behind it took its answer for given.
    for (outbox::Row &other : outbox::unsettledOf(db, row.ticket)) {
        if (other.id == row.id || other.before["answered"_L1].toInteger(-1) != row.answersUpTo)
            continue;
        QJsonObject rebased = other.before;
        rebased["answered"_L1] = before;
        outbox::setBefore(db, other, rebased);
    }
    // Where somebody else's answer lies above what this row answered there is nothing to take back.
    if (state.answeredUpTo != row.answersUpTo)
        return;
    const qint64 byOthers = db.number(R"(
        SELECT max(answers_up_to) FROM outbox WHERE ticket = :ticket AND id <> :id AND state IN (0, 1, 2))",
        {{":ticket", row.ticket}, {":id", row.id}});
    state.answeredUpTo = std::max(before.toInteger(), byOthers);
    state.changed = state.factsChanged = true;
}

bool isLocalNote(Database &db, MessageId id)
{
    const auto message = messages::get(db, id);
    return message && message->kind == MessageKind::Note && message->remoteId.isEmpty();
}

void setOwnText(Database &db, MessageId id, const QString &text, Changes &changes)
{
    db.run("UPDATE message SET text = :text, html = '', revision = revision + 1 WHERE id = :id",
        {{":text", text}, {":id", id}});
    text_index::put(db, {id, text, {}, {}, {}});
    if (const auto message = messages::get(db, id))
        announce(*message, changes);
}

} // namespace parley::storage::effects
