// SPDX-License-Identifier: GPL-3.0-or-later
// Short ways to write what VK sends.
#pragma once

#include "platforms/vk/decode.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch_test_macros.hpp>

namespace parley::tests {

inline QJsonObject object(const char *json)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    INFO(error.errorString().toStdString());
    REQUIRE(document.isObject());
    return document.object();
}

inline QJsonArray array(const char *json)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    INFO(error.errorString().toStdString());
    REQUIRE(document.isArray());
    return document.array();
}

/// A community no. 123 with its names and cards.
struct VkDesk {
    VkDesk()
    {
        people.take(array(R"([{"id":777,"first_name":"Anna","last_name":"Ivanova","screen_name":"anna"},
                              {"id":900,"first_name":"Olga","last_name":"Petrova"}])"),
            array(R"([{"id":123,"name":"Tea shop","screen_name":"teashop"}])"));
    }
    [[nodiscard]] platforms::vk::Desk desk() { return {123, &people, &cards, now}; }

    platforms::vk::People people;
    platforms::vk::Cards cards;
    Timestamp now = fromMs(1'767'226'000'000);
};

/// One message of Anna's in her dialog, with the given fields beside the usual ones.
inline platforms::vk::Decoded annaWrites(const char *fields)
{
    QJsonObject message = object(
        R"({"id":5501,"conversation_message_id":41,"peer_id":777,"from_id":777,"date":1767225600,"out":0,"version":1})");
    const QJsonObject more = object(fields);
    for (auto field = more.begin(); field != more.end(); ++field)
        message[field.key()] = field.value();
    VkDesk shop;
    platforms::vk::Decoded decoded;
    decodeMessages({{QStringLiteral("items"), QJsonArray{message}}}, shop.desk(), decoded);
    return decoded;
}

inline RemoteMessage fromAnna(const char *fields)
{
    const auto decoded = annaWrites(fields);
    REQUIRE(decoded.batch.messages.size() == 1);
    return decoded.batch.messages.first();
}

/// A sample of the shared fact sheets; empty where they are not on this machine.
inline QByteArray vkSample(const QString &name)
{
    QString folder = qEnvironmentVariable("PARLEY_SHARED");
    if (folder.isEmpty())
        folder = qEnvironmentVariable("PARLEY_SOURCE_DIR") + QStringLiteral("/../shared");
    QFile file(folder + QStringLiteral("/platforms/schema/vk/samples/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace parley::tests
