// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "sync/account_link.h"
#include "sync/attachment_fetcher.h"
#include "sync/puller.h"
#include "sync/pusher.h"
#include "sync/status_board.h"
#include "sync/typing_renewal.h"

#include <functional>
#include <memory>

namespace parley::sync {

/// Everything that keeps one account in step, with its platform. Must be stopped, and have ended, before it is
/// destroyed.
class AccountSync
{
public:
    AccountSync(Surroundings &around, const Account &account, const AccountStatus &last, const QString &platformName,
        std::unique_ptr<platforms::Platform> platform);
    ~AccountSync();
    AccountSync(const AccountSync &) = delete;
    AccountSync &operator=(const AccountSync &) = delete;

    void start(bool online);
    /// Ends every wait. \param ended  called once, from the event loop, when no coroutine is left
    void stop(std::function<void()> ended);
    [[nodiscard]] bool hasEnded() const { return m_link.stopping && m_link.running == 0; }

    void setOnline(bool online);
    void wake(); ///< the network changed or the machine woke: try everything at once
    void syncNow(); ///< wake(), and ask even a platform that refused us
    void outboxChanged();
    /// \param conversationRemoteId  that the agent looks at; empty: none of this account
    void setOpen(const QString &conversationRemoteId) { m_platform->setOpen(conversationRemoteId); }
    void typing(TicketId ticket, const TypingRenewal::Address &address) { m_typing.typing(ticket, address); }
    void typingEnded(TicketId ticket, bool sent) { m_typing.ended(ticket, sent); }
    void fetch(AttachmentId attachment) { m_fetcher.fetch(attachment); }

    /// \param words  what the agent must know of the account's secret although all goes well; empty: nothing any more
    void setSecretNote(const QString &words);

    /// \param withAttachments  whether fetching attachments counts
    [[nodiscard]] bool isBusy(bool withAttachments) const;
    [[nodiscard]] StatusBoard &board() { return m_board; }

private:
    void stateChanged();
    void refused(const Error &error);

    Surroundings &m_around;
    std::unique_ptr<platforms::Platform> m_platform;
    StatusBoard m_board;
    Outage m_outage;
    AccountLink m_link;
    Puller m_puller;
    Pusher m_pusher;
    AttachmentFetcher m_fetcher;
    TypingRenewal m_typing;
    std::function<void()> m_ended;
};

} // namespace parley::sync
