// SPDX-License-Identifier: GPL-3.0-or-later
// The fake must be as strict as the real thing with whatever is sent to a customer: these fail when it is more
// obliging.
#include "sandbox/vk/server.h"
#include "sandbox/vk_client.h"
#include "support/print.h"

#include <QImage>

#include <QBuffer>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace parley::sandbox;
using parley::tests::VkClient;
using parley::tests::VkDesk;

namespace {

constexpr qint64 kHour = 3'600'000;

struct Desk : VkDesk {
    ~Desk() { CHECK(vk.complaints() == QStringList()); }
};

QByteArray picture()
{
    QImage image(320, 200, QImage::Format_RGB32);
    image.fill(0x3366ff);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QString uploadedDocument(Desk &desk, const QString &name, const QByteArray &content, const QString &type = u"doc"_s)
{
    const auto server =
        desk.group.call(u"docs.getMessagesUploadServer"_s, {{u"peer_id"_s, desk.anna}, {u"type"_s, type}});
    const auto receipt = desk.group.upload(server.response()["upload_url"_L1].toString(), u"file"_s, name, content);
    const auto saved = desk.group.call(u"docs.save"_s, {{u"file"_s, receipt.json["file"_L1]}, {u"title"_s, name}});
    const QJsonObject object = saved.response()[type].toObject();
    return u"%1%2_%3_%4"_s.arg(type)
        .arg(object["owner_id"_L1].toInteger())
        .arg(object["id"_L1].toInteger())
        .arg(object["access_key"_L1].toString());
}

} // namespace

TEST_CASE("nobody is written to who has not written, allowed messages, or has shut the door since")
{
    Desk desk;
    CHECK(desk.send(desk.anna, u"hello"_s, 1).code() == 901);
    CHECK(desk.send(777, u"hello"_s, 2).code() == 901); // a stranger
    CHECK(desk.group
              .call(u"messages.isMessagesFromGroupAllowed"_s,
                  {{u"group_id"_s, desk.vk.groupId()}, {u"user_id"_s, desk.anna}})
              .response()["is_allowed"_L1]
              .toInt()
        == 0);
    desk.vk.write(desk.anna, u"question"_s);
    CHECK(desk.send(desk.anna, u"answer"_s, 3).response().toInteger() > 0);
    desk.vk.denyMessages(desk.anna);
    CHECK(desk.send(desk.anna, u"still there?"_s, 4).code() == 901);
    desk.vk.allowMessages(desk.anna);
    CHECK(desk.send(desk.anna, u"again"_s, 5).code() == 0);
    desk.vk.closeToMessages(desk.anna);
    CHECK(desk.send(desk.anna, u"x"_s, 6).code() == 902);
    desk.vk.closeToMessages(desk.anna, false);
    desk.vk.block(desk.anna);
    CHECK(desk.send(desk.anna, u"x"_s, 7).code() == 900);
    desk.vk.block(desk.anna, false);
    desk.vk.deactivate(desk.anna);
    CHECK(desk.send(desk.anna, u"x"_s, 8).code() == 18);
    CHECK(desk.vk.textsReceived(desk.anna) == QStringList{u"answer"_s, u"again"_s});
}

TEST_CASE("a repeated random_id sends nothing and names the first message, for an hour and in one dialog")
{
    Desk desk;
    const qint64 boris = desk.vk.addCustomer(u"Boris"_s);
    desk.vk.write(desk.anna, u"a"_s);
    desk.vk.write(boris, u"b"_s);
    const qint64 first = desk.send(desk.anna, u"one"_s, -1034556).response().toInteger();
    CHECK(desk.send(desk.anna, u"one, again"_s, -1034556).response().toInteger() == first);
    CHECK(desk.vk.textsReceived(desk.anna) == QStringList{u"one"_s});
    CHECK(desk.send(boris, u"other dialog"_s, -1034556).response().toInteger() != first);
    desk.vk.turnClock(kHour + 1000);
    CHECK(desk.send(desk.anna, u"one"_s, -1034556).response().toInteger() != first);
    CHECK(desk.vk.textsReceived(desk.anna) == QStringList{u"one"_s, u"one"_s});
    CHECK(desk.vk.received(desk.anna).last().randomId == -1034556);
    desk.send(desk.anna, u"zero"_s, 0);
    desk.send(desk.anna, u"zero"_s, 0); // 0 switches the protection off
    CHECK(desk.vk.textsReceived(desk.anna).size() == 4);
}

TEST_CASE("a message needs a random_id, words, and no more than 4096 of them")
{
    Desk desk;
    desk.vk.write(desk.anna, u"a"_s);
    const QJsonObject to{{u"peer_id"_s, desk.anna}, {u"message"_s, u"x"_s}};
    CHECK(desk.group.call(u"messages.send"_s, to).code() == 100);
    CHECK(desk.group
              .call(u"messages.send"_s, {{u"peer_id"_s, desk.anna}, {u"message"_s, u"x"_s}, {u"random_id"_s, u"x"_s}})
              .code()
        == 100);
    desk.vk.with([](vk::Server &server) { server.complaints.clear(); }); // of that x
    CHECK(desk.send(desk.anna, u"  "_s, 1).code() == 100);
    CHECK(desk.send(desk.anna, QString(4097, u'x'), 2).code() == 914);
    CHECK(desk.send(desk.anna, QString(4096, u'x'), 3).code() == 0);
    CHECK(desk.send(desk.anna, u"👍🏽 & <b>"_s, 6'423'620'139'444'278).code() == 0);
    const qint64 kept = desk.vk.received(desk.anna).last().randomId;
    CHECK(kept == qint32(kept)); // 32 bits come back
    CHECK(desk.vk.textsReceived(desk.anna).last() == u"👍🏽 & <b>"_s);
}

TEST_CASE("peer_ids gives an entry for each, with its own error")
{
    Desk desk;
    desk.vk.write(desk.anna, u"a"_s);
    const qint64 closed = desk.vk.addCustomer(u"Boris"_s);
    const auto reply = desk.group.call(u"messages.send"_s,
        {{u"peer_ids"_s, u"%1,%2"_s.arg(desk.anna).arg(closed)}, {u"message"_s, u"x"_s}, {u"random_id"_s, 5}});
    const QJsonArray items = reply.response().toArray();
    REQUIRE(items.size() == 2);
    CHECK(items[0]["conversation_message_id"_L1].toInt() == 2);
    CHECK(items[0]["message_id"_L1].toInteger() == desk.vk.received(desk.anna).last().id);
    CHECK(items[1]["error"_L1]["code"_L1].toInt() == 901);
    CHECK(desk.group
              .call(u"messages.send"_s,
                  {{u"peer_ids"_s, desk.anna}, {u"message"_s, QString(4097, u'x')}, {u"random_id"_s, 6}})
              .code()
        == 914); // wrong for everybody
}

TEST_CASE("an answer points at a message of the same dialog, by its id or by its number there")
{
    Desk desk;
    const qint64 boris = desk.vk.addCustomer(u"Boris"_s);
    const qint64 question = desk.vk.write(desk.anna, u"a"_s);
    const qint64 foreign = desk.vk.write(boris, u"b"_s);
    CHECK(desk.send(desk.anna, u"x"_s, 1, {{u"reply_to"_s, foreign}}).code() == 100);
    CHECK(desk.send(desk.anna, u"x"_s, 2, {{u"reply_to"_s, question}}).code() == 0);
    CHECK(desk.vk.received(desk.anna).last().replyTo == question);
    const QJsonObject forward{{u"peer_id"_s, desk.anna},
        {u"conversation_message_ids"_s, QJsonArray{desk.vk.cmidOf(question)}}, {u"is_reply"_s, true}};
    CHECK(desk.send(desk.anna, u"y"_s, 3, {{u"forward"_s, forward}}).code() == 0);
    CHECK(desk.vk.received(desk.anna).last().replyTo == question);
    const QJsonObject nowhere{
        {u"peer_id"_s, desk.anna}, {u"conversation_message_ids"_s, QJsonArray{999}}, {u"is_reply"_s, true}};
    CHECK(desk.send(desk.anna, u"z"_s, 4, {{u"forward"_s, nowhere}}).code() == 921);
}

TEST_CASE("files go up in three steps, and each receipt is looked at")
{
    Desk desk;
    CHECK(desk.group.call(u"photos.getMessagesUploadServer"_s, {{u"peer_id"_s, desk.anna}}).code() == 901);
    desk.vk.write(desk.anna, u"a"_s);
    const auto server = desk.group.call(u"photos.getMessagesUploadServer"_s, {{u"peer_id"_s, desk.anna}});
    const QString address = server.response()["upload_url"_L1].toString();
    CHECK(desk.group.upload(address, u"photo"_s, u"x.png"_s, "no picture").json["photo"_L1].toString() == u"[]"_s);
    CHECK(desk.group.upload(address, u"file"_s, u"x.png"_s, picture()).json.contains("error"_L1)); // the wrong field
    const QJsonObject receipt = desk.group.upload(address, u"photo"_s, u"x.png"_s, picture()).json;
    QJsonObject forged = receipt;
    forged.insert(u"hash"_s, u"0000"_s);
    CHECK(desk.group.call(u"photos.saveMessagesPhoto"_s, forged).code() == 121);
    const auto saved = desk.group.call(u"photos.saveMessagesPhoto"_s, receipt).response()[0].toObject();
    const QString photo = u"photo%1_%2"_s.arg(saved["owner_id"_L1].toInteger()).arg(saved["id"_L1].toInteger());
    const QString document = uploadedDocument(desk, u"счёт.pdf"_s, "%PDF-1.4 x");
    CHECK(desk.send(desk.anna, {}, 1, {{u"attachment"_s, u"photo-1_1"_s}}).code() == 100);
    CHECK(desk.send(desk.anna, {}, 2, {{u"attachment"_s, QString(photo + u"_wrongkey")}}).code() == 100);
    CHECK(desk.send(desk.anna, {}, 3, {{u"attachment"_s, QString(photo + u',' + document)}}).code() == 0);
    const auto files = desk.vk.received(desk.anna).last().files;
    REQUIRE(files.size() == 2);
    CHECK(files[0].content == picture());
    CHECK(files[1].name == u"счёт.pdf"_s);
    CHECK(desk.send(desk.anna, {}, 4, {{u"attachment"_s, QStringList(11, photo).join(u',')}}).code() == 100);
    uploadedDocument(desk, u"voice.ogg"_s, "OggS", u"audio_message"_s);
}

TEST_CASE("a customer's files are fetched where the API says, documents after a redirect")
{
    Desk desk;
    const qint64 message = desk.vk.sendFile(desk.anna, {Vk::FileToSend::Kind::Document, u"счёт.pdf"_s, "%PDF x", {}});
    const auto found = desk.group.call(u"messages.getById"_s, {{u"message_ids"_s, message}});
    const QJsonValue document = found.response()["items"_L1][0]["attachments"_L1][0]["doc"_L1];
    CHECK(document["title"_L1].toString() == u"счёт.pdf"_s);
    CHECK(document["ext"_L1].toString() == u"pdf"_s);
    const auto page = desk.group.get(document["url"_L1].toString());
    CHECK(page.status == 302);
    CHECK(desk.group.get(QString::fromLatin1(page.location)).body == "%PDF x");
    CHECK(desk.group.get(document["url"_L1].toString().replace(u"hash="_s, u"hash=0"_s)).status == 404);
    const qint64 photo = desk.vk.sendFile(desk.anna, {Vk::FileToSend::Kind::Photo, {}, picture(), u"look"_s});
    const auto sizes = desk.group.call(u"messages.getById"_s, {{u"message_ids"_s, photo}})
                           .response()["items"_L1][0]["attachments"_L1][0]["photo"_L1]["sizes"_L1]
                           .toArray();
    CHECK(sizes.last()["width"_L1].toInt() == 320);
    CHECK(desk.group.get(sizes.last()["url"_L1].toString()).body == picture());
    desk.vk.sendFile(desk.anna, {Vk::FileToSend::Kind::Sticker, {}, {}, {}});
    desk.vk.sendFile(desk.anna, {Vk::FileToSend::Kind::Voice, {}, "OggS", {}});
    CHECK(desk.group.call(u"messages.getHistory"_s, {{u"peer_id"_s, desk.anna}}).response()["count"_L1].toInt() == 4);
}

TEST_CASE("an edit replaces everything, for a day, and only what is ours")
{
    Desk desk;
    const qint64 question = desk.vk.write(desk.anna, u"a"_s);
    const QString document = uploadedDocument(desk, u"a.pdf"_s, "%PDF");
    const qint64 sent =
        desk.send(desk.anna, u"with file"_s, 1, {{u"attachment"_s, document}, {u"reply_to"_s, question}})
            .response()
            .toInteger();
    const auto edit = [&](qint64 message, const QJsonObject &more) {
        QJsonObject parameters = more;
        parameters.insert(u"peer_id"_s, desk.anna);
        parameters.insert(u"message_id"_s, message);
        return desk.group.call(u"messages.edit"_s, parameters).code();
    };
    CHECK(edit(sent, {{u"message"_s, u"kept"_s}, {u"attachment"_s, document}, {u"keep_forward_messages"_s, 1}}) == 0);
    CHECK(desk.vk.received(desk.anna).last().files.size() == 1);
    CHECK(desk.vk.received(desk.anna).last().replyTo == question);
    CHECK(edit(sent, {{u"message"_s, u"lost"_s}}) == 0);
    CHECK(desk.vk.received(desk.anna).last().files.isEmpty());
    CHECK(desk.vk.received(desk.anna).last().edited);
    CHECK(edit(sent, {{u"message"_s, QString()}}) == 100);
    CHECK(edit(sent, {{u"message"_s, QString(4097, u'x')}}) == 914);
    CHECK(edit(question, {{u"message"_s, u"their words"_s}}) == 15);
    desk.vk.turnClock(25 * kHour);
    CHECK(edit(sent, {{u"message"_s, u"too late"_s}}) == 909);
    CHECK(desk.vk.textsReceived(desk.anna) == QStringList{u"lost"_s});
}

TEST_CASE("deleting for everybody is for our own messages and for a day, and comes back on request")
{
    Desk desk;
    const qint64 question = desk.vk.write(desk.anna, u"a"_s);
    const qint64 sent = desk.send(desk.anna, u"x"_s, 1).response().toInteger();
    const qint64 old = desk.send(desk.anna, u"y"_s, 2).response().toInteger();
    const auto remove = [&](qint64 message, int forAll) {
        return desk.group.call(u"messages.delete"_s, {{u"message_ids"_s, message}, {u"delete_for_all"_s, forAll}});
    };
    CHECK(remove(question, 1).code() == 924);
    CHECK(remove(sent, 1).response()[0]["response"_L1].toInt() == 1);
    CHECK(desk.vk.received(desk.anna).first().deleted);
    CHECK(remove(sent, 1).response()[0]["response"_L1].toInt() == 0); // gone already
    desk.vk.turnClock(25 * kHour);
    CHECK(remove(old, 1).code() == 924);
    CHECK(remove(old, 0).response()[0]["response"_L1].toInt() == 1);
    CHECK_FALSE(desk.vk.received(desk.anna).last().deleted); // the customer still has it
    CHECK(desk.vk.received(desk.anna).last().deletedForUs);
    CHECK(desk.group.call(u"messages.getById"_s, {{u"message_ids"_s, old}}).response()["count"_L1].toInt() == 0);
    CHECK(desk.group.call(u"messages.restore"_s, {{u"message_id"_s, old}}).response().toInt() == 1);
    CHECK(desk.group.call(u"messages.getById"_s, {{u"message_ids"_s, old}}).response()["count"_L1].toInt() == 1);
}

TEST_CASE("an answer leaves a dialog unanswered until it is marked, and reading is told apart")
{
    Desk desk;
    const qint64 question = desk.vk.write(desk.anna, u"a"_s);
    const auto unanswered = [&] {
        return desk.group.call(u"messages.getConversations"_s, {{u"filter"_s, u"unanswered"_s}})
            .response()["count"_L1]
            .toInt();
    };
    CHECK(desk.vk.marks(desk.anna).unread == 1);
    CHECK_FALSE(desk.vk.isReadByCommunity(question));
    desk.group.call(u"messages.markAsRead"_s, {{u"peer_id"_s, desk.anna}, {u"start_message_id"_s, question}});
    CHECK(desk.vk.isReadByCommunity(question));
    desk.send(desk.anna, u"x"_s, 1);
    CHECK(unanswered() == 1);
    desk.group.call(u"messages.markAsAnsweredConversation"_s, {{u"peer_id"_s, desk.anna}, {u"answered"_s, 1}});
    CHECK(unanswered() == 0);
    desk.group.call(u"messages.markAsImportantConversation"_s, {{u"peer_id"_s, desk.anna}, {u"important"_s, 1}});
    CHECK(desk.vk.marks(desk.anna).important);
    CHECK(desk.group.call(u"messages.markAsRead"_s, {{u"peer_id"_s, 777}}).code() == 100);
}

TEST_CASE("typing is seen by those who may be written to, reactions are of a known kind, buttons are answered once")
{
    Desk desk;
    const QJsonObject typing{{u"peer_id"_s, desk.anna}, {u"type"_s, u"typing"_s}};
    CHECK(desk.group.call(u"messages.setActivity"_s, typing).code() == 932);
    const qint64 question = desk.vk.write(desk.anna, u"a"_s);
    CHECK(desk.group.call(u"messages.setActivity"_s, typing).response().toInt() == 1);
    CHECK(desk.vk.typing().size() == 1);
    const QJsonObject thumb{{u"peer_id"_s, desk.anna}, {u"cmid"_s, desk.vk.cmidOf(question)}, {u"reaction_id"_s, 4}};
    CHECK(desk.group.call(u"messages.sendReaction"_s, thumb).response().toInt() == 1);
    CHECK(desk.vk.reactionOf(question) == 4);
    QJsonObject odd = thumb;
    odd.insert(u"reaction_id"_s, 99);
    CHECK(desk.group.call(u"messages.sendReaction"_s, odd).code() == 1009);
    const QString pressed = desk.vk.pressButton(desk.anna, question, {{u"k"_s, 1}});
    const QJsonObject answer{{u"event_id"_s, pressed}, {u"user_id"_s, desk.anna}, {u"peer_id"_s, desk.anna}};
    CHECK(desk.group.call(u"messages.sendMessageEventAnswer"_s, answer).response().toInt() == 1);
    CHECK(desk.group.call(u"messages.sendMessageEventAnswer"_s, answer).code() == 100);
    QJsonObject late = answer;
    late.insert(u"event_id"_s, desk.vk.pressButton(desk.anna, question, {}));
    desk.vk.turnClock(61'000);
    CHECK(desk.group.call(u"messages.sendMessageEventAnswer"_s, late).code() == 100);
}

TEST_CASE("keyboards are looked at")
{
    Desk desk;
    desk.vk.write(desk.anna, u"a"_s);
    const auto button = [](const QString &label) {
        return QJsonObject{{u"action"_s, QJsonObject{{u"type"_s, u"text"_s}, {u"label"_s, label}}}};
    };
    const auto send = [&](int id, const QJsonValue &buttons) {
        const QJsonObject keyboard{{u"one_time"_s, false}, {u"inline"_s, true}, {u"buttons"_s, buttons}};
        return desk.send(desk.anna, u"x"_s, id, {{u"keyboard"_s, keyboard}}).code();
    };
    CHECK(send(1, QJsonArray{QJsonArray{button(u"Yes"_s)}}) == 0);
    CHECK(send(2, QJsonArray{QJsonArray{button(QString(41, u'x'))}}) == 911);
    CHECK(send(3, u"none"_s) == 911);
    QJsonArray row;
    for (int i = 0; i < 11; ++i)
        row.append(button(u"n"_s));
    CHECK(send(4, QJsonArray{row}) == 911);
}

TEST_CASE("histories are read newest first or from a message on, 200 at a time, without what is deleted")
{
    Desk desk;
    QList<qint64> ids;
    for (int i = 0; i < 5; ++i)
        ids.append(desk.vk.write(desk.anna, QString::number(i)));
    desk.vk.deleteMessage(ids[3]);
    const auto texts = [&](const QJsonObject &more) {
        QJsonObject parameters = more;
        parameters.insert(u"peer_id"_s, desk.anna);
        QStringList result;
        const QJsonArray items = desk.group.call(u"messages.getHistory"_s, parameters).response()["items"_L1].toArray();
        for (const QJsonValue &item : items)
            result.append(item["text"_L1].toString());
        return result;
    };
    CHECK(texts({}) == QStringList{u"4"_s, u"2"_s, u"1"_s, u"0"_s});
    CHECK(texts({{u"rev"_s, 1}, {u"count"_s, 2}}) == QStringList{u"0"_s, u"1"_s});
    CHECK(texts({{u"start_message_id"_s, ids[1]}}) == QStringList{u"1"_s, u"0"_s});
    CHECK(texts({{u"offset"_s, 1}, {u"count"_s, 1}}) == QStringList{u"2"_s});
    CHECK(desk.vk.complaints() == QStringList());
}

TEST_CASE("in a group chat ids are 0 and the numbers of the chat are what counts")
{
    Desk desk;
    const qint64 chat = desk.vk.addChat(u"Wholesale"_s, {desk.anna});
    Vk::Saying there;
    there.chat = chat;
    const qint64 inner = desk.vk.write(desk.anna, u"to all"_s, there);
    const auto found = desk.group.call(
        u"messages.getByConversationMessageId"_s, {{u"peer_id"_s, chat}, {u"conversation_message_ids"_s, u"1"_s}});
    CHECK(found.response()["items"_L1][0]["id"_L1].toInteger() == 0);
    CHECK(found.response()["items"_L1][0]["peer_id"_L1].toInteger() == chat);
    CHECK(desk.group.call(u"messages.getById"_s, {{u"message_ids"_s, inner}}).response()["count"_L1].toInt() == 0);
    CHECK(desk.send(chat, u"x"_s, 1).response().toInteger(-1) == 0);
    CHECK(desk.send(chat + 1, u"x"_s, 2).code() == 917);
}

TEST_CASE("people and the community are described, in lists and on request")
{
    Desk desk;
    desk.vk.write(desk.anna, u"a"_s);
    const auto user =
        desk.group.call(u"users.get"_s, {{u"user_ids"_s, desk.anna}, {u"fields"_s, u"sex,photo_100,screen_name"_s}});
    CHECK(user.response()[0]["first_name"_L1].toString() == u"Anna"_s);
    CHECK(desk.group.get(user.response()[0]["photo_100"_L1].toString()).status == 200);
    const auto list = desk.group.call(u"messages.getConversations"_s, {{u"extended"_s, 1}});
    CHECK(list.response()["profiles"_L1][0]["id"_L1].toInteger() == desk.anna);
    CHECK(list.response()["unread_count"_L1].toInt() == 1);
    const auto group = desk.group.call(u"groups.getById"_s);
    CHECK(group.response()["groups"_L1][0]["id"_L1].toInteger() == desk.vk.groupId());
    desk.vk.deactivate(desk.anna);
    CHECK(desk.group.call(u"users.get"_s, {{u"user_ids"_s, desk.anna}}).response()[0]["first_name"_L1].toString()
        == u"DELETED"_s);
}

TEST_CASE("execute carries out a list of calls and tells of each that failed")
{
    Desk desk;
    desk.vk.write(desk.anna, u"a"_s);
    const QString code =
        u"return [API.messages.getHistory({\"peer_id\":%1,\"count\":1}),API.users.get({}),"
        "API.messages.send({\"peer_id\":777,\"random_id\":5,\"message\":\"a } b\"})];"_s.arg(desk.anna);
    const auto reply = desk.group.call(u"execute"_s, {{u"code"_s, code}});
    const QJsonArray answers = reply.response().toArray();
    REQUIRE(answers.size() == 3);
    CHECK(answers[0]["items"_L1][0]["text"_L1].toString() == u"a"_s);
    CHECK(answers[2].isBool());
    CHECK(reply.json["execute_errors"_L1][0]["error_code"_L1].toInt() == 901);
    CHECK(desk.group.call(u"execute"_s, {{u"code"_s, u"while (true) {}"_s}}).code() == 12);
}
