// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about a ticket, on screen and to a screen reader.
#pragma once

#include "models/account.h"
#include "models/ticket.h"
#include "models/workspace.h"
#include "storage/reader.h"
#include "ui/common/tokens.h"

#include <QList>
#include <QString>

#include <chrono>

namespace parley::ui {

[[nodiscard]] QString statusWord(TicketStatus status); ///< "open"
[[nodiscard]] QString priorityWord(Priority priority);
[[nodiscard]] QString viewName(storage::View view); ///< "Needs answer"
[[nodiscard]] QString emptyView(storage::View view); ///< with the next key
/// "This view on the server also asks for: …"; empty: all that it asks for is asked here.
[[nodiscard]] QString leftOutWords(const SavedView &view);
[[nodiscard]] QString initials(const QString &name); ///< one or two letters, upper case
[[nodiscard]] QColor avatarColour(const QString &name); ///< the same for the same name; white letters stand out on it
[[nodiscard]] QString shownName(const TicketRow &row); ///< fit for one line; never empty
/// "Visitor 6a7f8": somebody without an account, told from others by the end of the session's id.
[[nodiscard]] QString visitorName(const QString &session);
[[nodiscard]] QString assigneeWord(const QString &assignee); ///< "me", a name, "—"

[[nodiscard]] QString ownerWords(const Ticket &ticket); ///< "me", "Ana · Refunds", "Refunds", "—"
[[nodiscard]] QString teamWord(const QString &team); ///< fit for one line
[[nodiscard]] QString availabilityWord(Availability availability); ///< "online", "busy", "offline"

/// A small word in a ticket's row, with how pressing it is.
struct Chip {
    enum class Grade { Calm, Watch, Hurry, Missed };
    QString words;
    Grade grade = Grade::Calm;
    QString icon{}; ///< a small sign before the words; empty: none
    QString tag{}; ///< the ticket's tag that it stands for; empty: another matter
};
/// State, waiting time, priority, tags, language: in the order they are worth room.
/// \param outage  how long of the wait the platform did not answer: the wait has a sign then
[[nodiscard]] QList<Chip> chipsFor(const TicketRow &row, Timestamp now, std::chrono::milliseconds outage = {});
/// "For 9 min of this wait VK · Shop did not answer."; empty for less than a minute.
[[nodiscard]] QString outageNote(const TicketRow &row, std::chrono::milliseconds outage);
[[nodiscard]] QColor gradeColour(Chip::Grade grade, const Tokens &tokens);

/// A ticket's second line: "types …", "Draft: …", "You: queued · …", the last message.
struct Line {
    QString lead; ///< drawn in \c leadColour
    QColor leadColour;
    QString rest;
};
[[nodiscard]] Line secondLine(const TicketRow &row, const QString &typing, const Tokens &tokens);

/// "VK, Ivan Petrov, needs answer, waits 12 min: …" as a screen reader says it.
[[nodiscard]] QString ticketSentence(const TicketRow &row, const QString &platformName, const QString &typing,
    bool marked, Timestamp now, std::chrono::milliseconds outage = {});

} // namespace parley::ui
