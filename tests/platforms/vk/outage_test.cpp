// SPDX-License-Identifier: GPL-3.0-or-later
// A community as an agent has it, with the engine and a cache, on the day on which VK does not answer.
#include "platforms/vk/info.h"
#include "platforms/vk/vk_account.h"
#include "storage/reader.h"
#include "support/memory_secrets.h"
#include "sync/engine.h"
#include "sync/scheduler.h"

#include <QTemporaryDir>

#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;
using namespace parley::tests;
using parley::sandbox::BadDay;

namespace {

constexpr int kPatience = 120'000;

template <typename Condition>
[[nodiscard]] bool eventually(Condition condition)
{
    return QTest::qWaitFor(condition, kPatience);
}

template <typename T>
T finished(const QFuture<T> &future)
{
    REQUIRE(eventually([&future] { return future.isFinished(); }));
    return future.result();
}

/// The system's timers in fifty times their pace: a minute of patience takes a second.
class Hurry final : public sync::Scheduler
{
public:
    quint64 after(QObject *context, std::chrono::milliseconds delay, std::function<void()> call) override
    {
        return m_system->after(context, delay / 50, std::move(call));
    }
    void cancel(quint64 alarm) override { m_system->cancel(alarm); }

private:
    std::shared_ptr<sync::Scheduler> m_system = sync::systemScheduler();
};

/// One community, one customer who has written, and the agent's computer, online.
struct Shop {
    Shop()
    {
        vk.setRateLimits(0, 0);
        vk.write(anna, u"hello?"_s);
        platforms::Entry entry = platforms::vk::entry();
        entry.create = [](platforms::Setup setup) -> std::unique_ptr<platforms::Platform> {
            return std::make_unique<platforms::vk::Connector>(std::move(setup), VkAccount::quick());
        };
        m_entries.push_back(entry);
        sync::EngineConfig config;
        config.cachePath = m_dir.filePath(u"cache.db"_s);
        config.key = m_key;
        config.secrets = std::make_shared<MemorySecrets>();
        config.platforms = &m_entries;
        config.scheduler = std::make_shared<Hurry>();
        config.watchNetwork = false;
        engine = std::make_unique<sync::Engine>(config);
        REQUIRE(finished(engine->start()).ok());
        sync::AccountDraft draft;
        draft.account.name = u"Tea shop"_s;
        draft.account.platform = u"vk"_s;
        draft.account.url = vk.url();
        draft.account.settings[u"group"_s] = QString::number(vk.groupId());
        draft.secret = vk.token();
        const auto added = finished(engine->addAccount(draft));
        REQUIRE(added.ok());
        account = *added;
        reader = *storage::Reader::open(config.cachePath, m_key);
        REQUIRE(eventually([this] { return hears(anna, u"hello?"_s) && status().state == AccountState::Online; }));
    }
    ~Shop()
    {
        vk.endBadDays();
        engine.reset();
    }
    Shop(const Shop &) = delete;
    Shop &operator=(const Shop &) = delete;

    AccountStatus status()
    {
        const auto read = reader->accountStatus(account);
        return read ? *read : AccountStatus();
    }
    ConversationId dialog(qint64 customer)
    {
        const auto id = reader->conversationByRemoteId(account, QString::number(customer));
        return id && *id ? **id : ConversationId{};
    }
    bool hears(qint64 customer, const QString &text)
    {
        const auto list = reader->messagesBefore(dialog(customer), {}, 1000);
        return list && std::ranges::find(*list, text, &Message::text) != list->end();
    }
    OutboxId reply(const QString &text)
    {
        const auto ticket = reader->currentTicket(dialog(anna));
        REQUIRE((ticket.ok() && ticket->has_value()));
        CommandRequest request;
        request.ticket = **ticket;
        request.command = Reply{text, {}, false, {}};
        const auto row = finished(engine->submit(request));
        REQUIRE(row.ok());
        return *row;
    }
    OutboxState stateOf(OutboxId id)
    {
        const auto row = reader->outboxRow(id);
        return row && *row ? (*row)->state : OutboxState::Failed;
    }

    sandbox::Vk vk;
    qint64 anna = vk.addCustomer(u"Anna"_s);
    qint64 boris = vk.addCustomer(u"Boris"_s);
    std::unique_ptr<sync::Engine> engine;
    std::unique_ptr<storage::Reader> reader;
    AccountId account;

private:
    QTemporaryDir m_dir;
    storage::CacheKey m_key = storage::CacheKey::generate();
    std::vector<platforms::Entry> m_entries;
};

} // namespace

TEST_CASE("While VK answers with failures of its own the account says so, answers wait, and all goes on by itself")
{
    const bool byCode = GENERATE(true, false); // error 10, or a front server's page of 502
    Shop shop;
    if (byCode)
        shop.vk.refuse({}, 10, -1);
    else
        shop.vk.addBadDay(BadDay::Kind::ServerError, {}, -1);
    const OutboxId row = shop.reply(u"hello!"_s);
    REQUIRE(eventually([&] {
        const AccountStatus now = shop.status();
        return now.state == AccountState::Degraded && now.detail.contains(u"VK does not answer since"_s);
    }));
    shop.vk.write(shop.boris, u"are you there?"_s);
    const auto asked = shop.vk.calls().size();
    REQUIRE(eventually([&] { return shop.vk.calls().size() >= asked + 5; })); // it is asked again and again
    CHECK((shop.stateOf(row) == OutboxState::Queued || shop.stateOf(row) == OutboxState::Sending));
    CHECK(shop.vk.textsReceived(shop.anna).isEmpty());
    shop.vk.endBadDays();
    CHECK(eventually([&] { return shop.stateOf(row) == OutboxState::Sent; }));
    CHECK(shop.vk.textsReceived(shop.anna) == QStringList{u"hello!"_s});
    CHECK(eventually([&] { return shop.hears(shop.boris, u"are you there?"_s); }));
    CHECK(eventually([&] { return shop.status().state == AccountState::Online; }));
}
