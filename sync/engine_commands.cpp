// SPDX-License-Identifier: GPL-3.0-or-later
// What the agent does: written to the cache at once, then left to the accounts.
#include "sync/engine_worker.h"

#include "sync/log.h"

#include <algorithm>
#include <variant>

namespace parley::sync {

namespace {
/// Who goes through the list with the arrow keys looks at nothing yet.
constexpr std::chrono::milliseconds kStayed{400};
} // namespace

Result<void> EngineWorker::apply(const Result<Changes> &changes)
{
    if (!changes) {
        if (changes.error().kind == ErrorKind::Storage)
            storageFailed(changes.error());
        return changes.error();
    }
    storageWorks();
    committed(*changes);
    return {};
}

void EngineWorker::outboxChanged()
{
    for (const auto &[id, slot] : m_slots) {
        if (slot.sync)
            slot.sync->outboxChanged();
    }
}

void EngineWorker::prune()
{
    if (const auto pruned = m_store->pruneOutbox(); !pruned)
        qCWarning(lcSync) << "the outbox was not tidied:" << pruned.error().detail;
    m_pruning->set(std::chrono::hours(24), [this] { prune(); });
}

Result<OutboxId> EngineWorker::submit(const CommandRequest &request)
{
    if (!isOpen())
        return engineStopped();
    const auto submitted = m_store->submit(request);
    if (!submitted) {
        if (submitted.error().kind == ErrorKind::Storage)
            storageFailed(submitted.error());
        return submitted.error();
    }
    storageWorks();
    if (std::holds_alternative<Reply>(request.command)) {
        for (const auto &[id, slot] : m_slots) {
            if (slot.sync)
                slot.sync->typingEnded(request.ticket, true);
        }
    }
    Changes changes = submitted->changes;
    changes.outbox.insert(submitted->outbox);
    committed(changes);
    outboxChanged();
    return submitted->outbox;
}

Result<void> EngineWorker::retry(OutboxId row)
{
    if (!isOpen())
        return engineStopped();
    const auto done = apply(m_store->requeue(row));
    outboxChanged();
    return done;
}

Result<void> EngineWorker::discard(OutboxId row)
{
    if (!isOpen())
        return engineStopped();
    const auto done = apply(m_store->discard(row));
    outboxChanged(); // what stood behind it may go
    return done;
}

Result<void> EngineWorker::editHeld(OutboxId row, const QString &text)
{
    if (!isOpen())
        return engineStopped();
    const auto done = apply(m_store->editHeld(row, text));
    outboxChanged();
    return done;
}

Result<void> EngineWorker::saveDraft(TicketId ticket, const QString &text, bool isNote, bool privately)
{
    return isOpen() ? apply(m_store->saveDraft(ticket, text, isNote, privately)) : engineStopped();
}

Result<void> EngineWorker::saveDraftFiles(TicketId ticket, const QList<OutgoingAttachment> &files)
{
    return isOpen() ? apply(m_store->saveDraftFiles(ticket, files)) : engineStopped();
}

void EngineWorker::markSeen(TicketId ticket)
{
    if (isOpen())
        (void)apply(m_store->markSeen(ticket));
}

void EngineWorker::setOpen(TicketId ticket)
{
    if (!isOpen())
        return;
    m_open = ticket;
    m_openSoon->set(kStayed, [this] { tellOpen(); });
}

void EngineWorker::tellOpen()
{
    const auto row = m_open.isValid() ? m_reader->ticket(m_open) : Result<std::optional<TicketRow>>(std::nullopt);
    const auto ticket = row ? *row : std::nullopt;
    const AccountId account = ticket ? ticket->ticket.account : AccountId{};
    if (AccountSync *before = syncOf(m_openAccount); before && m_openAccount != account)
        before->setOpen({});
    m_openAccount = account;
    AccountSync *sync = syncOf(account);
    if (!sync)
        return;
    const auto conversation = m_reader->conversation(ticket->ticket.conversation);
    if (conversation && *conversation)
        sync->setOpen((*conversation)->remoteId);
}

/// Where "unread" is one mark for the whole team the platform is told as well.
void EngineWorker::markUnread(TicketId ticket)
{
    if (!isOpen())
        return;
    if (sharesUnread(ticket))
        (void)submit({ticket, MarkUnread{}, {}});
    else
        (void)apply(m_store->markUnread(ticket));
}

bool EngineWorker::sharesUnread(TicketId ticket)
{
    const auto row = m_reader->ticket(ticket);
    const auto accounts = m_store->accounts();
    if (!row || !*row || !accounts)
        return false;
    return std::ranges::any_of(*accounts, [id = (*row)->ticket.account](const Account &account) {
        return account.id == id && account.capabilities.sharesUnread;
    });
}

Result<void> EngineWorker::mergeContacts(ContactId from, ContactId into)
{
    if (!isOpen())
        return engineStopped();
    const auto done = apply(m_store->mergeContacts(from, into));
    m_index->indexSoon(1);
    return done;
}

Result<void> EngineWorker::setContactNote(ContactId contact, const QString &note)
{
    return isOpen() ? apply(m_store->setContactNote(contact, note)) : engineStopped();
}

Result<void> EngineWorker::unmergeContact(ContactId merged)
{
    if (!isOpen())
        return engineStopped();
    const auto done = apply(m_store->unmergeContact(merged));
    m_index->indexSoon(1);
    return done;
}

void EngineWorker::typing(TicketId ticket, bool on, bool privately)
{
    if (!isOpen())
        return;
    const auto row = m_reader->ticket(ticket);
    if (!row || !*row)
        return;
    AccountSync *sync = syncOf((*row)->ticket.account);
    if (!sync)
        return;
    if (!on) {
        sync->typingEnded(ticket, false);
        return;
    }
    if (const auto address = lampOf((*row)->ticket, privately))
        sync->typing(ticket, *address);
}

/// Where the customer sees that somebody types: never under a post, but in the private thread that goes on from there.
std::optional<TypingRenewal::Address> EngineWorker::lampOf(const Ticket &ticket, bool privately)
{
    const auto conversation = m_reader->conversation(ticket.conversation);
    if (!conversation || !*conversation)
        return std::nullopt;
    const auto &info = **conversation;
    if (info.kind != ConversationKind::Comments && info.kind != ConversationKind::Review)
        return TypingRenewal::Address{info.remoteId, info.extra};
    if (!privately || info.privateRemoteId.isEmpty())
        return std::nullopt;
    TypingRenewal::Address address{info.privateRemoteId, {}};
    const auto thread = m_reader->conversationByRemoteId(info.account, info.privateRemoteId);
    if (!thread || !*thread)
        return address;
    if (const auto known = m_reader->conversation(**thread); known && *known)
        address.conversationExtra = (*known)->extra;
    return address;
}

void EngineWorker::fetchAttachment(AttachmentId attachment)
{
    if (!isOpen())
        return;
    const auto download = m_store->download(attachment);
    if (!download || !*download)
        return; // it is here already
    const auto message = m_reader->message((*download)->message);
    if (!message || !*message)
        return;
    const auto conversation = m_reader->conversation((*message)->conversation);
    if (!conversation || !*conversation)
        return;
    if (AccountSync *sync = syncOf((*conversation)->account))
        sync->fetch(attachment);
}

void EngineWorker::setOnline(bool online)
{
    if (m_config.offline)
        return;
    m_online = online;
    for (const auto &[id, slot] : m_slots) {
        if (slot.sync)
            slot.sync->setOnline(online);
    }
}

void EngineWorker::wake()
{
    if (!isOpen())
        return;
    m_snooze->rearm();
    for (const auto &[id, slot] : m_slots) {
        if (slot.sync)
            slot.sync->wake();
    }
    startMissing();
}

void EngineWorker::syncNow()
{
    if (!isOpen())
        return;
    for (const auto &[id, slot] : m_slots) {
        if (slot.sync)
            slot.sync->syncNow();
    }
    startMissing();
}

} // namespace parley::sync
