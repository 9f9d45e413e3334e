// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/vk/schema.h"

#include "sandbox/shared_facts.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::vk {

namespace {

/// Parameters that any method takes.
const QStringList kCommonParameters{
    u"access_token"_s, u"v"_s, u"lang"_s, u"test_mode"_s, u"captcha_sid"_s, u"captcha_key"_s};

/// What the platform does although its schema does not say so; the fact sheets name the source of each.
const QHash<QString, QStringList> kForgottenParameters{{u"wall.get"_s, {u"owner_id"_s}}, {u"execute"_s, {u"code"_s}}};
const QString kInteger = u"integer"_s;
const QString kObject = u"object"_s;
/// What board posts lack in the schema, their deletion has there: so much is known of its type.
const QMap<QString, QString> kTopic{{u"topic_id"_s, kInteger}, {u"topic_owner_id"_s, kInteger}};
/// By definition, with the type that each must have nevertheless.
const QHash<QString, QMap<QString, QString>> kForgottenProperties{
    {u"messages_message_attachment"_s,
        {{u"link"_s, kObject}, {u"wall"_s, kObject}, {u"video"_s, kObject}, {u"video_playlist"_s, kObject},
            {u"article"_s, kObject}, {u"podcast"_s, kObject}}},
    {u"groups_long_poll_events"_s,
        {{u"message_event"_s, kInteger}, {u"like_add"_s, kInteger}, {u"like_remove"_s, kInteger}}},
    {u"callback_board_post_new"_s, kTopic}, {u"callback_board_post_edit"_s, kTopic},
    {u"callback_board_post_restore"_s, kTopic},
    {u"callback_market_comment"_s,
        {{u"item_id"_s, kInteger}, {u"owner_id"_s, kInteger}, {u"parents_stack"_s, u"array"_s},
            {u"reply_to_comment"_s, kInteger}, {u"reply_to_user"_s, kInteger}, {u"attachments"_s, u"array"_s}}}};
/// Values that come although the enum has not got them, or of another type than it says.
const QStringList kOpen{
    u"callback_type"_s, u"callback_message_typing_state.state"_s, u"callback_message_event.payload"_s};

const QHash<QString, QString> kEventObjects{{u"message_reply"_s, u"callback_message"_s},
    {u"message_edit"_s, u"callback_message"_s}, {u"messages_edit"_s, u"callback_message"_s},
    {u"wall_reply_delete"_s, u"callback_wall_comment_delete"_s}, {u"photo_comment_new"_s, u"callback_photo_comment"_s},
    {u"photo_comment_edit"_s, u"callback_photo_comment"_s}, {u"photo_comment_restore"_s, u"callback_photo_comment"_s},
    {u"video_comment_new"_s, u"callback_video_comment"_s}, {u"video_comment_edit"_s, u"callback_video_comment"_s},
    {u"video_comment_restore"_s, u"callback_video_comment"_s}, {u"market_comment_new"_s, u"callback_market_comment"_s},
    {u"market_comment_edit"_s, u"callback_market_comment"_s},
    {u"market_comment_restore"_s, u"callback_market_comment"_s}, {u"like_add"_s, u"callback_like_add_remove"_s},
    {u"like_remove"_s, u"callback_like_add_remove"_s}};

QStringList typesOf(const QJsonObject &schema)
{
    const QJsonValue type = schema.value("type"_L1);
    QStringList types;
    if (type.isString())
        types.append(type.toString());
    const QJsonArray several = type.toArray();
    for (const QJsonValue &one : several)
        types.append(one.toString());
    return types;
}

bool isWhole(const QJsonValue &value)
{
    return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
}

bool fitsType(const QString &type, const QJsonValue &value)
{
    if (type == "integer"_L1)
        return isWhole(value);
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

/// A parameter came as text; the value that the schema's types make of it, undefined where they cannot.
QJsonValue typedFromText(const QStringList &types, const QString &text)
{
    bool isNumber = false;
    const qint64 whole = text.toLongLong(&isNumber);
    if (types.contains("integer"_L1) && isNumber)
        return whole;
    const double number = text.toDouble(&isNumber);
    if (types.contains("number"_L1) && isNumber)
        return number;
    if (types.contains("boolean"_L1) && (text == "1"_L1 || text == "0"_L1 || text == "true"_L1 || text == "false"_L1))
        return text == "1"_L1 || text == "true"_L1;
    if (types.contains("string"_L1))
        return text;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (types.contains("object"_L1) && document.isObject())
        return document.object();
    return QJsonValue::Undefined;
}

} // namespace

QString Schema::find()
{
    return findSharedFact(u"platforms/schema/vk"_s);
}

std::optional<Schema> Schema::load(const QString &folder)
{
    if (folder.isEmpty())
        return std::nullopt;
    Schema schema;
    const QDir root(folder);
    QDirIterator files(folder, {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        const QString name = root.relativeFilePath(file.fileName());
        if (name.startsWith("samples/"_L1) || name.startsWith("derived/"_L1) || !file.open(QIODevice::ReadOnly))
            continue;
        const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        schema.m_files.insert(name, json);
        const QJsonArray methods = json.value("methods"_L1).toArray();
        for (const QJsonValue &method : methods)
            schema.m_methods.insert(method["name"_L1].toString(), method.toObject());
    }
    return schema.m_methods.isEmpty() ? std::nullopt : std::optional(schema);
}

Schema::Place Schema::definition(const QString &file, const QString &name) const
{
    return {m_files.value(file).value("definitions"_L1).toObject().value(name).toObject(), file, {name}};
}

Schema::Place Schema::resolved(Place place) const
{
    while (place.json.contains("$ref"_L1)) {
        const QString reference = place.json.value("$ref"_L1).toString();
        QString file = reference.section(u'#', 0, 0);
        file = file.isEmpty() ? place.file : file.mid(file.startsWith("../"_L1) ? 3 : 0);
        const Place next = definition(file, reference.section(u'/', -1));
        if (next.json.isEmpty())
            return {{}, file, {}};
        place = {next.json, file, place.names + next.names};
    }
    return place;
}

QStringList Schema::tokensOf(const QString &method) const
{
    QStringList tokens;
    const QJsonArray kinds = m_methods.value(method).value("access_token_type"_L1).toArray();
    for (const QJsonValue &kind : kinds)
        tokens.append(kind.toString());
    return tokens;
}

QStringList Schema::eventTypes() const
{
    QStringList types;
    const QJsonArray values =
        definition(u"callback/objects.json"_s, u"callback_type"_s).json.value("enum"_L1).toArray();
    for (const QJsonValue &value : values)
        types.append(value.toString());
    return types;
}

QHash<int, QString> Schema::errorWords() const
{
    QHash<int, QString> words;
    const QJsonObject errors = m_files.value(u"errors.json"_s).value("errors"_L1).toObject();
    for (const QJsonValue &error : errors)
        words.insert(error["code"_L1].toInt(), error["description"_L1].toString());
    return words;
}

QStringList Schema::faultsOfParameter(const QJsonObject &parameter, const Params &params) const
{
    const QString name = parameter.value("name"_L1).toString();
    if (!params.has(name))
        return parameter.value("required"_L1).toBool() ? QStringList{QString(name + u" is missing")} : QStringList();
    const QString text = params.text(name);
    Place place{parameter, u"any/methods.json"_s, {}};
    place.json.remove(u"required"_s);
    // A JSON text whose object the schema describes beside "type": "string".
    const bool isJsonText = parameter.contains("$ref"_L1) && typesOf(parameter).contains("string"_L1);
    Place target = resolved(place);
    if (isJsonText && typesOf(target.json).contains("object"_L1)) {
        const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
        return document.isObject() ? QStringList() : QStringList{QString(name + u" is not an object in JSON")};
    }
    if (!typesOf(target.json).contains("array"_L1)) {
        if (text.isEmpty())
            return {};
        const QJsonValue value = typedFromText(typesOf(target.json), text);
        if (value.isUndefined())
            return {QString(name + u" is not " + typesOf(target.json).join(u" or "_s))};
        return faultsOf(target, value, name);
    }
    QStringList faults;
    const QStringList items = text.split(u',', Qt::SkipEmptyParts);
    if (target.json.contains("maxItems"_L1) && items.size() > target.json.value("maxItems"_L1).toInteger())
        faults.append(QString(name + u" has too many items"));
    const Place item = resolved({target.json.value("items"_L1).toObject(), target.file, {}});
    for (const QString &one : items) {
        const QJsonValue value = typedFromText(typesOf(item.json), one.trimmed());
        if (value.isUndefined())
            faults.append(u"%1: %2 is not %3"_s.arg(name, one, typesOf(item.json).join(u" or "_s)));
        else
            faults += faultsOf(item, value, name);
    }
    return faults;
}

QStringList Schema::faultsOfCall(const QString &method, const Params &params, const QString &token) const
{
    const QJsonObject known = m_methods.value(method);
    if (known.isEmpty())
        return {QString(u"no such method: " + method)};
    QStringList faults;
    if (!token.isEmpty() && !tokensOf(method).contains(token))
        faults.append(QString(u"does not take the token of a " + token));
    QStringList names = kCommonParameters + kForgottenParameters.value(method);
    const QJsonArray parameters = known.value("parameters"_L1).toArray();
    for (const QJsonValue &parameter : parameters) {
        names.append(parameter["name"_L1].toString());
        faults += faultsOfParameter(parameter.toObject(), params);
    }
    const QStringList given = params.values().keys() + params.fileNames();
    for (const QString &name : given) {
        if (!names.contains(name))
            faults.append(QString(u"no such parameter: " + name));
    }
    return faults;
}

QStringList Schema::faultsOfAnswer(const QString &method, const QJsonObject &answer) const
{
    if (answer.contains("error"_L1)) {
        QJsonObject error = answer.value("error"_L1).toObject();
        for (const QString &more : {u"captcha_sid"_s, u"captcha_img"_s, u"redirect_uri"_s, u"confirmation_text"_s})
            error.remove(more);
        error.insert(u"inner_type"_s, u"base_error"_s); // of the schema's own, not on the wire
        return faultsOf(definition(u"base/objects.json"_s, u"base_error"_s), error, u"error"_s);
    }
    const QJsonObject known = m_methods.value(method);
    if (known.isEmpty() || method == "execute"_L1)
        return {};
    QStringList first;
    const QJsonObject responses = known.value("responses"_L1).toObject();
    for (const QJsonValue &response : responses) { // any of the shapes will do
        const QStringList faults = faultsOf({response.toObject(), u"any/methods.json"_s, {}}, answer, {});
        if (faults.isEmpty())
            return {};
        if (first.isEmpty() || faults.size() < first.size())
            first = faults;
    }
    return first;
}

QStringList Schema::faultsOfEvent(const QJsonObject &event) const
{
    const QString callback = u"callback/objects.json"_s;
    const QString type = event.value("type"_L1).toString();
    QJsonObject envelope = event;
    envelope.remove(u"object"_s);
    QStringList faults = faultsOf(definition(callback, u"callback_base"_s), envelope, u"event"_s);
    const QString name = kEventObjects.value(type, QString(u"callback_"_s + type));
    if (definition(callback, name).json.isEmpty())
        return faults + QStringList{QString(u"no definition for the object of " + type)};
    return faults + faultsOf(definition(callback, name), event.value("object"_L1), type);
}

QStringList Schema::faultsOfValue(const QString &name, const QJsonValue &value) const
{
    const QString file = name.section(u'_', 0, 0) + u"/objects.json"_s;
    return faultsOf(definition(file, name), value, name);
}

void Schema::gatherProperties(const Place &given, QMap<QString, Place> &properties) const
{
    const Place place = resolved(given);
    const QJsonArray parts = place.json.value("allOf"_L1).toArray();
    for (const QJsonValue &part : parts)
        gatherProperties({part.toObject(), place.file, {}}, properties);
    const QJsonObject own = place.json.value("properties"_L1).toObject();
    for (auto it = own.begin(); it != own.end(); ++it)
        properties.insert(it.key(), {it->toObject(), place.file, {}});
    for (const QString &definition : place.names) {
        const QMap<QString, QString> forgotten = kForgottenProperties.value(definition);
        for (auto it = forgotten.begin(); it != forgotten.end(); ++it) {
            if (!properties.contains(it.key())) // what a newer schema says itself is no exemption any more
                properties.insert(it.key(), {{{u"type"_s, it.value()}}, place.file, {}});
        }
    }
}

QStringList Schema::faultsOfObject(const Place &place, const QJsonObject &object, const QString &at) const
{
    QMap<QString, Place> properties;
    gatherProperties(place, properties);
    if (properties.isEmpty()) // anything goes
        return {};
    QStringList faults;
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const QString where = at.isEmpty() ? it.key() : QString(at + u'.' + it.key());
        const bool open = std::any_of(place.names.begin(), place.names.end(),
            [&](const QString &name) { return kOpen.contains(QString(name + u'.' + it.key())); });
        if (open)
            continue;
        if (object.contains(it.key()))
            faults += faultsOf(*it, object.value(it.key()), where);
        else if (it->json.value("required"_L1).toBool())
            faults.append(QString(where + u" is missing"));
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!properties.contains(it.key()))
            faults.append(u"%1.%2 is not in the schema"_s.arg(at, it.key()));
    }
    return faults;
}

QStringList Schema::faultsOfPlain(const Place &place, const QJsonValue &value, const QString &at) const
{
    QStringList faults;
    const QJsonObject &json = place.json;
    const bool open =
        std::any_of(place.names.begin(), place.names.end(), [](const QString &name) { return kOpen.contains(name); });
    if (json.contains("enum"_L1) && !open && !json.value("enum"_L1).toArray().contains(value))
        faults.append(u"%1: %2 is none of the values"_s.arg(at, value.toVariant().toString()));
    // Communities have negative numbers, whatever "minimum" says of an owner.
    const bool isOwner = json.value("entity"_L1).toString() == "owner"_L1;
    if (value.isDouble() && json.contains("minimum"_L1) && !isOwner
        && value.toDouble() < json.value("minimum"_L1).toDouble())
        faults.append(QString(at + u" is too small"));
    if (value.isDouble() && json.contains("maximum"_L1) && value.toDouble() > json.value("maximum"_L1).toDouble())
        faults.append(QString(at + u" is too big"));
    if (json.value("format"_L1) == "int32"_L1
        && (value.toDouble() > std::numeric_limits<qint32>::max()
            || value.toDouble() < std::numeric_limits<qint32>::min()))
        faults.append(QString(at + u" has more than 32 bits"));
    if (json.contains("maxLength"_L1) && value.toString().size() > json.value("maxLength"_L1).toInteger())
        faults.append(QString(at + u" is too long"));
    return faults;
}

QStringList Schema::faultsOf(const Place &given, const QJsonValue &value, const QString &at) const
{
    const Place place = resolved(given);
    const QStringList types = typesOf(place.json);
    const bool fits = types.isEmpty()
        || std::any_of(types.begin(), types.end(), [&](const QString &type) { return fitsType(type, value); });
    if (!fits)
        return {u"%1 is not %2"_s.arg(at, types.join(u" or "_s))};
    if (value.isObject())
        return faultsOfObject(place, value.toObject(), at);
    if (!value.isArray())
        return faultsOfPlain(place, value, at);
    QStringList faults;
    const Place item{place.json.value("items"_L1).toObject(), place.file, {}};
    const QJsonArray items = value.toArray();
    for (qsizetype i = 0; i < items.size(); ++i)
        faults += faultsOf(item, items.at(i), u"%1[%2]"_s.arg(at).arg(i));
    return faults;
}

} // namespace parley::sandbox::vk
