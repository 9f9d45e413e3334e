// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/search.h"

#include "language/search_words.h"
#include "storage/clip.h"
#include "storage/query_sql.h"
#include "storage/text_index.h"
#include "storage/text_query.h"

#include <limits>

namespace parley::storage {

namespace {

constexpr qsizetype kBeforeHit = 50; ///< UTF-16 units shown before the first hit
constexpr qsizetype kSnippet = 160;

/// One line around the first hit.
QString snippetOf(const QString &text, const QStringList &forms)
{
    const QString searched = text.left(text_index::kMostText);
    const QList<language::MatchRange> hits = language::matchRanges(searched, forms, 1);
    qsizetype start = hits.isEmpty() ? 0 : qMax<qsizetype>(0, hits.first().position - kBeforeHit);
    if (start > 0) {
        // Begin with a whole word where there is one.
        const qsizetype space = searched.indexOf(u' ', start);
        if (space >= 0 && space < hits.first().position)
            start = space + 1;
        else if (searched[start].isLowSurrogate())
            ++start;
    }
    const QString line = clipped(QStringView(searched).mid(start), kSnippet);
    return start > 0 ? QChar(0x2026) + line : line;
}

} // namespace

QList<Reader::Hit> searchMessages(Database &db, const Query &query, MessageId before, int limit)
{
    const TextQuery text = textQueryOf(query);
    if (text.expression.isEmpty())
        return {};
    Query others;
    for (const QueryTerm &term : query.terms) {
        if (term.field != QueryTerm::Field::Text)
            others.terms.append(term);
    }
    TicketFilter filter;
    filter.query = others;
    const TicketScan tickets(db, filter);

    BoundSql sql;
    const QString expression =
        text.excluded.isEmpty() ? text.expression : QStringLiteral("(%1) NOT (%2)").arg(text.expression, text.excluded);
    const QByteArray match = sql.bind(expression);
    const QByteArray bound = sql.bind(before.isValid() ? before.value : std::numeric_limits<qint64>::max());
    const QByteArray atMost = sql.bind(limit);
    sql.sql = "SELECT f.rowid AS id, m.ticket AS ticket, substr(m.text, 1, 262144) AS text, m.subject AS subject"
              " FROM message_text f CROSS JOIN message m ON m.id = f.rowid CROSS JOIN ticket t ON t.id = m.ticket"
              " WHERE f.message_text MATCH "
        + match + " AND f.rowid < " + bound + tickets.conditions(sql) + " ORDER BY f.rowid DESC LIMIT " + atMost;
    return db.all(sql.sql, sql.bindings(), [&](const Row &row) {
        Reader::Hit hit;
        hit.message = row.id<MessageId>("id");
        hit.ticket = row.id<TicketId>("ticket");
        const QString body = row.text("text");
        hit.snippet = snippetOf(body.isEmpty() ? row.text("subject") : body, text.forms);
        return hit;
    });
}

} // namespace parley::storage
