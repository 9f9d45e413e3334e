// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <limits>

namespace parley {

/// What the agent may do on a platform. Everybody outside a platform's folder asks this, never the platform's name.
struct Capabilities {
    enum class TextUnit { Utf16Units, CodePoints, Bytes };
    /// How a send whose answer was lost is settled.
    enum class Idempotency {
        ByClientId, ///< the platform drops a second request with the same client id: resend freely
        ByReadingBack, ///< Platform::findSent() can tell for certain that it arrived
        None, ///< nobody can tell: the row is held and the agent asked
    };

    int textLimit = std::numeric_limits<int>::max(); ///< longest text of one message, in textUnit
    TextUnit textUnit = TextUnit::Utf16Units;
    int captionLimit = std::numeric_limits<int>::max(); ///< longest text beside an attachment, in textUnit
    qint64 attachmentLimit = 0; ///< bytes of one outgoing attachment; 0: none can be sent
    int attachmentsPerMessage = 1;
    Idempotency idempotency = Idempotency::None;
    std::chrono::milliseconds typingRenewal{0}; ///< send "typing" again after this; 0: the platform has no typing lamp
    std::chrono::hours replyWindow{0}; ///< how long after the customer's last message we may write; 0: for ever
    bool canQuote = false; ///< a reply may point at one message
    bool canEdit = false; ///< own messages
    bool canDelete = false; ///< own messages
    bool canMarkRead = false; ///< the customer sees that it was read
    bool canReplyPrivately = false; ///< a public comment can be answered in a private thread
    bool hasSubject = false;
    bool ownsTickets = false; ///< status, assignee and tags live on the server and its values win
    bool ownsNotes = false; ///< notes for the team are kept on the server

    friend bool operator==(const Capabilities &, const Capabilities &) = default;
};

} // namespace parley
