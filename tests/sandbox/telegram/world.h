// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the Telegram sandbox knows: the bot, its customers, their chats, files and the queue of updates. The
// customers act through it (world_customers.cpp), the bot through the methods (methods*.cpp). Used on one thread.
#pragma once

#include "sandbox/telegram/types.h"

#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QSet>

#include <functional>
#include <optional>

namespace parley::sandbox {

/// Days and limits of the Bot API that the sandbox keeps; the fact sheet names the source of each.
inline constexpr qint64 kUpdateLifeMs = 86'400'000;
inline constexpr int kTextLimit = 4096;
inline constexpr int kCaptionLimit = 1024;
inline constexpr qint64 kDeleteWindowMs = 48 * 3'600'000LL;
inline constexpr qint64 kBusinessWindowMs = 24 * 3'600'000LL;
inline constexpr qint64 kDownloadLimit = 20 * 1024 * 1024;
inline constexpr qint64 kPhotoLimit = 10 * 1024 * 1024;
inline constexpr qint64 kUploadLimit = 50 * 1024 * 1024;

struct Person {
    NewCustomer who;
    bool started = false; ///< has written to the bot, so that it may write back
    bool blocked = false;
    bool deactivated = false;
    QJsonArray pictureSizes;

    [[nodiscard]] QJsonObject user() const;
};

struct StoredMessage {
    QJsonObject json; ///< as the API shows it
    bool fromBot = false;
    bool deleted = false;
    bool readByOwner = false;
    QString botReaction;
    qint64 dateMs = 0;
};

struct ChatKey {
    QString connection; ///< business connection id, else empty
    qint64 id = 0;
    friend bool operator==(const ChatKey &, const ChatKey &) = default;
    friend size_t qHash(const ChatKey &key, size_t seed = 0) { return qHashMulti(seed, key.connection, key.id); }
};

struct ChatState {
    QJsonObject chat; ///< the API's Chat
    int lastMessageId = 0;
    QMap<int, StoredMessage> messages;
    QSet<int> threads; ///< forum topics that exist
    qint64 lastIncomingMs = 0;
    qint64 migratedTo = 0;
    bool botKicked = false;
};

struct StoredFile {
    QString id;
    QString uniqueId;
    QString path;
    QByteArray content;
};

struct Connection {
    QString id;
    QJsonObject owner; ///< User
    bool enabled = true;
    QJsonObject rights;
    qint64 dateMs = 0;
    [[nodiscard]] QJsonObject json() const;
};

struct QueuedUpdate {
    qint64 id = 0;
    QJsonObject json;
    qint64 bornMs = 0;
};

class World
{
public:
    World();

    // --- time
    [[nodiscard]] qint64 nowMs() const;
    [[nodiscard]] qint64 now() const { return nowMs() / 1000; }
    void turnClock(qint64 ms) { m_clockOffsetMs += ms; }

    // --- the customers' side
    qint64 addCustomer(NewCustomer customer);
    qint64 addGroup(const QString &title, const QString &type, bool forum);
    int addTopic(qint64 group, const QString &name);
    QString addBusinessConnection(const QString &ownerFirstName, const QJsonObject &rights);
    void setBusinessConnection(const QString &connection, bool enabled, const QJsonObject &rights);
    int write(qint64 customer, const QString &text, const Saying &saying);
    int sendFile(qint64 customer, const FileToSend &file, const Saying &saying);
    void edit(qint64 customer, int message, const QString &text, const Saying &saying);
    void deleteBusiness(const QString &connection, qint64 customer, const QList<int> &messages);
    int ownerWrites(const QString &connection, qint64 customer, const QString &text, qint64 agoMs);
    void block(qint64 customer, bool blocked);
    void deactivate(qint64 customer);
    void react(qint64 customer, int message, const QString &emoji, const Saying &saying);
    QString pressButton(qint64 customer, int message, const QString &data);
    qint64 upgradeGroup(qint64 group);
    void kickBot(qint64 group);
    /// Queues an update of any shape, known or not; update_id is added.
    qint64 inject(QJsonObject update);

    // --- what became of the bot's work
    QList<Received> received(qint64 customer) const;
    QList<Received> allReceived() const;
    [[nodiscard]] QList<TypingSeen> typing() const { return m_typing; }
    [[nodiscard]] bool isRead(const QString &connection, qint64 chat, int message) const;
    [[nodiscard]] QString reactionOf(qint64 chat, int message) const;

    // --- the queue
    /// Confirms what lies below \a offset as getUpdates does and returns what is next.
    QList<QueuedUpdate> updatesFrom(std::optional<qint64> offset, int limit);
    [[nodiscard]] qsizetype pendingCount();
    void dropPending() { m_queue.clear(); }
    void setAllowedUpdates(const QStringList &types) { m_allowedUpdates = types; }
    [[nodiscard]] QStringList allowedUpdates() const { return m_allowedUpdates; }
    [[nodiscard]] const QList<QueuedUpdate> &lastConfirmed() const { return m_lastConfirmed; }
    [[nodiscard]] bool wasInjected(qint64 updateId) const { return m_injected.contains(updateId); }
    std::function<void()> onUpdate;

    // --- used by the methods
    [[nodiscard]] Person *person(qint64 id);
    [[nodiscard]] ChatState *chat(const ChatKey &key);
    [[nodiscard]] Connection *connection(const QString &id);
    StoredMessage &store(const ChatKey &key, QJsonObject message, bool fromBot);
    QString storeFile(const QByteArray &content, const QString &folder, const QString &extension);
    [[nodiscard]] const StoredFile *file(const QString &id) const;
    [[nodiscard]] const StoredFile *fileAt(const QString &path) const;
    /// PhotoSize list of a picture: a thumbnail and itself.
    QJsonArray photoSizes(const QByteArray &content);
    /// The API's object for a file, under \a kind's own field.
    QJsonValue mediaObject(FileToSend::Kind kind, const FileToSend &file);
    /// Deletes in whichever chats of the connection the messages are; false when one may not be.
    bool deleteInConnection(const QString &connection, const QJsonArray &messages, bool own, bool all);
    void sawTyping(const TypingSeen &seen) { m_typing.append(seen); }
    /// True once for each button pressed in the last quarter of an hour.
    bool answerCallback(const QString &id);

    QJsonObject bot;
    QString webhookUrl;

private:
    qint64 enqueue(const QString &type, const QJsonObject &object, qint64 bornMs);
    void expire();
    ChatKey chatOf(qint64 customer, const Saying &saying);
    QJsonObject messageFrom(qint64 customer, const ChatKey &key, const Saying &saying);
    int deliver(qint64 customer, const ChatKey &key, const QJsonObject &message, const Saying &saying);
    void announceMember(const Person &person, bool blockedNow);
    [[nodiscard]] Received receivedFrom(const ChatKey &key, const StoredMessage &message) const;

    qint64 m_clockOffsetMs = 0;
    QMap<qint64, Person> m_people;
    QHash<ChatKey, ChatState> m_chats;
    QMap<QString, Connection> m_connections;
    QHash<QString, int> m_businessMessageIds;
    QHash<QString, StoredFile> m_files;
    QHash<QString, QString> m_filePaths; // path -> id
    QList<QueuedUpdate> m_queue;
    QList<QueuedUpdate> m_lastConfirmed;
    QSet<qint64> m_injected;
    QStringList m_allowedUpdates;
    QList<TypingSeen> m_typing;
    QHash<QString, qint64> m_callbacks; // id -> pressed at
    QList<QPair<ChatKey, int>> m_sentOrder;
    qint64 m_nextUpdateId = 870'001;
    qint64 m_nextPerson = 5'000'000'001; // beyond 32 bits, as new accounts are
    qint64 m_nextGroup = 1'001'000'000'001;
    int m_nextFile = 1;
    int m_nextCallback = 4382;
};

/// reply_to_message of a message: one level, without its own reply.
[[nodiscard]] QJsonObject asReplied(const QJsonObject &message);
/// Entities that the server itself finds in a text: commands, links, mentions.
[[nodiscard]] QJsonArray foundEntities(const QString &text);

} // namespace parley::sandbox
