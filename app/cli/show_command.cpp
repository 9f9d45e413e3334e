// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ask.h"
#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/cli/plain.h"
#include "app/cli/thread.h"

namespace parley::app {

int runShow(Session &session, const Arguments &arguments)
{
    if (const auto wrong = checkTicket(arguments.words.constFirst()))
        return session.misuse(*wrong);
    const auto limit = countFrom(arguments, QStringLiteral("limit"), 1);
    if (!limit)
        return session.misuse(*checkCount(arguments, QStringLiteral("limit")));
    const auto row = ticketFor(session, arguments.words.constFirst());
    if (!row)
        return session.fail(row.error());
    storage::Reader &reader = **session.reader();
    const auto conversation = reader.conversation(row->ticket.conversation);
    if (!conversation)
        return session.fail(conversation.error());
    const ConversationContext context = *conversation ? (*conversation)->context : ConversationContext();
    const QString title = plain(*row, row->ticket.subject) + plain(context);
    session.print(
        QJsonObject{{QStringLiteral("ticket"), jsonOf(*row)}, {QStringLiteral("context"), toJson(context)}}, title);
    const auto print = [&](const Message &message) {
        session.print(jsonOf(message), plain(message));
        return true;
    };
    if (arguments.has(QStringLiteral("limit"))) {
        const auto messages = newestMessages(reader, row->ticket.conversation, *limit);
        if (!messages)
            return session.fail(messages.error());
        for (const Message &message : *messages)
            print(message);
        return Done;
    }
    const auto shown = forEachMessage(reader, row->ticket.conversation, print);
    return shown ? Done : session.fail(shown.error());
}

} // namespace parley::app
