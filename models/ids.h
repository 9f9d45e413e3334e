// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QtGlobal>

#include <compare>

namespace parley {

/// A row's number in the local cache. Each kind of row has a type of its own, so that a ticket's number cannot be
/// passed where a message's is meant. 0 stands for "none".
template <typename Tag>
struct Id {
    qint64 value = 0;

    [[nodiscard]] constexpr bool isValid() const { return value != 0; }
    friend constexpr auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using AccountId = Id<struct AccountTag>;
using ContactId = Id<struct ContactTag>;
using ConversationId = Id<struct ConversationTag>;
using TicketId = Id<struct TicketTag>;
/// Chronological: built from the message's time, see storage/messages.h. Fits in 53 bits, so JSON readers keep it
/// whole.
using MessageId = Id<struct MessageTag>;
using AttachmentId = Id<struct AttachmentTag>;
using OutboxId = Id<struct OutboxTag>;
using RawId = Id<struct RawTag>;

} // namespace parley
