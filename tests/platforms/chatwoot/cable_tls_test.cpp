// SPDX-License-Identifier: GPL-3.0-or-later
// The socket over TLS: with a certificate that this machine trusts, and with one that nobody vouches for.
#include "platforms/chatwoot/cable.h"
#include "platforms/chatwoot/quick_timing.h"
#include "support/own_certificate.h"
#include "support/print.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslServer>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace parley::tests;
using parley::platforms::chatwoot::Cable;

namespace {

constexpr int kPatience = 30'000;

/// This process trusts one more authority as long as this lives.
class Trust
{
public:
    explicit Trust(const QSslCertificate &authority)
    {
        QSslConfiguration configuration = m_before;
        configuration.addCaCertificate(authority);
        QSslConfiguration::setDefaultConfiguration(configuration);
    }
    ~Trust() { QSslConfiguration::setDefaultConfiguration(m_before); }
    Trust(const Trust &) = delete;
    Trust &operator=(const Trust &) = delete;

private:
    const QSslConfiguration m_before = QSslConfiguration::defaultConfiguration();
};

QUrl addressOf(quint16 port)
{
    return QUrl(u"wss://127.0.0.1:%1/cable"_s.arg(port));
}

} // namespace

TEST_CASE("Over TLS the socket is subscribed where the certificate is trusted")
{
    const OwnCertificate own;
    const Trust trust(own.certificate());
    QWebSocketServer server(u"test"_s, QWebSocketServer::SecureMode);
    server.setSslConfiguration(own.forServer());
    server.setSupportedSubprotocols({u"actioncable-v1-json"_s});
    QObject::connect(&server, &QWebSocketServer::newConnection, &server, [&server] {
        QWebSocket *socket = server.nextPendingConnection();
        socket->setParent(&server);
        QObject::connect(socket, &QWebSocket::textMessageReceived, socket, [socket](const QString &frame) {
            if (frame.contains("subscribe"_L1))
                socket->sendTextMessage(uR"({"type":"confirm_subscription","identifier":"{}"})"_s);
        });
        socket->sendTextMessage(uR"({"type":"welcome"})"_s);
    });
    REQUIRE(server.listen(QHostAddress::LocalHost));

    Cable cable(quickChatwoot());
    cable.open(addressOf(server.serverPort()), u"{}"_s);
    CHECK(QTest::qWaitFor([&cable] { return cable.isSubscribed(); }, kPatience));
    cable.close();
}

TEST_CASE("A socket whose certificate nobody vouches for is refused, and tried again in vain")
{
    const OwnCertificate own;
    QSslServer server;
    server.setSslConfiguration(own.forServer());
    int tries = 0;
    int connections = 0;
    QObject::connect(&server, &QSslServer::startedEncryptionHandshake, &server, [&tries] { ++tries; });
    QObject::connect(&server, &QSslServer::pendingConnectionAvailable, &server, [&] {
        ++connections;
        delete server.nextPendingConnection();
    });
    REQUIRE(server.listen(QHostAddress::LocalHost));

    Cable cable(quickChatwoot());
    cable.open(addressOf(server.serverPort()), u"{}"_s);
    REQUIRE(QTest::qWaitFor([&tries] { return tries >= 3; }, kPatience));
    CHECK(!cable.isSubscribed());
    CHECK(connections == 0);
    cable.close();
}
