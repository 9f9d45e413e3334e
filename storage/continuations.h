// SPDX-License-Identifier: GPL-3.0-or-later
// A comment that was answered privately goes on in a private thread. What comes there stands in the comment's
// conversation while its case is open, and as long afterwards as a message would reopen it.
#pragma once

#include "models/changes.h"
#include "storage/outbox.h"
#include "storage/sqlite/database.h"
#include "storage/tickets.h"

namespace parley::storage::continuations {

struct Continuation {
    qint64 id = 0;
    ConversationId conversation; ///< the comment's
    Timestamp since{}; ///< what is older stays in the private thread's own conversation
};

/// What the private thread continues at this time; nullopt: nothing, it is its own.
[[nodiscard]] std::optional<Continuation> of(Database &db, AccountId account, const QString &remoteId);
/// The private thread in which a comment's conversation was last continued; empty: none.
[[nodiscard]] QString privateThreadOf(Database &db, ConversationId conversation);
/// Is the case over for a message of \a time?
[[nodiscard]] bool isOver(const tickets::State &newest, Timestamp time);

/// A private answer to a comment went into the thread \a remoteId: it continues the row's conversation from now on.
/// What has come back from it already moves over.
void begin(Database &db, const outbox::Row &row, const QString &remoteId, Changes &changes);
/// The case is over: the thread is its own again.
void end(Database &db, const Continuation &continuation);

} // namespace parley::storage::continuations
