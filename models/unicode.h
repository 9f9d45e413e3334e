// SPDX-License-Identifier: GPL-3.0-or-later
// What text from outside is looked at for before it is shown in one line or becomes a file's name.
#pragma once

#include <QChar>
#include <QString>
#include <QStringView>

namespace parley::unicode {

/// Characters that turn the direction of what follows, and so can make one text look like another.
[[nodiscard]] inline bool isBidiControl(char32_t code)
{
    return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E)
        || (code >= 0x2066 && code <= 0x2069);
}

[[nodiscard]] inline bool isControl(char32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0);
}

/// Code point by code point; a surrogate without its partner comes as itself.
class CodePoints
{
public:
    explicit CodePoints(QStringView text)
        : m_text(text)
    {
    }
    [[nodiscard]] bool hasNext() const { return m_position < m_text.size(); }
    char32_t next()
    {
        const QChar first = m_text[m_position++];
        if (first.isHighSurrogate() && hasNext() && m_text[m_position].isLowSurrogate())
            return QChar::surrogateToUcs4(first, m_text[m_position++]);
        return first.unicode();
    }

private:
    QStringView m_text;
    qsizetype m_position = 0;
};

/// More marks on one letter than any living script needs are there to deface what stands around them.
inline constexpr int kMostMarks = 4;

} // namespace parley::unicode
