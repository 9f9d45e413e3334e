// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/measures.h"
#include "platforms/platform.h"
#include "storage/reader.h"
#include "support/memory_secrets.h"
#include "sync/engine.h"
#include "ui/conversation/message_view.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>

#include <cstdio>

namespace parley::bench {

namespace {

constexpr int kFrames = 2000;
constexpr int kStep = 160; // pixels a frame: ten thousand a second at 60 frames, a hard pull at the wheel
constexpr double kFrame = 16.7; // ms, 60 frames a second; DESIGN section 6

/// One frame as a wheel makes it: the bar moves, messages are read and laid out, the view is painted.
double frame(ui::MessageView &view)
{
    QElapsedTimer timer;
    timer.start();
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() - kStep);
    QApplication::processEvents();
    view.viewport()->repaint();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

QList<Row> scrollRows(const BenchCache &cache)
{
    auto opened = storage::Reader::open(cache.cachePath, cache.key);
    if (!opened)
        return {};
    const auto ticket = (*opened)->currentTicket(cache.longThread);
    if (!ticket || !*ticket)
        return {};
    sync::EngineConfig config;
    config.cachePath = cache.cachePath;
    config.key = cache.key;
    config.secrets = std::make_shared<tests::MemorySecrets>();
    config.offline = true;
    sync::Engine engine(config); // never started: nothing else is written or read
    static const SystemClock clock;
    ui::MainWindow window(ui::Ports{
        engine, **opened, [&cache] { return storage::Reader::open(cache.cachePath, cache.key); }, {}, clock, {}, true});
    window.resize(1440, 900);
    window.show();
    window.openTicket(**ticket);
    QApplication::processEvents();
    auto *view = window.findChild<ui::MessageView *>();
    if (!view)
        return {};
    view->scrollToEnd();
    QApplication::processEvents();
    const int before = view->layoutsMade();
    std::vector<double> samples;
    for (int i = 0; i < kFrames; ++i)
        samples.push_back(frame(*view));
    if (view->layoutsMade() - before < kFrames / 10) {
        std::fputs("No scroll rows: the thread did not move\n", stderr);
        return {};
    }
    const double p99 = percentile(samples, 0.99);
    return {{QStringLiteral("scroll a thread of 100,000, a frame"), p99, QStringLiteral("ms p99"), {}, 0,
                QStringLiteral("≤ 16.7 ms"), p99 <= kFrame},
        {QStringLiteral("scroll a thread of 100,000, the longest frame of %1").arg(kFrames), percentile(samples, 1.0),
            QStringLiteral("ms"), {}, 0, {}, {}}};
}

} // namespace parley::bench
