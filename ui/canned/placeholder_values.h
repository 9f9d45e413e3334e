// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/contact.h"
#include "models/ticket.h"
#include "models/workspace.h"

#include <QHash>
#include <QString>

#include <optional>

namespace parley::ui {

/// What fills the blanks of canned responses and macros (models/placeholders.h) in a ticket. What is not known is
/// missing. E-mail and phone are looked for where the customer writes from first, then in their other addresses.
/// \param number  how the customer knows the ticket; empty: our own number
[[nodiscard]] QHash<QString, QString> placeholderValues(const TicketRow &row, const std::optional<Contact> &contact,
    const std::optional<Workspace> &workspace, const QString &number = {});

} // namespace parley::ui
