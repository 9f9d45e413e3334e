// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/workspaces.h"

#include "storage/json.h"

namespace parley::storage::workspaces {

namespace {

QJsonObject kept(Database &db, AccountId account)
{
    return objectFrom(
        db.one("SELECT content FROM workspace WHERE account = :account", {{":account", account}}, [](const Row &row) {
              return row.text("content");
          }).value_or(QString()));
}

} // namespace

void take(Database &db, AccountId account, const Workspace &told, Changes &changes)
{
    if (told.isEmpty())
        return;
    const QJsonObject before = kept(db, account);
    QJsonObject after = before;
    const QJsonObject lists = toJson(told);
    for (auto list = lists.begin(); list != lists.end(); ++list)
        after.insert(list.key(), list.value());
    if (after == before)
        return;
    db.run(R"(
        INSERT INTO workspace(account, content) VALUES (:account, :content)
        ON CONFLICT(account) DO UPDATE SET content = excluded.content)",
        {{":account", account}, {":content", toText(after)}});
    changes.workspaces.insert(account);
}

Workspace get(Database &db, AccountId account)
{
    return workspaceFrom(kept(db, account));
}

} // namespace parley::storage::workspaces
