// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/ticket_actions.h"

#include "sync/engine.h"
#include "ui/common/error_words.h"
#include "ui/common/when_done.h"
#include "ui/common/workspaces.h"
#include "ui/inbox/ticket_effects.h"
#include "ui/inbox/ticket_words.h"

#include <QRegularExpression>

#include <algorithm>
#include <chrono>

namespace parley::ui {

using namespace std::chrono_literals;

namespace {
constexpr int kUndoSteps = 20;
constexpr int kMorning = 9; ///< o'clock: when "tomorrow" begins
} // namespace

TicketActions::TicketActions(sync::Engine &engine, storage::Reader &reader, Workspaces &workspaces, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_reader(reader)
    , m_workspaces(workspaces)
{
}

void TicketActions::submit(TicketId ticket, const Command &command, const std::shared_ptr<Sent> &sent)
{
    whenDone(m_engine.submit({.ticket = ticket, .command = command, .seenUpTo = {}}), this,
        [this, sent](const Result<OutboxId> &row) {
            if (!row) {
                Q_EMIT said(wordsFor(row.error()), false);
                return;
            }
            if (!sent)
                return;
            sent->row = *row;
            if (sent->unwanted)
                takeBack(*sent);
        });
}

void TicketActions::takeBack(Sent &sent)
{
    sent.unwanted = true;
    if (!sent.row.isValid())
        return; // the engine has not said which it is: submit() comes back to it
    whenDone(m_engine.discard(sent.row), this, [this](const Result<void> &result) {
        if (!result)
            Q_EMIT said(tr("A message has left already and cannot be taken back."), false);
    });
}

void TicketActions::apply(const QList<TicketId> &tickets, const Command &command, const QString &sentence)
{
    QList<TicketWork> work;
    for (const TicketId ticket : tickets)
        work.append({ticket, {command}});
    run(work, sentence);
}

void TicketActions::run(const QList<TicketWork> &work, const QString &sentence)
{
    if (work.isEmpty())
        return;
    Step step;
    for (const TicketWork &one : work) {
        const auto row = m_reader.ticket(one.ticket);
        if (!row || !*row)
            continue;
        Ticket ticket = (*row)->ticket;
        QList<Command> back;
        for (const Command &command : one.commands) {
            back = inverseOf(command, ticket) + back;
            pretend(command, ticket);
            std::shared_ptr<Sent> sent;
            if (isMessage(command)) {
                sent = std::make_shared<Sent>();
                step.messages.append(sent);
            }
            submit(one.ticket, command, sent);
        }
        if (!back.isEmpty())
            step.back.append({one.ticket, back});
    }
    const bool undoable = !step.isEmpty();
    if (undoable) {
        step.tickets = int(work.size());
        m_undo.append(step);
        if (m_undo.size() > kUndoSteps)
            m_undo.removeFirst();
        Q_EMIT undoChanged();
    }
    Q_EMIT said(sentence, undoable);
}

void TicketActions::setStatus(const QList<TicketId> &tickets, TicketStatus status)
{
    const int n = int(tickets.size());
    QString sentence;
    switch (status) {
    case TicketStatus::Resolved:
        sentence = tr("%n ticket(s) resolved.", nullptr, n);
        break;
    case TicketStatus::Pending:
        sentence = tr("%n ticket(s) now wait for the customer.", nullptr, n);
        break;
    default:
        sentence = tr("%n ticket(s) open again.", nullptr, n);
        break;
    }
    apply(tickets, SetStatus{.status = status, .snoozedUntil = {}}, sentence);
}

void TicketActions::snooze(const QList<TicketId> &tickets, Timestamp until, const QString &untilWords)
{
    apply(tickets, SetStatus{.status = TicketStatus::Snoozed, .snoozedUntil = until},
        tr("%n ticket(s) snoozed until %1.", nullptr, int(tickets.size())).arg(untilWords));
}

void TicketActions::assign(const QList<TicketId> &tickets, const QString &assignee, const QString &shown)
{
    const int n = int(tickets.size());
    const QString name = shown.isEmpty() ? assigneeWord(assignee) : shown;
    apply(tickets, Assign{assignee},
        assignee.isEmpty() ? tr("%n ticket(s) without an owner.", nullptr, n)
                           : tr("%n ticket(s) assigned to %1.", nullptr, n).arg(name));
}

void TicketActions::assignTeam(const QList<TicketId> &tickets, const QString &team)
{
    const int n = int(tickets.size());
    apply(tickets, AssignTeam{team},
        team.isEmpty() ? tr("%n ticket(s) without a team.", nullptr, n)
                       : tr("%n ticket(s) given to the team %1.", nullptr, n).arg(teamWord(team)));
}

void TicketActions::setPriority(const QList<TicketId> &tickets, Priority priority)
{
    apply(tickets, SetPriority{priority},
        tr("Priority of %n ticket(s): %1.", nullptr, int(tickets.size())).arg(priorityWord(priority)));
}

void TicketActions::changeTags(const QList<TicketId> &tickets, const ChangeTags &change)
{
    apply(tickets, change, tr("Tags of %n ticket(s) changed.", nullptr, int(tickets.size())));
}

void TicketActions::noAnswerNeeded(const QList<TicketId> &tickets)
{
    QString sentence = tr("%n ticket(s) need no answer.", nullptr, int(tickets.size()));
    const bool shared =
        std::ranges::any_of(tickets, [this](TicketId ticket) { return capabilitiesOf(ticket).sharesAnswered; });
    if (shared)
        sentence += u' ' + tr("Colleagues with other tools see it, too.");
    apply(tickets, MarkAnswered{}, sentence);
}

Capabilities TicketActions::capabilitiesOf(TicketId ticket)
{
    const auto row = m_reader.ticket(ticket);
    return row && *row ? m_workspaces.capabilities((*row)->ticket.account) : Capabilities{};
}

TicketActions::Possible TicketActions::possible(const QList<Ticket> &tickets)
{
    Possible all;
    all.team = !tickets.isEmpty();
    for (const Ticket &ticket : tickets) {
        const Capabilities can = m_workspaces.capabilities(ticket.account);
        all.markRead = all.markRead || can.canMarkRead;
        all.showsRead = all.showsRead || (can.canMarkRead && !can.sharesUnread);
        all.sharesUnread = all.sharesUnread || can.sharesUnread;
        all.mute = all.mute || (can.canMute && !ticket.muted);
        all.unmute = all.unmute || (can.canMute && ticket.muted);
        all.team = all.team && can.hasTeams;
    }
    return all;
}

void TicketActions::markRead(const QList<TicketId> &tickets)
{
    QList<TicketId> able = tickets;
    able.removeIf([this](TicketId ticket) { return !capabilitiesOf(ticket).canMarkRead; });
    const auto shared =
        std::ranges::count_if(able, [this](TicketId ticket) { return capabilitiesOf(ticket).sharesUnread; });
    QStringList sentences;
    if (shared < able.size()) {
        const int customers = int(able.size() - shared);
        sentences += tr("%n customer(s) now see that their messages were read.", nullptr, customers);
    }
    if (shared > 0)
        sentences += tr("%n ticket(s) marked as read for the whole team.", nullptr, int(shared));
    apply(able, MarkRead{}, sentences.join(u' '));
}

void TicketActions::markUnread(const QList<TicketId> &tickets)
{
    for (const TicketId ticket : tickets)
        m_engine.markUnread(ticket);
    const int n = int(tickets.size());
    const bool shared =
        std::ranges::any_of(tickets, [this](TicketId ticket) { return capabilitiesOf(ticket).sharesUnread; });
    Q_EMIT said(shared ? tr("%n ticket(s) marked as not seen, for the whole team.", nullptr, n)
                       : tr("%n ticket(s) marked as not seen.", nullptr, n),
        false);
}

void TicketActions::mute(const QList<TicketId> &tickets, bool on)
{
    QList<TicketId> able;
    for (const TicketId ticket : tickets) {
        const auto row = m_reader.ticket(ticket);
        if (row && *row && (*row)->ticket.muted != on && capabilitiesOf(ticket).canMute)
            able.append(ticket);
    }
    const int n = int(able.size());
    apply(able, Mute{on},
        on ? tr("%n customer(s) can no longer write; their tickets are resolved.", nullptr, n)
           : tr("%n customer(s) can write again.", nullptr, n));
}

void TicketActions::undo()
{
    if (m_undo.isEmpty())
        return;
    const Step step = m_undo.takeLast();
    for (const std::shared_ptr<Sent> &sent : step.messages)
        takeBack(*sent);
    for (const TicketWork &back : step.back) {
        for (const Command &command : back.commands)
            submit(back.ticket, command);
    }
    Q_EMIT undoChanged();
    Q_EMIT said(tr("Taken back for %n ticket(s).", nullptr, step.tickets), false);
}

QList<SnoozeChoice> snoozeChoices(Timestamp now)
{
    const QDateTime local = toDateTime(now).toLocalTime();
    const auto morning = [](const QDate &day) { return fromDateTime(QDateTime(day, QTime(kMorning, 0))); };
    const QDate today = local.date();
    QList<SnoozeChoice> choices;
    choices.append({TicketActions::tr("In an hour"), now + 1h});
    choices.append({TicketActions::tr("In three hours"), now + 3h});
    choices.append({TicketActions::tr("Tomorrow"), morning(today.addDays(1))});
    choices.append({TicketActions::tr("Next week"), morning(today.addDays(8 - today.dayOfWeek()))});
    choices.append({TicketActions::tr("Next month"), morning(today.addMonths(1))});
    return choices;
}

std::optional<Timestamp> typedTime(const QString &text, Timestamp now)
{
    static const QRegularExpression span(QStringLiteral("^(\\d{1,4})\\s*([\\p{L}]+)\\.?$"));
    static const QRegularExpression clock(QStringLiteral("^(\\d{1,2})(?:[:.](\\d{2}))?$"));
    const QString typed = text.trimmed().toLower();
    if (const auto match = span.match(typed); match.hasMatch()) {
        const int number = match.captured(1).toInt();
        const QChar unit = match.captured(2).at(0); // m(in), h, d(ay), w(eek); мин, ч, д, н; sat, t(jedan)
        if (number == 0)
            return std::nullopt;
        if (unit == u'm' || unit == u'м')
            return now + std::chrono::minutes(number);
        if (unit == u'h' || unit == u's' || unit == u'ч')
            return now + std::chrono::hours(number);
        if (unit == u'd' || unit == u'д')
            return now + std::chrono::hours(24) * number;
        if (unit == u'w' || unit == u't' || unit == u'н')
            return now + std::chrono::hours(24 * 7) * number;
        return std::nullopt;
    }
    if (const auto match = clock.match(typed); match.hasMatch()) {
        const QTime time(match.captured(1).toInt(), match.captured(2).toInt());
        if (!time.isValid())
            return std::nullopt;
        QDateTime at(toDateTime(now).toLocalTime().date(), time);
        if (fromDateTime(at) <= now)
            at = at.addDays(1);
        return fromDateTime(at);
    }
    return std::nullopt;
}

} // namespace parley::ui
