// SPDX-License-Identifier: GPL-3.0-or-later
// From a command to calls of VK's API. Pure.
#pragma once

#include "models/command.h"
#include "platforms/vk/address.h"

#include <QJsonObject>
#include <QStringList>

namespace parley::platforms::vk {

// The server's own limit is not documented: clients commonly cut at 4096 (schema: 9000). Where it is less after all,
// error 914 says so and the piece is cut again.
inline constexpr int kTextLimit = 4096;
inline constexpr qint64 kPhotoLimit = 50LL * 1024 * 1024; // "upload" pages; UNCONFIRMED for messages
inline constexpr qint64 kFileLimit = 200LL * 1024 * 1024;
inline constexpr int kAttachments = 10;

struct Call {
    QString method;
    QJsonObject parameters;
};

/// Asks for comments below \a place, newest first. With a thread: for its second level.
[[nodiscard]] Call commentsCall(const Address &place, int count, int offset);

/// Asks what \a places are, which have one kind and one owner. Without a method: of posts and dialogs, not this way.
[[nodiscard]] Call objectsCall(const QList<Address> &places);

/// The number by which VK knows a message that was already sent: the same for the same part of the same outbox row,
/// never 0, 32 bits.
[[nodiscard]] qint32 randomIdFor(const QString &clientId, int part, int piece = 0);
/// Likewise for comments.
[[nodiscard]] QString guidFor(const QString &clientId, int part);

/// The checks that need no network: nothing to send, files too large or empty, files below a post.
[[nodiscard]] Result<void> checkReply(const Reply &reply, const Address &address);

[[nodiscard]] bool isPhoto(const OutgoingAttachment &file);

/// \param answered  the message answered; empty: none
[[nodiscard]] Call messageCall(const Address &dialog, const QString &text, qint32 randomId, const QString &answered,
    const QStringList &attachments);
/// \param answered  remote id of the comment answered; empty: the thread's top one
[[nodiscard]] Call commentCall(
    const Address &thread, const QString &text, const QString &guid, const QString &answered, qint64 group);

[[nodiscard]] Call editMessageCall(const MessageName &message, const QString &text, const QStringList &attachments);
[[nodiscard]] Call deleteMessageCall(const MessageName &message);
[[nodiscard]] Call editCommentCall(const MessageName &comment, const QString &text, const QStringList &attachments);
[[nodiscard]] Call deleteCommentCall(const MessageName &comment);

} // namespace parley::platforms::vk
