// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/secrets/secret_store.h"

#include "storage/secrets/file_store.h"
#include "storage/secrets/keychain_store.h"

#include <QCoreApplication>

namespace parley::storage {

Result<std::unique_ptr<SecretStore>> openSecretStore(const QString &spec, const QString &service)
{
    const QString file = QStringLiteral("file:");
    if (spec == u"keychain" || spec.isEmpty())
        return std::unique_ptr<SecretStore>(std::make_unique<KeychainStore>(service));
    if (spec.startsWith(file) && spec.size() > file.size())
        return openFileStore(spec.mid(file.size()));
    const QString words = QCoreApplication::translate(
        "parley::storage", "“%1” is not a key store. Use --secrets keychain or --secrets file:PATH.")
                              .arg(spec.left(100));
    return Error{ErrorKind::Rejected, words, words};
}

} // namespace parley::storage
