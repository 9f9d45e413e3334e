// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/result.h"

#include <QByteArray>
#include <QFuture>
#include <QString>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace parley::storage {
class SecretStore;
}

namespace parley::sync {

/// The key store without waiting: it may be asking the person to unlock it, and the engine has other accounts. One call
/// at a time, on a thread of its own.
class SecretAccess
{
public:
    explicit SecretAccess(std::shared_ptr<storage::SecretStore> store);
    ~SecretAccess(); ///< leaves behind a call that the person never answered

    [[nodiscard]] QFuture<Result<std::optional<QByteArray>>> read(const QString &key);
    [[nodiscard]] QFuture<Result<void>> write(const QString &key, const QByteArray &value);
    [[nodiscard]] QFuture<Result<void>> remove(const QString &key);

private:
    std::shared_ptr<storage::SecretStore> m_store;
    std::unique_ptr<QThreadPool> m_thread;
};

} // namespace parley::sync
