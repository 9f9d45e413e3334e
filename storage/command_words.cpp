// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/command_words.h"

#include "storage/clip.h"

#include <QCoreApplication>

namespace parley::storage {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("parley::storage", text);
}

QString statusWord(TicketStatus status)
{
    switch (status) {
    case TicketStatus::Open:
        return tr("open");
    case TicketStatus::Pending:
        return tr("pending");
    case TicketStatus::Snoozed:
        return tr("snoozed");
    case TicketStatus::Resolved:
        return tr("resolved");
    }
    return {};
}

QString priorityWord(Priority priority)
{
    switch (priority) {
    case Priority::Low:
        return tr("low");
    case Priority::Normal:
        return tr("normal");
    case Priority::High:
        return tr("high");
    case Priority::Urgent:
        return tr("urgent");
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
    QString operator()(const SetStatus &change) const { return tr("Status: %1").arg(statusWord(change.status)); }
    QString operator()(const Assign &change) const
    {
        if (change.assignee.isEmpty())
            return tr("Assigned to nobody");
        return change.assignee == kMe ? tr("Assigned to me") : tr("Assigned to %1").arg(change.assignee);
    }
    QString operator()(const ChangeTags &change) const
    {
        QStringList parts;
        for (const QString &tag : change.add)
            parts.append(u'+' + tag);
        for (const QString &tag : change.remove)
            parts.append(QChar(0x2212) + tag);
        return tr("Tags: %1").arg(parts.join(u' '));
    }
    QString operator()(const SetPriority &change) const
    {
        return tr("Priority: %1").arg(priorityWord(change.priority));
    }
    QString operator()(const MarkAnswered &) const { return tr("No answer needed"); }
    QString operator()(const EditMessage &edit) const { return tr("Edited: %1").arg(clipped(edit.text)); }
    QString operator()(const DeleteMessage &) const { return tr("Message deleted"); }
};

} // namespace

QString summaryOf(const Command &command)
{
    return std::visit(Summary{}, command);
}

} // namespace parley::storage
