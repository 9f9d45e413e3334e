// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/print.h"
#include "ui/accounts/accounts_dialog.h"
#include "ui/accounts/add_account_dialog.h"
#include "ui/accounts/secret_dialog.h"
#include "ui/accounts/status_bar.h"
#include "ui/common/translation.h"
#include "ui/forms/desk.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeWidget>

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::tests;
using namespace parley::ui;

namespace {

template <typename Widget>
Widget *part(QWidget &parent, const char *name)
{
    auto *found = parent.findChild<Widget *>(QLatin1String(name));
    REQUIRE(found);
    return found;
}

void fill(QWidget &dialog, const char *name, const QString &text)
{
    auto *field = part<QLineEdit>(dialog, name);
    field->clear();
    QTest::keyClicks(field, text);
}

void fillAll(QWidget &dialog)
{
    fill(dialog, "name", QStringLiteral("Shop"));
    fill(dialog, "group", QStringLiteral("77"));
    fill(dialog, "secret", QStringLiteral("s3cret-token"));
}

QString trouble(QWidget &dialog)
{
    return part<QLabel>(dialog, "trouble")->text();
}

/// Everything a person could read in a window.
QString everyText(QWidget &window)
{
    QStringList texts;
    for (const QLabel *label : window.findChildren<QLabel *>())
        texts << label->text() << label->toolTip();
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>())
        texts << button->text() << button->toolTip() << button->accessibleName();
    for (const QLineEdit *edit : window.findChildren<QLineEdit *>())
        texts << edit->displayText() << edit->placeholderText() << edit->accessibleName();
    return texts.join(u'\n');
}

QString barText(StatusBar &bar)
{
    QStringList texts;
    for (const QToolButton *button : bar.findChildren<QToolButton *>(QStringLiteral("segment"))) {
        if (!button->isHidden())
            texts << button->text();
    }
    return texts.join(u'|');
}

} // namespace

TEST_CASE("The form names the missing field and puts the cursor there")
{
    Desk desk;
    AddAccountDialog dialog(*desk.engine, {fakePlatformInfo()});
    dialog.show();
    dialog.activateWindow();
    (void)QTest::qWaitForWindowActive(&dialog, 120'000);
    auto *connectButton = part<QPushButton>(dialog, "connect");
    connectButton->click();
    CHECK(trouble(dialog) == QStringLiteral("Please fill in “Name”."));
    CHECK(part<QLineEdit>(dialog, "name")->hasFocus());
    fill(dialog, "name", QStringLiteral("Shop"));
    CHECK(trouble(dialog).isEmpty());
    connectButton->click();
    CHECK(trouble(dialog) == QStringLiteral("Please fill in “Group number”."));
    fill(dialog, "group", QStringLiteral("77"));
    connectButton->click();
    CHECK(trouble(dialog) == QStringLiteral("Please fill in “Page token”."));
    CHECK(part<QLineEdit>(dialog, "secret")->hasFocus());
    CHECK(desk.world->secretsTried().isEmpty());
}

TEST_CASE("A platform that accepts the secret becomes an account, with the form's settings")
{
    Desk desk;
    AddAccountDialog dialog(*desk.engine, {fakePlatformInfo()});
    dialog.show();
    QSignalSpy added(&dialog, &AddAccountDialog::accountAdded);
    fillAll(dialog);
    part<QPushButton>(dialog, "connect")->click();
    REQUIRE(eventually([&] { return added.size() == 1; }));
    CHECK_FALSE(dialog.isVisible());
    const auto accounts = desk.reader->accounts();
    REQUIRE(accounts.ok());
    REQUIRE(accounts->size() == 1);
    CHECK(accounts->first().name == QStringLiteral("Shop"));
    CHECK(accounts->first().settings.value(QStringLiteral("group")) == QStringLiteral("77"));
    CHECK(accounts->first().settings.value(QStringLiteral("security")) == QStringLiteral("tls"));
    CHECK(desk.secrets->has(QStringLiteral("account/Shop")));
}

TEST_CASE("A wrong token is said in words, nothing is stored, and the form keeps what was typed")
{
    Desk desk;
    desk.world->refuseSecret(true);
    AddAccountDialog dialog(*desk.engine, {fakePlatformInfo()});
    dialog.show();
    fillAll(dialog);
    part<QPushButton>(dialog, "connect")->click();
    REQUIRE(eventually([&] { return !trouble(dialog).isEmpty(); }));
    CHECK(dialog.isVisible());
    CHECK(part<QLineEdit>(dialog, "group")->text() == QStringLiteral("77"));
    CHECK(part<QPushButton>(dialog, "connect")->isEnabled());
    CHECK(desk.reader->accounts()->isEmpty());
    CHECK_FALSE(desk.secrets->has(QStringLiteral("account/Shop")));
    // The same form succeeds once the token is right.
    desk.world->refuseSecret(false);
    part<QPushButton>(dialog, "connect")->click();
    CHECK(eventually([&] { return desk.reader->accounts()->size() == 1; }));
}

TEST_CASE("A name that is taken is refused in words")
{
    Desk desk;
    desk.addAccount(QStringLiteral("Shop"));
    AddAccountDialog dialog(*desk.engine, {fakePlatformInfo()});
    dialog.show();
    fillAll(dialog);
    part<QPushButton>(dialog, "connect")->click();
    REQUIRE(eventually([&] { return !trouble(dialog).isEmpty(); }));
    CHECK(trouble(dialog).contains(QStringLiteral("Shop")));
    CHECK(desk.reader->accounts()->size() == 1);
}

TEST_CASE("The secret is shown nowhere and forgotten when the dialog closes")
{
    Desk desk;
    desk.world->refuseSecret(true);
    AddAccountDialog dialog(*desk.engine, {fakePlatformInfo()});
    dialog.show();
    fillAll(dialog);
    part<QPushButton>(dialog, "connect")->click();
    REQUIRE(eventually([&] { return !trouble(dialog).isEmpty(); }));
    CHECK_FALSE(everyText(dialog).contains(QStringLiteral("s3cret")));
    dialog.close();
    CHECK(part<QLineEdit>(dialog, "secret")->text().isEmpty());
}

TEST_CASE("Closing the dialog during a sign-in takes the account back")
{
    Desk desk;
    desk.world->holdSignIn(true);
    {
        AddAccountDialog dialog(*desk.engine, {fakePlatformInfo()});
        dialog.show();
        fillAll(dialog);
        part<QPushButton>(dialog, "connect")->click();
        CHECK_FALSE(part<QPushButton>(dialog, "connect")->isEnabled());
        dialog.reject();
    }
    desk.world->holdSignIn(false);
    REQUIRE(eventually([&] { return desk.world->secretsTried().size() >= 1; }));
    CHECK(eventually(
        [&] { return desk.reader->accounts()->isEmpty() && !desk.secrets->has(QStringLiteral("account/Shop")); }));
    // Its name is free again.
    CHECK(eventually([&] {
        sync::AccountDraft draft;
        draft.account.name = QStringLiteral("Shop");
        draft.account.platform = QStringLiteral("fake");
        draft.secret = "x";
        return awaited(desk.engine->addAccount(draft)).ok();
    }));
}

TEST_CASE("A new secret takes the old one's place and the account signs in with it")
{
    Desk desk;
    desk.addAccount();
    const auto accounts = desk.reader->accounts();
    REQUIRE(accounts.ok());
    SecretDialog dialog(*desk.engine, accounts->first(), fakePlatformInfo());
    dialog.show();
    part<QPushButton>(dialog, "replace")->click();
    CHECK(trouble(dialog).contains(QStringLiteral("Page token")));
    CHECK(desk.secrets->read(QStringLiteral("account/Shop"))->value() == QByteArray("token-of-the-shop"));
    fill(dialog, "secret", QStringLiteral("right"));
    part<QPushButton>(dialog, "replace")->click();
    REQUIRE(eventually([&] { return !dialog.isVisible(); }));
    CHECK(desk.secrets->read(QStringLiteral("account/Shop"))->value() == QByteArray("right"));
    CHECK(eventually([&] { return desk.world->secretsTried().contains(QByteArray("right")); }));
    CHECK(part<QLineEdit>(dialog, "secret")->text().isEmpty());
}

TEST_CASE("Removing an account asks once and names what goes")
{
    Desk desk;
    desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    AccountsDialog dialog(*desk.engine, *desk.reader, {fakePlatformInfo()}, desk.clock);
    dialog.show();
    auto *tree = dialog.findChild<QTreeWidget *>();
    REQUIRE(tree->topLevelItemCount() == 1);
    CHECK(tree->topLevelItem(0)->text(0) == QStringLiteral("Fakebook · Shop"));
    part<QPushButton>(dialog, "remove")->click();
    auto *ask = dialog.findChild<QMessageBox *>(QStringLiteral("askRemove"));
    REQUIRE(ask);
    CHECK(ask->text().contains(QStringLiteral("Shop")));
    CHECK(ask->informativeText().contains(QStringLiteral("conversations")));
    CHECK(ask->informativeText().contains(QStringLiteral("stays there")));
    CHECK(desk.reader->accounts()->size() == 1);
    part<QPushButton>(*ask, "reallyRemove")->click();
    REQUIRE(eventually([&] { return tree->topLevelItemCount() == 0; }));
    CHECK(desk.reader->accounts()->isEmpty());
    CHECK(eventually([&] { return !desk.secrets->has(QStringLiteral("account/Shop")); })); // after the rows
}

TEST_CASE("The status bar claims completeness only while every account has it")
{
    Desk desk;
    StatusBar bar(*desk.engine, *desk.reader, {fakePlatformInfo()}, desk.clock, false);
    CHECK(barText(bar) == QStringLiteral("No account is connected"));
    desk.addAccount();
    REQUIRE(eventually([&] { return barText(bar).startsWith(QStringLiteral("● complete to")); }));
    part<QToolButton>(bar, "offline")->click();
    REQUIRE(eventually([&] { return barText(bar).contains(QStringLiteral("offline")); }));
    CHECK_FALSE(barText(bar).contains(QStringLiteral("●")));
    CHECK(bar.isOffline());
    part<QToolButton>(bar, "offline")->click();
    CHECK(eventually([&] { return barText(bar).startsWith(QStringLiteral("● complete to")); }));
}

TEST_CASE("The status bar counts the outbox and opens it")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    StatusBar bar(*desk.engine, *desk.reader, {fakePlatformInfo()}, desk.clock, false);
    auto *outbox = part<QToolButton>(bar, "outboxButton");
    CHECK(outbox->text() == QStringLiteral("Outbox 0"));
    desk.world->answerPushesWith(
        Error{ErrorKind::Rejected, QStringLiteral("no"), QStringLiteral("Not like this."), {}, false});
    REQUIRE(awaited(desk.engine->submit({ana, Reply{QStringLiteral("hi"), {}, false, {}}, {}})).ok());
    CHECK(eventually([&] { return outbox->text() == QStringLiteral("Outbox 1 · 1 failed"); }));
    QSignalSpy asked(&bar, &StatusBar::outboxRequested);
    outbox->click();
    CHECK(asked.size() == 1);
}

TEST_CASE("Another language is spoken at once by every form that is open")
{
    Desk desk;
    desk.addAccount();
    StatusBar bar(*desk.engine, *desk.reader, {fakePlatformInfo()}, desk.clock, false);
    AddAccountDialog dialog(*desk.engine, {fakePlatformInfo()});
    bar.show();
    dialog.show();
    QSignalSpy changed(&bar, &StatusBar::languageChanged);
    const auto choose = [&](int index) { part<QToolButton>(bar, "language")->menu()->actions().at(index)->trigger(); };
    choose(1);
    REQUIRE(eventually([&] { return dialog.windowTitle() != QStringLiteral("Connect an account"); }));
    CHECK(dialog.windowTitle() == QStringLiteral("Подключение аккаунта"));
    CHECK(part<QToolButton>(bar, "language")->text().startsWith(QStringLiteral("RU")));
    choose(2);
    CHECK(eventually([&] { return part<QToolButton>(bar, "language")->text().startsWith(QStringLiteral("HR")); }));
    CHECK_FALSE(dialog.windowTitle().isEmpty());
    choose(0);
    CHECK(eventually([&] { return dialog.windowTitle() == QStringLiteral("Connect an account"); }));
    CHECK(changed.size() == 3);
}
