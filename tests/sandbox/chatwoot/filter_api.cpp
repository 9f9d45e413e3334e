// SPDX-License-Identifier: GPL-3.0-or-later
// POST conversations/filter: rows joined by AND and OR, where AND binds tighter.
#include "sandbox/chatwoot/agent_api.h"
#include "sandbox/chatwoot/shapes.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

/// One row of the question, read once for all conversations.
struct Condition {
    QString key;
    QString operation;
    QStringList values;
    bool endsGroup = false; ///< an OR follows it
};

QStringList valuesIn(const QJsonValue &row)
{
    QStringList values;
    for (const QJsonValue &value : row["values"_L1].toArray())
        values.append(value.isDouble() ? QString::number(value.toInteger()) : value.toString());
    return values;
}

/// What a conversation has under a key; several for labels, none where there is nothing.
QStringList fieldOf(const ChatConversation &row, const QString &key)
{
    const auto number = [](int id) { return id == 0 ? QStringList() : QStringList{QString::number(id)}; };
    if (key == "status"_L1)
        return {row.status};
    if (key == "priority"_L1)
        return row.priority.isEmpty() ? QStringList() : QStringList{row.priority};
    if (key == "assignee_id"_L1)
        return number(row.assignee);
    if (key == "team_id"_L1)
        return number(row.team);
    if (key == "inbox_id"_L1)
        return number(row.inbox);
    if (key == "display_id"_L1)
        return number(row.id);
    return row.labels;
}

bool holdsDate(const ChatConversation &row, const QString &key, const QString &operation, const QString &value)
{
    const QDate date =
        QDateTime::fromMSecsSinceEpoch(key == "created_at"_L1 ? row.createdMs : row.lastActivityMs).toUTC().date();
    if (operation == "days_before"_L1)
        return date < QDateTime::currentDateTimeUtc().date().addDays(-value.toInt());
    const QDate asked = QDate::fromString(value.left(10), Qt::ISODate);
    return operation == "is_greater_than"_L1 ? date > asked : date < asked;
}

QList<Condition> conditionsIn(const QJsonArray &rows)
{
    QList<Condition> made;
    for (const QJsonValue &row : rows) {
        const bool endsGroup = row["query_operator"_L1].toString().compare("or"_L1, Qt::CaseInsensitive) == 0;
        made.append(Condition{
            row["attribute_key"_L1].toString(), row["filter_operator"_L1].toString(), valuesIn(row), endsGroup});
    }
    return made;
}

bool holds(const ChatConversation &row, const Condition &condition)
{
    const auto &[key, operation, values, endsGroup] = condition;
    if (key.endsWith("_at"_L1))
        return holdsDate(row, key, operation, values.value(0));
    const QStringList has = fieldOf(row, key);
    if (operation == "is_present"_L1 || operation == "is_not_present"_L1)
        return has.isEmpty() == (operation == "is_not_present"_L1);
    if (key == "status"_L1 && values.contains(u"all"_s))
        return true;
    const bool named = std::ranges::any_of(has, [&](const QString &one) { return condition.values.contains(one); });
    return named == (operation == "equal_to"_L1);
}

/// The refusal's words; empty: the rows are as they must be.
QString faultOf(const QJsonArray &rows)
{
    static const QStringList kKeys{u"status"_s, u"priority"_s, u"assignee_id"_s, u"team_id"_s, u"inbox_id"_s,
        u"display_id"_s, u"labels"_s, u"created_at"_s, u"last_activity_at"_s};
    static const QStringList kOperators{u"equal_to"_s, u"not_equal_to"_s, u"is_present"_s, u"is_not_present"_s,
        u"is_greater_than"_s, u"is_less_than"_s, u"days_before"_s};
    for (const QJsonValue &row : rows) {
        const QString key = row["attribute_key"_L1].toString();
        const QString operation = row["filter_operator"_L1].toString();
        if (!kKeys.contains(key))
            return u"Invalid attribute key - [%1]. The key should be one of [%2]"_s.arg(key, kKeys.join(u","_s));
        if (!kOperators.contains(operation))
            return u"Invalid operator - [%1]"_s.arg(operation);
        if (!operation.contains("present"_L1) && row["values"_L1].toArray().isEmpty())
            return u"Invalid value. The values provided for %1 are invalid"_s.arg(key);
    }
    return {};
}

bool matches(const ChatConversation &row, const QList<Condition> &conditions)
{
    bool group = true;
    for (const Condition &condition : conditions) {
        group = group && holds(row, condition);
        if (!condition.endsGroup)
            continue;
        if (group)
            return true;
        group = true;
    }
    return group;
}

} // namespace

ChatAnswer AgentApi::filtered(const ChatCall &call, int account)
{
    const QJsonArray payload = call.params.json(u"payload"_s).toArray();
    if (const QString fault = faultOf(payload); !fault.isEmpty())
        return chatRefusal(422, fault);
    const QList<Condition> conditions = conditionsIn(payload);
    QList<ChatConversation *> list = m_world.conversations(account).byActivity();
    std::ranges::reverse(list);
    list.removeIf([&](const ChatConversation *row) {
        return !m_world.sees(m_world.agents[call.agent], *row) || !matches(*row, conditions);
    });
    QJsonObject meta = counts(call, list);
    meta.remove(u"assigned_count"_s);
    const qint64 page = qMax(qint64{1}, call.query.queryItemValue(u"page"_s).toLongLong());
    QJsonArray rows;
    for (const ChatConversation *row : list.mid((page - 1) * pageSize, pageSize))
        rows.append(shapes::restConversation(m_world, *row));
    return {200, QJsonObject{{u"meta"_s, meta}, {u"payload"_s, rows}}, {}, {}, {}};
}

} // namespace parley::sandbox
