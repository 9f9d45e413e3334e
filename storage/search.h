// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/reader.h"
#include "storage/sqlite/database.h"

namespace parley::storage {

/// Messages with all words of the query whose tickets meet its other terms, newest first.
[[nodiscard]] QList<Reader::Hit> searchMessages(Database &db, const Query &query, MessageId before, int limit);

} // namespace parley::storage
