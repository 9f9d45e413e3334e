// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_cache.h"
#include "bench/text_source.h"

#include <random>

namespace parley::bench {

namespace {

constexpr int kConversationsPerBatch = 50;
constexpr Timestamp kNow = fromMs(1'795'000'000'000); // 2026-11-18
constexpr std::chrono::minutes kBetweenTickets{10};

/// Of a hundred tickets: 8 open, 4 pending, 2 snoozed, the rest resolved; only the newest tenth can still be open.
RemoteTicketFields fieldsFor(const QString &conversation, bool recent, std::mt19937 &random)
{
    RemoteTicketFields fields;
    fields.conversationRemoteId = conversation;
    const unsigned dice = random() % 10;
    if (!recent)
        fields.status = TicketStatus::Resolved;
    else if (dice < 6)
        fields.status = TicketStatus::Open;
    else if (dice < 9)
        fields.status = TicketStatus::Pending;
    else
        fields.status = TicketStatus::Snoozed;
    if (fields.status == TicketStatus::Snoozed)
        fields.snoozedUntil = kNow + std::chrono::hours(24 * 365);
    const unsigned owner = random() % 3;
    if (owner == 0)
        fields.assignee = kMe;
    else if (owner == 1)
        fields.assignee = QStringLiteral("Marko");
    if (random() % 5 == 0)
        fields.tags = QStringList{QStringLiteral("refund")};
    return fields;
}

void addConversation(
    Batch &batch, int number, Timestamp start, int messages, bool recent, TextSource &text, std::mt19937 &random)
{
    const TextSource::Language language = text.language();
    const QString id = QString::number(number);
    const QString person = QStringLiteral("p") + QString::number(number % 40'000);
    const QString name = text.name(language);
    batch.contacts << RemoteContact{person, name, {}, {}};
    batch.conversations << RemoteConversation{
        id, ConversationKind::DirectChat, text.sentenceOf(language, 4), person, true, {}, {}};
    for (int i = 0; i < messages; ++i) {
        const bool theirs = i % 2 == 0 || (i == messages - 1 && recent && random() % 2 == 0);
        RemoteMessage message;
        message.remoteId = id + u':' + QString::number(i);
        message.conversationRemoteId = id;
        message.authorRemoteId = theirs ? person : QString();
        message.authorName = theirs ? name : QStringLiteral("Support");
        message.direction = theirs ? Direction::In : Direction::Out;
        message.state = theirs ? DeliveryState::Received : DeliveryState::Sent;
        message.text = text.message(language);
        message.time = start + std::chrono::seconds(i * 40 + static_cast<int>(random() % 30));
        batch.messages << message;
    }
    batch.tickets << fieldsFor(id, recent, random);
}

} // namespace

void makeTalk(int tickets, int messagesPerTicket, quint32 seed, const std::function<bool(const Batch &)> &take)
{
    TextSource text(seed);
    std::mt19937 random(seed);
    Batch batch;
    for (int number = 0; number < tickets; ++number) {
        const Timestamp start = kNow - kBetweenTickets * (tickets - number);
        addConversation(batch, number, start, messagesPerTicket, number > tickets - tickets / 10, text, random);
        if (number % kConversationsPerBatch == kConversationsPerBatch - 1 || number == tickets - 1) {
            batch.nextCursor = QByteArray::number(number);
            if (!take(batch))
                return;
            batch = {};
        }
    }
}

} // namespace parley::bench
