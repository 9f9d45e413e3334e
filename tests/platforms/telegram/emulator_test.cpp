// SPDX-License-Identifier: GPL-3.0-or-later
// The connector, as it is, against a Bot API server that we did not write: telegram-test-api from npm. What that one
// cannot do (long polls, offsets, files) is tested against the sandbox.
#include "platforms/telegram/connector.h"
#include "support/print.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;

namespace {

QString nodeModules()
{
    const QString given = qEnvironmentVariable("PARLEY_NODE_MODULES");
    return given.isEmpty() ? qEnvironmentVariable("PARLEY_SOURCE_DIR") + u"/.deps/node/node_modules"_s : given;
}

/// Why the emulator cannot run here; empty: it can.
QString missing()
{
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty())
        return u"node is not installed"_s;
    if (!QDir(nodeModules() + u"/telegram-test-api"_s).exists())
        return u"telegram-test-api is not in %1: ./dev test installs it, or set PARLEY_NODE_MODULES"_s.arg(
            nodeModules());
    return {};
}

class Emulator
{
public:
    Emulator()
    {
        QTcpServer probe;
        REQUIRE(probe.listen(QHostAddress::LocalHost));
        m_url = u"http://127.0.0.1:%1"_s.arg(probe.serverPort());
        const QString port = QString::number(probe.serverPort());
        probe.close();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"NODE_PATH"_s, nodeModules());
        m_process.setProcessEnvironment(environment);
        const QString script =
            qEnvironmentVariable("PARLEY_SOURCE_DIR") + u"/tests/platforms/telegram/emulator/server.js"_s;
        m_process.start(u"node"_s, {script, port});
        REQUIRE(QTest::qWaitFor([this] { return m_process.bytesAvailable() > 0; }, 120'000));
        REQUIRE(m_process.readAll().trimmed() == "ready");
    }
    ~Emulator()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished(120'000);
    }
    Emulator(const Emulator &) = delete;
    Emulator &operator=(const Emulator &) = delete;

    [[nodiscard]] QString url() const { return m_url; }

    QJsonObject post(const QString &path, const QJsonObject &body)
    {
        QNetworkRequest request(QUrl(m_url + path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        QNetworkReply *reply = m_network.post(request, QJsonDocument(body).toJson());
        REQUIRE(QTest::qWaitFor([&] { return reply->isFinished(); }, 120'000));
        reply->deleteLater();
        return QJsonDocument::fromJson(reply->readAll()).object();
    }

    /// Anna, whose private chat is number 77.
    QJsonObject anna(const QString &text)
    {
        return {{u"botToken"_s, token()}, {u"text"_s, text}, {u"date"_s, QDateTime::currentSecsSinceEpoch()},
            {u"from"_s, QJsonObject{{u"id"_s, 77}, {u"first_name"_s, u"Anna"_s}, {u"is_bot"_s, false}}},
            {u"chat"_s, QJsonObject{{u"id"_s, 77}, {u"first_name"_s, u"Anna"_s}, {u"type"_s, u"private"_s}}}};
    }
    void write(const QString &text) { post(u"/sendMessage"_s, anna(text)); }
    void press(const QString &data)
    {
        QJsonObject callback = anna({});
        callback[u"message"_s] = QJsonObject{{u"chat"_s, callback[u"chat"_s]}, {u"from"_s, callback[u"from"_s]}};
        callback[u"data"_s] = data;
        post(u"/sendCallback"_s, callback);
    }
    /// What the bot's messages say now.
    QStringList botTexts()
    {
        QStringList texts;
        const QJsonObject history = post(u"/getUpdatesHistory"_s, {{u"token"_s, token()}});
        for (const QJsonValue &entry : history[u"result"_s].toArray()) {
            if (entry[u"message"_s][u"chat_id"_s].isDouble())
                texts << entry[u"message"_s][u"text"_s].toString();
        }
        return texts;
    }

    [[nodiscard]] static QString token() { return u"sampleToken"_s; }

private:
    QString m_url;
    QProcess m_process;
    QNetworkAccessManager m_network;
};

struct Desk {
    Emulator emulator;
    SystemClock clock;
    platforms::telegram::Connector connector{setup(), timing()};

    platforms::Setup setup()
    {
        Account account;
        account.url = emulator.url();
        return {account, Emulator::token().toUtf8(), &clock};
    }
    static platforms::telegram::Timing timing()
    {
        platforms::telegram::Timing timing;
        timing.emptyPoll = 300ms;
        return timing;
    }
    Batch pull(const QByteArray &cursor = {})
    {
        auto batch = QCoro::waitFor(connector.pull(cursor));
        REQUIRE(batch.ok());
        return *batch;
    }
    Result<PushReceipt> push(Command command, const QString &target = {})
    {
        PushRequest request;
        request.clientId = u"c1"_s;
        request.command = std::move(command);
        request.conversationRemoteId = u"77"_s;
        request.contactRemoteId = u"77"_s;
        request.targetRemoteId = target;
        return QCoro::waitFor(connector.push(request));
    }
};

} // namespace

#define SKIP_WITHOUT_EMULATOR()                                                                                        \
    if (const QString why = missing(); !why.isEmpty())                                                                 \
    SKIP(why.toStdString())

TEST_CASE("The connector signs in to a server that we did not write")
{
    SKIP_WITHOUT_EMULATOR();
    Desk desk;
    const auto identity = QCoro::waitFor(desk.connector.signIn());
    REQUIRE(identity.ok());
    CHECK(identity->name.startsWith(u'@'));
}

TEST_CASE("A customer there writes, is answered, and sees the answer changed and gone")
{
    SKIP_WITHOUT_EMULATOR();
    Desk desk;
    desk.emulator.write(u"Where is my order?"_s);
    const Batch batch = desk.pull();
    REQUIRE(batch.messages.size() == 1);
    CHECK(batch.messages.first().text == u"Where is my order?"_s);
    CHECK(batch.messages.first().authorName == u"Anna"_s);
    CHECK(batch.messages.first().direction == Direction::In);
    REQUIRE(batch.conversations.size() == 1);
    CHECK(batch.conversations.first().remoteId == u"77"_s);
    CHECK(!batch.nextCursor.isEmpty());

    const auto receipt = desk.push(Reply{u"On its way"_s, {}, false, {}}, batch.messages.first().remoteId);
    REQUIRE(receipt.ok());
    CHECK(desk.emulator.botTexts() == QStringList{u"On its way"_s});
    CHECK(std::chrono::abs(*receipt->time - desk.clock.now()) < 60s);

    REQUIRE(desk.push(EditMessage{{}, u"Tomorrow"_s}, receipt->remoteId).ok());
    CHECK(desk.emulator.botTexts() == QStringList{u"Tomorrow"_s});
    REQUIRE(desk.push(DeleteMessage{}, receipt->remoteId).ok());
    CHECK(desk.emulator.botTexts().isEmpty());
}

TEST_CASE("A button pressed there becomes a line and is answered")
{
    SKIP_WITHOUT_EMULATOR();
    Desk desk;
    desk.emulator.press(u"yes"_s);
    const Batch batch = desk.pull();
    REQUIRE(batch.messages.size() == 1);
    CHECK(batch.messages.first().kind == MessageKind::Event);
    CHECK(batch.messages.first().text.contains(u"yes"_s));
    CHECK(std::chrono::abs(batch.messages.first().time - desk.clock.now()) < 60s);
}

TEST_CASE("A server whose long poll comes back at once is not asked without pause")
{
    SKIP_WITHOUT_EMULATOR();
    Desk desk;
    QElapsedTimer took;
    took.start();
    auto live = QCoro::waitFor(desk.connector.listen({}));
    REQUIRE(live.ok());
    // The first answer is worth a cursor (when we last heard of the server); the pause is the same.
    live = QCoro::waitFor(desk.connector.listen(live->batch.nextCursor));
    REQUIRE(live.ok());
    CHECK(live->batch.isEmpty());
    CHECK(took.elapsed() >= 500);

    desk.emulator.write(u"hello"_s);
    const auto heard = QCoro::waitFor(desk.connector.listen({}));
    REQUIRE(heard.ok());
    REQUIRE(heard->batch.messages.size() == 1);
    CHECK(heard->batch.messages.first().text == u"hello"_s);
}

TEST_CASE("What that server does not know fails in words and harms nothing")
{
    SKIP_WITHOUT_EMULATOR();
    Desk desk;
    const auto file = QCoro::waitFor(desk.connector.download(u"abc"_s, 1000));
    REQUIRE(!file.ok());
    CHECK(!file.error().words.isEmpty());
    CHECK(!QCoro::waitFor(desk.connector.showTyping(u"77"_s, {})).ok());
    desk.emulator.write(u"still here"_s);
    CHECK(desk.pull().messages.size() == 1);
}
