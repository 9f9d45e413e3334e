// SPDX-License-Identifier: GPL-3.0-or-later
// Each bad day must hurt as it says, must or must not have done the work, and must end when it is used up.
#include "sandbox/bot_client.h"
#include "sandbox/telegram.h"
#include "support/print.h"

#include <QTcpSocket>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace parley::sandbox;
using parley::tests::BotClient;

namespace {

struct Desk {
    Telegram telegram;
    BotClient bot{telegram.url(), telegram.token()};
    qint64 anna = telegram.addCustomer(u"Anna"_s, u"ru"_s);

    Desk() { telegram.write(anna, u"/start"_s); }
    ~Desk() { CHECK(telegram.complaints() == QStringList()); }
    Desk(const Desk &) = delete;
    Desk &operator=(const Desk &) = delete;

    BotClient::Reply say(const QString &text = u"hello"_s)
    {
        return bot.call(u"sendMessage"_s, {{u"chat_id"_s, anna}, {u"text"_s, text}});
    }
    qsizetype delivered() const { return telegram.received(anna).size(); }
};

} // namespace

TEST_CASE("too many requests tells how long to wait, in the body and in the header, and does nothing")
{
    Desk desk;
    BadDay day;
    day.kind = BadDay::Kind::TooManyRequests;
    day.method = u"sendMessage"_s;
    day.times = 2;
    day.seconds = 7;
    desk.telegram.addBadDay(day);
    for (int i = 0; i < 2; ++i) {
        const auto reply = desk.say();
        CHECK(reply.status == 429);
        CHECK(reply.retryAfter == "7");
        CHECK(reply.json["parameters"_L1]["retry_after"_L1].toInt() == 7);
        CHECK(reply.json["description"_L1].toString() == u"Too Many Requests: retry after 7"_s);
    }
    CHECK(desk.delivered() == 0);
    CHECK(desk.say().status == 200);
    CHECK(desk.delivered() == 1);
}

TEST_CASE("a server error is an HTML page, before or after the work")
{
    Desk desk;
    desk.telegram.addBadDay(BadDay::Kind::ServerError, u"sendMessage"_s);
    const auto before = desk.say();
    CHECK(before.status == 502);
    CHECK(before.body.startsWith("<html>"));
    CHECK(desk.delivered() == 0);
    desk.telegram.addBadDay(BadDay::Kind::ServerErrorAfter, u"sendMessage"_s);
    CHECK(desk.say().status == 502);
    CHECK(desk.delivered() == 1);
}

TEST_CASE("a cut connection leaves no answer, and the work done or not as asked")
{
    struct Case {
        BadDay::Kind kind;
        bool done;
    };
    for (const Case &cut : {Case{BadDay::Kind::CutWhileReading, false}, Case{BadDay::Kind::CutBefore, false},
             Case{BadDay::Kind::CutAfter, true}, Case{BadDay::Kind::CutMidAnswer, true}}) {
        Desk desk;
        desk.bot.call(u"getMe"_s);
        // Qt's client repeats a request of its own when a kept connection ends without a byte, hence "for ever".
        desk.telegram.addBadDay(cut.kind, u"sendMessage"_s, -1);
        const auto reply = desk.say();
        CAPTURE(int(cut.kind), desk.delivered());
        CHECK(reply.error != QNetworkReply::NoError);
        CHECK(reply.json.isEmpty());
        CHECK((desk.delivered() > 0) == cut.done);
        desk.telegram.endBadDays();
        CHECK(desk.say().status == 200);
    }
}

TEST_CASE("half a JSON is whole HTTP around a torn text")
{
    Desk desk;
    desk.telegram.addBadDay(BadDay::Kind::HalfJson, u"sendMessage"_s);
    const auto reply = desk.say();
    CHECK(reply.status == 200);
    CHECK(reply.error == QNetworkReply::NoError);
    CHECK(reply.body.startsWith("{\""));
    CHECK(reply.json.isEmpty());
    CHECK(desk.delivered() == 1);
}

TEST_CASE("an answer of 50 MB is still JSON")
{
    Desk desk;
    desk.telegram.addBadDay(BadDay::Kind::HugeAnswer, u"getMe"_s);
    const auto reply = desk.bot.call(u"getMe"_s);
    CHECK(reply.body.size() == 50 * 1024 * 1024);
    CHECK(reply.json["ok"_L1].toBool());
}

TEST_CASE("a slow answer arrives byte by byte and whole")
{
    Desk desk;
    BadDay day;
    day.kind = BadDay::Kind::SlowDrip;
    day.method = u"getMe"_s;
    day.bytes = 16;
    day.ms = 1;
    desk.telegram.addBadDay(day);
    CHECK(desk.bot.call(u"getMe"_s).json["ok"_L1].toBool());
}

TEST_CASE("a request whose client gave up waiting is carried out all the same")
{
    Desk desk;
    BadDay slow;
    slow.kind = BadDay::Kind::Latency;
    slow.method = u"sendMessage"_s;
    slow.ms = 300;
    desk.telegram.addBadDay(slow);
    const auto waiting = desk.bot.begin(u"sendMessage"_s, {{u"chat_id"_s, desk.anna}, {u"text"_s, u"late"_s}});
    REQUIRE(QTest::qWaitFor([&] { return !desk.telegram.calls(u"sendMessage"_s).isEmpty(); }, 120'000));
    waiting->abort();
    CHECK(desk.delivered() == 0);
    CHECK(QTest::qWaitFor([&] { return desk.delivered() == 1; }, 120'000));
    CHECK(desk.telegram.calls(u"sendMessage"_s).first().status == 0);
}

TEST_CASE("silence never answers, with the work done or not")
{
    Desk desk;
    desk.telegram.addBadDay(BadDay::Kind::Silence, u"sendMessage"_s);
    const auto first = desk.bot.begin(u"sendMessage"_s, {{u"chat_id"_s, desk.anna}, {u"text"_s, u"a"_s}});
    REQUIRE(QTest::qWaitFor([&] { return desk.telegram.calls(u"sendMessage"_s).size() == 1; }, 120'000));
    desk.telegram.addBadDay(BadDay::Kind::SilenceAfter, u"sendMessage"_s);
    const auto second = desk.bot.begin(u"sendMessage"_s, {{u"chat_id"_s, desk.anna}, {u"text"_s, u"b"_s}});
    REQUIRE(QTest::qWaitFor([&] { return desk.delivered() == 1; }, 120'000));
    CHECK_FALSE(first->isFinished());
    CHECK_FALSE(second->isFinished());
    CHECK(desk.telegram.textsReceived(desk.anna) == QStringList{u"b"_s});
    first->abort();
    second->abort();
}

TEST_CASE("duplicates and disorder leave every update in the answer")
{
    Desk desk;
    desk.telegram.write(desk.anna, u"two"_s);
    const auto ids = [](const BotClient::Reply &reply) {
        QList<qint64> list;
        const QJsonArray updates = reply.json["result"_L1].toArray();
        for (const QJsonValue &update : updates)
            list.append(update["update_id"_L1].toInteger());
        return list;
    };
    const QList<qint64> plain = ids(desk.bot.call(u"getUpdates"_s));
    REQUIRE(plain.size() == 2);
    desk.telegram.addBadDay(BadDay::Kind::OutOfOrder, u"getUpdates"_s);
    CHECK(ids(desk.bot.call(u"getUpdates"_s)) == QList{plain[1], plain[0]});
    desk.bot.call(u"getUpdates"_s, {{u"offset"_s, plain[1]}});
    desk.telegram.addBadDay(BadDay::Kind::Duplicate, u"getUpdates"_s);
    // the confirmed one again, the other twice
    CHECK(ids(desk.bot.call(u"getUpdates"_s, {{u"offset"_s, plain[1]}})) == QList{plain[0], plain[1], plain[1]});
    CHECK(ids(desk.bot.call(u"getUpdates"_s)) == QList{plain[1]});
}

TEST_CASE("offline means no port at all, and the same port comes back with everything kept")
{
    Desk desk;
    desk.telegram.goOffline();
    CHECK(desk.say().error == QNetworkReply::ConnectionRefusedError);
    desk.telegram.write(desk.anna, u"meanwhile"_s);
    desk.telegram.goOnline();
    CHECK(desk.say().status == 200);
    CHECK(desk.telegram.pendingUpdates() == 2);
}

TEST_CASE("a poller is sent away when another comes or the token is revoked, and dates follow the turned clock")
{
    Desk desk;
    desk.bot.call(u"getUpdates"_s, {{u"offset"_s, -1}});
    const auto one = desk.bot.call(u"getUpdates"_s).json["result"_L1][0]["update_id"_L1].toInteger();
    const auto waiting = desk.bot.begin(u"getUpdates"_s, {{u"timeout"_s, 50}, {u"offset"_s, one + 1}});
    REQUIRE(QTest::qWaitFor([&] { return desk.telegram.isPolled(); }, 120'000));
    desk.telegram.pollFromElsewhere();
    CHECK(desk.bot.wait(waiting).status == 409);

    const auto again = desk.bot.begin(u"getUpdates"_s, {{u"timeout"_s, 50}, {u"offset"_s, one + 1}});
    REQUIRE(QTest::qWaitFor([&] { return desk.telegram.isPolled(); }, 120'000));
    const QByteArray token = desk.telegram.token();
    desk.telegram.revokeToken();
    CHECK(desk.bot.wait(again).status == 401);
    desk.telegram.restoreToken(token);

    const qint64 before = desk.say().json["result"_L1]["date"_L1].toInteger();
    desk.telegram.turnClock(3'600'000);
    CHECK(desk.say().json["result"_L1]["date"_L1].toInteger() - before >= 3600);
}

TEST_CASE("a raw socket may send its request in pieces, in chunks and two at a time")
{
    Desk desk;
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, desk.telegram.port());
    REQUIRE(socket.waitForConnected(120'000));
    const QByteArray path = "/bot" + desk.telegram.token();
    const QByteArray body = R"({"chat_id":)" + QByteArray::number(desk.anna) + R"(,"text":"x"})";
    QByteArray request = "POST " + path
        + "/sendMessage HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
          "Transfer-Encoding: chunked\r\n\r\n";
    request += QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n0\r\n\r\n";
    request += "GET " + path + "/getMe HTTP/1.1\r\nHost: x\r\n\r\n";
    for (const char byte : request) {
        socket.write(&byte, 1);
        socket.flush();
    }
    QByteArray answer;
    while (answer.count("\"ok\":true") < 2 && socket.waitForReadyRead(120'000))
        answer += socket.readAll();
    CHECK(answer.count("HTTP/1.1 200 OK") == 2);
    CHECK(answer.indexOf("\"text\":\"x\"") < answer.indexOf("parley_sandbox_bot\"", answer.lastIndexOf("HTTP/1.1")));
    CHECK(desk.delivered() == 1);
}
