// SPDX-License-Identifier: GPL-3.0-or-later
// A platform that exists in these tests only: it hands over what a test puts in and keeps what is pushed.
#pragma once

#include "platforms/platform.h"

#include <QMutex>

#include <memory>
#include <optional>
#include <vector>

namespace parley::tests {

/// Shared between the test and the connectors on the engine's thread.
class FakeWorld
{
public:
    explicit FakeWorld(Capabilities capabilities = {})
        : m_capabilities(capabilities)
    {
    }

    // the test's side
    void hand(const Batch &batch); ///< comes with the next pull
    void answerPushesWith(std::optional<Error> error); ///< nullopt: they succeed
    void refuseSecret(bool refuse);
    void holdSignIn(bool hold); ///< sign-ins wait until told otherwise
    /// What comes of the next sign-in in the browser; nullopt: nobody comes back from the page.
    void answerBrowserWith(std::optional<Result<QByteArray>> answer);
    [[nodiscard]] QList<Account> browserAccounts() const; ///< that were signed in for
    [[nodiscard]] QList<PushRequest> pushed() const;
    [[nodiscard]] int typingShown() const;
    [[nodiscard]] int typingHidden() const;
    [[nodiscard]] QList<QByteArray> secretsTried() const;

    // the connector's side
    [[nodiscard]] Capabilities capabilities() const;
    std::optional<Batch> take();
    Result<PushReceipt> push(const PushRequest &request);
    Result<platforms::Identity> signIn(const QByteArray &secret);
    [[nodiscard]] bool signInHeld() const;
    std::optional<Result<QByteArray>> browserAnswer(const Account &account);
    void showTyping();
    void hideTyping();

private:
    mutable QMutex m_mutex;
    Capabilities m_capabilities;
    QList<Batch> m_batches;
    QList<PushRequest> m_pushed;
    QList<QByteArray> m_secrets;
    std::optional<Error> m_pushError;
    std::optional<Result<QByteArray>> m_browser;
    QList<Account> m_browserAccounts;
    bool m_refuse = false;
    bool m_hold = false;
    int m_typing = 0;
    int m_typingHidden = 0;
    int m_sent = 0;
};

[[nodiscard]] PlatformInfo fakePlatformInfo();
/// Another platform, "door", whose secret is got by signing in in a browser where its "way" is "browser".
[[nodiscard]] PlatformInfo doorPlatformInfo();
[[nodiscard]] std::vector<platforms::Entry> fakePlatforms(const std::shared_ptr<FakeWorld> &world);

} // namespace parley::tests
