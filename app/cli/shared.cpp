// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/shared.h"

#include "models/nearest_word.h"
#include "storage/reader.h"
#include "ui/canned/placeholder_values.h"

#include <QStringList>

namespace parley::app {

namespace {

Result<Workspace> workspaceOf(Session &session, const TicketRow &ticket)
{
    const auto reader = session.reader();
    if (!reader)
        return reader.error();
    return (*reader)->workspace(ticket.ticket.account);
}

Error notThere(const QString &what, const QString &typed, const QStringList &known)
{
    QString mend;
    if (const QString nearest = nearestWord(typed, known); !nearest.isEmpty())
        mend = QStringLiteral(" Did you mean “%1”?").arg(nearest);
    else if (!known.isEmpty())
        mend = QStringLiteral(" There is: %1.").arg(known.join(QStringLiteral(", ")));
    return {
        ErrorKind::Rejected, {}, QStringLiteral("There is no %1 “%2”.").arg(what, typed.left(60)) + mend, {}, false};
}

/// The one with this name, whatever its case.
template <typename Thing>
Result<Thing> named(const QString &what, const QString &typed, const std::optional<QList<Thing>> &things)
{
    QStringList names;
    for (const Thing &thing : things.value_or(QList<Thing>())) {
        if (thing.name.compare(typed, Qt::CaseInsensitive) == 0)
            return thing;
        names.append(thing.name);
    }
    return notThere(what, typed, names);
}

} // namespace

Result<QString> teamFor(Session &session, const TicketRow &ticket, const QString &typed)
{
    if (typed.toLower() == u"none")
        return QString();
    const auto workspace = workspaceOf(session, ticket);
    if (!workspace)
        return workspace.error();
    const auto team = named(QStringLiteral("team"), typed, workspace->teams);
    if (!team)
        return team.error();
    return team->name;
}

Result<Macro> macroFor(Session &session, const TicketRow &ticket, const QString &name)
{
    const auto workspace = workspaceOf(session, ticket);
    if (!workspace)
        return workspace.error();
    return named(QStringLiteral("macro"), name, workspace->macros);
}

Result<QHash<QString, QString>> valuesFor(Session &session, const TicketRow &ticket)
{
    const auto workspace = workspaceOf(session, ticket);
    if (!workspace)
        return workspace.error();
    const auto contact = (*session.reader())->contact(ticket.ticket.contact);
    if (!contact)
        return contact.error();
    return ui::placeholderValues(ticket, *contact, *workspace);
}

} // namespace parley::app
