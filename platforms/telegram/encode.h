// SPDX-License-Identifier: GPL-3.0-or-later
// From a command to calls of the Bot API. Pure.
#pragma once

#include "models/command.h"
#include "platforms/telegram/address.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace parley::platforms::telegram {

// Bot API, "sendMessage", "sendPhoto", "Sending files". Lengths in UTF-16 units: the server's own unit is not
// documented, and a text within the bound in UTF-16 units is within it in code points, too.
inline constexpr int kTextLimit = 4096;
inline constexpr int kCaptionLimit = 1024;
inline constexpr qint64 kPhotoLimit = 10LL * 1024 * 1024;
inline constexpr qint64 kFileLimit = 50LL * 1024 * 1024;
inline constexpr qint64 kDownloadLimit = 20LL * 1024 * 1024;

/// One call. With a file it goes as a form, else as JSON.
struct Call {
    QString method;
    QJsonObject parameters;
    QString fileField; ///< "photo", "document"; empty: no file
    OutgoingAttachment file;
};
[[nodiscard]] Call callOf(QString method, QJsonObject parameters = {});

/// What the parameters of every call into a conversation are: chat, thread, business connection.
[[nodiscard]] QJsonObject whereTo(const Address &address);

/// One call a message that the customer gets, in order.
[[nodiscard]] Result<QList<Call>> encodeReply(
    const Reply &reply, const Address &address, const QString &targetRemoteId);
[[nodiscard]] Result<Call> encodeEdit(const EditMessage &edit, const QString &targetRemoteId);
[[nodiscard]] Result<Call> encodeDelete(const QString &targetRemoteId);

/// The same call as a file: for pictures that the server will not take as photos.
[[nodiscard]] Call asDocument(Call call);
/// The same call for a message that has a caption and no text.
[[nodiscard]] Call asCaptionEdit(Call call);

} // namespace parley::platforms::telegram
