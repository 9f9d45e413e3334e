// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/carry_out.h"

#include "app/cli/ask.h"
#include "app/cli/json.h"
#include "app/cli/plain.h"
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

} // namespace

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

} // namespace parley::app
