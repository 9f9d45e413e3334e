// SPDX-License-Identifier: GPL-3.0-or-later
// Short ways to write updates as the Bot API sends them.
#pragma once

#include "platforms/telegram/decode.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch_test_macros.hpp>

namespace parley::tests {

inline QJsonArray updates(const char *json)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    INFO(error.errorString().toStdString());
    REQUIRE(document.isArray());
    return document.array();
}

/// One update with one private message of Anna's, with the given fields beside the usual ones.
inline QJsonArray annaSends(const char *fields)
{
    QJsonObject message = QJsonDocument::fromJson(fields).object();
    REQUIRE(!message.isEmpty());
    const QJsonObject anna{{QStringLiteral("id"), 777}, {QStringLiteral("first_name"), QStringLiteral("Anna")},
        {QStringLiteral("type"), QStringLiteral("private")}};
    message[QStringLiteral("message_id")] = 41;
    message[QStringLiteral("from")] = anna;
    message[QStringLiteral("chat")] = anna;
    message[QStringLiteral("date")] = 1767225600;
    return {QJsonObject{{QStringLiteral("update_id"), 870001}, {QStringLiteral("message"), message}}};
}

inline Batch decode(const QJsonArray &array)
{
    platforms::telegram::Memory memory;
    return platforms::telegram::decodeUpdates(array, memory).batch;
}

/// The one message in what Anna sends.
inline RemoteMessage fromAnna(const char *fields)
{
    const Batch batch = decode(annaSends(fields));
    REQUIRE(batch.messages.size() == 1);
    return batch.messages.first();
}

} // namespace parley::tests
