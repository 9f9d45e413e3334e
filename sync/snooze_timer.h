// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/host.h"

namespace parley::sync {

/// Opens snoozed tickets when their time has come.
class SnoozeTimer
{
public:
    explicit SnoozeTimer(Surroundings &around);
    void rearm(); ///< a ticket changed, the machine woke: look again when the next one is due

private:
    void ring();

    Surroundings &m_around;
    Alarm m_alarm;
    Backoff m_backoff;
};

} // namespace parley::sync
