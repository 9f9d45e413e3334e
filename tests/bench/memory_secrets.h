// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/secrets/secret_store.h"

#include <map>

namespace parley::bench {

/// A key store that is forgotten afterwards.
class MemorySecrets final : public storage::SecretStore
{
public:
    Result<std::optional<QByteArray>> read(const QString &key) override
    {
        const auto found = m_values.find(key);
        return found == m_values.end() ? std::optional<QByteArray>() : std::optional(found->second);
    }
    Result<void> write(const QString &key, const QByteArray &value) override
    {
        m_values[key] = value;
        return {};
    }
    Result<void> remove(const QString &key) override
    {
        m_values.erase(key);
        return {};
    }

private:
    std::map<QString, QByteArray> m_values;
};

} // namespace parley::bench
