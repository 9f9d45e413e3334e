// SPDX-License-Identifier: GPL-3.0-or-later
// What is Odnoklassniki's own about receiving, against the sandbox. What every platform shares is in conformance/.
#include "platforms/ok/desk.h"

#include <QTest>

#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;
using namespace parley::tests;
using sandbox::BadDay;
using sandbox::ok::LongPoll;

namespace {

constexpr qint64 kTenMinutes = 600'000;

} // namespace

TEST_CASE("Signing in tells the group's name and that comments need more keys")
{
    OkDesk desk;
    const auto identity = QCoro::waitFor(desk.connector->signIn());
    REQUIRE(identity.ok());
    CHECK(identity->name == desk.ok.groupName());
    CHECK(identity->note.contains(u"Comments are not fetched"_s));
    const auto calls = desk.ok.calls(u"me/subscribe"_s);
    REQUIRE(calls.size() == 1);
    CHECK(calls.first().parameters[u"longPolling"_s] == true);
    CHECK(calls.first().parameters[u"types"_s]
        == QJsonArray{u"MESSAGE_CREATED"_s, u"MESSAGE_CALLBACK"_s, u"CHAT_SYSTEM"_s});
}

TEST_CASE("The key of another group than the setting names is refused")
{
    OkDesk desk;
    desk.account.settings.insert(u"group"_s, u"99"_s);
    desk.connect();
    const auto refused = QCoro::waitFor(desk.connector->signIn());
    REQUIRE(!refused.ok());
    CHECK(refused.error().kind == ErrorKind::Unauthorized);
    CHECK(refused.error().words.contains(u"99"_s));
    desk.account.settings.insert(u"group"_s, u"53"_s);
    desk.connect();
    CHECK(QCoro::waitFor(desk.connector->signIn()).ok());
}

TEST_CASE("Where there is no long poll the chats are polled alone, and the account says so")
{
    const auto missing = GENERATE(LongPoll::NotFound, LongPoll::NoMethod);
    OkDesk desk;
    desk.ok.setLongPoll(missing);
    desk.timing.pollAlone = 50ms;
    desk.connect();
    const auto identity = QCoro::waitFor(desk.connector->signIn());
    REQUIRE(identity.ok());
    CHECK(identity->note.contains(u"does not push messages"_s));
    desk.pull();
    desk.ok.write(desk.anna, u"hello?"_s);
    const auto live = desk.listen();
    CHECK(live.pullNow);
    CHECK(textsOf(desk.pull()).contains(u"hello?"_s));
    CHECK(desk.ok.calls(u"me/updates"_s).isEmpty());
}

TEST_CASE("A long poll that ends in mid-work is told of once, and polling takes over")
{
    OkDesk desk;
    desk.timing.pollAlone = 50ms;
    desk.connect();
    REQUIRE(QCoro::waitFor(desk.connector->signIn()).ok());
    desk.pull();
    desk.ok.refuse(u"me/updates"_s, 3, -1);
    int notices = 0;
    bool polls = false;
    for (int i = 0; i < 4; ++i) {
        const auto live = desk.listen();
        notices += int(live.batch.messages.size());
        polls = polls || live.pullNow;
    }
    CHECK(notices == 1);
    CHECK(polls);
}

TEST_CASE("A web server that gets this group's messages is left as it is")
{
    OkDesk desk;
    desk.ok.setWebhook(u"https://elsewhere.test/hook"_s);
    const auto identity = QCoro::waitFor(desk.connector->signIn());
    REQUIRE(identity.ok());
    CHECK(identity->note.contains(u"Another program"_s));
    CHECK(desk.ok.calls(u"me/subscribe"_s).isEmpty());
    CHECK(desk.ok.calls(u"me/unsubscribe"_s).isEmpty());
}

TEST_CASE("A message comes by the long poll alone, and its marker is confirmed by the next one")
{
    OkDesk desk;
    REQUIRE(QCoro::waitFor(desk.connector->signIn()).ok());
    desk.pull();
    const qsizetype polls = desk.ok.calls(u"me/chats"_s).size();
    auto waiting = desk.connector->listen(desk.cursor);
    REQUIRE(QTest::qWaitFor([&] { return desk.ok.isPolled(); }, 120'000));
    desk.ok.write(desk.anna, u"Где мой заказ? 👍"_s);
    const auto live = QCoro::waitFor(std::move(waiting));
    REQUIRE(live.ok());
    REQUIRE(live->batch.messages.size() == 1);
    const RemoteMessage &message = live->batch.messages.first();
    CHECK(message.text == u"Где мой заказ? 👍"_s);
    CHECK(message.conversationRemoteId == desk.anna);
    REQUIRE(conversationIn(live->batch, desk.anna));
    CHECK(conversationIn(live->batch, desk.anna)->contactRemoteId == message.authorRemoteId);
    CHECK(desk.ok.calls(u"me/chats"_s).size() == polls);
    desk.cursor = live->batch.nextCursor;
    CHECK(desk.listen().batch.isEmpty());
    CHECK(desk.ok.calls(u"me/updates"_s).last().parameters[u"marker"_s] == u"m1"_s);
}

TEST_CASE("An update of an unknown kind is kept whole, a button becomes a line")
{
    OkDesk desk;
    desk.pull();
    REQUIRE(QCoro::waitFor(desk.connector->signIn()).ok());
    desk.ok.inject({{u"webhookType"_s, u"SOMETHING_NEW"_s}, {u"x"_s, u"brand-new"_s}});
    desk.ok.pressButton(desk.anna, u"yes"_s);
    const auto live = desk.listen();
    REQUIRE(live.batch.raw.size() == 1);
    CHECK(live.batch.raw.first().payload.contains("brand-new"));
    REQUIRE(live.batch.messages.size() == 1);
    CHECK(live.batch.messages.first().kind == MessageKind::Event);
}

TEST_CASE("A group chat is told from a dialog although an event names only its id")
{
    OkDesk desk;
    desk.pull();
    REQUIRE(QCoro::waitFor(desk.connector->signIn()).ok());
    const QString buyers = desk.ok.addGroupChat(u"Buyers"_s, {u"Boris"_s, u"Vera"_s});
    sandbox::ok::Saying boris;
    boris.by = u"user:570000002"_s;
    desk.ok.write(buyers, u"anybody here?"_s, boris);
    const auto live = desk.listen();
    REQUIRE(conversationIn(live.batch, buyers));
    CHECK(conversationIn(live.batch, buyers)->kind == ConversationKind::GroupChat);
    CHECK(conversationIn(live.batch, buyers)->subject == u"Buyers"_s);
    REQUIRE(live.batch.messages.size() == 1);
    CHECK(live.batch.messages.first().authorName == u"Boris"_s);
    desk.ok.rename(buyers, u"Sellers"_s);
    const auto renamed = desk.listen();
    REQUIRE(conversationIn(renamed.batch, buyers));
    CHECK(conversationIn(renamed.batch, buyers)->subject == u"Sellers"_s);
}

TEST_CASE("A marker that the server no longer takes is dropped, and the chats tell what it would have told")
{
    OkDesk desk;
    desk.pull();
    desk.ok.write(desk.anna, u"one"_s);
    REQUIRE(QCoro::waitFor(desk.connector->signIn()).ok());
    desk.ok.write(desk.anna, u"two"_s);
    desk.listen();
    desk.ok.refuse(u"me/updates"_s, 100);
    CHECK(desk.listen().pullNow);
    desk.listen();
    CHECK(!desk.ok.calls(u"me/updates"_s).last().parameters.contains(u"marker"_s));
}

TEST_CASE("The chats are read now and then although the long poll works, and it is renewed")
{
    OkDesk desk;
    desk.timing.reread = 0ms;
    desk.timing.resubscribe = 0ms;
    desk.connect();
    desk.pull();
    CHECK(desk.listen().pullNow);
    desk.timing.reread = 1h;
    desk.connect();
    desk.pull();
    CHECK(desk.listen().pullNow); // the first subscription: what was before it is in the chats
    desk.ok.write(desk.anna, u"x"_s);
    CHECK(textsOf(desk.listen().batch) == QStringList{u"x"_s});
    CHECK(desk.ok.calls(u"me/subscribe"_s).size() == 2);
}

TEST_CASE("The first fill takes everything, the newest of every chat first, and tells how far it is")
{
    OkDesk desk;
    QStringList written;
    const auto writes = [&](const QString &chat, const QString &text, qint64 agoMs) {
        sandbox::ok::Saying saying;
        saying.agoMs = agoMs;
        desk.ok.write(chat, text, saying);
        written << text;
    };
    for (int i = 0; i < 120; ++i)
        writes(desk.anna, u"anna %1"_s.arg(i), 10'000'000 - i * 1000);
    for (int i = 0; i < 110; ++i)
        writes(desk.ok.addCustomer(u"Customer %1"_s.arg(i)), u"customer %1"_s.arg(i), 5'000'000 - i * 1000);
    QStringList came;
    bool more = true;
    bool sawProgress = false;
    int boris = -1;
    int oldest = -1;
    for (int pages = 0; more; ++pages) {
        const Batch page = desk.page();
        more = page.more;
        for (const RemoteMessage &message : page.messages) {
            if (message.text == u"customer 20"_s && boris < 0)
                boris = pages;
            if (message.text == u"anna 0"_s && oldest < 0)
                oldest = pages;
            if (!came.contains(message.text))
                came << message.text;
        }
        if (page.fillTotal > 0) {
            sawProgress = true;
            CHECK(page.backfill);
            CHECK(page.fillTotal > page.fillDone);
        }
    }
    CHECK(sawProgress);
    CHECK(boris < oldest);
    came.sort();
    written.sort();
    CHECK(came == written);
}

TEST_CASE("Who writes while many chats are being read is not passed over")
{
    OkDesk desk;
    QStringList chats;
    for (int i = 0; i < 130; ++i)
        chats << desk.ok.addCustomer(u"Customer %1"_s.arg(i));
    desk.pull();
    desk.ok.turnClock(kTenMinutes);
    for (const QString &chat : chats)
        desk.ok.write(chat, u"first from "_s + chat);
    QStringList came = textsOf(desk.page());
    desk.ok.turnClock(kTenMinutes);
    desk.ok.write(chats.first(), u"second"_s); // which was on the second page, and moves to the first
    came << textsOf(desk.pull());
    CHECK(came.contains(u"second"_s));
    for (const QString &chat : chats)
        CHECK(came.contains(u"first from "_s + chat));
}

TEST_CASE("A colleague's answer in the browser comes as one of ours")
{
    OkDesk desk;
    desk.ok.write(desk.anna, u"hello?"_s);
    desk.pull();
    desk.ok.turnClock(kTenMinutes);
    desk.ok.colleagueWrites(desk.anna, u"I answer from the browser"_s);
    const Batch batch = desk.pull();
    const auto found = std::ranges::find(batch.messages, u"I answer from the browser"_s, &RemoteMessage::text);
    REQUIRE(found != batch.messages.end());
    CHECK(found->direction == Direction::Out);
    CHECK(found->state == DeliveryState::Sent);
}

TEST_CASE("Edits and deletions in a quiet chat are seen by reading it again")
{
    OkDesk desk;
    desk.timing.recheck = 0ms;
    desk.connect();
    desk.ok.write(desk.anna, u"keep"_s);
    const QString gone = desk.ok.write(desk.anna, u"forget"_s);
    const QString changed = desk.ok.write(desk.anna, u"order 16"_s);
    desk.pull();
    const QString boris = desk.ok.addCustomer(u"Boris"_s);
    desk.ok.turnClock(kTenMinutes);
    desk.ok.write(boris, u"me too"_s);
    desk.pull(); // from here on Anna's chat is none in which something happened
    desk.ok.remove(gone);
    desk.ok.edit(changed, u"order 17"_s);
    const Batch batch = desk.pull();
    REQUIRE(batch.deletions.size() == 1);
    CHECK(batch.deletions.first().messageRemoteId == gone);
    CHECK(batch.deletions.first().conversationRemoteId == desk.anna);
    const auto edited = std::ranges::find(batch.messages, changed, &RemoteMessage::remoteId);
    REQUIRE(edited != batch.messages.end());
    CHECK(edited->text == u"order 17"_s);
    CHECK(edited->edited == desk.clock.now());
    CHECK(desk.pull().deletions.isEmpty());
}

TEST_CASE("Edits and deletions made while we were away are seen after a restart")
{
    OkDesk desk;
    desk.ok.write(desk.anna, u"keep"_s);
    const QString gone = desk.ok.write(desk.anna, u"forget"_s);
    desk.pull();
    desk.ok.remove(gone);
    desk.ok.turnClock(kTenMinutes);
    desk.connect();
    desk.ok.write(desk.ok.addCustomer(u"Boris"_s), u"me too"_s);
    const Batch batch = desk.pull();
    REQUIRE(batch.deletions.size() == 1);
    CHECK(batch.deletions.first().messageRemoteId == gone);
}

TEST_CASE("A visitor without an account comes with the form, and can be answered")
{
    OkDesk desk;
    const QString chat = desk.ok.addAnonymous(u"4f1c"_s, {u"Lost password"_s, {{u"Login?"_s, u"anna77"_s}}});
    desk.ok.write(chat, u"I cannot sign in"_s);
    const Batch batch = desk.pull();
    const RemoteConversation *conversation = conversationIn(batch, chat);
    REQUIRE(conversation);
    CHECK(conversation->contactRemoteId == u"anonym:4f1c"_s);
    CHECK(conversation->context.facts.size() == 3);
    const auto contact = std::ranges::find(batch.contacts, u"anonym:4f1c"_s, &RemoteContact::remoteId);
    REQUIRE(contact != batch.contacts.end());
    CHECK(contact->anonymous);
    REQUIRE(desk.push(desk.request(Reply{u"Here is how"_s, {}, false, {}}, chat)).ok());
    CHECK(desk.ok.textsReceived(chat) == QStringList{u"Here is how"_s});
}

TEST_CASE("A chat that the group has left says why nobody can be answered there")
{
    OkDesk desk;
    desk.ok.write(desk.anna, u"bye"_s);
    desk.ok.setStatus(desk.anna, u"REMOVED"_s);
    const Batch batch = desk.pull();
    REQUIRE(conversationIn(batch, desk.anna));
    CHECK(!conversationIn(batch, desk.anna)->canReply);
    CHECK(!conversationIn(batch, desk.anna)->cannotReplyWhy.isEmpty());
}

TEST_CASE("A chat that cannot be read does not keep the others waiting")
{
    OkDesk desk;
    desk.ok.write(desk.anna, u"one"_s);
    desk.ok.write(desk.ok.addCustomer(u"Boris"_s), u"two"_s);
    desk.ok.refuse(u"messages"_s, 106);
    CHECK(!textsOf(desk.pull()).isEmpty());
}

TEST_CASE("Asked for a pause without a number, a connector takes a long one")
{
    OkDesk desk;
    desk.ok.refuse(u"me/chats"_s, 11);
    const auto refused = QCoro::waitFor(desk.connector->pull({}));
    REQUIRE(!refused.ok());
    CHECK(refused.error().kind == ErrorKind::RateLimited);
    CHECK(refused.error().retryAfter >= 60s);
}

TEST_CASE("An address of a file on this machine is not asked for where the account is not")
{
    OkDesk desk;
    Account real;
    real.url = u"https://api.ok.example"_s;
    platforms::ok::Connector connector(platforms::Setup{real, "token", &desk.clock, {}}, desk.timing);
    const auto refused = QCoro::waitFor(connector.download(desk.ok.url() + u"/files/1/i"_s, 1000));
    REQUIRE(!refused.ok());
    CHECK(refused.error().kind == ErrorKind::Rejected);
    CHECK(desk.ok.calls(u"file"_s).isEmpty());
}
