// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ids.h"

#include <QSet>

namespace parley {

/// The rows that a committed transaction touched. Item models refresh just these.
struct Changes {
    QSet<TicketId> tickets;
    QSet<ConversationId> conversations; ///< messages came, changed or went in these
    QSet<MessageId> messages; ///< new or changed
    QSet<AccountId> accounts;
    QSet<OutboxId> outbox;
    QSet<MessageId> arrived; ///< the inbound ones among messages that a person should be told of
    QSet<AccountId> workspaces; ///< what their teams share (models/workspace.h) is another
    bool counts = false; ///< a badge in the sidebar may differ

    void add(const Changes &other)
    {
        tickets |= other.tickets;
        conversations |= other.conversations;
        messages |= other.messages;
        accounts |= other.accounts;
        outbox |= other.outbox;
        arrived |= other.arrived;
        workspaces |= other.workspaces;
        counts = counts || other.counts;
    }
    [[nodiscard]] bool isEmpty() const
    {
        return tickets.isEmpty() && conversations.isEmpty() && messages.isEmpty() && accounts.isEmpty()
            && outbox.isEmpty() && workspaces.isEmpty() && !counts;
    }
};

} // namespace parley
