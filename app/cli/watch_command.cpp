// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask.h"
#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/cli/plain.h"
#include "models/display_text.h"
#include "sync/engine.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <variant>

namespace parley::app {

namespace {

struct StatusNews {
    AccountId account;
    AccountStatus status;
};
using Event = std::variant<Changes, sync::LiveNews, StatusNews>;
using Events = std::deque<Event>;

/// Gathers what the engine tells until the command comes to print it.
class Gathering
{
public:
    Gathering(const Session &session, sync::Engine &engine)
    {
        const auto keep = [waiter = session.waiter(), events = m_events](
                              const Event &event) { waiter->update([&] { events->push_back(event); }); };
        m_connections = {
            QObject::connect(
                &engine, &sync::Engine::changed, &engine, [keep](const Changes &changes) { keep(changes); },
                Qt::DirectConnection),
            QObject::connect(
                &engine, &sync::Engine::live, &engine, [keep](const sync::LiveNews &news) { keep(news); },
                Qt::DirectConnection),
            QObject::connect(
                &engine, &sync::Engine::accountStatusChanged, &engine,
                [keep](AccountId account, const AccountStatus &status) { keep(StatusNews{account, status}); },
                Qt::DirectConnection),
        };
    }
    ~Gathering()
    {
        for (const auto &connection : m_connections)
            QObject::disconnect(connection);
    }
    Gathering(const Gathering &) = delete;
    Gathering &operator=(const Gathering &) = delete;

    /// Waits for news. \return false: interrupted
    bool take(Waiter &waiter, Events &into)
    {
        const bool some = waiter.waitFor([this] { return !m_events->empty(); });
        waiter.update([&] { std::swap(into, *m_events); });
        return some && !waiter.interrupted();
    }

private:
    std::shared_ptr<Events> m_events = std::make_shared<Events>();
    QList<QMetaObject::Connection> m_connections;
};

class Printer
{
public:
    Printer(Session &session, storage::Reader &reader)
        : m_session(session)
        , m_reader(reader)
    {
    }

    void operator()(const Changes &changes)
    {
        for (const MessageId id : changes.messages)
            printMessage(id, changes.arrived.contains(id));
        for (const TicketId id : changes.tickets)
            printTicket(id);
    }

    void operator()(const sync::LiveNews &news)
    {
        const bool presence = news.event.kind == LiveEvent::Kind::Presence;
        const bool stopped = news.event.kind == LiveEvent::Kind::StoppedTyping;
        QJsonObject object = about(presence ? QStringLiteral("presence") : QStringLiteral("typing"), news.ticket);
        object.insert(QStringLiteral("author"), news.event.author);
        object.insert(QStringLiteral("on"), !stopped);
        m_session.print(object,
            QStringLiteral("#%1  %2 %3")
                .arg(QString::number(news.ticket.value), safeForDisplay(news.event.author, 40),
                    stopped        ? QStringLiteral("stopped typing")
                        : presence ? QStringLiteral("is there")
                                   : QStringLiteral("is typing…")));
    }

    void operator()(const StatusNews &news)
    {
        const auto accounts = m_reader.accounts();
        if (!accounts)
            return;
        for (const Account &account : *accounts) {
            if (account.id != news.account)
                continue;
            QJsonObject object = jsonOf(account, news.status);
            object.insert(QStringLiteral("event"), QStringLiteral("account"));
            object.insert(QStringLiteral("account"), account.name);
            object.insert(QStringLiteral("ticket"), QJsonValue());
            object.insert(QStringLiteral("at"), toRfc3339(m_session.now()));
            m_session.print(object, plain(account, news.status));
        }
    }

private:
    QJsonObject about(const QString &event, TicketId ticket)
    {
        QString account;
        if (const auto row = m_reader.ticket(ticket); row && *row)
            account = (*row)->accountName;
        return {{QStringLiteral("event"), event}, {QStringLiteral("ticket"), ticket.value},
            {QStringLiteral("account"), account}, {QStringLiteral("at"), toRfc3339(m_session.now())}};
    }

    void printMessage(MessageId id, bool arrived)
    {
        const auto message = m_reader.message(id);
        if (!message || !*message)
            return;
        QJsonObject object = jsonOf(**message);
        const QJsonObject frame = about(QStringLiteral("message"), (*message)->ticket);
        for (auto it = frame.begin(); it != frame.end(); ++it)
            object.insert(it.key(), it.value());
        object.insert(QStringLiteral("arrived"), arrived);
        m_session.print(object, QStringLiteral("#%1  ").arg((*message)->ticket.value) + plain(**message));
    }

    void printTicket(TicketId id)
    {
        if (!m_session.json())
            return; // for people the message says it all
        const auto row = m_reader.ticket(id);
        if (!row || !*row)
            return;
        QJsonObject object = jsonOf(**row);
        const QJsonObject frame = about(QStringLiteral("ticket"), id);
        for (auto it = frame.begin(); it != frame.end(); ++it)
            object.insert(it.key(), it.value());
        m_session.json(object);
    }

    Session &m_session;
    storage::Reader &m_reader;
};

} // namespace

int runWatch(Session &session, const Arguments &arguments)
{
    if (session.offline())
        return session.misuse(QStringLiteral("watch needs the network: leave out --offline."));
    const QString account = arguments.value(QStringLiteral("account"));
    if (!account.isEmpty()) {
        if (const auto known = accountFor(session, account); !known)
            return session.fail(known.error());
    }
    const auto engine = session.engine({.offline = false, .listen = true, .onlyAccount = account});
    if (!engine)
        return session.fail(engine.error());
    Gathering gathering(session, **engine);
    if (const auto started = session.start(**engine); !started)
        return session.fail(started.error());
    const auto reader = session.reader();
    if (!reader)
        return session.fail(reader.error());
    Printer printer(session, **reader);
    Events events;
    while (gathering.take(*session.waiter(), events)) {
        for (const Event &event : events)
            std::visit(printer, event);
        events.clear();
        if (!session.output().flush())
            return session.fail(QStringLiteral("The output could not be written."));
    }
    return Done;
}

} // namespace parley::app
