// SPDX-License-Identifier: GPL-3.0-or-later
// How text falls into words for search. Shared by the index, the query and the highlighter, so that they agree.
#pragma once

#include <QString>
#include <QStringView>

namespace parley::language {

/// One word as it stands in a text. A word longer than kLongestWord comes in pieces.
struct Word {
    enum class Script { Latin, Cyrillic, Other };

    QString folded; ///< lower case, without accents; never empty
    qsizetype position = 0; ///< in UTF-16 units
    qsizetype length = 0; ///< of the original, in UTF-16 units
    Script script = Script::Other; ///< Other: also words with digits in them or of mixed scripts
    bool southSlavic = false; ///< has one of č ć đ š ž
    bool whole = true; ///< false: a piece of something too long to be a word
};

inline constexpr qsizetype kLongestWord = 64; ///< UTF-16 units of the folded form

/// Reads a text word by word in linear time whatever is in it.
class WordReader
{
public:
    explicit WordReader(QStringView text)
        : m_text(text)
    {
    }
    /// \return false at the end
    bool next(Word &word);

private:
    struct Unit {
        char32_t code = 0;
        qsizetype length = 1;
    };
    [[nodiscard]] Unit at(qsizetype position) const;
    void appendFolded(char32_t code, Word &word);
    [[nodiscard]] bool joinsOver(qsizetype apostrophe, Word &word);
    [[nodiscard]] bool takes(Unit unit, Word &word);

    QStringView m_text;
    qsizetype m_position = 0;
    bool m_continues = false; ///< the next word is a further piece of a too long one
    bool m_latin = false;
    bool m_cyrillic = false;
    bool m_other = false;
};

} // namespace parley::language
