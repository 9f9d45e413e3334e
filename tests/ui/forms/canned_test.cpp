// SPDX-License-Identifier: GPL-3.0-or-later
// Canned responses while one writes.
#include "support/print.h"
#include "ui/canned/canned_popup.h"
#include "ui/composer/composer.h"
#include "ui/composer/message_field.h"
#include "ui/forms/desk.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::tests;
using namespace parley::ui;

namespace {

Capabilities capabilities()
{
    Capabilities made;
    made.textLimit = 60;
    made.idempotency = Capabilities::Idempotency::ByClientId;
    return made;
}

QList<CannedResponse> someResponses()
{
    return {
        {QStringLiteral("hi"), QStringLiteral("Dobar dan, {{customer.first_name}}!")},
        {QStringLiteral("order"), QStringLiteral("Order {{?order number}} comes {{?day}}. Thank you.")},
        {QStringLiteral("place"), QStringLiteral("Before {{cursor}} after.")},
        {QStringLiteral("long"), QString(QStringLiteral("word ")).repeated(30)},
    };
}

/// Ana's ticket, a team with canned responses, and the composer open on it.
struct Bench {
    explicit Bench(Desk &given, const std::optional<QList<CannedResponse>> &responses = someResponses())
        : desk(given)
        , ana(desk.incoming(QStringLiteral("Ana"), QStringLiteral("Gdje je paket?")))
        , composer(*desk.engine, *desk.reader, {fakePlatformInfo()}, desk.clock)
    {
        QObject::connect(desk.engine.get(), &sync::Engine::changed, &composer, &Composer::applyChanges);
        QObject::connect(desk.engine.get(), &sync::Engine::changed, &composer,
            [this](const Changes &changes) { m_told = m_told || changes.workspaces.contains(desk.account); });
        if (responses)
            share(*responses);
        composer.resize(700, 420);
        composer.show();
        composer.activateWindow();
        (void)QTest::qWaitForWindowActive(&composer, 120'000);
        composer.setTicket(ana);
        reply()->setFocus();
    }
    /// The team's responses become these; returns when the composer has been told.
    void share(const QList<CannedResponse> &responses)
    {
        m_told = false;
        Batch batch;
        batch.workspace.cannedResponses = responses;
        desk.deliver(batch);
        REQUIRE(eventually([&] {
            const auto workspace = desk.reader->workspace(desk.account);
            return m_told && workspace && workspace->cannedResponses == responses;
        }));
    }
    template <typename Widget>
    Widget *part(const char *name)
    {
        auto *found = composer.findChild<Widget *>(QLatin1String(name));
        REQUIRE(found);
        return found;
    }
    MessageField *reply() { return part<MessageField>("replyField"); }
    QString text() { return reply()->toPlainText(); }
    QString hint() { return part<QLabel>("hint")->text(); }
    bool isListed()
    {
        const auto *popup = composer.findChild<CannedPopup *>();
        return popup && popup->isVisible();
    }
    void keys(const QString &typed) { QTest::keyClicks(reply(), typed); }
    void key(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) { QTest::keyClick(reply(), key, with); }

    Desk &desk;
    TicketId ana;
    Composer composer;

private:
    bool m_told = false;
};

} // namespace

TEST_CASE("A slash at the beginning of a word finds a response, and Enter puts it where the cursor stands")
{
    Desk desk(capabilities());
    Bench bench(desk);
    bench.keys(QStringLiteral("Well, and so on"));
    for (int i = 0; i < 10; ++i)
        bench.key(Qt::Key_Left); // after "Well,"
    bench.keys(QStringLiteral(" /h"));
    REQUIRE(bench.isListed());
    CHECK(bench.reply()->accessibleDescription().startsWith(QStringLiteral("hi, 1 of ")));
    bench.key(Qt::Key_Return);
    CHECK_FALSE(bench.isListed());
    CHECK(bench.text() == QStringLiteral("Well, Dobar dan, Ana! and so on"));
    CHECK(bench.desk.world->pushed().isEmpty());
    bench.reply()->undo(); // one step back is what was typed
    CHECK(bench.text() == QStringLiteral("Well, /h and so on"));
}

TEST_CASE("A semicolon and Ctrl+Space open the list too, and keys choose in it")
{
    Desk desk(capabilities());
    Bench bench(desk);
    bench.keys(QStringLiteral(";"));
    REQUIRE(bench.isListed());
    bench.key(Qt::Key_Escape);
    CHECK_FALSE(bench.isListed());
    CHECK(bench.text() == QStringLiteral(";"));
    bench.key(Qt::Key_Space, Qt::ControlModifier);
    REQUIRE(bench.isListed());
    CHECK(bench.reply()->accessibleDescription().startsWith(QStringLiteral("hi, 1 of 4")));
    bench.key(Qt::Key_Down);
    CHECK(bench.reply()->accessibleDescription().startsWith(QStringLiteral("long, 2 of 4")));
    bench.key(Qt::Key_Up);
    bench.key(Qt::Key_Up); // round
    CHECK(bench.reply()->accessibleDescription().startsWith(QStringLiteral("place, 4 of 4")));
    bench.key(Qt::Key_Return, Qt::ControlModifier); // inserts, and sends nothing
    CHECK(bench.text() == QStringLiteral(";Before  after."));
    CHECK(bench.desk.world->pushed().isEmpty());
    bench.keys(QStringLiteral("here")); // where the response wants it
    CHECK(bench.text() == QStringLiteral(";Before here after."));
}

TEST_CASE("A slash within a word, and one that finds nothing, are only signs")
{
    Desk desk(capabilities());
    Bench bench(desk);
    bench.keys(QStringLiteral("and/or"));
    CHECK_FALSE(bench.isListed());
    bench.keys(QStringLiteral(" /zzz"));
    CHECK_FALSE(bench.isListed());
    bench.key(Qt::Key_Return);
    CHECK(bench.text() == QStringLiteral("and/or /zzz\n"));
}

TEST_CASE("The list goes with the sign that opened it, and when one writes on")
{
    Desk desk(capabilities());
    Bench bench(desk);
    bench.keys(QStringLiteral("/"));
    REQUIRE(bench.isListed());
    bench.key(Qt::Key_Backspace);
    CHECK_FALSE(bench.isListed());
    bench.keys(QStringLiteral("/ "));
    CHECK_FALSE(bench.isListed());
}

TEST_CASE("What is still to be filled in stops the sending and is jumped to")
{
    Desk desk(capabilities());
    Bench bench(desk);
    bench.keys(QStringLiteral("/ord"));
    bench.key(Qt::Key_Return);
    CHECK(bench.text() == QStringLiteral("Order {{order number}} comes {{day}}. Thank you."));
    CHECK(bench.reply()->textCursor().selectedText() == QStringLiteral("{{order number}}"));
    CHECK(bench.hint() == QStringLiteral("Fill in: order number, day"));
    bench.reply()->moveCursor(QTextCursor::End);
    bench.key(Qt::Key_Return, Qt::ControlModifier);
    CHECK(bench.reply()->textCursor().selectedText() == QStringLiteral("{{order number}}"));
    CHECK(bench.hint().contains(QStringLiteral("“order number” is still to be filled in")));
    CHECK(bench.desk.outbox().isEmpty());
    bench.keys(QStringLiteral("1041"));
    bench.key(Qt::Key_Tab);
    CHECK(bench.reply()->textCursor().selectedText() == QStringLiteral("{{day}}"));
    bench.keys(QStringLiteral("today"));
    CHECK(bench.hint().isEmpty());
    bench.key(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(eventually([&] { return bench.desk.world->pushed().size() == 1; }));
    CHECK(std::get<Reply>(bench.desk.world->pushed().first().command).text
        == QStringLiteral("Order 1041 comes today. Thank you."));
}

TEST_CASE("Tab leaves the field from the last blank, and where there is none")
{
    Desk desk(capabilities());
    Bench bench(desk);
    bench.keys(QStringLiteral("/ord"));
    bench.key(Qt::Key_Return);
    bench.key(Qt::Key_Tab);
    CHECK(bench.reply()->textCursor().selectedText() == QStringLiteral("{{day}}"));
    bench.key(Qt::Key_Backtab, Qt::ShiftModifier);
    CHECK(bench.reply()->textCursor().selectedText() == QStringLiteral("{{order number}}"));
    bench.key(Qt::Key_Tab);
    bench.key(Qt::Key_Tab);
    CHECK_FALSE(bench.reply()->hasFocus());
}

TEST_CASE("Braces that the agent wrote are text")
{
    Desk desk(capabilities());
    Bench bench(desk);
    bench.keys(QStringLiteral("Write {{name}} there"));
    CHECK(bench.hint().isEmpty());
    bench.key(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(eventually([&] { return bench.desk.world->pushed().size() == 1; }));
    CHECK(std::get<Reply>(bench.desk.world->pushed().first().command).text == QStringLiteral("Write {{name}} there"));
}

TEST_CASE("A draft of yesterday with a blank in it is not sent either")
{
    Desk desk(capabilities());
    {
        Bench bench(desk);
        bench.keys(QStringLiteral("/ord"));
        bench.key(Qt::Key_Return);
    }
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("?"));
    REQUIRE(eventually([&] { return desk.reader->draft(ana)->text.contains(QStringLiteral("{{day}}")); }));
    Composer again(*desk.engine, *desk.reader, {fakePlatformInfo()}, desk.clock);
    again.setTicket(ana);
    CHECK(again.findChild<QLabel *>(QStringLiteral("hint"))->text() == QStringLiteral("Fill in: order number, day"));
    again.send(false);
    CHECK(desk.outbox().isEmpty());
}

TEST_CASE("A response longer than the channel takes is shown as the messages it becomes")
{
    Desk desk(capabilities());
    Bench bench(desk);
    bench.keys(QStringLiteral("/long"));
    bench.key(Qt::Key_Return);
    CHECK(bench.part<QToolButton>("split")->isVisible());
    CHECK(bench.part<QToolButton>("split")->text().contains(QStringLiteral("3 message")));
}

TEST_CASE("Where there are no responses, opening the list says where they come from, and a slash is a slash")
{
    Desk desk(capabilities());
    Bench bench(desk, std::nullopt);
    bench.keys(QStringLiteral("/"));
    CHECK_FALSE(bench.isListed());
    bench.part<QToolButton>("canned")->click();
    REQUIRE(bench.isListed());
    const QString none = bench.composer.findChild<QLabel *>(QStringLiteral("cannedNone"))->text();
    CHECK(none.contains(QStringLiteral("helpdesk server")));
    CHECK(bench.reply()->accessibleDescription() == none);
    bench.key(Qt::Key_Escape);
    CHECK_FALSE(bench.isListed());
    bench.share({});
    bench.part<QToolButton>("canned")->click();
    CHECK(bench.composer.findChild<QLabel *>(QStringLiteral("cannedNone"))
            ->text()
            .startsWith(QStringLiteral("The team has no canned responses yet")));
}

TEST_CASE("New responses are there as soon as the server's are read")
{
    Desk desk(capabilities());
    Bench bench(desk);
    bench.keys(QStringLiteral("/fresh"));
    CHECK_FALSE(bench.isListed());
    bench.share({{QStringLiteral("fresh"), QStringLiteral("New here.")}});
    REQUIRE(eventually([&] { return bench.isListed(); }));
    bench.key(Qt::Key_Return);
    CHECK(bench.text() == QStringLiteral("New here."));
}

TEST_CASE("A long word on why nothing was sent stands above the buttons, a short one beside them")
{
    Desk desk(capabilities());
    Bench bench(desk, QList<CannedResponse>{{QStringLiteral("a"), QStringLiteral("{{?x}}")}});
    bench.keys(QStringLiteral("/a"));
    bench.key(Qt::Key_Return);
    QCoreApplication::processEvents();
    const auto *hint = bench.part<QLabel>("hint");
    const auto *send = bench.part<QPushButton>("send");
    CHECK(hint->geometry().bottom() >= send->geometry().top());
    bench.composer.resize(520, 420);
    bench.composer.send(false);
    QCoreApplication::processEvents();
    CHECK(hint->geometry().bottom() < send->geometry().top());
}
