// SPDX-License-Identifier: GPL-3.0-or-later
// The words for what went half the way, where a platform makes several messages of one answer.
#pragma once

#include "models/result.h"

namespace parley::platforms {

/// A reply of which the customer has \a delivered messages of \a all already. Whether repeating it would send these
/// twice (Error::mayHaveArrived) is the connector's to say.
[[nodiscard]] Error partlySent(Error error, qsizetype delivered, qsizetype all);
/// A deletion that got so far.
[[nodiscard]] Error partlyDeleted(Error error, qsizetype deleted, qsizetype all);

} // namespace parley::platforms
