// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batch.h"
#include "models/changes.h"
#include "models/result.h"

namespace parley::storage {
class Store;
}

namespace parley::sync {

/// Takes in a page that the cache refuses as a whole, item by item, so that one item cannot block an account for ever.
/// An item that is refused by itself is kept whole as a RawPayload, attachments included. Only when
/// everything has found its place does the cursor move.
/// \return an error when an item could be kept in neither way: the cache cannot be written at all
[[nodiscard]] Result<Changes> ingestPiecemeal(storage::Store &store, AccountId account, const Batch &batch);

} // namespace parley::sync
