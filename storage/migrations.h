// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace parley::storage {

class Database;

/// One step of the file format. Appended to the list in migrations.cpp, never changed afterwards.
struct Migration {
    int version;
    const char *why;
    void (*apply)(Database &database); ///< throws Failed
};

[[nodiscard]] std::span<const Migration> migrations();
[[nodiscard]] int newestVersion();

/// Brings the file up to date, one transaction a step, the number stored inside it. A new file takes the same path as
/// an old one. Throws Failed with words for a file from a newer Parley.
/// \param upTo  for tests: stops at this version
void migrate(Database &database, int upTo = newestVersion());

} // namespace parley::storage
