// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/http/pauses.h"

#include "platforms/http/baton.h"

#include <QTimer>

namespace parley::platforms::http {

struct Pauses::Waiting {
    Baton baton;
    QTimer timer;
    bool cancelled = false;
};

Pauses::~Pauses()
{
    stop();
}

QCoro::Task<bool> Pauses::pause(std::chrono::milliseconds duration)
{
    if (m_stopped)
        co_return false;
    if (duration <= std::chrono::milliseconds::zero())
        co_return true;
    const auto waiting = std::make_shared<Waiting>();
    m_waiting.insert(waiting);
    waiting->timer.setSingleShot(true);
    // The slot keeps its own share: the coroutine's locals are gone when raise() returns.
    const std::weak_ptr<Waiting> weak = waiting;
    QObject::connect(&waiting->timer, &QTimer::timeout, this, [this, weak] {
        if (const auto share = weak.lock()) {
            m_waiting.erase(share);
            share->baton.raise();
        }
    });
    waiting->timer.start(duration);
    co_await waiting->baton.raised();
    co_return !waiting->cancelled;
}

void Pauses::cancel()
{
    const auto ended = std::exchange(m_waiting, {});
    for (const auto &waiting : ended) {
        waiting->timer.stop();
        waiting->cancelled = true;
        waiting->baton.raise();
    }
}

void Pauses::stop()
{
    m_stopped = true;
    cancel();
}

} // namespace parley::platforms::http
