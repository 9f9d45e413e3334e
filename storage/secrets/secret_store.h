// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace parley::storage {

/// Where tokens and the cache key live. Values never appear in an error, a log, or the cache. Calls block (a key store
/// may ask the person to unlock it): the window calls them from a worker.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    virtual Result<std::optional<QByteArray>> read(const QString &key) = 0; ///< nullopt: there is none
    virtual Result<void> write(const QString &key, const QByteArray &value) = 0;
    virtual Result<void> remove(const QString &key) = 0; ///< fine when there is none
};

/// \param spec  "keychain", or "file:PATH": a JSON object in a file of mode 0600, refused otherwise, written whole
///              or not at all. For servers and tests.
/// \param service  what the entries are filed under in the system key store: "parley" or "parley/PROFILE"
Result<std::unique_ptr<SecretStore>> openSecretStore(const QString &spec, const QString &service);

} // namespace parley::storage
