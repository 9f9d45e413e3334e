// SPDX-License-Identifier: GPL-3.0-or-later
// What needs no agent's token: the probe, signing in, files, and the customer's side.
#include "sandbox/chatwoot/agent_api.h"
#include "sandbox/chatwoot/shapes.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

const QString kNotFound = u"Resource could not be found"_s;

ChatAnswer ok(const QJsonValue &body)
{
    return {200, body, {}, {}, {}};
}

} // namespace

ChatAnswer PublicApi::call(const ChatCall &call)
{
    const QString &name = call.route.name;
    if (name == "api"_L1) {
        return ok(QJsonObject{{u"version"_s, m_world.version}, {u"timestamp"_s, shapes::iso(m_world.nowMs())},
            {u"queue_services"_s, u"ok"_s}, {u"data_services"_s, u"ok"_s}});
    }
    if (name == "health"_L1)
        return ok(QJsonObject{{u"status"_s, u"woot"_s}});
    if (name == "sign_in"_L1)
        return signIn(call);
    if (name == "file_address"_L1 || name == "file"_L1) {
        const ChatFile *file = m_world.fileByKey(call.route.captured.value(0));
        if (!file)
            return chatRefusal(404, kNotFound);
        if (name == "file"_L1)
            return {200, {}, file->content, {}, file->name};
        const QString target = m_world.base + u"/rails/active_storage/disk/"_s + file->key + u'/'
            + QString::fromLatin1(QUrl::toPercentEncoding(file->name));
        return {302, {}, {}, target.toLatin1(), {}};
    }
    const auto inbox = std::ranges::find(m_world.inboxes, call.route.captured.value(0), &ChatInbox::identifier);
    if (inbox == m_world.inboxes.end() || inbox->channel != "Channel::Api"_L1)
        return chatRefusal(404, kNotFound);
    return contact(call, inbox->id);
}

ChatAnswer PublicApi::signIn(const ChatCall &call)
{
    if (call.params.has(u"mfa_token"_s)) { // the second step
        const auto known = std::ranges::find_if(m_world.agents, [&](const ChatAgent &row) {
            return !row.otp.isEmpty() && call.params.text(u"mfa_token"_s) == u"mfa"_s + QString::number(row.id);
        });
        if (known == m_world.agents.end())
            return chatRefusal(401, u"Invalid or expired MFA token"_s);
        if (call.params.text(u"otp_code"_s) != known->otp)
            return chatRefusal(400, u"Invalid verification code"_s);
        return ok(QJsonObject{{u"data"_s, shapes::profile(m_world, *known)}});
    }
    const auto agent = std::ranges::find(m_world.agents, call.params.text(u"email"_s), &ChatAgent::email);
    if (agent == m_world.agents.end() || agent->password != call.params.text(u"password"_s)) {
        ChatAnswer refused;
        refused.status = 401;
        refused.body = QJsonObject{
            {u"success"_s, false}, {u"errors"_s, QJsonArray{u"Invalid login credentials. Please try again."_s}}};
        return refused;
    }
    if (!agent->otp.isEmpty())
        return {206,
            QJsonObject{{u"mfa_required"_s, true}, {u"mfa_token"_s, QString(u"mfa"_s + QString::number(agent->id))}},
            {}, {}, {}};
    return ok(QJsonObject{{u"data"_s, shapes::profile(m_world, *agent)}});
}

ChatAnswer PublicApi::contact(const ChatCall &call, int inbox)
{
    const QString &name = call.route.name;
    if (name == "public_inbox"_L1) {
        return ok(QJsonObject{{u"identifier"_s, m_world.inboxes[inbox].identifier},
            {u"identity_validation_enabled"_s, false}, {u"name"_s, m_world.inboxes[inbox].name},
            {u"timezone"_s, u"UTC"_s}, {u"working_hours"_s, QJsonArray()}});
    }
    if (name == "public_contact"_L1) {
        ChatContact made;
        made.name = call.params.text(u"name"_s);
        made.email = call.params.text(u"email"_s);
        made.phone = call.params.text(u"phone_number"_s);
        made.identifier = call.params.text(u"identifier"_s);
        made.sourceId = call.params.text(u"source_id"_s);
        if (!made.phone.isEmpty() && !made.phone.startsWith(u'+'))
            return chatRefusal(422, u"Phone number should be in e164 format"_s);
        return ok(shapes::publicContact(m_world.contacts.value(m_world.addContact(inbox, made))));
    }
    const QString source = call.route.captured.value(1);
    const ChatContact *contact = m_world.contactBySource(inbox, source);
    if (!contact)
        return chatRefusal(404, kNotFound);
    const int id = contact->id;
    if (name == "public_read_contact"_L1)
        return ok(shapes::publicContact(*contact));
    if (name == "public_edit_contact"_L1) {
        m_world.editContact(id, call.params.has(u"name"_s) ? call.params.text(u"name"_s) : contact->name,
            call.params.has(u"email"_s) ? call.params.text(u"email"_s) : contact->email);
        return ok(shapes::publicContact(m_world.contacts.value(id)));
    }
    return open(call, inbox, id);
}

ChatAnswer PublicApi::open(const ChatCall &call, int inbox, int contact)
{
    const int account = m_world.inboxes[inbox].account;
    const QList<ChatConversation *> theirs = m_world.conversations(account).of(contact);
    if (call.route.name == "public_conversations"_L1) {
        QJsonArray rows;
        for (const ChatConversation *row : theirs)
            rows.append(shapes::publicConversation(m_world, *row));
        return ok(rows);
    }
    if (call.route.name == "public_open"_L1) {
        const bool again = m_world.inboxes[inbox].locked && !theirs.isEmpty();
        return ok(shapes::publicConversation(m_world, again ? *theirs.last() : m_world.open(inbox, contact)));
    }
    ChatConversation *one = m_world.conversation(account, call.route.captured.value(2).toInt());
    return one && one->contact == contact ? onConversation(call, *one) : chatRefusal(404, kNotFound);
}

ChatAnswer PublicApi::onConversation(const ChatCall &call, ChatConversation &conversation)
{
    const QString &name = call.route.name;
    if (name == "public_conversation"_L1)
        return ok(shapes::publicConversation(m_world, conversation));
    if (name == "public_messages"_L1)
        return ok(shapes::publicConversation(m_world, conversation).value("messages"_L1));
    if (name == "public_send"_L1) {
        ChatDraft draft;
        draft.content = call.params.text(u"content"_s);
        draft.echoId = call.params.text(u"echo_id"_s);
        draft.kind = ChatMessage::Incoming;
        draft.files = filesIn(m_world, call.params);
        const ChatMessage &message = m_world.add(conversation, draft, u"Contact"_s, conversation.contact);
        return ok(shapes::publicMessage(m_world, message));
    }
    if (name == "public_submit"_L1) {
        ChatMessage *message = m_world.message(call.route.captured.value(3).toLongLong());
        if (!message || message->conversation != conversation.id)
            return chatRefusal(404, kNotFound);
        m_world.submit(*message, call.params.json(u"submitted_values"_s).toObject());
        return ok(shapes::publicMessage(m_world, *message));
    }
    if (name == "public_typing"_L1) {
        m_world.typing(conversation, shapes::contactPush(m_world.contacts.value(conversation.contact)),
            call.params.text(u"typing_status"_s) == "on"_L1, false,
            m_world.contacts.value(conversation.contact).pubsubToken);
    } else if (name == "public_seen"_L1) {
        m_world.contactSaw(conversation);
    } else {
        m_world.setStatus(conversation, u"resolved"_s, {}, 0);
    }
    return ok(QJsonValue::Undefined);
}

} // namespace parley::sandbox
