// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/chatwoot/workspace.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parley::platforms::chatwoot {

namespace {

constexpr int kStars = 5;

QString lineOf(const QJsonValue &value)
{
    return value.toString().simplified();
}

Availability availabilityOf(const QJsonObject &row, const std::optional<QJsonObject> &present)
{
    const QString id = QString::number(row["id"_L1].toInteger());
    const QString word = present ? present->value(id).toString() : row["availability_status"_L1].toString();
    return availabilityFrom(word).value_or(Availability::Offline);
}

QList<Agent> agentsFrom(const QJsonArray &rows, const std::optional<QJsonObject> &present, const Scope &scope)
{
    QList<Agent> agents;
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        Agent agent;
        agent.shownName = personIn(row);
        agent.name = scope.isMe(row["id"_L1].toInteger()) ? kMe : agent.shownName;
        agent.email = lineOf(row["email"_L1]);
        agent.availability = availabilityOf(row, present);
        if (!agent.name.isEmpty())
            agents << agent;
    }
    return agents;
}

QList<Team> teamsFrom(const QJsonArray &rows)
{
    QList<Team> teams;
    for (const QJsonValue &row : rows) {
        if (const QString name = lineOf(row["name"_L1]); !name.isEmpty())
            teams << Team{name, row["is_member"_L1].toBool()};
    }
    return teams;
}

/// "#1f93ff" as 0xff1f93ff.
quint32 colourFrom(const QString &text)
{
    static const QRegularExpression pattern(u"^#([0-9A-Fa-f]{6})$"_s);
    const QRegularExpressionMatch match = pattern.match(text.trimmed());
    return match.hasMatch() ? 0xff000000U | match.captured(1).toUInt(nullptr, 16) : 0;
}

QList<Label> labelsFrom(const QJsonArray &rows)
{
    QList<Label> labels;
    for (const QJsonValue &row : rows) {
        const QString title = lineOf(row["title"_L1]);
        if (!title.isEmpty())
            labels << Label{title, colourFrom(row["color"_L1].toString()), lineOf(row["description"_L1])};
    }
    return labels;
}

QList<CannedResponse> cannedFrom(const QJsonArray &rows, const Scope &scope)
{
    QList<CannedResponse> responses;
    for (const QJsonValue &row : rows) {
        const QString code = lineOf(row["short_code"_L1]);
        const QString text = row["content"_L1].toString();
        if (!code.isEmpty() && !text.trimmed().isEmpty())
            responses << CannedResponse{code, withOurBlanks(text, scope)};
    }
    std::ranges::sort(responses, {}, &CannedResponse::shortCode);
    return responses;
}

SatisfactionReport reportFrom(const QJsonObject &metrics, Timestamp since)
{
    SatisfactionReport report;
    report.since = since;
    report.asked = metrics["total_sent_messages_count"_L1].toInt();
    for (int stars = 1; stars <= kStars; ++stars)
        report.ratings << metrics["ratings_count"_L1][QString::number(stars)].toInt();
    return report;
}

/// What the server calls a value, and what we do.
QString ourNameOf(const QString &variable)
{
    static const QHash<QString, QString> names{{u"contact.name"_s, u"customer.name"_s},
        {u"contact.first_name"_s, u"customer.first_name"_s}, {u"contact.last_name"_s, u"customer.last_name"_s},
        {u"contact.email"_s, u"customer.email"_s}, {u"contact.phone_number"_s, u"customer.phone"_s},
        {u"conversation.contact_name"_s, u"customer.name"_s}, {u"agent.name"_s, u"agent.name"_s},
        {u"agent.available_name"_s, u"agent.name"_s}, {u"agent.first_name"_s, u"agent.first_name"_s}};
    return names.value(variable);
}

/// What the agent is asked for, under the name that people know it by.
QString questionOf(const QString &variable, const Scope &scope)
{
    const QString own = u".custom_attribute."_s;
    QString asked = variable;
    if (const qsizetype at = variable.indexOf(own); at > 0) {
        const QString key = variable.mid(at + own.size());
        const auto &fields = variable.startsWith("contact."_L1) ? scope.contactFields : scope.conversationFields;
        asked = fields.value(key, QString(key).replace(u'_', u' '));
    }
    static const QRegularExpression notOfAName(u"[{}|\\n]"_s);
    asked.remove(notOfAName);
    return u"{{?"_s + asked + u"}}"_s;
}

/// What stands between two braces there, as it stands with us.
QString ourOutput(const QString &expression, const Scope &scope)
{
    static const QRegularExpression quoted(uR"re(^(?:'([^']*)'|"([^"]*)")$)re"_s);
    static const QRegularExpression fallback(uR"re(^default\s*:\s*(?:'([^']*)'|"([^"]*)")$)re"_s);
    const QStringList parts = expression.split(u'|');
    const QString variable = parts.first().trimmed();
    if (const auto literal = quoted.match(expression.trimmed()); literal.hasMatch())
        return literal.captured(1) + literal.captured(2);
    // Our own name for the account is another than the team's name there: customers know the latter.
    if (variable == "account.name"_L1 && !scope.accountName.isEmpty())
        return scope.accountName;
    QString made = ourNameOf(variable);
    if (made.isEmpty())
        return questionOf(variable, scope);
    for (const QString &part : parts.mid(1)) {
        const auto match = fallback.match(part.trimmed());
        const QString words = match.captured(1) + match.captured(2);
        static const QRegularExpression notOurs(u"[{}\"\u201D\\n]"_s); // what a default of ours cannot hold
        if (match.hasMatch() && !words.contains(notOurs))
            made += u"|default:\""_s + words + u'"';
    }
    return u"{{"_s + made + u"}}"_s;
}

} // namespace

QString withOurBlanks(const QString &liquid, const Scope &scope)
{
    static const QRegularExpression token(
        uR"(\{%-?\s*raw\s*-?%\}(?<raw>.*?)\{%-?\s*endraw\s*-?%\}|\{\{-?(?<out>(?:'[^'\n]*'|"[^"\n]*"|[^{}'"\n])*?)-?\}\})"_s,
        QRegularExpression::DotMatchesEverythingOption);
    QString made;
    qsizetype at = 0;
    for (auto found = token.globalMatch(liquid); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        made += QStringView(liquid).mid(at, match.capturedStart() - at);
        at = match.capturedEnd();
        const QString output = match.captured(u"out"_s).trimmed();
        if (match.hasCaptured(u"raw"_s))
            made += match.captured(u"raw"_s);
        else if (!output.isEmpty()) // an empty output is nothing there, too
            made += ourOutput(output, scope);
    }
    made += QStringView(liquid).mid(at);
    return made;
}

Workspace workspaceOf(const SharedRows &rows, const Scope &scope)
{
    Workspace made;
    const auto has = [&rows](const QString &name) { return rows.lists.contains(name); };
    if (has(u"agents"_s))
        made.agents = agentsFrom(rows.lists[u"agents"_s], rows.present, scope);
    if (has(u"teams"_s))
        made.teams = teamsFrom(rows.lists[u"teams"_s]);
    if (has(u"labels"_s))
        made.labels = labelsFrom(rows.lists[u"labels"_s]);
    if (has(u"canned_responses"_s))
        made.cannedResponses = cannedFrom(rows.lists[u"canned_responses"_s], scope);
    if (has(u"custom_filters"_s)) {
        made.views = QList<SavedView>();
        for (const QJsonValue &row : rows.lists[u"custom_filters"_s]) {
            const QString type = row["filter_type"_L1].toString(row["type"_L1].toString(u"conversation"_s));
            if (type == "conversation"_L1 && !lineOf(row["name"_L1]).isEmpty())
                *made.views << viewFrom(row.toObject(), scope);
        }
    }
    if (has(u"macros"_s)) {
        made.macros = QList<Macro>();
        for (const QJsonValue &row : rows.lists[u"macros"_s]) {
            if (row["id"_L1].toInteger() > 0)
                *made.macros << macroFrom(row.toObject(), scope);
        }
    }
    if (!rows.metrics.isEmpty())
        made.satisfaction = reportFrom(rows.metrics, rows.metricsSince);
    return made;
}

} // namespace parley::platforms::chatwoot
