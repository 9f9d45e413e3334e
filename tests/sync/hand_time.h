// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time.h"
#include "sync/scheduler.h"

#include <atomic>
#include <map>
#include <mutex>

namespace parley::tests {

/// The engine's clock and its timers, moved by the test: minutes of backoff take no waiting. All but after() and
/// cancel() are for the test's thread.
class HandTime final : public Clock, public sync::Scheduler
{
public:
    [[nodiscard]] Timestamp now() const override { return fromMs(m_now.load()); }
    quint64 after(QObject *context, std::chrono::milliseconds delay, std::function<void()> call) override;
    void cancel(quint64 alarm) override;

    /// Lets time pass: every alarm that falls due meanwhile rings at its own moment, and what it starts gets its turn.
    void advance(std::chrono::milliseconds by);
    /// To the next alarm, if that is not further away than \a atMost. \return false: there is none
    bool advanceToNext(std::chrono::milliseconds atMost);
    /// The machine sleeps: the time moves on at once and alarms ring late.
    void jump(std::chrono::milliseconds by);
    /// How far away the next alarm is that is not of the kind that is always there.
    [[nodiscard]] std::optional<Timestamp> next() const;

private:
    struct Entry {
        Timestamp due{};
        QObject *context = nullptr;
        std::function<void()> call;
        bool rung = false;
    };
    void letOthersRun() const;
    void ring(quint64 id);
    void fire(quint64 id);

    std::atomic<qint64> m_now{1'790'000'000'000};
    mutable std::mutex m_mutex;
    std::map<quint64, Entry> m_alarms;
    quint64 m_last = 0;
};

} // namespace parley::tests
