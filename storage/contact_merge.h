// SPDX-License-Identifier: GPL-3.0-or-later
// People who turn out to be one, and taking that back.
#pragma once

#include "models/changes.h"
#include "models/contact.h"
#include "storage/sqlite/database.h"

namespace parley::storage::contact_merge {

void merge(Database &db, ContactId from, ContactId into, Timestamp now, Changes &changes);
void unmerge(Database &db, ContactId merged, Changes &changes);
/// Who became this person, oldest first.
[[nodiscard]] QList<Contact::Merged> mergedInto(Database &db, ContactId contact);

/// The address that came with somebody else: what the platform says of it concerns them, not whom they became.
/// \return the first merge it came with; 0: its person's own
[[nodiscard]] qint64 mergeOf(Database &db, qint64 identity);

} // namespace parley::storage::contact_merge
