// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time.h"

namespace parley::tests {

/// Stands still until a test turns it.
class HandClock final : public Clock
{
public:
    explicit HandClock(Timestamp start = fromMs(1'790'000'000'000))
        : time(start)
    {
    }
    [[nodiscard]] Timestamp now() const override { return time; }

    Timestamp time;
};

} // namespace parley::tests
