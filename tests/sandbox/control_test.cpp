// SPDX-License-Identifier: GPL-3.0-or-later
// The control side over HTTP, and the program around it.
#include "sandbox/bot_client.h"
#include "sandbox/control.h"
#include "support/print.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace parley::sandbox;
using parley::tests::BotClient;

namespace {

struct Remote {
    explicit Remote(const QString &where)
        : url(where)
    {
    }

    QString url;
    QNetworkAccessManager network;

    QJsonObject operator()(const QString &verb, const QJsonObject &arguments = {})
    {
        QNetworkRequest request(QUrl(url + u'/' + verb));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        std::unique_ptr<QNetworkReply> reply(network.post(request, QJsonDocument(arguments).toJson()));
        (void)QTest::qWaitFor([&] { return reply->isFinished(); }, 120'000);
        return QJsonDocument::fromJson(reply->readAll()).object();
    }
};

QJsonObject readReadyFile(const QString &path)
{
    (void)QTest::qWaitFor([&] { return QFile::exists(path); }, 120'000);
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

TEST_CASE("another process can play a customer and ask the witness")
{
    Telegram telegram;
    Control control(telegram);
    REQUIRE(control.listen());
    Remote remote(control.url());
    const qint64 anna = remote(u"customer"_s, {{u"first_name"_s, u"Anna"_s}})["customer"_L1].toInteger();
    CHECK(remote(u"write"_s, {{u"customer"_s, anna}, {u"text"_s, u"Привет"_s}})["message"_L1].toInt() == 1);
    CHECK(remote(u"send_file"_s,
              {{u"customer"_s, anna}, {u"kind"_s, u"document"_s}, {u"name"_s, u"a.txt"_s},
                  {u"content"_s, u"eA=="_s}})["message"_L1]
              .toInt()
        == 2);
    CHECK(telegram.pendingUpdates() == 2);
    remote(u"bad_day"_s, {{u"kind"_s, u"server_error"_s}, {u"method"_s, u"sendMessage"_s}});
    BotClient bot(telegram.url(), telegram.token());
    const QJsonObject hello{{u"chat_id"_s, anna}, {u"text"_s, u"Hello"_s}};
    CHECK(bot.call(u"sendMessage"_s, hello).status == 502);
    CHECK(bot.call(u"sendMessage"_s, hello).status == 200);
    const QJsonArray received = remote(u"received"_s, {{u"customer"_s, anna}})["received"_L1].toArray();
    REQUIRE(received.size() == 1);
    CHECK(received[0]["text"_L1].toString() == u"Hello"_s);
    CHECK(remote(u"calls"_s, {{u"method"_s, u"sendMessage"_s}})["calls"_L1].toArray().size() == 2);
    CHECK(remote(u"dance"_s).contains("error"_L1));
    CHECK(remote(u"bad_day"_s, {{u"kind"_s, u"locusts"_s}}).contains("error"_L1));
}

TEST_CASE("every bad day has a name")
{
    for (const QString &name : {u"latency"_s, u"too_many_requests"_s, u"server_error"_s, u"server_error_after"_s,
             u"refuse"_s, u"cut_while_reading"_s, u"cut_before"_s, u"cut_after"_s, u"cut_mid_answer"_s, u"half_json"_s,
             u"huge_answer"_s, u"slow_drip"_s, u"silence"_s, u"silence_after"_s, u"duplicate"_s, u"out_of_order"_s})
        CHECK(badDayKind(name).has_value());
}

TEST_CASE("the program says how to connect, plays its desk, and sums up when it is told to end")
{
    QTemporaryDir dir;
    const QString ready = dir.filePath(u"ready.json"_s);
    QProcess sandbox;
    sandbox.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    sandbox.start(QStringLiteral(PARLEY_SANDBOX_PROGRAM),
        {u"demo"_s, u"--no-mail"_s, u"--dir"_s, dir.filePath(u"desk"_s), u"--ready-file"_s, ready, u"--speed"_s,
            u"100"_s});
    const QJsonObject invitation = readReadyFile(ready);
    const QJsonValue account = invitation["accounts"_L1][0];
    CHECK(account["platform"_L1].toString() == u"telegram"_s);
    CHECK(invitation["secrets"_L1]["account/Shop bot"_L1] == account["secret"_L1]);
    CHECK(QFile::permissions(ready).testFlag(QFile::ReadOther) == false);

    BotClient bot(account["url"_L1].toString(), account["secret"_L1].toString().toLatin1());
    const QJsonArray updates = bot.call(u"getUpdates"_s).json["result"_L1].toArray();
    const auto first = std::find_if(updates.begin(), updates.end(),
        [](const QJsonValue &update) { return update.toObject().contains("message"_L1); });
    REQUIRE(first != updates.end());
    const QJsonValue chat = (*first)["message"_L1]["chat"_L1]["id"_L1];
    bot.call(u"sendMessage"_s, {{u"chat_id"_s, chat}, {u"text"_s, u"We are on it."_s}});
    Remote remote(invitation["control"_L1].toString());
    CHECK(QTest::qWaitFor([&] { return remote(u"summary"_s)["answers_received"_L1].toInt() == 1; }, 120'000));

    sandbox.terminate();
    REQUIRE(sandbox.waitForFinished(120'000));
    CHECK(sandbox.exitCode() == 0);
    const QList<QByteArray> lines = sandbox.readAllStandardOutput().trimmed().split('\n');
    const QJsonObject summary = QJsonDocument::fromJson(lines.last()).object();
    CHECK(summary["answers_received"_L1].toInt() == 1);
    CHECK(summary["customers"_L1].toInt() >= 15);
    CHECK(summary["messages_written"_L1].toInt() >= 20);
    CHECK(summary["complaints"_L1].toArray().isEmpty());
}

TEST_CASE("the demo's mail customers can be read by IMAP and are witness to answers by SMTP")
{
    QTemporaryDir dir;
    const QString ready = dir.filePath(u"ready.json"_s);
    QProcess sandbox;
    sandbox.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    sandbox.start(QStringLiteral(PARLEY_SANDBOX_PROGRAM),
        {u"demo"_s, u"--dir"_s, dir.filePath(u"desk"_s), u"--ready-file"_s, ready, u"--speed"_s, u"10"_s});
    const QJsonObject invitation = readReadyFile(ready);
    if (invitation.contains("mail_missing"_L1)) {
        sandbox.kill();
        sandbox.waitForFinished(120'000);
        SKIP("no mail servers: " + invitation["mail_missing"_L1].toString().toStdString());
    }
    const QJsonObject account = invitation["accounts"_L1][1].toObject();
    QProcess agent; // neither our client nor our library
    agent.start(u"python3"_s, {qEnvironmentVariable("PARLEY_SOURCE_DIR") + u"/tests/sandbox/judges/mail_agent.py"_s});
    agent.write(QJsonDocument(account).toJson());
    agent.closeWriteChannel();
    REQUIRE(agent.waitForFinished(120'000));
    CAPTURE(agent.readAllStandardError());
    const QJsonObject seen = QJsonDocument::fromJson(agent.readAllStandardOutput()).object();
    CHECK(seen["inbox"_L1].toInt() >= 8);
    CHECK(seen["sent"_L1].toInt() >= 4);
    CHECK(seen["subject"_L1].toString() == u"Счёт на оплату заказа № 47790"_s.replace(u'№', u'N'));
    Remote remote(invitation["control"_L1].toString());
    CHECK(QTest::qWaitFor([&] { return remote(u"summary"_s)["answers_mail"_L1].toInt() == 1; }, 120'000));
    sandbox.terminate();
    REQUIRE(sandbox.waitForFinished(120'000));
}

TEST_CASE("the program refuses to guess what to play")
{
    QProcess sandbox;
    sandbox.start(QStringLiteral(PARLEY_SANDBOX_PROGRAM), {u"chess"_s});
    REQUIRE(sandbox.waitForFinished(120'000));
    CHECK(sandbox.exitCode() == 2);
    CHECK(sandbox.readAllStandardError().contains("telegram or demo"));
}
