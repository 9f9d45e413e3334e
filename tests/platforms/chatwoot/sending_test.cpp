// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves for the server, and finding again what left without an answer.
#include "platforms/chatwoot/workplace.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;
using namespace parley::tests;
using sandbox::BadDay;

namespace {

struct OpenTeam : Workplace {
    OpenTeam()
    {
        server.write(anna, u"hello"_s);
        REQUIRE(!pullAll());
    }
    int anna = server.addCustomer(u"Anna"_s);
};

} // namespace

TEST_CASE("A literal template in an answer reaches the customer as it was written")
{
    OpenTeam team;
    for (const auto &text : {u"Write {{name}} here"_s, u"{% if %} and {{{x}}}"_s, u"in `{{code}}` and {{out}}"_s,
             u"a lone {{ too"_s, u"nothing special"_s}) {
        REQUIRE(team.push(1, Reply{text, {}, false, {}}).ok());
        CHECK(team.server.textsReceived(team.anna).last() == text);
    }
}

TEST_CASE("A note stays among us, and a colleague named in it is told")
{
    OpenTeam team;
    const int bob = team.server.addAgent(u"Bob Ray"_s, {team.server.inbox()});
    team.connect();
    REQUIRE(team.push(1, Note{u"@bob ray, please look"_s}).ok());
    CHECK(team.server.textsReceived(team.anna).isEmpty());
    const auto note = team.server.messages(1).last();
    CHECK(note.isPrivate);
    CHECK(note.content == u"[@Bob Ray](mention://user/%1/Bob%20Ray), please look"_s.arg(bob));
    REQUIRE(!team.pullAll());
    CHECK(team.withText(u"@Bob Ray, please look"_s).kind == MessageKind::Note);
    CHECK(team.withText(u"@Bob Ray, please look"_s).visibility == Visibility::Internal);
}

TEST_CASE("Status, snooze, priority and assignment are set, never toggled")
{
    OpenTeam team;
    const int bob = team.server.addAgent(u"Bob Ray"_s, {team.server.inbox()});
    REQUIRE(team.push(1, SetStatus{TicketStatus::Pending, {}}).ok());
    REQUIRE(team.push(1, SetStatus{TicketStatus::Pending, {}}).ok());
    CHECK(team.server.conversation(1).status == u"pending"_s);
    REQUIRE(team.push(1, SetStatus{TicketStatus::Snoozed, fromMs(1'900'000'000'000)}).ok());
    CHECK(team.server.conversation(1).snoozedUntil == 1'900'000'000);
    REQUIRE(team.push(1, SetPriority{Priority::Urgent}).ok());
    CHECK(team.server.conversation(1).priority == u"urgent"_s);
    REQUIRE(team.push(1, SetPriority{Priority::Normal}).ok());
    CHECK(team.server.conversation(1).priority.isEmpty());
    REQUIRE(team.push(1, Assign{kMe}).ok());
    CHECK(team.server.conversation(1).assignee == team.server.ann());
    REQUIRE(team.push(1, Assign{u"bob ray"_s}).ok()); // came after we signed in
    CHECK(team.server.conversation(1).assignee == bob);
    REQUIRE(team.push(1, Assign{}).ok());
    CHECK(team.server.conversation(1).assignee == 0);
    const auto nobody = team.push(1, Assign{u"Carol"_s});
    REQUIRE(!nobody.ok());
    CHECK(nobody.error().kind == ErrorKind::Rejected);
    CHECK(nobody.error().words.contains(u"Bob Ray"_s));
}

TEST_CASE("Tags are added and removed, and others' stay")
{
    OpenTeam team;
    team.server.setLabelsAs(team.server.ann(), 1, {u"vip"_s, u"old"_s});
    REQUIRE(team.push(1, ChangeTags{{u"billing"_s}, {u"old"_s}}).ok());
    CHECK(team.server.conversation(1).labels == QStringList{u"vip"_s, u"billing"_s});
    REQUIRE(team.push(1, ChangeTags{{u"billing"_s}, {u"old"_s}}).ok());
    CHECK(team.server.calls(u"set_labels"_s).size() == 1);
}

TEST_CASE("Marking as read is told to the server, and only when it was asked for")
{
    OpenTeam team;
    CHECK(team.server.calls(u"seen"_s).isEmpty());
    REQUIRE(team.push(1, MarkRead{}).ok());
    CHECK(team.server.calls(u"seen"_s).size() == 1);
}

TEST_CASE("A message of ours is deleted; it cannot be changed, and the words say so")
{
    OpenTeam team;
    const auto sent = team.push(1, Reply{u"oops"_s, {}, false, {}});
    REQUIRE(sent.ok());
    auto request = team.request(1, DeleteMessage{});
    request.targetRemoteId = sent->remoteId;
    REQUIRE(team.push(request).ok());
    CHECK(team.server.textsReceived(team.anna).isEmpty());
    request.command = EditMessage{{}, u"better"_s};
    const auto edited = team.push(request);
    REQUIRE(!edited.ok());
    CHECK(edited.error().kind == ErrorKind::Rejected);
    CHECK(!edited.error().words.isEmpty());
}

TEST_CASE("A 500 that saved is found again by its reference, one that did not is not")
{
    OpenTeam team;
    const auto saved = team.request(1, Reply{u"on its way"_s, {}, false, {}});
    team.server.addBadDay(BadDay::Kind::ServerErrorAfter, u"send"_s);
    const auto receipt = team.push(saved);
    REQUIRE(!receipt.ok());
    CHECK(receipt.error().mayHaveArrived);
    const auto found = await(team.connector->findSent(saved));
    REQUIRE(found.ok());
    REQUIRE(found->has_value());
    CHECK((*found)->remoteId == QString::number(team.server.messages(1).last().id));

    const auto lost = team.request(1, Reply{u"on its way"_s, {}, false, {}});
    team.server.addBadDay(BadDay::Kind::ServerError, u"send"_s);
    REQUIRE(!team.push(lost).ok());
    const auto missing = await(team.connector->findSent(lost));
    REQUIRE(missing.ok());
    CHECK(!missing->has_value());
    CHECK(team.server.textsReceived(team.anna).size() == 1);
}

TEST_CASE("A send is found behind everything that was said since")
{
    OpenTeam team;
    const auto saved = team.request(1, Reply{u"on its way"_s, {}, false, {}});
    team.server.addBadDay(BadDay::Kind::CutAfter, u"send"_s);
    REQUIRE(!team.push(saved).ok());
    for (int i = 0; i < 70; ++i)
        team.server.write(team.anna, u"hello? %1"_s.arg(i));
    const auto found = await(team.connector->findSent(saved));
    REQUIRE(found.ok());
    CHECK(found->has_value());
}

TEST_CASE("A server that drops our reference is asked for text, author and time")
{
    OpenTeam team;
    team.server.forgetClientRefs();
    const auto saved = team.request(1, Reply{u"on its way"_s, {}, false, {}});
    team.server.addBadDay(BadDay::Kind::ServerErrorAfter, u"send"_s);
    REQUIRE(!team.push(saved).ok());
    const auto found = await(team.connector->findSent(saved));
    REQUIRE(found.ok());
    CHECK(found->has_value());
    const auto other = await(team.connector->findSent(team.request(1, Note{u"on its way"_s})));
    REQUIRE(other.ok());
    CHECK(!other->has_value());
}

TEST_CASE("A slow server that carries a send out late is waited for before it is called lost")
{
    OpenTeam team;
    team.timing.call = 300ms;
    team.timing.settle = 5s;
    team.connect();
    REQUIRE(await(team.connector->signIn()).ok());
    const auto slow = team.request(1, Reply{u"on its way"_s, {}, false, {}});
    BadDay day;
    day.kind = BadDay::Kind::Latency;
    day.method = u"send"_s;
    day.ms = 1500;
    team.server.addBadDay(day);
    REQUIRE(!team.push(slow).ok());
    const auto found = await(team.connector->findSent(slow));
    REQUIRE(found.ok());
    CHECK(found->has_value());
}

TEST_CASE("Our typing lights the customer's lamp and goes out")
{
    OpenTeam team;
    REQUIRE(await(team.connector->showTyping(u"1"_s, {})).ok());
    REQUIRE(await(team.connector->hideTyping(u"1"_s, {})).ok());
    const auto seen = team.server.typing();
    REQUIRE(seen.size() == 2);
    CHECK(seen[0].on);
    CHECK(!seen[0].isPrivate);
    CHECK(!seen[1].on);
}

TEST_CASE("What we send and get is as the official description has it")
{
    OpenTeam team;
    if (!team.server.hasDescription())
        SKIP("no chatwoot-openapi.json: neither PARLEY_SHARED nor ../shared beside the repository holds it");
    CHECK(team.push(1, Reply{u"hi"_s, {}, false, {}}).ok());
    CHECK(team.push(1, Note{u"hm"_s}).ok());
    CHECK(team.push(1, ChangeTags{{u"billing"_s}, {}}).ok());
    CHECK(team.push(1, SetStatus{TicketStatus::Snoozed, fromMs(1'900'000'000'000)}).ok());
    CHECK(team.push(1, SetPriority{Priority::High}).ok());
    CHECK(team.push(1, Assign{kMe}).ok());
    CHECK(await(team.connector->showTyping(u"1"_s, {})).ok());
    REQUIRE(!team.pullAll());
    CHECK(team.server.complaints() == QStringList());
}
