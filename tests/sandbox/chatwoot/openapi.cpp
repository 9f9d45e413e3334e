// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/chatwoot/openapi.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

// Where the description is wrong and the server's source says otherwise (fact sheet, 2.1, 4.2 and 7.3).
const QStringList kKnownWrong{
    u"snoozed_until"_s, // an ISO time in answers
    u"status"_s, // snoozed is missing from a conversation's
    u"priority"_s, // null takes it away; "none" is a server error
    u"assignee_id"_s, // null unassigns
    u"first_reply_created_at"_s, // ISO or null in the socket's shape
    u"updated_at"_s,
    u"attribute_values"_s, // a list
    u"default_value"_s, // null where there is none, as with the two that follow
    u"regex_pattern"_s,
    u"regex_cue"_s,
};
// Query parameters that exist and are missing from the description.
const QStringList kUndescribed{u"sort_by"_s, u"conversation_type"_s, u"updated_within"_s, u"source_id"_s,
    u"filter_internal_messages"_s, u"labels[]"_s, u"inbox_ids[]"_s, u"attribute_model"_s, u"filter_type"_s};

bool isOf(const QString &type, const QJsonValue &value)
{
    if (type == "null"_L1)
        return value.isNull();
    if (type == "integer"_L1)
        return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
    if (type == "number"_L1)
        return value.isDouble();
    if (type == "string"_L1)
        return value.isString();
    if (type == "boolean"_L1)
        return value.isBool();
    if (type == "array"_L1)
        return value.isArray();
    return type != "object"_L1 || value.isObject();
}

QStringList typesOf(const QJsonObject &schema)
{
    const QJsonValue type = schema.value("type"_L1);
    if (type.isString())
        return {type.toString()};
    return type.toVariant().toStringList();
}

QString lastPart(const QString &at)
{
    return at.section(u'.', -1).section(u'[', 0, 0);
}

} // namespace

std::optional<OpenApi> OpenApi::load(const QString &path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    OpenApi made;
    made.m_root = QJsonDocument::fromJson(file.readAll()).object();
    return made.m_root.value("paths"_L1).toObject().isEmpty() ? std::nullopt : std::optional(made);
}

QJsonObject OpenApi::operation(const QString &verb, const QString &path) const
{
    static const QRegularExpression variable(u"\\{[^}]+\\}"_s);
    const QJsonObject paths = m_root.value("paths"_L1).toObject();
    for (auto row = paths.begin(); row != paths.end(); ++row) {
        QString pattern = row.key();
        pattern.replace(variable, u"[^/]+"_s);
        if (QRegularExpression(u'^' + pattern + u'$').match(path).hasMatch()
            && row->toObject().contains(verb.toLower()))
            return row->toObject().value(verb.toLower()).toObject();
    }
    return {};
}

bool OpenApi::covers(const QString &verb, const QString &path) const
{
    return !operation(verb, path).isEmpty();
}

QJsonObject OpenApi::resolved(QJsonObject schema) const
{
    for (int depth = 0; schema.contains("$ref"_L1) && depth < 20; ++depth) {
        QJsonObject at = m_root;
        const QStringList parts = schema.value("$ref"_L1).toString().mid(2).split(u'/');
        for (const QString &part : parts)
            at = at.value(part).toObject();
        schema = at;
    }
    return schema;
}

QStringList OpenApi::faultsOfRequest(
    const QString &verb, const QString &path, const QStringList &queryNames, const QJsonValue &body) const
{
    const QJsonObject known = operation(verb, path);
    if (known.isEmpty())
        return {};
    QStringList names;
    const QJsonArray parameters = known.value("parameters"_L1).toArray();
    for (const QJsonValue &row : parameters)
        names.append(resolved(row.toObject()).value("name"_L1).toString());
    QStringList found;
    for (const QString &name : queryNames) {
        if (!names.contains(name) && !kUndescribed.contains(name))
            found.append(u"no such query parameter: "_s + name);
    }
    const QJsonObject content = known.value("requestBody"_L1)["content"_L1]["application/json"_L1].toObject();
    if (!content.isEmpty() && body.isObject())
        found += faults(content.value("schema"_L1).toObject(), body, u"body"_s);
    return found;
}

QStringList OpenApi::faultsOfAnswer(const QString &verb, const QString &path, int status, const QJsonValue &body) const
{
    const QJsonObject answers = operation(verb, path).value("responses"_L1).toObject();
    if (status != 200 || body.isUndefined() || body.isNull())
        return {};
    const QJsonObject content = answers.value("200"_L1)["content"_L1]["application/json"_L1].toObject();
    return content.isEmpty() ? QStringList() : faults(content.value("schema"_L1).toObject(), body, u"answer"_s);
}

QStringList OpenApi::faults(const QJsonObject &given, const QJsonValue &value, const QString &at) const
{
    const QJsonObject schema = resolved(given);
    if (kKnownWrong.contains(lastPart(at)))
        return {};
    QStringList found;
    for (const QJsonValue &part : schema.value("allOf"_L1).toArray())
        found += faults(part.toObject(), value, at);
    const QJsonArray either = schema.value("oneOf"_L1).toArray();
    QStringList closest;
    for (const QJsonValue &part : either) {
        const QStringList wrong = faults(part.toObject(), value, at);
        if (wrong.isEmpty()) {
            closest.clear();
            break;
        }
        closest = wrong;
    }
    found += closest;
    const QStringList types = typesOf(schema);
    const bool fits = types.isEmpty()
        || std::any_of(types.begin(), types.end(), [&](const QString &type) { return isOf(type, value); });
    if (!fits)
        return found + QStringList{u"%1 is not of type %2"_s.arg(at, types.join(u'|'))};
    const QJsonArray allowed = schema.value("enum"_L1).toArray();
    if (!allowed.isEmpty() && !allowed.contains(value))
        found.append(u"%1 is none of the known words"_s.arg(at));
    if (value.isArray()) {
        const QJsonArray rows = value.toArray();
        for (qsizetype i = 0; i < rows.size() && schema.contains("items"_L1); ++i)
            found += faults(schema.value("items"_L1).toObject(), rows.at(i), u"%1[%2]"_s.arg(at).arg(i));
    }
    if (value.isObject())
        found += faultsOfObject(schema, value.toObject(), at);
    return found;
}

QStringList OpenApi::faultsOfObject(const QJsonObject &schema, const QJsonObject &value, const QString &at) const
{
    QStringList found;
    const QJsonArray required = schema.value("required"_L1).toArray();
    for (const QJsonValue &name : required) {
        if (!value.contains(name.toString()))
            found.append(u"%1.%2 is missing"_s.arg(at, name.toString()));
    }
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    for (auto property = properties.begin(); property != properties.end(); ++property) {
        if (value.contains(property.key()))
            found += faults(property->toObject(), value.value(property.key()), at + u'.' + property.key());
    }
    return found;
}

} // namespace parley::sandbox
