// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/chatwoot/routes.h"

#include <QList>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

struct Row {
    QByteArray verb;
    QStringList parts;
    QString name;
    bool needsAgent = false;
};

/// \param path  ":" stands for a part that is captured
Row row(const char *verb, const QString &path, const QString &name, bool needsAgent)
{
    return {verb, path.split(u'/'), name, needsAgent};
}

/// What stands where the row has ":"; nothing: it is another path.
std::optional<QStringList> captured(const Row &row, const QStringList &parts)
{
    if (row.parts.size() != parts.size())
        return std::nullopt;
    QStringList found;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool any = row.parts.at(i) == u':' && !parts.at(i).isEmpty();
        if (any)
            found.append(parts.at(i));
        else if (row.parts.at(i) != parts.at(i))
            return std::nullopt;
    }
    return found;
}

QList<Row> agentRows()
{
    const QString account = u"/api/v1/accounts/:"_s;
    const QString one = account + u"/conversations/:"_s;
    QList<Row> rows;
    const auto add = [&rows](const char *verb, const QString &path, const QString &name) {
        rows.append(row(verb, path, name, true));
    };
    add("GET", u"/api/v1/profile"_s, u"profile"_s);
    add("POST", u"/api/v1/profile/availability"_s, u"availability"_s);
    add("GET", u"/auth/validate_token"_s, u"validate_token"_s);
    add("GET", account, u"account"_s);
    for (const auto &list : {u"inboxes"_s, u"agents"_s, u"teams"_s, u"labels"_s, u"canned_responses"_s, u"cache_keys"_s,
             u"assignable_agents"_s, u"custom_filters"_s, u"macros"_s, u"custom_attribute_definitions"_s,
             u"csat_survey_responses"_s})
        add("GET", account + u'/' + list, list);
    add("GET", account + u"/csat_survey_responses/metrics"_s, u"csat_metrics"_s);
    add("POST", account + u"/macros/:/execute"_s, u"macro_execute"_s);
    add("POST", account + u"/conversations/filter"_s, u"filter"_s);
    add("GET", account + u"/contacts/:"_s, u"contact"_s);
    add("GET", account + u"/contacts/:/conversations"_s, u"contact_conversations"_s);
    add("GET", account + u"/conversations"_s, u"conversations"_s);
    add("GET", account + u"/conversations/meta"_s, u"meta"_s);
    add("GET", one, u"conversation"_s);
    add("PATCH", one, u"change"_s);
    add("GET", one + u"/messages"_s, u"messages"_s);
    add("POST", one + u"/messages"_s, u"send"_s);
    add("DELETE", one + u"/messages/:"_s, u"delete"_s);
    add("POST", one + u"/toggle_status"_s, u"status"_s);
    add("POST", one + u"/toggle_priority"_s, u"priority"_s);
    add("POST", one + u"/assignments"_s, u"assign"_s);
    add("GET", one + u"/labels"_s, u"read_labels"_s);
    add("POST", one + u"/labels"_s, u"set_labels"_s);
    add("POST", one + u"/update_last_seen"_s, u"seen"_s);
    add("POST", one + u"/unread"_s, u"unread"_s);
    add("POST", one + u"/mute"_s, u"mute"_s);
    add("POST", one + u"/unmute"_s, u"unmute"_s);
    add("POST", one + u"/toggle_typing_status"_s, u"typing"_s);
    return rows;
}

QList<Row> publicRows()
{
    const QString inbox = u"/public/api/v1/inboxes/:"_s;
    const QString contact = inbox + u"/contacts/:"_s;
    const QString one = contact + u"/conversations/:"_s;
    return {row("GET", u"/api"_s, u"api"_s, false), row("GET", u"/health"_s, u"health"_s, false),
        row("POST", u"/auth/sign_in"_s, u"sign_in"_s, false), row("GET", inbox, u"public_inbox"_s, false),
        row("POST", inbox + u"/contacts"_s, u"public_contact"_s, false),
        row("GET", contact, u"public_read_contact"_s, false), row("PATCH", contact, u"public_edit_contact"_s, false),
        row("POST", contact + u"/conversations"_s, u"public_open"_s, false),
        row("GET", contact + u"/conversations"_s, u"public_conversations"_s, false),
        row("GET", one, u"public_conversation"_s, false), row("GET", one + u"/messages"_s, u"public_messages"_s, false),
        row("POST", one + u"/messages"_s, u"public_send"_s, false),
        row("PATCH", one + u"/messages/:"_s, u"public_submit"_s, false),
        row("POST", one + u"/toggle_typing"_s, u"public_typing"_s, false),
        row("POST", one + u"/update_last_seen"_s, u"public_seen"_s, false),
        row("POST", one + u"/toggle_status"_s, u"public_resolve"_s, false),
        row("GET", u"/rails/active_storage/blobs/redirect/:/:"_s, u"file_address"_s, false),
        row("GET", u"/rails/active_storage/disk/:/:"_s, u"file"_s, false)};
}

} // namespace

std::optional<ChatRoute> chatRoute(const QByteArray &verb, const QString &path)
{
    static const QList<Row> rows = agentRows() + publicRows();
    QStringList parts = path.split(u'/');
    if (parts.size() > 2 && parts.last().isEmpty()) // a slash at the end changes nothing
        parts.removeLast();
    for (const Row &row : rows) {
        if (row.verb != verb)
            continue;
        if (const auto found = captured(row, parts))
            return ChatRoute{row.name, *found, row.needsAgent};
    }
    return std::nullopt;
}

} // namespace parley::sandbox
