// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/host.h"

#include <chrono>
#include <memory>

namespace parley::sync {

/// Brings the text index up to date in bites. A large bite costs half as much a message as a small one, so what comes
/// in close together is gathered; and each bite is kept so short that nothing waits for it noticeably. Where the
/// program goes through once, nobody looks and the bites are as large as they like.
class IndexWorker
{
public:
    struct Pace {
        std::chrono::milliseconds gather; ///< what history brings may be found this much later than it is shown
        qint64 longest; ///< ms of a bite
        int first; ///< messages of the first bite
    };
    explicit IndexWorker(Surroundings &around);
    /// \param messages  that may be waiting since the last call
    void indexSoon(qsizetype messages);
    /// Until the next indexSoon() nothing is gathered: nobody brings any more.
    void allIsHere();
    [[nodiscard]] bool isBusy() const { return m_busy; }

private:
    void bite();
    void biteSoon(std::chrono::milliseconds delay);

    Surroundings &m_around;
    bool m_busy = false;
    bool m_hurried = false;
    bool m_allIsHere = false;
    const Pace &m_pace;
    int m_bite; ///< messages, as many as fit into the time
    qsizetype m_waiting = 0;
    std::shared_ptr<char> m_alive = std::make_shared<char>();
};

} // namespace parley::sync
