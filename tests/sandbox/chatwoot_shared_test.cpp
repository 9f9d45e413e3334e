// SPDX-License-Identifier: GPL-3.0-or-later
// What a team shares in the Chatwoot sandbox, as the fact sheet says that the server has it.
#include "sandbox/chatwoot.h"
#include "sandbox/chatwoot_client.h"
#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace parley::sandbox;
using parley::tests::CableClient;
using parley::tests::ChatClient;

namespace {

QJsonArray rows(ChatClient &client, const QString &path)
{
    return QJsonDocument::fromJson(client.bytes("GET", u"/api/v1/accounts/1/"_s + path)).array();
}

QJsonObject condition(const QString &key, const QString &operation, const QJsonArray &values, const QString &join = {})
{
    return {{u"attribute_key"_s, key}, {u"filter_operator"_s, operation}, {u"values"_s, values},
        {u"query_operator"_s, join.isEmpty() ? QJsonValue() : QJsonValue(join)}};
}

QList<int> found(ChatClient &client, const QJsonArray &conditions)
{
    const QJsonObject answer = client.of("POST", u"conversations/filter"_s, {{u"payload"_s, conditions}});
    QList<int> ids;
    for (const QJsonValue &row : answer["payload"_L1].toArray())
        ids << row["id"_L1].toInt();
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace

TEST_CASE("the small lists have the envelopes of the sheet, and a filter is its owner's alone")
{
    Chatwoot server;
    const int bob = server.addAgent(u"Bob Ray"_s, {server.inbox()});
    const int billing = server.addTeam(u"billing"_s);
    server.joinTeam(billing, bob);
    server.setLabel(u"refund"_s, u"#cc3300"_s, u"money back"_s);
    server.addCanned(u"hi"_s, u"Hello {{contact.name}}"_s);
    server.addFilter(u"Mine"_s, {condition(u"status"_s, u"equal_to"_s, {u"open"_s})});
    server.addMacro(u"Common"_s, {});
    server.addMacro(u"Ann's own"_s, {}, true);
    server.addField(u"contract"_s, u"Contract"_s);
    server.addField(u"order"_s, u"Order"_s, u"conversation_attribute"_s);
    ChatClient ann(server);
    ChatClient bobs(server, bob);
    CHECK(rows(ann, u"teams"_s)[0]["is_member"_L1] == QJsonValue(false));
    CHECK(rows(bobs, u"teams"_s)[0]["is_member"_L1] == QJsonValue(true));
    CHECK(ann.of("GET", u"labels"_s)["payload"_L1][0]["color"_L1].toString() == u"#cc3300"_s);
    CHECK(rows(ann, u"canned_responses"_s)[0]["short_code"_L1].toString() == u"hi"_s);
    CHECK(rows(ann, u"custom_filters?filter_type=conversation"_s).size() == 1);
    CHECK(rows(bobs, u"custom_filters"_s).isEmpty());
    CHECK(ann.of("GET", u"macros"_s)["payload"_L1].toArray().size() == 2);
    CHECK(bobs.of("GET", u"macros"_s)["payload"_L1].toArray().size() == 1);
    CHECK(rows(ann, u"custom_attribute_definitions?attribute_model=contact_attribute"_s).size() == 1);
    CHECK(server.complaints() == QStringList());
}

TEST_CASE("a list's key changes with the list, and the account is told")
{
    Chatwoot server;
    ChatClient client(server);
    const auto keys = [&] { return client.of("GET", u"cache_keys"_s)["cache_keys"_L1].toObject(); };
    const QJsonObject before = keys();
    CableClient cable(server);
    REQUIRE(cable.hears(u"welcome"_s));
    cable.subscribe(server.agent().pubsubToken);
    REQUIRE(cable.hears(u"confirm_subscription"_s));
    server.setLabel(u"vip"_s, u"#00ff00"_s);
    const QJsonObject after = keys();
    CHECK(after["label"_L1] != before["label"_L1]);
    CHECK(after["team"_L1] == before["team"_L1]);
    CHECK(cable.event(u"account.cache_invalidated"_s)["cache_keys"_L1]["label"_L1] == after["label"_L1]);
}

TEST_CASE("filters join by AND before OR, and refuse what they do not know")
{
    Chatwoot server;
    ChatClient client(server);
    for (int i = 1; i <= 4; ++i)
        server.write(server.addCustomer(u"Customer %1"_s.arg(i)), u"hello"_s);
    server.setStatusAs(server.ann(), 1, u"resolved"_s);
    server.setPriorityAs(server.ann(), 2, u"urgent"_s);
    server.setLabelsAs(server.ann(), 3, {u"vip"_s});
    server.assignAs(server.ann(), 4, server.ann());
    CHECK(found(client, {condition(u"status"_s, u"equal_to"_s, {u"open"_s})}) == QList<int>{2, 3, 4});
    CHECK(found(client, {condition(u"assignee_id"_s, u"is_present"_s, {})}) == QList<int>{4});
    CHECK(found(client,
              {condition(u"labels"_s, u"equal_to"_s, {u"vip"_s}, u"OR"_s),
                  condition(u"status"_s, u"equal_to"_s, {u"open"_s}, u"AND"_s),
                  condition(u"priority"_s, u"equal_to"_s, {u"urgent"_s})})
        == QList<int>{2, 3});
    CHECK(found(client, {condition(u"priority"_s, u"not_equal_to"_s, {u"urgent"_s})}) == QList<int>{1, 3, 4});
    client.of("POST", u"conversations/filter"_s,
        {{u"payload"_s, QJsonArray{condition(u"smell"_s, u"equal_to"_s, {u"x"_s})}}});
    CHECK(client.status == 422);
}

TEST_CASE("a macro is answered at once and works behind the answer, only where its runner may")
{
    Chatwoot server;
    const int billing = server.addTeam(u"billing"_s);
    server.write(server.addCustomer(u"Anna"_s), u"hello"_s);
    const QJsonArray actions{
        QJsonObject{{u"action_name"_s, u"assign_team"_s}, {u"action_params"_s, QJsonArray{billing}}},
        QJsonObject{{u"action_name"_s, u"send_message"_s}, {u"action_params"_s, QJsonArray{u"Hi {{contact.name}}"_s}}},
        QJsonObject{{u"action_name"_s, u"resolve_conversation"_s}}};
    const int macro = server.addMacro(u"All"_s, actions);
    const int stranger = server.addAgent(u"Eve"_s, {});
    const QJsonObject body{{u"conversation_ids"_s, QJsonArray{1}}};
    ChatClient eve(server, stranger);
    eve.of("POST", u"macros/%1/execute"_s.arg(macro), body);
    CHECK(eve.status == 200);
    ChatClient client(server);
    client.of("POST", u"macros/%1/execute"_s.arg(macro), body);
    CHECK(client.status == 200);
    REQUIRE(QTest::qWaitFor([&] { return server.conversation(1).status == u"resolved"_s; }, 20'000));
    CHECK(server.conversation(1).team == billing);
    QStringList texts;
    for (const ChatMessage &message : server.messages(1)) {
        if (message.kind == ChatMessage::Outgoing)
            texts << message.content;
    }
    CHECK(texts == QStringList{u"Hi Anna"_s}); // once: Eve sees no conversation
    client.of("POST", u"macros/4711/execute"_s, body);
    CHECK(client.status == 404);
}

TEST_CASE("ratings are for administrators")
{
    Chatwoot server;
    const int bob = server.addAgent(u"Bob Ray"_s, {server.inbox()});
    server.write(server.addCustomer(u"Anna"_s), u"hello"_s);
    server.askForRating(1);
    server.submit(server.askForRating(1), {{u"csat_survey_response"_s, QJsonObject{{u"rating"_s, 4}}}});
    ChatClient client(server);
    const QJsonObject metrics = client.of("GET", u"csat_survey_responses/metrics?since=0&until=4000000000"_s);
    CHECK(metrics["total_sent_messages_count"_L1].toInt() == 2);
    CHECK(metrics["ratings_count"_L1]["4"_L1].toInt() == 1);
    CHECK(rows(client, u"csat_survey_responses"_s).size() == 1);
    ChatClient bobs(server, bob);
    bobs.of("GET", u"csat_survey_responses/metrics"_s);
    CHECK(bobs.status == 401);
}

TEST_CASE("a blocked customer shows in all their conversations, and a second factor takes a second step")
{
    Chatwoot server;
    const int anna = server.addCustomer(u"Anna"_s);
    server.write(anna, u"hello"_s);
    server.openAnother(anna);
    ChatClient client(server);
    client.of("POST", u"conversations/1/mute"_s);
    const QJsonArray theirs = client.of("GET", u"contacts/%1/conversations"_s.arg(anna))["payload"_L1].toArray();
    REQUIRE(theirs.size() == 2);
    for (const QJsonValue &row : theirs)
        CHECK(row["muted"_L1] == QJsonValue(true));
    auto ann = server.agent();
    ann.otp = u"123456"_s;
    server.setAgent(ann);
    const QJsonObject first =
        client.call("POST", u"/auth/sign_in"_s, {{u"email"_s, ann.email}, {u"password"_s, ann.password}});
    CHECK(client.status == 206);
    const QString step = first["mfa_token"_L1].toString();
    client.call("POST", u"/auth/sign_in"_s, {{u"mfa_token"_s, step}, {u"otp_code"_s, u"000000"_s}});
    CHECK(client.status == 400);
    const QJsonObject in =
        client.call("POST", u"/auth/sign_in"_s, {{u"mfa_token"_s, step}, {u"otp_code"_s, u"123456"_s}});
    CHECK(in["data"_L1]["access_token"_L1].toString() == QString::fromLatin1(ann.token));
}
