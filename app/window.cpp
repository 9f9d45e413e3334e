// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/cli/command_line.h"
#include "app/first_paint.h"
#include "app/instance.h"
#include "app/interrupts.h"
#include "app/output.h"
#include "app/profile.h"
#include "models/time.h"
#include "platforms/platform.h"
#include "storage/reader.h"
#include "storage/secrets/secret_store.h"
#include "sync/engine.h"
#include "ui/common/error_words.h"
#include "ui/common/translation.h"
#include "ui/common/when_done.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QMessageBox>
#include <QTimer>

namespace parley::app {

namespace {

// A class, so that lupdate files the texts under the context they are looked up in.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Window)
};

/// Says why there is no window, where a person sees it and where a script does.
int refuse(const QString &words)
{
    StandardOutput().err(QStringLiteral("parley: ") + words.simplified());
    const QString platform = QGuiApplication::platformName();
    if (platform != u"offscreen" && platform != u"minimal")
        QMessageBox::critical(nullptr, QStringLiteral("Parley"), words);
    return 1;
}

/// What the window stands on, made in this order and ended in the other.
struct Desk {
    Profile profile;
    std::shared_ptr<storage::SecretStore> secrets;
    storage::CacheKey key;
    std::unique_ptr<storage::Reader> reader;
    std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>();
    std::unique_ptr<sync::Engine> engine;
    std::unique_ptr<ui::MainWindow> window;
    std::unique_ptr<InstanceServer> server;
};

Result<void> openCache(Desk &desk)
{
    auto secrets = desk.profile.secrets();
    if (!secrets)
        return secrets.error();
    desk.secrets = *secrets;
    const auto key = desk.profile.key(*desk.secrets);
    if (!key)
        return key.error();
    desk.key = *key;
    auto reader = desk.profile.reader(desk.key);
    if (!reader)
        return reader.error();
    desk.reader = std::move(*reader);
    return {};
}

void makeEngine(Desk &desk, bool offline)
{
    sync::EngineConfig config;
    config.cachePath = desk.profile.cachePath();
    config.key = desk.key;
    config.secrets = desk.secrets;
    config.offline = offline;
    config.clock = desk.clock;
    desk.engine = std::make_unique<sync::Engine>(config);
}

void makeWindow(Desk &desk, bool offline)
{
    const auto openReader = [path = desk.profile.cachePath(), key = desk.key] {
        return storage::Reader::open(path, key);
    };
    desk.window = std::make_unique<ui::MainWindow>(ui::Ports{*desk.engine, *desk.reader, openReader,
        platforms::currentInfos(), *desk.clock, desk.profile.folder(), offline, platforms::currentInfos});
}

void raise(ui::MainWindow &window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

/// A command without a window may hold the cache for a moment: it is asked for again before anybody is told.
void startEngine(Desk &desk, int triesLeft)
{
    ui::whenDone(desk.engine->start(), desk.window.get(), [&desk, triesLeft](const Result<void> &started) {
        if (started) {
            desk.server = std::make_unique<InstanceServer>(
                desk.profile, *desk.engine, [window = desk.window.get()] { raise(*window); });
            return;
        }
        if (triesLeft > 0) {
            constexpr int pause = 500; // ms
            QTimer::singleShot(pause, desk.window.get(), [&desk, triesLeft] { startEngine(desk, triesLeft - 1); });
            return;
        }
        const QString words = ui::wordsFor(started.error());
        StandardOutput().err(QStringLiteral("parley: ") + words.simplified());
        desk.window->say(words + u' ' + Texts::tr("You can read, but nothing is fetched or sent."));
    });
}

} // namespace

int runWindow(const CommandLine &line)
{
    const auto profile = Profile::open(line.profile());
    if (!profile)
        return refuse(profile.error().words);
    StandardOutput output;
    if (const auto exit = ask(profile->meetingPoint(), {.showWindow = true, .typed = {}, .secret = {}}, output))
        return *exit;
    ui::setLanguage(QLocale::system());
    Desk desk;
    desk.profile = *profile;
    if (const auto opened = openCache(desk); !opened)
        return refuse(ui::wordsFor(opened.error()));
    makeEngine(desk, line.offline());
    makeWindow(desk, line.offline());
    Interrupts interrupts;
    QObject::connect(&interrupts, &Interrupts::asked, desk.window.get(), &QWidget::close);
    tellFirstPaint(*desk.window);
    desk.window->show();
    // The engine's start takes the processor, and a thread is shown once somebody opens one.
    constexpr int tries = 10;
    afterFirstPaint(*desk.window, [&desk] {
        startEngine(desk, tries);
        desk.window->prepareThread();
    });
    const int exit = QApplication::exec();
    desk.server.reset();
    desk.engine->stop();
    return exit;
}

} // namespace parley::app
