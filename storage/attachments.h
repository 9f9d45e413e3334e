// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batch.h"
#include "models/changes.h"
#include "models/command.h"
#include "models/message.h"
#include "storage/sqlite/database.h"
#include "storage/store.h"

namespace parley::storage::attachments {

/// Bytes of one attachment that are stored without being asked for.
inline constexpr qint64 kEachAtMost = 25ll * 1024 * 1024;
/// Bytes of all; above it the oldest that the platform can give again go back to Remote.
inline constexpr qint64 kAllAtMost = 2ll * 1024 * 1024 * 1024;

void add(Database &db, AccountId account, MessageId message, const RemoteAttachment &remote);
/// An attachment of our own, which nobody else has yet.
void add(Database &db, AccountId account, MessageId message, const OutgoingAttachment &outgoing);
[[nodiscard]] QList<Attachment> of(Database &db, MessageId message);
[[nodiscard]] QStringList remoteRefsOf(Database &db, MessageId message);
[[nodiscard]] QList<OutgoingAttachment> outgoing(Database &db, MessageId message);

[[nodiscard]] std::optional<QByteArray> content(Database &db, AttachmentId id);
[[nodiscard]] QList<Store::Download> downloads(Database &db, AccountId account, int limit);
[[nodiscard]] std::optional<Store::Download> download(Database &db, AttachmentId id);
Changes store(Database &db, AttachmentId id, const QByteArray &content, qint64 allAtMost = kAllAtMost);
Changes fail(Database &db, AttachmentId id, const QString &why);

} // namespace parley::storage::attachments
