// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask.h"
#include "app/cli/command.h"

namespace parley::app {

namespace {

/// How many tickets of the list are, for instance, open.
Result<qint64> countOf(storage::Reader &reader, storage::TicketFilter filter, const QString &is)
{
    if (!is.isEmpty()) {
        QueryTerm term;
        term.field = QueryTerm::Field::Is;
        term.value = is;
        filter.query->terms.append(term);
    }
    return reader.countTickets(filter);
}

} // namespace

int runStats(Session &session, const Arguments &arguments)
{
    const auto filter = filterFrom(session, arguments.words);
    if (!filter)
        return session.misuse(filter.error().words);
    const auto reader = session.reader();
    if (!reader)
        return session.fail(reader.error());
    QJsonObject counts;
    QStringList forPeople;
    const auto add = [&](const QString &name, qint64 count) {
        counts.insert(name, count);
        forPeople.append(QStringLiteral("%1 %2").arg(name).arg(count));
    };
    for (const QString &name :
        {QStringLiteral("tickets"), QStringLiteral("open"), QStringLiteral("pending"), QStringLiteral("snoozed"),
            QStringLiteral("resolved"), QStringLiteral("unanswered"), QStringLiteral("unread")}) {
        const auto count = countOf(**reader, *filter, name == u"tickets" ? QString() : name);
        if (!count)
            return session.fail(count.error());
        add(name, *count);
    }
    const auto outbox = (*reader)->outboxCounts();
    if (!outbox)
        return session.fail(outbox.error());
    add(QStringLiteral("queued"), outbox->queued);
    add(QStringLiteral("held"), outbox->held);
    add(QStringLiteral("failed"), outbox->failed);
    const auto accounts = (*reader)->accounts();
    if (!accounts)
        return session.fail(accounts.error());
    add(QStringLiteral("accounts"), accounts->size());
    session.print(counts, forPeople.join(u'\n'));
    return Done;
}

} // namespace parley::app
