// SPDX-License-Identifier: GPL-3.0-or-later
// A message's id is chronological: (milliseconds since 1970 << 10) + n, n the next free one. So newest-first is the
// order of the table and of the text index (MEASURED.md 2d: 71 ms become 0.11 ms), and two messages of one moment keep
// the order in which they came. 2^43 ms last until the year 2248; the id stays within 53 bits.
#pragma once

#include "models/message.h"
#include "storage/sqlite/database.h"

namespace parley::storage::messages {

inline constexpr int kIdBits = 10;
inline constexpr qint64 kLastMs = (qint64(1) << 43) - 1;

/// The first id that a message of \a time can have. Times out of range go to its ends.
[[nodiscard]] MessageId firstIdAt(Timestamp time);
/// The next free id for a message of \a time.
[[nodiscard]] MessageId freeIdAt(Database &db, Timestamp time);

/// Everything in the row that Message has not.
struct NewMessage {
    Message message; ///< id and attachments are not looked at
    AccountId account;
    QString replyToRemoteId;
    QJsonObject extra;
    bool own = false;
    qint64 arrival = 0;
    int attachmentCount = 0;
};
void insert(Database &db, MessageId id, const NewMessage &row);

/// By its remote id or, for outbound ones, one of its further ids. Invalid: not known.
[[nodiscard]] MessageId find(Database &db, AccountId account, const QString &remoteId);
[[nodiscard]] std::optional<Message> get(Database &db, MessageId id);
[[nodiscard]] QJsonObject extraOf(Database &db, MessageId id);
/// In reading order, the newest last.
/// \param before  invalid: from the newest
[[nodiscard]] QList<Message> before(Database &db, ConversationId conversation, MessageId before, int limit);
[[nodiscard]] QList<Message> after(Database &db, ConversationId conversation, MessageId after, int limit);
[[nodiscard]] MessageId newestIn(Database &db, ConversationId conversation); ///< invalid: empty
/// The newest of the customer's with a remote id.
[[nodiscard]] MessageId lastInbound(Database &db, ConversationId conversation);
[[nodiscard]] MessageId lastInbound(Database &db, ConversationId conversation, Visibility visibility);

void setState(Database &db, MessageId id, DeliveryState state, const QString &error);

} // namespace parley::storage::messages
