// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/desk.h"

#include <algorithm>

namespace parley::tests {

namespace {

/// The bench itself is broken: nothing after it would mean anything. (Not Catch's REQUIRE: the screens have no test.)
void must(bool holds, const char *what)
{
    if (!holds)
        qFatal("the test's desk: %s", what);
}

} // namespace

Desk::Desk(Capabilities capabilities)
    : world(std::make_shared<FakeWorld>(capabilities))
    , platforms(fakePlatforms(world))
{
    sync::EngineConfig config;
    config.cachePath = dir.filePath(QStringLiteral("cache.db"));
    config.key = storage::CacheKey::generate();
    config.secrets = secrets;
    config.platforms = &platforms;
    engine = std::make_unique<sync::Engine>(config);
    const auto started = awaited(engine->start());
    must(started.ok(), "the engine does not start");
    openReader = [path = config.cachePath, key = config.key] { return storage::Reader::open(path, key); };
    auto opened = openReader();
    must(opened.ok(), "the cache cannot be read");
    reader = std::move(opened).value();
}

Desk::~Desk()
{
    engine->stop();
}

AccountId Desk::addAccount(const QString &name)
{
    sync::AccountDraft draft;
    draft.account.name = name;
    draft.account.platform = QStringLiteral("fake");
    draft.account.settings.insert(QStringLiteral("group"), QStringLiteral("1"));
    draft.secret = "token-of-the-shop";
    const auto added = awaited(engine->addAccount(draft));
    must(added.ok(), "no account");
    account = *added;
    return account;
}

void Desk::deliver(const Batch &batch)
{
    world->hand(batch);
    engine->syncNow();
}

TicketId Desk::incoming(
    const QString &customer, const QString &text, ConversationKind kind, const QString &conversation, Timestamp time)
{
    if (!account.isValid())
        addAccount();
    const QString thread = conversation.isEmpty() ? QStringLiteral("chat-") + customer : conversation;
    Batch batch;
    batch.contacts = {
        RemoteContact{QStringLiteral("person-") + customer, customer, QStringLiteral("@") + customer, {}}};
    RemoteConversation remote;
    remote.remoteId = thread;
    remote.kind = kind;
    remote.contactRemoteId = batch.contacts.first().remoteId;
    batch.conversations = {remote};
    RemoteMessage message;
    message.remoteId = QStringLiteral("m%1").arg(++m_message);
    message.conversationRemoteId = thread;
    message.authorRemoteId = remote.contactRemoteId;
    message.authorName = customer;
    message.text = text;
    message.visibility = kind == ConversationKind::Comments ? Visibility::Public : Visibility::Private;
    message.time = time == Timestamp{} ? clock.now() : time;
    batch.messages = {message};
    deliver(batch);
    TicketId ticket;
    const bool arrived = eventually([&] {
        const auto known = reader->conversationByRemoteId(account, thread);
        if (!known || !*known)
            return false;
        const auto current = reader->currentTicket(**known);
        if (!current || !*current)
            return false;
        ticket = **current;
        const auto all = messages(ticket);
        return std::ranges::any_of(all, [&](const Message &one) { return one.remoteId == message.remoteId; });
    });
    must(arrived, "the message does not arrive");
    return ticket;
}

QList<OutboxRow> Desk::outbox()
{
    const auto rows = reader->outbox(100);
    must(rows.ok(), "no outbox");
    return *rows;
}

QList<Message> Desk::messages(TicketId ticket)
{
    const auto row = reader->ticket(ticket);
    if (!row || !*row)
        return {};
    const auto all = reader->messagesBefore((*row)->ticket.conversation, {}, 100);
    return all ? *all : QList<Message>{};
}

QList<Message> Desk::ours(TicketId ticket)
{
    QList<Message> out;
    for (const Message &message : messages(ticket)) {
        if (message.direction == Direction::Out)
            out.append(message);
    }
    return out;
}

} // namespace parley::tests
