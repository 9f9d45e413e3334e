// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <random>

namespace parley::bench {

/// Customers' talk without customers: seeded, so that every run sees the same text. Words are drawn by Zipf's law from
/// stems of each language with its real endings, so that search meets inflected forms.
class TextSource
{
public:
    enum class Language { Russian, Croatian, English };

    explicit TextSource(quint32 seed);

    [[nodiscard]] Language language(); ///< a customer's: half Russian, a quarter each Croatian and English
    [[nodiscard]] QString sentenceOf(Language language, int words);
    [[nodiscard]] QString message(Language language); ///< 5 to 60 words, mean about 25
    [[nodiscard]] QString name(Language language);

    /// Words as a person would search them, by how often they occur.
    [[nodiscard]] QString commonWord();
    [[nodiscard]] QString rareWord();

private:
    [[nodiscard]] const QStringList &stems(Language language) const;
    [[nodiscard]] QString word(Language language);

    std::mt19937 m_random;
    std::discrete_distribution<int> m_rank;
    QStringList m_stems[3];
};

} // namespace parley::bench
