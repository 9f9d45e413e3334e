// SPDX-License-Identifier: GPL-3.0-or-later
// The demo's community: the same each time, history before and news after it opens, and people who answer once.
#include "sandbox/demo/vk_desk.h"
#include "sandbox/vk/verbs.h"
#include "sandbox/vk_client.h"
#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace parley::sandbox;
using parley::tests::VkClient;

namespace {

void play(CommunityDesk &desk, qint64 from, qint64 to)
{
    for (qint64 ms = from; ms < to; ms += 250)
        desk.tick(ms);
}

QJsonArray dialogsOf(const Vk &vk)
{
    VkClient client(vk.url(), vk.token());
    return client.call(u"messages.getConversations"_s, {{u"count"_s, 200}, {u"extended"_s, 1}})
        .response()["items"_L1]
        .toArray();
}

} // namespace

TEST_CASE("the community opens with histories, comments and a mention, and goes on by its scripts")
{
    Vk vk;
    CommunityDesk desk(vk, 1);
    desk.open();
    const qsizetype before = dialogsOf(vk).size();
    CHECK(before >= 4);
    const auto early = desk.summary();
    CHECK(early["comments_written"_L1].toInt() >= 4);
    play(desk, 0, 90'000);
    CHECK(dialogsOf(vk).size() > before);
    CHECK(desk.summary()["comments_written"_L1].toInt() > early["comments_written"_L1].toInt());
    VkClient user(vk.url(), vk.userToken());
    CHECK(user.call(u"newsfeed.getMentions"_s, {{u"owner_id"_s, -vk.groupId()}}).response()["count"_L1].toInt() == 1);
    CHECK(vk.complaints() == QStringList());
}

TEST_CASE("who is answered in private or in public says one thing to it")
{
    Vk vk;
    CommunityDesk desk(vk, 1);
    desk.open();
    VkClient group(vk.url(), vk.token());
    VkClient service(vk.url(), vk.serviceToken());
    const QJsonValue maksim = group.call(u"messages.getConversations"_s).response()["items"_L1][0]["conversation"_L1];
    const qint64 peer = maksim["peer"_L1]["id"_L1].toInteger();
    CHECK(group.call(u"messages.send"_s, {{u"peer_id"_s, peer}, {u"random_id"_s, 7}, {u"message"_s, u"Уже ищем"_s}})
              .code()
        == 0);
    const auto posts = service.call(u"wall.get"_s, {{u"owner_id"_s, -vk.groupId()}}).response()["items"_L1];
    const qint64 post = posts[0]["id"_L1].toInteger();
    const QJsonObject under{{u"owner_id"_s, -vk.groupId()}, {u"post_id"_s, post}};
    const auto first = service.call(u"wall.getComments"_s, under).response()["items"_L1][0];
    QJsonObject answer = under;
    answer.insert(u"from_group"_s, vk.groupId());
    answer.insert(u"message"_s, u"Написали вам в личные"_s);
    answer.insert(u"reply_to_comment"_s, first["id"_L1]);
    const auto seenBefore = vk.comments({Vk::Place::Kind::Wall, post}).size();
    CHECK(group.call(u"wall.createComment"_s, answer).code() == 0);
    play(desk, 0, 15'000);
    CHECK(desk.summary()["answers_received"_L1].toInt() == 1);
    CHECK(vk.comments({Vk::Place::Kind::Wall, post}).size() >= seenBefore + 1);
    CHECK(vk.complaints() == QStringList());
}

TEST_CASE("a closed profile cannot be written to, only answered under the post")
{
    Vk vk;
    CommunityDesk desk(vk, 1);
    desk.open();
    VkClient group(vk.url(), vk.token());
    const auto comments = vk.comments({Vk::Place::Kind::Wall, 15});
    REQUIRE_FALSE(comments.isEmpty());
    const QJsonObject question{{u"group_id"_s, vk.groupId()}, {u"user_id"_s, comments.last().from}};
    CHECK(group.call(u"messages.isMessagesFromGroupAllowed"_s, question).response()["is_allowed"_L1].toInt(1) == 0);
    CHECK(group.call(u"users.get"_s, {{u"user_ids"_s, comments.last().from}}).response()[0]["is_closed"_L1].toBool());
}

TEST_CASE("the control side speaks for the community's customers and witnesses")
{
    Telegram telegram;
    Vk vk;
    Control control(telegram);
    addVkVerbs(control, vk);
    const auto perform = [&](const QString &verb, const QJsonObject &given = {}) {
        return control.perform(verb, given).value_or(QJsonObject{{u"error"_s, u"no verb"_s}});
    };
    const QJsonValue anna = perform(u"vk_customer"_s, {{u"first_name"_s, u"Anna"_s}})["customer"_L1];
    const QJsonValue message = perform(u"vk_write"_s, {{u"customer"_s, anna}, {u"text"_s, u"hello"_s}})["message"_L1];
    CHECK(message.toInteger() > 0);
    CHECK(perform(u"vk_marks"_s, {{u"peer"_s, anna}})["unanswered"_L1].toBool());
    perform(u"vk_colleague_marks"_s, {{u"peer"_s, anna}, {u"answered"_s, true}});
    CHECK_FALSE(perform(u"vk_marks"_s, {{u"peer"_s, anna}})["unanswered"_L1].toBool());
    const QJsonValue post = perform(u"vk_post"_s, {{u"text"_s, u"News"_s}})["id"_L1];
    perform(u"vk_comment"_s, {{u"customer"_s, anna}, {u"id"_s, post}, {u"text"_s, u"well"_s}});
    CHECK(perform(u"vk_comments"_s, {{u"id"_s, post}})["comments"_L1][0]["text"_L1].toString() == u"well"_s);
    perform(u"vk_bad_day"_s, {{u"kind"_s, u"refuse"_s}, {u"code"_s, 9}});
    VkClient group(vk.url(), vk.token());
    CHECK(group.call(u"groups.getById"_s).code() == 9);
    CHECK(perform(u"vk_calls"_s)["calls"_L1].toArray().size() == 1);
    CHECK(perform(u"vk_bad_day"_s, {{u"kind"_s, u"rain"_s}}).contains("error"_L1));
    CHECK(perform(u"vk_complaints"_s)["complaints"_L1].toArray().isEmpty());
}
