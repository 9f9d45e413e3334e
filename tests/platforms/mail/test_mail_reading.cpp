// SPDX-License-Identifier: GPL-3.0-or-later
// Reading from a real Dovecot: history, conversations, folders, renewed UIDs, servers that lack extensions.
#include "mail_test.h"
#include "support/print.h"

#include <QDateTime>
#include <QSet>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace parley;
using namespace parley::tests;
using namespace parley::platforms;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<MailServers> started(const MailServers::Options &options = {})
{
    QString why;
    auto servers = MailServers::start(options, &why);
    INFO(why.toStdString());
    REQUIRE(servers);
    return servers;
}

QByteArray reply(const QByteArray &id, const QByteArray &fields, const QByteArray &subject = "Re: Order")
{
    return mailFrom("Ann <ann@customer.test>", id, subject, "text of " + id, fields);
}

} // namespace

TEST_CASE("History comes newest first, page after page, with progress that ends at the whole")
{
    const auto servers = started();
    const auto day = QDateTime::fromString(u"2026-11-01T00:00:00Z"_s, Qt::ISODate);
    for (int i = 0; i < 700; ++i)
        REQUIRE(servers->deliver(
            kShop, mailFrom("ann@customer.test", "h" + QByteArray::number(i), "n", "x"), {}, day.addSecs(60 * i)));
    for (int i = 0; i < 30; ++i)
        REQUIRE(servers->deliver(kShop, mailFrom("support@shop.test", "s" + QByteArray::number(i), "n", "x"), u"Sent"_s,
            day.addSecs(60 * i)));
    const auto platform = connectTo(*servers);
    QByteArray cursor;
    QSet<QString> seen;
    QList<int> lowest;
    int progress = 0;
    bool more = true;
    for (int pages = 0; more && pages < 50; ++pages) {
        const auto batch = QCoro::waitFor(platform->pull(cursor));
        REQUIRE(batch.ok());
        CHECK((batch->backfill || batch->messages.isEmpty()));
        int low = 100'000;
        for (const auto &message : batch->messages) {
            CHECK_FALSE(seen.contains(message.remoteId)); // once
            seen << message.remoteId;
            if (message.remoteId.startsWith(u'h'))
                low = std::min(low, message.remoteId.mid(1).toInt());
        }
        if (low < 100'000)
            lowest << low;
        if (batch->fillTotal > 0) {
            CHECK(batch->fillTotal == 730);
            CHECK(batch->fillDone >= progress);
            progress = batch->fillDone;
        }
        cursor = batch->nextCursor;
        more = batch->more;
    }
    CHECK(seen.size() == 730);
    CHECK(lowest.size() > 2);
    CHECK(std::ranges::is_sorted(lowest, std::greater<>()));

    // A mail that comes during a fill is in the next page, before older ones.
    const auto again = connectTo(*servers);
    const auto page = QCoro::waitFor(again->pull({}));
    REQUIRE(page.ok());
    REQUIRE(servers->deliver(kShop, mailFrom("bob@customer.test", "news", "n", "x")));
    const auto next = connectTo(*servers); // as after a restart: only the cursor is left
    const auto news = QCoro::waitFor(next->pull(page->nextCursor));
    REQUIRE(news.ok());
    REQUIRE(news->messages.size() == 1);
    CHECK(news->messages.first().remoteId == u"news"_s);
    CHECK_FALSE(news->backfill);
    CHECK(news->more);
}

TEST_CASE("A thread has one name, whatever its mails say of it and in whatever order they are read")
{
    const auto servers = started();
    const auto day = QDateTime::fromString(u"2026-11-20T10:00:30Z"_s, Qt::ISODate);
    const QByteArrayList thread{mailFrom("Ann <ann@customer.test>", "root@c", "Order", "first"),
        reply("two@c", "In-Reply-To: <root@c>\r\n"), reply("three@c", "References: <two@c>\r\n"),
        reply("four@c", "References: <root@c> <two@c> <three@c>\r\n"),
        reply("five@c", "In-Reply-To: <three@c>\r\nReferences: <three@c>\r\n"), reply("lost@c", ""),
        mailFrom("Bob <bob@customer.test>", "other@c", "Re: Order", "another customer")};
    const bool allAtOnce = GENERATE(true, false);
    const auto platform = connectTo(*servers);
    Batch all;
    if (!allAtOnce)
        all = *pullAll(*platform);
    QByteArray cursor = all.nextCursor;
    for (qsizetype i = 0; i < thread.size(); ++i) {
        auto mail = thread[i];
        mail.replace("20 Nov 2026 10:00", QByteArray("20 Nov 2026 1" + QByteArray::number(i) + ":00"));
        REQUIRE(servers->deliver(kShop, mail, {}, day.addSecs(3600 * i)));
        if (!allAtOnce) { // each by a program that knows only the cursor
            const auto fresh = connectTo(*servers);
            const auto batch = pullAll(*fresh, cursor);
            REQUIRE(batch.ok());
            all.messages += batch->messages;
            cursor = batch->nextCursor;
        }
    }
    if (allAtOnce)
        all = *pullAll(*platform);
    REQUIRE(all.messages.size() == thread.size());
    for (const auto &message : all.messages) {
        INFO(message.remoteId.toStdString());
        CHECK(message.conversationRemoteId == (message.remoteId == u"other@c"_s ? u"other@c"_s : u"root@c"_s));
    }
}

TEST_CASE("An answer to our answer belongs to the thread although it names only ours")
{
    const auto servers = started();
    const bool history = GENERATE(true, false);
    QByteArray cursor;
    if (!history)
        cursor = pullAll(*connectTo(*servers))->nextCursor;
    REQUIRE(servers->deliver(kShop, mailFrom("ann@customer.test", "q@c", "Order", "where?")));
    REQUIRE(servers->deliver(kShop,
        "From: support@shop.test\r\nTo: ann@customer.test\r\nMessage-ID: <a@shop.test>\r\nIn-Reply-To: "
        "<q@c>\r\nSubject: Re: Order\r\n\r\nthere\r\n",
        u"Sent"_s));
    REQUIRE(servers->deliver(kShop, reply("thanks@c", "In-Reply-To: <a@shop.test>\r\n")));
    const auto all = pullAll(*connectTo(*servers), cursor);
    REQUIRE(all.ok());
    REQUIRE(all->messages.size() == 3);
    for (const auto &message : all->messages)
        CHECK(message.conversationRemoteId == u"q@c"_s);
}

TEST_CASE("A colleague's answer in Sent is told as ours, drafts there are not")
{
    const auto servers = started();
    const auto platform = connectTo(*servers);
    auto cursor = pullAll(*platform)->nextCursor;
    REQUIRE(servers->deliver(kShop,
        "From: Bob <bob@shop.test>\r\nTo: ann@customer.test\r\nMessage-ID: <c1@shop.test>\r\nIn-Reply-To: "
        "<q@c>\r\nSubject: Re: x\r\n\r\nyes\r\n",
        u"Sent"_s));
    const auto batch = pullAll(*platform, cursor);
    REQUIRE(batch.ok());
    REQUIRE(batch->messages.size() == 1);
    CHECK(batch->messages.first().direction == Direction::Out);
    CHECK(batch->messages.first().authorName == u"Bob"_s);
    CHECK(batch->messages.first().conversationRemoteId == u"q@c"_s);
    CHECK(batch->messages.first().clientId.isEmpty());
}

TEST_CASE("Renewed UIDs lead to reading again under the same names, and what is new is news")
{
    const auto servers = started();
    for (int i = 0; i < 5; ++i)
        REQUIRE(servers->deliver(kShop, mailFrom("ann@customer.test", "v" + QByteArray::number(i), "n", "x"), {},
            QDateTime::currentDateTimeUtc().addDays(-1)));
    auto platform = connectTo(*servers);
    const auto before = pullAll(*platform);
    REQUIRE(before.ok());
    platform.reset();
    REQUIRE(servers->renewUidValidity(kShop));
    REQUIRE(
        servers->deliver(kShop, mailFrom("ann@customer.test", "after", "n", "x"), {}, QDateTime::currentDateTimeUtc()));
    platform = connectTo(*servers);
    const auto after = pullAll(*platform, before->nextCursor);
    REQUIRE(after.ok());
    QSet<QString> names;
    for (const auto &message : after->messages)
        names << message.remoteId;
    CHECK(names == QSet<QString>{u"v0"_s, u"v1"_s, u"v2"_s, u"v3"_s, u"v4"_s, u"after"_s});
    CHECK_FALSE(after->backfill);
}

TEST_CASE("A page that was read ahead is never taken for what was asked")
{
    const auto servers = started();
    const auto day = QDateTime::fromString(u"2026-11-01T00:00:00Z"_s, Qt::ISODate);
    for (int i = 0; i < 120; ++i)
        REQUIRE(servers->deliver(
            kShop, mailFrom("ann@customer.test", "h" + QByteArray::number(i), "n", "x"), {}, day.addSecs(60 * i)));
    const auto platform = connectTo(*servers);
    const auto first = QCoro::waitFor(platform->pull({}));
    REQUIRE(first.ok());
    REQUIRE(first->messages.size() == 50);
    // The page behind it is being read already. The cache did not take this one: asked for again, it comes again.
    const auto again = QCoro::waitFor(platform->pull({}));
    REQUIRE(again.ok());
    CHECK(again->nextCursor == first->nextCursor);
    REQUIRE(again->messages.size() == 50);
    CHECK(again->messages.first().remoteId == first->messages.first().remoteId);
    // Nor is anything lost when the UIDs mean other mails meanwhile.
    REQUIRE(servers->renewUidValidity(kShop));
    QSet<QString> seen;
    for (const auto &message : first->messages)
        seen << message.remoteId;
    auto rest = pullAll(*platform, first->nextCursor);
    if (!rest) // the server may cut a connection that has the folder open
        rest = pullAll(*platform, first->nextCursor);
    REQUIRE(rest.ok());
    for (const auto &message : rest->messages)
        seen << message.remoteId;
    CHECK(seen.size() == 120);
}

TEST_CASE("Large mails of the past come a few at a time, the largest alone")
{
    const auto servers = started();
    const auto day = QDateTime::fromString(u"2026-11-01T00:00:00Z"_s, Qt::ISODate);
    const QByteArrayList sizes{"7", "1", "7", "14", "1"}; // MB
    for (qsizetype i = 0; i < sizes.size(); ++i) {
        QByteArray line(76, 'x');
        line += "\r\n";
        const auto body = line.repeated(sizes[i].toInt() * 1'000'000 / line.size());
        REQUIRE(servers->deliver(
            kShop, mailFrom("ann@customer.test", "m" + QByteArray::number(i), "n", body), {}, day.addSecs(60 * i)));
    }
    const auto platform = connectTo(*servers);
    QList<QStringList> pages;
    QByteArray cursor;
    for (bool more = true; more;) {
        const auto batch = QCoro::waitFor(platform->pull(cursor));
        REQUIRE(batch.ok());
        QStringList ids;
        for (const auto &message : batch->messages)
            ids << message.remoteId;
        if (!ids.isEmpty())
            pages << ids;
        cursor = batch->nextCursor;
        more = batch->more;
    }
    CHECK(pages == QList<QStringList>{{u"m4"_s}, {u"m3"_s}, {u"m1"_s, u"m2"_s}, {u"m0"_s}});
}

TEST_CASE("A server without IDLE, CONDSTORE and UIDPLUS serves as well")
{
    const auto servers = started({.condstore = false, .idle = false, .uidplus = false});
    auto timeouts = shortTimeouts();
    timeouts.poll = 200;
    const auto platform = connectTo(*servers, u"tls"_s, timeouts);
    const auto empty = pullAll(*platform);
    REQUIRE(empty.ok());
    auto listening = platform->listen(empty->nextCursor);
    REQUIRE(servers->deliver(kShop, mailFrom("ann@customer.test", "p@c", "Hello", "x")));
    const auto live = QCoro::waitFor(listening);
    REQUIRE(live.ok());
    CHECK(live->pullNow);
    const auto batch = pullAll(*platform, empty->nextCursor);
    REQUIRE(batch.ok());
    REQUIRE(batch->messages.size() == 1);

    PushRequest request;
    request.clientId = u"7c9e6679-7425-40de-944b-e07fc1f90ae7"_s;
    request.command = Reply{u"yes"_s, {}, false, {}};
    request.created = SystemClock().now();
    request.lastInboundExtra = batch->messages.first().extra;
    request.conversationRemoteId = batch->messages.first().conversationRemoteId;
    REQUIRE(QCoro::waitFor(platform->push(request)).ok());
    CHECK(servers->filesIn(kShop, u"Sent"_s).size() == 1);
    const auto sent = pullAll(*platform, batch->nextCursor);
    REQUIRE(sent.ok());
    REQUIRE(sent->messages.size() == 1);
    CHECK(sent->messages.first().clientId == request.clientId);
    const auto found = QCoro::waitFor(platform->findSent(request));
    REQUIRE(found.ok());
    CHECK(found->has_value());
}

TEST_CASE("The server goes away and comes back between two calls without a word to the agent")
{
    const auto servers = started();
    const auto platform = connectTo(*servers);
    const auto before = pullAll(*platform);
    REQUIRE(before.ok());
    servers->stopImap();
    Result<Batch> away;
    const bool gone = QTest::qWaitFor(
        [&] {
            away = QCoro::waitFor(platform->pull(before->nextCursor));
            return !away.ok() && away.error().kind == ErrorKind::Offline;
        },
        20'000);
    INFO((away.ok() ? std::string("still served") : away.error().detail.toStdString()));
    REQUIRE(gone);
    CHECK_FALSE(away.error().words.isEmpty());
    REQUIRE(servers->startImap());
    REQUIRE(servers->deliver(kShop, mailFrom("ann@customer.test", "back@c", "Hello", "x")));
    const auto after = pullAll(*platform, before->nextCursor);
    REQUIRE(after.ok());
    CHECK(after->messages.size() == 1);
}
