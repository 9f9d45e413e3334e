// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/command_words.h"

#include "storage/clip.h"

#include <QCoreApplication>

namespace parley::storage {

namespace {

// A class, so that lupdate files the texts under the context they are looked up in.
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(parley::storage)
};

QString statusWord(TicketStatus status)
{
    switch (status) {
    case TicketStatus::Open:
        return Texts::tr("open");
    case TicketStatus::Pending:
        return Texts::tr("pending");
    case TicketStatus::Snoozed:
        return Texts::tr("snoozed");
    case TicketStatus::Resolved:
        return Texts::tr("resolved");
    }
    return {};
}

QString priorityWord(Priority priority)
{
    switch (priority) {
    case Priority::Low:
        return Texts::tr("low");
    case Priority::Normal:
        return Texts::tr("normal");
    case Priority::High:
        return Texts::tr("high");
    case Priority::Urgent:
        return Texts::tr("urgent");
    }
    return {};
}

struct Summary {
    QString operator()(const Reply &reply) const
    {
        if (reply.text.isEmpty() && !reply.attachments.isEmpty())
            return clipped(reply.attachments.first().name);
        return clipped(reply.text);
    }
    QString operator()(const Note &note) const { return clipped(note.text); }
    QString operator()(const SetStatus &change) const { return Texts::tr("Status: %1").arg(statusWord(change.status)); }
    QString operator()(const Assign &change) const
    {
        if (change.assignee.isEmpty())
            return Texts::tr("Assigned to nobody");
        return change.assignee == kMe ? Texts::tr("Assigned to me") : Texts::tr("Assigned to %1").arg(change.assignee);
    }
    QString operator()(const ChangeTags &change) const
    {
        QStringList parts;
        for (const QString &tag : change.add)
            parts.append(u'+' + tag);
        for (const QString &tag : change.remove)
            parts.append(QChar(0x2212) + tag);
        return Texts::tr("Tags: %1").arg(parts.join(u' '));
    }
    QString operator()(const SetPriority &change) const
    {
        return Texts::tr("Priority: %1").arg(priorityWord(change.priority));
    }
    QString operator()(const MarkAnswered &) const { return Texts::tr("No answer needed"); }
    QString operator()(const MarkRead &) const { return Texts::tr("Marked as read"); }
    QString operator()(const MarkUnread &) const { return Texts::tr("Marked as unread"); }
    QString operator()(const AssignTeam &change) const
    {
        return change.team.isEmpty() ? Texts::tr("Given to no team")
                                     : Texts::tr("Given to the team %1").arg(change.team);
    }
    QString operator()(const Mute &change) const
    {
        return change.on ? Texts::tr("Customer muted") : Texts::tr("Customer no longer muted");
    }
    QString operator()(const RunMacro &macro) const { return Texts::tr("Macro: %1").arg(clipped(macro.name)); }
    QString operator()(const EditMessage &edit) const { return Texts::tr("Edited: %1").arg(clipped(edit.text)); }
    QString operator()(const DeleteMessage &) const { return Texts::tr("Message deleted"); }
};

} // namespace

QString summaryOf(const Command &command)
{
    return std::visit(Summary{}, command);
}

} // namespace parley::storage
