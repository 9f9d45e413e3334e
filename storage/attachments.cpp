// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/attachments.h"

#include "storage/enums.h"
#include "storage/sqlite/failed.h"

#include <QCoreApplication>

namespace parley::storage::attachments {

namespace {

void keepBytes(Database &db, AttachmentId id, const QByteArray &content)
{
    db.run("DELETE FROM blob WHERE attachment = :id", {{":id", id}});
    db.run("INSERT INTO blob(attachment, size, content) VALUES (:id, :size, :content)",
        {{":id", id}, {":size", content.size()}, {":content", content}});
}

AttachmentId insert(
    Database &db, AccountId account, MessageId message, const RemoteAttachment &remote, Attachment::State state)
{
    return AttachmentId{db.insert(R"(
        INSERT INTO attachment(message, account, remote_ref, name, type, size, state)
        VALUES (:message, :account, :ref, :name, :type, :size, :state))",
        {{":message", message}, {":account", account}, {":ref", remote.remoteRef}, {":name", remote.name},
            {":type", remote.type}, {":size", remote.size}, {":state", state}})};
}

Attachment readAttachment(const Row &row)
{
    Attachment attachment;
    attachment.id = row.id<AttachmentId>("id");
    attachment.name = row.text("name");
    attachment.type = row.text("type");
    attachment.size = row.number("size");
    attachment.state = row.as<Attachment::State>("state");
    return attachment;
}

Store::Download readDownload(const Row &row)
{
    return Store::Download{
        row.id<AttachmentId>("id"), row.id<MessageId>("message"), row.text("remote_ref"), row.number("size")};
}

Changes touch(Database &db, AttachmentId id)
{
    Changes changes;
    db.each(R"(
        SELECT m.id AS id, m.conversation AS conversation FROM attachment a JOIN message m ON m.id = a.message
        WHERE a.id = :id)",
        {{":id", id}}, [&](const Row &row) {
            changes.messages.insert(row.id<MessageId>("id"));
            changes.conversations.insert(row.id<ConversationId>("conversation"));
        });
    for (const MessageId message : std::as_const(changes.messages))
        db.run("UPDATE message SET revision = revision + 1 WHERE id = :id", {{":id", message}});
    return changes;
}

/// The oldest bytes that can be fetched again make room.
void makeRoom(Database &db, qint64 allAtMost, AttachmentId keep, Changes &changes)
{
    while (db.number("SELECT n FROM counter WHERE name = 'blob_bytes'") > allAtMost) {
        const AttachmentId oldest{db.number(R"(
            SELECT b.attachment FROM blob b JOIN attachment a ON a.id = b.attachment
            WHERE a.remote_ref <> '' AND b.attachment <> :keep ORDER BY b.attachment LIMIT 1)",
            {{":keep", keep}})};
        if (!oldest.isValid())
            return;
        db.run("DELETE FROM blob WHERE attachment = :id", {{":id", oldest}});
        db.run("UPDATE attachment SET state = 0 WHERE id = :id", {{":id", oldest}});
        changes.add(touch(db, oldest));
    }
}

} // namespace

void add(Database &db, AccountId account, MessageId message, const RemoteAttachment &remote)
{
    RemoteAttachment sized = remote;
    if (!remote.content.isEmpty())
        sized.size = remote.content.size();
    // What cannot be fetched again is kept whatever its size.
    const bool tooLarge = sized.size > kEachAtMost && !remote.remoteRef.isEmpty();
    const bool stored = !remote.content.isEmpty() && !tooLarge;
    const auto state = stored ? Attachment::State::Stored
        : tooLarge            ? Attachment::State::TooLarge
                              : Attachment::State::Remote;
    const AttachmentId id = insert(db, account, message, sized, state);
    if (stored) {
        keepBytes(db, id, remote.content);
        Changes evicted;
        makeRoom(db, kAllAtMost, id, evicted);
    }
}

void add(Database &db, AccountId account, MessageId message, const OutgoingAttachment &outgoing)
{
    RemoteAttachment own;
    own.name = outgoing.name;
    own.type = outgoing.type;
    own.size = outgoing.content.size();
    keepBytes(db, insert(db, account, message, own, Attachment::State::Stored), outgoing.content);
}

QList<Attachment> of(Database &db, MessageId message)
{
    return db.all("SELECT id, name, type, size, state FROM attachment WHERE message = :message ORDER BY id",
        {{":message", message}}, readAttachment);
}

QStringList remoteRefsOf(Database &db, MessageId message)
{
    return db.all("SELECT remote_ref FROM attachment WHERE message = :message ORDER BY id", {{":message", message}},
        [](const Row &row) { return row.text("remote_ref"); });
}

QList<OutgoingAttachment> outgoing(Database &db, MessageId message)
{
    return db.all(R"(
        SELECT a.name AS name, a.type AS type, b.content AS content
        FROM attachment a LEFT JOIN blob b ON b.attachment = a.id WHERE a.message = :message ORDER BY a.id)",
        {{":message", message}},
        [](const Row &row) { return OutgoingAttachment{row.text("name"), row.text("type"), row.blob("content")}; });
}

std::optional<QByteArray> content(Database &db, AttachmentId id)
{
    return db.one("SELECT content FROM blob WHERE attachment = :id", {{":id", id}},
        [](const Row &row) { return row.blob("content"); });
}

QList<Store::Download> downloads(Database &db, AccountId account, int limit)
{
    return db.all(R"(
        SELECT id, message, remote_ref, size FROM attachment
        WHERE account = :account AND state = 0 AND remote_ref <> '' ORDER BY message DESC LIMIT :limit)",
        {{":account", account}, {":limit", limit}}, readDownload);
}

std::optional<Store::Download> download(Database &db, AttachmentId id)
{
    return db.one("SELECT id, message, remote_ref, size FROM attachment WHERE id = :id AND remote_ref <> ''",
        {{":id", id}}, readDownload);
}

Changes store(Database &db, AttachmentId id, const QByteArray &content, qint64 allAtMost)
{
    const int found = db.run("UPDATE attachment SET state = :state, size = :size, error = '' WHERE id = :id",
        {{":state", Attachment::State::Stored}, {":size", content.size()}, {":id", id}});
    if (found == 0)
        reject(ErrorKind::NotFound, QCoreApplication::translate("parley::storage", "The attachment is gone."));
    keepBytes(db, id, content);
    Changes changes = touch(db, id);
    makeRoom(db, allAtMost, id, changes);
    return changes;
}

Changes fail(Database &db, AttachmentId id, const QString &why)
{
    db.run("UPDATE attachment SET state = :state, error = :why WHERE id = :id",
        {{":state", Attachment::State::Failed}, {":why", why}, {":id", id}});
    return touch(db, id);
}

} // namespace parley::storage::attachments
