// SPDX-License-Identifier: GPL-3.0-or-later
// Commands as calls, and refusals as errors.
#include "platforms/vk/encode.h"
#include "platforms/vk/errors.h"
#include "platforms/vk/vk_json.h"

#include "support/print.h"

#include <QSet>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;
using namespace parley::platforms::vk;
using namespace parley::tests;

namespace {

const Address kAnna = Address::dialog(777);
const Address kThread{Address::Kind::Wall, -123, 15, 80};

Error refusal(int code, bool isSend = false, const char *more = "{}")
{
    QJsonObject json = object(more);
    json[u"error_code"_s] = code;
    json[u"error_msg"_s] = u"why"_s;
    platforms::http::Request request;
    request.label = u"messages.send"_s;
    request.isSend = isSend;
    return errorFrom(Refusal::from(json), request);
}

} // namespace

TEST_CASE("The number that keeps a message from going out twice depends on its row and part alone")
{
    QSet<qint32> numbers;
    for (int part = 0; part < 50; ++part) {
        const qint32 number = randomIdFor(u"5f0e7f80-0000-4000-8000-000000000001"_s, part);
        CHECK(number == randomIdFor(u"5f0e7f80-0000-4000-8000-000000000001"_s, part));
        CHECK(number != 0);
        numbers << number;
    }
    numbers << randomIdFor(u"5f0e7f80-0000-4000-8000-000000000002"_s, 0)
            << randomIdFor(u"5f0e7f80-0000-4000-8000-000000000001"_s, 0, 1);
    CHECK(numbers.size() == 52);
}

TEST_CASE("A message goes into its dialog and points at what it answers")
{
    const Call call = messageCall(kAnna, u"hello"_s, 5, u"777:5501"_s, {u"doc-123_1"_s, u"photo-123_2_k"_s});
    CHECK(call.method == u"messages.send"_s);
    CHECK(call.parameters
        == object(
            R"({"peer_id":777,"message":"hello","random_id":5,"reply_to":5501,"attachment":"doc-123_1,photo-123_2_k"})"));
    CHECK(!messageCall(kAnna, u"hello"_s, 5, u"778:5501"_s, {}).parameters.contains(u"reply_to"_s));
    const Call inChat = messageCall(Address::dialog(2'000'000'001), u"hello"_s, 5, u"2000000001:c41"_s, {});
    CHECK(inChat.parameters[u"forward"_s][u"is_reply"_s].toInt() == 1);
    CHECK(inChat.parameters[u"forward"_s][u"conversation_message_ids"_s] == QJsonArray{41});
}

TEST_CASE("A comment answers a comment in the community's name")
{
    const Call call = commentCall(kThread, u"sorry"_s, u"guid"_s, u"wall-123_15/88"_s, 123);
    CHECK(call.method == u"wall.createComment"_s);
    CHECK(call.parameters
        == object(
            R"({"owner_id":-123,"post_id":15,"from_group":123,"message":"sorry","reply_to_comment":88,"guid":"guid"})"));
    CHECK(commentCall(kThread, u"sorry"_s, u"guid"_s, {}, 123).parameters[u"reply_to_comment"_s].toInt() == 80);
    const Call topic = commentCall({Address::Kind::Board, -123, 9, 0}, u"hi"_s, u"g"_s, u"board-123_9/4"_s, 123);
    CHECK(topic.method == u"board.createComment"_s);
    CHECK(topic.parameters == object(R"({"group_id":123,"topic_id":9,"from_group":1,"message":"hi","guid":"g"})"));
    CHECK(commentCall({Address::Kind::Photo, -1, 2, 3}, u"x"_s, u"g"_s, {}, 1).method == u"photos.createComment"_s);
    CHECK(!commentCall({Address::Kind::Wall, 777, 77, 0}, u"x"_s, u"g"_s, u"wall777_77/0"_s, 123)
            .parameters.contains(u"reply_to_comment"_s));
}

TEST_CASE("An edit names the files again, or they would be lost")
{
    const Call call = editMessageCall(*MessageName::from(u"777:5502"_s), u"new"_s, {u"doc-1_2"_s});
    CHECK(call.parameters[u"attachment"_s].toString() == u"doc-1_2"_s);
    CHECK(call.parameters[u"message_id"_s].toInt() == 5502);
    CHECK(call.parameters[u"keep_forward_messages"_s].toInt() == 1);
}

TEST_CASE("Deletions are for everybody, by id or by the number in a chat")
{
    CHECK(deleteMessageCall(*MessageName::from(u"777:5502"_s)).parameters
        == object(R"({"message_ids":[5502],"delete_for_all":1})"));
    CHECK(deleteMessageCall(*MessageName::from(u"2000000001:c4"_s)).parameters
        == object(R"({"peer_id":2000000001,"cmids":[4],"delete_for_all":1})"));
    CHECK(deleteCommentCall(*MessageName::from(u"wall-123_15/88"_s)).parameters
        == object(R"({"owner_id":-123,"comment_id":88})"));
    CHECK(deleteCommentCall(*MessageName::from(u"board-123_9/4"_s)).parameters
        == object(R"({"group_id":123,"topic_id":9,"comment_id":4})"));
}

TEST_CASE("What cannot be sent is refused before anything leaves")
{
    CHECK(!checkReply(Reply{u"  "_s, {}, false, {}}, kAnna).ok());
    Reply withFile{u"see"_s, {}, false, {OutgoingAttachment{u"a.txt"_s, u"text/plain"_s, "x"}}};
    CHECK(checkReply(withFile, kAnna).ok());
    const auto below = checkReply(withFile, kThread);
    REQUIRE(!below.ok());
    CHECK(below.error().kind == ErrorKind::Rejected);
    CHECK(!below.error().words.isEmpty());
    withFile.privately = true;
    CHECK(checkReply(withFile, kThread).ok());
    withFile.attachments.first().content.clear();
    CHECK(!checkReply(withFile, kAnna).ok());
}

TEST_CASE("Each refusal has its kind, and those that an agent reads have words")
{
    const std::pair<int, ErrorKind> table[] = {{1, ErrorKind::BadReply}, {5, ErrorKind::Unauthorized},
        {6, ErrorKind::RateLimited}, {7, ErrorKind::Forbidden}, {8, ErrorKind::Rejected}, {9, ErrorKind::RateLimited},
        {10, ErrorKind::BadReply}, {14, ErrorKind::Forbidden}, {15, ErrorKind::Forbidden}, {17, ErrorKind::Forbidden},
        {18, ErrorKind::WindowClosed}, {29, ErrorKind::RateLimited}, {36, ErrorKind::BadReply},
        {100, ErrorKind::Rejected}, {213, ErrorKind::Forbidden}, {900, ErrorKind::WindowClosed},
        {901, ErrorKind::WindowClosed}, {902, ErrorKind::WindowClosed}, {909, ErrorKind::WindowClosed},
        {914, ErrorKind::Rejected}, {924, ErrorKind::WindowClosed}, {950, ErrorKind::WindowClosed},
        {1117, ErrorKind::Unauthorized}, {3300, ErrorKind::Forbidden}};
    for (const auto &[code, kind] : table) {
        const Error error = refusal(code);
        INFO(code);
        CHECK(error.kind == kind);
        CHECK(!error.words.isEmpty());
        CHECK(!error.mayHaveArrived);
    }
    CHECK(refusal(6).retryAfter == 2s);
    CHECK(refusal(29).retryAfter == 1h);
    CHECK(refusal(901).words.contains(u"under the post"_s));
    CHECK(refusal(54321).kind == ErrorKind::Rejected);
    CHECK(refusal(54321).words.contains(u"why"_s));
}

TEST_CASE("What VK takes for a flood is asked for again later, and never sent again by itself")
{
    CHECK(refusal(9).retryAfter == 60s);
    const Error sent = refusal(9, true);
    CHECK(sent.kind == ErrorKind::Rejected);
    CHECK(!sent.isRetryable());
    CHECK(!sent.mayHaveArrived);
    CHECK(sent.words.contains(u"flood"_s));
}

TEST_CASE("After VK's own failure nobody knows whether a send arrived")
{
    CHECK(refusal(10, true).mayHaveArrived);
    CHECK(!refusal(901, true).mayHaveArrived);
    CHECK(!refusal(6, true).mayHaveArrived);
}

TEST_CASE("A captcha and a validation name the page to open, if it is a safe one")
{
    CHECK(refusal(14, false, R"({"captcha_sid":"1","captcha_img":"https://vk.com/captcha.php?sid=1"})").page
        == u"https://vk.com/captcha.php?sid=1"_s);
    CHECK(refusal(17, false, R"({"redirect_uri":"https://m.vk.com/confirm"})").page == u"https://m.vk.com/confirm"_s);
    CHECK(refusal(17, false, R"({"redirect_uri":"http://m.vk.com/confirm"})").page.isEmpty());
    CHECK(refusal(17, false, R"({"redirect_uri":"file:///etc/passwd"})").page.isEmpty());
    CHECK(refusal(14, false, R"({"captcha_img":"javascript:x"})").page.isEmpty());
}

TEST_CASE("What VK repeats of a call is in no error")
{
    const Error error = refusal(100, false,
        R"({"request_params":[{"key":"access_token","value":"vk1.a.SECRET"},{"key":"message","value":"private words"}]})");
    CHECK(!error.detail.contains(u"SECRET"_s));
    CHECK(!error.detail.contains(u"private words"_s));
    CHECK(!error.words.contains(u"private words"_s));
}
