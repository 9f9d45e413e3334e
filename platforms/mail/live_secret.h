// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <mutex>
#include <utility>

namespace parley::platforms::mail {

/// What the sessions sign in with: a password, or the access token of the moment. Written on the engine's thread, read
/// in the workers' threads.
class LiveSecret
{
public:
    explicit LiveSecret(QByteArray secret = {})
        : m_secret(std::move(secret))
    {
    }
    void set(const QByteArray &secret)
    {
        const std::scoped_lock lock(m_mutex);
        m_secret = secret;
    }
    [[nodiscard]] QByteArray value() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_secret;
    }

private:
    mutable std::mutex m_mutex;
    QByteArray m_secret;
};

} // namespace parley::platforms::mail
