// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/reader.h"
#include "support/memory_secrets.h"
#include "sync/engine.h"
#include "ui/forms/fake_platform.h"

#include <QFuture>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

namespace parley::tests {

inline constexpr int kPatienceMs = 120'000;

/// Runs the event loop until \a condition holds. \return whether it ever did
[[nodiscard]] inline bool eventually(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, kPatienceMs);
}

/// The future's result, the event loop running meanwhile.
template <typename T>
T awaited(QFuture<T> future)
{
    (void)eventually([&] { return future.isFinished(); });
    return future.resultCount() > 0 ? future.result() : T{};
}

/// A real cache and a real engine with the fake platform, and the window's reader on them.
class Desk
{
public:
    explicit Desk(Capabilities capabilities = {});
    ~Desk();

    AccountId addAccount(const QString &name = QStringLiteral("Shop"));
    /// A customer writes; returns when it is in the cache.
    TicketId incoming(const QString &customer, const QString &text,
        ConversationKind kind = ConversationKind::DirectChat, const QString &conversation = {}, Timestamp time = {});
    void deliver(const Batch &batch);
    [[nodiscard]] QList<OutboxRow> outbox();
    [[nodiscard]] QList<Message> messages(TicketId ticket);
    [[nodiscard]] QList<Message> ours(TicketId ticket); ///< what we wrote there

    std::shared_ptr<FakeWorld> world;
    QTemporaryDir dir;
    std::shared_ptr<MemorySecrets> secrets = std::make_shared<MemorySecrets>();
    SystemClock clock;
    std::vector<platforms::Entry> platforms;
    std::unique_ptr<sync::Engine> engine;
    std::unique_ptr<storage::Reader> reader;
    std::function<Result<std::unique_ptr<storage::Reader>>()> openReader; ///< one more
    AccountId account;

private:
    int m_message = 0;
};

} // namespace parley::tests
