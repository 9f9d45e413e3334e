// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time.h"
#include "platforms/vk/decode.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace parley::platforms::vk {

/// A walk through what VK keeps, newest first: the first fill, or the comparison after VK forgot our place.
struct Walk {
    /// In the order in which they are walked; the number stands in cursors. What comes after the dialogs takes a second
    /// token, and what comes after the topics a user's.
    enum class Stage { Dialogs, Posts, Topics, Photos, Videos, Products, Listed };
    /// A dialog whose history is still to be read.
    struct Dialog {
        qint64 peer = 0;
        qint64 from = 0; ///< the oldest message that we have; 0: none
        int have = 0; ///< messages that we have, for chats, whose messages have no ids
        int total = 0; ///< as far as known
        friend bool operator==(const Dialog &, const Dialog &) = default;
    };
    /// A post, topic, video or product whose comments are still to be read.
    struct Place {
        Address::Kind kind = Address::Kind::Wall;
        qint64 id = 0;
        int offset = 0;
        friend bool operator==(const Place &, const Place &) = default;
    };

    Stage stage = Stage::Dialogs;
    int offset = 0; ///< in the list of the stage; -1: all of it is listed
    QList<Dialog> dialogs;
    QList<Place> places;
    /// A comparison goes back no further than this; unset: a first fill, to the beginning.
    std::optional<Timestamp> since;
    int done = 0; ///< messages
    int total = 0;

    friend bool operator==(const Walk &, const Walk &) = default;
};

/// Where we are, written with every page.
struct Cursor {
    std::optional<qint64> pts; ///< classic: what getLongPollHistory goes on from
    QString ts; ///< Bots Long Poll: the last event that is in the cache
    std::optional<Timestamp> heard; ///< when both had nothing more to tell; to some minutes
    std::optional<Timestamp> mentions; ///< up to which mentions were asked for
    std::optional<Walk> walk;
    Cards cards; ///< of recent posts, where nobody can be asked for them later
    QList<QString> carded; ///< places whose card is in the cache and no longer here

    [[nodiscard]] QByteArray toBytes() const;
    /// What cannot be read is an empty cursor: everything is then walked through anew, and changes nothing known.
    [[nodiscard]] static Cursor from(const QByteArray &bytes);
    /// Forgets the oldest of too many cards, but not that there were some.
    void trim();

    friend bool operator==(const Cursor &, const Cursor &) = default;
};

} // namespace parley::platforms::vk
