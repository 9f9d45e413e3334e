// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the Odnoklassniki sandbox knows: the group, its chats and their messages, files, discussions and the queue
// of updates. Customers act through it, the group through Graph and Rest. Used on one thread.
#pragma once

#include "sandbox/ok/types.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QStringList>

#include <functional>
#include <optional>

namespace parley::sandbox::ok {

/// Not published: one client cuts at this length, so nothing longer may be sent here.
inline constexpr int kTextLimit = 3900;
inline constexpr int kAttachmentLimit = 5;

struct Message {
    QString mid;
    QString sender; ///< "user:777", "group:53", "anonym:…"
    QString senderName;
    QString text;
    QString replyTo;
    QJsonArray attachments; ///< as the API shows them
    QList<File> files; ///< behind them
    qint64 seq = 0;
    qint64 atMs = 0;
    bool deleted = false;
    bool byColleague = false;
    QJsonObject instead; ///< shown in the place of everything: an item of a kind that nobody knows
};

struct Chat {
    QString id;
    QString type = QStringLiteral("DIALOG");
    QString status = QStringLiteral("ACTIVE");
    QString title;
    QString owner; ///< empty in group chats
    QMap<QString, qint64> participants; ///< id -> last seen
    QList<Message> messages; ///< oldest first
    qint64 lastEventMs = 0;
    bool forbidden = false; ///< the customer does not allow the group to write
    QString session; ///< of a signed-out visitor
    Form form;
};

struct Comment {
    QString id;
    NewComment said;
    qint64 atMs = 0;
};

struct Discussion {
    QString id;
    QString type;
    QString title;
    QList<Comment> comments; ///< oldest first
    int unread = 0;
};

struct Upload {
    QString type;
    File file;
    bool filled = false;
};

class World
{
public:
    World();

    [[nodiscard]] qint64 nowMs() const;
    void turnClock(qint64 ms) { m_clockOffsetMs += ms; }

    // --- the customers' side
    /// A dialog with a customer. \param id  "user:777"; empty: the next free one. \return the chat's id
    QString addCustomer(const QString &name, QString id, QString chatId);
    QString addAnonymous(const QString &session, const Form &form);
    QString addGroupChat(const QString &title, const QStringList &members);
    QString write(const QString &chat, const QString &text, const Saying &saying); ///< \return its mid
    void edit(const QString &mid, const QString &text);
    void remove(const QString &mid);
    /// By another operator in the browser: no event tells of it.
    QString colleagueWrites(const QString &chat, const QString &text, qint64 agoMs);
    void pressButton(const QString &chat, const QString &payload);
    void rename(const QString &chat, const QString &title); ///< CHAT_SYSTEM
    void forbid(const QString &chat, bool forbidden);
    void setStatus(const QString &chat, const QString &status); ///< "ACTIVE" "LEFT" "REMOVED"
    /// An item of any shape into the history of \a chat.
    void putIntoHistory(const QString &chat, const QJsonObject &item);
    void inject(const QJsonObject &update); ///< an update of any shape

    QString addDiscussion(const QString &type, const QString &title, QString id);
    QString comment(const QString &discussion, const NewComment &said);

    // --- what became of the group's work
    [[nodiscard]] QList<Received> received(const QString &chat) const; ///< empty: of all chats
    [[nodiscard]] QList<ActionSeen> actions() const { return m_actions; }
    void saw(const ActionSeen &action) { m_actions.append(action); }

    // --- the queue of the long poll
    /// Confirms what lies up to \a marker and returns what is next, with the marker behind it.
    [[nodiscard]] QJsonArray updatesAfter(const QString &marker, int limit, QString &next);
    [[nodiscard]] QJsonArray lastConfirmed() const { return m_lastConfirmed; }
    std::function<void()> onUpdate;

    // --- for Graph and Rest
    [[nodiscard]] Chat *chat(const QString &id);
    [[nodiscard]] Message *message(const QString &mid, Chat **in = nullptr);
    [[nodiscard]] QList<const Chat *> chatsByActivity() const;
    [[nodiscard]] QJsonObject json(const Chat &chat) const;
    [[nodiscard]] QJsonObject json(const Chat &chat, const Message &message) const;
    Message &store(Chat &chat, Message message);
    [[nodiscard]] QJsonObject payloadOf(const File &file); ///< with an address under files/
    [[nodiscard]] std::optional<File> fileAt(const QString &path) const;
    [[nodiscard]] Discussion *discussion(const QString &id);
    [[nodiscard]] QList<Discussion> &discussions() { return m_discussions; }
    [[nodiscard]] QString newToken();

    QString groupName;
    QString groupId; ///< "group:53"
    QString base; ///< "http://127.0.0.1:…", for the addresses of files
    bool subscribed = false; ///< to the long poll
    QStringList types; ///< that were subscribed to
    QJsonArray webhooks; ///< somebody else's subscriptions
    QHash<QString, Upload> uploads; ///< by token

private:
    void announce(const QString &type, const QJsonObject &update);
    [[nodiscard]] Received receivedFrom(const Chat &chat, const Message &message) const;

    struct Queued {
        qint64 id = 0;
        QJsonObject json;
    };

    qint64 m_clockOffsetMs = 0;
    QMap<QString, Chat> m_chats;
    QHash<QString, QString> m_names; ///< user id -> name
    QList<Discussion> m_discussions;
    QList<QPair<QString, QString>> m_sentOrder; ///< chat, mid
    QList<Queued> m_queue;
    QJsonArray m_lastConfirmed;
    QList<ActionSeen> m_actions;
    QHash<QString, File> m_files;
    // Larger than 2^53, as there: whoever reads it as a double reads another number.
    qint64 m_nextSeq = 98'211'023'614'189'660;
    qint64 m_nextUpdate = 1;
    int m_nextUser = 570'000'001;
    int m_nextChat = 0x3ecb9d0;
    int m_nextMid = 17;
    int m_nextFile = 1;
    int m_nextDiscussion = 654'321;
    int m_nextComment = 1;
    int m_nextToken = 1;
};

} // namespace parley::sandbox::ok
