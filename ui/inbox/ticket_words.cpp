// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/ticket_words.h"

#include "models/display_text.h"
#include "ui/common/time_words.h"

#include <QCoreApplication>
#include <QStringList>
#include <QTextBoundaryFinder>

#include <array>
#include <chrono>

namespace parley::ui {

using namespace std::chrono_literals;

namespace {
constexpr int kNameLength = 80; ///< UTF-16 units
constexpr int kSnippetLength = 200;
constexpr int kTagLength = 24;
constexpr qsizetype kSessionLength = 5; ///< characters of a session's id: enough to tell today's visitors apart
constexpr auto kWatchAfter = 15min; ///< UX.md, section 7: acknowledge within 15 minutes,
constexpr auto kHurryAfter = 60min; ///< answer within the hour

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::ui::Ticket)
};
} // namespace

QString statusWord(TicketStatus status)
{
    switch (status) {
    case TicketStatus::Open:
        return Words::tr("open");
    case TicketStatus::Pending:
        return Words::tr("pending");
    case TicketStatus::Snoozed:
        return Words::tr("snoozed");
    case TicketStatus::Resolved:
        return Words::tr("resolved");
    }
    return {};
}

QString priorityWord(Priority priority)
{
    switch (priority) {
    case Priority::Low:
        return Words::tr("low");
    case Priority::Normal:
        return Words::tr("normal");
    case Priority::High:
        return Words::tr("high");
    case Priority::Urgent:
        return Words::tr("urgent");
    }
    return {};
}

QString viewName(storage::View view)
{
    switch (view) {
    case storage::View::NeedsAnswer:
        return Words::tr("Needs answer");
    case storage::View::Mine:
        return Words::tr("Mine");
    case storage::View::Unassigned:
        return Words::tr("Unassigned");
    case storage::View::WaitingForCustomer:
        return Words::tr("Waiting for customer");
    case storage::View::Snoozed:
        return Words::tr("Snoozed");
    case storage::View::AllOpen:
        return Words::tr("All open");
    case storage::View::Resolved:
        return Words::tr("Resolved");
    }
    return {};
}

QString emptyView(storage::View view)
{
    switch (view) {
    case storage::View::NeedsAnswer:
        return Words::tr("Queue is empty.\nG M: mine, G A: all open");
    case storage::View::Mine:
        return Words::tr("Nothing is assigned to you.\nG U: all unanswered, A takes a ticket");
    case storage::View::Unassigned:
        return Words::tr("Everything has an owner.\nG M: mine, G U: all unanswered");
    case storage::View::WaitingForCustomer:
        return Words::tr("No customer owes you an answer.\nG U: all unanswered");
    case storage::View::Snoozed:
        return Words::tr("Nothing sleeps.\nH snoozes a ticket, G U: all unanswered");
    case storage::View::AllOpen:
        return Words::tr("No ticket is open.\nG D: resolved ones");
    case storage::View::Resolved:
        return Words::tr("Nothing is resolved yet.\nE resolves a ticket, G U: all unanswered");
    }
    return {};
}

QString leftOutWords(const SavedView &view)
{
    if (view.leftOut.isEmpty())
        return {};
    QStringList conditions;
    for (const QString &condition : view.leftOut)
        conditions += safeForDisplay(condition, kNameLength);
    return Words::tr("This view on the server also asks for: %1").arg(conditions.join(QStringLiteral("; ")));
}

QString initials(const QString &name)
{
    QString letters;
    bool boundary = true;
    for (qsizetype i = 0; i < name.size() && letters.size() < 4; ++i) {
        const bool pair = name.at(i).isHighSurrogate() && i + 1 < name.size();
        const char32_t c = pair ? QChar::surrogateToUcs4(name.at(i), name.at(i + 1)) : name.at(i).unicode();
        const bool letter = QChar::isLetterOrNumber(c);
        if (letter && boundary) {
            letters += pair ? name.mid(i, 2) : name.mid(i, 1);
            if (QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, letters);
                finder.toNextBoundary() >= 0 && finder.toNextBoundary() >= 0)
                break; // two of them
        }
        boundary = !letter && c != U'\'' && c != U'’' && !QChar::isMark(c);
        i += pair ? 1 : 0;
    }
    return letters.isEmpty() ? QStringLiteral("?") : letters.toUpper();
}

QColor avatarColour(const QString &name)
{
    static const std::array<QRgb, 10> colours{0xffa9653f, 0xff4776ad, 0xff7a58b8, 0xff3f7f5f, 0xff637084, 0xff8a6a2f,
        0xff955a80, 0xff2f7f88, 0xffa2575a, 0xff5a74a8};
    size_t hash = 5381;
    for (const QChar c : name) // not qHash(): it differs from run to run
        hash = hash * 33 + c.unicode();
    return {colours.at(hash % colours.size())};
}

QString visitorName(const QString &session)
{
    QString mark;
    for (const QChar c : session) {
        if (c.isLetterOrNumber())
            mark += c;
    }
    return mark.isEmpty() ? Words::tr("Visitor") : Words::tr("Visitor %1").arg(mark.right(kSessionLength));
}

QString shownName(const TicketRow &row)
{
    QString name = safeForDisplay(row.contactName, kNameLength);
    if (!name.trimmed().isEmpty())
        return name;
    if (!row.session.isEmpty())
        return visitorName(row.session);
    const QString subject = safeForDisplay(row.ticket.subject, kNameLength);
    return subject.trimmed().isEmpty() ? Words::tr("Without a name") : subject;
}

QString assigneeWord(const QString &assignee)
{
    if (assignee.isEmpty())
        return QStringLiteral("—");
    return assignee == kMe ? Words::tr("me") : safeForDisplay(assignee, kTagLength);
}

QString teamWord(const QString &team)
{
    return safeForDisplay(team, kTagLength);
}

QString ownerWords(const Ticket &ticket)
{
    if (ticket.team.isEmpty())
        return assigneeWord(ticket.assignee);
    const QString team = teamWord(ticket.team);
    return ticket.assignee.isEmpty() ? team : QString(assigneeWord(ticket.assignee) + u" · " + team);
}

QString availabilityWord(Availability availability)
{
    switch (availability) {
    case Availability::Online:
        return Words::tr("online");
    case Availability::Busy:
        return Words::tr("busy");
    case Availability::Offline:
        return Words::tr("offline");
    }
    return {};
}

QString outageNote(const TicketRow &row, std::chrono::milliseconds outage)
{
    if (outage < 1min || !row.ticket.unanswered)
        return {};
    return Words::tr("For %1 of this wait %2 did not answer.")
        .arg(shortDuration(outage), safeForDisplay(row.accountName, kNameLength));
}

QList<Chip> chipsFor(const TicketRow &row, Timestamp now, std::chrono::milliseconds outage)
{
    QList<Chip> chips;
    const Ticket &ticket = row.ticket;
    if (row.failed > 0)
        chips.append({Words::tr("%n not sent", nullptr, row.failed), Chip::Grade::Missed});
    if (row.held > 0)
        chips.append({Words::tr("%n held", nullptr, row.held), Chip::Grade::Watch});
    if (ticket.unanswered && ticket.waitingSince) {
        const auto waits = now - *ticket.waitingSince;
        Chip chip{Words::tr("waits %1").arg(shortDuration(waits)), Chip::Grade::Calm};
        if (outage >= 1min)
            chip.icon = QStringLiteral("bolt");
        if (waits >= kHurryAfter)
            chip.grade = Chip::Grade::Hurry;
        else if (waits >= kWatchAfter)
            chip.grade = Chip::Grade::Watch;
        chips.append(chip);
    }
    if (ticket.status == TicketStatus::Snoozed && ticket.snoozedUntil)
        chips.append({Words::tr("until %1").arg(untilTime(*ticket.snoozedUntil, now)), Chip::Grade::Calm});
    else if (ticket.status != TicketStatus::Open)
        chips.append({statusWord(ticket.status), Chip::Grade::Calm});
    if (ticket.priority == Priority::Urgent || ticket.priority == Priority::High) {
        chips.append({priorityWord(ticket.priority),
            ticket.priority == Priority::Urgent ? Chip::Grade::Hurry : Chip::Grade::Watch});
    }
    if (ticket.muted)
        chips.append({Words::tr("muted"), Chip::Grade::Watch});
    if (!row.session.isEmpty() && !row.contactName.trimmed().isEmpty())
        chips.append({Words::tr("visitor"), Chip::Grade::Calm}); // a name, but no account behind it
    if (row.kind == ConversationKind::Comments)
        chips.append({Words::tr("public"), Chip::Grade::Calm});
    for (const QString &tag : ticket.tags)
        chips.append({.words = safeForDisplay(tag, kTagLength), .tag = tag});
    if (!ticket.language.isEmpty())
        chips.append({ticket.language, Chip::Grade::Calm});
    return chips;
}

QColor gradeColour(Chip::Grade grade, const Tokens &tokens)
{
    switch (grade) {
    case Chip::Grade::Calm:
        return tokens.calm;
    case Chip::Grade::Watch:
        return tokens.watch;
    case Chip::Grade::Hurry:
        return tokens.hurry;
    case Chip::Grade::Missed:
        return tokens.missed;
    }
    return tokens.calm;
}

Line secondLine(const TicketRow &row, const QString &typing, const Tokens &tokens)
{
    if (!typing.isEmpty())
        return {.lead = Words::tr("types …"), .leadColour = tokens.accent, .rest = {}};
    if (!row.draft.isEmpty()) {
        return {
            .lead = Words::tr("Draft:"), .leadColour = tokens.watch, .rest = safeForDisplay(row.draft, kSnippetLength)};
    }
    Line line{.lead = {}, .leadColour = tokens.dim, .rest = safeForDisplay(row.snippet, kSnippetLength)};
    if (line.rest.isEmpty() && row.messages > 0)
        line.rest = Words::tr("(without text)");
    if (row.snippetIsOurs)
        line.lead = row.queued > 0 ? Words::tr("You: queued ·") : Words::tr("You:");
    return line;
}

QString ticketSentence(const TicketRow &row, const QString &platformName, const QString &typing, bool marked,
    Timestamp now, std::chrono::milliseconds outage)
{
    QStringList parts;
    if (marked)
        parts += Words::tr("marked");
    parts += platformName.isEmpty() ? row.accountName : platformName;
    parts += shownName(row);
    if (row.ticket.unanswered)
        parts += Words::tr("needs answer");
    if (row.ticket.unread)
        parts += Words::tr("not seen");
    const QList<Chip> chips = chipsFor(row, now);
    for (const Chip &chip : chips)
        parts += chip.words;
    if (const QString note = outageNote(row, outage); !note.isEmpty())
        parts += note;
    parts += row.ticket.assignee.isEmpty() ? Words::tr("nobody's")
                                           : Words::tr("assigned to %1").arg(assigneeWord(row.ticket.assignee));
    if (!row.ticket.team.isEmpty())
        parts += Words::tr("team %1").arg(teamWord(row.ticket.team));
    const Line line = secondLine(row, typing, lightTokens());
    return parts.join(QStringLiteral(", ")) + u": " + QString(line.lead + u' ' + line.rest).trimmed() + u" · "
        + listTime(row.ticket.updated, now);
}

} // namespace parley::ui
