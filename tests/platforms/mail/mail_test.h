// SPDX-License-Identifier: GPL-3.0-or-later
// What the connector's tests against real servers share.
#pragma once

#include "platforms/mail/mail_platform.h"
#include "platforms/mail/mail_settings.h"
#include "platforms/platform.h"
#include "support/mail_servers.h"

#include <QCoroTask>

#include <memory>

namespace parley::tests {

inline const QString kShop = QStringLiteral("support@shop.test");

inline platforms::mail::Timeouts shortTimeouts()
{
    platforms::mail::Timeouts timeouts;
    timeouts.connecting = 15'000;
    timeouts.silence = 15'000;
    return timeouts;
}

/// A mail from a customer, without any of the fields that \a extra brings.
inline QByteArray mailFrom(const QByteArray &from, const QByteArray &id, const QByteArray &subject,
    const QByteArray &text, const QByteArray &extra = {})
{
    return "From: " + from + "\r\nTo: support@shop.test\r\nSubject: " + subject + "\r\nMessage-ID: <" + id
        + ">\r\nDate: Fri, 20 Nov 2026 10:00:00 +0000\r\n" + extra + "\r\n" + text + "\r\n";
}

inline Account shopAccount(const MailServers &servers, const QString &security)
{
    Account account;
    account.id = AccountId{1};
    account.name = QStringLiteral("Shop");
    account.platform = QStringLiteral("mail");
    account.settings = servers.settingsFor(kShop, security);
    return account;
}

inline std::unique_ptr<platforms::Platform> connectTo(const MailServers &servers,
    const QString &security = QStringLiteral("tls"), const platforms::mail::Timeouts &timeouts = shortTimeouts())
{
    return platforms::mail::connectMail(
        {shopAccount(servers, security), servers.passwordOf(kShop).toUtf8(), nullptr}, timeouts);
}

/// Pulls until nothing is left. Everything in one batch; the cursor is that of the end.
inline Result<Batch> pullAll(platforms::Platform &platform, QByteArray cursor = {})
{
    Batch all;
    for (int i = 0; i < 1000; ++i) {
        const auto batch = QCoro::waitFor(platform.pull(cursor));
        if (!batch)
            return batch.error();
        all.messages += batch->messages;
        all.contacts += batch->contacts;
        all.conversations += batch->conversations;
        all.backfill = batch->backfill;
        if (!batch->nextCursor.isEmpty())
            cursor = batch->nextCursor;
        if (!batch->more)
            break;
    }
    all.nextCursor = cursor;
    return all;
}

inline const RemoteMessage *messageWith(const Batch &batch, const QString &remoteId)
{
    for (const auto &message : batch.messages) {
        if (message.remoteId == remoteId)
            return &message;
    }
    return nullptr;
}

} // namespace parley::tests
