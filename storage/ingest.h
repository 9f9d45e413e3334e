// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batch.h"
#include "models/changes.h"
#include "storage/sqlite/database.h"

namespace parley::storage {

/// Takes a batch within the caller's transaction, its cursor included. Idempotent by (account, remote id).
Changes ingest(Database &db, AccountId account, const Batch &batch, Timestamp now);

} // namespace parley::storage
