// SPDX-License-Identifier: GPL-3.0-or-later
// npm's vk-io, unmodified, must be able to live with the sandbox as it does with the real thing.
#include "sandbox/demo/pictures.h"
#include "sandbox/vk.h"
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
        if (!place.isEmpty() && QFileInfo::exists(place + u"/vk-io/package.json"))
            return place;
    }
    return {};
}

class Judge
{
public:
    explicit Judge(const Vk &vk)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PICTURE"_s, QString::fromLatin1(drawn(Line::Picture::Cup).toBase64()));
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(u"node"_s,
            {qEnvironmentVariable("PARLEY_SOURCE_DIR") + u"/tests/sandbox/judges/vk_io.mjs"_s, nodeModules(), vk.url(),
                QString::fromLatin1(vk.token())});
    }
    ~Judge()
    {
        m_process.kill();
        m_process.waitForFinished(120'000);
    }
    Judge(const Judge &) = delete;
    Judge &operator=(const Judge &) = delete;

    /// The next thing of that kind that it tells; what else it says meanwhile is passed over. Empty: it says nothing.
    QJsonObject hear(const QString &event)
    {
        for (;;) {
            (void)QTest::qWaitFor([this] { return m_process.canReadLine(); }, 120'000);
            const QJsonObject told = QJsonDocument::fromJson(m_process.readLine()).object();
            const QString kind = told["event"_L1].toString();
            if (kind == "failed"_L1)
                FAIL("vk-io: " << told["words"_L1].toString().toStdString());
            if (told.isEmpty() || kind == event)
                return told;
        }
    }

private:
    QProcess m_process;
};

} // namespace

TEST_CASE("vk-io runs a community on the sandbox: long poll, texts, files, edits, comments, captcha and refusals")
{
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty() || nodeModules().isEmpty())
        SKIP("no node or no vk-io: ./dev test installs them, or set PARLEY_NODE_MODULES");
    Vk vk;
    const qint64 anna = vk.addCustomer(u"Anna"_s, u"Petrova"_s, u"ru"_s);
    const auto texts = [&](const QStringList &expected) {
        return QTest::qWaitFor([&] { return vk.textsReceived(anna) == expected; }, 120'000);
    };
    Judge judge(vk);
    CHECK(judge.hear(u"started"_s)["name"_L1].toString() == vk.groupName());
    vk.write(anna, u"start"_s);
    REQUIRE(texts({u"Welcome"_s}));
    CHECK(judge.hear(u"reply"_s)["text"_L1].toString() == u"Welcome"_s);

    const qint64 question = vk.write(anna, u"quote me"_s);
    REQUIRE(texts({u"Welcome"_s, u"quoted"_s}));
    CHECK(vk.received(anna).last().replyTo == question);

    // In mid-poll: it has to fetch new ones, and (its own fault) forgets its ts with them.
    REQUIRE(QTest::qWaitFor([&] { return vk.isPolled(Vk::Stream::Bots); }, 120'000));
    vk.changeKeys();
    REQUIRE(QTest::qWaitFor([&] { return vk.isPolled(Vk::Stream::Bots); }, 120'000));
    vk.write(anna, u"picture, please"_s);
    REQUIRE(texts({u"Welcome"_s, u"quoted"_s, u"Here"_s}));
    REQUIRE(vk.received(anna).last().files.size() == 1);
    CHECK(vk.received(anna).last().files.first().content == drawn(Line::Picture::Cup));
    vk.write(anna, u"bill, please"_s);
    REQUIRE(QTest::qWaitFor([&] { return vk.received(anna).size() == 4; }, 120'000));
    CHECK(vk.received(anna).last().files.first().content == "%PDF-1.4 bill");

    const QByteArray photo = drawn(Line::Picture::Parcel);
    vk.sendFile(anna, {Vk::FileToSend::Kind::Photo, {}, photo, {}});
    CHECK(judge.hear(u"photo"_s)["bytes"_L1].toInteger() == photo.size());

    const qint64 asked = vk.write(anna, u"think"_s);
    CHECK(judge.hear(u"thought"_s)["event"_L1].toString() == u"thought"_s);
    CHECK(vk.textsReceived(anna).last() == u"second thought"_s);
    CHECK(vk.typing().size() == 1);
    CHECK(vk.isReadByCommunity(asked));
    vk.edit(asked, u"forget it"_s);
    CHECK(judge.hear(u"edited"_s)["text"_L1].toString() == u"forget it"_s);
    vk.type(anna);
    CHECK(judge.hear(u"typing"_s)["from"_L1].toInteger() == anna);
    vk.write(anna, u"regret"_s);
    CHECK(judge.hear(u"regretted"_s)["event"_L1].toString() == u"regretted"_s);
    CHECK(vk.received(anna).last().deleted);

    vk.askForCaptcha(u"messages.send"_s);
    vk.write(anna, u"captcha"_s);
    CHECK(judge.hear(u"captcha"_s)["sid"_L1].toString() == u"239633676097"_s);
    REQUIRE(QTest::qWaitFor([&] { return vk.textsReceived(anna).last() == u"not a robot"_s; }, 120'000));
    CHECK(vk.calls(u"messages.send"_s).last().parameters["captcha_key"_L1].toString() == u"q9kd"_s);

    vk.write(anna, u"too long"_s);
    const QJsonObject tooLong = judge.hear(u"long"_s);
    CHECK(tooLong["code"_L1].toInt() == 914);
    CHECK(tooLong["vk"_L1].toBool());

    const auto post = vk.post(u"News"_s);
    const qint64 comment = vk.comment(anna, post, u"No answer for a week"_s);
    CHECK(judge.hear(u"commented"_s)["comment"_L1].toInteger() > comment);
    CHECK(vk.answersUnder(post) == QStringList{u"We look into it"_s});
    CHECK(vk.comments(post).last().top == comment);

    vk.denyMessages(anna);
    CHECK(judge.hear(u"refused"_s)["code"_L1].toInt() == 901);
    vk.write(anna, u"bye"_s);
    CHECK(judge.hear(u"stopped"_s)["event"_L1].toString() == u"stopped"_s);
    CHECK(vk.complaints() == QStringList());
}
