// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/measures.h"
#include "bench/paint_watch.h"
#include "bench/plain_sqlite.h"
#include "bench/process_memory.h"
#include "bench/text_source.h"
#include "platforms/platform.h"
#include "sandbox/chatwoot.h"
#include "storage/reader.h"
#include "support/memory_secrets.h"
#include "sync/engine.h"
#include "ui/main_window.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

namespace parley::bench {

namespace {

constexpr int kMoved = 200; ///< conversations that changed while we were away
constexpr int kWrittenInEach = 5;
constexpr qint64 kUntilAnswer = 5 * 60'000; ///< by the server's clock, in ms
constexpr qint64 kUntilNext = 25 * 60'000;
constexpr int kRounds = 100;
constexpr int kWriters = 5; ///< the server's times are in seconds: so few rows have the same and all are in sight
constexpr int kEvents = 10'000; ///< a busy day's
constexpr int kPatienceMs = 1'200'000;
constexpr int kSettleMs = 5000;
constexpr int kMostSettles = 24;
constexpr double kPixelGoal = 50.0; // ms p95
const QString kOldest = QStringLiteral("najstarijirazgovor");

bool waitUntil(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, kPatienceMs);
}

QList<Row> nothing(const char *why)
{
    std::fprintf(stderr, "No helpdesk rows: %s\n", why);
    return {};
}

/// A team's server after some years.
class Server
{
public:
    explicit Server(int conversations)
    {
        m_chat.setJudge(false);
        m_chat.with([&](const sandbox::ChatServer &) { populate(conversations); });
    }

    sandbox::Chatwoot &operator*() { return m_chat; }
    sandbox::Chatwoot *operator->() { return &m_chat; }
    [[nodiscard]] int customer(int i) const { return m_customers.at(i % m_customers.size()); }

    [[nodiscard]] Account account() const
    {
        Account account;
        account.name = QStringLiteral("Team");
        account.platform = QStringLiteral("chatwoot");
        account.url = m_chat.url();
        return account;
    }

private:
    /// On the server's own thread, so that each of these calls needs no turn of it. The first conversation is the one
    /// that is reached last: the lists show its end, and only its history what stands before.
    void populate(int conversations)
    {
        TextSource text(17);
        m_chat.turnClock(-conversations * (kUntilAnswer + kUntilNext));
        for (int i = 0; i < conversations; ++i) {
            const int customer = m_chat.addCustomer(QStringLiteral("Kupac %1").arg(i));
            m_chat.write(customer, i == 0 ? kOldest : text.message(TextSource::Language::Croatian));
            m_chat.turnClock(kUntilAnswer);
            m_chat.answerAs(m_chat.ann(), m_chat.conversationOf(customer), text.message(TextSource::Language::Russian));
            m_chat.turnClock(kUntilNext);
            m_customers << customer;
        }
    }

    sandbox::Chatwoot m_chat;
    QList<int> m_customers;
};

/// The engine on one cache, started and ended several times as an agent's days go.
class Desk
{
public:
    explicit Desk(const QString &path)
        : m_path(path)
    {
    }

    bool start()
    {
        sync::EngineConfig config;
        config.cachePath = m_path;
        config.key = m_key;
        config.secrets = m_secrets;
        m_engine = std::make_unique<sync::Engine>(config);
        const auto started = m_engine->start();
        if (!waitUntil([&] { return started.isFinished(); }) || !started.result())
            return false;
        auto reader = storage::Reader::open(m_path, m_key);
        if (!reader)
            return false;
        m_reader = std::move(*reader);
        return true;
    }
    void stop()
    {
        m_reader.reset();
        m_engine.reset();
    }

    bool connect(const Server &server, const QByteArray &token)
    {
        const auto added = m_engine->addAccount({server.account(), token, {}});
        return waitUntil([&] { return added.isFinished(); }) && added.result().ok();
    }

    /// Is this in the cache, and found when it is looked for?
    [[nodiscard]] bool finds(const QString &words) const
    {
        const auto query = parseQuery(words, SystemClock().now());
        const auto hits = query ? m_reader->search(*query, {}, 1) : Result<QList<storage::Reader::Hit>>(query.error());
        return hits && !hits->isEmpty();
    }
    /// Every conversation is here, and can be worked with.
    [[nodiscard]] bool hasInbox() const
    {
        const auto status = this->status();
        return status && status->state == AccountState::Online && status->completeTo;
    }
    /// And all that was ever said in them.
    [[nodiscard]] bool hasHistories() const
    {
        const auto status = this->status();
        return status && status->state == AccountState::Online && status->completeTo && status->fillTotal == 0;
    }

    [[nodiscard]] sync::Engine &engine() { return *m_engine; }
    [[nodiscard]] storage::Reader &reader() { return *m_reader; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const storage::CacheKey &key() const { return m_key; }

private:
    [[nodiscard]] std::optional<AccountStatus> status() const
    {
        const auto accounts = m_reader->accounts();
        if (!accounts || accounts->isEmpty())
            return std::nullopt;
        const auto status = m_reader->accountStatus(accounts->first().id);
        return status ? std::optional(*status) : std::nullopt;
    }

    const QString m_path;
    const storage::CacheKey m_key = storage::CacheKey::generate();
    const std::shared_ptr<tests::MemorySecrets> m_secrets = std::make_shared<tests::MemorySecrets>();
    std::unique_ptr<sync::Engine> m_engine;
    std::unique_ptr<storage::Reader> m_reader;
};

/// How long a first fill took, from the account's first word on.
struct Fill {
    double inboxSeconds = 0; ///< until every conversation stood in the list
    qint64 inboxRows = 0;
    double historySeconds = 0; ///< until all was there, and the oldest message was found
};

std::optional<Fill> fill(Server &server, Desk &desk)
{
    Fill fill;
    QElapsedTimer timer;
    timer.start();
    const auto seconds = [&] { return static_cast<double>(timer.nsecsElapsed()) / 1e9; };
    if (!desk.start() || !desk.connect(server, server->token()))
        return std::nullopt;
    if (!waitUntil([&] { return desk.hasInbox(); }))
        return std::nullopt;
    fill.inboxSeconds = seconds();
    fill.inboxRows = countRows(desk.path(), desk.key());
    if (!waitUntil([&] { return desk.hasHistories() && desk.finds(kOldest); }))
        return std::nullopt;
    fill.historySeconds = seconds();
    desk.stop();
    return fill;
}

std::optional<QList<Row>> firstFill(Server &server, Desk &desk, int conversations)
{
    const auto took = fill(server, desk);
    if (!took)
        return std::nullopt;
    const Rows rows = takeApart(desk.path(), desk.key());
    const QString plain = desk.path() + QStringLiteral(".plain");
    const double plainSeconds = insertAll(rows, plain, 500, 2000, nullptr);
    QFile::remove(plain);
    if (plainSeconds <= 0)
        return std::nullopt;
    qsizetype count = 0;
    for (const Rows::Table &table : rows.tables)
        count += table.rows.size();
    const double yardstick = static_cast<double>(count) / plainSeconds;
    const QString plainly = QStringLiteral("plain SQLite, same rows and indexes, no server");
    std::fprintf(stderr, "All %d conversations stood in the list after %.1f s, all their histories after %.1f s.\n",
        conversations, took->inboxSeconds, took->historySeconds);
    return QList<Row>{{QStringLiteral("first fill of %L1 helpdesk conversations: the list").arg(conversations),
                          static_cast<double>(took->inboxRows) / took->inboxSeconds, QStringLiteral("rows/s"), plainly,
                          yardstick, {}, {}},
        {QStringLiteral("first fill of %L1, until every history is there").arg(conversations),
            static_cast<double>(count) / took->historySeconds, QStringLiteral("rows/s"), plainly, yardstick, {}, {}}};
}

std::optional<Row> catchUp(Server &server, Desk &desk)
{
    for (int i = 0; i < kMoved; ++i) {
        for (int k = 0; k < kWrittenInEach; ++k)
            server->write(server.customer(i * 7), QStringLiteral("preko noći %1-%2").arg(i).arg(k));
    }
    server->write(server.customer(3), QStringLiteral("posljednjanocas"));
    QElapsedTimer timer;
    timer.start();
    if (!desk.start())
        return std::nullopt;
    if (!waitUntil([&] {
            return desk.finds(QStringLiteral("\"preko noći 0-0\"")) && desk.finds(QStringLiteral("posljednjanocas"));
        }))
        return std::nullopt;
    return Row{QStringLiteral("catch-up: %1 messages in %2 conversations while offline")
                   .arg(kMoved * kWrittenInEach)
                   .arg(kMoved),
        static_cast<double>(timer.nsecsElapsed()) / 1e6, QStringLiteral("ms"), {}, 0, {}, {}};
}

std::optional<QList<Row>> socketToPixel(Server &server, Desk &desk)
{
    QList<PlatformInfo> infos;
    for (const platforms::Entry &entry : platforms::registry())
        infos << entry.info;
    static const SystemClock clock;
    ui::MainWindow window(ui::Ports{desk.engine(), desk.reader(),
        [path = desk.path(), key = desk.key()] { return storage::Reader::open(path, key); }, infos, clock, {}, false});
    window.resize(1440, 900);
    window.show();
    auto *list = window.findChild<QAbstractItemView *>(QStringLiteral("ticketList"));
    if (!list || !waitUntil([&] { return server->subscribers() > 0; }))
        return std::nullopt;
    PaintWatch watch(list);
    std::vector<double> samples;
    for (int i = 0; i < kRounds; ++i) {
        const QString text = QStringLiteral("poruka broj %1 kraj").arg(i);
        watch.expect(text);
        QElapsedTimer timer;
        timer.start();
        server->write(server.customer(i % kWriters * 31), text);
        if (!watch.waitForPaint())
            return std::nullopt;
        samples.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    const double p95 = percentile(samples, 0.95);
    return QList<Row>{{QStringLiteral("helpdesk socket to pixel"), p95, QStringLiteral("ms p95"), {}, 0,
                          QStringLiteral("≤ 50 ms"), p95 <= kPixelGoal},
        {QStringLiteral("helpdesk socket to pixel, median"), percentile(samples, 0.5), QStringLiteral("ms"), {}, 0, {},
            {}}};
}

/// The real program with its window, before and after the events of a busy day.
std::optional<Row> memoryAfterADay(const QString &folder, const QString &parley)
{
    Server server(500);
    const QStringList profile{QStringLiteral("--data-dir"), folder + QStringLiteral("/day"),
        QStringLiteral("--secrets"), QStringLiteral("file:") + folder + QStringLiteral("/day-secrets.json")};
    QProcess add;
    add.start(parley,
        profile
            + QStringList{QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("chatwoot"),
                QStringLiteral("--name"), QStringLiteral("Team"), QStringLiteral("--url"), server->url()});
    add.write(server->token() + '\n');
    add.closeWriteChannel();
    if (!add.waitForFinished(30'000) || add.exitCode() != 0)
        return std::nullopt;

    QProcess window;
    window.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    window.start(parley, profile);
    if (!window.waitForStarted() || !waitUntil([&] { return server->subscribers() > 0; }))
        return std::nullopt;
    // It does not finish: the first fill and all histories end meanwhile, and everything is shown.
    qsizetype asked = -1;
    for (int round = 0; round < kMostSettles && asked != server->calls().size(); ++round) {
        asked = server->calls().size();
        window.waitForFinished(kSettleMs);
    }
    const double before = proportionalSetSize(window.processId());
    TextSource text(23);
    for (int i = 0; i < kEvents; ++i)
        server->write(server.customer(i * 13), text.message(TextSource::Language::Russian));
    // The program is quiet again when it no longer asks and its memory stands still.
    double after = 0;
    for (double last = -1; last != after;) {
        last = after;
        window.waitForFinished(kSettleMs);
        after = proportionalSetSize(window.processId());
    }
    window.terminate();
    if (!window.waitForFinished(10'000))
        window.kill();
    window.waitForFinished();
    if (before <= 0 || after <= 0)
        return std::nullopt;
    return Row{QStringLiteral("memory after %L1 live events").arg(kEvents), after, QStringLiteral("MiB PSS"),
        QStringLiteral("the same window before them"), before, {}, {}};
}

} // namespace

QList<Row> helpdeskRows(const QString &folder, int conversations, const QString &parley)
{
    const QTemporaryDir place(folder + QStringLiteral("/helpdesk-XXXXXX"));
    QList<Row> rows;
    {
        Server server(conversations);
        Desk desk(place.filePath(QStringLiteral("cache.db")));
        const auto filled = firstFill(server, desk, conversations);
        if (!filled)
            return nothing("the first fill did not end");
        rows << *filled;
        const auto caughtUp = catchUp(server, desk);
        if (!caughtUp)
            return rows + nothing("the night was not caught up with");
        rows << *caughtUp;
        const auto pixel = socketToPixel(server, desk);
        if (!pixel)
            return rows + nothing("a message was not painted");
        rows << *pixel;
        desk.stop();
    }
    const auto memory = memoryAfterADay(place.path(), parley);
    if (!memory)
        return rows + nothing("the program was not connected");
    return rows << *memory;
}

} // namespace parley::bench
