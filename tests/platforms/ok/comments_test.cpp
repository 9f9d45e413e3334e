// SPDX-License-Identifier: GPL-3.0-or-later
// Comments, by the signed calls, against the sandbox.
#include "platforms/ok/desk.h"
#include "sandbox/ok/server.h"

#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;
using namespace parley::tests;
using sandbox::BadDay;
using sandbox::ok::NewComment;

namespace {

NewComment from(const QString &name, const QString &text, qint64 agoMs = 0)
{
    return {u"777"_s, name, text, {}, false, agoMs};
}

/// The group's topic with an old comment that the managers know and a new one.
struct Desk : OkDesk {
    QString topic = ok.addDiscussion(u"Скидки"_s);
    QString conversation = u"discussion:GROUP_TOPIC:"_s + topic;

    Desk()
    {
        timing.reread = 0ms;
        ok.comment(topic, from(u"Boris"_s, u"an old one"_s, 86'400'000));
        ok.with([this](sandbox::ok::Server &server) { server.world.discussion(topic)->unread = 0; });
        ok.comment(topic, from(u"Anna"_s, u"No answer for a week"_s, 1000));
        connectWithComments();
    }
};

} // namespace

TEST_CASE("Comments come with a card and a page to open, the old ones as history, and nothing is marked as read")
{
    Desk desk;
    QStringList fresh;
    QStringList history;
    Batch all;
    for (bool more = true; more;) {
        const Batch page = desk.page();
        more = page.more;
        (page.backfill ? history : fresh) << textsOf(page);
        all.conversations << page.conversations;
        all.messages << page.messages;
    }
    CHECK(fresh == QStringList{u"No answer for a week"_s});
    CHECK(history == QStringList{u"an old one"_s});
    const RemoteConversation *talk = conversationIn(all, desk.conversation);
    REQUIRE(talk);
    CHECK(talk->kind == ConversationKind::Comments);
    CHECK(talk->subject == u"Скидки"_s);
    CHECK(talk->context.url == u"https://ok.ru/group/53/topic/"_s + desk.topic);
    CHECK(!talk->canReply);
    CHECK(!talk->cannotReplyWhy.isEmpty());
    for (const RemoteMessage &message : all.messages)
        CHECK(message.visibility == Visibility::Public);
    CHECK(desk.ok.unreadComments(desk.topic) == 1);
}

TEST_CASE("Only new comments come with the next poll, in whatever order the platform lists them")
{
    const bool oldestFirst = GENERATE(false, true);
    const bool legacy = GENERATE(false, true);
    Desk desk;
    desk.ok.with([=](sandbox::ok::Server &server) {
        server.rest.oldestFirst = oldestFirst;
        server.rest.onlyLegacy = legacy;
        server.rest.commentPage = legacy ? 100 : 2;
    });
    for (int i = 0; i < 5; ++i)
        desk.ok.comment(desk.topic, from(u"Anna"_s, u"more %1"_s.arg(i), 900 - i));
    const Batch first = desk.pull();
    CHECK(first.messages.size() == 7);
    CHECK(textsOf(desk.pull()).isEmpty());
    desk.ok.comment(desk.topic, from(u"Anna"_s, u"and again"_s));
    CHECK(textsOf(desk.pull()) == QStringList{u"and again"_s});
    desk.ok.comment(desk.topic, {{}, {}, u"We are sorry"_s, {}, true, 0});
    const Batch ours = desk.pull();
    REQUIRE(ours.messages.size() == 1);
    CHECK(ours.messages.first().direction == Direction::Out);
}

TEST_CASE("A comment that comes while the managers read others is not passed over")
{
    Desk desk;
    desk.pull();
    desk.ok.with([&](sandbox::ok::Server &server) { server.world.discussion(desk.topic)->unread = 0; });
    desk.ok.comment(desk.topic, from(u"Anna"_s, u"one more"_s)); // again one unread, as before
    CHECK(textsOf(desk.pull()) == QStringList{u"one more"_s});
}

TEST_CASE("Comments wait for their own time, messages do not wait for comments")
{
    Desk desk;
    desk.timing.reread = 1h;
    desk.connect();
    desk.pull();
    const qsizetype asked = desk.ok.calls(u"discussions.getList"_s).size();
    desk.ok.write(desk.anna, u"hello"_s);
    CHECK(textsOf(desk.pull()).contains(u"hello"_s));
    CHECK(desk.ok.calls(u"discussions.getList"_s).size() == asked);
}

TEST_CASE("A manager's token that expires is told of once, and the messages go on")
{
    Desk desk;
    desk.pull();
    desk.ok.expireManagerToken();
    desk.ok.write(desk.anna, u"hello"_s);
    const Batch batch = desk.pull();
    CHECK(textsOf(batch).contains(u"hello"_s));
    const auto line = std::ranges::find(batch.messages, u"notices"_s, &RemoteMessage::conversationRemoteId);
    REQUIRE(line != batch.messages.end());
    CHECK(line->kind == MessageKind::Event);
    const qsizetype asked = desk.ok.calls(u"discussions.getList"_s).size();
    CHECK(desk.pull().messages.isEmpty());
    CHECK(desk.ok.calls(u"discussions.getList"_s).size() == asked);
    const auto identity = QCoro::waitFor(desk.connector->signIn());
    REQUIRE(identity.ok());
    CHECK(identity->note.contains(u"expired"_s));
}

TEST_CASE("A wrong application key or secret is told of at sign-in, and the messages work")
{
    const auto wrong = GENERATE(u"key"_s, u"secret"_s);
    Desk desk;
    if (wrong == u"key"_s)
        desk.account.settings.insert(platforms::ok::kApplicationKey, u"CBAWRONG"_s);
    else
        desk.further.insert(platforms::ok::kApplicationSecret, "wrong");
    desk.connect();
    const auto identity = QCoro::waitFor(desk.connector->signIn());
    REQUIRE(identity.ok());
    CHECK(identity->note.contains(u"Comments are not fetched"_s));
    desk.ok.write(desk.anna, u"hello"_s);
    CHECK(textsOf(desk.pull()) == QStringList{u"hello"_s});
}

TEST_CASE("A trouble of the comments passes without stopping the messages, and they catch up")
{
    Desk desk;
    desk.ok.addBadDay(BadDay::Kind::ServerError, u"discussions.getList"_s);
    desk.ok.write(desk.anna, u"hello"_s);
    CHECK(textsOf(desk.pull()) == QStringList{u"hello"_s});
    CHECK(desk.pull().messages.size() == 2);
}

TEST_CASE("Without the application's keys nothing is asked about comments")
{
    OkDesk desk;
    desk.ok.comment(desk.ok.addDiscussion(u"Скидки"_s), from(u"Anna"_s, u"hello"_s));
    CHECK(desk.pull().messages.isEmpty());
    CHECK(desk.ok.calls(u"discussions.getList"_s).isEmpty());
}

TEST_CASE("Comments are written only where the agent wished to try, and then signed in Cyrillic")
{
    Desk desk;
    desk.pull();
    const PushRequest answer = desk.request(Reply{u"Проверяем & пишем + ещё"_s, {}, false, {}}, desk.conversation,
        u"comment:GROUP_TOPIC:"_s + desk.topic + u":c2");
    const auto refused = desk.push(answer);
    REQUIRE(!refused.ok());
    CHECK(refused.error().kind == ErrorKind::Rejected);
    CHECK(desk.ok.calls(u"discussions.addDiscussionComment"_s).isEmpty());

    desk.account.settings.insert(u"write_comments"_s, u"try"_s);
    desk.connect();
    const auto gone = desk.push(answer); // the method is gone, as its page is
    REQUIRE(!gone.ok());
    CHECK(gone.error().kind == ErrorKind::Rejected);
    CHECK(gone.error().words.contains(u"browser"_s));

    desk.ok.with([](sandbox::ok::Server &server) { server.rest.acceptsComments = true; });
    desk.connect();
    const auto written = desk.push(answer);
    REQUIRE(written.ok());
    const auto comments = desk.ok.comments(desk.topic);
    REQUIRE(comments.size() == 3);
    CHECK(comments.last().text == u"Проверяем & пишем + ещё"_s);
    CHECK(comments.last().replyTo == u"c2"_s);
    CHECK(comments.last().byGroup);
    CHECK(written->remoteId == u"comment:GROUP_TOPIC:"_s + desk.topic + u":c3");
    const auto unknown = QCoro::waitFor(desk.connector->findSent(answer));
    REQUIRE(!unknown.ok());
    CHECK(unknown.error().mayHaveArrived);
}
