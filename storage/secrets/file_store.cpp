// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/secrets/file_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>

namespace parley::storage {

namespace {

constexpr QFileDevice::Permissions kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions kOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
    | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
constexpr int kLockWaitMs = 5000;

// A class, so that lupdate files the texts under the context they are looked up in.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(parley::storage)
};

Error refusal(const QString &words)
{
    return Error{ErrorKind::Storage, words, words};
}

Error cannotWrite(const QString &path, const QString &reason)
{
    return refusal(Texts::tr("The secrets file “%1” cannot be written (%2). Nothing was changed.")
            .arg(QDir::toNativeSeparators(path), reason));
}

} // namespace

FileStore::FileStore(const QString &path)
    : m_path(QFileInfo(path).absoluteFilePath())
{
}

Result<QJsonObject> FileStore::load() const
{
    const QString shown = QDir::toNativeSeparators(m_path);
    QFile file(m_path);
    if (!file.exists())
        return QJsonObject();
    if (QFileInfo(m_path).isDir())
        return refusal(Texts::tr("“%1” is a folder, not a secrets file.").arg(shown));
    if (file.permissions() & kOthers) {
        return refusal(Texts::tr(
            "Others on this machine may read the secrets file “%1”. It is not used until you run: chmod 600 %1")
                .arg(shown));
    }
    if (!file.open(QIODevice::ReadOnly))
        return refusal(Texts::tr("The secrets file “%1” cannot be read (%2).").arg(shown, file.errorString()));
    const QByteArray bytes = file.readAll();
    if (bytes.trimmed().isEmpty())
        return QJsonObject();
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject()) {
        return refusal(
            Texts::tr("“%1” is not a secrets file of Parley (a JSON object is expected). Nothing was changed.")
                .arg(shown));
    }
    return document.object();
}

Result<void> FileStore::save(const QJsonObject &secrets) const
{
    if (!QDir().mkpath(QFileInfo(m_path).absolutePath()))
        return cannotWrite(m_path, Texts::tr("its folder cannot be made"));
    // Written whole beside it and renamed: a crash leaves the old file.
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(m_path, file.errorString());
    // Before the first byte: nobody may read the new file at any moment.
    if (!file.setPermissions(kOwnerOnly))
        return cannotWrite(m_path, file.errorString());
    file.write(QJsonDocument(secrets).toJson());
    if (!file.commit())
        return cannotWrite(m_path, file.errorString());
    return {};
}

Result<std::optional<QByteArray>> FileStore::read(const QString &key)
{
    const auto secrets = load();
    if (!secrets)
        return secrets.error();
    const auto found = secrets->constFind(key);
    if (found == secrets->constEnd())
        return std::optional<QByteArray>();
    return std::optional(QByteArray::fromBase64(found->toString().toLatin1()));
}

Result<void> FileStore::write(const QString &key, const QByteArray &value)
{
    QLockFile lock(m_path + QStringLiteral(".lock"));
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    if (!lock.tryLock(kLockWaitMs))
        return cannotWrite(m_path, Texts::tr("it is locked, or its folder is read-only"));
    auto secrets = load();
    if (!secrets)
        return secrets.error();
    secrets->insert(key, QString::fromLatin1(value.toBase64()));
    return save(*secrets);
}

Result<void> FileStore::remove(const QString &key)
{
    QLockFile lock(m_path + QStringLiteral(".lock"));
    auto before = load();
    if (!before)
        return before.error();
    if (!before->contains(key))
        return {};
    if (!lock.tryLock(kLockWaitMs))
        return cannotWrite(m_path, Texts::tr("it is locked, or its folder is read-only"));
    auto secrets = load();
    if (!secrets)
        return secrets.error();
    secrets->remove(key);
    return save(*secrets);
}

Result<std::unique_ptr<SecretStore>> openFileStore(const QString &path)
{
    auto store = std::make_unique<FileStore>(path);
    if (const auto fit = store->load(); !fit)
        return fit.error();
    return std::unique_ptr<SecretStore>(std::move(store));
}

} // namespace parley::storage
