// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/session.h"
#include "models/command.h"

#include <QList>

namespace parley::app {

/// Submits all, in order, for the ticket that the first word names, and prints an outbox row for each. With --wait they
/// leave now, and are printed again once settled or when the time is over. Stops at the first that is refused.
/// \return the exit code
int carryOut(Session &session, const Arguments &arguments, const QList<Command> &commands);

} // namespace parley::app
