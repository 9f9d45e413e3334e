// SPDX-License-Identifier: GPL-3.0-or-later
// From the server's JSON to a Batch. It speaks two dialects, REST's and the socket's, and neither has all of the
// other's fields: what one does not tell stays untold here, so that the cache keeps it. Pure: no network, no clock, no
// coroutine; it reads outside bytes and is fuzzed.
#pragma once

#include "models/batch.h"

#include <QJsonObject>
#include <QMap>
#include <QSet>

#include <optional>

namespace parley::platforms::chatwoot {

/// What decoding needs to know of our session.
struct Scope {
    qint64 user = 0; ///< we ourselves
    qint64 account = 0;
    QString accountName{}; ///< as it is called there
    QMap<qint64, QString> inboxes; ///< names
    QMap<qint64, QString> agents{}; ///< names, as Ticket::assignee writes colleagues; ours too
    QMap<qint64, QString> teams{}; ///< names
    QMap<QString, QString> contactFields{}; ///< the team's own fields of a customer: key -> what people call it
    QMap<QString, QString> conversationFields{}; ///< and of a conversation
    QSet<qint64> chosen{}; ///< of inboxes; empty: all

    [[nodiscard]] bool isMe(qint64 agent) const { return user != 0 && agent == user; }
    [[nodiscard]] bool wants(qint64 inbox) const { return chosen.isEmpty() || chosen.contains(inbox); }
};

/// The numbers a puller goes by.
struct ConversationHead {
    qint64 id = 0; ///< 0: not a conversation at all
    qint64 inbox = 0;
    qint64 newestMessage = 0; ///< 0: not told
    double updatedAt = 0; ///< seconds, the server's clock; 0: not told
    double lastActivity = 0;
};
[[nodiscard]] ConversationHead headOf(const QJsonObject &conversation);

/// A conversation in either dialect, with its customer and the fields of its ticket.
void readConversation(const QJsonObject &conversation, const Scope &scope, Batch &batch);

/// When a message was written. The server counts in seconds; within one of them the numbers say what came first,
/// whatever the order in which we hear of them, so they stand for the milliseconds.
[[nodiscard]] std::optional<Timestamp> messageTime(const QJsonObject &message);

/// A message in either dialect. Deleted ones come with their deletion, filled-in forms with the answers as a line.
void readMessage(const QJsonObject &message, const Scope &scope, Batch &batch);

/// A contact in the socket's dialect.
void readContact(const QJsonObject &contact, const Scope &scope, Batch &batch);

/// What of a conversation can change without moving its updated_at: the team's mark "unread", and whether its customer
/// is muted.
void readMarks(const QJsonObject &conversation, RemoteTicketFields &fields);

/// The name of somebody who works there, as Ticket::assignee writes it; empty: it is not told.
[[nodiscard]] QString personIn(const QJsonObject &agent);

/// What one frame of the socket means.
struct Heard {
    Batch batch;
    QList<LiveEvent> events;
    qint64 conversation = 0; ///< which it is about; 0: none
    double updatedAt = 0; ///< of the conversation, where it is the event of one
    std::optional<QStringList> labels;
    QStringList present; ///< contacts that are there at this moment
    std::optional<QJsonObject> users; ///< colleagues that are there, with what they are: "online", "busy"
    QJsonObject cacheKeys; ///< of the lists of inboxes, labels and teams: another one, another list
    QString contact; ///< whose state is told; empty: nobody's
    std::optional<bool> blocked; ///< that contact is kept from writing
    bool foreign = false; ///< of another account of the same person: the rest is empty
    bool lookAgain = false; ///< REST must be asked what it means
};
/// \param event  {"event": …, "data": …}
[[nodiscard]] Heard readEvent(const QJsonObject &event, const Scope &scope, Timestamp now);

/// Seconds as REST has them or an ISO time as the socket has them; nothing for 0, null and what is no time.
[[nodiscard]] std::optional<Timestamp> timeIn(const QJsonValue &value);

/// "@Ann Lee" for "[@Ann Lee](mention://user/7/Ann%20Lee)".
[[nodiscard]] QString readableMentions(const QString &text);

} // namespace parley::platforms::chatwoot
