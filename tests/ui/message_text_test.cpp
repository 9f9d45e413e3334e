// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/print.h"
#include "ui/conversation/attachment_opener.h"
#include "ui/conversation/message_body.h"
#include "ui/conversation/message_text.h"
#include "ui/conversation/thumbnails.h"
#include "ui/inbox/ticket_actions.h"
#include "ui/inbox/ticket_words.h"

#include <QBuffer>
#include <QFont>

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace parley::ui;
using namespace std::chrono_literals;

TEST_CASE("Characters that turn the writing direction do not reach the screen")
{
    CHECK(safeBody(QStringLiteral("a\u202Eb\u2066c\nd")) == QStringLiteral("abc\nd"));
    CHECK(safeBody(u'e' + QString(10'000, QChar(0x0301))).size() == 5);
    CHECK(trueTarget(QUrl(QStringLiteral("https://exa\u202Emple.test/a"))).contains(QChar(0x202e)) == false);
}

TEST_CASE("Quotes at the end of a mail are folded, with the line that introduces them")
{
    const Folded folded = foldQuotes(QStringLiteral("Yes, please.\n\nOn 3 Nov Shop wrote:\n> Shall we?\n>> Hello\n\n"));
    CHECK(folded.folded);
    CHECK(folded.shown == QStringLiteral("Yes, please."));
    CHECK_FALSE(foldQuotes(QStringLiteral("> Shall we?\nYes")).folded); // answered below: the quote is read first
    CHECK_FALSE(foldQuotes(QStringLiteral("> only a quote")).folded);
    CHECK_FALSE(foldQuotes(QStringLiteral("plain")).folded);
}

TEST_CASE("A trailing blockquote is folded, one that is answered below is not")
{
    const QString open =
        QStringLiteral("<p>Yes</p><blockquote><p>Shall we? <blockquote>Hi</blockquote></p></blockquote><br>");
    CHECK(foldHtmlQuotes(open).folded);
    CHECK_FALSE(foldHtmlQuotes(open).shown.contains(QStringLiteral("Shall")));
    CHECK_FALSE(foldHtmlQuotes(QStringLiteral("<blockquote>Shall we?</blockquote><p>Yes</p>")).folded);
    CHECK_FALSE(foldHtmlQuotes(QStringLiteral("<p>Yes</p><blockquote>never closed")).folded);
}

TEST_CASE("Links are found without the punctuation around them, and only pages and mail are opened")
{
    const auto links = linksIn(QStringLiteral("See https://a.test/x?y=1. Or (www.b.test), or c@d.test!"));
    REQUIRE(links.size() == 3);
    CHECK(links.at(0).target == QStringLiteral("https://a.test/x?y=1"));
    CHECK(links.at(1).target == QStringLiteral("https://www.b.test"));
    CHECK(links.at(2).target == QStringLiteral("mailto:c@d.test"));
    CHECK(openable(QStringLiteral("https://a.test")).isValid());
    CHECK_FALSE(openable(QStringLiteral("file:///etc/passwd")).isValid());
    CHECK_FALSE(openable(QStringLiteral("javascript:alert(1)")).isValid());
    CHECK_FALSE(openable(QStringLiteral("\\\\server\\share")).isValid());
    CHECK(trueTarget(QUrl(QStringLiteral("https://аррӏе.test/"))).startsWith(QStringLiteral("https://xn--")));
}

TEST_CASE("HTML with colours of its own is told from HTML without")
{
    CHECK(bringsColours(QStringLiteral("<td bgcolor=\"#fff\">x</td>")));
    CHECK(bringsColours(QStringLiteral("<p style=\"color:#000\">x</p>")));
    CHECK_FALSE(bringsColours(QStringLiteral("<p>my favourite color</p>")));
}

TEST_CASE("An HTML body loads nothing and tells its links")
{
    const auto body = htmlBody(QStringLiteral("<img src=\"file:///etc/hostname\"><a href=\"https://a.test/\">here</a>"),
        QFont(), 300, lightTokens());
    CHECK(body->text({0, body->length()}).contains(QStringLiteral("here")));
    CHECK(body->size().width() <= 300);
}

TEST_CASE("An HTML body cannot turn the writing direction, not even by entities")
{
    const auto body = htmlBody(QStringLiteral("a&#8238;b\u202Ec"), QFont(), 300, lightTokens());
    CHECK(body->text({0, body->length()}) == QStringLiteral("abc"));
}

TEST_CASE("A plain body knows where its characters are")
{
    const QString text = QStringLiteral("one two\nthree https://a.test/");
    const auto body = plainBody(text, QFont(), 400, lightTokens(), false);
    CHECK(body->positionAt({-5, 2}) == 0);
    CHECK(body->positionAt({4000, 4000}) == text.size());
    CHECK(body->text({0, int(text.size())}) == text);
    const TextRange word = body->wordAt(5);
    CHECK(body->text(word) == QStringLiteral("two"));
}

TEST_CASE("What could run as a program is recognised by the name it is saved under")
{
    CHECK(runsWhenOpened(QStringLiteral("invoice.pdf.exe")));
    CHECK(runsWhenOpened(QStringLiteral("x.DESKTOP")));
    CHECK_FALSE(runsWhenOpened(QStringLiteral("invoice.pdf")));
}

TEST_CASE("A picture is decoded small, and what claims to be enormous is not decoded")
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImage(2000, 1000, QImage::Format_RGB32).save(&buffer, "PNG");
    CHECK(decodeBounded(bytes, {200, 200}).size() == QSize(200, 100));
    CHECK(decodeBounded(QByteArrayLiteral("not a picture"), {200, 200}).isNull());
    QByteArray bomb;
    QBuffer bombBuffer(&bomb);
    bombBuffer.open(QIODevice::WriteOnly);
    QImage(8, 8, QImage::Format_RGB32).save(&bombBuffer, "BMP");
    CHECK_FALSE(decodeBounded(bomb, {200, 200}).isNull());
    bomb.replace(18, 8, QByteArray::fromHex("ffff0000ffff0000")); // the width and height in the header
    CHECK(decodeBounded(bomb, {200, 200}).isNull());
}

TEST_CASE("Initials are letters of the first two words, in any script")
{
    CHECK(initials(QStringLiteral("Ana Kovačić")) == QStringLiteral("AK"));
    CHECK(initials(QStringLiteral("иван петров")) == QStringLiteral("ИП"));
    CHECK(initials(QStringLiteral("Богдан")) == QStringLiteral("Б"));
    CHECK(initials(QStringLiteral("🌸 Sofía")) == QStringLiteral("S"));
    CHECK(initials(QStringLiteral("…")) == QStringLiteral("?"));
    CHECK(initials(QStringLiteral("Conan O'Brien jr")) == QStringLiteral("CO"));
}

TEST_CASE("Snooze times are understood as typed, in three languages")
{
    const Timestamp now = fromMs(1'790'000'000'000);
    CHECK(typedTime(QStringLiteral("45m"), now) == now + 45min);
    CHECK(typedTime(QStringLiteral("2 ч"), now) == now + 2h);
    CHECK(typedTime(QStringLiteral("3 sata"), now) == now + 3h);
    CHECK(typedTime(QStringLiteral("2 tjedna"), now) == now + 24h * 14);
    CHECK(typedTime(QStringLiteral("3д"), now) == now + 72h);
    const auto clock = typedTime(QStringLiteral("18:00"), now);
    REQUIRE(clock);
    CHECK(*clock > now);
    CHECK(*clock <= now + 24h);
    CHECK_FALSE(typedTime(QStringLiteral("25:00"), now));
    CHECK_FALSE(typedTime(QStringLiteral("soon"), now));
    CHECK_FALSE(typedTime(QStringLiteral("0h"), now));
}
