// SPDX-License-Identifier: GPL-3.0-or-later
// What the decoders share.
#pragma once

#include "platforms/vk/decode.h"

namespace parley::platforms::vk {

[[nodiscard]] Timestamp timeFrom(const QJsonValue &seconds);
/// VK tells seconds. \a number counts up within a conversation and keeps what came in the same second in its order.
[[nodiscard]] Timestamp timeFrom(const QJsonValue &seconds, qint64 number);
[[nodiscard]] RemoteConversation dialogOf(qint64 peer, const Desk &desk);
/// Each once; what came first stays, since conversations that an answer brings along know more than we make up.
void addConversation(const RemoteConversation &conversation, Decoded &into);
void addContact(qint64 id, const Desk &desk, Decoded &into);
void addRaw(const QJsonValue &what, const QString &id, const QString &reason, Decoded &into);
/// The same for the same bytes: names what has no id of its own.
[[nodiscard]] QString digestOf(const QJsonValue &what);

/// A message object of the API. \param readUpTo  message id up to which the customer has read; 0: not told
/// \return false: it lacks what it cannot be placed without
[[nodiscard]] bool decodeMessage(const QJsonObject &message, const Desk &desk, qint64 readUpTo, Decoded &into);

/// Why a customer cannot be written to: they did not allow it.
[[nodiscard]] QString closedWords();

} // namespace parley::platforms::vk
