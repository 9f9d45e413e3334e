// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of an outbox row: queued → sending → sent | held | failed, and back again by the agent's word.
#pragma once

#include "models/batch.h"
#include "models/command.h"
#include "storage/outbox.h"
#include "storage/store.h"

namespace parley::storage {

Store::Departure markSending(Database &db, OutboxId id, Timestamp now);
void markPartSent(Database &db, OutboxId id, const PushReceipt &receipt, Changes &changes);
void markNotSent(Database &db, OutboxId id, Changes &changes);
void markSent(Database &db, OutboxId id, const PushReceipt &receipt, Changes &changes);
/// Our own message came back in a pull before (or instead of) the answer to the send.
void settleByEcho(
    Database &db, const outbox::Row &row, const RemoteMessage &remote, const QString &remoteId, Changes &changes);
/// \param page  Error::page
void retryLater(Database &db, OutboxId id, Timestamp at, const QString &why, const QString &page, Changes &changes);
void hold(Database &db, OutboxId id, HeldReason reason, const QString &why, Timestamp now, Changes &changes);
void fail(Database &db, OutboxId id, const QString &why, Timestamp now, Changes &changes);
void requeue(Database &db, OutboxId id, Timestamp now, Changes &changes);
void discard(Database &db, OutboxId id, Timestamp now, Changes &changes);
void editHeld(Database &db, OutboxId id, const QString &text, Timestamp now, Changes &changes);

} // namespace parley::storage
