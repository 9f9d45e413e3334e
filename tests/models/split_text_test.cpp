// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/split_text.h"

#include "support/print.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace parley;
using namespace Qt::StringLiterals;
using Unit = Capabilities::TextUnit;

namespace {

/// 2000 Cyrillic words with a full stop now and then.
QString words()
{
    QString text;
    for (int i = 0; i < 2000; ++i)
        text += u"слово%1%2 "_s.arg(i).arg(i % 13 == 0 ? u"."_s : QString());
    return text;
}

QString squeezed(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace(); });
    return text;
}

} // namespace

TEST_CASE("A long text is cut between paragraphs, else lines, else sentences, else words")
{
    CHECK(splitText(u"short"_s, 4096) == QStringList{u"short"_s});
    CHECK(splitText(u" \n "_s, 4096).isEmpty());
    const QString block(3000, u'a');
    CHECK(splitText(block + u"\n\n"_s + block, 4096) == QStringList{block, block});
    CHECK(splitText(block + u'\n' + block, 4096) == QStringList{block, block});
    CHECK(splitText(u"One two three. Four five six."_s, 20) == QStringList{u"One two three."_s, u"Four five six."_s});
    CHECK(splitText(u"one two three four five"_s, 9) == QStringList{u"one two"_s, u"three"_s, u"four five"_s});
    CHECK(splitText(u"abcdefghij"_s, 4) == QStringList{u"abcd"_s, u"efgh"_s, u"ij"_s});
}

TEST_CASE("A border that stands exactly at the limit is used")
{
    const QString block(10, u'b');
    CHECK(splitText(block + u"\n\n"_s + block, 10) == QStringList{block, block});
    CHECK(splitText(block + u' ' + block, 10) == QStringList{block, block});
    CHECK(splitText(QString(4096, u'x') + u'y', 4096) == QStringList{QString(4096, u'x'), u"y"_s});
}

TEST_CASE("No word is lost, and no piece is longer than the limit in any unit")
{
    const QString text = words();
    for (const Unit unit : {Unit::Utf16Units, Unit::CodePoints, Unit::Bytes}) {
        const QStringList pieces = splitText(text, 700, unit);
        CHECK(pieces.size() > 10);
        CHECK(std::ranges::all_of(pieces,
            [unit](const QString &piece) { return textLength(piece, unit) <= 700 && piece == piece.trimmed(); }));
        CHECK(squeezed(pieces.join(QString())) == squeezed(text));
    }
}

TEST_CASE("Pieces tell where they stand in the text as it was written")
{
    const QString text = u"  One two three.\n\nFour five six."_s;
    const QList<TextPiece> pieces = piecesOf(text, 20);
    REQUIRE(pieces.size() == 2);
    CHECK(pieces.at(0) == TextPiece{2, 14});
    CHECK(pieces.at(1) == TextPiece{18, 14});
}

TEST_CASE("A cut never goes through a character as a person counts them")
{
    QString faces;
    for (int i = 0; i < 3000; ++i)
        faces += u"👩‍🚀"_s; // five units, three code points, one character
    for (const Unit unit : {Unit::Utf16Units, Unit::CodePoints, Unit::Bytes}) {
        for (const QString &piece : splitText(faces, 4096, unit)) {
            CHECK(textLength(piece, unit) <= 4096);
            CHECK(piece.size() % 5 == 0);
        }
    }
    QString accents;
    for (int i = 0; i < 500; ++i)
        accents += u"e\u0301"_s;
    for (const QString &piece : splitText(accents, 101))
        CHECK(piece.size() % 2 == 0);
}

TEST_CASE("A text of characters longer than a message is cut somewhere, but ends and loses nothing")
{
    const QString tower = u"a"_s + QString(10'000, QChar(0x0301));
    CHECK(splitText(tower, 4096).join(QString()) == tower);
    const QString faces = u"😀😀😀"_s; // four bytes each
    CHECK(splitText(faces, 1, Unit::Bytes) == QStringList{u"😀"_s, u"😀"_s, u"😀"_s});
    CHECK(splitText(faces, 1) == QStringList{u"😀"_s, u"😀"_s, u"😀"_s});
    const QString halves = QString(3, QChar(0xD83D)); // surrogates without partners
    CHECK(splitText(halves, 2).join(QString()) == halves);
}

TEST_CASE("A text is as long as its channel counts it")
{
    const QString text = u"до 😀"_s;
    CHECK(textLength(text, Unit::Utf16Units) == 5);
    CHECK(textLength(text, Unit::CodePoints) == 4);
    CHECK(textLength(text, Unit::Bytes) == 9);
    CHECK(textLength(text, Unit::Bytes) == text.toUtf8().size());
}
