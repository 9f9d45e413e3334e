// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes.h"
#include "storage/reader.h"
#include "storage/sqlite/database.h"

namespace parley::storage::drafts {

// Empty where there is none.
[[nodiscard]] Reader::Draft newest(Database &db, TicketId ticket);
[[nodiscard]] Reader::Draft get(Database &db, TicketId ticket, bool isNote);
Changes save(Database &db, TicketId ticket, const Reader::Draft &draft, Timestamp now);

} // namespace parley::storage::drafts
