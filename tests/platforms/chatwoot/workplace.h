// SPDX-License-Identifier: GPL-3.0-or-later
// A server, a connector for one of its agents, and everything that the connector has told so far.
#pragma once

#include "platforms/chatwoot/connector.h"
#include "platforms/chatwoot/quick_timing.h"
#include "sandbox/chatwoot.h"
#include "support/print.h"

#include <QCoroTask>
#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <functional>

namespace parley::tests {

template <typename T>
T await(QCoro::Task<T> &&task)
{
    return QCoro::waitFor(std::move(task));
}

/// Our clock; a test may turn it.
class TurnedClock final : public Clock
{
public:
    [[nodiscard]] Timestamp now() const override { return SystemClock().now() + off; }
    std::chrono::milliseconds off{0};
};

struct Workplace {
    Workplace() { connect(); }
    ~Workplace() { connector->stop(); }
    Workplace(const Workplace &) = delete;
    Workplace &operator=(const Workplace &) = delete;

    /// Anew, with what stands in agent, secret, settings and timing; the cursor stays.
    void connect()
    {
        if (connector)
            connector->stop();
        Account account;
        account.name = QStringLiteral("Team");
        account.platform = QStringLiteral("chatwoot");
        account.url = server.url();
        account.settings = settings;
        const QByteArray given = secret.isEmpty() ? server.token(agent) : secret;
        connector = std::make_unique<platforms::chatwoot::Connector>(platforms::Setup{account, given, &clock}, timing);
    }

    void take(const Batch &batch)
    {
        for (const RemoteMessage &message : batch.messages)
            messages[message.remoteId] = message;
        for (const RemoteContact &contact : batch.contacts)
            contacts[contact.remoteId] = contact;
        for (const RemoteConversation &conversation : batch.conversations)
            conversations[conversation.remoteId] = conversation;
        for (const RemoteDeletion &deletion : batch.deletions)
            deleted << deletion.messageRemoteId;
        for (const RemoteTicketFields &told : batch.tickets)
            takeFields(told);
        takeShared(batch.workspace);
        if (!batch.nextCursor.isEmpty())
            cursor = batch.nextCursor;
    }
    /// As a cache does: a list that comes replaces the one before.
    void takeShared(const Workspace &told)
    {
        const auto takeOne = [](auto &kept, const auto &list) {
            if (list)
                kept = list;
        };
        takeOne(shared.agents, told.agents);
        takeOne(shared.teams, told.teams);
        takeOne(shared.labels, told.labels);
        takeOne(shared.cannedResponses, told.cannedResponses);
        takeOne(shared.views, told.views);
        takeOne(shared.macros, told.macros);
        takeOne(shared.satisfaction, told.satisfaction);
        tellings += told.isEmpty() ? 0 : 1;
    }
    void takeFields(const RemoteTicketFields &told)
    {
        RemoteTicketFields &known = fields[told.conversationRemoteId];
        if (told.status) {
            known.status = told.status;
            known.snoozedUntil = told.snoozedUntil;
        }
        if (told.assignee)
            known.assignee = told.assignee;
        if (told.priority)
            known.priority = told.priority;
        if (told.tags)
            known.tags = told.tags;
        if (told.team)
            known.team = told.team;
        if (told.muted)
            known.muted = told.muted;
        if (told.rating)
            known.rating = told.rating;
        if (told.unread)
            known.unread = told.unread;
    }

    /// Pages until there are no more, new or old. \return the error that ended it
    std::optional<Error> pullAll()
    {
        bool older = false;
        for (int bound = 0; bound < 500; ++bound) {
            const auto page = older ? await(connector->pullOlder(cursor)) : await(connector->pull(cursor));
            if (!page)
                return page.error();
            take(*page);
            pages << *page;
            older = !page->more;
            if (older && !page->olderWaits)
                return std::nullopt;
        }
        FAIL("the server has more for ever");
        return std::nullopt;
    }
    /// Listens, and pulls where listening asks for it, until \a condition holds.
    bool listenUntil(const std::function<bool()> &condition)
    {
        for (int bound = 0; bound < 300 && !condition(); ++bound) {
            const auto live = await(connector->listen(cursor));
            if (!live)
                return false;
            take(live->batch);
            events << live->events;
            if (live->pullNow && pullAll())
                return false;
        }
        return condition();
    }
    /// Until the socket is subscribed and what was missed is here.
    bool goLive()
    {
        return listenUntil([this] { return server.subscribers() > 0; })
            && listenUntil([this] { return !server.calls(QStringLiteral("conversations")).isEmpty(); });
    }

    [[nodiscard]] bool has(const QString &text) const
    {
        return std::ranges::any_of(messages, [&](const RemoteMessage &message) { return message.text == text; });
    }
    [[nodiscard]] RemoteMessage withText(const QString &text) const
    {
        for (const RemoteMessage &message : messages) {
            if (message.text == text)
                return message;
        }
        return {};
    }
    [[nodiscard]] PushRequest request(int conversation, Command command) const
    {
        static int serial = 0;
        PushRequest made;
        made.clientId = QStringLiteral("00000000-0000-4000-8000-%1").arg(++serial, 12, 10, QLatin1Char('0'));
        made.command = std::move(command);
        made.created = clock.now();
        made.conversationRemoteId = QString::number(conversation);
        return made;
    }
    Result<PushReceipt> push(PushRequest made) { return await(connector->push(std::move(made))); }
    Result<PushReceipt> push(int conversation, Command command)
    {
        return push(request(conversation, std::move(command)));
    }

    sandbox::Chatwoot server;
    TurnedClock clock;
    int agent = 7;
    QByteArray secret; ///< empty: the agent's token
    QMap<QString, QString> settings;
    platforms::chatwoot::Timing timing = quickChatwoot();
    std::unique_ptr<platforms::chatwoot::Connector> connector;

    QByteArray cursor;
    QList<Batch> pages;
    QMap<QString, RemoteMessage> messages;
    QMap<QString, RemoteContact> contacts;
    QMap<QString, RemoteConversation> conversations;
    QMap<QString, RemoteTicketFields> fields;
    QStringList deleted;
    QList<LiveEvent> events;
    Workspace shared;
    int tellings = 0; ///< batches that told of something shared
};

} // namespace parley::tests
