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

void TypingRenewal::ended(TicketId ticket, bool sent)
{
    const auto lamp = m_lamps.find(ticket);
    if (lamp == m_lamps.end())
        return;
    const Address address = lamp->second->address;
    m_lamps.erase(lamp);
    if (!sent && m_link.mayPush())
        tellPlatform(address, false);
}

void TypingRenewal::tell(TicketId ticket)
{
    const auto lamp = m_lamps.find(ticket);
    if (lamp == m_lamps.end())
        return;
    if (!m_link.mayPush() || m_link.now() - lamp->second->lastKey >= kForgottenAfter) {
        ended(ticket, false);
        return;
    }
    lamp->second->alarm.set(m_link.platform.capabilities().typingRenewal, [this, ticket] { tell(ticket); });
    tellPlatform(lamp->second->address, true);
}

QCoro::Task<> TypingRenewal::tellPlatform(Address address, bool on)
{
    const Running running(m_link);
    // Whether it lit up or went out is of no consequence.
    if (on)
        (void)co_await m_link.platform.showTyping(address.conversationRemoteId, address.conversationExtra);
    else
        (void)co_await m_link.platform.hideTyping(address.conversationRemoteId, address.conversationExtra);
}

} // namespace parley::sync
