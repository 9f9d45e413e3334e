// SPDX-License-Identifier: GPL-3.0-or-later
// What each account's team shares beside its tickets.
#pragma once

#include "models/changes.h"
#include "models/workspace.h"
#include "storage/sqlite/database.h"

namespace parley::storage::workspaces {

/// Each list that is set replaces the one kept. Nothing is written, and no change told, where all are equal.
void take(Database &db, AccountId account, const Workspace &told, Changes &changes);
[[nodiscard]] Workspace get(Database &db, AccountId account); ///< lists that were never read are unset

} // namespace parley::storage::workspaces
