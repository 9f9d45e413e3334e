// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqlite/database.h"

#include <QStringList>

namespace parley::storage {

/// Everything that is wrong with the file, its indexes and its kept counts; empty: sound. Reads the whole file.
[[nodiscard]] QStringList checkIntegrity(Database &db);

} // namespace parley::storage
