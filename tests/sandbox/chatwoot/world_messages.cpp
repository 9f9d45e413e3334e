// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/chatwoot/shapes.h"
#include "sandbox/chatwoot/world.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

/// One {{ … }} of the template language.
QString rendered(const QString &expression, const QMap<QString, QString> &known)
{
    static const QRegularExpression quoted(uR"re(^(?:'([^']*)'|"([^"]*)")$)re"_s);
    const QString trimmed = expression.trimmed();
    const QRegularExpressionMatch match = quoted.match(trimmed);
    if (match.hasMatch())
        return QString(match.captured(1) + match.captured(2));
    return known.value(trimmed);
}

} // namespace

QString ChatWorld::renderLiquid(const QString &content, const ChatConversation &conversation, int agent) const
{
    static const QRegularExpression ticked(u"`(.*?)`"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression token(
        uR"(\{%-?\s*raw\s*-?%\}(.*?)\{%-?\s*endraw\s*-?%\}|\{\{(.*?)\}\}|(\{\{|\{%))"_s,
        QRegularExpression::DotMatchesEverythingOption);
    QString source = content;
    source.replace(ticked, u"{% raw %}`\\1`{% endraw %}"_s);
    const QMap<QString, QString> known{{u"contact.name"_s, contacts.value(conversation.contact).name},
        {u"agent.name"_s, nameOf(agent)}, {u"conversation.display_id"_s, QString::number(conversation.id)},
        {u"inbox.name"_s, inboxes.value(conversation.inbox).name},
        {u"account.name"_s, accounts.value(conversation.account)}};
    QString made;
    qsizetype at = 0;
    auto matches = token.globalMatch(source);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (match.hasCaptured(3))
            return content; // no template after all: it is sent as it is
        made += QStringView(source).mid(at, match.capturedStart() - at);
        made += match.hasCaptured(2) ? rendered(match.captured(2), known) : match.captured(1);
        at = match.capturedEnd();
    }
    made += QStringView(source).mid(at);
    return made;
}

ChatMessage &ChatWorld::add(
    ChatConversation &conversation, const ChatDraft &draft, const QString &senderType, int sender)
{
    ChatMessage message;
    message.id = m_lastMessage += 2; // other accounts write too: gaps are normal
    message.account = conversation.account;
    message.conversation = conversation.id;
    message.inbox = conversation.inbox;
    message.kind = draft.kind;
    message.content = draft.kind == ChatMessage::Outgoing || draft.kind == ChatMessage::Template
        ? renderLiquid(draft.content, conversation, sender)
        : draft.content;
    message.contentType = draft.contentType;
    message.contentAttributes = draft.contentAttributes;
    message.isPrivate = draft.isPrivate;
    message.senderType = senderType;
    message.sender = sender;
    message.files = draft.files;
    message.createdMs = message.updatedMs = nowMs();
    if (!keepsClientRef)
        message.contentAttributes.remove(u"client_ref"_s);
    const qint64 target = message.contentAttributes.value("in_reply_to"_L1).toInteger();
    if (target != 0 && (!m_messages.contains(target) || m_messages[target].conversation != conversation.id))
        message.contentAttributes.insert(u"in_reply_to"_s, QJsonValue());
    ChatMessage &kept = *m_messages.insert(message.id, message);
    QList<ChatMessage *> &thread = m_threads[{conversation.account, conversation.id}];
    const auto byTime = [](const ChatMessage *row) { return std::pair(row->createdMs / 1000, row->id); };
    thread.insert(std::ranges::upper_bound(thread, byTime(&kept), {}, byTime), &kept);
    m_orders[conversation.account].move(conversation, kept.createdMs);
    touch(conversation);
    tellMessage(u"message.created"_s, kept, draft.echoId);
    if (draft.kind == ChatMessage::Incoming) {
        conversation.contactSeenMs = kept.createdMs;
        conversation.waitingSinceMs = kept.createdMs;
        if (conversation.status == "resolved"_L1 || conversation.status == "snoozed"_L1)
            setStatus(conversation, u"open"_s, {}, 0);
    }
    if (draft.kind == ChatMessage::Outgoing && !draft.isPrivate) {
        conversation.waitingSinceMs = 0;
        if (std::exchange(
                conversation.firstReplyMs, conversation.firstReplyMs == 0 ? kept.createdMs : conversation.firstReplyMs)
            == 0)
            tellMessage(u"first.reply.created"_s, kept);
    }
    return kept;
}

ChatMessage *ChatWorld::message(qint64 id)
{
    const auto found = m_messages.find(id);
    return found == m_messages.end() ? nullptr : &*found;
}

void ChatWorld::deleteMessage(ChatMessage &message)
{
    message.content = u"This message was deleted"_s;
    message.contentAttributes = {{u"deleted"_s, true}};
    message.files.clear();
    message.updatedMs = nowMs();
    tellMessage(u"message.updated"_s, message);
}

void ChatWorld::setMessageStatus(ChatMessage &message, const QString &status, const QString &error)
{
    if (message.status == status)
        return;
    message.status = status;
    if (!error.isEmpty())
        message.contentAttributes.insert(u"external_error"_s, error);
    message.updatedMs = nowMs();
    tellMessage(u"message.updated"_s, message);
}

void ChatWorld::submit(ChatMessage &message, const QJsonObject &values)
{
    message.contentAttributes.insert(u"submitted_values"_s, values);
    message.updatedMs = nowMs();
    tellMessage(u"message.updated"_s, message);
}

const ChatFile *ChatWorld::fileByKey(const QString &key) const
{
    const auto found = m_files.constFind(key);
    return found == m_files.constEnd() ? nullptr : &*found;
}

} // namespace parley::sandbox
