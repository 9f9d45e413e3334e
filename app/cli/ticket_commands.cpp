// SPDX-License-Identifier: GPL-3.0-or-later
// What changes a ticket: reply and set.
#include "app/cli/ask.h"
#include "app/cli/carry_out.h"
#include "app/cli/command.h"
#include "app/cli/shared.h"
#include "models/query_time.h"

namespace parley::app {

namespace {

std::optional<QString> checkWait(const Arguments &arguments)
{
    return checkCount(arguments, QStringLiteral("wait"));
}

/// "+refund,-spam,vip": a tag without a sign is added.
ChangeTags tagsFrom(const QString &typed)
{
    ChangeTags tags;
    for (const QString &part : typed.split(u',', Qt::SkipEmptyParts)) {
        const QString tag = part.trimmed();
        if (tag.startsWith(u'-'))
            tags.remove.append(tag.mid(1).trimmed());
        else
            tags.add.append((tag.startsWith(u'+') ? tag.mid(1) : tag).trimmed());
    }
    tags.add.removeAll(QString());
    tags.remove.removeAll(QString());
    return tags;
}

QString assigneeFrom(const QString &typed)
{
    const QString lower = typed.toLower();
    if (lower == u"none")
        return {};
    return lower == kMe ? kMe : typed;
}

std::optional<QString> checkStatus(const Arguments &arguments)
{
    const QString status = arguments.value(QStringLiteral("status"));
    if (!arguments.has(QStringLiteral("status")))
        return std::nullopt;
    if (!ticketStatusFrom(status))
        return QStringLiteral("“%1” is no status. Use open, pending, snoozed or resolved.").arg(status.left(60));
    if (arguments.has(QStringLiteral("snooze")))
        return QStringLiteral("--snooze sets the status itself: leave out --status.");
    if (ticketStatusFrom(status) == TicketStatus::Snoozed)
        return QStringLiteral("Say until when: --snooze 2d, --snooze tomorrow, --snooze 2026-12-01T09:00.");
    return std::nullopt;
}

std::optional<QString> checkSnooze(const Arguments &arguments)
{
    if (!arguments.has(QStringLiteral("snooze")))
        return std::nullopt;
    const QString typed = arguments.value(QStringLiteral("snooze"));
    const Timestamp now = SystemClock().now();
    const auto until = futureMomentFrom(typed, now);
    if (!until)
        return QStringLiteral("“%1” is no time. Use 2h, 3d, tomorrow, 2026-12-01 or 2026-12-01T09:00.")
            .arg(typed.left(60));
    if (*until <= now)
        return QStringLiteral("“%1” is in the past.").arg(typed.left(60));
    return std::nullopt;
}

std::optional<QString> checkOthers(const Arguments &arguments)
{
    const QString priority = arguments.value(QStringLiteral("priority"));
    if (arguments.has(QStringLiteral("priority")) && !priorityFrom(priority))
        return QStringLiteral("“%1” is no priority. Use low, normal, high or urgent.").arg(priority.left(60));
    const QString tag = arguments.value(QStringLiteral("tag"));
    const ChangeTags tags = tagsFrom(tag);
    if (arguments.has(QStringLiteral("tag")) && tags.add.isEmpty() && tags.remove.isEmpty())
        return QStringLiteral("“%1” names no tag. Use --tag +refund,-spam.").arg(tag.left(60));
    if (arguments.has(QStringLiteral("assignee")) && arguments.value(QStringLiteral("assignee")).trimmed().isEmpty())
        return QStringLiteral("--assignee needs a name, me or none.");
    if (arguments.has(QStringLiteral("team")) && arguments.value(QStringLiteral("team")).trimmed().isEmpty())
        return QStringLiteral("--team needs a name or none.");
    if (arguments.has(QStringLiteral("mute")) && arguments.has(QStringLiteral("unmute")))
        return QStringLiteral("--mute and --unmute are opposites: choose one.");
    if (arguments.has(QStringLiteral("read")) && arguments.has(QStringLiteral("unread")))
        return QStringLiteral("--read and --unread are opposites: choose one.");
    return std::nullopt;
}

/// \param team  as its account writes it
QList<Command> changesFrom(const Arguments &arguments, Timestamp now, const QString &team)
{
    QList<Command> commands;
    if (arguments.has(QStringLiteral("status")))
        commands.append(
            SetStatus{ticketStatusFrom(arguments.value(QStringLiteral("status"))).value_or(TicketStatus::Open), {}});
    if (arguments.has(QStringLiteral("snooze")))
        commands.append(
            SetStatus{TicketStatus::Snoozed, futureMomentFrom(arguments.value(QStringLiteral("snooze")), now)});
    if (arguments.has(QStringLiteral("assignee")))
        commands.append(Assign{assigneeFrom(arguments.value(QStringLiteral("assignee")).trimmed())});
    if (arguments.has(QStringLiteral("team")))
        commands.append(AssignTeam{team});
    if (arguments.has(QStringLiteral("priority")))
        commands.append(
            SetPriority{priorityFrom(arguments.value(QStringLiteral("priority"))).value_or(Priority::Normal)});
    if (arguments.has(QStringLiteral("tag")))
        commands.append(tagsFrom(arguments.value(QStringLiteral("tag"))));
    if (arguments.has(QStringLiteral("answered")))
        commands.append(MarkAnswered{});
    if (arguments.has(QStringLiteral("read")))
        commands.append(MarkRead{});
    if (arguments.has(QStringLiteral("unread")))
        commands.append(MarkUnread{});
    if (arguments.has(QStringLiteral("mute")) || arguments.has(QStringLiteral("unmute")))
        commands.append(Mute{arguments.has(QStringLiteral("mute"))});
    return commands;
}

} // namespace

std::optional<QString> checkReply(const Arguments &arguments)
{
    if (const auto wrong = checkTicket(arguments.words.constFirst()))
        return wrong;
    if (!arguments.has(QStringLiteral("text")))
        return QStringLiteral("What shall the reply say? --text \"…\"");
    if (arguments.value(QStringLiteral("text")).trimmed().isEmpty())
        return QStringLiteral("--text is empty: there is nothing to send.");
    if (arguments.has(QStringLiteral("note")) && arguments.has(QStringLiteral("private")))
        return QStringLiteral("--note stays in the team and --private goes to the customer: choose one.");
    return checkWait(arguments);
}

int runReply(Session &session, const Arguments &arguments)
{
    const QString text = arguments.value(QStringLiteral("text"));
    const Command command = arguments.has(QStringLiteral("note"))
        ? Command(Note{text})
        : Command(Reply{text, {}, arguments.has(QStringLiteral("private")), {}});
    return carryOut(session, arguments, {command});
}

std::optional<QString> checkSet(const Arguments &arguments)
{
    if (const auto wrong = checkTicket(arguments.words.constFirst()))
        return wrong;
    for (const auto check : {checkStatus, checkSnooze, checkOthers, checkWait}) {
        if (const auto wrong = check(arguments))
            return wrong;
    }
    if (changesFrom(arguments, SystemClock().now(), {}).isEmpty())
        return QStringLiteral("Nothing to set. Use --status, --assignee, --team, --tag, --priority, --snooze, "
                              "--answered, --read, --unread, --mute or --unmute.");
    return std::nullopt;
}

int runSet(Session &session, const Arguments &arguments)
{
    QString team;
    if (arguments.has(QStringLiteral("team"))) {
        const auto ticket = ticketFor(session, arguments.words.constFirst());
        if (!ticket)
            return session.fail(ticket.error());
        const auto known = teamFor(session, *ticket, arguments.value(QStringLiteral("team")).trimmed());
        if (!known)
            return session.fail(known.error());
        team = *known;
    }
    return carryOut(session, arguments, changesFrom(arguments, session.now(), team));
}

} // namespace parley::app
