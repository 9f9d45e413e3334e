// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/support.h"

namespace parley::tests {

RemoteMessage inbound(const QString &chat, const QString &remoteId, const QString &text, Timestamp time)
{
    RemoteMessage message;
    message.remoteId = remoteId;
    message.conversationRemoteId = chat;
    message.authorRemoteId = QStringLiteral("person-") + chat;
    message.authorName = QStringLiteral("Person ") + chat;
    message.text = text;
    message.time = time;
    return message;
}

RemoteMessage outbound(const QString &chat, const QString &remoteId, const QString &text, Timestamp time)
{
    RemoteMessage message = inbound(chat, remoteId, text, time);
    message.authorRemoteId.clear();
    message.authorName = QStringLiteral("Colleague");
    message.direction = Direction::Out;
    message.state = DeliveryState::Sent;
    return message;
}

RemoteConversation chat(const QString &remoteId, const QString &contact)
{
    RemoteConversation conversation;
    conversation.remoteId = remoteId;
    conversation.contactRemoteId = contact;
    return conversation;
}

Batch batchOf(const QList<RemoteMessage> &messages)
{
    Batch batch;
    batch.messages = messages;
    return batch;
}

Query queryOf(const QString &typed, Timestamp now)
{
    return must(parseQuery(typed, now));
}

Changes Cache::receive(const QString &chat, const QString &remoteId, const QString &text, Timestamp time)
{
    return take(batchOf({inbound(chat, remoteId, text, time)}));
}

} // namespace parley::tests
