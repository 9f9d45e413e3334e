// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/secrets/secret_store.h"
#include "storage/support.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests;
using storage::openSecretStore;

namespace {

constexpr auto kOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

bool ownerOnly(const QString &path)
{
    constexpr auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    return !(QFile::permissions(path) & others);
}

} // namespace

TEST_CASE("Secrets in a file survive, of any bytes, and only their owner may read it")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"deeper/secrets.json"_s);
    const QByteArray bytes("\0\xff token", 8);
    {
        const auto store = must(openSecretStore(u"file:"_s + path, u"parley"_s));
        CHECK_FALSE(must(store->read(u"account/Shop"_s)));
        must(store->write(u"account/Shop"_s, bytes));
        must(store->write(u"cache"_s, "key"));
        CHECK(ownerOnly(path));
    }
    const auto store = must(openSecretStore(u"file:"_s + path, u"parley"_s));
    CHECK(must(store->read(u"account/Shop"_s)) == bytes);
    must(store->remove(u"account/Shop"_s));
    must(store->remove(u"account/Shop"_s));
    CHECK_FALSE(must(store->read(u"account/Shop"_s)));
    CHECK(must(store->read(u"cache"_s)) == QByteArray("key"));
    CHECK(ownerOnly(path));
}

TEST_CASE("A secrets file that others may read is refused with the mend, and its values stay out of the words")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"secrets.json"_s);
    {
        const auto store = must(openSecretStore(u"file:"_s + path, u"parley"_s));
        must(store->write(u"account/Shop"_s, "token-value"));
    }
    REQUIRE(QFile::setPermissions(path, kOwner | QFileDevice::ReadOther));
    const auto refused = openSecretStore(u"file:"_s + path, u"parley"_s);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().words.contains(u"chmod 600"_s));
    CHECK(refused.error().words.contains(path));
    CHECK_FALSE(refused.error().words.contains(u"token-value"_s));
    CHECK_FALSE(refused.error().detail.contains(u"token-value"_s));
    REQUIRE(QFile::setPermissions(path, kOwner));
    CHECK(openSecretStore(u"file:"_s + path, u"parley"_s).ok());
}

TEST_CASE("A file that holds something else is refused and left alone")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"notes.txt"_s);
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("[1, 2]");
        REQUIRE(file.setPermissions(kOwner));
    }
    const auto refused = openSecretStore(u"file:"_s + path, u"parley"_s);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().words.contains(u"not a secrets file"_s));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == "[1, 2]");
}

TEST_CASE("A secret that cannot be written says why and loses nothing")
{
    QTemporaryDir folder;
    {
        QFile file(folder.filePath(u"file"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
    }
    const auto store = must(openSecretStore(u"file:"_s + folder.filePath(u"file/secrets.json"_s), u"parley"_s));
    const auto written = store->write(u"k"_s, "token-value");
    REQUIRE_FALSE(written.ok());
    CHECK(written.error().words.contains(u"cannot be written"_s));
    CHECK_FALSE(written.error().words.contains(u"token-value"_s));
}

TEST_CASE("An unknown key store is named, with the ones there are")
{
    for (const QString &spec : {u"vault"_s, u"file:"_s}) {
        const auto store = openSecretStore(spec, u"parley"_s);
        REQUIRE_FALSE(store.ok());
        CHECK(store.error().words.contains(u"--secrets file:PATH"_s));
    }
}

TEST_CASE("Where the system has no key store the words name the file instead")
{
    // No session bus, hence no key store, whatever the desk this runs on.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    const auto store = must(openSecretStore(u"keychain"_s, u"parley-test"_s));
    const auto read = store->read(u"account/Shop"_s);
    if (read.ok())
        SKIP("this system keeps secrets without a session bus");
    CHECK(read.error().kind == ErrorKind::Storage);
    CHECK(read.error().words.contains(u"--secrets file:PATH"_s));
}
