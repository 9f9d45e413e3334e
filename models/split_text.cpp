// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/split_text.h"

#include <QByteArray>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace parley {

namespace {

using Unit = Capabilities::TextUnit;

/// Text behind the limit that a boundary finder sees, so that it recognises a boundary at the limit itself.
constexpr qsizetype kLookAhead = 64;

/// UTF-16 units of the code point at \a at; a surrogate without its partner is one of its own.
qsizetype stepAt(QStringView text, qsizetype at)
{
    const bool pair = text.at(at).isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
    return pair ? 2 : 1;
}

qsizetype bytesOf(QStringView text, qsizetype at, qsizetype step)
{
    const char16_t code = text.at(at).unicode();
    if (step == 2)
        return 4;
    return code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
}

qsizetype costOf(QStringView text, qsizetype at, qsizetype step, Unit unit)
{
    switch (unit) {
    case Unit::Utf16Units:
        return step;
    case Unit::CodePoints:
        return 1;
    case Unit::Bytes:
        return bytesOf(text, at, step);
    }
    return step;
}

/// The longest beginning, in UTF-16 units, that is at most \a limit units long and ends between code points.
qsizetype fitting(QStringView text, qsizetype limit, Unit unit)
{
    qsizetype used = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype step = stepAt(text, at);
        const qsizetype cost = costOf(text, at, step, unit);
        if (used + cost > limit)
            break;
        used += cost;
        at += step;
    }
    return at == 0 ? stepAt(text, 0) : at;
}

/// The best place to cut at or before \a most, which is smaller than the text and stands between code points.
qsizetype cutAt(QStringView text, qsizetype most)
{
    // A piece shorter than half would scatter the text: then a finer cut is the better one.
    const qsizetype shortest = std::max<qsizetype>(1, most / 2);
    for (const QStringView mark : {u"\n\n", u"\n"}) {
        const qsizetype at = text.first(std::min(text.size(), most + mark.size())).lastIndexOf(mark);
        if (at >= shortest)
            return at;
    }
    const QString window = text.first(std::min(text.size(), most + kLookAhead)).toString();
    for (const auto kind : {QTextBoundaryFinder::Sentence, QTextBoundaryFinder::Word, QTextBoundaryFinder::Grapheme}) {
        QTextBoundaryFinder finder(kind, window);
        finder.setPosition(most);
        qsizetype at = finder.isAtBoundary() ? most : finder.toPreviousBoundary();
        // A word's boundary is also before a space or a full stop: cut where there is a space.
        const auto atSpace = [&window](qsizetype place) {
            return window.at(place - 1).isSpace() || (place < window.size() && window.at(place).isSpace());
        };
        while (kind == QTextBoundaryFinder::Word && at > shortest && !atSpace(at))
            at = finder.toPreviousBoundary();
        if (at > (kind == QTextBoundaryFinder::Grapheme ? 0 : shortest))
            return at;
    }
    return most; // one character longer than a message: a tower of accents
}

TextPiece trimmed(QStringView text, qsizetype position, qsizetype length)
{
    while (length > 0 && text.at(position).isSpace()) {
        ++position;
        --length;
    }
    while (length > 0 && text.at(position + length - 1).isSpace())
        --length;
    return {position, length};
}

} // namespace

qsizetype textLength(QStringView text, Unit unit)
{
    if (unit == Unit::Utf16Units)
        return text.size();
    qsizetype length = 0;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype step = stepAt(text, at);
        length += costOf(text, at, step, unit);
        at += step;
    }
    return length;
}

QList<TextPiece> piecesOf(QStringView text, int limit, Unit unit)
{
    QList<TextPiece> pieces;
    TextPiece rest = trimmed(text, 0, text.size());
    while (rest.length > 0) {
        const QStringView view = text.sliced(rest.position, rest.length);
        const qsizetype most = fitting(view, std::max(1, limit), unit);
        const qsizetype at = most < view.size() ? cutAt(view, most) : view.size();
        if (const TextPiece piece = trimmed(text, rest.position, at); piece.length > 0)
            pieces.append(piece);
        rest = trimmed(text, rest.position + at, rest.length - at);
    }
    return pieces;
}

QStringList splitText(const QString &text, int limit, Unit unit)
{
    QStringList texts;
    for (const TextPiece &piece : piecesOf(text, limit, unit))
        texts.append(text.sliced(piece.position, piece.length));
    return texts;
}

} // namespace parley
