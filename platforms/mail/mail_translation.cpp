// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/mail_translation.h"

#include "platforms/mail/mail_words.h"
#include "platforms/mail/threading.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace parley::platforms::mail {

namespace {

constexpr qsizetype kMostNames = 50'000;

QJsonArray toJson(const QList<Address> &addresses)
{
    QJsonArray array;
    for (const auto &address : addresses.first(std::min<qsizetype>(addresses.size(), 50)))
        array << QJsonArray{address.name, address.address};
    return array;
}

QString shownName(const Address &address)
{
    return address.name.isEmpty() ? address.address : address.name;
}

QList<RemoteAttachment> attachmentsOf(const FoundMail &found)
{
    QList<RemoteAttachment> attachments;
    for (qsizetype i = 0; i < found.mail.attachments.size(); ++i) {
        const auto &part = found.mail.attachments[i];
        const AttachmentRef ref{found.remoteId, found.folder, found.uidValidity, found.uid, int(i)};
        attachments << RemoteAttachment{ref.toText(), part.name, part.type, part.content.size(), part.content};
    }
    return attachments;
}

bool isEmpty(const ParsedMail &mail)
{
    return mail.from.isEmpty() && mail.subject.isEmpty() && mail.text.isEmpty() && mail.html.isEmpty()
        && mail.attachments.isEmpty() && mail.messageId.isEmpty();
}

} // namespace

QString AttachmentRef::toText() const
{
    const QJsonArray fields{messageId, QString::fromLatin1(folder.toBase64()), qint64(uidValidity), qint64(uid), index};
    return QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact));
}

AttachmentRef AttachmentRef::fromText(const QString &text)
{
    const auto fields = QJsonDocument::fromJson(text.toUtf8()).array();
    if (fields.size() != 5)
        return {};
    return {fields[0].toString(), QByteArray::fromBase64(fields[1].toString().toLatin1()),
        quint32(fields[2].toInteger()), quint32(fields[3].toInteger()), fields[4].toInt()};
}

QJsonObject extraOf(const ParsedMail &mail, bool ours)
{
    QJsonObject extra{{u"id"_s, mail.messageId}, {u"subject"_s, mail.subject}, {u"from"_s, toJson(mail.from)},
        {u"to"_s, toJson(mail.to)}};
    if (!mail.replyTo.isEmpty())
        extra[u"reply"_s] = toJson(mail.replyTo);
    if (!mail.cc.isEmpty())
        extra[u"cc"_s] = toJson(mail.cc);
    auto references = mail.references;
    if (references.isEmpty() && !mail.inReplyTo.isEmpty())
        references << mail.inReplyTo;
    if (!references.isEmpty())
        extra[u"refs"_s] = QJsonArray::fromStringList(references);
    if (ours)
        extra[u"ours"_s] = true;
    return extra;
}

Timestamp Translator::timeOf(const ParsedMail &mail, Timestamp arrived)
{
    const bool known = toMs(arrived) > 0;
    if (!mail.date)
        return arrived;
    // A day ahead allows for wrong time zones; what claims more, or to be older than mail, has no clock.
    if (known && *mail.date > arrived + 24h)
        return arrived;
    if (toMs(*mail.date) < 315'532'800'000) // 1980
        return known ? arrived : *mail.date;
    return *mail.date;
}

bool Translator::isOurs(const FoundMail &found) const
{
    if (found.sentFolder)
        return true;
    const auto own = [this](const Address &address) { return address.address == m_own.address; };
    const auto &mail = found.mail;
    if (mail.from.isEmpty() || !own(mail.from.first()))
        return false;
    // A contact form writes in our name with the customer in Reply-To; and what we write to ourselves is to be read.
    return std::ranges::all_of(mail.replyTo, own) && !(mail.cc.isEmpty() && std::ranges::all_of(mail.to, own));
}

Address Translator::customerOf(const FoundMail &found, bool ours) const
{
    const auto other = [this](const QList<Address> &addresses) {
        const auto it = std::ranges::find_if(
            addresses, [this](const Address &address) { return address.address != m_own.address; });
        return it == addresses.end() ? Address{} : *it;
    };
    const auto &mail = found.mail;
    if (ours) {
        const auto recipient = other(mail.to);
        return recipient.address.isEmpty() ? (mail.to.isEmpty() ? other(mail.cc) : mail.to.first()) : recipient;
    }
    auto customer = other(mail.replyTo);
    if (customer.address.isEmpty())
        customer = mail.from.value(0);
    else if (customer.name.isEmpty() && customer.address == mail.from.value(0).address)
        customer.name = mail.from.first().name;
    return customer;
}

bool Translator::isAutomatic(const ParsedMail &mail) const
{
    if (mail.automatic != ParsedMail::Automatic::Bulk)
        return mail.automatic != ParsedMail::Automatic::No;
    // Many shops receive through a list of their own (Google Groups): its mails are their customers' mails.
    const auto domain = m_own.address.section(u'@', -1);
    return !(mail.listId == domain || mail.listId.endsWith(u'.' + domain));
}

void Translator::addContact(const Address &customer, Batch &batch)
{
    if (customer.address.isEmpty())
        return;
    if (m_names.size() > kMostNames)
        m_names.clear();
    if (!customer.name.isEmpty() && !m_names.contains(customer.address))
        m_names.insert(customer.address, customer.name);
    const auto name = m_names.value(customer.address, customer.address);
    const bool there = std::ranges::any_of(
        batch.contacts, [&customer](const RemoteContact &contact) { return contact.remoteId == customer.address; });
    if (!there)
        batch.contacts << RemoteContact{customer.address, name, customer.address, {}};
}

// The mails of a conversation that are in one page tell of it together; the later one knows better.
void Translator::addConversation(RemoteConversation told, Batch &batch)
{
    const auto known = std::ranges::find(batch.conversations, told.remoteId, &RemoteConversation::remoteId);
    if (known == batch.conversations.end()) {
        batch.conversations << told;
        return;
    }
    if (told.subject.isEmpty())
        told.subject = known->subject;
    if (told.contactRemoteId.isEmpty())
        told.contactRemoteId = known->contactRemoteId;
    *known = told;
}

void Translator::addBounce(const FoundMail &found, Batch &batch)
{
    const auto &bounce = *found.mail.bounce;
    const auto reason = bounce.reason.isEmpty() ? bounce.status : bounce.reason;
    const auto whom = bounce.recipient.isEmpty() ? MailWords::tr("the recipient") : bounce.recipient;
    RemoteMessage event;
    event.remoteId = found.remoteId;
    event.conversationRemoteId = found.conversation;
    event.kind = MessageKind::Event;
    event.automatic = true;
    event.authorName = shownName(found.mail.from.value(0));
    event.text = bounce.final
        ? MailWords::tr("Could not be delivered to %1: %2").arg(whom, reason)
        : MailWords::tr("Not yet delivered to %1, the server goes on trying: %2").arg(whom, reason);
    event.time = timeOf(found.mail, found.arrived);
    event.replyToRemoteId = bounce.originalMessageId;
    event.attachments = attachmentsOf(found);
    const Address customer{{}, bounce.recipient};
    addContact(customer, batch);
    const RemoteConversation conversation{found.conversation, ConversationKind::MailThread,
        baseSubject(bounce.originalSubject), customer.address, true, {}, {}};
    addConversation(conversation, batch);
    batch.messages << event;
}

void Translator::add(const FoundMail &found, Batch &batch)
{
    const auto &mail = found.mail;
    if (mail.bounce && !mail.bounce->originalMessageId.isEmpty() && !found.sentFolder)
        return addBounce(found, batch);
    const bool ours = isOurs(found);
    const auto customer = customerOf(found, ours);
    addContact(customer, batch);

    RemoteConversation conversation{
        found.conversation, ConversationKind::MailThread, baseSubject(mail.subject), customer.address, true, {}, {}};
    if (customer.address.isEmpty()) {
        conversation.canReply = false;
        conversation.cannotReplyWhy = MailWords::tr("This mail does not say who sent it, so it cannot be answered.");
    }
    addConversation(conversation, batch);

    RemoteMessage message;
    message.remoteId = found.remoteId;
    message.conversationRemoteId = found.conversation;
    message.direction = ours ? Direction::Out : Direction::In;
    message.state = ours ? DeliveryState::Sent : DeliveryState::Received;
    message.authorRemoteId = ours ? QString() : customer.address;
    message.authorName = shownName(ours ? mail.from.value(0, m_own) : customer);
    message.text = mail.text;
    message.html = mail.html;
    message.subject = mail.subject;
    message.time = timeOf(mail, found.arrived);
    message.automatic = isAutomatic(mail);
    message.replyToRemoteId = mail.inReplyTo;
    message.clientId = ours ? clientIdIn(mail.messageId) : QString();
    message.extra = extraOf(mail, ours);
    message.attachments = attachmentsOf(found);
    if (isEmpty(mail)) {
        message.kind = MessageKind::Unsupported;
        message.raw = found.bytes;
        message.text = MailWords::tr("A mail that could not be read. It is kept as it came.");
    }
    batch.messages << message;
}

} // namespace parley::platforms::mail
