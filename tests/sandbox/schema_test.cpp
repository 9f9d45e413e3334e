// SPDX-License-Identifier: GPL-3.0-or-later
// The judge must be able to say no: the checks against the official specification find each kind of dishonesty.
#include "sandbox/bot_client.h"
#include "sandbox/telegram.h"
#include "sandbox/telegram/schema.h"
#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace parley::sandbox;
using parley::tests::BotClient;

namespace {

const Schema *schema()
{
    static const std::optional<Schema> loaded = Schema::load(Schema::find());
    return loaded ? &*loaded : nullptr;
}

QJsonObject goodMessage()
{
    return {{u"message_id"_s, 1}, {u"date"_s, 1767225600}, {u"text"_s, u"x"_s},
        {u"chat"_s, QJsonObject{{u"id"_s, 5}, {u"type"_s, u"private"_s}}}};
}

QStringList faultsOf(const QJsonObject &message)
{
    return schema()->faultsOfResult(u"sendMessage"_s, message);
}

} // namespace

#define NEED_SCHEMA()                                                                                                  \
    if (!schema())                                                                                                     \
    SKIP("no api.json: neither PARLEY_SHARED nor ../shared beside the repository holds the specification")

TEST_CASE("a message as the specification has it is without fault")
{
    NEED_SCHEMA();
    CHECK(faultsOf(goodMessage()) == QStringList());
}

TEST_CASE("missing, unknown and wrongly typed fields are found at any depth")
{
    NEED_SCHEMA();
    QJsonObject message = goodMessage();
    message.remove("date"_L1);
    CHECK(faultsOf(message) == QStringList{u"sendMessage.date is missing"_s});

    message = goodMessage();
    message.insert(u"author"_s, u"x"_s);
    CHECK(faultsOf(message) == QStringList{u"sendMessage.author is not in the specification"_s});

    message = goodMessage();
    message.insert(u"date"_s, 1.5);
    CHECK(faultsOf(message) == QStringList{u"sendMessage.date is not of type Integer"_s});

    message = goodMessage();
    message.insert(u"photo"_s, QJsonArray{QJsonObject{{u"file_id"_s, u"a"_s}}});
    CHECK(faultsOf(message)
        == QStringList{u"sendMessage.photo[0].file_unique_id is missing"_s, u"sendMessage.photo[0].width is missing"_s,
            u"sendMessage.photo[0].height is missing"_s});

    CHECK_FALSE(schema()->faultsOfResult(u"getMe"_s, true).isEmpty());
    CHECK_FALSE(schema()->faultsOfResult(u"getUpdates"_s, goodMessage()).isEmpty());
}

TEST_CASE("an object that is one of several types must fit one of them")
{
    NEED_SCHEMA();
    const QJsonObject bot{{u"id"_s, 1}, {u"is_bot"_s, true}, {u"first_name"_s, u"B"_s}};
    const QJsonObject kicked{{u"status"_s, u"kicked"_s}, {u"user"_s, bot}, {u"until_date"_s, 0}};
    CHECK(schema()->faultsOfValue(u"ChatMember"_s, kicked, u"m"_s) == QStringList());
    CHECK_FALSE(schema()->faultsOfValue(u"ChatMember"_s, QJsonObject{{u"status"_s, u"kicked"_s}}, u"m"_s).isEmpty());
}

TEST_CASE("the sandbox complains of calls that the specification does not know")
{
    NEED_SCHEMA();
    Telegram telegram;
    const qint64 anna = telegram.addCustomer(u"Anna"_s);
    telegram.write(anna, u"/start"_s);
    BotClient bot(telegram.url(), telegram.token());
    bot.call(u"sendMessage"_s, {{u"chat_id"_s, anna}});
    CHECK(telegram.complaints() == QStringList{u"call of sendMessage: required parameter missing: text"_s});
    bot.call(u"sendMessage"_s, {{u"chat_id"_s, anna}, {u"text"_s, u"x"_s}, {u"reply_to_message_id"_s, 1}});
    CHECK(telegram.complaints().last() == u"call of sendMessage: no such parameter: reply_to_message_id"_s);
    bot.call(u"sendMessage"_s, {{u"chat_id"_s, anna}, {u"text"_s, u"x"_s}, {u"entities"_s, u"bold"_s}});
    CHECK(telegram.complaints().last() == u"call of sendMessage: entities is not an array"_s);
    bot.call(u"sendMesage"_s);
    CHECK(telegram.complaints().last() == u"call of sendMesage: no such method: sendMesage"_s);
}

TEST_CASE("updates of unknown kinds are delivered without complaint: they are meant to be unknown")
{
    Telegram telegram;
    telegram.inject({{u"brand_new_update_kind"_s, QJsonObject{{u"x"_s, 1}}}});
    BotClient bot(telegram.url(), telegram.token());
    const auto updates = bot.call(u"getUpdates"_s).json["result"_L1].toArray();
    REQUIRE(updates.size() == 1);
    CHECK(updates[0]["brand_new_update_kind"_L1]["x"_L1].toInt() == 1);
    CHECK(telegram.complaints() == QStringList());
}
