// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json.h"

#include "models/words.h"

#include <QJsonArray>

#include <algorithm>

namespace parley::app {

namespace {

constexpr Words<AccountState, 5> kStateWords{
    {{{AccountState::Offline, u"offline"}, {AccountState::Connecting, u"connecting"}, {AccountState::Online, u"online"},
        {AccountState::Refused, u"refused"}, {AccountState::Degraded, u"degraded"}}}};
constexpr Words<HeldReason, 4> kHeldWords{{{{HeldReason::None, u""}, {HeldReason::ThreadMovedOn, u"thread_moved_on"},
    {HeldReason::MayHaveArrived, u"may_have_arrived"}, {HeldReason::AccountRefused, u"account_refused"}}}};

QJsonValue timeOrNull(const std::optional<Timestamp> &time)
{
    return time ? QJsonValue(toRfc3339(*time)) : QJsonValue(QJsonValue::Null);
}

QJsonValue idOrNull(qint64 id)
{
    return id ? QJsonValue(id) : QJsonValue(QJsonValue::Null);
}

} // namespace

QString toString(AccountState state)
{
    return kStateWords.wordFor(state);
}

QString toString(HeldReason reason)
{
    return kHeldWords.wordFor(reason);
}

QJsonObject jsonOf(const TicketRow &row)
{
    const Ticket &ticket = row.ticket;
    return {{QStringLiteral("id"), ticket.id.value}, {QStringLiteral("account"), row.accountName},
        {QStringLiteral("platform"), row.platform}, {QStringLiteral("subject"), ticket.subject},
        {QStringLiteral("contact"), row.contactName}, {QStringLiteral("status"), parley::toString(ticket.status)},
        {QStringLiteral("assignee"), ticket.assignee}, {QStringLiteral("team"), ticket.team},
        {QStringLiteral("muted"), ticket.muted},
        {QStringLiteral("rating"), ticket.rating > 0 ? QJsonValue(ticket.rating) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("priority"), parley::toString(ticket.priority)},
        {QStringLiteral("tags"), QJsonArray::fromStringList(ticket.tags)},
        {QStringLiteral("unanswered"), ticket.unanswered}, {QStringLiteral("unread"), ticket.unread},
        {QStringLiteral("messages"), row.messages}, {QStringLiteral("language"), ticket.language},
        {QStringLiteral("created"), toRfc3339(ticket.created)}, {QStringLiteral("updated"), toRfc3339(ticket.updated)},
        {QStringLiteral("snippet"), row.snippet}, {QStringLiteral("draft"), row.draft},
        {QStringLiteral("waiting_since"), timeOrNull(ticket.waitingSince)},
        {QStringLiteral("snoozed_until"), timeOrNull(ticket.snoozedUntil)}, {QStringLiteral("queued"), row.queued},
        {QStringLiteral("held"), row.held}, {QStringLiteral("failed"), row.failed}};
}

QJsonObject jsonOf(const Message &message)
{
    QJsonArray attachments;
    for (const Attachment &attachment : message.attachments)
        attachments.append(QJsonObject{{QStringLiteral("name"), attachment.name},
            {QStringLiteral("type"), attachment.type}, {QStringLiteral("size"), attachment.size}});
    return {{QStringLiteral("id"), message.id.value}, {QStringLiteral("remote_id"), message.remoteId},
        {QStringLiteral("ticket"), message.ticket.value},
        {QStringLiteral("direction"), parley::toString(message.direction)},
        {QStringLiteral("kind"), parley::toString(message.kind)},
        {QStringLiteral("visibility"), parley::toString(message.visibility)},
        {QStringLiteral("author"), message.author}, {QStringLiteral("text"), message.text},
        {QStringLiteral("subject"), message.subject}, {QStringLiteral("language"), message.language},
        {QStringLiteral("time"), toRfc3339(message.time)}, {QStringLiteral("state"), parley::toString(message.state)},
        {QStringLiteral("reply_to"), idOrNull(message.replyTo.value)}, {QStringLiteral("attachments"), attachments},
        {QStringLiteral("edited"), timeOrNull(message.edited)}, {QStringLiteral("deleted"), message.deleted},
        {QStringLiteral("automatic"), message.automatic}, {QStringLiteral("error"), message.error}};
}

QJsonObject jsonOf(const Contact &contact, const QList<Account> &accounts)
{
    QJsonArray addresses;
    for (const Identity &identity : contact.identities) {
        QJsonArray attributes;
        for (const ConversationContext::Fact &fact : identity.attributes) {
            attributes.append(
                QJsonObject{{QStringLiteral("label"), fact.label}, {QStringLiteral("value"), fact.value}});
        }
        const auto account = std::ranges::find(accounts, identity.account, &Account::id);
        addresses.append(QJsonObject{{QStringLiteral("account"), account == accounts.end() ? QString() : account->name},
            {QStringLiteral("remote_id"), identity.remoteId}, {QStringLiteral("handle"), identity.handle},
            {QStringLiteral("name"), identity.name}, {QStringLiteral("attributes"), attributes}});
    }
    QJsonArray merged;
    for (const Contact::Merged &other : contact.merged)
        merged.append(QJsonObject{{QStringLiteral("id"), other.id.value}, {QStringLiteral("name"), other.name},
            {QStringLiteral("when"), toRfc3339(other.when)}});
    return {{QStringLiteral("id"), contact.id.value}, {QStringLiteral("name"), contact.name},
        {QStringLiteral("language"), contact.language}, {QStringLiteral("note"), contact.note},
        {QStringLiteral("anonymous"), contact.anonymous}, {QStringLiteral("identities"), addresses},
        {QStringLiteral("merged"), merged}};
}

QJsonObject jsonOf(const OutboxRow &row)
{
    return {{QStringLiteral("id"), row.id.value}, {QStringLiteral("ticket"), row.ticket.value},
        {QStringLiteral("kind"), row.kind}, {QStringLiteral("state"), parley::toString(row.state)},
        {QStringLiteral("held_reason"), toString(row.heldReason)}, {QStringLiteral("attempts"), row.attempts},
        {QStringLiteral("next_attempt"), timeOrNull(row.nextAttempt)}, {QStringLiteral("error"), row.error},
        {QStringLiteral("message"), idOrNull(row.message.value)}, {QStringLiteral("contact"), row.contactName},
        {QStringLiteral("summary"), row.summary}, {QStringLiteral("created"), toRfc3339(row.created)},
        {QStringLiteral("page"), row.page}};
}

QJsonObject jsonOf(const Account &account, const AccountStatus &status)
{
    return {{QStringLiteral("name"), account.name}, {QStringLiteral("platform"), account.platform},
        {QStringLiteral("state"), toString(status.state)}, {QStringLiteral("detail"), status.detail},
        {QStringLiteral("complete_to"), timeOrNull(status.completeTo)},
        {QStringLiteral("next_try"), timeOrNull(status.nextTry)}, {QStringLiteral("url"), account.url},
        {QStringLiteral("page"), status.page}};
}

} // namespace parley::app
