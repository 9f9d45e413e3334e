// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/merge.h"

#include "storage/arrival.h"
#include "storage/attachments.h"
#include "storage/contacts.h"
#include "storage/conversations.h"
#include "storage/enums.h"
#include "storage/json.h"
#include "storage/messages.h"
#include "storage/text_index.h"
#include "storage/tickets.h"

namespace parley::storage {

namespace {

void replaceText(Database &db, const Message &old, const RemoteMessage &remote)
{
    db.run(R"(
        UPDATE message SET text = :text, html = :html, subject = :subject, edited = :edited, kind = :kind,
            revision = revision + 1
        WHERE id = :id)",
        {{":text", remote.text}, {":html", remote.html},
            {":subject", remote.subject.isEmpty() ? old.subject : remote.subject}, {":edited", remote.edited},
            {":kind", remote.kind}, {":id", old.id}});
    QString who;
    if (old.direction == Direction::In) {
        const auto conversation = conversations::get(db, old.conversation);
        who = conversation && conversation->contact.isValid() ? contacts::searchText(db, conversation->contact)
                                                              : old.author;
    }
    text_index::put(db, {old.id, remote.text, remote.subject, old.language, who});
}

void replaceAttachments(Database &db, MessageId id, AccountId account, const QList<RemoteAttachment> &remote)
{
    QStringList refs;
    for (const RemoteAttachment &attachment : remote)
        refs.append(attachment.remoteRef);
    if (refs == attachments::remoteRefsOf(db, id))
        return;
    db.run("DELETE FROM attachment WHERE message = :id", {{":id", id}});
    for (const RemoteAttachment &attachment : remote)
        attachments::add(db, account, id, attachment);
    db.run("UPDATE message SET attachments = :count WHERE id = :id", {{":count", remote.size()}, {":id", id}});
}

bool isDelivery(DeliveryState state)
{
    return state == DeliveryState::Sent || state == DeliveryState::Delivered || state == DeliveryState::Read;
}

} // namespace

bool updateMessage(Database &db, MessageId known, const RemoteMessage &remote, Changes &changes)
{
    const auto old = messages::get(db, known);
    if (!old)
        return false;
    bool changed = false;
    if (remote.edited && (!old->edited || *remote.edited > *old->edited)) {
        const AccountId account{db.number("SELECT account FROM message WHERE id = :id", {{":id", known}})};
        replaceText(db, *old, remote);
        replaceAttachments(db, known, account, remote.attachments);
        changed = true;
    }
    if (old->direction == Direction::Out && isDelivery(old->state) && isDelivery(remote.state)
        && numberOf(remote.state) > numberOf(old->state)) {
        messages::setState(db, known, remote.state, {});
        changed = true;
    }
    if (changed) {
        changes.messages.insert(known);
        changes.conversations.insert(old->conversation);
    }
    return changed;
}

void removeMessage(Database &db, MessageId id, Changes &changes)
{
    const auto message = messages::get(db, id);
    if (!message)
        return;
    const qint64 arrival = db.number("SELECT arrival FROM message WHERE id = :id", {{":id", id}});
    db.run("DELETE FROM message WHERE id = :id", {{":id", id}});
    if (arrival > 0) {
        // It was not news after all: replies that wait behind it need not ask.
        db.run(R"(
            UPDATE conversation SET last_arrival = coalesce((
                SELECT max(arrival) FROM message WHERE conversation = :id AND own = 0 AND automatic = 0
                    AND visibility <> 2 AND (kind = 0 OR kind = 3 AND direction = 0)), 0)
            WHERE id = :id AND last_arrival = :arrival)",
            {{":id", message->conversation}, {":arrival", arrival}});
    }
    changes.messages.insert(id);
    changes.conversations.insert(message->conversation);
    auto state = tickets::state(db, message->ticket);
    if (!state)
        return;
    if (message->kind != MessageKind::Event)
        --state->messages;
    state->changed = state->factsChanged = true;
    if (state->lastMessage == id.value)
        tickets::refreshSnippet(db, *state);
    tickets::write(db, *state, changes);
}

void mergeInto(Database &db, MessageId own, MessageId other, Changes &changes)
{
    const auto from = messages::get(db, other);
    if (!from || own == other)
        return;
    const QJsonObject extra = messages::extraOf(db, other);
    const QStringList refs = attachments::remoteRefsOf(db, other);
    const QList<Attachment> mine = attachments::of(db, own);
    if (refs.size() == mine.size()) {
        for (qsizetype place = 0; place < refs.size(); ++place) {
            db.run("UPDATE attachment SET remote_ref = :ref WHERE id = :id",
                {{":ref", refs[place]}, {":id", mine[place].id}});
        }
    }
    db.run("UPDATE message_alias SET message = :own WHERE message = :other", {{":own", own}, {":other", other}});
    removeMessage(db, other, changes);
    db.run(R"(
        UPDATE message SET remote_id = coalesce(remote_id, :remote), time = :time, state = :state, error = '',
            extra = CASE WHEN :extra <> '' THEN :extra ELSE extra END, revision = revision + 1
        WHERE id = :own)",
        {{":remote", Value::orNull(from->remoteId)}, {":time", from->time}, {":state", from->state},
            {":extra", toText(extra)}, {":own", own}});
    changes.messages.insert(own);
}

} // namespace parley::storage
