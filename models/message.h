// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ids.h"
#include "models/time.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace parley {

enum class Direction { In, Out };
enum class MessageKind {
    Message,
    Note, ///< for the team only
    Event, ///< a system line: "blocked the bot", "call missed"
    Unsupported, ///< something the connector could not read; the raw payload is kept
};
enum class Visibility {
    Public, ///< everybody can read it (comments, reviews)
    Private, ///< between the customer and us
    Internal, ///< the team only
};
enum class DeliveryState { Received, Queued, Sending, Sent, Delivered, Read, Failed, Held };

struct Attachment {
    enum class State {
        Remote, ///< known, not fetched
        Stored, ///< its bytes are in the cache
        TooLarge, ///< over the bound; fetched only when asked for
        Failed,
    };

    AttachmentId id;
    QString name; ///< from outside: for display, never a path. models/file_name.h makes it safe to save under
    QString type; ///< MIME type
    qint64 size = 0; ///< bytes; 0: not known
    State state = State::Remote;
};

struct Message {
    MessageId id;
    ConversationId conversation;
    TicketId ticket;
    QString remoteId; ///< the platform's id, unique per account; empty until it was sent
    Direction direction = Direction::In;
    MessageKind kind = MessageKind::Message;
    Visibility visibility = Visibility::Private;
    DeliveryState state = DeliveryState::Received;
    QString author; ///< name as shown
    QString text; ///< plain; for HTML messages the readable text
    QString html; ///< sanitized by the connector; empty for plain messages
    QString subject; ///< mail; empty elsewhere
    QString language; ///< ISO 639-1 as detected; empty: not known
    Timestamp time{};
    std::optional<Timestamp> edited;
    bool deleted = false; ///< deleted by its author; the text is kept and shown struck through
    bool automatic = false; ///< auto-reply, bounce, service line: asks for no answer
    MessageId replyTo; ///< invalid: none, or not in the cache
    QString replyToText; ///< beginning of the quoted message, as far as known
    QString error; ///< why it failed or is held, for the agent
    OutboxId outbox; ///< the row that carries it, while it is unsettled
    RawId raw; ///< the payload kept for an Unsupported message
    int revision = 0; ///< grows with each change: what a painter may cache by
    QList<Attachment> attachments;
};

[[nodiscard]] QString toString(Direction direction); ///< "in" "out"
[[nodiscard]] QString toString(MessageKind kind); ///< "message" "note" "event" "unsupported"
[[nodiscard]] QString toString(Visibility visibility); ///< "public" "private" "internal"
[[nodiscard]] QString toString(
    DeliveryState state); ///< "received" "queued" "sending" "sent" "delivered" "read" "failed" "held"

} // namespace parley
