// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/reader.h"
#include "storage/store.h"
#include "sync/account_sync.h"
#include "sync/answer.h"
#include "sync/engine.h"
#include "sync/host.h"
#include "sync/index_worker.h"
#include "sync/resume_watch.h"
#include "sync/secret_access.h"
#include "sync/sleeper.h"
#include "sync/snooze_timer.h"

#include <QCoroTask>
#include <QHash>
#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace parley::sync {

/// The engine itself, on its own thread: the cache, and an AccountSync per account. Engine is its door to the others.
class EngineWorker : public QObject, private Host
{
    Q_OBJECT
public:
    explicit EngineWorker(EngineConfig config);
    ~EngineWorker() override;

    void open(const Answer<Result<void>> &answer);
    QCoro::Task<> shutDown(); ///< then the thread ends

    // engine_accounts.cpp
    QCoro::Task<> addAccount(AccountDraft draft, Answer<Result<AccountId>> answer);
    QCoro::Task<> removeAccount(AccountId account, Answer<Result<void>> answer);
    QCoro::Task<> replaceSecret(AccountId account, QByteArray secret, QString key, Answer<Result<void>> answer);

    // engine_sign_in.cpp
    QCoro::Task<> signInByBrowser(
        AccountDraft draft, std::function<void(QUrl)> open, Answer<Result<QByteArray>> answer);
    void endBrowserSignIn();

    // engine_commands.cpp
    Result<OutboxId> submit(const CommandRequest &request);
    Result<void> retry(OutboxId row);
    Result<void> discard(OutboxId row);
    Result<void> editHeld(OutboxId row, const QString &text);
    Result<void> saveDraft(TicketId ticket, const QString &text, bool isNote, bool privately);
    Result<void> saveDraftFiles(TicketId ticket, const QList<OutgoingAttachment> &files);
    void markSeen(TicketId ticket);
    void setOpen(TicketId ticket);
    void markUnread(TicketId ticket);
    Result<void> mergeContacts(ContactId from, ContactId into);
    Result<void> setContactNote(ContactId contact, const QString &note);
    Result<void> unmergeContact(ContactId merged);
    void typing(TicketId ticket, bool on, bool privately);
    void fetchAttachment(AttachmentId attachment);

    void setOnline(bool online);
    void wake();
    void syncNow();
    [[nodiscard]] Engine::Totals totals() const { return m_totals; }

Q_SIGNALS:
    void changed(const parley::Changes &changes);
    void accountStatusChanged(parley::AccountId account, const parley::AccountStatus &status);
    void live(const parley::sync::LiveNews &news);
    void uploading(parley::OutboxId row, parley::MessageId message, qint64 done, qint64 total);
    void settled(parley::OutboxId row);
    void idle();
    void storageTrouble(const parley::Error &error);
    void storageRecovered();

private:
    struct Slot {
        Account account;
        std::unique_ptr<AccountSync> sync; ///< null: switched off, without a secret, or being changed
        bool starting = false;
        bool changing = false; ///< being removed, or given another secret
        QByteArray unkept; ///< what the platform exchanged the secret for, while the key store does not have it
    };
    /// Stands at the top of the worker's own coroutines: shutDown() waits for them.
    class Task
    {
    public:
        explicit Task(EngineWorker &worker);
        ~Task();
        Task(const Task &) = delete;
        Task &operator=(const Task &) = delete;

    private:
        EngineWorker &m_worker;
    };

    void committed(const Changes &changes) override;
    void pulled(int messages) override { m_totals.pulled += messages; }
    void statusChanged(AccountId account, const AccountStatus &status) override;
    void happened(AccountId account, const LiveEvent &event) override;
    void uploaded(OutboxId row, MessageId message, qint64 done, qint64 total) override;
    void secretExchanged(AccountId account, const QByteArray &secret) override;
    void storageFailed(const Error &error) override;
    void storageWorks() override;
    void workChanged() override;
    void checkIdle();
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] bool isMoving() const; ///< something comes in or goes out
    void noteSettled(OutboxId row);

    Result<void> openCache();
    Result<void> readAccounts();
    void startMissing();
    QCoro::Task<> startAccount(AccountId id);
    /// What the key store has for an account.
    struct Secrets {
        QByteArray main;
        QMap<QString, QByteArray> further;
    };
    QCoro::Task<Result<std::optional<Secrets>>> readSecrets(Account account); ///< nullopt: there is no main one
    QCoro::Task<Result<void>> writeSecrets(Account account, Secrets secrets); ///< all, or none
    QCoro::Task<Result<void>> removeSecrets(Account account);
    QCoro::Task<> keepExchanged(AccountId account);
    void keepAllExchanged();
    QCoro::Task<Result<QMap<QString, QByteArray>>> furtherSecretsFor(AccountDraft draft);
    [[nodiscard]] Result<std::shared_ptr<platforms::BrowserSignIn>> makeSignIn(
        const AccountDraft &draft, const QMap<QString, QByteArray> &further);
    void beginSync(Slot &slot, const platforms::Entry &entry, const Secrets &secrets);
    QCoro::Task<> endSync(AccountId id);
    void forgetSync(AccountId id, std::unique_ptr<AccountSync> sync);
    void showStatus(AccountId id, AccountState state, const QString &detail);
    [[nodiscard]] AccountStatus lastStatus(AccountId id);
    /// With the secret that is to be kept.
    QCoro::Task<Result<AccountDraft>> checkDraft(AccountDraft draft);
    [[nodiscard]] static Result<void> secretsAreGiven(const AccountDraft &draft, const PlatformInfo &info);
    [[nodiscard]] Result<void> nameIsFree(const QString &name);
    [[nodiscard]] const platforms::Entry *entryFor(const QString &platformId) const;
    [[nodiscard]] AccountSync *syncOf(AccountId id);
    [[nodiscard]] bool isWanted(const Account &account) const;
    [[nodiscard]] bool isOpen() const { return m_store && m_reader && !m_stopping; }
    [[nodiscard]] Result<void> apply(const Result<Changes> &changes);
    void outboxChanged();
    void prune(); ///< at the start, and every day
    [[nodiscard]] bool sharesUnread(TicketId ticket);
    void tellOpen();
    [[nodiscard]] std::optional<TypingRenewal::Address> lampOf(const Ticket &ticket, bool privately);
    void closeCache();

    EngineConfig m_config;
    std::shared_ptr<const Clock> m_clock;
    std::shared_ptr<Scheduler> m_scheduler;
    std::shared_ptr<Scheduler> m_realTime; ///< for what must end even where a test stands still
    Random m_random;
    std::unique_ptr<storage::Store> m_store;
    std::unique_ptr<storage::Reader> m_reader;
    std::unique_ptr<Surroundings> m_around;
    std::unique_ptr<SecretAccess> m_secrets;
    std::unique_ptr<SnoozeTimer> m_snooze;
    std::unique_ptr<IndexWorker> m_index;
    std::unique_ptr<ResumeWatch> m_resume;
    std::unique_ptr<Alarm> m_secretsAgain; ///< the key store could not be read
    std::unique_ptr<Backoff> m_secretsBackoff;
    std::unique_ptr<Alarm> m_keepAgain; ///< the key store did not take an exchanged secret
    std::unique_ptr<Backoff> m_keepBackoff;
    std::shared_ptr<platforms::BrowserSignIn> m_signIn; ///< under way
    std::unique_ptr<Alarm> m_pruning;
    std::unique_ptr<Alarm> m_openSoon;
    TicketId m_open; ///< that the agent looks at
    AccountId m_openAccount; ///< that was told so
    std::map<AccountId, Slot> m_slots;
    std::vector<platforms::Platform *> m_probes; ///< of accounts being checked before they exist
    QHash<OutboxId, OutboxState> m_settled; ///< what settled() was last emitted for
    std::shared_ptr<Sleeper> m_ending; ///< shutDown() waits here
    Engine::Totals m_totals;
    bool m_online = true;
    bool m_stopping = false;
    bool m_troubled = false;
    bool m_wasBusy = true;
    bool m_idleCheckPosted = false;
    int m_tasks = 0;
};

} // namespace parley::sync
