// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/account_link.h"
#include "sync/scheduler.h"

#include <QCoroTask>

#include <QJsonObject>

#include <map>
#include <memory>

namespace parley::sync {

/// Keeps the customer's typing lamp lit while the agent types: told again every Capabilities::typingRenewal, until
/// typing ends, the reply is sent, or nobody has typed for kForgottenAfter.
class TypingRenewal
{
public:
    static constexpr std::chrono::milliseconds kForgottenAfter{30'000};

    explicit TypingRenewal(AccountLink &link)
        : m_link(link)
    {
    }

    struct Address {
        QString conversationRemoteId;
        QJsonObject conversationExtra;
    };
    void typing(TicketId ticket, const Address &address);
    void ended(TicketId ticket, bool sent); ///< sent: the message itself puts the lamp out
    void stop() { m_lamps.clear(); }

private:
    struct Lamp {
        Address address;
        Timestamp lastKey{};
        Alarm alarm;
    };
    void tell(TicketId ticket);
    QCoro::Task<> tellPlatform(Address address, bool on);

    AccountLink &m_link;
    std::map<TicketId, std::unique_ptr<Lamp>> m_lamps;
};

} // namespace parley::sync
