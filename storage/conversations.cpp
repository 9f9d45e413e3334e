// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/conversations.h"

#include "storage/enums.h"
#include "storage/json.h"

namespace parley::storage::conversations {

namespace {

Conversation readConversation(const Row &row)
{
    Conversation read;
    read.id = row.id<ConversationId>("id");
    read.account = row.id<AccountId>("account");
    read.remoteId = row.text("remote_id");
    read.kind = row.as<ConversationKind>("kind");
    read.subject = row.text("subject");
    read.contact = row.id<ContactId>("contact");
    read.canReply = row.flag("can_reply");
    read.cannotReplyWhy = row.text("cannot_reply_why");
    read.context = contextFrom(objectFrom(row.text("context")));
    read.extra = objectFrom(row.text("extra"));
    return read;
}

Conversation create(Database &db, AccountId account, const RemoteConversation &remote, ContactId contact)
{
    Conversation made;
    made.account = account;
    made.contact = contact;
    made.remoteId = remote.remoteId;
    made.kind = remote.kind;
    made.subject = remote.subject;
    made.canReply = remote.canReply;
    made.cannotReplyWhy = remote.cannotReplyWhy;
    made.context = remote.context;
    made.extra = remote.extra;
    made.id = ConversationId{db.insert(R"(
        INSERT INTO conversation(account, remote_id, kind, subject, contact, identity, can_reply, cannot_reply_why,
            context, extra)
        VALUES (:account, :remote, :kind, :subject, :contact,
            (SELECT id FROM identity WHERE account = :account AND remote_id = :address), :canReply, :why,
            :context, :extra))",
        {{":account", account}, {":remote", remote.remoteId}, {":kind", remote.kind}, {":subject", remote.subject},
            {":contact", contact}, {":address", remote.contactRemoteId}, {":canReply", remote.canReply},
            {":why", remote.cannotReplyWhy}, {":context", toText(toJson(remote.context))},
            {":extra", toText(remote.extra)}})};
    return made;
}

} // namespace

std::optional<Conversation> get(Database &db, ConversationId id)
{
    return db.one(R"(
        SELECT id, account, remote_id, kind, subject, contact, can_reply, cannot_reply_why, context, extra
        FROM conversation WHERE id = :id)",
        {{":id", id}}, readConversation);
}

std::optional<Conversation> find(Database &db, AccountId account, const QString &remoteId)
{
    return db.one(R"(
        SELECT id, account, remote_id, kind, subject, contact, can_reply, cannot_reply_why, context, extra
        FROM conversation WHERE account = :account AND remote_id = :remote)",
        {{":account", account}, {":remote", remoteId}}, readConversation);
}

Conversation take(
    Database &db, AccountId account, const RemoteConversation &remote, ContactId contact, Changes &changes)
{
    const auto old = find(db, account, remote.remoteId);
    if (!old)
        return create(db, account, remote, contact);
    Conversation next = *old;
    next.kind = remote.kind;
    next.canReply = remote.canReply;
    next.cannotReplyWhy = remote.cannotReplyWhy;
    if (!remote.subject.isEmpty())
        next.subject = remote.subject;
    if (contact.isValid())
        next.contact = contact;
    if (!remote.context.isEmpty())
        next.context = remote.context;
    if (!remote.extra.isEmpty())
        next.extra = remote.extra;
    const bool visible = next.kind != old->kind || next.canReply != old->canReply || next.subject != old->subject
        || next.cannotReplyWhy != old->cannotReplyWhy || next.contact != old->contact || next.context != old->context;
    if (!visible && next.extra == old->extra)
        return next;
    db.run(R"(
        UPDATE conversation SET kind = :kind, subject = :subject, contact = :contact, can_reply = :canReply,
            cannot_reply_why = :why, context = :context, extra = :extra
        WHERE id = :id)",
        {{":kind", next.kind}, {":subject", next.subject}, {":contact", next.contact}, {":canReply", next.canReply},
            {":why", next.cannotReplyWhy}, {":context", toText(toJson(next.context))}, {":extra", toText(next.extra)},
            {":id", next.id}});
    if (visible) {
        if (next.contact != old->contact)
            setContact(db, next.id, next.contact, remote.contactRemoteId);
        changes.conversations.insert(next.id);
        db.each("SELECT id FROM ticket WHERE conversation = :id", {{":id", next.id}},
            [&](const Row &row) { changes.tickets.insert(row.id<TicketId>("id")); });
    }
    return next;
}

void setContact(Database &db, ConversationId id, ContactId contact, const QString &address)
{
    db.run(R"(
        UPDATE conversation SET contact = :contact, identity = (
            SELECT i.id FROM identity i WHERE i.account = conversation.account AND i.remote_id = :address)
        WHERE id = :id)",
        {{":contact", contact}, {":address", address}, {":id", id}});
    db.run("UPDATE ticket SET contact = :contact WHERE conversation = :id", {{":contact", contact}, {":id", id}});
}

QString addressOf(Database &db, ConversationId id)
{
    return db
        .one("SELECT i.remote_id AS remote_id FROM conversation v JOIN identity i ON i.id = v.identity"
             " WHERE v.id = :id",
            {{":id", id}}, [](const Row &row) { return row.text("remote_id"); })
        .value_or(QString());
}

void rename(Database &db, const Conversation &conversation, const QString &remoteId, Changes &changes)
{
    if (remoteId.isEmpty() || remoteId == conversation.remoteId)
        return;
    if (const auto other = find(db, conversation.account, remoteId)) {
        db.each("SELECT id FROM ticket WHERE conversation = :id", {{":id", other->id}},
            [&](const Row &row) { changes.tickets.insert(row.id<TicketId>("id")); });
        for (const char *move : {"UPDATE message SET conversation = :to WHERE conversation = :from",
                 "UPDATE ticket SET conversation = :to WHERE conversation = :from",
                 "UPDATE outbox SET conversation = :to WHERE conversation = :from"})
            db.run(move, {{":to", conversation.id}, {":from", other->id}});
        db.run("DELETE FROM conversation WHERE id = :id", {{":id", other->id}});
        changes.conversations.insert(other->id);
    }
    db.run("UPDATE conversation SET remote_id = :remote WHERE id = :id",
        {{":remote", remoteId}, {":id", conversation.id}});
    changes.conversations.insert(conversation.id);
}

} // namespace parley::storage::conversations
