// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of the file format, one text a migration. Once released a text is never changed: a new column is a new
// migration. Times are UTC milliseconds; enums are the numbers of their C++ types (storage/enums.h pins them).
#pragma once

namespace parley::storage::schema {

extern const char kCore[];
extern const char kTickets[];
extern const char kOutbox[];
extern const char kTextIndex[];
extern const char kSocial[];
extern const char kTeams[];
extern const char kDraftFiles[];

} // namespace parley::storage::schema
