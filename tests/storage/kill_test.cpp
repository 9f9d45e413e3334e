// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlite/database.h"
#include "storage/support.h"

#include <QProcess>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests;

namespace {

constexpr int kMessagesABatch = 5; // as in kill_child.cpp

/// What the child said was committed, over all its lives.
struct Said {
    qint64 taken = 0;
    QSet<qint64> submitted;
    QSet<qint64> left;
    QSet<qint64> sent;

    void hear(const QByteArray &line)
    {
        const qint64 number = line.mid(line.indexOf(' ') + 1).trimmed().toLongLong();
        if (line.startsWith("taken"))
            taken = std::max(taken, number);
        else if (line.startsWith("submitted"))
            submitted.insert(number);
        else if (line.startsWith("left"))
            left.insert(number);
        else if (line.startsWith("sent"))
            sent.insert(number);
    }
};

/// Lets the child write until it has said so many lines, then kills it. Lines it said before dying count.
void liveAndDie(const Cache &cache, int lines, Said &said)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QStringLiteral(KILL_CHILD), {cache.path(), QString::fromLatin1(cache.key.bytes.toHex())});
    REQUIRE(child.waitForStarted(120'000));
    int heard = 0;
    while (heard < lines) {
        REQUIRE(child.waitForReadyRead(120'000));
        while (child.canReadLine()) {
            said.hear(child.readLine());
            ++heard;
        }
    }
    child.kill();
    REQUIRE(child.waitForFinished(120'000));
    while (child.canReadLine())
        said.hear(child.readLine());
}

void check(Cache &cache, const Said &said)
{
    cache.open(); // the dead one's lock does not hold
    CHECK(must(cache.store->checkIntegrity()) == QStringList());
    const qint64 cursor = must(cache.store->cursor(cache.account)).toLongLong();
    CHECK(cursor >= said.taken);
    CHECK(cursor <= said.taken + 1);
    for (const qint64 id : said.submitted)
        CHECK(must(cache.reader->outboxRow(OutboxId{id})));
    for (const qint64 id : said.left) {
        const OutboxState state = must(cache.reader->outboxRow(OutboxId{id}))->state;
        CHECK((state == OutboxState::Sending || state == OutboxState::Sent));
    }
    for (const qint64 id : said.sent)
        CHECK(must(cache.reader->outboxRow(OutboxId{id}))->state == OutboxState::Sent);
    cache.close();
    const storage::Database db(cache.path(), cache.key, storage::Database::Mode::ReadOnly);
    auto &rows = const_cast<storage::Database &>(db);
    CHECK(rows.number("SELECT count(*) FROM message WHERE own = 0") == cursor * kMessagesABatch);
    CHECK(rows.number("SELECT count(*) FROM message WHERE own = 1") == rows.number("SELECT count(*) FROM outbox"));
    CHECK(rows.number("SELECT count(*) FROM message WHERE ticket NOT IN (SELECT id FROM ticket)") == 0);
}

} // namespace

TEST_CASE("Killed at any moment, the cache opens sound, with all that was committed and nothing by halves")
{
    const int kills =
        qEnvironmentVariableIntValue("PARLEY_KILLS") > 0 ? qEnvironmentVariableIntValue("PARLEY_KILLS") : 20;
    Cache cache;
    cache.close();
    Said said;
    for (int n = 0; n < kills; ++n) {
        INFO("kill " << n);
        liveAndDie(cache, QRandomGenerator::global()->bounded(1, 60), said);
        check(cache, said);
    }
    CHECK(said.taken > 0);
    CHECK_FALSE(said.sent.isEmpty());
}
