// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platforms/mail/waits.h"

#include <QFuture>
#include <QPromise>
#include <QThread>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace parley::platforms::mail {

/// A thread that does one blocking thing after another. Their waits end by waits()->stop(); the destructor does that
/// and joins. Everything queued runs, so every future gets its result.
class Worker : public QThread
{
public:
    explicit Worker(const QString &name);
    ~Worker() override;

    [[nodiscard]] const std::shared_ptr<Waits> &waits() const { return m_waits; }

    template <typename T>
    [[nodiscard]] QFuture<T> run(std::function<T()> task)
    {
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        auto future = promise->future();
        enqueue([promise, task = std::move(task)] {
            promise->addResult(task());
            promise->finish();
        });
        return future;
    }
    /// Run at the very end, in the thread: closes what lives there.
    void atEnd(std::function<void()> task) { m_atEnd = std::move(task); }

protected:
    void run() override;

private:
    void enqueue(std::function<void()> task);

    std::shared_ptr<Waits> m_waits = std::make_shared<Waits>();
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_tasks;
    std::function<void()> m_atEnd;
    bool m_ending = false;
};

} // namespace parley::platforms::mail
