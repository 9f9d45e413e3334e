// SPDX-License-Identifier: GPL-3.0-or-later
// Each bad day must hurt as it says, must or must not have done the work, and must end when it is used up.
#include "sandbox/vk_client.h"
#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace parley::sandbox;
using parley::tests::VkClient;
using parley::tests::VkDesk;

namespace {

struct Desk : VkDesk {
    Desk() { vk.write(anna, u"question"_s); }
    ~Desk() { CHECK(vk.complaints() == QStringList()); }

    VkClient::Reply say(const QString &text = u"hello"_s) { return send(anna, text, ++m_random); }
    qsizetype delivered() const { return vk.received(anna).size(); }

private:
    qint64 m_random = 100;
};

} // namespace

TEST_CASE("any error comes on demand with the official words, for as many calls as asked")
{
    Desk desk;
    for (const int code : {5, 6, 9, 10, 15, 18, 29, 100, 900, 901, 902, 914, 950}) {
        desk.vk.refuse(u"messages.send"_s, code);
        const auto reply = desk.say();
        CHECK(reply.status == 200);
        CHECK(reply.code() == code);
        CHECK_FALSE(reply.words().isEmpty());
    }
    CHECK(desk.delivered() == 0);
    CHECK(desk.say().code() == 0);
}

TEST_CASE("a captcha and a validation name their pages")
{
    Desk desk;
    desk.vk.askForCaptcha(u"messages.send"_s);
    const auto captcha = desk.say();
    CHECK(captcha.code() == 14);
    const QJsonObject error = captcha.json["error"_L1].toObject();
    CHECK(error["captcha_sid"_L1].toString() == u"239633676097"_s);
    CHECK(desk.group.get(error["captcha_img"_L1].toString()).status == 200);
    desk.vk.askForValidation(u"messages.send"_s);
    const auto validation = desk.say();
    CHECK(validation.code() == 17);
    CHECK(validation.json["error"_L1]["redirect_uri"_L1].toString().startsWith(desk.vk.url()));
}

TEST_CASE("an outage is errors 10 and pages of 502 in a row, over several methods")
{
    Desk desk;
    BadDay outage;
    outage.kind = BadDay::Kind::ServerError;
    outage.method = u"messages.*,groups.getById"_s;
    outage.times = -1;
    desk.vk.addBadDay(outage);
    CHECK(desk.say().status == 502);
    CHECK(desk.group.call(u"groups.getById"_s).body.startsWith("<html>"));
    CHECK(desk.group.call(u"users.get"_s, {{u"user_ids"_s, desk.anna}}).status == 200);
    desk.vk.endBadDays();
    desk.vk.refuse({}, 10, 2);
    CHECK(desk.say().code() == 10);
    CHECK(desk.group.call(u"groups.getById"_s).code() == 10);
    CHECK(desk.say().code() == 0);
    CHECK(desk.delivered() == 1);
}

TEST_CASE("an answer may be lost after the work was done, and random_id finds it again")
{
    struct Case {
        BadDay::Kind kind;
        bool done;
    };
    for (const Case &one : {Case{BadDay::Kind::CutWhileReading, false}, Case{BadDay::Kind::CutBefore, false},
             Case{BadDay::Kind::CutAfter, true}, Case{BadDay::Kind::CutMidAnswer, true},
             Case{BadDay::Kind::HalfJson, true}, Case{BadDay::Kind::ServerErrorAfter, true}}) {
        Desk desk;
        // Qt's client repeats a request of its own when a kept connection ends without a byte, hence "for ever".
        desk.vk.addBadDay(one.kind, u"messages.send"_s, -1);
        CHECK(desk.send(desk.anna, u"once"_s, 42).response().isUndefined());
        CAPTURE(int(one.kind));
        CHECK((desk.delivered() == 1) == one.done);
        desk.vk.endBadDays();
        CHECK(desk.send(desk.anna, u"once"_s, 42).response().toInteger() > 0);
        CHECK(desk.vk.textsReceived(desk.anna) == QStringList{u"once"_s});
    }
}

TEST_CASE("a poll's answer may be torn, huge or never come")
{
    Desk desk;
    desk.listen();
    desk.vk.write(desk.anna, u"a"_s);
    desk.vk.addBadDay(BadDay::Kind::HalfJson, u"bots_poll"_s);
    CHECK(desk.group.wait(desk.beginBots(0)).json.isEmpty());
    BadDay huge;
    huge.kind = BadDay::Kind::HugeAnswer;
    huge.method = u"bots_poll"_s;
    huge.bytes = 2'000'000;
    desk.vk.addBadDay(huge);
    CHECK(desk.group.wait(desk.beginBots(0)).body.size() == 2'000'000);
    desk.vk.addBadDay(BadDay::Kind::Silence, u"classic_poll"_s);
    const auto silent = desk.beginClassic(0);
    REQUIRE(QTest::qWaitFor([&] { return desk.vk.calls(u"classic_poll"_s).size() == 1; }, 120'000));
    CHECK_FALSE(silent->isFinished());
    silent->abort();
    CHECK(desk.botsTypes() == QStringList{u"message_new"_s}); // nothing was lost by all that
}

TEST_CASE("uploads and downloads have bad days of their own")
{
    Desk desk;
    const auto server = desk.group.call(u"docs.getMessagesUploadServer"_s, {{u"peer_id"_s, desk.anna}});
    const QString address = server.response()["upload_url"_L1].toString();
    desk.vk.addBadDay(BadDay::Kind::ServerError, u"upload"_s);
    CHECK(desk.group.upload(address, u"file"_s, u"a.pdf"_s, "x").status == 502);
    CHECK(desk.group.upload(address, u"file"_s, u"a.pdf"_s, "x").json.contains("file"_L1));
    CHECK(desk.group.upload(QString(desk.vk.url() + u"/c858620/none"_s), u"file"_s, u"a"_s, "x").status == 404);
}

TEST_CASE("offline means no port at all, and the same port comes back with everything kept")
{
    Desk desk;
    desk.listen();
    desk.vk.goOffline();
    CHECK(desk.say().error == QNetworkReply::ConnectionRefusedError);
    desk.vk.write(desk.anna, u"meanwhile"_s);
    desk.vk.goOnline();
    CHECK(desk.botsTypes() == QStringList{u"message_new"_s});
}

TEST_CASE("dates follow the turned clock")
{
    Desk desk;
    const qint64 before = desk.group.call(u"utils.getServerTime"_s).response().toInteger();
    desk.vk.turnClock(3'600'000);
    CHECK(desk.group.call(u"utils.getServerTime"_s).response().toInteger() - before >= 3600);
}
