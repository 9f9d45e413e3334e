// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/waiter.h"
#include "app/output.h"
#include "app/profile.h"
#include "models/result.h"
#include "models/time.h"

#include <QByteArray>
#include <QFuture>
#include <QJsonObject>
#include <QString>

#include <memory>
#include <optional>

namespace parley::storage {
class Reader;
class SecretStore;
} // namespace parley::storage
namespace parley::sync {
class Engine;
}

namespace parley::app {

class InstanceServer;

/// Exit codes, for scripts.
enum Exit { Done = 0, Failed = 1, Misused = 2 };

/// What a command has while it runs: the profile, its connections, made when first asked for, and where its lines go.
/// Runs on a thread of its own, so that it may wait; the engine it makes belongs to the main thread.
class Session
{
public:
    struct Setup {
        Profile profile;
        bool json = false;
        bool offline = false;
        QByteArray secret; ///< for commands that need one
        sync::Engine *running = nullptr; ///< the engine of the Parley that carries the command out for another
        std::shared_ptr<Waiter> waiter; ///< never null
        bool serves = false; ///< while our own engine listens, carry out what other starts ask
    };

    Session(Setup setup, Output &output);
    ~Session(); ///< stops an engine of its own
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    [[nodiscard]] bool json() const { return m_setup.json; }
    [[nodiscard]] bool offline() const { return m_setup.offline; }
    [[nodiscard]] bool isForwarded() const { return m_setup.running != nullptr; }
    [[nodiscard]] const QByteArray &secret() const { return m_setup.secret; }
    [[nodiscard]] const Profile &profile() const { return m_setup.profile; }
    [[nodiscard]] Timestamp now() const { return SystemClock().now(); }
    /// Shared, since a signal of the running engine may still be on its way when the command has ended.
    [[nodiscard]] const std::shared_ptr<Waiter> &waiter() const { return m_setup.waiter; }

    Result<storage::Reader *> reader();
    Result<std::shared_ptr<storage::SecretStore>> secrets();
    Result<storage::CacheKey> key();

    struct EngineUse {
        bool offline = false; ///< only write the cache
        bool listen = true;
        QString onlyAccount;
    };
    /// The engine, not started (so that signals can be connected first).
    Result<sync::Engine *> engine(const EngineUse &use);
    /// Starts an engine of our own; the running one is.
    Result<void> start(sync::Engine &engine);

    /// One object a line with --json, else the sentence for people.
    void print(const QJsonObject &json, const QString &forPeople);
    void line(const QString &text);
    void json(const QJsonObject &object);
    void warn(const QString &line) { m_output.err(line); }
    int fail(const Error &error); ///< prints its words; Exit::Failed
    int fail(const QString &words);
    int misuse(const QString &words);
    [[nodiscard]] Output &output() { return m_output; }

private:
    Setup m_setup;
    Output &m_output;
    std::shared_ptr<storage::SecretStore> m_secrets;
    std::optional<storage::CacheKey> m_key;
    std::unique_ptr<storage::Reader> m_reader;
    std::unique_ptr<sync::Engine> m_engine;
    std::unique_ptr<InstanceServer> m_server;
};

/// Waits for what the engine promised. A future that ends without a result (the engine stopped) is an Error{Cancelled}.
template <typename T>
Result<T> await(QFuture<Result<T>> future)
{
    future.waitForFinished();
    if (future.resultCount() == 0)
        return Error{ErrorKind::Cancelled, QStringLiteral("the engine stopped"), {}, {}, false};
    return future.result();
}

} // namespace parley::app
