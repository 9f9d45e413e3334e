// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/query.h"
#include "storage/reader.h"
#include "storage/store.h"
#include "support/hand_clock.h"
#include "sync/index_worker.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

using namespace parley;
using namespace Qt::StringLiterals;

namespace {

class NobodyListens final : public sync::Host
{
public:
    void committed(const Changes &) override { }
    void pulled(int) override { }
    void statusChanged(AccountId, const AccountStatus &) override { }
    void happened(AccountId, const LiveEvent &) override { }
    void uploaded(OutboxId, MessageId, qint64, qint64) override { }
    void secretExchanged(AccountId, const QByteArray &) override { }
    void storageFailed(const Error &) override { }
    void storageWorks() override { }
    void workChanged() override { }
};

/// A page of history, which waits for its index.
Batch history(const QString &word)
{
    Batch batch;
    batch.backfill = true;
    RemoteMessage message;
    message.remoteId = word;
    message.conversationRemoteId = u"chat"_s;
    message.text = word;
    message.time = fromMs(1'780'000'000'000);
    batch.messages << message;
    return batch;
}

struct Bench {
    Bench()
    {
        const storage::CacheKey key = storage::CacheKey::generate();
        const QString path = folder.filePath(u"cache.db"_s);
        auto opened = storage::Store::open(path, key, clock);
        REQUIRE(opened.ok());
        store = std::move(*opened);
        auto reading = storage::Reader::open(path, key);
        REQUIRE(reading.ok());
        reader = std::move(*reading);
        Account draft;
        draft.name = u"Shop"_s;
        draft.platform = u"telegram"_s;
        const auto added = store->addAccount(draft);
        REQUIRE(added.ok());
        account = *added;
        around.reset(
            new sync::Surroundings{*store, *reader, clock, *scheduler, &context, sync::systemRandom(), host, false});
    }
    qsizetype take(const Batch &batch) { return store->ingest(account, batch)->messages.size(); }
    [[nodiscard]] bool finds(const QString &word)
    {
        const auto hits = reader->search(*parseQuery(word, clock.now()), {}, 10);
        return hits.ok() && !hits->isEmpty();
    }

    QTemporaryDir folder;
    tests::HandClock clock;
    std::shared_ptr<sync::Scheduler> scheduler = sync::systemScheduler();
    std::unique_ptr<storage::Store> store;
    std::unique_ptr<storage::Reader> reader;
    AccountId account;
    QObject context;
    NobodyListens host;
    std::unique_ptr<sync::Surroundings> around;
};

} // namespace

TEST_CASE("The last page of history is searchable at once when nobody brings any more")
{
    Bench bench;
    sync::IndexWorker worker(*bench.around);
    worker.indexSoon(bench.take(history(u"parcel"_s)));
    REQUIRE(worker.isBusy());
    worker.allIsHere();
    QCoreApplication::sendPostedEvents(); // what is due now, no timer
    QCoreApplication::sendPostedEvents(); // the look whether anything is left
    CHECK_FALSE(worker.isBusy());
    CHECK(bench.finds(u"parcel"_s));
}

TEST_CASE("What comes in after all seemed to be here is gathered and indexed as before")
{
    Bench bench;
    sync::IndexWorker worker(*bench.around);
    worker.allIsHere(); // nothing waits: nothing happens
    CHECK_FALSE(worker.isBusy());
    worker.indexSoon(bench.take(history(u"invoice"_s)));
    QCoreApplication::sendPostedEvents();
    CHECK(worker.isBusy());
    CHECK(QTest::qWaitFor([&] { return !worker.isBusy(); }, 60'000));
    CHECK(bench.finds(u"invoice"_s));
}
