// SPDX-License-Identifier: GPL-3.0-or-later
// The one place that includes the SQLite API; only files of this folder include this one.
#pragma once

#ifndef SQLITE_HAS_CODEC
#define SQLITE_HAS_CODEC
#endif
#include <sqlite3.h>
