// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "platforms/platform.h"
#include "storage/support.h"
#include "sync/engine.h"
#include "ui/common/palette.h"
#include "ui/common/tokens.h"
#include "ui/composer/composer.h"
#include "ui/conversation/conversation_pane.h"
#include "ui/conversation/message_view.h"
#include "ui/example_desk.h"
#include "ui/inbox/sidebar.h"
#include "ui/inbox/ticket_list_pane.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTest>
#include <QTextEdit>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <cmath>

using namespace parley;
using namespace parley::tests;

namespace {

/// The real window over the example desk. The engine is not started: what it is asked to do is not done.
struct Window {
    Window()
    {
        {
            auto store = must(storage::Store::open(path(), key, clock));
            desk = fillExampleDesk(*store, clock.now());
        }
        reader = must(storage::Reader::open(path(), key));
        sync::EngineConfig config;
        config.cachePath = path();
        config.key = key;
        config.offline = true;
        engine = std::make_unique<sync::Engine>(config);
        open();
    }
    void open()
    {
        QList<PlatformInfo> infos;
        for (const auto &entry : platforms::registry())
            infos.append(entry.info);
        window = std::make_unique<ui::MainWindow>(ui::Ports{*engine, *reader,
            [this] { return storage::Reader::open(path(), key); }, infos, clock, folder.path(), false});
        window->resize(1300, 800);
        window->show();
        window->activateWindow();
        (void)QTest::qWaitForWindowActive(window.get(), 120'000);
    }
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("cache.db")); }
    template <typename T>
    [[nodiscard]] T &part()
    {
        auto *found = window->findChild<T *>();
        REQUIRE(found);
        return *found;
    }
    void press(int key, Qt::KeyboardModifiers with = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : window.get(), Qt::Key(key), with);
    }

    QTemporaryDir folder;
    HandClock clock;
    storage::CacheKey key = storage::CacheKey::generate();
    ExampleDesk desk;
    std::unique_ptr<storage::Reader> reader;
    std::unique_ptr<sync::Engine> engine;
    std::unique_ptr<ui::MainWindow> window;
};

bool needsName(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
        || qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget)
        || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget);
}

/// Controls that a screen reader would have no name for.
QStringList nameless(QWidget &root)
{
    QStringList found;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        const bool within = widget->parentWidget()
            && (qobject_cast<QComboBox *>(widget->parentWidget()) || qobject_cast<QLineEdit *>(widget->parentWidget()));
        if (!needsName(widget) || within || widget->objectName().startsWith(u"qt_")
            || widget->inherits("QComboBoxListView"))
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty())
            found += QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
    }
    return found;
}

double luminance(const QColor &colour)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace

TEST_CASE("Every control of the window has a name for a screen reader")
{
    Window shown;
    shown.window->openTicket(shown.desk.tickets.value(QStringLiteral("petra")));
    CHECK(nameless(*shown.window) == QStringList());
    shown.press(Qt::Key_K, Qt::ControlModifier);
    auto *palette = shown.window->findChild<ui::Palette *>();
    REQUIRE(palette);
    CHECK(palette->isVisible());
    CHECK(nameless(*palette) == QStringList());
}

TEST_CASE("A row of the list reads as a sentence")
{
    Window shown;
    ui::TicketListModel &model = shown.part<ui::TicketListPane>().model();
    shown.part<ui::TicketListPane>().showView(storage::View::AllOpen);
    const int row = model.rowOf(shown.desk.tickets.value(QStringLiteral("ivan")));
    REQUIRE(row >= 0);
    const QString sentence = model.data(model.index(row), Qt::AccessibleTextRole).toString();
    INFO(sentence.toStdString());
    CHECK(sentence.startsWith(QStringLiteral("Telegram, Иван Петров, needs answer, not seen, waits 1 h, urgent")));
}

TEST_CASE("J and K go through the list, O into the thread, Esc back, and / to the search")
{
    Window shown;
    ui::TicketListPane &list = shown.part<ui::TicketListPane>();
    list.showView(storage::View::AllOpen);
    list.list().setFocus();
    list.list().setCurrentIndex(list.model().index(0));
    shown.press(Qt::Key_J);
    CHECK(shown.window->currentTicket() == list.model().row(1).ticket.id);
    shown.press(Qt::Key_K);
    CHECK(shown.window->currentTicket() == list.model().row(0).ticket.id);
    shown.press(Qt::Key_O);
    CHECK(shown.part<ui::MessageView>().hasFocus());
    shown.press(Qt::Key_Escape);
    CHECK(list.list().hasFocus());
    shown.press(Qt::Key_R);
    CHECK(shown.part<ui::Composer>().isAncestorOf(QApplication::focusWidget()));
    shown.press(Qt::Key_J); // typed, not a key of the desk
    CHECK(shown.window->currentTicket() == list.model().row(0).ticket.id);
}

TEST_CASE("A ticket that leaves the list stays open, and J goes on from where it stood")
{
    Window shown;
    ui::TicketListPane &list = shown.part<ui::TicketListPane>();
    list.showView(storage::View::AllOpen);
    list.list().setCurrentIndex(list.model().index(1));
    const TicketId open = shown.window->currentTicket();
    const TicketId following = list.model().row(2).ticket.id;
    {
        auto store = must(storage::Store::open(shown.path(), shown.key, shown.clock));
        const auto done = must(store->submit({.ticket = open,
            .command = SetStatus{.status = TicketStatus::Resolved, .snoozedUntil = {}},
            .seenUpTo = {}}));
        list.model().applyChanges(done.changes);
    }
    CHECK(list.model().rowOf(open) < 0);
    CHECK(shown.window->currentTicket() == open);
    list.list().step(1);
    CHECK(shown.window->currentTicket() == following);
}

TEST_CASE("A ticket that comes back into the list is shown as the open one, and J still goes on from where it stood")
{
    Window shown;
    ui::TicketListPane &list = shown.part<ui::TicketListPane>();
    list.showView(storage::View::AllOpen);
    list.list().setCurrentIndex(list.model().index(1));
    const TicketId open = shown.window->currentTicket();
    const TicketId before = list.model().row(0).ticket.id;
    const TicketId following = list.model().row(2).ticket.id;
    const auto become = [&](TicketStatus status) {
        auto store = must(storage::Store::open(shown.path(), shown.key, shown.clock));
        const auto done = must(store->submit(
            {.ticket = open, .command = SetStatus{.status = status, .snoozedUntil = {}}, .seenUpTo = {}}));
        list.model().applyChanges(done.changes);
    };
    become(TicketStatus::Resolved);
    CHECK_FALSE(list.list().current().isValid());
    become(TicketStatus::Open);
    CHECK(list.list().current() == open);
    SECTION("down")
    {
        list.list().step(1);
        CHECK(shown.window->currentTicket() == following);
    }
    SECTION("up")
    {
        list.list().step(-1);
        CHECK(shown.window->currentTicket() == before);
    }
    SECTION("and away again")
    {
        become(TicketStatus::Resolved);
        CHECK_FALSE(list.list().current().isValid());
        list.list().step(1);
        CHECK(shown.window->currentTicket() == following);
    }
}

TEST_CASE("The next start shows the same view and ticket")
{
    Window shown;
    shown.part<ui::TicketListPane>().showView(storage::View::Snoozed);
    const TicketId ticket = shown.desk.tickets.value(QStringLiteral("ana"));
    shown.window->openTicket(ticket);
    shown.window->close();
    shown.window.reset();
    shown.open();
    CHECK(shown.window->currentTicket() == ticket);
    CHECK(shown.part<ui::TicketListPane>().view() == storage::View::Snoozed);
}

TEST_CASE("The first ticket is shown whole, whether its fields were built with it or before")
{
    const QStringList fields{QStringLiteral("replyTab"), QStringLiteral("replyField"), QStringLiteral("send"),
        QStringLiteral("customerName"), QStringLiteral("assignee"), QStringLiteral("tags"),
        QStringLiteral("contactNote")};
    const bool before = GENERATE(false, true);
    INFO("built before: " << before);
    Window shown;
    for (const QString &name : fields)
        CHECK_FALSE(shown.window->findChild<QWidget *>(name)); // a start without a ticket does not wait for them
    if (before) {
        shown.window->prepareThread();
        for (const QString &name : fields) {
            const auto *field = shown.window->findChild<QWidget *>(name);
            REQUIRE(field);
            CHECK_FALSE(field->isVisible());
        }
    }
    shown.window->openTicket(shown.desk.tickets.value(QStringLiteral("petra")));
    for (const QString &name : fields) {
        INFO(name.toStdString());
        const auto *field = shown.window->findChild<QWidget *>(name);
        REQUIRE(field);
        CHECK(field->isVisible());
        CHECK(field->width() > 0);
    }
}

TEST_CASE("Under 700 pixels the list and the thread take turns")
{
    Window shown;
    shown.window->resize(600, 700);
    CHECK(shown.part<ui::TicketListPane>().isVisible());
    CHECK_FALSE(shown.part<ui::ConversationPane>().isVisible());
    shown.window->openTicket(shown.desk.tickets.value(QStringLiteral("ana")));
    CHECK_FALSE(shown.part<ui::TicketListPane>().isVisible());
    CHECK(shown.part<ui::ConversationPane>().isVisible());
    shown.press(Qt::Key_Escape);
    CHECK(shown.part<ui::TicketListPane>().isVisible());
}

TEST_CASE("A query that is not understood is explained under the field")
{
    Window shown;
    shown.part<ui::TicketListPane>().showQuery(QStringLiteral("is:opne"));
    bool explained = false;
    for (const QLabel *label : shown.part<ui::TicketListPane>().findChildren<QLabel *>())
        explained = explained || (label->isVisible() && label->text().contains(QStringLiteral("is:open")));
    CHECK(explained);
}

TEST_CASE("Text stands out from its ground in both themes")
{
    for (const ui::Tokens *tokens : {&ui::lightTokens(), &ui::darkTokens()}) {
        INFO((tokens->dark ? "dark" : "light"));
        for (const QColor &ground :
            {tokens->ground, tokens->panel, tokens->in, tokens->out, tokens->note, tokens->selection}) {
            CHECK(contrast(tokens->text, ground) >= 7.0);
            CHECK(contrast(tokens->dim, ground) >= 4.5);
        }
        CHECK(contrast(tokens->accent, tokens->panel) >= 4.5);
        CHECK(contrast(tokens->accentText, tokens->accent) >= 4.5);
        CHECK(contrast(tokens->missed, tokens->panel) >= 4.5);
        CHECK(contrast(tokens->watch, tokens->panel) >= 4.5);
    }
}
