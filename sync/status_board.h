// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "sync/host.h"

#include <optional>

namespace parley::sync {

/// What still comes in of the past, in conversations. total 0: nothing
struct OlderProgress {
    int done = 0;
    int total = 0;
};

/// How one account stands, kept in the cache and told to the window. A change of state is written at once; progress
/// (completeTo, the fill's count) at most once a second.
class StatusBoard
{
public:
    StatusBoard(Surroundings &around, AccountId account, AccountStatus last);

    void show(AccountState state, const QString &detail, std::optional<Timestamp> nextTry = std::nullopt,
        const QString &page = {});
    /// A send was refused until a person has opened a page: said until they have, however well the rest goes.
    void demandPage(const QString &detail, const QString &page);
    bool pageOpened(); ///< \return whether one was demanded
    /// \param note  see platforms::Identity
    void online(Timestamp completeTo, const QString &note, const OlderProgress &older = {});
    void filling(int done, int total, bool conversations = false); ///< see words::filling
    [[nodiscard]] const AccountStatus &status() const { return m_now; }
    void flush();

private:
    void settle();
    void write();

    Surroundings &m_around;
    AccountId m_account;
    AccountStatus m_now;
    std::optional<AccountStatus> m_written;
    Timestamp m_lastWrite{};
    Alarm m_later;
    QString m_demandedPage;
    QString m_demand; ///< why
};

} // namespace parley::sync
