// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/conformance/desk.h"

#include <QTest>

#include <algorithm>

namespace parley::tests::conformance {

void Inbox::take(const Batch &batch)
{
    for (const RemoteContact &contact : batch.contacts)
        contacts[contact.remoteId] = contact;
    for (const RemoteConversation &conversation : batch.conversations)
        conversations[conversation.remoteId] = conversation;
    for (const RemoteMessage &message : batch.messages) {
        const auto known = std::ranges::find(m_messages, message.remoteId, &RemoteMessage::remoteId);
        if (known == m_messages.end())
            m_messages << message;
        else if (message.edited && (!known->edited || *message.edited > *known->edited))
            *known = message;
    }
    for (const RemoteDeletion &deletion : batch.deletions)
        m_deleted << deletion.messageRemoteId;
    for (const RawPayload &raw : batch.raw)
        m_raw << raw.payload;
}

QStringList Inbox::texts() const
{
    QList<RemoteMessage> shown;
    for (const RemoteMessage &message : m_messages) {
        if (message.direction == Direction::In && message.kind == MessageKind::Message
            && !m_deleted.contains(message.remoteId))
            shown << message;
    }
    std::ranges::stable_sort(shown, {}, &RemoteMessage::time);
    QStringList texts;
    for (const RemoteMessage &message : shown)
        texts << message.text.trimmed();
    return texts;
}

RemoteMessage Inbox::withText(const QString &text) const
{
    for (const RemoteMessage &message : m_messages) {
        if (message.text.trimmed() == text)
            return message;
    }
    return {};
}

const RemoteConversation &Inbox::conversationOf(const RemoteMessage &message) const
{
    static const RemoteConversation none;
    const auto found = conversations.constFind(message.conversationRemoteId);
    return found == conversations.constEnd() ? none : *found;
}

bool Inbox::rawHolds(const QByteArray &marker) const
{
    const auto holds = [&](const QByteArray &payload) { return payload.contains(marker); };
    return std::ranges::any_of(m_raw, holds)
        || std::ranges::any_of(m_messages, [&](const RemoteMessage &message) { return holds(message.raw); });
}

Desk::Desk()
    : subject(makeSubject())
    , platform(subject->connect(clock))
{
}

Desk::~Desk()
{
    platform->stop();
}

void Desk::restart()
{
    platform->stop();
    platform.reset();
    platform = subject->connect(clock);
}

std::optional<Error> Desk::pullPage()
{
    auto page = await(platform->pull(cursor));
    if (!page)
        return page.error();
    ++pages;
    inbox.take(*page);
    if (!page->nextCursor.isEmpty())
        cursor = page->nextCursor;
    return std::nullopt;
}

std::optional<Error> Desk::pullAll()
{
    bool older = false;
    for (int bound = 0; bound < 1000; ++bound) {
        auto page = older ? await(platform->pullOlder(cursor)) : await(platform->pull(cursor));
        if (!page)
            return page.error();
        ++pages;
        inbox.take(*page);
        if (!page->nextCursor.isEmpty())
            cursor = page->nextCursor;
        older = !page->more;
        if (older && !page->olderWaits)
            return std::nullopt;
    }
    FAIL("the platform has more for ever");
    return std::nullopt;
}

bool Desk::pullThrough()
{
    for (int tries = 0; tries < 20; ++tries) {
        const auto error = pullAll();
        if (!error)
            return true;
        QTest::qWait(int(std::min<qint64>(error->retryAfter.count(), 5000)));
    }
    return false;
}

bool Desk::listenFor(const QString &text)
{
    for (int tries = 0; tries < 50; ++tries) {
        if (inbox.texts().contains(text))
            return true;
        auto live = await(platform->listen(cursor));
        if (!live)
            return false;
        inbox.take(live->batch);
        if (!live->batch.nextCursor.isEmpty())
            cursor = live->batch.nextCursor;
        if (live->pullNow && pullAll())
            return false;
    }
    return false;
}

PushRequest Desk::answerTo(const QString &who, const QString &question, Command command)
{
    subject->customerWrites(who, question);
    REQUIRE(pullThrough());
    const RemoteMessage asked = inbox.withText(question);
    REQUIRE(!asked.remoteId.isEmpty());
    const RemoteConversation &conversation = inbox.conversationOf(asked);
    static int serial = 0;
    PushRequest request;
    request.clientId = QStringLiteral("00000000-0000-4000-8000-%1").arg(++serial, 12, 10, QLatin1Char('0'));
    request.command = std::move(command);
    request.created = clock.now();
    request.conversationRemoteId = conversation.remoteId;
    request.conversationKind = conversation.kind;
    request.subject = conversation.subject;
    request.conversationExtra = conversation.extra;
    request.contactRemoteId = conversation.contactRemoteId;
    request.targetRemoteId = asked.remoteId;
    request.lastInboundRemoteId = asked.remoteId;
    request.lastInboundExtra = asked.extra;
    return request;
}

Result<PushReceipt> Desk::push(PushRequest request)
{
    return await(platform->push(std::move(request)));
}

} // namespace parley::tests::conformance
