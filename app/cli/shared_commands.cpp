// SPDX-License-Identifier: GPL-3.0-or-later
// canned, macro, team, agent: what the teams of the accounts share.
#include "app/cli/ask.h"
#include "app/cli/carry_out.h"
#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/cli/plain.h"
#include "app/cli/shared.h"
#include "models/display_text.h"
#include "models/macro.h"

#include <QJsonArray>

namespace parley::app {

namespace {

constexpr int kNameLength = 60;
constexpr int kTextLength = 200;

/// Calls \a each with every account, or the one that --account names, and what its team shares.
template <typename Each>
int forEachWorkspace(Session &session, const Arguments &arguments, Each each)
{
    const QString only = arguments.value(QStringLiteral("account"));
    if (arguments.has(QStringLiteral("account"))) {
        if (const auto account = accountFor(session, only); !account)
            return session.fail(account.error());
    }
    const auto reader = session.reader();
    if (!reader)
        return session.fail(reader.error());
    const auto accounts = (*reader)->accounts();
    if (!accounts)
        return session.fail(accounts.error());
    for (const Account &account : *accounts) {
        if (arguments.has(QStringLiteral("account")) && account.name != only)
            continue;
        const auto workspace = (*reader)->workspace(account.id);
        if (!workspace)
            return session.fail(workspace.error());
        each(account, *workspace);
    }
    return Done;
}

QString shortened(const QString &text, int length = kNameLength)
{
    return safeForDisplay(text, length);
}

/// A step for people: its kind and what it says.
QString plain(const Command &step)
{
    const QJsonObject json = toJson(step);
    QStringList parts{kindOf(step)};
    for (auto field = json.begin(); field != json.end(); ++field) {
        if (field.key() == u"kind")
            continue;
        if (field->isString() && !field->toString().isEmpty())
            parts.append(shortened(field->toString(), kTextLength));
        else if (field->isArray() && !field->toArray().isEmpty())
            parts.append(field.key() + u' '
                + shortened(field->toVariant().toStringList().join(QStringLiteral(", ")), kTextLength));
        else if (field->isBool() && field->toBool())
            parts.append(field.key());
    }
    return parts.join(QStringLiteral("  "));
}

void printStep(Session &session, int number, const QJsonObject &step, const QString &forPeople)
{
    QJsonObject object = step;
    object.insert(QStringLiteral("step"), number);
    session.print(object, QStringLiteral("%1. %2").arg(number).arg(forPeople));
}

/// What would be done, step by step; nothing is.
int printSteps(Session &session, const Macro &macro, const QList<Command> &commands)
{
    const bool there = !macro.onlyThere.isEmpty();
    int number = 0;
    for (const Command &step : there ? macro.steps : commands) {
        QJsonObject object = toJson(step);
        object.insert(QStringLiteral("on_server"), there);
        printStep(session, ++number, object, plain(step));
    }
    for (const QString &words : macro.onlyThere) {
        printStep(session, ++number,
            {{QStringLiteral("kind"), QStringLiteral("other")}, {QStringLiteral("on_server"), true},
                {QStringLiteral("text"), words}},
            shortened(words, kTextLength));
    }
    if (there && !session.json())
        session.line(QStringLiteral("The server runs it; their order may be another."));
    return Done;
}

} // namespace

int runCannedList(Session &session, const Arguments &arguments)
{
    return forEachWorkspace(session, arguments, [&](const Account &account, const Workspace &workspace) {
        for (const CannedResponse &response : workspace.cannedResponses.value_or(QList<CannedResponse>())) {
            session.print({{QStringLiteral("account"), account.name}, {QStringLiteral("code"), response.shortCode},
                              {QStringLiteral("text"), response.text}},
                QStringLiteral("%1  %2  %3")
                    .arg(
                        shortened(account.name), shortened(response.shortCode), shortened(response.text, kTextLength)));
        }
    });
}

int runMacroList(Session &session, const Arguments &arguments)
{
    return forEachWorkspace(session, arguments, [&](const Account &account, const Workspace &workspace) {
        for (const Macro &macro : workspace.macros.value_or(QList<Macro>())) {
            QJsonArray steps;
            for (const Command &step : macro.steps)
                steps.append(toJson(step));
            session.print({{QStringLiteral("account"), account.name}, {QStringLiteral("name"), macro.name},
                              {QStringLiteral("personal"), macro.personal}, {QStringLiteral("steps"), steps},
                              {QStringLiteral("only_there"), QJsonArray::fromStringList(macro.onlyThere)}},
                QStringLiteral("%1  %2  (%3 steps%4)")
                    .arg(shortened(account.name), shortened(macro.name),
                        QString::number(macro.steps.size() + macro.onlyThere.size()),
                        macro.onlyThere.isEmpty() ? QString() : QStringLiteral(", on the server")));
        }
    });
}

int runTeamList(Session &session, const Arguments &arguments)
{
    return forEachWorkspace(session, arguments, [&](const Account &account, const Workspace &workspace) {
        for (const Team &team : workspace.teams.value_or(QList<Team>())) {
            session.print({{QStringLiteral("account"), account.name}, {QStringLiteral("name"), team.name},
                              {QStringLiteral("mine"), team.mine}},
                QStringLiteral("%1  %2%3")
                    .arg(shortened(account.name), shortened(team.name),
                        team.mine ? QStringLiteral("  (yours)") : QString()));
        }
    });
}

int runAgentList(Session &session, const Arguments &arguments)
{
    return forEachWorkspace(session, arguments, [&](const Account &account, const Workspace &workspace) {
        for (const Agent &agent : workspace.agents.value_or(QList<Agent>())) {
            session.print({{QStringLiteral("account"), account.name}, {QStringLiteral("name"), agent.name},
                              {QStringLiteral("shown_name"), agent.shownName}, {QStringLiteral("email"), agent.email},
                              {QStringLiteral("availability"), toString(agent.availability)}},
                QStringLiteral("%1  %2  %3  %4  %5")
                    .arg(shortened(account.name), shortened(agent.name), shortened(agent.shownName),
                        shortened(agent.email), toString(agent.availability)));
        }
    });
}

std::optional<QString> checkMacroRun(const Arguments &arguments)
{
    if (const auto wrong = checkTicket(arguments.words.constFirst()))
        return wrong;
    return checkCount(arguments, QStringLiteral("wait"));
}

int runMacro(Session &session, const Arguments &arguments)
{
    const auto ticket = ticketFor(session, arguments.words.constFirst());
    if (!ticket)
        return session.fail(ticket.error());
    const auto macro = macroFor(session, *ticket, arguments.words.mid(1).join(u' '));
    if (!macro)
        return session.fail(macro.error());
    const auto values = valuesFor(session, *ticket);
    if (!values)
        return session.fail(values.error());
    const auto commands = commandsFor(*macro, *values);
    if (!commands)
        return session.fail(commands.error());
    if (arguments.has(QStringLiteral("dry-run")))
        return printSteps(session, *macro, *commands);
    return carryOut(session, arguments, *commands);
}

} // namespace parley::app
