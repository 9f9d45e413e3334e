// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_cache.h"

#include "app/profile.h"
#include "bench/text_source.h"
#include "storage/reader.h"
#include "storage/secrets/secret_store.h"
#include "storage/store.h"

#include <QDir>
#include <QFile>

#include <memory>

namespace parley::bench {

namespace {

constexpr int kIndexBite = 5000;
const QString kLongThreadId = QStringLiteral("long");

Error failed(const QString &what)
{
    return {ErrorKind::Storage, what, {}, {}, false};
}

/// One conversation of kLongThread messages, as of a customer who never leaves.
Result<void> addLongThread(storage::Store &store, AccountId account)
{
    TextSource text(5);
    Timestamp time = fromMs(1'700'000'000'000);
    for (int first = 0; first < kLongThread; first += 1000) {
        Batch batch;
        batch.backfill = true;
        batch.contacts << RemoteContact{QStringLiteral("loyal"), QStringLiteral("Ана Ковачић"), {}, {}};
        batch.conversations << RemoteConversation{
            kLongThreadId, ConversationKind::DirectChat, {}, QStringLiteral("loyal"), true, {}, {}};
        for (int i = first; i < first + 1000; ++i) {
            RemoteMessage message;
            message.remoteId = QStringLiteral("long:%1").arg(i);
            message.conversationRemoteId = kLongThreadId;
            message.authorRemoteId = QStringLiteral("loyal");
            message.direction = i % 3 == 0 ? Direction::Out : Direction::In;
            message.text = text.message(TextSource::Language::Russian);
            time += std::chrono::minutes(3);
            message.time = time;
            batch.messages << message;
        }
        if (const auto done = store.ingest(account, batch); !done)
            return done.error();
    }
    return {};
}

Result<void> fill(storage::Store &store, int tickets, const std::function<void(const QString &)> &say)
{
    Account account;
    account.name = QStringLiteral("Bench");
    account.platform = QStringLiteral("telegram");
    account.capabilities.ownsTickets = true;
    const auto id = store.addAccount(account);
    if (!id)
        return id.error();
    Result<void> outcome;
    int done = 0;
    makeTalk(tickets, kMessagesPerTicket, 1, [&](const Batch &batch) {
        if (const auto taken = store.ingest(*id, batch); !taken)
            outcome = taken.error();
        done += static_cast<int>(batch.conversations.size());
        if (done % 10'000 == 0)
            say(QStringLiteral("  %1 of %2 tickets").arg(done).arg(tickets));
        return outcome.ok();
    });
    if (!outcome)
        return outcome;
    if (auto added = addLongThread(store, *id); !added)
        return added;
    say(QStringLiteral("  indexing the text"));
    while (true) {
        const auto left = store.indexPending(kIndexBite);
        if (!left)
            return left.error();
        if (*left == 0)
            break;
    }
    return store.checkpoint();
}

} // namespace

Result<BenchCache> openOrBuild(const QString &folder, int tickets, const std::function<void(const QString &)> &say)
{
    BenchCache cache;
    cache.dataDir = folder + QStringLiteral("/cache-%1").arg(tickets);
    cache.secrets = QStringLiteral("file:") + cache.dataDir + QStringLiteral("/secrets.json");
    const QString finished = cache.dataDir + QStringLiteral("/finished");
    const bool fresh = !QFile::exists(finished);
    if (fresh)
        QDir(cache.dataDir).removeRecursively();
    QDir().mkpath(cache.dataDir);
    const auto profile = app::Profile::open({cache.dataDir, QStringLiteral("default"), cache.secrets});
    if (!profile)
        return profile.error();
    const auto secrets = profile->secrets();
    if (!secrets)
        return secrets.error();
    const auto key = profile->key(**secrets);
    if (!key)
        return key.error();
    cache.key = *key;
    cache.cachePath = profile->cachePath();
    if (fresh) {
        say(QStringLiteral("Building a cache of %1 tickets, once").arg(tickets));
        static const SystemClock clock;
        const auto store = storage::Store::open(cache.cachePath, cache.key, clock);
        if (!store)
            return store.error();
        if (const auto filled = fill(**store, tickets, say); !filled)
            return filled.error();
        QFile mark(finished);
        if (!mark.open(QIODevice::WriteOnly))
            return failed(QStringLiteral("the cache cannot be marked as finished"));
    }
    const auto reader = storage::Reader::open(cache.cachePath, cache.key);
    if (!reader)
        return reader.error();
    const auto accounts = (*reader)->accounts();
    if (!accounts || accounts->isEmpty())
        return failed(QStringLiteral("the cache has no account"));
    const auto thread = (*reader)->conversationByRemoteId(accounts->first().id, kLongThreadId);
    if (!thread || !*thread)
        return failed(QStringLiteral("the cache has no long thread"));
    cache.longThread = **thread;
    return cache;
}

} // namespace parley::bench
