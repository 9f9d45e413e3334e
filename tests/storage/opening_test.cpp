// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/accounts.h"
#include "storage/ingest.h"
#include "storage/migrations.h"
#include "storage/sqlite/database.h"
#include "storage/sqlite/failed.h"
#include "storage/support.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests;
using storage::CacheKey;
using storage::Reader;
using storage::Store;

namespace {

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// Overwrites some bytes of a page, counted from 0.
void damage(const QString &path, qint64 page)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(page * 4096 + 100));
    REQUIRE(file.write("damaged here") == 12);
}

QString wordsOf(const QString &path, const CacheKey &key)
{
    const HandClock clock;
    const auto store = Store::open(path, key, clock);
    REQUIRE_FALSE(store.ok());
    CHECK(store.error().kind == ErrorKind::Storage);
    return store.error().words;
}

} // namespace

TEST_CASE("The cache is unreadable without its key, on disk and through the library")
{
    Cache cache;
    cache.receive(u"c1"_s, u"m1"_s, u"a very secret parcel"_s, at(0));
    must(cache.store->checkpoint());
    const QString path = cache.path();
    cache.close();
    const QByteArray bytes = readFile(path);
    CHECK(bytes.size() > 4096);
    CHECK_FALSE(bytes.contains("secret"));
    CHECK_FALSE(bytes.startsWith("SQLite format 3"));
    CHECK(wordsOf(path, CacheKey::generate()).contains(u"key does not fit"_s));
    CHECK_FALSE(Reader::open(path, CacheKey::generate()).ok());
    CHECK(wordsOf(path, CacheKey{"short"}).contains(u"key"_s));
    CHECK(readFile(path) == bytes);
    cache.open();
    CHECK(cache.texts(u"c1"_s).size() == 1);
}

TEST_CASE("A file that is not a cache is named and left alone")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"cache.db"_s);
    QByteArray content;
    SECTION("a text file")
    {
        content = "Dear diary, today nothing happened.\n";
    }
    SECTION("a text file of whole pages")
    {
        content = QByteArray("Dear diary. ").repeated(1024).left(8192);
    }
    SECTION("another program's SQLite database")
    {
        content = QByteArray("SQLite format 3\0", 16) + QByteArray(8176, '\1');
    }
    writeFile(path, content);
    const QString words = wordsOf(path, CacheKey::generate());
    CHECK(words.contains(u"is not a Parley cache"_s));
    CHECK(words.contains(u"cache.db"_s));
    CHECK(readFile(path) == content);
}

TEST_CASE("A cache in use by another Parley is refused, and free again when that one has ended")
{
    Cache cache;
    CHECK(wordsOf(cache.path(), cache.key).contains(u"in use by another Parley"_s));
    CHECK(Reader::open(cache.path(), cache.key).ok());
    cache.close();
    cache.open();
}

TEST_CASE("A Parley that was killed before it wrote its name into its lock keeps nobody out")
{
    Cache cache;
    cache.close();
    writeFile(cache.path() + u".lock"_s, {});
    cache.open();
    CHECK(wordsOf(cache.path(), cache.key).contains(u"in use by another Parley"_s));
}

TEST_CASE("Nor does one that was killed while it took the lock of a dead Parley away")
{
    Cache cache;
    const QString lock = cache.path() + u".lock"_s;
    const QByteArray ours = readFile(lock);
    cache.close();
    QProcess dead;
    dead.start(QCoreApplication::applicationFilePath(), {u"--list-reporters"_s});
    const qint64 process = dead.processId();
    REQUIRE(dead.waitForFinished(120'000));
    writeFile(lock, QByteArray::number(process) + ours.mid(ours.indexOf('\n'))); // as it would have written it
    writeFile(lock + u".rmlock"_s, {});
    cache.open();
    CHECK(wordsOf(cache.path(), cache.key).contains(u"in use by another Parley"_s));
}

TEST_CASE("A cache made by a newer Parley is refused and not touched")
{
    Cache cache;
    cache.close();
    {
        storage::Database db(cache.path(), cache.key, storage::Database::Mode::Create);
        db.setUserVersion(storage::newestVersion() + 1);
    }
    CHECK(wordsOf(cache.path(), cache.key).contains(u"newer Parley"_s));
    const auto reader = Reader::open(cache.path(), cache.key);
    REQUIRE_FALSE(reader.ok());
    CHECK(reader.error().words.contains(u"newer Parley"_s));
}

TEST_CASE("A folder that cannot be written is named")
{
    QTemporaryDir folder;
    writeFile(folder.filePath(u"file"_s), "not a folder");
    const QString words = wordsOf(folder.filePath(u"file/sub/cache.db"_s), CacheKey::generate());
    CHECK(words.contains(u"cannot write in"_s));
    CHECK(words.contains(u"--data-dir"_s));
}

TEST_CASE("A reader of a cache that does not exist says so and makes none")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"cache.db"_s);
    const auto reader = Reader::open(path, CacheKey::generate());
    REQUIRE_FALSE(reader.ok());
    CHECK(reader.error().words.contains(u"no cache"_s));
    CHECK_FALSE(QFile::exists(path));
}

TEST_CASE("On a full disk nothing is half done, and all goes on once there is room")
{
    QTemporaryDir folder;
    const CacheKey key = CacheKey::generate();
    storage::Database db(folder.filePath(u"cache.db"_s), key, storage::Database::Mode::Create);
    storage::migrate(db);
    Account draft;
    draft.name = u"Shop"_s;
    const AccountId account = storage::accounts::add(db, draft);
    const qint64 pages = db.number("PRAGMA page_count");
    db.execute("PRAGMA max_page_count = " + QByteArray::number(pages + 3));
    Batch batch;
    for (int n = 0; n < 200; ++n)
        batch.messages.append(inbound(u"c1"_s, u"m%1"_s.arg(n), u"text "_s.repeated(100), at(n)));
    batch.nextCursor = "after";
    const auto take = [&] {
        return storage::guarded([&] {
            storage::Transaction transaction(db);
            const Changes changes = storage::ingest(db, account, batch, at(0));
            transaction.commit();
            return changes;
        });
    };
    const auto full = take();
    REQUIRE_FALSE(full.ok());
    CHECK(full.error().kind == ErrorKind::Storage);
    CHECK(full.error().words.contains(u"disk is full"_s));
    CHECK(storage::accounts::cursor(db, account).isEmpty());
    CHECK(db.number("SELECT count(*) FROM message") == 0);
    db.execute("PRAGMA max_page_count = 1000000");
    CHECK(take().ok());
    CHECK(db.number("SELECT count(*) FROM message") == 200);
}

TEST_CASE("A damaged cache says that it is damaged, and is repaired as far as it can be read")
{
    Cache cache;
    Batch batch;
    for (int n = 0; n < 3000; ++n)
        batch.messages.append(
            inbound(u"c%1"_s.arg(n % 50), u"m%1"_s.arg(n), u"parcel %1 "_s.arg(n).repeated(20), at(n)));
    batch.messages[7].attachments = {{{}, u"a.bin"_s, u"x/y"_s, 3, "abc"}};
    batch.nextCursor = "cursor";
    cache.take(batch);
    must(cache.store->submit({cache.ticket(u"c7"_s).ticket.id, Reply{u"unsent answer"_s, {}, false, {}}, {}}));
    must(cache.store->submit({cache.ticket(u"c7"_s).ticket.id, ChangeTags{{u"vip"_s}, {}}, {}}));
    must(cache.store->saveDraft(cache.ticket(u"c8"_s).ticket.id, u"half a dr"_s, false));
    must(cache.store->checkpoint());
    cache.close();
    const qint64 pages = QFileInfo(cache.path()).size() / 4096;
    REQUIRE(pages > 200);
    // Behind the roots, which all lie at the beginning.
    for (qint64 page = 120; page < pages; page += 61)
        damage(cache.path(), page);

    storage::RepairReport report;
    {
        const auto store = Store::open(cache.path(), cache.key, cache.clock);
        REQUIRE(store.ok());
        CHECK_FALSE(must((*store)->checkIntegrity()).isEmpty());
        bool told = false;
        const auto reader = must(Reader::open(cache.path(), cache.key));
        for (int n = 0; n < 50 && !told; ++n) {
            const auto id = reader->conversationByRemoteId(cache.account, u"c%1"_s.arg(n));
            if (id.ok() && *id) {
                const auto read = reader->messagesBefore(**id, {}, 1000);
                told = !read && read.error().words.contains(u"damaged"_s) && read.error().words.contains(u"doctor"_s);
            }
        }
        CHECK(told);
    }
    const QByteArray before = readFile(cache.path());
    report = must(storage::repair(cache.path(), cache.key, cache.clock));
    CHECK(readFile(report.damagedCopy) == before);
    CHECK(report.lost > 0);
    cache.open();
    CHECK(must(cache.store->checkIntegrity()) == QStringList());
    CHECK(must(cache.store->cursor(cache.account)).isEmpty());
    while (must(cache.store->indexPending(500)) > 0) { }
    qsizetype kept = 0;
    for (int n = 0; n < 50; ++n) {
        if (must(cache.reader->conversationByRemoteId(cache.account, u"c%1"_s.arg(n))))
            kept += cache.messages(u"c%1"_s.arg(n), 1000).size();
    }
    INFO(kept << " of 3001 kept, " << report.kept << " rows, " << report.lost << " lost");
    CHECK(kept > 2500);
    CHECK(kept + report.lost >= 3001);
    CHECK(must(cache.reader->search(queryOf(u"parcel"_s), {}, 10)).size() == 10);
    // The platform gives again what was lost, and nothing twice.
    cache.take(batch);
    kept = 0;
    for (int n = 0; n < 50; ++n)
        kept += cache.messages(u"c%1"_s.arg(n), 1000).size();
    CHECK(kept >= 3000);
    CHECK(kept <= 3001);
}

TEST_CASE("Repairing a sound cache keeps every row of it")
{
    Capabilities capabilities;
    capabilities.hasTeams = true;
    Cache cache{capabilities};
    cache.receive(u"c1"_s, u"m1"_s, u"question"_s, at(0));
    Batch shared;
    shared.workspace.teams = QList<Team>{{u"Billing"_s, true}};
    cache.take(shared);
    RemoteTicketFields fields;
    fields.conversationRemoteId = u"c1"_s;
    fields.team = u"Billing"_s;
    shared.tickets = {fields};
    cache.take(shared);
    must(cache.store->submit({cache.ticket(u"c1"_s).ticket.id, ChangeTags{{u"vip"_s}, {}}, {}}));
    const auto sent =
        must(cache.store->submit({cache.ticket(u"c1"_s).ticket.id, Reply{u"answer"_s, {}, false, {}}, {}}));
    must(cache.store->saveDraft(cache.ticket(u"c1"_s).ticket.id, u"half a dr"_s, true));
    must(cache.store->saveDraftFiles(
        cache.ticket(u"c1"_s).ticket.id, {{u"kutija.png"_s, u"image/png"_s, "unsent picture"}}));
    const TicketRow before = cache.ticket(u"c1"_s);
    cache.close();
    const auto report = must(storage::repair(cache.path(), cache.key, cache.clock));
    CHECK(report.lost == 0);
    cache.open();
    CHECK(cache.texts(u"c1"_s) == QStringList{u"question"_s, u"answer"_s});
    const TicketRow after = cache.ticket(u"c1"_s);
    CHECK(after.ticket.tags == before.ticket.tags);
    CHECK(after.ticket.unanswered == before.ticket.unanswered);
    CHECK(after.draft == before.draft);
    CHECK(must(cache.reader->draftFiles(after.ticket.id)).first().content == "unsent picture");
    CHECK(after.ticket.team == u"Billing"_s);
    CHECK(must(cache.reader->tickets({storage::View::AllOpen, queryOf(u"team:billing"_s), at(0)}, {}, 10)).size() == 1);
    CHECK(must(cache.reader->workspace(cache.account)) == shared.workspace);
    CHECK(after.snippet == before.snippet);
    CHECK(after.messages == before.messages);
    CHECK(must(cache.reader->tickets({storage::View::AllOpen, queryOf(u"tag:vip"_s), at(0)}, {}, 10)).size() == 1);
    CHECK(must(cache.store->nextToPush(cache.account, at(99)))->id == sent.outbox);
    CHECK(must(cache.store->checkIntegrity()) == QStringList());
}
