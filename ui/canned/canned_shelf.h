// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ids.h"
#include "models/workspace.h"
#include "ui/canned/canned_search.h"

#include <QSet>

#include <optional>

namespace parley::storage {
class Reader;
}

namespace parley::ui {

/// What one account's team shares, read from the cache once and kept until it changes. UI thread.
class CannedShelf
{
public:
    explicit CannedShelf(storage::Reader &reader);

    void open(AccountId account); ///< reads it unless it is what is held
    void forget(const QSet<AccountId> &changed);
    [[nodiscard]] const CannedSearch &search() const { return m_search; }
    /// Without the responses; nullopt: nothing is open, or it could not be read.
    [[nodiscard]] const std::optional<Workspace> &workspace() const { return m_workspace; }
    [[nodiscard]] bool sharesResponses() const { return m_shares; } ///< perhaps none yet, but there is a place for them
    [[nodiscard]] QSet<QString> blankNames() const; ///< all that the responses can leave to be filled in

private:
    storage::Reader &m_reader;
    AccountId m_account;
    std::optional<Workspace> m_workspace;
    CannedSearch m_search;
    bool m_shares = false;
};

} // namespace parley::ui
