// SPDX-License-Identifier: GPL-3.0-or-later
// npm's @rails/actioncable, unmodified, must be able to live with the sandbox's socket as it does with the real one.
#include "sandbox/chatwoot.h"
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
        if (!place.isEmpty() && QFileInfo::exists(place + u"/@rails/actioncable/package.json"))
            return place;
    }
    return {};
}

class Judge
{
public:
    explicit Judge(const Chatwoot &server)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(u"node"_s,
            {qEnvironmentVariable("PARLEY_SOURCE_DIR") + u"/tests/sandbox/judges/rails_cable.mjs"_s, nodeModules(),
                server.url(), server.agent().pubsubToken, u"1"_s, QString::number(server.ann())});
    }
    ~Judge()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Judge(const Judge &) = delete;
    Judge &operator=(const Judge &) = delete;

    /// The next thing of this kind that it tells; empty when it says nothing of it.
    QJsonObject hear(const QString &event)
    {
        QJsonObject told;
        (void)QTest::qWaitFor(
            [&] {
                while (m_process.canReadLine()) {
                    told = QJsonDocument::fromJson(m_process.readLine()).object();
                    if (told["event"_L1].toString() == event)
                        return true;
                }
                return false;
            },
            60'000);
        return told["event"_L1].toString() == event ? told : QJsonObject();
    }

private:
    QProcess m_process;
};

} // namespace

TEST_CASE("Rails' own client subscribes, is present, hears messages and typing, and comes back after a restart")
{
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty() || nodeModules().isEmpty())
        SKIP("no node or no @rails/actioncable: ./dev test installs them, or set PARLEY_NODE_MODULES");
    Chatwoot server;
    const int anna = server.addCustomer(u"Anna"_s);
    Judge judge(server);
    REQUIRE(!judge.hear(u"connected"_s).isEmpty());
    CHECK(judge.hear(u"presence.update"_s)["users"_L1]["7"_L1].toString() == u"online"_s);
    const qint64 message = server.write(anna, u"hello"_s);
    const QJsonObject heard = judge.hear(u"message.created"_s);
    CHECK(heard["id"_L1].toInteger() == message);
    CHECK(heard["content"_L1].toString() == u"hello"_s);
    server.type(anna);
    CHECK(judge.hear(u"conversation.typing_on"_s)["who"_L1].toString() == u"Anna"_s);
    server.restartSockets();
    CHECK(!judge.hear(u"disconnected"_s).isEmpty());
    CHECK(!judge.hear(u"connected"_s).isEmpty());
    server.write(anna, u"still there?"_s);
    CHECK(judge.hear(u"message.created"_s)["content"_L1].toString() == u"still there?"_s);
    server.refuseSubscriptions();
    server.restartSockets();
    CHECK(!judge.hear(u"rejected"_s).isEmpty());
}
