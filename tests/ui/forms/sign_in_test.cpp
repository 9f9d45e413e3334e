// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in in the browser, from the set-up form and when a secret is replaced.
#include "support/print.h"
#include "ui/accounts/add_account_dialog.h"
#include "ui/accounts/secret_dialog.h"
#include "ui/forms/desk.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::tests;
using namespace parley::ui;

namespace {

/// Stands for the system's browser.
class Browser : public QObject
{
    Q_OBJECT
public:
    Browser() { QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); }

    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

template <typename Widget>
Widget *part(QWidget &window, const char *name)
{
    auto *found = window.findChild<Widget *>(QString::fromLatin1(name));
    REQUIRE(found);
    return found;
}

void type(QWidget &window, const char *name, const QString &text)
{
    auto *edit = part<QLineEdit>(window, name);
    edit->clear();
    QTest::keyClicks(edit, text);
}

QString trouble(QWidget &window)
{
    return part<QLabel>(window, "trouble")->text();
}

void chooseBrowser(AddAccountDialog &dialog)
{
    auto *way = part<QComboBox>(dialog, "way");
    way->setCurrentText(QStringLiteral("browser"));
    Q_EMIT way->activated(way->currentIndex());
}

} // namespace

TEST_CASE("The form asks only for what the chosen way of signing in needs")
{
    Desk desk;
    AddAccountDialog dialog(*desk.engine, {doorPlatformInfo()});
    dialog.show();
    CHECK_FALSE(part<QLineEdit>(dialog, "client")->isVisible());
    CHECK_FALSE(part<QLineEdit>(dialog, "key")->isVisible());
    CHECK_FALSE(part<QPushButton>(dialog, "browserSignIn")->isVisible());
    chooseBrowser(dialog);
    CHECK(part<QLineEdit>(dialog, "client")->isVisible());
    CHECK(part<QLineEdit>(dialog, "key")->isVisible());
    CHECK(part<QPushButton>(dialog, "browserSignIn")->isVisible());
    type(dialog, "name", QStringLiteral("Shop"));
    part<QPushButton>(dialog, "connect")->click();
    CHECK(trouble(dialog) == QStringLiteral("Please fill in “Client”."));
    // What is hidden is neither demanded nor stored.
    type(dialog, "client", QStringLiteral("me"));
    part<QComboBox>(dialog, "way")->setCurrentText(QStringLiteral("password"));
    type(dialog, "secret", QStringLiteral("x"));
    part<QPushButton>(dialog, "connect")->click();
    REQUIRE(eventually([&] { return !desk.reader->accounts()->isEmpty(); }));
    CHECK(desk.reader->accounts()->first().settings.keys() == QStringList{QStringLiteral("way")});
}

TEST_CASE("Signing in in the browser opens the page and fills in the secret")
{
    Desk desk;
    Browser browser;
    desk.world->answerBrowserWith(Result<QByteArray>(QByteArray("from-the-browser")));
    AddAccountDialog dialog(*desk.engine, {doorPlatformInfo()});
    dialog.show();
    chooseBrowser(dialog);
    type(dialog, "name", QStringLiteral("Shop"));
    type(dialog, "client", QStringLiteral("me"));
    part<QPushButton>(dialog, "browserSignIn")->click();
    REQUIRE(eventually([&] { return !part<QLineEdit>(dialog, "secret")->text().isEmpty(); }));
    CHECK(part<QLineEdit>(dialog, "secret")->text() == QStringLiteral("from-the-browser"));
    CHECK(part<QLineEdit>(dialog, "secret")->echoMode() == QLineEdit::Password);
    CHECK(desk.world->browserAccounts().first().settings.value(QStringLiteral("client")) == QStringLiteral("me"));
    CHECK(desk.reader->accounts()->isEmpty());
    part<QPushButton>(dialog, "connect")->click();
    REQUIRE(eventually([&] { return desk.reader->accounts()->size() == 1; }));
    CHECK(eventually([&] { return desk.world->secretsTried().contains(QByteArray("from-the-browser")); }));
}

TEST_CASE("A sign-in in the browser says that it waits, can be given up, and is given up with the dialog")
{
    Desk desk;
    Browser browser;
    AddAccountDialog dialog(*desk.engine, {doorPlatformInfo()});
    dialog.show();
    chooseBrowser(dialog);
    auto *button = part<QPushButton>(dialog, "browserSignIn");
    const QString offer = button->text();
    button->click();
    REQUIRE(eventually([&] { return browser.opened.size() == 1; }));
    CHECK(browser.opened.first().host() == QStringLiteral("door.test"));
    CHECK(button->text() != offer);
    CHECK(part<QLabel>(dialog, "browserWords")->text().contains(QStringLiteral("https://door.test/sign-in")));
    button->click();
    CHECK(button->text() == offer);
    CHECK(trouble(dialog).isEmpty());

    button->click();
    REQUIRE(eventually([&] { return browser.opened.size() == 2; }));
    dialog.reject();
    // The engine is free again: another one goes through.
    desk.world->answerBrowserWith(Result<QByteArray>(QByteArray("x")));
    sync::AccountDraft draft;
    draft.account.platform = QStringLiteral("door");
    CHECK(awaited(desk.engine->signInByBrowser(draft, [](const QUrl &) { })).ok());
    CHECK(part<QLineEdit>(dialog, "secret")->text().isEmpty());
}

TEST_CASE("A sign-in that was refused is said in words")
{
    Desk desk;
    Browser browser;
    desk.world->answerBrowserWith(Result<QByteArray>(
        Error{ErrorKind::Rejected, QStringLiteral("no"), QStringLiteral("You said no."), {}, false}));
    AddAccountDialog dialog(*desk.engine, {doorPlatformInfo()});
    dialog.show();
    chooseBrowser(dialog);
    part<QPushButton>(dialog, "browserSignIn")->click();
    REQUIRE(eventually([&] { return trouble(dialog) == QStringLiteral("You said no."); }));
    CHECK(part<QLineEdit>(dialog, "secret")->text().isEmpty());
}

TEST_CASE("An account whose sign-in has run out is signed in again from where its secret is replaced")
{
    Desk desk;
    Browser browser;
    sync::AccountDraft draft;
    draft.account.name = QStringLiteral("Shop");
    draft.account.platform = QStringLiteral("door");
    draft.account.settings.insert(QStringLiteral("way"), QStringLiteral("browser"));
    draft.secret = "old";
    REQUIRE(awaited(desk.engine->addAccount(draft)).ok());
    desk.world->answerBrowserWith(Result<QByteArray>(QByteArray("new")));
    SecretDialog dialog(*desk.engine, desk.reader->accounts()->first(), doorPlatformInfo());
    dialog.show();
    part<QPushButton>(dialog, "browserSignIn")->click();
    REQUIRE(eventually([&] { return part<QLineEdit>(dialog, "secret")->text() == QStringLiteral("new"); }));
    part<QPushButton>(dialog, "replace")->click();
    REQUIRE(eventually([&] { return !dialog.isVisible(); }));
    CHECK(desk.secrets->read(QStringLiteral("account/Shop"))->value() == QByteArray("new"));

    // Where the account has a password there is nothing to sign in to.
    Account byPassword = desk.reader->accounts()->first();
    byPassword.settings.insert(QStringLiteral("way"), QStringLiteral("password"));
    SecretDialog other(*desk.engine, byPassword, doorPlatformInfo());
    CHECK_FALSE(other.findChild<QPushButton *>(QStringLiteral("browserSignIn")));
}

#include "sign_in_test.moc"
