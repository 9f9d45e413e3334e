// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/print.h"
#include "ui/composer/composer.h"
#include "ui/composer/message_field.h"
#include "ui/forms/desk.h"

#include <QApplication>
#include <QFocusEvent>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::tests;
using namespace parley::ui;

namespace {

Capabilities chatCapabilities()
{
    Capabilities capabilities;
    capabilities.textLimit = 40;
    capabilities.captionLimit = 20;
    capabilities.attachmentLimit = 1000;
    capabilities.typingRenewal = std::chrono::seconds(5);
    capabilities.canQuote = true;
    capabilities.idempotency = Capabilities::Idempotency::ByClientId;
    return capabilities;
}

/// A composer in a window, with its parts by name.
struct Bench {
    explicit Bench(Desk &desk)
        : composer(*desk.engine, *desk.reader, {fakePlatformInfo()}, desk.clock)
    {
        composer.resize(640, 260);
        composer.show();
        composer.activateWindow();
        (void)QTest::qWaitForWindowActive(&composer, 120'000);
    }
    template <typename Widget>
    Widget *part(const char *name)
    {
        auto *found = composer.findChild<Widget *>(QLatin1String(name));
        REQUIRE(found);
        return found;
    }
    MessageField *reply() { return part<MessageField>("replyField"); }
    MessageField *note() { return part<MessageField>("noteField"); }
    QPushButton *send() { return part<QPushButton>("send"); }
    QString hint() { return part<QLabel>("hint")->text(); }
    void type(MessageField *field, const QString &text)
    {
        field->setFocus();
        field->insertPlainText(text);
    }

    Composer composer;
};

} // namespace

TEST_CASE("Switching tickets keeps both drafts")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    const TicketId ivan = desk.incoming(QStringLiteral("Иван"), QStringLiteral("Здравствуйте"));
    Bench bench(desk);
    bench.composer.setTicket(ana);
    bench.type(bench.reply(), QStringLiteral("Dobar dan, Ana"));
    bench.composer.setTicket(ivan);
    CHECK(bench.reply()->toPlainText().isEmpty());
    bench.type(bench.reply(), QStringLiteral("Здравствуйте, Иван"));
    bench.composer.setTicket(ana);
    CHECK(bench.reply()->toPlainText() == QStringLiteral("Dobar dan, Ana"));
    bench.composer.setTicket(ivan);
    CHECK(bench.reply()->toPlainText() == QStringLiteral("Здравствуйте, Иван"));
}

TEST_CASE("A draft is in the cache without being sent, and the next window shows it")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    {
        Bench bench(desk);
        bench.composer.setTicket(ana);
        bench.type(bench.reply(), QStringLiteral("half a sen"));
    } // closed in the middle of a word
    REQUIRE(eventually([&] { return desk.reader->draft(ana)->text == QStringLiteral("half a sen"); }));
    Bench again(desk);
    again.composer.setTicket(ana);
    CHECK(again.reply()->toPlainText() == QStringLiteral("half a sen"));
    CHECK(desk.outbox().isEmpty());
    CHECK(desk.world->pushed().isEmpty());
}

TEST_CASE("A draft is journalled while it is typed, without a pause and without leaving the field")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    Bench bench(desk);
    bench.composer.setTicket(ana);
    int keys = 0;
    CHECK(eventually([&] {
        bench.type(bench.reply(), QStringLiteral("x")); // the typing never stops
        ++keys;
        return !desk.reader->draft(ana)->text.isEmpty();
    }));
    CHECK(keys > 1);
}

TEST_CASE("A reply and a note being written in one ticket are both kept")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    Bench bench(desk);
    bench.composer.setTicket(ana);
    bench.type(bench.reply(), QStringLiteral("to the customer"));
    bench.composer.setAudience(Audience::Team);
    CHECK(bench.note()->toPlainText().isEmpty());
    bench.type(bench.note(), QStringLiteral("to the team"));
    bench.composer.setAudience(Audience::Customer);
    CHECK(bench.reply()->toPlainText() == QStringLiteral("to the customer"));
    CHECK(bench.note()->toPlainText() == QStringLiteral("to the team"));
}

TEST_CASE("A note can never be sent to the customer")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    Bench bench(desk);
    bench.composer.setTicket(ana);
    bench.part<QToolButton>("noteTab")->click();
    bench.type(bench.note(), QStringLiteral("she is difficult"));
    CHECK(bench.send()->text().contains(QStringLiteral("note for the team")));
    QSignalSpy stored(&bench.composer, &Composer::stored);
    // Every way out: the key, the tab pressed on the way, the button.
    QTest::keyClick(bench.note(), Qt::Key_Return, Qt::ControlModifier);
    bench.part<QToolButton>("replyTab")->click();
    bench.send()->click();
    REQUIRE(eventually([&] { return !stored.isEmpty(); }));
    bench.type(bench.reply(), QStringLiteral("for her"));
    bench.send()->click();
    REQUIRE(eventually([&] { return desk.world->pushed().size() == 1; }));
    const auto pushed = desk.world->pushed();
    const auto *reply = std::get_if<Reply>(&pushed.first().command);
    REQUIRE(reply);
    CHECK(reply->text == QStringLiteral("for her"));
    const auto ours = desk.ours(ana);
    REQUIRE(ours.size() == 2);
    CHECK(ours.first().kind == MessageKind::Note);
    CHECK(ours.first().visibility == Visibility::Internal);
    CHECK(ours.first().text == QStringLiteral("she is difficult"));
}

TEST_CASE("Ctrl+Enter sends once even when pressed twice")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    Bench bench(desk);
    bench.composer.setTicket(ana);
    bench.type(bench.reply(), QStringLiteral("once"));
    QSignalSpy stored(&bench.composer, &Composer::stored);
    QTest::keyClick(bench.reply(), Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(bench.reply(), Qt::Key_Return, Qt::ControlModifier);
    bench.send()->click();
    REQUIRE(eventually([&] { return !stored.isEmpty() && !desk.world->pushed().isEmpty(); }));
    QTest::keyClick(bench.reply(), Qt::Key_Return, Qt::ControlModifier); // the field is empty by now
    // A second message behind it proves that nothing stands between the two.
    bench.type(bench.reply(), QStringLiteral("after"));
    QTest::keyClick(bench.reply(), Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(eventually([&] { return stored.size() >= 2 && desk.world->pushed().size() >= 2; }));
    CHECK(std::get<Reply>(desk.world->pushed().at(1).command).text == QStringLiteral("after"));
    CHECK(stored.size() == 2);
    CHECK(desk.ours(ana).size() == 2);
}

TEST_CASE("The text leaves the field when it is stored, and its draft with it")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    Bench bench(desk);
    bench.composer.setTicket(ana);
    bench.type(bench.reply(), QStringLiteral("hello"));
    QSignalSpy stored(&bench.composer, &Composer::stored);
    bench.composer.send(false);
    CHECK(bench.reply()->toPlainText() == QStringLiteral("hello")); // not yet in the cache
    CHECK(bench.reply()->isReadOnly());
    REQUIRE(eventually([&] { return !stored.isEmpty(); }));
    CHECK(bench.reply()->toPlainText().isEmpty());
    CHECK_FALSE(bench.reply()->isReadOnly());
    CHECK(eventually([&] { return desk.reader->draft(ana)->text.isEmpty(); }));
}

TEST_CASE("The text stays in the field when the cache refuses the row")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    Bench bench(desk);
    bench.composer.setTicket(ana);
    bench.type(bench.reply(), QStringLiteral("an hour's work"));
    REQUIRE(awaited(desk.engine->removeAccount(desk.account)).ok()); // the ticket is gone, the window does not know yet
    QSignalSpy stored(&bench.composer, &Composer::stored);
    bench.composer.send(false);
    REQUIRE(eventually([&] { return bench.hint().contains(QStringLiteral("Your text is kept")); }));
    CHECK(bench.reply()->toPlainText() == QStringLiteral("an hour's work"));
    CHECK(stored.isEmpty());
}

TEST_CASE("Send and next moves on only after the reply is stored, and not when it is refused")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    Bench bench(desk);
    bench.composer.setTicket(ana);
    QSignalSpy next(&bench.composer, &Composer::nextRequested);
    QSignalSpy stored(&bench.composer, &Composer::stored);
    bench.type(bench.reply(), QStringLiteral("hello"));
    QTest::keyClick(bench.reply(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(next.isEmpty());
    REQUIRE(eventually([&] { return next.size() == 1; }));
    CHECK(stored.size() == 1);

    bench.type(bench.reply(), QStringLiteral("again"));
    REQUIRE(awaited(desk.engine->removeAccount(desk.account)).ok());
    QTest::keyClick(bench.reply(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(eventually([&] { return bench.hint().contains(QStringLiteral("Your text is kept")); }));
    CHECK(next.size() == 1);
}

TEST_CASE("Esc goes back to the list and keeps the text")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    Bench bench(desk);
    bench.composer.setTicket(ana);
    QSignalSpy left(&bench.composer, &Composer::leaveRequested);
    bench.type(bench.reply(), QStringLiteral("later"));
    QTest::keyClick(bench.reply(), Qt::Key_Escape);
    CHECK(left.size() == 1);
    CHECK(bench.reply()->toPlainText() == QStringLiteral("later"));
    CHECK(eventually([&] { return desk.reader->draft(ana)->text == QStringLiteral("later"); }));
}

TEST_CASE("The customer is shown that we type while we write to them, never while we write a note")
{
    Desk desk(chatCapabilities());
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    Bench bench(desk);
    bench.composer.setTicket(ana);
    bench.composer.setAudience(Audience::Team);
    bench.type(bench.note(), QStringLiteral("hm"));
    // The engine answers in order: once this draft is stored, a typing call before it would have been carried out.
    REQUIRE(awaited(desk.engine->saveDraft(ana, QStringLiteral("x"), true)).ok());
    CHECK(desk.world->typingShown() == 0);
    bench.composer.setAudience(Audience::Customer);
    bench.type(bench.reply(), QStringLiteral("D"));
    CHECK(eventually([&] { return desk.world->typingShown() > 0; }));
}

TEST_CASE("The lamp goes out as soon as the agent looks elsewhere, and the text stays")
{
    Desk desk(chatCapabilities());
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    Bench bench(desk);
    bench.composer.setTicket(ana);
    bench.type(bench.reply(), QStringLiteral("D"));
    REQUIRE(eventually([&] { return desk.world->typingShown() > 0; }));
    CHECK(desk.world->typingHidden() == 0);
    QFocusEvent elsewhere(QEvent::FocusOut, Qt::ActiveWindowFocusReason);
    QCoreApplication::sendEvent(bench.reply(), &elsewhere);
    CHECK(eventually([&] { return desk.world->typingHidden() > 0; }));
    CHECK(bench.reply()->toPlainText() == QStringLiteral("D"));
}

TEST_CASE("The counter names the channel's limit and how many messages a long text makes")
{
    Desk desk(chatCapabilities());
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    Bench bench(desk);
    bench.composer.setTicket(ana);
    auto *counter = bench.part<QLabel>("counter");
    CHECK(counter->text().isEmpty());
    bench.type(bench.reply(), QString(39, u'a'));
    CHECK(counter->text() == QStringLiteral("39/40"));
    bench.type(bench.reply(), QString(42, u'a'));
    CHECK(counter->text() == QStringLiteral("81/40"));
    CHECK(bench.part<QToolButton>("split")->text().startsWith(u'3'));
    CHECK(bench.send()->isEnabled());
}

TEST_CASE("A file over the channel's limit is not attached and the agent reads why")
{
    Desk desk(chatCapabilities());
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    const QString large = desk.dir.filePath(QStringLiteral("large.bin"));
    const QString fits = desk.dir.filePath(QStringLiteral("račun.txt"));
    for (const auto &[path, size] : {std::pair{large, 1001}, std::pair{fits, 1000}}) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(QByteArray(size, 'x')) == size);
    }
    Bench bench(desk);
    bench.composer.setTicket(ana);
    bench.composer.attachFiles({large});
    CHECK(bench.hint().contains(QStringLiteral("large.bin")));
    CHECK_FALSE(bench.composer.findChild<QToolButton *>(QStringLiteral("attachmentChip")));
    bench.composer.attachFiles({fits});
    CHECK(bench.hint().isEmpty());
    bench.composer.send(false); // a file alone is enough
    REQUIRE(eventually([&] { return desk.world->pushed().size() == 1; }));
    const auto pushed = desk.world->pushed();
    const auto &reply = std::get<Reply>(pushed.first().command);
    REQUIRE(reply.attachments.size() == 1);
    CHECK(reply.attachments.first().name == QStringLiteral("račun.txt"));
    CHECK(reply.attachments.first().content.size() == 1000);
}

TEST_CASE("What is attached to an unsent reply is there in the next window, and once sent it is not")
{
    Desk desk(chatCapabilities());
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    const QString path = desk.dir.filePath(QStringLiteral("račun.txt"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write("38,90") == 5);
    file.close();
    const auto kept = [&] { return desk.reader->draftFiles(ana)->size(); };
    {
        Bench bench(desk);
        bench.composer.setTicket(ana);
        bench.composer.attachFiles({path, path});
        bench.part<QToolButton>("attachmentChip")->click(); // one is taken away again
        REQUIRE(eventually([&] { return kept() == 1; }));
    }
    REQUIRE(file.remove()); // the program has its own
    Bench again(desk);
    again.composer.setTicket(ana);
    CHECK(again.composer.findChild<QToolButton *>(QStringLiteral("attachmentChip")));
    CHECK(again.send()->isEnabled());
    again.composer.send(false);
    REQUIRE(eventually([&] { return desk.world->pushed().size() == 1; }));
    const auto pushed = desk.world->pushed();
    const auto &reply = std::get<Reply>(pushed.first().command);
    REQUIRE(reply.attachments.size() == 1);
    CHECK(reply.attachments.first().content == "38,90");
    CHECK(kept() == 0);
}

TEST_CASE("A conversation that cannot be answered says why, and notes can still be written")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    Bench bench(desk);
    bench.composer.setTicket(ana);
    bench.type(bench.reply(), QStringLiteral("too late"));
    Batch blocked;
    RemoteConversation conversation;
    conversation.remoteId = QStringLiteral("chat-Ana");
    conversation.contactRemoteId = QStringLiteral("person-Ana");
    conversation.canReply = false;
    conversation.cannotReplyWhy = QStringLiteral("Ana has blocked the page.");
    blocked.conversations = {conversation};
    QObject::connect(desk.engine.get(), &sync::Engine::changed, &bench.composer, &Composer::applyChanges);
    desk.deliver(blocked);
    REQUIRE(eventually([&] { return bench.hint() == QStringLiteral("Ana has blocked the page."); }));
    CHECK_FALSE(bench.send()->isEnabled());
    CHECK(bench.reply()->toPlainText() == QStringLiteral("too late")); // can be copied elsewhere
    CHECK(bench.reply()->isReadOnly());
    bench.composer.setAudience(Audience::Team);
    bench.type(bench.note(), QStringLiteral("blocked us"));
    CHECK(bench.send()->isEnabled());
}

TEST_CASE("The button names the channel and whether everybody can read the answer")
{
    Capabilities capabilities;
    capabilities.canReplyPrivately = true;
    Desk desk(capabilities);
    const TicketId chat = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    const TicketId comment =
        desk.incoming(QStringLiteral("Ivan"), QStringLiteral("Gdje je paket?"), ConversationKind::Comments);
    Bench bench(desk);
    bench.composer.setTicket(chat);
    CHECK(bench.send()->text().startsWith(QStringLiteral("Send · Fakebook")));
    bench.composer.setTicket(comment);
    CHECK(bench.send()->text().startsWith(QStringLiteral("Reply publicly · Fakebook")));
    bench.part<QToolButton>("privateTab")->click();
    CHECK(bench.send()->text().startsWith(QStringLiteral("Reply privately · Fakebook")));
    bench.type(bench.reply(), QStringLiteral("psst"));
    bench.composer.send(false);
    REQUIRE(eventually([&] { return desk.world->pushed().size() == 1; }));
    const auto pushed = desk.world->pushed();
    CHECK(std::get<Reply>(pushed.first().command).privately);
}

TEST_CASE("The answer points at the quoted message until the quote is taken away")
{
    Desk desk(chatCapabilities());
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("first question"));
    Bench bench(desk);
    bench.composer.setTicket(ana);
    bench.composer.quote(desk.messages(ana).first());
    bench.type(bench.reply(), QStringLiteral("answer"));
    bench.composer.send(false);
    REQUIRE(eventually([&] { return desk.world->pushed().size() == 1; }));
    CHECK(desk.world->pushed().first().targetRemoteId == QStringLiteral("m1"));
    REQUIRE(eventually([&] { return bench.reply()->toPlainText().isEmpty(); }));
    bench.type(bench.reply(), QStringLiteral("more"));
    bench.composer.send(false);
    REQUIRE(eventually([&] { return desk.world->pushed().size() == 2; }));
    CHECK(desk.world->pushed().at(1).targetRemoteId.isEmpty());
}

TEST_CASE("Without a network the answer is taken and the agent is told when it goes")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    desk.engine->setOnline(false);
    Bench bench(desk);
    bench.composer.setOnline(false);
    bench.composer.setTicket(ana);
    CHECK(bench.hint().contains(QStringLiteral("when the network is back")));
    bench.type(bench.reply(), QStringLiteral("from the train"));
    QSignalSpy stored(&bench.composer, &Composer::stored);
    bench.composer.send(false);
    REQUIRE(eventually([&] { return stored.size() == 1; }));
    CHECK(desk.world->pushed().isEmpty());
    desk.engine->setOnline(true);
    CHECK(eventually([&] { return desk.world->pushed().size() == 1; }));
}
