// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"

#include <QDialog>
#include <QHash>
#include <QList>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace parley::sync {
class Engine;
}
namespace parley::storage {
class Reader;
}

namespace parley::ui {

/// All accounts with where each stands; add, replace the secret, remove.
class AccountsDialog : public QDialog
{
    Q_OBJECT
public:
    AccountsDialog(sync::Engine &engine, storage::Reader &reader, QList<PlatformInfo> platforms, const Clock &clock,
        QWidget *parent = nullptr);

    void selectAccount(AccountId account);

Q_SIGNALS:
    void addRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void reload();
    void showStatus(AccountId account, const AccountStatus &status);
    void refreshButtons();
    void replaceSecret();
    void removeAccount();
    [[nodiscard]] const Account *selected() const;
    [[nodiscard]] PlatformInfo platformOf(const Account &account) const;
    [[nodiscard]] QTreeWidgetItem *itemFor(AccountId account) const;

    sync::Engine &m_engine;
    storage::Reader &m_reader;
    QList<PlatformInfo> m_platforms;
    const Clock &m_clock;
    QList<Account> m_accounts;
    QHash<AccountId, AccountStatus> m_status;

    QTreeWidget *m_tree = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_trouble = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_sync = nullptr;
    QPushButton *m_replace = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace parley::ui
