// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/batch.h"
#include "models/changes.h"
#include "storage/sqlite/database.h"
#include "storage/tickets.h"

namespace parley::storage {

/// A helpdesk server tells the fields of its ticket. Its values win: a change of ours that waits and was made against
/// another value is held, and the agent asked whether to make it again (requeue). Tags are merged.
/// Where a platform shares but one mark of it (Capabilities::sharesPriority), a finer value of ours stays.
/// \param state  the ticket they are of; whoever holds it writes it
void takeServerFields(Database &db, const Account &account, const RemoteTicketFields &fields, tickets::State &state,
    Timestamp now, Changes &changes);

} // namespace parley::storage
