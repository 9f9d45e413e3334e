// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/query_sql.h"
#include "storage/reader.h"
#include "storage/sqlite/database.h"

namespace parley::storage::ticket_rows {

[[nodiscard]] QList<TicketRow> page(
    Database &db, const TicketFilter &filter, const std::optional<TicketRow> &after, int limit);
[[nodiscard]] std::optional<TicketRow> get(Database &db, TicketId id);
[[nodiscard]] QList<TicketRow> ofContact(Database &db, ContactId contact, int limit);
[[nodiscard]] int count(Database &db, View view);

} // namespace parley::storage::ticket_rows
