// SPDX-License-Identifier: GPL-3.0-or-later
// The judge must be able to say no: the checks against VK's official schema find each kind of dishonesty, and nothing
// in what is honest.
#include "sandbox/vk/methods.h"
#include "sandbox/vk/schema.h"
#include "sandbox/vk_client.h"
#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace parley::sandbox;
using parley::tests::VkDesk;

namespace {

const vk::Schema *schema()
{
    static const std::optional<vk::Schema> loaded = vk::Schema::load(vk::Schema::find());
    return loaded ? &*loaded : nullptr;
}

QJsonObject goodMessage()
{
    return {{u"id"_s, 5501}, {u"conversation_message_id"_s, 41}, {u"peer_id"_s, 777}, {u"from_id"_s, 777},
        {u"date"_s, 1767225600}, {u"out"_s, 0}, {u"text"_s, u"x"_s}, {u"version"_s, 10'002'345},
        {u"attachments"_s, QJsonArray()}};
}

QStringList faultsOf(const QJsonObject &message)
{
    return schema()->faultsOfValue(u"messages_message"_s, message);
}

QStringList faultsOfCall(const QString &method, const QJsonObject &values, const QString &token = u"group"_s)
{
    return schema()->faultsOfCall(method, Params::of(values), token);
}

/// Events that a support client lives on, of those that the schema lists; each is made by somebody in the world.
const QStringList kNeeded{u"message_new"_s, u"message_reply"_s, u"message_edit"_s, u"message_allow"_s,
    u"message_deny"_s, u"message_read"_s, u"message_typing_state"_s, u"message_reaction_event"_s, u"wall_post_new"_s,
    u"wall_reply_new"_s, u"wall_reply_edit"_s, u"wall_reply_delete"_s, u"wall_reply_restore"_s, u"board_post_new"_s,
    u"board_post_edit"_s, u"board_post_delete"_s, u"board_post_restore"_s, u"photo_comment_new"_s,
    u"photo_comment_edit"_s, u"photo_comment_delete"_s, u"photo_comment_restore"_s, u"video_comment_new"_s,
    u"video_comment_edit"_s, u"video_comment_delete"_s, u"video_comment_restore"_s, u"market_comment_new"_s,
    u"market_comment_edit"_s, u"market_comment_delete"_s, u"market_comment_restore"_s, u"user_block"_s,
    u"user_unblock"_s};

/// Types of the schema that no support client needs: they say nothing that a customer said.
const QStringList kNotNeeded{u"audio_new"_s, u"confirmation"_s, u"group_leave"_s, u"group_join"_s,
    u"group_change_photo"_s, u"group_change_settings"_s, u"group_officers_edit"_s, u"lead_forms_new"_s,
    u"market_order_new"_s, u"market_order_edit"_s, u"messages_edit"_s, u"photo_new"_s, u"poll_vote_new"_s,
    u"video_new"_s, u"wall_repost"_s, u"wall_schedule_post_new"_s, u"wall_schedule_post_delete"_s};

} // namespace

#define NEED_SCHEMA()                                                                                                  \
    if (!schema())                                                                                                     \
    SKIP("no VK schema: neither PARLEY_SHARED nor ../shared beside the repository holds it")

TEST_CASE("a message as the schema has it is without fault")
{
    NEED_SCHEMA();
    CHECK(faultsOf(goodMessage()) == QStringList());
}

TEST_CASE("missing, unknown and wrongly typed fields are found at any depth")
{
    NEED_SCHEMA();
    QJsonObject message = goodMessage();
    message.remove(u"version"_s);
    CHECK(faultsOf(message) == QStringList{u"messages_message.version is missing"_s});
    message = goodMessage();
    message.insert(u"peer"_s, 1);
    CHECK(faultsOf(message) == QStringList{u"messages_message.peer is not in the schema"_s});
    message = goodMessage();
    message.insert(u"out"_s, 2);
    CHECK(faultsOf(message) == QStringList{u"messages_message.out: 2 is none of the values"_s});
    message = goodMessage();
    message.insert(u"date"_s, u"today"_s);
    CHECK(faultsOf(message) == QStringList{u"messages_message.date is not integer"_s});
    message = goodMessage();
    message.insert(u"fwd_messages"_s, QJsonArray{QJsonObject{{u"text"_s, u"x"_s}, {u"from_id"_s, 1}, {u"date"_s, 1}}});
    CHECK(faultsOf(message) == QStringList{u"messages_message.fwd_messages[0].conversation_message_id is missing"_s});
    message.insert(u"fwd_messages"_s, QJsonObject());
    CHECK(faultsOf(message) == QStringList{u"messages_message.fwd_messages is not array"_s});
}

TEST_CASE("calls of unknown methods, with wrong parameters or another's token are found")
{
    NEED_SCHEMA();
    CHECK(faultsOfCall(u"messages.sent"_s, {}) == QStringList{u"no such method: messages.sent"_s});
    CHECK(faultsOfCall(u"messages.send"_s, {{u"peer_id"_s, u"777"_s}, {u"random_id"_s, u"-5"_s}, {u"v"_s, u"5.199"_s}})
        == QStringList());
    CHECK(faultsOfCall(u"messages.send"_s, {{u"peer"_s, u"777"_s}}) == QStringList{u"no such parameter: peer"_s});
    CHECK(faultsOfCall(u"messages.send"_s, {{u"peer_id"_s, u"Anna"_s}}) == QStringList{u"peer_id is not integer"_s});
    CHECK(faultsOfCall(u"messages.send"_s, {{u"forward"_s, u"41"_s}})
        == QStringList{u"forward is not an object in JSON"_s});
    CHECK(faultsOfCall(u"messages.edit"_s, {}) == QStringList{u"peer_id is missing"_s});
    CHECK(faultsOfCall(u"messages.getById"_s, {{u"message_ids"_s, u"1,x"_s}})
        == QStringList{u"message_ids: x is not integer"_s});
    CHECK(faultsOfCall(u"messages.getConversations"_s, {{u"count"_s, u"201"_s}}) == QStringList{u"count is too big"_s});
    CHECK(faultsOfCall(u"messages.getConversations"_s, {{u"filter"_s, u"new"_s}})
        == QStringList{u"filter: new is none of the values"_s});
    CHECK(faultsOfCall(u"wall.getComments"_s, {}) == QStringList{u"does not take the token of a group"_s});
    CHECK(faultsOfCall(u"wall.getComments"_s, {}, u"service"_s) == QStringList());
}

TEST_CASE("answers are looked at as well, and one of several shapes is enough")
{
    NEED_SCHEMA();
    const auto faults = [](const QString &method, const QJsonValue &response) {
        return schema()->faultsOfAnswer(method, {{u"response"_s, response}});
    };
    CHECK(faults(u"messages.send"_s, 5502) == QStringList());
    CHECK(faults(u"messages.send"_s,
              QJsonArray{QJsonObject{{u"peer_id"_s, 1}, {u"message_id"_s, 2}, {u"conversation_message_id"_s, 3}}})
        == QStringList());
    CHECK_FALSE(faults(u"messages.send"_s, u"5502"_s).isEmpty());
    CHECK_FALSE(faults(u"messages.setActivity"_s, 0).isEmpty());
    CHECK(faults(u"groups.getLongPollServer"_s,
              QJsonObject{{u"key"_s, u"k"_s}, {u"server"_s, u"https://x"_s}, {u"ts"_s, 12}})
        == QStringList{u"response.ts is not string"_s});
    CHECK_FALSE(
        schema()->faultsOfAnswer(u"users.get"_s, {{u"error"_s, QJsonObject{{u"error_msg"_s, u"x"_s}}}}).isEmpty());
}

TEST_CASE("events are looked at, envelope and object")
{
    NEED_SCHEMA();
    const QJsonObject deny{{u"type"_s, u"message_deny"_s}, {u"event_id"_s, u"e"_s}, {u"v"_s, u"5.199"_s},
        {u"group_id"_s, 1}, {u"object"_s, QJsonObject{{u"user_id"_s, 777}}}};
    CHECK(schema()->faultsOfEvent(deny) == QStringList());
    QJsonObject odd = deny;
    odd.remove(u"event_id"_s);
    CHECK(schema()->faultsOfEvent(odd) == QStringList{u"event.event_id is missing"_s});
    odd = deny;
    odd.insert(u"object"_s, QJsonObject{{u"user"_s, 777}});
    CHECK(schema()->faultsOfEvent(odd).size() == 2);
}

TEST_CASE("what the schema forgot of an event is let through, but not as something else")
{
    NEED_SCHEMA();
    QJsonObject post{{u"id"_s, 5}, {u"from_id"_s, 777}, {u"date"_s, 1767225600}, {u"text"_s, u"x"_s},
        {u"topic_id"_s, 9}, {u"topic_owner_id"_s, -1}};
    const auto faults = [&] {
        return schema()->faultsOfEvent({{u"type"_s, u"board_post_new"_s}, {u"event_id"_s, u"e"_s}, {u"v"_s, u"5.199"_s},
            {u"group_id"_s, 1}, {u"object"_s, post}});
    };
    CHECK(faults() == QStringList());
    post.insert(u"topic_id"_s, u"nine"_s);
    CHECK(faults() == QStringList{u"board_post_new.topic_id is not integer"_s});
    post.insert(u"topic_id"_s, 9);
    post.insert(u"topic"_s, 9);
    CHECK(faults() == QStringList{u"board_post_new.topic is not in the schema"_s});
}

TEST_CASE("the complaints of a sandbox come from real calls")
{
    NEED_SCHEMA();
    VkDesk desk;
    desk.group.call(u"messages.sent"_s);
    desk.group.call(u"wall.getComments"_s, {{u"owner_id"_s, 1}});
    desk.group.call(u"users.get"_s, {{u"ids"_s, 1}});
    CHECK(desk.vk.complaints()
        == QStringList{u"call of messages.sent: no such method: messages.sent"_s,
            u"call of wall.getComments: does not take the token of a group"_s,
            u"call of users.get: no such parameter: ids"_s});
}

TEST_CASE("the sandbox takes for each method the tokens that the schema names")
{
    NEED_SCHEMA();
    vk::World world;
    const vk::Methods methods(world);
    const QStringList names = methods.names();
    CHECK(names.size() > 60);
    for (const QString &name : names) {
        CAPTURE(name);
        const QStringList tokens = schema()->tokensOf(name);
        CHECK(bool(methods.kindsOf(name) & vk::Community) == tokens.contains(u"group"_s));
        CHECK(bool(methods.kindsOf(name) & vk::User) == tokens.contains(u"user"_s));
        CHECK(bool(methods.kindsOf(name) & vk::Service) == tokens.contains(u"service"_s));
    }
}

TEST_CASE("the sandbox has the schema's words for each error that it knows")
{
    NEED_SCHEMA();
    const QHash<int, QString> words = schema()->errorWords();
    CHECK(words.size() > 200);
    for (auto it = words.begin(); it != words.end(); ++it) {
        if (it.key() != 1 && vk::wordsOf(it.key()) != vk::wordsOf(1))
            CHECK(vk::wordsOf(it.key()) == *it);
    }
}

TEST_CASE("every event type that a support client needs is produced as the schema has it")
{
    NEED_SCHEMA();
    VkDesk desk;
    desk.listen();
    auto &vk = desk.vk;
    const qint64 message = vk.write(desk.anna, u"a"_s);
    vk.edit(message, u"b"_s);
    const qint64 answer = vk.colleagueWrites(desk.anna, u"c"_s);
    vk.read(desk.anna);
    vk.type(desk.anna);
    vk.react(desk.anna, answer, 3);
    vk.denyMessages(desk.anna);
    vk.allowMessages(desk.anna);
    vk.ban(desk.anna);
    vk.ban(desk.anna, false);
    vk.pressButton(desk.anna, answer, {{u"k"_s, 1}});
    for (const auto &place :
        {vk.post(u"p"_s), vk.addPhoto(u"p"_s), vk.addVideo(u"v"_s), vk.addProduct(u"m"_s), vk.addTopic(u"t"_s)}) {
        const qint64 comment = vk.comment(desk.anna, place, u"a"_s);
        Vk::Remark below;
        below.replyTo = comment;
        vk.comment(desk.anna, place, u"b"_s, below);
        vk.editComment(place, comment, u"c"_s);
        vk.deleteComment(place, comment);
        vk.restoreComment(place, comment);
        vk.like(desk.anna, place, comment);
    }
    const QStringList produced = desk.botsTypes();
    CHECK(vk.complaints() == QStringList());
    for (const QString &type : kNeeded) {
        CAPTURE(type);
        CHECK(produced.contains(type));
    }
    for (const QString &type : schema()->eventTypes()) {
        CAPTURE(type);
        CHECK((kNeeded.contains(type) || kNotNeeded.contains(type)));
    }
}
