// SPDX-License-Identifier: GPL-3.0-or-later
// The conversation that an agent has open goes before all others.
#include "platforms/chatwoot/workplace.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;
using namespace parley::tests;

namespace {

/// So many customers with two messages each, said some time ago; the first of them is the one that is opened.
struct OldTeam : Workplace {
    explicit OldTeam(int customers, int firstOnesMessages = 2)
    {
        timing.openAgain = 1h;
        timing.poll = timing.pollAlone = 1h;
        connect();
        for (int i = 0; i < customers; ++i) {
            const int customer = server.addCustomer(u"Customer %1"_s.arg(i));
            for (int k = 1; k <= (i == 0 ? firstOnesMessages : 2); ++k)
                last = server.write(customer, u"%1: %2"_s.arg(i).arg(k));
        }
        server.turnClock(std::chrono::milliseconds(2h).count());
    }
    Batch pullOnce()
    {
        const auto page = await(connector->pull(cursor));
        REQUIRE(page.ok());
        take(*page);
        return *page;
    }
    void pullNews()
    {
        while (pullOnce().more) { }
    }
    Batch listenOnce()
    {
        const auto live = await(connector->listen(cursor));
        REQUIRE(live.ok());
        take(live->batch);
        return live->batch;
    }
    qsizetype reads() const { return server.calls(u"messages"_s).size(); }
    qint64 last = 0;
};

} // namespace

TEST_CASE("What is open is read before the histories, as the past that it is")
{
    OldTeam team(60);
    team.pullNews();
    team.connector->setOpen(u"1"_s);
    const Batch page = team.listenOnce();
    CHECK(team.reads() == 1);
    CHECK(team.has(u"0: 1"_s));
    CHECK(page.messages.size() == 2);
    CHECK(std::ranges::all_of(page.messages, &RemoteMessage::history));
    CHECK(page.olderWaits);
    CHECK(page.fillDone == 1);
}

TEST_CASE("What is opened while the list is still being read does not wait for its end")
{
    OldTeam team(120);
    CHECK(team.pullOnce().more);
    team.connector->setOpen(u"1"_s);
    const Batch page = team.pullOnce();
    CHECK(page.messages.size() == 2);
    CHECK(team.has(u"0: 1"_s));
    CHECK(page.more);
    team.pullNews();
    CHECK(team.conversations.size() == 120);
    CHECK(team.reads() == 2); // and with the look behind the list
}

TEST_CASE("Of a long thread the latest come first and the rest follows at once")
{
    OldTeam team(30, 250);
    team.pullNews();
    team.connector->setOpen(u"1"_s);
    const Batch first = team.listenOnce();
    CHECK(first.messages.size() == 20);
    CHECK(team.has(u"0: 249"_s));
    CHECK(!team.has(u"0: 1"_s));
    for (int step = 0; step < 3; ++step)
        team.listenOnce();
    for (int k = 1; k <= 250; ++k)
        CHECK(team.has(u"0: %1"_s.arg(k)));
    CHECK(team.reads() == 4);
}

TEST_CASE("Opening again what was just read costs nothing, and later it is looked at once more")
{
    for (const auto again : {std::chrono::milliseconds(1h), 0ms}) {
        OldTeam team(3);
        team.timing.openAgain = again;
        team.connect();
        REQUIRE(!team.pullAll());
        team.connector->setOpen(u"1"_s);
        team.pullNews();
        const auto reads = team.reads();
        CHECK(reads == 3 + 2); // at once, and with the look that followed
        team.connector->setOpen(u"2"_s);
        team.pullNews();
        CHECK(team.reads() == reads + 2);
        team.connector->setOpen(u"1"_s);
        team.pullNews();
        CHECK(team.reads() == reads + (again == 0ms ? 4 : 3)); // the look is there in any case
    }
}

TEST_CASE("What is open is looked at with each look, so a deletion that nothing tells of shows")
{
    OldTeam team(3);
    REQUIRE(!team.pullAll());
    team.connector->setOpen(u"3"_s);
    team.pullNews();
    team.server.deleteMessage(team.last);
    CHECK(!team.deleted.contains(QString::number(team.last)));
    team.pullNews();
    CHECK(team.deleted.contains(QString::number(team.last)));
    team.connector->setOpen({});
    const auto reads = team.reads();
    team.pullNews();
    CHECK(team.reads() == reads);
}

TEST_CASE("An open thread that the server fails to give keeps nothing else from coming")
{
    OldTeam team(3);
    REQUIRE(!team.pullAll());
    sandbox::BadDay day;
    day.method = u"messages"_s;
    day.times = -1;
    team.server.addBadDay(day);
    team.timing.openAgain = 0ms;
    team.connect();
    team.connector->setOpen(u"1"_s);
    const auto reads = team.reads();
    team.pullNews();
    CHECK(team.reads() > reads);
    team.server.endBadDays();
    team.pullNews();
    CHECK(team.reads() > reads + 1);
}
