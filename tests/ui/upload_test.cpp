// SPDX-License-Identifier: GPL-3.0-or-later
// How far attachments that are being sent are, in the thread and in the outbox.
#include "storage/support.h"
#include "ui/common/size_words.h"
#include "ui/common/translation.h"
#include "ui/conversation/message_list_model.h"
#include "ui/conversation/message_view.h"
#include "ui/outbox/outbox_model.h"

#include <QEvent>
#include <QPaintEvent>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::tests;

namespace {

const QString kChat = QStringLiteral("ana");

/// What was painted of a widget.
class PaintWatch : public QObject
{
public:
    QRegion painted;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            painted += static_cast<QPaintEvent *>(event)->region();
        return QObject::eventFilter(watched, event);
    }
};

Capabilities withFiles()
{
    Capabilities made;
    made.attachmentLimit = 100'000'000;
    return made;
}

/// A thread whose last message is on its way with a file.
struct Leaving {
    Leaving()
        : cache(withFiles())
        , model(*cache.reader)
        , view(cache.clock)
    {
        cache.clock.time = at(100);
        for (int i = 0; i < 4; ++i)
            (void)cache.receive(kChat, QString::number(i), QStringLiteral("message %1").arg(i), at(i));
        const Reply reply{QStringLiteral("Here it is."), {}, false,
            {{QStringLiteral("film.mp4"), QStringLiteral("video/mp4"), QByteArray(1000, 'x')}}};
        row = must(cache.store->submit({cache.ticket(kChat).ticket.id, reply, {}})).outbox;
        REQUIRE(must(cache.store->markSending(row)).mayLeave);
        message = cache.messages(kChat).last().id;
        view.setMessages(&model);
        view.resize(480, 600);
        view.show();
        (void)QTest::qWaitForWindowExposed(&view, 120'000);
        model.open(cache.conversation(kChat), {});
        view.scrollToEnd();
        QCoreApplication::processEvents();
    }

    Cache cache;
    ui::MessageListModel model;
    ui::MessageView view;
    OutboxId row;
    MessageId message;
};

} // namespace

TEST_CASE("How much has left is said in the unit of the whole")
{
    ui::setLanguage(QLocale(QLocale::English)); // for the plural
    CHECK(ui::uploadWords(2'202'009, 8'388'608) == QStringLiteral("2.1 of 8.0 MB"));
    CHECK(ui::uploadWords(0, 900) == QStringLiteral("0 of 900 bytes"));
    CHECK(ui::uploadWords(9'000'000, 8'388'608) == QStringLiteral("8.0 of 8.0 MB"));
}

TEST_CASE("An upload's progress paints its own bar and lays nothing out again")
{
    Leaving leaving;
    leaving.view.setUpload(leaving.message, {.done = 100, .total = 8'000});
    REQUIRE(leaving.view.uploadOf(leaving.message));
    QCoreApplication::processEvents();
    const int layouts = leaving.view.layoutsMade();
    PaintWatch watch;
    leaving.view.viewport()->installEventFilter(&watch);
    leaving.view.setUpload(leaving.message, {.done = 4'000, .total = 8'000});
    REQUIRE(QTest::qWaitFor([&] { return !watch.painted.isEmpty(); }, 120'000));
    CHECK(leaving.view.layoutsMade() == layouts);
    const QRect bubble = leaving.view.visualRect(leaving.model.index(leaving.model.rowOf(leaving.message)));
    CHECK(bubble.contains(watch.painted.boundingRect()));
    CHECK(watch.painted.boundingRect().height() < bubble.height() / 2);
}

TEST_CASE("An upload's bar goes when the message is sent")
{
    Leaving leaving;
    const QModelIndex index = leaving.model.index(leaving.model.rowOf(leaving.message));
    const int plain = leaving.view.visualRect(index).height();
    leaving.view.setUpload(leaving.message, {.done = 100, .total = 8'000});
    CHECK(leaving.view.visualRect(index).height() > plain);
    PushReceipt receipt;
    receipt.remoteId = QStringLiteral("sent-1");
    leaving.model.applyChanges(must(leaving.cache.store->markSent(leaving.row, receipt)));
    CHECK_FALSE(leaving.view.uploadOf(leaving.message));
    CHECK(leaving.view.visualRect(leaving.model.index(leaving.model.rowCount() - 1)).height() == plain);
    leaving.view.setUpload(leaving.message, {.done = 8'000, .total = 8'000}); // told late
    CHECK_FALSE(leaving.view.uploadOf(leaving.message));
}

TEST_CASE("The outbox says how far a row is, and tells its view that one cell changed")
{
    Leaving leaving;
    ui::OutboxModel outbox(*leaving.cache.reader, leaving.cache.clock);
    QSignalSpy changed(&outbox, &QAbstractItemModel::dataChanged);
    const auto state = [&] {
        return outbox.data(outbox.index(0, ui::OutboxModel::StateColumn), Qt::DisplayRole).toString();
    };
    REQUIRE(outbox.rowCount() == 1);
    outbox.setUpload(leaving.row, 2'202'009, 8'388'608);
    CHECK(state().contains(QStringLiteral("2.1 of 8.0 MB")));
    REQUIRE(changed.size() == 1);
    CHECK(changed.first().at(0).toModelIndex() == changed.first().at(1).toModelIndex());
    outbox.applyChanges(must(leaving.cache.store->fail(leaving.row, QStringLiteral("refused"))));
    CHECK_FALSE(state().contains(QStringLiteral("MB")));
}
