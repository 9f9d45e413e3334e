// SPDX-License-Identifier: GPL-3.0-or-later
// npm's grammy, unmodified, must be able to live with the sandbox as it does with the real thing.
#include "sandbox/demo/pictures.h"
#include "sandbox/telegram.h"
#include "support/print.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace parley::sandbox;

namespace {

QString nodeModules()
{
    const QStringList places{qEnvironmentVariable("PARLEY_NODE_MODULES"),
        QString(qEnvironmentVariable("PARLEY_SOURCE_DIR") + u"/.deps/node/node_modules")};
    for (const QString &place : places) {
        if (!place.isEmpty() && QFileInfo::exists(place + u"/grammy/package.json"))
            return place;
    }
    return {};
}

class Judge
{
public:
    explicit Judge(const Telegram &telegram)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PICTURE"_s, QString::fromLatin1(drawn(Line::Picture::Cup).toBase64()));
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(u"node"_s,
            {qEnvironmentVariable("PARLEY_SOURCE_DIR") + u"/tests/sandbox/judges/grammy.mjs"_s, nodeModules(),
                telegram.url(), QString::fromLatin1(telegram.token())});
    }
    ~Judge()
    {
        m_process.kill();
        m_process.waitForFinished(120'000);
    }
    Judge(const Judge &) = delete;
    Judge &operator=(const Judge &) = delete;

    /// The next thing that it tells; empty when it says nothing.
    QJsonObject hear()
    {
        (void)QTest::qWaitFor([this] { return m_process.canReadLine(); }, 120'000);
        return QJsonDocument::fromJson(m_process.readLine()).object();
    }

private:
    QProcess m_process;
};

} // namespace

TEST_CASE("grammy runs a bot on the sandbox: texts, replies, files, albums, edits and refusals")
{
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty() || nodeModules().isEmpty())
        SKIP("no node or no grammy: ./dev test installs them, or set PARLEY_NODE_MODULES");
    Telegram telegram;
    const qint64 anna = telegram.addCustomer({u"Anna"_s, {}, u"anna"_s, u"ru"_s, {}, 0});
    const auto texts = [&](const QStringList &expected) {
        return QTest::qWaitFor([&] { return telegram.textsReceived(anna) == expected; }, 120'000);
    };
    telegram.write(anna, u"/start"_s); // waits in the queue before the bot is there
    Judge judge(telegram);
    CHECK(judge.hear()["name"_L1].toString() == u"parley_sandbox_bot"_s);
    REQUIRE(texts({u"Welcome"_s}));

    const int question = telegram.write(anna, u"quote me"_s);
    REQUIRE(texts({u"Welcome"_s, u"*quoted*"_s}));
    CHECK(telegram.received(anna).last().replyTo == question);
    CHECK(telegram.received(anna).last().entities.size() == 1);

    telegram.write(anna, u"picture, please"_s);
    REQUIRE(texts({u"Welcome"_s, u"*quoted*"_s, u"Here"_s}));
    CHECK(telegram.received(anna).last().kind == u"photo"_s);
    CHECK(telegram.received(anna).last().file == drawn(Line::Picture::Cup));

    const QByteArray photo = drawn(Line::Picture::Parcel);
    telegram.sendFile(anna, {FileToSend::Kind::Photo, {}, {}, photo, {}});
    const QJsonObject fetched = judge.hear();
    CHECK(fetched["event"_L1].toString() == u"photo"_s);
    CHECK(fetched["bytes"_L1].toInteger() == photo.size());
    CHECK(fetched["size"_L1].toInteger() == photo.size());

    telegram.write(anna, u"album, please"_s);
    CHECK(judge.hear()["messages"_L1].toInt() == 2);

    const int asked = telegram.write(anna, u"think"_s);
    CHECK(judge.hear()["event"_L1].toString() == u"thought"_s);
    CHECK(telegram.textsReceived(anna).last() == u"second thought"_s);
    CHECK(telegram.typing().size() == 1);
    CHECK(telegram.reactionOf(anna, asked) == u"👍"_s);

    telegram.edit(anna, asked, u"forget it"_s);
    CHECK(judge.hear()["text"_L1].toString() == u"forget it"_s);

    BadDay flood;
    flood.kind = BadDay::Kind::TooManyRequests;
    flood.method = u"sendMessage"_s;
    flood.seconds = 3;
    telegram.addBadDay(flood);
    telegram.write(anna, u"hurry"_s);
    const QJsonObject flooded = judge.hear();
    CHECK(flooded["code"_L1].toInt() == 429);
    CHECK(flooded["after"_L1].toInt() == 3);

    telegram.write(anna, u"too long"_s);
    CHECK(judge.hear()["words"_L1].toString() == u"Bad Request: message is too long"_s);

    telegram.block(anna);
    CHECK(judge.hear()["status"_L1].toString() == u"kicked"_s);
    const QJsonObject refused = judge.hear();
    CHECK(refused["code"_L1].toInt() == 403);
    CHECK(refused["grammy"_L1].toBool());
    CHECK(refused["words"_L1].toString() == u"Forbidden: bot was blocked by the user"_s);

    telegram.write(anna, u"bye"_s); // writing unblocks
    CHECK(judge.hear()["status"_L1].toString() == u"member"_s);
    CHECK(judge.hear()["event"_L1].toString() == u"stopped"_s);
    CHECK(QTest::qWaitFor([&] { return telegram.pendingUpdates() == 0; }, 120'000));
    CHECK(telegram.complaints() == QStringList());
}
