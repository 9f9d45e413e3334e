// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batch.h"
#include "storage/reader.h"
#include "storage/sqlite/database.h"

namespace parley::storage::raw_payloads {

/// Keeps one of each (account, remote id). Without a remote id the content itself is the id.
RawId keep(Database &db, AccountId account, const RawPayload &payload, Timestamp now);
QList<Reader::RawRow> newest(Database &db, int limit);
std::optional<Reader::RawRow> get(Database &db, RawId id);

} // namespace parley::storage::raw_payloads
