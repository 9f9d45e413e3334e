// SPDX-License-Identifier: GPL-3.0-or-later
// What customers do in their dialogs, and what they have got there.
#include "sandbox/vk/world.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::vk {

namespace {

/// lang_id of a language, as far as the fact sheet knows them; the numbers are not documented.
int languageId(const QString &tag)
{
    static const QHash<QString, int> ids{{u"ru"_s, 0}, {u"uk"_s, 1}, {u"be"_s, 2}, {u"en"_s, 3}, {u"es"_s, 4}};
    return ids.value(tag.section(u'-', 0, 0), 3);
}

QJsonObject sticker(const QString &baseUrl)
{
    const QJsonObject image{
        {u"url"_s, QString(baseUrl + u"/images/sticker_128.png"_s)}, {u"width"_s, 128}, {u"height"_s, 128}};
    return {{u"type"_s, u"sticker"_s},
        {u"sticker"_s,
            QJsonObject{{u"inner_type"_s, u"base_sticker_new"_s}, {u"sticker_id"_s, 9008}, {u"product_id"_s, 279},
                {u"images"_s, QJsonArray{image}}, {u"images_with_background"_s, QJsonArray{image}}}}};
}

} // namespace

QJsonObject World::clientInfo(qint64 user) const
{
    const auto it = m_people.constFind(user);
    const QString language = it == m_people.constEnd() ? QString() : it->who.language;
    return {{u"button_actions"_s, QJsonArray{u"text"_s, u"open_link"_s, u"callback"_s}}, {u"keyboard"_s, true},
        {u"inline_keyboard"_s, true}, {u"carousel"_s, false}, {u"lang_id"_s, languageId(language)}};
}

qint64 World::write(qint64 customer, const QString &text, const Saying &saying)
{
    Person *who = person(customer);
    if (!who)
        return 0;
    if (saying.chat == 0)
        who->allows = true; // who writes may be written to
    Draft draft;
    draft.peer = saying.chat == 0 ? customer : saying.chat;
    draft.from = customer;
    draft.text = text;
    draft.attachments = saying.attachments;
    draft.replyTo = saying.replyTo;
    draft.forward = saying.forward;
    draft.payload = saying.payload;
    draft.ref = saying.ref;
    draft.agoMs = saying.agoMs;
    return deliver(draft).inner;
}

qint64 World::sendFile(qint64 customer, const FileToSend &given, const Saying &saying)
{
    Saying withFile = saying;
    switch (given.kind) {
    case FileToSend::Kind::Sticker:
        withFile.attachments.append(sticker(baseUrl));
        break;
    case FileToSend::Kind::Photo:
        withFile.attachments.append(attachmentOf(storeFile(u"photo"_s, {}, given.content, customer)));
        break;
    case FileToSend::Kind::Voice:
        withFile.attachments.append(attachmentOf(storeFile(u"audio_message"_s, {}, given.content, customer)));
        break;
    case FileToSend::Kind::Document:
        withFile.attachments.append(attachmentOf(storeFile(u"doc"_s, given.name, given.content, customer)));
        break;
    }
    return write(customer, given.caption, withFile);
}

qint64 World::forwardTree(qint64 customer, const QString &text, int depth)
{
    // From inside out; what is forwarded has been said elsewhere and is in no dialog of the community.
    QJsonArray inner;
    for (int level = depth; level >= 1; --level) {
        QJsonObject message{{u"id"_s, 0}, {u"conversation_message_id"_s, level}, {u"from_id"_s, customer},
            {u"peer_id"_s, customer}, {u"date"_s, now() - 60LL * level}, {u"attachments"_s, QJsonArray()},
            {u"text"_s, u"%1 %2"_s.arg(text).arg(level)}};
        if (!inner.isEmpty())
            message.insert(u"fwd_messages"_s, inner);
        inner = {message};
    }
    Person *who = person(customer);
    who->allows = true;
    Draft draft;
    draft.peer = customer;
    draft.from = customer;
    draft.forwardedJson = inner;
    return deliver(draft).inner;
}

QString World::pressButton(qint64 customer, qint64 inner, const QJsonObject &payload)
{
    const Message *pressed = message(inner);
    if (!pressed)
        return {};
    const QString id = u"c0ffee%1"_s.arg(buttons.size() + 1);
    buttons.insert(id, {customer, pressed->peer, nowMs(), {}});
    addEvent(u"message_event"_s,
        {{u"user_id"_s, customer}, {u"peer_id"_s, pressed->peer}, {u"event_id"_s, id}, {u"payload"_s, payload},
            {u"conversation_message_id"_s, pressed->cmid}});
    return id;
}

void World::type(qint64 customer)
{
    addEvent(u"message_typing_state"_s, {{u"from_id"_s, customer}, {u"to_id"_s, ownerId()}, {u"state"_s, u"typing"_s}});
    addClassic({61, customer, 1});
}

void World::read(qint64 customer, qint64 upTo)
{
    Dialog *where = dialog(customer);
    if (!where || where->messages.isEmpty())
        return;
    const qint64 last = upTo == 0 ? where->messages.last() : upTo;
    if (last <= where->outRead)
        return;
    where->outRead = last;
    touch(*where);
    addEvent(u"message_read"_s,
        {{u"from_id"_s, customer}, {u"peer_id"_s, customer}, {u"read_message_id"_s, shownId(last)},
            {u"conversation_message_id"_s, message(last)->cmid}});
    addClassic({7, customer, shownId(last)});
}

void World::setAllowed(qint64 customer, bool allowed)
{
    Person *who = person(customer);
    if (!who)
        return;
    who->allows = allowed;
    if (Dialog *where = dialog(customer))
        touch(*where);
    if (allowed)
        addEvent(u"message_allow"_s, {{u"user_id"_s, customer}, {u"key"_s, QString()}});
    else
        addEvent(u"message_deny"_s, {{u"user_id"_s, customer}});
}

void World::ban(qint64 customer, bool banned)
{
    Person *who = person(customer);
    if (!who)
        return;
    who->banned = banned;
    QJsonObject object{{u"admin_id"_s, adminId}, {u"user_id"_s, customer}};
    if (banned) {
        object.insert(u"unblock_date"_s, 0);
        object.insert(u"reason"_s, 0);
        object.insert(u"comment"_s, QString());
    } else {
        object.insert(u"by_end_date"_s, 0);
    }
    addEvent(banned ? u"user_block"_s : u"user_unblock"_s, object);
}

void World::deactivate(qint64 customer, const QString &how)
{
    if (Person *who = person(customer))
        who->deactivated = how;
    if (Dialog *where = dialog(customer))
        touch(*where);
}

qint64 World::addChat(const QString &title, const QList<qint64> &members)
{
    Dialog chat;
    chat.peer = m_nextChat++;
    chat.title = title;
    chat.members = members;
    m_dialogs.insert(chat.peer, chat);
    return chat.peer;
}

QList<ReceivedFile> World::filesOf(const Message &message) const
{
    QList<ReceivedFile> files;
    for (const QJsonValue &value : message.attachments) {
        const auto reference = referenceOf(referenceOf(value.toObject()));
        const StoredFile *stored = reference ? file(reference->kind, reference->owner, reference->id) : nullptr;
        if (stored)
            files.append({stored->kind, stored->name, stored->content});
    }
    return files;
}

QList<Received> World::received() const
{
    QList<Received> result;
    for (const Message &message : m_messages) {
        if (!message.out)
            continue;
        Received seen;
        seen.peer = message.peer;
        seen.id = message.inner;
        seen.cmid = message.cmid;
        seen.text = message.text;
        seen.files = filesOf(message);
        for (const QJsonValue &attachment : message.attachments)
            seen.attachments.append(referenceOf(attachment.toObject()));
        seen.replyTo = message.replyTo;
        seen.forwarded = message.forwarded;
        seen.randomId = message.randomId;
        if (!message.keyboard.isEmpty())
            seen.keyboard = QString::fromUtf8(QJsonDocument(message.keyboard).toJson(QJsonDocument::Compact));
        seen.byColleague = message.byColleague;
        seen.edited = message.updatedMs != 0;
        seen.deleted = message.deletedForAll;
        seen.deletedForUs = message.deletedForUs;
        seen.atMs = message.dateMs;
        result.append(seen);
    }
    return result;
}

} // namespace parley::sandbox::vk
