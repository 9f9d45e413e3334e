// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/secrets/secret_store.h"

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
        const auto found = m_values.find(key);
        return found == m_values.end() ? std::optional<QByteArray>() : std::optional(found->second);
    }
    Result<void> write(const QString &key, const QByteArray &value) override
    {
        const std::lock_guard lock(m_mutex);
        m_values[key] = value;
        return {};
    }
    Result<void> remove(const QString &key) override
    {
        const std::lock_guard lock(m_mutex);
        m_values.erase(key);
        return {};
    }

private:
    std::mutex m_mutex;
    std::map<QString, QByteArray> m_values;
};

} // namespace parley::tests
