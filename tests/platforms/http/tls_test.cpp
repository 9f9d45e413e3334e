// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/http/client.h"
#include "platforms/http/raw_server.h"
#include "support/hand_clock.h"
#include "support/own_certificate.h"
#include "support/print.h"

#include <QSslServer>

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

} // namespace

TEST_CASE("A certificate that nobody vouches for is refused before a byte of the request leaves")
{
    const parley::tests::OwnCertificate own;
    auto tls = std::make_unique<QSslServer>();
    tls->setSslConfiguration(own.forServer());
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
