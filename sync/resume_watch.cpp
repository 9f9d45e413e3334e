// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/resume_watch.h"

#include <utility>

namespace parley::sync {

ResumeWatch::ResumeWatch(Surroundings &around, std::function<void()> resumed)
    : m_around(around)
    , m_resumed(std::move(resumed))
    , m_alarm(around.scheduler, around.context)
{
    arm();
}

void ResumeWatch::arm()
{
    m_expected = m_around.clock.now() + kLookEvery;
    m_alarm.set(kLookEvery, [this] {
        const auto jumped = m_around.clock.now() - m_expected;
        arm();
        // A clock set back moves every due time: look again then, too.
        if (jumped > kJump || jumped < -kJump)
            m_resumed();
    });
}

} // namespace parley::sync
