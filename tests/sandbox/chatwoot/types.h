// SPDX-License-Identifier: GPL-3.0-or-later
// What tests say to the Chatwoot sandbox and what it tells them. Times are UTC milliseconds of the sandbox's clock.
#pragma once

#include "sandbox/http/bad_days.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

namespace parley::sandbox {

/// What the platform knows of one person who works there.
struct ChatAgent {
    int id = 0;
    QString name;
    QString email;
    QString password;
    QByteArray token; ///< accepted in the header api_access_token
    QString pubsubToken; ///< opens the socket
    QString role; ///< "agent" "administrator"
    QList<int> accounts;
    QString otp; ///< second factor; empty: none is asked for
    QString availability = QStringLiteral("online");
};

struct ChatInbox {
    int id = 0;
    int account = 1;
    QString name;
    QString channel = QStringLiteral("Channel::Api"); ///< or "Channel::WebWidget", "Channel::Email" …
    QString identifier; ///< of the public API
    QSet<int> members; ///< agents' ids; administrators see it without
    bool locked = false; ///< lock_to_single_conversation
};

struct ChatContact {
    int id = 0;
    int account = 1;
    QString name;
    QString email;
    QString phone;
    QString identifier;
    QString sourceId;
    QString pubsubToken;
    bool blocked = false;
    int inbox = 0;
    QJsonObject additional; ///< "company_name", "city" …
    QJsonObject custom; ///< the team's own fields
};

struct ChatFile {
    int id = 0;
    QString name;
    QString type;
    QByteArray content;
    QString key; ///< what stands in its address
};

struct ChatMessage {
    enum Kind { Incoming = 0, Outgoing = 1, Activity = 2, Template = 3 };
    qint64 id = 0;
    int account = 1;
    int conversation = 0; ///< display id
    int inbox = 0;
    int kind = Incoming;
    QString content;
    QString contentType = QStringLiteral("text");
    QJsonObject contentAttributes;
    bool isPrivate = false;
    QString status = QStringLiteral("sent");
    QString senderType; ///< "User" "Contact" "AgentBot"; empty: the system
    int sender = 0;
    QList<ChatFile> files;
    qint64 createdMs = 0;
    qint64 updatedMs = 0;
};

struct ChatConversation {
    int id = 0; ///< display id, unique in its account
    int account = 1;
    int inbox = 0;
    int contact = 0;
    QString uuid;
    QString status = QStringLiteral("open");
    QString priority; ///< empty: none
    int assignee = 0; ///< agent's id; 0: nobody
    int team = 0;
    QStringList labels;
    std::optional<qint64> snoozedUntil; ///< seconds
    bool canReply = true;
    QJsonObject additional;
    QJsonObject custom; ///< the team's own fields
    qint64 createdMs = 0;
    qint64 updatedUs = 0; ///< microseconds: the server's updated_at
    qint64 lastActivityMs = 0;
    qint64 agentSeenMs = 0;
    qint64 contactSeenMs = 0;
    qint64 waitingSinceMs = 0;
    qint64 firstReplyMs = 0;
};

struct ChatTeam {
    int id = 0;
    int account = 1;
    QString name;
    QSet<int> members; ///< agents' ids
};

struct ChatLabel {
    int id = 0;
    QString title;
    QString colour = QStringLiteral("#1f93ff");
    QString description;
};

struct ChatCanned {
    int id = 0;
    int account = 1;
    QString shortCode;
    QString content;
};

/// A saved filter: its agent's alone.
struct ChatFilter {
    int id = 0;
    int account = 1;
    int agent = 0;
    QString name;
    QString type = QStringLiteral("conversation"); ///< or "contact", "report"
    QJsonArray payload; ///< rows of POST conversations/filter
};

struct ChatMacro {
    int id = 0;
    int account = 1;
    QString name;
    bool isPersonal = false; ///< only its author's
    int author = 0;
    QJsonArray actions; ///< {"action_name", "action_params"}
};

/// A field of the team's own.
struct ChatField {
    int id = 0;
    int account = 1;
    QString key;
    QString name;
    QString model = QStringLiteral("contact_attribute"); ///< or "conversation_attribute"
};

/// One typing signal that reached the customer.
struct ChatTyping {
    int conversation = 0;
    int agent = 0;
    bool on = false;
    bool isPrivate = false;
};

} // namespace parley::sandbox
