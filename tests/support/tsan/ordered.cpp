// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that our threads use between each other, used rightly: queued calls both ways, a mutex, a promise, a pool.
#include <QCoreApplication>
#include <QFuture>
#include <QMutex>
#include <QPromise>
#include <QStringList>
#include <QThread>
#include <QThreadPool>

#include <cstdio>
#include <memory>

namespace {

constexpr int kCalls = 200;

/// Strings travel to the other thread and back; a sum is kept under a mutex by both.
bool callsGoBothWays(QCoreApplication &application)
{
    QThread thread;
    QObject there;
    there.moveToThread(&thread);
    thread.start();

    QMutex mutex;
    int sum = 0; // under the mutex
    int last = 0; // written before a call is queued, read in it
    QStringList arrived; // here alone
    for (int i = 0; i < kCalls; ++i) {
        last = i;
        QMetaObject::invokeMethod(
            &there,
            [&, text = QString::number(i)] {
                const QMutexLocker lock(&mutex);
                sum += last;
                QMetaObject::invokeMethod(
                    &application,
                    [&, text] {
                        arrived << text;
                        if (arrived.size() == kCalls)
                            application.quit();
                    },
                    Qt::QueuedConnection);
            },
            Qt::BlockingQueuedConnection);
        const QMutexLocker lock(&mutex);
        ++sum;
    }
    QCoreApplication::exec();
    thread.quit();
    thread.wait();
    return sum == kCalls * (kCalls - 1) / 2 + kCalls && arrived.last() == QString::number(kCalls - 1);
}

bool promiseIsKept()
{
    QThreadPool pool;
    const auto promise = std::make_shared<QPromise<QString>>();
    QFuture<QString> future = promise->future();
    promise->start();
    pool.start([promise] {
        promise->addResult(QString::number(7));
        promise->finish();
    });
    const QString result = future.result();
    pool.waitForDone();
    return result == QString::number(7);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const bool right = callsGoBothWays(application) && promiseIsKept();
    std::puts(right ? "All as it should be." : "Something was lost.");
    return right ? 0 : 1;
}
