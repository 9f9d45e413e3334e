// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/ok/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace parley::platforms::ok {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

qsizetype behindSpace(const QByteArray &json, qsizetype at)
{
    while (at < json.size() && isSpace(json[at]))
        ++at;
    return at;
}

/// \param at  of the opening quote. \return behind the closing one
qsizetype behindString(const QByteArray &json, qsizetype at)
{
    for (++at; at < json.size() && json[at] != '"'; ++at) {
        if (json[at] == '\\')
            ++at;
    }
    return std::min(at + 1, json.size());
}

qsizetype behindNumber(const QByteArray &json, qsizetype at)
{
    const auto belongs = [](char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    };
    while (at < json.size() && belongs(json[at]))
        ++at;
    return at;
}

} // namespace

QByteArray withSeqAsText(const QByteArray &json)
{
    QByteArray made;
    made.reserve(json.size() + 64);
    for (qsizetype at = 0; at < json.size();) {
        if (json[at] != '"') {
            made += json[at++];
            continue;
        }
        const qsizetype end = behindString(json, at);
        const QByteArray text = json.mid(at, end - at);
        made += text;
        at = end;
        if (text != "\"seq\"")
            continue;
        const qsizetype colon = behindSpace(json, at);
        if (colon >= json.size() || json[colon] != ':') // a value, not a key
            continue;
        const qsizetype value = behindSpace(json, colon + 1);
        const qsizetype valueEnd = behindNumber(json, value);
        made += ':';
        if (valueEnd > value)
            made += '"' + json.mid(value, valueEnd - value) + '"';
        at = valueEnd;
    }
    return made;
}

std::optional<QJsonValue> readJson(const QByteArray &body)
{
    if (body.trimmed() == "null")
        return QJsonValue(QJsonValue::Null);
    const QJsonDocument document = QJsonDocument::fromJson(withSeqAsText(body));
    if (document.isObject())
        return QJsonValue(document.object());
    if (document.isArray())
        return QJsonValue(document.array());
    return std::nullopt;
}

} // namespace parley::platforms::ok
