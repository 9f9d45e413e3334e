// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask.h"
#include "app/cli/command.h"
#include "app/cli/plain.h"

#include <QJsonArray>

#include <algorithm>

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

/// Of all accounts whose servers tell; nullopt: none does.
Result<std::optional<SatisfactionReport>> satisfactionOf(storage::Reader &reader, const QList<Account> &accounts)
{
    std::optional<SatisfactionReport> sum;
    for (const Account &account : accounts) {
        const auto workspace = reader.workspace(account.id);
        if (!workspace)
            return workspace.error();
        const auto &report = workspace->satisfaction;
        if (!report)
            continue;
        if (!sum)
            sum = SatisfactionReport{report->since, 0, {0, 0, 0, 0, 0}};
        sum->since = std::min(sum->since, report->since);
        sum->asked += report->asked;
        for (qsizetype stars = 0; stars < std::min(sum->ratings.size(), report->ratings.size()); ++stars)
            sum->ratings[stars] += report->ratings.at(stars);
    }
    return sum;
}

void addSatisfaction(const SatisfactionReport &report, QJsonObject &counts, QStringList &forPeople)
{
    QJsonArray ratings;
    QStringList words;
    for (const int count : report.ratings) {
        ratings.append(count);
        words.append(QString::number(count));
    }
    counts.insert(QStringLiteral("satisfaction"),
        QJsonObject{{QStringLiteral("since"), toRfc3339(report.since)}, {QStringLiteral("asked"), report.asked},
            {QStringLiteral("ratings"), ratings}});
    forPeople.append(QStringLiteral("satisfaction %1 (1 to 5 stars), asked %2 since %3")
            .arg(words.join(u' '))
            .arg(report.asked)
            .arg(localTime(report.since)));
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
    const auto satisfaction = satisfactionOf(**reader, *accounts);
    if (!satisfaction)
        return session.fail(satisfaction.error());
    if (*satisfaction)
        addSatisfaction(**satisfaction, counts, forPeople);
    session.print(counts, forPeople.join(u'\n'));
    return Done;
}

} // namespace parley::app
