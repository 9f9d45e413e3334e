// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/batch.h"
#include "models/changes.h"
#include "models/command.h"
#include "models/result.h"
#include "models/time.h"
#include "storage/cache_key.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace parley::storage {

class Database;

/// The one writer of the cache. Lives on the engine's thread; every function is one transaction (or none) and returns
/// what it changed only after the commit. An error means that nothing was changed.
class Store
{
public:
    /// Opens or creates the cache, bringing an older file up to date.
    /// \return Error{Storage} whose words tell the agent which of these it is: made by a newer Parley, not a Parley
    ///         cache, wrong key, in use by another Parley, folder read-only, disk full, damaged (try `parley doctor`)
    static Result<std::unique_ptr<Store>> open(const QString &path, const CacheKey &key, const Clock &clock);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    // accounts
    Result<AccountId> addAccount(const Account &account); ///< Rejected when the name is taken
    Result<Changes> removeAccount(AccountId account); ///< with all its conversations; the key store is the caller's
    Result<QList<Account>> accounts();
    Result<Changes> setAccountStatus(AccountId account, const AccountStatus &status);
    Result<void> setCapabilities(AccountId account, const Capabilities &capabilities);

    // what comes in
    Result<QByteArray> cursor(AccountId account); ///< empty: never pulled
    /// Rows and cursor in one transaction; idempotent by (account, remote id).
    Result<Changes> ingest(AccountId account, const Batch &batch);
    /// Forgets the cursor so that the next pull starts over; nothing stored is lost or doubled.
    Result<void> resetCursor(AccountId account);

    // what goes out
    struct Submitted {
        OutboxId outbox;
        MessageId message; ///< of a reply or note
        Changes changes;
    };
    /// The action and its optimistic effect in one transaction. Where the platform has no such field
    /// (Capabilities::ownsTickets, ownsNotes) the row is settled (Sent) at once. Rejected, with words, for a ticket
    /// that does not exist, an empty text, an unanswerable conversation.
    Result<Submitted> submit(const CommandRequest &request);
    /// The oldest row of the account that may go now: queued, due at \a now, and first of its conversation. Rows behind
    /// a held or failed one of the same conversation wait.
    struct Outgoing {
        OutboxId id;
        ConversationId conversation;
        int attempts = 0;
        PushRequest request;
        MessageId message{}; ///< that it carries; invalid: none
    };
    Result<std::optional<Outgoing>> nextToPush(AccountId account, Timestamp now);
    Result<std::optional<Timestamp>> nextAttempt(AccountId account); ///< of the earliest row not yet due
    /// Checks that the thread has not moved on, then marks the row as leaving. On disk before the first byte leaves.
    /// \return false: it was held (ThreadMovedOn) instead; the changes tell
    struct Departure {
        bool mayLeave = false;
        Changes changes;
    };
    Result<Departure> markSending(OutboxId row);
    /// One more part of a long text has arrived, with others still to go: from now on the row leaves without it.
    Result<Changes> markPartSent(OutboxId row, const PushReceipt &receipt);
    Result<Changes> markSent(OutboxId row, const PushReceipt &receipt);
    /// \param page  what a person must open before it can go (Error::page)
    Result<Changes> retryLater(OutboxId row, Timestamp at, const QString &why, const QString &page = {});
    /// The platform says for certain that nothing of it arrived but the parts recorded: back to Queued, as though it
    /// had never left.
    Result<Changes> markNotSent(OutboxId row);
    Result<Changes> hold(OutboxId row, HeldReason reason, const QString &why);
    Result<Changes> fail(OutboxId row, const QString &why); ///< undoes an optimistic field change
    /// Rows found in Sending when the program starts: how each goes on is the pusher's decision.
    Result<QList<Outgoing>> interrupted(AccountId account);
    /// A queued row that waits for its time may go now; nothing where it is not one any more.
    Result<Changes> makeDue(OutboxId row);
    Result<Changes> requeue(OutboxId row); ///< back to Queued, due now. Held rows: "send anyway"
    /// Takes an unsent row back with its effect. Rejected when it is being sent or was sent.
    Result<Changes> discard(OutboxId row);
    Result<Changes> editHeld(OutboxId row, const QString &text); ///< new text, seen up to now, queued again

    // what only this agent sees
    Result<Changes> markSeen(TicketId ticket);
    Result<Changes> markUnread(TicketId ticket);
    /// A ticket keeps one draft of a reply and one of a note. Empty text: no draft.
    /// \param privately  it is to answer a comment in private
    Result<Changes> saveDraft(TicketId ticket, const QString &text, bool isNote, bool privately = false);
    /// What is attached to the draft of a reply, all of it, in order. Those kept already are not written again.
    Result<Changes> saveDraftFiles(TicketId ticket, const QList<OutgoingAttachment> &files);
    Result<Changes> wakeSnoozed(Timestamp now); ///< tickets whose time has come open again
    Result<std::optional<Timestamp>> nextWake();

    // people
    /// The two are one person: \a from's addresses and conversations become \a into's. Rejected, with words, where one
    /// is not known or both are the same.
    Result<Changes> mergeContacts(ContactId from, ContactId into);
    /// They are two after all: \a merged comes back as they were, with their addresses and all that came in under
    /// these since.
    Result<Changes> unmergeContact(ContactId merged);

    Result<Changes> setContactNote(ContactId contact, const QString &note); ///< the team's words; empty: none

    // outages
    Result<void> beginOutage(AccountId account, Timestamp since); ///< nothing where one is under way
    Result<void> endOutage(AccountId account, Timestamp until); ///< nothing where none is

    /// Forgets rows that were sent more than \a kKeepSent ago; at most some thousands a call.
    /// \return how many
    static constexpr std::chrono::hours kKeepSent{30 * 24};
    Result<int> pruneOutbox();

    // attachments
    struct Download {
        AttachmentId id;
        MessageId message;
        QString remoteRef;
        qint64 size = 0;
    };
    /// Not yet fetched and within the bound, newest first.
    Result<QList<Download>> downloads(AccountId account, int limit);
    Result<std::optional<Download>> download(AttachmentId attachment);
    Result<Changes> storeAttachment(AttachmentId attachment, const QByteArray &content);
    Result<Changes> failAttachment(AttachmentId attachment, const QString &why);

    // care
    /// Brings the text index up to date with what bulk ingests left behind; at most \a limit messages a call.
    /// \return how many are still behind
    Result<int> indexPending(int limit);
    Result<void> checkpoint();
    Result<QStringList> checkIntegrity(); ///< empty: sound

private:
    explicit Store(std::unique_ptr<Database> database, const Clock &clock);
    struct Private;
    std::unique_ptr<Private> d;
};

/// Copies whatever can still be read of a damaged cache into a new file at the same path; the damaged one is kept
/// beside it as NAME.damaged-<time>. Cursors are dropped, so that the platforms fill the holes.
struct RepairReport {
    qint64 kept = 0; ///< rows
    qint64 lost = 0; ///< rows known to be unreadable
    QString damagedCopy; ///< path
};
Result<RepairReport> repair(const QString &path, const CacheKey &key, const Clock &clock);

} // namespace parley::storage
