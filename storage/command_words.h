// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/command.h"

namespace parley::storage {

/// A command in a line for the outbox view: the beginning of its text, or the change in words.
[[nodiscard]] QString summaryOf(const Command &command);

} // namespace parley::storage
