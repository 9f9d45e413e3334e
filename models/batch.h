// SPDX-License-Identifier: GPL-3.0-or-later
// What a platform hands over: one page of what happened there. storage takes it in one transaction with its cursor.
#pragma once

#include "models/conversation_context.h"
#include "models/message.h"
#include "models/ticket.h"
#include "models/time.h"
#include "models/workspace.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace parley {

struct RemoteContact {
    QString remoteId; ///< unique per account
    QString name;
    QString handle;
    QString language; ///< as the platform says; empty: not told
    bool anonymous = false; ///< a signed-out visitor: no account behind it, the id is of a session
    /// What the platform keeps about the person beside the name: phone, company, the team's own fields. Unset: not told
    std::optional<QList<ConversationContext::Fact>> attributes{};
};

struct RemoteConversation {
    QString remoteId; ///< unique per account
    ConversationKind kind = ConversationKind::DirectChat;
    QString subject;
    QString contactRemoteId; ///< the customer; empty for a group without one
    bool canReply = true; ///< false: the customer blocked us, the group is gone, …
    QString cannotReplyWhy; ///< translated, for the composer
    ConversationContext context; ///< empty: what is known stays
    QJsonObject extra{}; ///< the connector's own notes, given back with every PushRequest; others never look inside
};

struct RemoteAttachment {
    QString remoteRef; ///< what Platform::download() needs; the connector's own form
    QString name;
    QString type;
    qint64 size = 0; ///< bytes; 0: not told
    QByteArray content; ///< where the platform sent it along (mail); else empty and fetched by remoteRef
};

/// A message as it is now. Coming again with a later \c edited it replaces the text; the same or an older one changes
/// nothing. Batches may hold it twice and in any order.
struct RemoteMessage {
    QString remoteId; ///< unique per account
    QString conversationRemoteId;
    QString authorRemoteId; ///< the contact's remote id for inbound; may be empty for outbound
    QString authorName;
    Direction direction = Direction::In;
    MessageKind kind = MessageKind::Message;
    Visibility visibility = Visibility::Private;
    DeliveryState state = DeliveryState::Received; ///< outbound: Sent, Delivered or Read
    QString text;
    QString html; ///< sanitized
    QString subject;
    Timestamp time{};
    std::optional<Timestamp> edited;
    bool automatic = false;
    bool history = false; ///< like Batch::backfill, of this message alone: it comes late, beside what is new
    QString replyToRemoteId;
    QString replyToText;
    QString clientId; ///< our own send coming back: PushRequest::clientId; the outbox row is then settled by it
    QJsonObject extra; ///< given back when this message is answered (mail: Message-ID, References, addresses)
    QList<RemoteAttachment> attachments;
    QByteArray raw; ///< only for MessageKind::Unsupported: the payload as it came
};

struct RemoteDeletion {
    QString conversationRemoteId;
    QString messageRemoteId; ///< may be unknown yet: the message then arrives deleted
};

/// Our messages in a conversation up to and including one have reached a state.
struct RemoteReceipt {
    QString conversationRemoteId;
    QString upToRemoteId;
    DeliveryState state = DeliveryState::Delivered;
};

/// What could not be understood, kept whole. It is shown to the agent under its account.
struct RawPayload {
    QString remoteId; ///< unique per account: taking the same one twice keeps one
    QByteArray payload;
    QString mediaType; ///< "application/json", "message/rfc822"
    QString reason; ///< why it was not understood, for the log and the viewer
};

/// The fields of a ticket that live on the platform (Capabilities::ownsTickets, sharesAnswered, sharesPriority).
/// Unset: not told.
struct RemoteTicketFields {
    QString conversationRemoteId;
    std::optional<TicketStatus> status;
    std::optional<bool> answered; ///< a colleague said so in another tool, or took it back
    std::optional<Timestamp> snoozedUntil;
    std::optional<QString> assignee;
    std::optional<Priority> priority;
    std::optional<QStringList> tags;
    std::optional<QString> team; ///< empty: none
    std::optional<bool> muted;
    std::optional<int> rating; ///< 1 to 5
    std::optional<bool> unread; ///< only where Capabilities::sharesUnread
};

struct Batch {
    QList<RemoteContact> contacts;
    QList<RemoteConversation> conversations;
    QList<RemoteMessage> messages;
    QList<RemoteDeletion> deletions;
    QList<RemoteReceipt> receipts;
    QList<RemoteTicketFields> tickets;
    QList<RawPayload> raw;
    Workspace workspace; ///< what the team shares there, as far as it was read
    QByteArray nextCursor; ///< committed with the rows; empty: the cursor stays as it was
    bool more = false; ///< call pull() again at once
    bool backfill = false; ///< older history: no notification, reopens nothing
    /// All conversations are here, not yet all that was ever said in them. With more unset: listen() brings it between
    /// the events, and who does not listen asks Platform::pullOlder() for it.
    bool olderWaits = false;
    int fillDone = 0; ///< progress of a first fill or, with olderWaits, of what waits; fillTotal 0: none under way
    int fillTotal = 0;
    bool countsConversations = false; ///< fillDone and fillTotal are conversations; else they are messages

    [[nodiscard]] bool isEmpty() const
    {
        return contacts.isEmpty() && conversations.isEmpty() && messages.isEmpty() && deletions.isEmpty()
            && receipts.isEmpty() && tickets.isEmpty() && raw.isEmpty() && workspace.isEmpty();
    }
};

/// Something of the moment, never stored.
struct LiveEvent {
    enum class Kind { Typing, StoppedTyping, Presence };
    Kind kind = Kind::Typing;
    QString conversationRemoteId;
    QString author;
    bool byColleague = false; ///< another agent, not the customer
    std::optional<Timestamp> until; ///< the lamp goes off by itself then
};

} // namespace parley
