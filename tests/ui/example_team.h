// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/example_desk.h"

namespace parley::tests {

/// Beside the example desk: a helpdesk's account whose team shares people, teams, labels, canned responses, views and
/// macros. Tickets "mia" (a customer that much is known of, who rated the answers), "muted", and "upload" (a reply with
/// a file is being sent).
/// \return the outbox row and message of that reply
struct TeamUpload {
    OutboxId row;
    MessageId message;
    AccountId account;
};
TeamUpload fillExampleTeam(storage::Store &store, ExampleDesk &desk, Timestamp now);

} // namespace parley::tests
