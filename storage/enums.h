// SPDX-License-Identifier: GPL-3.0-or-later
// The cache keeps enums as their numbers, and some stand in the schema's indexes. A new value goes at the end; changing
// the order of an enum is a migration. This is where the compiler says so.
#pragma once

#include "models/account.h"
#include "models/command.h"
#include "models/message.h"
#include "models/ticket.h"

namespace parley::storage {

template <typename Enum>
constexpr int numberOf(Enum value)
{
    return static_cast<int>(value);
}

static_assert(numberOf(TicketStatus::Open) == 0 && numberOf(TicketStatus::Pending) == 1
    && numberOf(TicketStatus::Snoozed) == 2 && numberOf(TicketStatus::Resolved) == 3);
static_assert(numberOf(Priority::Low) == 0 && numberOf(Priority::Normal) == 1 && numberOf(Priority::High) == 2
    && numberOf(Priority::Urgent) == 3);
static_assert(numberOf(ConversationKind::DirectChat) == 0 && numberOf(ConversationKind::Review) == 4);
static_assert(numberOf(Direction::In) == 0 && numberOf(Direction::Out) == 1);
static_assert(numberOf(MessageKind::Message) == 0 && numberOf(MessageKind::Note) == 1
    && numberOf(MessageKind::Event) == 2 && numberOf(MessageKind::Unsupported) == 3);
static_assert(
    numberOf(Visibility::Public) == 0 && numberOf(Visibility::Private) == 1 && numberOf(Visibility::Internal) == 2);
static_assert(numberOf(DeliveryState::Received) == 0 && numberOf(DeliveryState::Queued) == 1
    && numberOf(DeliveryState::Sending) == 2 && numberOf(DeliveryState::Sent) == 3
    && numberOf(DeliveryState::Delivered) == 4 && numberOf(DeliveryState::Read) == 5
    && numberOf(DeliveryState::Failed) == 6 && numberOf(DeliveryState::Held) == 7);
static_assert(numberOf(Attachment::State::Remote) == 0 && numberOf(Attachment::State::Stored) == 1
    && numberOf(Attachment::State::TooLarge) == 2 && numberOf(Attachment::State::Failed) == 3);
static_assert(numberOf(OutboxState::Queued) == 0 && numberOf(OutboxState::Sending) == 1
    && numberOf(OutboxState::Sent) == 2 && numberOf(OutboxState::Held) == 3 && numberOf(OutboxState::Failed) == 4);
static_assert(numberOf(HeldReason::None) == 0 && numberOf(HeldReason::ThreadMovedOn) == 1
    && numberOf(HeldReason::MayHaveArrived) == 2 && numberOf(HeldReason::AccountRefused) == 3);
static_assert(numberOf(AccountState::Offline) == 0 && numberOf(AccountState::Degraded) == 4);

} // namespace parley::storage
