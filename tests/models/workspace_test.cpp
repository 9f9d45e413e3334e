// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace.h"

#include "support/print.h"

#include <QJsonArray>

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace Qt::StringLiterals;

namespace {

Workspace full()
{
    Workspace made;
    made.agents = QList<Agent>{{kMe, u"Ана Хорват"_s, u"ana@shop.test"_s, Availability::Online},
        {u"Marko"_s, u"Marko"_s, {}, Availability::Busy}};
    made.teams = QList<Team>{{u"billing"_s, true}, {u"second line"_s, false}};
    made.labels = QList<Label>{{u"refund"_s, 0xffd92d20, u"money back"_s}};
    made.cannedResponses = QList<CannedResponse>{{u"hi"_s, u"Bok {{customer.first_name}}!"_s}};
    made.views = QList<SavedView>{{u"VIP"_s, u"is:open tag:vip"_s, {u"browser language"_s}}};
    made.macros = QList<Macro>{{u"7"_s, u"Refund"_s, true,
        {SetStatus{TicketStatus::Resolved, {}}, ChangeTags{{u"refund"_s}, {}}, AssignTeam{u"billing"_s}, Mute{true},
            Note{u"done"_s}, Reply{u"Money is on its way."_s, {}, false, {}}},
        {u"send the transcript"_s}}};
    made.satisfaction = SatisfactionReport{fromMs(1'779'963'600'000), 40, {1, 0, 2, 5, 12}};
    return made;
}

} // namespace

TEST_CASE("What a team shares comes back from the cache as it was kept")
{
    CHECK(workspaceFrom(toJson(full())) == full());
    CHECK(workspaceFrom(toJson(Workspace{})) == Workspace{});
}

TEST_CASE("A list that was not read stays unset, an empty one stays empty")
{
    Workspace some;
    some.teams = QList<Team>{};
    const Workspace back = workspaceFrom(toJson(some));
    REQUIRE(back.teams);
    CHECK(back.teams->isEmpty());
    CHECK_FALSE(back.agents);
    CHECK_FALSE(back.satisfaction);
    CHECK_FALSE(back.isEmpty());
}

TEST_CASE("A macro with a step of a newer Parley is left out, not cut short")
{
    QJsonObject json = toJson(full());
    QJsonArray macros = json[u"macros"_s].toArray();
    QJsonObject macro = macros.first().toObject();
    macro.insert(u"steps"_s, QJsonArray{QJsonObject{{u"kind"_s, u"fly"_s}}});
    macros.append(macro);
    json.insert(u"macros"_s, macros);
    CHECK(workspaceFrom(json).macros->size() == 1);
}

TEST_CASE("Nonsense in the cache is taken for nothing")
{
    CHECK(workspaceFrom({{u"agents"_s, 7}, {u"teams"_s, u"x"_s}, {u"satisfaction"_s, true}}) == Workspace{});
    const Workspace odd = workspaceFrom({{u"agents"_s, QJsonArray{3, QJsonObject{}}}});
    REQUIRE(odd.agents);
    CHECK(odd.agents->size() == 2);
}
