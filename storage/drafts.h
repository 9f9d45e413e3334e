// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes.h"
#include "models/command.h"
#include "storage/reader.h"
#include "storage/sqlite/database.h"

namespace parley::storage::drafts {

// Empty where there is none.
[[nodiscard]] Reader::Draft newest(Database &db, TicketId ticket);
[[nodiscard]] Reader::Draft get(Database &db, TicketId ticket, bool isNote);
Changes save(Database &db, TicketId ticket, const Reader::Draft &draft, Timestamp now);

// What is attached to the draft of a reply, in order. A draft may be nothing but files.
[[nodiscard]] QList<OutgoingAttachment> files(Database &db, TicketId ticket);
Changes saveFiles(Database &db, TicketId ticket, const QList<OutgoingAttachment> &files, Timestamp now);

/// What was typed has been sent: it is dropped with its files. Another draft of the same ticket stays, and so does one
/// with other files.
void dropSent(Database &db, TicketId ticket, const Reader::Draft &sent, const QList<OutgoingAttachment> &files);

} // namespace parley::storage::drafts
