// SPDX-License-Identifier: GPL-3.0-or-later
// Where we are on the platform. Travels in the cursor, so it is committed with the rows.
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace parley::platforms::ok {

/// A piece of one chat's history that is still to be read: what is not newer than \c from. Server's time in ms.
struct Window {
    QString chat;
    qint64 from = 0; ///< 0: from the newest there is

    friend bool operator==(const Window &, const Window &) = default;
};

/// The chats in which something happened since Memory::low, while they are being read.
struct Round {
    qint64 high = 0; ///< low becomes this when the round is over
    QString marker; ///< the next page of chats; empty: there is none, or none is wanted
    bool paged = false; ///< it took more than one page: chats may have moved meanwhile
    QList<Window> queue;

    friend bool operator==(const Round &, const Round &) = default;
};

/// The first fill: all that was before we came, newest chats first.
struct Fill {
    QString marker; ///< the next page of chats
    bool pagesDone = false;
    QList<Window> queue; ///< read next
    QList<Window> later; ///< older history of chats whose newest page is here
    int messages = 0; ///< that came
    int chats = 0; ///< that were read to their beginning

    friend bool operator==(const Fill &, const Fill &) = default;
};

/// A message that was here when a window was read last.
struct Seen {
    QString mid;
    qint64 ms = 0;
    quint32 mark = 0; ///< of its content
    friend bool operator==(const Seen &, const Seen &) = default;
};

/// How far a discussion was read.
struct Talk {
    int count = 0; ///< what the platform called new then
    qint64 newest = 0; ///< time of the newest comment that is here
    friend bool operator==(const Talk &, const Talk &) = default;
};

struct Memory {
    std::optional<qint64> low; ///< everything up to here is in the cache; server's time. Unset: nothing was read yet
    QString marker; ///< of the long poll
    std::optional<Round> round;
    std::optional<Fill> fill;
    QMap<QString, QList<Seen>> recent; ///< chat -> its newest messages, newest first; of the liveliest chats only
    QMap<QString, qint64> shut; ///< chats whose customer takes nothing from us -> their newest message then
    QMap<QString, Talk> talks; ///< conversation id of a discussion -> how far

    /// Notes that \a seen is there. \return true: it was there before, and reads otherwise now
    bool notice(const QString &chat, const Seen &seen);
    void forget(const QString &chat, const QStringList &mids);
    /// Those of \a chat that ought to stand in a window that reaches back to \a oldest and holds \a present, and do
    /// not.
    [[nodiscard]] QStringList missing(const QString &chat, qint64 oldest, const QSet<QString> &present) const;
    [[nodiscard]] qint64 newestIn(const QString &chat) const; ///< 0: not known
    /// The chats of recent, liveliest first.
    [[nodiscard]] QStringList liveliest() const;

    [[nodiscard]] QByteArray toCursor() const;
    /// A cursor that cannot be read is an empty Memory: everything is read again, and nothing comes twice.
    [[nodiscard]] static Memory from(const QByteArray &cursor);

    friend bool operator==(const Memory &, const Memory &) = default;
};

} // namespace parley::platforms::ok
