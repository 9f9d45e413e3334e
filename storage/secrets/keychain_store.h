// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/secrets/secret_store.h"

namespace QKeychain {
class Job;
}

namespace parley::storage {

/// The system's own key store: libsecret or KWallet, the Windows credential store, the macOS keychain. Each call runs
/// its own event loop until the store has answered.
class KeychainStore final : public SecretStore
{
public:
    explicit KeychainStore(const QString &service);

    Result<std::optional<QByteArray>> read(const QString &key) override;
    Result<void> write(const QString &key, const QByteArray &value) override;
    Result<void> remove(const QString &key) override;

private:
    QString m_service;
};

} // namespace parley::storage
