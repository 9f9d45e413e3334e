// SPDX-License-Identifier: GPL-3.0-or-later
// One function a group of rows; each measures its yardstick in the same run.
#pragma once

#include "bench/bench_cache.h"
#include "bench/row.h"

#include <QList>

namespace parley::bench {

/// Lists, threads and searches of the cache: DESIGN section 6.
[[nodiscard]] QList<Row> readerRows(const BenchCache &cache);

/// Taking in a first fill, beside plain SQLite inserting the same rows with the same indexes; and what the encryption
/// costs.
[[nodiscard]] QList<Row> ingestRows(const QString &folder);

/// Start, memory and idleness of the real program on \a cache, beside a bare Qt window.
[[nodiscard]] QList<Row> windowRows(const BenchCache &cache, const QString &parley, const QString &bareWindow);

/// Frames of a window that scrolls through the longest thread.
[[nodiscard]] QList<Row> scrollRows(const BenchCache &cache);

/// From the platform's socket to the painted row.
[[nodiscard]] QList<Row> pixelRows(const QString &folder);

/// A helpdesk server of many conversations: first fill beside plain SQLite, catch-up, socket to pixel, and the memory
/// of the real program after a day of events.
[[nodiscard]] QList<Row> helpdeskRows(const QString &folder, int conversations, const QString &parley);

/// 20,000 mails from Dovecot until they can be searched, beside mbsync + notmuch where they are installed.
[[nodiscard]] QList<Row> mailRows(const QString &folder, int mails);

} // namespace parley::bench
