// SPDX-License-Identifier: GPL-3.0-or-later
// The server's templates, saved filters and macros as ours.
#include "models/placeholders.h"
#include "models/query.h"
#include "platforms/chatwoot/workspace.h"
#include "support/print.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::platforms::chatwoot;

namespace {

Scope scope()
{
    Scope made;
    made.user = 7;
    made.account = 1;
    made.accountName = u"Acme"_s;
    made.inboxes = {{3, u"Website"_s}};
    made.agents = {{7, u"Ann Lee"_s}, {8, u"Bob Ray"_s}};
    made.teams = {{2, u"billing"_s}};
    made.contactFields = {{u"contract_no"_s, u"Contract"_s}};
    return made;
}

QJsonObject condition(const QString &key, const QString &operation, const QJsonArray &values, const QString &join = {})
{
    return {{u"attribute_key"_s, key}, {u"filter_operator"_s, operation}, {u"values"_s, values},
        {u"query_operator"_s, join.isEmpty() ? QJsonValue() : QJsonValue(join)}};
}

SavedView view(const QJsonArray &rows)
{
    return viewFrom({{u"name"_s, u"View"_s}, {u"query"_s, QJsonObject{{u"payload"_s, rows}}}}, scope());
}

Macro macro(const QString &name, const QJsonArray &parameters)
{
    const QJsonObject action{{u"action_name"_s, name}, {u"action_params"_s, parameters}};
    return macroFrom({{u"id"_s, 5}, {u"name"_s, u"M"_s}, {u"actions"_s, QJsonArray{action}}}, scope());
}

template <typename Step>
Step onlyStep(const Macro &macro)
{
    CHECK(macro.onlyThere.isEmpty());
    REQUIRE(macro.steps.size() == 1);
    REQUIRE(std::holds_alternative<Step>(macro.steps.first()));
    return std::get<Step>(macro.steps.first());
}

} // namespace

TEST_CASE("The server's variables become our blanks, and what we do not know becomes a question")
{
    const auto ours = [](const QString &text) { return withOurBlanks(text, scope()); };
    CHECK(ours(u"Hi {{contact.first_name}}!"_s) == u"Hi {{customer.first_name}}!"_s);
    CHECK(ours(u"{{ contact.phone_number }}, {{contact.email}}"_s) == u"{{customer.phone}}, {{customer.email}}"_s);
    CHECK(ours(u"{{- agent.available_name -}}"_s) == u"{{agent.name}}"_s);
    CHECK(ours(u"{{contact.name | default: 'friend'}}"_s) == u"{{customer.name|default:\"friend\"}}"_s);
    CHECK(ours(u"{{contact.name | upcase}}"_s) == u"{{customer.name}}"_s);
    CHECK(ours(u"of {{account.name}}"_s) == u"of Acme"_s);
    CHECK(ours(u"by {{inbox.name}}"_s) == u"by {{?inbox.name}}"_s);
    CHECK(ours(u"{{contact.custom_attribute.contract_no}}"_s) == u"{{?Contract}}"_s);
    CHECK(ours(u"{{conversation.custom_attribute.order_no}}"_s) == u"{{?order no}}"_s);
    CHECK(ours(u"no. {{conversation.display_id}}"_s) == u"no. {{?conversation.display_id}}"_s); // not our number
    CHECK(ours(u"{{ '{{' }}x}}"_s) == u"{{x}}"_s);
    CHECK(ours(u"{% raw %}{{x}}{% endraw %}"_s) == u"{{x}}"_s);
    CHECK(ours(u"plain, {{}} and a lone {{"_s) == u"plain,  and a lone {{"_s);
    const Filled filled =
        fillIn(ours(u"Hi {{contact.first_name}}, {{inbox.name}}"_s), {{u"customer.first_name"_s, u"Jo"_s}});
    CHECK(filled.text == u"Hi Jo, {{inbox.name}}"_s);
    REQUIRE(filled.blanks.size() == 1);
    CHECK(filled.blanks.first().name == u"inbox.name"_s);
}

TEST_CASE("Saved filters become queries that say the same")
{
    const auto query = [](const QJsonArray &rows) {
        const SavedView made = view(rows);
        CHECK(made.leftOut == QStringList());
        CHECK(parseQuery(made.query, fromMs(1'779'963'600'000)).ok());
        return made.query;
    };
    CHECK(query({condition(u"status"_s, u"equal_to"_s, {u"open"_s})}) == u"is:open"_s);
    CHECK(query({condition(u"status"_s, u"equal_to"_s, {u"open"_s, u"pending"_s})}) == u"-is:snoozed -is:resolved"_s);
    CHECK(query({condition(u"status"_s, u"not_equal_to"_s, {u"resolved"_s})}) == u"-is:resolved"_s);
    CHECK(query({condition(u"status"_s, u"equal_to"_s, {u"all"_s})}) == QString());
    CHECK(query({condition(u"priority"_s, u"equal_to"_s, {u"high"_s, u"urgent"_s})})
        == u"-priority:low -priority:normal"_s);
    CHECK(query({condition(u"assignee_id"_s, u"equal_to"_s, {7})}) == u"assignee:me"_s);
    CHECK(query({condition(u"assignee_id"_s, u"equal_to"_s, {QJsonObject{{u"id"_s, 8}, {u"name"_s, u"Bob"_s}}})})
        == u"assignee:\"Bob Ray\""_s);
    CHECK(query({condition(u"assignee_id"_s, u"is_not_present"_s, {})}) == u"assignee:none"_s);
    CHECK(query({condition(u"team_id"_s, u"is_present"_s, {})}) == u"-team:none"_s);
    CHECK(query({condition(u"team_id"_s, u"equal_to"_s, {2}, u"AND"_s),
              condition(u"labels"_s, u"equal_to"_s, {u"refund"_s}, u"and"_s),
              condition(u"labels"_s, u"not_equal_to"_s, {u"spam"_s, u"test"_s})})
        == u"team:billing tag:refund -tag:spam -tag:test"_s);
    CHECK(query({condition(u"last_activity_at"_s, u"is_greater_than"_s, {u"2026-05-01"_s})}) == u"after:2026-05-02"_s);
    CHECK(query({condition(u"last_activity_at"_s, u"is_less_than"_s, {u"2026-05-01"_s})}) == u"before:2026-05-01"_s);
    CHECK(query({condition(u"last_activity_at"_s, u"days_before"_s, {u"7"_s})}) == u"before:7d"_s);
    CHECK(query({condition(u"mail_subject"_s, u"contains"_s, {u"order 17"_s})}) == u"subject:\"order 17\""_s);
    CHECK(query({condition(u"conversation_language"_s, u"equal_to"_s, {u"de"_s})}) == u"lang:de"_s);
    CHECK(query({condition(u"status"_s, u"equal_to"_s, {u"open"_s}, u"OR"_s),
              condition(u"status"_s, u"equal_to"_s, {u"pending"_s})})
        == u"-is:snoozed -is:resolved"_s);
}

TEST_CASE("What our language cannot say is left out in words, and the view shows rather more")
{
    const SavedView inbox = view(
        {condition(u"status"_s, u"equal_to"_s, {u"open"_s}, u"AND"_s), condition(u"inbox_id"_s, u"equal_to"_s, {3})});
    CHECK(inbox.query == u"is:open"_s);
    REQUIRE(inbox.leftOut.size() == 1);
    CHECK(inbox.leftOut.first().contains(u"Website"_s));
    const SavedView either = view({condition(u"labels"_s, u"equal_to"_s, {u"a"_s, u"b"_s})});
    CHECK(either.query.isEmpty());
    CHECK(either.leftOut.first().contains(u"a, b"_s));
    const SavedView own = view({condition(u"contract_no"_s, u"equal_to"_s, {u"K-7"_s})});
    CHECK(own.leftOut.first().startsWith(u"Contract"_s));
    const SavedView medium = view({condition(u"priority"_s, u"equal_to"_s, {u"medium"_s})});
    CHECK(medium.query == u"priority:normal"_s); // theirs without any are normal here, too
    CHECK(medium.leftOut.size() == 1);
    // (open AND mine) OR (open AND urgent): what holds in both is open.
    const SavedView joined = view({condition(u"status"_s, u"equal_to"_s, {u"open"_s}, u"AND"_s),
        condition(u"assignee_id"_s, u"equal_to"_s, {7}, u"OR"_s),
        condition(u"status"_s, u"equal_to"_s, {u"open"_s}, u"AND"_s),
        condition(u"priority"_s, u"equal_to"_s, {u"urgent"_s})});
    CHECK(joined.query == u"is:open"_s);
    CHECK(joined.leftOut.size() == 1);
    const SavedView unknownAgent = view({condition(u"assignee_id"_s, u"equal_to"_s, {99})});
    CHECK(unknownAgent.query.isEmpty());
    CHECK(unknownAgent.leftOut.size() == 1);
    const SavedView forks = view({condition(u"status"_s, u"equal_to"_s, {u"open"_s, u"waiting-for-parts"_s})});
    CHECK(forks.query.isEmpty());
    CHECK(forks.leftOut.size() == 1);
    const SavedView nonsense = viewFrom({{u"name"_s, u"x"_s}, {u"query"_s, u"?"_s}}, scope());
    CHECK(nonsense.query.isEmpty());
}

TEST_CASE("Each action of a macro becomes our step")
{
    CHECK(onlyStep<Reply>(macro(u"send_message"_s, {u"Hi {{contact.name}}"_s})).text == u"Hi {{customer.name}}"_s);
    CHECK(onlyStep<Note>(macro(u"add_private_note"_s, {u"look"_s})).text == u"look"_s);
    CHECK(onlyStep<ChangeTags>(macro(u"add_label"_s, {u"a"_s, u"b"_s})).add == QStringList{u"a"_s, u"b"_s});
    CHECK(onlyStep<ChangeTags>(macro(u"remove_label"_s, {u"a"_s})).remove == QStringList{u"a"_s});
    CHECK(onlyStep<Assign>(macro(u"assign_agent"_s, {8})).assignee == u"Bob Ray"_s);
    CHECK(onlyStep<Assign>(macro(u"assign_agent"_s, {7})).assignee == kMe);
    CHECK(onlyStep<Assign>(macro(u"assign_agent"_s, {u"self"_s})).assignee == kMe);
    CHECK(onlyStep<Assign>(macro(u"remove_assigned_agent"_s, {})).assignee.isEmpty());
    CHECK(onlyStep<AssignTeam>(macro(u"assign_team"_s, {2})).team == u"billing"_s);
    CHECK(onlyStep<AssignTeam>(macro(u"remove_assigned_team"_s, {})).team.isEmpty());
    CHECK(onlyStep<SetStatus>(macro(u"change_status"_s, {u"pending"_s})).status == TicketStatus::Pending);
    CHECK(onlyStep<SetStatus>(macro(u"resolve_conversation"_s, {})).status == TicketStatus::Resolved);
    CHECK(onlyStep<SetStatus>(macro(u"snooze_conversation"_s, {})).status == TicketStatus::Snoozed);
    CHECK(onlyStep<SetPriority>(macro(u"change_priority"_s, {u"urgent"_s})).priority == Priority::Urgent);
    CHECK(onlyStep<SetPriority>(macro(u"change_priority"_s, {u"nil"_s})).priority == Priority::Normal);
    CHECK(onlyStep<Mute>(macro(u"mute_conversation"_s, {})).on);
}

TEST_CASE("Actions that only the server can carry out, or that we do not know, are told in words")
{
    for (const auto &name :
        {u"send_email_transcript"_s, u"send_attachment"_s, u"send_webhook_event"_s, u"summon_a_ghost"_s}) {
        const Macro made = macro(name, {u"https://hook.test"_s});
        CHECK(made.steps.isEmpty());
        REQUIRE(made.onlyThere.size() == 1);
        CHECK(!made.onlyThere.first().isEmpty());
    }
    CHECK(macro(u"assign_agent"_s, {99}).onlyThere.size() == 1); // somebody who left
    CHECK(macro(u"assign_team"_s, {99}).onlyThere.size() == 1);
    CHECK(macro(u"change_status"_s, {u"waiting-for-parts"_s}).onlyThere.size() == 1);
}

TEST_CASE("Lists of another shape than expected are read without harm")
{
    SharedRows rows;
    for (const auto &name :
        {u"agents"_s, u"teams"_s, u"labels"_s, u"canned_responses"_s, u"custom_filters"_s, u"macros"_s})
        rows.lists[name] = QJsonArray{1, u"x"_s, QJsonValue(), QJsonArray{}, QJsonObject{}};
    const Workspace shared = workspaceOf(rows, scope());
    CHECK(shared.agents->isEmpty());
    CHECK(shared.teams->isEmpty());
    CHECK(shared.labels->isEmpty());
    CHECK(shared.cannedResponses->isEmpty());
    CHECK(shared.views->isEmpty());
    CHECK(shared.macros->isEmpty());
    CHECK(!shared.satisfaction.has_value());
}

TEST_CASE("A reading of who is there goes before what the list of agents says")
{
    SharedRows rows;
    rows.lists[u"agents"_s] = {
        QJsonObject{{u"id"_s, 7}, {u"name"_s, u"Ann Lee"_s}, {u"availability_status"_s, u"online"_s}},
        QJsonObject{{u"id"_s, 8}, {u"name"_s, u"Bob Ray"_s}, {u"availability_status"_s, u"online"_s}}};
    CHECK(workspaceOf(rows, scope()).agents->at(1).availability == Availability::Online);
    rows.present = QJsonObject{{u"7"_s, u"busy"_s}};
    const auto agents = *workspaceOf(rows, scope()).agents;
    CHECK(agents[0] == parley::Agent{kMe, u"Ann Lee"_s, {}, Availability::Busy});
    CHECK(agents[1] == parley::Agent{u"Bob Ray"_s, u"Bob Ray"_s, {}, Availability::Offline});
}
