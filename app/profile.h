// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result.h"
#include "storage/cache_key.h"

#include <QString>

#include <memory>

namespace parley::storage {
class SecretStore;
class Reader;
} // namespace parley::storage

namespace parley::app {

/// What --data-dir, --profile and --secrets say.
struct ProfileChoice {
    QString dataDir; ///< empty: the system's place for application data
    QString name = QStringLiteral("default");
    QString secrets = QStringLiteral("keychain"); ///< "keychain" or "file:PATH"
};

/// One agent's set of accounts with its cache: a folder of its own.
class Profile
{
public:
    /// Checks the choice and makes the folder, which nobody else may read.
    static Result<Profile> open(const ProfileChoice &choice);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QString cachePath() const;
    /// Where a second start finds the first: a socket in the folder, or a pipe's name on Windows. Empty: no room for
    /// one.
    [[nodiscard]] QString meetingPoint() const;

    /// The key store. Opened when first asked for; may ask the person to unlock it.
    Result<std::shared_ptr<storage::SecretStore>> secrets() const;
    /// The cache's key, made and stored when there is neither a key nor a cache.
    Result<storage::CacheKey> key(storage::SecretStore &secrets) const;
    /// Is the cache being written by a program at this moment? Other commands are done with it soon.
    [[nodiscard]] bool isLocked() const;
    /// A read-only connection, to a cache that is made or brought up to date first where that is needed.
    Result<std::unique_ptr<storage::Reader>> reader(const storage::CacheKey &key) const;

private:
    QString m_name;
    QString m_folder;
    QString m_secretsSpec;
};

} // namespace parley::app
