// SPDX-License-Identifier: GPL-3.0-or-later
// The first fill, what changed since, and what no change tells of.
#include "platforms/chatwoot/workplace.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;
using namespace parley::tests;

namespace {

/// So many customers, each with one message.
void fillWith(Workplace &team, int customers)
{
    for (int i = 0; i < customers; ++i)
        team.server.write(team.server.addCustomer(u"Customer %1"_s.arg(i)), u"hello %1"_s.arg(i));
}

} // namespace

TEST_CASE("The first fill goes newest first, page by page, and says how far it is")
{
    Workplace team;
    fillWith(team, 60);
    REQUIRE(!team.pullAll());
    CHECK(team.messages.size() == 60);
    REQUIRE(team.pages.size() > 2);
    CHECK(team.pages.first().backfill);
    CHECK(team.pages.first().fillTotal == 60);
    CHECK(team.pages.first().fillDone == 25);
    const auto onFirst = team.pages.first().messages;
    CHECK(std::ranges::any_of(onFirst, [](const auto &message) { return message.text == u"hello 59"_s; }));
    CHECK(std::ranges::none_of(onFirst, [](const auto &message) { return message.text == u"hello 0"_s; }));
    CHECK(!team.pages.last().more);
}

TEST_CASE("Who writes during a long first fill is heard before it ends, and not as history")
{
    Workplace team;
    const int early = team.server.addCustomer(u"Early bird"_s);
    team.server.write(early, u"long ago"_s);
    fillWith(team, 200);
    for (int page = 1; page <= 3; ++page) { // by then it takes long enough for a socket
        const auto pulled = await(team.connector->pull(team.cursor));
        REQUIRE(pulled.ok());
        team.take(*pulled);
        team.pages << *pulled;
    }
    REQUIRE(QTest::qWaitFor([&] { return team.server.subscribers() > 0; }, 20'000));
    REQUIRE(team.pages.last().backfill);
    REQUIRE_FALSE(team.has(u"long ago"_s));

    team.server.write(early, u"right now"_s);
    team.server.write(team.server.addCustomer(u"New"_s), u"me too"_s);
    const qsizetype before = team.pages.size();
    REQUIRE(!team.pullAll());
    const auto page = std::find_if(team.pages.cbegin() + before, team.pages.cend(), [](const Batch &batch) {
        return std::ranges::any_of(batch.messages, [](const auto &row) { return row.text == u"right now"_s; });
    });
    REQUIRE(page != team.pages.cend());
    CHECK(!page->backfill);
    CHECK(page->more);
    CHECK(page->fillTotal > 0);
    CHECK(team.has(u"me too"_s));
    CHECK(team.has(u"long ago"_s));
    CHECK(team.messages.size() == 203);
}

TEST_CASE("A fill that was broken off goes on where it was")
{
    Workplace team;
    fillWith(team, 60);
    const auto first = await(team.connector->pull({}));
    REQUIRE(first.ok());
    team.take(*first);
    team.connect();
    REQUIRE(!team.pullAll());
    CHECK(team.messages.size() == 60);
    // All was said just now: the look behind the list finds every one changed and reads it.
    CHECK(team.server.calls(u"messages"_s).size() == 60);
}

TEST_CASE("A ticket's fields come as they are on the server")
{
    Workplace team;
    const int bob = team.server.addAgent(u"Bob Ray"_s, {team.server.inbox()});
    fillWith(team, 3);
    team.server.setStatusAs(bob, 1, u"snoozed"_s, 1'900'000'000);
    team.server.setPriorityAs(bob, 1, u"urgent"_s);
    team.server.setLabelsAs(bob, 1, {u"billing"_s, u"vip"_s});
    team.server.assignAs(bob, 1, bob);
    team.server.assignAs(bob, 2, team.server.ann());
    team.server.setStatusAs(bob, 2, u"pending"_s);
    REQUIRE(!team.pullAll());
    const RemoteTicketFields one = team.fields[u"1"_s];
    CHECK(one.status == TicketStatus::Snoozed);
    CHECK(one.snoozedUntil == fromMs(1'900'000'000'000));
    CHECK(one.priority == Priority::Urgent);
    CHECK(one.tags == QStringList{u"billing"_s, u"vip"_s});
    CHECK(one.assignee == u"Bob Ray"_s);
    CHECK(team.fields[u"2"_s].assignee == kMe);
    CHECK(team.fields[u"2"_s].status == TicketStatus::Pending);
    CHECK(team.fields[u"3"_s].assignee == QString());
    CHECK(team.conversations[u"1"_s].context.facts.value(0).value == u"Website"_s);
}

TEST_CASE("Two hundred conversations changed while we were away, and only those are read")
{
    Workplace team;
    fillWith(team, 220);
    REQUIRE(!team.pullAll());
    const auto callsBefore = team.server.calls(u"messages"_s).size();
    team.connect();
    for (int id = 1; id <= 200; ++id) {
        if (id % 4 == 0)
            team.server.answerAs(team.server.ann(), id, u"answer %1"_s.arg(id));
        else if (id % 4 == 1)
            team.server.setLabelsAs(team.server.ann(), id, {u"seen"_s});
        else if (id % 4 == 2)
            team.server.setStatusAs(team.server.ann(), id, u"resolved"_s);
        else
            team.server.answerAs(team.server.ann(), id, u"note %1"_s.arg(id), true);
    }
    team.timing.overlap = 0ms;
    team.connect();
    REQUIRE(!team.pullAll());
    for (int id = 1; id <= 200; ++id) {
        if (id % 4 == 0)
            CHECK(team.has(u"answer %1"_s.arg(id)));
        else if (id % 4 == 1)
            CHECK(team.fields[QString::number(id)].tags == QStringList{u"seen"_s});
        else if (id % 4 == 2)
            CHECK(team.fields[QString::number(id)].status == TicketStatus::Resolved);
        else
            CHECK(team.withText(u"note %1"_s.arg(id)).kind == MessageKind::Note);
    }
    CHECK(!team.pages.last().backfill);
    // The delta is asked for in whole seconds, so the last second of the fill may be read again.
    CHECK(team.server.calls(u"messages"_s).size() - callsBefore <= 220);
    const auto quiet = team.server.calls(u"messages"_s).size();
    REQUIRE(!team.pullAll());
    // The server tells its time in seconds: the twenty of the fill's last one that did not change may be read once
    // more.
    CHECK(team.server.calls(u"messages"_s).size() <= quiet + 20);
}

TEST_CASE("Many new messages in a known thread are all fetched")
{
    Workplace team;
    const int anna = team.server.addCustomer(u"Anna"_s);
    for (int i = 0; i < 130; ++i)
        team.server.write(anna, u"old %1"_s.arg(i));
    REQUIRE(!team.pullAll());
    CHECK(team.messages.size() == 130);
    for (int i = 0; i < 130; ++i)
        team.server.write(anna, u"new %1"_s.arg(i));
    REQUIRE(!team.pullAll());
    CHECK(team.messages.size() == 260);
}

TEST_CASE("A server's clock that is turned by ten minutes between two looks loses nothing")
{
    for (const auto turn : {600'000, -600'000}) {
        Workplace team;
        const int anna = team.server.addCustomer(u"Anna"_s);
        for (int i = 0; i < 30; ++i)
            team.server.write(anna, u"before %1"_s.arg(i));
        REQUIRE(!team.pullAll());
        team.server.turnClock(turn);
        for (int i = 0; i < 30; ++i)
            team.server.write(anna, u"after %1"_s.arg(i));
        const int boris = team.server.addCustomer(u"Boris"_s);
        team.server.write(boris, u"me too"_s);
        team.connect();
        REQUIRE(!team.pullAll());
        CHECK(team.messages.size() == 61);
        CHECK(team.has(u"after 29"_s));
        CHECK(team.has(u"me too"_s));
    }
}

TEST_CASE("Our own clock that is wrong by ten minutes, or turned, loses nothing")
{
    for (const auto off : {10min, -10min}) {
        Workplace team;
        team.clock.off = off;
        const int anna = team.server.addCustomer(u"Anna"_s);
        team.server.write(anna, u"one"_s);
        REQUIRE(!team.pullAll());
        team.server.write(anna, u"two"_s);
        team.clock.off = 0ms;
        REQUIRE(!team.pullAll());
        CHECK(team.has(u"two"_s));
    }
}

TEST_CASE("After a long absence the pages are walked through up to what is known")
{
    Workplace team;
    fillWith(team, 60);
    REQUIRE(!team.pullAll());
    team.server.turnClock(48LL * 3600 * 1000);
    team.clock.off = 48h;
    team.server.write(team.server.addCustomer(u"Late"_s), u"while you were away"_s);
    team.server.answerAs(team.server.ann(), 3, u"also"_s);
    team.connect();
    REQUIRE(!team.pullAll());
    CHECK(team.has(u"while you were away"_s));
    CHECK(team.has(u"also"_s));
    CHECK(!team.pages.last().backfill);
}

TEST_CASE("Deleted messages, failed answers and ratings among the latest come with the next change")
{
    Workplace team;
    const int anna = team.server.addCustomer(u"Anna"_s);
    const qint64 question = team.server.write(anna, u"secret"_s);
    const qint64 answer = team.server.answerAs(team.server.ann(), 1, u"an answer"_s);
    sandbox::ChatMessage survey;
    survey.kind = sandbox::ChatMessage::Template;
    survey.contentType = u"input_csat"_s;
    survey.content = u"How was it?"_s;
    const qint64 asked = team.server.inject(1, survey);
    REQUIRE(!team.pullAll());
    CHECK(team.withText(u"How was it?"_s).automatic);
    team.server.deleteMessage(question);
    team.server.setMessageStatus(answer, u"failed"_s, u"blocked"_s);
    const QJsonObject rating{{u"rating"_s, 4}, {u"feedback_message"_s, u"quick"_s}};
    team.server.submit(asked, {{u"csat_survey_response"_s, rating}});
    team.server.setLabelsAs(team.server.ann(), 1, {u"x"_s});
    REQUIRE(!team.pullAll());
    CHECK(team.deleted.contains(QString::number(question)));
    CHECK(team.messages[QString::number(answer) + u"/failed"_s].text.contains(u"blocked"_s));
    CHECK(team.messages[QString::number(asked) + u"/answers"_s].text.contains(u"4 of 5"_s));
    CHECK(team.messages[QString::number(asked) + u"/answers"_s].text.contains(u"quick"_s));
}

TEST_CASE("A closed reply window is told with the conversation")
{
    Workplace team;
    fillWith(team, 1);
    team.server.setCanReply(1, false);
    REQUIRE(!team.pullAll());
    CHECK(!team.conversations[u"1"_s].canReply);
    CHECK(!team.conversations[u"1"_s].cannotReplyWhy.isEmpty());
}

TEST_CASE("The sweep heals what no change tells: old edits, contacts, lost and regained access, what is gone")
{
    Workplace team;
    const int bob = team.server.addAgent(u"Bob Ray"_s, {team.server.inbox()});
    const int second = team.server.addInbox(u"Sales"_s);
    team.server.setMember(second, bob, true);
    team.agent = bob;
    team.timing.sweepEvery = 20ms;
    team.timing.sweepRest = 0ms;
    team.timing.poll = team.timing.pollAlone = 1h;
    team.connect();
    const int anna = team.server.addCustomer(u"Anna"_s);
    const qint64 message = team.server.write(anna, u"secret"_s);
    team.server.write(team.server.addCustomer(u"Boris"_s, {}, second), u"to sales"_s);
    team.server.write(team.server.addCustomer(u"Vera"_s), u"soon gone"_s);
    REQUIRE(!team.pullAll());
    team.server.loseEvents();
    team.server.deleteMessage(message);
    team.server.editContact(anna, u"Anna K"_s, u"anna@x.io"_s);
    team.server.setMember(second, bob, false);
    team.server.removeConversation(3);
    CHECK(team.listenUntil([&] { return team.deleted.contains(QString::number(message)); }));
    CHECK(team.listenUntil([&] { return team.contacts[QString::number(anna)].name == u"Anna K"_s; }));
    CHECK(team.listenUntil([&] { return !team.conversations[u"2"_s].canReply; }));
    CHECK(team.conversations[u"2"_s].cannotReplyWhy.contains(u"access"_s));
    CHECK(team.fields[u"2"_s].status == TicketStatus::Resolved);
    CHECK(team.listenUntil([&] { return !team.conversations[u"3"_s].canReply; }));
    CHECK(team.conversations[u"3"_s].cannotReplyWhy.contains(u"deleted"_s));
    team.server.setMember(second, bob, true);
    CHECK(team.listenUntil([&] { return team.conversations[u"2"_s].canReply; }));
    CHECK(team.fields[u"2"_s].status == TicketStatus::Open);
}

TEST_CASE("Reading changes nothing on the server")
{
    Workplace team;
    fillWith(team, 5);
    const auto before = team.server.conversation(1);
    REQUIRE(!team.pullAll());
    const auto after = team.server.conversation(1);
    CHECK(after.assignee == before.assignee);
    CHECK(after.agentSeenMs == before.agentSeenMs);
    CHECK(after.updatedUs == before.updatedUs);
    for (const auto &call : team.server.calls())
        CHECK(QStringList({u"api"_s, u"profile"_s, u"inboxes"_s, u"agents"_s, u"conversations"_s, u"messages"_s,
                              u"cache_keys"_s, u"teams"_s, u"labels"_s, u"canned_responses"_s, u"macros"_s,
                              u"custom_filters"_s, u"custom_attribute_definitions"_s, u"csat_metrics"_s})
                .contains(call.method));
}
