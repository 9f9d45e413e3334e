// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of tickets that are alike: one for each combination of status, assignee, account, language, priority,
// unanswered and unread that occurs, and the same once more for each tag. Triggers keep them. However a query combines
// those, its tickets are those of some lists, each in order, so a page is a merge that reads no ticket in vain: an
// index for one of the terms would be walked past everything the other terms refuse (83 ms at 100,000 tickets).
#pragma once

#include "models/ids.h"
#include "models/time.h"
#include "storage/sqlite/database.h"

#include <functional>
#include <optional>

namespace parley::storage::ticket_lists {

/// More lists than this are not merged. Looking into each costs some microseconds; and where a query takes in so many,
/// the tickets of any index will mostly do.
inline constexpr int kMostLists = 400;

/// The newest ticket that is not wanted any more: pages continue behind it.
struct Key {
    Timestamp updated{};
    TicketId id;
};

struct Merge {
    QList<qint64> lists;
    std::optional<Key> after;
    std::optional<Timestamp> since; ///< older ones are not wanted
    std::function<bool(TicketId)> accepts; ///< what the lists do not know; empty: everything
};

/// Migration: tables, triggers, and what is there already.
extern const char kSchema[];

/// Newest first.
[[nodiscard]] QList<TicketId> newest(Database &db, const Merge &merge, int limit);

} // namespace parley::storage::ticket_lists
