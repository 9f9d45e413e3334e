// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/measures.h"
#include "bench/process_memory.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QProcess>

namespace parley::bench {

namespace {

constexpr int kStarts = 15;
constexpr int kGiveUpMs = 20'000;
constexpr int kSettleMs = 8000;
constexpr int kIdleMs = 15'000;
constexpr double kIdleGoal = 2; // the minute's tick on two threads; DESIGN section 6: none but the clock
constexpr double kStartGoal = 2.0; // × a bare Qt window; DESIGN section 6
constexpr double kMemoryGoal = 2.0;

struct Program {
    QString path;
    QStringList arguments;
};

struct Start {
    double milliseconds = 0; ///< from exec to the first paint that shows rows
    double mebibytes = 0; ///< proportional set size then
};

/// Both programs print a line at their first paint.
Start startOnce(const Program &program)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PARLEY_TELL_FIRST_PAINT"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    process.start(program.path, program.arguments);
    Start start;
    while (process.waitForReadyRead(kGiveUpMs)) {
        if (process.readAllStandardOutput().contains("first paint")) {
            start.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
            break;
        }
    }
    process.waitForFinished(1000); // it does not finish: this is the settling time before memory is read
    start.mebibytes = proportionalSetSize(process.processId());
    process.terminate();
    if (!process.waitForFinished(5000))
        process.kill();
    process.waitForFinished();
    return start;
}

/// How often each thread of the process has gone to sleep, and so been woken.
QHash<QString, qint64> timesAsleep(qint64 pid)
{
    QHash<QString, qint64> times;
    const QString tasks = QStringLiteral("/proc/%1/task").arg(pid);
    for (const QString &task : QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(tasks + u'/' + task + QStringLiteral("/status"));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith("voluntary_ctxt_switches:"))
                times[task] = line.simplified().split(' ').value(1).toLongLong();
        }
    }
    return times;
}

/// Wake-ups of a window that nobody touches.
double idleWakeUps(const Program &program)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program.path, program.arguments);
    if (!process.waitForStarted())
        return -1;
    process.waitForFinished(kSettleMs); // it does not finish: the engine starts and everything is shown
    const QHash<QString, qint64> before = timesAsleep(process.processId());
    process.waitForFinished(kIdleMs);
    const QHash<QString, qint64> after = timesAsleep(process.processId());
    qint64 times = 0; // a thread that ended meanwhile takes its number with it
    for (auto thread = after.cbegin(); thread != after.cend(); ++thread)
        times += thread.value() - before.value(thread.key());
    process.terminate();
    if (!process.waitForFinished(5000))
        process.kill();
    process.waitForFinished();
    return static_cast<double>(times);
}

} // namespace

QList<Row> windowRows(const BenchCache &cache, const QString &parley, const QString &bareWindow)
{
    const Program ours{parley,
        {QStringLiteral("--data-dir"), cache.dataDir, QStringLiteral("--secrets"), cache.secrets,
            QStringLiteral("--offline")}};
    const Program bare{bareWindow, {}};
    startOnce(bare);
    startOnce(ours);
    std::vector<double> ourTimes, bareTimes, ourMemory, bareMemory;
    for (int i = 0; i < kStarts; ++i) {
        const Start a = startOnce(ours);
        const Start b = startOnce(bare);
        ourTimes.push_back(a.milliseconds);
        bareTimes.push_back(b.milliseconds);
        ourMemory.push_back(a.mebibytes);
        bareMemory.push_back(b.mebibytes);
    }
    Row start{QStringLiteral("start to a usable inbox"), percentile(ourTimes, 0.5), QStringLiteral("ms median"),
        QStringLiteral("bare Qt window"), percentile(bareTimes, 0.5), QStringLiteral("≤ 2 ×"), {}};
    start.reached = ratioOf(start) > 0 && ratioOf(start) <= kStartGoal;
    Row memory{QStringLiteral("memory then"), percentile(ourMemory, 0.5), QStringLiteral("MiB PSS"),
        QStringLiteral("bare Qt window"), percentile(bareMemory, 0.5), QStringLiteral("≤ 2 ×"), {}};
    memory.reached = ratioOf(memory) > 0 && ratioOf(memory) <= kMemoryGoal;
    Row idle{QStringLiteral("wake-ups of an idle window in %1 s").arg(kIdleMs / 1000), idleWakeUps(ours),
        QStringLiteral("times"), QStringLiteral("bare Qt window"), idleWakeUps(bare),
        QStringLiteral("none but the clock"), {}};
    if (idle.value >= 0)
        idle.reached = idle.value <= kIdleGoal;
    return {start, memory, idle};
}

} // namespace parley::bench
