// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conversation_context.h"

#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

#include <QJsonArray>
#include <QJsonDocument>

using namespace parley;

TEST_CASE("A conversation's context comes back as it was kept")
{
    const ConversationContext context{.title = QStringLiteral("Пост"),
        .author = QStringLiteral("Shop"),
        .text = QStringLiteral("Скидки 😀"),
        .url = QStringLiteral("https://vk.com/wall-1_2"),
        .time = fromMs(1'790'000'000'123),
        .facts = {{QStringLiteral("Category"), QStringLiteral("password")}, {QStringLiteral("Phone"), QString()}}};
    const QByteArray kept = QJsonDocument(toJson(context)).toJson();
    CHECK(contextFrom(QJsonDocument::fromJson(kept).object()) == context);
}

TEST_CASE("An empty context is kept as nothing")
{
    CHECK(toJson({}).isEmpty());
    CHECK(contextFrom({}).isEmpty());
}

TEST_CASE("A context of the wrong types is read as far as it goes")
{
    const QJsonObject json{{QStringLiteral("title"), 5}, {QStringLiteral("text"), QStringLiteral("kept")},
        {QStringLiteral("facts"), QJsonArray{7}}, {QStringLiteral("time"), QStringLiteral("never")}};
    const ConversationContext context = contextFrom(json);
    CHECK(context.title.isEmpty());
    CHECK(context.text == QStringLiteral("kept"));
    CHECK_FALSE(context.time);
}
