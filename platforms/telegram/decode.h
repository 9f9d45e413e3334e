// SPDX-License-Identifier: GPL-3.0-or-later
// From the answer of getUpdates to a Batch. Pure: no network, no clock, no coroutine; it reads outside bytes and is
// fuzzed. What it knows of an update is in platforms/telegram.md's words; what it does not know becomes a RawPayload.
#pragma once

#include "models/batch.h"

#include <QByteArray>
#include <QJsonArray>
#include <QMap>
#include <QSet>
#include <QStringList>

#include <optional>

namespace parley::platforms::telegram {

/// Where we are in the stream, and the little that one update tells about later ones. Travels in the cursor, so it
/// is committed with the rows.
struct Memory {
    std::optional<qint64> offset; ///< the next update we want; unset: whatever the server holds
    std::optional<Timestamp> heard; ///< when the server last answered; to some minutes
    QSet<qint64> discussions; ///< groups in which a channel's posts appear: threads there are comments
    QMap<QString, QString> topics; ///< conversation id of a topic -> its name

    [[nodiscard]] QByteArray toCursor() const;
    /// A cursor that cannot be read is an empty Memory: the server then tells again what it still has.
    [[nodiscard]] static Memory from(const QByteArray &cursor);

    friend bool operator==(const Memory &, const Memory &) = default;
};

struct Decoded {
    Batch batch; ///< without its cursor
    QStringList pressedButtons; ///< callback_query ids, each waits for an answerCallbackQuery
    qsizetype updates = 0;
};

/// \param now  for what comes without a time of its own
/// \param memory  in and out; its offset moves behind the last update, whatever could be read of it
[[nodiscard]] Decoded decodeUpdates(const QJsonArray &updates, Memory &memory, Timestamp now = {});

/// The conversation that holds what Parley has to say about the account itself; nobody can be answered there.
[[nodiscard]] RemoteConversation noticesConversation();

/// What the decoder can read, for getUpdates' allowed_updates. The server keeps the last list, so it goes with every
/// call.
[[nodiscard]] QStringList readableUpdates();

} // namespace parley::platforms::telegram
