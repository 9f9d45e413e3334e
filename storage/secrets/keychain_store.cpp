// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/secrets/keychain_store.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>
#include <QEventLoop>

namespace parley::storage {

namespace {

// A class, so that lupdate files the texts under the context they are looked up in.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(parley::storage)
};

void finish(QKeychain::Job &job, const QString &key)
{
    QEventLoop loop;
    job.setAutoDelete(false);
    job.setKey(key);
    // Tokens in a plain settings file would be worse than none: say so instead.
    job.setInsecureFallback(false);
    QObject::connect(&job, &QKeychain::Job::finished, &loop, &QEventLoop::quit);
    job.start();
    loop.exec();
}

Error errorFrom(const QKeychain::Job &job)
{
    const QString detail = QStringLiteral("keychain %1: %2").arg(int(job.error())).arg(job.errorString());
    switch (job.error()) {
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return Error{ErrorKind::Storage, detail,
            Texts::tr("The system’s key store refused access. Unlock it and try again; nothing was changed.")};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return Error{ErrorKind::Storage, detail,
            Texts::tr(
                "This system has no key store that Parley can use. Start a key store (GNOME Keyring, KWallet), or "
                "choose a file of your own with --secrets file:PATH.")};
    default:
        return Error{ErrorKind::Storage, detail,
            Texts::tr(
                "The system’s key store failed (%1). Try again, or choose a file of your own with --secrets file:PATH.")
                .arg(job.errorString())};
    }
}

} // namespace

KeychainStore::KeychainStore(const QString &service)
    : m_service(service)
{
}

Result<std::optional<QByteArray>> KeychainStore::read(const QString &key)
{
    QKeychain::ReadPasswordJob job(m_service);
    finish(job, key);
    if (job.error() == QKeychain::EntryNotFound)
        return std::optional<QByteArray>();
    if (job.error() != QKeychain::NoError)
        return errorFrom(job);
    return std::optional(job.binaryData());
}

Result<void> KeychainStore::write(const QString &key, const QByteArray &value)
{
    QKeychain::WritePasswordJob job(m_service);
    job.setBinaryData(value);
    finish(job, key);
    if (job.error() != QKeychain::NoError)
        return errorFrom(job);
    return {};
}

Result<void> KeychainStore::remove(const QString &key)
{
    QKeychain::DeletePasswordJob job(m_service);
    finish(job, key);
    if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
        return errorFrom(job);
    return {};
}

} // namespace parley::storage
