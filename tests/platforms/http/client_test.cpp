// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/http/classify.h"
#include "platforms/http/client.h"
#include "platforms/http/raw_server.h"
#include "support/hand_clock.h"
#include "support/print.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTest>
#include <QTimer>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;
using namespace parley::platforms::http;
using parley::tests::HandClock;
using parley::tests::RawServer;

namespace {

const QByteArray kToken = "4711:AAH-secret_token";

struct Desk {
    HandClock clock;
    Client client{clock, {kToken}};
};

Request sendTo(const RawServer &server, const QString &path = u"/send"_s)
{
    Request request = Request::postJson(server.url(path), u"send"_s, {{u"text"_s, u"hello"_s}});
    request.isSend = true;
    request.wholeTimeout = 5s;
    request.stallTimeout = 2s;
    return request;
}

RawServer::Answer always(const QByteArray &answer)
{
    return [answer](QTcpSocket &socket, const QByteArray &) { socket.write(answer); };
}

RawServer::Answer cutsAfter(const QByteArray &answer)
{
    return [answer](QTcpSocket &socket, const QByteArray &) {
        socket.write(answer);
        socket.disconnectFromHost();
    };
}

} // namespace

TEST_CASE("A JSON answer is read and the request is as it was given")
{
    RawServer server(always(RawServer::http(201, R"({"id":7})")));
    Desk desk;
    const auto answer = QCoro::waitFor(desk.client.json(sendTo(server)));
    REQUIRE(answer.ok());
    CHECK((*answer)[u"id"_s] == 7);
    REQUIRE(server.requests.size() == 1);
    CHECK(server.requests.first().startsWith("POST /send HTTP/1.1\r\n"));
    CHECK(server.requests.first().endsWith(R"({"text":"hello"})"));
    const QByteArray sent = server.requests.first().toLower(); // Qt 6.8 writes the names of headers in small letters
    CHECK(sent.contains("content-type: application/json\r\n"));
    CHECK(sent.contains("accept-encoding: identity\r\n"));
}

TEST_CASE("A server that closes without an answer gets a send once, and it may have arrived")
{
    const QByteArray begun = GENERATE(QByteArray(), QByteArray("HTTP/1.1 200 OK\r\nContent-Le"),
        QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{\"id\""));
    RawServer server(cutsAfter(begun));
    Desk desk;
    const auto answer = QCoro::waitFor(desk.client.json(sendTo(server)));
    REQUIRE(!answer.ok());
    CHECK(answer.error().mayHaveArrived);
    CHECK(answer.error().isRetryable());
    CHECK_FALSE(QTest::qWaitFor([&] { return server.requests.size() > 1; }, 50)); // it must not come
}

TEST_CASE("A kept connection that dies under a send does not make it go out twice")
{
    int count = 0;
    RawServer server([&count](QTcpSocket &socket, const QByteArray &) {
        if (++count == 1)
            socket.write(RawServer::http(200, "{}"));
        else
            socket.abort();
    });
    Desk desk;
    REQUIRE(QCoro::waitFor(desk.client.json(sendTo(server))).ok());
    const auto second = QCoro::waitFor(desk.client.json(sendTo(server)));
    REQUIRE(!second.ok());
    CHECK(second.error().mayHaveArrived);
    CHECK_FALSE(QTest::qWaitFor([&] { return server.requests.size() > 2; }, 50));
}

TEST_CASE("Where there is nobody, nothing has left")
{
    quint16 port = 0;
    {
        QTcpServer probe;
        REQUIRE(probe.listen(QHostAddress::LocalHost));
        port = probe.serverPort();
    }
    Desk desk;
    Request request = Request::postJson(QUrl(u"http://127.0.0.1:%1/"_s.arg(port)), u"send"_s, {});
    request.isSend = true;
    const auto answer = QCoro::waitFor(desk.client.json(request));
    REQUIRE(!answer.ok());
    CHECK(answer.error().kind == ErrorKind::Offline);
    CHECK(!answer.error().mayHaveArrived);
    CHECK(!answer.error().words.isEmpty());
}

TEST_CASE("An answer's status becomes the kind that sync acts on")
{
    struct Row {
        int status;
        ErrorKind kind;
        bool mayHaveArrived;
    };
    const auto row = GENERATE(Row{400, ErrorKind::Rejected, false}, Row{401, ErrorKind::Unauthorized, false},
        Row{403, ErrorKind::Forbidden, false}, Row{404, ErrorKind::NotFound, false},
        Row{413, ErrorKind::Rejected, false}, Row{429, ErrorKind::RateLimited, false},
        Row{500, ErrorKind::BadReply, true}, Row{502, ErrorKind::BadReply, true}, Row{503, ErrorKind::BadReply, true},
        Row{302, ErrorKind::BadReply, false});
    RawServer server(
        always(RawServer::http(row.status, "<html><body>words</body></html>", "Content-Type: text/html\r\n")));
    Desk desk;
    auto answer = QCoro::waitFor(desk.client.json(sendTo(server)));
    REQUIRE(!answer.ok());
    CHECK(answer.error().kind == row.kind);
    CHECK(answer.error().mayHaveArrived == row.mayHaveArrived);
    Request question = Request::get(server.url(u"/ask"_s), u"ask"_s);
    answer = QCoro::waitFor(desk.client.json(question));
    REQUIRE(!answer.ok());
    CHECK(!answer.error().mayHaveArrived);
}

TEST_CASE("A refusal counts although its text was cut off")
{
    RawServer server(cutsAfter("HTTP/1.1 429 Slow\r\nRetry-After: 7\r\nContent-Length: 900\r\n\r\n{\"er"));
    Desk desk;
    const auto answer = QCoro::waitFor(desk.client.json(sendTo(server)));
    REQUIRE(!answer.ok());
    CHECK(answer.error().kind == ErrorKind::RateLimited);
    CHECK(answer.error().retryAfter == 7s);
    CHECK(!answer.error().mayHaveArrived);
}

TEST_CASE("Retry-After is understood as seconds and as a date, by the server's own clock")
{
    struct Row {
        QByteArray headers;
        std::chrono::milliseconds wait;
    };
    const auto row = GENERATE(Row{"Retry-After: 12\r\n", 12s}, Row{"Retry-After: 0\r\n", 0s},
        Row{"Retry-After: soon\r\n", 0s}, Row{"Retry-After: -5\r\n", 0s}, Row{"Retry-After: 999999999999\r\n", 24h},
        Row{"", 0s}, Row{"Date: Sat, 21 Nov 2026 20:00:00 GMT\r\nRetry-After: Sat, 21 Nov 2026 20:00:30 GMT\r\n", 30s},
        Row{"Date: Sat, 21 Nov 2026 20:00:00 GMT\r\nRetry-After: Sat, 21 Nov 2026 19:00:00 GMT\r\n", 0s});
    RawServer server(always(RawServer::http(429, "{}", row.headers)));
    Desk desk;
    const auto answer = QCoro::waitFor(desk.client.json(sendTo(server)));
    REQUIRE(!answer.ok());
    CHECK(answer.error().retryAfter == row.wait);
}

TEST_CASE("A header's date is UTC, also in the hour that local time leaves out")
{
    const QByteArray zone = qgetenv("TZ");
    qputenv("TZ", "Europe/Zagreb"); // 02:00 to 03:00 on that morning
    CHECK(dateIn("Sun, 29 Mar 2026 02:30:00 GMT") == fromRfc3339(u"2026-03-29T02:30:00Z"_s));
    CHECK(dateIn(" Sat, 01 Aug 2026 23:59:59 GMT\r\n") == fromRfc3339(u"2026-08-01T23:59:59Z"_s));
    zone.isNull() ? qunsetenv("TZ") : qputenv("TZ", zone);
    for (const char *wrong :
        {"", "Sun, 29 Mar 2026", "Sun, 29 Mar 2026 25:00:00 GMT", "Sun, 31 Feb 2026 02:30:00 GMT", "now"})
        CHECK(!dateIn(wrong));
}

TEST_CASE("Half a JSON is no answer")
{
    const QByteArray body =
        GENERATE(QByteArray(R"({"ok":tr)"), QByteArray("<html>"), QByteArray(""), QByteArray("[1]"));
    RawServer server(always(RawServer::http(200, body)));
    Desk desk;
    const auto answer = QCoro::waitFor(desk.client.json(sendTo(server)));
    REQUIRE(!answer.ok());
    CHECK(answer.error().kind == ErrorKind::BadReply);
    CHECK(answer.error().mayHaveArrived);
    CHECK(!answer.error().words.isEmpty());
}

TEST_CASE("An answer of 50 MB is refused without being taken in")
{
    const bool tellsLength = GENERATE(true, false);
    constexpr qint64 whole = 50LL * 1024 * 1024;
    qint64 taken = 0;
    RawServer server([&](QTcpSocket &socket, const QByteArray &) {
        socket.write(tellsLength ? "HTTP/1.1 200 OK\r\nContent-Length: 52428800\r\n\r\n" : "HTTP/1.1 200 OK\r\n\r\n");
        const auto more = [&taken, &socket] {
            if (socket.bytesToWrite() < 65536 && taken < whole)
                taken += socket.write(QByteArray(65536, 'x'));
        };
        QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, more);
        more();
    });
    Desk desk;
    Request request = Request::get(server.url(u"/page"_s), u"page"_s);
    request.answerLimit = 1024 * 1024;
    const auto answer = QCoro::waitFor(desk.client.json(request));
    REQUIRE(!answer.ok());
    CHECK(answer.error().kind == ErrorKind::BadReply);
    CHECK(taken < whole / 2); // what sockets buffer is a few megabytes

    const auto file = QCoro::waitFor(desk.client.download(request, 1000));
    REQUIRE(!file.ok());
    CHECK(file.error().kind == ErrorKind::Rejected);
    CHECK(!file.error().words.isEmpty());
}

TEST_CASE("Silence and a slow drip both end in time")
{
    const bool drips = GENERATE(true, false);
    RawServer server([drips](QTcpSocket &socket, const QByteArray &) {
        if (!drips)
            return;
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
        auto *timer = new QTimer(&socket);
        QObject::connect(timer, &QTimer::timeout, &socket, [&socket] { socket.write("x"); });
        timer->start(20);
    });
    Desk desk;
    Request request = sendTo(server);
    request.stallTimeout = 300ms;
    request.wholeTimeout = drips ? 800ms : 60s;
    const auto answer = QCoro::waitFor(desk.client.json(request));
    REQUIRE(!answer.ok());
    CHECK(answer.error().kind == ErrorKind::TimedOut);
    CHECK(answer.error().mayHaveArrived);
}

TEST_CASE("A redirect is not followed, neither elsewhere nor here")
{
    RawServer other(always(RawServer::http(200, "{}")));
    RawServer server(always(RawServer::http(302, {}, "Location: " + other.url(u"/steal"_s).toEncoded() + "\r\n")));
    Desk desk;
    Request request = Request::get(server.url(u"/bot"_s + QString::fromLatin1(kToken)), u"ask"_s);
    request.headers << std::pair{QByteArray("Authorization"), "Bearer " + kToken};
    const auto answer = QCoro::waitFor(desk.client.json(request));
    REQUIRE(!answer.ok());
    CHECK(!answer.error().words.isEmpty());
    CHECK(other.connections == 0);
}

TEST_CASE("Plain http goes to this computer only")
{
    CHECK(checkAddress(QUrl(u"https://api.example"_s)).ok());
    for (const auto &host : {u"127.0.0.1"_s, u"localhost"_s, u"[::1]"_s, u"127.9.9.9"_s})
        CHECK(checkAddress(QUrl(u"http://%1:9000"_s.arg(host))).ok());
    for (const auto &url : {u"http://api.example"_s, u"http://127.0.0.1.example"_s, u"http://192.168.1.5:9000"_s,
             u"ftp://127.0.0.1"_s, u"file:///etc/passwd"_s, u""_s, u"api.example"_s}) {
        const auto fit = checkAddress(QUrl(url));
        INFO(url.toStdString());
        REQUIRE(!fit.ok());
        CHECK(fit.error().kind == ErrorKind::Rejected);
        CHECK(!fit.error().words.isEmpty());
    }
    Desk desk;
    const auto answer = QCoro::waitFor(
        desk.client.send(Request::get(QUrl(u"http://192.0.2.1/bot"_s + QString::fromLatin1(kToken)), u"ask"_s)));
    REQUIRE(!answer.ok());
    CHECK(answer.error().kind == ErrorKind::Rejected);
    CHECK(!answer.error().words.contains(u"secret"_s));
}

TEST_CASE("stop() ends calls under way and later ones; a send under way may have arrived")
{
    RawServer server([](QTcpSocket &, const QByteArray &) { });
    Desk desk;
    auto send = desk.client.send(sendTo(server));
    REQUIRE(QTest::qWaitFor([&] { return server.requests.size() == 1; }));
    desk.client.stop();
    const auto ended = QCoro::waitFor(std::move(send));
    REQUIRE(!ended.ok());
    CHECK(ended.error().kind == ErrorKind::Cancelled);
    CHECK(ended.error().mayHaveArrived);
    const auto later = QCoro::waitFor(desk.client.send(sendTo(server)));
    REQUIRE(!later.ok());
    CHECK(later.error().kind == ErrorKind::Cancelled);
    CHECK(!later.error().mayHaveArrived);
}

TEST_CASE("cancel() ends the calls of one name and leaves the others")
{
    RawServer server([](QTcpSocket &socket, const QByteArray &request) {
        if (request.startsWith("GET /quick"))
            socket.write(RawServer::http(200, "{}"));
    });
    Desk desk;
    auto waiting = desk.client.send(Request::get(server.url(u"/slow"_s), u"listen"_s));
    auto quick = desk.client.send(Request::get(server.url(u"/quick"_s), u"ask"_s));
    desk.client.cancel(u"listen"_s);
    const auto ended = QCoro::waitFor(std::move(waiting));
    REQUIRE(!ended.ok());
    CHECK(ended.error().kind == ErrorKind::Cancelled);
    CHECK(QCoro::waitFor(std::move(quick)).ok());
}

TEST_CASE("A form carries its fields and files byte for byte, and tells how far it got")
{
    RawServer server(always(RawServer::http(200, "{}")));
    Desk desk;
    QByteArray content(700'000, Qt::Uninitialized);
    for (qsizetype i = 0; i < content.size(); ++i)
        content[i] = char(i % 251);
    Request request = Request::postForm(server.url(u"/upload"_s), u"upload"_s,
        {FormPart{u"chat_id"_s, "777", {}, {}},
            FormPart{u"document"_s, content, u"счёт \"7\"\r\nX: y.pdf"_s, u"application/pdf"_s}});
    request.isSend = true;
    qint64 last = 0;
    bool onwards = true;
    request.progress = [&](qint64 done, qint64) {
        onwards = onwards && done >= last;
        last = done;
    };
    const auto answer = QCoro::waitFor(desk.client.json(request));
    REQUIRE(answer.ok());
    REQUIRE(server.requests.size() == 1);
    const QByteArray got = server.requests.first();
    CHECK(got.contains("Content-Disposition: form-data; name=\"chat_id\"\r\n\r\n777\r\n--"));
    const QByteArray fileHead = "name=\"document\"; filename=\"" + u"счёт"_s.toUtf8()
        + " %227%22%0D%0AX: y.pdf\"\r\nContent-Type: application/pdf\r\n\r\n";
    CHECK(got.contains(fileHead));
    CHECK(got.contains(content));
    CHECK(onwards);
    CHECK(last == request.body.size());
}

TEST_CASE("The token is in no log line and no error, whatever goes wrong")
{
    static QStringList lines;
    lines.clear();
    const auto before =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &line) { lines << line; });
    QLoggingCategory::setFilterRules(u"*.debug=true"_s);

    RawServer refuses(always(RawServer::http(500, "no such token: " + kToken)));
    RawServer cuts(cutsAfter({}));
    RawServer half(always(RawServer::http(200, "{")));
    QList<Error> errors;
    Desk desk;
    for (const RawServer *server : {&refuses, &cuts, &half}) {
        Request request = sendTo(*server, u"/bot%1/sendMessage"_s.arg(QString::fromLatin1(kToken)));
        request.headers << std::pair{QByteArray("Authorization"), "Bearer " + kToken};
        const auto answer = QCoro::waitFor(desk.client.json(request));
        REQUIRE(!answer.ok());
        errors << answer.error();
    }
    const auto nobody = QCoro::waitFor(
        desk.client.json(Request::get(QUrl(u"http://127.0.0.1:1/bot"_s + QString::fromLatin1(kToken)), u"ask"_s)));
    errors << nobody.error();
    const auto wrong = QCoro::waitFor(
        desk.client.json(Request::get(QUrl(u"https://%1@/x"_s.arg(QString::fromLatin1(kToken))), u"ask"_s)));
    errors << wrong.error();
    QLoggingCategory::setFilterRules({});
    qInstallMessageHandler(before);

    CHECK(lines.filter(u"sendMessage"_s).isEmpty()); // not even the path
    CHECK(!lines.filter(u"POST 127.0.0.1 send"_s).isEmpty()); // but what it was
    for (const QString &line : lines)
        CHECK(!line.contains(u"secret_token"_s));
    for (const Error &error : errors) {
        CHECK(!error.detail.contains(u"secret_token"_s));
        CHECK(!error.words.contains(u"secret_token"_s));
    }
}

TEST_CASE("Secrets are taken out in every spelling")
{
    const Redactor redact({"p@ss/word", "tok"});
    CHECK(redact(u"x p@ss/word y p%40ss%2Fword z P%40SS%2fword cEBzcy93b3Jk tok"_s) == u"x … y … z … … …"_s);
    CHECK(Redactor({QByteArray()})(u"nothing to hide"_s) == u"nothing to hide"_s);
    const Redactor query({"tkn18:AB+C/D="});
    CHECK(query(u"a=tkn18:AB+C/D= b=tkn18:AB%2BC%2FD%3D c=tkn18%3AAB%2BC%2FD%3D d=tkn18%253AAB%252BC%252FD%253D"_s)
        == u"a=… b=… c=… d=…"_s);
}

TEST_CASE("A token in the query is in no log line and no error, whatever goes wrong")
{
    const QByteArray token = "tkn18YdU:CQABPOJ+KE/=";
    RawServer server([&](QTcpSocket &socket, const QByteArray &request) {
        // A server that repeats what it was asked.
        socket.write(RawServer::http(500, request.left(request.indexOf('\r'))));
    });
    HandClock clock;
    Client client(clock, {token});
    QUrl url = server.url(u"/graph/me/info"_s);
    url.setQuery(u"access_token="_s + QString::fromLatin1(token.toPercentEncoding()), QUrl::StrictMode);
    QStringList seen;
    const auto tell = [&](const Error &error) { seen << error.detail << error.words; };
    tell(QCoro::waitFor(client.json(Request::get(url, u"me/info"_s))).error());
    url.setScheme(u"ftp"_s);
    tell(QCoro::waitFor(client.json(Request::get(url, u"me/info"_s))).error());
    url.setScheme(u"http"_s);
    url.setHost(u"elsewhere.test"_s);
    tell(QCoro::waitFor(client.json(Request::get(url, u"me/info"_s))).error());
    CHECK(!server.requests.isEmpty());
    for (const QString &line : seen) {
        CHECK(!line.contains(u"CQABPOJ"_s));
        CHECK(!line.contains(u"access_token"_s));
    }
}

TEST_CASE("A header of the answer is found whatever the case of its letters")
{
    RawServer server(always(RawServer::http(200, "{}", "Invocation-Error: 102\r\n")));
    Desk desk;
    const auto answer = QCoro::waitFor(desk.client.send(Request::get(server.url(u"/"_s), u"ask"_s)));
    REQUIRE(answer.ok());
    CHECK(answer->header("invocation-error") == "102");
    CHECK(answer->header("x-nothing").isEmpty());
}

TEST_CASE("A token bucket lets a burst through and then one a time")
{
    using Time = TokenBucket::Time;
    TokenBucket bucket(10, 3);
    const Time start{1h};
    for (int i = 0; i < 3; ++i)
        CHECK(bucket.take(start) == 0ms);
    CHECK(bucket.take(start) == 100ms);
    CHECK(bucket.take(start) == 200ms);
    CHECK(bucket.take(start + 10s) == 0ms); // rested
    TokenBucket none;
    for (int i = 0; i < 1000; ++i)
        CHECK(none.take(start) == 0ms);
}

TEST_CASE("A client with a bucket spreads its calls")
{
    RawServer server(always(RawServer::http(200, "{}")));
    HandClock clock;
    Client client(clock, {}, TokenBucket(20, 1));
    QElapsedTimer took;
    took.start();
    for (int i = 0; i < 5; ++i)
        CHECK(QCoro::waitFor(client.json(Request::get(server.url(u"/"_s), u"ask"_s))).ok());
    CHECK(took.elapsed() >= 190);
}
