// SPDX-License-Identifier: GPL-3.0-or-later
// The Chatwoot sandbox behaves as the fact sheet says that the server does.
#include "sandbox/chatwoot.h"
#include "sandbox/chatwoot/openapi.h"
#include "sandbox/chatwoot_client.h"
#include "sandbox/shared_facts.h"
#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace parley::sandbox;
using parley::tests::CableClient;
using parley::tests::ChatClient;

namespace {

QList<int> idsIn(const QJsonArray &rows)
{
    QList<int> ids;
    for (const QJsonValue &row : rows)
        ids << row["id"_L1].toInt();
    return ids;
}

QJsonArray listed(ChatClient &client, const QString &query)
{
    return client.of("GET", u"conversations?"_s + query)["data"_L1]["payload"_L1].toArray();
}

} // namespace

TEST_CASE("a token opens the API, in either spelling of the header, and a wrong one does not")
{
    Chatwoot server;
    ChatClient client(server);
    CHECK(client.call("GET", u"/api/v1/profile"_s)["name"_L1].toString() == u"Ann Lee"_s);
    client.header = "api_access_token";
    CHECK(client.call("GET", u"/api/v1/profile"_s)["id"_L1].toInt() == server.ann());
    server.revokeToken();
    CHECK(client.call("GET", u"/api/v1/profile"_s)["error"_L1].toString() == u"Invalid Access Token"_s);
    CHECK(client.status == 401);
}

TEST_CASE("behind a proxy that drops one spelling only the other works")
{
    Chatwoot server;
    server.dropHyphens();
    ChatClient client(server);
    client.call("GET", u"/api/v1/profile"_s);
    CHECK(client.status == 401);
    client.header = "api_access_token";
    client.call("GET", u"/api/v1/profile"_s);
    CHECK(client.status == 200);
}

TEST_CASE("the list shows open conversations unless asked, in pages of 25, newest first")
{
    Chatwoot server;
    ChatClient client(server);
    for (int i = 0; i < 30; ++i)
        server.write(server.addCustomer(u"Anna %1"_s.arg(i)), u"hello"_s);
    server.setStatusAs(server.ann(), 3, u"pending"_s);
    CHECK(listed(client, u"page=1"_s).size() == 25);
    CHECK(listed(client, u"page=2"_s).size() == 4);
    CHECK(listed(client, u"status=all&page=2"_s).size() == 5);
    CHECK(idsIn(listed(client, u"status=all&sort_by=created_at_asc"_s)).first() == 1);
    CHECK(client.of("GET", u"conversations?status=all"_s)["data"_L1]["meta"_L1]["all_count"_L1].toInt() == 30);
}

TEST_CASE("updated_within is measured by the server's clock and is not paged")
{
    Chatwoot server;
    ChatClient client(server);
    for (int i = 0; i < 30; ++i)
        server.write(server.addCustomer(u"Anna %1"_s.arg(i)), u"hello"_s);
    server.turnClock(600'000);
    CHECK(listed(client, u"status=all&updated_within=300"_s).isEmpty());
    CHECK(listed(client, u"status=all&updated_within=900"_s).size() == 30);
    server.setLabelsAs(server.ann(), 4, {u"vip"_s});
    CHECK(idsIn(listed(client, u"status=all&updated_within=300"_s)) == QList<int>{4});
}

TEST_CASE("messages come as 20, 100 or 1000, oldest first")
{
    Chatwoot server;
    ChatClient client(server);
    const int anna = server.addCustomer(u"Anna"_s);
    QList<int> ids;
    for (int i = 0; i < 130; ++i)
        ids << int(server.write(anna, u"message %1"_s.arg(i)));
    const auto thread = [&](const QString &query) {
        return idsIn(client.of("GET", u"conversations/1/messages"_s + query)["payload"_L1].toArray());
    };
    CHECK(thread({}) == ids.mid(110));
    CHECK(thread(u"?before=%1"_s.arg(ids[50])) == ids.mid(30, 20));
    CHECK(thread(u"?after=%1"_s.arg(ids[9])) == ids.mid(10, 100));
    CHECK(thread(u"?after=%1&before=%2"_s.arg(ids[9]).arg(ids[129])) == ids.mid(9, 120));
}

TEST_CASE("what the sheet says moves updated_at moves it, and nothing else does")
{
    Chatwoot server;
    const int anna = server.addCustomer(u"Anna"_s);
    const qint64 message = server.write(anna, u"hello"_s);
    const auto moved = [&](const std::function<void()> &work) {
        const qint64 before = server.conversation(1).updatedUs;
        work();
        return server.conversation(1).updatedUs > before;
    };
    CHECK(moved([&] { server.setStatusAs(server.ann(), 1, u"pending"_s); }));
    CHECK(moved([&] { server.setLabelsAs(server.ann(), 1, {u"vip"_s}); }));
    CHECK(moved([&] { server.assignAs(server.ann(), 1, server.ann()); }));
    CHECK(moved([&] { server.answerAs(server.ann(), 1, u"note"_s, true); }));
    CHECK(!moved([&] { server.deleteMessage(message); }));
    CHECK(!moved([&] { server.editContact(anna, u"Anna K"_s, {}); }));
    CHECK(!moved([&] {
        ChatClient client(server);
        client.of("POST", u"conversations/1/update_last_seen"_s);
    }));
}

TEST_CASE("labels are replaced whole, and reopening assigns a plain agent")
{
    Chatwoot server;
    const int bob = server.addAgent(u"Bob Ray"_s, {server.inbox()});
    ChatClient client(server, bob);
    server.write(server.addCustomer(u"Anna"_s), u"hello"_s);
    client.of("POST", u"conversations/1/labels"_s, {{u"labels"_s, QJsonArray{u"a"_s, u"b"_s}}});
    client.of("POST", u"conversations/1/labels"_s, {{u"labels"_s, QJsonArray{u"c"_s}}});
    CHECK(server.conversation(1).labels == QStringList{u"c"_s});
    server.setStatusAs(server.ann(), 1, u"resolved"_s);
    client.of("POST", u"conversations/1/toggle_status"_s, {{u"status"_s, u"open"_s}});
    CHECK(server.conversation(1).assignee == bob);
    client.of("POST", u"conversations/1/toggle_status"_s, {{u"status"_s, u"later"_s}});
    CHECK(client.status == 500);
}

TEST_CASE("an agent without access gets 401 and is still signed in")
{
    Chatwoot server;
    const int bob = server.addAgent(u"Bob Ray"_s, {});
    ChatClient client(server, bob);
    server.write(server.addCustomer(u"Anna"_s), u"hello"_s);
    CHECK(listed(client, u"status=all"_s).isEmpty());
    client.of("GET", u"conversations/1"_s);
    CHECK(client.status == 401);
    client.of("GET", u"conversations/99"_s);
    CHECK(client.status == 404);
    client.call("GET", u"/api/v1/profile"_s);
    CHECK(client.status == 200);
}

TEST_CASE("an agent's text goes through the server's templates")
{
    Chatwoot server;
    server.write(server.addCustomer(u"Anna"_s), u"hello"_s);
    const auto sent = [&](const QString &text) {
        server.answerAs(server.ann(), 1, text);
        return server.messages(1).last().content;
    };
    CHECK(sent(u"Hi {{contact.name}}, {{unknown}}!"_s) == u"Hi Anna, !"_s);
    CHECK(sent(u"write `{{name}}` there"_s) == u"write `{{name}}` there"_s);
    CHECK(sent(u"{% raw %}{{name}}{% endraw %} and {{ '{{' }}"_s) == u"{{name}} and {{"_s);
    CHECK(sent(u"a lone {{ stays"_s) == u"a lone {{ stays"_s);
}

TEST_CASE("the socket greets, confirms, pings and tells what happens; a wrong token hears nothing at all")
{
    Chatwoot server;
    server.setPings(50);
    const int anna = server.addCustomer(u"Anna"_s);
    server.write(anna, u"hello"_s);
    CableClient cable(server);
    REQUIRE(cable.hears(u"welcome"_s));
    CHECK(cable.subprotocol() == u"actioncable-v1-json"_s);
    cable.subscribe(u"nobody's"_s);
    REQUIRE(cable.hears(u"ping"_s));
    CHECK(server.subscribers() == 0);
    cable.subscribe(server.agent().pubsubToken);
    REQUIRE(cable.hears(u"confirm_subscription"_s));
    server.type(anna);
    CHECK(cable.event(u"conversation.typing_on"_s)["user"_L1]["type"_L1].toString() == u"contact"_s);
    server.write(anna, u"are you there?"_s);
    CHECK(cable.event(u"message.created"_s)["content"_L1].toString() == u"are you there?"_s);
    cable.perform(u"update_presence"_s);
    CHECK(cable.event(u"presence.update"_s)["users"_L1]["7"_L1].toString() == u"online"_s);
}

TEST_CASE("events of a person's other accounts come over the same subscription")
{
    Chatwoot server;
    const int other = server.addAccount(u"Globex"_s);
    const int inbox = server.addInbox(u"Second"_s, u"Channel::Api"_s, other);
    const int boris = server.addCustomer(u"Boris"_s, {}, inbox);
    CableClient cable(server);
    REQUIRE(cable.hears(u"welcome"_s));
    cable.subscribe(server.agent().pubsubToken);
    REQUIRE(cable.hears(u"confirm_subscription"_s));
    server.write(boris, u"elsewhere"_s);
    CHECK(cable.event(u"message.created"_s)["account_id"_L1].toInt() == other);
}

TEST_CASE("a dead socket stays open and says nothing")
{
    Chatwoot server;
    server.setPings(50);
    CableClient cable(server);
    REQUIRE(cable.hears(u"ping"_s));
    server.killSockets();
    cable.subscribe(server.agent().pubsubToken);
    ChatClient client(server);
    client.call("GET", u"/api"_s);
    CHECK(server.subscribers() == 0);
    server.killSockets(false);
    cable.subscribe(server.agent().pubsubToken);
    CHECK(cable.hears(u"confirm_subscription"_s));
}

TEST_CASE("a customer of the public API opens a conversation, writes, reads and types")
{
    Chatwoot server;
    ChatClient client(server);
    const QString inbox = u"/public/api/v1/inboxes/inbox3"_s;
    const QJsonObject who = client.call("POST", inbox + u"/contacts"_s, {{u"name"_s, u"Jo"_s}});
    const QString mine = inbox + u"/contacts/"_s + who["source_id"_L1].toString() + u"/conversations"_s;
    CHECK(client.call("POST", mine)["id"_L1].toInt() == 1);
    client.call("POST", mine + u"/1/messages"_s, {{u"content"_s, u"Hello"_s}});
    server.answerAs(server.ann(), 1, u"Hi"_s);
    server.answerAs(server.ann(), 1, u"among us"_s, true);
    const QJsonArray thread = QJsonDocument::fromJson(client.bytes("GET", mine + u"/1/messages"_s)).array();
    REQUIRE(thread.size() == 2);
    CHECK(thread[1]["content"_L1].toString() == u"Hi"_s);
    client.call("POST", mine + u"/1/update_last_seen"_s);
    CHECK(server.messages(1)[1].status == u"read"_s);
}

TEST_CASE("a colleague's 500 may have saved")
{
    Chatwoot server;
    ChatClient client(server);
    server.write(server.addCustomer(u"Anna"_s), u"hello"_s);
    server.addBadDay(BadDay::Kind::ServerErrorAfter, u"send"_s);
    client.of("POST", u"conversations/1/messages"_s, {{u"content"_s, u"hi"_s}});
    CHECK(client.status == 502);
    CHECK(server.messages(1).last().content == u"hi"_s);
}

TEST_CASE("the official description has no complaint about what the sandbox answers")
{
    Chatwoot server;
    if (!server.hasDescription())
        SKIP("no chatwoot-openapi.json: neither PARLEY_SHARED nor ../shared beside the repository holds it");
    ChatClient client(server);
    const int anna = server.addCustomer(u"Anna"_s, u"anna@x.io"_s);
    server.write(anna, u"hello"_s, u"bill.pdf"_s, "pdf");
    server.answerAs(server.ann(), 1, u"Hi"_s);
    server.assignAs(server.ann(), 1, server.ann());
    for (const auto &path : {u"conversations?status=all"_s, u"conversations/1"_s, u"conversations/1/messages"_s,
             u"inboxes"_s, u"agents"_s, u"teams"_s, u"labels"_s, u"conversations/1/labels"_s})
        client.of("GET", path);
    client.call("GET", u"/api/v1/profile"_s);
    client.of("POST", u"conversations/1/messages"_s, {{u"content"_s, u"more"_s}, {u"private"_s, false}});
    client.of("POST", u"conversations/1/toggle_status"_s, {{u"status"_s, u"resolved"_s}});
    client.of("POST", u"conversations/1/assignments"_s, {{u"assignee_id"_s, 7}});
    CHECK(server.complaints() == QStringList());
}

TEST_CASE("the judge finds what the description does not allow")
{
    const auto judge = OpenApi::load(findSharedFact(u"platforms/schema/chatwoot-openapi.json"_s));
    if (!judge)
        SKIP("no chatwoot-openapi.json on this machine");
    const QString thread = u"/api/v1/accounts/1/conversations/1/messages"_s;
    CHECK(judge->covers(u"post"_s, thread));
    CHECK(judge->faultsOfAnswer(
              u"get"_s, thread, 200, QJsonObject{{u"payload"_s, QJsonArray{QJsonObject{{u"id"_s, u"one"_s}}}}})
        == QStringList{u"answer.payload[0].id is not of type number"_s});
    CHECK(judge->faultsOfAnswer(
              u"get"_s, thread, 200, QJsonObject{{u"payload"_s, QJsonArray{QJsonObject{{u"message_type"_s, 9}}}}})
        == QStringList{u"answer.payload[0].message_type is none of the known words"_s});
    CHECK(judge->faultsOfRequest(u"post"_s, thread, {}, QJsonObject{{u"private"_s, true}})
        == QStringList{u"body.content is missing"_s});
    CHECK(judge->faultsOfRequest(u"get"_s, thread, {u"afterwards"_s}, {})
        == QStringList{u"no such query parameter: afterwards"_s});
}
