// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ids.h"
#include "models/result.h"
#include "sync/host.h"

#include <functional>
#include <optional>

namespace parley::sync {

/// Does an account's platform answer at all? It is out after kCalls calls in a row, of whatever kind, that it left
/// without an answer or answered with a failure of its own; it is back with the first answer that makes sense, be it a
/// refusal. No connection is no outage: that may be our own network. Spans are kept in the cache.
class Outage
{
public:
    static constexpr int kCalls = 3;

    Outage(Surroundings &around, AccountId account)
        : m_around(around)
        , m_account(account)
    {
    }

    void answered();
    void failed(const Error &error);
    void stop(); ///< what happens from here on is not known

    [[nodiscard]] bool isOn() const { return m_failures >= kCalls; }
    [[nodiscard]] Timestamp since() const { return m_since; } ///< while it is on
    /// Grows with every answer: a row that is refused again and again is given up only if others are not.
    [[nodiscard]] int answers() const { return m_answers; }

    std::function<void()> onOver{};

private:
    void end();

    Surroundings &m_around;
    AccountId m_account;
    int m_failures = 0;
    int m_answers = 0;
    Timestamp m_since{};
    bool m_open = true; ///< in the cache: perhaps one of the last time
};

} // namespace parley::sync
