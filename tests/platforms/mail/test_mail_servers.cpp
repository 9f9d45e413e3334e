// SPDX-License-Identifier: GPL-3.0-or-later
// The servers that the other tests rely on are up, ask for passwords, and carry a mail from one to the other.
#include "support/mail_servers.h"
#include "support/print.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>

#include <catch2/catch_test_macros.hpp>

using namespace parley::tests;
using namespace Qt::StringLiterals;

namespace {

const QString kUser = u"support@shop.test"_s;

// Sends a line and returns what came until a line begins with \a until.
QByteArray talk(QTcpSocket &socket, const QByteArray &line, const QByteArray &until)
{
    socket.write(line);
    QByteArray all;
    while (true) {
        while (!socket.canReadLine()) {
            if (!socket.waitForReadyRead(15'000))
                return all;
        }
        const auto read = socket.readLine();
        all += read;
        if (read.startsWith(until))
            return all;
    }
}

QByteArray plainSasl(const QString &user, const QString &password)
{
    return QByteArray(QByteArray(1, '\0') + user.toUtf8() + '\0' + password.toUtf8()).toBase64();
}

} // namespace

TEST_CASE("The test servers take a mail by SMTP and show it by IMAP")
{
    QString why;
    const auto servers = MailServers::start({}, &why);
    INFO(why.toStdString());
    REQUIRE(servers);
    const auto sasl = plainSasl(kUser, servers->passwordOf(kUser));

    QTcpSocket smtp;
    smtp.connectToHost(u"127.0.0.1"_s, servers->smtpPlainPort());
    talk(smtp, {}, "220");
    talk(smtp, "EHLO test\r\n", "250 ");
    CHECK(talk(smtp, "AUTH PLAIN " + plainSasl(kUser, u"wrong"_s) + "\r\n", "535").startsWith("535"));
    REQUIRE(talk(smtp, "AUTH PLAIN " + sasl + "\r\n", "235").startsWith("235"));
    talk(smtp, "MAIL FROM:<a@b.test>\r\n", "250");
    CHECK(talk(smtp, "RCPT TO:<refused@b.test>\r\n", "550").startsWith("550"));
    CHECK(talk(smtp, "RCPT TO:<later@b.test>\r\n", "451").startsWith("451"));
    talk(smtp, "RCPT TO:<support@shop.test>\r\n", "250");
    talk(smtp, "DATA\r\n", "354");
    REQUIRE(talk(smtp, "Subject: one\r\n\r\nbody\r\n.\r\n", "250").startsWith("250"));
    REQUIRE(servers->accepted().size() == 1);
    CHECK(servers->accepted().first().content.contains("Subject: one"));

    REQUIRE(servers->deliver(kUser, "Subject: two\n\nbody\n"));
    QTcpSocket imap;
    imap.connectToHost(u"127.0.0.1"_s, servers->imapPort());
    talk(imap, {}, "* OK");
    REQUIRE(talk(imap, "a AUTHENTICATE PLAIN " + sasl + "\r\n", "a ").contains("a OK"));
    const auto selected = talk(imap, "b SELECT INBOX\r\n", "b ");
    INFO(servers->log().toStdString());
    CHECK(selected.contains("* 2 EXISTS"));
    CHECK(talk(imap, "c CAPABILITY\r\n", "c ").contains("CONDSTORE"));
}

TEST_CASE("The test servers speak TLS with a certificate of their own authority and take signed tokens")
{
    QString why;
    const auto servers = MailServers::start({}, &why);
    INFO(why.toStdString());
    REQUIRE(servers);
    const auto sasl = QByteArray("user=" + kUser.toUtf8()
        + "\x01"
          "auth=Bearer "
        + servers->tokenOf(kUser) + "\x01\x01")
                          .toBase64();
    for (const quint16 port : {servers->imapsPort(), servers->smtpsPort()}) {
        QSslSocket socket;
        auto configuration = socket.sslConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromPath(servers->caFile()));
        socket.setSslConfiguration(configuration);
        socket.connectToHostEncrypted(u"localhost"_s, port);
        REQUIRE(socket.waitForEncrypted(15'000));
        if (port == servers->imapsPort()) {
            talk(socket, {}, "* OK");
            const auto answer = talk(socket, "a AUTHENTICATE XOAUTH2 " + sasl + "\r\n", "a ");
            INFO(servers->log().toStdString());
            CHECK(answer.contains("a OK"));
        } else {
            talk(socket, {}, "220");
            talk(socket, "EHLO test\r\n", "250 ");
            CHECK(talk(socket, "AUTH XOAUTH2 " + sasl + "\r\n", "235").startsWith("235"));
        }
    }
}
