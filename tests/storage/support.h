// SPDX-License-Identifier: GPL-3.0-or-later
// A cache in a folder of its own, and short ways to write batches.
#pragma once

#include "storage/reader.h"
#include "storage/store.h"
#include "support/hand_clock.h"
#include "support/print.h"

#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

namespace parley::tests {

/// The value, or the test ends with the error's words.
template <typename T>
T must(Result<T> result)
{
    if (!result)
        FAIL(result.error().detail.toStdString() << " / " << result.error().words.toStdString());
    return std::move(result).value();
}
inline void must(const Result<void> &result)
{
    if (!result)
        FAIL(result.error().detail.toStdString() << " / " << result.error().words.toStdString());
}

/// An open cache with one account, closed and removed at the end.
struct Cache {
    explicit Cache(const Capabilities &capabilities = {})
    {
        open();
        account = addAccount(QStringLiteral("Shop"), QStringLiteral("telegram"), capabilities);
    }

    AccountId addAccount(const QString &name, const QString &platform, const Capabilities &capabilities = {})
    {
        Account draft;
        draft.name = name;
        draft.platform = platform;
        draft.capabilities = capabilities;
        draft.created = clock.now();
        return must(store->addAccount(draft));
    }
    void open()
    {
        reader.reset();
        store.reset();
        store = must(storage::Store::open(path(), key, clock));
        reader = must(storage::Reader::open(path(), key));
    }
    void close()
    {
        reader.reset();
        store.reset();
    }
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("cache.db")); }

    /// One inbound message, taken at once. Its conversation and author are named after \a chat.
    Changes receive(const QString &chat, const QString &remoteId, const QString &text, Timestamp time);
    Changes take(const Batch &batch) { return must(store->ingest(account, batch)); }

    [[nodiscard]] ConversationId conversation(const QString &chat)
    {
        const auto id = must(reader->conversationByRemoteId(account, chat));
        REQUIRE(id);
        return *id;
    }
    /// The newest case of a chat.
    [[nodiscard]] TicketRow ticket(const QString &chat)
    {
        const auto id = must(reader->currentTicket(conversation(chat)));
        REQUIRE(id);
        return *must(reader->ticket(*id));
    }
    [[nodiscard]] QList<Message> messages(const QString &chat, int limit = 100)
    {
        return must(reader->messagesBefore(conversation(chat), {}, limit));
    }
    [[nodiscard]] QStringList texts(const QString &chat)
    {
        QStringList found;
        for (const Message &message : messages(chat))
            found.append(message.text);
        return found;
    }

    QTemporaryDir folder;
    HandClock clock;
    storage::CacheKey key = storage::CacheKey::generate();
    std::unique_ptr<storage::Store> store;
    std::unique_ptr<storage::Reader> reader;
    AccountId account;
};

[[nodiscard]] RemoteMessage inbound(const QString &chat, const QString &remoteId, const QString &text, Timestamp time);
[[nodiscard]] RemoteMessage outbound(const QString &chat, const QString &remoteId, const QString &text, Timestamp time);
[[nodiscard]] RemoteConversation chat(const QString &remoteId, const QString &contact = {});
[[nodiscard]] Batch batchOf(const QList<RemoteMessage> &messages);
[[nodiscard]] Query queryOf(const QString &typed, Timestamp now = fromMs(1'790'000'000'000));

inline Timestamp at(qint64 minutes)
{
    return fromMs(1'790'000'000'000 + minutes * 60'000);
}

} // namespace parley::tests
