// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/changes.h"
#include "models/ticket.h"
#include "storage/sqlite/database.h"

namespace parley::storage::tickets {

/// A ticket's row as ingest and effects change it: read once, changed in memory, written once.
struct State {
    Ticket ticket;
    std::optional<Timestamp> resolved;
    qint64 answeredUpTo = 0; ///< message id: everything up to it needs no answer
    int messages = 0;
    qint64 lastMessage = 0; ///< message id the snippet is from
    QString snippet;
    bool snippetOurs = false;
    bool isNew = false;
    bool changed = false;
    bool factsChanged = false; ///< unanswered and waitingSince are to be worked out anew
};

/// The one place that knows a ticket's columns by name; any query that selects them may use it.
[[nodiscard]] Ticket readTicket(const Row &row);
[[nodiscard]] std::optional<State> state(Database &db, TicketId id);
[[nodiscard]] State require(Database &db, TicketId id); ///< Rejected with words
[[nodiscard]] QList<State> ofConversation(Database &db, ConversationId conversation); ///< oldest first
[[nodiscard]] TicketId newestOf(Database &db, ConversationId conversation);
[[nodiscard]] TicketId nextId(Database &db); ///< the id that the next new ticket gets
/// Works out unanswered where factsChanged, and writes the row where it changed.
void write(Database &db, State &state, Changes &changes);

/// Makes the tag and subject indexes of a ticket anew.
void reindex(Database &db, const Ticket &ticket);

/// The last asking message up to \a upTo: what a public answer settles. \a upTo 0: all.
[[nodiscard]] qint64 lastAsking(Database &db, const Ticket &ticket, qint64 upTo = 0);
/// The last message that a real answer settled, whatever was said to need none.
[[nodiscard]] qint64 lastAnswered(Database &db, const Ticket &ticket);
/// Reads the snippet anew, after its message was edited, deleted or taken back.
void refreshSnippet(Database &db, State &state);

/// What a ticket stands under in ticket_tag and so in storage/ticket_lists, folded: its tags; its team and whether its
/// customer is muted behind a line end, which no tag has.
[[nodiscard]] QStringList marksOf(const Ticket &ticket);
[[nodiscard]] QString teamMark(const QString &team);
inline const QString kMutedMark = QStringLiteral("\n\nmuted");

/// Whatever the case.
[[nodiscard]] bool holdsTag(const QStringList &tags, const QString &tag);
[[nodiscard]] QStringList changedTags(QStringList tags, const QStringList &add, const QStringList &remove);
/// Sorts; drops empty ones and, whatever their case, doubles.
void setTags(State &state, const QStringList &wanted);
void setStatus(State &state, TicketStatus status, std::optional<Timestamp> snoozedUntil, Timestamp now);

Changes markSeen(Database &db, TicketId id);
Changes markUnread(Database &db, TicketId id);
Changes wakeSnoozed(Database &db, Timestamp now);
[[nodiscard]] std::optional<Timestamp> nextWake(Database &db);

} // namespace parley::storage::tickets
