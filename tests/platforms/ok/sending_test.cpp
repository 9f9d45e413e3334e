// SPDX-License-Identifier: GPL-3.0-or-later
// What is Odnoklassniki's own about sending, against the sandbox. What every platform shares is in conformance/.
#include "platforms/ok/desk.h"
#include "sandbox/ok/server.h"

#include <QLoggingCategory>

#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;
using namespace parley::tests;
using sandbox::BadDay;

namespace {

OutgoingAttachment paper(const QString &name = u"счёт.pdf"_s)
{
    return {name, u"application/pdf"_s, "no refunds"};
}

QStringList logged;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &line)
{
    logged << line;
}

} // namespace

TEST_CASE("A long text goes in parts, each noted as it arrives, and only the first one quotes")
{
    OkDesk desk;
    const QString question = desk.ok.write(desk.anna, u"Tell me everything"_s);
    const QString text = QString(3899, u'a') + u" " + QString(3899, u'b') + u" " + QString(100, u'c');
    QStringList noted;
    PushRequest request = desk.request(Reply{text, {}, false, {}}, {}, question);
    request.partSent = [&](const PushReceipt &receipt) { noted << receipt.remoteId; };
    const auto receipt = desk.push(request);
    REQUIRE(receipt.ok());
    const auto received = desk.ok.received(desk.anna);
    REQUIRE(received.size() == 3);
    CHECK(received.at(0).text == QString(3899, u'a'));
    CHECK(received.at(2).text == QString(100, u'c'));
    CHECK(received.at(0).replyTo == question);
    CHECK(received.at(1).replyTo.isEmpty());
    CHECK(noted == QStringList{received.at(0).mid, received.at(1).mid});
    CHECK(receipt->remoteId == received.at(2).mid);
}

TEST_CASE("What was sent in parts goes on where it broke off, and says so")
{
    OkDesk desk;
    const QString text = QString(3900, u'a') + u" " + QString(3900, u'b');
    PushRequest request = desk.request(Reply{text, {}, false, {}});
    request.partSent = [&](const PushReceipt &) {
        ++request.part;
        desk.ok.refuse(u"send"_s, 8);
    };
    const auto broken = desk.push(request);
    REQUIRE(!broken.ok());
    CHECK(broken.error().kind == ErrorKind::RateLimited);
    CHECK(!broken.error().mayHaveArrived);
    CHECK(broken.error().words.contains(u"1 of the 2"_s));
    REQUIRE(request.part == 1);
    request.partSent = nullptr;
    REQUIRE(desk.push(request).ok());
    CHECK(desk.ok.textsReceived(desk.anna) == QStringList{QString(3900, u'a'), QString(3900, u'b')});
}

TEST_CASE("A text of 3900 emoji is cut between two of them")
{
    OkDesk desk;
    QString text;
    for (int i = 0; i < 3900; ++i)
        text += u"👍"_s;
    REQUIRE(desk.reply(text).ok());
    const QStringList got = desk.ok.textsReceived(desk.anna);
    REQUIRE(got.size() == 2);
    CHECK(got.join(QString()) == text);
    for (const QString &piece : got)
        CHECK(piece.size() <= 3900);
}

TEST_CASE("Five files go in one message, a sixth in the next, each with the token of its kind")
{
    OkDesk desk;
    Reply reply{u"here you are"_s, {}, false, {}};
    reply.attachments << OutgoingAttachment{u"a.png"_s, u"image/png"_s, "picture"} << paper()
                      << OutgoingAttachment{u"v.mp4"_s, u"video/mp4"_s, "video"}
                      << OutgoingAttachment{u"s.mp3"_s, u"audio/mpeg"_s, "sound"} << paper(u"five.pdf"_s)
                      << paper(u"six.pdf"_s);
    REQUIRE(desk.push(desk.request(reply)).ok());
    const auto received = desk.ok.received(desk.anna);
    REQUIRE(received.size() == 2);
    CHECK(received.at(0).text == u"here you are"_s);
    REQUIRE(received.at(0).files.size() == 5);
    CHECK(received.at(0).files.at(0).type == u"IMAGE"_s);
    CHECK(received.at(0).files.at(1).name == u"счёт.pdf"_s);
    CHECK(received.at(0).files.at(2).type == u"VIDEO"_s);
    CHECK(received.at(0).files.at(3).type == u"AUDIO"_s);
    REQUIRE(received.at(1).files.size() == 1);
    CHECK(received.at(1).files.first().content == "no refunds");
}

TEST_CASE("A file that cannot be uploaded leaves nothing behind")
{
    OkDesk desk;
    for (const auto &step : {u"me/fileUploadUrl"_s, u"upload"_s}) {
        desk.ok.addBadDay(BadDay::Kind::ServerError, step);
        const auto failed = desk.push(desk.request(Reply{u"here"_s, {}, false, {paper()}}));
        REQUIRE(!failed.ok());
        CHECK(!failed.error().mayHaveArrived);
        CHECK(failed.error().isRetryable());
    }
    const auto empty = desk.push(desk.request(Reply{{}, {}, false, {{u"x.pdf"_s, u"application/pdf"_s, {}}}}));
    REQUIRE(!empty.ok());
    CHECK(empty.error().kind == ErrorKind::Rejected);
    CHECK(desk.ok.received(desk.anna).isEmpty());
}

TEST_CASE("An answer that does not name the message is settled by reading the chat")
{
    OkDesk desk;
    desk.clock.time = fromMs(QDateTime::currentMSecsSinceEpoch());
    desk.ok.with([](sandbox::ok::Server &server) { server.graph.answersWithoutMid = true; });
    const auto receipt = desk.reply(u"on its way"_s);
    REQUIRE(receipt.ok());
    CHECK(receipt->remoteId == desk.ok.received(desk.anna).first().mid);
}

TEST_CASE("Reading back tells what arrived from what did not, whatever the server's clock says")
{
    const auto off = GENERATE(0ms, 3'600'000ms, -3'600'000ms);
    OkDesk desk;
    desk.ok.turnClock(off.count());
    desk.ok.colleagueWrites(desk.anna, u"on its way"_s, 300'000); // the same words, five minutes ago
    PushRequest request = desk.request(Reply{u"on its way"_s, {}, false, {}});
    request.firstAttempt = desk.clock.now();
    const auto nothing = QCoro::waitFor(desk.connector->findSent(request));
    REQUIRE(nothing.ok());
    CHECK(!nothing->has_value());

    desk.ok.addBadDay(BadDay::Kind::CutAfter, u"send"_s);
    const auto lost = desk.push(request);
    REQUIRE(!lost.ok());
    CHECK(lost.error().mayHaveArrived);
    const auto found = QCoro::waitFor(desk.connector->findSent(request));
    REQUIRE(found.ok());
    REQUIRE(found->has_value());
    CHECK((*found)->remoteId == desk.ok.received(desk.anna).last().mid);
}

TEST_CASE("The same answer twice is told apart: the first one is not taken for the second")
{
    OkDesk desk;
    PushRequest first = desk.request(Reply{u"yes"_s, {}, false, {}});
    REQUIRE(desk.push(first).ok());
    PushRequest second = desk.request(Reply{u"yes"_s, {}, false, {}});
    desk.ok.addBadDay(BadDay::Kind::CutBefore, u"send"_s);
    REQUIRE(!desk.push(second).ok());
    const auto found = QCoro::waitFor(desk.connector->findSent(second));
    REQUIRE(found.ok());
    CHECK(!found->has_value());
}

TEST_CASE("Of a long text the parts that arrived are noted, and the rest is to be sent")
{
    OkDesk desk;
    const QString text = QString(3900, u'a') + u" " + QString(3900, u'b');
    PushRequest request = desk.request(Reply{text, {}, false, {}});
    desk.ok.addBadDay(BadDay::Kind::CutAfter, u"send"_s);
    REQUIRE(!desk.push(request).ok());
    int noted = 0;
    request.partSent = [&](const PushReceipt &) { ++noted; };
    const auto found = QCoro::waitFor(desk.connector->findSent(request));
    REQUIRE(found.ok());
    CHECK(!found->has_value());
    CHECK(noted == 1);
    request.partSent = nullptr;
    const auto unsure = QCoro::waitFor(desk.connector->findSent(request));
    CHECK((!unsure.ok() || !unsure->has_value()));
}

TEST_CASE("Where too much was written since, nobody claims to know")
{
    OkDesk desk;
    PushRequest request = desk.request(Reply{u"on its way"_s, {}, false, {}});
    request.firstAttempt = desk.clock.now() - 1h;
    for (int i = 0; i < 60; ++i)
        desk.ok.write(desk.anna, u"and another thing"_s);
    const auto found = QCoro::waitFor(desk.connector->findSent(request));
    REQUIRE(!found.ok());
    CHECK(found.error().mayHaveArrived);
    CHECK(!found.error().words.isEmpty());
}

TEST_CASE("An answer to a message that was deleted goes without pointing at it")
{
    OkDesk desk;
    const QString question = desk.ok.write(desk.anna, u"never mind"_s);
    desk.ok.remove(question);
    REQUIRE(desk.reply(u"all right"_s, question).ok());
    const auto received = desk.ok.received(desk.anna);
    REQUIRE(received.size() == 1);
    CHECK(received.first().replyTo.isEmpty());
}

TEST_CASE("Refusals of a send are told from failures that leave it open")
{
    struct Row {
        int code;
        ErrorKind kind;
        bool mayHaveArrived;
    };
    const auto row = GENERATE(Row{8, ErrorKind::RateLimited, false}, Row{7, ErrorKind::Forbidden, false},
        Row{2, ErrorKind::BadReply, true}, Row{104, ErrorKind::Rejected, false},
        Row{102, ErrorKind::Unauthorized, false});
    OkDesk desk;
    desk.ok.refuse(u"send"_s, row.code);
    const auto refused = desk.reply(u"hello"_s);
    REQUIRE(!refused.ok());
    CHECK(refused.error().kind == row.kind);
    CHECK(refused.error().mayHaveArrived == row.mayHaveArrived);
    CHECK(!refused.error().words.isEmpty());
}

TEST_CASE("A customer who allows messages again can be answered again")
{
    OkDesk desk;
    desk.ok.write(desk.anna, u"hello"_s);
    desk.pull();
    desk.ok.forbid(desk.anna);
    REQUIRE(!desk.reply(u"are you there?"_s).ok());
    CHECK(desk.listen().pullNow);
    const Batch shut = desk.pull();
    REQUIRE(conversationIn(shut, desk.anna));
    CHECK(!conversationIn(shut, desk.anna)->canReply);
    const Batch still = desk.pull(); // read again, although nothing happened
    CHECK((!conversationIn(still, desk.anna) || !conversationIn(still, desk.anna)->canReply));
    desk.ok.write(desk.anna, u"yes"_s);
    const Batch open = desk.pull();
    REQUIRE(conversationIn(open, desk.anna));
    CHECK(conversationIn(open, desk.anna)->canReply);
}

TEST_CASE("Typing and reading are told to the customer, deleting is refused in words")
{
    OkDesk desk;
    const QString question = desk.ok.write(desk.anna, u"hello"_s);
    REQUIRE(QCoro::waitFor(desk.connector->showTyping(desk.anna, {})).ok());
    REQUIRE(desk.push(desk.request(MarkRead{}, {}, question)).ok());
    const auto actions = desk.ok.actions();
    REQUIRE(actions.size() == 2);
    CHECK(actions.at(0).action == u"TYPING_ON"_s);
    CHECK(actions.at(1).action == u"MARK_SEEN"_s);
    CHECK(actions.at(1).chat == desk.anna);
    const auto refused = desk.push(desk.request(DeleteMessage{}, {}, question));
    REQUIRE(!refused.ok());
    CHECK(refused.error().kind == ErrorKind::Rejected);
    CHECK(!refused.error().words.isEmpty());
    CHECK(desk.push(desk.request(SetPriority{}, {}, {})).ok());
    CHECK(!desk.push(desk.request(Reply{u"x"_s, {}, false, {}}, u"notices"_s)).ok());
    CHECK(!desk.push(desk.request(EditMessage{{}, QString(3901, u'x')}, {}, question)).ok());
}

TEST_CASE("A header alone tells of an error, too")
{
    OkDesk desk;
    BadDay day;
    day.kind = BadDay::Kind::Refuse;
    day.method = u"me/info"_s;
    day.code = 102;
    desk.ok.addBadDay(day);
    const auto refused = QCoro::waitFor(desk.connector->signIn());
    REQUIRE(!refused.ok());
    CHECK(refused.error().kind == ErrorKind::Unauthorized);
}

TEST_CASE("No token, no key and no signature is ever logged or told")
{
    OkDesk desk;
    desk.connectWithComments();
    QLoggingCategory::setFilterRules(u"parley.http.debug=true"_s);
    logged.clear();
    const auto before = qInstallMessageHandler(keepLog);
    QStringList told;
    const auto tell = [&](const Error &error) { told << error.detail << error.words; };
    (void)QCoro::waitFor(desk.connector->signIn());
    for (const auto kind : {BadDay::Kind::ServerError, BadDay::Kind::CutAfter, BadDay::Kind::HalfJson}) {
        for (const auto &method : {u"me/chats"_s, u"send"_s})
            desk.ok.addBadDay(kind, method);
        const auto pulled = QCoro::waitFor(desk.connector->pull({}));
        if (!pulled)
            tell(pulled.error());
        const auto sent = desk.reply(u"hello"_s);
        if (!sent)
            tell(sent.error());
    }
    // A server that repeats what it was asked.
    BadDay echo;
    echo.kind = BadDay::Kind::Refuse;
    echo.method = u"me/chats"_s;
    echo.code = 451;
    echo.description =
        u"bad request /graph/me/chats?access_token="_s + QString::fromLatin1(desk.ok.token().toPercentEncoding());
    desk.ok.addBadDay(echo);
    tell(QCoro::waitFor(desk.connector->pull({})).error());
    desk.ok.goOffline();
    tell(QCoro::waitFor(desk.connector->pull({})).error());
    tell(desk.reply(u"hello"_s).error());
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});
    REQUIRE(!logged.isEmpty());
    REQUIRE(told.size() > 8);
    const QByteArray token = desk.ok.token();
    for (const QByteArray &secret : {token, token.toPercentEncoding(), token.mid(token.indexOf(':') + 1),
             desk.ok.managerToken(), desk.ok.applicationSecret(), QByteArray("access_token=tkn"), QByteArray("sig=")}) {
        INFO(secret.toStdString());
        for (const QString &line : logged + told)
            CHECK(!line.contains(QString::fromLatin1(secret), Qt::CaseInsensitive));
    }
}
