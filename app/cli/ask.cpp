// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask.h"

namespace parley::app {

namespace {

Error rejected(const QString &words)
{
    return {ErrorKind::Rejected, {}, words, {}, false};
}

} // namespace

std::optional<qint64> numberFrom(const QString &typed)
{
    bool ok = false;
    const qint64 number = (typed.startsWith(u'#') ? typed.mid(1) : typed).toLongLong(&ok);
    return ok && number > 0 ? std::optional(number) : std::nullopt;
}

std::optional<QString> checkTicket(const QString &typed)
{
    if (numberFrom(typed))
        return std::nullopt;
    return QStringLiteral("“%1” is not a ticket's number. “parley list” shows them.").arg(typed.left(60));
}

Result<TicketRow> ticketFor(Session &session, const QString &typed)
{
    const auto reader = session.reader();
    if (!reader)
        return reader.error();
    const auto found = (*reader)->ticket(TicketId{numberFrom(typed).value_or(0)});
    if (!found)
        return found.error();
    if (!*found)
        return rejected(
            QStringLiteral("There is no ticket %1. “parley list” shows what there is.").arg(typed.left(60)));
    return **found;
}

Result<Account> accountFor(Session &session, const QString &name)
{
    const auto reader = session.reader();
    if (!reader)
        return reader.error();
    const auto accounts = (*reader)->accounts();
    if (!accounts)
        return accounts.error();
    QStringList names;
    for (const Account &account : *accounts) {
        if (account.name == name)
            return account;
        names.append(account.name);
    }
    const QString mend = names.isEmpty() ? QStringLiteral("There is none yet: “parley account add”.")
                                         : QStringLiteral("There is: %1.").arg(names.join(QStringLiteral(", ")));
    return rejected(QStringLiteral("There is no account “%1”. %2").arg(name.left(60), mend));
}

Result<OutboxRow> outboxRowFor(Session &session, OutboxId id)
{
    const auto reader = session.reader();
    if (!reader)
        return reader.error();
    const auto row = (*reader)->outboxRow(id);
    if (!row)
        return row.error();
    if (!*row)
        return rejected(QStringLiteral("There is no outbox row %1. “parley outbox” shows what waits.").arg(id.value));
    return **row;
}

Result<storage::TicketFilter> filterFrom(const Session &session, const QStringList &words)
{
    storage::TicketFilter filter;
    filter.now = session.now();
    // A word that the shell has stripped of its quotes gets them back.
    QStringList quoted;
    for (const QString &word : words)
        quoted.append(word.contains(u' ') && words.size() > 1 && !word.contains(u'"') && !word.contains(u':')
                ? u'"' + word + u'"'
                : word);
    // The space at the end: on a command line the last word is whole.
    auto query = parseQuery(QString(quoted.join(u' ') + u' '), filter.now);
    if (!query)
        return query.error();
    filter.query = *query;
    return filter;
}

std::optional<int> countFrom(const Arguments &arguments, const QString &option, int otherwise)
{
    if (!arguments.has(option))
        return otherwise;
    bool ok = false;
    const int count = arguments.value(option).toInt(&ok);
    return ok && count > 0 ? std::optional(count) : std::nullopt;
}

std::optional<QString> checkCount(const Arguments &arguments, const QString &option)
{
    if (countFrom(arguments, option, 1))
        return std::nullopt;
    return QStringLiteral("--%1 takes a whole number from 1, not “%2”.").arg(option, arguments.value(option).left(60));
}

Result<void> forEachTicket(
    Session &session, const storage::TicketFilter &filter, const std::function<bool(const TicketRow &)> &each)
{
    constexpr int page = 200;
    const auto reader = session.reader();
    if (!reader)
        return reader.error();
    std::optional<TicketRow> last;
    while (true) {
        const auto rows = (*reader)->tickets(filter, last, page);
        if (!rows)
            return rows.error();
        for (const TicketRow &row : *rows) {
            if (!each(row))
                return {};
        }
        if (rows->size() < page)
            return {};
        last = rows->constLast();
    }
}

} // namespace parley::app
