// SPDX-License-Identifier: GPL-3.0-or-later
// A sandbox community and a connector for it, as sync would run it.
#pragma once

#include "platforms/conformance/desk.h"
#include "platforms/vk/connector.h"
#include "sandbox/vk.h"
#include "support/print.h"

#include <QTest>

namespace parley::tests {

using conformance::await;
using conformance::Inbox;

struct VkAccount {
    explicit VkAccount(const QByteArray &second = {})
        : secondToken(second)
    {
        vk.setRateLimits(0, 0);
        connect();
    }
    ~VkAccount()
    {
        platform->stop();
        vk.endBadDays();
        // What we ask for is held against the official schema; what the sandbox answers is its own tests' matter.
        const QStringList complaints = vk.complaints().filter(QStringLiteral("call of"));
        for (const QString &complaint : complaints)
            UNSCOPED_INFO(complaint.toStdString());
        CHECK(complaints.isEmpty());
    }
    VkAccount(const VkAccount &) = delete;
    VkAccount &operator=(const VkAccount &) = delete;

    static platforms::vk::Timing quick()
    {
        using namespace std::chrono_literals;
        platforms::vk::Timing timing;
        timing.longPoll = 2s;
        timing.longPollPatience = 10s;
        timing.drain = 3s;
        timing.call = 5s;
        timing.stall = 4s;
        timing.emptyPoll = 50ms;
        timing.secondPerSecond = 0;
        return timing;
    }
    void connect()
    {
        if (platform)
            platform->stop();
        platforms::Setup setup{account(), vk.token(), &clock, {}};
        if (!secondToken.isEmpty())
            setup.furtherSecrets.insert(QStringLiteral("user"), secondToken);
        platform = std::make_unique<platforms::vk::Connector>(setup, quick());
    }
    [[nodiscard]] Account account() const
    {
        Account made;
        made.name = QStringLiteral("Tea shop");
        made.platform = QStringLiteral("vk");
        made.url = vk.url();
        made.settings[QStringLiteral("group")] = QString::number(vk.groupId());
        return made;
    }
    void useUserToken()
    {
        secondToken = vk.userToken();
        connect();
        REQUIRE(await(platform->signIn()).ok());
    }

    void take(const Batch &batch)
    {
        inbox.take(batch);
        receipts << batch.receipts;
        tickets << batch.tickets;
        if (!batch.nextCursor.isEmpty())
            cursor = batch.nextCursor;
    }
    std::optional<Error> pullPage()
    {
        auto page = await(platform->pull(cursor));
        if (!page)
            return page.error();
        more = page->more;
        last = *page;
        take(*page);
        return std::nullopt;
    }
    std::optional<Error> pullAll()
    {
        for (int pages = 0; pages < 500; ++pages) {
            if (const auto error = pullPage())
                return error;
            if (!more)
                return std::nullopt;
        }
        FAIL("the platform has more for ever");
        return std::nullopt;
    }
    /// Listens, and pulls where it is asked to, until \a seen holds.
    template <typename Seen>
    bool listenUntil(Seen seen)
    {
        for (int tries = 0; tries < 60 && !seen(); ++tries) {
            auto live = await(platform->listen(cursor));
            if (!live)
                return false;
            take(live->batch);
            events << live->events;
            if (live->pullNow && pullAll())
                return false;
        }
        return seen();
    }
    bool hears(const QString &text)
    {
        return listenUntil([&] { return !inbox.withText(text).remoteId.isEmpty(); });
    }

    /// What an answer to \a message needs.
    PushRequest answer(const RemoteMessage &message, Command command)
    {
        static int serial = 0;
        const RemoteConversation &conversation = inbox.conversationOf(message);
        PushRequest request;
        request.clientId = QStringLiteral("00000000-0000-4000-9000-%1").arg(++serial, 12, 10, QLatin1Char('0'));
        request.command = std::move(command);
        request.created = clock.now();
        request.conversationRemoteId = conversation.remoteId;
        request.conversationKind = conversation.kind;
        request.contactRemoteId = conversation.contactRemoteId;
        request.targetRemoteId = message.remoteId;
        request.lastInboundRemoteId = message.remoteId;
        request.lastInboundExtra = message.extra;
        return request;
    }
    Result<PushReceipt> push(PushRequest request) { return await(platform->push(std::move(request))); }

    sandbox::Vk vk;
    QByteArray secondToken;
    SystemClock clock;
    std::unique_ptr<platforms::Platform> platform;
    Inbox inbox;
    QByteArray cursor;
    Batch last;
    bool more = false;
    QList<RemoteReceipt> receipts;
    QList<RemoteTicketFields> tickets;
    QList<LiveEvent> events;
};

} // namespace parley::tests
