// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/display_text.h"

#include "models/unicode.h"

#include <algorithm>

namespace parley {

namespace {

/// Joiners stay: emoji and Persian need them. Other invisible characters hide differences between names.
bool isInvisible(char32_t code)
{
    constexpr char32_t nonJoiner = 0x200C;
    constexpr char32_t joiner = 0x200D;
    return QChar::category(code) == QChar::Other_Format && code != nonJoiner && code != joiner;
}

QString cut(const QString &text, int maxLength)
{
    if (text.size() <= maxLength)
        return text;
    qsizetype end = std::max(0, maxLength - 1);
    // Not between the halves of a character, nor between a letter and its marks.
    while (end > 0 && (text[end].isLowSurrogate() || text[end].isMark() || text[end].unicode() == 0x200D))
        --end;
    return text.left(end).trimmed() + u'…';
}

} // namespace

QString safeForDisplay(const QString &fromOutside, int maxLength)
{
    if (maxLength <= 0)
        return {};
    QString out;
    out.reserve(std::min<qsizetype>(fromOutside.size(), maxLength));
    int marks = 0;
    // No more is read than can be shown, whatever the length of the rest.
    const qsizetype enough = qsizetype(maxLength) + 2;
    for (unicode::CodePoints points(fromOutside); points.hasNext() && out.size() < enough;) {
        const char32_t code = points.next();
        if (code > 0x20 && code < 0x7F) { // most of what comes, and nothing to be looked up
            out.append(QChar(static_cast<char16_t>(code)));
            marks = 0;
            continue;
        }
        if (QChar::isSpace(code) || unicode::isControl(code)) {
            if (!out.isEmpty() && out.back() != u' ')
                out.append(u' ');
            marks = 0;
            continue;
        }
        if (unicode::isBidiControl(code) || isInvisible(code))
            continue;
        if (QChar::isSurrogate(code)) {
            out.append(QChar(QChar::ReplacementCharacter));
            marks = 0;
            continue;
        }
        marks = QChar::isMark(code) ? marks + 1 : 0;
        if (marks <= unicode::kMostMarks)
            out.append(QChar::fromUcs4(code));
    }
    return cut(out.trimmed(), maxLength);
}

} // namespace parley
