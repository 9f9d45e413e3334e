// SPDX-License-Identifier: GPL-3.0-or-later
// What several commands ask: which ticket, which account, which query.
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/session.h"
#include "models/account.h"
#include "models/command.h"
#include "models/ids.h"
#include "storage/reader.h"

#include <chrono>
#include <functional>
#include <optional>

namespace parley::app {

/// "#12" or "12"; nullopt: neither.
[[nodiscard]] std::optional<qint64> numberFrom(const QString &typed);
/// The ticket that a word names. Rejected, with words, when there is none.
Result<TicketRow> ticketFor(Session &session, const QString &typed);
Result<Account> accountFor(Session &session, const QString &name);
Result<OutboxRow> outboxRowFor(Session &session, OutboxId id);

/// The words as one query. \return Rejected for a query that is not understood, which is misuse
Result<storage::TicketFilter> filterFrom(const Session &session, const QStringList &words);
/// A whole number of at least 1, or \a otherwise where the option is not given; nullopt: not a number.
[[nodiscard]] std::optional<int> countFrom(const Arguments &arguments, const QString &option, int otherwise);
[[nodiscard]] std::optional<QString> checkCount(const Arguments &arguments, const QString &option);
[[nodiscard]] std::optional<QString> checkTicket(const QString &typed);

/// Every ticket of the list, page by page, newest first. \a each returns false to stop.
Result<void> forEachTicket(
    Session &session, const storage::TicketFilter &filter, const std::function<bool(const TicketRow &)> &each);

} // namespace parley::app
