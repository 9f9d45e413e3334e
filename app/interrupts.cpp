// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/interrupts.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace parley::app {

#ifdef Q_OS_WIN

namespace {

Interrupts *g_interrupts = nullptr;

BOOL WINAPI onConsoleEvent(DWORD)
{
    if (g_interrupts)
        QMetaObject::invokeMethod(g_interrupts, &Interrupts::asked, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

Interrupts::Interrupts(QObject *parent)
    : QObject(parent)
{
    g_interrupts = this;
    SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}

Interrupts::~Interrupts()
{
    SetConsoleCtrlHandler(onConsoleEvent, FALSE);
    g_interrupts = nullptr;
}

#else

namespace {

/// A signal handler may do next to nothing; it writes to a pipe that the event loop reads.
int g_pipe[2] = {-1, -1};

void onSignal(int signal)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = write(g_pipe[1], &byte, 1);
    std::signal(signal, SIG_DFL);
}

constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP};

} // namespace

Interrupts::Interrupts(QObject *parent)
    : QObject(parent)
{
    if (pipe(g_pipe) != 0)
        return; // without it the signals end the program at once, which loses nothing
    for (const int end : g_pipe)
        fcntl(end, F_SETFD, FD_CLOEXEC);
    auto *notifier = new QSocketNotifier(g_pipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (read(g_pipe[0], &byte, 1) == 1)
            Q_EMIT asked();
    });
    for (const int signal : kSignals)
        std::signal(signal, onSignal);
}

Interrupts::~Interrupts()
{
    for (const int signal : kSignals)
        std::signal(signal, SIG_DFL);
    for (int &end : g_pipe) {
        if (end >= 0)
            close(end);
        end = -1;
    }
}

#endif

} // namespace parley::app
