// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/waits.h"

#include <QTimer>

#include <algorithm>

namespace parley::platforms::mail {

void Waits::stop()
{
    m_stopped = true;
    wakeFromOutside();
}

void Waits::interrupt()
{
    m_interrupted = true;
    wakeFromOutside();
}

void Waits::wakeFromOutside()
{
    const std::scoped_lock lock(m_mutex);
    if (m_bell) // an event, so that it also reaches a wait that is just about to begin
        QMetaObject::invokeMethod(m_bell.get(), [this] { wake(); }, Qt::QueuedConnection);
}

void Waits::attach()
{
    const std::scoped_lock lock(m_mutex);
    m_bell = std::make_unique<QObject>();
}

void Waits::detach()
{
    const std::scoped_lock lock(m_mutex);
    m_bell.reset();
}

void Waits::wake()
{
    if (m_loop)
        m_loop->quit();
}

void Waits::wait(int ms)
{
    QEventLoop loop;
    m_loop = &loop;
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(&timer, &QTimer::timeout, &loop, &QEventLoop::quit);
    timer.start(std::max(0, ms));
    loop.exec();
    m_loop = nullptr;
}

} // namespace parley::platforms::mail
