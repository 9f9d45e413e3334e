// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/typing_renewal.h"

namespace parley::sync {

void TypingRenewal::typing(TicketId ticket, const Address &address)
{
    if (!m_link.mayPush() || m_link.platform.capabilities().typingRenewal.count() <= 0)
        return;
    const auto known = m_lamps.find(ticket);
    if (known != m_lamps.end()) {
        known->second->lastKey = m_link.now();
        return;
    }
    m_lamps.emplace(ticket,
        std::unique_ptr<Lamp>(new Lamp{address, m_link.now(), Alarm(m_link.around.scheduler, m_link.around.context)}));
    tell(ticket);
}

void TypingRenewal::tell(TicketId ticket)
{
    const auto lamp = m_lamps.find(ticket);
    if (lamp == m_lamps.end())
        return;
    if (!m_link.mayPush() || m_link.now() - lamp->second->lastKey >= kForgottenAfter) {
        m_lamps.erase(lamp);
        return;
    }
    lamp->second->alarm.set(m_link.platform.capabilities().typingRenewal, [this, ticket] { tell(ticket); });
    tellPlatform(lamp->second->address);
}

QCoro::Task<> TypingRenewal::tellPlatform(Address address)
{
    const Running running(m_link);
    // Whether it lit up is of no consequence.
    (void)co_await m_link.platform.showTyping(address.conversationRemoteId, address.conversationExtra);
}

} // namespace parley::sync
