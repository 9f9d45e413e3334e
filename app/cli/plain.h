// SPDX-License-Identifier: GPL-3.0-or-later
// The same for people: lines for a terminal. Nothing that a stranger wrote reaches it unfiltered: no escape sequences,
// no characters that turn the direction.
#pragma once

#include "models/account.h"
#include "models/command.h"
#include "models/contact.h"
#include "models/conversation_context.h"
#include "models/message.h"
#include "models/ticket.h"

#include <QString>

namespace parley::app {

[[nodiscard]] QString plain(const TicketRow &row, const QString &snippet);
[[nodiscard]] QString plain(const Message &message);
[[nodiscard]] QString plain(const ConversationContext &context); ///< lines below the ticket's; empty: none
[[nodiscard]] QString plain(const Contact &contact);
[[nodiscard]] QString plain(const OutboxRow &row);
[[nodiscard]] QString plain(const Account &account, const AccountStatus &status);
[[nodiscard]] QString localTime(Timestamp time); ///< "2026-11-21 14:02"

} // namespace parley::app
