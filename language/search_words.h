// SPDX-License-Identifier: GPL-3.0-or-later
// Words as the search index knows them. All functions take linear time on any input and may be called from any thread.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace parley::language {

/// Text as it is indexed, words separated by spaces. The two together find a word in any inflection without indexing
/// most words twice.
struct IndexForms {
    QString words; ///< folded (case, accents, ё/е, đ/d …), as they follow each other
    QString stems; ///< each once, and only of words that are not their own stem
};
/// \param language  ISO 639-1 of the text; empty: guessed for the purpose of stemming
IndexForms indexForms(QStringView text, const QString &language);

/// For one word of a query: all forms to look for (folded, and stemmed per language of its script), to be OR-ed; empty
/// when there is nothing to look for. A form can hold spaces ("退 款", "ivan shop test"): it is then a phrase, so quote
/// each form when building an FTS expression. Forms hold letters, digits and spaces only.
QStringList queryForms(QStringView word);

/// Folded only, words separated by spaces, for a prefix search while typing and for contacts. While somebody types,
/// look for queryForms(word) OR fold(word) as a prefix: the index holds stems, which end before the word does.
QString fold(QStringView text);

/// Where words that were looked for stand in the original.
struct MatchRange {
    qsizetype position = 0; ///< in UTF-16 units
    qsizetype length = 0;

    friend bool operator==(const MatchRange &, const MatchRange &) = default;
};

/// \param forms  what queryForms() gave for the words of the query; a form that ends with * is a prefix: fold(word) +
/// "*"
/// \param atMost  stops after so many
QList<MatchRange> matchRanges(QStringView text, const QStringList &forms, qsizetype atMost = 1000);

} // namespace parley::language
