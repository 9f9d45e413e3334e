// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/measures.h"
#include "bench/plain_sqlite.h"
#include "storage/store.h"

#include <QDir>
#include <QElapsedTimer>

namespace parley::bench {

namespace {

constexpr int kTickets = 10'000;
constexpr int kIndexBite = 2000; // as sync::IndexWorker in a first fill
constexpr double kGoal = 0.6; // of what plain SQLite reaches; DESIGN section 6
constexpr int kMessagesPerBatch = 500;

struct Ingested {
    double rowsSeconds = 0; ///< all batches committed
    double searchableSeconds = 0; ///< and the text index caught up
};

std::optional<Ingested> ingestAll(const QString &path, const storage::CacheKey &key, const QList<Batch> &batches)
{
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::remove(path + suffix);
    static const SystemClock clock;
    auto store = storage::Store::open(path, key, clock);
    if (!store)
        return std::nullopt;
    Account account;
    account.name = QStringLiteral("bench");
    account.platform = QStringLiteral("bench");
    const auto id = (*store)->addAccount(account);
    if (!id)
        return std::nullopt;
    QElapsedTimer timer;
    timer.start();
    for (const Batch &batch : batches) {
        if (!(*store)->ingest(*id, batch))
            return std::nullopt;
    }
    Ingested done;
    done.rowsSeconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    while (true) {
        const auto left = (*store)->indexPending(kIndexBite);
        if (!left)
            return std::nullopt;
        if (*left == 0)
            break;
    }
    done.searchableSeconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    return done;
}

} // namespace

QList<Row> ingestRows(const QString &folder)
{
    QList<Batch> batches;
    int messages = 0;
    makeTalk(kTickets, kMessagesPerTicket, 11, [&](const Batch &batch) {
        batches << batch;
        batches.last().backfill = true;
        messages += static_cast<int>(batch.messages.size());
        return true;
    });
    const storage::CacheKey key = storage::CacheKey::generate();
    const QString ours = folder + QStringLiteral("/ingest.db");
    const QString plain = folder + QStringLiteral("/ingest-plain.db");
    const auto done = ingestAll(ours, key, batches);
    if (!done)
        return {};
    const Rows rows = takeApart(ours, key);
    const double plainSeconds = insertAll(rows, plain, kMessagesPerBatch, kIndexBite, nullptr);
    const double encryptedSeconds = insertAll(rows, plain, kMessagesPerBatch, kIndexBite, &key);
    QFile::remove(ours);
    QFile::remove(plain);
    if (plainSeconds <= 0 || encryptedSeconds <= 0)
        return {};

    Row ingest{QStringLiteral("ingest of a first fill, until searchable"), messages / done->searchableSeconds,
        QStringLiteral("msg/s"), QStringLiteral("plain SQLite, same rows and indexes"), messages / plainSeconds,
        QStringLiteral("≥ 0.6 ×"), {}};
    ingest.reached = ratioOf(ingest) >= kGoal;
    return {ingest,
        {QStringLiteral("ingest of a first fill, rows only"), messages / done->rowsSeconds, QStringLiteral("msg/s"), {},
            0, {}, {}},
        {QStringLiteral("what encryption costs: the same inserts into SQLCipher"), messages / encryptedSeconds,
            QStringLiteral("msg/s"), QStringLiteral("plain SQLite"), messages / plainSeconds, {}, {}}};
}

} // namespace parley::bench
