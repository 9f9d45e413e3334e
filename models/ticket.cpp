// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ticket.h"

#include "models/words.h"

namespace parley {

namespace {

constexpr Words<TicketStatus, 4> kStatusWords{{{{TicketStatus::Open, u"open"}, {TicketStatus::Pending, u"pending"},
    {TicketStatus::Snoozed, u"snoozed"}, {TicketStatus::Resolved, u"resolved"}}}};
constexpr Words<Priority, 4> kPriorityWords{{{{Priority::Low, u"low"}, {Priority::Normal, u"normal"},
    {Priority::High, u"high"}, {Priority::Urgent, u"urgent"}}}};

} // namespace

QString toString(TicketStatus status)
{
    return kStatusWords.wordFor(status);
}

QString toString(Priority priority)
{
    return kPriorityWords.wordFor(priority);
}

std::optional<TicketStatus> ticketStatusFrom(QStringView word)
{
    return kStatusWords.valueOf(word);
}

std::optional<Priority> priorityFrom(QStringView word)
{
    return kPriorityWords.valueOf(word);
}

} // namespace parley
