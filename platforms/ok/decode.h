// SPDX-License-Identifier: GPL-3.0-or-later
// From the Graph API's answers to a Batch. Pure: no network, no clock, no coroutine; it reads outside bytes and is
// fuzzed. What it does not know becomes a RawPayload.
#pragma once

#include "models/batch.h"
#include "platforms/ok/memory.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <optional>

namespace parley::platforms::ok {

/// A chat as me/chats tells of it.
struct ChatInfo {
    QString id; ///< "chat:…"
    bool isDialog = true;
    QString status; ///< "ACTIVE" "LEFT" "REMOVED"
    QString title;
    QString customer; ///< "user:…" or "anonym:…"; empty in group chats
    qint64 lastEvent = 0; ///< server's time in ms; 0: not told
    QString category; ///< of the form that a signed-out visitor filled in
    QList<ConversationContext::Fact> answers;
};

/// nullopt: no chat
[[nodiscard]] std::optional<ChatInfo> readChat(const QJsonValue &chat);

/// A page of me/chats, as it came: newest activity first.
struct ChatPage {
    QList<ChatInfo> chats;
    QJsonArray odd; ///< what is no chat
    QString marker; ///< empty: the end
};
[[nodiscard]] ChatPage readChats(const QJsonValue &answer);

/// Which chat an item of me/updates is about; empty: none
[[nodiscard]] QString chatOfUpdate(const QJsonValue &update);
/// Its chat has changed: title, people.
[[nodiscard]] bool isChatChange(const QJsonValue &update);

/// What one answer with messages covers.
struct Covered {
    qsizetype count = 0; ///< items, also those that could not be read
    qint64 oldest = 0; ///< server's time in ms; 0: none
    qint64 newest = 0;
    QSet<QString> mids;
};

/// Collects into one Batch; the same chat or person told of twice is there once.
class Reader
{
public:
    /// \param memory  in and out: what was seen, who shut us out
    Reader(Batch &batch, Memory &memory, Timestamp now);

    void chat(const ChatInfo &chat);
    /// A page of a chat's history.
    Covered history(const QJsonValue &answer, const ChatInfo &chat);
    /// The items of me/updates. \param chats  those that are known
    void updates(const QJsonArray &updates, const QHash<QString, ChatInfo> &chats);
    void raw(const QJsonValue &item, const QString &reason);

private:
    bool message(const QJsonObject &item, const ChatInfo &chat);
    bool button(const QJsonObject &item, const ChatInfo &chat);
    void update(const QJsonValue &item, const QHash<QString, ChatInfo> &chats);
    void contact(const QString &id, const QString &name);
    [[nodiscard]] QString senderIn(const QJsonObject &item, const ChatInfo &chat) const;
    void heardFrom(const ChatInfo &chat, qint64 ms);
    void sortMessages(qsizetype from);

    Batch &m_batch;
    Memory &m_memory;
    Timestamp m_now;
    QHash<QString, qsizetype> m_conversations;
    QHash<QString, qsizetype> m_contacts;
};

/// The order of two messages of one conversation.
[[nodiscard]] bool isEarlier(const RemoteMessage &a, const RemoteMessage &b);

[[nodiscard]] RawPayload rawPayload(const QJsonValue &item, const QString &reason);

/// The items in an answer, under \a key or as a bare list.
[[nodiscard]] QJsonArray listIn(const QJsonValue &answer, QLatin1StringView key);

/// The conversation that holds what Parley has to say about the account itself; nobody can be answered there.
[[nodiscard]] RemoteConversation noticesConversation();
[[nodiscard]] RemoteMessage notice(const QString &id, const QString &text, Timestamp at);

} // namespace parley::platforms::ok
