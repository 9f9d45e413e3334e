// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask.h"
#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/cli/plain.h"

#include <QSet>

namespace parley::app {

namespace {

constexpr int kUsualLimit = 50;

int listTickets(Session &session, const storage::TicketFilter &filter, int limit)
{
    int left = limit;
    const auto listed = forEachTicket(session, filter, [&](const TicketRow &row) {
        session.print(jsonOf(row), plain(row, row.snippet.isEmpty() ? row.ticket.subject : row.snippet));
        return --left > 0;
    });
    return listed ? Done : session.fail(listed.error());
}

/// One line a ticket, at its newest message that has all the words.
int listHits(Session &session, const Query &query, int limit)
{
    constexpr int page = 200;
    const auto reader = session.reader();
    if (!reader)
        return session.fail(reader.error());
    QSet<TicketId> seen;
    MessageId before;
    while (seen.size() < limit) {
        const auto hits = (*reader)->search(query, before, page);
        if (!hits)
            return session.fail(hits.error());
        for (const auto &hit : *hits) {
            before = hit.message;
            if (seen.size() == limit || seen.contains(hit.ticket))
                continue;
            seen.insert(hit.ticket);
            const auto row = (*reader)->ticket(hit.ticket);
            if (!row)
                return session.fail(row.error());
            if (!*row)
                continue;
            QJsonObject object = jsonOf(**row);
            object.insert(QStringLiteral("snippet"), hit.snippet);
            object.insert(QStringLiteral("message"), hit.message.value);
            session.print(object, plain(**row, hit.snippet));
        }
        if (hits->size() < page)
            break;
    }
    return Done;
}

} // namespace

int runList(Session &session, const Arguments &arguments)
{
    const auto filter = filterFrom(session, arguments.words);
    if (!filter)
        return session.misuse(filter.error().words);
    const auto limit = countFrom(arguments, QStringLiteral("limit"), kUsualLimit);
    if (!limit)
        return session.misuse(*checkCount(arguments, QStringLiteral("limit")));
    return listTickets(session, *filter, *limit);
}

int runSearch(Session &session, const Arguments &arguments)
{
    const auto filter = filterFrom(session, arguments.words);
    if (!filter)
        return session.misuse(filter.error().words);
    const auto limit = countFrom(arguments, QStringLiteral("limit"), kUsualLimit);
    if (!limit)
        return session.misuse(*checkCount(arguments, QStringLiteral("limit")));
    if (filter->query->isEmpty())
        return session.misuse(QStringLiteral("Nothing to search for. Give a word, as in: parley search refund"));
    return filter->query->hasText() ? listHits(session, *filter->query, *limit) : listTickets(session, *filter, *limit);
}

} // namespace parley::app
