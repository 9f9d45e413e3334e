// SPDX-License-Identifier: GPL-3.0-or-later
// What an agent can do. Every action is one of these: written to the cache with its optimistic effect, then carried to
// the platform. A new action is one struct here, one effect in storage/outbox, and one branch in each connector that
// supports it.
#pragma once

#include "models/ids.h"
#include "models/result.h"
#include "models/ticket.h"
#include "models/time.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <variant>

namespace parley {

struct OutgoingAttachment {
    QString name;
    QString type; ///< MIME type
    QByteArray content;
};

struct Reply {
    QString text;
    MessageId replyTo; ///< invalid: none
    bool privately = false; ///< a public comment answered in private
    QList<OutgoingAttachment> attachments;
};
struct Note {
    QString text;
};
struct SetStatus {
    TicketStatus status = TicketStatus::Open;
    std::optional<Timestamp> snoozedUntil; ///< Snoozed only
};
struct Assign {
    QString assignee; ///< empty: nobody
};
struct ChangeTags {
    QStringList add;
    QStringList remove;
};
struct SetPriority {
    Priority priority = Priority::Normal;
};
struct MarkAnswered { ///< "no answer needed"
};
struct MarkRead { ///< tell the customer that it was read; only where Capabilities::canMarkRead
};
struct MarkUnread { ///< where the platform keeps it for the whole team (Capabilities::sharesUnread)
};
struct AssignTeam {
    QString team; ///< Team::name; empty: none
};
/// The customer can no longer write, or can again; only where Capabilities::canMute. Muting resolves the ticket.
struct Mute {
    bool on = true;
};
struct RunMacro { ///< on the server; what it does there comes back as changes
    QString remoteId; ///< Macro::remoteId
    QString name; ///< for the outbox
};
struct EditMessage {
    MessageId message;
    QString text;
};
struct DeleteMessage {
    MessageId message;
};

using Command = std::variant<Reply, Note, SetStatus, Assign, ChangeTags, SetPriority, MarkAnswered, EditMessage,
    DeleteMessage, MarkRead, MarkUnread, AssignTeam, Mute, RunMacro>;

/// "reply", "note", "status", "assign", "tags", "priority", "answered", "edit", "delete", "read",
/// "unread", "team", "mute", "macro"
[[nodiscard]] QString kindOf(const Command &command);
/// Without the attachments' bytes: those are rows of their own.
[[nodiscard]] QJsonObject toJson(const Command &command);
[[nodiscard]] Result<Command> commandFrom(const QJsonObject &json);

/// An action on a ticket as the agent gives it.
struct CommandRequest {
    TicketId ticket;
    Command command;
    /// The last message the agent had on screen (replies). Invalid: everything in the cache at this moment. What comes
    /// after it before the reply leaves makes the reply held.
    MessageId seenUpTo;
};

enum class OutboxState { Queued, Sending, Sent, Held, Failed };
[[nodiscard]] QString toString(OutboxState state); ///< "queued" "sending" "sent" "held" "failed"

/// Why a row waits for the agent.
enum class HeldReason {
    None,
    ThreadMovedOn, ///< a colleague answered or the customer wrote after the agent's last look
    MayHaveArrived, ///< the answer was lost and the platform cannot tell whether it arrived
    AccountRefused, ///< the account's token is refused
};

/// A line of the outbox view and of `parley outbox`.
struct OutboxRow {
    OutboxId id;
    TicketId ticket;
    AccountId account;
    MessageId message; ///< the message it carries; invalid for field changes
    QString kind; ///< kindOf(command)
    OutboxState state = OutboxState::Queued;
    HeldReason heldReason = HeldReason::None;
    QString summary; ///< beginning of the text, or the change in words
    QString contactName;
    int attempts = 0;
    std::optional<Timestamp> nextAttempt;
    QString error; ///< what happened, for the agent; empty: nothing
    Timestamp created{};
    QString page{}; ///< https page the agent must open before it can go (Error::page); empty: none
};

struct PushReceipt;

/// What a connector gets to send: everything it needs, since it sees no database.
struct PushRequest {
    QString clientId; ///< UUID of the outbox row; the idempotency key where the platform has one
    Command command;
    Timestamp created{};
    /// Of the conversation; for what concerns a private message that continues a comment's conversation (mark read,
    /// edit, delete): the private thread's own.
    QString conversationRemoteId;
    ConversationKind conversationKind = ConversationKind::DirectChat;
    QString subject;
    QJsonObject conversationExtra; ///< RemoteConversation::extra
    QString contactRemoteId;
    QString targetRemoteId; ///< remote id of the message replied to, edited or deleted; empty: none
    /// Deletions: further remote ids of the same message (PushReceipt::furtherRemoteIds), oldest first. All of them go;
    /// one that is not there any more is no error.
    QStringList furtherRemoteIds{};
    QString lastInboundRemoteId;
    QJsonObject lastInboundExtra; ///< RemoteMessage::extra of the message replied to, else of the last inbound one
    std::optional<Timestamp> firstAttempt; ///< unset: this is the first
    int part = 0; ///< a long text goes in parts; the first that was not yet sent
    /// To be called after each part but the last has arrived, with its receipt: it is in the cache when this returns,
    /// so that after a crash only the parts that follow leave. Null: nobody wants to know.
    std::function<void(const PushReceipt &)> partSent;
    /// To be called while attachments travel: bytes of all of them that have left, of how many. As often as the
    /// connector likes; from the engine's thread. Null: nobody looks.
    std::function<void(qint64 done, qint64 total)> progress;
};

/// What the platform made of a send.
struct PushReceipt {
    QString remoteId; ///< of the new message; empty for field changes and local ones
    QStringList furtherRemoteIds; ///< more ids of the same text: parts of a long text, pictures of an album
    std::optional<Timestamp> time; ///< the platform's own time of it
    QJsonObject extra; ///< kept as the message's extra
    QString newConversationRemoteId{}; ///< the platform moved the thread (a group upgraded); empty: no
    /// The private thread into which a reply to a public comment went. What follows in it continues the comment's
    /// conversation; empty: no
    QString privateConversationRemoteId{};
};

} // namespace parley
