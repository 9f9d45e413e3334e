// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/composer.h"
#include "ui/composer/message_field.h"
#include "ui/context/fact_label.h"
#include "ui/screens.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

namespace parley::tests {

namespace {

using Then = std::function<void(ui::MainWindow &, sync::Engine &, const ExampleDesk &)>;

/// Key by key, as canned responses want it.
void press(ui::MainWindow &window, const QString &keys)
{
    auto *reply = window.findChild<ui::MessageField *>(QStringLiteral("replyField"));
    reply->setFocus();
    QTest::keyClicks(reply, keys);
}

Then keyed(const QString &keys, bool enter = false)
{
    return [=](ui::MainWindow &window, sync::Engine &, const ExampleDesk &) {
        press(window, keys);
        if (enter)
            QTest::keyClick(window.findChild<ui::MessageField *>(QStringLiteral("replyField")), Qt::Key_Return);
    };
}

/// Wide and light, narrow and dark, and in Russian.
void add(QList<Scene> &all, const QString &name, const QString &ticket, const Then &then)
{
    all.append({.name = name, .ticket = ticket, .then = then});
    all.append({.name = name + QStringLiteral("-narrow-dark"),
        .scheme = 2,
        .size = {950, 720},
        .ticket = ticket,
        .then = then});
    all.append(
        {.name = name + QStringLiteral("-ru"), .language = QStringLiteral("ru"), .ticket = ticket, .then = then});
}

void answers(sync::Engine &engine, const ExampleDesk &desk, AccountId account, const QString &who)
{
    sync::LiveNews news;
    news.event.author = who;
    news.event.byColleague = true;
    news.account = account;
    news.ticket = desk.tickets.value(QStringLiteral("mia"));
    Q_EMIT engine.live(news);
}

} // namespace

QList<Scene> writingScenes(const TeamUpload &upload)
{
    QList<Scene> all;
    add(all, QStringLiteral("canned"), QStringLiteral("mia"), keyed(QStringLiteral("Dobar dan, /")));
    add(all, QStringLiteral("canned-found"), QStringLiteral("mia"), keyed(QStringLiteral("/refu")));
    add(all, QStringLiteral("canned-none"), QStringLiteral("ana"),
        [](ui::MainWindow &window, sync::Engine &, const ExampleDesk &) {
            trigger(window, QStringLiteral("Ctrl+Space"));
        });
    add(all, QStringLiteral("blanks"), QStringLiteral("mia"), keyed(QStringLiteral("/refund"), true));
    add(all, QStringLiteral("blanks-stop"), QStringLiteral("mia"),
        [](ui::MainWindow &window, sync::Engine &engine, const ExampleDesk &desk) {
            keyed(QStringLiteral("/refund"), true)(window, engine, desk);
            window.findChild<ui::Composer *>()->send(false);
        });
    add(all, QStringLiteral("upload"), QStringLiteral("upload"),
        [upload](ui::MainWindow &, sync::Engine &engine, const ExampleDesk &) {
            Q_EMIT engine.uploading(upload.row, upload.message, 2'202'009, 8'388'608);
        });
    add(all, QStringLiteral("upload-outbox"), QStringLiteral("upload"),
        [upload](ui::MainWindow &window, sync::Engine &engine, const ExampleDesk &) {
            window.showOutbox();
            Q_EMIT engine.uploading(upload.row, upload.message, 2'202'009, 8'388'608);
        });
    add(all, QStringLiteral("colleague"), QStringLiteral("mia"),
        [upload](ui::MainWindow &, sync::Engine &engine, const ExampleDesk &desk) {
            answers(engine, desk, upload.account, QStringLiteral("Ana Jurić"));
        });
    add(all, QStringLiteral("colleague-unknown"), QStringLiteral("mia"),
        [upload](ui::MainWindow &, sync::Engine &engine, const ExampleDesk &desk) {
            answers(engine, desk, upload.account, QStringLiteral("Ana Jurić"));
            Q_EMIT engine.accountStatusChanged(upload.account, AccountStatus{});
        });
    add(all, QStringLiteral("known"), QStringLiteral("mia"),
        [](ui::MainWindow &window, sync::Engine &, const ExampleDesk &) {
            if (window.width() < 1000)
                trigger(window, QStringLiteral("Ctrl+\\"));
            const auto facts = window.findChildren<ui::FactLabel *>();
            if (facts.size() > 3)
                facts.at(3)->setFocus();
        });
    all.append({.name = QStringLiteral("muted"), .ticket = QStringLiteral("muted"), .then = {}});
    return all;
}

} // namespace parley::tests
