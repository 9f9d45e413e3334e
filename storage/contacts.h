// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batch.h"
#include "models/changes.h"
#include "models/contact.h"
#include "storage/sqlite/database.h"

namespace parley::storage::contacts {

/// Makes or updates the person behind an address on an account. An empty name or handle leaves what is known.
ContactId take(Database &db, AccountId account, const RemoteContact &remote, Changes &changes);
ContactId find(Database &db, AccountId account, const QString &remoteId); ///< invalid: not known
std::optional<Contact> get(Database &db, ContactId id);
/// By words of their name or addresses; empty: everybody. Everybody is sorted: not for the ui thread.
QList<Contact> named(Database &db, const QString &text, int limit);
/// The team's words about a person; empty: none. Nothing where they are not known.
void setNote(Database &db, ContactId contact, const QString &note, Changes &changes);
QString remoteIdOf(Database &db, ContactId contact, AccountId account); ///< empty: none
/// Makes a person's place in the index of names anew.
void reindex(Database &db, ContactId contact);
/// Name and addresses, for the text index.
QString searchText(Database &db, ContactId contact);

} // namespace parley::storage::contacts
