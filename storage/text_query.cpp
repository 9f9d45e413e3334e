// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/text_query.h"

#include "language/search_words.h"

using namespace Qt::StringLiterals;

namespace parley::storage {

namespace {

QString quoted(const QString &form)
{
    QString clean = form;
    clean.remove(u'"');
    return u'"' + clean + u'"';
}

/// One term as alternatives; empty where there is nothing to look for (a lone comma).
QString alternatives(const QueryTerm &term, QStringList &forms)
{
    QStringList any;
    const QString folded = language::fold(term.value);
    if (term.phrase) {
        if (!folded.isEmpty()) {
            any.append(u"words : "_s + quoted(folded));
            forms.append(folded);
        }
    } else {
        for (const QString &form : language::queryForms(term.value)) {
            any.append(quoted(form));
            forms.append(form);
        }
        if (term.prefix && !folded.isEmpty()) {
            any.append(quoted(folded) + u" *"_s);
            forms.append(folded + u'*');
        }
    }
    if (any.isEmpty())
        return {};
    return u'(' + any.join(u" OR "_s) + u')';
}

} // namespace

TextQuery textQueryOf(const Query &query)
{
    TextQuery text;
    QStringList wanted;
    QStringList unwanted;
    QStringList ignored;
    for (const QueryTerm &term : query.terms) {
        if (term.field != QueryTerm::Field::Text)
            continue;
        const QString part = alternatives(term, term.negated ? ignored : text.forms);
        if (!part.isEmpty())
            (term.negated ? unwanted : wanted).append(part);
    }
    text.expression = wanted.join(u" AND "_s);
    text.excluded = unwanted.join(u" OR "_s);
    return text;
}

QString nameExpression(const QString &value)
{
    QStringList all;
    const QString folded = language::fold(value);
    for (const QStringView word : QStringView(folded).tokenize(u' ', Qt::SkipEmptyParts))
        all.append(quoted(word.toString()) + u" *"_s);
    return all.join(u" AND "_s);
}

} // namespace parley::storage
