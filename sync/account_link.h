// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platforms/platform.h"
#include "sync/host.h"
#include "sync/outage.h"
#include "sync/status_board.h"

#include <QString>

#include <functional>

namespace parley::sync {

/// What the loops of one account have in common.
struct AccountLink {
    Surroundings &around;
    AccountId id;
    QString name; ///< the account's, for the log
    QString platformName; ///< "Telegram", for sentences
    platforms::Platform &platform;
    StatusBoard &board;
    Outage &outage;

    bool stopping = false;
    bool online = true; ///< the agent's switch
    bool refused = false; ///< the token: nothing is asked until there is another
    bool signedIn = false;
    bool caughtUp = false; ///< what came while we were away is in the cache: whether a thread moved on can be seen
    int running = 0; ///< coroutines that have not ended
    QString secretNote{}; ///< what the agent must know of the secret while all goes well; empty: nothing
    bool fetching = false; ///< pages are coming in: what can wait, waits

    std::function<void()> onReached{}; ///< the platform answers (again): what waited for it may go
    std::function<void()> onUnreachable{}; ///< a send found no connection: is a waiting listen() still alive?
    std::function<void()> onProbe{}; ///< how does the platform stand? It is asked for pages now
    std::function<void(Error)> onRefused{};
    std::function<void(QByteArray)> onSecretExchanged{}; ///< platforms::Identity::exchangedSecret
    std::function<void()> onFetched{}; ///< pages were committed and no more are coming for now
    std::function<void()> onEnded{}; ///< running fell to 0

    [[nodiscard]] bool mayFetch() const { return online && !refused && !stopping; }
    [[nodiscard]] bool mayPush() const { return mayFetch() && signedIn; }
    [[nodiscard]] bool maySend() const { return mayPush() && caughtUp; } ///< what an agent wrote
    [[nodiscard]] Timestamp now() const { return around.clock.now(); }
};

/// Stands at the top of every coroutine of an account, so that the platform is not destroyed beneath it.
class Running
{
public:
    explicit Running(AccountLink &link)
        : m_link(link)
    {
        ++m_link.running;
    }
    ~Running()
    {
        if (--m_link.running == 0 && m_link.onEnded)
            m_link.onEnded();
    }
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;

private:
    AccountLink &m_link;
};

} // namespace parley::sync
