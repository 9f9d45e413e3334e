// SPDX-License-Identifier: GPL-3.0-or-later
// A connector at the sandbox's group, as sync would use it.
#pragma once

#include "platforms/ok/connector.h"
#include "sandbox/ok.h"
#include "support/hand_clock.h"
#include "support/print.h"

#include <QCoroTask>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace parley::tests {

struct OkDesk {
    sandbox::Ok ok;
    HandClock clock;
    Account account;
    QMap<QString, QByteArray> further;
    platforms::ok::Timing timing = quick();
    QString anna = ok.addCustomer(QStringLiteral("Anna"));
    std::unique_ptr<platforms::ok::Connector> connector;
    QByteArray cursor;
    int serial = 0;

    OkDesk() { connect(); }
    ~OkDesk() { connector->stop(); }
    OkDesk(const OkDesk &) = delete;
    OkDesk &operator=(const OkDesk &) = delete;

    static platforms::ok::Timing quick()
    {
        using namespace std::chrono_literals;
        platforms::ok::Timing timing;
        timing.longPoll = 2s;
        timing.longPollPatience = 10s;
        timing.call = 5s;
        timing.stall = 3s;
        timing.emptyPoll = 20ms;
        timing.betweenSends = 1ms;
        timing.afterUpload = 1ms;
        timing.settle = 20ms;
        timing.callsPerSecond = 0;
        return timing;
    }
    void connect()
    {
        if (connector)
            connector->stop();
        account.url = ok.url();
        connector =
            std::make_unique<platforms::ok::Connector>(platforms::Setup{account, ok.token(), &clock, further}, timing);
    }
    /// With all that comments need.
    void connectWithComments()
    {
        account.settings.insert(platforms::ok::kApplicationKey, QString::fromLatin1(ok.applicationKey()));
        further = {{platforms::ok::kApplicationSecret, ok.applicationSecret()},
            {platforms::ok::kManagerToken, ok.managerToken()}};
        connect();
    }

    Batch page()
    {
        auto batch = QCoro::waitFor(connector->pull(cursor));
        INFO((batch ? std::string() : batch.error().detail.toStdString()));
        REQUIRE(batch.ok());
        if (!batch->nextCursor.isEmpty())
            cursor = batch->nextCursor;
        return *batch;
    }
    /// Every page there is, as one.
    Batch pull()
    {
        Batch all;
        for (bool more = true; more;) {
            const Batch next = page();
            more = next.more;
            all.contacts << next.contacts;
            all.conversations << next.conversations;
            all.messages << next.messages;
            all.deletions << next.deletions;
            all.raw << next.raw;
        }
        return all;
    }
    platforms::Live listen()
    {
        auto live = QCoro::waitFor(connector->listen(cursor));
        INFO((live ? std::string() : live.error().detail.toStdString()));
        REQUIRE(live.ok());
        if (!live->batch.nextCursor.isEmpty())
            cursor = live->batch.nextCursor;
        return *live;
    }

    PushRequest request(Command command, const QString &chat = {}, const QString &target = {})
    {
        PushRequest made;
        made.clientId = QStringLiteral("client-%1").arg(++serial);
        made.command = std::move(command);
        made.created = clock.now();
        made.conversationRemoteId = chat.isEmpty() ? anna : chat;
        made.targetRemoteId = target;
        return made;
    }
    Result<PushReceipt> push(const PushRequest &request) { return QCoro::waitFor(connector->push(request)); }
    Result<PushReceipt> reply(const QString &text, const QString &target = {})
    {
        return push(request(Reply{text, {}, false, {}}, {}, target));
    }
};

inline QStringList textsOf(const Batch &batch)
{
    QStringList texts;
    for (const RemoteMessage &message : batch.messages)
        texts << message.text;
    return texts;
}

inline const RemoteConversation *conversationIn(const Batch &batch, const QString &id)
{
    // The last one told counts.
    const auto found = std::find_if(batch.conversations.rbegin(), batch.conversations.rend(),
        [&](const RemoteConversation &conversation) { return conversation.remoteId == id; });
    return found == batch.conversations.rend() ? nullptr : &*found;
}

} // namespace parley::tests
