// SPDX-License-Identifier: GPL-3.0-or-later
// When a platform did not answer.
#pragma once

#include "storage/sqlite/database.h"

#include <chrono>

namespace parley::storage::outages {

void begin(Database &db, AccountId account, Timestamp since);
void end(Database &db, AccountId account, Timestamp until);
/// How long of the span between the two it was out.
[[nodiscard]] std::chrono::milliseconds time(Database &db, AccountId account, Timestamp from, Timestamp to);

} // namespace parley::storage::outages
