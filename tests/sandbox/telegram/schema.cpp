// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/telegram/schema.h"

#include "sandbox/shared_facts.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

bool isWhole(const QJsonValue &value)
{
    return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
}

std::optional<bool> fitsPlainType(const QString &type, const QJsonValue &value)
{
    if (type == "Integer"_L1)
        return isWhole(value);
    if (type == "Float"_L1)
        return value.isDouble();
    if (type == "String"_L1)
        return value.isString();
    if (type == "Boolean"_L1 || type == "True"_L1)
        return value.isBool();
    return std::nullopt;
}

/// A parameter that came as text (query, form, multipart), in the type that \a types ask for.
QJsonValue typedFromText(const QJsonArray &types, const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (types.contains("Integer"_L1) && isNumber)
        return number;
    if (types.contains("Float"_L1) && !types.contains("String"_L1))
        return text.toDouble();
    if (types.contains("Boolean"_L1))
        return text.compare("true"_L1, Qt::CaseInsensitive) == 0 || text == "1"_L1;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!types.contains("String"_L1) && document.isObject())
        return document.object();
    if (!types.contains("String"_L1) && document.isArray())
        return document.array();
    return text;
}

} // namespace

QString Schema::find()
{
    return findSharedFact(u"platforms/schema/telegram/api.json"_s);
}

std::optional<Schema> Schema::load(const QString &path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    Schema schema;
    schema.m_methods = root.value("methods"_L1).toObject();
    schema.m_types = root.value("types"_L1).toObject();
    return schema.m_methods.isEmpty() ? std::nullopt : std::optional(schema);
}

QJsonObject Schema::method(const QString &name) const
{
    const QJsonObject exact = m_methods.value(name).toObject();
    if (!exact.isEmpty())
        return exact;
    for (auto it = m_methods.begin(); it != m_methods.end(); ++it) { // names are case-insensitive
        if (it.key().compare(name, Qt::CaseInsensitive) == 0)
            return it->toObject();
    }
    return {};
}

QStringList Schema::faultsOfParameter(const QJsonObject &field, const Params &params) const
{
    const QString name = field.value("name"_L1).toString();
    const QJsonArray types = field.value("types"_L1).toArray();
    const bool isFile = params.file(name).has_value();
    if (!params.has(name) && !isFile) {
        if (field.value("required"_L1).toBool())
            return {QString(u"required parameter missing: " + name)};
        return {};
    }
    if (isFile)
        return types.contains("InputFile"_L1) ? QStringList() : QStringList{QString(name + u" is not a file")};
    const QJsonValue sent = params.values().value(name);
    return faultsOfAny(types, sent.isString() ? typedFromText(types, sent.toString()) : sent, name);
}

QStringList Schema::faultsOfCall(const QString &name, const Params &params) const
{
    const QJsonObject known = method(name);
    if (known.isEmpty())
        return {QString(u"no such method: " + name)};
    QStringList faults;
    QStringList names;
    const QJsonArray fields = known.value("fields"_L1).toArray();
    for (const QJsonValue &field : fields) {
        names.append(field.toObject().value("name"_L1).toString());
        faults += faultsOfParameter(field.toObject(), params);
    }
    const QStringList sent = params.values().keys();
    for (const QString &parameter : sent) {
        if (!names.contains(parameter))
            faults.append(u"no such parameter: "_s + parameter);
    }
    return faults;
}

QStringList Schema::faultsOfResult(const QString &name, const QJsonValue &result) const
{
    const QJsonObject known = method(name);
    if (known.isEmpty())
        return {QString(u"no such method: " + name)};
    return faultsOfAny(known.value("returns"_L1).toArray(), result, name);
}

QStringList Schema::faultsOfAny(const QJsonArray &types, const QJsonValue &value, const QString &at) const
{
    QStringList closest;
    for (const QJsonValue &type : types) {
        const QStringList faults = faultsOfValue(type.toString(), value, at);
        if (faults.isEmpty())
            return {};
        if (closest.isEmpty() || faults.size() < closest.size())
            closest = faults;
    }
    return closest;
}

QStringList Schema::faultsOfValue(const QString &type, const QJsonValue &value, const QString &at) const
{
    if (const auto fits = fitsPlainType(type, value))
        return *fits ? QStringList() : QStringList{QString(at + u" is not of type " + type)};
    if (type.startsWith("Array of "_L1)) {
        if (!value.isArray())
            return {QString(at + u" is not an array")};
        QStringList faults;
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            faults += faultsOfValue(type.mid(9), array.at(i), u"%1[%2]"_s.arg(at).arg(i));
        return faults;
    }
    const QJsonObject known = m_types.value(type).toObject();
    if (known.isEmpty())
        return {QString(at + u": the specification has no type " + type)};
    if (known.contains("subtypes"_L1))
        return faultsOfAny(known.value("subtypes"_L1).toArray(), value, at);
    if (!value.isObject())
        return {QString(at + u" is not a " + type)};
    return faultsOfObject(known, value.toObject(), at);
}

QStringList Schema::faultsOfObject(const QJsonObject &type, const QJsonObject &object, const QString &at) const
{
    QStringList faults;
    QStringList names;
    const QJsonArray fields = type.value("fields"_L1).toArray();
    for (const QJsonValue &value : fields) {
        const QJsonObject field = value.toObject();
        const QString name = field.value("name"_L1).toString();
        const QString place = at + u'.' + name;
        names.append(name);
        if (object.contains(name))
            faults += faultsOfAny(field.value("types"_L1).toArray(), object.value(name), place);
        else if (field.value("required"_L1).toBool())
            faults.append(place + u" is missing"_s);
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!names.contains(it.key()))
            faults.append(at + u'.' + it.key() + u" is not in the specification"_s);
    }
    return faults;
}

} // namespace parley::sandbox
