// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ids.h"
#include "models/time.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace parley {

enum class ConversationKind { DirectChat, GroupChat, MailThread, Comments, Review };
enum class TicketStatus { Open, Pending, Snoozed, Resolved };
enum class Priority { Low, Normal, High, Urgent };

/// A message after this long in a resolved ticket starts a new one; sooner it reopens the old one.
inline constexpr std::chrono::hours kReopenWindow{72};

/// A case within a conversation.
struct Ticket {
    TicketId id;
    ConversationId conversation;
    AccountId account;
    ContactId contact;
    QString subject;
    TicketStatus status = TicketStatus::Open;
    Priority priority = Priority::Normal;
    QString assignee; ///< empty: nobody; kMe: this agent
    QString team; ///< empty: none
    QStringList tags; ///< sorted
    bool muted = false; ///< the customer is kept from writing
    int rating = 0; ///< what the customer gave for the answers, 1 to 5; 0: nothing yet
    QString language; ///< ISO 639-1 of what the customer writes; empty: not known yet
    bool unanswered = false; ///< the last public inbound message has no public answer. A fact of the ticket
    bool unread = false; ///< something came in since this agent looked. Private, changes nothing else
    std::optional<Timestamp> waitingSince; ///< when the oldest unanswered message came
    std::optional<Timestamp> snoozedUntil;
    Timestamp created{};
    Timestamp updated{}; ///< the last message or change; the list's order
};

/// How this agent is written in Ticket::assignee and in queries (assignee:me).
inline const QString kMe = QStringLiteral("me");

/// A line of the ticket list: a ticket with what is shown beside it, read in one query.
struct TicketRow {
    Ticket ticket;
    QString contactName;
    QString accountName;
    QString platform; ///< PlatformInfo::id, for the mark only
    ConversationKind kind = ConversationKind::DirectChat;
    QString snippet; ///< the last message's beginning, one line
    bool snippetIsOurs = false;
    QString draft; ///< beginning of an unsent draft; empty: none
    int messages = 0;
    int queued = 0; ///< outbox rows not yet settled
    int held = 0;
    int failed = 0;
    QString session{}; ///< a signed-out visitor's remote id (Contact::anonymous); empty: the customer has an account
};

[[nodiscard]] QString toString(
    TicketStatus status); ///< "open" "pending" "snoozed" "resolved": JSON, queries, the cache
[[nodiscard]] QString toString(Priority priority); ///< "low" "normal" "high" "urgent"
[[nodiscard]] std::optional<TicketStatus> ticketStatusFrom(QStringView word);
[[nodiscard]] std::optional<Priority> priorityFrom(QStringView word);

} // namespace parley
