// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/print.h"
#include "ui/forms/desk.h"
#include "ui/outbox/outbox_model.h"
#include "ui/outbox/outbox_view.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>

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

/// A reply that is held because Ana wrote again after the agent's last look.
OutboxId heldReply(Desk &desk, TicketId ana)
{
    const MessageId seen = desk.messages(ana).last().id;
    desk.incoming(QStringLiteral("Ana"), QStringLiteral("Never mind, it came!"));
    const auto row =
        awaited(desk.engine->submit({ana, Reply{QStringLiteral("We are looking for it."), {}, false, {}}, seen}));
    REQUIRE(row.ok());
    REQUIRE(eventually([&] {
        const auto now = desk.reader->outboxRow(*row);
        return now && *now && (*now)->state == OutboxState::Held;
    }));
    return *row;
}

} // namespace

TEST_CASE("A held reply shows what is new in the thread, and goes only when told to")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Where is my parcel?"));
    const OutboxId row = heldReply(desk, ana);
    OutboxView view(*desk.engine, *desk.reader, desk.clock);
    view.resize(800, 500);
    view.show();
    view.select(row);
    CHECK(part<QLabel>(view, "newInThread")->text().contains(QStringLiteral("Never mind, it came!")));
    CHECK(part<QPlainTextEdit>(view, "text")->toPlainText() == QStringLiteral("We are looking for it."));
    CHECK(desk.world->pushed().isEmpty());
    auto *send = part<QPushButton>(view, "send");
    CHECK(send->text() == QStringLiteral("Send anyway"));
    send->click();
    CHECK(eventually([&] { return desk.world->pushed().size() == 1; }));
    CHECK(eventually([&] { return part<QTreeView>(view, "rows")->model()->rowCount() == 0; }));
}

TEST_CASE("An edited reply goes out with its new text")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Where is my parcel?"));
    const OutboxId row = heldReply(desk, ana);
    OutboxView view(*desk.engine, *desk.reader, desk.clock);
    view.show();
    view.select(row);
    part<QPushButton>(view, "edit")->click();
    auto *text = part<QPlainTextEdit>(view, "text");
    CHECK_FALSE(text->isReadOnly());
    text->setPlainText(QStringLiteral("  "));
    part<QPushButton>(view, "send")->click();
    CHECK(part<QLabel>(view, "trouble")->text().contains(QStringLiteral("empty")));
    text->setPlainText(QStringLiteral("Glad it came."));
    part<QPushButton>(view, "send")->click();
    REQUIRE(eventually([&] { return desk.world->pushed().size() == 1; }));
    CHECK(std::get<Reply>(desk.world->pushed().first().command).text == QStringLiteral("Glad it came."));
}

TEST_CASE("A discarded reply is never sent and leaves the list")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Where is my parcel?"));
    const OutboxId row = heldReply(desk, ana);
    OutboxView view(*desk.engine, *desk.reader, desk.clock);
    view.show();
    view.select(row);
    part<QPushButton>(view, "discard")->click();
    REQUIRE(eventually([&] { return part<QTreeView>(view, "rows")->model()->rowCount() == 0; }));
    CHECK(part<QLabel>(view, "empty")->isVisible());
    CHECK(desk.outbox().isEmpty());
    CHECK(desk.world->pushed().isEmpty());
}

TEST_CASE("The outbox follows each row without starting over")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Where is my parcel?"));
    const TicketId ivan = desk.incoming(QStringLiteral("Ivan"), QStringLiteral("Dobar dan"));
    desk.engine->setOnline(false);
    OutboxModel model(*desk.reader, desk.clock);
    QObject::connect(desk.engine.get(), &sync::Engine::changed, &model, &OutboxModel::applyChanges);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    for (const TicketId ticket : {ana, ivan})
        REQUIRE(awaited(desk.engine->submit({ticket, Reply{QStringLiteral("soon"), {}, false, {}}, {}})).ok());
    REQUIRE(eventually([&] { return model.rowCount() == 2; }));
    CHECK(inserted.size() == 2);
    CHECK(model.data(model.index(0, OutboxModel::CustomerColumn), Qt::DisplayRole).toString()
        == QStringLiteral("Ana · Shop"));
    CHECK(model.data(model.index(0, OutboxModel::WhatColumn), Qt::DisplayRole).toString()
        == QStringLiteral("Reply: soon"));
    desk.engine->setOnline(true);
    CHECK(eventually([&] { return model.rowCount() == 0; }));
    CHECK(reset.isEmpty());
}

TEST_CASE("A reply that the platform refused says why and can be tried again")
{
    Desk desk;
    const TicketId ana = desk.incoming(QStringLiteral("Ana"), QStringLiteral("Where is my parcel?"));
    desk.world->answerPushesWith(
        Error{ErrorKind::Rejected, QStringLiteral("no"), QStringLiteral("Ana takes no messages."), {}, false});
    OutboxView view(*desk.engine, *desk.reader, desk.clock);
    view.show();
    const auto row = awaited(desk.engine->submit({ana, Reply{QStringLiteral("hi"), {}, false, {}}, {}}));
    REQUIRE(row.ok());
    REQUIRE(eventually([&] {
        view.select(*row);
        return part<QLabel>(view, "reason")->text().contains(QStringLiteral("Ana takes no messages."));
    }));
    desk.world->answerPushesWith(std::nullopt);
    part<QPushButton>(view, "send")->click();
    CHECK(eventually([&] { return part<QTreeView>(view, "rows")->model()->rowCount() == 0; }));
    QSignalSpy opened(&view, &OutboxView::ticketRequested);
    CHECK(opened.isEmpty());
}
