// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/hand_time.h"

#include <QAbstractEventDispatcher>
#include <QMetaObject>
#include <QThread>

#include <algorithm>

namespace parley::tests {

namespace {

/// So many hops through the engine's event loop are enough for anything an alarm sets off in it.
constexpr int kHops = 6;

void letRun(QObject *context)
{
    if (QThread::currentThread() == context->thread())
        return;
    for (int hop = 0; hop < kHops; ++hop)
        QMetaObject::invokeMethod(context, [] { }, Qt::BlockingQueuedConnection);
}

} // namespace

quint64 HandTime::after(QObject *context, std::chrono::milliseconds delay, std::function<void()> call)
{
    const std::lock_guard lock(m_mutex);
    const quint64 id = ++m_last;
    m_alarms[id] = {now() + std::max(delay, std::chrono::milliseconds{0}), context, std::move(call), false};
    if (delay.count() <= 0)
        ring(id);
    return id;
}

void HandTime::cancel(quint64 alarm)
{
    const std::lock_guard lock(m_mutex);
    m_alarms.erase(alarm);
}

void HandTime::ring(quint64 id)
{
    Entry &entry = m_alarms.at(id);
    entry.rung = true;
    QMetaObject::invokeMethod(entry.context, [this, id] { fire(id); }, Qt::QueuedConnection);
}

void HandTime::fire(quint64 id)
{
    std::function<void()> call;
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_alarms.find(id);
        if (found == m_alarms.end())
            return;
        call = std::move(found->second.call);
        m_alarms.erase(found);
    }
    call();
}

std::optional<Timestamp> HandTime::next() const
{
    const std::lock_guard lock(m_mutex);
    std::optional<Timestamp> earliest;
    for (const auto &[id, entry] : m_alarms) {
        if (!entry.rung && (!earliest || entry.due < *earliest))
            earliest = entry.due;
    }
    return earliest;
}

bool HandTime::advanceToNext(std::chrono::milliseconds atMost)
{
    QObject *context = nullptr;
    {
        const std::lock_guard lock(m_mutex);
        auto best = m_alarms.end();
        for (auto it = m_alarms.begin(); it != m_alarms.end(); ++it) {
            if (!it->second.rung && (best == m_alarms.end() || it->second.due < best->second.due))
                best = it;
        }
        if (best == m_alarms.end() || best->second.due > now() + atMost)
            return false;
        m_now = std::max(m_now.load(), toMs(best->second.due));
        context = best->second.context;
        ring(best->first);
    }
    letRun(context);
    return true;
}

void HandTime::letOthersRun() const
{
    QObject *loop = nullptr;
    {
        const std::lock_guard lock(m_mutex); // which keeps the contexts: they cancel their alarms before they go
        for (const auto &[id, entry] : m_alarms)
            loop = loop ? loop : QAbstractEventDispatcher::instance(entry.context->thread());
    }
    if (loop)
        letRun(loop);
}

void HandTime::advance(std::chrono::milliseconds by)
{
    letOthersRun(); // what is under way sets its alarms by the time as it is
    const Timestamp end = now() + by;
    while (now() <= end && advanceToNext(end - now())) { }
    m_now = std::max(m_now.load(), toMs(end));
}

void HandTime::jump(std::chrono::milliseconds by)
{
    m_now += by.count();
    while (advanceToNext(std::chrono::milliseconds{0})) { }
}

} // namespace parley::tests
