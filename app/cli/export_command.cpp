// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask.h"
#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/cli/thread.h"

#include <QJsonArray>

#include <array>

namespace parley::app {

namespace {

constexpr std::array kColumns{u"id", u"account", u"platform", u"subject", u"contact", u"status", u"assignee",
    u"priority", u"tags", u"unanswered", u"unread", u"messages", u"language", u"created", u"updated", u"snippet"};

/// A cell as RFC 4180 writes it. What a spreadsheet would take for a formula gets an apostrophe before it: the text is
/// a stranger's.
QByteArray cell(QString text)
{
    if (!text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
    return text.toUtf8();
}

QString textOf(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue &part : value.toArray())
            parts.append(part.toString());
        return parts.join(u';');
    }
    return value.toVariant().toString();
}

void printCsvHead(Session &session)
{
    QByteArrayList cells;
    for (const QStringView column : kColumns)
        cells.append(column.toUtf8());
    session.output().out(cells.join(',') + "\r\n");
}

void printCsv(Session &session, const TicketRow &row)
{
    const QJsonObject object = jsonOf(row);
    QByteArrayList cells;
    for (const QStringView column : kColumns)
        cells.append(cell(textOf(object.value(column))));
    session.output().out(cells.join(',') + "\r\n");
}

/// The ticket with its own messages: those of other cases in the conversation are written with theirs.
Result<void> printJsonLine(Session &session, const TicketRow &row)
{
    QJsonObject object = jsonOf(row);
    QJsonArray thread;
    const auto reader = session.reader();
    if (!reader)
        return reader.error();
    const auto read = forEachMessage(**reader, row.ticket.conversation, [&](const Message &message) {
        if (message.ticket == row.ticket.id)
            thread.append(jsonOf(message));
        return true;
    });
    if (!read)
        return read.error();
    object.insert(QStringLiteral("thread"), thread);
    session.json(object);
    return {};
}

} // namespace

std::optional<QString> checkExport(const Arguments &arguments)
{
    if (arguments.has(QStringLiteral("csv")) != arguments.has(QStringLiteral("jsonl")))
        return std::nullopt;
    return QStringLiteral("Say in which form: --csv (a line a ticket) or --jsonl (with the messages).");
}

int runExport(Session &session, const Arguments &arguments)
{
    const auto filter = filterFrom(session, arguments.words);
    if (!filter)
        return session.misuse(filter.error().words);
    const bool csv = arguments.has(QStringLiteral("csv"));
    if (const auto reader = session.reader(); !reader)
        return session.fail(reader.error());
    if (csv)
        printCsvHead(session);
    Result<void> written;
    const auto walked = forEachTicket(session, *filter, [&](const TicketRow &row) {
        if (csv)
            printCsv(session, row);
        else
            written = printJsonLine(session, row);
        return written.ok() && session.output().flush();
    });
    if (!walked)
        return session.fail(walked.error());
    return written ? Done : session.fail(written.error());
}

} // namespace parley::app
