// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/stemmer.h"

#include <QByteArray>
#include <QHash>

#include <libstemmer.h>

#include <array>
#include <memory>

namespace parley::language {

namespace {

struct StemmerDeleter {
    void operator()(sb_stemmer *stemmer) const { sb_stemmer_delete(stemmer); }
};

constexpr size_t kStemmers = size_t(Stemmer::Russian) + 1;
constexpr std::array<const char *, kStemmers> kAlgorithms{
    "english", "serbian", "spanish", "german", "french", "italian", "portuguese", "dutch", "russian"};

/// libstemmer's objects are not safe to share: each thread has its own, made when first used.
sb_stemmer *algorithm(Stemmer stemmer)
{
    thread_local std::array<std::unique_ptr<sb_stemmer, StemmerDeleter>, kStemmers> stemmers;
    auto &made = stemmers.at(size_t(stemmer));
    if (!made)
        made.reset(sb_stemmer_new(kAlgorithms.at(size_t(stemmer)), "UTF_8"));
    return made.get();
}

QByteArray stemmedOnce(sb_stemmer *snowball, const QByteArray &word)
{
    const sb_symbol *result =
        sb_stemmer_stem(snowball, reinterpret_cast<const sb_symbol *>(word.constData()), int(word.size()));
    if (!result) // out of memory inside the library
        return word;
    return {reinterpret_cast<const char *>(result), sb_stemmer_length(snowball)};
}

QString stemAnew(const QString &folded, Stemmer stemmer)
{
    sb_stemmer *snowball = algorithm(stemmer);
    if (!snowball)
        return folded;
    QByteArray bytes = folded.toUtf8();
    // đ is written đ, dj or d; folding has made the first the last.
    if (stemmer == Stemmer::Croatian)
        bytes.replace("dj", "d");
    QByteArray stemmed = stemmedOnce(snowball, bytes);
    // The Croatian algorithm takes an ending off a bare stem too: "povrata" gives "povrat", but "povrat" gives "povra".
    // Going on until nothing changes brings both to the same.
    constexpr qsizetype longEnough = 4;
    for (int pass = 0; stemmer == Stemmer::Croatian && pass < 8; ++pass) {
        const QByteArray further = stemmedOnce(snowball, stemmed);
        if (further.size() < longEnough || further == stemmed)
            break;
        stemmed = further;
    }
    return stemmed.size() < 2 ? folded : QString::fromUtf8(stemmed);
}

} // namespace

const QList<Stemmer> &stemmersOf(Word::Script script)
{
    static const QList<Stemmer> latin{Stemmer::English, Stemmer::Croatian, Stemmer::Spanish, Stemmer::German,
        Stemmer::French, Stemmer::Italian, Stemmer::Portuguese, Stemmer::Dutch};
    static const QList<Stemmer> cyrillic{Stemmer::Russian};
    static const QList<Stemmer> none;
    switch (script) {
    case Word::Script::Latin:
        return latin;
    case Word::Script::Cyrillic:
        return cyrillic;
    case Word::Script::Other:
        break;
    }
    return none;
}

std::optional<Stemmer> stemmerFor(const QString &language)
{
    static const QHash<QString, Stemmer> byLanguage{{QStringLiteral("en"), Stemmer::English},
        {QStringLiteral("hr"), Stemmer::Croatian}, {QStringLiteral("sr"), Stemmer::Croatian},
        {QStringLiteral("bs"), Stemmer::Croatian}, {QStringLiteral("es"), Stemmer::Spanish},
        {QStringLiteral("de"), Stemmer::German}, {QStringLiteral("fr"), Stemmer::French},
        {QStringLiteral("it"), Stemmer::Italian}, {QStringLiteral("pt"), Stemmer::Portuguese},
        {QStringLiteral("nl"), Stemmer::Dutch}, {QStringLiteral("ru"), Stemmer::Russian}};
    const auto found = byLanguage.constFind(language);
    return found == byLanguage.cend() ? std::nullopt : std::optional(*found);
}

QString stem(const QString &folded, Stemmer stemmer)
{
    constexpr qsizetype shortest = 3; // what is left of a shorter word means nothing
    if (folded.size() < shortest)
        return folded;
    // Few words make up most of what is written.
    constexpr qsizetype mostKept = 10'000;
    thread_local std::array<QHash<QString, QString>, kStemmers> known;
    auto &stems = known.at(size_t(stemmer));
    if (const auto found = stems.constFind(folded); found != stems.cend())
        return *found;
    if (stems.size() >= mostKept)
        stems.clear();
    return *stems.insert(folded, stemAnew(folded, stemmer));
}

} // namespace parley::language
