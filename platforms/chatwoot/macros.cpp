// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/chatwoot/words.h"
#include "platforms/chatwoot/workspace.h"

using namespace Qt::StringLiterals;

namespace parley::platforms::chatwoot {

namespace {

/// One action on its way from there to here.
struct Action {
    QString name;
    QJsonArray parameters;

    [[nodiscard]] QString text() const
    {
        const QJsonValue first = parameters.at(0);
        return first.isDouble() ? QString::number(first.toInteger()) : first.toString();
    }
    /// What a list of texts means; numbers stay out.
    [[nodiscard]] QStringList texts() const
    {
        QStringList list;
        for (const QJsonValue &value : parameters) {
            if (const QString one = value.toString().simplified(); !one.isEmpty())
                list << one;
        }
        return list;
    }
};

std::optional<Command> assignment(const Action &action, const Scope &scope)
{
    if (action.text() == "self"_L1)
        return Assign{kMe};
    if (action.text() == "nil"_L1)
        return Assign{};
    const qint64 id = action.text().toLongLong();
    const QString name = scope.isMe(id) ? kMe : scope.agents.value(id);
    return name.isEmpty() ? std::optional<Command>() : Assign{name};
}

std::optional<Command> teamwork(const Action &action, const Scope &scope)
{
    if (action.text() == "nil"_L1 || action.text() == "0"_L1)
        return AssignTeam{};
    const QString name = scope.teams.value(action.text().toLongLong());
    return name.isEmpty() ? std::optional<Command>() : AssignTeam{name};
}

std::optional<Command> ofStatus(const QString &word)
{
    const auto status = ticketStatusFrom(word);
    return status ? std::optional<Command>(SetStatus{*status, {}}) : std::nullopt;
}

std::optional<Command> ofPriority(const QString &word)
{
    if (word == "nil"_L1 || word == "none"_L1 || word == "medium"_L1)
        return SetPriority{Priority::Normal};
    const auto priority = priorityFrom(word);
    return priority ? std::optional<Command>(SetPriority{*priority}) : std::nullopt;
}

std::optional<Command> ofText(const Action &action, const Scope &scope, bool isNote)
{
    const QString text = withOurBlanks(action.text(), scope);
    if (text.trimmed().isEmpty())
        return std::nullopt;
    return isNote ? Command(Note{text}) : Command(Reply{text, {}, false, {}});
}

std::optional<Command> stepFrom(const Action &action, const Scope &scope)
{
    const QString &name = action.name;
    if (name == "send_message"_L1 || name == "add_private_note"_L1)
        return ofText(action, scope, name == "add_private_note"_L1);
    if (name == "add_label"_L1 || name == "remove_label"_L1) {
        const QStringList labels = action.texts();
        if (labels.isEmpty())
            return std::nullopt;
        return name == "add_label"_L1 ? ChangeTags{labels, {}} : ChangeTags{{}, labels};
    }
    if (name == "assign_agent"_L1)
        return assignment(action, scope);
    if (name == "remove_assigned_agent"_L1)
        return Assign{};
    if (name == "assign_team"_L1)
        return teamwork(action, scope);
    if (name == "remove_assigned_team"_L1)
        return AssignTeam{};
    if (name == "change_status"_L1)
        return ofStatus(action.text());
    if (name == "resolve_conversation"_L1)
        return SetStatus{TicketStatus::Resolved, {}};
    if (name == "snooze_conversation"_L1)
        return SetStatus{TicketStatus::Snoozed, {}};
    if (name == "change_priority"_L1)
        return ofPriority(action.text());
    if (name == "mute_conversation"_L1)
        return Mute{true};
    return std::nullopt;
}

QString onlyThereWords(const Action &action)
{
    if (action.name == "send_email_transcript"_L1) {
        const QString to = action.texts().join(u", "_s);
        return to.isEmpty() ? Words::tr("Sends the conversation by e-mail")
                            : Words::tr("Sends the conversation by e-mail to %1").arg(to);
    }
    if (action.name == "send_attachment"_L1)
        return Words::tr("Sends a file that is kept on the server");
    if (action.name == "send_webhook_event"_L1)
        return Words::tr("Tells another program: %1").arg(action.text());
    if (action.name == "assign_agent"_L1)
        return Words::tr("Assigns it to somebody who is not known here");
    if (action.name == "assign_team"_L1)
        return Words::tr("Gives it to a team that is not known here");
    const QString value = action.texts().join(u", "_s);
    return value.isEmpty() ? action.name : QString(action.name + u": "_s + value);
}

} // namespace

Macro macroFrom(const QJsonObject &row, const Scope &scope)
{
    Macro macro;
    macro.remoteId = QString::number(row["id"_L1].toInteger());
    macro.name = row["name"_L1].toString().simplified();
    macro.personal = row["visibility"_L1].toString() == "personal"_L1;
    for (const QJsonValue &value : row["actions"_L1].toArray()) {
        const Action action{value["action_name"_L1].toString(), value["action_params"_L1].toArray()};
        if (const auto step = stepFrom(action, scope))
            macro.steps << *step;
        else
            macro.onlyThere << onlyThereWords(action);
    }
    return macro;
}

} // namespace parley::platforms::chatwoot
