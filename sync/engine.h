// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/account.h"
#include "models/batch.h"
#include "models/changes.h"
#include "models/command.h"
#include "models/result.h"
#include "storage/cache_key.h"

#include <QFuture>
#include <QMap>
#include <QObject>
#include <QThread>
#include <QUrl>

#include <functional>
#include <memory>
#include <vector>

namespace parley::storage {
class SecretStore;
}
namespace parley::platforms {
struct Entry;
}

namespace parley::sync {

class Scheduler;

/// How the engine is set up. Platforms come as a list so that sync can be tested with one that only exists in a test.
struct EngineConfig {
    QString cachePath;
    storage::CacheKey key;
    std::shared_ptr<storage::SecretStore> secrets;
    bool offline = false; ///< --offline: the cache works, nothing is sent or fetched
    bool listen = true; ///< false: pull until nothing is left, push until nothing is left, then idle() (sync --once)
    QString onlyAccount; ///< --account; empty: all
    std::shared_ptr<const Clock> clock; ///< null: the system's
    const std::vector<platforms::Entry> *platforms = nullptr; ///< null: platforms::registry(); outlives the engine
    std::shared_ptr<Scheduler> scheduler; ///< null: the system's timers
    std::function<double()> random; ///< 0 up to 1, for the backoff's jitter; null: the system's
    bool watchNetwork = true; ///< ask the system to tell when the network changes
};

/// A new account as the set-up dialog or the command line gives it.
struct AccountDraft {
    Account account;
    QByteArray secret;
    QMap<QString, QByteArray> furtherSecrets{}; ///< by SecretField::key
};

/// A typing lamp or the like, with our own ids.
struct LiveNews {
    LiveEvent event;
    AccountId account;
    ConversationId conversation;
    TicketId ticket; ///< the conversation's newest
};

/// Keeps the cache and the platforms in step on a thread of its own. All functions may be called from any thread and
/// return at once; signals are emitted on the engine's thread after the commit, so connect with a context object.
class Engine : public QObject
{
    Q_OBJECT
public:
    explicit Engine(EngineConfig config, QObject *parent = nullptr);
    ~Engine() override; ///< stop()

    /// Opens the cache and begins. An Error{Storage} carries the words for the agent.
    QFuture<Result<void>> start();
    /// Ends all connections, commits what is under way and joins the thread. Blocks, at most some seconds.
    void stop();

    /// Checks the settings and the secret with the platform, then stores both. Rejected and Unauthorized carry words.
    QFuture<Result<AccountId>> addAccount(AccountDraft draft);
    QFuture<Result<void>> removeAccount(AccountId account); ///< with its secret and its conversations
    /// \param key  SecretField::key of a further secret; empty: the main one
    QFuture<Result<void>> replaceSecret(AccountId account, QByteArray secret, QString key = {});
    /// Has a person sign in on the platform's own page (PlatformInfo::browserSignIn).
    /// \param draft  of an account to be, or of one there is (its id is valid): then the further secrets that are not
    ///               given come from the key store. Name and secret are not looked at
    /// \param open  called with the page that the person must be shown, on the engine's thread
    /// \return the secret, of which nothing was kept. One at a time: the next call ends this one with Cancelled
    QFuture<Result<QByteArray>> signInByBrowser(AccountDraft draft, std::function<void(QUrl page)> open);
    void endBrowserSignIn(); ///< the person gave it up: it ends with Cancelled

    QFuture<Result<OutboxId>> submit(CommandRequest request);
    QFuture<Result<void>> retry(OutboxId row); ///< failed or held: send (anyway)
    QFuture<Result<void>> discard(OutboxId row);
    QFuture<Result<void>> editHeld(OutboxId row, QString text);

    void markSeen(TicketId ticket);
    /// The agent has this ticket open (invalid: none): where a platform does not tell of everything, it is looked at at
    /// once and again and again. Told on when the agent has stayed for a moment. Marks and assigns nothing.
    void setOpen(TicketId ticket);
    void markUnread(TicketId ticket); ///< on the platform too where Capabilities::sharesUnread
    /// \param privately  see Store::saveDraft
    QFuture<Result<void>> saveDraft(TicketId ticket, QString text, bool isNote, bool privately = false);
    QFuture<Result<void>> saveDraftFiles(TicketId ticket, QList<OutgoingAttachment> files); ///< see Store
    /// Renewed by the engine until off, sent, or 30 s without a call.
    /// \param privately  a private answer to a comment is being written; a public comment lights no lamp
    void typing(TicketId ticket, bool on, bool privately = false);
    QFuture<Result<void>> mergeContacts(ContactId from, ContactId into); ///< see Store::mergeContacts
    QFuture<Result<void>> unmergeContact(ContactId merged);
    QFuture<Result<void>> setContactNote(ContactId contact, QString note); ///< see Store::setContactNote
    void fetchAttachment(AttachmentId attachment);

    void setOnline(bool online); ///< the agent's switch, and the system's word on the network
    void wake(); ///< resumed from sleep, network changed: try everything at once
    void syncNow();

    struct Totals { ///< since start()
        int pulled = 0; ///< messages
        int pushed = 0;
        int held = 0;
        int failed = 0;
    };
    [[nodiscard]] QFuture<Totals> totals();

Q_SIGNALS:
    void changed(const parley::Changes &changes);
    void accountStatusChanged(parley::AccountId account, const parley::AccountStatus &status);
    void live(const parley::sync::LiveNews &news);
    /// Attachments of a reply are on their way: bytes that have left, of how many. Some times a second at most.
    void uploading(parley::OutboxId row, parley::MessageId message, qint64 done, qint64 total);
    /// A row reached Sent, Held or Failed.
    void settled(parley::OutboxId row);
    /// Nothing is left to pull or push at this moment (also once after start where there is nothing to do).
    void idle();
    /// The cache can no longer be written (disk full, read-only): shown until it works again; nothing is fetched
    /// meanwhile.
    void storageTrouble(const parley::Error &error);
    void storageRecovered(); ///< it could be written again

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace parley::sync

Q_DECLARE_METATYPE(parley::Changes)
Q_DECLARE_METATYPE(parley::AccountStatus)
Q_DECLARE_METATYPE(parley::sync::LiveNews)
