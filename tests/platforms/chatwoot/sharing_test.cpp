// SPDX-License-Identifier: GPL-3.0-or-later
// What a team shares: people, teams, labels, canned responses, views, macros, ratings, fields of its own.
#include "platforms/chatwoot/workplace.h"
#include "sandbox/chatwoot_client.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;
using namespace parley::tests;
using sandbox::BadDay;

namespace {

QJsonObject action(const QString &name, const QJsonArray &parameters = {})
{
    return {{u"action_name"_s, name}, {u"action_params"_s, parameters}};
}

std::optional<Agent> agentIn(const Workspace &shared, const QString &name)
{
    const QList<Agent> agents = shared.agents.value_or(QList<Agent>());
    const auto found = std::ranges::find(agents, name, &Agent::name);
    return found == agents.end() ? std::nullopt : std::optional(*found);
}

/// A team of two with everything there is to share, and nothing read yet.
struct FullTeam : Workplace {
    FullTeam()
    {
        server.setPings(100);
        timing.poll = 1h;
        timing.pollAlone = 1h;
        server.joinTeam(billing, server.ann());
        server.addTeam(u"sales"_s);
        server.setLabel(u"refund"_s, u"#cc3300"_s, u"money back"_s);
        server.addCanned(u"hi"_s, u"Hello {{contact.first_name}}, this is {{agent.name}} of {{account.name}}."_s);
        server.addFilter(u"My urgent"_s,
            {QJsonObject{{u"attribute_key"_s, u"priority"_s}, {u"filter_operator"_s, u"equal_to"_s},
                {u"values"_s, QJsonArray{u"urgent"_s}}, {u"query_operator"_s, QJsonValue()}}});
        macro = server.addMacro(u"To billing"_s,
            {action(u"assign_team"_s, {billing}), action(u"add_label"_s, {u"refund"_s}),
                action(u"send_message"_s, {u"We are looking into it."_s}), action(u"change_status"_s, {u"pending"_s})});
        server.write(anna, u"hello"_s);
        connect();
    }

    int bob = server.addAgent(u"Bob Ray"_s, {server.inbox()});
    int billing = server.addTeam(u"billing"_s);
    int anna = server.addCustomer(u"Anna"_s, u"anna@x.io"_s);
    int macro = 0;
};

} // namespace

TEST_CASE("What the team shares comes with the very first page")
{
    FullTeam team;
    const auto page = await(team.connector->pull({}));
    REQUIRE(page.ok());
    const Workspace &shared = page->workspace;
    REQUIRE(
        (shared.agents && shared.teams && shared.labels && shared.cannedResponses && shared.views && shared.macros));
    CHECK(agentIn(shared, kMe)->shownName == u"Ann Lee"_s);
    CHECK(agentIn(shared, u"Bob Ray"_s)->email == u"bob@example.com"_s);
    CHECK(*shared.teams == QList<Team>{{u"billing"_s, true}, {u"sales"_s, false}});
    CHECK(*shared.labels == QList<Label>{{u"refund"_s, 0xffcc3300, u"money back"_s}});
    REQUIRE(shared.cannedResponses->size() == 1);
    CHECK(shared.cannedResponses->first().shortCode == u"hi"_s);
    CHECK(shared.cannedResponses->first().text == u"Hello {{customer.first_name}}, this is {{agent.name}} of Acme."_s);
    REQUIRE(shared.views->size() == 1);
    CHECK(shared.views->first() == SavedView{u"My urgent"_s, u"priority:urgent"_s, {}});
    REQUIRE(shared.macros->size() == 1);
    const Macro macro = shared.macros->first();
    CHECK(macro.onlyThere.isEmpty());
    REQUIRE(macro.steps.size() == 4);
    CHECK(std::get<AssignTeam>(macro.steps[0]).team == u"billing"_s);
    CHECK(std::get<ChangeTags>(macro.steps[1]).add == QStringList{u"refund"_s});
    CHECK(std::get<Reply>(macro.steps[2]).text == u"We are looking into it."_s);
    CHECK(std::get<SetStatus>(macro.steps[3]).status == TicketStatus::Pending);
    if (team.server.hasDescription())
        CHECK(team.server.complaints() == QStringList());
}

TEST_CASE("Nothing shared is told again while nothing of it changed")
{
    FullTeam team;
    team.timing.shared = 100ms;
    team.timing.sharedRest = 10ms;
    team.connect();
    REQUIRE(!team.pullAll());
    const int told = team.tellings;
    const auto asked = team.server.calls(u"canned_responses"_s).size();
    CHECK(team.listenUntil([&] { return team.server.calls(u"canned_responses"_s).size() >= asked + 3; }));
    CHECK(team.tellings <= told + 1); // the socket's first word of who is there may differ from the list's
    CHECK(team.server.calls(u"labels"_s).size() == 1); // its key tells that it is the same
}

TEST_CASE("A list that the server refuses stays unset, is asked for once, and everything else goes on")
{
    FullTeam team;
    team.timing.shared = 50ms;
    team.timing.sharedRest = 10ms;
    team.connect();
    BadDay refused;
    refused.kind = BadDay::Kind::Refuse;
    refused.method = u"macros"_s;
    refused.status = 404;
    refused.times = 100;
    team.server.addBadDay(refused);
    refused.method = u"custom_filters"_s;
    refused.status = 403;
    team.server.addBadDay(refused);
    REQUIRE(!team.pullAll());
    CHECK(!team.shared.macros.has_value());
    CHECK(!team.shared.views.has_value());
    CHECK(team.shared.cannedResponses.has_value());
    CHECK(team.has(u"hello"_s));
    const auto asked = team.server.calls(u"canned_responses"_s).size();
    CHECK(team.listenUntil([&] { return team.server.calls(u"canned_responses"_s).size() >= asked + 2; }));
    CHECK(team.server.calls(u"macros"_s).size() == 1);
    CHECK(team.server.calls(u"custom_filters"_s).size() == 1);
}

TEST_CASE("A list that the server stumbles over is read the next time")
{
    FullTeam team;
    team.timing.shared = 100ms;
    team.connect();
    team.server.addBadDay(BadDay::Kind::ServerError, u"canned_responses"_s);
    REQUIRE(!team.pullAll());
    CHECK(!team.shared.cannedResponses.has_value());
    CHECK(team.shared.macros.has_value());
    CHECK(team.listenUntil([&] { return team.shared.cannedResponses.has_value(); }));
}

TEST_CASE("A new label, a new team and another inbox name come by the socket's word")
{
    FullTeam team;
    REQUIRE(!team.pullAll());
    REQUIRE(team.goLive());
    team.server.setLabel(u"vip"_s, u"#00ff00"_s);
    CHECK(team.listenUntil([&] { return team.shared.labels->size() == 2; }));
    const auto teams = team.server.calls(u"teams"_s).size();
    team.server.addTeam(u"returns"_s);
    CHECK(team.listenUntil([&] { return team.shared.teams->size() == 3; }));
    CHECK(team.server.calls(u"teams"_s).size() == teams + 1);
    team.timing.sweepEvery = 50ms;
    team.connect();
    REQUIRE(team.listenUntil([&] { return team.server.subscribers() == 1; }));
    team.server.renameInbox(team.server.inbox(), u"Shop window"_s);
    CHECK(team.listenUntil([&] {
        const auto facts = team.conversations[u"1"_s].context.facts;
        return std::ranges::any_of(facts, [](const auto &fact) { return fact.value == u"Shop window"_s; });
    }));
}

TEST_CASE("A canned response that was written meanwhile is there after a lost connection")
{
    FullTeam team;
    team.timing.sharedRest = 10ms;
    team.connect();
    REQUIRE(!team.pullAll());
    REQUIRE(team.goLive());
    REQUIRE(team.listenUntil([&] { return team.server.calls(u"canned_responses"_s).size() >= 2; }));
    team.server.addCanned(u"bye"_s, u"Goodbye!"_s);
    team.server.cutSockets();
    CHECK(team.listenUntil([&] { return team.shared.cannedResponses->size() == 2; }));
}

TEST_CASE("Who is there, and who is busy, comes with the presence")
{
    FullTeam team;
    team.timing.presence = 50ms;
    team.connect();
    REQUIRE(!team.pullAll());
    REQUIRE(team.goLive());
    const auto bobIs = [&](Availability state) {
        const auto bob = agentIn(team.shared, u"Bob Ray"_s);
        return bob && bob->availability == state;
    };
    CHECK(team.listenUntil([&] { return bobIs(Availability::Offline); }));
    CableClient bobs(team.server);
    REQUIRE(bobs.hears(u"welcome"_s));
    auto bob = team.server.agent(team.bob);
    bob.availability = u"busy"_s;
    team.server.setAgent(bob);
    bobs.subscribe(bob.pubsubToken);
    REQUIRE(bobs.hears(u"confirm_subscription"_s));
    bobs.perform(u"update_presence"_s);
    CHECK(team.listenUntil([&] { return bobIs(Availability::Busy); }));
    const int told = team.tellings;
    const int presences = team.server.presences();
    REQUIRE(QTest::qWaitFor([&] { return team.server.presences() > presences + 3; }, 20'000));
    team.server.type(team.anna);
    REQUIRE(team.listenUntil([&] { return !team.events.isEmpty(); }));
    CHECK(team.tellings == told);
}

TEST_CASE(
    "A conversation is given to a team and taken from it; one that nobody knows is refused with the others' names")
{
    FullTeam team;
    REQUIRE(!team.pullAll());
    REQUIRE(team.push(1, AssignTeam{u"Billing"_s}).ok());
    CHECK(team.server.conversation(1).team == team.billing);
    REQUIRE(!team.pullAll());
    CHECK(team.fields[u"1"_s].team == u"billing"_s);
    REQUIRE(team.push(1, AssignTeam{}).ok());
    CHECK(team.server.conversation(1).team == 0);
    REQUIRE(!team.pullAll());
    CHECK(team.fields[u"1"_s].team == QString());
    const int fresh = team.server.addTeam(u"night shift"_s); // after we read the list
    REQUIRE(team.push(1, AssignTeam{u"night shift"_s}).ok());
    CHECK(team.server.conversation(1).team == fresh);
    const auto nowhere = team.push(1, AssignTeam{u"accounting"_s});
    REQUIRE(!nowhere.ok());
    CHECK(nowhere.error().kind == ErrorKind::Rejected);
    CHECK(nowhere.error().words.contains(u"sales"_s));
    if (team.server.hasDescription())
        CHECK(team.server.complaints() == QStringList());
}

TEST_CASE("A colleague's change of team comes over the socket")
{
    FullTeam team;
    REQUIRE(!team.pullAll());
    REQUIRE(team.goLive());
    team.server.setTeamAs(team.bob, 1, team.billing);
    CHECK(team.listenUntil([&] { return team.fields[u"1"_s].team == u"billing"_s; }));
}

TEST_CASE("Muting keeps the customer from writing and resolves; a colleague's unmuting is seen at once")
{
    FullTeam team;
    REQUIRE(!team.pullAll());
    CHECK(team.fields[u"1"_s].muted == false);
    REQUIRE(team.goLive());
    REQUIRE(team.push(1, Mute{true}).ok());
    CHECK(team.server.conversation(1).status == u"resolved"_s);
    CHECK(team.listenUntil([&] { return team.fields[u"1"_s].muted == true; }));
    CHECK(team.fields[u"1"_s].status == TicketStatus::Resolved);
    team.server.muteAs(team.bob, 1, false); // no event of the conversation's own
    CHECK(team.listenUntil([&] { return team.fields[u"1"_s].muted == false; }));
    REQUIRE(team.push(1, Mute{true}).ok());
    REQUIRE(team.push(1, Mute{false}).ok());
    CHECK(team.server.calls(u"unmute"_s).size() == 1);
}

TEST_CASE("The team's mark: unread is told when it moves there, and set there when we say so")
{
    FullTeam team;
    REQUIRE(!team.pullAll());
    CHECK(team.fields[u"1"_s].unread == true); // nobody has looked yet
    REQUIRE(team.push(1, MarkRead{}).ok());
    CHECK(team.server.conversation(1).agentSeenMs > 0);
    REQUIRE(!team.pullAll());
    CHECK(team.fields[u"1"_s].unread == false);
    REQUIRE(team.push(1, MarkUnread{}).ok());
    CHECK(team.server.calls(u"unread"_s).size() == 1);
    REQUIRE(!team.pullAll());
    CHECK(team.fields[u"1"_s].unread == true);
}

TEST_CASE("Something else that changes does not bring back a mark that this agent has dealt with")
{
    FullTeam team;
    REQUIRE(!team.pullAll());
    team.fields[u"1"_s].unread.reset(); // looked at here; on the server nobody did
    team.server.setPriorityAs(team.bob, 1, u"high"_s);
    REQUIRE(!team.pullAll());
    CHECK(team.fields[u"1"_s].priority == Priority::High);
    CHECK(!team.fields[u"1"_s].unread.has_value());
    team.connect(); // a restart knows no older mark to compare with
    team.server.setPriorityAs(team.bob, 1, u"low"_s);
    REQUIRE(!team.pullAll());
    CHECK(team.fields[u"1"_s].priority == Priority::Low);
    CHECK(!team.fields[u"1"_s].unread.has_value());
    team.server.seeAs(1); // a colleague reads it
    REQUIRE(!team.pullAll());
    CHECK(team.fields[u"1"_s].unread == false);
}

TEST_CASE("A macro runs on the server, and what it did comes over the socket")
{
    FullTeam team;
    const int macro = team.server.addMacro(u"Everything"_s,
        {action(u"assign_team"_s, {team.billing}), action(u"add_label"_s, {u"refund"_s}),
            action(u"send_message"_s, {u"We are looking into it."_s}),
            action(u"send_webhook_event"_s, {u"https://hook.test"_s})});
    REQUIRE(!team.pullAll());
    const auto macros = *team.shared.macros;
    const auto known = std::ranges::find(macros, u"Everything"_s, &Macro::name);
    REQUIRE(known != macros.end());
    CHECK(known->steps.size() == 3);
    REQUIRE(known->onlyThere.size() == 1);
    CHECK(known->onlyThere.first().contains(u"https://hook.test"_s));
    REQUIRE(team.goLive());
    REQUIRE(team.push(1, RunMacro{QString::number(macro), u"Everything"_s}).ok());
    CHECK(team.listenUntil([&] { return team.has(u"We are looking into it."_s); }));
    CHECK(team.listenUntil([&] { return team.fields[u"1"_s].team == u"billing"_s; }));
    CHECK(team.listenUntil([&] { return team.fields[u"1"_s].tags == QStringList{u"refund"_s}; }));
    CHECK(team.server.sentOutside() == QStringList{u"send_webhook_event https://hook.test"_s});
    const auto gone = team.push(1, RunMacro{u"4711"_s, u"Old"_s});
    REQUIRE(!gone.ok());
    CHECK(gone.error().kind == ErrorKind::Rejected);
}

TEST_CASE("A macro whose answer was lost is never taken for one that did not run")
{
    FullTeam team;
    REQUIRE(!team.pullAll());
    team.server.addBadDay(BadDay::Kind::CutAfter, u"macro_execute"_s);
    const auto request = team.request(1, RunMacro{QString::number(team.macro), u"To billing"_s});
    const auto lost = team.push(request);
    REQUIRE(!lost.ok());
    CHECK(lost.error().mayHaveArrived);
    CHECK(!await(team.connector->findSent(request)).ok());
}

TEST_CASE("A rating is the ticket's, and stands in the thread with its words")
{
    FullTeam team;
    REQUIRE(!team.pullAll());
    const qint64 survey = team.server.askForRating(1);
    team.server.submit(survey,
        {{u"csat_survey_response"_s, QJsonObject{{u"rating"_s, 4}, {u"feedback_message"_s, u"quick and kind"_s}}}});
    REQUIRE(!team.pullAll());
    CHECK(team.fields[u"1"_s].rating == 4);
    CHECK(std::ranges::any_of(team.messages, [](const RemoteMessage &message) {
        return message.text.startsWith(u"★★★★☆"_s) && message.text.contains(u"quick and kind"_s);
    }));
}

TEST_CASE("An administrator sees how customers rated; a plain agent is not told, and nothing is asked in vain")
{
    FullTeam team;
    const qint64 survey = team.server.askForRating(1);
    team.server.askForRating(1);
    team.server.submit(survey, {{u"csat_survey_response"_s, QJsonObject{{u"rating"_s, 5}}}});
    REQUIRE(!team.pullAll());
    REQUIRE(team.shared.satisfaction.has_value());
    CHECK(team.shared.satisfaction->asked == 2);
    CHECK(team.shared.satisfaction->ratings == QList<int>{0, 0, 0, 0, 1});
    const auto asked = team.server.calls(u"csat_metrics"_s).size();
    team.agent = team.bob;
    team.cursor.clear();
    team.shared = {};
    team.connect();
    REQUIRE(!team.pullAll());
    CHECK(team.shared.cannedResponses.has_value());
    CHECK(!team.shared.satisfaction.has_value());
    CHECK(team.server.calls(u"csat_metrics"_s).size() == asked);
}

TEST_CASE("The team's own fields of a customer and of a conversation come under the names people know")
{
    FullTeam team;
    team.server.addField(u"contract_no"_s, u"Contract"_s);
    team.server.addField(u"order_no"_s, u"Order"_s, u"conversation_attribute"_s);
    team.server.setFieldsOf(team.anna, {{u"company_name"_s, u"Acorn"_s}, {u"city"_s, u"Zagreb"_s}},
        {{u"contract_no"_s, u"K-7"_s}, {u"is_partner"_s, true}});
    team.server.setFieldsOfConversation(1, {{u"order_no"_s, 1041}});
    REQUIRE(!team.pullAll());
    const auto attributes = team.contacts[QString::number(team.anna)].attributes;
    REQUIRE(attributes.has_value());
    const QList<ConversationContext::Fact> wanted{{u"E-mail"_s, u"anna@x.io"_s}, {u"Company"_s, u"Acorn"_s},
        {u"City"_s, u"Zagreb"_s}, {u"Contract"_s, u"K-7"_s}, {u"is partner"_s, u"yes"_s}};
    CHECK(*attributes == wanted);
    CHECK(team.conversations[u"1"_s].context.facts.contains(ConversationContext::Fact{u"Order"_s, u"1041"_s}));
    REQUIRE(team.goLive());
    team.server.setFieldsOf(team.anna, {}, {{u"contract_no"_s, u"K-8"_s}});
    CHECK(team.listenUntil([&] {
        const auto now = team.contacts[QString::number(team.anna)].attributes;
        return now && now->contains(ConversationContext::Fact{u"Contract"_s, u"K-8"_s});
    }));
}

TEST_CASE("Opening a conversation assigns nobody and marks nothing read")
{
    FullTeam team;
    REQUIRE(!team.pullAll());
    REQUIRE(team.goLive());
    team.server.write(team.anna, u"are you there?"_s);
    REQUIRE(team.listenUntil([&] { return team.has(u"are you there?"_s); }));
    const auto reads = team.server.calls(u"messages"_s).size();
    team.timing.openAgain = 0ms;
    team.connect();
    team.connector->setOpen(u"1"_s);
    REQUIRE(!team.pullAll());
    CHECK(team.server.calls(u"messages"_s).size() > reads);
    REQUIRE(await(team.connector->showTyping(u"1"_s, {})).ok()); // as somebody does who has it open
    CHECK(team.server.conversation(1).assignee == 0);
    CHECK(team.server.conversation(1).agentSeenMs == 0);
    for (const auto &method : {u"seen"_s, u"unread"_s, u"assign"_s, u"status"_s})
        CHECK(team.server.calls(method).isEmpty());
}

TEST_CASE("Files on their way are told of while they leave")
{
    FullTeam team;
    REQUIRE(!team.pullAll());
    QList<std::pair<qint64, qint64>> told;
    const QByteArray content(3'000'000, 'x');
    auto request = team.request(1, Reply{u"see"_s, {}, false, {{u"a.bin"_s, u"application/octet-stream"_s, content}}});
    request.progress = [&told](qint64 done, qint64 total) { told << std::pair(done, total); };
    REQUIRE(team.push(request).ok());
    REQUIRE(!told.isEmpty());
    CHECK(told.last().first == told.last().second);
    CHECK(told.last().second == content.size());
    CHECK(std::ranges::is_sorted(told, {}, &std::pair<qint64, qint64>::first));
}
