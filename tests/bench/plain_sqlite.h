// SPDX-License-Identifier: GPL-3.0-or-later
// The yardstick for ingest: SQLite alone, inserting rows that are ready in memory.
#pragma once

#include "storage/cache_key.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QVariantList>

namespace parley::bench {

/// A finished cache taken apart: its tables and indexes without triggers, and all rows.
struct Rows {
    struct Table {
        QByteArray name;
        QList<QVariantList> rows;
    };
    QList<QByteArray> schema;
    QList<Table> tables;
    QList<QVariantList> indexedTexts; ///< rowid, words, stems, who: what the text index was given
    QList<QVariantList> indexedSubjects; ///< rowid, words
    QList<QVariantList> indexedNames; ///< rowid, words
};

[[nodiscard]] Rows takeApart(const QString &cachePath, const storage::CacheKey &key);

/// How many rows its tables have at this moment, without what belongs to the text index: as many as takeApart() gives.
[[nodiscard]] qint64 countRows(const QString &cachePath, const storage::CacheKey &key);

/// Inserts all of it into a new file, \a perTransaction rows a transaction, and then \a textsPerTransaction into the
/// text index.
/// \param key  null: not encrypted
/// \return seconds; negative when SQLite refused
[[nodiscard]] double insertAll(
    const Rows &rows, const QString &path, int perTransaction, int textsPerTransaction, const storage::CacheKey *key);

} // namespace parley::bench
