// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlite/errors.h"

#include "storage/sqlite/failed.h"
#include "storage/sqlite/sqlcipher.h"

#include <QCoreApplication>
#include <QDir>

namespace parley::storage {

namespace {

// A class, so that lupdate files the texts under the context they are looked up in.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(parley::storage)
};

QString wordsFor(int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return Texts::tr(
            "The disk is full. What is in the cache is kept; free some space and Parley goes on by itself.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return Texts::tr("The cache cannot be written: its file or folder is read-only. Nothing was changed; make it "
                         "writable and start Parley again.");
    case SQLITE_CORRUPT:
        return words::damaged();
    case SQLITE_NOTADB:
        return Texts::tr("The cache cannot be read: its key does not fit, or the beginning of the file is damaged.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return words::inUse();
    case SQLITE_CANTOPEN:
        return Texts::tr("The cache file cannot be opened. Check that its folder exists and that you may write there.");
    case SQLITE_IOERR:
        return Texts::tr(
            "The disk failed while the cache was read or written. What was saved before is kept; Parley tries "
            "again by itself.");
    case SQLITE_NOMEM:
    case SQLITE_TOOBIG:
        return Texts::tr("There was not enough memory for this. Nothing was changed.");
    default:
        return Texts::tr("The cache could not be read or written. Nothing was changed.");
    }
}

} // namespace

Error errorFrom(sqlite3 *connection, int code)
{
    const int extended = connection ? sqlite3_extended_errcode(connection) : code;
    if ((extended & 0xff) == SQLITE_INTERRUPT)
        return Error{ErrorKind::Cancelled, QStringLiteral("interrupted"), {}};
    const QString detail = QStringLiteral("sqlite %1: %2")
                               .arg(extended)
                               .arg(QString::fromUtf8(connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code)));
    return Error{ErrorKind::Storage, detail, wordsFor(extended)};
}

void reject(ErrorKind kind, const QString &words)
{
    throw Failed{Error{kind, words, words}};
}

QString words::folderNotWritable(const QString &path)
{
    return Texts::tr("Parley cannot write in “%1”. Choose another folder with --data-dir, or make this one writable.")
        .arg(QDir::toNativeSeparators(path));
}

QString words::newerVersion(int found, int known)
{
    return Texts::tr(
        "This cache was made by a newer Parley (format %1, this one knows up to %2). Nothing was changed; please "
        "update Parley.")
        .arg(found)
        .arg(known);
}

QString words::foreignFile(const QString &path)
{
    return Texts::tr(
        "“%1” is not a Parley cache. Nothing was changed; choose another folder with --data-dir, or move the file "
        "away.")
        .arg(QDir::toNativeSeparators(path));
}

QString words::wrongKeyOrDamaged(const QString &path)
{
    return Texts::tr(
        "The key does not fit the cache “%1”, or the beginning of the file is damaged. Nothing was changed. Check "
        "that the key store is the one the cache was made with.")
        .arg(QDir::toNativeSeparators(path));
}

QString words::inUse()
{
    return Texts::tr(
        "The cache is in use by another Parley. Close the other one, or choose another folder with --data-dir.");
}

QString words::damaged()
{
    return Texts::tr(
        "The cache is damaged. Nothing was changed; “parley doctor” can repair it and keeps what can be read.");
}

QString words::olderVersion()
{
    return Texts::tr(
        "The cache was made by an older Parley and has not been brought up to date yet. Start Parley once, then "
        "try again.");
}

QString words::noKey()
{
    return Texts::tr("The key of the cache is missing or not 32 bytes long. Nothing was opened.");
}

QString words::noCache(const QString &path)
{
    return Texts::tr("There is no cache at “%1” yet.").arg(QDir::toNativeSeparators(path));
}

} // namespace parley::storage
