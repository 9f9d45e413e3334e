// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask.h"
#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/cli/plain.h"
#include "sync/engine.h"

namespace parley::app {

namespace {

OutboxId rowId(const Arguments &arguments)
{
    return {numberFrom(arguments.words.constFirst()).value_or(0)};
}

/// An engine that only writes the cache: what waits leaves when Parley runs.
Result<sync::Engine *> writer(Session &session)
{
    const auto engine = session.engine({.offline = true, .listen = true, .onlyAccount = {}});
    if (!engine)
        return engine.error();
    if (const auto started = session.start(**engine); !started)
        return started.error();
    return *engine;
}

} // namespace

std::optional<QString> checkOutboxRow(const Arguments &arguments)
{
    if (numberFrom(arguments.words.constFirst()))
        return std::nullopt;
    return QStringLiteral("“%1” is not a row's number. “parley outbox” shows them.")
        .arg(arguments.words.constFirst().left(60));
}

int runOutbox(Session &session, const Arguments &arguments)
{
    constexpr int usual = 1000;
    const auto limit = countFrom(arguments, QStringLiteral("limit"), usual);
    if (!limit)
        return session.misuse(*checkCount(arguments, QStringLiteral("limit")));
    const auto reader = session.reader();
    if (!reader)
        return session.fail(reader.error());
    const auto rows = (*reader)->outbox(*limit);
    if (!rows)
        return session.fail(rows.error());
    for (const OutboxRow &row : *rows)
        session.print(jsonOf(row), plain(row));
    return Done;
}

int runOutboxRetry(Session &session, const Arguments &arguments)
{
    const OutboxId id = rowId(arguments);
    if (const auto row = outboxRowFor(session, id); !row)
        return session.fail(row.error());
    const auto engine = writer(session);
    if (!engine)
        return session.fail(engine.error());
    if (const auto done = await((*engine)->retry(id)); !done)
        return session.fail(done.error());
    const auto row = outboxRowFor(session, id);
    if (!row)
        return session.fail(row.error());
    session.print(jsonOf(*row), plain(*row));
    return Done;
}

int runOutboxDiscard(Session &session, const Arguments &arguments)
{
    const OutboxId id = rowId(arguments);
    const auto row = outboxRowFor(session, id);
    if (!row)
        return session.fail(row.error());
    const auto engine = writer(session);
    if (!engine)
        return session.fail(engine.error());
    if (const auto done = await((*engine)->discard(id)); !done)
        return session.fail(done.error());
    // As it was: the row itself is gone.
    QJsonObject object = jsonOf(*row);
    object.insert(QStringLiteral("state"), QStringLiteral("discarded"));
    session.print(object, QStringLiteral("discarded: ") + plain(*row));
    return Done;
}

} // namespace parley::app
