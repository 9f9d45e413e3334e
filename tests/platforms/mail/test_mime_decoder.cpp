// SPDX-License-Identifier: GPL-3.0-or-later
// Mails of every ugly kind.
#include "support/print.h"

#include "platforms/mail/mime_decoder.h"

#include <QRegularExpression>

#include <catch2/catch_test_macros.hpp>

using namespace parley::platforms::mail;
using namespace Qt::StringLiterals;
using Automatic = ParsedMail::Automatic;

namespace {

// LF to CRLF, since literals are easier to read.
QByteArray crlf(QByteArray mail)
{
    return mail.replace("\n", "\r\n");
}

QByteArray plain(const QByteArray &contentType, const QByteArray &body, const QByteArray &subject = "x")
{
    return "From: a@b.test\r\nSubject: " + subject + "\r\nContent-Type: " + contentType
        + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + body;
}

const QByteArray kRussianKoi8 =
    "\xfa\xc4\xd2\xc1\xd7\xd3\xd4\xd7\xd5\xca\xd4\xc5, \xc7\xc4\xc5 \xcd\xcf\xc0 \xda\xc1\xcb\xc1\xda?";
const QByteArray kRussian1251 =
    "\xc7\xe4\xf0\xe0\xe2\xf1\xf2\xe2\xf3\xe9\xf2\xe5, \xe3\xe4\xe5 \xec\xee\xe9 \xe7\xe0\xea\xe0\xe7?";
const QString kRussian = u"Здравствуйте, где мой заказ?"_s;

} // namespace

TEST_CASE("Text is read in the charset it is in, whatever the mail claims")
{
    CHECK(parseMail(plain("text/plain; charset=koi8-r", kRussianKoi8)).text.startsWith(u"Здравствуйте, где"_s));
    CHECK(parseMail(plain("text/plain; charset=windows-1251", kRussian1251)).text == kRussian);
    CHECK(parseMail(plain("text/plain; charset=\"cp1251\"", kRussian1251)).text == kRussian);
    // no charset, a charset that cannot be, one that does not exist
    CHECK(parseMail(plain("text/plain", kRussian1251)).text == kRussian);
    CHECK(parseMail(plain("text/plain", kRussianKoi8)).text.startsWith(u"Здравствуйте"_s));
    CHECK(parseMail(plain("text/plain; charset=us-ascii", kRussian1251)).text == kRussian);
    CHECK(parseMail(plain("text/plain; charset=iso-8859-1", kRussian1251)).text == kRussian);
    CHECK(parseMail(plain("text/plain; charset=x-klingon", kRussian1251)).text == kRussian);
    CHECK(parseMail(plain("text/plain; charset=iso-8859-1", kRussian.toUtf8())).text == kRussian);
    CHECK(parseMail(plain("text/plain; charset=utf-8", kRussian1251)).text == kRussian);
    CHECK(parseMail(plain("text/plain; charset=koi8-r", kRussian.toUtf8())).text == kRussian);
    // Croatian, Chinese, German, Japanese
    CHECK(parseMail(plain("text/plain; charset=windows-1250", "Po\x9auljite mi ra\xe8un, \x9eurno je")).text
        == u"Pošuljite mi račun, žurno je"_s);
    CHECK(parseMail(plain("text/plain", "Po\x9auljite mi ra\xe8un, \x9eurno je")).text
        == u"Pošuljite mi račun, žurno je"_s);
    CHECK(
        parseMail(plain("text/plain; charset=gb2312", "\xc4\xe3\xba\xc3\xa3\xac\xce\xd2\xb5\xc4\xb6\xa9\xb5\xa5")).text
        == u"你好，我的订单"_s);
    CHECK(parseMail(plain("text/plain", "\xc4\xe3\xba\xc3\xa3\xac\xce\xd2\xb5\xc4\xb6\xa9\xb5\xa5")).text
        == u"你好，我的订单"_s);
    CHECK(parseMail(plain("text/plain; charset=iso-8859-1",
                        "Gr\xfc\xdf"
                        "e aus K\xf6ln"))
              .text
        == u"Grüße aus Köln"_s);
    CHECK(parseMail(plain("text/plain",
                        "Gr\xfc\xdf"
                        "e aus K\xf6ln"))
              .text
        == u"Grüße aus Köln"_s);
    CHECK(parseMail(plain("text/plain; charset=iso-2022-jp", "\x1b$B$3$s$K$A$O\x1b(B")).text == u"こんにちは"_s);
    // UTF-8 cut in the middle of a character
    const auto cut = parseMail(plain("text/plain; charset=utf-8", kRussian.toUtf8().chopped(2))).text;
    CHECK(cut.startsWith(u"Здравствуйте, где мой зака"_s));
}

TEST_CASE("Header fields are decoded however they are written")
{
    CHECK(parseMail(plain("text/plain", "x", "=?koi8-r?B?+sTSwdfT1NfVytTF?=")).subject == u"Здравствуйте"_s);
    CHECK(parseMail(plain("text/plain", "x", "=?windows-1250?Q?Ra=E8un?=")).subject == u"Račun"_s);
    CHECK(parseMail(plain("text/plain", "x", kRussian1251)).subject == kRussian); // 8-bit, undeclared
    CHECK(parseMail(plain("text/plain", "x", kRussian.toUtf8())).subject == kRussian);
    // a character split between two encoded words
    CHECK(parseMail(
              plain("text/plain", "x", "=?utf-8?B?0JfQtNGA0LDQstGB0YI=?= =?utf-8?B?0LLRg9C50YLQ?= =?utf-8?B?tQ==?="))
              .subject
        == u"Здравствуйте"_s);
    CHECK(parseMail(plain("text/plain", "x", "two\r\n lines\r\n\tand three")).subject == u"two lines and three"_s);
    const auto mail =
        parseMail("From: =?koi8-r?B?4c7OwQ==?= <Anna@X.test>, second@x.test\r\nTo: undisclosed-recipients:;\r\n"
                  "Cc: \"Last, First\" <lf@x.test>\r\nReply-To: reply@x.test\r\n\r\nx");
    REQUIRE(mail.from.size() == 2);
    CHECK(mail.from[0] == Address{u"Анна"_s, u"anna@x.test"_s});
    CHECK(mail.to.isEmpty());
    REQUIRE(mail.cc.size() == 1);
    CHECK(mail.cc[0] == Address{u"Last, First"_s, u"lf@x.test"_s});
    CHECK(mail.replyTo.value(0).address == u"reply@x.test"_s);
}

TEST_CASE("A mail that lacks what mails have is read as far as it goes")
{
    const auto none = parseMail("Subject: hm\r\n\r\ntext");
    CHECK(none.from.isEmpty());
    CHECK(none.messageId.isEmpty());
    CHECK_FALSE(none.date.has_value());
    CHECK(none.text == u"text"_s);

    CHECK(parseMail("From: a@b.test\r\n\r\n").text.isEmpty());
    // as it stands in a mailbox of one file
    const auto fromFile = parseMail("From ann@b.test Fri Nov 20 12:00:00 2026\nFrom: a@b.test\n\ntext");
    CHECK(fromFile.from.size() == 1);
    CHECK(fromFile.text == u"text"_s);
    CHECK(parseMail("From: a@b.test").from.size() == 1);
    CHECK(parseMail({}).text.isEmpty());
    CHECK(parseMail("\r\n\r\n").text.isEmpty());
    CHECK(parseMail(QByteArray(5000, '\0')).from.isEmpty());
    CHECK_FALSE(parseMail("Date: yesterday\r\n\r\nx").date.has_value());
    CHECK(parseMail("Date: Fri, 20 Nov 2026 12:00:00 +0200\r\n\r\nx").date
        == parley::fromRfc3339(u"2026-11-20T10:00:00Z"_s));
    // no brackets, words around
    CHECK(parseMail("In-Reply-To: Your message of \"Fri\" <a@b>\r\nReferences: x@y z@y\r\nMessage-ID: bare@id\r\n\r\nx")
              .inReplyTo
        == u"a@b"_s);
    CHECK(parseMail("References: x@y z@y\r\n\r\nx").references == QStringList{u"x@y"_s, u"z@y"_s});
    CHECK(parseMail("Message-ID: bare@id\r\n\r\nx").messageId == u"bare@id"_s);
}

TEST_CASE("The ids alone are read as they are with everything else")
{
    const QByteArrayList headers{
        "Message-ID: <a@x>\r\nIn-Reply-To: <b@x>\r\nReferences: <c@x> <b@x>\r\n\r\n",
        "MESSAGE-id:<a@x>\nreferences: <c@x>\n\t<d@x>\n  <e@x>\n\n",
        "Message-ID:\r\n <folded@x>\r\nIn-Reply-To: Your message of \"Fri\" <b@x>\r\n\r\n",
        "Message-ID: bare@x\r\nReferences: x@y z@y\r\n\r\n",
        "Message-ID: <first@x>\r\nMessage-ID: <second@x>\r\n\r\n",
        "X-Message-ID: <no@x>\r\nSubject: In-Reply-To: <no@x>\r\n References: <no@x>\r\n\r\n",
        "Message-ID: <open@x\r\nReferences: <> < > <a <b@x> c@x>\r\n\r\n",
        "References: <\xd0\x9f@x> <\xcf\xc0@y>\r\nIn-Reply-To: <=?utf-8?Q?q?=@x>\r\n\r\n",
        "References: <" + QByteArray(600, 'l') + "@x> <short@x> <short@x>\r\n\r\n",
        "References: " + QByteArray("<a@x> <b@x> ").repeated(200) + "\r\n\r\n",
        "Message-ID: <cut@x>",
        "\r\n\r\n",
        "",
    };
    for (const auto &header : headers) {
        INFO(header.toStdString());
        const auto ids = parseIds(header);
        const auto all = parseHead(header);
        CHECK(ids.messageId == all.messageId);
        CHECK(ids.inReplyTo == all.inReplyTo);
        CHECK(ids.references == all.references);
    }
    const auto folded = parseIds(headers[1]);
    CHECK(folded.messageId == u"a@x"_s);
    CHECK(folded.references == QStringList{u"c@x"_s, u"d@x"_s, u"e@x"_s});
}

TEST_CASE("A name of ten thousand combining characters stays a name")
{
    QString name = u"Zo"_s;
    for (int i = 0; i < 10'000; ++i)
        name += QChar(0x0300 + i % 64);
    const auto mail = parseMail("From: " + name.toUtf8() + " <z@b.test>\r\n\r\nx");
    REQUIRE(mail.from.size() == 1);
    CHECK(mail.from[0].name.size() < 300);
    CHECK(mail.from[0].name.startsWith(u"Zo"_s));
    CHECK(mail.from[0].address == u"z@b.test"_s);
}

TEST_CASE("Of alternatives the HTML is shown and the plain text is searched")
{
    const auto mail = parseMail(crlf("From: a@b.test\nContent-Type: multipart/alternative; "
                                     "boundary=b\n\n--b\nContent-Type: text/plain\n\nplain words\n"
                                     "--b\nContent-Type: text/html\n\n<p>rich <b>words</b></p>\n--b--\n"));
    CHECK(mail.text == u"plain words"_s);
    CHECK(mail.html.contains(u"<b>words</b>"_s));
    // a plain part that says nothing
    const auto nothing = parseMail(
        crlf("From: a@b.test\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n\n"
             "--b\nContent-Type: text/html\n\n<p>only here</p>\n--b--\n"));
    CHECK(nothing.text == u"only here"_s);
}

TEST_CASE("Parts within parts, broken boundaries and half a mail keep what is there")
{
    const QByteArray nested =
        crlf("From: a@b.test\nContent-Type: multipart/mixed; boundary=o\n\npreamble\n--o\n"
             "Content-Type: multipart/related; boundary=i\n\n--i\nContent-Type: multipart/alternative; boundary=j\n\n"
             "--j\nContent-Type: text/plain\n\nhello\n--j\nContent-Type: text/html\n\n<p>hello <img "
             "src=\"cid:pic@x\"></p>\n--j--\n"
             "--i\nContent-Type: image/png; name=pic.png\nContent-ID: <pic@x>\nContent-Transfer-Encoding: "
             "base64\n\niVBORw0KGgo=\n--i--\n"
             "--o\nContent-Type: application/pdf\nContent-Disposition: attachment; "
             "filename=\"doc.pdf\"\nContent-Transfer-Encoding: base64\n\nJVBERg==\n--o--\n");
    const auto mail = parseMail(nested);
    CHECK(mail.text == u"hello"_s);
    REQUIRE(mail.attachments.size() == 2);
    CHECK(mail.attachments[0].name == u"pic.png"_s);
    CHECK(mail.html.contains(u"<img src=\"attachment:0\""_s));
    CHECK(mail.attachments[1].name == u"doc.pdf"_s);
    CHECK(mail.attachments[1].content == "%PDF");

    for (qsizetype cut = 0; cut < nested.size(); cut += 7) // wherever it ends
        CHECK(parseMail(nested.left(cut)).from.size() <= 1);
    CHECK(parseMail(nested.left(nested.indexOf("--j--"))).text == u"hello"_s);

    const auto noEnd = parseMail(crlf("From: a@b.test\nContent-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: "
                                      "text/plain\n\nthe end is missing\n"));
    CHECK(noEnd.text == u"the end is missing"_s);
    const auto wrong = parseMail(crlf("From: a@b.test\nContent-Type: multipart/mixed; "
                                      "boundary=right\n\n--wrong\nContent-Type: text/plain\n\nlost?\n--wrong--\n"));
    INFO(wrong.text.toStdString());
    CHECK(wrong.text == u"lost?"_s);
    const auto undeclared = parseMail(crlf(
        "From: a@b.test\nContent-Type: multipart/mixed\n\n--o\nContent-Type: text/plain\n\nno boundary told\n--o--\n"));
    INFO(undeclared.text.toStdString());
    CHECK(undeclared.text == u"no boundary told"_s);
}

TEST_CASE("An attachment's name is never a path and is read in any encoding")
{
    const auto attached = [](const QByteArray &disposition) {
        const auto mail = parseMail(crlf(
            "From: a@b.test\nContent-Type: multipart/mixed; boundary=o\n\n--o\nContent-Type: text/plain\n\nx\n--o\n"
            "Content-Type: application/octet-stream\nContent-Disposition: attachment; "
            + disposition + "\n\ndata\n--o--\n"));
        return mail.attachments.value(0).name;
    };
    CHECK(attached("filename=\"../../x\"") == u"x"_s);
    CHECK(attached("filename=\"..\\\\..\\\\windows\\\\x.exe\"") == u"x.exe"_s);
    CHECK(attached("filename=\"=?koi8-r?B?+sTSwdfT1NfVytTF?=.txt\"") == u"Здравствуйте.txt"_s);
    CHECK(attached("filename*=utf-8''ra%C4%8Dun.pdf") == u"račun.pdf"_s);
    CHECK(attached("filename*0=\"long-\"; filename*1=\"name.pdf\"") == u"long-name.pdf"_s);
    CHECK(attached("filename=\"" + kRussian1251.left(12) + ".txt\"") == u"Здравствуйте.txt"_s);
    CHECK_FALSE(attached("filename=\"\"").isEmpty());
    CHECK_FALSE(attached("filename=\"evil\xe2\x80\xaetxt.exe\"").contains(QChar(0x202E)));
}

TEST_CASE("Text of five megabytes and an attachment of twenty are read whole")
{
    QByteArray words;
    while (words.size() < 5 << 20)
        words += "All work and no play makes customers wait. ";
    CHECK(parseMail(plain("text/plain", words)).text.size() >= (5 << 20) - 1);

    const QByteArray content(20 << 20, 'x');
    const auto mail = parseMail("From: a@b.test\r\nContent-Type: multipart/mixed; "
                                "boundary=o\r\n\r\n--o\r\nContent-Type: text/plain\r\n\r\nhere\r\n--o\r\n"
                                "Content-Type: video/mp4; name=film.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + content.toBase64() + "\r\n--o--\r\n");
    REQUIRE(mail.attachments.size() == 1);
    CHECK(mail.attachments[0].content == content);
    CHECK(mail.text == u"here"_s);
}

TEST_CASE("A thousand parts within each other, and a thousand mails, are survived with their header")
{
    QByteArray deep = "From: a@b.test\r\nSubject: deep\r\nMIME-Version: 1.0\r\n";
    for (int i = 0; i < 1000; ++i)
        deep += "Content-Type: multipart/mixed; boundary=\"b" + QByteArray::number(i) + "\"\r\n\r\n--b"
            + QByteArray::number(i) + "\r\n";
    deep += "Content-Type: text/plain\r\n\r\nbottom\r\n";
    auto mail = parseMail(deep);
    CHECK(mail.subject == u"deep"_s);
    CHECK(mail.from.size() == 1);
    REQUIRE(mail.attachments.size() == 1);
    CHECK(mail.attachments[0].content.contains("bottom"));

    QByteArray hundred = "From: a@b.test\r\nSubject: hundred\r\n";
    for (int i = 0; i < 100; ++i)
        hundred += "Content-Type: multipart/mixed; boundary=\"b" + QByteArray::number(i) + "\"\r\n\r\n--b"
            + QByteArray::number(i) + "\r\n";
    hundred += "Content-Type: text/plain\r\n\r\nbottom\r\n";
    mail = parseMail(hundred);
    CHECK(mail.subject == u"hundred"_s);
    REQUIRE(mail.attachments.size() == 1);
    CHECK(mail.attachments[0].content.contains("bottom"));

    QByteArray mails = "From: a@b.test\r\nSubject: outer\r\n";
    for (int i = 0; i < 1000; ++i)
        mails += "Content-Type: message/rfc822\r\n\r\nSubject: inner\r\n";
    CHECK(parseMail(mails + "\r\nbottom").subject == u"outer"_s);

    QByteArray wide = "From: a@b.test\r\nSubject: wide\r\nContent-Type: multipart/mixed; boundary=o\r\n\r\n";
    for (int i = 0; i < 5000; ++i)
        wide += "--o\r\nContent-Type: text/plain\r\n\r\npart\r\n";
    CHECK(parseMail(wide).text.startsWith(u"part"_s));
}

TEST_CASE("Soft line breaks of flowed text are joined, quotes stay apart")
{
    const auto mail =
        parseMail(plain("text/plain; format=flowed", "one \r\ntwo\r\n> quoted \r\n> on\r\nthree\r\n-- \r\nAnn"));
    CHECK(mail.text == u"one two\n> quoted on\nthree\n-- \nAnn"_s);
    CHECK(mail.html.contains(u"<blockquote class=\"parley-quote\">"_s));
}

TEST_CASE("What a program sent is told from what a person sent")
{
    const auto kind = [](const QByteArray &header) {
        return parseMail("From: a@b.test\r\n" + header + "\r\n\r\nx").automatic;
    };
    CHECK(kind("Subject: hi") == Automatic::No);
    CHECK(kind("Auto-Submitted: no") == Automatic::No);
    CHECK(kind("Auto-Submitted: auto-replied") == Automatic::Reply);
    CHECK(kind("Auto-Submitted: auto-generated; x=y") == Automatic::Reply);
    CHECK(kind("X-Autoreply: yes") == Automatic::Reply);
    CHECK(kind("Precedence: auto_reply") == Automatic::Reply);
    CHECK(kind("Return-Path: <>") == Automatic::Reply);
    CHECK(kind("Precedence: bulk") == Automatic::Bulk);
    CHECK(kind("List-Id: News <news.shop.test>") == Automatic::Bulk);
    CHECK(parseMail("List-Id: News <news.shop.test>\r\n\r\nx").listId == u"news.shop.test"_s);
    CHECK(parseMail("From: MAILER-DAEMON@x.test\r\nReturn-Path: <>\r\n\r\nx").automatic == Automatic::Bounce);
}

TEST_CASE("A bounce says which mail did not reach whom and why")
{
    const auto mail = parseMail(crlf(
        "Return-Path: <>\nFrom: MAILER-DAEMON@mx.test\nSubject: Undelivered\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=r\n\n--r\n\nSorry.\n--r\nContent-Type: "
        "message/delivery-status\n\n"
        "Reporting-MTA: dns; mx.test\n\nFinal-Recipient: rfc822; ann@customer.test\nAction: failed\nStatus: 5.1.1\n"
        "Diagnostic-Code: smtp; 550 5.1.1 no such\n user\n\n--r\nContent-Type: message/rfc822\n\n"
        "Message-ID: <parley.1@shop.test>\nReferences: <root@customer.test> <two@x>\nSubject: Re: "
        "Order\n\nHello\n--r--\n"));
    CHECK(mail.automatic == Automatic::Bounce);
    REQUIRE(mail.bounce);
    CHECK(mail.bounce->recipient == u"ann@customer.test"_s);
    CHECK(mail.bounce->reason == u"550 5.1.1 no such user"_s);
    CHECK(mail.bounce->status == u"5.1.1"_s);
    CHECK(mail.bounce->final);
    CHECK(mail.bounce->originalMessageId == u"parley.1@shop.test"_s);
    CHECK(mail.bounce->originalReferences.value(0) == u"root@customer.test"_s);
}
