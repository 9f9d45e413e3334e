// SPDX-License-Identifier: GPL-3.0-or-later
// Effects of commands that write or change messages.
#pragma once

#include "models/command.h"
#include "storage/conversations.h"
#include "storage/outbox.h"
#include "storage/tickets.h"

namespace parley::storage::effects {

/// Rejected with words where the platform cannot do it to this message of ours. A note that only we have can be changed
/// whatever the platform.
void requireChangeable(Database &db, MessageId message, bool removal, const Capabilities &capabilities);
void writeReply(Database &db, const Reply &reply, const conversations::Conversation &conversation,
    tickets::State &state, outbox::Row &row, Changes &changes);
void writeNote(Database &db, const Note &note, const conversations::Conversation &conversation, tickets::State &state,
    outbox::Row &row, Changes &changes);
void editMessage(Database &db, const EditMessage &edit, tickets::State &state, outbox::Row &row, Changes &changes);
void deleteMessage(
    Database &db, const DeleteMessage &removal, tickets::State &state, outbox::Row &row, Changes &changes);
/// Puts an edited or deleted message back as it was, unless somebody changed it since.
void restoreMessage(Database &db, const outbox::Row &row, tickets::State &state, Changes &changes);

/// A reply answers what the agent had seen, by whatever clock: nothing that came later is answered by it.
void answer(Database &db, outbox::Row &row, tickets::State &state);
/// The ticket waits for its answer again, as far as nothing else answered it.
void takeBackAnswer(Database &db, const outbox::Row &row, tickets::State &state);

[[nodiscard]] bool isLocalNote(Database &db, MessageId id);
/// New words in a message of ours that has not left yet.
void setOwnText(Database &db, MessageId id, const QString &text, Changes &changes);

} // namespace parley::storage::effects
