// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/changes.h"
#include "models/workspace.h"

#include <QColor>
#include <QHash>
#include <QList>
#include <QObject>

#include <map>
#include <optional>

namespace parley::storage {
class Reader;
}

namespace parley::ui {

/// The accounts and what their teams share, read once and kept until the engine says that they changed: delegates and
/// menus ask for every row. Ui thread only. What is returned by reference holds until changed().
class Workspaces : public QObject
{
    Q_OBJECT
public:
    explicit Workspaces(storage::Reader &reader, QObject *parent = nullptr);

    [[nodiscard]] const QList<Account> &accounts();
    [[nodiscard]] const Account *account(AccountId id); ///< null: gone
    [[nodiscard]] Capabilities capabilities(AccountId id); ///< nothing, where the account is gone
    [[nodiscard]] const Workspace &of(AccountId account); ///< all lists unset, where nothing was read
    /// The server's label for a tag (case does not matter); null: a tag of one's own.
    [[nodiscard]] const Label *label(AccountId account, const QString &tag);
    [[nodiscard]] QColor labelColour(AccountId account, const QString &tag); ///< invalid: none

public Q_SLOTS:
    void applyChanges(const parley::Changes &changes);

Q_SIGNALS:
    void changed();

private:
    struct Entry {
        Workspace workspace;
        QHash<QString, Label> labels; ///< by folded name
    };
    Entry &entry(AccountId account);

    storage::Reader &m_reader;
    std::optional<QList<Account>> m_accounts;
    std::map<qint64, Entry> m_entries;
};

} // namespace parley::ui
