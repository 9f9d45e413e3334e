// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace parley::sync {

/// Where the engine's timers come from, so that a test can let minutes pass without waiting for them. Called on the
/// engine's thread only.
class Scheduler
{
public:
    virtual ~Scheduler() = default;
    /// Runs \a call once, on the thread of \a context, unless it is cancelled first.
    virtual quint64 after(QObject *context, std::chrono::milliseconds delay, std::function<void()> call) = 0;
    virtual void cancel(quint64 alarm) = 0; ///< fine when it has rung
};

[[nodiscard]] std::shared_ptr<Scheduler> systemScheduler();

/// One call in the future, taken back when this goes away.
class Alarm
{
public:
    Alarm(Scheduler &scheduler, QObject *context)
        : m_scheduler(scheduler)
        , m_context(context)
    {
    }
    ~Alarm() { cancel(); }
    Alarm(const Alarm &) = delete;
    Alarm &operator=(const Alarm &) = delete;

    void set(std::chrono::milliseconds delay, std::function<void()> call);
    void cancel();
    [[nodiscard]] bool isSet() const { return m_id != 0; }

private:
    Scheduler &m_scheduler;
    QObject *m_context;
    quint64 m_id = 0;
};

} // namespace parley::sync
