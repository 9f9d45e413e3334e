// SPDX-License-Identifier: GPL-3.0-or-later
// Writes to a cache until it is killed, and says after each commit what it was told: see kill_test.cpp.
//   storage_kill_child PATH KEY-IN-HEX
#include "storage/store.h"
#include "support/hand_clock.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace parley;

namespace {

constexpr int kMessagesABatch = 5;

void say(const char *what, qint64 number)
{
    std::printf("%s %lld\n", what, static_cast<long long>(number));
    std::fflush(stdout);
}

Batch batchAt(qint64 n)
{
    Batch batch;
    for (int m = 0; m < kMessagesABatch; ++m) {
        RemoteMessage message;
        message.remoteId = u"m%1-%2"_s.arg(n).arg(m);
        message.conversationRemoteId = u"c%1"_s.arg(n % 7);
        message.authorRemoteId = u"p%1"_s.arg(n % 7);
        message.authorName = u"Person"_s;
        message.text = u"message %1 of batch %2, about a parcel"_s.arg(m).arg(n);
        message.time = fromMs(1'790'000'000'000 + n * 1000);
        batch.messages.append(message);
    }
    batch.nextCursor = QByteArray::number(n);
    return batch;
}

/// One round: a batch comes in, an answer goes out. False: something failed.
bool round(storage::Store &store, AccountId account)
{
    const auto cursor = store.cursor(account);
    if (!cursor)
        return false;
    const qint64 n = cursor->toLongLong() + 1;
    const auto taken = store.ingest(account, batchAt(n));
    if (!taken || taken->tickets.isEmpty())
        return false;
    say("taken", n);
    const auto sent = store.submit({*taken->tickets.cbegin(), Reply{u"answer %1"_s.arg(n), {}, false, {}}, {}});
    if (!sent)
        return false;
    say("submitted", sent->outbox.value);
    const auto next = store.nextToPush(account, fromMs(std::numeric_limits<qint64>::max()));
    if (!next || !*next)
        return next.ok();
    const auto departure = store.markSending((*next)->id);
    if (!departure)
        return false;
    if (!departure->mayLeave)
        return store.requeue((*next)->id).ok();
    say("left", (*next)->id.value);
    PushReceipt receipt;
    receipt.remoteId = u"r%1"_s.arg((*next)->id.value);
    if (!store.markSent((*next)->id, receipt))
        return false;
    say("sent", (*next)->id.value);
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    const tests::HandClock clock;
    const storage::CacheKey key{QByteArray::fromHex(arguments[2].toLatin1())};
    const auto store = storage::Store::open(arguments[1], key, clock);
    if (!store) {
        std::fprintf(stderr, "%s\n", qPrintable(store.error().words + u" / "_s + store.error().detail));
        return 1;
    }
    const AccountId account = (*store)->accounts()->first().id;
    // Rows that were leaving when the one before was killed may have arrived: they are not sent again here.
    const auto interrupted = (*store)->interrupted(account);
    for (const auto &row : *interrupted) {
        if (!(*store)->markSent(row.id, {}))
            return 1;
    }
    say("ready", 0);
    while (round(**store, account)) { }
    return 1;
}
