// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/ticket_actions.h"

#include "sync/engine.h"
#include "ui/common/error_words.h"
#include "ui/common/when_done.h"
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

TicketActions::TicketActions(sync::Engine &engine, storage::Reader &reader, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_reader(reader)
{
}

void TicketActions::submit(TicketId ticket, const Command &command)
{
    whenDone(m_engine.submit({.ticket = ticket, .command = command, .seenUpTo = {}}), this,
        [this](const Result<OutboxId> &row) {
            if (!row)
                Q_EMIT said(wordsFor(row.error()), false);
        });
}

void TicketActions::apply(
    const QList<TicketId> &tickets, const Command &command, const QString &sentence, const Inverse &inverse)
{
    if (tickets.isEmpty())
        return;
    QList<Change> back;
    for (const TicketId ticket : tickets) {
        const auto row = m_reader.ticket(ticket);
        if (row && *row) {
            if (const auto undone = inverse((*row)->ticket))
                back.append({ticket, *undone});
        }
        submit(ticket, command);
    }
    if (!back.isEmpty()) {
        m_undo.append(back);
        if (m_undo.size() > kUndoSteps)
            m_undo.removeFirst();
        Q_EMIT undoChanged();
    }
    Q_EMIT said(sentence, !back.isEmpty());
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
    apply(tickets, SetStatus{.status = status, .snoozedUntil = {}}, sentence,
        [](const Ticket &was) -> std::optional<Command> {
            return SetStatus{.status = was.status, .snoozedUntil = was.snoozedUntil};
        });
}

void TicketActions::snooze(const QList<TicketId> &tickets, Timestamp until, const QString &untilWords)
{
    apply(tickets, SetStatus{.status = TicketStatus::Snoozed, .snoozedUntil = until},
        tr("%n ticket(s) snoozed until %1.", nullptr, int(tickets.size())).arg(untilWords),
        [](const Ticket &was) -> std::optional<Command> {
            return SetStatus{.status = was.status, .snoozedUntil = was.snoozedUntil};
        });
}

void TicketActions::assign(const QList<TicketId> &tickets, const QString &assignee)
{
    const int n = int(tickets.size());
    apply(tickets, Assign{assignee},
        assignee.isEmpty() ? tr("%n ticket(s) without an owner.", nullptr, n)
                           : tr("%n ticket(s) assigned to %1.", nullptr, n).arg(assigneeWord(assignee)),
        [](const Ticket &was) -> std::optional<Command> { return Assign{was.assignee}; });
}

void TicketActions::setPriority(const QList<TicketId> &tickets, Priority priority)
{
    apply(tickets, SetPriority{priority},
        tr("Priority of %n ticket(s): %1.", nullptr, int(tickets.size())).arg(priorityWord(priority)),
        [](const Ticket &was) -> std::optional<Command> { return SetPriority{was.priority}; });
}

void TicketActions::changeTags(const QList<TicketId> &tickets, const ChangeTags &change)
{
    apply(tickets, change, tr("Tags of %n ticket(s) changed.", nullptr, int(tickets.size())),
        [change](const Ticket &was) -> std::optional<Command> {
            ChangeTags back;
            for (const QString &tag : change.add) {
                if (!was.tags.contains(tag))
                    back.remove.append(tag);
            }
            for (const QString &tag : change.remove) {
                if (was.tags.contains(tag))
                    back.add.append(tag);
            }
            return back;
        });
}

void TicketActions::noAnswerNeeded(const QList<TicketId> &tickets)
{
    QString sentence = tr("%n ticket(s) need no answer.", nullptr, int(tickets.size()));
    const bool shared =
        std::ranges::any_of(tickets, [this](TicketId ticket) { return capabilitiesOf(ticket).sharesAnswered; });
    if (shared)
        sentence += u' ' + tr("Colleagues with other tools see it, too.");
    apply(tickets, MarkAnswered{}, sentence, [](const Ticket &) -> std::optional<Command> { return std::nullopt; });
}

Capabilities TicketActions::capabilitiesOf(TicketId ticket)
{
    const auto row = m_reader.ticket(ticket);
    const auto accounts = m_reader.accounts();
    if (!row || !*row || !accounts)
        return {};
    const auto account = std::ranges::find((*accounts), (*row)->ticket.account, &Account::id);
    return account == accounts->end() ? Capabilities{} : account->capabilities;
}

bool TicketActions::canMarkRead(const QList<TicketId> &tickets)
{
    return std::ranges::any_of(tickets, [this](TicketId ticket) { return capabilitiesOf(ticket).canMarkRead; });
}

void TicketActions::markRead(const QList<TicketId> &tickets)
{
    QList<TicketId> able = tickets;
    able.removeIf([this](TicketId ticket) { return !capabilitiesOf(ticket).canMarkRead; });
    apply(able, MarkRead{}, tr("%n customer(s) now see that their messages were read.", nullptr, int(able.size())),
        [](const Ticket &) -> std::optional<Command> { return std::nullopt; });
}

void TicketActions::markUnread(const QList<TicketId> &tickets)
{
    for (const TicketId ticket : tickets)
        m_engine.markUnread(ticket);
    Q_EMIT said(tr("%n ticket(s) marked as not seen.", nullptr, int(tickets.size())), false);
}

void TicketActions::undo()
{
    if (m_undo.isEmpty())
        return;
    const QList<Change> back = m_undo.takeLast();
    for (const Change &change : back)
        submit(change.ticket, change.command);
    Q_EMIT undoChanged();
    Q_EMIT said(tr("Taken back for %n ticket(s).", nullptr, int(back.size())), false);
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
