// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/search_words.h"

#include "language/detect.h"
#include "language/stemmer.h"
#include "language/words.h"

#include <QSet>

#include <algorithm>

namespace parley::language {

namespace {

void appendWord(QString &out, const QString &word)
{
    if (!out.isEmpty())
        out.append(u' ');
    out.append(word);
}

/// \param latin  the algorithm for Latin words of this text; nullopt: they are only folded
/// \param guessed  the text's language is not known, so a word's own letters may say better
QString indexedWord(const Word &word, std::optional<Stemmer> latin, bool guessed)
{
    if (!word.whole)
        return word.folded;
    switch (word.script) {
    case Word::Script::Cyrillic:
        return stem(word.folded, Stemmer::Russian);
    case Word::Script::Latin:
        if (guessed && word.southSlavic)
            return stem(word.folded, Stemmer::Croatian);
        return latin ? stem(word.folded, *latin) : word.folded;
    case Word::Script::Other:
        break;
    }
    return word.folded;
}

/// The word's form by one stemmer where it is of its script, else folded.
QString formBy(Stemmer stemmer, const Word &word)
{
    return word.whole && stemmersOf(word.script).contains(stemmer) ? stem(word.folded, stemmer) : word.folded;
}

/// What the highlighter looks for, sorted out once.
struct Wanted {
    QSet<QString> words;
    QStringList prefixes;
    QList<QStringList> phrases;
    QSet<QChar> firstLetters; ///< stemming never changes the first letter

    explicit Wanted(const QStringList &forms)
    {
        for (const QString &form : forms) {
            if (form.isEmpty() || form == u"*")
                continue;
            firstLetters.insert(form.front());
            QStringList parts = form.split(u' ', Qt::SkipEmptyParts);
            if (parts.size() > 1)
                phrases.append(parts);
            else if (form.endsWith(u'*'))
                prefixes.append(form.chopped(1));
            else
                words.insert(form);
        }
    }
};

bool isOneOf(const Word &word, const QSet<QString> &wanted)
{
    if (wanted.contains(word.folded))
        return true;
    return word.whole && std::ranges::any_of(stemmersOf(word.script), [&](Stemmer stemmer) {
        return wanted.contains(stem(word.folded, stemmer));
    });
}

bool equalsPart(const Word &word, const QString &part)
{
    if (part.endsWith(u'*'))
        return word.folded.startsWith(QStringView(part).chopped(1));
    return isOneOf(word, {part});
}

/// \return where the phrase that begins with \a first ends in the text; 0: it does not stand here
qsizetype phraseEnd(const QStringList &phrase, const Word &first, WordReader reader)
{
    if (!equalsPart(first, phrase.constFirst()))
        return 0;
    Word word = first;
    for (qsizetype i = 1; i < phrase.size(); ++i) {
        if (!reader.next(word) || !equalsPart(word, phrase[i]))
            return 0;
    }
    return word.position + word.length;
}

} // namespace

IndexForms indexForms(QStringView text, const QString &language)
{
    const bool guessed = language.isEmpty();
    std::optional<Stemmer> latin =
        guessed ? stemmerFor(likeliestLanguage(text)).value_or(Stemmer::English) : stemmerFor(language);
    if (latin == Stemmer::Russian)
        latin = Stemmer::English;
    IndexForms forms;
    forms.words.reserve(text.size());
    forms.stems.reserve(text.size());
    QSet<QString> seen;
    WordReader reader(text);
    Word word;
    while (reader.next(word)) {
        appendWord(forms.words, word.folded);
        const QString stem = indexedWord(word, latin, guessed);
        if (stem == word.folded)
            continue;
        const qsizetype before = seen.size();
        seen.insert(stem);
        if (seen.size() > before)
            appendWord(forms.stems, stem);
    }
    return forms;
}

QStringList queryForms(QStringView text)
{
    constexpr qsizetype longest = 2000; // a query is typed; more than this is pasted by mistake
    QList<Word> words;
    QList<Stemmer> stemmers;
    WordReader reader(text.left(longest));
    Word word;
    while (reader.next(word)) {
        for (const Stemmer stemmer : stemmersOf(word.script)) {
            if (!stemmers.contains(stemmer))
                stemmers.append(stemmer);
        }
        words.append(word);
    }
    if (words.isEmpty())
        return {};
    QStringList forms{fold(text.left(longest))};
    for (const Stemmer stemmer : std::as_const(stemmers)) {
        QString form;
        for (const Word &part : std::as_const(words)) {
            // Beside a Latin word, a Cyrillic one was indexed by its own script's stemmer.
            const bool russian = part.script == Word::Script::Cyrillic;
            appendWord(form, formBy(russian ? Stemmer::Russian : stemmer, part));
        }
        forms.append(form);
    }
    forms.removeDuplicates();
    return forms;
}

QString fold(QStringView text)
{
    QString out;
    out.reserve(text.size());
    WordReader reader(text);
    Word word;
    while (reader.next(word))
        appendWord(out, word.folded);
    return out;
}

QList<MatchRange> matchRanges(QStringView text, const QStringList &forms, qsizetype atMost)
{
    const Wanted wanted(forms);
    QList<MatchRange> ranges;
    WordReader reader(text);
    Word word;
    qsizetype from = 0; // ranges do not overlap
    while (ranges.size() < atMost && reader.next(word)) {
        if (word.position < from || !wanted.firstLetters.contains(word.folded.front()))
            continue;
        qsizetype end = 0;
        for (const QStringList &phrase : wanted.phrases)
            end = std::max(end, phraseEnd(phrase, word, reader));
        const auto isPrefix = [&](const QString &prefix) { return word.folded.startsWith(prefix); };
        if (end == 0 && (isOneOf(word, wanted.words) || std::ranges::any_of(wanted.prefixes, isPrefix)))
            end = word.position + word.length;
        if (end > word.position) {
            ranges.append({word.position, end - word.position});
            from = end;
        }
    }
    return ranges;
}

} // namespace parley::language
