// SPDX-License-Identifier: GPL-3.0-or-later
// What changes a ticket: reply and set. Both make outbox rows, print them, and with --wait print them again once
// settled.
#include "app/cli/ask.h"
#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/cli/plain.h"
#include "models/query_time.h"
#include "sync/engine.h"

#include <QObject>
#include <QSet>

#include <algorithm>

namespace parley::app {

namespace {

using namespace std::chrono_literals;

bool isSettled(OutboxState state)
{
    return state == OutboxState::Sent || state == OutboxState::Held || state == OutboxState::Failed;
}

std::optional<QString> checkWait(const Arguments &arguments)
{
    return checkCount(arguments, QStringLiteral("wait"));
}

int print(Session &session, const QList<OutboxId> &rows)
{
    for (const OutboxId id : rows) {
        const auto row = outboxRowFor(session, id);
        if (!row)
            return session.fail(row.error());
        session.print(jsonOf(*row), plain(*row));
    }
    return session.output().flush() ? Done : session.fail(QStringLiteral("The output could not be written."));
}

/// What became of the rows when the wait is over.
int verdict(Session &session, const QList<OutboxId> &rows)
{
    int exit = Done;
    for (const OutboxId id : rows) {
        const auto row = outboxRowFor(session, id);
        if (!row)
            return session.fail(row.error());
        session.print(jsonOf(*row), plain(*row));
        if (row->state == OutboxState::Sent)
            continue;
        exit = isSettled(row->state)
            ? session.fail(QStringLiteral("Row %1 is %2: %3")
                      .arg(QString::number(id.value), parley::toString(row->state),
                          row->error.isEmpty() ? QStringLiteral("see parley outbox") : row->error))
            : session.fail(QStringLiteral("Row %1 has not left in time. It stays in the outbox and goes out when "
                                          "Parley runs.%2")
                      .arg(QString::number(id.value), row->error.isEmpty() ? QString() : u' ' + row->error));
    }
    return exit;
}

/// Gathers the rows that the engine tells of as settled.
class Watch
{
public:
    Watch(const Session &session, sync::Engine &engine)
        : m_connection(QObject::connect(
              &engine, &sync::Engine::settled, &engine,
              [waiter = session.waiter(), settled = m_settled](
                  OutboxId row) { waiter->update([&] { settled->insert(row); }); },
              Qt::DirectConnection))
    {
    }
    ~Watch() { QObject::disconnect(m_connection); }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

    /// Under the waiter's lock.
    [[nodiscard]] bool has(OutboxId row) const { return m_settled->contains(row); }

private:
    std::shared_ptr<QSet<OutboxId>> m_settled = std::make_shared<QSet<OutboxId>>();
    QMetaObject::Connection m_connection;
};

/// Rows that were settled as they were made (notes, local fields) give no signal worth waiting for.
bool allSettled(Session &session, const QList<OutboxId> &rows)
{
    return std::ranges::all_of(rows, [&](OutboxId id) {
        const auto row = outboxRowFor(session, id);
        return row && isSettled(row->state);
    });
}

/// Submits all, in order; stops at the first that is refused.
Result<QList<OutboxId>> submitAll(sync::Engine &engine, TicketId ticket, const QList<Command> &commands)
{
    QList<OutboxId> rows;
    for (const Command &command : commands) {
        const auto row = await(engine.submit({ticket, command, {}}));
        if (!row)
            return row.error();
        rows.append(*row);
    }
    return rows;
}

int carryOut(Session &session, const Arguments &arguments, const QList<Command> &commands)
{
    const auto ticket = ticketFor(session, arguments.words.constFirst());
    if (!ticket)
        return session.fail(ticket.error());
    const bool waits = arguments.has(QStringLiteral("wait"));
    const auto engine = session.engine({.offline = !waits, .listen = true, .onlyAccount = ticket->accountName});
    if (!engine)
        return session.fail(engine.error());
    const Watch watch(session, **engine);
    if (const auto started = session.start(**engine); !started)
        return session.fail(started.error());
    const auto rows = submitAll(**engine, ticket->ticket.id, commands);
    if (!rows)
        return session.fail(rows.error());
    if (const int printed = print(session, *rows); printed != Done || !waits)
        return printed;
    if (!allSettled(session, *rows)) {
        const auto isDone = [&] { return std::ranges::all_of(*rows, [&](OutboxId row) { return watch.has(row); }); };
        session.waiter()->waitFor(isDone, countFrom(arguments, QStringLiteral("wait"), 1).value_or(1) * 1s);
    }
    return verdict(session, *rows);
}

/// "+refund,-spam,vip": a tag without a sign is added.
ChangeTags tagsFrom(const QString &typed)
{
    ChangeTags tags;
    for (const QString &part : typed.split(u',', Qt::SkipEmptyParts)) {
        const QString tag = part.trimmed();
        if (tag.startsWith(u'-'))
            tags.remove.append(tag.mid(1).trimmed());
        else
            tags.add.append((tag.startsWith(u'+') ? tag.mid(1) : tag).trimmed());
    }
    tags.add.removeAll(QString());
    tags.remove.removeAll(QString());
    return tags;
}

QString assigneeFrom(const QString &typed)
{
    const QString lower = typed.toLower();
    if (lower == u"none")
        return {};
    return lower == kMe ? kMe : typed;
}

std::optional<QString> checkStatus(const Arguments &arguments)
{
    const QString status = arguments.value(QStringLiteral("status"));
    if (!arguments.has(QStringLiteral("status")))
        return std::nullopt;
    if (!ticketStatusFrom(status))
        return QStringLiteral("“%1” is no status. Use open, pending, snoozed or resolved.").arg(status.left(60));
    if (arguments.has(QStringLiteral("snooze")))
        return QStringLiteral("--snooze sets the status itself: leave out --status.");
    if (ticketStatusFrom(status) == TicketStatus::Snoozed)
        return QStringLiteral("Say until when: --snooze 2d, --snooze tomorrow, --snooze 2026-12-01T09:00.");
    return std::nullopt;
}

std::optional<QString> checkSnooze(const Arguments &arguments)
{
    if (!arguments.has(QStringLiteral("snooze")))
        return std::nullopt;
    const QString typed = arguments.value(QStringLiteral("snooze"));
    const Timestamp now = SystemClock().now();
    const auto until = futureMomentFrom(typed, now);
    if (!until)
        return QStringLiteral("“%1” is no time. Use 2h, 3d, tomorrow, 2026-12-01 or 2026-12-01T09:00.")
            .arg(typed.left(60));
    if (*until <= now)
        return QStringLiteral("“%1” is in the past.").arg(typed.left(60));
    return std::nullopt;
}

std::optional<QString> checkOthers(const Arguments &arguments)
{
    const QString priority = arguments.value(QStringLiteral("priority"));
    if (arguments.has(QStringLiteral("priority")) && !priorityFrom(priority))
        return QStringLiteral("“%1” is no priority. Use low, normal, high or urgent.").arg(priority.left(60));
    const QString tag = arguments.value(QStringLiteral("tag"));
    const ChangeTags tags = tagsFrom(tag);
    if (arguments.has(QStringLiteral("tag")) && tags.add.isEmpty() && tags.remove.isEmpty())
        return QStringLiteral("“%1” names no tag. Use --tag +refund,-spam.").arg(tag.left(60));
    if (arguments.has(QStringLiteral("assignee")) && arguments.value(QStringLiteral("assignee")).trimmed().isEmpty())
        return QStringLiteral("--assignee needs a name, me or none.");
    return std::nullopt;
}

QList<Command> changesFrom(const Arguments &arguments, Timestamp now)
{
    QList<Command> commands;
    if (arguments.has(QStringLiteral("status")))
        commands.append(
            SetStatus{ticketStatusFrom(arguments.value(QStringLiteral("status"))).value_or(TicketStatus::Open), {}});
    if (arguments.has(QStringLiteral("snooze")))
        commands.append(
            SetStatus{TicketStatus::Snoozed, futureMomentFrom(arguments.value(QStringLiteral("snooze")), now)});
    if (arguments.has(QStringLiteral("assignee")))
        commands.append(Assign{assigneeFrom(arguments.value(QStringLiteral("assignee")).trimmed())});
    if (arguments.has(QStringLiteral("priority")))
        commands.append(
            SetPriority{priorityFrom(arguments.value(QStringLiteral("priority"))).value_or(Priority::Normal)});
    if (arguments.has(QStringLiteral("tag")))
        commands.append(tagsFrom(arguments.value(QStringLiteral("tag"))));
    if (arguments.has(QStringLiteral("answered")))
        commands.append(MarkAnswered{});
    if (arguments.has(QStringLiteral("read")))
        commands.append(MarkRead{});
    return commands;
}

} // namespace

std::optional<QString> checkReply(const Arguments &arguments)
{
    if (const auto wrong = checkTicket(arguments.words.constFirst()))
        return wrong;
    if (!arguments.has(QStringLiteral("text")))
        return QStringLiteral("What shall the reply say? --text \"…\"");
    if (arguments.value(QStringLiteral("text")).trimmed().isEmpty())
        return QStringLiteral("--text is empty: there is nothing to send.");
    if (arguments.has(QStringLiteral("note")) && arguments.has(QStringLiteral("private")))
        return QStringLiteral("--note stays in the team and --private goes to the customer: choose one.");
    return checkWait(arguments);
}

int runReply(Session &session, const Arguments &arguments)
{
    const QString text = arguments.value(QStringLiteral("text"));
    const Command command = arguments.has(QStringLiteral("note"))
        ? Command(Note{text})
        : Command(Reply{text, {}, arguments.has(QStringLiteral("private")), {}});
    return carryOut(session, arguments, {command});
}

std::optional<QString> checkSet(const Arguments &arguments)
{
    if (const auto wrong = checkTicket(arguments.words.constFirst()))
        return wrong;
    for (const auto check : {checkStatus, checkSnooze, checkOthers, checkWait}) {
        if (const auto wrong = check(arguments))
            return wrong;
    }
    if (changesFrom(arguments, SystemClock().now()).isEmpty())
        return QStringLiteral(
            "Nothing to set. Use --status, --assignee, --tag, --priority, --snooze, --answered or --read.");
    return std::nullopt;
}

int runSet(Session &session, const Arguments &arguments)
{
    return carryOut(session, arguments, changesFrom(arguments, session.now()));
}

} // namespace parley::app
