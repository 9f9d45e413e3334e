// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/workspaces.h"

#include "storage/reader.h"

#include <algorithm>
#include <utility>

namespace parley::ui {

Workspaces::Workspaces(storage::Reader &reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
{
}

const QList<Account> &Workspaces::accounts()
{
    if (!m_accounts) {
        auto read = m_reader.accounts();
        m_accounts = read ? *std::move(read) : QList<Account>();
    }
    return *m_accounts;
}

const Account *Workspaces::account(AccountId id)
{
    const QList<Account> &all = accounts();
    const auto found = std::ranges::find(all, id, &Account::id);
    return found == all.end() ? nullptr : &*found;
}

Capabilities Workspaces::capabilities(AccountId id)
{
    const Account *known = account(id);
    return known ? known->capabilities : Capabilities{};
}

Workspaces::Entry &Workspaces::entry(AccountId account)
{
    const auto known = m_entries.find(account.value);
    if (known != m_entries.end())
        return known->second;
    Entry &fresh = m_entries[account.value];
    if (auto read = m_reader.workspace(account))
        fresh.workspace = *std::move(read);
    const QList<Label> labels = fresh.workspace.labels.value_or(QList<Label>());
    for (const Label &label : labels)
        fresh.labels.insert(label.name.toCaseFolded(), label);
    return fresh;
}

const Workspace &Workspaces::of(AccountId account)
{
    return entry(account).workspace;
}

const Label *Workspaces::label(AccountId account, const QString &tag)
{
    const QHash<QString, Label> &labels = entry(account).labels;
    const auto found = labels.constFind(tag.toCaseFolded());
    return found == labels.cend() ? nullptr : &*found;
}

QColor Workspaces::labelColour(AccountId account, const QString &tag)
{
    const Label *known = label(account, tag);
    return known && known->colour != 0 ? QColor::fromRgb(known->colour) : QColor();
}

void Workspaces::applyChanges(const Changes &changes)
{
    if (changes.accounts.isEmpty() && changes.workspaces.isEmpty())
        return;
    m_accounts.reset();
    for (const AccountId account : changes.accounts)
        m_entries.erase(account.value);
    for (const AccountId account : changes.workspaces)
        m_entries.erase(account.value);
    Q_EMIT changed();
}

} // namespace parley::ui
