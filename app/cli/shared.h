// SPDX-License-Identifier: GPL-3.0-or-later
// What an account's team shares (models/workspace.h), as commands ask for it.
#pragma once

#include "app/cli/session.h"
#include "models/ticket.h"
#include "models/workspace.h"

#include <QHash>
#include <QString>

namespace parley::app {

/// The account's team as it writes itself, whatever case was typed; empty for "none". Rejected, with words, for one
/// that it does not have.
Result<QString> teamFor(Session &session, const TicketRow &ticket, const QString &typed);
/// Rejected, with words, where the ticket's account has no macro of this name.
Result<Macro> macroFor(Session &session, const TicketRow &ticket, const QString &name);
/// What fills the blanks of a text for this ticket.
Result<QHash<QString, QString>> valuesFor(Session &session, const TicketRow &ticket);

} // namespace parley::app
