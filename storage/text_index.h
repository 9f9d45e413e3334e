// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/message.h"
#include "storage/sqlite/database.h"

namespace parley::storage::text_index {

/// Longest part of a text that is searched, in UTF-16 units: a log file of 5 MB is not read by its words.
inline constexpr qsizetype kMostText = 256 * 1024;

struct Entry {
    MessageId id;
    QString text;
    QString subject;
    QString language; ///< empty: guessed
    QString who; ///< name and addresses of the customer; for inbound messages
};
/// Replaces what the index had of this message.
void put(Database &db, const Entry &entry);
/// For later: bulk loads are 1.9 times faster when the index is filled behind them (MEASURED.md 2d).
void postpone(Database &db, MessageId id);
/// Indexes what was postponed, newest first, and detects its language.
/// \return how many are still behind, counted to 10,000 at most
int catchUp(Database &db, int limit);

} // namespace parley::storage::text_index
