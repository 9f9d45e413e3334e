// SPDX-License-Identifier: GPL-3.0-or-later
// The connector and the real cache together: what sync does, without sync.
#include "platforms/conformance/desk.h"
#include "storage/reader.h"
#include "storage/store.h"
#include "support/print.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace parley;
using namespace parley::tests::conformance;

namespace {

template <typename T>
T must(Result<T> result)
{
    if (!result)
        FAIL(result.error().detail.toStdString() << " / " << result.error().words.toStdString());
    return std::move(result).value();
}

/// A cache that can be closed and opened as often as a program dies.
struct Cache {
    explicit Cache(Desk &desk)
        : m_desk(desk)
    {
        open();
        Account draft = desk.subject->account();
        draft.capabilities = desk.platform->capabilities();
        account = must(store->addAccount(draft));
    }
    void open()
    {
        reader.reset();
        store.reset();
        store = must(storage::Store::open(m_folder.filePath(u"cache.db"_s), m_key, m_desk.clock));
        reader = must(storage::Reader::open(m_folder.filePath(u"cache.db"_s), m_key));
    }
    Batch fetch() { return must(await(m_desk.platform->pull(must(store->cursor(account))))); }
    void pullAll()
    {
        for (bool more = true; more;) {
            const Batch batch = fetch();
            more = batch.more;
            must(store->ingest(account, batch));
        }
    }
    /// All messages of the customer's open tickets that people wrote, oldest first.
    QList<Message> messages()
    {
        QList<Message> found;
        storage::TicketFilter all;
        all.now = m_desk.clock.now();
        for (const TicketRow &row : must(reader->tickets(all, std::nullopt, 100))) {
            for (const Message &message : must(reader->messagesBefore(row.ticket.conversation, {}, 1000))) {
                if (message.kind == MessageKind::Message)
                    found << message;
            }
        }
        std::ranges::sort(found, {}, &Message::id);
        return found;
    }
    QStringList texts()
    {
        QStringList texts;
        for (const Message &message : messages())
            texts << message.text.trimmed();
        return texts;
    }
    TicketId ticket()
    {
        storage::TicketFilter all;
        all.now = m_desk.clock.now();
        const auto rows = must(reader->tickets(all, std::nullopt, 10));
        REQUIRE(rows.size() == 1);
        return rows.first().ticket.id;
    }

private:
    Desk &m_desk;
    QTemporaryDir m_folder; // outlives the cache in it
    storage::CacheKey m_key = storage::CacheKey::generate();

public:
    std::unique_ptr<storage::Store> store;
    std::unique_ptr<storage::Reader> reader;
    AccountId account;
};

} // namespace

TEST_CASE("The cache has every message once, wherever the program died between fetching and committing")
{
    Desk desk;
    Cache cache(desk);
    desk.subject->customerWrites(u"Anna"_s, u"one"_s);
    const Batch lost = cache.fetch(); // and dies before the commit
    CHECK(!lost.isEmpty());
    cache.open();
    desk.restart();
    desk.subject->customerWrites(u"Anna"_s, u"two"_s);
    cache.pullAll();
    cache.open(); // dies after the commit
    desk.restart();
    desk.subject->customerWrites(u"Anna"_s, u"three"_s);
    cache.pullAll();
    CHECK(cache.texts() == QStringList{u"one"_s, u"two"_s, u"three"_s});
}

TEST_CASE("A page that is committed twice changes the cache once")
{
    Desk desk;
    Cache cache(desk);
    desk.subject->customerWrites(u"Anna"_s, u"one"_s);
    desk.subject->customerWrites(u"Anna"_s, u"two"_s);
    const Batch batch = cache.fetch();
    must(cache.store->ingest(cache.account, batch));
    const Changes again = must(cache.store->ingest(cache.account, batch));
    CHECK(again.arrived.isEmpty());
    cache.pullAll(); // the first page need not be all
    CHECK(cache.texts() == QStringList{u"one"_s, u"two"_s});
}

TEST_CASE("An answer written to the cache reaches the customer and stands in the cache once")
{
    Desk desk;
    Cache cache(desk);
    desk.subject->customerWrites(u"Anna"_s, u"Where is it?"_s);
    cache.pullAll();
    must(cache.store->submit({cache.ticket(), Reply{u"on its way"_s, {}, false, {}}, {}}));
    const auto next = must(cache.store->nextToPush(cache.account, desk.clock.now()));
    REQUIRE(next.has_value());
    REQUIRE(must(cache.store->markSending(next->id)).mayLeave);
    const PushReceipt receipt = must(desk.push(next->request));
    must(cache.store->markSent(next->id, receipt));
    cache.pullAll();
    CHECK(desk.subject->customerSees(u"Anna"_s) == QStringList{u"on its way"_s});
    CHECK(cache.texts() == QStringList{u"Where is it?"_s, u"on its way"_s});
    const auto rows = must(cache.reader->outbox(10));
    CHECK(rows.isEmpty());
}

TEST_CASE("Everything delivered twice is in the cache once")
{
    Desk desk;
    SKIP_WITHOUT(desk, DuplicateDelivery);
    Cache cache(desk);
    desk.subject->deliverTwice();
    desk.subject->customerWrites(u"Anna"_s, u"one"_s);
    desk.subject->customerWrites(u"Anna"_s, u"two"_s);
    cache.pullAll();
    cache.pullAll();
    CHECK(cache.texts() == QStringList{u"one"_s, u"two"_s});
}

TEST_CASE("What no connector understands is kept in the cache for the agent to see")
{
    Desk desk;
    SKIP_WITHOUT(desk, UnknownEvents);
    Cache cache(desk);
    desk.subject->unknownEvent("brand-new-4711");
    cache.pullAll();
    const auto rows = must(cache.reader->rawPayloads(10));
    REQUIRE(!rows.isEmpty());
    const auto whole = must(cache.reader->rawPayload(rows.first().id));
    REQUIRE(whole.has_value());
    CHECK(whole->payload.contains("brand-new-4711"));
}
