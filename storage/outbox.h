// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batch.h"
#include "models/changes.h"
#include "models/command.h"
#include "storage/sqlite/database.h"
#include "storage/store.h"

namespace parley::storage::outbox {

/// A row as the cache keeps it.
struct Row {
    OutboxId id;
    QString clientId;
    AccountId account;
    ConversationId conversation;
    TicketId ticket;
    MessageId message; ///< the message it carries
    MessageId target; ///< the message it answers, edits or deletes
    QString kind;
    QJsonObject command;
    QJsonObject before; ///< what its effect replaced
    OutboxState state = OutboxState::Queued;
    HeldReason heldReason = HeldReason::None;
    QString error;
    QString summary;
    int attempts = 0;
    Timestamp created{};
    qint64 seenArrival = 0;
    qint64 seenMessage = 0;
    qint64 answersUpTo = 0;
    int part = 0; ///< parts of a long text that have arrived
    std::optional<Timestamp> firstAttempt;

    /// Carries words to the customer or the team, so that its order matters.
    [[nodiscard]] bool carriesText() const;
};

[[nodiscard]] QString newClientId();
OutboxId insert(Database &db, const Row &row);
[[nodiscard]] Row require(Database &db, OutboxId id); ///< NotFound with words
[[nodiscard]] std::optional<Row> byClientId(Database &db, AccountId account, const QString &clientId);
/// Unsettled rows of a ticket, oldest first.
[[nodiscard]] QList<Row> unsettledOf(Database &db, TicketId ticket);

[[nodiscard]] std::optional<Store::Outgoing> next(Database &db, AccountId account, Timestamp now);
[[nodiscard]] std::optional<Timestamp> nextAttempt(Database &db, AccountId account, Timestamp now);
[[nodiscard]] QList<Store::Outgoing> interrupted(Database &db, AccountId account);
/// Has something come in that the writer of this row had not seen?
[[nodiscard]] bool threadMovedOn(Database &db, const Row &row);

/// The row and the message it carries go to a state together.
struct Step {
    OutboxState state = OutboxState::Queued;
    HeldReason heldReason = HeldReason::None;
    QString error;
    std::optional<Timestamp> nextAttempt{};
    QString page{}; ///< Error::page
};
void move(Database &db, Row &row, const Step &step, Changes &changes);
void remove(Database &db, const Row &row, Changes &changes);
/// Everything in the cache counts as seen from now on.
void seeAll(Database &db, Row &row);
void setCommand(Database &db, Row &row, const QJsonObject &command, const QString &summary);
/// Its first byte may leave now.
void noteAttempt(Database &db, Row &row, Timestamp now);
/// It has never left, for all that counts; with other words than before it goes by another client id.
void forgetAttempts(Database &db, Row &row, bool otherWords);
void setPart(Database &db, Row &row, int part);
void setBefore(Database &db, Row &row, const QJsonObject &before);

[[nodiscard]] QList<OutboxRow> unsettled(Database &db, int limit);
[[nodiscard]] std::optional<OutboxRow> line(Database &db, OutboxId id);

[[nodiscard]] qint64 currentArrival(Database &db);

} // namespace parley::storage::outbox
