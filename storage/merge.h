// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batch.h"
#include "models/changes.h"
#include "storage/sqlite/database.h"

namespace parley::storage {

/// A known message came again: a later edit replaces it, a later delivery state moves it on. Anything older changes
/// nothing.
/// \return whether something changed
bool updateMessage(Database &db, MessageId known, const RemoteMessage &remote, Changes &changes);

/// \a other turned out to be \a own coming back from the platform: one of them is enough. \a own keeps its place and
/// takes over what the platform added.
void mergeInto(Database &db, MessageId own, MessageId other, Changes &changes);

/// Takes a message out of its ticket: its row, its bytes, its place in the ticket's counts and snippet.
void removeMessage(Database &db, MessageId id, Changes &changes);

} // namespace parley::storage
