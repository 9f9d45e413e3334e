// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/host.h"

#include <memory>

namespace parley::sync {

/// Brings the text index up to date in bites so small that nothing waits for them noticeably.
class IndexWorker
{
public:
    static constexpr int kBite = 200; ///< messages

    explicit IndexWorker(Surroundings &around);
    void indexSoon();
    [[nodiscard]] bool isBusy() const { return m_busy; }

private:
    void bite();
    void biteSoon();

    Surroundings &m_around;
    bool m_busy = false;
    std::shared_ptr<char> m_alive = std::make_shared<char>();
};

} // namespace parley::sync
