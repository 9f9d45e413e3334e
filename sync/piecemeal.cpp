// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/piecemeal.h"

#include "storage/store.h"
#include "sync/log.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

namespace parley::sync {

namespace {

using namespace Qt::StringLiterals;

QJsonValue timeOrNull(const std::optional<Timestamp> &time)
{
    return time ? QJsonValue(toRfc3339(*time)) : QJsonValue();
}

QJsonObject describe(const RemoteContact &contact)
{
    QJsonArray attributes;
    for (const auto &[label, value] : contact.attributes.value_or(QList<ConversationContext::Fact>()))
        attributes.append(QJsonObject{{u"label"_s, label}, {u"value"_s, value}});
    return {{u"item"_s, u"contact"_s}, {u"remote_id"_s, contact.remoteId}, {u"name"_s, contact.name},
        {u"handle"_s, contact.handle}, {u"language"_s, contact.language}, {u"attributes"_s, attributes}};
}

QJsonObject describe(const RemoteConversation &conversation)
{
    return {{u"item"_s, u"conversation"_s}, {u"remote_id"_s, conversation.remoteId},
        {u"kind"_s, static_cast<int>(conversation.kind)}, {u"subject"_s, conversation.subject},
        {u"contact"_s, conversation.contactRemoteId}, {u"can_reply"_s, conversation.canReply},
        {u"extra"_s, conversation.extra}};
}

QJsonObject describe(const RemoteAttachment &attachment)
{
    return {{u"name"_s, attachment.name}, {u"type"_s, attachment.type}, {u"size"_s, attachment.size},
        {u"remote_ref"_s, attachment.remoteRef},
        {u"content_base64"_s, QString::fromLatin1(attachment.content.toBase64())}};
}

QJsonObject describe(const RemoteMessage &message)
{
    QJsonArray attachments;
    for (const RemoteAttachment &attachment : message.attachments)
        attachments.append(describe(attachment));
    return {{u"item"_s, u"message"_s}, {u"remote_id"_s, message.remoteId},
        {u"conversation"_s, message.conversationRemoteId}, {u"author"_s, message.authorRemoteId},
        {u"author_name"_s, message.authorName}, {u"direction"_s, toString(message.direction)},
        {u"kind"_s, toString(message.kind)}, {u"visibility"_s, toString(message.visibility)},
        {u"state"_s, toString(message.state)}, {u"text"_s, message.text}, {u"html"_s, message.html},
        {u"subject"_s, message.subject}, {u"time"_s, toRfc3339(message.time)},
        {u"edited"_s, timeOrNull(message.edited)}, {u"automatic"_s, message.automatic},
        {u"reply_to"_s, message.replyToRemoteId}, {u"reply_to_text"_s, message.replyToText},
        {u"client_id"_s, message.clientId}, {u"extra"_s, message.extra}, {u"attachments"_s, attachments},
        {u"raw_base64"_s, QString::fromLatin1(message.raw.toBase64())}};
}

QJsonObject describe(const RemoteDeletion &deletion)
{
    return {{u"item"_s, u"deletion"_s}, {u"conversation"_s, deletion.conversationRemoteId},
        {u"message"_s, deletion.messageRemoteId}};
}

QJsonObject describe(const RemoteReceipt &receipt)
{
    return {{u"item"_s, u"receipt"_s}, {u"conversation"_s, receipt.conversationRemoteId},
        {u"up_to"_s, receipt.upToRemoteId}, {u"state"_s, toString(receipt.state)}};
}

QJsonObject describe(const RemoteTicketFields &fields)
{
    QJsonObject json{{u"item"_s, u"ticket"_s}, {u"conversation"_s, fields.conversationRemoteId},
        {u"snoozed_until"_s, timeOrNull(fields.snoozedUntil)}};
    if (fields.status)
        json.insert(u"status"_s, toString(*fields.status));
    if (fields.assignee)
        json.insert(u"assignee"_s, *fields.assignee);
    if (fields.priority)
        json.insert(u"priority"_s, toString(*fields.priority));
    if (fields.tags)
        json.insert(u"tags"_s, QJsonArray::fromStringList(*fields.tags));
    if (fields.team)
        json.insert(u"team"_s, *fields.team);
    if (fields.muted)
        json.insert(u"muted"_s, *fields.muted);
    if (fields.rating)
        json.insert(u"rating"_s, *fields.rating);
    if (fields.unread)
        json.insert(u"unread"_s, *fields.unread);
    return json;
}

class Piecemeal
{
public:
    Piecemeal(storage::Store &store, AccountId account, bool backfill)
        : m_store(store)
        , m_account(account)
        , m_backfill(backfill)
    {
    }

    /// \return false: this item found no place at all
    template <typename Item>
    [[nodiscard]] bool takeEach(const QList<Item> &items, QList<Item> Batch::*list)
    {
        for (const Item &item : items) {
            Batch piece;
            (piece.*list).append(item);
            const auto refusal = take(piece);
            if (refusal && !keepRaw(describe(item), *refusal))
                return false;
        }
        return true;
    }

    [[nodiscard]] std::optional<Error> take(Batch piece)
    {
        piece.backfill = m_backfill;
        const auto changes = m_store.ingest(m_account, piece);
        if (!changes)
            return changes.error();
        m_changes.add(*changes);
        return std::nullopt;
    }

    [[nodiscard]] Changes changes() const { return m_changes; }

private:
    [[nodiscard]] bool keepRaw(const QJsonObject &item, const Error &refusal)
    {
        qCWarning(lcSync) << "the cache refused one" << item.value(u"item"_s).toString() << ':' << refusal.detail;
        RawPayload raw;
        raw.payload = QJsonDocument(item).toJson();
        const QByteArray digest = QCryptographicHash::hash(raw.payload, QCryptographicHash::Sha256).toHex();
        raw.remoteId = u"refused/"_s + QString::fromLatin1(digest);
        raw.mediaType = u"application/json"_s;
        raw.reason = u"the cache refused it: "_s + refusal.detail;
        Batch piece;
        piece.raw.append(raw);
        return !take(piece);
    }

    storage::Store &m_store;
    AccountId m_account;
    bool m_backfill;
    Changes m_changes;
};

} // namespace

Result<Changes> ingestPiecemeal(storage::Store &store, AccountId account, const Batch &batch)
{
    Piecemeal pieces(store, account, batch.backfill);
    const Error nowhere{ErrorKind::Storage, u"nothing can be written, in no form"_s, {}, {}, false};
    if (!pieces.takeEach(batch.contacts, &Batch::contacts)
        || !pieces.takeEach(batch.conversations, &Batch::conversations)
        || !pieces.takeEach(batch.messages, &Batch::messages) || !pieces.takeEach(batch.deletions, &Batch::deletions)
        || !pieces.takeEach(batch.receipts, &Batch::receipts) || !pieces.takeEach(batch.tickets, &Batch::tickets))
        return nowhere;
    // What the team shares is told anew all the time: nothing is lost where the cache does not take it.
    Batch shared;
    shared.workspace = batch.workspace;
    const auto unshared = shared.isEmpty() ? std::nullopt : pieces.take(shared);
    if (unshared)
        qCWarning(lcSync) << "the cache refused what the team shares:" << unshared->detail;
    Batch rest;
    rest.raw = batch.raw;
    rest.nextCursor = batch.nextCursor;
    rest.more = batch.more;
    rest.fillDone = batch.fillDone;
    rest.fillTotal = batch.fillTotal;
    if (const auto refusal = pieces.take(rest))
        return *refusal;
    return pieces.changes();
}

} // namespace parley::sync
