// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqlite/database.h"

#include <QLockFile>

#include <memory>

namespace parley::storage {

/// A connection to the cache at \a path. Throws Failed with words that tell what is wrong: not a Parley cache, wrong
/// key, folder not writable, damaged.
[[nodiscard]] std::unique_ptr<Database> openDatabase(const QString &path, const CacheKey &key, Database::Mode mode);

/// Keeps a second Parley from writing to the same cache, by PATH.lock beside it. A lock whose program was killed does
/// not hold. Throws Failed.
[[nodiscard]] std::unique_ptr<QLockFile> lockCache(const QString &path);

} // namespace parley::storage
