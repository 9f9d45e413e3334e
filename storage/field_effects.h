// SPDX-License-Identifier: GPL-3.0-or-later
// Effects of commands that change a field of a ticket.
#pragma once

#include "models/command.h"
#include "storage/outbox.h"
#include "storage/tickets.h"

namespace parley::storage::effects {

/// Sets the field and notes in row.before what it was.
void applyField(Database &db, const Command &command, tickets::State &state, outbox::Row &row);
/// Sets the field back, unless it has changed since.
void revertField(const outbox::Row &row, tickets::State &state, Timestamp now);

} // namespace parley::storage::effects
