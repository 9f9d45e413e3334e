// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/store.h"

#include "storage/accounts.h"
#include "storage/attachments.h"
#include "storage/contact_merge.h"
#include "storage/contacts.h"
#include "storage/delivery.h"
#include "storage/drafts.h"
#include "storage/effects.h"
#include "storage/ingest.h"
#include "storage/integrity.h"
#include "storage/migrations.h"
#include "storage/opening.h"
#include "storage/outages.h"
#include "storage/outbox.h"
#include "storage/sqlite/failed.h"
#include "storage/text_index.h"
#include "storage/tickets.h"

namespace parley::storage {

struct Store::Private {
    std::unique_ptr<Database> db;
    const Clock &clock;
    std::unique_ptr<QLockFile> lock;

    /// One transaction; what changed is told only once it is committed.
    template <typename Work>
    Result<Changes> change(Work &&work)
    {
        return guarded([&] {
            Changes changes;
            Transaction transaction(*db);
            work(changes);
            transaction.commit();
            return changes;
        });
    }
    template <typename Work>
    auto inTransaction(Work &&work) -> Result<std::invoke_result_t<Work>>
    {
        return guarded([&] {
            Transaction transaction(*db);
            if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
                work();
                transaction.commit();
            } else {
                auto result = work();
                transaction.commit();
                return result;
            }
        });
    }
};

Store::Store(std::unique_ptr<Database> database, const Clock &clock)
    : d(new Private{std::move(database), clock, {}})
{
}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const QString &path, const CacheKey &key, const Clock &clock)
{
    return guarded([&] {
        auto lock = lockCache(path);
        auto db = openDatabase(path, key, Database::Mode::Create);
        migrate(*db);
        std::unique_ptr<Store> store(new Store(std::move(db), clock));
        store->d->lock = std::move(lock);
        return store;
    });
}

Result<AccountId> Store::addAccount(const Account &account)
{
    return d->inTransaction([&] { return accounts::add(*d->db, account); });
}

Result<Changes> Store::removeAccount(AccountId account)
{
    return d->inTransaction([&] { return accounts::remove(*d->db, account); });
}

Result<QList<Account>> Store::accounts()
{
    return guarded([&] { return accounts::all(*d->db); });
}

Result<Changes> Store::setAccountStatus(AccountId account, const AccountStatus &status)
{
    return d->change([&](Changes &changes) {
        if (accounts::status(*d->db, account) == status)
            return;
        accounts::setStatus(*d->db, account, status);
        changes.accounts.insert(account);
    });
}

Result<void> Store::setCapabilities(AccountId account, const Capabilities &capabilities)
{
    return d->inTransaction([&] { accounts::setCapabilities(*d->db, account, capabilities); });
}

Result<QByteArray> Store::cursor(AccountId account)
{
    return guarded([&] { return accounts::cursor(*d->db, account); });
}

Result<Changes> Store::ingest(AccountId account, const Batch &batch)
{
    return d->inTransaction([&] { return storage::ingest(*d->db, account, batch, d->clock.now()); });
}

Result<void> Store::resetCursor(AccountId account)
{
    return d->inTransaction([&] { accounts::setCursor(*d->db, account, {}); });
}

Result<Store::Submitted> Store::submit(const CommandRequest &request)
{
    return d->inTransaction([&] { return effects::submit(*d->db, request, d->clock.now()); });
}

Result<std::optional<Store::Outgoing>> Store::nextToPush(AccountId account, Timestamp now)
{
    return guarded([&] { return outbox::next(*d->db, account, now); });
}

Result<std::optional<Timestamp>> Store::nextAttempt(AccountId account)
{
    return guarded([&] { return outbox::nextAttempt(*d->db, account, d->clock.now()); });
}

Result<Store::Departure> Store::markSending(OutboxId row)
{
    return d->inTransaction([&] { return storage::markSending(*d->db, row, d->clock.now()); });
}

Result<Changes> Store::markSent(OutboxId row, const PushReceipt &receipt)
{
    return d->change([&](Changes &changes) { storage::markSent(*d->db, row, receipt, changes); });
}

Result<Changes> Store::markPartSent(OutboxId row, const PushReceipt &receipt)
{
    return d->change([&](Changes &changes) { storage::markPartSent(*d->db, row, receipt, changes); });
}

Result<Changes> Store::retryLater(OutboxId row, Timestamp at, const QString &why, const QString &page)
{
    return d->change([&](Changes &changes) { storage::retryLater(*d->db, row, at, why, page, changes); });
}

Result<Changes> Store::makeDue(OutboxId row)
{
    return d->change([&](Changes &changes) {
        if (d->db->run("UPDATE outbox SET next_attempt = NULL WHERE id = :id AND state = 0", {{":id", row}}) > 0)
            changes.outbox.insert(row);
    });
}

Result<Changes> Store::markNotSent(OutboxId row)
{
    return d->change([&](Changes &changes) { storage::markNotSent(*d->db, row, changes); });
}

Result<Changes> Store::hold(OutboxId row, HeldReason reason, const QString &why)
{
    return d->change([&](Changes &changes) { storage::hold(*d->db, row, reason, why, d->clock.now(), changes); });
}

Result<Changes> Store::fail(OutboxId row, const QString &why)
{
    return d->change([&](Changes &changes) { storage::fail(*d->db, row, why, d->clock.now(), changes); });
}

Result<QList<Store::Outgoing>> Store::interrupted(AccountId account)
{
    return guarded([&] { return outbox::interrupted(*d->db, account); });
}

Result<Changes> Store::requeue(OutboxId row)
{
    return d->change([&](Changes &changes) { storage::requeue(*d->db, row, d->clock.now(), changes); });
}

Result<Changes> Store::discard(OutboxId row)
{
    return d->change([&](Changes &changes) { storage::discard(*d->db, row, d->clock.now(), changes); });
}

Result<Changes> Store::editHeld(OutboxId row, const QString &text)
{
    return d->change([&](Changes &changes) { storage::editHeld(*d->db, row, text, d->clock.now(), changes); });
}

Result<Changes> Store::markSeen(TicketId ticket)
{
    return d->inTransaction([&] { return tickets::markSeen(*d->db, ticket); });
}

Result<Changes> Store::markUnread(TicketId ticket)
{
    return d->inTransaction([&] { return tickets::markUnread(*d->db, ticket); });
}

Result<Changes> Store::saveDraft(TicketId ticket, const QString &text, bool isNote, bool privately)
{
    return d->inTransaction([&] { return drafts::save(*d->db, ticket, {text, isNote, privately}, d->clock.now()); });
}

Result<Changes> Store::saveDraftFiles(TicketId ticket, const QList<OutgoingAttachment> &files)
{
    return d->inTransaction([&] { return drafts::saveFiles(*d->db, ticket, files, d->clock.now()); });
}

Result<Changes> Store::wakeSnoozed(Timestamp now)
{
    return d->inTransaction([&] { return tickets::wakeSnoozed(*d->db, now); });
}

Result<std::optional<Timestamp>> Store::nextWake()
{
    return guarded([&] { return tickets::nextWake(*d->db); });
}

Result<int> Store::pruneOutbox()
{
    constexpr int atOnce = 5'000;
    return d->inTransaction([&] {
        return d->db->run(R"(
            DELETE FROM outbox WHERE id IN (
                SELECT id FROM outbox WHERE state = 2 AND created < :before ORDER BY id LIMIT :limit))",
            {{":before", d->clock.now() - kKeepSent}, {":limit", atOnce}});
    });
}

Result<Changes> Store::mergeContacts(ContactId from, ContactId into)
{
    return d->change([&](Changes &changes) { contact_merge::merge(*d->db, from, into, d->clock.now(), changes); });
}

Result<Changes> Store::unmergeContact(ContactId merged)
{
    return d->change([&](Changes &changes) { contact_merge::unmerge(*d->db, merged, changes); });
}

Result<Changes> Store::setContactNote(ContactId contact, const QString &note)
{
    return d->change([&](Changes &changes) { contacts::setNote(*d->db, contact, note, changes); });
}

Result<void> Store::beginOutage(AccountId account, Timestamp since)
{
    return d->inTransaction([&] { outages::begin(*d->db, account, since); });
}

Result<void> Store::endOutage(AccountId account, Timestamp until)
{
    return d->inTransaction([&] { outages::end(*d->db, account, until); });
}

Result<QList<Store::Download>> Store::downloads(AccountId account, int limit)
{
    return guarded([&] { return attachments::downloads(*d->db, account, limit); });
}

Result<std::optional<Store::Download>> Store::download(AttachmentId attachment)
{
    return guarded([&] { return attachments::download(*d->db, attachment); });
}

Result<Changes> Store::storeAttachment(AttachmentId attachment, const QByteArray &content)
{
    return d->inTransaction([&] { return attachments::store(*d->db, attachment, content); });
}

Result<Changes> Store::failAttachment(AttachmentId attachment, const QString &why)
{
    return d->inTransaction([&] { return attachments::fail(*d->db, attachment, why); });
}

Result<int> Store::indexPending(int limit)
{
    return d->inTransaction([&] { return text_index::catchUp(*d->db, limit); });
}

Result<void> Store::checkpoint()
{
    return guarded([&] { d->db->checkpoint(); });
}

Result<QStringList> Store::checkIntegrity()
{
    return guarded([&] { return storage::checkIntegrity(*d->db); });
}

} // namespace parley::storage
