// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/message.h"
#include "storage/sqlite/database.h"

namespace parley::storage::text_index {

/// Longest part of a text that is searched, in UTF-16 units: a log file of 5 MB is not read by its words.
inline constexpr qsizetype kMostText = 256 * 1024;

/// Migration. Twice as many parts before they are merged (half the merging), and a transaction of some thousand
/// messages becomes one part, not one every megabyte. Together they halve the cost of a first fill; searches still meet
/// few parts.
inline constexpr char kThrift[] = "INSERT INTO message_text(message_text, rank) VALUES('automerge', 8);"
                                  "INSERT INTO message_text(message_text, rank) VALUES('hashsize', 8388608);";

struct Entry {
    MessageId id;
    QString text;
    QString subject;
    QString language; ///< empty: not known; the stems are then those of the likeliest
    QString who; ///< name and addresses of the customer; for inbound messages
};
/// Replaces what the index had of this message.
void put(Database &db, const Entry &entry);
/// For later: bulk loads are 1.9 times faster when the index is filled behind them (MEASURED.md 2d).
void postpone(Database &db, MessageId id);
/// Indexes what was postponed, newest first.
/// \return how many are still behind, counted to 10,000 at most
int catchUp(Database &db, int limit);

} // namespace parley::storage::text_index
