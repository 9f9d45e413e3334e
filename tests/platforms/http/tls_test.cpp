// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/http/client.h"
#include "platforms/http/raw_server.h"
#include "support/hand_clock.h"
#include "support/print.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::platforms::http;
using parley::tests::HandClock;
using parley::tests::RawServer;

namespace {

Request sendTo(const RawServer &server)
{
    Request request = Request::postJson(server.url(u"/send"_s, u"https"_s), u"send"_s, {{u"text"_s, u"hello"_s}});
    request.isSend = true;
    request.wholeTimeout = std::chrono::seconds(10);
    return request;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("A certificate that nobody vouches for is refused before a byte of the request leaves")
{
    if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
        SKIP("openssl is not installed, so there is no certificate to distrust");
    QTemporaryDir folder;
    REQUIRE(QProcess::execute(u"openssl"_s,
                {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                    u"/CN=127.0.0.1"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s,
                    folder.filePath(u"key.pem"_s), u"-out"_s, folder.filePath(u"cert.pem"_s)})
        == 0);
    auto tls = std::make_unique<QSslServer>();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(contentOf(folder.filePath(u"cert.pem"_s))));
    configuration.setPrivateKey(QSslKey(contentOf(folder.filePath(u"key.pem"_s)), QSsl::Rsa));
    tls->setSslConfiguration(configuration);
    RawServer server(
        [](QTcpSocket &socket, const QByteArray &) { socket.write(RawServer::http(200, "{}")); }, std::move(tls));

    HandClock clock;
    Client client(clock, {});
    const auto answer = QCoro::waitFor(client.json(sendTo(server)));
    REQUIRE(!answer.ok());
    CHECK(answer.error().kind == ErrorKind::Offline);
    CHECK(!answer.error().mayHaveArrived);
    CHECK(answer.error().words.contains(u"127.0.0.1"_s));
    CHECK(answer.error().words.contains(u"certificate"_s));
    CHECK(server.requests.isEmpty());
}

TEST_CASE("A server that speaks no TLS is told of in words, and nothing left")
{
    RawServer server([](QTcpSocket &, const QByteArray &) { });
    HandClock clock;
    Client client(clock, {});
    Request request = sendTo(server);
    request.wholeTimeout = std::chrono::milliseconds(500); // it never answers our hello
    const auto answer = QCoro::waitFor(client.json(request));
    REQUIRE(!answer.ok());
    CHECK(!answer.error().mayHaveArrived);
    CHECK(!answer.error().words.isEmpty());
}
