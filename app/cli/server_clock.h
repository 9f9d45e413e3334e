// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace parley::app {

/// How many seconds this machine's clock is ahead of an HTTP server's, by its Date header (whole seconds). nullopt
/// where the address is none of HTTP or nothing answers within five seconds. Blocks.
[[nodiscard]] std::optional<double> clockSkewAgainst(const QString &url);

} // namespace parley::app
