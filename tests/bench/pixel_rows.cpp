// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/measures.h"
#include "bench/paint_watch.h"
#include "platforms/platform.h"
#include "sandbox/telegram.h"
#include "storage/reader.h"
#include "support/memory_secrets.h"
#include "sync/engine.h"
#include "ui/main_window.h"

#include <QAbstractItemView>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

namespace parley::bench {

namespace {

constexpr int kRounds = 100;
constexpr int kGiveUpMs = 5000;
constexpr double kGoal = 50.0; // ms p95; DESIGN section 6

QList<PlatformInfo> platformInfos()
{
    QList<PlatformInfo> infos;
    for (const platforms::Entry &entry : platforms::registry())
        infos << entry.info;
    return infos;
}

QList<Row> nothing(const char *why)
{
    std::fprintf(stderr, "No pixel rows: %s\n", why);
    return {};
}

} // namespace

QList<Row> pixelRows(const QString &folder)
{
    QTemporaryDir place(folder + QStringLiteral("/pixel-XXXXXX"));
    const QString path = place.filePath(QStringLiteral("cache.db"));
    const storage::CacheKey key = storage::CacheKey::generate();
    sandbox::Telegram telegram;
    const qint64 ana = telegram.addCustomer(QStringLiteral("Ana"), QStringLiteral("hr"));

    sync::EngineConfig config;
    config.cachePath = path;
    config.key = key;
    config.secrets = std::make_shared<tests::MemorySecrets>();
    sync::Engine engine(config);
    const auto started = engine.start();
    if (!QTest::qWaitFor([&] { return started.isFinished(); }, kGiveUpMs) || !started.result())
        return nothing("the engine did not start");
    auto reader = storage::Reader::open(path, key);
    if (!reader)
        return nothing("the cache cannot be read");
    static const SystemClock clock;
    ui::MainWindow window(ui::Ports{
        engine, **reader, [path, key] { return storage::Reader::open(path, key); }, platformInfos(), clock, {}, false});
    window.resize(1440, 900);
    window.show();

    sync::AccountDraft draft;
    draft.account.name = QStringLiteral("Shop");
    draft.account.platform = QStringLiteral("telegram");
    draft.account.url = telegram.url();
    draft.secret = telegram.token();
    const auto added = engine.addAccount(draft);
    auto *list = window.findChild<QAbstractItemView *>(QStringLiteral("ticketList"));
    if (!list || !QTest::qWaitFor([&] { return added.isFinished() && telegram.isPolled(); }, kGiveUpMs))
        return nothing("the bot was not connected");

    PaintWatch watch(list);
    std::vector<double> samples;
    for (int i = 0; i < kRounds; ++i) {
        const QString text = QStringLiteral("message number %1 ends").arg(i);
        watch.expect(text);
        QElapsedTimer timer;
        timer.start();
        telegram.write(ana, text);
        if (!watch.waitForPaint())
            return nothing("a message was not painted");
        samples.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        if (!QTest::qWaitFor([&] { return telegram.isPolled(); }, kGiveUpMs))
            return nothing("the bot is not polled any more");
    }
    engine.stop();
    const double p95 = percentile(samples, 0.95);
    return {{QStringLiteral("socket to pixel"), p95, QStringLiteral("ms p95"), {}, 0, QStringLiteral("≤ 50 ms"),
                p95 <= kGoal},
        {QStringLiteral("socket to pixel, median"), percentile(samples, 0.5), QStringLiteral("ms"), {}, 0, {}, {}}};
}

} // namespace parley::bench
