// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ids.h"
#include "models/time.h"
#include "storage/cache_key.h"
#include "storage/store.h"

#include <QMap>
#include <QString>

namespace parley::tests {

/// A shop's desk on a busy afternoon, written through storage::Store: two accounts, customers in Russian, Croatian,
/// Spanish and English, mails with HTML and attachments, and every state that a message can be in. \a now is 14:02
/// there.
struct ExampleDesk {
    QMap<QString, TicketId> tickets; ///< by a short name: "ana", "ivan", "mail", "held", "failed", …
    AccountId telegram;
    AccountId mail;
};
[[nodiscard]] ExampleDesk fillExampleDesk(storage::Store &store, Timestamp now);

} // namespace parley::tests
