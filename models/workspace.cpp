// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workspace.h"

#include "models/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace parley {

namespace {

constexpr Words<Availability, 3> kAvailabilityWords{
    {{{Availability::Online, u"online"}, {Availability::Busy, u"busy"}, {Availability::Offline, u"offline"}}}};

QJsonObject jsonOf(const Agent &agent)
{
    return {{u"name"_s, agent.name}, {u"shown"_s, agent.shownName}, {u"email"_s, agent.email},
        {u"availability"_s, toString(agent.availability)}};
}

QJsonObject jsonOf(const Team &team)
{
    return {{u"name"_s, team.name}, {u"mine"_s, team.mine}};
}

QJsonObject jsonOf(const Label &label)
{
    return {{u"name"_s, label.name}, {u"colour"_s, qint64(label.colour)}, {u"description"_s, label.description}};
}

QJsonObject jsonOf(const CannedResponse &response)
{
    return {{u"code"_s, response.shortCode}, {u"text"_s, response.text}};
}

QJsonObject jsonOf(const SavedView &view)
{
    return {
        {u"name"_s, view.name}, {u"query"_s, view.query}, {u"left_out"_s, QJsonArray::fromStringList(view.leftOut)}};
}

QJsonObject jsonOf(const Macro &macro)
{
    QJsonArray steps;
    for (const Command &step : macro.steps)
        steps.append(toJson(step));
    return {{u"id"_s, macro.remoteId}, {u"name"_s, macro.name}, {u"personal"_s, macro.personal}, {u"steps"_s, steps},
        {u"only_there"_s, QJsonArray::fromStringList(macro.onlyThere)}};
}

QStringList stringsIn(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &entry : value.toArray())
        list.append(entry.toString());
    return list;
}

std::optional<Agent> agentFrom(const QJsonObject &json)
{
    return Agent{json["name"_L1].toString(), json["shown"_L1].toString(), json["email"_L1].toString(),
        availabilityFrom(json["availability"_L1].toString()).value_or(Availability::Offline)};
}

std::optional<Team> teamFrom(const QJsonObject &json)
{
    return Team{json["name"_L1].toString(), json["mine"_L1].toBool()};
}

std::optional<Label> labelFrom(const QJsonObject &json)
{
    return Label{json["name"_L1].toString(), quint32(json["colour"_L1].toInteger()), json["description"_L1].toString()};
}

std::optional<CannedResponse> responseFrom(const QJsonObject &json)
{
    return CannedResponse{json["code"_L1].toString(), json["text"_L1].toString()};
}

std::optional<SavedView> viewFrom(const QJsonObject &json)
{
    return SavedView{json["name"_L1].toString(), json["query"_L1].toString(), stringsIn(json["left_out"_L1])};
}

std::optional<Macro> macroFrom(const QJsonObject &json)
{
    Macro macro{json["id"_L1].toString(), json["name"_L1].toString(), json["personal"_L1].toBool(), {},
        stringsIn(json["only_there"_L1])};
    for (const QJsonValue &entry : json["steps"_L1].toArray()) {
        const Result<Command> step = commandFrom(entry.toObject());
        if (!step)
            return std::nullopt;
        macro.steps.append(*step);
    }
    return macro;
}

template <typename Thing>
void put(QJsonObject &json, const QString &key, const std::optional<QList<Thing>> &things)
{
    if (!things)
        return;
    QJsonArray array;
    for (const Thing &thing : *things)
        array.append(jsonOf(thing));
    json.insert(key, array);
}

template <typename Thing>
std::optional<QList<Thing>> take(
    const QJsonObject &json, QLatin1String key, std::optional<Thing> (*read)(const QJsonObject &))
{
    if (!json[key].isArray())
        return std::nullopt;
    QList<Thing> things;
    for (const QJsonValue &entry : json[key].toArray()) {
        if (const auto thing = read(entry.toObject()))
            things.append(*thing);
    }
    return things;
}

QJsonObject jsonOf(const SatisfactionReport &report)
{
    QJsonArray ratings;
    for (const int count : report.ratings)
        ratings.append(count);
    return {{u"since"_s, toMs(report.since)}, {u"asked"_s, report.asked}, {u"ratings"_s, ratings}};
}

SatisfactionReport reportFrom(const QJsonObject &json)
{
    SatisfactionReport report{fromMs(json["since"_L1].toInteger()), json["asked"_L1].toInt(), {}};
    const QJsonArray ratings = json["ratings"_L1].toArray();
    for (int stars = 0; stars < 5; ++stars)
        report.ratings.append(ratings.at(stars).toInt());
    return report;
}

} // namespace

QString toString(Availability availability)
{
    return kAvailabilityWords.wordFor(availability);
}

std::optional<Availability> availabilityFrom(QStringView word)
{
    return kAvailabilityWords.valueOf(word);
}

bool operator==(const Macro &left, const Macro &right)
{
    return jsonOf(left) == jsonOf(right);
}

QJsonObject toJson(const Workspace &workspace)
{
    QJsonObject json;
    put(json, u"agents"_s, workspace.agents);
    put(json, u"teams"_s, workspace.teams);
    put(json, u"labels"_s, workspace.labels);
    put(json, u"canned"_s, workspace.cannedResponses);
    put(json, u"views"_s, workspace.views);
    put(json, u"macros"_s, workspace.macros);
    if (workspace.satisfaction)
        json.insert(u"satisfaction"_s, jsonOf(*workspace.satisfaction));
    return json;
}

Workspace workspaceFrom(const QJsonObject &json)
{
    Workspace workspace;
    workspace.agents = take<Agent>(json, "agents"_L1, agentFrom);
    workspace.teams = take<Team>(json, "teams"_L1, teamFrom);
    workspace.labels = take<Label>(json, "labels"_L1, labelFrom);
    workspace.cannedResponses = take<CannedResponse>(json, "canned"_L1, responseFrom);
    workspace.views = take<SavedView>(json, "views"_L1, viewFrom);
    workspace.macros = take<Macro>(json, "macros"_L1, macroFrom);
    if (json["satisfaction"_L1].isObject())
        workspace.satisfaction = reportFrom(json["satisfaction"_L1].toObject());
    return workspace;
}

} // namespace parley
