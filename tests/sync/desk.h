// SPDX-License-Identifier: GPL-3.0-or-later
// An engine on a cache of its own, connected to a World, with everything that a test looks at.
#pragma once

#include "platforms/platform.h"
#include "storage/reader.h"
#include "support/memory_secrets.h"
#include "sync/engine.h"
#include "sync/fake_platform.h"
#include "sync/hand_time.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <memory>
#include <mutex>

namespace parley::tests {

/// Waits for \a condition while events are handled. Generous: it ends at once when it is met.
template <typename Condition>
[[nodiscard]] bool eventually(Condition condition, int timeoutMs = 120'000)
{
    return QTest::qWaitFor(condition, timeoutMs);
}

template <typename T>
[[nodiscard]] T await(const QFuture<T> &future)
{
    if (!eventually([&future] { return future.isFinished(); }))
        return T();
    return future.result();
}

class Desk : public QObject
{
public:
    explicit Desk(std::function<void(World &)> prepare = {});
    ~Desk() override;

    /// A new engine over the cache; waits until it is open.
    Result<void> start();
    void stop(); ///< the engine goes away
    AccountId addAccount(const QString &name = QStringLiteral("Shop"));
    void startWithAccount();
    /// The cache as a power cut would leave it at this moment, to be continued from with continueFrom().
    [[nodiscard]] QString copyOfCache() const;
    void continueFrom(const QString &copy);

    [[nodiscard]] World &worldOf(const QString &account);
    [[nodiscard]] World &world() { return worldOf(QStringLiteral("Shop")); }
    [[nodiscard]] sync::Engine &engine() { return *m_engine; }
    [[nodiscard]] HandTime &time() { return *m_time; }
    [[nodiscard]] MemorySecrets &secrets() { return *m_secrets; }
    [[nodiscard]] storage::Reader &reader();
    [[nodiscard]] QString cachePath() const { return m_path; }
    [[nodiscard]] storage::CacheKey key() const { return m_key; }

    // what the agent does
    OutboxId reply(const QString &conversation, const QString &text);
    Result<OutboxId> submit(const QString &conversation, const Command &command);

    // what the agent sees
    [[nodiscard]] QStringList texts(const QString &conversation);
    [[nodiscard]] QList<Message> messages(const QString &conversation);
    [[nodiscard]] TicketId ticketOf(const QString &conversation);
    [[nodiscard]] OutboxRow row(OutboxId id);
    [[nodiscard]] bool isInState(OutboxId id, OutboxState state);
    [[nodiscard]] AccountStatus status();
    [[nodiscard]] bool isOnline() { return status().state == AccountState::Online; }

    /// Runs SQL on the cache behind the engine's back: how a test makes a disk or a row refuse.
    void sql(const char *statement);

    sync::EngineConfig config; ///< changed before start()
    AccountId account;

    // what the engine said, in order
    QList<Changes> changes;
    QList<AccountStatus> statuses;
    QList<sync::LiveNews> news;
    QList<OutboxId> settled;
    struct Upload {
        OutboxId row;
        MessageId message;
        qint64 done = 0;
        qint64 total = 0;
    };
    QList<Upload> uploads;
    QList<Error> troubles;
    int recoveries = 0;
    int idles = 0;

private:
    void listenToEngine();

    QTemporaryDir m_dir;
    QString m_path;
    storage::CacheKey m_key = storage::CacheKey::generate();
    std::shared_ptr<HandTime> m_time = std::make_shared<HandTime>();
    std::shared_ptr<MemorySecrets> m_secrets = std::make_shared<MemorySecrets>();
    std::function<void(World &)> m_prepare;
    std::mutex m_mutex;
    std::map<QString, std::unique_ptr<World>> m_worlds;
    std::vector<platforms::Entry> m_entries;
    std::unique_ptr<sync::Engine> m_engine;
    std::unique_ptr<storage::Reader> m_reader;
    mutable int m_copies = 0;
};

} // namespace parley::tests
