// SPDX-License-Identifier: GPL-3.0-or-later
// parley-screens FOLDER [NAME…]: pictures of the window in every state, light and dark, in the languages, from a cache
// that it fills itself. For looking at: a person judges them.
#include "ui/screens.h"
#include "models/time.h"
#include "platforms/platform.h"
#include "storage/reader.h"
#include "storage/store.h"
#include "support/hand_clock.h"
#include "sync/engine.h"
#include "ui/common/actions.h"
#include "ui/common/translation.h"
#include "ui/composer/composer.h"
#include "ui/composer/message_field.h"
#include "ui/conversation/message_view.h"
#include "ui/example_community.h"
#include "ui/example_desk.h"
#include "ui/inbox/ticket_list_pane.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QLineEdit>
#include <QPainter>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <iostream>

using namespace parley;
using namespace parley::tests;
using namespace std::chrono_literals;

namespace parley::tests {

void trigger(ui::MainWindow &window, const QString &key)
{
    for (QAction *action : window.findChildren<QAction *>()) {
        if (action->text().endsWith(u'\t' + key)) {
            action->trigger();
            return;
        }
    }
    for (QWidget *menu : window.findChildren<QWidget *>()) {
        for (QAction *action : menu->actions()) {
            if (action->text().endsWith(u'\t' + key)) {
                action->trigger();
                return;
            }
        }
    }
    std::cerr << "no action has the key " << key.toStdString() << '\n';
}

void type(ui::MainWindow &window, const QString &text)
{
    auto *reply = window.findChild<ui::MessageField *>(QStringLiteral("replyField"));
    reply->setFocus();
    reply->insertPlainText(text);
    QTest::qWait(50);
}

} // namespace parley::tests

namespace {

struct Stage {
    QTemporaryDir folder;
    tests::HandClock clock{fromDateTime(QDateTime(QDate(2026, 11, 21), QTime(14, 2, 11)))};
    storage::CacheKey key = storage::CacheKey::generate();
    tests::ExampleDesk desk;
    tests::TeamUpload upload;
    QList<PlatformInfo> platforms;

    /// "-": nothing was ever connected; "quiet": an account, no messages; else the example desk
    [[nodiscard]] QString path(const QString &ticket) const
    {
        const bool other = ticket == u"-" || ticket == u"quiet";
        return folder.filePath((other ? ticket : QStringLiteral("cache")) + QStringLiteral(".db"));
    }
};

QString longAnswer()
{
    QString text;
    for (int i = 1; i <= 130; ++i)
        text += QStringLiteral("Пункт %1: проверьте, пожалуйста, адрес доставки.%2")
                    .arg(i)
                    .arg(i % 10 == 0 ? QStringLiteral("\n\n") : QStringLiteral(" "));
    return text;
}

/// Comments, private continuations, refusals, visitors: each wide and narrow, light and dark.
void appendCommunity(QList<Scene> &all)
{
    using Desk = tests::ExampleDesk;
    const auto add = [&](const QString &name, const QString &ticket, const QString &language,
                         const std::function<void(ui::MainWindow &, sync::Engine &, const Desk &)> &then) {
        all.append({.name = name, .language = language, .ticket = ticket, .then = then});
        all.append({.name = name + QStringLiteral("-narrow-dark"),
            .language = language,
            .scheme = 2,
            .size = {950, 720},
            .ticket = ticket,
            .then = then});
    };
    const auto write = [](const QString &text) {
        return [text](ui::MainWindow &window, sync::Engine &, const Desk &) { type(window, text); };
    };
    add(QStringLiteral("comments"), QStringLiteral("olga"), QStringLiteral("en"), {});
    add(QStringLiteral("comments-ru"), QStringLiteral("olga"), QStringLiteral("ru"),
        [](ui::MainWindow &window, sync::Engine &, const Desk &) { trigger(window, QStringLiteral("V")); });
    add(QStringLiteral("closed-profile"), QStringLiteral("closed"), QStringLiteral("en"), {});
    add(QStringLiteral("guard"), QStringLiteral("public"), QStringLiteral("en"),
        [](ui::MainWindow &window, sync::Engine &, const Desk &) {
            type(window, QStringLiteral("Petar, javite se na +385 91 234 5678 ili ana.k@example.test, rado pomažemo."));
            window.findChild<ui::Composer *>()->send(false);
        });
    add(QStringLiteral("split"), QStringLiteral("olga"), QStringLiteral("en"),
        [](ui::MainWindow &window, sync::Engine &, const Desk &) {
            type(window, longAnswer());
            trigger(window, QStringLiteral("Ctrl+Shift+M"));
        });
    add(QStringLiteral("split-lines"), QStringLiteral("olga"), QStringLiteral("en"), write(longAnswer()));
    add(QStringLiteral("visitor"), QStringLiteral("visitor"), QStringLiteral("en"), {});
    add(QStringLiteral("find"), QStringLiteral("ana"), QStringLiteral("en"),
        [](ui::MainWindow &window, sync::Engine &, const Desk &) {
            trigger(window, QStringLiteral("Ctrl+F"));
            window.findChild<QLineEdit *>(QStringLiteral("findField"))->setText(QStringLiteral("paket"));
            QTest::qWait(400);
        });
    add(QStringLiteral("merge"), QStringLiteral("visitor"), QStringLiteral("en"),
        [](ui::MainWindow &window, sync::Engine &, const Desk &) {
            trigger(window, QStringLiteral("Shift+M"));
            window.findChild<QLineEdit *>(QStringLiteral("mergeQuery"))->setText(QStringLiteral("ольга"));
            QTest::qWait(100);
        });
    add(QStringLiteral("merge-confirm"), QStringLiteral("visitor"), QStringLiteral("en"),
        [](ui::MainWindow &window, sync::Engine &, const Desk &) {
            trigger(window, QStringLiteral("Shift+M"));
            auto *query = window.findChild<QLineEdit *>(QStringLiteral("mergeQuery"));
            query->setText(QStringLiteral("ольга"));
            QTest::keyClick(query, Qt::Key_Return);
        });
    add(QStringLiteral("account-page"), QStringLiteral("olga"), QStringLiteral("en"),
        [](ui::MainWindow &, sync::Engine &engine, const Desk &desk) {
            AccountStatus status;
            status.state = AccountState::Refused;
            status.detail = QStringLiteral("Telegram wants to see that a person is at work. Open the page.");
            status.page = QStringLiteral("https://id.example.test/validate");
            Q_EMIT engine.accountStatusChanged(desk.telegram, status);
        });
}

QList<Scene> scenes()
{
    const auto query = [](const QString &typed) {
        return [typed](ui::MainWindow &window, sync::Engine &, const tests::ExampleDesk &) {
            window.findChild<ui::TicketListPane *>()->showQuery(typed);
            QTest::qWait(400);
        };
    };
    const auto press = [](const QString &key) {
        return [key](ui::MainWindow &window, sync::Engine &, const tests::ExampleDesk &) { trigger(window, key); };
    };
    const auto typing = [](ui::MainWindow &, sync::Engine &engine, const tests::ExampleDesk &desk) {
        sync::LiveNews news;
        news.event.author = QStringLiteral("Ana");
        news.ticket = desk.tickets.value(QStringLiteral("ana"));
        Q_EMIT engine.live(news);
    };
    QList<Scene> all;
    all.append({.name = QStringLiteral("desk-light"), .then = typing});
    all.append({.name = QStringLiteral("desk-dark"), .scheme = 2, .then = typing});
    all.append({.name = QStringLiteral("desk-ru"),
        .language = QStringLiteral("ru"),
        .ticket = QStringLiteral("ivan"),
        .then = {}});
    all.append({.name = QStringLiteral("desk-hr-dark"),
        .language = QStringLiteral("hr"),
        .scheme = 2,
        .ticket = QStringLiteral("petra"),
        .then = {}});
    appendCommunity(all);
    all.append({.name = QStringLiteral("held"), .ticket = QStringLiteral("lucia"), .then = {}});
    all.append({.name = QStringLiteral("held-dark-ru"),
        .language = QStringLiteral("ru"),
        .scheme = 2,
        .ticket = QStringLiteral("lucia"),
        .then = {}});
    all.append({.name = QStringLiteral("failed"), .ticket = QStringLiteral("bogdan"), .then = {}});
    all.append({.name = QStringLiteral("queued"), .ticket = QStringLiteral("nina"), .then = {}});
    all.append({.name = QStringLiteral("mail"), .ticket = QStringLiteral("petra"), .then = {}});
    all.append({.name = QStringLiteral("html"), .ticket = QStringLiteral("html"), .then = {}});
    all.append({.name = QStringLiteral("html-dark"), .scheme = 2, .ticket = QStringLiteral("html"), .then = {}});
    all.append({.name = QStringLiteral("html-plain-dark"), .scheme = 2, .ticket = QStringLiteral("john"), .then = {}});
    all.append({.name = QStringLiteral("long-name"), .ticket = QStringLiteral("tom"), .then = {}});
    all.append({.name = QStringLiteral("rtl"), .ticket = QStringLiteral("emoji"), .then = {}});
    all.append({.name = QStringLiteral("search"), .then = query(QStringLiteral("is:unanswered paket"))});
    all.append({.name = QStringLiteral("search-error"), .then = query(QStringLiteral("is:opne refund"))});
    all.append({.name = QStringLiteral("search-none"), .then = query(QStringLiteral("nothinglikethis"))});
    all.append({.name = QStringLiteral("empty-view"),
        .ticket = QStringLiteral("quiet"),
        .then = press(QStringLiteral("G U"))});
    all.append({.name = QStringLiteral("first-start"), .ticket = QStringLiteral("-"), .then = {}});
    all.append({.name = QStringLiteral("first-start-dark"), .scheme = 2, .ticket = QStringLiteral("-"), .then = {}});
    all.append({.name = QStringLiteral("palette"), .then = press(QStringLiteral("Ctrl+K"))});
    all.append({.name = QStringLiteral("palette-dark-ru"),
        .language = QStringLiteral("ru"),
        .scheme = 2,
        .then = press(QStringLiteral("Ctrl+K"))});
    all.append({.name = QStringLiteral("keys"), .then = press(QStringLiteral("?"))});
    all.append({.name = QStringLiteral("marked"),
        .then = [](ui::MainWindow &window, sync::Engine &, const tests::ExampleDesk &) {
            for (const char *key : {"X", "J", "J", "X"})
                trigger(window, QString::fromLatin1(key));
        }});
    all.append({.name = QStringLiteral("toast"),
        .then = [](ui::MainWindow &window, sync::Engine &, const tests::ExampleDesk &) {
            trigger(window, QStringLiteral("E"));
        }});
    all.append({.name = QStringLiteral("snooze-menu"), .then = press(QStringLiteral("H"))});
    all.append({.name = QStringLiteral("narrow"), .size = {900, 700}, .then = {}});
    all.append(
        {.name = QStringLiteral("narrow-customer"), .size = {900, 700}, .then = press(QStringLiteral("Ctrl+\\"))});
    all.append({.name = QStringLiteral("swap-list"), .size = {560, 720}, .then = {}});
    all.append({.name = QStringLiteral("swap-thread"), .size = {560, 720}, .then = press(QStringLiteral("O"))});
    all.append({.name = QStringLiteral("zoom-150"), .zoom = 150, .then = {}});
    all.append({.name = QStringLiteral("zoom-80-dark"), .scheme = 2, .zoom = 80, .then = {}});
    return all;
}

/// The window with whatever floats over it.
QPixmap grabAll(const QWidget &window)
{
    QPixmap picture = const_cast<QWidget &>(window).grab();
    QPainter painter(&picture);
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (top == &window || !top->isVisible() || top->inherits("QTipLabel"))
            continue;
        const QPoint at = window.mapFromGlobal(top->mapToGlobal(QPoint(0, 0)));
        painter.drawPixmap(at, top->grab());
        painter.setPen(QColor(128, 128, 128));
        painter.drawRect(QRect(at, top->size()));
    }
    return picture;
}

bool shoot(const Scene &scene, const Stage &stage, const QDir &out)
{
    QTemporaryDir data;
    {
        QSettings settings(data.path() + QStringLiteral("/window.ini"), QSettings::IniFormat);
        settings.setValue(QStringLiteral("scheme"), scene.scheme);
        settings.setValue(QStringLiteral("zoom"), scene.zoom);
        settings.setValue(QStringLiteral("view"), int(storage::View::AllOpen));
        settings.setValue(QStringLiteral("language"), scene.language);
        settings.setValue(QStringLiteral("ticket"), stage.desk.tickets.value(scene.ticket).value);
    }
    ui::setLanguage(QLocale(scene.language));
    const auto openReader = [path = stage.path(scene.ticket), key = stage.key] {
        return storage::Reader::open(path, key);
    };
    auto reader = openReader();
    if (!reader) {
        std::cerr << reader.error().detail.toStdString() << '\n';
        return false;
    }
    sync::EngineConfig config;
    config.cachePath = stage.path(scene.ticket);
    config.key = stage.key;
    config.offline = true;
    sync::Engine engine(config); // never started: the cache stands still
    ui::MainWindow window(ui::Ports{engine, **reader, openReader, stage.platforms, stage.clock, data.path(), false});
    window.resize(scene.size);
    window.show();
    QTest::qWait(300); // pictures are decoded meanwhile
    if (scene.then)
        scene.then(window, engine, stage.desk);
    QTest::qWait(200);
    const bool saved = grabAll(window).save(out.filePath(scene.name + QStringLiteral(".png")));
    std::cout << scene.name.toStdString() << '\n';
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    return saved;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("TZ", "Europe/Zagreb");
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        std::cerr << "usage: parley-screens FOLDER [NAME…]\n";
        return 2;
    }
    const QDir out(arguments.at(1));
    if (!out.mkpath(QStringLiteral(".")))
        return 1;
    Stage stage;
    for (const auto &entry : platforms::registry())
        stage.platforms.append(entry.info);
    for (const QString &kind : {QStringLiteral("cache"), QStringLiteral("quiet"), QStringLiteral("-")}) {
        auto store = storage::Store::open(stage.path(kind), stage.key, stage.clock);
        if (!store) {
            std::cerr << store.error().detail.toStdString() << '\n';
            return 1;
        }
        if (kind == u"cache") {
            stage.desk = tests::fillExampleDesk(**store, stage.clock.now());
            tests::fillExampleCommunity(**store, stage.desk, stage.clock.now());
            stage.upload = tests::fillExampleTeam(**store, stage.desk, stage.clock.now());
        }
        Account account;
        account.name = QStringLiteral("@shopbot");
        account.platform = QStringLiteral("telegram");
        if (kind == u"quiet" && !(*store)->addAccount(account))
            return 1;
    }
    const QList<Scene> all = scenes() + teamScenes() + writingScenes(stage.upload);
    for (const Scene &scene : all) {
        if ((arguments.size() == 2 || arguments.mid(2).contains(scene.name)) && !shoot(scene, stage, out))
            return 1;
    }
    return 0;
}
