// SPDX-License-Identifier: GPL-3.0-or-later
// The first fill in its two parts: the whole inbox from the list's pages, then what was said before.
#include "platforms/chatwoot/memory.h"
#include "platforms/chatwoot/workplace.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;
using namespace parley::tests;
using platforms::chatwoot::Memory;
using sandbox::BadDay;

namespace {

constexpr int kEach = 3; ///< messages of a customer

/// A server where all was said some time ago, so that no look finds it changed.
struct OldServer : Workplace {
    explicit OldServer(int customers)
    {
        for (int i = 0; i < customers; ++i) {
            ids << server.addCustomer(u"Customer %1"_s.arg(i));
            for (int k = 1; k <= kEach; ++k)
                server.write(ids.last(), u"%1: %2"_s.arg(i).arg(k));
        }
        server.turnClock(std::chrono::milliseconds(2h).count());
    }
    /// Until the server has nothing new; histories stay where they are.
    void pullNews()
    {
        for (bool more = true; more;) {
            const auto page = await(connector->pull(cursor));
            REQUIRE(page.ok());
            take(*page);
            pages << *page;
            more = page->more;
        }
    }
    /// One page of the histories. \return there are more
    bool pullOlder()
    {
        const auto page = await(connector->pullOlder(cursor));
        REQUIRE(page.ok());
        take(*page);
        pages << *page;
        return page->olderWaits;
    }
    qsizetype reads() const { return server.calls(u"messages"_s).size(); }
    QList<int> ids;
};

QStringList textsOf(const Batch &page)
{
    QStringList texts;
    for (const RemoteMessage &message : page.messages)
        texts << message.text;
    return texts;
}

} // namespace

TEST_CASE("The whole inbox stands when the pages of the list are read, and no thread was")
{
    OldServer team(60);
    team.pullNews();
    CHECK(team.reads() == 0);
    CHECK(team.conversations.size() == 60);
    CHECK(team.messages.size() == 60);
    for (int i = 0; i < 60; ++i) {
        CHECK(team.has(u"%1: %2"_s.arg(i).arg(kEach)));
        CHECK(team.fields[QString::number(i + 1)].status == TicketStatus::Open);
    }
    CHECK(team.pages.first().backfill);
    CHECK(team.pages.first().countsConversations);
    CHECK(team.pages.first().fillDone == 25);
    CHECK(team.pages.first().fillTotal == 60);
    CHECK(!team.pages.last().more);
    CHECK(team.pages.last().olderWaits);
    CHECK(team.pages.last().fillDone == 0);
    CHECK(team.pages.last().fillTotal == 60);
}

TEST_CASE("What was said before comes while we listen, newest first, and says how far it is")
{
    OldServer team(60);
    team.pullNews();
    QList<Batch> older;
    for (int bound = 0; bound < 300 && (older.isEmpty() || older.last().olderWaits); ++bound) {
        const auto live = await(team.connector->listen(team.cursor));
        REQUIRE(live.ok());
        team.take(live->batch);
        if (live->batch.backfill)
            older << live->batch;
        if (live->pullNow)
            team.pullNews();
    }
    REQUIRE(older.size() > 1);
    CHECK(std::is_sorted(older.cbegin(), older.cend() - 1,
        [](const Batch &one, const Batch &next) { return one.fillDone < next.fillDone; }));
    QStringList inOrder;
    for (const Batch &page : older) {
        inOrder << textsOf(page);
        CHECK((!page.olderWaits || (page.fillTotal == 60 && page.countsConversations)));
        CHECK(std::ranges::none_of(page.tickets, [](const RemoteTicketFields &one) { return one.unread.has_value(); }));
    }
    CHECK(inOrder.indexOf(u"59: 1"_s) < inOrder.indexOf(u"30: 1"_s));
    CHECK(inOrder.indexOf(u"30: 1"_s) < inOrder.indexOf(u"0: 1"_s));
    CHECK(team.messages.size() == qsizetype(60) * kEach);
    CHECK(team.reads() == 60);
    CHECK(Memory::from(team.cursor).listed.isEmpty());
    CHECK(!Memory::from(team.cursor).older);
}

TEST_CASE("A fill that is broken off after each page loses nothing and reads no thread twice")
{
    OldServer team(60);
    bool more = true;
    while (more) {
        team.connect();
        const auto page = await(team.connector->pull(team.cursor));
        REQUIRE(page.ok());
        team.take(*page);
        more = page->more;
    }
    for (int bound = 0; bound < 60; ++bound) {
        team.connect();
        if (!team.pullOlder())
            break;
    }
    CHECK(team.messages.size() == qsizetype(60) * kEach);
    CHECK(team.reads() == 60);
}

TEST_CASE("What changes before its history was read is read whole at once, and only what is new is news")
{
    OldServer team(60);
    team.pullNews();
    team.server.answerAs(team.server.ann(), 1, u"an answer"_s);
    team.server.write(team.ids.first(), u"right now"_s);
    team.pages.clear();
    team.pullNews();
    CHECK(team.reads() == 1);
    for (int k = 1; k <= kEach; ++k)
        CHECK(team.withText(u"0: %1"_s.arg(k)).history);
    CHECK(!team.withText(u"right now"_s).history);
    CHECK(!team.withText(u"an answer"_s).history);
    CHECK(std::ranges::none_of(team.pages, &Batch::backfill));
    CHECK(team.pages.last().fillDone == 1);
}

TEST_CASE("What the socket tells of a listed conversation is there at once, and its history still comes")
{
    OldServer team(60);
    team.pullNews();
    const QJsonObject cursor = QJsonDocument::fromJson(team.cursor).object();
    REQUIRE(cursor.contains(u"older"_s));
    REQUIRE(team.listenUntil([&] { return team.server.subscribers() > 0; }));
    team.server.write(team.ids.first(), u"hello again"_s);
    CHECK(team.listenUntil([&] { return team.has(u"hello again"_s); }));
    CHECK(!team.withText(u"hello again"_s).history);
    CHECK(team.listenUntil([&] { return team.messages.size() == qsizetype(60) * kEach + 1; }));
}

TEST_CASE("A conversation that goes before its history was read is told as gone")
{
    OldServer team(30);
    team.pullNews();
    team.server.removeConversation(4);
    while (team.pullOlder()) { }
    CHECK(!team.conversations[u"4"_s].canReply);
    CHECK(team.fields[u"4"_s].status == TicketStatus::Resolved);
    CHECK(team.messages.size() == qsizetype(29) * kEach + 2); // its last one, and the line that says so
}

TEST_CASE("A thread that the server fails to give keeps no other from being read, and is asked for again")
{
    OldServer team(30);
    team.pullNews();
    team.server.addBadDay(BadDay::Kind::ServerError, u"messages"_s);
    while (team.pullOlder()) { }
    CHECK(team.messages.size() == qsizetype(29) * kEach + 1);
    team.connect();
    team.pullNews();
    CHECK(team.pages.last().fillDone == 29);
    CHECK(team.pages.last().fillTotal == 30);
    while (team.pullOlder()) { }
    CHECK(team.messages.size() == qsizetype(30) * kEach);
}

TEST_CASE("A server that fails one thread after another is told as one in trouble")
{
    OldServer team(30);
    team.pullNews();
    BadDay day;
    day.method = u"messages"_s;
    day.times = -1;
    team.server.addBadDay(day);
    CHECK(!await(team.connector->pullOlder(team.cursor)).ok());
    CHECK(team.reads() <= 5);
    team.server.endBadDays();
    while (team.pullOlder()) { }
    CHECK(team.messages.size() == qsizetype(30) * kEach);
}

TEST_CASE("An account that an older Parley left in the middle of its fill goes on without loss")
{
    OldServer team(60);
    Memory old;
    old.walk = Memory::Walk{};
    old.walk->page = 2;
    old.walk->done = 25;
    old.walk->total = 60;
    old.walk->began = {team.clock.now() + 2h, team.clock.now()};
    for (int id = 36; id <= 60; ++id)
        old.known.insert(id);
    QJsonObject json = QJsonDocument::fromJson(old.toCursor()).object();
    json.remove(u"listed"_s);
    json.remove(u"fill_mark"_s);
    team.cursor = QJsonDocument(json).toJson(QJsonDocument::Compact);
    team.pullNews();
    CHECK(team.conversations.size() == 60);
    while (team.pullOlder()) { }
    for (int i = 0; i < 35; ++i)
        CHECK(team.has(u"%1: 1"_s.arg(i)));
    CHECK(team.reads() == 35); // the rest was read by that program
}

TEST_CASE("The fill's memory survives its cursor")
{
    Memory memory;
    memory.older = Memory::Older{7, true};
    memory.listed.insert(42);
    memory.fillMark = 99;
    CHECK(Memory::from(memory.toCursor()) == memory);
}

TEST_CASE("More changes than fit into one answer are walked through page by page")
{
    OldServer team(60);
    REQUIRE(!team.pullAll());
    team.server.answerAs(team.server.ann(), 7, u"while it was busy"_s);
    team.server.addBadDay(BadDay::Kind::HugeAnswer, u"conversations"_s, 3);
    CHECK(team.pullAll().has_value());
    CHECK(team.pullAll().has_value());
    REQUIRE(!team.pullAll());
    CHECK(team.has(u"while it was busy"_s));
}
