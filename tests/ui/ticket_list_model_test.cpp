// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/ticket_list_model.h"

#include "storage/support.h"
#include "ui/common/read_worker.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <random>

using namespace parley;
using namespace parley::tests;
using ui::TicketListModel;

namespace {

/// What a model told its views, in words.
class SignalLog
{
public:
    explicit SignalLog(const QAbstractItemModel &model)
    {
        QObject::connect(&model, &QAbstractItemModel::rowsInserted, &m_context,
            [this](const QModelIndex &, int first, int last) { add(QStringLiteral("inserted"), first, last); });
        QObject::connect(&model, &QAbstractItemModel::rowsRemoved, &m_context,
            [this](const QModelIndex &, int first, int last) { add(QStringLiteral("removed"), first, last); });
        QObject::connect(&model, &QAbstractItemModel::rowsMoved, &m_context,
            [this](const QModelIndex &, int from, int, const QModelIndex &, int to) {
                lines += QStringLiteral("moved %1 to %2").arg(from).arg(to);
            });
        QObject::connect(&model, &QAbstractItemModel::dataChanged, &m_context,
            [this](const QModelIndex &first, const QModelIndex &last) {
                add(QStringLiteral("changed"), first.row(), last.row());
            });
        QObject::connect(
            &model, &QAbstractItemModel::modelReset, &m_context, [this] { lines += QStringLiteral("reset"); });
    }
    QStringList lines;

private:
    void add(const QString &what, int first, int last)
    {
        lines += QStringLiteral("%1 %2–%3").arg(what).arg(first).arg(last);
    }
    QObject m_context;
};

struct Inbox {
    explicit Inbox(storage::View view = storage::View::AllOpen)
        : worker([this] { return storage::Reader::open(cache.path(), cache.key); })
        , model(*cache.reader, worker, cache.clock)
        , honest(&model, QAbstractItemModelTester::FailureReportingMode::Fatal)
        , filter{.view = view, .query = {}, .now = cache.clock.now()}
    {
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all += model.row(row).contactName;
        return all;
    }
    [[nodiscard]] QList<TicketId> shown() const
    {
        QList<TicketId> all;
        for (int row = 0; row < model.rowCount(); ++row)
            all += model.row(row).ticket.id;
        return all;
    }
    /// The same stretch of the list as the cache has it now.
    [[nodiscard]] QList<TicketId> truth()
    {
        QList<TicketId> all;
        for (const TicketRow &row : must(cache.reader->tickets(filter, {}, model.rowCount() + 1)))
            all += row.ticket.id;
        return all.mid(0, model.rowCount());
    }

    Cache cache;
    ui::ReadWorker worker;
    TicketListModel model;
    QAbstractItemModelTester honest;
    storage::TicketFilter filter;
};

} // namespace

TEST_CASE("A customer's new message lifts the ticket to the top of the list, once")
{
    Inbox inbox;
    (void)inbox.cache.receive(QStringLiteral("a"), QStringLiteral("1"), QStringLiteral("first"), at(1));
    (void)inbox.cache.receive(QStringLiteral("b"), QStringLiteral("2"), QStringLiteral("second"), at(2));
    inbox.model.setFilter(inbox.filter);
    REQUIRE(inbox.shown().size() == 2);
    const TicketId older = inbox.shown().at(1);
    SignalLog log(inbox.model);
    inbox.model.applyChanges(
        inbox.cache.receive(QStringLiteral("a"), QStringLiteral("3"), QStringLiteral("again"), at(3)));
    CHECK(inbox.shown().at(0) == older);
    CHECK(log.lines == QStringList{QStringLiteral("moved 1 to 0"), QStringLiteral("changed 0–0")});
}

TEST_CASE("A ticket that no longer fits leaves the list and comes back when it fits again")
{
    Inbox inbox(storage::View::NeedsAnswer);
    (void)inbox.cache.receive(QStringLiteral("a"), QStringLiteral("1"), QStringLiteral("help"), at(1));
    inbox.model.setFilter(inbox.filter);
    REQUIRE(inbox.model.rowCount() == 1);
    SignalLog log(inbox.model);
    const TicketId ticket = inbox.shown().at(0);
    const auto answered =
        must(inbox.cache.store->submit({.ticket = ticket, .command = MarkAnswered{}, .seenUpTo = {}}));
    inbox.model.applyChanges(answered.changes);
    CHECK(inbox.model.rowCount() == 0);
    inbox.model.applyChanges(
        inbox.cache.receive(QStringLiteral("a"), QStringLiteral("2"), QStringLiteral("still"), at(2)));
    CHECK(inbox.model.rowCount() == 1);
    CHECK(log.lines == QStringList{QStringLiteral("removed 0–0"), QStringLiteral("inserted 0–0")});
}

TEST_CASE("Whatever happens in the cache, the list shows what the cache says, without a reset")
{
    const unsigned seed = Catch::getSeed();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    const auto any = [&](int n) { return int(random() % unsigned(n)); };
    Inbox inbox(storage::View::AllOpen);
    int minute = 0;
    int message = 0;
    for (int chat = 0; chat < 150; ++chat) {
        (void)inbox.cache.receive(
            QString::number(chat), QString::number(++message), QStringLiteral("hello"), at(++minute));
    }
    inbox.model.setFilter(inbox.filter);
    SignalLog log(inbox.model);
    for (int round = 0; round < 300; ++round) {
        const QString chat = QString::number(any(160));
        Changes changes;
        switch (any(5)) {
        case 0:
            inbox.model.fetchMore({});
            break;
        case 1: { // a back-fill: many at once
            QList<RemoteMessage> many;
            for (int i = 0; i < 100; ++i)
                many +=
                    inbound(QString::number(any(160)), QString::number(++message), QStringLiteral("x"), at(++minute));
            if (any(8) == 0)
                changes = inbox.cache.take(batchOf(many));
            break;
        }
        case 2:
            if (const auto known = must(inbox.cache.reader->conversationByRemoteId(inbox.cache.account, chat))) {
                const auto ticket = must(inbox.cache.reader->currentTicket(*known));
                const auto status = any(2) == 0 ? TicketStatus::Resolved : TicketStatus::Open;
                changes = must(inbox.cache.store->submit({.ticket = *ticket,
                                   .command = SetStatus{.status = status, .snoozedUntil = {}},
                                   .seenUpTo = {}}))
                              .changes;
            }
            break;
        default:
            changes = inbox.cache.receive(chat, QString::number(++message), QStringLiteral("news"), at(++minute));
            break;
        }
        inbox.model.applyChanges(changes);
        REQUIRE(inbox.shown() == inbox.truth());
    }
    CHECK_FALSE(log.lines.contains(QStringLiteral("reset")));
}

TEST_CASE("A text query is answered by the worker and names each ticket once")
{
    Inbox inbox;
    (void)inbox.cache.receive(QStringLiteral("a"), QStringLiteral("1"), QStringLiteral("refund please"), at(1));
    (void)inbox.cache.receive(QStringLiteral("a"), QStringLiteral("2"), QStringLiteral("refund now"), at(2));
    (void)inbox.cache.receive(QStringLiteral("b"), QStringLiteral("3"), QStringLiteral("thank you"), at(3));
    while (must(inbox.cache.store->indexPending(1000)) > 0) { }
    storage::TicketFilter filter = inbox.filter;
    filter.query = queryOf(QStringLiteral("refund"));
    inbox.model.setFilter(filter);
    CHECK(inbox.model.isLoading());
    REQUIRE(QTest::qWaitFor([&] { return !inbox.model.isLoading(); }, 120'000));
    CHECK(inbox.model.rowCount() == 1);
    CHECK(inbox.model.row(0).snippet.contains(QStringLiteral("refund")));
}

TEST_CASE("The next keystroke's query wins over the one that is still being answered")
{
    Inbox inbox;
    (void)inbox.cache.receive(QStringLiteral("a"), QStringLiteral("1"), QStringLiteral("refund"), at(1));
    (void)inbox.cache.receive(QStringLiteral("b"), QStringLiteral("2"), QStringLiteral("delivery"), at(2));
    while (must(inbox.cache.store->indexPending(1000)) > 0) { }
    storage::TicketFilter filter = inbox.filter;
    filter.query = queryOf(QStringLiteral("refund"));
    inbox.model.setFilter(filter);
    filter.query = queryOf(QStringLiteral("delivery"));
    inbox.model.setFilter(filter);
    REQUIRE(QTest::qWaitFor([&] { return !inbox.model.isLoading(); }, 120'000));
    CHECK(inbox.names() == QStringList{inbox.cache.ticket(QStringLiteral("b")).contactName});
}

TEST_CASE("A typing lamp goes off by itself")
{
    Inbox inbox;
    (void)inbox.cache.receive(QStringLiteral("a"), QStringLiteral("1"), QStringLiteral("hi"), at(1));
    inbox.model.setFilter(inbox.filter);
    const TicketId ticket = inbox.shown().at(0);
    inbox.model.setTyping(ticket, QStringLiteral("Ana"), inbox.cache.clock.now() + std::chrono::milliseconds(20));
    CHECK(inbox.model.typingIn(ticket) == QStringLiteral("Ana"));
    inbox.cache.clock.time += std::chrono::milliseconds(25);
    CHECK(QTest::qWaitFor([&] { return inbox.model.typingIn(ticket).isEmpty(); }, 120'000));
}

TEST_CASE("Marks go with the tickets that leave the list")
{
    Inbox inbox;
    (void)inbox.cache.receive(QStringLiteral("a"), QStringLiteral("1"), QStringLiteral("hi"), at(1));
    inbox.model.setFilter(inbox.filter);
    const TicketId ticket = inbox.shown().at(0);
    inbox.model.setMarked(ticket, true);
    CHECK(inbox.model.isMarked(ticket));
    inbox.model.applyChanges(must(inbox.cache.store->submit({.ticket = ticket,
                                      .command = SetStatus{.status = TicketStatus::Resolved, .snoozedUntil = {}},
                                      .seenUpTo = {}}))
            .changes);
    CHECK(inbox.model.marked().isEmpty());
}
