// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/secrets/secret_store.h"

#include <QStringList>

#include <map>
#include <mutex>

namespace parley::tests {

/// A key store that is forgotten afterwards. May be asked from any thread.
class MemorySecrets final : public storage::SecretStore
{
public:
    Result<std::optional<QByteArray>> read(const QString &key) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_locked)
            return isLocked();
        const auto found = m_values.find(key);
        return found == m_values.end() ? std::optional<QByteArray>() : std::optional(found->second);
    }
    Result<void> write(const QString &key, const QByteArray &value) override
    {
        const std::lock_guard lock(m_mutex);
        if (m_locked)
            return isLocked();
        m_values[key] = value;
        return {};
    }
    Result<void> remove(const QString &key) override
    {
        const std::lock_guard lock(m_mutex);
        m_values.erase(key);
        return {};
    }

    void lock(bool locked) ///< neither gives nor takes anything
    {
        const std::lock_guard guard(m_mutex);
        m_locked = locked;
    }
    [[nodiscard]] QStringList keys() const
    {
        const std::lock_guard lock(m_mutex);
        QStringList keys;
        for (const auto &[key, value] : m_values)
            keys.append(key);
        return keys;
    }
    [[nodiscard]] bool has(const QString &key) const { return keys().contains(key); }

private:
    static Error isLocked()
    {
        return {ErrorKind::Storage, QStringLiteral("locked"), QStringLiteral("it is locked."), {}, false};
    }

    mutable std::mutex m_mutex;
    std::map<QString, QByteArray> m_values;
    bool m_locked = false;
};

} // namespace parley::tests
