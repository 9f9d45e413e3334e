// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/opening.h"

#include "storage/sqlite/errors.h"
#include "storage/sqlite/failed.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace parley::storage {

namespace {

constexpr qint64 kPageSize = 4096; ///< SQLCipher's default
constexpr int kNamelessWaitMs = 2000; ///< whoever lives has written its name into its lock by then

/// Could this ever have been a cache of ours? An encrypted file is whole pages of noise.
bool isForeign(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() == 0)
        return false;
    const QByteArray head = file.read(16);
    if (head.startsWith("SQLite format 3") || file.size() % kPageSize != 0)
        return true;
    for (const char c : head) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x09 || (byte > 0x0d && byte < 0x20) || byte > 0x7e)
            return false;
    }
    return true;
}

bool isNotADatabase(const Error &error)
{
    return error.detail.startsWith(QLatin1String("sqlite 26:"));
}

/// Killed between making its lock file and writing its name into it, a program leaves one that QLockFile by itself
/// would respect for ever; or the one that QLockFile holds while it takes away the lock of a dead program ("rmlock").
QStringList namelessLocks(const QString &lockFile)
{
    QStringList found;
    for (QString name = lockFile; QFile::exists(name); name += QStringLiteral(".rmlock")) {
        qint64 process = 0;
        QString host;
        QString program;
        if (!QLockFile(name).getLockInfo(&process, &host, &program))
            found.append(name);
    }
    return found;
}

bool take(QLockFile &lock)
{
    if (lock.tryLock(0))
        return true;
    if (lock.error() != QLockFile::LockFailedError || namelessLocks(lock.fileName()).isEmpty())
        return false;
    if (lock.tryLock(kNamelessWaitMs))
        return true;
    for (const QString &name : namelessLocks(lock.fileName()))
        QLockFile(name).removeStaleLockFile(); // refused where somebody alive holds it after all
    return lock.tryLock(0);
}

} // namespace

std::unique_ptr<Database> openDatabase(const QString &path, const CacheKey &key, Database::Mode mode)
{
    if (!key.isValid())
        reject(ErrorKind::Storage, words::noKey());
    if (isForeign(path))
        reject(ErrorKind::Storage, words::foreignFile(path));
    if (mode == Database::Mode::ReadOnly && !QFileInfo::exists(path))
        reject(ErrorKind::Storage, words::noCache(path));
    try {
        return std::make_unique<Database>(path, key, mode);
    } catch (const Failed &failed) {
        if (isNotADatabase(failed.error))
            reject(ErrorKind::Storage, words::wrongKeyOrDamaged(path));
        throw;
    }
}

std::unique_ptr<QLockFile> lockCache(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        reject(ErrorKind::Storage, words::folderNotWritable(folder));
    auto lock = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // age says nothing: only a dead owner lets go
    if (take(*lock))
        return lock;
    if (lock->error() == QLockFile::LockFailedError)
        reject(ErrorKind::Storage, words::inUse());
    reject(ErrorKind::Storage, words::folderNotWritable(folder));
}

} // namespace parley::storage
