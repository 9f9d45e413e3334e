// SPDX-License-Identifier: GPL-3.0-or-later
// What a command changes at once, and how that is taken back.
#pragma once

#include "models/command.h"
#include "storage/outbox.h"
#include "storage/store.h"

namespace parley::storage::effects {

/// Writes the outbox row and the optimistic effect. Rejected with words where the command cannot be.
Store::Submitted submit(Database &db, const CommandRequest &request, Timestamp now);

/// Takes the effect back where nothing changed it meanwhile: a field gets its old value, a ticket waits for its answer
/// again. The message of a reply stays.
void undo(Database &db, const outbox::Row &row, Timestamp now, Changes &changes);
/// Puts the effect in place again: the agent says "send anyway".
void redo(Database &db, outbox::Row &row, Timestamp now, Changes &changes);

} // namespace parley::storage::effects
