// SPDX-License-Identifier: GPL-3.0-or-later
// The agents' API: the small lists, macros, ratings, a customer's conversations.
#include "sandbox/chatwoot/agent_api.h"
#include "sandbox/chatwoot/shapes.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

const QString kNotAllowed = u"You are not authorized to do this action"_s;
const QString kNotFound = u"Resource could not be found"_s;
constexpr qsizetype kSurveysAPage = 25;
constexpr qsizetype kConversationsOfContact = 20;

ChatAnswer bare(const QJsonArray &rows)
{
    return {200, rows, {}, {}, {}};
}

ChatAnswer payload(const QJsonArray &rows)
{
    return {200, QJsonObject{{u"payload"_s, rows}}, {}, {}, {}};
}

/// The rows of an account, each in its shape.
template <typename List, typename Shape>
QJsonArray rowsOf(const List &list, int account, Shape shape)
{
    QJsonArray rows;
    for (const auto &row : list) {
        if (row.account == account)
            rows.append(shape(row));
    }
    return rows;
}

} // namespace

ChatAnswer AgentApi::shared(const ChatCall &call, int account)
{
    const QString &name = call.route.name;
    if (name == "teams"_L1)
        return bare(rowsOf(m_world.teams, account, [&](const ChatTeam &row) { return shapes::team(row, call.agent); }));
    if (name == "labels"_L1) {
        QJsonArray rows;
        for (const ChatLabel &label : m_world.labels.value(account))
            rows.append(shapes::label(label));
        return payload(rows);
    }
    if (name == "canned_responses"_L1)
        return bare(rowsOf(m_world.canned, account, shapes::canned));
    if (name == "custom_filters"_L1) {
        QList<ChatFilter> mine = m_world.filters;
        const QString type = call.query.queryItemValue(u"filter_type"_s);
        mine.removeIf(
            [&](const ChatFilter &row) { return row.agent != call.agent || (!type.isEmpty() && row.type != type); });
        return bare(rowsOf(mine, account, shapes::filter));
    }
    if (name == "macros"_L1) {
        QList<ChatMacro> mine = m_world.macros;
        mine.removeIf([&](const ChatMacro &row) { return row.isPersonal && row.author != call.agent; });
        return payload(rowsOf(mine, account, [&](const ChatMacro &row) { return shapes::macro(m_world, row); }));
    }
    if (name == "custom_attribute_definitions"_L1) {
        QList<ChatField> asked = m_world.fields;
        const QString model = call.query.queryItemValue(u"attribute_model"_s);
        asked.removeIf([&](const ChatField &row) { return !model.isEmpty() && row.model != model; });
        return bare(rowsOf(asked, account, shapes::field));
    }
    if (name == "cache_keys"_L1)
        return {200, QJsonObject{{u"cache_keys"_s, m_world.cacheKeys(account)}}, {}, {}, {}};
    if (name == "macro_execute"_L1)
        return executeMacro(call, account);
    if (name == "contact_conversations"_L1)
        return ofContact(call, account);
    if (name == "filter"_L1)
        return filtered(call, account);
    return surveys(call, account);
}

ChatAnswer AgentApi::surveys(const ChatCall &call, int account) const
{
    if (m_world.agents[call.agent].role != "administrator"_L1)
        return chatRefusal(401, kNotAllowed);
    const qint64 since = call.query.queryItemValue(u"since"_s).toLongLong();
    const qint64 until = call.query.queryItemValue(u"until"_s).toLongLong();
    if (call.route.name == "csat_metrics"_L1)
        return {200, m_world.surveyMetrics(account, since, until), {}, {}, {}};
    QList<ChatMessage *> answered = m_world.surveys(account, since, until);
    answered.removeIf([](const ChatMessage *row) { return !row->contentAttributes.contains(u"submitted_values"_s); });
    const qsizetype page = qMax(qsizetype{1}, qsizetype(call.query.queryItemValue(u"page"_s).toLongLong()));
    QJsonArray rows;
    for (const ChatMessage *row : answered.mid((page - 1) * kSurveysAPage, kSurveysAPage))
        rows.append(shapes::survey(m_world, *row));
    return bare(rows);
}

/// Answers at once; the work is a job behind it.
ChatAnswer AgentApi::executeMacro(const ChatCall &call, int account)
{
    const int id = call.route.captured.value(1).toInt();
    const auto macro = std::ranges::find_if(m_world.macros, [&](const ChatMacro &row) {
        return row.id == id && row.account == account && (!row.isPersonal || row.author == call.agent);
    });
    if (macro == m_world.macros.end())
        return chatRefusal(404, kNotFound);
    const QJsonArray ids = call.params.json(u"conversation_ids"_s).toArray();
    const auto job = [this, chosen = *macro, ids, account, agent = call.agent] {
        for (const QJsonValue &row : ids) {
            ChatConversation *conversation = m_world.conversation(account, row.toInt());
            if (conversation && m_world.sees(m_world.agents[agent], *conversation))
                m_world.runMacro(chosen, *conversation, agent);
        }
    };
    if (m_world.later)
        m_world.later(job);
    else
        job();
    return {200, QJsonValue::Undefined, {}, {}, {}};
}

ChatAnswer AgentApi::ofContact(const ChatCall &call, int account)
{
    const int contact = call.route.captured.value(1).toInt();
    if (m_world.contacts.value(contact).account != account || !m_world.contacts.contains(contact))
        return chatRefusal(404, kNotFound);
    QList<ChatConversation *> theirs = m_world.conversations(account).of(contact);
    theirs.removeIf([&](const ChatConversation *row) { return !m_world.sees(m_world.agents[call.agent], *row); });
    std::ranges::stable_sort(theirs, std::greater<>(), &ChatConversation::lastActivityMs);
    QJsonArray rows;
    for (const ChatConversation *row : theirs.mid(0, kConversationsOfContact))
        rows.append(shapes::restConversation(m_world, *row));
    return payload(rows);
}

} // namespace parley::sandbox
