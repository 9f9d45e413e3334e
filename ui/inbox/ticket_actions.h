// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capabilities.h"
#include "models/command.h"
#include "models/ticket.h"
#include "storage/reader.h"

#include <QList>
#include <QObject>

#include <functional>
#include <optional>

namespace parley::sync {
class Engine;
}

namespace parley::ui {

/// What the agent does to tickets, one or many at a time: submits the commands, says what happened, and can take the
/// last change back.
class TicketActions : public QObject
{
    Q_OBJECT
public:
    TicketActions(sync::Engine &engine, storage::Reader &reader, QObject *parent = nullptr);

    void setStatus(const QList<TicketId> &tickets, TicketStatus status);
    void snooze(const QList<TicketId> &tickets, Timestamp until, const QString &untilWords);
    void assign(const QList<TicketId> &tickets, const QString &assignee);
    void setPriority(const QList<TicketId> &tickets, Priority priority);
    void changeTags(const QList<TicketId> &tickets, const ChangeTags &change);
    void noAnswerNeeded(const QList<TicketId> &tickets);
    void markUnread(const QList<TicketId> &tickets);
    /// Shows the customers that their messages were read; of those tickets whose platform can.
    void markRead(const QList<TicketId> &tickets);
    [[nodiscard]] bool canMarkRead(const QList<TicketId> &tickets); ///< at least one of them

    [[nodiscard]] bool canUndo() const { return !m_undo.isEmpty(); }
    void undo();

Q_SIGNALS:
    void said(const QString &sentence, bool undoable);
    void undoChanged();

private:
    struct Change {
        TicketId ticket;
        Command command;
    };
    using Inverse = std::function<std::optional<Command>(const Ticket &)>;
    void apply(const QList<TicketId> &tickets, const Command &command, const QString &sentence, const Inverse &inverse);
    void submit(TicketId ticket, const Command &command);
    [[nodiscard]] Capabilities capabilitiesOf(TicketId ticket);

    sync::Engine &m_engine;
    storage::Reader &m_reader;
    QList<QList<Change>> m_undo; ///< what would put things back; the newest last
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
