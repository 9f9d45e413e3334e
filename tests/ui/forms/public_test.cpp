// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that everybody can read, and those that only the customer can.
#include "support/print.h"
#include "ui/composer/composer.h"
#include "ui/composer/message_field.h"
#include "ui/composer/personal_data.h"
#include "ui/composer/split_popup.h"
#include "ui/forms/desk.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::tests;
using namespace parley::ui;

namespace {

using Kind = PersonalData::Kind;

Capabilities community()
{
    Capabilities capabilities;
    capabilities.canReplyPrivately = true;
    capabilities.canQuote = true;
    capabilities.typingRenewal = std::chrono::seconds(5);
    capabilities.idempotency = Capabilities::Idempotency::ByClientId;
    return capabilities;
}

struct Bench {
    explicit Bench(Desk &desk)
        : composer(*desk.engine, *desk.reader, {fakePlatformInfo()}, desk.clock)
    {
        QObject::connect(desk.engine.get(), &sync::Engine::changed, &composer, &Composer::applyChanges);
        composer.resize(640, 320);
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
    void type(const QString &text)
    {
        auto *reply = part<MessageField>("replyField");
        reply->setFocus();
        reply->insertPlainText(text);
    }
    void press(const char *button) { part<QPushButton>(button)->click(); }
    QString text() { return part<MessageField>("replyField")->toPlainText(); }
    bool asks() { return part<QWidget>("guard")->isVisible(); }

    Composer composer;
};

TicketId comment(Desk &desk, const QString &text = QStringLiteral("Gdje je paket?"))
{
    return desk.incoming(QStringLiteral("Ivan"), text, ConversationKind::Comments, QStringLiteral("wall-1:ivan"));
}

/// The customer goes on privately in the thread of their comment.
void writesPrivately(Desk &desk, const QString &text)
{
    Batch batch;
    RemoteMessage message;
    message.remoteId = QStringLiteral("private-") + text;
    message.conversationRemoteId = QStringLiteral("wall-1:ivan");
    message.authorRemoteId = QStringLiteral("person-Ivan");
    message.text = text;
    message.visibility = Visibility::Private;
    message.time = desk.clock.now();
    batch.messages = {message};
    desk.deliver(batch);
}

Reply sentReply(Desk &desk, qsizetype index = 0)
{
    REQUIRE(eventually([&] { return desk.world->pushed().size() > index; }));
    return std::get<Reply>(desk.world->pushed().at(index).command);
}

QList<Kind> kindsIn(const QString &text)
{
    QList<Kind> kinds;
    for (const PersonalData &one : personalDataIn(text))
        kinds.append(one.kind);
    return kinds;
}

QString only(const QString &text)
{
    const QList<PersonalData> found = personalDataIn(text);
    return found.size() == 1 ? text.mid(found.first().position, found.first().length)
                             : QStringLiteral("%1 places").arg(found.size());
}

} // namespace

TEST_CASE("Card, phone, passport and e-mail are found as people write them")
{
    CHECK(only(QStringLiteral("карта 2200 1234 5678 9019.")) == QStringLiteral("2200 1234 5678 9019"));
    CHECK(only(QStringLiteral("card 4111-1111-1111-1111 please")) == QStringLiteral("4111-1111-1111-1111"));
    CHECK(kindsIn(QStringLiteral("5555555555554444")) == QList{Kind::Card});
    for (const char *phone : {"+7 916 123-45-67", "8 (916) 123-45-67", "89161234567", "+385 91 234 5678",
             "091/234-5678", "(01) 234 5678", "+1 (202) 555-0143"})
        CHECK(kindsIn(QStringLiteral("zovite %1, hvala").arg(QLatin1String(phone))) == QList{Kind::Phone});
    for (const char16_t *passport : {u"паспорт 4509 123456", u"паспорт: серия 45 09 номер 123456", u"45 09 № 123456",
             u"passport no. 720123456", u"putovnica 012345678"})
        CHECK(kindsIn(QString::fromUtf16(passport)) == QList{Kind::Passport});
    CHECK(only(QStringLiteral("пишите на ana.k+shop@example.test, ответим"))
        == QStringLiteral("ana.k+shop@example.test"));
    CHECK(kindsIn(QStringLiteral("ana@example.test, +7 916 123-45-67")) == QList{Kind::Email, Kind::Phone});
}

TEST_CASE("Order numbers, sums, dates, hotlines and addresses of pages are nobody's data")
{
    for (const char16_t *text : {u"заказ № 20417 на сумму 12 990 рублей", u"order 1041, 2 items, 38,90 €",
             u"21.11.2026 в 14:02", u"4111 1111 1111 1112 is no card", u"горячая линия 8 800 555-35-35",
             u"+800 1234 5678", u"https://shop.test/?order=89161234567&card=4111111111111111",
             u"2026-11-21 10:00–18:00", u"0000 0000 0000 0000", u"@ana_k", u"трек 12345678901234"})
        CHECK(kindsIn(QString::fromUtf16(text)).isEmpty());
}

TEST_CASE("An answer to a comment goes where the customer's last message stands, until the agent chooses")
{
    Desk desk(community());
    const TicketId ticket = comment(desk);
    Bench bench(desk);
    bench.composer.setTicket(ticket);
    CHECK(bench.composer.goesPublic());
    CHECK(bench.part<QToolButton>("replyTab")->isChecked());
    CHECK(bench.part<QLabel>("audience")->text().contains(QStringLiteral("everybody")));
    writesPrivately(desk, QStringLiteral("broj 1041"));
    REQUIRE(eventually([&] { return bench.composer.goesPrivately(); }));
    CHECK(bench.part<QToolButton>("privateTab")->isChecked());
    bench.part<QToolButton>("replyTab")->click();
    CHECK(bench.composer.goesPublic());
    bench.composer.switchPrivately();
    CHECK(bench.composer.goesPrivately());
}

TEST_CASE("What was begun for one reader is not turned to everybody by a comment that comes meanwhile")
{
    Desk desk(community());
    const TicketId ticket = comment(desk);
    writesPrivately(desk, QStringLiteral("broj 1041"));
    Bench bench(desk);
    bench.composer.setTicket(ticket);
    REQUIRE(eventually([&] {
        bench.composer.setTicket(ticket);
        return bench.composer.goesPrivately();
    }));
    bench.type(QStringLiteral("only for you"));
    comment(desk, QStringLiteral("Halo?!"));
    CHECK(bench.composer.goesPrivately());
    bench.composer.send(false);
    CHECK(sentReply(desk).privately);
    // Sent: the next answer follows the customer again.
    REQUIRE(eventually([&] { return bench.text().isEmpty(); }));
    CHECK(bench.composer.goesPublic());
}

TEST_CASE("Personal data does not leave for everybody before the agent was asked")
{
    Desk desk(community());
    Bench bench(desk);
    bench.composer.setTicket(comment(desk));
    bench.type(QStringLiteral("Nazovite +385 91 234 5678"));
    bench.composer.send(false);
    CHECK(bench.asks());
    bench.composer.send(false); // Ctrl+Enter once more is no answer to the question
    CHECK(bench.asks());
    CHECK(desk.outbox().isEmpty());
    bench.press("guardEdit");
    CHECK_FALSE(bench.asks());
    CHECK(bench.part<MessageField>("replyField")->textCursor().selectedText() == QStringLiteral("+385 91 234 5678"));
    bench.composer.send(false);
    bench.press("guardPrivately");
    const Reply reply = sentReply(desk);
    CHECK(reply.privately);
    CHECK(reply.text == QStringLiteral("Nazovite +385 91 234 5678"));
}

TEST_CASE("What the agent lets through goes publicly, once and as it stands")
{
    Desk desk(community());
    Bench bench(desk);
    bench.composer.setTicket(comment(desk));
    bench.type(QStringLiteral("info@shop.test"));
    bench.composer.send(false);
    REQUIRE(bench.asks());
    bench.press("guardAnyway");
    CHECK_FALSE(sentReply(desk).privately);
    REQUIRE(eventually([&] { return bench.text().isEmpty(); }));
    bench.type(QStringLiteral("again: info@shop.test"));
    bench.composer.send(false); // the same address is not asked about twice
    CHECK(sentReply(desk, 1).text == QStringLiteral("again: info@shop.test"));
    REQUIRE(eventually([&] { return bench.text().isEmpty(); }));
    bench.type(QStringLiteral("boss@shop.test"));
    bench.composer.send(false);
    CHECK(bench.asks());
}

TEST_CASE("Private answers and notes may hold a phone number without a question")
{
    Desk desk(community());
    Bench bench(desk);
    bench.composer.setTicket(comment(desk));
    bench.composer.setPrivately(true);
    bench.type(QStringLiteral("+385 91 234 5678"));
    bench.composer.send(false);
    CHECK_FALSE(bench.asks());
    CHECK(sentReply(desk).privately);
}

TEST_CASE("Where nobody can be answered privately, the choice is not there")
{
    Desk desk;
    Bench bench(desk);
    bench.composer.setTicket(comment(desk));
    CHECK(bench.part<QToolButton>("privateTab")->isHidden());
    bench.composer.switchPrivately();
    CHECK(bench.composer.goesPublic());
    bench.type(QStringLiteral("info@shop.test"));
    bench.composer.send(false);
    REQUIRE(bench.asks());
    CHECK(bench.part<QPushButton>("guardPrivately")->isHidden());
}

TEST_CASE("A text that could not go privately is carried under the post, beside what stood there")
{
    Desk desk(community());
    Bench bench(desk);
    bench.composer.setTicket(comment(desk));
    bench.composer.setPrivately(true);
    bench.type(QStringLiteral("begun"));
    bench.composer.carryOver(QStringLiteral("refused text"));
    CHECK(bench.text() == QStringLiteral("begun\n\nrefused text"));
    CHECK(bench.composer.goesPublic());
}

TEST_CASE("A comment lights no typing lamp, a private answer to it does")
{
    Desk desk(community());
    const TicketId ticket = comment(desk);
    Bench bench(desk);
    bench.composer.setTicket(ticket);
    bench.type(QStringLiteral("everybody"));
    REQUIRE(awaited(desk.engine->saveDraft(ticket, QStringLiteral("x"), true)).ok()); // the engine answers in order
    CHECK(desk.world->typingShown() == 0);
    bench.composer.setPrivately(true);
    bench.composer.send(false);
    (void)sentReply(desk); // there is a private thread from now on
    REQUIRE(eventually([&] { return bench.text().isEmpty() && desk.outbox().isEmpty(); }));
    bench.composer.setPrivately(true);
    bench.type(QStringLiteral("!"));
    CHECK(eventually([&] { return desk.world->typingShown() > 0; }));
}

TEST_CASE("The preview shows the very messages that a long text goes as")
{
    Capabilities capabilities;
    capabilities.textLimit = 20;
    Desk desk(capabilities);
    Bench bench(desk);
    bench.composer.setTicket(desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan")));
    auto *split = bench.part<QToolButton>("split");
    bench.type(QStringLiteral("One two three."));
    CHECK(split->isHidden());
    bench.type(QStringLiteral(" Four five six."));
    REQUIRE(split->isVisible());
    CHECK(split->text().startsWith(u'2'));
    bench.composer.showSplit();
    auto *popup = bench.composer.findChild<SplitPopup *>();
    REQUIRE(popup);
    QStringList shown;
    for (const QLabel *label : popup->findChildren<QLabel *>())
        shown << label->text();
    CHECK(shown.contains(QStringLiteral("One two three.")));
    CHECK(shown.contains(QStringLiteral("Four five six.")));
    popup->close();
}

TEST_CASE("Who was to read an unfinished answer to a comment is known after a restart")
{
    Desk desk(community());
    const TicketId ticket = comment(desk);
    {
        Bench bench(desk);
        bench.composer.setTicket(ticket);
        REQUIRE(bench.composer.goesPublic());
        bench.type(QStringLiteral("Pišite nam"));
        bench.composer.setPrivately(true); // after the text: the choice alone is kept too
        REQUIRE(eventually([&] { return desk.reader->draft(ticket, false)->privately; }));
    }
    {
        Bench again(desk);
        again.composer.setTicket(ticket);
        CHECK(again.text() == QStringLiteral("Pišite nam"));
        CHECK(again.composer.goesPrivately());
        again.composer.setPrivately(false);
    }
    REQUIRE(eventually([&] { return !desk.reader->draft(ticket, false)->privately; }));
    writesPrivately(desk, QStringLiteral("Tu sam")); // which an answer would follow, had the agent not chosen
    Bench last(desk);
    last.composer.setTicket(ticket);
    CHECK(last.composer.goesPublic());
}
