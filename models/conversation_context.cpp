// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conversation_context.h"

#include <QJsonArray>

namespace parley {

QJsonObject toJson(const ConversationContext &context)
{
    QJsonObject json;
    const auto insert = [&json](const QString &key, const QString &value) {
        if (!value.isEmpty())
            json.insert(key, value);
    };
    insert(QStringLiteral("title"), context.title);
    insert(QStringLiteral("author"), context.author);
    insert(QStringLiteral("text"), context.text);
    insert(QStringLiteral("url"), context.url);
    if (context.time)
        json.insert(QStringLiteral("time"), toRfc3339(*context.time));
    QJsonArray facts;
    for (const ConversationContext::Fact &fact : context.facts)
        facts.append(QJsonObject{{QStringLiteral("label"), fact.label}, {QStringLiteral("value"), fact.value}});
    if (!facts.isEmpty())
        json.insert(QStringLiteral("facts"), facts);
    return json;
}

ConversationContext contextFrom(const QJsonObject &json)
{
    ConversationContext context;
    context.title = json.value(QStringLiteral("title")).toString();
    context.author = json.value(QStringLiteral("author")).toString();
    context.text = json.value(QStringLiteral("text")).toString();
    context.url = json.value(QStringLiteral("url")).toString();
    if (json.contains(QStringLiteral("time")))
        context.time = fromRfc3339(json.value(QStringLiteral("time")).toString());
    for (const QJsonValue &fact : json.value(QStringLiteral("facts")).toArray()) {
        const QString label = fact[QStringLiteral("label")].toString();
        const QString value = fact[QStringLiteral("value")].toString();
        context.facts.append({label, value});
    }
    return context;
}

} // namespace parley
