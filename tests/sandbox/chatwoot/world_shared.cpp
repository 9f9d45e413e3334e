// SPDX-License-Identifier: GPL-3.0-or-later
// What a team shares beside its conversations, and what macros do.
#include "sandbox/chatwoot/shapes.h"
#include "sandbox/chatwoot/world.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

void ChatWorld::invalidate(const QString &list, int account)
{
    m_cacheKeys[{account, list}] = ++m_lastCacheKey;
    tellAccount(u"account.cache_invalidated"_s, account, {{u"cache_keys"_s, cacheKeys(account)}});
}

QJsonObject ChatWorld::cacheKeys(int account) const
{
    QJsonObject keys;
    for (const auto &list : {u"inbox"_s, u"label"_s, u"team"_s})
        keys.insert(list, QString::number(m_cacheKeys.value({account, list})));
    return keys;
}

void ChatWorld::setLabel(int account, const ChatLabel &label)
{
    QList<ChatLabel> &list = labels[account];
    const auto known = std::ranges::find(list, label.title, &ChatLabel::title);
    ChatLabel made = label;
    made.id = known == list.end() ? nextId() : known->id;
    if (known == list.end())
        list.append(made);
    else
        *known = made;
    invalidate(u"label"_s, account);
}

void ChatWorld::rename(ChatInbox &inbox, const QString &name)
{
    inbox.name = name;
    invalidate(u"inbox"_s, inbox.account);
}

void ChatWorld::changed(ChatConversation &conversation)
{
    touch(conversation);
    tellConversation(u"conversation.updated"_s, conversation);
}

void ChatWorld::runMacro(const ChatMacro &macro, ChatConversation &conversation, int agent)
{
    for (const QJsonValue &row : macro.actions)
        act(row["action_name"_L1].toString(), row["action_params"_L1].toArray(), conversation, agent);
}

void ChatWorld::act(const QString &action, const QJsonArray &parameters, ChatConversation &conversation, int agent)
{
    const QString text = parameters.at(0).toString();
    const int number = parameters.at(0).toInt();
    if (action == "send_message"_L1 || action == "add_private_note"_L1) {
        ChatDraft draft;
        draft.content = text;
        draft.isPrivate = action == "add_private_note"_L1;
        add(conversation, draft, u"User"_s, agent);
    } else if (action == "add_label"_L1 || action == "remove_label"_L1) {
        QStringList list = conversation.labels;
        for (const QJsonValue &label : parameters) {
            list.removeAll(label.toString());
            if (action == "add_label"_L1)
                list.append(label.toString());
        }
        setLabels(conversation, list, agent);
    } else if (action == "assign_agent"_L1 || action == "remove_assigned_agent"_L1) {
        assign(conversation, action == "remove_assigned_agent"_L1 ? 0 : text == "self"_L1 ? agent : number, agent);
    } else if (action == "assign_team"_L1 || action == "remove_assigned_team"_L1) {
        setTeam(conversation, action == "assign_team"_L1 ? number : 0, agent);
    } else if (action == "change_status"_L1) {
        setStatus(conversation, text, {}, agent);
    } else if (action == "resolve_conversation"_L1) {
        setStatus(conversation, u"resolved"_s, {}, agent);
    } else if (action == "snooze_conversation"_L1) {
        setStatus(conversation, u"snoozed"_s, {}, agent);
    } else if (action == "change_priority"_L1) {
        setPriority(conversation, text == "nil"_L1 ? QString() : text, agent);
    } else if (action == "mute_conversation"_L1) {
        block(conversation.contact, true);
        setStatus(conversation, u"resolved"_s, {}, agent);
    } else {
        outside.append(text.isEmpty() ? action : QString(action + u' ' + text));
    }
}

QList<ChatMessage *> ChatWorld::surveys(int account, qint64 since, qint64 until)
{
    QList<ChatMessage *> found;
    const QList<ChatConversation *> rows = m_orders.value(account).byCreation();
    for (const ChatConversation *row : rows) {
        const QList<ChatMessage *> thread = messagesOf(*row);
        for (ChatMessage *message : thread) {
            const qint64 at = message->createdMs / 1000;
            if (message->contentType == "input_csat"_L1 && at >= since && (until == 0 || at <= until))
                found.append(message);
        }
    }
    return found;
}

QJsonObject ChatWorld::surveyMetrics(int account, qint64 since, qint64 until)
{
    const QList<ChatMessage *> asked = surveys(account, since, until);
    QJsonObject ratings;
    int total = 0;
    for (const ChatMessage *message : asked) {
        const QJsonValue said = message->contentAttributes[u"submitted_values"_s]["csat_survey_response"_L1];
        const QString stars = QString::number(said["rating"_L1].toInt());
        if (stars == u'0')
            continue;
        ++total;
        ratings.insert(stars, ratings.value(stars).toInt() + 1);
    }
    return {{u"total_count"_s, total}, {u"ratings_count"_s, ratings}, {u"total_sent_messages_count"_s, asked.size()}};
}

} // namespace parley::sandbox
