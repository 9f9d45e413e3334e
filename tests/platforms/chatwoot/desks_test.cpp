// SPDX-License-Identifier: GPL-3.0-or-later
// Whole desks on one server: engines with caches of their own, as two agents at two computers have them.
#include "platforms/chatwoot/connector.h"
#include "platforms/chatwoot/info.h"
#include "platforms/chatwoot/quick_timing.h"
#include "sandbox/chatwoot.h"
#include "storage/reader.h"
#include "support/memory_secrets.h"
#include "support/print.h"
#include "sync/engine.h"

#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace parley;
using sandbox::BadDay;

namespace {

constexpr int kPatience = 30'000;

template <typename Condition>
[[nodiscard]] bool eventually(Condition condition)
{
    return QTest::qWaitFor(condition, kPatience);
}

template <typename T>
T await(const QFuture<T> &future)
{
    REQUIRE(eventually([&future] { return future.isFinished(); }));
    return future.result();
}

/// One agent's computer.
class Desk : public QObject
{
public:
    Desk(const sandbox::Chatwoot &server, int agent)
    {
        platforms::Entry entry = platforms::chatwoot::entry();
        entry.create = [](platforms::Setup setup) -> std::unique_ptr<platforms::Platform> {
            platforms::chatwoot::Timing timing = tests::quickChatwoot();
            timing.call = 20s; // two desks and a server on a busy machine
            timing.stall = 20s;
            timing.shared = 1s; // canned responses have no event: they are asked for
            timing.sharedRest = 200ms;
            return std::make_unique<platforms::chatwoot::Connector>(std::move(setup), timing);
        };
        m_entries.push_back(entry);
        sync::EngineConfig config;
        config.cachePath = m_dir.filePath(u"cache.db"_s);
        config.key = m_key;
        config.secrets = std::make_shared<tests::MemorySecrets>();
        config.platforms = &m_entries;
        config.watchNetwork = false;
        engine = std::make_unique<sync::Engine>(config);
        connect(engine.get(), &sync::Engine::live, this, [this](const sync::LiveNews &event) { news << event; });
        REQUIRE(await(engine->start()).ok());
        sync::AccountDraft draft;
        draft.account.name = u"Team"_s;
        draft.account.platform = u"chatwoot"_s;
        draft.account.url = server.url();
        draft.secret = server.token(agent);
        const auto added = await(engine->addAccount(draft));
        if (!added)
            FAIL(added.error().detail.toStdString() << " / " << added.error().words.toStdString());
        account = *added;
        reader = *storage::Reader::open(config.cachePath, m_key);
    }
    ~Desk() override
    {
        engine.reset();
        QCoreApplication::sendPostedEvents(this);
    }

    TicketId ticket(int conversation)
    {
        const auto id = reader->conversationByRemoteId(account, QString::number(conversation));
        if (!id || !*id)
            return {};
        const auto found = reader->currentTicket(**id);
        return found && *found ? **found : TicketId{};
    }
    Ticket fields(int conversation)
    {
        const auto row = reader->ticket(ticket(conversation));
        return row && *row ? (*row)->ticket : Ticket{};
    }
    QList<Message> messages(int conversation)
    {
        const auto id = reader->conversationByRemoteId(account, QString::number(conversation));
        if (!id || !*id)
            return {};
        const auto list = reader->messagesBefore(**id, {}, 1000);
        return list ? *list : QList<Message>();
    }
    int count(int conversation, const QString &text)
    {
        const auto list = messages(conversation);
        return int(std::ranges::count(list, text, &Message::text));
    }
    bool has(int conversation, const QString &text) { return count(conversation, text) > 0; }
    OutboxId submit(int conversation, const Command &command)
    {
        CommandRequest request;
        request.ticket = ticket(conversation);
        request.command = command;
        const auto row = await(engine->submit(request));
        REQUIRE(row.ok());
        return *row;
    }
    bool isInState(OutboxId id, OutboxState state)
    {
        const auto row = reader->outboxRow(id);
        return row && *row && (*row)->state == state;
    }
    int unsettled()
    {
        const auto rows = reader->outbox(1000);
        return rows ? int(rows->size()) : -1;
    }
    void online(bool on)
    {
        engine->setOnline(on);
        if (!on) {
            REQUIRE(eventually([this] {
                const auto status = reader->accountStatus(account);
                return status && status->state == AccountState::Offline;
            }));
        }
    }

    std::unique_ptr<sync::Engine> engine;
    std::unique_ptr<storage::Reader> reader;
    AccountId account;
    QList<sync::LiveNews> news;

private:
    QTemporaryDir m_dir;
    storage::CacheKey m_key = storage::CacheKey::generate();
    std::vector<platforms::Entry> m_entries;
};

/// A server with a conversation, and the desks of Ann and Bob, both live.
struct Office {
    Office()
    {
        server.write(anna, u"hello"_s);
        ann = std::make_unique<Desk>(server, server.ann());
        bob = std::make_unique<Desk>(server, bobId);
        REQUIRE(eventually([this] { return ann->has(1, u"hello"_s) && bob->has(1, u"hello"_s); }));
        REQUIRE(eventually([this] { return server.subscribers() == 2; }));
    }

    sandbox::Chatwoot server;
    int bobId = server.addAgent(u"Bob Ray"_s, {server.inbox()});
    int anna = server.addCustomer(u"Anna"_s);
    std::unique_ptr<Desk> ann;
    std::unique_ptr<Desk> bob;
};

} // namespace

TEST_CASE("Two desks on one server stay in step: replies, notes, status, assignment, tags and typing")
{
    Office office;
    Desk &ann = *office.ann;
    Desk &bob = *office.bob;
    ann.submit(1, Reply{u"on its way"_s, {}, false, {}});
    CHECK(eventually([&] { return bob.has(1, u"on its way"_s); }));
    CHECK(office.server.textsReceived(office.anna) == QStringList{u"on its way"_s});
    bob.submit(1, Note{u"call her tomorrow"_s});
    CHECK(eventually([&] { return ann.has(1, u"call her tomorrow"_s); }));
    bob.submit(1, SetStatus{TicketStatus::Pending, {}});
    CHECK(eventually([&] { return ann.fields(1).status == TicketStatus::Pending; }));
    ann.submit(1, Assign{u"Bob Ray"_s});
    CHECK(eventually([&] { return bob.fields(1).assignee == kMe; }));
    CHECK(eventually([&] { return ann.fields(1).assignee == u"Bob Ray"_s; }));
    ann.submit(1, ChangeTags{{u"billing"_s}, {}});
    CHECK(eventually([&] { return bob.fields(1).tags == QStringList{u"billing"_s}; }));
    bob.submit(1, SetPriority{Priority::Urgent});
    CHECK(eventually([&] { return ann.fields(1).priority == Priority::Urgent; }));
    bob.engine->typing(bob.ticket(1), true);
    CHECK(eventually([&] {
        return std::ranges::any_of(ann.news, [](const sync::LiveNews &news) {
            return news.event.kind == LiveEvent::Kind::Typing && news.event.byColleague
                && news.event.author == u"Bob Ray"_s;
        });
    }));
    office.server.type(office.anna);
    CHECK(eventually([&] {
        return std::ranges::any_of(bob.news, [](const sync::LiveNews &news) {
            return news.event.kind == LiveEvent::Kind::Typing && !news.event.byColleague;
        });
    }));
    CHECK(eventually([&] { return ann.unsettled() == 0 && bob.unsettled() == 0; }));
    CHECK(ann.count(1, u"on its way"_s) == 1);
    CHECK(bob.count(1, u"on its way"_s) == 1);
    CHECK(office.server.complaints() == QStringList());
}

TEST_CASE("A colleague answers while ours waits: it is held, and nothing goes out twice")
{
    Office office;
    Desk &ann = *office.ann;
    ann.online(false);
    const OutboxId row = ann.submit(1, Reply{u"mine"_s, {}, false, {}});
    office.server.answerAs(office.bobId, 1, u"Bob was faster"_s);
    ann.online(true);
    REQUIRE(eventually([&] { return ann.isInState(row, OutboxState::Held); }));
    const auto held = ann.reader->outboxRow(row);
    CHECK((*held)->heldReason == HeldReason::ThreadMovedOn);
    CHECK(ann.has(1, u"Bob was faster"_s));
    CHECK(office.server.textsReceived(office.anna) == QStringList{u"Bob was faster"_s});
    REQUIRE(await(ann.engine->retry(row)).ok());
    CHECK(eventually([&] { return office.server.textsReceived(office.anna).size() == 2; }));
    CHECK(eventually([&] { return office.bob->has(1, u"mine"_s); }));
}

TEST_CASE("A reply whose answer was lost is found, stands once, and reached the customer once")
{
    for (const auto kind : {BadDay::Kind::ServerErrorAfter, BadDay::Kind::CutAfter, BadDay::Kind::CutMidAnswer,
             BadDay::Kind::CutWhileReading, BadDay::Kind::ServerError}) {
        Office office;
        office.server.addBadDay(kind, u"send"_s);
        const OutboxId row = office.ann->submit(1, Reply{u"on its way"_s, {}, false, {}});
        REQUIRE(eventually([&] { return office.ann->isInState(row, OutboxState::Sent); }));
        REQUIRE(eventually([&] { return office.bob->has(1, u"on its way"_s); }));
        CHECK(office.server.textsReceived(office.anna) == QStringList{u"on its way"_s});
        CHECK(office.ann->count(1, u"on its way"_s) == 1);
    }
}

TEST_CASE("Two desks stay in step: team, mute, the team's mark unread, and what the team shares")
{
    Office office;
    Desk &ann = *office.ann;
    Desk &bob = *office.bob;
    office.server.addTeam(u"billing"_s);
    office.server.addCanned(u"hi"_s, u"Hello {{contact.name}}"_s);
    for (Desk *desk : {&ann, &bob}) {
        CHECK(eventually([&] {
            const auto shared = desk->reader->workspace(desk->account);
            return shared && shared->teams.value_or(QList<Team>()).contains(Team{u"billing"_s, false})
                && shared->cannedResponses.value_or(QList<CannedResponse>())
                       .contains(CannedResponse{u"hi"_s, u"Hello {{customer.name}}"_s});
        }));
    }
    ann.submit(1, AssignTeam{u"billing"_s});
    CHECK(eventually([&] { return bob.fields(1).team == u"billing"_s; }));
    bob.submit(1, MarkRead{});
    CHECK(eventually([&] { return !ann.fields(1).unread && !bob.fields(1).unread; }));
    bob.engine->markUnread(bob.ticket(1));
    CHECK(eventually([&] { return ann.fields(1).unread; }));
    CHECK(bob.fields(1).unread);
    bob.submit(1, Mute{true});
    CHECK(eventually([&] { return ann.fields(1).muted && ann.fields(1).status == TicketStatus::Resolved; }));
    ann.submit(1, Mute{false});
    CHECK(eventually([&] { return !bob.fields(1).muted; }));
    CHECK(eventually([&] { return ann.unsettled() == 0 && bob.unsettled() == 0; }));
    CHECK(ann.fields(1).team == u"billing"_s);
    // A look that was under way when the mute ended may still have told of it; the next one knows better.
    CHECK(eventually([&] { return !ann.fields(1).muted; }));
}

TEST_CASE("A desk that was offline triages, comes back, and loses, doubles and overwrites nothing")
{
    sandbox::Chatwoot server;
    const int bobId = server.addAgent(u"Bob Ray"_s, {server.inbox()});
    constexpr int kConversations = 50;
    for (int i = 1; i <= kConversations; ++i)
        server.write(server.addCustomer(u"Customer %1"_s.arg(i)), u"hello %1"_s.arg(i));
    Desk ann(server, server.ann());
    REQUIRE(eventually([&] { return ann.has(1, u"hello 1"_s) && ann.has(kConversations, u"hello 50"_s); }));
    ann.online(false);
    for (int id = 1; id <= kConversations; ++id) {
        ann.submit(id, ChangeTags{{u"triaged"_s}, {}});
        ann.submit(id, SetPriority{Priority::High});
        if (id % 2 == 0)
            ann.submit(id, SetStatus{TicketStatus::Resolved, {}});
    }
    // Meanwhile, on the server:
    server.setLabelsAs(bobId, 3, {u"vip"_s});
    server.setStatusAs(bobId, 4, u"snoozed"_s, 1'900'000'000);
    server.answerAs(bobId, 5, u"Bob was here"_s);
    ann.online(true);
    REQUIRE(eventually([&] { return ann.unsettled() <= 1; }));
    for (int id = 1; id <= kConversations; ++id) {
        CHECK(server.conversation(id).labels.contains(u"triaged"_s));
        CHECK(server.conversation(id).priority == u"high"_s);
        if (id % 2 == 0 && id != 4)
            CHECK(server.conversation(id).status == u"resolved"_s);
    }
    CHECK(server.conversation(3).labels.contains(u"vip"_s));
    CHECK(server.conversation(4).status == u"snoozed"_s); // somebody decided otherwise: ours is held, not forced
    CHECK(ann.unsettled() == 1);
    CHECK(ann.fields(4).status == TicketStatus::Snoozed);
    CHECK(eventually([&] { return ann.has(5, u"Bob was here"_s); }));
    for (int id = 1; id <= kConversations; ++id)
        CHECK(ann.count(id, u"hello %1"_s.arg(id)) == 1);
}
