// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ingest.h"

#include "language/detect.h"
#include "storage/accounts.h"
#include "storage/arrival.h"
#include "storage/attachments.h"
#include "storage/contacts.h"
#include "storage/continuations.h"
#include "storage/delivery.h"
#include "storage/enums.h"
#include "storage/merge.h"
#include "storage/messages.h"
#include "storage/outbox.h"
#include "storage/raw_payloads.h"
#include "storage/server_fields.h"
#include "storage/text_index.h"
#include "storage/workspaces.h"

#include <QCryptographicHash>
#include <QHash>

#include <algorithm>

namespace parley::storage {

namespace {

constexpr qsizetype kIndexAtOnce = 100; ///< more messages than this in one batch are indexed behind it

class Ingest
{
public:
    Ingest(Database &db, AccountId account, const Batch &batch, Timestamp now)
        : m_db(db)
        , m_account(accounts::get(db, account))
        , m_batch(batch)
        , m_now(now)
        , m_hasTombstones(
              db.number("SELECT EXISTS (SELECT 1 FROM tombstone WHERE account = :account)", {{":account", account}})
              != 0)
        , m_hasContinuations(db.number("SELECT EXISTS (SELECT 1 FROM conversation_continuation"
                                       " WHERE account = :account AND ended = 0)",
                                 {{":account", account}})
              != 0)
        , m_indexLater(batch.backfill || batch.messages.size() > kIndexAtOnce)
    {
    }

    Changes take()
    {
        const QList<const RemoteMessage *> messages = inOrder();
        Ahead<language::Detection> detections(m_db.side(), static_cast<size_t>(messages.size()),
            [&](size_t place) { return detect(*messages[static_cast<qsizetype>(place)]); });
        for (const RemoteContact &contact : m_batch.contacts)
            m_contacts.insert(contact.remoteId, contacts::take(m_db, m_account.id, contact, m_changes));
        for (const RemoteConversation &conversation : m_batch.conversations)
            takeConversation(conversation);
        for (qsizetype place = 0; place < messages.size(); ++place)
            takeMessage(*messages[place], detections.take(static_cast<size_t>(place)));
        for (const RemoteDeletion &deletion : m_batch.deletions)
            takeDeletion(deletion);
        for (const RemoteReceipt &receipt : m_batch.receipts)
            takeReceipt(receipt);
        for (const RemoteTicketFields &fields : m_batch.tickets) {
            if (tickets::State *const ticket = ticketMeantBy(fields))
                takeServerFields(m_db, m_account, fields, *ticket, m_now, m_changes);
        }
        for (const Thread &thread : std::as_const(m_threads))
            writeThread(thread);
        for (const RawPayload &raw : m_batch.raw) {
            raw_payloads::keep(m_db, m_account.id, raw, m_now);
            m_changes.accounts.insert(m_account.id);
        }
        workspaces::take(m_db, m_account.id, m_batch.workspace, m_changes);
        if (!m_batch.nextCursor.isEmpty())
            accounts::setCursor(m_db, m_account.id, m_batch.nextCursor);
        return m_changes;
    }

private:
    void takeConversation(const RemoteConversation &remote);
    [[nodiscard]] QList<const RemoteMessage *> inOrder() const;
    [[nodiscard]] language::Detection detect(const RemoteMessage &message) const; ///< any thread
    void takeMessage(const RemoteMessage &remote, const language::Detection &detection);
    void takeNew(const RemoteMessage &remote, const QString &remoteId, const language::Detection &detection);
    void takeDeletion(const RemoteDeletion &deletion);
    void takeReceipt(const RemoteReceipt &receipt);
    void takeReceipt(DeliveryState state, MessageId upTo, ConversationId conversation, bool onlyPrivate);
    Thread *knownThread(const QString &remoteId);
    Thread &threadOf(const QString &remoteId);
    tickets::State *ticketMeantBy(const RemoteTicketFields &fields);
    Thread &threadHolding(MessageId message);
    Thread *continuedBy(const RemoteMessage &remote);
    void settle(const outbox::Row &row, const RemoteMessage &remote, const QString &remoteId);
    void writeThread(Thread thread);
    ContactId contactOf(const QString &remoteId);
    ContactId authorOf(const RemoteMessage &remote);
    void index(MessageId id, const Message &message, const Thread &thread);
    qint64 arrival();
    TicketId nextTicketId();

    Database &m_db;
    const Account m_account;
    const Batch &m_batch;
    const Timestamp m_now;
    const bool m_hasTombstones; ///< before this batch: its own deletions come after its messages
    bool m_hasContinuations;
    const bool m_indexLater;
    Changes m_changes;
    QHash<QString, Thread> m_threads; ///< by the conversation's remote id
    QHash<QString, std::optional<continuations::Continuation>> m_continuations; ///< by the private thread's remote id
    QHash<QString, ContactId> m_contacts; ///< by remote id, as far as met
    QHash<ContactId, QString> m_who;
    std::optional<qint64> m_arrival;
    qint64 m_lastTicket = 0;
};

/// It tells of the past: nobody is notified, and nothing moves on.
bool isHistory(const Batch &batch, const RemoteMessage &message)
{
    return batch.backfill || message.history;
}

/// Every platform gives its messages ids; should one not, the same message must still be known again.
QString remoteIdOf(const RemoteMessage &remote)
{
    if (!remote.remoteId.isEmpty())
        return remote.remoteId;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(remote.conversationRemoteId.toUtf8());
    hash.addData(QByteArray::number(toMs(remote.time)));
    hash.addData(QByteArray::number(numberOf(remote.direction)));
    hash.addData(remote.text.toUtf8());
    return QStringLiteral("sha256:") + QString::fromLatin1(hash.result().toHex());
}

Message messageFrom(const RemoteMessage &remote, const QString &remoteId)
{
    Message message;
    message.remoteId = remoteId;
    message.direction = remote.direction;
    message.kind = remote.kind;
    message.visibility = remote.visibility;
    message.state = remote.state;
    if (remote.direction == Direction::Out && remote.state == DeliveryState::Received)
        message.state = DeliveryState::Sent;
    message.author = remote.authorName;
    message.text = remote.text;
    message.html = remote.html;
    message.subject = remote.subject;
    message.time = remote.time;
    message.edited = remote.edited;
    message.automatic = remote.automatic;
    message.replyToText = remote.replyToText;
    for (const RemoteAttachment &attachment : remote.attachments)
        message.attachments.append(Attachment{{}, attachment.name, attachment.type, attachment.size, {}});
    return message;
}

void Ingest::takeConversation(const RemoteConversation &remote)
{
    Thread thread;
    const ContactId contact = contactOf(remote.contactRemoteId);
    thread.conversation = conversations::take(m_db, m_account.id, remote, contact, m_changes);
    thread.tickets = tickets::ofConversation(m_db, thread.conversation.id);
    m_threads.insert(remote.remoteId, thread);
}

/// \return null: nobody told of such a conversation yet
Thread *Ingest::knownThread(const QString &remoteId)
{
    const auto found = m_threads.find(remoteId);
    if (found != m_threads.end())
        return &*found;
    const auto known = conversations::find(m_db, m_account.id, remoteId);
    if (!known)
        return nullptr;
    Thread thread;
    thread.conversation = *known;
    thread.tickets = tickets::ofConversation(m_db, known->id);
    return &*m_threads.insert(remoteId, thread);
}

/// A message may come before anybody told of its conversation: it is never lost for that.
Thread &Ingest::threadOf(const QString &remoteId)
{
    if (Thread *const known = knownThread(remoteId))
        return *known;
    RemoteConversation remote;
    remote.remoteId = remoteId;
    Thread thread;
    thread.conversation = conversations::take(m_db, m_account.id, remote, {}, m_changes);
    return *m_threads.insert(remoteId, thread);
}

/// The newest case of the conversation, or of the comment's that it continues.
tickets::State *Ingest::ticketMeantBy(const RemoteTicketFields &fields)
{
    const auto newestOf = [](Thread &thread) {
        const auto newest = std::ranges::max_element(thread.tickets, {},
            [](const tickets::State &state) { return std::pair(state.ticket.created, state.ticket.id.value); });
        return newest == thread.tickets.end() ? nullptr : &*newest;
    };
    if (const auto continued = continuations::of(m_db, m_account.id, fields.conversationRemoteId)) {
        Thread &thread = threadOf(conversations::get(m_db, continued->conversation)->remoteId);
        tickets::State *const newest = newestOf(thread);
        if (newest && !continuations::isOver(*newest, m_now))
            return newest;
    }
    Thread *const thread = knownThread(fields.conversationRemoteId);
    return thread ? newestOf(*thread) : nullptr;
}

Thread &Ingest::threadHolding(MessageId message)
{
    const auto known = messages::get(m_db, message);
    return threadOf(conversations::get(m_db, known->conversation)->remoteId);
}

/// A private thread that goes on from a comment stands in the comment's conversation while its case lasts. What is
/// older than the answer that led there stays in the thread's own.
Thread *Ingest::continuedBy(const RemoteMessage &remote)
{
    if (!m_hasContinuations)
        return nullptr;
    auto known = m_continuations.find(remote.conversationRemoteId);
    if (known == m_continuations.end()) {
        known = m_continuations.insert(
            remote.conversationRemoteId, continuations::of(m_db, m_account.id, remote.conversationRemoteId));
    }
    if (!*known)
        return nullptr;
    const continuations::Continuation continued = **known;
    // What is new came after our answer, unless the clocks differ by more than this.
    const Timestamp since = isHistory(m_batch, remote) ? continued.since : continued.since - std::chrono::hours(1);
    if (remote.time < since)
        return nullptr;
    Thread &thread = threadOf(conversations::get(m_db, continued.conversation)->remoteId);
    if (!thread.tickets.isEmpty() && !continuations::isOver(thread.tickets.last(), remote.time))
        return &thread;
    continuations::end(m_db, continued);
    m_continuations.insert(remote.conversationRemoteId, std::nullopt);
    return nullptr;
}

/// Our own message came back. Settling it reads and changes the rows themselves.
void Ingest::settle(const outbox::Row &row, const RemoteMessage &remote, const QString &remoteId)
{
    writeThread(m_threads.take(remote.conversationRemoteId));
    if (const auto conversation = conversations::get(m_db, row.conversation))
        writeThread(m_threads.take(conversation->remoteId));
    settleByEcho(m_db, row, remote, remoteId, m_changes);
    m_continuations.remove(remote.conversationRemoteId);
    m_hasContinuations = true;
}

/// Each ticket is updated once a batch, however many messages it got.
void Ingest::writeThread(Thread thread)
{
    for (tickets::State &state : thread.tickets)
        tickets::write(m_db, state, m_changes);
    if (thread.moved) {
        m_db.run("UPDATE conversation SET last_arrival = :arrival WHERE id = :id",
            {{":arrival", arrival()}, {":id", thread.conversation.id}});
    }
}

QList<const RemoteMessage *> Ingest::inOrder() const
{
    QList<const RemoteMessage *> messages;
    messages.reserve(m_batch.messages.size());
    for (const RemoteMessage &message : m_batch.messages)
        messages.append(&message);
    std::stable_sort(messages.begin(), messages.end(),
        [](const RemoteMessage *a, const RemoteMessage *b) { return a->time < b->time; });
    return messages;
}

/// Of history only what customers wrote: nobody asks for the language of our own old answers.
language::Detection Ingest::detect(const RemoteMessage &message) const
{
    const bool asked = message.direction == Direction::In || !isHistory(m_batch, message);
    return asked ? language::detect(QStringView(message.text).left(2000)) : language::Detection();
}

void Ingest::takeMessage(const RemoteMessage &remote, const language::Detection &detection)
{
    const QString remoteId = remoteIdOf(remote);
    const MessageId known = messages::find(m_db, m_account.id, remoteId);
    if (!remote.clientId.isEmpty()) {
        if (const auto row = outbox::byClientId(m_db, m_account.id, remote.clientId)) {
            settle(*row, remote, remoteId);
            return;
        }
    }
    if (!known.isValid()) {
        takeNew(remote, remoteId, detection);
        return;
    }
    if (!updateMessage(m_db, known, remote, m_changes))
        return;
    Thread &thread = threadHolding(known);
    for (tickets::State &state : thread.tickets) {
        if (state.lastMessage == known.value)
            tickets::refreshSnippet(m_db, state);
    }
}

ContactId Ingest::contactOf(const QString &remoteId)
{
    if (remoteId.isEmpty())
        return {};
    const auto met = m_contacts.constFind(remoteId);
    if (met != m_contacts.cend())
        return *met;
    const ContactId found = contacts::find(m_db, m_account.id, remoteId);
    if (found.isValid())
        m_contacts.insert(remoteId, found);
    return found;
}

ContactId Ingest::authorOf(const RemoteMessage &remote)
{
    if (remote.direction != Direction::In || remote.authorRemoteId.isEmpty())
        return {};
    const ContactId known = contactOf(remote.authorRemoteId);
    if (known.isValid())
        return known;
    RemoteContact author;
    author.remoteId = remote.authorRemoteId;
    author.name = remote.authorName;
    const ContactId made = contacts::take(m_db, m_account.id, author, m_changes);
    m_contacts.insert(author.remoteId, made);
    return made;
}

void Ingest::takeNew(const RemoteMessage &remote, const QString &remoteId, const language::Detection &detection)
{
    const bool history = isHistory(m_batch, remote);
    Thread *const continued = continuedBy(remote);
    Thread &thread = continued ? *continued : threadOf(remote.conversationRemoteId);
    const ContactId author = authorOf(remote);
    if (author.isValid() && !thread.conversation.contact.isValid()
        && thread.conversation.kind != ConversationKind::GroupChat) {
        thread.conversation.contact = author;
        conversations::setContact(m_db, thread.conversation.id, author, remote.authorRemoteId);
        for (tickets::State &state : thread.tickets)
            state.ticket.contact = author;
    }

    messages::NewMessage row;
    row.message = messageFrom(remote, remoteId);
    row.message.conversation = thread.conversation.id;
    if (continued)
        row.message.visibility = Visibility::Private;
    row.message.deleted = m_hasTombstones
        && m_db.run("DELETE FROM tombstone WHERE account = :account AND remote_id = :remote",
               {{":account", m_account.id}, {":remote", remoteId}})
            > 0;
    // Here, since naming it later would write every message twice.
    row.message.language =
        detection.after(thread.tickets.isEmpty() ? QString() : thread.tickets.last().ticket.language);
    if (remote.kind == MessageKind::Unsupported && !remote.raw.isEmpty()) {
        row.message.raw = raw_payloads::keep(m_db, m_account.id,
            RawPayload{remoteId, remote.raw, QStringLiteral("application/octet-stream"), remote.text}, m_now);
    }
    row.account = m_account.id;
    row.replyToRemoteId = remote.replyToRemoteId;
    row.extra = remote.extra;
    row.arrival = history ? 0 : arrival();
    row.attachmentCount = static_cast<int>(remote.attachments.size());

    const MessageId id = messages::freeIdAt(m_db, believable(remote.time, m_now));
    const Arrival event{id, &row.message, m_now, history, m_account.capabilities.ownsTickets};
    const qsizetype ticketsBefore = thread.tickets.size();
    tickets::State &state = thread.tickets[place(thread, event, nextTicketId())];
    if (thread.tickets.size() > ticketsBefore)
        m_lastTicket = state.ticket.id.value;
    row.message.ticket = state.ticket.id;
    messages::insert(m_db, id, row);
    for (const RemoteAttachment &attachment : remote.attachments)
        attachments::add(m_db, m_account.id, id, attachment);
    land(state, event);
    thread.moved = thread.moved || (!history && movesThreadOn(row.message));
    index(id, row.message, thread);

    m_changes.messages.insert(id);
    m_changes.conversations.insert(thread.conversation.id);
    if (remote.direction == Direction::In && !history && row.message.kind != MessageKind::Event)
        m_changes.arrived.insert(id);
}

void Ingest::index(MessageId id, const Message &message, const Thread &thread)
{
    if (m_indexLater) {
        text_index::postpone(m_db, id);
        return;
    }
    QString who;
    if (message.direction == Direction::In) {
        const ContactId contact = thread.conversation.contact;
        if (contact.isValid() && !m_who.contains(contact))
            m_who.insert(contact, contacts::searchText(m_db, contact));
        who = m_who.value(contact, message.author);
    }
    text_index::put(m_db, {id, message.text, message.subject, message.language, who});
}

/// Messages of one ingest came together; whoever saw one saw all.
qint64 Ingest::arrival()
{
    if (!m_arrival) {
        m_db.run("UPDATE counter SET n = n + 1 WHERE name = 'arrival'");
        m_arrival = m_db.number("SELECT n FROM counter WHERE name = 'arrival'");
    }
    return *m_arrival;
}

/// New tickets are written once, at the end; their ids are given before.
TicketId Ingest::nextTicketId()
{
    if (m_lastTicket == 0)
        m_lastTicket = tickets::nextId(m_db).value - 1;
    return TicketId{m_lastTicket + 1};
}

void Ingest::takeDeletion(const RemoteDeletion &deletion)
{
    const MessageId known = messages::find(m_db, m_account.id, deletion.messageRemoteId);
    if (!known.isValid()) {
        if (!deletion.messageRemoteId.isEmpty()) {
            m_db.run("INSERT OR IGNORE INTO tombstone(account, remote_id) VALUES (:account, :remote)",
                {{":account", m_account.id}, {":remote", deletion.messageRemoteId}});
        }
        return;
    }
    if (m_db.run(
            "UPDATE message SET deleted = 1, revision = revision + 1 WHERE id = :id AND deleted = 0", {{":id", known}})
        == 0)
        return;
    const auto message = messages::get(m_db, known);
    m_changes.messages.insert(known);
    m_changes.conversations.insert(message->conversation);
    // Nobody waits for an answer to what was taken back.
    Thread &thread = threadHolding(known);
    for (tickets::State &state : thread.tickets) {
        if (state.ticket.id == message->ticket)
            state.changed = state.factsChanged = true;
    }
}

void Ingest::takeReceipt(const RemoteReceipt &receipt)
{
    const MessageId upTo = messages::find(m_db, m_account.id, receipt.upToRemoteId);
    if (!upTo.isValid())
        return;
    if (const auto conversation = conversations::find(m_db, m_account.id, receipt.conversationRemoteId))
        takeReceipt(receipt.state, upTo, conversation->id, false);
    // In a comment's conversation it tells of the private messages only.
    const auto continued = continuations::of(m_db, m_account.id, receipt.conversationRemoteId);
    if (continued)
        takeReceipt(receipt.state, upTo, continued->conversation, true);
}

void Ingest::takeReceipt(DeliveryState state, MessageId upTo, ConversationId conversation, bool onlyPrivate)
{
    const QList<MessageId> reached = m_db.all(R"(
        SELECT id FROM message
        WHERE conversation = :conversation AND direction = 1 AND state BETWEEN 3 AND 4 AND state < :state
            AND id <= :upTo AND (NOT :onlyPrivate OR visibility = 1))",
        {{":conversation", conversation}, {":state", state}, {":upTo", upTo}, {":onlyPrivate", onlyPrivate}},
        [](const Row &row) { return row.id<MessageId>("id"); });
    for (const MessageId id : reached) {
        messages::setState(m_db, id, state, {});
        m_changes.messages.insert(id);
        m_changes.conversations.insert(conversation);
    }
}

} // namespace

Changes ingest(Database &db, AccountId account, const Batch &batch, Timestamp now)
{
    return Ingest(db, account, batch, now).take();
}

} // namespace parley::storage
