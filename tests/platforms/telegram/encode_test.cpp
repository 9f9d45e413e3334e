// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/telegram/address.h"
#include "platforms/telegram/encode.h"
#include "platforms/telegram/errors.h"
#include "platforms/telegram/info.h"
#include "support/print.h"

#include <QJsonArray>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::platforms::telegram;

namespace {

Address in(const QString &remoteId)
{
    const auto address = Address::from(remoteId);
    REQUIRE(address.has_value());
    return *address;
}

QList<Call> encoded(const Reply &reply, const QString &conversation = u"777"_s, const QString &target = {})
{
    const auto calls = encodeReply(reply, in(conversation), target);
    REQUIRE(calls.ok());
    return *calls;
}

} // namespace

TEST_CASE("An address is what its text says, there and back")
{
    for (const auto &text : {u"777"_s, u"-1001234567890"_s, u"-1001/5"_s, u"-1001/c41"_s, u"-1002/d9"_s, u"bc1:777"_s})
        CHECK(in(text).toString() == text);
    CHECK(in(u"bc1:777"_s).message(9) == u"bc1:777:9"_s);
    CHECK(messageIdIn(u"bc1:777:9"_s) == 9);
    for (const auto &text : {u""_s, u"notices"_s, u"7x"_s, u"7/"_s, u"7/c"_s, u"7/x"_s, u":"_s, u"bc1:"_s})
        CHECK(!Address::from(text).has_value());
}

TEST_CASE("A long text goes as several messages, one call each")
{
    const QString paragraph(3000, u'a');
    const auto calls = encoded(Reply{paragraph + u"\n\n"_s + paragraph, {}, false, {}});
    REQUIRE(calls.size() == 2);
    CHECK(calls.at(0).parameters[u"text"_s] == paragraph);
    CHECK(calls.at(1).parameters[u"text"_s] == paragraph);
}

TEST_CASE("An answer points at its message and goes out although that is gone")
{
    const auto calls = encoded(Reply{u"hello"_s, {}, false, {}}, u"777"_s, u"777:41"_s);
    REQUIRE(calls.size() == 1);
    CHECK(calls.first().method == u"sendMessage"_s);
    CHECK(calls.first().parameters
        == QJsonObject{{u"chat_id"_s, 777}, {u"text"_s, u"hello"_s},
            {u"reply_parameters"_s, QJsonObject{{u"message_id"_s, 41}, {u"allow_sending_without_reply"_s, true}}}});
}

TEST_CASE("A message from before its group was upgraded is not mistaken for one of the new group")
{
    CHECK(!encoded(Reply{u"hello"_s, {}, false, {}}, u"-1009"_s, u"-5001:41"_s)
            .first()
            .parameters.contains(u"reply_parameters"_s));
    const auto edit = encodeEdit(EditMessage{{}, u"x"_s}, u"-5001:41"_s);
    REQUIRE(edit.ok());
    CHECK(edit->parameters[u"chat_id"_s] == -5001);
}

TEST_CASE("Topics, business chats and comments are addressed as each must be")
{
    CHECK(encoded(Reply{u"x"_s, {}, false, {}}, u"-1001/5"_s).first().parameters[u"message_thread_id"_s] == 5);
    CHECK(!encoded(Reply{u"x"_s, {}, false, {}}, u"-1001/1"_s).first().parameters.contains(u"message_thread_id"_s));
    CHECK(encoded(Reply{u"x"_s, {}, false, {}}, u"bc1:777"_s).first().parameters[u"business_connection_id"_s]
        == u"bc1"_s);
    CHECK(encoded(Reply{u"x"_s, {}, false, {}}, u"-1002/d9"_s).first().parameters[u"direct_messages_topic_id"_s] == 9);
    const auto comment = encoded(Reply{u"x"_s, {}, false, {}}, u"-1001/c41"_s).first().parameters;
    CHECK(!comment.contains(u"message_thread_id"_s));
    CHECK(comment[u"reply_parameters"_s][u"message_id"_s] == 41);
}

TEST_CASE("Files go as photos or documents, a short text as the caption, a long one before them")
{
    Reply reply{u"look"_s, {}, false, {}};
    reply.attachments << OutgoingAttachment{u"a.jpg"_s, u"image/jpeg"_s, "jpeg"}
                      << OutgoingAttachment{u"b.pdf"_s, u"application/pdf"_s, "pdf"};
    auto calls = encoded(reply);
    REQUIRE(calls.size() == 2);
    CHECK(calls.at(0).method == u"sendPhoto"_s);
    CHECK(calls.at(0).parameters[u"caption"_s] == u"look"_s);
    CHECK(calls.at(1).method == u"sendDocument"_s);
    CHECK(!calls.at(1).parameters.contains(u"caption"_s));

    reply.text = QString(kCaptionLimit + 1, u'x');
    calls = encoded(reply);
    REQUIRE(calls.size() == 3);
    CHECK(calls.at(0).method == u"sendMessage"_s);

    // Ten megabytes are the most for a photo; then it is a file.
    reply.attachments = {OutgoingAttachment{u"big.png"_s, u"image/png"_s, QByteArray(kPhotoLimit + 1, 'x')}};
    reply.text.clear();
    CHECK(encoded(reply).first().method == u"sendDocument"_s);
}

TEST_CASE("What cannot be sent is refused in words before anything left")
{
    Reply tooLarge{u"x"_s, {}, false, {}};
    tooLarge.attachments << OutgoingAttachment{u"film.mp4"_s, u"video/mp4"_s, QByteArray(kFileLimit + 1, 'x')};
    Reply empty{u"x"_s, {}, false, {}};
    empty.attachments << OutgoingAttachment{u"empty.txt"_s, u"text/plain"_s, {}};
    for (const Reply &reply : {tooLarge, empty, Reply{u"  "_s, {}, false, {}}, Reply{u"x"_s, {}, true, {}}}) {
        const auto calls = encodeReply(reply, in(u"777"_s), {});
        REQUIRE(!calls.ok());
        CHECK(calls.error().kind == ErrorKind::Rejected);
        CHECK(!calls.error().words.isEmpty());
        CHECK(!calls.error().mayHaveArrived);
    }
    CHECK(!encodeEdit(EditMessage{{}, QString(5000, u'x')}, u"777:1"_s).ok());
    CHECK(!encodeDelete({}).ok());
}

TEST_CASE("A business chat's message is deleted by its own method")
{
    const auto call = encodeDelete(u"bc1:777:9"_s);
    REQUIRE(call.ok());
    CHECK(call->method == u"deleteBusinessMessages"_s);
    CHECK(call->parameters[u"message_ids"_s].toArray() == QJsonArray{9});
}

TEST_CASE("Each refusal of the Bot API is told in words and has the kind that sync acts on")
{
    const platforms::http::Request request;
    struct Row {
        int code;
        QString description;
        ErrorKind kind;
        Turn turn;
    };
    for (const Row &row : {Row{401, u"Unauthorized"_s, ErrorKind::Unauthorized, Turn::None},
             Row{404, u"Not Found"_s, ErrorKind::Unauthorized, Turn::None},
             Row{409, u"Conflict: terminated by other getUpdates request; make sure …"_s, ErrorKind::Forbidden,
                 Turn::OtherPoller},
             Row{409, u"Conflict: can't use getUpdates method while webhook is active; …"_s, ErrorKind::Forbidden,
                 Turn::WebhookActive},
             Row{413, {}, ErrorKind::Rejected, Turn::None},
             Row{403, u"Forbidden: bot was blocked by the user"_s, ErrorKind::WindowClosed, Turn::CustomerGone},
             Row{403, u"Forbidden: USER IS DEACTIVATED"_s, ErrorKind::WindowClosed, Turn::CustomerGone},
             Row{403, u"Forbidden: bot can't initiate conversation with a user"_s, ErrorKind::WindowClosed, Turn::None},
             Row{403, u"Forbidden: bot was kicked from the supergroup chat"_s, ErrorKind::WindowClosed,
                 Turn::CustomerGone},
             Row{403, u"Forbidden: something new"_s, ErrorKind::Forbidden, Turn::None},
             Row{400, u"Bad Request: chat not found"_s, ErrorKind::NotFound, Turn::None},
             Row{400, u"Bad Request: BUSINESS_PEER_INVALID"_s, ErrorKind::WindowClosed, Turn::None},
             Row{400, u"Bad Request: message can't be edited"_s, ErrorKind::WindowClosed, Turn::None},
             Row{400, u"Bad Request: file is too big"_s, ErrorKind::Rejected, Turn::None},
             Row{400, u"Bad Request: message thread not found"_s, ErrorKind::Rejected, Turn::ThreadGone},
             Row{400, u"Bad Request: something new"_s, ErrorKind::Rejected, Turn::None}}) {
        const Refusal refusal{row.code, row.description, {}, 0};
        const Error error = errorFrom(refusal, request);
        INFO(row.description.toStdString());
        CHECK(error.kind == row.kind);
        CHECK(!error.words.isEmpty());
        CHECK(!error.mayHaveArrived);
        CHECK(turnOf(refusal) == row.turn);
    }
    CHECK(turnOf({400, u"Bad Request: message is not modified: …"_s, {}, 0}) == Turn::NotModified);
    CHECK(turnOf({400, u"Bad Request: whatever"_s, {}, -1009}) == Turn::GroupUpgraded);
}

TEST_CASE("Settings of a new account are checked in words that name the mend")
{
    const auto entry = platforms::telegram::entry();
    Account account;
    CHECK(entry.validate(account).ok());
    account.url = u"https://bots.example:8443/"_s;
    const auto kept = entry.validate(account);
    REQUIRE(kept.ok());
    CHECK(kept->url == u"https://bots.example:8443"_s);
    account.url = u"http://127.0.0.1:9000"_s;
    CHECK(entry.validate(account).ok());
    for (const auto &url :
        {u"http://bots.example"_s, u"ftp://bots.example"_s, u"bots.example"_s, u"https://user:pass@bots.example"_s}) {
        account.url = url;
        const auto refused = entry.validate(account);
        REQUIRE(!refused.ok());
        CHECK(!refused.error().words.isEmpty());
        CHECK(!refused.error().words.contains(u"pass"_s));
    }
    account.url.clear();
    account.settings[u"group"_s] = u"7"_s;
    const auto refused = entry.validate(account);
    REQUIRE(!refused.ok());
    CHECK(refused.error().words.contains(u"group"_s));
}
