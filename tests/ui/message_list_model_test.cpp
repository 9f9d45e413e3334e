// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/message_list_model.h"

#include "storage/support.h"
#include "ui/conversation/message_view.h"

#include <QAbstractItemModelTester>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <random>

using namespace parley;
using namespace parley::tests;
using ui::MessageListModel;

namespace {

const QString kChat = QStringLiteral("ana");

struct Thread {
    explicit Thread(int messages)
        : model(*cache.reader)
        , honest(&model, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        cache.clock.time = at(20'000); // everything here happened before
        QList<RemoteMessage> all;
        for (int i = 0; i < messages; ++i)
            all += inbound(kChat, QString::number(i), QStringLiteral("message %1").arg(i), at(i));
        if (!all.isEmpty())
            (void)cache.take(batchOf(all));
    }
    [[nodiscard]] QStringList shown() const
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts += model.message(row).text;
        return texts;
    }
    void open() { model.open(cache.conversation(kChat), {}); }

    Cache cache;
    MessageListModel model;
    QAbstractItemModelTester honest;
};

/// The view in a window of its own, laid out.
struct Shown : Thread {
    explicit Shown(int messages)
        : Thread(messages)
        , view(cache.clock)
    {
        view.setMessages(&model);
        view.resize(480, 600);
        view.show();
        (void)QTest::qWaitForWindowExposed(&view, 120'000);
        open();
        view.scrollToEnd();
    }
    /// Where the text of a row stands on screen.
    [[nodiscard]] int placeOf(MessageId message) const
    {
        return view.visualRect(model.index(model.rowOf(message))).bottom();
    }
    ui::MessageView view;
};

} // namespace

TEST_CASE("A thread opens at its end and slides to its beginning and back, never holding more than its window")
{
    Thread thread(1000);
    thread.open();
    CHECK(thread.shown().last() == QStringLiteral("message 999"));
    CHECK_FALSE(thread.model.hasNewer());
    while (thread.model.hasOlder()) {
        thread.model.fetchOlder();
        REQUIRE(thread.model.rowCount() <= MessageListModel::kWindow);
    }
    CHECK(thread.shown().first() == QStringLiteral("message 0"));
    CHECK(thread.model.hasNewer());
    while (thread.model.hasNewer()) {
        thread.model.fetchNewer();
        REQUIRE(thread.model.rowCount() <= MessageListModel::kWindow);
    }
    CHECK(thread.shown().last() == QStringLiteral("message 999"));
}

TEST_CASE("A new message is appended where the window is at the end, and left for later where it is not")
{
    Thread thread(300);
    thread.open();
    QSignalSpy arrived(&thread.model, &MessageListModel::arrived);
    thread.model.applyChanges(thread.cache.receive(kChat, QStringLiteral("n1"), QStringLiteral("new"), at(2000)));
    CHECK(thread.shown().last() == QStringLiteral("new"));
    CHECK(arrived.size() == 1);
    while (!thread.model.hasNewer())
        thread.model.fetchOlder();
    const int rows = thread.model.rowCount();
    thread.model.applyChanges(thread.cache.receive(kChat, QStringLiteral("n2"), QStringLiteral("newer"), at(2001)));
    CHECK(thread.model.rowCount() == rows);
    CHECK(arrived.size() == 1);
    thread.model.showNewest();
    CHECK(thread.shown().last() == QStringLiteral("newer"));
}

TEST_CASE("Messages of other conversations do not come into the thread")
{
    Thread thread(3);
    thread.open();
    thread.model.applyChanges(
        thread.cache.receive(QStringLiteral("ivan"), QStringLiteral("x"), QStringLiteral("other"), at(1)));
    CHECK(thread.shown().size() == 3);
}

TEST_CASE("A thread with unread messages opens at the first of them")
{
    Thread thread(100);
    thread.model.open(thread.cache.conversation(kChat), at(10));
    REQUIRE(thread.model.firstUnread().isValid());
    CHECK(thread.model.message(thread.model.rowOf(thread.model.firstUnread())).text == QStringLiteral("message 10"));
}

TEST_CASE("Whatever comes, late, edited or in heaps, the window holds what the cache holds")
{
    const auto seed = Catch::getSeed();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    const auto any = [&](int n) { return int(random() % unsigned(n)); };
    Thread thread(200);
    thread.open();
    int next = 10'000;
    for (int round = 0; round < 200; ++round) {
        Changes changes;
        switch (any(6)) {
        case 0:
            thread.model.fetchOlder();
            break;
        case 1:
            thread.model.fetchNewer();
            break;
        case 2: { // edited
            RemoteMessage edited =
                inbound(kChat, QString::number(any(200)), QStringLiteral("edited %1").arg(round), at(0));
            const int number = edited.remoteId.toInt();
            edited.time = at(number);
            edited.edited = at(5000 + round);
            changes = thread.cache.take(batchOf({edited}));
            break;
        }
        case 3: // history that comes late, between what is there
            changes = thread.cache.receive(kChat, QString::number(++next), QStringLiteral("late"), at(any(200)));
            break;
        case 4: {
            QList<RemoteMessage> heap;
            for (int i = 0; i < 60; ++i)
                heap += inbound(kChat, QString::number(++next), QStringLiteral("heap"), at(any(300)));
            if (any(6) == 0)
                changes = thread.cache.take(batchOf(heap));
            break;
        }
        default:
            changes = thread.cache.receive(kChat, QString::number(++next), QStringLiteral("new"), at(6000 + round));
            break;
        }
        thread.model.applyChanges(changes);
        const MessageId first = thread.model.message(0).id;
        const MessageId last = thread.model.last();
        QList<Message> truth = must(thread.cache.reader->messagesBefore(thread.cache.conversation(kChat), last, 5000));
        truth += *must(thread.cache.reader->message(last));
        truth.removeIf([&](const Message &message) { return message.id < first; });
        QStringList texts;
        for (const Message &message : truth)
            texts += message.text;
        REQUIRE(thread.shown() == texts);
    }
}

TEST_CASE("Messages are laid out when they come near the screen, once, and again only when they or the width change")
{
    Shown shown(400);
    const int first = shown.view.layoutsMade();
    CHECK(first > 0);
    CHECK(first < 60); // not the whole window
    shown.view.viewport()->repaint();
    CHECK(shown.view.layoutsMade() == first);
    RemoteMessage edited = inbound(kChat, QStringLiteral("399"), QStringLiteral("another text"), at(399));
    edited.edited = at(5000);
    shown.model.applyChanges(shown.cache.take(batchOf({edited})));
    CHECK(shown.view.layoutsMade() == first + 1);
    shown.view.resize(400, 600);
    CHECK(shown.view.layoutsMade() > first + 1);
}

TEST_CASE("What one reads stays where it is while history is fetched above and messages arrive below")
{
    Shown shown(600);
    CHECK(shown.view.isAtEnd());
    shown.view.verticalScrollBar()->setValue(shown.view.verticalScrollBar()->maximum() / 2);
    const MessageId reading = shown.model.message(shown.view.indexAt(QPoint(50, 300)).row()).id;
    const int place = shown.placeOf(reading);
    shown.model.fetchOlder();
    CHECK(shown.placeOf(reading) == place);
    QSignalSpy unseen(&shown.view, &ui::MessageView::unseenChanged);
    shown.model.applyChanges(shown.cache.receive(kChat, QStringLiteral("n"), QStringLiteral("new"), at(9000)));
    CHECK(shown.placeOf(reading) == place);
    CHECK_FALSE(shown.view.isAtEnd());
    REQUIRE(unseen.size() == 1);
    shown.view.scrollToEnd();
    CHECK(shown.view.isAtEnd());
    CHECK(unseen.last().at(0).toInt() == 0);
}

TEST_CASE("At the end of a thread a new message comes into view by itself")
{
    Shown shown(50);
    shown.model.applyChanges(shown.cache.receive(kChat, QStringLiteral("n"), QStringLiteral("new"), at(9000)));
    CHECK(shown.view.isAtEnd());
    CHECK(shown.view.seenUpTo() == shown.model.last());
}

TEST_CASE("One can scroll from the newest to the oldest message without a jump")
{
    Shown shown(700);
    int before = 0;
    for (int steps = 0; steps < 2000 && (shown.model.hasOlder() || shown.view.verticalScrollBar()->value() > 0);
        ++steps) {
        const QModelIndex top = shown.view.indexAt(QPoint(50, 20));
        REQUIRE(top.isValid());
        const MessageId message = shown.model.message(top.row()).id;
        const int place = shown.placeOf(message);
        shown.view.verticalScrollBar()->setValue(shown.view.verticalScrollBar()->value() - 80);
        if (shown.model.rowOf(message) >= 0 && shown.view.verticalScrollBar()->value() > 0)
            CHECK(std::abs(shown.placeOf(message) - place - 80) <= 1);
        before = steps;
    }
    CHECK(before < 1999);
    CHECK(shown.model.message(0).text == QStringLiteral("message 0"));
}
