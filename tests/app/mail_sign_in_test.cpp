// SPDX-License-Identifier: GPL-3.0-or-later
// A mailbox that is signed in to in a browser, from the command line.
#include "app/program.h"
#include "sandbox/mail/sign_in_server.h"
#include "support/browser.h"
#include "support/mail_servers.h"
#include "support/print.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

#include <catch2/catch_test_macros.hpp>

#include <csignal>

using namespace parley;
using namespace parley::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 300'000; // ms; a machine that has other things to do

/// A command that waits for a person.
class Waiting
{
public:
    Waiting(const Program &program, const QStringList &arguments)
        : m_process(program.start(arguments))
    {
    }
    /// The page that it names.
    QUrl page()
    {
        const QRegularExpression address(u"(http://\\S+)\\n"_s);
        const auto isTold = [&] {
            m_told += m_process->readAllStandardError();
            return address.match(QString::fromUtf8(m_told)).hasMatch() || isOver();
        };
        (void)QTest::qWaitFor(isTold, kPatience);
        return QUrl(address.match(QString::fromUtf8(m_told)).captured(1));
    }
    /// \return its exit code
    int end()
    {
        if (!QTest::qWaitFor([&] { return isOver(); }, kPatience))
            return -1;
        m_told += m_process->readAllStandardError();
        return m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
    }
    void interrupt() { ::kill(pid_t(m_process->processId()), SIGINT); }
    [[nodiscard]] bool isOver() const { return m_process->state() == QProcess::NotRunning; }
    [[nodiscard]] const QByteArray &told() const { return m_told; }

private:
    std::unique_ptr<QProcess> m_process;
    QByteArray m_told;
};

QByteArray keptSecret(const Program &program)
{
    QFile file(program.secretsPath());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto value = QJsonDocument::fromJson(file.readAll()).object().value(u"account/Shop"_s).toString();
    return QByteArray::fromBase64(value.toLatin1());
}

} // namespace

TEST_CASE("A mailbox is connected, and later signed in to again, by a sign-in in the browser")
{
    sandbox::SignInServer authority({});
    QString why;
    const auto servers = MailServers::start({.introspection = authority.introspectionUrl().toString()}, &why);
    INFO(why.toStdString());
    REQUIRE(servers);
    const Program program;
    QStringList add{u"account"_s, u"add"_s, u"mail"_s, u"--name"_s, u"Shop"_s, u"--sign-in"_s};
    auto settings = servers->settingsFor(u"support@shop.test"_s, u"tls"_s);
    settings.insert(u"auth"_s, u"xoauth2"_s);
    settings.insert(u"client_id"_s, authority.options.clientId);
    settings.insert(u"token_url"_s, authority.tokenUrl().toString());
    settings.insert(u"authorization_url"_s, authority.pageUrl().toString());
    for (auto it = settings.cbegin(); it != settings.cend(); ++it)
        add << u"--set"_s << QString(it.key() + u'=' + it.value());

    Browser browser;
    Waiting adding(program, add);
    const QUrl page = adding.page();
    INFO(adding.told().toStdString());
    REQUIRE(page.isValid());
    CHECK(browser.open(page).status == 200);
    const int added = adding.end();
    INFO(adding.told().toStdString() << servers->log().toStdString());
    REQUIRE(added == 0);
    REQUIRE(authority.refreshTokens().size() == 1);
    CHECK(keptSecret(program) == authority.refreshTokens().first());
    CHECK_FALSE(adding.told().contains(authority.refreshTokens().first()));
    CHECK_FALSE(adding.told().contains("nullptr")); // no warnings of Qt's

    authority.revokeAll();
    Waiting again(program, {u"account"_s, u"sign-in"_s, u"Shop"_s});
    const QUrl secondPage = again.page();
    INFO(again.told().toStdString());
    REQUIRE(secondPage.isValid());
    CHECK(browser.open(secondPage).status == 200);
    REQUIRE(again.end() == 0);
    CHECK(keptSecret(program) == authority.refreshTokens().first());

    // Ctrl+C gives it up, and nothing changes.
    const auto before = keptSecret(program);
    Waiting given(program, {u"account"_s, u"sign-in"_s, u"Shop"_s});
    REQUIRE(given.page().isValid());
    given.interrupt();
    CHECK(given.end() == 1);
    CHECK(keptSecret(program) == before);
}
