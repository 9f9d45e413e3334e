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
        ByClientId, ///< the platform drops a second request with the same client id: resend freely (clientIdLasts)
        ByReadingBack, ///< Platform::findSent() can tell for certain that it arrived
        None, ///< nobody can tell: the row is held and the agent asked
    };

    int textLimit = std::numeric_limits<int>::max(); ///< longest text of one message, in textUnit
    TextUnit textUnit = TextUnit::Utf16Units;
    int captionLimit = std::numeric_limits<int>::max(); ///< longest text beside an attachment, in textUnit
    qint64 attachmentLimit = 0; ///< bytes of one outgoing attachment; 0: none can be sent
    int attachmentsPerMessage = 1;
    Idempotency idempotency = Idempotency::None;
    /// ByClientId only: how long after the first attempt the platform still knows the client id. Later the row is
    /// settled as with ByReadingBack. 0: for ever
    std::chrono::minutes clientIdLasts{0};
    std::chrono::milliseconds typingRenewal{0}; ///< send "typing" again after this; 0: the platform has no typing lamp
    std::chrono::hours replyWindow{0}; ///< how long after the customer's last message we may write; 0: for ever
    bool canQuote = false; ///< a reply may point at one message
    bool canEdit = false; ///< own private messages
    bool canDelete = false; ///< own private messages
    bool canEditPublic = false; ///< own comments
    bool canDeletePublic = false; ///< own comments
    bool canMarkRead = false; ///< the customer sees that it was read
    bool canReplyPrivately = false; ///< a public comment can be answered in a private thread
    bool hasSubject = false;
    bool ownsTickets = false; ///< status, assignee and tags live on the server and its values win
    bool sharesAnswered = false; ///< "no answer needed" is kept there too, where colleagues with other tools see it
    bool sharesPriority = false; ///< likewise the mark "important" (High and above)
    bool sharesUnread = false; ///< "unread" is one mark for the whole team, kept there; marking read marks it for all
    bool hasTeams = false; ///< a ticket may belong to a team
    bool canMute = false; ///< a customer can be kept from writing
    bool ownsNotes = false; ///< notes for the team are kept on the server

    friend bool operator==(const Capabilities &, const Capabilities &) = default;
};

} // namespace parley
