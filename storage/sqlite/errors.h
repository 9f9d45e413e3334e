// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result.h"

struct sqlite3;

namespace parley::storage {

/// The Error for the last failure on \a connection, with words of its own for each thing a person can do something
/// about: disk full, read-only, damaged, not a cache or wrong key, in use. Never holds SQL values.
[[nodiscard]] Error errorFrom(sqlite3 *connection, int code);

/// Storage errors that are found before SQLite is asked.
namespace words {
QString folderNotWritable(const QString &path);
QString newerVersion(int found, int known);
QString foreignFile(const QString &path);
QString wrongKeyOrDamaged(const QString &path);
QString inUse();
QString damaged();
QString olderVersion();
QString noKey();
QString noCache(const QString &path);
} // namespace words

} // namespace parley::storage
