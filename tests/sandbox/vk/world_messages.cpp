// SPDX-License-Identifier: GPL-3.0-or-later
// Dialogs and their messages, and what both queues are told of them.
#include "sandbox/vk/world.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::vk {

namespace {

constexpr int kFlagUnread = 1;
constexpr int kFlagOut = 2;
constexpr int kFlagDeleted = 128;
constexpr int kFlagDeletedForAll = 131072;
constexpr int kDialogImportant = 1;
constexpr int kDialogUnanswered = 2;
/// Forwarded messages inside forwarded messages that an event carries; the rest must be fetched (is_cropped).
constexpr int kEventDepth = 3;

/// The same tree without what lies deeper than \a depth. \a cut is set when something was left out.
QJsonArray cropped(const QJsonArray &forwarded, int depth, bool &cut)
{
    if (depth == 0) {
        cut = cut || !forwarded.isEmpty();
        return {};
    }
    QJsonArray result;
    for (const QJsonValue &value : forwarded) {
        QJsonObject message = value.toObject();
        const QJsonArray inner = message.value("fwd_messages"_L1).toArray();
        if (!inner.isEmpty())
            message.insert(u"fwd_messages"_s, cropped(inner, depth - 1, cut));
        result.append(message);
    }
    return result;
}

QJsonObject classicAttachments(const Message &message)
{
    QJsonObject map;
    int number = 0;
    for (const QJsonValue &value : message.attachments) {
        const QJsonObject attachment = value.toObject();
        const QString type = attachment.value("type"_L1).toString();
        const QString name = u"attach%1"_s.arg(++number);
        const bool voice = type == "audio_message"_L1;
        map.insert(QString(name + u"_type"), voice ? u"doc"_s : type);
        if (voice)
            map.insert(QString(name + u"_kind"), u"audiomsg"_s);
        map.insert(name, referenceOf(attachment).mid(type.size()));
    }
    if (!message.forwardedJson.isEmpty())
        map.insert(u"fwd"_s, u"0_0"_s);
    return map;
}

/// Of a chat in which the community is an ordinary member.
QJsonObject chatSettings(const Dialog &chat, qint64 community)
{
    QJsonObject may;
    for (const QString &what : {u"can_change_info"_s, u"can_change_invite_link"_s, u"can_change_pin"_s, u"can_invite"_s,
             u"can_promote_users"_s, u"can_see_invite_link"_s, u"can_moderate"_s, u"can_copy_chat"_s, u"can_call"_s,
             u"can_use_mass_mentions"_s})
        may.insert(what, false);
    QJsonArray members{community};
    for (const qint64 member : chat.members)
        members.append(member);
    return {{u"title"_s, chat.title}, {u"state"_s, u"in"_s},
        {u"owner_id"_s, chat.members.isEmpty() ? community : chat.members.first()},
        {u"members_count"_s, qint64(members.size())}, {u"active_ids"_s, members}, {u"acl"_s, may}};
}

} // namespace

Message *World::message(qint64 inner)
{
    const auto it = m_messages.find(inner);
    return it == m_messages.end() ? nullptr : &*it;
}

const Message *World::message(qint64 inner) const
{
    const auto it = m_messages.constFind(inner);
    return it == m_messages.constEnd() ? nullptr : &*it;
}

Message *World::byCmid(qint64 peer, qint64 cmid)
{
    const Dialog *where = dialog(peer);
    if (!where)
        return nullptr;
    for (const qint64 inner : where->messages) {
        if (m_messages[inner].cmid == cmid)
            return &m_messages[inner];
    }
    return nullptr;
}

Dialog *World::dialog(qint64 peer)
{
    const auto it = m_dialogs.find(peer);
    return it == m_dialogs.end() ? nullptr : &*it;
}

QList<const Dialog *> World::dialogs() const
{
    QList<const Dialog *> result;
    for (const Dialog &dialog : m_dialogs) {
        if (!dialog.messages.isEmpty())
            result.append(&dialog);
    }
    std::sort(result.begin(), result.end(),
        [](const Dialog *a, const Dialog *b) { return a->messages.last() > b->messages.last(); });
    return result;
}

qint64 World::shownId(qint64 inner) const
{
    const Message *known = message(inner);
    return known && known->peer > kFirstChat ? 0 : inner;
}

QJsonObject World::foreignJson(const Message &message) const
{
    QJsonObject json{{u"id"_s, shownId(message.inner)}, {u"conversation_message_id"_s, message.cmid},
        {u"peer_id"_s, message.peer}, {u"from_id"_s, message.from}, {u"date"_s, message.dateMs / 1000},
        {u"text"_s, message.text}, {u"attachments"_s, message.attachments}};
    if (message.updatedMs != 0)
        json.insert(u"update_time"_s, message.updatedMs / 1000);
    if (!message.forwardedJson.isEmpty())
        json.insert(u"fwd_messages"_s, message.forwardedJson);
    return json;
}

QJsonObject World::messageJson(const Message &message) const
{
    QJsonObject json = foreignJson(message);
    json.insert(u"out"_s, message.out ? 1 : 0);
    json.insert(u"fwd_messages"_s, message.forwardedJson);
    json.insert(u"important"_s, false);
    json.insert(u"is_hidden"_s, false);
    json.insert(u"version"_s, message.version);
    if (message.out)
        json.insert(u"random_id"_s, message.randomId);
    if (message.admin != 0)
        json.insert(u"admin_author_id"_s, message.admin);
    if (const Message *replied = this->message(message.replyTo))
        json.insert(u"reply_message"_s, foreignJson(*replied));
    if (!message.payload.isEmpty())
        json.insert(u"payload"_s, message.payload);
    if (!message.ref.isEmpty())
        json.insert(u"ref"_s, message.ref);
    if (!message.keyboard.isEmpty())
        json.insert(u"keyboard"_s, message.keyboard);
    if (message.isGone())
        json.insert(u"deleted"_s, 1);
    QMap<int, QJsonArray> counts;
    for (auto it = message.reactions.begin(); it != message.reactions.end(); ++it)
        counts[*it].append(it.key());
    QJsonArray reactions;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        reactions.append(
            QJsonObject{{u"reaction_id"_s, it.key()}, {u"count"_s, qint64(it->size())}, {u"user_ids"_s, *it}});
    if (!reactions.isEmpty())
        json.insert(u"reactions"_s, reactions);
    return json;
}

QJsonObject World::eventMessage(const Message &message) const
{
    QJsonObject json = messageJson(message);
    bool cut = false;
    json.insert(u"fwd_messages"_s, cropped(message.forwardedJson, kEventDepth, cut));
    if (cut)
        json.insert(u"is_cropped"_s, true);
    return json;
}

QJsonArray World::messageTuple(int code, const Message &message) const
{
    const int flags = (message.out ? kFlagOut : 0) | kFlagUnread;
    if (message.deletedForAll) // what is gone already comes without its words
        return {code, shownId(message.inner), flags | kFlagDeleted | kFlagDeletedForAll};
    QJsonObject extra{{u"title"_s, u" ... "_s}};
    if (message.peer > kFirstChat)
        extra.insert(u"from"_s, QString::number(message.from));
    if (message.admin != 0)
        extra.insert(u"from_admin"_s, QString::number(message.admin));
    QJsonObject attachments = classicAttachments(message);
    if (const Message *replied = this->message(message.replyTo))
        attachments.insert(u"reply"_s, u"{\"conversation_message_id\":%1}"_s.arg(replied->cmid));
    return {code, shownId(message.inner), flags, message.peer, message.dateMs / 1000, asClassicText(message.text),
        extra, attachments, message.randomId};
}

int World::unreadIn(const Dialog &dialog) const
{
    return int(std::count_if(dialog.messages.begin(), dialog.messages.end(), [&](qint64 inner) {
        const Message *known = message(inner);
        return inner > dialog.inRead && !known->out && !known->isGone();
    }));
}

void World::countUnread()
{
    const auto dialogsNow = dialogs();
    const auto unread = std::count_if(
        dialogsNow.begin(), dialogsNow.end(), [this](const Dialog *dialog) { return unreadIn(*dialog) > 0; });
    addClassic({80, qint64(unread), 0});
}

QJsonObject World::conversationJson(const Dialog &dialog) const
{
    const bool chat = dialog.isChat();
    const int refusal = refusalFor(dialog.peer);
    const int reason = messagesOff ? 915 : refusal;
    QJsonObject canWrite{{u"allowed"_s, reason == 0}};
    if (reason != 0)
        canWrite.insert(u"reason"_s, reason);
    qint64 last = 0;
    for (const qint64 inner : dialog.messages)
        last = message(inner)->isGone() ? last : inner;
    const Message *newest = message(last);
    QJsonObject json{{u"peer"_s,
                         QJsonObject{{u"id"_s, dialog.peer}, {u"type"_s, chat ? u"chat"_s : u"user"_s},
                             {u"local_id"_s, chat ? dialog.peer - kFirstChat : dialog.peer}}},
        {u"sort_id"_s, QJsonObject{{u"major_id"_s, 0}, {u"minor_id"_s, last}}}, {u"last_message_id"_s, shownId(last)},
        {u"last_conversation_message_id"_s, newest ? newest->cmid : 0}, {u"in_read"_s, chat ? 0 : dialog.inRead},
        {u"out_read"_s, chat ? 0 : dialog.outRead}, {u"important"_s, dialog.important},
        {u"unanswered"_s, dialog.unanswered}, {u"can_write"_s, canWrite}, {u"version"_s, dialog.version}};
    if (const int unread = unreadIn(dialog); unread > 0)
        json.insert(u"unread_count"_s, unread);
    if (!dialog.keyboard.isEmpty())
        json.insert(u"current_keyboard"_s, dialog.keyboard);
    if (chat)
        json.insert(u"chat_settings"_s, chatSettings(dialog, ownerId()));
    return json;
}

Message &World::deliver(const Draft &draft)
{
    Dialog &dialog = m_dialogs[draft.peer];
    dialog.peer = draft.peer;
    Message &message = m_messages[m_nextMessage];
    message.inner = m_nextMessage++;
    message.cmid = ++dialog.lastCmid;
    message.peer = draft.peer;
    message.from = draft.from;
    message.out = draft.from == ownerId();
    message.dateMs = nowMs() - draft.agoMs;
    message.text = draft.text;
    message.attachments = draft.attachments;
    message.replyTo = draft.replyTo;
    message.forwarded = draft.forward;
    message.forwardedJson = draft.forwardedJson;
    for (const qint64 inner : draft.forward) {
        if (const Message *known = this->message(inner))
            message.forwardedJson.append(foreignJson(*known));
    }
    message.randomId = draft.randomId;
    message.admin = draft.admin;
    message.payload = draft.payload;
    message.ref = draft.ref;
    message.keyboard = draft.keyboard;
    message.byColleague = draft.byColleague;
    message.version = ++m_version;
    dialog.messages.append(message.inner);
    if (message.out) {
        dialog.inRead = message.inner; // who writes has read
        if (!draft.keyboard.isEmpty() && !draft.keyboard.value("inline"_L1).toBool())
            dialog.keyboard = draft.keyboard;
    } else if (message.from == dialog.peer) {
        dialog.outRead = message.inner;
    }
    touch(dialog);
    announce(message);
    return message;
}

void World::announce(const Message &message)
{
    addClassic(messageTuple(4, message), message.inner);
    if (message.out) {
        addEvent(u"message_reply"_s, eventMessage(message));
        return;
    }
    addEvent(u"message_new"_s, {{u"message"_s, eventMessage(message)}, {u"client_info"_s, clientInfo(message.from)}});
    Dialog &dialog = m_dialogs[message.peer];
    if (!dialog.unanswered && !dialog.isChat()) {
        dialog.unanswered = true;
        addClassic({12, dialog.peer, kDialogUnanswered});
    }
    countUnread();
}

void World::change(Message &message, const QString &text, const QJsonArray &attachments)
{
    message.text = text;
    message.attachments = attachments;
    message.updatedMs = nowMs();
    message.version = ++m_version;
    touch(m_dialogs[message.peer]);
    addEvent(u"message_edit"_s, eventMessage(message));
    addClassic(messageTuple(5, message), message.inner);
}

void World::remove(Message &message, bool forAll)
{
    const QJsonArray tuple{2, shownId(message.inner), kFlagDeleted | (forAll ? kFlagDeletedForAll : 0), message.peer};
    (forAll ? message.deletedForAll : message.deletedForUs) = true;
    message.version = ++m_version;
    touch(m_dialogs[message.peer]);
    addClassic(tuple, message.inner); // the Bots Long Poll has no such event
}

void World::restore(Message &message)
{
    if (!message.isGone())
        return;
    const int flags = kFlagDeleted | (message.deletedForAll ? kFlagDeletedForAll : 0);
    message.deletedForUs = false;
    message.deletedForAll = false;
    message.version = ++m_version;
    touch(m_dialogs[message.peer]);
    addClassic({3, shownId(message.inner), flags, message.peer}, message.inner);
}

void World::readByCommunity(qint64 peer, qint64 upTo)
{
    Dialog *where = dialog(peer);
    if (!where || where->messages.isEmpty())
        return;
    const qint64 last = upTo == 0 ? where->messages.last() : upTo;
    if (last <= where->inRead)
        return;
    where->inRead = last;
    touch(*where);
    addClassic({6, peer, shownId(last)});
    countUnread();
}

void World::markAnswered(qint64 peer, bool answered)
{
    Dialog *where = dialog(peer);
    if (!where || where->unanswered == !answered)
        return;
    where->unanswered = !answered;
    touch(*where);
    addClassic({answered ? 10 : 12, peer, kDialogUnanswered});
}

void World::markImportant(qint64 peer, bool important)
{
    Dialog *where = dialog(peer);
    if (!where || where->important == important)
        return;
    where->important = important;
    touch(*where);
    addClassic({important ? 12 : 10, peer, kDialogImportant});
}

void World::reactAs(qint64 who, Message &message, int reaction)
{
    if (reaction == 0)
        message.reactions.remove(who);
    else
        message.reactions.insert(who, reaction);
    QJsonObject object{{u"reacted_id"_s, who}, {u"peer_id"_s, message.peer}, {u"cmid"_s, message.cmid}};
    if (reaction != 0)
        object.insert(u"reaction_id"_s, reaction);
    if (who != ownerId())
        addEvent(u"message_reaction_event"_s, object);
}

int World::refusalFor(qint64 peer) const
{
    if (peer > kFirstChat)
        return m_dialogs.contains(peer) ? 0 : 917;
    const auto it = m_people.constFind(peer);
    if (it == m_people.constEnd())
        return 901;
    if (!it->deactivated.isEmpty())
        return 18;
    if (it->blocksUs || it->banned)
        return 900;
    if (it->closedToMessages)
        return 902;
    return it->allows ? 0 : 901;
}

} // namespace parley::sandbox::vk
