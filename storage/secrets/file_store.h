// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/secrets/secret_store.h"

#include <QJsonObject>

namespace parley::storage {

/// A JSON object of base64 values in a file that only its owner may read. Read anew for each call: two programs may
/// share it.
class FileStore final : public SecretStore
{
public:
    explicit FileStore(const QString &path);

    Result<std::optional<QByteArray>> read(const QString &key) override;
    Result<void> write(const QString &key, const QByteArray &value) override;
    Result<void> remove(const QString &key) override;

    /// The file is not there yet, or fit to hold secrets.
    [[nodiscard]] Result<QJsonObject> load() const;

private:
    [[nodiscard]] Result<void> save(const QJsonObject &secrets) const;

    QString m_path;
};

/// Refuses a file that others may read, or that is not a JSON object.
Result<std::unique_ptr<SecretStore>> openFileStore(const QString &path);

} // namespace parley::storage
