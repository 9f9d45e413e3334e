// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/print.h"
#include "ui/context/customer_panel.h"
#include "ui/context/fact_label.h"
#include "ui/context/ticket_card.h"
#include "ui/forms/desk.h"
#include "ui/raw/raw_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::tests;
using namespace parley::ui;

namespace {

struct Panel {
    explicit Panel(Desk &desk)
        : panel(*desk.engine, *desk.reader, {fakePlatformInfo()}, desk.clock)
    {
        QObject::connect(desk.engine.get(), &sync::Engine::changed, &panel, &CustomerPanel::applyChanges);
        panel.resize(290, 600);
        panel.show();
        panel.activateWindow();
        (void)QTest::qWaitForWindowActive(&panel, 120'000);
    }
    template <typename Widget>
    Widget *part(const char *name)
    {
        auto *found = panel.findChild<Widget *>(QLatin1String(name));
        REQUIRE(found);
        return found;
    }

    /// Over what stands there.
    void typeTags(const QString &typed)
    {
        auto *tags = part<QLineEdit>("tags");
        tags->setFocus();
        tags->selectAll();
        QTest::keyClicks(tags, typed);
    }

    CustomerPanel panel;
};

Ticket ticketOf(Desk &desk, TicketId id)
{
    const auto row = desk.reader->ticket(id);
    REQUIRE(row.ok());
    REQUIRE(row->has_value());
    return (*row)->ticket;
}

} // namespace

TEST_CASE("Tags typed with commas are added and taken away")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    Panel panel(desk);
    panel.panel.setTicket(ana);
    auto *tags = panel.part<QLineEdit>("tags");
    panel.typeTags(QStringLiteral("refund, carrier,, refund "));
    QTest::keyClick(tags, Qt::Key_Return);
    // The panel has read them again, too.
    REQUIRE(eventually([&] { return tags->text() == QStringLiteral("carrier, refund"); }));
    CHECK(ticketOf(desk, ana).tags == QStringList{QStringLiteral("carrier"), QStringLiteral("refund")});
    panel.typeTags(QStringLiteral("carrier"));
    QTest::keyClick(tags, Qt::Key_Return);
    CHECK(eventually([&] { return ticketOf(desk, ana).tags == QStringList{QStringLiteral("carrier")}; }));
}

TEST_CASE("Esc takes back what was typed into a field")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    Panel panel(desk);
    panel.panel.setTicket(ana);
    auto *tags = panel.part<QLineEdit>("tags");
    QSignalSpy left(&panel.panel, &CustomerPanel::leaveRequested);
    panel.typeTags(QStringLiteral("oops"));
    QTest::keyClick(tags, Qt::Key_Escape);
    CHECK(left.size() == 1);
    CHECK(tags->text().isEmpty());
    panel.panel.setTicket({});
    CHECK(ticketOf(desk, ana).tags.isEmpty());
}

TEST_CASE("Assignee and priority are set where they are read")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    Panel panel(desk);
    panel.panel.setTicket(ana);
    auto *assignee = panel.part<QComboBox>("assignee");
    CHECK(assignee->currentText() == QStringLiteral("nobody"));
    panel.panel.editAssignee();
    QTest::keyClicks(assignee, QStringLiteral("me"));
    QTest::keyClick(assignee, Qt::Key_Return);
    CHECK(eventually([&] { return ticketOf(desk, ana).assignee == kMe; }));
    auto *priority = panel.part<QComboBox>("priority");
    priority->setFocus();
    QTest::keyClick(priority, Qt::Key_Down);
    CHECK(eventually([&] { return ticketOf(desk, ana).priority == Priority::High; }));
}

TEST_CASE("What is being typed is not overwritten by what arrives")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    Panel panel(desk);
    panel.panel.setTicket(ana);
    panel.typeTags(QStringLiteral("ref"));
    QSet<MessageId> told; // to the panel, which was connected first
    QObject::connect(desk.engine.get(), &sync::Engine::changed, &panel.panel,
        [&](const Changes &changes) { told |= changes.messages; });
    desk.incoming(QStringLiteral("Ana"), QStringLiteral("Halo?"));
    REQUIRE(eventually([&] { return told.contains(desk.messages(ana).last().id); }));
    CHECK(panel.part<QLineEdit>("tags")->text() == QStringLiteral("ref"));
}

TEST_CASE("The same customer's other tickets are cards that open them")
{
    Desk desk;
    const TicketId first = desk.incoming(
        QStringLiteral("Ana"), QStringLiteral("Wrong size"), ConversationKind::DirectChat, QStringLiteral("chat-1"));
    const TicketId second = desk.incoming(
        QStringLiteral("Ana"), QStringLiteral("Where is it?"), ConversationKind::DirectChat, QStringLiteral("chat-2"));
    desk.incoming(QStringLiteral("Ivan"), QStringLiteral("Dobar dan"));
    Panel panel(desk);
    panel.panel.setTicket(second);
    CHECK(panel.part<QLabel>("customerName")->text() == QStringLiteral("Ana"));
    const auto cards = panel.panel.findChildren<TicketCard *>();
    REQUIRE(cards.size() == 1);
    QSignalSpy asked(&panel.panel, &CustomerPanel::ticketRequested);
    cards.first()->click();
    REQUIRE(asked.size() == 1);
    CHECK(asked.first().first().value<TicketId>() == first);
}

TEST_CASE("A payload that was not understood can be read as it came")
{
    Desk desk;
    desk.addAccount();
    Batch batch;
    batch.raw = {RawPayload{QStringLiteral("u1"), QByteArray("{\"kind\":\"gift\",\"id\":9007199254740993}"),
        QStringLiteral("application/json"), QStringLiteral("Unknown kind “gift”.")}};
    desk.deliver(batch);
    REQUIRE(eventually([&] {
        const auto rows = desk.reader->rawPayloads(10);
        return rows && !rows->isEmpty();
    }));
    RawDialog dialog(*desk.reader, desk.clock);
    dialog.show();
    CHECK(dialog.findChild<QListWidget *>(QStringLiteral("payloads"))->count() == 1);
    const QString shown = dialog.findChild<QPlainTextEdit *>(QStringLiteral("code"))->toPlainText();
    CHECK(shown == QStringLiteral("{\n  \"kind\": \"gift\",\n  \"id\": 9007199254740993\n}"));
}

TEST_CASE("What the platform keeps about a person is shown line by line and can be copied by key")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    const QString whole = QString(QStringLiteral("Ilica 1, ")).repeated(30);
    Batch batch;
    RemoteContact contact;
    contact.remoteId = QStringLiteral("person-Ana");
    contact.name = QStringLiteral("Ana");
    contact.attributes = QList<ConversationContext::Fact>{
        {QStringLiteral("Company"), QStringLiteral("Luka d.o.o.")}, {QStringLiteral("Address"), whole}};
    batch.contacts = {contact};
    desk.deliver(batch);
    Panel panel(desk);
    panel.panel.setTicket(ana);
    REQUIRE(eventually([&] {
        panel.panel.setTicket(ana);
        return panel.panel.findChildren<FactLabel *>().size() == 2;
    }));
    FactLabel *address = panel.panel.findChildren<FactLabel *>().last();
    CHECK(panel.panel.findChildren<FactLabel *>().first()->accessibleName() == QStringLiteral("Company: Luka d.o.o."));
    CHECK(address->width() < panel.panel.width());
    CHECK(address->toolTip().contains(whole.trimmed()));
    address->setFocus();
    QTest::keyClick(address, Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text() == whole);
}

TEST_CASE("The customer's rating is told in stars and words, and a muted customer is marked")
{
    Capabilities capabilities;
    capabilities.ownsTickets = true;
    capabilities.canMute = true;
    capabilities.hasTeams = true;
    Desk desk(capabilities);
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Dobar dan"));
    Panel panel(desk);
    panel.panel.setTicket(ana);
    CHECK_FALSE(panel.part<QLabel>("rating")->isVisible());
    CHECK_FALSE(panel.part<QLabel>("muted")->isVisible());
    CHECK_FALSE(panel.part<QLabel>("team")->isVisible());
    Batch batch;
    RemoteTicketFields fields;
    fields.conversationRemoteId = QStringLiteral("chat-Ana");
    fields.rating = 4;
    fields.muted = true;
    fields.team = QStringLiteral("Refunds");
    batch.tickets = {fields};
    desk.deliver(batch);
    REQUIRE(eventually([&] { return panel.part<QLabel>("rating")->isVisible(); }));
    CHECK(panel.part<QLabel>("rating")->text() == QStringLiteral("★★★★☆ 4 of 5"));
    CHECK(panel.part<QLabel>("rating")->accessibleName() == QStringLiteral("Rating: 4 of 5"));
    CHECK(panel.part<QLabel>("muted")->isVisible());
    CHECK(panel.part<QLabel>("team")->text() == QStringLiteral("Refunds"));
}
