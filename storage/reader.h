// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/command.h"
#include "models/contact.h"
#include "models/conversation_context.h"
#include "models/message.h"
#include "models/query.h"
#include "models/result.h"
#include "models/ticket.h"
#include "models/workspace.h"
#include "storage/cache_key.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace parley::storage {

class Database;

/// The views of the sidebar. Their counts are kept by the cache, never counted.
enum class View { NeedsAnswer, Mine, Unassigned, WaitingForCustomer, Snoozed, AllOpen, Resolved };

/// Which tickets a list shows: a view, or a query.
struct TicketFilter {
    View view = View::AllOpen;
    std::optional<Query> query; ///< set: the view is not used
    Timestamp now{}; ///< what relative terms of the query are counted from
};

/// A read-only connection: one per thread (the window's, the search worker's, the command line's). Sees the last
/// commit. No function's cost grows with the number of tickets or messages cached, except as noted.
class Reader
{
public:
    static Result<std::unique_ptr<Reader>> open(const QString &path, const CacheKey &key);
    ~Reader();
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;

    // tickets, newest first by (updated, id)
    /// \param after  the last row shown; nullopt: from the top
    Result<QList<TicketRow>> tickets(const TicketFilter &filter, const std::optional<TicketRow> &after, int limit);
    Result<std::optional<TicketRow>> ticket(TicketId id);
    /// Does this ticket stand in the list? What a model asks when told that it changed.
    Result<bool> matches(const TicketFilter &filter, TicketId id);
    Result<int> count(View view);

    // a conversation, oldest last
    /// \param before  the oldest message shown; invalid: from the newest
    Result<QList<Message>> messagesBefore(ConversationId conversation, MessageId before, int limit);
    Result<QList<Message>> messagesAfter(ConversationId conversation, MessageId after, int limit);
    Result<std::optional<Message>> message(MessageId id);
    Result<QList<Ticket>> ticketsOf(ConversationId conversation); ///< its cases, oldest first
    Result<QList<TicketRow>> ticketsOfContact(ContactId contact, int limit); ///< newest first
    struct ConversationInfo {
        ConversationId id;
        AccountId account;
        ConversationKind kind = ConversationKind::DirectChat;
        QString remoteId;
        QString subject;
        bool canReply = true;
        QString cannotReplyWhy;
        ConversationContext context{}; ///< the card above it
        QJsonObject extra{}; ///< the connector's own
        /// The private thread in which this comment's conversation goes on (PushReceipt::privateConversationRemoteId);
        /// empty: nobody was answered privately yet.
        QString privateRemoteId{};
        bool canReplyPrivately = true; ///< false: that thread cannot be written to
        QString cannotReplyPrivatelyWhy{};
    };
    Result<std::optional<ConversationInfo>> conversation(ConversationId id);
    Result<std::optional<ConversationId>> conversationByRemoteId(AccountId account, const QString &remoteId);
    /// Where what happens there at this moment belongs: the comment's conversation that it continues, else its own.
    Result<std::optional<ConversationId>> currentConversation(AccountId account, const QString &remoteId);
    Result<std::optional<TicketId>> currentTicket(ConversationId conversation); ///< the newest case

    Result<std::optional<Contact>> contact(ContactId id);
    /// People by name.
    /// \param text  words of the name or an address, the last may be unfinished; empty: everybody
    Result<QList<Contact>> contacts(const QString &text, int limit);
    struct Draft {
        QString text;
        bool isNote = false;
        bool privately = false; ///< to answer a comment in private
    };
    Result<Draft> draft(TicketId ticket); ///< the one that was saved last; empty where there is none
    Result<Draft> draft(TicketId ticket, bool isNote);
    Result<QList<OutgoingAttachment>> draftFiles(TicketId ticket); ///< of the reply's draft
    Result<QByteArray> attachment(AttachmentId id); ///< NotFound while it is not stored

    // accounts and outbox
    Result<Workspace> workspace(AccountId account); ///< what its team shares; lists that were never read are unset
    Result<QList<Account>> accounts();
    Result<AccountStatus> accountStatus(AccountId account);
    /// How long the account's platform did not answer between the two moments: waiting clocks are marked with it.
    Result<std::chrono::milliseconds> outageTime(AccountId account, Timestamp from, Timestamp to);
    Result<QList<OutboxRow>> outbox(int limit); ///< unsettled rows, oldest first
    Result<std::optional<OutboxRow>> outboxRow(OutboxId id); ///< settled ones too
    Result<int> waitingReplies(AccountId account); ///< queued, or leaving
    struct OutboxCounts {
        int queued = 0; ///< and sending
        int held = 0;
        int failed = 0;
    };
    Result<OutboxCounts> outboxCounts();

    // what was not understood
    struct RawRow {
        RawId id;
        AccountId account;
        QString remoteId;
        QString mediaType;
        QString reason;
        Timestamp received{};
        QByteArray payload;
    };
    Result<QList<RawRow>> rawPayloads(int limit); ///< newest first, payloads left out
    Result<std::optional<RawRow>> rawPayload(RawId id);

    // search
    struct Hit {
        MessageId message;
        TicketId ticket;
        QString snippet; ///< around the first hit, one line
    };
    /// Messages with all words of the query, newest first. Interruptible.
    Result<QList<Hit>> search(const Query &query, MessageId before, int limit);
    void interrupt(); ///< from any thread: the running call returns Error{Cancelled}

    /// Exports and statistics walk everything: not for the ui thread.
    Result<qint64> countTickets(const TicketFilter &filter);

private:
    explicit Reader(std::unique_ptr<Database> database);
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace parley::storage
