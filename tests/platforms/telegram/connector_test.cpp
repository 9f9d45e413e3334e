// SPDX-License-Identifier: GPL-3.0-or-later
// What is Telegram's own, against the sandbox's Bot API. What every platform shares is in conformance/.
#include "platforms/telegram/connector.h"
#include "sandbox/telegram.h"
#include "support/hand_clock.h"
#include "support/print.h"

#include <QBuffer>
#include <QImage>
#include <QLoggingCategory>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;
using parley::sandbox::BadDay;
using parley::tests::HandClock;

namespace {

struct Desk {
    sandbox::Telegram telegram;
    HandClock clock;
    qint64 anna = telegram.addCustomer(u"Anna"_s, u"ru"_s);
    std::unique_ptr<platforms::telegram::Connector> connector = made(telegram.token());
    QByteArray cursor;
    int serial = 0;

    std::unique_ptr<platforms::telegram::Connector> made(const QByteArray &token)
    {
        platforms::telegram::Timing timing;
        timing.longPoll = 2s;
        timing.longPollPatience = 10s;
        timing.call = 5s;
        timing.stall = 3s;
        timing.otherPoller = 20ms;
        timing.emptyPoll = 20ms;
        timing.betweenParts = 2s;
        Account account;
        account.url = telegram.url();
        return std::make_unique<platforms::telegram::Connector>(platforms::Setup{account, token, &clock}, timing);
    }
    Batch pull()
    {
        auto batch = QCoro::waitFor(connector->pull(cursor));
        REQUIRE(batch.ok());
        if (!batch->nextCursor.isEmpty())
            cursor = batch->nextCursor;
        return *batch;
    }
    PushRequest request(Command command, const QString &conversation = {}, const QString &target = {})
    {
        PushRequest made;
        made.clientId = u"client-%1"_s.arg(++serial);
        made.command = std::move(command);
        made.conversationRemoteId = conversation.isEmpty() ? QString::number(anna) : conversation;
        made.contactRemoteId = QString::number(anna);
        made.targetRemoteId = target;
        return made;
    }
    Result<PushReceipt> push(const PushRequest &request) { return QCoro::waitFor(connector->push(request)); }
    Result<PushReceipt> reply(const QString &text, const QString &conversation = {}, const QString &target = {})
    {
        return push(request(Reply{text, {}, false, {}}, conversation, target));
    }
};

OutgoingAttachment paper()
{
    return {u"terms.pdf"_s, u"application/pdf"_s, "no refunds"};
}

const RemoteConversation *conversationIn(const Batch &batch, const QString &id)
{
    const auto found = std::ranges::find(batch.conversations, id, &RemoteConversation::remoteId);
    return found == batch.conversations.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("Signing in tells the bot's name and what it cannot do")
{
    Desk desk;
    const auto identity = QCoro::waitFor(desk.connector->signIn());
    REQUIRE(identity.ok());
    CHECK(identity->name == desk.telegram.botName());

    desk.telegram.setWebhook(u"https://elsewhere.test/hook"_s);
    const auto hooked = QCoro::waitFor(desk.connector->signIn());
    REQUIRE(hooked.ok());
    CHECK(hooked->note.contains(u"webhook"_s));
}

TEST_CASE("A webhook of somebody else is told of and left alone")
{
    Desk desk;
    desk.telegram.setWebhook(u"https://elsewhere.test/hook"_s);
    const auto batch = QCoro::waitFor(desk.connector->pull({}));
    REQUIRE(!batch.ok());
    CHECK(batch.error().kind == ErrorKind::Forbidden);
    CHECK(batch.error().words.contains(u"webhook"_s));
    CHECK(batch.error().retryAfter >= 10s);
    CHECK(desk.telegram.calls(u"deleteWebhook"_s).isEmpty());
    desk.telegram.setWebhook({});
    CHECK(QCoro::waitFor(desk.connector->pull({})).ok());
}

TEST_CASE("Another program on the same bot is waited for three times, then told of")
{
    Desk desk;
    BadDay conflict;
    conflict.kind = BadDay::Kind::Refuse;
    conflict.method = u"getUpdates"_s;
    conflict.status = 409;
    conflict.description =
        u"Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"_s;
    conflict.times = 3;
    desk.telegram.addBadDay(conflict);
    CHECK(QCoro::waitFor(desk.connector->pull({})).ok());
    CHECK(desk.telegram.calls(u"getUpdates"_s).size() == 4);

    conflict.times = 4;
    desk.telegram.addBadDay(conflict);
    const auto batch = QCoro::waitFor(desk.connector->pull({}));
    REQUIRE(!batch.ok());
    CHECK(batch.error().kind == ErrorKind::Forbidden); // it answers: answers to customers go out
    CHECK(batch.error().words.contains(u"Another program"_s));
}

TEST_CASE("The list of wanted updates goes with every poll, and a page is confirmed by the next one only")
{
    Desk desk;
    desk.telegram.write(desk.anna, u"one"_s);
    desk.pull();
    CHECK(desk.telegram.pendingUpdates() == 1);
    desk.pull();
    CHECK(desk.telegram.pendingUpdates() == 0);
    for (const sandbox::Call &call : desk.telegram.calls(u"getUpdates"_s)) {
        const QJsonArray allowed = call.parameters[u"allowed_updates"_s].toArray();
        for (const auto &kind : {u"message"_s, u"edited_message"_s, u"my_chat_member"_s, u"message_reaction"_s,
                 u"business_message"_s, u"deleted_business_messages"_s, u"callback_query"_s})
            CHECK(allowed.contains(kind));
    }
    CHECK(desk.telegram.complaints() == QStringList());
}

TEST_CASE("More than a day without contact leaves a visible note, less does not")
{
    Desk desk;
    desk.pull();
    desk.clock.time += 23h;
    CHECK(desk.pull().messages.isEmpty());
    desk.clock.time += 25h;
    const Batch batch = desk.pull();
    REQUIRE(batch.messages.size() == 1);
    CHECK(batch.messages.first().kind == MessageKind::Event);
    CHECK(batch.messages.first().automatic);
    CHECK(batch.messages.first().text.contains(u"24 hours"_s));
    const auto *place = conversationIn(batch, batch.messages.first().conversationRemoteId);
    REQUIRE(place);
    CHECK(!place->canReply);
    CHECK(desk.pull().messages.isEmpty());
}

TEST_CASE("With nothing new the cursor stays as it is")
{
    Desk desk;
    desk.pull();
    const Batch batch = desk.pull();
    CHECK(batch.isEmpty());
    CHECK(batch.nextCursor.isEmpty());
    const auto live = QCoro::waitFor(desk.connector->listen(desk.cursor));
    REQUIRE(live.ok());
    CHECK(live->batch.isEmpty());
    CHECK(live->batch.nextCursor.isEmpty());
}

TEST_CASE("A long answer goes in parts and the receipt names each")
{
    Desk desk;
    desk.telegram.write(desk.anna, u"tell me everything"_s);
    desk.pull();
    const QString paragraph(3000, u'a');
    const auto receipt = desk.reply(paragraph + u"\n\n"_s + paragraph + u"\n\n"_s + paragraph);
    REQUIRE(receipt.ok());
    CHECK(receipt->furtherRemoteIds.size() == 2);
    CHECK(desk.telegram.textsReceived(desk.anna) == QStringList{paragraph, paragraph, paragraph});
}

TEST_CASE("A long answer is deleted whole, whatever of it is gone already")
{
    Desk desk;
    desk.telegram.write(desk.anna, u"tell me all"_s);
    desk.pull();
    const auto receipt = desk.reply(QString(9000, u'x'));
    REQUIRE(receipt.ok());
    REQUIRE(receipt->furtherRemoteIds.size() == 2);
    const auto there = [&] {
        const auto received = desk.telegram.received(desk.anna);
        return std::ranges::count_if(received, [](const auto &message) { return !message.deleted; });
    };
    // Only the middle one; the whole is then asked for.
    REQUIRE(desk.push(desk.request(DeleteMessage{}, {}, receipt->furtherRemoteIds.first())).ok());
    CHECK(there() == 2);
    PushRequest request = desk.request(DeleteMessage{}, {}, receipt->remoteId);
    request.furtherRemoteIds = receipt->furtherRemoteIds;
    REQUIRE(desk.push(request).ok());
    CHECK(there() == 0);
    CHECK(desk.push(request).ok());
    request.furtherRemoteIds = QStringList{u"nonsense"_s};
    CHECK(!desk.push(request).ok());
}

TEST_CASE("A failure between the parts never sends the first one again")
{
    Desk desk;
    desk.telegram.write(desk.anna, u"papers"_s);
    desk.pull();
    const QString text(2000, u'x');
    auto request = desk.request(Reply{text, {}, false, {paper()}});
    QList<PushReceipt> parts;
    request.partSent = [&parts](const PushReceipt &part) { parts << part; };
    const auto kind = GENERATE(BadDay::Kind::ServerError, BadDay::Kind::TooManyRequests);
    BadDay refuses;
    refuses.kind = kind;
    refuses.method = u"sendDocument"_s;
    refuses.seconds = 60;
    desk.telegram.addBadDay(refuses);
    const auto first = desk.push(request);
    REQUIRE(!first.ok());
    // Of the second part; that the first one arrived is on record.
    CHECK(first.error().mayHaveArrived == (kind == BadDay::Kind::ServerError));
    CHECK(first.error().words.contains(u"1 of the 2"_s));
    CHECK(desk.telegram.textsReceived(desk.anna) == QStringList{text});
    REQUIRE(parts.size() == 1);
    CHECK(!parts.first().remoteId.isEmpty());
    CHECK(parts.first().time);

    // The rest goes when it is asked for, to whatever connector.
    desk.connector->stop();
    desk.connector = desk.made(desk.telegram.token());
    request.part = 1;
    const auto second = desk.push(request);
    REQUIRE(second.ok());
    CHECK(second->furtherRemoteIds.isEmpty());
    CHECK(second->remoteId != parts.first().remoteId);
    REQUIRE(desk.telegram.received(desk.anna).size() == 2);
    CHECK(desk.telegram.received(desk.anna).last().fileName == u"terms.pdf"_s);
    CHECK(parts.size() == 1);
}

TEST_CASE("Where nobody keeps which parts arrived, a failure between them is a question")
{
    Desk desk;
    desk.telegram.write(desk.anna, u"papers"_s);
    desk.pull();
    BadDay slow;
    slow.kind = BadDay::Kind::TooManyRequests;
    slow.method = u"sendDocument"_s;
    slow.seconds = 60;
    desk.telegram.addBadDay(slow);
    const auto sent = desk.push(desk.request(Reply{QString(2000, u'x'), {}, false, {paper()}}));
    REQUIRE(!sent.ok());
    CHECK(sent.error().mayHaveArrived);
}

TEST_CASE("Each part of a long answer is on record before the next one leaves")
{
    Desk desk;
    desk.telegram.write(desk.anna, u"tell me everything"_s);
    desk.pull();
    const QString paragraph(3000, u'a');
    auto request = desk.request(Reply{paragraph + u"\n\n"_s + paragraph + u"\n\n"_s + paragraph, {}, false, {}});
    QList<qsizetype> arrivedBy;
    request.partSent = [&](const PushReceipt &) { arrivedBy << desk.telegram.textsReceived(desk.anna).size(); };
    const auto receipt = desk.push(request);
    REQUIRE(receipt.ok());
    CHECK(arrivedBy == QList<qsizetype>{1, 2});
    CHECK(receipt->furtherRemoteIds.isEmpty());
}

TEST_CASE("Asked to slow down between parts, the connector waits and goes on")
{
    Desk desk;
    desk.telegram.write(desk.anna, u"papers"_s);
    desk.pull();
    BadDay slow;
    slow.kind = BadDay::Kind::TooManyRequests;
    slow.method = u"sendDocument"_s;
    slow.seconds = 1;
    desk.telegram.addBadDay(slow);
    CHECK(desk.push(desk.request(Reply{QString(2000, u'x'), {}, false, {paper()}})).ok());
    CHECK(desk.telegram.received(desk.anna).size() == 2);
}

TEST_CASE("A picture goes as a photo with its caption, changes its caption, and goes away")
{
    Desk desk;
    desk.telegram.write(desk.anna, u"show me"_s);
    desk.pull();
    QImage shoe(40, 30, QImage::Format_RGB32);
    shoe.fill(Qt::red);
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    REQUIRE(shoe.save(&buffer, "PNG"));
    const auto receipt =
        desk.push(desk.request(Reply{u"here"_s, {}, false, {OutgoingAttachment{u"shoe.png"_s, u"image/png"_s, png}}}));
    REQUIRE(receipt.ok());
    REQUIRE(desk.telegram.received(desk.anna).size() == 1);
    CHECK(desk.telegram.received(desk.anna).first().kind == u"photo"_s);
    CHECK(desk.telegram.received(desk.anna).first().text == u"here"_s);
    REQUIRE(desk.push(desk.request(EditMessage{{}, u"there"_s}, {}, receipt->remoteId)).ok());
    CHECK(desk.telegram.received(desk.anna).first().text == u"there"_s);
    REQUIRE(desk.push(desk.request(DeleteMessage{}, {}, receipt->remoteId)).ok());
    CHECK(desk.telegram.received(desk.anna).first().deleted);
    CHECK(desk.telegram.complaints() == QStringList());
}

TEST_CASE("A picture that Telegram will not take as a photo goes as a file")
{
    Desk desk;
    desk.telegram.write(desk.anna, u"show me"_s);
    desk.pull();
    BadDay refuses;
    refuses.kind = BadDay::Kind::Refuse;
    refuses.method = u"sendPhoto"_s;
    refuses.status = 400;
    refuses.description = u"Bad Request: PHOTO_INVALID_DIMENSIONS"_s;
    desk.telegram.addBadDay(refuses);
    REQUIRE(
        desk.push(desk.request(Reply{{}, {}, false, {OutgoingAttachment{u"long.png"_s, u"image/png"_s, "png"}}})).ok());
    CHECK(desk.telegram.received(desk.anna).first().kind == u"document"_s);
}

TEST_CASE("A group that was upgraded is followed and the receipt tells its new place")
{
    Desk desk;
    const qint64 group = desk.telegram.addGroup(u"Team"_s, u"group"_s);
    sandbox::Saying there;
    there.chat = group;
    desk.telegram.write(desk.anna, u"hello all"_s, there);
    desk.pull();
    const qint64 upgraded = desk.telegram.upgradeGroup(group);
    const auto receipt = desk.reply(u"welcome"_s, QString::number(group));
    REQUIRE(receipt.ok());
    CHECK(receipt->newConversationRemoteId == QString::number(upgraded));
    CHECK(receipt->remoteId.startsWith(QString::number(upgraded) + u':'));
    // The old ticket stays answerable: that is how the two come together.
    const Batch batch = desk.pull();
    const auto *old = conversationIn(batch, QString::number(group));
    REQUIRE(old);
    CHECK(old->canReply);
}

TEST_CASE("A topic that was deleted does not keep the answer back")
{
    Desk desk;
    const qint64 group = desk.telegram.addGroup(u"Help"_s, u"supergroup"_s, true);
    const auto receipt = desk.reply(u"hello"_s, u"%1/99"_s.arg(group));
    CHECK(receipt.ok());
}

TEST_CASE("A forum topic is a conversation and its answer goes into the topic")
{
    Desk desk;
    const qint64 group = desk.telegram.addGroup(u"Help"_s, u"supergroup"_s, true);
    desk.telegram.addTopic(group, u"Orders"_s); // a group's topic 1 is General and is written to without a number
    const int topic = desk.telegram.addTopic(group, u"Refunds"_s);
    sandbox::Saying there;
    there.chat = group;
    there.thread = topic;
    desk.telegram.write(desk.anna, u"where is my money?"_s, there);
    const Batch batch = desk.pull();
    const QString id = u"%1/%2"_s.arg(group).arg(topic);
    REQUIRE(conversationIn(batch, id));
    CHECK(conversationIn(batch, id)->subject.contains(u"Refunds"_s));
    REQUIRE(desk.reply(u"on its way"_s, id).ok());
    CHECK(desk.telegram.received().last().thread == topic);
}

TEST_CASE("Business chats: written to, answered, edited, deleted by the customer, disconnected")
{
    Desk desk;
    const QString connection = desk.telegram.connectBusiness(u"Shop"_s);
    sandbox::Saying there;
    there.businessConnection = connection;
    const int message = desk.telegram.write(desk.anna, u"Hi"_s, there);
    const QString id = connection + u':' + QString::number(desk.anna);
    Batch batch = desk.pull();
    REQUIRE(conversationIn(batch, id));
    CHECK(!batch.messages.isEmpty());

    const auto receipt = desk.reply(u"Hello"_s, id);
    REQUIRE(receipt.ok());
    CHECK(desk.telegram.received().last().businessConnection == connection);
    CHECK(desk.push(desk.request(EditMessage{{}, u"Hello!"_s}, id, receipt->remoteId)).ok());
    CHECK(desk.telegram.received().last().text == u"Hello!"_s);
    CHECK(desk.push(desk.request(DeleteMessage{}, id, receipt->remoteId)).ok());
    CHECK(desk.telegram.received().last().deleted);

    desk.telegram.deleteBusinessMessages(connection, desk.anna, {message});
    batch = desk.pull();
    REQUIRE(batch.deletions.size() == 1);
    CHECK(batch.deletions.first().messageRemoteId == u"%1:%2"_s.arg(id).arg(message));

    desk.telegram.setBusiness(connection, false);
    batch = desk.pull();
    REQUIRE(batch.messages.size() == 1);
    CHECK(batch.messages.first().kind == MessageKind::Event);
    const auto refused = desk.reply(u"still there?"_s, id);
    REQUIRE(!refused.ok());
    CHECK(!refused.error().words.isEmpty());
    CHECK(!refused.error().mayHaveArrived);
    CHECK(desk.telegram.complaints() == QStringList());
}

TEST_CASE("The typing lamp is lit where it should be")
{
    Desk desk;
    desk.telegram.write(desk.anna, u"hello"_s);
    desk.pull();
    REQUIRE(QCoro::waitFor(desk.connector->showTyping(QString::number(desk.anna), {})).ok());
    REQUIRE(desk.telegram.typing().size() == 1);
    CHECK(desk.telegram.typing().first().chat == desk.anna);
    CHECK(desk.telegram.typing().first().action == u"typing"_s);
}

TEST_CASE("Sends into one chat go one after another, into others beside them")
{
    Desk desk;
    const qint64 boris = desk.telegram.addCustomer(u"Boris"_s);
    desk.telegram.write(desk.anna, u"hello"_s);
    desk.telegram.write(boris, u"hello"_s);
    desk.pull();
    BadDay late;
    late.kind = BadDay::Kind::Latency;
    late.method = u"sendMessage"_s;
    late.ms = 300;
    desk.telegram.addBadDay(late);
    auto first = desk.connector->push(desk.request(Reply{u"first"_s, {}, false, {}}));
    auto second = desk.connector->push(desk.request(Reply{u"second"_s, {}, false, {}}));
    auto other = desk.connector->push(desk.request(Reply{u"other"_s, {}, false, {}}, QString::number(boris)));
    CHECK(QCoro::waitFor(std::move(other)).ok());
    CHECK(QCoro::waitFor(std::move(second)).ok());
    CHECK(QCoro::waitFor(std::move(first)).ok());
    CHECK(desk.telegram.textsReceived(desk.anna) == QStringList{u"first"_s, u"second"_s});
}

TEST_CASE("stop() ends sends that wait for their turn, and they have not left")
{
    Desk desk;
    desk.telegram.write(desk.anna, u"hello"_s);
    desk.pull();
    desk.telegram.addBadDay(BadDay::Kind::Silence, u"sendMessage"_s);
    auto first = desk.connector->push(desk.request(Reply{u"first"_s, {}, false, {}}));
    auto second = desk.connector->push(desk.request(Reply{u"second"_s, {}, false, {}}));
    REQUIRE(QTest::qWaitFor([&] { return desk.telegram.calls(u"sendMessage"_s).size() == 1; }));
    desk.connector->stop();
    const auto one = QCoro::waitFor(std::move(first));
    const auto two = QCoro::waitFor(std::move(second));
    REQUIRE(!one.ok());
    REQUIRE(!two.ok());
    CHECK(one.error().kind == ErrorKind::Cancelled);
    CHECK(one.error().mayHaveArrived);
    CHECK(two.error().kind == ErrorKind::Cancelled);
    CHECK(!two.error().mayHaveArrived);
}

TEST_CASE("What cannot be written to is refused before anything leaves")
{
    Desk desk;
    for (const auto &id : {u"notices"_s, u"nonsense"_s}) {
        const auto receipt = desk.reply(u"hello"_s, id);
        REQUIRE(!receipt.ok());
        CHECK(receipt.error().kind == ErrorKind::Rejected);
        CHECK(!receipt.error().words.isEmpty());
    }
    CHECK(desk.telegram.calls(u"sendMessage"_s).isEmpty());
    CHECK(desk.push(desk.request(SetStatus{})).ok()); // Telegram has no such field: it lives in the cache
}

TEST_CASE("A file over the bound is not fetched, one that is gone is told of")
{
    Desk desk;
    sandbox::FileToSend file;
    file.name = u"film.mp4"_s;
    file.type = u"video/mp4"_s;
    file.content = QByteArray(50'000, 'f');
    desk.telegram.sendFile(desk.anna, file);
    const Batch batch = desk.pull();
    REQUIRE(batch.messages.size() == 1);
    REQUIRE(batch.messages.first().attachments.size() == 1);
    const QString ref = batch.messages.first().attachments.first().remoteRef;
    const auto tooLarge = QCoro::waitFor(desk.connector->download(ref, 1000));
    REQUIRE(!tooLarge.ok());
    CHECK(tooLarge.error().kind == ErrorKind::Rejected);
    CHECK(desk.telegram.calls(u"file"_s).isEmpty());
    CHECK(QCoro::waitFor(desk.connector->download(u"no-such-file"_s, 1000)).ok() == false);
    desk.telegram.addBadDay(BadDay::Kind::CutMidAnswer, u"file"_s);
    CHECK(QCoro::waitFor(desk.connector->download(ref, 100'000)).ok() == false);
    const auto whole = QCoro::waitFor(desk.connector->download(ref, 100'000));
    REQUIRE(whole.ok());
    CHECK(*whole == file.content);
}

TEST_CASE("The token is in no log line and no error of the connector")
{
    static QStringList lines;
    lines.clear();
    const auto before =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &line) { lines << line; });
    QLoggingCategory::setFilterRules(u"parley.*.debug=true\nqt.network.*=true"_s);
    Desk desk;
    const QString secret = QString::fromLatin1(desk.telegram.token()).section(u':', 1);
    REQUIRE(!secret.isEmpty());
    desk.telegram.write(desk.anna, u"hello"_s);
    desk.pull();
    QList<Error> errors;
    for (const auto kind : {BadDay::Kind::ServerError, BadDay::Kind::CutWhileReading, BadDay::Kind::HalfJson,
             BadDay::Kind::CutMidAnswer}) {
        desk.telegram.addBadDay(kind, u"sendMessage"_s);
        const auto receipt = desk.reply(u"hi"_s);
        if (!receipt)
            errors << receipt.error();
    }
    desk.telegram.goOffline();
    errors << desk.reply(u"hi"_s).error();
    QLoggingCategory::setFilterRules({});
    qInstallMessageHandler(before);
    CHECK(errors.size() >= 4);
    for (const Error &error : errors)
        CHECK(!QString(error.detail + error.words).contains(secret));
    CHECK(!lines.isEmpty());
    for (const QString &line : lines)
        CHECK(!line.contains(secret));
}
