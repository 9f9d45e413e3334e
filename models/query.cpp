// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/query.h"

#include "models/nearest_word.h"
#include "models/query_time.h"
#include "models/words.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

#include <algorithm>

namespace parley {

namespace {

using Field = QueryTerm::Field;

constexpr Words<Field, 13> kKeys{{{{Field::Is, u"is"}, {Field::From, u"from"}, {Field::Assignee, u"assignee"},
    {Field::Team, u"team"}, {Field::Tag, u"tag"}, {Field::Language, u"lang"}, {Field::Priority, u"priority"},
    {Field::Contact, u"contact"}, {Field::Subject, u"subject"}, {Field::Has, u"has"}, {Field::Before, u"before"},
    {Field::After, u"after"}, {Field::Ticket, u"ticket"}}}};

// A class, so that lupdate files the texts under the context they are looked up in.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Query)
};

Error rejected(const QString &words)
{
    return {ErrorKind::Rejected, QStringLiteral("query not understood"), words, {}, false};
}

QStringList keys()
{
    QStringList words;
    for (const auto &[field, word] : kKeys.table)
        words.append(QStringView(word).toString());
    return words;
}

/// What other programs call our keys.
QString otherNameOf(const QString &key)
{
    static const QHash<QString, QString> names{{QStringLiteral("status"), QStringLiteral("is")},
        {QStringLiteral("state"), QStringLiteral("is")}, {QStringLiteral("language"), QStringLiteral("lang")},
        {QStringLiteral("label"), QStringLiteral("tag")}, {QStringLiteral("account"), QStringLiteral("from")},
        {QStringLiteral("platform"), QStringLiteral("from")}, {QStringLiteral("customer"), QStringLiteral("contact")},
        {QStringLiteral("assigned"), QStringLiteral("assignee")}, {QStringLiteral("since"), QStringLiteral("after")},
        {QStringLiteral("until"), QStringLiteral("before")}, {QStringLiteral("title"), QStringLiteral("subject")}};
    return names.value(key);
}

/// The values a keyword field takes; empty: any text.
QStringList valuesOf(Field field)
{
    const auto split = [](const char16_t *words) { return QStringView(words).toString().split(u' '); };
    switch (field) {
    case Field::Is:
        return split(
            u"open pending snoozed resolved unanswered answered unread read mine unassigned held failed muted");
    case Field::Has:
        return split(u"attachment note draft");
    case Field::Priority:
        return split(u"low normal high urgent");
    default:
        return {};
    }
}

/// A piece of the input: between spaces, with quoted parts whole.
struct Piece {
    qsizetype position = 0;
    qsizetype length = 0;
    bool negated = false;
    QString key; ///< what stands before the first colon, where one does
    QString value; ///< the rest, unquoted; without a key all of it
    bool quoted = false;
};

/// The quote that closes what \a open opens; null: it opens nothing.
QChar closingQuote(QChar open)
{
    switch (open.unicode()) {
    case u'"':
        return u'"';
    case u'“':
        return u'”';
    case u'„':
        return u'“';
    case u'«':
        return u'»';
    default:
        return {};
    }
}

class Splitter
{
public:
    explicit Splitter(QStringView input)
        : m_input(input)
    {
    }

    bool next(Piece &piece)
    {
        while (m_at < m_input.size() && m_input[m_at].isSpace())
            ++m_at;
        if (m_at == m_input.size())
            return false;
        piece = {};
        piece.position = m_at;
        if (m_input[m_at] == u'-' && m_at + 1 < m_input.size() && !m_input[m_at + 1].isSpace()) {
            piece.negated = true;
            ++m_at;
        }
        if (!readQuoted(piece))
            readPlain(piece);
        piece.length = m_at - piece.position;
        return true;
    }

private:
    bool readQuoted(Piece &piece)
    {
        const QChar close = m_at < m_input.size() ? closingQuote(m_input[m_at]) : QChar();
        if (close.isNull())
            return false;
        const qsizetype end = m_input.indexOf(close, m_at + 1);
        const qsizetype stop = end < 0 ? m_input.size() : end;
        piece.value = m_input.mid(m_at + 1, stop - m_at - 1).toString();
        piece.quoted = true;
        m_at = end < 0 ? stop : stop + 1;
        return true;
    }

    void readPlain(Piece &piece)
    {
        const qsizetype start = m_at;
        while (m_at < m_input.size() && !m_input[m_at].isSpace()) {
            if (m_input[m_at] == u':' && piece.key.isEmpty() && m_at > start) {
                piece.key = m_input.mid(start, m_at - start).toString();
                ++m_at;
                if (readQuoted(piece))
                    return;
                continue;
            }
            ++m_at;
        }
        const qsizetype valueStart = piece.key.isEmpty() ? start : start + piece.key.size() + 1;
        piece.value = m_input.mid(valueStart, m_at - valueStart).toString();
    }

    QStringView m_input;
    qsizetype m_at = 0;
};

bool looksLikeText(const Piece &piece)
{
    const bool isWord =
        std::ranges::all_of(piece.key, [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); });
    if (!isWord || piece.value.isEmpty())
        return true;
    const QChar first = piece.value.front();
    return !piece.quoted && (!first.isLetter() || piece.value.contains(u'@') || piece.value.contains(u':'));
}

QString shortened(const QString &text)
{
    constexpr qsizetype most = 60;
    return text.size() > most ? text.left(most) + u'…' : text;
}

Error unknownValue(const QString &key, const QString &value, const QStringList &known)
{
    const QString term = shortened(key + u':' + value);
    if (const QString nearest = nearestWord(value, known); !nearest.isEmpty())
        return rejected(Texts::tr("“%1” is not known. Did you mean %2?").arg(term, key + u':' + nearest));
    return rejected(Texts::tr("“%1” is not known. %2: can be %3.").arg(term, key, known.join(QStringLiteral(", "))));
}

QueryTerm textTerm(const Piece &piece)
{
    QueryTerm term;
    term.value = piece.key.isEmpty() ? piece.value : piece.key + u':' + piece.value;
    term.phrase = piece.quoted;
    return term;
}

bool isTicketNumber(QStringView digits)
{
    constexpr qsizetype fitsInt64 = 18;
    return !digits.isEmpty() && digits.size() <= fitsInt64
        && std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

Result<QString> languageFrom(const QString &value)
{
    static const QHash<QString, QString> names{{QStringLiteral("english"), QStringLiteral("en")},
        {QStringLiteral("russian"), QStringLiteral("ru")}, {QStringLiteral("croatian"), QStringLiteral("hr")},
        {QStringLiteral("spanish"), QStringLiteral("es")}, {QStringLiteral("german"), QStringLiteral("de")},
        {QStringLiteral("french"), QStringLiteral("fr")}, {QStringLiteral("ukrainian"), QStringLiteral("uk")}};
    const bool isCode = value.size() == 2 && std::ranges::all_of(value, [](QChar c) { return c >= u'a' && c <= u'z'; });
    if (isCode)
        return value;
    const QString term = QStringLiteral("lang:") + shortened(value);
    if (names.contains(value))
        return rejected(
            Texts::tr("“%1” is not known. Did you mean %2?").arg(term, QStringLiteral("lang:") + names.value(value)));
    return rejected(Texts::tr("“%1” is not known. A language is two letters, such as lang:ru.").arg(term));
}

/// The value of a term whose key is known.
Result<QueryTerm> keyedTerm(Field field, const Piece &piece, Timestamp now)
{
    QueryTerm term;
    term.field = field;
    term.value = piece.value;
    const QString key = piece.key.toLower();
    const QString lower = piece.value.toLower();
    if (piece.value.trimmed().isEmpty())
        return rejected(Texts::tr("“%1:” needs a value after the colon.").arg(key));
    if (const QStringList known = valuesOf(field); !known.isEmpty()) {
        if (!known.contains(lower))
            return unknownValue(key, piece.value, known);
        term.value = lower;
    } else if (field == Field::Language) {
        const auto language = languageFrom(lower);
        if (!language)
            return language.error();
        term.value = *language;
    } else if (field == Field::Before || field == Field::After) {
        const auto moment = momentFrom(piece.value, now);
        if (!moment)
            return rejected(Texts::tr("“%1” is not a day. Try %2, %3 or %4.")
                    .arg(shortened(key + u':' + piece.value), key + QStringLiteral(":2026-11-01"),
                        key + QStringLiteral(":yesterday"), key + QStringLiteral(":7d")));
        term.time = *moment;
    } else if (field == Field::Ticket) {
        term.value = piece.value.startsWith(u'#') ? piece.value.mid(1) : piece.value;
        if (!isTicketNumber(term.value))
            return rejected(
                Texts::tr("“%1” is not a ticket's number. Try #1041.").arg(shortened(key + u':' + piece.value)));
    } else if ((field == Field::Assignee && lower == u"me")
        || ((field == Field::Assignee || field == Field::Team) && lower == u"none")) {
        term.value = lower;
    }
    return term;
}

Result<QueryTerm> termFrom(const Piece &piece, Timestamp now)
{
    if (piece.key.isEmpty()) {
        if (!piece.quoted && piece.value.startsWith(u'#') && isTicketNumber(QStringView(piece.value).mid(1))) {
            QueryTerm term;
            term.field = Field::Ticket;
            term.value = piece.value.mid(1);
            return term;
        }
        return textTerm(piece);
    }
    if (const auto field = kKeys.valueOf(piece.key))
        return keyedTerm(*field, piece, now);
    if (looksLikeText(piece))
        return textTerm(piece);
    const QString key = piece.key.toLower();
    QString meant = otherNameOf(key);
    if (meant.isEmpty())
        meant = nearestWord(key, keys());
    const QString term = shortened(piece.key + u':' + piece.value);
    if (!meant.isEmpty())
        return rejected(
            Texts::tr("“%1” is not known. Did you mean %2?").arg(term, shortened(meant + u':' + piece.value)));
    return rejected(Texts::tr("“%1” is not known. To look for these words, put them in quotes.").arg(term));
}

} // namespace

bool Query::hasText() const
{
    return std::ranges::any_of(terms, [](const QueryTerm &term) { return term.field == Field::Text; });
}

Result<Query> parseQuery(QStringView input, Timestamp now)
{
    // Far more than a person types; what is pasted by mistake must not become ten thousand conditions.
    constexpr qsizetype mostTerms = 100;
    Query query;
    Splitter splitter(input);
    Piece piece;
    while (splitter.next(piece)) {
        auto term = termFrom(piece, now);
        if (!term)
            return term.error();
        if (term->field == Field::Text && term->value.trimmed().isEmpty())
            continue;
        if (query.terms.size() == mostTerms)
            return rejected(Texts::tr("This search has more than %1 words. Shorten it.").arg(mostTerms));
        term->negated = piece.negated;
        term->position = piece.position;
        term->length = piece.length;
        term->prefix = term->field == Field::Text && !term->phrase && !piece.negated
            && piece.position + piece.length == input.size();
        query.terms.append(*term);
    }
    return query;
}

} // namespace parley
