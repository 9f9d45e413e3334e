// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>
#include <QObject>

#include <chrono>
#include <memory>
#include <set>

namespace parley::platforms::http {

/// Waits that can all be ended at once. Lives on one thread; outlives its waits after cancel().
class Pauses : public QObject
{
public:
    ~Pauses() override; ///< cancel()

    /// \return false: cancelled before the time was over (at once after stop())
    QCoro::Task<bool> pause(std::chrono::milliseconds duration);

    void cancel(); ///< ends the waits under way; later ones work
    void stop(); ///< ends the waits under way and all later ones

private:
    struct Waiting;
    std::set<std::shared_ptr<Waiting>> m_waiting;
    bool m_stopped = false;
};

} // namespace parley::platforms::http
