// SPDX-License-Identifier: GPL-3.0-or-later
// The fake must be as strict and as forgetful as the real thing: these fail when it is more obliging than that.
#include "sandbox/bot_client.h"
#include "sandbox/telegram.h"
#include "sandbox/telegram/world.h"
#include "support/print.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace parley::sandbox;
using parley::tests::BotClient;

namespace {

constexpr qint64 kHour = 3'600'000;

QByteArray picture(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(0xff3366);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

struct Desk {
    Telegram telegram;
    BotClient bot{telegram.url(), telegram.token()};
    qint64 anna = telegram.addCustomer({u"Anna"_s, u"Petrova"_s, u"anna_p"_s, u"ru"_s, {}, 0});

    ~Desk() { CHECK(telegram.complaints() == QStringList()); }
    Desk() = default;
    Desk(const Desk &) = delete;
    Desk &operator=(const Desk &) = delete;
};

QString description(const BotClient::Reply &reply)
{
    return reply.json.value("description"_L1).toString();
}

QList<qint64> ids(const BotClient::Reply &reply)
{
    QList<qint64> result;
    const QJsonArray updates = reply.json.value("result"_L1).toArray();
    for (const QJsonValue &update : updates)
        result.append(update.toObject().value("update_id"_L1).toInteger());
    return result;
}

} // namespace

TEST_CASE("updates come again until an offset confirms them")
{
    Desk desk;
    desk.telegram.write(desk.anna, u"one"_s);
    desk.telegram.write(desk.anna, u"two"_s);
    const auto first = ids(desk.bot.call(u"getUpdates"_s));
    REQUIRE(first.size() == 2);
    CHECK(ids(desk.bot.call(u"getUpdates"_s)) == first);
    CHECK(ids(desk.bot.call(u"getUpdates"_s, {{u"offset"_s, first[0]}})) == first);
    CHECK(ids(desk.bot.call(u"getUpdates"_s, {{u"offset"_s, first[1]}})) == QList{first[1]});
    CHECK(ids(desk.bot.call(u"getUpdates"_s)) == QList{first[1]});
    CHECK(ids(desk.bot.call(u"getUpdates"_s, {{u"offset"_s, first[1] + 1}})).isEmpty());
    CHECK(desk.telegram.pendingUpdates() == 0);
}

TEST_CASE("limit cuts the answer and an offset from nowhere starts at the oldest update")
{
    Desk desk;
    for (int i = 0; i < 5; ++i)
        desk.telegram.write(desk.anna, QString::number(i));
    CHECK(ids(desk.bot.call(u"getUpdates"_s, {{u"limit"_s, 2}})).size() == 2);
    CHECK(ids(desk.bot.call(u"getUpdates"_s, {{u"offset"_s, 5}})).size() == 5);
    CHECK(ids(desk.bot.call(u"getUpdates"_s, {{u"offset"_s, 999'999'999}})).size() == 5);
    CHECK(ids(desk.bot.call(u"getUpdates"_s, {{u"offset"_s, -2}})).size() == 2);
    CHECK(ids(desk.bot.call(u"getUpdates"_s)).size() == 2);
}

TEST_CASE("a long poll waits for the customer and then answers at once")
{
    Desk desk;
    const auto waiting = desk.bot.begin(u"getUpdates"_s, {{u"timeout"_s, 50}});
    REQUIRE(QTest::qWaitFor([&] { return desk.telegram.isPolled(); }, 120'000));
    CHECK_FALSE(waiting->isFinished());
    desk.telegram.write(desk.anna, u"hello"_s);
    const auto reply = desk.bot.wait(waiting);
    REQUIRE(ids(reply).size() == 1);
    const QJsonObject message = reply.json["result"_L1][0]["message"_L1].toObject();
    CHECK(message["text"_L1].toString() == u"hello"_s);
    CHECK(message["from"_L1]["language_code"_L1].toString() == u"ru"_s);
    CHECK(message["chat"_L1]["type"_L1].toString() == u"private"_s);
}

TEST_CASE("an empty long poll ends with an empty list when its time is over")
{
    Desk desk;
    const auto reply = desk.bot.call(u"getUpdates"_s, {{u"timeout"_s, 1}});
    CHECK(reply.status == 200);
    CHECK(ids(reply).isEmpty());
}

TEST_CASE("of two pollers the older one is told that it was terminated")
{
    Desk desk;
    const auto older = desk.bot.begin(u"getUpdates"_s, {{u"timeout"_s, 50}});
    REQUIRE(QTest::qWaitFor([&] { return desk.telegram.isPolled(); }, 120'000));
    const auto younger = desk.bot.begin(u"getUpdates"_s, {{u"timeout"_s, 50}});
    const auto reply = desk.bot.wait(older);
    CHECK(reply.status == 409);
    CHECK(description(reply)
        == u"Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"_s);
    CHECK_FALSE(younger->isFinished());
    desk.telegram.write(desk.anna, u"x"_s);
    CHECK(ids(desk.bot.wait(younger)).size() == 1);
}

TEST_CASE("polling is refused while a webhook is set, and updates wait meanwhile")
{
    Desk desk;
    CHECK(desk.bot.call(u"setWebhook"_s, {{u"url"_s, u"http://shop.test"_s}}).status == 400);
    CHECK(desk.bot.call(u"setWebhook"_s, {{u"url"_s, u"https://shop.test/hook"_s}}).status == 200);
    desk.telegram.write(desk.anna, u"kept"_s);
    const auto refused = desk.bot.call(u"getUpdates"_s);
    CHECK(refused.status == 409);
    CHECK(description(refused)
        == u"Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"_s);
    const auto info = desk.bot.call(u"getWebhookInfo"_s).json["result"_L1];
    CHECK(info["url"_L1].toString() == u"https://shop.test/hook"_s);
    CHECK(info["pending_update_count"_L1].toInt() == 1);
    CHECK(desk.bot.call(u"deleteWebhook"_s).status == 200);
    CHECK(ids(desk.bot.call(u"getUpdates"_s)).size() == 1);
}

TEST_CASE("updates and their kinds follow allowed_updates, which is remembered")
{
    Desk desk;
    const int message = desk.telegram.write(desk.anna, u"a"_s);
    desk.telegram.react(desk.anna, message, u"👍"_s);
    CHECK(ids(desk.bot.call(u"getUpdates"_s)).size() == 1); // reactions only come when asked for
    desk.bot.call(u"getUpdates"_s, {{u"allowed_updates"_s, QJsonArray{u"message_reaction"_s}}});
    desk.telegram.write(desk.anna, u"b"_s);
    desk.telegram.react(desk.anna, message, u"👍"_s);
    CHECK(ids(desk.bot.call(u"getUpdates"_s)).size() == 2);
}

TEST_CASE("an update is forgotten after a day")
{
    Desk desk;
    desk.telegram.write(desk.anna, u"old"_s);
    desk.telegram.turnClock(23 * kHour);
    CHECK(desk.telegram.pendingUpdates() == 1);
    desk.telegram.turnClock(2 * kHour);
    CHECK(ids(desk.bot.call(u"getUpdates"_s)).isEmpty());
    Saying daysAgo;
    daysAgo.agoMs = 30 * kHour;
    desk.telegram.write(desk.anna, u"never seen"_s, daysAgo);
    CHECK(desk.telegram.pendingUpdates() == 0);
}

TEST_CASE("a call may come by query, form, JSON or multipart")
{
    Desk desk;
    desk.telegram.write(desk.anna, u"/start"_s);
    const QJsonObject parameters{{u"chat_id"_s, desk.anna}, {u"text"_s, u"Здравствуйте & 1+1=2"_s}};
    for (const auto way :
        {BotClient::Way::Query, BotClient::Way::Form, BotClient::Way::Json, BotClient::Way::Multipart})
        CHECK(desk.bot.call(u"sendMessage"_s, parameters, {}, way).status == 200);
    CHECK(desk.telegram.textsReceived(desk.anna) == QStringList(4, u"Здравствуйте & 1+1=2"_s));
}

TEST_CASE("a wrong token is unauthorized, a malformed one and an unknown method are not found")
{
    Desk desk;
    BotClient stranger(desk.telegram.url(), "7000000001:wrong");
    CHECK(stranger.call(u"getMe"_s).status == 401);
    CHECK(description(stranger.call(u"getMe"_s)) == u"Unauthorized"_s);
    BotClient nonsense(desk.telegram.url(), "nonsense");
    CHECK(nonsense.call(u"getMe"_s).status == 404);
    const QByteArray next = desk.telegram.revokeToken();
    CHECK(desk.bot.call(u"getMe"_s).status == 401);
    CHECK(BotClient(desk.telegram.url(), next).call(u"getMe"_s).status == 200);

    Telegram other;
    CHECK(BotClient(other.url(), other.token()).call(u"noSuchMethod"_s).status == 404);
}

TEST_CASE("texts are bounded by 4096 UTF-16 units and trimmed")
{
    Desk desk;
    desk.telegram.write(desk.anna, u"/start"_s);
    const auto say = [&](const QString &text) {
        return desk.bot.call(u"sendMessage"_s, {{u"chat_id"_s, desk.anna}, {u"text"_s, text}});
    };
    CHECK(say(QString(4096, u'я')).status == 200);
    CHECK(description(say(QString(4097, u'я'))) == u"Bad Request: message is too long"_s);
    CHECK(description(say(u"  \n "_s)) == u"Bad Request: message text is empty"_s);
    CHECK(say(u"  x  "_s).json["result"_L1]["text"_L1].toString() == u"x"_s);
    CHECK(description(desk.bot.call(u"sendMessage"_s, {{u"chat_id"_s, 1}, {u"text"_s, u"x"_s}}))
        == u"Bad Request: chat not found"_s);
}

TEST_CASE("a bot may only write to those who started it and have not blocked it")
{
    Desk desk;
    const auto say = [&] { return desk.bot.call(u"sendMessage"_s, {{u"chat_id"_s, desk.anna}, {u"text"_s, u"hi"_s}}); };
    CHECK(description(say()) == u"Forbidden: bot can't initiate conversation with a user"_s);
    desk.telegram.write(desk.anna, u"/start"_s);
    CHECK(say().status == 200);
    desk.telegram.block(desk.anna);
    const auto refused = say();
    CHECK(refused.status == 403);
    CHECK(description(refused) == u"Forbidden: bot was blocked by the user"_s);
    const auto updates = desk.bot.call(u"getUpdates"_s).json["result"_L1].toArray();
    CHECK(updates.last()["my_chat_member"_L1]["new_chat_member"_L1]["status"_L1].toString() == u"kicked"_s);
    desk.telegram.block(desk.anna, false);
    CHECK(say().status == 200);
    desk.telegram.deactivate(desk.anna);
    CHECK(description(say()) == u"Forbidden: user is deactivated"_s);
    CHECK(desk.telegram.received(desk.anna).size() == 2);
}

TEST_CASE("replies carry one level, and fail when what they answer is gone unless that is allowed")
{
    Desk desk;
    const int question = desk.telegram.write(desk.anna, u"Where is it?"_s);
    const auto say = [&](const QJsonObject &reply) {
        return desk.bot.call(u"sendMessage"_s,
            {{u"chat_id"_s, desk.anna}, {u"text"_s, u"On its way"_s}, {u"reply_parameters"_s, reply}});
    };
    const auto answer = say({{u"message_id"_s, question}}).json["result"_L1];
    CHECK(answer["reply_to_message"_L1]["text"_L1].toString() == u"Where is it?"_s);
    CHECK(desk.telegram.received(desk.anna).last().replyTo == question);
    Saying reply;
    reply.replyTo = answer["message_id"_L1].toInt();
    desk.telegram.write(desk.anna, u"Thanks"_s, reply);
    const auto updates = desk.bot.call(u"getUpdates"_s).json["result"_L1].toArray();
    const QJsonObject replied = updates.last()["message"_L1]["reply_to_message"_L1].toObject();
    CHECK(replied["text"_L1].toString() == u"On its way"_s);
    CHECK_FALSE(replied.contains("reply_to_message"_L1));

    CHECK(description(say({{u"message_id"_s, 4711}})) == u"Bad Request: message to be replied not found"_s);
    CHECK(say({{u"message_id"_s, 4711}, {u"allow_sending_without_reply"_s, true}}).status == 200);
}

TEST_CASE("photos, documents and albums arrive whole and can be fetched again")
{
    Desk desk;
    desk.telegram.write(desk.anna, u"/start"_s);
    const QByteArray image = picture(640, 480);
    const auto photo = desk.bot.call(u"sendPhoto"_s, {{u"chat_id"_s, desk.anna}, {u"caption"_s, u"Look"_s}},
        {{u"photo"_s, {u"p.png"_s, u"image/png"_s, image}}});
    REQUIRE(photo.status == 200);
    CHECK(photo.json["result"_L1]["photo"_L1].toArray().size() == 2);
    const auto document = desk.bot.call(u"sendDocument"_s, {{u"chat_id"_s, desk.anna}},
        {{u"document"_s, {u"счёт №5.pdf"_s, u"application/pdf"_s, QByteArray(300'000, 'x')}}});
    REQUIRE(document.status == 200);
    const QJsonArray media{QJsonObject{{u"type"_s, u"photo"_s}, {u"media"_s, u"attach://a"_s}},
        QJsonObject{{u"type"_s, u"photo"_s}, {u"media"_s, u"attach://b"_s}}};
    const auto album = desk.bot.call(u"sendMediaGroup"_s, {{u"chat_id"_s, desk.anna}, {u"media"_s, media}},
        {{u"a"_s, {u"a.png"_s, u"image/png"_s, image}}, {u"b"_s, {u"b.png"_s, u"image/png"_s, image}}});
    REQUIRE(album.json["result"_L1].toArray().size() == 2);

    const QList<Received> received = desk.telegram.received(desk.anna);
    REQUIRE(received.size() == 4);
    CHECK(received[0].kind == u"photo"_s);
    CHECK(received[0].file == image);
    CHECK(received[0].text == u"Look"_s);
    CHECK(received[1].fileName == u"счёт №5.pdf"_s);
    CHECK(received[1].file.size() == 300'000);
    CHECK(received[2].album == received[3].album);

    const QString id = document.json["result"_L1]["document"_L1]["file_id"_L1].toString();
    const QString path = desk.bot.call(u"getFile"_s, {{u"file_id"_s, id}}).json["result"_L1]["file_path"_L1].toString();
    CHECK(desk.bot.download(path).body.size() == 300'000);
    CHECK(desk.bot.download(u"documents/other.pdf"_s).status == 404);
    CHECK(description(desk.bot.call(u"getFile"_s, {{u"file_id"_s, u"nothing"_s}}))
            .startsWith(u"Bad Request: wrong file_id"_s));
}

TEST_CASE("a customer's file beyond 20 MB is known but cannot be fetched")
{
    Desk desk;
    desk.telegram.sendFile(desk.anna,
        {FileToSend::Kind::Document, u"film.mkv"_s, u"video/x-matroska"_s, QByteArray(21 * 1024 * 1024, 'x'), {}});
    const auto updates = desk.bot.call(u"getUpdates"_s).json["result"_L1].toArray();
    const QJsonValue document = updates[0]["message"_L1]["document"_L1];
    CHECK(document["file_name"_L1].toString() == u"film.mkv"_s);
    const auto refused = desk.bot.call(u"getFile"_s, {{u"file_id"_s, document["file_id"_L1]}});
    CHECK(description(refused) == u"Bad Request: file is too big"_s);
}

TEST_CASE("every kind of customer message has the form of the specification")
{
    Desk desk;
    for (const auto kind : {FileToSend::Kind::Photo, FileToSend::Kind::Document, FileToSend::Kind::Voice,
             FileToSend::Kind::Video, FileToSend::Kind::Sticker}) {
        desk.telegram.sendFile(desk.anna, {kind, u"f.bin"_s, u"audio/ogg"_s, picture(300, 200), u"caption"_s});
    }
    const int last = desk.telegram.write(desk.anna, u"see https://shop.test/x and @shop"_s);
    desk.telegram.edit(desk.anna, last, u"never mind"_s);
    desk.telegram.pressButton(desk.anna, last, u"yes"_s);
    const qint64 group = desk.telegram.addGroup(u"Help"_s, u"supergroup"_s, true);
    Saying there;
    there.chat = group;
    there.thread = desk.telegram.addTopic(group, u"Orders"_s);
    desk.telegram.write(desk.anna, u"in a topic"_s, there);
    desk.telegram.upgradeGroup(desk.telegram.addGroup(u"Old"_s, u"group"_s));
    CHECK(ids(desk.bot.call(u"getUpdates"_s)).size() == 12);
    CHECK(desk.bot.call(u"getChat"_s, {{u"chat_id"_s, desk.anna}}).status == 200);
    CHECK(desk.bot.call(u"getUserProfilePhotos"_s, {{u"user_id"_s, desk.anna}, {u"limit"_s, 1}}).status == 200);
}

TEST_CASE("own messages are edited and deleted, strangers' are not edited, an edit must change something")
{
    Desk desk;
    const int theirs = desk.telegram.write(desk.anna, u"mine"_s);
    const auto sent = desk.bot.call(u"sendMessage"_s, {{u"chat_id"_s, desk.anna}, {u"text"_s, u"Helo"_s}});
    const int id = sent.json["result"_L1]["message_id"_L1].toInt();
    const auto edit = [&](int message, const QString &text) {
        return desk.bot.call(
            u"editMessageText"_s, {{u"chat_id"_s, desk.anna}, {u"message_id"_s, message}, {u"text"_s, text}});
    };
    const auto remove = [&](int message) {
        return desk.bot.call(u"deleteMessage"_s, {{u"chat_id"_s, desk.anna}, {u"message_id"_s, message}});
    };
    CHECK(edit(id, u"Hello"_s).json["result"_L1]["edit_date"_L1].toInt() > 0);
    CHECK(description(edit(id, u"Hello"_s)).startsWith(u"Bad Request: message is not modified"_s));
    CHECK(description(edit(theirs, u"x"_s)) == u"Bad Request: message can't be edited"_s);
    CHECK(description(edit(99, u"x"_s)) == u"Bad Request: message to edit not found"_s);
    CHECK(desk.telegram.textsReceived(desk.anna) == QStringList{u"Hello"_s});
    CHECK(remove(id).status == 200);
    CHECK(description(remove(id)) == u"Bad Request: message to delete not found"_s);
    CHECK(desk.telegram.received(desk.anna).first().deleted);
    const auto old = desk.bot.call(u"sendMessage"_s, {{u"chat_id"_s, desk.anna}, {u"text"_s, u"old"_s}});
    desk.telegram.turnClock(49 * kHour);
    CHECK(description(remove(old.json["result"_L1]["message_id"_L1].toInt()))
        == u"Bad Request: message can't be deleted"_s);
}

TEST_CASE("business chats answer within a day of the customer's last message and only with their connection")
{
    Desk desk;
    const QString connection = desk.telegram.connectBusiness(u"Olga"_s);
    Saying there;
    there.businessConnection = connection;
    const int question = desk.telegram.write(desk.anna, u"Hi"_s, there);
    const auto say = [&](const QString &with) {
        QJsonObject parameters{{u"chat_id"_s, desk.anna}, {u"text"_s, u"Hello"_s}};
        if (!with.isEmpty())
            parameters.insert(u"business_connection_id"_s, with);
        return desk.bot.call(u"sendMessage"_s, parameters);
    };
    const auto sent = say(connection);
    CHECK(sent.json["result"_L1]["from"_L1]["first_name"_L1].toString() == u"Olga"_s);
    CHECK(desk.telegram.received(desk.anna).last().businessConnection == connection);
    CHECK(description(say({})) == u"Forbidden: bot can't initiate conversation with a user"_s);
    CHECK(desk.bot
              .call(u"readBusinessMessage"_s,
                  {{u"business_connection_id"_s, connection}, {u"chat_id"_s, desk.anna}, {u"message_id"_s, question}})
              .status
        == 200);
    CHECK(desk.telegram.isRead(connection, desk.anna, question));
    CHECK(desk.bot
              .call(u"deleteBusinessMessages"_s,
                  {{u"business_connection_id"_s, connection},
                      {u"message_ids"_s, QJsonArray{sent.json["result"_L1]["message_id"_L1]}}})
              .status
        == 200);
    CHECK(desk.telegram.received(desk.anna).last().deleted);
    desk.telegram.deleteBusinessMessages(connection, desk.anna, {question});
    desk.telegram.ownerWrites(connection, desk.anna, u"from the phone"_s);
    CHECK(ids(desk.bot.call(u"getUpdates"_s)).size() == 4);
    desk.telegram.turnClock(25 * kHour);
    CHECK(description(say(connection)) == u"Bad Request: BUSINESS_PEER_INVALID"_s);
    desk.telegram.write(desk.anna, u"again"_s, there);
    CHECK(say(connection).status == 200);
    desk.telegram.setBusiness(connection, false);
    CHECK(description(say(connection)) == u"Bad Request: BUSINESS_PEER_INVALID"_s);
}

TEST_CASE("typing, reactions and button presses are witnessed")
{
    Desk desk;
    const int message = desk.telegram.write(desk.anna, u"Hi"_s);
    CHECK(desk.bot.call(u"sendChatAction"_s, {{u"chat_id"_s, desk.anna}, {u"action"_s, u"typing"_s}}).status == 200);
    CHECK(desk.bot.call(u"sendChatAction"_s, {{u"chat_id"_s, desk.anna}, {u"action"_s, u"dance"_s}}).status == 400);
    CHECK(desk.telegram.typing().size() == 1);
    const QJsonArray thumb{QJsonObject{{u"type"_s, u"emoji"_s}, {u"emoji"_s, u"👍"_s}}};
    CHECK(desk.bot
              .call(u"setMessageReaction"_s,
                  {{u"chat_id"_s, desk.anna}, {u"message_id"_s, message}, {u"reaction"_s, thumb}})
              .status
        == 200);
    CHECK(desk.telegram.reactionOf(desk.anna, message) == u"👍"_s);
    const QString press = desk.telegram.pressButton(desk.anna, message, u"y"_s);
    CHECK(desk.bot.call(u"answerCallbackQuery"_s, {{u"callback_query_id"_s, press}}).status == 200);
    CHECK(description(desk.bot.call(u"answerCallbackQuery"_s, {{u"callback_query_id"_s, press}}))
        == u"Bad Request: query is too old and response timeout expired or query ID is invalid"_s);
}

TEST_CASE("an upgraded group tells its new id and a topic that does not exist is refused")
{
    Desk desk;
    const qint64 old = desk.telegram.addGroup(u"Old"_s, u"group"_s);
    const qint64 now = desk.telegram.upgradeGroup(old);
    const auto moved = desk.bot.call(u"sendMessage"_s, {{u"chat_id"_s, old}, {u"text"_s, u"x"_s}});
    CHECK(moved.status == 400);
    CHECK(moved.json["parameters"_L1]["migrate_to_chat_id"_L1].toInteger() == now);
    const auto thread =
        desk.bot.call(u"sendMessage"_s, {{u"chat_id"_s, now}, {u"text"_s, u"x"_s}, {u"message_thread_id"_s, 77}});
    CHECK(description(thread) == u"Bad Request: message thread not found"_s);
    desk.telegram.kickBot(now);
    CHECK(desk.bot.call(u"sendMessage"_s, {{u"chat_id"_s, now}, {u"text"_s, u"x"_s}}).status == 403);
}
