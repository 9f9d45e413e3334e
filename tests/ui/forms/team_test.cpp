// SPDX-License-Identifier: GPL-3.0-or-later
// What a team shares, in the whole window over a real engine.
#include "support/print.h"
#include "ui/common/palette.h"
#include "ui/common/workspaces.h"
#include "ui/forms/desk.h"
#include "ui/inbox/sidebar.h"
#include "ui/inbox/ticket_actions.h"
#include "ui/inbox/ticket_choices.h"
#include "ui/inbox/ticket_list_pane.h"
#include "ui/macros/macro_dialog.h"
#include "ui/main_window.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace parley;
using namespace parley::tests;
using namespace parley::ui;

namespace {

Capabilities helpdesk()
{
    Capabilities made;
    made.ownsTickets = true;
    made.ownsNotes = true;
    made.hasTeams = true;
    made.canMute = true;
    made.sharesUnread = true;
    made.canMarkRead = true;
    made.idempotency = Capabilities::Idempotency::ByClientId;
    return made;
}

Workspace workspace()
{
    Workspace made;
    made.agents = QList<Agent>{{kMe, QStringLiteral("Iva"), {}, Availability::Online},
        {QStringLiteral("Marko Horvat"), QStringLiteral("Marko Horvat"), {}, Availability::Offline},
        {QStringLiteral("Ana Jurić"), QStringLiteral("Ana Jurić"), {}, Availability::Busy}};
    made.teams = QList<Team>{{QStringLiteral("second line"), false}, {QStringLiteral("refunds"), true}};
    made.labels = QList<Label>{{QStringLiteral("refund"), 0xffb42318, QStringLiteral("Money goes back")}};
    made.views = QList<SavedView>{{QStringLiteral("Refunds"), QStringLiteral("tag:refund"), {}},
        {QStringLiteral("Old ones"), QStringLiteral("is:open"), {QStringLiteral("browser language is Croatian")}}};
    Macro macro;
    macro.remoteId = QStringLiteral("1");
    macro.name = QStringLiteral("Refund and close");
    macro.steps = {ChangeTags{{QStringLiteral("refund")}, {}},
        Reply{QStringLiteral("Dear {{customer.first_name}}, it is on its way."), {}, false, {}},
        SetStatus{TicketStatus::Resolved, {}}};
    Macro asking = macro;
    asking.name = QStringLiteral("Ask for the order");
    asking.steps = {Reply{QStringLiteral("About {{?order number}}"), {}, false, {}}};
    made.macros = QList<Macro>{macro, asking};
    return made;
}

/// The window over a helpdesk's account with one customer's ticket open.
struct Office {
    Office()
        : desk(helpdesk())
    {
        ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Where is my parcel?"));
        Batch batch;
        batch.workspace = workspace();
        desk.deliver(batch);
        REQUIRE(eventually([this] { return desk.reader->workspace(desk.account)->macros.has_value(); }));
        window = std::make_unique<MainWindow>(Ports{
            *desk.engine, *desk.reader, desk.openReader, {fakePlatformInfo()}, desk.clock, desk.dir.path(), false});
        window->resize(1300, 800);
        window->show();
        window->activateWindow();
        (void)QTest::qWaitForWindowActive(window.get(), 120'000);
        window->openTicket(ana);
        part<TicketListPane>().list().setFocus();
    }
    template <typename T>
    [[nodiscard]] T &part(const QString &name = {})
    {
        auto *found = window->findChild<T *>(name);
        REQUIRE(found);
        return *found;
    }
    [[nodiscard]] Ticket ticket() { return (*desk.reader->ticket(ana))->ticket; }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : window.get(), key, with);
    }
    /// Into the field of what has opened.
    void choose(const QString &typed)
    {
        auto &field = *part<Palette>(QStringLiteral("chooser")).findChild<QLineEdit *>();
        field.setText(typed);
        QTest::keyClick(&field, Qt::Key_Return);
    }

    Desk desk;
    TicketId ana;
    std::unique_ptr<MainWindow> window;
};

QStringList wordsOf(const Palette &palette)
{
    QStringList words;
    const QAbstractItemModel *model = palette.findChild<QListView *>()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        words += model->index(row, 0).data(Qt::AccessibleTextRole).toString();
    return words;
}

/// Of the menus, by the beginning of its words; null: not offered.
QAction *offered(const MainWindow &window, const QString &words)
{
    for (const QAction *menu : window.menuBar()->actions()) {
        for (QAction *action : menu->menu()->actions()) {
            if (action->isVisible() && action->isEnabled() && action->text().remove(u'&').startsWith(words))
                return action;
        }
    }
    return nullptr;
}

} // namespace

TEST_CASE("Where seen is one mark for the team, the actions say so")
{
    Office office;
    CHECK(offered(*office.window, QStringLiteral("Mark as read for the team")));
    CHECK_FALSE(offered(*office.window, QStringLiteral("Show the customer it was read")));
    const QAction *unread = offered(*office.window, QStringLiteral("Mark as not seen"));
    REQUIRE(unread);
    CHECK(unread->toolTip().contains(QStringLiteral("whole team")));
    office.press(Qt::Key_U, Qt::ShiftModifier);
    CHECK(eventually([&] {
        const auto pushed = office.desk.world->pushed();
        return std::ranges::any_of(
            pushed, [](const PushRequest &one) { return std::holds_alternative<MarkUnread>(one.command); });
    }));
}

TEST_CASE("A team's saved view is chosen in the sidebar and says what it leaves out")
{
    Office office;
    auto &sidebar = office.part<Sidebar>();
    auto &list = office.part<TicketListPane>();
    auto &query = office.part<QLineEdit>(QStringLiteral("query"));
    auto &leftOut = office.part<QLabel>(QStringLiteral("leftOut"));
    const int refunds = sidebar.rows().rowOf(office.desk.account, QStringLiteral("Refunds"));
    const int old = sidebar.rows().rowOf(office.desk.account, QStringLiteral("Old ones"));
    REQUIRE(refunds > 0);
    REQUIRE(old > 0);
    sidebar.setCurrentIndex(sidebar.rows().index(refunds));
    CHECK(query.text() == QStringLiteral("tag:refund"));
    CHECK_FALSE(leftOut.isVisible());
    sidebar.setCurrentIndex(sidebar.rows().index(old));
    CHECK(query.text() == QStringLiteral("is:open"));
    CHECK(leftOut.isVisible());
    CHECK(leftOut.text().contains(QStringLiteral("browser language is Croatian")));
    CHECK(eventually([&] { return list.model().rowOf(office.ana) >= 0; }));

    query.setFocus(); // another search, typed by hand: the view is left
    QTest::keyClicks(&query, QStringLiteral(" parcel"));
    CHECK(
        eventually([&] { return sidebar.rows().row(sidebar.currentIndex().row()).kind == SidebarModel::Kind::View; }));
    CHECK_FALSE(leftOut.isVisible());
}

TEST_CASE("A saved view is found by Ctrl+K like everything else")
{
    Office office;
    office.press(Qt::Key_K, Qt::ControlModifier);
    auto &field = *office.part<Palette>(QStringLiteral("palette")).findChild<QLineEdit *>();
    field.setText(QStringLiteral("Refunds"));
    QTest::keyClick(&field, Qt::Key_Return);
    CHECK(office.part<QLineEdit>(QStringLiteral("query")).text() == QStringLiteral("tag:refund"));
    auto &sidebar = office.part<Sidebar>();
    CHECK(sidebar.currentIndex().row() == sidebar.rows().rowOf(office.desk.account, QStringLiteral("Refunds")));
}

TEST_CASE("Saved views that change on the server change in the sidebar, and the chosen one stays chosen")
{
    Office office;
    auto &sidebar = office.part<Sidebar>();
    const int refunds = sidebar.rows().rowOf(office.desk.account, QStringLiteral("Refunds"));
    sidebar.setCurrentIndex(sidebar.rows().index(refunds));
    Batch batch;
    batch.workspace.views = QList<SavedView>{{QStringLiteral("New one"), QStringLiteral("is:unread"), {}},
        {QStringLiteral("Refunds"), QStringLiteral("tag:refund"), {}}};
    office.desk.deliver(batch);
    CHECK(eventually([&] { return sidebar.rows().rowOf(office.desk.account, QStringLiteral("New one")) >= 0; }));
    CHECK(sidebar.rows().rowOf(office.desk.account, QStringLiteral("Old ones")) < 0);
    CHECK(sidebar.currentIndex().row() == sidebar.rows().rowOf(office.desk.account, QStringLiteral("Refunds")));
    CHECK(office.part<QLineEdit>(QStringLiteral("query")).text() == QStringLiteral("tag:refund"));
    batch.workspace.views = QList<SavedView>{};
    office.desk.deliver(batch);
    const auto anySaved = [&] {
        bool any = false;
        for (int row = 0; row < sidebar.rows().rowCount(); ++row) {
            const SidebarModel::Row &at = sidebar.rows().row(row);
            any = any || at.kind == SidebarModel::Kind::SavedView || at.group == SidebarModel::Group::Saved;
        }
        return any;
    };
    CHECK(eventually([&] { return !anySaved(); })); // no heading either
}

TEST_CASE("Beside another account, a saved view asks for its own account's tickets only")
{
    Desk desk(helpdesk());
    desk.addAccount(QStringLiteral("Shop \"two\""));
    Batch batch;
    batch.workspace = workspace();
    desk.deliver(batch);
    REQUIRE(eventually([&] { return desk.reader->workspace(desk.account)->views.has_value(); }));
    const AccountId first = desk.account;
    desk.addAccount(QStringLiteral("Other"));
    Workspaces workspaces(*desk.reader);
    const SidebarModel model(*desk.reader, workspaces, desk.clock);
    const int row = model.rowOf(first, QStringLiteral("Refunds"));
    REQUIRE(row >= 0);
    const auto query = parseQuery(model.row(row).saved.query, desk.clock.now());
    REQUIRE(query);
    REQUIRE(query->terms.size() == 2);
    CHECK(query->terms.at(0).field == QueryTerm::Field::From);
    CHECK(query->terms.at(0).value == QStringLiteral("Shop \"two\""));
}

TEST_CASE("A opens the team's people with who is there, and typing finds one")
{
    Office office;
    office.press(Qt::Key_A);
    const QStringList words = wordsOf(office.part<Palette>(QStringLiteral("chooser")));
    REQUIRE(words.size() == 6);
    CHECK(words.at(0).startsWith(QStringLiteral("Me (Iva)")));
    CHECK(words.at(1) == QStringLiteral("Nobody"));
    CHECK(words.at(2) == QStringLiteral("Ana Jurić, busy"));
    CHECK(words.at(3) == QStringLiteral("Marko Horvat, offline"));
    CHECK(words.at(4) == QStringLiteral("refunds, my team"));
    office.choose(QStringLiteral("juric")); // without its accent
    CHECK(eventually([&] { return office.ticket().assignee == QStringLiteral("Ana Jurić"); }));
}

TEST_CASE("T gives a ticket to a team, and the row says so")
{
    Office office;
    office.press(Qt::Key_T);
    office.choose(QStringLiteral("second"));
    CHECK(eventually([&] { return office.ticket().team == QStringLiteral("second line"); }));
    auto &model = office.part<TicketListPane>().model();
    CHECK(eventually([&] {
        const int row = model.rowOf(office.ana);
        return row >= 0
            && model.index(row).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("team second line"));
    }));
}

TEST_CASE("Where tickets are of several accounts, only the people of all of them are offered")
{
    Desk desk(helpdesk());
    desk.addAccount(QStringLiteral("One"));
    const AccountId one = desk.account;
    Batch batch;
    batch.workspace = workspace();
    desk.deliver(batch);
    REQUIRE(eventually([&] { return desk.reader->workspace(one)->agents.has_value(); }));
    desk.addAccount(QStringLiteral("Two"));
    const AccountId two = desk.account;
    Workspaces workspaces(*desk.reader);
    CHECK_FALSE(peopleFor({one}, workspaces).anybody);
    CHECK(peopleFor({two}, workspaces).anybody); // keeps no list: any name will do
    CHECK(peopleFor({one, two}, workspaces).agents.size() == 2);
    CHECK(teamsFor({one}, workspaces).size() == 2);
    CHECK(teamsFor({one, two}, workspaces).isEmpty());
}

TEST_CASE("L puts a label on and takes it off, and a new tag is typed")
{
    Office office;
    office.press(Qt::Key_L);
    CHECK(wordsOf(office.part<Palette>(QStringLiteral("chooser")))
        == QStringList{QStringLiteral("refund, not chosen, Money goes back")});
    office.choose(QStringLiteral("ref"));
    CHECK(eventually([&] { return office.ticket().tags == QStringList{QStringLiteral("refund")}; }));
    office.part<TicketListPane>().list().setFocus();
    CHECK(eventually([&] {
        const int row = office.part<TicketListPane>().model().rowOf(office.ana);
        return row >= 0 && !office.part<TicketListPane>().model().row(row).ticket.tags.isEmpty();
    }));
    office.press(Qt::Key_L);
    auto &field = *office.part<Palette>(QStringLiteral("chooser")).findChild<QLineEdit *>();
    field.setText(QStringLiteral("lamp"));
    QTest::keyClick(&field, Qt::Key_Return, Qt::ControlModifier); // goes on choosing
    CHECK(office.part<Palette>(QStringLiteral("chooser")).isVisible());
    CHECK(wordsOf(office.part<Palette>(QStringLiteral("chooser"))).at(0).startsWith(QStringLiteral("lamp, chosen")));
    field.setText(QStringLiteral("refund"));
    QTest::keyClick(&field, Qt::Key_Return);
    CHECK(eventually([&] { return office.ticket().tags == QStringList{QStringLiteral("lamp")}; }));
}

TEST_CASE("Muting asks once, says what the server does, and undo lets the customer write again")
{
    Office office;
    office.press(Qt::Key_B, Qt::ShiftModifier);
    auto &ask = office.part<QMessageBox>(QStringLiteral("askMute"));
    CHECK(ask.informativeText().contains(QStringLiteral("resolves")));
    QTest::mouseClick(ask.findChild<QPushButton *>(QStringLiteral("reallyMute")), Qt::LeftButton);
    CHECK(eventually([&] { return office.ticket().muted; }));
    CHECK(office.ticket().status == TicketStatus::Resolved);
    CHECK(eventually([&] { return offered(*office.window, QStringLiteral("Let the customer write again")); }));
    office.part<TicketListPane>().list().setFocus();
    office.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(eventually([&] { return !office.ticket().muted && office.ticket().status == TicketStatus::Open; }));
}

TEST_CASE("A macro is previewed, done as one step, and taken back whole while nothing has left")
{
    Office office;
    office.desk.engine->setOnline(false);
    office.press(Qt::Key_M, Qt::ControlModifier);
    auto &dialog = office.part<MacroDialog>();
    QTest::keyClicks(dialog.findChild<QLineEdit *>(QStringLiteral("macroField")), QStringLiteral("refund"));
    auto &steps = *dialog.findChild<QListWidget *>(QStringLiteral("macroSteps"));
    REQUIRE(steps.count() == 3);
    CHECK(steps.item(1)->text().contains(QStringLiteral("Dear Ana, it is on its way.")));
    CHECK(dialog.findChild<QPushButton *>(QStringLiteral("macroRun"))->text() == QStringLiteral("Send and apply"));
    QTest::keyClick(dialog.findChild<QLineEdit *>(QStringLiteral("macroField")), Qt::Key_Return);
    CHECK(eventually([&] { return office.ticket().status == TicketStatus::Resolved; }));
    CHECK(office.ticket().tags == QStringList{QStringLiteral("refund")});
    REQUIRE(office.desk.ours(office.ana).size() == 1);
    office.part<TicketListPane>().list().setFocus();
    office.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(eventually([&] {
        return office.ticket().status == TicketStatus::Open && office.ticket().tags.isEmpty()
            && office.desk.ours(office.ana).isEmpty();
    }));
    const auto outbox = office.desk.outbox();
    CHECK(std::ranges::none_of(outbox, [](const OutboxRow &row) { return row.kind == u"reply"; }));
}

TEST_CASE("A macro with a blank that nobody fills does nothing and says why")
{
    Office office;
    office.press(Qt::Key_M, Qt::ControlModifier);
    auto &dialog = office.part<MacroDialog>();
    auto &field = *dialog.findChild<QLineEdit *>(QStringLiteral("macroField"));
    QTest::keyClicks(&field, QStringLiteral("order"));
    auto &warning = *dialog.findChild<QLabel *>(QStringLiteral("macroWarning"));
    CHECK(warning.isVisible());
    CHECK(warning.text().contains(QStringLiteral("order number")));
    QTest::keyClick(&field, Qt::Key_Return);
    CHECK(dialog.isVisible());
    CHECK(office.desk.outbox().isEmpty());
}

TEST_CASE("An account in trouble says in the sidebar which trouble it is")
{
    Office office;
    auto &rows = office.part<Sidebar>().rows();
    AccountStatus status;
    status.state = AccountState::Refused;
    status.detail = QStringLiteral("The token is refused. Put in another one.");
    rows.setStatus(office.desk.account, status);
    const int at = rows.rowCount() - 1;
    CHECK(rows.trouble(at) == QStringList{QStringLiteral("The token is refused")});
    CHECK(rows.index(at).data(Qt::ToolTipRole).toString().contains(QStringLiteral("Put in another one.")));
    CHECK(rows.index(at).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Put in another one.")));
}
