// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/messages.h"

#include "storage/attachments.h"
#include "storage/enums.h"
#include "storage/json.h"

#include <algorithm>

namespace parley::storage::messages {

namespace {

// One list of columns and one reader, side by side and in one order. q is the quoted message, o the row that carries
// it.
#define MESSAGE_SELECT                                                                                                 \
    "SELECT m.id AS id, m.conversation AS conversation, m.ticket AS ticket, m.remote_id AS remote_id,"                 \
    " m.direction AS direction, m.kind AS kind, m.visibility AS visibility, m.state AS state, m.author AS author,"     \
    " m.text AS text, m.html AS html, m.subject AS subject, m.language AS language, m.time AS time,"                   \
    " m.edited AS edited, m.deleted AS deleted, m.automatic AS automatic, coalesce(m.reply_to, q.id) AS reply_to,"     \
    " CASE WHEN m.reply_to_text <> '' THEN m.reply_to_text ELSE substr(q.text, 1, 200) END AS reply_to_text,"          \
    " m.error AS error, o.id AS outbox, m.raw AS raw, m.revision AS revision, m.attachments AS attachments"            \
    " FROM message m"                                                                                                  \
    " LEFT JOIN message q ON m.reply_to_remote <> '' AND q.account = m.account AND q.remote_id IS NOT NULL"            \
    " AND q.remote_id = m.reply_to_remote"                                                                             \
    " LEFT JOIN outbox o ON o.message IS NOT NULL AND o.message = m.id AND o.state <> 2 "

struct Read {
    Message message;
    bool hasAttachments = false;
};

Read readMessage(const Row &row)
{
    Read read;
    Message &message = read.message;
    message.id = row.id<MessageId>("id");
    message.conversation = row.id<ConversationId>("conversation");
    message.ticket = row.id<TicketId>("ticket");
    message.remoteId = row.text("remote_id");
    message.direction = row.as<Direction>("direction");
    message.kind = row.as<MessageKind>("kind");
    message.visibility = row.as<Visibility>("visibility");
    message.state = row.as<DeliveryState>("state");
    message.author = row.text("author");
    message.text = row.text("text");
    message.html = row.text("html");
    message.subject = row.text("subject");
    message.language = row.text("language");
    message.time = row.time("time");
    message.edited = row.timeIfAny("edited");
    message.deleted = row.flag("deleted");
    message.automatic = row.flag("automatic");
    message.replyTo = row.id<MessageId>("reply_to");
    message.replyToText = row.text("reply_to_text");
    message.error = row.text("error");
    message.outbox = row.id<OutboxId>("outbox");
    message.raw = row.id<RawId>("raw");
    message.revision = row.integer("revision");
    read.hasAttachments = row.number("attachments") > 0;
    return read;
}

QList<Message> withAttachments(Database &db, const QList<Read> &rows)
{
    QList<Message> messages;
    messages.reserve(rows.size());
    for (const Read &row : rows) {
        messages.append(row.message);
        if (row.hasAttachments)
            messages.last().attachments = attachments::of(db, row.message.id);
    }
    return messages;
}

} // namespace

MessageId firstIdAt(Timestamp time)
{
    // Not 0, which stands for "none".
    return MessageId{std::clamp<qint64>(toMs(time), 1, kLastMs) << kIdBits};
}

MessageId freeIdAt(Database &db, Timestamp time)
{
    constexpr qint64 atOnce = qint64(1) << kIdBits;
    // More than 1024 messages in a moment go on in the next that has room. It is looked for by moments: message by
    // message each would take longer than the one before.
    for (qint64 first = firstIdAt(time).value;; first += atOnce) {
        const qint64 last = first + atOnce - 1;
        const qint64 taken = db.number(
            "SELECT max(id) FROM message WHERE id BETWEEN :first AND :last", {{":first", first}, {":last", last}});
        if (taken < last)
            return MessageId{taken == 0 ? first : taken + 1};
    }
}

void insert(Database &db, MessageId id, const NewMessage &row)
{
    const Message &message = row.message;
    db.run(R"(
        INSERT INTO message(id, account, remote_id, conversation, ticket, direction, kind, visibility, state, time,
            edited, deleted, automatic, own, arrival, reply_to, reply_to_remote, reply_to_text, raw, attachments,
            author, subject, language, error, extra, text, html)
        VALUES (:id, :account, :remote, :conversation, :ticket, :direction, :kind, :visibility, :state, :time,
            :edited, :deleted, :automatic, :own, :arrival, :replyTo, :replyToRemote, :replyToText, :raw, :attachments,
            :author, :subject, :language, :error, :extra, :text, :html))",
        {{":id", id}, {":account", row.account}, {":remote", Value::orNull(message.remoteId)},
            {":conversation", message.conversation}, {":ticket", message.ticket}, {":direction", message.direction},
            {":kind", message.kind}, {":visibility", message.visibility}, {":state", message.state},
            {":time", message.time}, {":edited", message.edited}, {":deleted", message.deleted},
            {":automatic", message.automatic}, {":own", row.own}, {":arrival", row.arrival},
            {":replyTo", message.replyTo}, {":replyToRemote", row.replyToRemoteId},
            {":replyToText", message.replyToText}, {":raw", message.raw}, {":attachments", row.attachmentCount},
            {":author", message.author}, {":subject", message.subject}, {":language", message.language},
            {":error", message.error}, {":extra", toText(row.extra)}, {":text", message.text},
            {":html", message.html}});
}

MessageId find(Database &db, AccountId account, const QString &remoteId)
{
    if (remoteId.isEmpty())
        return {};
    return MessageId{db.number(R"(
        SELECT id FROM message WHERE account = :account AND remote_id = :remote AND remote_id IS NOT NULL
        UNION ALL SELECT message FROM message_alias WHERE account = :account AND remote_id = :remote LIMIT 1)",
        {{":account", account}, {":remote", remoteId}})};
}

std::optional<Message> get(Database &db, MessageId id)
{
    const auto row = db.one(MESSAGE_SELECT "WHERE m.id = :id", {{":id", id}}, readMessage);
    if (!row)
        return std::nullopt;
    return withAttachments(db, {*row}).first();
}

QJsonObject extraOf(Database &db, MessageId id)
{
    return objectFrom(
        db.one("SELECT extra FROM message WHERE id = :id", {{":id", id}}, [](const Row &row) {
              return row.text("extra");
          }).value_or(QString()));
}

QList<Message> before(Database &db, ConversationId conversation, MessageId before, int limit)
{
    const qint64 bound = before.isValid() ? before.value : std::numeric_limits<qint64>::max();
    QList<Read> rows =
        db.all(MESSAGE_SELECT "WHERE m.conversation = :conversation AND m.id < :bound ORDER BY m.id DESC LIMIT :limit",
            {{":conversation", conversation}, {":bound", bound}, {":limit", limit}}, readMessage);
    std::reverse(rows.begin(), rows.end());
    return withAttachments(db, rows);
}

QList<Message> after(Database &db, ConversationId conversation, MessageId after, int limit)
{
    return withAttachments(db,
        db.all(MESSAGE_SELECT "WHERE m.conversation = :conversation AND m.id > :bound ORDER BY m.id LIMIT :limit",
            {{":conversation", conversation}, {":bound", after.value}, {":limit", limit}}, readMessage));
}

MessageId newestIn(Database &db, ConversationId conversation)
{
    return MessageId{
        db.number("SELECT max(id) FROM message WHERE conversation = :conversation", {{":conversation", conversation}})};
}

MessageId lastInbound(Database &db, ConversationId conversation)
{
    return MessageId{db.number(R"(
        SELECT id FROM message
        WHERE conversation = :conversation AND direction = 0 AND kind IN (0, 3) AND remote_id IS NOT NULL
        ORDER BY id DESC LIMIT 1)",
        {{":conversation", conversation}})};
}

MessageId lastInbound(Database &db, ConversationId conversation, Visibility visibility)
{
    return MessageId{db.number(R"(
        SELECT id FROM message
        WHERE conversation = :conversation AND direction = 0 AND kind IN (0, 3) AND remote_id IS NOT NULL
            AND visibility = :visibility
        ORDER BY id DESC LIMIT 1)",
        {{":conversation", conversation}, {":visibility", visibility}})};
}

void setState(Database &db, MessageId id, DeliveryState state, const QString &error)
{
    db.run("UPDATE message SET state = :state, error = :error, revision = revision + 1 WHERE id = :id",
        {{":state", state}, {":error", error}, {":id", id}});
}

} // namespace parley::storage::messages
