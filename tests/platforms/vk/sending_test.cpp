// SPDX-License-Identifier: GPL-3.0-or-later
// Comments, private answers, long texts, files, marks, and what VK refuses.
#include "platforms/vk/vk_account.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;
using namespace parley::tests;
using parley::sandbox::BadDay;

namespace {

/// The one message with this text that came to the account.
RemoteMessage heard(VkAccount &shop, const QString &text)
{
    REQUIRE(shop.hears(text));
    return shop.inbox.withText(text);
}

Reply text(const QString &words)
{
    return Reply{words, {}, false, {}};
}

Reply privately(const QString &words)
{
    return Reply{words, {}, true, {}};
}

} // namespace

TEST_CASE("A comment is answered under its post, once, in the community's name")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    const auto post = shop.vk.post(u"Sale!"_s);
    REQUIRE(!shop.pullAll());
    const qint64 asked = shop.vk.comment(anna, post, u"how much?"_s);
    const RemoteMessage comment = heard(shop, u"how much?"_s);
    CHECK(comment.visibility == Visibility::Public);
    const RemoteConversation &thread = shop.inbox.conversationOf(comment);
    CHECK(thread.kind == ConversationKind::Comments);
    CHECK(thread.contactRemoteId == QString::number(anna));
    CHECK(thread.context.url == u"https://vk.com/wall-%1_%2"_s.arg(shop.vk.groupId()).arg(post.id));

    const PushRequest request = shop.answer(comment, text(u"Ten."_s));
    const auto receipt = shop.push(request);
    REQUIRE(receipt.ok());
    CHECK(shop.push(request).ok()); // the guid keeps it from being there twice
    CHECK(shop.vk.answersUnder(post) == QStringList{u"Ten."_s});
    CHECK(shop.vk.comments(post).last().replyTo == asked);
    REQUIRE(shop.hears(u"Ten."_s));
    CHECK(shop.inbox.withText(u"Ten."_s).remoteId == receipt->remoteId);
    CHECK(shop.inbox.withText(u"Ten."_s).conversationRemoteId == thread.remoteId);
}

TEST_CASE("A comment is answered in private, and the receipt says where it went on")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    shop.vk.allowMessages(anna);
    const auto post = shop.vk.post(u"Sale!"_s);
    REQUIRE(!shop.pullAll());
    shop.vk.comment(anna, post, u"my order is lost"_s);
    const RemoteMessage comment = heard(shop, u"my order is lost"_s);
    const auto receipt = shop.push(shop.answer(comment, privately(u"Which number?"_s)));
    REQUIRE(receipt.ok());
    CHECK(receipt->privateConversationRemoteId == QString::number(anna));
    CHECK(shop.vk.textsReceived(anna) == QStringList{u"Which number?"_s});
    CHECK(shop.vk.answersUnder(post).isEmpty());
}

TEST_CASE("A closed profile refuses the private answer in words, and the comment stays answerable")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    const qint64 boris = shop.vk.addCustomer(u"Boris"_s);
    const qint64 clara = shop.vk.addCustomer(u"Clara"_s);
    shop.vk.closeToMessages(boris);
    shop.vk.block(clara);
    const auto post = shop.vk.post(u"Sale!"_s);
    REQUIRE(!shop.pullAll());
    shop.vk.comment(anna, post, u"one"_s); // never wrote to us: 901
    shop.vk.comment(boris, post, u"two"_s); // 902
    shop.vk.comment(clara, post, u"three"_s); // 900
    for (const auto &words : {u"one"_s, u"two"_s, u"three"_s}) {
        const RemoteMessage comment = heard(shop, words);
        const auto refused = shop.push(shop.answer(comment, privately(u"Which number?"_s)));
        REQUIRE(!refused.ok());
        CHECK(refused.error().kind == ErrorKind::Forbidden);
        CHECK(refused.error().words.contains(u"under the post"_s));
        CHECK(!refused.error().mayHaveArrived);
        REQUIRE(!shop.pullAll());
        CHECK(shop.inbox.conversations.value(comment.conversationRemoteId).canReply);
    }
}

TEST_CASE("Closed comments are told in words")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    const auto post = shop.vk.post(u"Sale!"_s);
    REQUIRE(!shop.pullAll());
    shop.vk.comment(anna, post, u"how much?"_s);
    const RemoteMessage comment = heard(shop, u"how much?"_s);
    shop.vk.closeComments(post);
    const auto refused = shop.push(shop.answer(comment, text(u"Ten."_s)));
    REQUIRE(!refused.ok());
    CHECK(refused.error().kind == ErrorKind::Forbidden);
    CHECK(!refused.error().words.isEmpty());
}

TEST_CASE("With a user's token comments are read back with their post, changed and deleted")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    const auto post = shop.vk.post(u"Sale of tea!"_s);
    const qint64 top = shop.vk.comment(anna, post, u"old question"_s);
    sandbox::Vk::Remark below;
    below.replyTo = top;
    for (int i = 0; i < 15; ++i)
        shop.vk.comment(anna, post, u"below %1"_s.arg(i), below);
    shop.useUserToken();
    REQUIRE(!shop.pullAll());
    const RemoteMessage question = shop.inbox.withText(u"old question"_s);
    REQUIRE(!question.remoteId.isEmpty());
    CHECK(shop.inbox.conversationOf(question).context.text == u"Sale of tea!"_s);
    for (int i = 0; i < 15; ++i)
        CHECK(shop.inbox.withText(u"below %1"_s.arg(i)).conversationRemoteId == question.conversationRemoteId);

    auto request = shop.answer(question, text(u"Ten."_s));
    const auto receipt = shop.push(request);
    REQUIRE(receipt.ok());
    request.targetRemoteId = receipt->remoteId;
    request.command = EditMessage{{}, u"Eleven."_s};
    CHECK(shop.push(request).ok());
    CHECK(shop.vk.answersUnder(post) == QStringList{u"Eleven."_s});
    request.command = DeleteMessage{};
    CHECK(shop.push(request).ok());
    CHECK(shop.vk.answersUnder(post).isEmpty());
}

TEST_CASE("Without a user's token changing a comment is refused in words before anything leaves")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    const auto post = shop.vk.post(u"Sale!"_s);
    REQUIRE(!shop.pullAll());
    shop.vk.comment(anna, post, u"how much?"_s);
    auto request = shop.answer(heard(shop, u"how much?"_s), EditMessage{{}, u"x"_s});
    const auto refused = shop.push(request);
    REQUIRE(!refused.ok());
    CHECK(refused.error().kind == ErrorKind::Forbidden);
    CHECK(refused.error().words.contains(u"user token"_s));
    CHECK(shop.vk.calls(u"wall.editComment"_s).isEmpty());
}

TEST_CASE("Comments under photos, videos, products and topics are heard, and answered with a user's token")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    shop.useUserToken();
    REQUIRE(!shop.pullAll());
    const QList<sandbox::Vk::Place> places{shop.vk.addPhoto(u"Pot"_s), shop.vk.addVideo(u"Film"_s),
        shop.vk.addProduct(u"Kettle"_s), shop.vk.addTopic(u"Delivery"_s)};
    const QStringList titles{u"Pot"_s, u"Film"_s, u"Kettle"_s, u"Delivery"_s};
    for (qsizetype i = 0; i < places.size(); ++i) {
        const QString question = u"question %1"_s.arg(i);
        shop.vk.comment(anna, places.at(i), question);
        const RemoteMessage comment = heard(shop, question);
        const QString title =
            shop.inbox.conversationOf(comment).context.title + u' ' + shop.inbox.conversationOf(comment).context.text;
        CHECK(title.contains(titles.at(i)));
        const auto receipt = shop.push(shop.answer(comment, text(u"answer %1"_s.arg(i))));
        INFO((receipt.ok() ? QString() : receipt.error().detail).toStdString());
        REQUIRE(receipt.ok());
        CHECK(shop.vk.answersUnder(places.at(i)).contains(u"answer %1"_s.arg(i)));
    }
}

TEST_CASE("Mentions elsewhere arrive with a user's token")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    shop.vk.mention(anna, u"Best tea in town"_s);
    shop.useUserToken();
    REQUIRE(!shop.pullAll());
    REQUIRE(!shop.pullAll());
    const RemoteMessage mention = shop.inbox.withText(u"Best tea in town"_s);
    REQUIRE(!mention.remoteId.isEmpty());
    CHECK(shop.inbox.conversationOf(mention).kind == ConversationKind::Comments);
    CHECK(mention.authorRemoteId == QString::number(anna));
}

TEST_CASE("A text of 4096 characters and one more goes in two messages, each told as it arrives")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    shop.vk.write(anna, u"tell me all"_s);
    REQUIRE(!shop.pullAll());
    const RemoteMessage question = shop.inbox.withText(u"tell me all"_s);
    const QString whole(4096, u'ж');
    auto request = shop.answer(question, text(whole + u'!'));
    QStringList told;
    request.partSent = [&](const PushReceipt &part) { told << part.remoteId; };
    const auto receipt = shop.push(request);
    REQUIRE(receipt.ok());
    const auto received = shop.vk.received(anna);
    REQUIRE(received.size() == 2);
    CHECK(received[0].text.size() + received[1].text.size() == 4097);
    CHECK(told == QStringList{u"%1:%2"_s.arg(anna).arg(received[0].id)});
    CHECK(receipt->furtherRemoteIds == QStringList{u"%1:%2"_s.arg(anna).arg(received[1].id)});
    // After a crash between the two only the second one leaves.
    auto again = shop.answer(question, text(whole + u'!'));
    again.part = 1;
    REQUIRE(shop.push(again).ok());
    CHECK(shop.vk.received(anna).size() == 3);
    REQUIRE(shop.push(shop.answer(question, text(whole))).ok());
    CHECK(shop.vk.received(anna).size() == 4);
}

TEST_CASE("Where VK's limit is smaller than ours the text is cut again and arrives whole")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    shop.vk.write(anna, u"tell me all"_s);
    REQUIRE(!shop.pullAll());
    const QString words = u"word "_s.repeated(700).trimmed();
    shop.vk.refuse(u"messages.send"_s, 914);
    const auto request = shop.answer(shop.inbox.withText(u"tell me all"_s), text(words));
    REQUIRE(shop.push(request).ok());
    CHECK(shop.vk.textsReceived(anna).size() == 2);
    CHECK(shop.vk.textsReceived(anna).join(u' ') == words);
}

TEST_CASE("A send whose answer was lost is sent again under the same number and is there once")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    shop.vk.write(anna, u"hello?"_s);
    REQUIRE(!shop.pullAll());
    const auto request = shop.answer(shop.inbox.withText(u"hello?"_s), text(u"hello!"_s));
    shop.vk.addBadDay(BadDay::Kind::CutAfter, u"messages.send"_s);
    const auto lost = shop.push(request);
    REQUIRE(!lost.ok());
    CHECK(lost.error().mayHaveArrived);
    const auto again = shop.push(request);
    REQUIRE(again.ok());
    CHECK(shop.vk.textsReceived(anna) == QStringList{u"hello!"_s});
    CHECK(again->remoteId == u"%1:%2"_s.arg(anna).arg(shop.vk.received(anna).first().id));
}

TEST_CASE("After VK's memory of numbers ran out the history tells what arrived")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    shop.vk.write(anna, u"hello?"_s);
    REQUIRE(!shop.pullAll());
    const RemoteMessage question = shop.inbox.withText(u"hello?"_s);
    auto request = shop.answer(question, text(u"hello!"_s));
    request.firstAttempt = shop.clock.now();
    const auto before = await(shop.platform->findSent(request));
    REQUIRE(before.ok());
    CHECK(!before->has_value());
    shop.vk.addBadDay(BadDay::Kind::CutAfter, u"messages.send"_s);
    REQUIRE(!shop.push(request).ok());
    const auto after = await(shop.platform->findSent(request));
    REQUIRE(after.ok());
    REQUIRE(after->has_value());
    CHECK((*after)->remoteId == u"%1:%2"_s.arg(anna).arg(shop.vk.received(anna).first().id));

    // Of two parts one arrived: it is told, and the answer is not there whole.
    auto longer = shop.answer(question, text(QString(4096, u'x') + u" the end"_s));
    longer.firstAttempt = shop.clock.now();
    shop.vk.addBadDay(BadDay::Kind::CutAfter, u"messages.send"_s);
    REQUIRE(!shop.push(longer).ok());
    QStringList told;
    longer.partSent = [&](const PushReceipt &part) { told << part.remoteId; };
    const auto half = await(shop.platform->findSent(longer));
    REQUIRE(half.ok());
    CHECK(!half->has_value());
    CHECK(told.size() == 1);
}

TEST_CASE("Nobody can tell whether a comment arrived, and that is said")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    const auto post = shop.vk.post(u"Sale!"_s);
    REQUIRE(!shop.pullAll());
    shop.vk.comment(anna, post, u"how much?"_s);
    const auto found = await(shop.platform->findSent(shop.answer(heard(shop, u"how much?"_s), text(u"Ten."_s))));
    REQUIRE(!found.ok());
    CHECK(found.error().mayHaveArrived);
}

TEST_CASE("An edit keeps the files that the message had")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    shop.vk.write(anna, u"papers please"_s);
    REQUIRE(!shop.pullAll());
    Reply withFiles = text(u"here"_s);
    withFiles.attachments << OutgoingAttachment{u"terms.txt"_s, u"text/plain"_s, "no refunds"};
    auto request = shop.answer(shop.inbox.withText(u"papers please"_s), withFiles);
    const auto receipt = shop.push(request);
    REQUIRE(receipt.ok());
    request.command = EditMessage{{}, u"here you are"_s};
    request.targetRemoteId = receipt->remoteId;
    REQUIRE(shop.push(request).ok());
    const auto received = shop.vk.received(anna);
    REQUIRE(received.size() == 1);
    CHECK(received[0].text == u"here you are"_s);
    REQUIRE(received[0].files.size() == 1);
    CHECK(received[0].files[0].content == "no refunds");
}

TEST_CASE("An answer of several messages is deleted whole, whatever of it is gone already")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    shop.vk.write(anna, u"tell me all"_s);
    REQUIRE(!shop.pullAll());
    const RemoteMessage question = shop.inbox.withText(u"tell me all"_s);
    auto request = shop.answer(question, text(QString(9000, u'x')));
    const auto receipt = shop.push(request);
    REQUIRE(receipt.ok());
    REQUIRE(receipt->furtherRemoteIds.size() == 2);
    request.command = DeleteMessage{};
    request.targetRemoteId = receipt->remoteId;
    request.furtherRemoteIds = receipt->furtherRemoteIds;
    const auto there = [&] {
        const auto received = shop.vk.received(anna);
        return std::ranges::count(received, false, &sandbox::Vk::Received::deleted);
    };
    shop.vk.colleagueDeletes(shop.vk.received(anna).at(1).id);
    CHECK(there() == 2);
    REQUIRE(shop.push(request).ok());
    CHECK(there() == 0);
    const auto again = shop.push(request);
    REQUIRE(!again.ok());
    CHECK(again.error().kind == ErrorKind::NotFound);
}

TEST_CASE("A long comment is deleted whole, too, and one that never was ours is not called deleted")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    const auto post = shop.vk.post(u"Sale!"_s);
    shop.useUserToken();
    REQUIRE(!shop.pullAll());
    shop.vk.comment(anna, post, u"tell me all"_s);
    auto request = shop.answer(heard(shop, u"tell me all"_s), text(QString(9000, u'x')));
    const auto receipt = shop.push(request);
    REQUIRE(receipt.ok());
    REQUIRE(receipt->furtherRemoteIds.size() == 2);
    request.command = DeleteMessage{};
    request.targetRemoteId = receipt->furtherRemoteIds.first();
    REQUIRE(shop.push(request).ok());
    request.targetRemoteId = receipt->remoteId;
    request.furtherRemoteIds = receipt->furtherRemoteIds;
    REQUIRE(shop.push(request).ok());
    CHECK(shop.vk.answersUnder(post).isEmpty());
    const auto again = shop.push(request);
    REQUIRE(!again.ok());
    CHECK(again.error().kind == ErrorKind::Forbidden);
}

TEST_CASE("A deletion that is refused half the way says how far it got")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    shop.vk.write(anna, u"tell me all"_s);
    REQUIRE(!shop.pullAll());
    auto request = shop.answer(shop.inbox.withText(u"tell me all"_s), text(QString(5000, u'x')));
    const auto receipt = shop.push(request);
    REQUIRE(receipt.ok());
    request.command = DeleteMessage{};
    // The second one is none that VK can delete for the customer.
    request.targetRemoteId = receipt->remoteId;
    request.furtherRemoteIds = QStringList{u"nonsense"_s};
    const auto refused = shop.push(request);
    REQUIRE(!refused.ok());
    CHECK(refused.error().words.contains(u"1 of the 2"_s));
}

TEST_CASE("A picture that VK does not take as one goes as a file")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    shop.vk.write(anna, u"picture please"_s);
    REQUIRE(!shop.pullAll());
    Reply withPicture = text({});
    withPicture.attachments << OutgoingAttachment{u"pot.png"_s, u"image/png"_s, "this is no picture at all"};
    const auto receipt = shop.push(shop.answer(shop.inbox.withText(u"picture please"_s), withPicture));
    INFO((receipt.ok() ? QString() : receipt.error().detail).toStdString());
    REQUIRE(receipt.ok());
    REQUIRE(shop.vk.received(anna).size() == 1);
    REQUIRE(shop.vk.received(anna)[0].files.size() == 1);
    CHECK(shop.vk.received(anna)[0].files[0].content == "this is no picture at all");
}

TEST_CASE("Files that are up already are not sent up again when the answer is tried again")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    shop.vk.write(anna, u"papers please"_s);
    REQUIRE(!shop.pullAll());
    Reply withFiles = text(u"here"_s);
    withFiles.attachments << OutgoingAttachment{u"terms.txt"_s, u"text/plain"_s, "no refunds"};
    auto request = shop.answer(shop.inbox.withText(u"papers please"_s), withFiles);
    QList<qint64> way;
    request.progress = [&](qint64 done, qint64 total) {
        CHECK(total == 10);
        way << done;
    };
    shop.vk.refuse(u"messages.send"_s, 6);
    REQUIRE(!shop.push(request).ok());
    CHECK(way == QList<qint64>{0, 10});
    REQUIRE(shop.push(request).ok());
    CHECK(shop.vk.calls(u"upload"_s).size() == 1);
    CHECK(way == QList<qint64>{0, 10, 0, 10});
}

TEST_CASE("Reading, answering and importance are marked where colleagues see them")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    const qint64 question = shop.vk.write(anna, u"hello?"_s);
    REQUIRE(!shop.pullAll());
    const RemoteMessage message = shop.inbox.withText(u"hello?"_s);
    CHECK(!shop.vk.isReadByCommunity(question));
    CHECK(shop.vk.marks(anna).unanswered);
    REQUIRE(shop.push(shop.answer(message, MarkRead{})).ok());
    CHECK(shop.vk.isReadByCommunity(question));
    REQUIRE(shop.push(shop.answer(message, MarkAnswered{})).ok());
    CHECK(!shop.vk.marks(anna).unanswered);
    REQUIRE(shop.push(shop.answer(message, SetPriority{Priority::Urgent})).ok());
    CHECK(shop.vk.marks(anna).important);
    shop.tickets.clear();
    REQUIRE(!shop.pullAll());
    for (const auto &fields : shop.tickets)
        CHECK(!fields.priority); // our own mark is no news
    REQUIRE(shop.push(shop.answer(message, SetPriority{Priority::Normal})).ok());
    CHECK(!shop.vk.marks(anna).important);
    // What VK has not is done without a call.
    const auto calls = shop.vk.calls().size();
    CHECK(shop.push(shop.answer(message, Assign{u"me"_s})).ok());
    CHECK(shop.vk.calls().size() == calls);
}

TEST_CASE("The typing lamp is lit in a dialog and nowhere else")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    shop.vk.write(anna, u"hello?"_s);
    REQUIRE(!shop.pullAll());
    REQUIRE(await(shop.platform->showTyping(QString::number(anna), {})).ok());
    REQUIRE(shop.vk.typing().size() == 1);
    CHECK(shop.vk.typing().first().peer == anna);
    CHECK(await(shop.platform->showTyping(u"wall-1_2:3"_s, {})).ok());
    CHECK(shop.vk.typing().size() == 1);
}

TEST_CASE("A captcha stops the send in words and names the page; nothing loops")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    shop.vk.write(anna, u"hello?"_s);
    REQUIRE(!shop.pullAll());
    const auto request = shop.answer(shop.inbox.withText(u"hello?"_s), text(u"hello!"_s));
    shop.vk.askForCaptcha(u"messages.send"_s);
    const auto refused = shop.push(request);
    REQUIRE(!refused.ok());
    CHECK(refused.error().kind == ErrorKind::Forbidden);
    CHECK(refused.error().words.contains(u"captcha"_s));
    CHECK(shop.vk.calls(u"messages.send"_s).size() == 1);
    shop.vk.refuse(u"messages.send"_s, 17, 1, {{u"redirect_uri"_s, u"https://m.vk.com/confirm"_s}});
    const auto validation = shop.push(request);
    REQUIRE(!validation.ok());
    CHECK(validation.error().page == u"https://m.vk.com/confirm"_s);
    CHECK(shop.push(request).ok());
    CHECK(shop.vk.textsReceived(anna).size() == 1);
}

TEST_CASE("VK's own failures are told as such, and the send is safe to repeat")
{
    VkAccount shop;
    const qint64 anna = shop.vk.addCustomer(u"Anna"_s);
    shop.vk.write(anna, u"hello?"_s);
    REQUIRE(!shop.pullAll());
    const auto request = shop.answer(shop.inbox.withText(u"hello?"_s), text(u"hello!"_s));
    for (const int code : {1, 10, 36}) {
        shop.vk.refuse(u"messages.send"_s, code);
        const auto failed = shop.push(request);
        REQUIRE(!failed.ok());
        CHECK(failed.error().kind == ErrorKind::BadReply);
        CHECK(failed.error().mayHaveArrived);
        CHECK(!failed.error().words.isEmpty());
    }
    CHECK(shop.push(request).ok());
    CHECK(shop.vk.textsReceived(anna).size() == 1);
}

TEST_CASE("The account's settings are taken as people write them, and nonsense is refused in words")
{
    const platforms::Entry *vk = platforms::find(u"vk"_s);
    REQUIRE(vk);
    for (const auto &given : {u"123"_s, u"-123"_s, u"club123"_s, u"public123"_s, u"https://vk.com/club123"_s}) {
        Account account;
        account.settings[u"group"_s] = given;
        const auto valid = vk->validate(account);
        REQUIRE(valid.ok());
        CHECK(valid->settings[u"group"_s] == u"123"_s);
        CHECK(valid->settings[u"host"_s] == u"api.vk.com"_s);
    }
    for (const auto &given : {u""_s, u"teashop"_s, u"0"_s}) {
        Account account;
        account.settings[u"group"_s] = given;
        const auto invalid = vk->validate(account);
        REQUIRE(!invalid.ok());
        CHECK(!invalid.error().words.isEmpty());
    }
    Account account;
    account.settings = {{u"group"_s, u"1"_s}, {u"host"_s, u"evil.example"_s}};
    CHECK(!vk->validate(account).ok());
    account.settings = {{u"group"_s, u"1"_s}, {u"colour"_s, u"red"_s}};
    CHECK(!vk->validate(account).ok());
    account.settings = {{u"group"_s, u"1"_s}};
    account.url = u"http://vk.example"_s;
    CHECK(!vk->validate(account).ok());
}
