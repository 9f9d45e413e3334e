// SPDX-License-Identifier: GPL-3.0-or-later
// What a message does to its conversation's tickets. Pure: works on rows read before, writes nothing.
#pragma once

#include "models/message.h"
#include "storage/conversations.h"
#include "storage/tickets.h"

namespace parley::storage {

/// A conversation while a batch goes through it.
struct Thread {
    conversations::Conversation conversation;
    QList<tickets::State> tickets; ///< oldest first
    bool moved = false; ///< something came that a waiting reply did not know of
};

struct Arrival {
    MessageId id;
    const Message *message = nullptr;
    Timestamp now{};
    bool backfill = false;
    bool serverOwnsTickets = false; ///< Capabilities::ownsTickets: one ticket a conversation, the server opens it again
};

/// Does it ask for an answer, does it give one?
[[nodiscard]] bool asks(const Message &message);
[[nodiscard]] bool answers(const Message &message);
/// Does a reply written before it ask again before it leaves? The customer wrote, or a colleague answered.
[[nodiscard]] bool movesThreadOn(const Message &message);

/// The ticket that the message belongs to: an old one, one opened again, or a new one with \a newId.
/// \return its place in thread.tickets
[[nodiscard]] qsizetype place(Thread &thread, const Arrival &arrival, TicketId newId);
/// What its coming changes of the ticket: unread, unanswered, order, snippet.
void land(tickets::State &state, const Arrival &arrival);

/// A time that cannot be true (more than a day ahead) would stand on top of every list for ever.
[[nodiscard]] Timestamp believable(Timestamp time, Timestamp now);

} // namespace parley::storage
