// SPDX-License-Identifier: GPL-3.0-or-later
// What is said in public: levels, tokens, guids and closed doors.
#include "sandbox/vk/server.h"
#include "sandbox/vk_client.h"
#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace parley::sandbox;
using parley::tests::VkDesk;

namespace {

struct Desk : VkDesk {
    Desk() { listen(); }
    ~Desk() { CHECK(vk.complaints() == QStringList()); }

    QJsonObject under(const Vk::Place &post, const QJsonObject &more = {}) const
    {
        QJsonObject parameters = more;
        parameters.insert(u"owner_id"_s, -vk.groupId());
        parameters.insert(u"post_id"_s, post.id);
        return parameters;
    }
};

} // namespace

TEST_CASE("wall comments have two levels however deep the talk is")
{
    Desk desk;
    const auto post = desk.vk.post(u"News"_s);
    const qint64 top = desk.vk.comment(desk.anna, post, u"No answer for a week"_s);
    const qint64 boris = desk.vk.addCustomer(u"Boris"_s);
    Vk::Remark toTop;
    toTop.replyTo = top;
    const qint64 second = desk.vk.comment(boris, post, u"same here"_s, toTop);
    const auto answered = desk.group.call(u"wall.createComment"_s,
        desk.under(
            post, {{u"from_group"_s, desk.vk.groupId()}, {u"message"_s, u"On it"_s}, {u"reply_to_comment"_s, second}}));
    CHECK(answered.response()["parents_stack"_L1].toArray() == QJsonArray{top});
    const auto seen = desk.vk.comments(post).last();
    CHECK(seen.from == -desk.vk.groupId());
    CHECK(seen.replyTo == second);
    CHECK(seen.top == top);
    const QJsonArray news = desk.botsNews();
    REQUIRE(news.size() == 4);
    CHECK(news[0]["type"_L1].toString() == u"wall_post_new"_s);
    CHECK(news[3]["type"_L1].toString() == u"wall_reply_new"_s); // one's own comes too
    CHECK(news[3]["object"_L1]["reply_to_user"_L1].toInteger() == boris);
    CHECK(news[3]["object"_L1]["post_id"_L1].toInteger() == post.id);
}

TEST_CASE("the same guid writes once, a closed post takes nothing")
{
    Desk desk;
    const auto post = desk.vk.post(u"News"_s);
    const QJsonObject words = desk.under(post, {{u"message"_s, u"x"_s}, {u"guid"_s, u"g1"_s}});
    const qint64 first = desk.group.call(u"wall.createComment"_s, words).response()["comment_id"_L1].toInteger();
    CHECK(desk.group.call(u"wall.createComment"_s, words).response()["comment_id"_L1].toInteger() == first);
    CHECK(desk.vk.answersUnder(post) == QStringList{u"x"_s});
    desk.vk.closeComments(post);
    CHECK(desk.group.call(u"wall.createComment"_s, desk.under(post, {{u"message"_s, u"y"_s}})).code() == 213);
    CHECK(desk.group.call(u"wall.createComment"_s, desk.under({Vk::Place::Kind::Wall, 999}, {{u"message"_s, u"y"_s}}))
              .code()
        == 212);
    desk.vk.closeComments(post, false);
    CHECK(desk.group
              .call(u"wall.createComment"_s, desk.under(post, {{u"message"_s, u"y"_s}, {u"reply_to_comment"_s, 999}}))
              .code()
        == 100);
}

TEST_CASE("an administrator's token edits what is ours, deletes anybody's, and brings it back")
{
    Desk desk;
    const auto post = desk.vk.post(u"News"_s);
    const qint64 theirs = desk.vk.comment(desk.anna, post, u"a"_s);
    const qint64 ours = desk.vk.colleagueComments(post, u"b"_s);
    const QJsonObject wall{{u"owner_id"_s, -desk.vk.groupId()}};
    const auto with = [&](qint64 comment, const QString &text = {}) {
        QJsonObject parameters = wall;
        parameters.insert(u"comment_id"_s, comment);
        if (!text.isEmpty())
            parameters.insert(u"message"_s, text);
        return parameters;
    };
    CHECK(desk.user.call(u"wall.editComment"_s, with(theirs, u"hm"_s)).code() == 211);
    CHECK(desk.user.call(u"wall.editComment"_s, with(ours, u"c"_s)).response().toInt() == 1);
    CHECK(desk.vk.answersUnder(post) == QStringList{u"c"_s});
    CHECK(desk.user.call(u"wall.deleteComment"_s, with(theirs)).response().toInt() == 1);
    CHECK(desk.user.call(u"wall.deleteComment"_s, with(theirs)).code() == 211);
    CHECK(desk.user.call(u"wall.getComment"_s, with(theirs)).code() == 211);
    CHECK(desk.user.call(u"wall.restoreComment"_s, with(theirs)).response().toInt() == 1);
    CHECK(desk.user.call(u"wall.getComment"_s, with(theirs)).response()["items"_L1][0]["text"_L1].toString() == u"a"_s);
    CHECK(
        desk.botsTypes().mid(3) == QStringList{u"wall_reply_edit"_s, u"wall_reply_delete"_s, u"wall_reply_restore"_s});
}

TEST_CASE("comments are read by levels and in pages, cut at 90 characters unless told otherwise")
{
    Desk desk;
    const auto post = desk.vk.post(u"News"_s);
    const QString longText(200, u'x');
    const qint64 top = desk.vk.comment(desk.anna, post, longText);
    Vk::Remark below;
    below.replyTo = top;
    desk.vk.comment(desk.anna, post, u"1"_s, below);
    desk.vk.comment(desk.anna, post, u"2"_s, below);
    const qint64 other = desk.vk.comment(desk.anna, post, u"other"_s);
    const auto cut = desk.user.call(u"wall.getComments"_s, desk.under(post)).response();
    CHECK(cut["items"_L1][0]["text"_L1].toString().size() == 91);
    const auto whole =
        desk.service
            .call(u"wall.getComments"_s,
                desk.under(post, {{u"preview_length"_s, 0}, {u"thread_items_count"_s, 1}, {u"extended"_s, 1}}))
            .response();
    CHECK(whole["items"_L1][0]["text"_L1].toString() == longText);
    CHECK(whole["count"_L1].toInt() == 4);
    CHECK(whole["current_level_count"_L1].toInt() == 2);
    CHECK(whole["items"_L1][0]["thread"_L1]["count"_L1].toInt() == 2);
    CHECK(whole["items"_L1][0]["thread"_L1]["items"_L1].toArray().size() == 1);
    CHECK(whole["profiles"_L1].toArray().size() == 1);
    CHECK(desk.user.call(u"wall.getComments"_s, desk.under(post, {{u"comment_id"_s, top}}))
              .response()["items"_L1]
              .toArray()
              .size()
        == 2);
    CHECK(desk.user.call(u"wall.getComments"_s, desk.under(post, {{u"start_comment_id"_s, other}}))
              .response()["items"_L1]
              .toArray()
              .size()
        == 1);
    desk.vk.deleteComment(post, top); // its place stays, without words
    const auto after = desk.user.call(u"wall.getComments"_s, desk.under(post)).response();
    CHECK(after["items"_L1][0]["deleted"_L1].toBool());
    CHECK(after["items"_L1][0]["text"_L1].toString().isEmpty());
}

TEST_CASE("photos, videos, products and topics have comments of their own, by the administrator's token")
{
    Desk desk;
    struct Case {
        Vk::Place place;
        QString methods;
        QString id;
        QString event;
    };
    const QList<Case> cases{{desk.vk.addPhoto(u"p"_s), u"photos"_s, u"photo_id"_s, u"photo_comment"_s},
        {desk.vk.addVideo(u"v"_s), u"video"_s, u"video_id"_s, u"video_comment"_s},
        {desk.vk.addProduct(u"m"_s), u"market"_s, u"item_id"_s, u"market_comment"_s},
        {desk.vk.addTopic(u"t"_s), u"board"_s, u"topic_id"_s, u"board_post"_s}};
    for (const Case &one : cases) {
        CAPTURE(one.methods);
        desk.botsNews();
        const qint64 asked = desk.vk.comment(desk.anna, one.place, u"how much?"_s);
        QJsonObject at{{one.id, one.place.id}};
        const bool onBoard = one.methods == "board"_L1;
        at.insert(onBoard ? u"group_id"_s : u"owner_id"_s, onBoard ? desk.vk.groupId() : -desk.vk.groupId());
        QJsonObject answer = at;
        answer.insert(u"message"_s, u"100"_s);
        answer.insert(u"from_group"_s, 1);
        answer.insert(u"guid"_s, u"g"_s);
        CHECK(desk.group.call(QString(one.methods + u".createComment"_s), answer).code() == 27);
        const auto created = desk.user.call(QString(one.methods + u".createComment"_s), answer);
        CHECK(created.response().toInteger() > asked);
        CHECK(desk.vk.answersUnder(one.place).last() == u"100"_s);
        const auto listed = desk.user.call(QString(one.methods + u".getComments"_s), at).response();
        CHECK(listed["items"_L1].toArray().last()["from_id"_L1].toInteger() == -desk.vk.groupId());
        desk.vk.editComment(one.place, asked, u"how much is it?"_s);
        desk.vk.deleteComment(one.place, asked);
        desk.vk.restoreComment(one.place, asked);
        CHECK(desk.botsTypes()
            == QStringList{QString(one.event + u"_new"), QString(one.event + u"_new"), QString(one.event + u"_edit"),
                QString(one.event + u"_delete"), QString(one.event + u"_restore")});
    }
    // the group's token was tried on purpose, and the schema says so
    if (desk.vk.hasSchema())
        CHECK(desk.vk.complaints().removeIf([](const QString &words) { return words.contains(u"group"_s); }) == 4);
    desk.vk.with([](vk::Server &server) { server.complaints.clear(); });
}

TEST_CASE("places are described to those who may read them, mentions to an administrator only")
{
    Desk desk;
    const auto post = desk.vk.post(u"News"_s);
    const auto photo = desk.vk.addPhoto(u"lamp"_s);
    const auto product = desk.vk.addProduct(u"Lamp"_s);
    const auto topic = desk.vk.addTopic(u"Questions"_s);
    const auto video = desk.vk.addVideo(u"Clip"_s);
    const auto name = [&](const Vk::Place &place) { return u"-%1_%2"_s.arg(desk.vk.groupId()).arg(place.id); };
    CHECK(
        desk.service.call(u"wall.getById"_s, {{u"posts"_s, name(post)}}).response()["items"_L1][0]["text"_L1].toString()
        == u"News"_s);
    CHECK(desk.service.call(u"photos.getById"_s, {{u"photos"_s, name(photo)}}).response()[0]["text"_L1].toString()
        == u"lamp"_s);
    CHECK(desk.user.call(u"market.getById"_s, {{u"item_ids"_s, name(product)}})
              .response()["items"_L1][0]["title"_L1]
              .toString()
        == u"Lamp"_s);
    CHECK(desk.service.call(u"board.getTopics"_s, {{u"group_id"_s, desk.vk.groupId()}, {u"topic_ids"_s, topic.id}})
              .response()["items"_L1][0]["title"_L1]
              .toString()
        == u"Questions"_s);
    CHECK(desk.user.call(u"video.get"_s, {{u"videos"_s, name(video)}}).response()["count"_L1].toInt() == 1);
    CHECK(desk.service.call(u"wall.get"_s, {{u"owner_id"_s, -desk.vk.groupId()}}).response()["count"_L1].toInt() == 1);
    desk.vk.mention(desk.anna, u"[club1|Shop] sent me the wrong lamp"_s, 3'600'000);
    desk.vk.mention(desk.anna, u"an old story"_s, 30 * 3'600'000LL);
    const QJsonObject ours{{u"owner_id"_s, -desk.vk.groupId()}};
    CHECK(desk.user.call(u"newsfeed.getMentions"_s, ours).response()["count"_L1].toInt() == 1); // a day, unless told
    QJsonObject since = ours;
    since.insert(u"start_time"_s, 0);
    CHECK(desk.user.call(u"newsfeed.getMentions"_s, since).response()["count"_L1].toInt() == 2);
    CHECK(desk.service.call(u"newsfeed.search"_s, {{u"q"_s, u"LAMP"_s}, {u"extended"_s, 1}})
              .response()["items"_L1]
              .toArray()
              .size()
        == 1);
    desk.vk.like(desk.anna, post);
    CHECK(desk.botsTypes().last() == u"like_add"_s); // and no event for a mention
}
