// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platforms/chatwoot/api.h"

namespace parley::tests {

/// Waits that are short enough for a test, and long enough for a busy machine.
inline platforms::chatwoot::Timing quickChatwoot()
{
    using namespace std::chrono_literals;
    platforms::chatwoot::Timing timing;
    timing.call = 3s;
    timing.stall = 2s;
    timing.poll = 2s;
    timing.pollAlone = 1s;
    timing.sweepRest = 24h;
    timing.settle = 200ms;
    timing.confirm = 3s;
    timing.reconnectFirst = 50ms;
    timing.reconnectLast = 500ms;
    timing.callsPerSecond = 0;
    return timing;
}

} // namespace parley::tests
