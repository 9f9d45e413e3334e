// SPDX-License-Identifier: GPL-3.0-or-later
// How far we have read. Travels in the cursor, so it is committed with the rows.
#pragma once

#include "models/time.h"
#include "platforms/chatwoot/id_set.h"

#include <QByteArray>

#include <optional>

namespace parley::platforms::chatwoot {

/// A moment by two clocks: theirs counts for what they compare, ours for how long ago it was.
struct Moment {
    Timestamp server{};
    Timestamp here{};

    friend bool operator==(const Moment &, const Moment &) = default;
};

struct Memory {
    /// Walking through all pages of the list, newest activity first: the first fill, which takes the rows alone, and
    /// after a long absence, when threads are read as well.
    struct Walk {
        int page = 1; ///< the next to ask for
        int done = 0; ///< conversations so far
        int total = 0; ///< as the server said
        Moment began; ///< everything later is the delta's
        std::optional<Timestamp> until; ///< older activity is known already; unset: the first fill
        friend bool operator==(const Walk &, const Walk &) = default;
    };
    /// After the first fill: the threads of what was only listed, newest activity first.
    struct Older {
        int page = 1; ///< of the list, the one under way
        bool pagesDone = false; ///< what no page showed is asked for one by one
        friend bool operator==(const Older &, const Older &) = default;
    };
    /// The slow sweep over all conversations, oldest first: that order does not move under our feet.
    struct Sweep {
        int page = 1;
        IdSet seen;
        friend bool operator==(const Sweep &, const Sweep &) = default;
    };

    std::optional<Walk> walk;
    std::optional<Older> older;
    std::optional<Sweep> sweep;
    std::optional<Timestamp> swept; ///< when the last sweep ended, by our clock
    std::optional<Moment> synced; ///< when the last delta that came through whole began
    IdSet known; ///< conversations whose thread is here up to synced
    IdSet listed; ///< conversations of which only the list's row is here, and what was heard since; never in known too
    qint64 fillMark = 0; ///< messages up to this number were there before the first fill began; 0: not told
    qint64 mark = 0; ///< messages up to this number are certainly here, in the threads of known
    qint64 nextMark = 0; ///< at a later one
    Timestamp marked{}; ///< when nextMark was taken, by our clock

    /// Messages up to this number need not be asked for again in the threads of known.
    [[nodiscard]] qint64 readUpTo() const { return mark > 0 ? mark : nextMark; }

    [[nodiscard]] QByteArray toCursor() const;
    /// A cursor that cannot be read is an empty Memory: everything is fetched again, and what is known stays known.
    [[nodiscard]] static Memory from(const QByteArray &cursor);

    friend bool operator==(const Memory &, const Memory &) = default;
};

} // namespace parley::platforms::chatwoot
