// SPDX-License-Identifier: GPL-3.0-or-later
// Comments from before, or missed: what the second token reads back, and what is absent without it.
#include "platforms/vk/vk_account.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests;

namespace {

using Place = sandbox::Vk::Place;

/// The conversation that holds the message with this text.
RemoteConversation threadOf(const VkAccount &shop, const QString &text)
{
    const RemoteMessage message = shop.inbox.withText(text);
    INFO(text.toStdString());
    REQUIRE(!message.remoteId.isEmpty());
    return shop.inbox.conversationOf(message);
}

bool knows(const VkAccount &shop, const QString &text)
{
    return !shop.inbox.withText(text).remoteId.isEmpty();
}

} // namespace

TEST_CASE("Comments of photos, videos, products and topics from before are read back, each below its own")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    const Place pot = shop.vk.addPhoto(u"Pot"_s);
    const Place cup = shop.vk.addPhoto(u"Cup"_s);
    const Place film = shop.vk.addVideo(u"Film"_s);
    const Place kettle = shop.vk.addProduct(u"Kettle"_s);
    const Place delivery = shop.vk.addTopic(u"Delivery"_s);
    for (int i = 0; i < 120; ++i) // more than a page of what is asked for at once
        shop.vk.comment(anna, i % 2 == 0 ? pot : cup, u"photo %1"_s.arg(i));
    const qint64 top = shop.vk.comment(anna, film, u"nice film"_s);
    sandbox::Vk::Remark below;
    below.replyTo = top;
    for (int i = 0; i < 12; ++i) // more than come along with the first level
        shop.vk.comment(anna, film, u"film %1"_s.arg(i), below);
    shop.vk.comment(anna, kettle, u"how large?"_s);
    shop.vk.comment(anna, delivery, u"to Minsk?"_s);
    shop.useUserToken();
    shop.vk.forgetEvents(); // only what is asked for counts here
    REQUIRE(!shop.pullAll());
    for (int i = 0; i < 120; ++i)
        CHECK(threadOf(shop, u"photo %1"_s.arg(i)).context.text == (i % 2 == 0 ? u"Pot"_s : u"Cup"_s));
    // The cards of a page of comments are asked for together.
    CHECK(shop.vk.calls(u"photos.getById"_s).size() <= 2);
    const RemoteConversation talk = threadOf(shop, u"nice film"_s);
    CHECK(talk.context.title.contains(u"Film"_s));
    for (int i = 0; i < 12; ++i)
        CHECK(threadOf(shop, u"film %1"_s.arg(i)).remoteId == talk.remoteId);
    CHECK(threadOf(shop, u"how large?"_s).context.title.contains(u"Kettle"_s));
    CHECK(threadOf(shop, u"to Minsk?"_s).context.title.contains(u"Delivery"_s));
    CHECK(shop.last.fillTotal == 0); // the fill has ended
    // What was read back is the same message when it is heard of as well.
    const auto before = shop.inbox.messages().size();
    shop.vk.editComment(kettle, shop.vk.comments(kettle).first().id, u"how large is it?"_s);
    REQUIRE(shop.hears(u"how large is it?"_s));
    CHECK(shop.inbox.messages().size() == before);
}

TEST_CASE("An application's token reads back walls and topics, and asks for nothing that takes a person")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    shop.vk.comment(anna, shop.vk.post(u"Sale!"_s), u"below a post"_s);
    shop.vk.comment(anna, shop.vk.addTopic(u"Delivery"_s), u"in a topic"_s);
    shop.vk.comment(anna, shop.vk.addPhoto(u"Pot"_s), u"below a photo"_s);
    shop.secondToken = shop.vk.serviceToken();
    shop.connect();
    REQUIRE(await(shop.platform->signIn()).ok());
    shop.vk.forgetEvents();
    REQUIRE(!shop.pullAll());
    CHECK(knows(shop, u"below a post"_s));
    CHECK(knows(shop, u"in a topic"_s));
    for (const auto &method : {u"photos.getAllComments"_s, u"video.get"_s, u"market.get"_s})
        CHECK(shop.vk.calls(method).isEmpty());
    CHECK(!shop.more);
}

TEST_CASE("Without a second token nothing is read back, and nothing is asked for in vain")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    shop.vk.write(anna, u"a message"_s);
    shop.vk.addVideo(u"Film"_s);
    REQUIRE(await(shop.platform->signIn()).ok());
    REQUIRE(!shop.pullAll());
    CHECK(knows(shop, u"a message"_s));
    for (const auto &method : {u"wall.get"_s, u"board.getTopics"_s, u"photos.getAllComments"_s, u"video.get"_s})
        CHECK(shop.vk.calls(method).isEmpty());
}

TEST_CASE("Comments that the queue forgot are found below photos, videos, products and topics, too")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    const QList<Place> places{shop.vk.addPhoto(u"Pot"_s), shop.vk.addVideo(u"Film"_s), shop.vk.addProduct(u"Kettle"_s),
        shop.vk.addTopic(u"Delivery"_s)};
    shop.useUserToken();
    REQUIRE(!shop.pullAll());
    for (qsizetype i = 0; i < places.size(); ++i)
        shop.vk.comment(anna, places.at(i), u"missed %1"_s.arg(i));
    shop.vk.forgetEvents();
    REQUIRE(!shop.pullAll());
    REQUIRE(!shop.pullAll());
    for (qsizetype i = 0; i < places.size(); ++i)
        CHECK(knows(shop, u"missed %1"_s.arg(i)));
}

TEST_CASE("The wall is read back page by page, up to its thousand newest posts")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    shop.vk.comment(anna, shop.vk.post(u"post 0"_s), u"too old"_s);
    shop.vk.comment(anna, shop.vk.post(u"post 1"_s), u"old"_s);
    for (int i = 2; i <= 1000; ++i)
        (void)shop.vk.post(u"post %1"_s.arg(i));
    shop.useUserToken();
    shop.vk.forgetEvents();
    REQUIRE(!shop.pullAll());
    CHECK(shop.vk.calls(u"wall.get"_s).size() == 10);
    CHECK(knows(shop, u"old"_s));
    CHECK(!knows(shop, u"too old"_s));
}

TEST_CASE("A read back that was broken off goes on where it was, after a restart, too")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    for (int i = 0; i < 20; ++i)
        shop.vk.comment(anna, shop.vk.post(u"post %1"_s.arg(i)), u"comment %1"_s.arg(i));
    const Place film = shop.vk.addVideo(u"Film"_s);
    shop.vk.comment(anna, film, u"nice film"_s);
    shop.useUserToken();
    shop.vk.forgetEvents();
    while (!knows(shop, u"comment 19"_s))
        REQUIRE(!shop.pullPage());
    CHECK(!knows(shop, u"nice film"_s));
    shop.vk.addBadDay(sandbox::BadDay::Kind::ServerError, u"wall.getComments"_s);
    const auto trouble = shop.pullPage();
    REQUIRE(trouble.has_value());
    CHECK(trouble->isRetryable());
    shop.useUserToken(); // a new program
    REQUIRE(!shop.pullAll());
    for (int i = 0; i < 20; ++i)
        CHECK(knows(shop, u"comment %1"_s.arg(i)));
    CHECK(knows(shop, u"nice film"_s));
    CHECK(shop.vk.calls(u"wall.get"_s).size() == 1);
}
