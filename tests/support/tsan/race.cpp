// SPDX-License-Identifier: GPL-3.0-or-later
// A deliberate race between two threads of Qt: nothing orders the write here and the write there.
#include <QCoreApplication>
#include <QThread>

#include <atomic>
#include <cstdio>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QThread thread;
    QObject there;
    there.moveToThread(&thread);
    thread.start();

    int value = 0;
    std::atomic<bool> done = false; // relaxed: orders nothing, so that the race is there however the threads run
    QMetaObject::invokeMethod(
        &there,
        [&value, &done] {
            ++value;
            done.store(true, std::memory_order_relaxed);
        },
        Qt::QueuedConnection);
    value = 2;
    while (!done.load(std::memory_order_relaxed))
        QThread::yieldCurrentThread();

    thread.quit();
    thread.wait();
    std::printf("%d\n", value);
    return 0;
}
