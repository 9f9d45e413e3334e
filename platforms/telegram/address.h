// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in our remote ids. Telegram numbers messages within a chat only, and one chat may hold many threads.
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace parley::platforms::telegram {

/// A conversation: "777", a chat; "-1001/5", topic 5 of a forum; "-1001/c41", the comments on post 41 in a discussion
/// group; "-1002/d9", one subscriber's direct messages to a channel; "bc1:777", a customer of the business account
/// behind connection bc1.
struct Address {
    enum class Thread { None, Topic, Comments, DirectMessages };

    qint64 chat = 0;
    QString business; ///< connection id; empty: the bot itself
    Thread thread = Thread::None;
    qint64 threadId = 0;

    [[nodiscard]] QString toString() const;
    [[nodiscard]] static std::optional<Address> from(QStringView remoteId);
    /// The remote id of a message here: "777:41", "bc1:777:41".
    [[nodiscard]] QString message(qint64 messageId) const;

    friend bool operator==(const Address &, const Address &) = default;
};

/// The number within its chat that stands at the end of a message's remote id.
[[nodiscard]] std::optional<qint64> messageIdIn(QStringView remoteId);
/// The chat that a message's remote id names, without a thread. It may be an older one than its conversation's.
[[nodiscard]] std::optional<Address> chatOfMessage(QStringView remoteId);

/// The conversation that holds what Parley itself has to say about an account.
inline const QString kNotices = QStringLiteral("notices");

} // namespace parley::platforms::telegram
