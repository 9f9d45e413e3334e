// SPDX-License-Identifier: GPL-3.0-or-later
// What the socket brings, and what becomes of us when it lies, dies or is refused.
#include "platforms/chatwoot/workplace.h"
#include "sandbox/chatwoot_client.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;
using namespace parley::tests;
using sandbox::BadDay;

namespace {

/// Connected, with one open conversation, and with no poll that could help.
struct LiveTeam : Workplace {
    LiveTeam()
    {
        server.setPings(100);
        timing.poll = 1h;
        timing.pollAlone = 1h;
        connect();
        server.write(anna, u"hello"_s);
        REQUIRE(!pullAll());
        REQUIRE(goLive());
    }
    qsizetype looks() const { return server.calls(u"conversations"_s).size(); }
    int anna = server.addCustomer(u"Anna"_s);
};

} // namespace

TEST_CASE("A message, a note and a changed field come over the socket without asking")
{
    LiveTeam team;
    REQUIRE(team.listenUntil([&] { return team.has(u"hello"_s); }));
    const auto looks = team.looks();
    team.server.write(team.anna, u"are you there?"_s);
    CHECK(team.listenUntil([&] { return team.has(u"are you there?"_s); }));
    team.server.answerAs(team.server.ann(), 1, u"among us"_s, true);
    CHECK(team.listenUntil([&] { return team.withText(u"among us"_s).kind == MessageKind::Note; }));
    team.server.setStatusAs(team.server.ann(), 1, u"resolved"_s);
    CHECK(team.listenUntil([&] { return team.fields[u"1"_s].status == TicketStatus::Resolved; }));
    team.server.assignAs(team.server.ann(), 1, team.server.ann());
    CHECK(team.listenUntil([&] { return team.fields[u"1"_s].assignee == kMe; }));
    CHECK(team.looks() <= looks + 1); // at most the one that a fresh subscription asks for
    CHECK(team.conversations[u"1"_s].contactRemoteId == QString::number(team.anna));
}

TEST_CASE("A new customer's first message comes with the conversation")
{
    LiveTeam team;
    const int boris = team.server.addCustomer(u"Boris"_s);
    team.server.write(boris, u"me too"_s);
    CHECK(team.listenUntil([&] { return team.has(u"me too"_s); }));
    CHECK(team.conversations.contains(u"2"_s));
    CHECK(team.contacts[QString::number(boris)].name == u"Boris"_s);
}

TEST_CASE("Typing of the customer and of colleagues, with its end, and never our own")
{
    LiveTeam team;
    const int bob = team.server.addAgent(u"Bob Ray"_s, {team.server.inbox()});
    team.server.type(team.anna);
    REQUIRE(team.listenUntil([&] { return !team.events.isEmpty(); }));
    CHECK(team.events.last().kind == LiveEvent::Kind::Typing);
    CHECK(team.events.last().author == u"Anna"_s);
    CHECK(!team.events.last().byColleague);
    REQUIRE(team.events.last().until.has_value());
    CHECK(*team.events.last().until > team.clock.now());
    team.server.type(team.anna, false);
    REQUIRE(team.listenUntil([&] { return team.events.last().kind == LiveEvent::Kind::StoppedTyping; }));
    team.server.typeAs(bob, 1);
    REQUIRE(team.listenUntil([&] { return team.events.last().author == u"Bob Ray"_s; }));
    CHECK(team.events.last().byColleague);
}

TEST_CASE("Events of the same person's other account are not ours")
{
    LiveTeam team;
    const int other = team.server.addAccount(u"Globex"_s);
    const int inbox = team.server.addInbox(u"Second"_s, u"Channel::Api"_s, other);
    team.server.write(team.server.addCustomer(u"Stranger"_s, {}, inbox), u"elsewhere"_s);
    team.server.write(team.anna, u"here"_s);
    REQUIRE(team.listenUntil([&] { return team.has(u"here"_s); }));
    CHECK(!team.has(u"elsewhere"_s));
}

TEST_CASE("The agent is shown as present while the socket is open")
{
    LiveTeam team;
    team.timing.presence = 50ms;
    team.connect();
    REQUIRE(team.goLive());
    CHECK(QTest::qWaitFor([&] { return team.server.presences() >= 4; }, 20'000));
}

TEST_CASE("A customer who has the chat open is told as present")
{
    LiveTeam team;
    team.timing.presence = 50ms;
    team.connect();
    REQUIRE(team.goLive());
    CableClient visitor(team.server);
    REQUIRE(visitor.hears(u"welcome"_s));
    visitor.subscribe(team.server.pubsubOf(team.anna));
    CHECK(team.listenUntil([&] {
        return std::ranges::any_of(team.events, [](const LiveEvent &event) {
            return event.kind == LiveEvent::Kind::Presence && event.conversationRemoteId == u"1"_s && event.until;
        });
    }));
}

TEST_CASE("A socket that is open and dead is noticed, replaced, and what was missed is fetched")
{
    LiveTeam team;
    team.timing.silence = 400ms;
    team.connect();
    REQUIRE(team.goLive());
    team.server.killSockets();
    team.server.write(team.anna, u"into the void"_s);
    REQUIRE(QTest::qWaitFor([&] { return team.server.subscribers() == 0; }, 20'000));
    team.server.killSockets(false);
    CHECK(team.listenUntil([&] { return team.has(u"into the void"_s); }));
    team.server.write(team.anna, u"and live again"_s);
    CHECK(team.listenUntil([&] { return team.has(u"and live again"_s); }));
}

TEST_CASE("A restarted and a cut socket come back with what was missed")
{
    LiveTeam team;
    for (const auto &text : {u"one"_s, u"two"_s}) {
        text == u"one"_s ? team.server.restartSockets() : team.server.cutSockets();
        team.server.write(team.anna, text);
        CHECK(team.listenUntil([&] { return team.has(text); }));
        CHECK(team.listenUntil([&] { return team.server.subscribers() == 1; }));
    }
}

TEST_CASE("A token that is met with silence, or refused, is asked for anew")
{
    LiveTeam team;
    team.timing.confirm = 500ms;
    team.connect();
    REQUIRE(team.goLive());
    team.server.rotatePubsub();
    team.server.cutSockets();
    CHECK(team.listenUntil([&] { return team.server.subscribers() == 1; }));
    team.server.write(team.anna, u"with the new one"_s);
    CHECK(team.listenUntil([&] { return team.has(u"with the new one"_s); }));
    team.server.refuseSubscriptions();
    const auto profiles = team.server.calls(u"profile"_s).size();
    team.server.cutSockets();
    auto listening = team.connector->listen(team.cursor); // nothing will come of it
    CHECK(QTest::qWaitFor([&] { return team.server.calls(u"profile"_s).size() > profiles; }, 20'000));
    team.server.refuseSubscriptions(false);
    CHECK(QTest::qWaitFor([&] { return team.server.subscribers() == 1; }, 20'000));
    team.connector->interrupt();
    CHECK(await(std::move(listening)).ok());
}

TEST_CASE("Lost broadcasts are found by a look now and then")
{
    LiveTeam team;
    team.timing.poll = 500ms;
    team.connect();
    REQUIRE(team.goLive());
    team.server.loseEvents();
    team.server.write(team.anna, u"lost on the way"_s);
    CHECK(team.listenUntil([&] { return team.has(u"lost on the way"_s); }));
}

TEST_CASE("Without any socket the account still gets its news")
{
    Workplace team;
    team.server.killSockets();
    team.timing.pollAlone = 300ms;
    team.connect();
    const int anna = team.server.addCustomer(u"Anna"_s);
    team.server.write(anna, u"hello"_s);
    REQUIRE(!team.pullAll());
    team.server.write(anna, u"by asking"_s);
    CHECK(team.listenUntil([&] { return team.has(u"by asking"_s); }));
}

TEST_CASE("Two agents who change labels at once lose neither's")
{
    LiveTeam team;
    const int bob = team.server.addAgent(u"Bob Ray"_s, {team.server.inbox()});
    team.server.setLabelsAs(bob, 1, {u"vip"_s});
    REQUIRE(team.listenUntil([&] { return team.fields[u"1"_s].tags == QStringList{u"vip"_s}; }));
    BadDay slow;
    slow.kind = BadDay::Kind::Latency;
    slow.method = u"set_labels"_s;
    slow.ms = 700;
    team.server.addBadDay(slow);
    auto ours = team.connector->push(team.request(1, ChangeTags{{u"billing"_s}, {}}));
    REQUIRE(QTest::qWaitFor([&] { return !team.server.calls(u"set_labels"_s).isEmpty(); }, 20'000));
    team.server.setLabelsAs(bob, 1, {u"vip"_s, u"urgent-call"_s}); // between our reading and our writing
    const auto receipt = await(std::move(ours));
    CHECK(receipt.ok());
    QStringList labels = team.server.conversation(1).labels;
    labels.sort();
    CHECK(labels == QStringList{u"billing"_s, u"urgent-call"_s, u"vip"_s});
}
