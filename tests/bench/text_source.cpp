// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/text_source.h"

#include <array>
#include <vector>

namespace parley::bench {

namespace {

constexpr int kWordsPerLanguage = 20'000;

// Stems that support talk is full of; the long tail is made of syllables.
const std::array<QStringList, 3> kTalk{
    QStringList{QStringLiteral("заказ"), QStringLiteral("посылк"), QStringLiteral("возврат"), QStringLiteral("деньг"),
        QStringLiteral("доставк"), QStringLiteral("оплат"), QStringLiteral("номер"), QStringLiteral("магазин"),
        QStringLiteral("товар"), QStringLiteral("ответ"), QStringLiteral("вопрос"), QStringLiteral("парол"),
        QStringLiteral("карт"), QStringLiteral("чек"), QStringLiteral("размер"), QStringLiteral("курьер"),
        QStringLiteral("склад"), QStringLiteral("обмен"), QStringLiteral("скидк"), QStringLiteral("телефон")},
    QStringList{QStringLiteral("narudžb"), QStringLiteral("paket"), QStringLiteral("povrat"), QStringLiteral("nov"),
        QStringLiteral("dostav"), QStringLiteral("plaćanj"), QStringLiteral("broj"), QStringLiteral("trgovin"),
        QStringLiteral("artikl"), QStringLiteral("odgovor"), QStringLiteral("pitanj"), QStringLiteral("lozink"),
        QStringLiteral("kartic"), QStringLiteral("račun"), QStringLiteral("veličin"), QStringLiteral("kurir"),
        QStringLiteral("skladišt"), QStringLiteral("zamjen"), QStringLiteral("popust"), QStringLiteral("telefon")},
    QStringList{QStringLiteral("order"), QStringLiteral("parcel"), QStringLiteral("refund"), QStringLiteral("money"),
        QStringLiteral("deliver"), QStringLiteral("payment"), QStringLiteral("number"), QStringLiteral("shop"),
        QStringLiteral("item"), QStringLiteral("answer"), QStringLiteral("question"), QStringLiteral("password"),
        QStringLiteral("card"), QStringLiteral("invoice"), QStringLiteral("size"), QStringLiteral("courier"),
        QStringLiteral("warehouse"), QStringLiteral("exchange"), QStringLiteral("discount"), QStringLiteral("phone")}};

const std::array<QStringList, 3> kEndings{
    QStringList{QString(), QStringLiteral("а"), QStringLiteral("у"), QStringLiteral("ом"), QStringLiteral("е"),
        QStringLiteral("ы"), QStringLiteral("ов"), QStringLiteral("ами")},
    QStringList{QString(), QStringLiteral("a"), QStringLiteral("u"), QStringLiteral("om"), QStringLiteral("e"),
        QStringLiteral("i"), QStringLiteral("ama"), QStringLiteral("ima")},
    QStringList{QString(), QStringLiteral("s"), QStringLiteral("ed"), QStringLiteral("ing")}};

const std::array<QStringList, 3> kSyllables{
    QStringList{QStringLiteral("ка"), QStringLiteral("ро"), QStringLiteral("ти"), QStringLiteral("му"),
        QStringLiteral("ше"), QStringLiteral("ля"), QStringLiteral("вы"), QStringLiteral("но"), QStringLiteral("гра"),
        QStringLiteral("сто"), QStringLiteral("пё"), QStringLiteral("ди"), QStringLiteral("чу"), QStringLiteral("бе"),
        QStringLiteral("зна")},
    QStringList{QStringLiteral("ka"), QStringLiteral("ro"), QStringLiteral("ži"), QStringLiteral("mu"),
        QStringLiteral("še"), QStringLiteral("lja"), QStringLiteral("vi"), QStringLiteral("no"), QStringLiteral("đu"),
        QStringLiteral("sto"), QStringLiteral("pe"), QStringLiteral("di"), QStringLiteral("ču"), QStringLiteral("be"),
        QStringLiteral("zna")},
    QStringList{QStringLiteral("ka"), QStringLiteral("ro"), QStringLiteral("ti"), QStringLiteral("mul"),
        QStringLiteral("she"), QStringLiteral("lan"), QStringLiteral("vi"), QStringLiteral("nor"),
        QStringLiteral("gra"), QStringLiteral("sto"), QStringLiteral("per"), QStringLiteral("di"),
        QStringLiteral("chu"), QStringLiteral("ber"), QStringLiteral("thin")}};

const std::array<QStringList, 3> kFirstNames{
    QStringList{QStringLiteral("Анна"), QStringLiteral("Иван"), QStringLiteral("Тимур"), QStringLiteral("Ольга"),
        QStringLiteral("Пётр")},
    QStringList{QStringLiteral("Ana"), QStringLiteral("Petra"), QStringLiteral("Đuro"), QStringLiteral("Željko"),
        QStringLiteral("Nina")},
    QStringList{QStringLiteral("Alice"), QStringLiteral("Tom"), QStringLiteral("Maria"), QStringLiteral("Joe"),
        QStringLiteral("Ruth")}};

} // namespace

TextSource::TextSource(quint32 seed)
    : m_random(seed)
{
    std::vector<double> weights;
    weights.reserve(kWordsPerLanguage);
    for (int rank = 1; rank <= kWordsPerLanguage; ++rank)
        weights.push_back(1.0 / rank);
    m_rank = std::discrete_distribution<int>(weights.begin(), weights.end());

    // The vocabulary is the same whatever the seed of the talk.
    std::mt19937 fixed(7);
    for (size_t language = 0; language < 3; ++language) {
        m_stems[language] = kTalk[language];
        const QStringList &syllables = kSyllables[language];
        while (m_stems[language].size() < kWordsPerLanguage) {
            QString stem;
            for (unsigned count = 2 + fixed() % 3; count > 0; --count)
                stem += syllables[static_cast<qsizetype>(fixed() % static_cast<unsigned>(syllables.size()))];
            m_stems[language] << stem;
        }
    }
}

TextSource::Language TextSource::language()
{
    const unsigned dice = m_random() % 4;
    return dice < 2 ? Language::Russian : dice == 2 ? Language::Croatian : Language::English;
}

const QStringList &TextSource::stems(Language language) const
{
    return m_stems[static_cast<size_t>(language)];
}

QString TextSource::word(Language language)
{
    const QStringList &endings = kEndings[static_cast<size_t>(language)];
    return stems(language)[m_rank(m_random)]
        + endings[static_cast<qsizetype>(m_random() % static_cast<unsigned>(endings.size()))];
}

QString TextSource::sentenceOf(Language language, int words)
{
    QString text = word(language);
    text[0] = text[0].toUpper();
    for (int i = 1; i < words; ++i)
        text += u' ' + word(language);
    return text + u'.';
}

QString TextSource::message(Language language)
{
    QString text;
    for (unsigned left = 1 + m_random() % 5; left > 0; --left)
        text += sentenceOf(language, static_cast<int>(5 + m_random() % 7)) + u' ';
    text.chop(1);
    return text;
}

QString TextSource::name(Language language)
{
    const QStringList &first = kFirstNames[static_cast<size_t>(language)];
    QString last = stems(language)[static_cast<qsizetype>(100 + m_random() % 5000)];
    last[0] = last[0].toUpper();
    return first[static_cast<qsizetype>(m_random() % static_cast<unsigned>(first.size()))] + u' ' + last;
}

QString TextSource::commonWord()
{
    return stems(language())[static_cast<qsizetype>(m_random() % 20)];
}

QString TextSource::rareWord()
{
    return stems(language())[static_cast<qsizetype>(5000 + m_random() % 10'000)];
}

} // namespace parley::bench
