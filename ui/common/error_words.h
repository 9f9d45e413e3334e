// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result.h"

#include <QString>

namespace parley::ui {

/// What an error says to the agent: its own words, else a sentence for its kind. Never empty, never Error::detail.
[[nodiscard]] QString wordsFor(const Error &error);

} // namespace parley::ui
