// SPDX-License-Identifier: GPL-3.0-or-later
// A Chatwoot server's database and its rules: who sees what, what moves updated_at, which event goes to whom. Lives on
// the sandbox's thread.
#pragma once

#include "sandbox/chatwoot/chat_order.h"

#include <QHash>
#include <QMap>

#include <functional>

namespace parley::sandbox {

/// What a request or a test may say of a new message.
struct ChatDraft {
    QString content;
    bool isPrivate = false;
    int kind = ChatMessage::Outgoing;
    QString contentType = QStringLiteral("text");
    QJsonObject contentAttributes;
    QString echoId; ///< goes with the answer and the event, never stored
    QList<ChatFile> files;
};

class ChatWorld
{
public:
    /// One event on its way to the sockets. Without tokens it goes to the whole account.
    struct Event {
        QString name;
        QJsonObject data;
        QSet<QString> tokens;
        int accountStream = 0;
    };

    ChatWorld();

    [[nodiscard]] qint64 nowMs() const;
    void turnClock(qint64 ms) { m_clockOff += ms; }

    // --- people and places
    int addAgent(const QString &name, const QString &role, const QList<int> &accounts);
    int addInbox(const QString &name, const QString &channel, int account);
    int addTeam(const QString &name, int account);
    int addContact(int inbox, ChatContact contact); ///< \return its id; an identifier known there is the same person
    [[nodiscard]] const ChatAgent *agentByToken(const QByteArray &token) const;
    [[nodiscard]] const ChatAgent *agentByPubsub(const QString &token) const;
    [[nodiscard]] const ChatContact *contactByPubsub(const QString &token) const;
    [[nodiscard]] const ChatContact *contactBySource(int inbox, const QString &sourceId) const;
    [[nodiscard]] bool sees(const ChatAgent &agent, const ChatConversation &conversation) const;
    [[nodiscard]] bool sees(const ChatAgent &agent, const ChatInbox &inbox) const;
    void setMember(int inbox, int agent, bool member);
    void editContact(int contact, const QString &name, const QString &email); ///< moves no conversation's updated_at
    void block(int contact, bool blocked);

    // --- conversations, by (account, display id)
    ChatConversation &open(int inbox, int contact); ///< a new one
    [[nodiscard]] ChatConversation *conversation(int account, int id);
    [[nodiscard]] ChatOrder conversations(int account) const { return m_orders.value(account); } // shares its lists
    void removeConversation(int account, int id); ///< no tombstone, no event
    /// Another after each change of a conversation: what was selected before may no longer hold.
    [[nodiscard]] qint64 revision() const { return m_revision; }
    /// What moved is told in one conversation.updated and in the event of its own. \param by  0: the system
    void setStatus(ChatConversation &conversation, const QString &status, std::optional<qint64> until, int by);
    void setPriority(ChatConversation &conversation, const QString &priority, int by);
    void assign(ChatConversation &conversation, int agent, int by);
    void setTeam(ChatConversation &conversation, int team, int by);
    void setLabels(ChatConversation &conversation, const QStringList &labels, int by);
    void changed(ChatConversation &conversation); ///< something of it that has no event of its own
    void agentSaw(ChatConversation &conversation); ///< silent
    void markUnread(ChatConversation &conversation); ///< silent
    void contactSaw(ChatConversation &conversation);
    void typing(const ChatConversation &conversation, const QJsonObject &user, bool on, bool isPrivate,
        const QString &exceptToken);
    [[nodiscard]] int unreadCount(const ChatConversation &conversation) const;

    // --- what the team shares
    /// One of the lists "inbox", "label" and "team" is another now: its key changes, and all agents are told.
    void invalidate(const QString &list, int account);
    [[nodiscard]] QJsonObject cacheKeys(int account) const;
    void setLabel(int account, const ChatLabel &label); ///< new, or in place of the one of this title
    void rename(ChatInbox &inbox, const QString &name);
    int nextId() { return ++m_lastPlace; }
    /// Every action of a macro, as its runner. What leaves the server is noted in \c outside.
    void runMacro(const ChatMacro &macro, ChatConversation &conversation, int agent);
    /// {"total_count", "ratings_count", "total_sent_messages_count"} of surveys between two moments, in seconds.
    [[nodiscard]] QJsonObject surveyMetrics(int account, qint64 since, qint64 until);
    [[nodiscard]] QList<ChatMessage *> surveys(int account, qint64 since, qint64 until);

    // --- messages
    ChatMessage &add(ChatConversation &conversation, const ChatDraft &draft, const QString &senderType, int sender);
    [[nodiscard]] ChatMessage *message(qint64 id);
    /// By time, then id.
    [[nodiscard]] QList<ChatMessage *> messagesOf(const ChatConversation &conversation) const
    {
        return m_threads.value({conversation.account, conversation.id});
    }
    void deleteMessage(ChatMessage &message); ///< keeps updated_at of its conversation
    void setMessageStatus(ChatMessage &message, const QString &status, const QString &error = {});
    void submit(ChatMessage &message, const QJsonObject &values); ///< a customer fills in a form
    [[nodiscard]] const ChatFile *fileByKey(const QString &key) const;
    int nextFileId() { return ++m_lastFile; }
    void store(const ChatFile &file) { m_files.insert(file.key, file); }
    /// The customer's reading of a literal {{ in what an agent wrote.
    [[nodiscard]] QString renderLiquid(const QString &content, const ChatConversation &conversation, int agent) const;

    // --- what goes to the sockets
    void tellConversation(const QString &event, const ChatConversation &conversation);
    void tellMessage(const QString &event, const ChatMessage &message, const QString &echoId = {});
    void tellAccount(const QString &event, int account, QJsonObject data);
    [[nodiscard]] QSet<QString> agentTokens(const ChatConversation &conversation) const;
    std::function<void(const Event &)> onEvent;
    std::function<bool()> hasListeners; ///< null: always. While nobody listens events are not even put together

    QMap<int, ChatAgent> agents;
    QMap<int, ChatInbox> inboxes;
    QMap<int, ChatContact> contacts;
    QMap<int, ChatTeam> teams;
    QMap<int, QString> accounts{{1, QStringLiteral("Acme")}};
    QMap<int, QList<ChatLabel>> labels; ///< by account
    QList<ChatCanned> canned;
    QList<ChatFilter> filters;
    QList<ChatMacro> macros;
    QList<ChatField> fields;
    QStringList outside; ///< what macros sent elsewhere: "send_webhook_event https://…"
    /// Runs something when the answer that is on its way has left. Null: at once
    std::function<void(std::function<void()>)> later;
    QList<ChatTyping> typingSeen;
    QString version = QStringLiteral("4.14.0");
    QString base; ///< the server's FRONTEND_URL
    bool keepsClientRef = true; ///< arbitrary content_attributes are stored (about 4.8)

private:
    [[nodiscard]] bool isHeard() const { return onEvent && (!hasListeners || hasListeners()); }
    void touch(ChatConversation &conversation);
    void line(ChatConversation &conversation, const QString &text);
    [[nodiscard]] QString nameOf(int agent) const;
    void act(const QString &action, const QJsonArray &parameters, ChatConversation &conversation, int agent);

    QMap<std::pair<int, int>, ChatConversation> m_conversations;
    QMap<qint64, ChatMessage> m_messages;
    QMap<int, ChatOrder> m_orders; ///< by account
    QHash<std::pair<int, int>, QList<ChatMessage *>> m_threads;
    QHash<QString, int> m_contactsByPubsub;
    QHash<std::pair<int, QString>, int> m_contactsBySource; ///< by inbox and source id
    QHash<std::pair<int, QString>, int> m_contactsByIdentifier;
    QMap<int, int> m_lastDisplayId;
    QMap<std::pair<int, QString>, qint64> m_cacheKeys;
    qint64 m_lastCacheKey = 1'779'000'000'000;
    QHash<QString, ChatFile> m_files;
    qint64 m_revision = 0;
    qint64 m_lastMessage = 5000;
    qint64 m_lastUpdatedUs = 0;
    qint64 m_clockOff = 0;
    int m_lastPerson = 6;
    int m_lastPlace = 2;
    int m_lastFile = 7;
};

} // namespace parley::sandbox
