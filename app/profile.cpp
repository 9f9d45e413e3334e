// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile.h"

#include "models/file_name.h"
#include "models/time.h"
#include "storage/reader.h"
#include "storage/secrets/secret_store.h"
#include "storage/store.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>
#include <QThread>

namespace parley::app {

namespace {

constexpr auto kKeyEntry = "cache-key";

// A class, so that lupdate files the texts under the context they are looked up in.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Profile)
};

Error storageError(const QString &words)
{
    return {ErrorKind::Storage, {}, words, {}, false};
}

/// Entries of the key store are text in some systems, hence hexadecimal.
Result<storage::CacheKey> keyFrom(const QByteArray &entry)
{
    storage::CacheKey key{QByteArray::fromHex(entry)};
    if (!key.isValid())
        return storageError(
            Texts::tr("The cache's key in the key store is damaged. Restore it, or start over with another "
                      "profile (--profile NAME)."));
    return key;
}

} // namespace

Result<Profile> Profile::open(const ProfileChoice &choice)
{
    if (choice.name.isEmpty() || safeFileName(choice.name) != choice.name || choice.name.size() > 64)
        return Error{ErrorKind::Rejected, {},
            Texts::tr("“%1” cannot be a profile's name. Use letters, digits, “-” and “_”.").arg(choice.name.left(80)),
            {}, false};
    if (choice.secrets != u"keychain" && !(choice.secrets.startsWith(u"file:") && choice.secrets.size() > 5))
        return Error{ErrorKind::Rejected, {},
            Texts::tr("“%1” is no key store. Use keychain, or file:PATH.").arg(choice.secrets.left(80)), {}, false};
    Profile profile;
    const QString base =
        choice.dataDir.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : choice.dataDir;
    profile.m_name = choice.name;
    profile.m_folder = QDir(QDir::cleanPath(QDir(base).absolutePath())).filePath(choice.name);
    profile.m_secretsSpec = choice.secrets;
    const bool existed = QFileInfo(profile.m_folder).isDir();
    if (!existed && !QDir().mkpath(profile.m_folder))
        return storageError(
            Texts::tr("The folder %1 cannot be made. Choose another with --data-dir, or make it writable.")
                .arg(QDir::toNativeSeparators(profile.m_folder)));
    if (!existed)
        QFile::setPermissions(profile.m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return profile;
}

QString Profile::cachePath() const
{
    return QDir(m_folder).filePath(QStringLiteral("cache.db"));
}

QString Profile::meetingPoint() const
{
    const QByteArray folder = m_folder.toUtf8();
    const QString hash =
        QString::fromLatin1(QCryptographicHash::hash(folder, QCryptographicHash::Sha256).toHex().left(24));
#ifdef Q_OS_WIN
    return QStringLiteral("parley-") + hash;
#else
    // A socket's path has room for little more than 100 bytes.
    constexpr qsizetype longest = 100;
    QString inside = QDir(m_folder).filePath(QStringLiteral("parley.sock"));
    if (inside.toUtf8().size() <= longest)
        return inside;
    // Nobody else may write there either, unlike /tmp.
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString elsewhere = runtime + QStringLiteral("/parley-") + hash;
    return runtime.isEmpty() || elsewhere.toUtf8().size() > longest ? QString() : elsewhere;
#endif
}

Result<std::shared_ptr<storage::SecretStore>> Profile::secrets() const
{
    const QString service = m_name == u"default" ? QStringLiteral("parley") : QStringLiteral("parley/") + m_name;
    auto opened = storage::openSecretStore(m_secretsSpec, service);
    if (!opened)
        return opened.error();
    return std::shared_ptr<storage::SecretStore>(std::move(*opened));
}

Result<storage::CacheKey> Profile::key(storage::SecretStore &secrets) const
{
    const QString entry = QLatin1String(kKeyEntry);
    auto stored = secrets.read(entry);
    if (!stored)
        return stored.error();
    if (*stored)
        return keyFrom(**stored);
    // Two programs that start for the first time at once must not make two keys.
    QLockFile lock(QDir(m_folder).filePath(QStringLiteral("key.lock")));
    constexpr int patience = 10'000; // ms
    if (!lock.tryLock(patience))
        return storageError(lock.error() == QLockFile::PermissionError
                ? Texts::tr("The folder %1 is read-only. Make it writable, or choose another with --data-dir.")
                      .arg(QDir::toNativeSeparators(m_folder))
                : Texts::tr("Another Parley is setting up this profile. Try again in a moment."));
    stored = secrets.read(entry);
    if (!stored)
        return stored.error();
    if (*stored)
        return keyFrom(**stored);
    if (QFileInfo::exists(cachePath()))
        return storageError(
            Texts::tr("There is a cache at %1, but its key is not in the key store. Use the key store it was "
                      "made with (--secrets), or start over with another profile (--profile NAME).")
                .arg(QDir::toNativeSeparators(cachePath())));
    const auto made = storage::CacheKey::generate();
    if (const auto written = secrets.write(entry, made.bytes.toHex()); !written)
        return written.error();
    return made;
}

bool Profile::isLocked() const
{
    return QFileInfo::exists(cachePath() + QStringLiteral(".lock"));
}

Result<std::unique_ptr<storage::Reader>> Profile::reader(const storage::CacheKey &key) const
{
    constexpr int tries = 50;
    constexpr int pause = 100; // ms
    for (int left = tries;; --left) {
        if (QFileInfo::exists(cachePath())) {
            if (auto opened = storage::Reader::open(cachePath(), key))
                return opened;
        }
        // New, older than this program, or in trouble: the writer makes it right or knows the words for it.
        const SystemClock clock;
        const auto store = storage::Store::open(cachePath(), key, clock);
        if (store)
            break;
        if (left == 0 || !isLocked())
            return store.error();
        QThread::msleep(pause);
    }
    return storage::Reader::open(cachePath(), key);
}

} // namespace parley::app
