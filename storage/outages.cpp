// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/outages.h"

namespace parley::storage::outages {

void begin(Database &db, AccountId account, Timestamp since)
{
    db.run(R"(
        INSERT INTO outage(account, since)
        SELECT :account, :since WHERE NOT EXISTS (SELECT 1 FROM outage WHERE account = :account AND until IS NULL))",
        {{":account", account}, {":since", since}});
}

void end(Database &db, AccountId account, Timestamp until)
{
    db.run("UPDATE outage SET until = max(since, :until) WHERE account = :account AND until IS NULL",
        {{":account", account}, {":until", until}});
}

std::chrono::milliseconds time(Database &db, AccountId account, Timestamp from, Timestamp to)
{
    return std::chrono::milliseconds(db.number(R"(
        SELECT coalesce(sum(min(coalesce(until, :to), :to) - max(since, :from)), 0) FROM outage
        WHERE account = :account AND since < :to AND coalesce(until, :to) > :from)",
        {{":account", account}, {":from", from}, {":to", to}}));
}

} // namespace parley::storage::outages
