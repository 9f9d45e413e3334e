// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plain.h"

#include "app/cli/json.h"
#include "models/display_text.h"

#include <QStringList>

namespace parley::app {

namespace {

constexpr int kNameLength = 40;
constexpr int kSnippetLength = 80;
constexpr int kLineLength = 1'000'000;

/// Line by line, so that a text keeps its shape and loses everything else.
QString paragraphs(const QString &text, const QString &indent)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n'))
        lines.append(indent + safeForDisplay(line, kLineLength));
    return lines.join(u'\n');
}

QString stateNote(const Message &message)
{
    if (message.direction == Direction::In || message.state == DeliveryState::Received)
        return {};
    return QStringLiteral(" [") + parley::toString(message.state)
        + (message.error.isEmpty() ? QString() : QStringLiteral(": ") + safeForDisplay(message.error, 200)) + u']';
}

} // namespace

QString localTime(Timestamp time)
{
    return toDateTime(time).toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString plain(const TicketRow &row, const QString &snippet)
{
    QStringList marks{parley::toString(row.ticket.status)};
    if (row.ticket.unanswered)
        marks.append(QStringLiteral("unanswered"));
    if (row.ticket.unread)
        marks.append(QStringLiteral("unread"));
    if (row.ticket.priority != Priority::Normal)
        marks.append(parley::toString(row.ticket.priority));
    if (!row.ticket.team.isEmpty())
        marks.append(QStringLiteral("team ") + safeForDisplay(row.ticket.team, kNameLength));
    if (row.ticket.muted)
        marks.append(QStringLiteral("muted"));
    if (row.ticket.rating > 0)
        marks.append(QStringLiteral("rated %1 of 5").arg(row.ticket.rating));
    if (row.held > 0)
        marks.append(QStringLiteral("held"));
    if (row.failed > 0)
        marks.append(QStringLiteral("failed"));
    for (const QString &tag : row.ticket.tags)
        marks.append(u'+' + safeForDisplay(tag, kNameLength));
    return QStringLiteral("#%1  %2  %3  %4  (%5)  %6")
        .arg(QString::number(row.ticket.id.value), localTime(row.ticket.updated),
            safeForDisplay(row.accountName, kNameLength), safeForDisplay(row.contactName, kNameLength),
            marks.join(QStringLiteral(", ")), safeForDisplay(snippet, kSnippetLength));
}

QString plain(const Message &message)
{
    QString head = localTime(message.time) + u' ' + safeForDisplay(message.author, kNameLength);
    if (message.kind != MessageKind::Message)
        head += QStringLiteral(" (") + parley::toString(message.kind) + u')';
    head += stateNote(message);
    if (message.deleted)
        head += QStringLiteral(" [deleted]");
    else if (message.edited)
        head += QStringLiteral(" [edited]");
    QString text = head + u'\n' + paragraphs(message.text, QStringLiteral("    "));
    for (const Attachment &attachment : message.attachments)
        text += QStringLiteral("\n    attached: %1 (%2, %3 bytes)")
                    .arg(safeForDisplay(attachment.name, kSnippetLength), safeForDisplay(attachment.type, kNameLength))
                    .arg(attachment.size);
    return text;
}

QString plain(const ConversationContext &context)
{
    QStringList lines;
    for (const QString &line : {context.title, context.author, context.text, context.url}) {
        if (!line.isEmpty())
            lines.append(paragraphs(line, QStringLiteral("  | ")));
    }
    for (const ConversationContext::Fact &fact : context.facts)
        lines.append(paragraphs(QString(fact.label + QStringLiteral(": ") + fact.value), QStringLiteral("  | ")));
    return lines.isEmpty() ? QString() : QString(u'\n' + lines.join(u'\n'));
}

QString plain(const Contact &contact)
{
    QString text =
        QStringLiteral("%1  %2").arg(QString::number(contact.id.value), safeForDisplay(contact.name, kNameLength));
    if (contact.anonymous)
        text += QStringLiteral("  (anonymous)");
    QStringList handles;
    for (const Identity &identity : contact.identities)
        handles.append(safeForDisplay(identity.handle.isEmpty() ? identity.remoteId : identity.handle, kNameLength));
    text += QStringLiteral("  ") + handles.join(QStringLiteral(", "));
    for (const Contact::Merged &other : contact.merged)
        text +=
            QStringLiteral("\n    also %1 (%2), since %3")
                .arg(safeForDisplay(other.name, kNameLength), QString::number(other.id.value), localTime(other.when));
    return text;
}

QString plain(const OutboxRow &row)
{
    QString text = QStringLiteral("%1  ticket #%2  %3  %4")
                       .arg(QString::number(row.id.value), QString::number(row.ticket.value), row.kind,
                           parley::toString(row.state));
    if (row.attempts > 0)
        text += QStringLiteral("  (%1 tries)").arg(row.attempts);
    if (row.nextAttempt)
        text += QStringLiteral("  next try ") + localTime(*row.nextAttempt);
    if (!row.summary.isEmpty())
        text += QStringLiteral("  ") + safeForDisplay(row.summary, kSnippetLength);
    if (!row.error.isEmpty())
        text += QStringLiteral("  — ") + safeForDisplay(row.error, 300);
    if (!row.page.isEmpty())
        text += QStringLiteral("  open ") + safeForDisplay(row.page, 300);
    return text;
}

QString plain(const Account &account, const AccountStatus &status)
{
    QString text = QStringLiteral("%1  %2  %3")
                       .arg(safeForDisplay(account.name, kNameLength), account.platform, toString(status.state));
    if (!status.detail.isEmpty())
        text += QStringLiteral("  ") + safeForDisplay(status.detail, 300);
    if (!status.page.isEmpty())
        text += QStringLiteral("  open ") + safeForDisplay(status.page, 300);
    if (status.completeTo)
        text += QStringLiteral("  complete to ") + localTime(*status.completeTo);
    return text;
}

} // namespace parley::app
