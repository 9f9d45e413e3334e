// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/reader.h"

#include "storage/accounts.h"
#include "storage/attachments.h"
#include "storage/contact_merge.h"
#include "storage/contacts.h"
#include "storage/continuations.h"
#include "storage/conversations.h"
#include "storage/drafts.h"
#include "storage/enums.h"
#include "storage/messages.h"
#include "storage/migrations.h"
#include "storage/opening.h"
#include "storage/outages.h"
#include "storage/outbox.h"
#include "storage/raw_payloads.h"
#include "storage/search.h"
#include "storage/sqlite/errors.h"
#include "storage/sqlite/failed.h"
#include "storage/ticket_rows.h"
#include "storage/tickets.h"
#include "storage/workspaces.h"

#include <QCoreApplication>

namespace parley::storage {

struct Reader::Private {
    std::unique_ptr<Database> db;
};

Reader::Reader(std::unique_ptr<Database> database)
    : d(std::make_unique<Private>(Private{std::move(database)}))
{
}

Reader::~Reader() = default;

Result<std::unique_ptr<Reader>> Reader::open(const QString &path, const CacheKey &key)
{
    return guarded([&] {
        auto db = openDatabase(path, key, Database::Mode::ReadOnly);
        const int version = db->userVersion();
        if (version > newestVersion())
            reject(ErrorKind::Storage, words::newerVersion(version, newestVersion()));
        if (version < newestVersion())
            reject(ErrorKind::Storage, words::olderVersion());
        return std::unique_ptr<Reader>(new Reader(std::move(db)));
    });
}

Result<QList<TicketRow>> Reader::tickets(const TicketFilter &filter, const std::optional<TicketRow> &after, int limit)
{
    return guarded([&] { return ticket_rows::page(*d->db, filter, after, limit); });
}

Result<std::optional<TicketRow>> Reader::ticket(TicketId id)
{
    return guarded([&] { return ticket_rows::get(*d->db, id); });
}

Result<bool> Reader::matches(const TicketFilter &filter, TicketId id)
{
    return guarded([&] {
        const BoundSql query = TicketScan(*d->db, filter).matches(id);
        return d->db->number(query.sql, query.bindings()) != 0;
    });
}

Result<int> Reader::count(View view)
{
    return guarded([&] { return ticket_rows::count(*d->db, view); });
}

Result<QList<Message>> Reader::messagesBefore(ConversationId conversation, MessageId before, int limit)
{
    return guarded([&] { return messages::before(*d->db, conversation, before, limit); });
}

Result<QList<Message>> Reader::messagesAfter(ConversationId conversation, MessageId after, int limit)
{
    return guarded([&] { return messages::after(*d->db, conversation, after, limit); });
}

Result<std::optional<Message>> Reader::message(MessageId id)
{
    return guarded([&] { return messages::get(*d->db, id); });
}

Result<QList<Ticket>> Reader::ticketsOf(ConversationId conversation)
{
    return guarded([&] {
        QList<Ticket> found;
        for (const tickets::State &state : tickets::ofConversation(*d->db, conversation))
            found.append(state.ticket);
        return found;
    });
}

Result<QList<TicketRow>> Reader::ticketsOfContact(ContactId contact, int limit)
{
    return guarded([&] { return ticket_rows::ofContact(*d->db, contact, limit); });
}

Result<std::optional<Reader::ConversationInfo>> Reader::conversation(ConversationId id)
{
    return guarded([&]() -> std::optional<ConversationInfo> {
        const auto found = conversations::get(*d->db, id);
        if (!found)
            return std::nullopt;
        ConversationInfo info{found->id, found->account, found->kind, found->remoteId, found->subject, found->canReply,
            found->cannotReplyWhy, found->context, found->extra};
        if (!conversations::isPublic(found->kind))
            return info;
        info.privateRemoteId = continuations::privateThreadOf(*d->db, id);
        if (const auto thread = conversations::find(*d->db, found->account, info.privateRemoteId)) {
            info.canReplyPrivately = thread->canReply;
            info.cannotReplyPrivatelyWhy = thread->cannotReplyWhy;
        }
        return info;
    });
}

Result<std::optional<ConversationId>> Reader::conversationByRemoteId(AccountId account, const QString &remoteId)
{
    return guarded([&]() -> std::optional<ConversationId> {
        const auto found = conversations::find(*d->db, account, remoteId);
        return found ? std::optional(found->id) : std::nullopt;
    });
}

Result<std::optional<ConversationId>> Reader::currentConversation(AccountId account, const QString &remoteId)
{
    const auto continued = guarded([&] { return continuations::of(*d->db, account, remoteId); });
    if (!continued)
        return continued.error();
    if (*continued)
        return std::optional((*continued)->conversation);
    return conversationByRemoteId(account, remoteId);
}

Result<std::optional<TicketId>> Reader::currentTicket(ConversationId conversation)
{
    return guarded([&]() -> std::optional<TicketId> {
        const TicketId id = tickets::newestOf(*d->db, conversation);
        return id.isValid() ? std::optional(id) : std::nullopt;
    });
}

Result<std::optional<Contact>> Reader::contact(ContactId id)
{
    return guarded([&] {
        auto contact = storage::contacts::get(*d->db, id);
        if (contact)
            contact->merged = contact_merge::mergedInto(*d->db, id);
        return contact;
    });
}

Result<QList<Contact>> Reader::contacts(const QString &text, int limit)
{
    return guarded([&] { return storage::contacts::named(*d->db, text, limit); });
}

Result<Reader::Draft> Reader::draft(TicketId ticket)
{
    return guarded([&] { return drafts::newest(*d->db, ticket); });
}

Result<Reader::Draft> Reader::draft(TicketId ticket, bool isNote)
{
    return guarded([&] { return drafts::get(*d->db, ticket, isNote); });
}

Result<QList<OutgoingAttachment>> Reader::draftFiles(TicketId ticket)
{
    return guarded([&] { return drafts::files(*d->db, ticket); });
}

Result<QByteArray> Reader::attachment(AttachmentId id)
{
    return guarded([&] {
        const auto content = attachments::content(*d->db, id);
        if (!content) {
            reject(ErrorKind::NotFound,
                QCoreApplication::translate("parley::storage", "The attachment has not been downloaded."));
        }
        return *content;
    });
}

Result<Workspace> Reader::workspace(AccountId account)
{
    return guarded([&] { return workspaces::get(*d->db, account); });
}

Result<QList<Account>> Reader::accounts()
{
    return guarded([&] { return accounts::all(*d->db); });
}

Result<AccountStatus> Reader::accountStatus(AccountId account)
{
    return guarded([&] { return accounts::status(*d->db, account); });
}

Result<std::chrono::milliseconds> Reader::outageTime(AccountId account, Timestamp from, Timestamp to)
{
    return guarded([&] { return outages::time(*d->db, account, from, to); });
}

Result<QList<OutboxRow>> Reader::outbox(int limit)
{
    return guarded([&] { return outbox::unsettled(*d->db, limit); });
}

Result<std::optional<OutboxRow>> Reader::outboxRow(OutboxId id)
{
    return guarded([&] { return outbox::line(*d->db, id); });
}

Result<int> Reader::waitingReplies(AccountId account)
{
    return guarded([&] {
        return static_cast<int>(d->db->number(
            "SELECT count(*) FROM outbox WHERE account = :account AND state <> 2 AND state <= 1 AND kind = 'reply'",
            {{":account", account}}));
    });
}

Result<Reader::OutboxCounts> Reader::outboxCounts()
{
    return guarded([&] {
        OutboxCounts counts;
        d->db->each("SELECT state, count(*) AS n FROM outbox WHERE state <> 2 GROUP BY state", {}, [&](const Row &row) {
            const int n = row.integer("n");
            switch (row.as<OutboxState>("state")) {
            case OutboxState::Queued:
            case OutboxState::Sending:
                counts.queued += n;
                break;
            case OutboxState::Held:
                counts.held += n;
                break;
            case OutboxState::Failed:
                counts.failed += n;
                break;
            case OutboxState::Sent:
                break;
            }
        });
        return counts;
    });
}

Result<QList<Reader::RawRow>> Reader::rawPayloads(int limit)
{
    return guarded([&] { return raw_payloads::newest(*d->db, limit); });
}

Result<std::optional<Reader::RawRow>> Reader::rawPayload(RawId id)
{
    return guarded([&] { return raw_payloads::get(*d->db, id); });
}

Result<QList<Reader::Hit>> Reader::search(const Query &query, MessageId before, int limit)
{
    return guarded([&] { return searchMessages(*d->db, query, before, limit); });
}

void Reader::interrupt()
{
    d->db->interrupt();
}

Result<qint64> Reader::countTickets(const TicketFilter &filter)
{
    return guarded([&] {
        const BoundSql query = TicketScan(*d->db, filter).count();
        return d->db->number(query.sql, query.bindings());
    });
}

} // namespace parley::storage
