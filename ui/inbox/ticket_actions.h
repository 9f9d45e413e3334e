// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capabilities.h"
#include "models/command.h"
#include "models/ticket.h"
#include "storage/reader.h"

#include <QList>
#include <QObject>

#include <memory>
#include <optional>

namespace parley::sync {
class Engine;
}

namespace parley::ui {

class Workspaces;

/// What is to be done to one ticket, in order.
struct TicketWork {
    TicketId ticket;
    QList<Command> commands;
};

/// What the agent does to tickets, one or many at a time: submits the commands, says what happened, and can take the
/// last change back.
class TicketActions : public QObject
{
    Q_OBJECT
public:
    TicketActions(sync::Engine &engine, storage::Reader &reader, Workspaces &workspaces, QObject *parent = nullptr);

    void setStatus(const QList<TicketId> &tickets, TicketStatus status);
    void snooze(const QList<TicketId> &tickets, Timestamp until, const QString &untilWords);
    /// \param shown  the assignee's name for people; empty: as \a assignee is written
    void assign(const QList<TicketId> &tickets, const QString &assignee, const QString &shown = {});
    void assignTeam(const QList<TicketId> &tickets, const QString &team);
    void setPriority(const QList<TicketId> &tickets, Priority priority);
    void changeTags(const QList<TicketId> &tickets, const ChangeTags &change);
    void noAnswerNeeded(const QList<TicketId> &tickets);
    void markUnread(const QList<TicketId> &tickets);
    /// Shows the customers that their messages were read, or the team where it has one mark; of those tickets whose
    /// platform can.
    void markRead(const QList<TicketId> &tickets);
    void mute(const QList<TicketId> &tickets, bool on); ///< of those tickets whose platform can
    /// Several things to several tickets as one step: undo takes all of it back that was not sent yet.
    void run(const QList<TicketWork> &work, const QString &sentence);

    /// What their platforms can do, and where they stand: at least one of them, unless told otherwise.
    struct Possible {
        bool markRead = false;
        bool mute = false; ///< one whose customer may write
        bool unmute = false;
        bool team = false; ///< all of them
        bool sharesUnread = false;
        bool showsRead = false; ///< the customer sees that it was read
    };
    [[nodiscard]] Possible possible(const QList<Ticket> &tickets);

    [[nodiscard]] bool canUndo() const { return !m_undo.isEmpty(); }
    void undo();

Q_SIGNALS:
    void said(const QString &sentence, bool undoable);
    void undoChanged();

private:
    /// A reply or note of a step: it may be asked back before the engine has said which row it is.
    struct Sent {
        OutboxId row;
        bool unwanted = false;
    };
    struct Step {
        QList<TicketWork> back; ///< what puts the fields back, the newest change first
        QList<std::shared_ptr<Sent>> messages;
        int tickets = 0;
        [[nodiscard]] bool isEmpty() const { return back.isEmpty() && messages.isEmpty(); }
    };
    void apply(const QList<TicketId> &tickets, const Command &command, const QString &sentence);
    void submit(TicketId ticket, const Command &command, const std::shared_ptr<Sent> &sent = {});
    void takeBack(Sent &sent);
    [[nodiscard]] Capabilities capabilitiesOf(TicketId ticket);

    sync::Engine &m_engine;
    storage::Reader &m_reader;
    Workspaces &m_workspaces;
    QList<Step> m_undo; ///< the newest last
};

/// The times that Snooze offers.
struct SnoozeChoice {
    QString words; ///< "Tomorrow"
    Timestamp until;
};
[[nodiscard]] QList<SnoozeChoice> snoozeChoices(Timestamp now);
/// A time as typed: "30m", "2h", "3d", "1w", "18:00", "9" – with the language's own letters too. nullopt: not
/// understood.
[[nodiscard]] std::optional<Timestamp> typedTime(const QString &text, Timestamp now);

} // namespace parley::ui
