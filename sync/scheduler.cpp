// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/scheduler.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace parley::sync {

namespace {

using namespace std::chrono_literals;

class SystemScheduler final : public Scheduler
{
public:
    ~SystemScheduler() override
    {
        for (const QPointer<QTimer> &timer : std::as_const(m_timers))
            delete timer.data();
    }

    quint64 after(QObject *context, std::chrono::milliseconds delay, std::function<void()> call) override
    {
        const quint64 id = ++m_last;
        auto *timer = new QTimer(context);
        timer->setSingleShot(true);
        // A laptop that need not wake up to the millisecond lasts longer.
        timer->setTimerType(delay >= 20s ? Qt::VeryCoarseTimer : Qt::CoarseTimer);
        QObject::connect(timer, &QTimer::timeout, context, [this, id, call = std::move(call)] {
            // The timer owns this very function: it must outlive the call.
            if (const QPointer<QTimer> rung = m_timers.take(id))
                rung->deleteLater();
            call();
        });
        m_timers.insert(id, timer);
        timer->start(std::clamp(delay, 0ms, std::chrono::milliseconds{24h}));
        return id;
    }

    void cancel(quint64 alarm) override
    {
        if (const QPointer<QTimer> timer = m_timers.take(alarm)) {
            timer->stop();
            timer->deleteLater();
        }
    }

private:
    QHash<quint64, QPointer<QTimer>> m_timers;
    quint64 m_last = 0;
};

} // namespace

std::shared_ptr<Scheduler> systemScheduler()
{
    return std::make_shared<SystemScheduler>();
}

void Alarm::set(std::chrono::milliseconds delay, std::function<void()> call)
{
    cancel();
    m_id = m_scheduler.after(m_context, delay, [this, call = std::move(call)] {
        m_id = 0;
        call();
    });
}

void Alarm::cancel()
{
    if (m_id != 0)
        m_scheduler.cancel(std::exchange(m_id, 0));
}

} // namespace parley::sync
