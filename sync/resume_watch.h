// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/host.h"

#include <functional>

namespace parley::sync {

/// Notices that the machine slept: the wall clock went on further than a timer did. The same on every system.
class ResumeWatch
{
public:
    static constexpr std::chrono::seconds kLookEvery{30};
    static constexpr std::chrono::seconds kJump{20};

    ResumeWatch(Surroundings &around, std::function<void()> resumed);

private:
    void arm();

    Surroundings &m_around;
    std::function<void()> m_resumed;
    Alarm m_alarm;
    Timestamp m_expected{};
};

} // namespace parley::sync
