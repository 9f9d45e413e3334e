// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/words.h"

#include <QChar>
#include <QList>

#include <utility>

namespace parley::language {

namespace {

bool isApostrophe(char32_t code)
{
    return code == U'\'' || code == 0x2019 || code == 0x02BC;
}

/// Invisible inside a word: soft hyphen, zero-width and bidi characters.
bool isIgnored(char32_t code)
{
    return QChar::category(code) == QChar::Other_Format;
}

bool isMark(char32_t code)
{
    return QChar::isMark(code);
}

/// Scripts that write no spaces: each character is a word, so that any part of a text can be found.
bool standsAlone(char32_t code)
{
    if (code < 0x0E00)
        return false;
    switch (QChar::script(code)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

/// Accents are dropped where they are accents; in other scripts a mark can be a vowel.
bool isAccent(char32_t code)
{
    switch (QChar::script(code)) {
    case QChar::Script_Inherited:
    case QChar::Script_Common:
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
    case QChar::Script_Arabic:
    case QChar::Script_Hebrew:
        return true;
    default:
        return false;
    }
}

bool isSouthSlavic(char32_t lower)
{
    return lower == U'č' || lower == U'ć' || lower == U'đ' || lower == U'š' || lower == U'ž';
}

/// Letters that have no decomposition but that people write in ASCII.
const char16_t *asciiFor(char32_t lower)
{
    switch (lower) {
    case U'ß':
        return u"ss";
    case U'æ':
        return u"ae";
    case U'œ':
        return u"oe";
    case U'ø':
        return u"o";
    case U'đ':
    case U'ð':
        return u"d";
    case U'ł':
        return u"l";
    case U'þ':
        return u"th";
    case U'ı':
        return u"i";
    case U'ħ':
        return u"h";
    default:
        return nullptr;
    }
}

/// What a combining mark makes of the Cyrillic letter before it; 0: nothing, it is only an accent.
char16_t composedCyrillic(QChar letter, char32_t mark)
{
    constexpr char32_t breve = 0x0306;
    constexpr char32_t diaeresis = 0x0308;
    if (mark == breve && letter == u'и')
        return u'й';
    if (mark == breve && letter == u'у')
        return u'ў';
    if (mark == diaeresis && letter == u'і')
        return u'ї';
    return 0;
}

void appendCode(char32_t code, QString &text)
{
    if (QChar::requiresSurrogates(code)) {
        text.append(QChar(QChar::highSurrogate(code)));
        text.append(QChar(QChar::lowSurrogate(code)));
    } else {
        text.append(QChar(char16_t(code)));
    }
}

/// English endings that belong to the word before them.
bool isContraction(QStringView tail)
{
    for (const QStringView ending : {QStringView(u"t"), QStringView(u"re"), QStringView(u"ve"), QStringView(u"ll"),
             QStringView(u"d"), QStringView(u"m")}) {
        if (tail.compare(ending, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

} // namespace

WordReader::Unit WordReader::at(qsizetype position) const
{
    const QChar first = m_text[position];
    if (first.isHighSurrogate() && position + 1 < m_text.size() && m_text[position + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(first, m_text[position + 1]), 2};
    return {first.unicode(), 1};
}

void WordReader::appendFolded(char32_t code, Word &word)
{
    const char32_t lower = QChar::toLower(code);
    if (lower < 0x80) {
        (lower >= U'a' && lower <= U'z' ? m_latin : m_other) = true;
        word.folded.append(QChar(char16_t(lower)));
        return;
    }
    const QChar::Script script = QChar::script(lower);
    (script == QChar::Script_Latin ? m_latin : script == QChar::Script_Cyrillic ? m_cyrillic : m_other) = true;
    word.southSlavic = word.southSlavic || isSouthSlavic(lower);
    if (script == QChar::Script_Cyrillic) {
        // й, ї and ў are letters of their own; only ё is written as е.
        appendCode(lower == U'ё' ? U'е' : lower, word.folded);
        return;
    }
    if (const char16_t *ascii = asciiFor(lower)) {
        word.folded.append(QStringView(ascii));
        return;
    }
    // Hangul decomposes into its parts, which nobody searches for.
    const QString parts = script == QChar::Script_Hangul ? QString() : QChar::decomposition(lower);
    if (parts.isEmpty()) {
        appendCode(lower, word.folded);
        return;
    }
    for (const char32_t part : parts.toUcs4()) {
        if (QChar::isMark(part) && isAccent(part))
            continue;
        // Twice accented letters (ậ) decompose in steps.
        const QString inner = QChar::decomposition(part);
        const char32_t base = inner.isEmpty() ? part : inner.toUcs4().constFirst();
        const char32_t small = QChar::toLower(base);
        if (QChar::isLetterOrNumber(small) || !isAccent(small))
            appendCode(small, word.folded);
    }
}

/// "don't" is one word, "Mario's" is Mario, "l'ordre" is two words, "п'ять" is one.
bool WordReader::joinsOver(qsizetype apostrophe, Word &word)
{
    qsizetype end = apostrophe + 1;
    while (end < m_text.size() && end - apostrophe <= 3 && m_text[end].isLetter())
        ++end;
    const QStringView tail = m_text.mid(apostrophe + 1, end - apostrophe - 1);
    if (tail.isEmpty())
        return false;
    if (!m_latin)
        return m_cyrillic;
    if (tail.compare(u"s", Qt::CaseInsensitive) == 0) {
        m_position = end; // the possessive is dropped, and ends the word
        word.length = end - word.position;
        return false;
    }
    return isContraction(tail);
}

/// Adds a unit to the word. \return false: the unit does not belong to it.
bool WordReader::takes(Unit unit, Word &word)
{
    const char32_t code = unit.code;
    if (code < 0x80 ? QChar(char16_t(code)).isLetterOrNumber() : QChar::isLetterOrNumber(code)) {
        appendFolded(code, word);
        return true;
    }
    if (code < 0x80)
        return false;
    if (isIgnored(code))
        return true;
    if (!isMark(code))
        return false;
    if (!isAccent(code)) {
        m_other = true;
        appendCode(code, word.folded);
    } else if (!word.folded.isEmpty()) {
        if (const char16_t composed = composedCyrillic(word.folded.back(), code))
            word.folded.back() = QChar(composed);
    }
    return true;
}

bool WordReader::next(Word &word)
{
    word = {};
    m_latin = m_cyrillic = m_other = false;
    bool continues = std::exchange(m_continues, false);
    while (m_position < m_text.size()) {
        const Unit unit = at(m_position);
        if (word.folded.isEmpty())
            word.position = m_position;
        else if (standsAlone(unit.code) || word.folded.size() >= kLongestWord) {
            m_continues = word.folded.size() >= kLongestWord;
            break;
        }
        if (!word.folded.isEmpty() && isApostrophe(unit.code)) {
            if (!joinsOver(m_position, word))
                break;
            m_position += unit.length;
            continue;
        }
        if (takes(unit, word)) {
            m_position += unit.length;
            word.length = m_position - word.position;
            if (standsAlone(unit.code) && !word.folded.isEmpty())
                break;
            continue;
        }
        if (!word.folded.isEmpty())
            break;
        continues = false;
        m_position += unit.length;
    }
    word.whole = !continues && word.folded.size() < kLongestWord;
    if (m_latin && !m_cyrillic && !m_other)
        word.script = Word::Script::Latin;
    else if (m_cyrillic && !m_latin && !m_other)
        word.script = Word::Script::Cyrillic;
    return !word.folded.isEmpty();
}

} // namespace parley::language
