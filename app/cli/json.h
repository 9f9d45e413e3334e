// SPDX-License-Identifier: GPL-3.0-or-later
// The objects that scripts read. Field names are a promise: docs/command-line.md lists them.
#pragma once

#include "models/account.h"
#include "models/command.h"
#include "models/contact.h"
#include "models/message.h"
#include "models/ticket.h"

#include <QJsonObject>

namespace parley::app {

[[nodiscard]] QJsonObject jsonOf(const TicketRow &row);
[[nodiscard]] QJsonObject jsonOf(const Message &message);
[[nodiscard]] QJsonObject jsonOf(const Contact &contact, const QList<Account> &accounts);
[[nodiscard]] QJsonObject jsonOf(const OutboxRow &row);
[[nodiscard]] QJsonObject jsonOf(const Account &account, const AccountStatus &status);
[[nodiscard]] QString toString(AccountState state); ///< "online" "offline" "connecting" "refused" "degraded"
[[nodiscard]] QString toString(
    HeldReason reason); ///< "thread_moved_on" "may_have_arrived" "account_refused"; empty: none

} // namespace parley::app
