// SPDX-License-Identifier: GPL-3.0-or-later
// How conversations and messages of VK are written as remote ids.
//
//   777                a dialog, by its peer id (customer > 0, community < 0, group chat from 2000000000)
//   777:5501           a message there, by its id in the community
//   2000000001:c41     a message of a group chat: its id is 0 for bots, so the number within the chat names it
//   wall-123_15:80     the thread below the top comment 80 of post 15; photo, video and market likewise
//   wall555_77:0       post 77 on somebody's wall that names us, and what is written below it
//   board-123_9        a topic of the board, which has no threads
//   wall-123_15/88     a comment
//
// Message ids and not the numbers within a dialog: read marks, deletions and flags of the classic long poll name only
// those.
#pragma once

#include "models/ticket.h"

#include <QString>

#include <optional>

namespace parley::platforms::vk {

inline constexpr qint64 kFirstChat = 2'000'000'000;

struct Address {
    enum class Kind { Dialog, Wall, Photo, Video, Market, Board };
    Kind kind = Kind::Dialog;
    qint64 owner = 0; ///< the peer of a dialog, else whose wall, photo, … it is (communities negative)
    qint64 object = 0; ///< post, photo, video, product, topic
    qint64 thread = 0; ///< its top comment; 0: the object itself, and boards

    [[nodiscard]] static std::optional<Address> from(const QString &remoteId);
    [[nodiscard]] static Address dialog(qint64 peer) { return {Kind::Dialog, peer, 0, 0}; }
    [[nodiscard]] QString toString() const;

    [[nodiscard]] bool isDialog() const { return kind == Kind::Dialog; }
    [[nodiscard]] bool isChat() const { return isDialog() && owner >= kFirstChat; }
    [[nodiscard]] QString place() const; ///< "wall-123_15"
    [[nodiscard]] QString comment(qint64 id) const; ///< remote id of a comment below this object
    [[nodiscard]] QString page() const; ///< https address for a browser

    friend bool operator==(const Address &, const Address &) = default;
};

/// \param cmid  number within the dialog, used where \a id is 0
[[nodiscard]] QString messageRemoteId(qint64 peer, qint64 id, qint64 cmid);

/// What a message's remote id says.
struct MessageName {
    Address place; ///< its thread is not known from the id
    qint64 id = 0; ///< of the message or comment; 0: see cmid
    qint64 cmid = 0;

    [[nodiscard]] static std::optional<MessageName> from(const QString &remoteId);
};

} // namespace parley::platforms::vk
