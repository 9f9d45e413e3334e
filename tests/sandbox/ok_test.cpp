// SPDX-License-Identifier: GPL-3.0-or-later
// The Odnoklassniki of the sandbox must not be more obliging than the real one.
#include "sandbox/ok.h"
#include "sandbox/ok/server.h"
#include "sandbox/ok_client.h"
#include "support/print.h"

#include <QCryptographicHash>
#include <QTcpSocket>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace parley::sandbox;
using parley::tests::OkClient;

namespace {

struct Desk {
    Ok ok;
    OkClient group{ok.url(), ok.token()};
    QString anna = ok.addCustomer(u"Anna"_s);

    OkClient::Reply say(const QString &text = u"hello"_s) { return group.send(anna, {{u"text"_s, text}}); }
    void subscribe()
    {
        const QJsonArray types{u"MESSAGE_CREATED"_s, u"MESSAGE_CALLBACK"_s, u"CHAT_SYSTEM"_s};
        REQUIRE(group.post(u"me/subscribe"_s, {{u"longPolling"_s, true}, {u"types"_s, types}}).error() == 0);
    }
};

QMap<QString, QString> listCall(const Ok &ok)
{
    return {{u"application_key"_s, QString::fromLatin1(ok.applicationKey())}, {u"method"_s, u"discussions.getList"_s},
        {u"format"_s, u"json"_s}, {u"category"_s, u"GROUP"_s}, {u"count"_s, u"10"_s}, {u"fields"_s, u"проверка"_s}};
}

QMap<QString, QString> asSigned(QMap<QString, QString> parameters, const Ok &ok)
{
    const auto md5 = [](const QByteArray &bytes) {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Md5).toHex();
    };
    QByteArray base;
    for (auto it = parameters.begin(); it != parameters.end(); ++it)
        base += it.key().toUtf8() + "=" + it->toUtf8();
    const QByteArray secret = md5(ok.managerToken() + ok.applicationSecret());
    parameters.insert(u"sig"_s, QString::fromLatin1(md5(base + secret)));
    parameters.insert(u"access_token"_s, QString::fromLatin1(ok.managerToken()));
    return parameters;
}

} // namespace

TEST_CASE("errors come with status 200, in the body and in a header")
{
    Desk desk;
    desk.group.setToken("tkn:nobody");
    const auto wrong = desk.group.get(u"me/info"_s);
    CHECK(wrong.status == 200);
    CHECK(wrong.error() == 103);
    CHECK(wrong.invocationError == "103");
    CHECK(wrong.json[u"error_msg"_s].toString().startsWith(u"PARAM_SESSION_KEY : "_s));
    CHECK(wrong.json.contains(u"error_data"_s));
}

TEST_CASE("asking for a new key makes the old one expire, a waiting poll too")
{
    Desk desk;
    desk.subscribe();
    const auto poll = desk.group.begin(u"me/updates"_s, u"timeout=30"_s);
    REQUIRE(QTest::qWaitFor([&] { return desk.ok.isPolled(); }, 120'000));
    const QByteArray next = desk.ok.revokeToken();
    CHECK(desk.group.wait(poll).error() == 102);
    CHECK(desk.group.get(u"me/info"_s).error() == 102);
    desk.group.setToken(next);
    CHECK(desk.group.get(u"me/info"_s).json[u"group_id"_s].toString() == u"group:53"_s);
}

TEST_CASE("a post without the documented content type is refused")
{
    Desk desk;
    const QJsonObject body{
        {u"recipient"_s, QJsonObject{{u"chat_id"_s, desk.anna}}}, {u"message"_s, QJsonObject{{u"text"_s, u"x"_s}}}};
    CHECK(desk.group.post(u"me/messages/"_s + desk.anna, body, "application/json").error() == 4);
    CHECK(desk.group.post(u"me/messages/"_s + desk.anna, body, "text/plain").error() == 4);
    CHECK(desk.group.post(u"me/messages/"_s + desk.anna, body).error() == 0);
    CHECK(desk.ok.received(desk.anna).size() == 1);
}

TEST_CASE("a message needs a chat that is there, a recipient that agrees, text or files, and leave to write")
{
    Desk desk;
    CHECK(desk.group.send(u"chat:Cnone"_s, {{u"text"_s, u"x"_s}}).error() == 106);
    CHECK(desk.group.send(desk.anna, {}).error() == 100);
    CHECK(desk.group
              .post(u"me/messages/"_s + desk.anna,
                  {{u"recipient"_s, QJsonObject{{u"chat_id"_s, u"chat:C1"_s}}},
                      {u"message"_s, QJsonObject{{u"text"_s, u"x"_s}}}})
              .error()
        == 100);
    CHECK(desk.say(QString(3901, u'x')).error() == 100);
    CHECK(desk.group.send(desk.anna, {{u"text"_s, u"x"_s}, {u"reply_to"_s, u"mid:none"_s}}).error() == 140);
    desk.ok.forbid(desk.anna);
    CHECK(desk.say().error() == 10);
    desk.ok.write(desk.anna, u"I write again"_s);
    CHECK(desk.say().error() == 0);
    desk.ok.setStatus(desk.anna, u"LEFT"_s);
    CHECK(desk.say().error() == 7);
    CHECK(desk.ok.textsReceived(desk.anna) == QStringList{u"hello"_s});
}

TEST_CASE("nothing makes a send happen once only: the same one twice arrives twice")
{
    Desk desk;
    desk.say();
    desk.say();
    CHECK(desk.ok.received(desk.anna).size() == 2);
}

TEST_CASE("a picture's token comes with the upload's answer, another file's with its slot")
{
    Desk desk;
    const auto image = desk.group.get(u"me/fileUploadUrl"_s, u"type=IMAGE"_s);
    CHECK(!image.json.contains(u"token"_s));
    const QString imageUrl = image.json[u"url"_s].toString();
    CHECK(desk.group.upload(imageUrl, u"a.png"_s, "text/plain", "x").error() == 100);
    const auto uploaded = desk.group.upload(imageUrl, u"a.png"_s, "image/png", "x");
    const auto file = desk.group.get(u"me/fileUploadUrl"_s, u"type=FILE"_s);
    const auto attach = [](const QString &type, const QString &token) {
        return QJsonObject{{u"type"_s, type}, {u"payload"_s, QJsonObject{{u"token"_s, token}}}};
    };
    const QJsonObject paper = attach(u"FILE"_s, file.json[u"token"_s].toString());
    CHECK(desk.group.send(desk.anna, {{u"attachment"_s, paper}}).error() == 100); // not uploaded yet
    CHECK(desk.group.upload(file.json[u"url"_s].toString(), u"счёт.pdf"_s, "application/pdf", "pdf").error() == 0);
    const QJsonObject picture = attach(u"IMAGE"_s, uploaded.json[u"token"_s].toString());
    CHECK(desk.group.send(desk.anna, {{u"attachments"_s, QJsonArray{picture, paper}}}).error() == 0);
    QJsonArray six;
    for (int i = 0; i < 6; ++i)
        six.append(paper);
    CHECK(desk.group.send(desk.anna, {{u"attachments"_s, six}}).error() == 100);
    const auto received = desk.ok.received(desk.anna);
    REQUIRE(received.size() == 1);
    REQUIRE(received.first().files.size() == 2);
    CHECK(received.first().files.last().name == u"счёт.pdf"_s);
    CHECK(desk.group.get(u"me/fileUploadUrl"_s, u"type=HOLOGRAM"_s).error() == 100);
}

TEST_CASE("the history is a window of time, newest first, and its bounds are checked")
{
    Desk desk;
    QStringList mids;
    for (int i = 0; i < 60; ++i)
        mids.prepend(desk.ok.write(desk.anna, QString::number(i), {{}, {}, {}, {}, 1'000'000 - i * 1000}));
    const auto all = desk.group.get(desk.anna + u"/messages"_s);
    const QJsonArray first = all.json[u"messages"_s].toArray();
    REQUIRE(first.size() == 50);
    CHECK(first[0][u"message"_s][u"mid"_s].toString() == mids.first());
    const qint64 oldest = first[49][u"timestamp"_s].toInteger();
    const auto rest = desk.group.get(u"me/messages/"_s + desk.anna, u"from=%1&to=1&count=100"_s.arg(oldest));
    CHECK(rest.json[u"messages"_s].toArray().size() == 11); // the bound itself is within
    CHECK(desk.group.get(desk.anna + u"/messages"_s, u"from=5&to=5"_s).error() == 100);
    CHECK(desk.group.get(desk.anna + u"/messages"_s, u"count=101"_s).error() == 100);
    desk.ok.remove(mids.first());
    const auto after = desk.group.get(desk.anna + u"/messages"_s);
    CHECK(after.json[u"messages"_s][0][u"message"_s][u"mid"_s].toString() == mids.at(1));
}

TEST_CASE("chats come by activity, page after page")
{
    Desk desk;
    for (int i = 0; i < 4; ++i)
        desk.ok.addCustomer(u"Customer %1"_s.arg(i));
    desk.ok.turnClock(1000);
    desk.ok.write(desk.anna, u"hello"_s);
    const auto first = desk.group.get(u"me/chats"_s, u"count=3"_s);
    REQUIRE(first.json[u"chats"_s].toArray().size() == 3);
    CHECK(first.json[u"chats"_s][0][u"chat_id"_s].toString() == desk.anna);
    const auto second = desk.group.get(u"me/chats"_s, u"count=3&marker="_s + first.json[u"marker"_s].toString());
    CHECK(second.json[u"chats"_s].toArray().size() == 2);
    CHECK(!second.json.contains(u"marker"_s));
    CHECK(desk.group.get(u"me/chats"_s, u"count=101"_s).error() == 100);
}

TEST_CASE("the long poll wants a subscription, waits, and tells again until its marker confirms")
{
    Desk desk;
    CHECK(desk.group.get(u"me/updates"_s).error() == 7);
    desk.subscribe();
    const auto poll = desk.group.begin(u"me/updates"_s, u"timeout=30"_s);
    REQUIRE(QTest::qWaitFor([&] { return desk.ok.isPolled(); }, 120'000));
    desk.ok.write(desk.anna, u"one"_s);
    const auto first = desk.group.wait(poll);
    REQUIRE(first.json[u"updates"_s].toArray().size() == 1);
    const auto again = desk.group.get(u"me/updates"_s);
    CHECK(again.json[u"updates"_s].toArray().size() == 1);
    const auto next = desk.group.get(u"me/updates"_s, u"marker="_s + first.json[u"marker"_s].toString());
    CHECK(next.json[u"updates"_s].toArray().isEmpty());
    desk.say();
    desk.ok.colleagueWrites(desk.anna, u"from the browser"_s);
    const auto own = desk.group.get(u"me/updates"_s, u"marker="_s + first.json[u"marker"_s].toString());
    CHECK(own.json[u"updates"_s].toArray().isEmpty()); // the group's own messages are not told
}

TEST_CASE("where there is no long poll it says so in either of two ways")
{
    Desk desk;
    desk.ok.setLongPoll(ok::LongPoll::NotFound);
    CHECK(desk.group.get(u"me/updates"_s).status == 404);
    desk.ok.setLongPoll(ok::LongPoll::NoMethod);
    CHECK(desk.group.get(u"me/updates"_s).error() == 3);
    CHECK(desk.group.post(u"me/subscribe"_s, {{u"longPolling"_s, true}}).error() == 3);
    CHECK(desk.group.get(u"me/nothing"_s).error() == 3);
}

TEST_CASE("seq keeps every digit on the wire")
{
    Desk desk;
    desk.ok.write(desk.anna, u"hello"_s);
    CHECK(desk.group.get(desk.anna + u"/messages"_s).body.contains("\"seq\":98211023614189660"));
}

TEST_CASE("a signed call needs the right key, token and signature, in this order")
{
    Desk desk;
    desk.ok.addDiscussion(u"Скидки"_s);
    const auto good = asSigned(listCall(desk.ok), desk.ok);
    CHECK(desk.group.rest(good).json[u"discussions"_s].toArray().size() == 1);
    const auto without = [&](const QString &name, const QString &value) {
        auto bad = good;
        bad.insert(name, value);
        return desk.group.rest(bad).error();
    };
    CHECK(without(u"application_key"_s, u"CBA"_s) == 101);
    CHECK(without(u"access_token"_s, u"tkn"_s) == 103);
    CHECK(without(u"sig"_s, u"00"_s) == 104);
    CHECK(without(u"fields"_s, u"other"_s) == 104);
    CHECK(without(u"count"_s, u"11"_s) == 104);
    desk.ok.expireManagerToken();
    CHECK(desk.group.rest(good).error() == 102);
    auto unknown = listCall(desk.ok);
    unknown.insert(u"method"_s, u"discussions.addDiscussionComment"_s);
    CHECK(desk.group.rest(asSigned(unknown, desk.ok)).error() == 3);
}

TEST_CASE("whoever does not say otherwise has read the comments")
{
    Desk desk;
    const QString topic = desk.ok.addDiscussion(u"Скидки"_s);
    desk.ok.comment(topic, {u"777"_s, u"Anna"_s, u"hello"_s, {}, false, 0});
    auto call = listCall(desk.ok);
    call.insert(u"method"_s, u"discussions.getComments"_s);
    call.insert(u"discussionId"_s, topic);
    call.insert(u"discussionType"_s, u"GROUP_TOPIC"_s);
    call.insert(u"mark_as_read"_s, u"false"_s);
    CHECK(desk.group.rest(asSigned(call, desk.ok)).json[u"comments"_s].toArray().size() == 1);
    CHECK(desk.ok.unreadComments(topic) == 1);
    call.remove(u"mark_as_read"_s);
    desk.group.rest(asSigned(call, desk.ok));
    CHECK(desk.ok.unreadComments(topic) == 0);
}

TEST_CASE("bad days hurt as they say and end when they are used up")
{
    Desk desk;
    BadDay slow;
    slow.kind = BadDay::Kind::TooManyRequests;
    slow.method = u"send"_s;
    slow.seconds = 7;
    desk.ok.addBadDay(slow);
    const auto refused = desk.say();
    CHECK(refused.status == 429);
    CHECK(refused.retryAfter == "7");
    desk.ok.refuse(u"send"_s, 8);
    CHECK(desk.say().error() == 8);
    desk.ok.addBadDay(BadDay::Kind::ServerError, u"send"_s);
    CHECK(desk.say().status == 502);
    CHECK(desk.ok.received(desk.anna).isEmpty());
    desk.ok.addBadDay(BadDay::Kind::ServerErrorAfter, u"send"_s);
    CHECK(desk.say().status == 502);
    CHECK(desk.ok.received(desk.anna).size() == 1);
    desk.ok.addBadDay(BadDay::Kind::HalfJson, u"me/info"_s);
    CHECK(desk.group.get(u"me/info"_s).json.isEmpty());
    CHECK(desk.group.get(u"me/info"_s).error() == 0);
    desk.ok.goOffline();
    CHECK(desk.say().status == 0);
    desk.ok.goOnline();
    CHECK(desk.say().error() == 0);
    CHECK(desk.ok.calls(u"send"_s).size() == 5);
}

TEST_CASE("an edit replaces everything, and only the group's own message can be changed")
{
    Desk desk;
    const QString theirs = desk.ok.write(desk.anna, u"hello"_s);
    const QString mid = desk.say().json[u"message_id"_s].toString();
    const QJsonObject change{{u"message"_s, QJsonObject{{u"text"_s, u"changed"_s}}}};
    CHECK(desk.group.post(QString(u"MID:"_s + mid.sliced(4) + u"/edit"_s), change).error() == 0);
    CHECK(desk.ok.textsReceived(desk.anna) == QStringList{u"changed"_s});
    CHECK(desk.group.post(QString(theirs + u"/edit"_s), change).error() == 10);
    CHECK(desk.group.post(u"mid:none/edit"_s, change).error() == 140);
}
