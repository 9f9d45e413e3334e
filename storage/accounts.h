// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/changes.h"
#include "storage/sqlite/database.h"

namespace parley::storage::accounts {

AccountId add(Database &db, const Account &account); ///< Rejected when the name is taken
Changes remove(Database &db, AccountId account);
QList<Account> all(Database &db);
Account get(Database &db, AccountId account); ///< NotFound
/// Accounts whose name is \a word or whose platform is.
QList<AccountId> named(Database &db, const QString &word);

AccountStatus status(Database &db, AccountId account);
void setStatus(Database &db, AccountId account, const AccountStatus &status);
void setCapabilities(Database &db, AccountId account, const Capabilities &capabilities);

QByteArray cursor(Database &db, AccountId account);
void setCursor(Database &db, AccountId account, const QByteArray &cursor);

} // namespace parley::storage::accounts
