// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in, the first fill, both streams, and the days on which they fail.
#include "platforms/vk/vk_account.h"

#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;
using namespace parley::tests;
using Stream = parley::sandbox::Vk::Stream;

TEST_CASE("Signing in tells the community's name and, in words, what the token may not do")
{
    VkAccount shop;
    const auto all = await(shop.platform->signIn());
    REQUIRE(all.ok());
    CHECK(all->name == shop.vk.groupName());
    CHECK(!all->note.contains(u"right"_s));
    CHECK(all->note.contains(u"user's token"_s));

    shop.vk.setRights({u"wall"_s, u"photos"_s});
    const auto few = await(shop.platform->signIn());
    REQUIRE(few.ok());
    CHECK(few->note.contains(u"“messages”"_s));
    CHECK(few->note.contains(u"“manage”"_s));
    CHECK(few->note.contains(u"“docs”"_s));
    CHECK(!few->note.contains(u"“wall”"_s));
}

TEST_CASE("Signing in switches the events on, once")
{
    VkAccount shop;
    shop.vk.switchLongPollOff();
    REQUIRE(await(shop.platform->signIn()).ok());
    CHECK(shop.vk.calls(u"groups.setLongPollSettings"_s).size() == 1);
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    const auto post = shop.vk.post(u"Sale!"_s);
    REQUIRE(!shop.pullAll());
    shop.vk.comment(anna, post, u"how much?"_s);
    CHECK(shop.hears(u"how much?"_s));
    REQUIRE(await(shop.platform->signIn()).ok());
    CHECK(shop.vk.calls(u"groups.setLongPollSettings"_s).size() == 1);
}

TEST_CASE("A user's and an application's token are told apart")
{
    VkAccount shop;
    shop.secondToken = shop.vk.userToken();
    shop.connect();
    const auto user = await(shop.platform->signIn());
    REQUIRE(user.ok());
    CHECK(user->note.isEmpty());
    CHECK(shop.platform->capabilities().canEditPublic);
    shop.secondToken = shop.vk.serviceToken();
    shop.connect();
    const auto service = await(shop.platform->signIn());
    REQUIRE(service.ok());
    CHECK(service->note.contains(u"application's token"_s));
    CHECK(!shop.platform->capabilities().canEditPublic);
    shop.secondToken = "vk1.a.nonsense";
    shop.connect();
    const auto nonsense = await(shop.platform->signIn());
    REQUIRE(nonsense.ok()); // the account works without it
    CHECK(nonsense->note.contains(u"second token"_s));
}

TEST_CASE("A deleted community stops the account in words")
{
    VkAccount shop;
    REQUIRE(!shop.pullAll());
    shop.vk.deleteCommunity();
    const auto gone = await(shop.platform->signIn());
    REQUIRE(!gone.ok());
    CHECK(gone.error().kind == ErrorKind::Unauthorized);
    CHECK(gone.error().words.contains(u"deleted"_s));
    const auto error = shop.pullPage();
    REQUIRE(error.has_value());
    CHECK(!error->words.isEmpty());
    shop.vk.deleteCommunity(false);
    CHECK(!shop.pullAll());
}

TEST_CASE("A version of the API that VK no longer takes is told in words and loses nothing")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    REQUIRE(!shop.pullAll());
    shop.vk.demandVersion(u"5.999"_s);
    shop.vk.write(anna, u"hello?"_s);
    const auto error = shop.pullPage();
    REQUIRE(error.has_value());
    CHECK(error->words.contains(u"newer Parley"_s));
    shop.vk.demandVersion(u"5.131"_s);
    REQUIRE(!shop.pullAll());
    CHECK(shop.inbox.texts() == QStringList{u"hello?"_s});
}

TEST_CASE("The first fill brings whole histories, newest conversations first, and says how far it is")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    const qint64 boris = shop.vk.addCustomer(u"Boris"_s);
    for (int i = 0; i < 450; ++i)
        shop.vk.write(anna, u"anna %1"_s.arg(i));
    for (int i = 0; i < 3; ++i)
        shop.vk.write(boris, u"boris %1"_s.arg(i));
    REQUIRE(!shop.pullPage());
    CHECK(shop.last.backfill);
    CHECK(shop.more);
    CHECK(shop.last.fillTotal >= 450);
    CHECK(!shop.inbox.withText(u"boris 2"_s).remoteId.isEmpty());
    CHECK(!shop.inbox.withText(u"anna 449"_s).remoteId.isEmpty());
    CHECK(shop.inbox.withText(u"anna 0"_s).remoteId.isEmpty());
    // What comes meanwhile comes first.
    shop.vk.write(boris, u"news"_s);
    REQUIRE(!shop.pullPage());
    CHECK(!shop.last.backfill);
    CHECK(!shop.inbox.withText(u"news"_s).remoteId.isEmpty());
    int done = 0;
    while (shop.more) {
        REQUIRE(!shop.pullPage());
        CHECK(shop.last.fillDone <= shop.last.fillTotal);
        if (shop.more)
            CHECK(shop.last.fillDone >= std::exchange(done, shop.last.fillDone));
    }
    CHECK(shop.inbox.texts().size() == 454);
}

TEST_CASE("A dialog that rises in the list during the fill is filled, too")
{
    VkAccount shop;
    QList<qint64> customers;
    for (int i = 0; i < 130; ++i) {
        customers << shop.vk.addCustomer(u"C%1"_s.arg(i));
        shop.vk.write(customers.last(), u"old %1"_s.arg(i));
        shop.vk.write(customers.last(), u"newer %1"_s.arg(i));
    }
    REQUIRE(!shop.pullPage()); // the newest hundred
    shop.vk.write(customers.first(), u"up again"_s); // was to be on the second page
    REQUIRE(!shop.pullAll());
    CHECK(!shop.inbox.withText(u"old 0"_s).remoteId.isEmpty());
    CHECK(shop.inbox.texts().size() == 261);
}

TEST_CASE("Group chats are filled and heard though their messages have no ids")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    const qint64 chat = shop.vk.addChat(u"Wholesale"_s, {anna});
    sandbox::Vk::Saying there;
    there.chat = chat;
    for (int i = 0; i < 250; ++i)
        shop.vk.write(anna, u"line %1"_s.arg(i), there);
    REQUIRE(!shop.pullAll());
    CHECK(shop.inbox.texts().size() == 250);
    const auto conversation = shop.inbox.conversations.value(QString::number(chat));
    CHECK(conversation.kind == ConversationKind::GroupChat);
    CHECK(conversation.subject == u"Wholesale"_s);
    shop.vk.write(anna, u"live"_s, there);
    CHECK(shop.hears(u"live"_s));
}

TEST_CASE("Colleagues' marks, the customer's reading and deletions are told")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    const qint64 question = shop.vk.write(anna, u"Where is it?"_s);
    REQUIRE(!shop.pullAll());
    shop.tickets.clear();
    shop.vk.colleagueMarksAnswered(anna);
    shop.vk.colleagueMarksImportant(anna);
    REQUIRE(!shop.pullAll());
    REQUIRE(!shop.tickets.isEmpty());
    CHECK(std::ranges::any_of(shop.tickets, [](const auto &fields) { return fields.answered == true; }));
    CHECK(std::ranges::any_of(shop.tickets, [](const auto &fields) { return fields.priority == Priority::High; }));

    const qint64 ours = shop.vk.colleagueWrites(anna, u"Tomorrow."_s);
    REQUIRE(!shop.pullAll());
    const RemoteMessage theirs = shop.inbox.withText(u"Tomorrow."_s);
    CHECK(theirs.direction == Direction::Out);
    CHECK(!theirs.authorName.isEmpty());
    shop.receipts.clear();
    shop.vk.read(anna);
    REQUIRE(!shop.pullAll());
    REQUIRE(!shop.receipts.isEmpty());
    CHECK(shop.receipts.last().upToRemoteId == u"%1:%2"_s.arg(anna).arg(ours));
    CHECK(shop.receipts.last().state == DeliveryState::Read);

    shop.vk.deleteMessage(question);
    REQUIRE(!shop.pullAll());
    CHECK(shop.inbox.texts().isEmpty());
}

TEST_CASE("A deleted message that is restored is told of, with its text")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    const qint64 question = shop.vk.write(anna, u"Where is it?"_s);
    REQUIRE(!shop.pullAll());
    shop.vk.deleteMessage(question);
    REQUIRE(!shop.pullAll());
    CHECK(shop.inbox.texts().isEmpty());
    shop.vk.restoreMessage(question);
    REQUIRE(!shop.pullAll());
    const auto messages = shop.inbox.messages();
    const auto line = std::ranges::find(messages, MessageKind::Event, &RemoteMessage::kind);
    REQUIRE(line != messages.end());
    CHECK(line->text.contains(u"Where is it?"_s));
    CHECK(line->conversationRemoteId == QString::number(anna));
    CHECK(line->automatic);
}

TEST_CASE("A typing lamp is told while listening, by either stream")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s, u"Ivanova"_s);
    shop.vk.write(anna, u"hello"_s);
    REQUIRE(!shop.pullAll());
    auto live = shop.platform->listen(shop.cursor);
    shop.vk.type(anna);
    const auto heard = await(std::move(live));
    REQUIRE(heard.ok());
    shop.events << heard->events;
    if (!heard->batch.nextCursor.isEmpty())
        shop.cursor = heard->batch.nextCursor;
    REQUIRE(shop.listenUntil([&] { return !shop.events.isEmpty(); }));
    CHECK(shop.events.first().conversationRemoteId == QString::number(anna));
    CHECK(shop.events.first().author == u"Anna Ivanova"_s);
    CHECK(!shop.events.first().byColleague);
}

TEST_CASE("One stream's answer leaves the other one waiting")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    const auto post = shop.vk.post(u"Sale!"_s);
    REQUIRE(await(shop.platform->signIn()).ok());
    REQUIRE(!shop.pullAll());
    for (int i = 0; i < 3; ++i) {
        const QString text = u"comment %1"_s.arg(i);
        shop.vk.comment(anna, post, text); // the Bots Long Poll alone tells of it
        CHECK(shop.hears(text));
    }
    CHECK(shop.vk.calls(u"groups.getLongPollServer"_s).size() == 1);
    CHECK(shop.vk.calls(u"messages.getLongPollServer"_s).size() == 1);
}

TEST_CASE("A message brought by both streams has one name")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    REQUIRE(!shop.pullAll());
    shop.vk.write(anna, u"once"_s);
    REQUIRE(shop.hears(u"once"_s));
    REQUIRE(!shop.pullAll());
    REQUIRE(!shop.pullAll());
    CHECK(shop.inbox.messages().size() == 1);
}

TEST_CASE("A poll that is refused goes on, each refusal in its own way, and nothing is lost")
{
    const auto stream = GENERATE(Stream::Bots, Stream::Classic);
    const int failed = GENERATE(1, 2, 3);
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    REQUIRE(!shop.pullAll());
    REQUIRE(shop.listenUntil([&] { return true; }));
    shop.vk.failPoll(stream, failed);
    shop.vk.write(anna, u"through all that"_s);
    CHECK(shop.hears(u"through all that"_s));
    shop.vk.write(anna, u"and after"_s);
    CHECK(shop.hears(u"and after"_s));
    CHECK(shop.inbox.texts() == QStringList{u"through all that"_s, u"and after"_s});
}

TEST_CASE("A version of the classic poll that is out of range is an error that goes by")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    REQUIRE(!shop.pullAll());
    shop.vk.failPoll(Stream::Classic, 4);
    const auto live = await(shop.platform->listen(shop.cursor));
    if (!live.ok())
        CHECK(live.error().isRetryable());
    shop.vk.write(anna, u"hello"_s);
    CHECK(shop.hears(u"hello"_s));
}

TEST_CASE("Keys that change under waiting polls are replaced, the place kept")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    const auto post = shop.vk.post(u"Sale!"_s);
    REQUIRE(!shop.pullAll());
    auto live = shop.platform->listen(shop.cursor);
    REQUIRE(QTest::qWaitFor([&] { return shop.vk.isPolled(Stream::Bots) && shop.vk.isPolled(Stream::Classic); }, 5000));
    shop.vk.changeKeys();
    shop.vk.comment(anna, post, u"a comment"_s);
    const auto heard = await(std::move(live));
    REQUIRE(heard.ok());
    shop.take(heard->batch);
    if (heard->pullNow)
        REQUIRE(!shop.pullAll());
    CHECK(shop.hears(u"a comment"_s));
    shop.vk.write(anna, u"a message"_s);
    CHECK(shop.hears(u"a message"_s));
}

TEST_CASE("After a day offline everything is there")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    const auto post = shop.vk.post(u"Sale!"_s);
    const qint64 first = shop.vk.write(anna, u"first"_s);
    REQUIRE(!shop.pullAll());
    shop.vk.goOffline();
    const auto error = shop.pullPage();
    REQUIRE(error.has_value());
    CHECK(error->isRetryable());
    QStringList written;
    for (int i = 0; i < 300; ++i) {
        written << u"while away %1"_s.arg(i, 3, 10, QLatin1Char('0'));
        shop.vk.write(anna, written.last());
    }
    shop.vk.deleteMessage(first);
    shop.vk.comment(anna, post, u"zz a comment"_s);
    shop.vk.goOnline();
    REQUIRE(!shop.pullAll());
    QStringList came = shop.inbox.texts();
    came.sort();
    written << u"zz a comment"_s;
    CHECK(came == written);
}

TEST_CASE("When VK has forgotten our place, what happened since is found by comparing")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    const qint64 boris = shop.vk.addCustomer(u"Boris"_s);
    shop.vk.write(boris, u"boris, long ago"_s);
    REQUIRE(!shop.pullAll());
    for (int i = 0; i < 250; ++i)
        shop.vk.write(anna, u"missed %1"_s.arg(i));
    shop.vk.forgetHistory();
    REQUIRE(!shop.pullPage());
    CHECK(!shop.last.backfill); // these are news
    REQUIRE(!shop.pullAll());
    CHECK(shop.inbox.texts().size() == 251);
    shop.vk.write(anna, u"and on"_s);
    CHECK(shop.hears(u"and on"_s));
}

TEST_CASE("Events that the queue forgot: comments are fetched with a second token, or the gap is told")
{
    const bool hasSecond = GENERATE(true, false);
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    const auto post = shop.vk.post(u"Sale!"_s);
    if (hasSecond)
        shop.useUserToken();
    REQUIRE(!shop.pullAll());
    shop.vk.comment(anna, post, u"missed comment"_s);
    shop.vk.write(anna, u"a message"_s);
    shop.vk.forgetEvents();
    REQUIRE(!shop.pullAll());
    REQUIRE(!shop.pullAll());
    CHECK(!shop.inbox.withText(u"a message"_s).remoteId.isEmpty());
    CHECK(shop.inbox.withText(u"missed comment"_s).remoteId.isEmpty() != hasSecond);
    const auto messages = shop.inbox.messages();
    const bool told = std::ranges::any_of(
        messages, [](const RemoteMessage &message) { return message.text.contains(u"may be missing"_s); });
    CHECK(told != hasSecond);
}

TEST_CASE("Without the right to events, messages come all the same")
{
    VkAccount shop;
    shop.vk.setRights({u"messages"_s});
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    shop.vk.write(anna, u"one"_s);
    REQUIRE(!shop.pullAll());
    CHECK(shop.inbox.texts() == QStringList{u"one"_s});
    shop.vk.write(anna, u"two"_s);
    CHECK(shop.hears(u"two"_s));
}

TEST_CASE("A forwarded tree ten deep, emoji and voice arrive whole")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    REQUIRE(!shop.pullAll());
    shop.vk.forwardTree(anna, u"level"_s, 10);
    shop.vk.write(anna, u"👩‍👩‍👧‍👦🏳️‍🌈𝄞"_s);
    sandbox::Vk::FileToSend voice;
    voice.kind = sandbox::vk::FileToSend::Kind::Voice;
    voice.content = "OggS not really";
    shop.vk.sendFile(anna, voice);
    REQUIRE(!shop.pullAll());
    const auto messages = shop.inbox.messages();
    REQUIRE(messages.size() == 3);
    CHECK(messages[0].text.contains(u"level 10"_s));
    CHECK(!shop.inbox.withText(u"👩‍👩‍👧‍👦🏳️‍🌈𝄞"_s).remoteId.isEmpty());
    REQUIRE(messages[2].attachments.size() == 1);
    const auto content = await(shop.platform->download(messages[2].attachments.first().remoteRef, 1'000'000));
    REQUIRE(content.ok());
    CHECK(*content == voice.content);
}

TEST_CASE("A file whose address ran out is fetched from a fresh one")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    sandbox::Vk::FileToSend file;
    file.name = u"invoice.pdf"_s;
    file.content = "%PDF";
    shop.vk.sendFile(anna, file);
    REQUIRE(!shop.pullAll());
    const QString ref = shop.inbox.messages().first().attachments.first().remoteRef;
    const QString stale = ref.section(u' ', 0, 0) + u' ' + shop.vk.url() + u"/file/gone"_s;
    const auto content = await(shop.platform->download(stale, 1'000'000));
    REQUIRE(content.ok());
    CHECK(*content == "%PDF");
}
