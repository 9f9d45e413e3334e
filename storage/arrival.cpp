// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/arrival.h"

#include "storage/clip.h"

#include <algorithm>

namespace parley::storage {

namespace {

qsizetype ticketAt(const Thread &thread, Timestamp time)
{
    qsizetype found = 0;
    for (qsizetype place = 0; place < thread.tickets.size(); ++place) {
        if (thread.tickets[place].ticket.created <= time)
            found = place;
    }
    return found;
}

qsizetype openNew(Thread &thread, Timestamp time, TicketId id)
{
    tickets::State state;
    state.isNew = true;
    Ticket &ticket = state.ticket;
    ticket.id = id;
    ticket.conversation = thread.conversation.id;
    ticket.account = thread.conversation.account;
    ticket.contact = thread.conversation.contact;
    ticket.subject = thread.conversation.subject;
    ticket.created = time;
    ticket.updated = time;
    thread.tickets.append(state);
    return thread.tickets.size() - 1;
}

void wakeUp(tickets::State &state, Timestamp now)
{
    if (state.ticket.status != TicketStatus::Open)
        tickets::setStatus(state, TicketStatus::Open, std::nullopt, now);
}

QString snippetOf(const Message &message)
{
    if (!message.text.isEmpty())
        return clipped(message.text);
    if (!message.attachments.isEmpty())
        return clipped(message.attachments.first().name);
    return clipped(message.subject);
}

} // namespace

bool asks(const Message &message)
{
    return message.direction == Direction::In && message.visibility != Visibility::Internal && !message.automatic
        && !message.deleted && (message.kind == MessageKind::Message || message.kind == MessageKind::Unsupported);
}

bool answers(const Message &message)
{
    return message.direction == Direction::Out && message.visibility != Visibility::Internal && !message.automatic
        && message.kind == MessageKind::Message;
}

bool movesThreadOn(const Message &message)
{
    return asks(message) || answers(message);
}

Timestamp believable(Timestamp time, Timestamp now)
{
    return time > now + std::chrono::hours(24) ? now : time;
}

qsizetype place(Thread &thread, const Arrival &arrival, TicketId newId)
{
    const Timestamp time = believable(arrival.message->time, arrival.now);
    if (thread.tickets.isEmpty())
        return openNew(thread, time, newId);
    tickets::State &newest = thread.tickets.last();
    if (arrival.serverOwnsTickets)
        return thread.tickets.size() - 1;
    if (arrival.backfill || time < newest.ticket.created)
        return ticketAt(thread, time);
    if (!asks(*arrival.message))
        return thread.tickets.size() - 1;
    if (newest.ticket.status == TicketStatus::Resolved
        && arrival.message->time - newest.resolved.value_or(newest.ticket.updated) > kReopenWindow)
        return openNew(thread, time, newId);
    wakeUp(newest, arrival.now);
    return thread.tickets.size() - 1;
}

void land(tickets::State &state, const Arrival &arrival)
{
    const Message &message = *arrival.message;
    const Timestamp time = believable(message.time, arrival.now);
    state.changed = true;
    state.ticket.created = std::min(state.ticket.created, time);
    state.ticket.updated = std::max(state.ticket.updated, time);
    if (asks(message))
        state.factsChanged = true;
    if (answers(message)) {
        state.answeredUpTo = std::max(state.answeredUpTo, arrival.id.value);
        state.factsChanged = true;
    }
    const bool spoken = message.kind == MessageKind::Message || message.kind == MessageKind::Unsupported;
    if (message.kind != MessageKind::Event)
        ++state.messages;
    if (!spoken)
        return;
    // Of history, which comes newest first, the first message that knows it.
    if (message.direction == Direction::In && state.ticket.language.isEmpty())
        state.ticket.language = message.language;
    if (message.direction == Direction::In && !arrival.backfill)
        state.ticket.unread = true;
    if (arrival.id.value > state.lastMessage) {
        state.lastMessage = arrival.id.value;
        state.snippet = snippetOf(message);
        state.snippetOurs = message.direction == Direction::Out;
        if (message.direction == Direction::In && !message.language.isEmpty())
            state.ticket.language = message.language;
        if (state.ticket.subject.isEmpty())
            state.ticket.subject = clipped(message.subject, 500);
    }
}

} // namespace parley::storage
