// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/accounts.h"

#include "storage/enums.h"
#include "storage/json.h"
#include "storage/sqlite/failed.h"

#include <QCoreApplication>

namespace parley::storage::accounts {

namespace {

// A class, so that lupdate files the texts under the context they are looked up in.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(parley::storage)
};

Account readAccount(const Row &row)
{
    Account account;
    account.id = row.id<AccountId>("id");
    account.name = row.text("name");
    account.platform = row.text("platform");
    account.url = row.text("url");
    account.settings = settingsFrom(objectFrom(row.text("settings")));
    account.enabled = row.flag("enabled");
    account.created = row.time("created");
    account.capabilities = capabilitiesFrom(objectFrom(row.text("capabilities")));
    return account;
}

AccountStatus readStatus(const Row &row)
{
    AccountStatus status;
    status.state = row.as<AccountState>("state");
    status.detail = row.text("detail");
    status.page = row.text("page");
    status.completeTo = row.timeIfAny("complete_to");
    status.nextTry = row.timeIfAny("next_try");
    status.fillDone = row.integer("fill_done");
    status.fillTotal = row.integer("fill_total");
    return status;
}

void requireOne(int changed)
{
    if (changed == 0)
        reject(ErrorKind::NotFound, Texts::tr("There is no such account."));
}

} // namespace

AccountId add(Database &db, const Account &account)
{
    if (account.name.trimmed().isEmpty())
        reject(ErrorKind::Rejected, Texts::tr("An account needs a name."));
    if (db.number("SELECT 1 FROM account WHERE name = :name", {{":name", account.name}}) != 0) {
        reject(ErrorKind::Rejected,
            Texts::tr("There is already an account named “%1”. Choose another name.").arg(account.name));
    }
    return AccountId{db.insert(R"(
        INSERT INTO account(name, platform, url, settings, enabled, created, capabilities)
        VALUES (:name, :platform, :url, :settings, :enabled, :created, :capabilities))",
        {{":name", account.name}, {":platform", account.platform}, {":url", account.url},
            {":settings", toText(toJson(account.settings))}, {":enabled", account.enabled},
            {":created", account.created}, {":capabilities", toText(toJson(account.capabilities))}})};
}

Changes remove(Database &db, AccountId account)
{
    Changes changes;
    db.each(
        "SELECT id, conversation FROM ticket WHERE account = :account", {{":account", account}}, [&](const Row &row) {
            changes.tickets.insert(row.id<TicketId>("id"));
            changes.conversations.insert(row.id<ConversationId>("conversation"));
        });
    db.each("SELECT id FROM outbox WHERE account = :account AND state <> 2", {{":account", account}},
        [&](const Row &row) { changes.outbox.insert(row.id<OutboxId>("id")); });
    requireOne(db.run("DELETE FROM account WHERE id = :account", {{":account", account}}));
    // People who wrote only here go with their last address.
    db.run("DELETE FROM contact WHERE NOT EXISTS (SELECT 1 FROM identity WHERE contact = contact.id)");
    db.run("DELETE FROM contact_merge WHERE NOT EXISTS (SELECT 1 FROM contact_merge_identity"
           " WHERE merge = contact_merge.id)");
    changes.accounts.insert(account);
    changes.counts = true;
    return changes;
}

QList<Account> all(Database &db)
{
    return db.all(R"(
        SELECT id, name, platform, url, settings, enabled, created, capabilities FROM account ORDER BY id)",
        {}, readAccount);
}

Account get(Database &db, AccountId account)
{
    const auto found = db.one(R"(
        SELECT id, name, platform, url, settings, enabled, created, capabilities FROM account WHERE id = :account)",
        {{":account", account}}, readAccount);
    requireOne(found ? 1 : 0);
    return *found;
}

QList<AccountId> named(Database &db, const QString &word)
{
    QList<AccountId> found;
    for (const Account &account : all(db)) {
        if (account.name.compare(word, Qt::CaseInsensitive) == 0
            || account.platform.compare(word, Qt::CaseInsensitive) == 0)
            found.append(account.id);
    }
    return found;
}

AccountStatus status(Database &db, AccountId account)
{
    const auto found = db.one(R"(
        SELECT state, detail, page, complete_to, next_try, fill_done, fill_total FROM account WHERE id = :account)",
        {{":account", account}}, readStatus);
    requireOne(found ? 1 : 0);
    return *found;
}

void setStatus(Database &db, AccountId account, const AccountStatus &status)
{
    requireOne(db.run(R"(
        UPDATE account SET state = :state, detail = :detail, page = :page, complete_to = :completeTo,
            next_try = :nextTry, fill_done = :fillDone, fill_total = :fillTotal
        WHERE id = :account)",
        {{":account", account}, {":state", status.state}, {":detail", status.detail}, {":page", status.page},
            {":completeTo", status.completeTo}, {":nextTry", status.nextTry}, {":fillDone", status.fillDone},
            {":fillTotal", status.fillTotal}}));
}

void setCapabilities(Database &db, AccountId account, const Capabilities &capabilities)
{
    requireOne(db.run("UPDATE account SET capabilities = :capabilities WHERE id = :account",
        {{":account", account}, {":capabilities", toText(toJson(capabilities))}}));
}

QByteArray cursor(Database &db, AccountId account)
{
    const auto found = db.one("SELECT cursor FROM account WHERE id = :account", {{":account", account}},
        [](const Row &row) { return row.blob("cursor"); });
    requireOne(found ? 1 : 0);
    return *found;
}

void setCursor(Database &db, AccountId account, const QByteArray &cursor)
{
    requireOne(db.run("UPDATE account SET cursor = :cursor WHERE id = :account",
        {{":account", account}, {":cursor", cursor.isEmpty() ? Value() : Value(cursor)}}));
}

} // namespace parley::storage::accounts
