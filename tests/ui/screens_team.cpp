// SPDX-License-Identifier: GPL-3.0-or-later
// What a team shares: saved views, people, labels, macros.
#include "ui/inbox/sidebar.h"
#include "ui/inbox/ticket_list_pane.h"
#include "ui/screens.h"

#include <QLineEdit>

namespace parley::tests {

namespace {

using Then = std::function<void(ui::MainWindow &, sync::Engine &, const ExampleDesk &)>;

/// Light, narrow and dark, Russian.
void add(QList<Scene> &all, const QString &name, const Then &then)
{
    const QString ticket = QStringLiteral("mia");
    all.append({.name = name, .ticket = ticket, .then = then});
    all.append({.name = name + QStringLiteral("-narrow-dark"),
        .scheme = 2,
        .size = {950, 720},
        .ticket = ticket,
        .then = then});
    all.append(
        {.name = name + QStringLiteral("-ru"), .language = QStringLiteral("ru"), .ticket = ticket, .then = then});
}

Then keys(const QString &key, const QString &typed = {})
{
    return [key, typed](ui::MainWindow &window, sync::Engine &, const ExampleDesk &) {
        trigger(window, key);
        if (auto *field = window.findChild<QLineEdit *>(QStringLiteral("macroField")))
            field->setText(typed);
    };
}

} // namespace

QList<Scene> teamScenes()
{
    QList<Scene> all;
    add(all, QStringLiteral("team-saved-view"), [](ui::MainWindow &window, sync::Engine &, const ExampleDesk &) {
        auto &sidebar = *window.findChild<ui::Sidebar *>();
        for (int row = 0; row < sidebar.rows().rowCount(); ++row) {
            if (sidebar.rows().row(row).saved.name == u"Old and urgent")
                sidebar.setCurrentIndex(sidebar.rows().index(row));
        }
    });
    add(all, QStringLiteral("team-assign"), keys(QStringLiteral("A")));
    add(all, QStringLiteral("team-tags"), keys(QStringLiteral("L")));
    add(all, QStringLiteral("team-macro"), keys(QStringLiteral("Ctrl+M")));
    add(all, QStringLiteral("team-macro-server"), keys(QStringLiteral("Ctrl+M"), QStringLiteral("second")));
    add(all, QStringLiteral("team-mute"), keys(QStringLiteral("Shift+B")));
    add(all, QStringLiteral("team-live"), [](ui::MainWindow &, sync::Engine &engine, const ExampleDesk &desk) {
        sync::LiveNews news;
        news.event.author = QStringLiteral("Ana Jurić");
        news.event.byColleague = true;
        news.ticket = desk.tickets.value(QStringLiteral("mia"));
        Q_EMIT engine.live(news);
        AccountStatus trouble;
        trouble.state = AccountState::Degraded;
        trouble.detail = QStringLiteral("Telegram does not answer. Replies are kept and go out when it does.");
        Q_EMIT engine.accountStatusChanged(desk.telegram, trouble);
        AccountStatus refused;
        refused.state = AccountState::Refused;
        refused.detail = QStringLiteral("The password is not accepted; put in another under Accounts.");
        Q_EMIT engine.accountStatusChanged(desk.mail, refused);
    });
    return all;
}

} // namespace parley::tests
