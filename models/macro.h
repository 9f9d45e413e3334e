// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/command.h"
#include "models/result.h"
#include "models/workspace.h"

#include <QHash>
#include <QList>
#include <QString>

namespace parley {

/// What running \a macro on one ticket comes to: its steps, their texts with the blanks filled in, to be submitted in
/// order; or one RunMacro where some steps only the server can carry out.
/// \param values  see fillIn()
/// \return Rejected, with words that name it, where a text has a blank for which there is no value: nobody fills it in
[[nodiscard]] Result<QList<Command>> commandsFor(const Macro &macro, const QHash<QString, QString> &values);

} // namespace parley
