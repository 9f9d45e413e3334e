// SPDX-License-Identifier: GPL-3.0-or-later
// Who may do what: kinds of tokens, rights, versions, pace, and the forms in which a call may come.
#include "sandbox/vk_client.h"
#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace parley::sandbox;
using parley::tests::VkClient;
using parley::tests::VkDesk;

TEST_CASE("an error comes with HTTP 200 and repeats what was asked")
{
    VkDesk desk;
    const auto reply = desk.group.call(u"messages.send"_s, {{u"peer_id"_s, desk.anna}, {u"random_id"_s, 1}});
    CHECK(reply.status == 200);
    CHECK(reply.code() == 901);
    CHECK(reply.words() == u"Can't send messages for users without permission"_s);
    CHECK(reply.json["error"_L1]["request_params"_L1].toArray().contains(
        QJsonObject{{u"key"_s, u"peer_id"_s}, {u"value"_s, QString::number(desk.anna)}}));
}

TEST_CASE("a wrong token, a missing one, and one that was taken back are each refused")
{
    VkDesk desk;
    CHECK(VkClient(desk.vk.url(), "wrong").call(u"groups.getById"_s).code() == 5);
    CHECK(VkClient(desk.vk.url(), {}).call(u"groups.getById"_s).words()
        == u"User authorization failed: no access_token passed."_s);
    const QByteArray old = desk.vk.token();
    const QByteArray fresh = desk.vk.revokeToken();
    CHECK(desk.group.call(u"groups.getById"_s).code() == 5);
    CHECK(VkClient(desk.vk.url(), fresh).call(u"groups.getById"_s).code() == 0);
    desk.vk.restoreToken(old);
    CHECK(desk.group.call(u"groups.getById"_s).code() == 0);
    desk.vk.expireUserToken();
    CHECK(desk.user.call(u"users.get"_s).code() == 5);
}

TEST_CASE("each kind of token has its methods")
{
    VkDesk desk;
    const auto post = desk.vk.post(u"News"_s);
    const QJsonObject under{{u"owner_id"_s, -desk.vk.groupId()}, {u"post_id"_s, post.id}};
    CHECK(desk.group.call(u"wall.getComments"_s, under).code() == 27);
    CHECK(desk.service.call(u"wall.getComments"_s, under).code() == 0);
    CHECK(desk.user.call(u"wall.getComments"_s, under).code() == 0);
    CHECK(desk.service.call(u"newsfeed.getMentions"_s).code() == 28);
    CHECK(desk.group.call(u"newsfeed.search"_s, {{u"q"_s, u"x"_s}}).code() == 27);
    CHECK(desk.user.call(u"groups.getTokenPermissions"_s).code() == 27);
    // Ordinary applications have not got the messages of people since 2019.
    CHECK(desk.user.call(u"messages.getConversations"_s).code() == 15);
}

TEST_CASE("a community's token does what its rights allow, and names them")
{
    VkDesk desk;
    desk.vk.setRights({u"messages"_s});
    const auto rights = desk.group.call(u"groups.getTokenPermissions"_s).response();
    CHECK(rights["permissions"_L1].toArray()
        == QJsonArray{QJsonObject{{u"name"_s, u"messages"_s}, {u"setting"_s, 4096}}});
    CHECK(desk.group.call(u"messages.getConversations"_s).code() == 0);
    CHECK(desk.group.call(u"photos.getMessagesUploadServer"_s).code() == 15);
    CHECK(desk.group.call(u"groups.getLongPollServer"_s, {{u"group_id"_s, desk.vk.groupId()}}).code() == 15);
}

TEST_CASE("a call comes by address or form; a JSON body is not heard, a long address refused")
{
    VkDesk desk;
    const QJsonObject parameters{
        {u"access_token"_s, QString::fromLatin1(desk.vk.token())}, {u"v"_s, u"5.199"_s}, {u"user_ids"_s, desk.anna}};
    const QString address = desk.vk.url() + u"/method/users.get"_s;
    CHECK(desk.group.get(address, parameters).code() == 0);
    CHECK(desk.group.postRaw(u"users.get"_s, "application/json", QJsonDocument(parameters).toJson()).code() == 8);
    QJsonObject longer = parameters;
    longer.insert(u"fields"_s, QString(5000, u'x'));
    CHECK(desk.group.get(address, longer).status == 414);
    CHECK(desk.group.get(QString(desk.vk.url() + u"/users.get"_s), parameters).status == 404);
}

TEST_CASE("names of methods have their capitals, and versions their floor")
{
    VkDesk desk;
    CHECK(desk.group.call(u"users.Get"_s).code() == 3);
    CHECK(desk.group.call(u"groups.getById"_s, {{u"v"_s, u"5.21"_s}}).code() == 8);
    desk.vk.demandVersion(u"5.200"_s);
    const auto refused = desk.group.call(u"groups.getById"_s);
    CHECK(refused.code() == 8);
    CHECK(refused.words().contains(u"versions below 5.200 are deprecated"_s));
}

TEST_CASE("a token may only call so often in a second")
{
    VkDesk desk;
    desk.vk.setRateLimits(20, 3);
    QList<VkClient::Waiting> waiting;
    for (int i = 0; i < 6; ++i)
        waiting.append(desk.user.begin(u"users.get"_s));
    int refused = 0;
    for (const auto &one : waiting)
        refused += desk.user.wait(one).code() == 6 ? 1 : 0;
    CHECK(refused > 0);
}

TEST_CASE("messages that are switched off and a community that is gone are said so")
{
    VkDesk desk;
    desk.vk.write(desk.anna, u"a"_s);
    desk.vk.switchMessagesOff();
    CHECK(desk.send(desk.anna, u"x"_s, 1).code() == 15);
    desk.vk.switchMessagesOff(false);
    desk.listen();
    const auto waiting = desk.beginBots();
    REQUIRE(QTest::qWaitFor([&] { return desk.vk.isPolled(Vk::Stream::Bots); }, 120'000));
    desk.vk.deleteCommunity();
    CHECK(desk.group.wait(waiting).json["failed"_L1].toInt() == 3);
    CHECK(desk.group.call(u"messages.getConversations"_s).code() == 15);
    CHECK(desk.group.call(u"groups.getById"_s).response()["groups"_L1][0]["deactivated"_L1].toString() == u"deleted"_s);
}

TEST_CASE("tokens are in no record of calls")
{
    VkDesk desk;
    desk.group.call(u"groups.getById"_s);
    CHECK_FALSE(desk.vk.calls(u"groups.getById"_s).first().parameters.contains("access_token"_L1));
}
