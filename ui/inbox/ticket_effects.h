// SPDX-License-Identifier: GPL-3.0-or-later
// What a command does to a ticket's fields, as far as undo and previews must know it. The true effects are storage's.
#pragma once

#include "models/command.h"
#include "models/ticket.h"

#include <QList>

namespace parley::ui {

/// The ticket as it will be.
void pretend(const Command &command, Ticket &ticket);

/// Does it change any field? A message is always something new.
[[nodiscard]] bool changes(const Command &command, const Ticket &ticket);

/// What puts the fields back, in order; empty: nothing can, or nothing changed. A message that was not sent yet is
/// taken back otherwise (Engine::discard).
[[nodiscard]] QList<Command> inverseOf(const Command &command, const Ticket &was);

/// A reply or a note: what people read.
[[nodiscard]] bool isMessage(const Command &command);

/// Tags count as one regardless of case.
[[nodiscard]] bool hasTag(const QStringList &tags, const QString &tag);

} // namespace parley::ui
