// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/read_worker.h"

#include <QMutexLocker>

namespace parley::ui {

ReadWorker::ReadWorker(OpenReader open)
    : m_open(std::move(open))
{
    m_thread.setObjectName(QStringLiteral("reader"));
}

ReadWorker::~ReadWorker()
{
    interrupt();
    m_thread.quit();
    m_thread.wait();
}

void ReadWorker::post(Job job)
{
    if (!m_there) {
        m_there = std::make_unique<QObject>();
        m_there->moveToThread(&m_thread);
        m_thread.start(QThread::LowPriority);
    }
    int generation = 0;
    {
        const QMutexLocker lock(&m_mutex);
        generation = m_generation;
    }
    QMetaObject::invokeMethod(
        m_there.get(), [this, job = std::move(job), generation] { run(job, generation); }, Qt::QueuedConnection);
}

void ReadWorker::run(const Job &job, int generation)
{
    const auto cancelled = [] { return Error{ErrorKind::Cancelled, QStringLiteral("interrupted"), {}, {}, false}; };
    {
        QMutexLocker lock(&m_mutex);
        if (generation != m_generation) {
            lock.unlock();
            job(cancelled());
            return;
        }
        if (!m_reader) {
            auto opened = m_open ? m_open() : Result<std::unique_ptr<storage::Reader>>();
            if (!opened) {
                lock.unlock();
                job(opened.error());
                return;
            }
            m_reader = std::move(opened).value();
        }
        m_running = true;
    }
    job(m_reader.get());
    const QMutexLocker lock(&m_mutex);
    m_running = false;
}

void ReadWorker::interrupt()
{
    const QMutexLocker lock(&m_mutex);
    ++m_generation;
    if (m_running && m_reader)
        m_reader->interrupt();
}

} // namespace parley::ui
