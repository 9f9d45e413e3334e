// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QObject>

#include <atomic>
#include <memory>
#include <mutex>

namespace parley::platforms::mail {

/// The waiting of one worker thread, which other threads can end. Without polling: an idle worker does not wake up.
class Waits
{
public:
    // any thread
    void stop(); ///< ends the wait under way and all later ones
    void interrupt(); ///< ends the wait under way, or the next one, if it is an idle one
    void clearInterrupt() { m_interrupted = false; }
    [[nodiscard]] bool isStopped() const { return m_stopped; }
    [[nodiscard]] bool isInterrupted() const { return m_interrupted; }

    // the worker's thread
    void attach(); ///< before the first wait
    void detach(); ///< after the last one
    /// Runs events of this thread until wake() is called from one of them, another thread wants something, or \a ms ran
    /// out.
    void wait(int ms);
    void wake();

private:
    void wakeFromOutside();

    std::atomic<bool> m_stopped = false;
    std::atomic<bool> m_interrupted = false;
    std::mutex m_mutex;
    std::unique_ptr<QObject> m_bell; ///< lives in the worker's thread; guarded by m_mutex
    QEventLoop *m_loop = nullptr; ///< the worker's thread only
};

} // namespace parley::platforms::mail
