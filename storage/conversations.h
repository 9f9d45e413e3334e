// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batch.h"
#include "models/changes.h"
#include "storage/reader.h"
#include "storage/sqlite/database.h"

namespace parley::storage::conversations {

/// What ingest and outbox need to know of one.
struct Conversation {
    ConversationId id;
    AccountId account;
    ContactId contact;
    QString remoteId;
    ConversationKind kind = ConversationKind::DirectChat;
    QString subject;
    bool canReply = true;
    QString cannotReplyWhy;
    ConversationContext context;
    QJsonObject extra;
};

/// Everybody can read it: comments, reviews.
[[nodiscard]] inline bool isPublic(ConversationKind kind)
{
    return kind == ConversationKind::Comments || kind == ConversationKind::Review;
}

std::optional<Conversation> get(Database &db, ConversationId id);
std::optional<Conversation> find(Database &db, AccountId account, const QString &remoteId);
/// Makes or updates one. What the platform left out (subject, contact, context, extra) stays as it is known.
Conversation take(
    Database &db, AccountId account, const RemoteConversation &remote, ContactId contact, Changes &changes);
/// \param address  the customer's remote id, by which the conversation stays theirs when people are merged or parted
void setContact(Database &db, ConversationId id, ContactId contact, const QString &address);
/// The customer's remote id there; empty: none.
[[nodiscard]] QString addressOf(Database &db, ConversationId id);
/// The platform moved the thread: it goes by another id from now on. What already came in under that id is joined.
void rename(Database &db, const Conversation &conversation, const QString &remoteId, Changes &changes);

} // namespace parley::storage::conversations
