// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/desk.h"

#include "storage/sqlite/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <stdexcept>

namespace parley::tests {

using namespace Qt::StringLiterals;

namespace {

void mustBe(bool condition, const char *what)
{
    if (!condition)
        throw std::runtime_error(what);
}

} // namespace

Desk::Desk(std::function<void(World &)> prepare)
    : m_path(m_dir.filePath(u"cache.db"_s))
    , m_prepare(std::move(prepare))
{
    m_entries.push_back(fakeEntry([this](const Account &account) -> World & { return worldOf(account.name); }));
    config.cachePath = m_path;
    config.key = m_key;
    config.secrets = m_secrets;
    config.clock = m_time;
    config.scheduler = m_time;
    config.random = [] { return 0.5; };
    config.platforms = &m_entries;
    config.watchNetwork = false;
}

Desk::~Desk()
{
    stop();
}

World &Desk::worldOf(const QString &account)
{
    const std::lock_guard lock(m_mutex);
    auto &world = m_worlds[account];
    if (!world) {
        world = std::make_unique<World>();
        if (m_prepare)
            m_prepare(*world);
    }
    return *world;
}

void Desk::listenToEngine()
{
    using sync::Engine;
    const Engine *engine = m_engine.get();
    connect(engine, &Engine::changed, this, [this](const Changes &change) { changes.append(change); });
    connect(engine, &Engine::accountStatusChanged, this,
        [this](AccountId, const AccountStatus &status) { statuses.append(status); });
    connect(engine, &Engine::live, this, [this](const sync::LiveNews &event) { news.append(event); });
    connect(engine, &Engine::uploading, this, [this](OutboxId row, MessageId message, qint64 done, qint64 total) {
        uploads.append({row, message, done, total});
    });
    connect(engine, &Engine::settled, this, [this](OutboxId row) { settled.append(row); });
    connect(engine, &Engine::storageTrouble, this, [this](const Error &error) { troubles.append(error); });
    connect(engine, &Engine::storageRecovered, this, [this] { ++recoveries; });
    connect(engine, &Engine::idle, this, [this] { ++idles; });
}

Result<void> Desk::start()
{
    m_engine = std::make_unique<sync::Engine>(config);
    listenToEngine();
    return await(m_engine->start());
}

void Desk::stop()
{
    m_reader.reset();
    m_engine.reset();
    // What it said before it went is heard now, not after the next one has started.
    QCoreApplication::sendPostedEvents(this);
}

AccountId Desk::addAccount(const QString &name)
{
    sync::AccountDraft draft;
    draft.account.name = name;
    draft.account.platform = u"fake"_s;
    draft.secret = "good";
    const auto id = await(m_engine->addAccount(draft));
    mustBe(id.ok(), id.ok() ? "" : qPrintable(id.error().detail));
    return *id;
}

void Desk::startWithAccount()
{
    const auto started = start();
    mustBe(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
    account = addAccount();
}

QString Desk::copyOfCache() const
{
    const QString copy = m_dir.filePath(u"copy-%1.db"_s.arg(++m_copies));
    for (const QString &suffix : {QString(), u"-wal"_s}) {
        if (QFile::exists(m_path + suffix))
            mustBe(QFile::copy(m_path + suffix, copy + suffix), "copying the cache");
    }
    return copy;
}

void Desk::continueFrom(const QString &copy)
{
    stop();
    m_path = copy;
    config.cachePath = copy;
}

storage::Reader &Desk::reader()
{
    if (!m_reader) {
        auto reader = storage::Reader::open(m_path, m_key);
        mustBe(reader.ok(), "opening a reader");
        m_reader = std::move(*reader);
    }
    return *m_reader;
}

TicketId Desk::ticketOf(const QString &conversation)
{
    const auto id = reader().conversationByRemoteId(account, conversation);
    if (!id || !*id)
        return {};
    const auto ticket = reader().currentTicket(**id);
    return ticket && *ticket ? **ticket : TicketId{};
}

QList<Message> Desk::messages(const QString &conversation)
{
    const auto id = reader().conversationByRemoteId(account, conversation);
    if (!id || !*id)
        return {};
    const auto list = reader().messagesBefore(**id, {}, 10'000);
    return list ? *list : QList<Message>{};
}

QStringList Desk::texts(const QString &conversation)
{
    QStringList texts;
    for (const Message &message : messages(conversation))
        texts.append(message.text);
    return texts;
}

Result<OutboxId> Desk::submit(const QString &conversation, const Command &command)
{
    CommandRequest request;
    request.ticket = ticketOf(conversation);
    request.command = command;
    return await(m_engine->submit(request));
}

OutboxId Desk::reply(const QString &conversation, const QString &text)
{
    const auto id = submit(conversation, Reply{text, {}, false, {}});
    mustBe(id.ok(), id.ok() ? "" : qPrintable(id.error().detail));
    return *id;
}

OutboxRow Desk::row(OutboxId id)
{
    const auto row = reader().outboxRow(id);
    return row && *row ? **row : OutboxRow{};
}

bool Desk::isInState(OutboxId id, OutboxState state)
{
    const OutboxRow found = row(id);
    return found.id == id && found.state == state;
}

void Desk::sql(const char *statement)
{
    storage::Database database(m_path, m_key, storage::Database::Mode::Create);
    database.execute(statement);
}

AccountStatus Desk::status()
{
    const auto status = reader().accountStatus(account);
    return status ? *status : AccountStatus{};
}

} // namespace parley::tests
