// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/display_text.h"
#include "models/file_name.h"
#include "models/nearest_word.h"

#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace parley;

TEST_CASE("A name that is a path is cut down to its last part")
{
    CHECK(safeFileName(QStringLiteral("../../x")) == QStringLiteral("x"));
    CHECK(safeFileName(QStringLiteral("/etc/passwd")) == QStringLiteral("passwd"));
    CHECK(safeFileName(QStringLiteral("C:\\Windows\\system32\\cmd.exe")) == QStringLiteral("cmd.exe"));
    CHECK(safeFileName(QStringLiteral("a:b?.txt")) == QStringLiteral("a_b_.txt"));
}

TEST_CASE("Names that hide, reserve or deceive are made harmless")
{
    CHECK(safeFileName(QStringLiteral(".bashrc")) == QStringLiteral("bashrc"));
    CHECK(safeFileName(QStringLiteral("...  .x. ")) == QStringLiteral("x"));
    for (const QString &reserved : {QStringLiteral("CON"), QStringLiteral("nul.txt"), QStringLiteral("Com1.tar.gz"),
             QStringLiteral("LPT9"), QStringLiteral("aux .c"), QStringLiteral("CONOUT$")})
        CHECK(safeFileName(reserved) == u'_' + reserved);
    CHECK(safeFileName(QStringLiteral("console.log")) == QStringLiteral("console.log"));
    CHECK(safeFileName(QStringLiteral("invoice\u202Egpj.exe")) == QStringLiteral("invoicegpj.exe"));
    CHECK(safeFileName(QStringLiteral("a\nb\tc\u0000d\u007F.txt")) == QStringLiteral("abcd.txt"));
    CHECK(safeFileName(QStringLiteral("счёт №7 «март».pdf")) == QStringLiteral("счёт №7 «март».pdf"));
}

TEST_CASE("A file's name is never empty")
{
    for (const QString &nothing : {QString(), QStringLiteral("."), QStringLiteral(".."), QStringLiteral("////"),
             QStringLiteral("\u202E\u200B"), QString(5000, QChar(0xD800)), QStringLiteral("   ")})
        CHECK(safeFileName(nothing) == QStringLiteral("attachment"));
}

TEST_CASE("A name's suffix tells the media type, whatever else stands in the name")
{
    CHECK(mediaTypeFor(QStringLiteral("счёт.PDF")) == QStringLiteral("application/pdf"));
    CHECK(mediaTypeFor(QStringLiteral("photo.jpeg")) == QStringLiteral("image/jpeg"));
    CHECK(mediaTypeFor(QStringLiteral("no suffix")) == QStringLiteral("application/octet-stream"));
    // Where a NUL stands before a known suffix, Qt 6.4 takes a leaf of its cached tree of suffixes for a branch.
    CHECK(mediaTypeFor(QStringLiteral("paid\0.pdf")) == QStringLiteral("application/pdf"));
    CHECK(mediaTypeFor(QStringLiteral("paid\0.png")) == QStringLiteral("image/png"));
}

TEST_CASE("A long name is shortened before its suffix")
{
    const QString shortened = safeFileName(QString(10'000, u'я') + QStringLiteral(".pdf"));
    CHECK(shortened.endsWith(QStringLiteral("яя.pdf")));
    CHECK(shortened.size() <= 120);
    CHECK(shortened.toUtf8().size() <= 200);
    const QString emoji = safeFileName(QString::fromUcs4(U"😀").repeated(500) + QStringLiteral(".png"));
    CHECK(emoji.endsWith(QStringLiteral(".png")));
    CHECK(emoji.toUtf8().size() <= 200);
    CHECK_FALSE(emoji.contains(QChar(QChar::ReplacementCharacter)));
    CHECK(emoji.chopped(4).back().isLowSurrogate());
    CHECK(safeFileName(u'a' + QString(10'000, QChar(0x0301)) + QStringLiteral(".txt")).size() < 20);
    CHECK(safeFileName(QStringLiteral("x.") + QString(5000, u'y')).size() <= 120);
}

TEST_CASE("A name from outside is shown in one quiet line")
{
    CHECK(safeForDisplay(QStringLiteral("  Ana \r\n\t Marić "), 50) == QStringLiteral("Ana Marić"));
    CHECK(safeForDisplay(QStringLiteral("evil\u202Etxt.exe\u2066\u200F"), 50) == QStringLiteral("eviltxt.exe"));
    CHECK(safeForDisplay(QStringLiteral("a\u200Bb\uFEFFc\u00ADd"), 50) == QStringLiteral("abcd"));
    const QString family = QString::fromUcs4(U"👨\u200D👩\u200D👧");
    CHECK(safeForDisplay(family, 50) == family);
    CHECK(safeForDisplay(QString(), 50).isEmpty());
    CHECK(safeForDisplay(QStringLiteral("abc"), 0).isEmpty());
    CHECK(safeForDisplay(QStringLiteral("عمر خیام"), 50) == QStringLiteral("عمر خیام"));
}

TEST_CASE("Ten thousand marks on one letter become four")
{
    const QString zalgo = QStringLiteral("Z") + QString(10'000, QChar(0x0300)) + QStringLiteral("o");
    const QString shown = safeForDisplay(zalgo, 50);
    CHECK(shown.count(QChar(0x0300)) == 4);
    CHECK(shown.endsWith(u'o'));
}

TEST_CASE("What is too long for display ends in an ellipsis, not in half a character")
{
    CHECK(safeForDisplay(QStringLiteral("abcdef"), 6) == QStringLiteral("abcdef"));
    CHECK(safeForDisplay(QStringLiteral("abcdefg"), 6) == QStringLiteral("abcde…"));
    const QString cut = safeForDisplay(QString::fromUcs4(U"😀😀😀😀"), 4);
    CHECK(cut == QString::fromUcs4(U"😀…"));
    const QString lone = safeForDisplay(QString(QChar(0xD800)) + u'x', 10);
    CHECK(lone == QString(QChar(QChar::ReplacementCharacter)) + u'x');
}

TEST_CASE("The nearest known word is proposed, and none where none is near")
{
    const QStringList known{QStringLiteral("open"), QStringLiteral("pending"), QStringLiteral("unanswered")};
    CHECK(nearestWord(u"opne", known) == QStringLiteral("open"));
    CHECK(nearestWord(u"PENDNG", known) == QStringLiteral("pending"));
    CHECK(nearestWord(u"unanswerd", known) == QStringLiteral("unanswered"));
    CHECK(nearestWord(u"closed", known).isEmpty());
    CHECK(nearestWord(u"", known).isEmpty());
    CHECK(nearestWord(QString(100'000, u'o'), known).isEmpty());
}
