// SPDX-License-Identifier: GPL-3.0-or-later
// Threading, translation to our models, answers, settings: the rules that need no server.
#include "support/print.h"

#include "platforms/mail/composer.h"
#include "platforms/mail/mail_settings.h"
#include "platforms/mail/mail_translation.h"
#include "platforms/mail/mime_decoder.h"
#include "platforms/mail/threading.h"

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::platforms::mail;
using namespace Qt::StringLiterals;

namespace {

const Address kOwn{u"Shop"_s, u"support@shop.test"_s};

FoundMail found(const QByteArray &bytes, bool sent = false)
{
    FoundMail mail;
    mail.mail = parseMail(bytes);
    mail.bytes = bytes;
    mail.remoteId = remoteIdOf(mail.mail, bytes);
    mail.conversation = u"root@x"_s;
    mail.arrived = *fromRfc3339(u"2026-11-20T10:00:00Z"_s);
    mail.sentFolder = sent;
    mail.folder = sent ? "Sent" : "INBOX";
    return mail;
}

RemoteMessage translated(const QByteArray &bytes, bool sent = false)
{
    Batch batch;
    Translator(kOwn).add(found(bytes, sent), batch);
    return batch.messages.value(0);
}

PushRequest requestFor(const QByteArray &inbound)
{
    const auto message = translated(inbound);
    PushRequest request;
    request.clientId = u"0f8fad5b-d9cb-469f-a165-70867728950e"_s;
    request.command = Reply{u"Answer"_s, {}, false, {}};
    request.conversationRemoteId = u"root@x"_s;
    request.contactRemoteId = message.authorRemoteId;
    request.lastInboundRemoteId = message.remoteId;
    request.lastInboundExtra = message.extra;
    return request;
}

QStringList addresses(const QList<Address> &list)
{
    QStringList all;
    for (const auto &address : list)
        all << address.address;
    return all;
}

} // namespace

TEST_CASE("A conversation is named by the first mail, from whichever of its mails one looks")
{
    Ancestry ancestry;
    ancestry.note(u"c"_s, u"b"_s); // the newest comes first
    CHECK(ancestry.root(u"c"_s) == u"b"_s);
    ancestry.note(u"b"_s, u"a"_s);
    ancestry.note(u"a"_s, {});
    CHECK(ancestry.root(u"c"_s) == u"a"_s);
    CHECK(ancestry.root(u"a"_s) == u"a"_s);
    ancestry.note(u"x"_s, u"y"_s); // a circle ends
    ancestry.note(u"y"_s, u"x"_s);
    CHECK_FALSE(ancestry.root(u"x"_s).isEmpty());

    CHECK(earliestNamed(parseMail("References: <r@x> <s@x>\r\nIn-Reply-To: <s@x>\r\n\r\nx")) == u"r@x"_s);
    CHECK(earliestNamed(parseMail("In-Reply-To: <s@x>\r\n\r\nx")) == u"s@x"_s);
    CHECK(earliestNamed(parseMail("Message-ID: <me@x>\r\nReferences: <me@x>\r\n\r\nx")).isEmpty());
}

TEST_CASE("Subjects are compared without what mail programs put before them")
{
    CHECK(baseSubject(u"Re: AW: Fwd: Re[2]: Ответ:  Order 7"_s) == u"Order 7"_s);
    CHECK(baseSubject(u"Reorder: shoes"_s) == u"Reorder: shoes"_s);
    CHECK(isReplySubject(u"RE: x"_s));
    CHECK_FALSE(isReplySubject(u"Fwd: x"_s));
    CHECK_FALSE(isReplySubject(u"Return of goods"_s));
}

TEST_CASE("The Message-ID of an answer carries the outbox row and gives it back")
{
    const auto id = messageIdFor(u"{0f8f-a b}"_s, u"support@shop.test"_s);
    CHECK(id.endsWith(u"@shop.test"_s));
    CHECK_FALSE(id.contains(u' '));
    CHECK_FALSE(id.contains(u'{'));
    CHECK(clientIdIn(id) == u"{0f8f-a b}"_s);
    CHECK(clientIdIn(u"other@shop.test"_s).isEmpty());
    CHECK(translated(("From: support@shop.test\r\nTo: a@b.test\r\nMessage-ID: <"
                         + messageIdFor(u"abc"_s, kOwn.address).toUtf8() + ">\r\n\r\nx"),
              true)
              .clientId
        == u"abc"_s);
}

TEST_CASE("A mail without Message-ID gets the same name each time it is read")
{
    const QByteArray bytes = "From: a@b.test\r\n\r\nx";
    CHECK(remoteIdOf(parseMail(bytes), bytes) == remoteIdOf(parseMail(bytes), bytes));
    CHECK(remoteIdOf(parseMail(bytes), bytes) != remoteIdOf(parseMail(bytes + "y"), bytes + "y"));
}

TEST_CASE("Who wrote and who is the customer")
{
    CHECK(translated("From: Ann <ANN@b.test>\r\nTo: support@shop.test\r\n\r\nx").authorRemoteId == u"ann@b.test"_s);
    // Reply-To counts
    CHECK(translated("From: form@shop.test\r\nReply-To: ann@b.test\r\nTo: support@shop.test\r\n\r\nx").authorRemoteId
        == u"ann@b.test"_s);
    // a contact form that writes in our own name
    const auto form = translated("From: support@shop.test\r\nReply-To: ann@b.test\r\nTo: support@shop.test\r\n\r\nx");
    CHECK(form.direction == Direction::In);
    CHECK(form.authorRemoteId == u"ann@b.test"_s);
    // a colleague's copy in the inbox, and one in Sent from another address
    CHECK(translated("From: support@shop.test\r\nTo: ann@b.test\r\n\r\nx").direction == Direction::Out);
    const auto colleague = translated("From: Bob <bob@shop.test>\r\nTo: ann@b.test\r\n\r\nx", true);
    CHECK(colleague.direction == Direction::Out);
    CHECK(colleague.authorName == u"Bob"_s);
    CHECK(colleague.state == DeliveryState::Sent);
    CHECK(colleague.clientId.isEmpty());
    // nobody
    Batch batch;
    Translator(kOwn).add(found("Subject: x\r\n\r\nx"), batch);
    REQUIRE(batch.conversations.size() == 1);
    CHECK_FALSE(batch.conversations[0].canReply);
    CHECK_FALSE(batch.conversations[0].cannotReplyWhy.isEmpty());
}

TEST_CASE("The mails of a page tell of their conversation once, and what a later one knows counts")
{
    Translator translator(kOwn);
    Batch batch;
    translator.add(found("From: Ann <ann@x>\r\nSubject: Order\r\nMessage-ID: <1@x>\r\n\r\nfirst"), batch);
    auto other = found("From: Bob <bob@x>\r\nSubject: Parcel\r\nMessage-ID: <2@x>\r\n\r\nanother");
    other.conversation = u"other@x"_s;
    translator.add(other, batch);
    translator.add(found("From: Eve <eve@x>\r\nMessage-ID: <3@x>\r\n\r\nwithout a subject"), batch);
    translator.add(found("Subject: Re: Order 7\r\nMessage-ID: <4@x>\r\n\r\nfrom nobody"), batch);
    REQUIRE(batch.messages.size() == 4);
    REQUIRE(batch.conversations.size() == 2);
    const auto &conversation = batch.conversations.first();
    CHECK(conversation.remoteId == u"root@x"_s);
    CHECK(conversation.subject == u"Order 7"_s);
    CHECK(conversation.contactRemoteId == u"eve@x"_s);
    CHECK_FALSE(conversation.canReply); // to the last one nobody can
    CHECK(batch.conversations.last().subject == u"Parcel"_s);
    CHECK(batch.contacts.size() == 3);
}

TEST_CASE("Newsletters ask for no answer, mails through our own list do")
{
    CHECK(translated("From: a@b.test\r\nList-Id: <news.b.test>\r\n\r\nx").automatic);
    CHECK_FALSE(translated("From: a@b.test\r\nList-Id: <support.shop.test>\r\nPrecedence: list\r\n\r\nx").automatic);
    CHECK(translated("From: a@b.test\r\nAuto-Submitted: auto-replied\r\nList-Id: <support.shop.test>\r\n\r\nx")
            .automatic);
}

TEST_CASE("A mail's time is its own unless that cannot be")
{
    const auto arrived = *fromRfc3339(u"2026-11-20T10:00:00Z"_s);
    const auto timeOf = [&arrived](const QByteArray &date) {
        return Translator::timeOf(parseMail("Date: " + date + "\r\n\r\nx"), arrived);
    };
    CHECK(timeOf("Thu, 19 Nov 2026 10:00:00 +0000") == *fromRfc3339(u"2026-11-19T10:00:00Z"_s));
    CHECK(timeOf("Fri, 20 Nov 2026 11:00:00 +0000") == *fromRfc3339(u"2026-11-20T11:00:00Z"_s)); // an hour off
    CHECK(timeOf("Fri, 20 Nov 2099 11:00:00 +0000") == arrived);
    CHECK(timeOf("Thu, 01 Jan 1970 00:00:10 +0000") == arrived);
    CHECK(timeOf("nonsense") == arrived);
}

TEST_CASE("What cannot be read at all is kept as it came")
{
    const auto message = translated(QByteArray(300, '\x01'));
    CHECK(message.kind == MessageKind::Unsupported);
    CHECK(message.raw.size() == 300);
}

TEST_CASE("A bounce stands as an event in the conversation of the mail it is about")
{
    Batch batch;
    auto mail = found("From: MAILER-DAEMON@x\r\nContent-Type: multipart/report; boundary=r\r\n\r\n--r\r\nContent-Type: "
                      "message/delivery-status\r\n\r\n"
                      "Reporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; ann@b.test\r\nAction: failed\r\nStatus: "
                      "5.1.1\r\n\r\n--r\r\n"
                      "Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <parley.7@shop.test>\r\nSubject: Re: "
                      "Order\r\n\r\n--r--\r\n");
    Translator(kOwn).add(mail, batch);
    REQUIRE(batch.messages.size() == 1);
    CHECK(batch.messages[0].kind == MessageKind::Event);
    CHECK(batch.messages[0].automatic);
    CHECK(batch.messages[0].replyToRemoteId == u"parley.7@shop.test"_s);
    CHECK(batch.messages[0].text.contains(u"ann@b.test"_s));
    CHECK(batch.conversations[0].subject == u"Order"_s);
}

TEST_CASE("An answer goes to whom the mail asks, keeps the others in Cc and the thread together")
{
    const auto request = requestFor("From: ann@b.test\r\nReply-To: Ann <ann.home@b.test>\r\nTo: support@shop.test, "
                                    "boss@b.test\r\nCc: spouse@b.test\r\n"
                                    "Message-ID: <q@b.test>\r\nReferences: <root@x> <p@x>\r\nSubject: Order\r\n\r\nx");
    const auto mail = answerTo(request, kOwn, *fromRfc3339(u"2026-11-20T10:00:00Z"_s));
    REQUIRE(mail.ok());
    CHECK(addresses(mail->to) == QStringList{u"ann.home@b.test"_s});
    CHECK(addresses(mail->cc) == QStringList{u"boss@b.test"_s, u"spouse@b.test"_s});
    CHECK(mail->subject == u"Re: Order"_s);
    CHECK(mail->inReplyTo == u"q@b.test"_s);
    CHECK(mail->references == QStringList{u"root@x"_s, u"p@x"_s, u"q@b.test"_s});

    const auto bytes = composed(*mail);
    CHECK_FALSE(QByteArray(bytes).replace("\r\n", "").contains('\n'));
    const auto parsed = parseMail(bytes);
    CHECK(parsed.text == u"Answer"_s);
    CHECK(parsed.automatic == ParsedMail::Automatic::No);
    CHECK(parsed.from.value(0) == kOwn);
    CHECK(parsed.date == fromRfc3339(u"2026-11-20T10:00:00Z"_s));
}

TEST_CASE("The conversation's first mail leads the References even where the answered mail has lost them")
{
    auto request = requestFor("From: ann@b.test\r\nMessage-ID: <q@b.test>\r\nSubject: Re: Order\r\n\r\nx");
    const auto mail = answerTo(request, kOwn, {});
    REQUIRE(mail.ok());
    CHECK(mail->references == QStringList{u"root@x"_s, u"q@b.test"_s});
    CHECK(mail->subject == u"Re: Order"_s);
}

TEST_CASE("Nothing that a customer wrote breaks out of the header of an answer")
{
    auto request = requestFor("From: =?utf-8?Q?A=0D=0ABcc:_evil=40x.test?= <ann@b.test>\r\nSubject: "
                              "=?utf-8?Q?x=0D=0ABcc:_evil=40x.test?=\r\nMessage-ID: <q@b.test>\r\n\r\nx");
    const auto mail = answerTo(request, kOwn, {});
    REQUIRE(mail.ok());
    const auto bytes = composed(*mail);
    CHECK_FALSE(bytes.contains("\nBcc"));
    CHECK(parseMail(bytes).to.size() == 1);

    request.lastInboundExtra = {};
    request.contactRemoteId = u"ann@b.test> NOTIFY=NEVER <x"_s;
    CHECK_FALSE(answerTo(request, kOwn, {}).ok());
    request.contactRemoteId = u"nobody"_s;
    const auto refused = answerTo(request, kOwn, {});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().kind == ErrorKind::Rejected);
}

TEST_CASE("Settings are checked with words that name the key and the mend")
{
    const auto check = [](QMap<QString, QString> changes) {
        Account account;
        account.settings = {
            {u"imap"_s, u"mail.shop.test"_s}, {u"smtp"_s, u"mail.shop.test"_s}, {u"user"_s, u"support@shop.test"_s}};
        for (auto it = changes.cbegin(); it != changes.cend(); ++it)
            account.settings[it.key()] = it.value();
        return validated(account);
    };
    const auto good = check({});
    REQUIRE(good.ok());
    CHECK(good->settings[u"imap"_s] == u"mail.shop.test:993"_s);
    CHECK(good->settings[u"smtp"_s] == u"mail.shop.test:465"_s);
    CHECK(good->settings[u"security"_s] == u"tls"_s);
    CHECK(check({{u"security"_s, u"starttls"_s}})->settings[u"imap"_s] == u"mail.shop.test:143"_s);
    CHECK(check({{u"imap"_s, u"[::1]:10143"_s}, {u"smtp"_s, u"127.0.0.1:1025"_s}, {u"security"_s, u"none"_s}}).ok());
    for (const auto &[key, value] : std::initializer_list<std::pair<QString, QString>>{{u"imap"_s, u""_s},
             {u"imap"_s, u"host:99999"_s}, {u"smtp"_s, u"a b"_s}, {u"user"_s, u""_s}, {u"security"_s, u"none"_s},
             {u"security"_s, u"ssl"_s}, {u"ca"_s, u"/nowhere/ca.pem"_s}, {u"auth"_s, u"magic"_s},
             {u"from"_s, u"nobody"_s}, {u"color"_s, u"red"_s}}) {
        const auto refused = check({{key, value}});
        INFO(key.toStdString() << '=' << value.toStdString());
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().kind == ErrorKind::Rejected);
        CHECK((refused.error().words.contains(key) || refused.error().words.contains(value)));
    }
}
