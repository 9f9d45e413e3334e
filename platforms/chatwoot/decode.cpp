// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/chatwoot/decode.h"

#include "platforms/chatwoot/words.h"

#include <QDateTime>
#include <QJsonArray>
#include <QUrl>

#include <cmath>

using namespace Qt::StringLiterals;

namespace parley::platforms::chatwoot {

namespace {

constexpr qsizetype kNameLimit = 500;
constexpr qsizetype kFactsLimit = 60;
// So long the official clients show a typing lamp that nobody put out (fact sheet, 5.5).
constexpr std::chrono::seconds kTypingLasts{30};

QString firstOf(std::initializer_list<QJsonValue> values)
{
    for (const QJsonValue &value : values) {
        const QString text = value.toString().simplified().left(kNameLimit);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

std::optional<TicketStatus> statusFrom(const QString &word)
{
    // A fork's own statuses are not ours to guess: they stay untold, and stand on the card.
    return ticketStatusFrom(word);
}

Priority priorityOf(const QJsonValue &value)
{
    const QString word = value.toString();
    if (word == "urgent"_L1)
        return Priority::Urgent;
    if (word == "high"_L1)
        return Priority::High;
    return word == "low"_L1 ? Priority::Low : Priority::Normal;
}

QString channelOf(const QJsonObject &conversation)
{
    const QString inMeta = conversation["meta"_L1]["channel"_L1].toString();
    return inMeta.isEmpty() ? conversation["channel"_L1].toString() : inMeta;
}

void addFact(ConversationContext &card, const QString &label, const QString &value)
{
    if (!value.isEmpty())
        card.facts << ConversationContext::Fact{label, value.left(kNameLimit)};
}

/// A value of the team's own fields for a person to read; empty: there is none.
QString shown(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    return value.toString().simplified().left(kNameLimit);
}

/// The team's own fields, by the names that people know them by.
QList<ConversationContext::Fact> ownFields(const QJsonObject &values, const QMap<QString, QString> &names)
{
    QList<ConversationContext::Fact> facts;
    for (auto value = values.begin(); value != values.end(); ++value) {
        const QString text = shown(*value);
        const QString plain = QString(value.key()).replace(u'_', u' ').left(kNameLimit);
        if (!text.isEmpty() && facts.size() < kFactsLimit)
            facts << ConversationContext::Fact{names.value(value.key(), plain), text};
    }
    return facts;
}

ConversationContext cardOf(const QJsonObject &conversation, const Scope &scope)
{
    ConversationContext card;
    const QJsonObject more = conversation["additional_attributes"_L1].toObject();
    addFact(card, Words::tr("Inbox"), scope.inboxes.value(conversation["inbox_id"_L1].toInteger()));
    addFact(card, Words::tr("Number"), QString::number(conversation["id"_L1].toInteger()));
    addFact(card, Words::tr("Team"), conversation["meta"_L1]["team"_L1]["name"_L1].toString());
    addFact(card, Words::tr("Page"), more["referer"_L1].toString());
    addFact(card, Words::tr("Browser"), more["browser"_L1]["browser_name"_L1].toString());
    card.facts << ownFields(conversation["custom_attributes"_L1].toObject(), scope.conversationFields);
    if (const QString status = conversation["status"_L1].toString(); !statusFrom(status))
        addFact(card, Words::tr("Status"), status);
    const QUrl page(more["referer"_L1].toString(), QUrl::StrictMode);
    if (page.isValid() && page.scheme() == "https"_L1)
        card.url = page.toString(QUrl::FullyEncoded);
    return card;
}

void readFields(const QJsonObject &conversation, const Scope &scope, RemoteTicketFields &fields)
{
    fields.status = statusFrom(conversation["status"_L1].toString());
    if (fields.status == TicketStatus::Snoozed)
        fields.snoozedUntil = timeIn(conversation["snoozed_until"_L1]);
    if (conversation.contains("priority"_L1))
        fields.priority = priorityOf(conversation["priority"_L1]);
    if (conversation["labels"_L1].isArray()) {
        QStringList tags;
        for (const QJsonValue &label : conversation["labels"_L1].toArray())
            tags << label.toString();
        fields.tags = tags;
    }
    if (conversation["meta"_L1].isObject()) { // the key is absent where nobody has it
        const QJsonObject assignee = conversation["meta"_L1]["assignee"_L1].toObject();
        const bool person = conversation["meta"_L1]["assignee_type"_L1].toString(u"User"_s) == "User"_L1;
        const bool mine = person && scope.isMe(assignee["id"_L1].toInteger());
        fields.assignee = mine ? kMe : personIn(assignee);
        fields.team = firstOf({conversation["meta"_L1]["team"_L1]["name"_L1]});
    }
    readMarks(conversation, fields);
}

/// What is kept about a person beside the name; unset: it is not told here.
std::optional<QList<ConversationContext::Fact>> attributesOf(const QJsonObject &contact, const Scope &scope)
{
    const QJsonObject more = contact["additional_attributes"_L1].toObject();
    if (!contact["additional_attributes"_L1].isObject() && !contact["custom_attributes"_L1].isObject())
        return std::nullopt;
    const QJsonObject social = more["social_profiles"_L1].toObject();
    QList<ConversationContext::Fact> facts;
    const auto add = [&facts](const QString &label, const QString &value) {
        if (!value.isEmpty())
            facts << ConversationContext::Fact{label, value};
    };
    add(Words::tr("E-mail"), firstOf({contact["email"_L1]}));
    add(Words::tr("Phone"), firstOf({contact["phone_number"_L1]}));
    add(Words::tr("Company"), firstOf({more["company_name"_L1]}));
    add(Words::tr("City"), firstOf({more["city"_L1]}));
    add(Words::tr("Country"), firstOf({more["country"_L1], more["country_code"_L1]}));
    add(Words::tr("About"), firstOf({more["description"_L1]}));
    for (auto profile = social.begin(); profile != social.end() && facts.size() < kFactsLimit; ++profile)
        add(profile.key().left(kNameLimit), firstOf({*profile}));
    facts << ownFields(contact["custom_attributes"_L1].toObject(), scope.contactFields);
    return facts;
}

bool isTyping(const QString &event)
{
    return event == "conversation.typing_on"_L1 || event == "conversation.typing_off"_L1;
}

LiveEvent typingOf(const QString &event, const QJsonObject &data, const Scope &scope, Timestamp now)
{
    LiveEvent lamp;
    lamp.kind = event.endsWith("_on"_L1) ? LiveEvent::Kind::Typing : LiveEvent::Kind::StoppedTyping;
    lamp.conversationRemoteId = QString::number(data["conversation"_L1]["id"_L1].toInteger());
    const QJsonObject user = data["user"_L1].toObject();
    lamp.author = personIn(user);
    lamp.byColleague = user["type"_L1].toString() != "contact"_L1;
    if (lamp.author.isEmpty() && lamp.byColleague)
        lamp.author = scope.agents.value(user["id"_L1].toInteger());
    if (lamp.kind == LiveEvent::Kind::Typing)
        lamp.until = now + kTypingLasts;
    return lamp;
}

/// Events that change nothing we keep.
bool isOfNoConcern(const QString &event)
{
    static const QSet<QString> names{u"first.reply.created"_s, u"notification.created"_s, u"notification.updated"_s,
        u"notification.deleted"_s, u"conversation.unread_count_changed"_s, u"account.enrichment_completed"_s,
        u"copilot.message.created"_s, u"contact.created"_s, u"contact.deleted"_s, u"user:logout"_s, u"page:reload"_s};
    return names.contains(event) || event.startsWith("voice_call."_L1);
}

void hearMessage(const QJsonObject &data, const Scope &scope, Heard &heard)
{
    heard.conversation = data["conversation_id"_L1].toInteger();
    if (scope.wants(data["inbox_id"_L1].toInteger()))
        readMessage(data, scope, heard.batch);
}

} // namespace

std::optional<Timestamp> timeIn(const QJsonValue &value)
{
    if (value.isString())
        return fromRfc3339(value.toString());
    const double seconds = value.toDouble();
    if (!(seconds > 0) || seconds > 1e11)
        return std::nullopt;
    return fromMs(std::llround(seconds * 1000));
}

ConversationHead headOf(const QJsonObject &conversation)
{
    ConversationHead head;
    head.id = conversation["id"_L1].toInteger();
    head.inbox = conversation["inbox_id"_L1].toInteger();
    for (const QJsonValue &message : conversation["messages"_L1].toArray())
        head.newestMessage = std::max(head.newestMessage, message["id"_L1].toInteger());
    head.updatedAt = conversation["updated_at"_L1].toDouble();
    head.lastActivity = conversation["last_activity_at"_L1].toDouble();
    return head;
}

QString personIn(const QJsonObject &agent)
{
    return firstOf({agent["name"_L1], agent["available_name"_L1], agent["email"_L1]});
}

void readMarks(const QJsonObject &conversation, RemoteTicketFields &fields)
{
    const QJsonValue blocked = conversation["meta"_L1]["sender"_L1]["blocked"_L1];
    const QJsonValue muted = conversation["muted"_L1]; // only REST's
    if (muted.isBool() || blocked.isBool())
        fields.muted = muted.isBool() ? muted.toBool() : blocked.toBool();
    if (conversation["unread_count"_L1].isDouble())
        fields.unread = conversation["unread_count"_L1].toInt() > 0;
}

void readContact(const QJsonObject &contact, const Scope &scope, Batch &batch)
{
    const qint64 id = contact["id"_L1].toInteger();
    if (id <= 0)
        return;
    RemoteContact made;
    made.remoteId = QString::number(id);
    made.handle = firstOf({contact["email"_L1], contact["phone_number"_L1], contact["identifier"_L1]});
    made.name = firstOf({contact["name"_L1], made.handle});
    if (made.name.isEmpty())
        made.name = Words::tr("Visitor %1").arg(id);
    made.attributes = attributesOf(contact, scope);
    batch.contacts << made;
}

void readConversation(const QJsonObject &conversation, const Scope &scope, Batch &batch)
{
    const ConversationHead head = headOf(conversation);
    if (head.id <= 0)
        return;
    RemoteConversation made;
    made.remoteId = QString::number(head.id);
    const QString channel = channelOf(conversation);
    made.kind = channel == "Channel::Email"_L1 ? ConversationKind::MailThread : ConversationKind::DirectChat;
    made.subject = firstOf({conversation["additional_attributes"_L1]["mail_subject"_L1]});
    const QJsonObject sender = conversation["meta"_L1]["sender"_L1].toObject();
    readContact(sender, scope, batch);
    if (sender["id"_L1].toInteger() > 0) {
        made.contactRemoteId = QString::number(sender["id"_L1].toInteger());
        // A visitor of a website who gave neither address nor number is known by a session only.
        if (channel == "Channel::WebWidget"_L1 && !batch.contacts.isEmpty() && batch.contacts.last().handle.isEmpty())
            batch.contacts.last().anonymous = true;
    }
    made.canReply = conversation["can_reply"_L1].toBool(true);
    if (!made.canReply)
        made.cannotReplyWhy =
            Words::tr("This channel lets us answer only for a while after the customer's last message.");
    made.context = cardOf(conversation, scope);
    made.extra = {{"inbox"_L1, head.inbox}, {"channel"_L1, channel}};
    batch.conversations << made;
    RemoteTicketFields fields;
    fields.conversationRemoteId = made.remoteId;
    readFields(conversation, scope, fields);
    batch.tickets << fields;
}

Heard readEvent(const QJsonObject &event, const Scope &scope, Timestamp now)
{
    Heard heard;
    const QString name = event["event"_L1].toString();
    const QJsonObject data = event["data"_L1].toObject();
    // One token serves all accounts of a person: what is not marked as ours is not ours.
    heard.foreign = data["account_id"_L1].toInteger() != scope.account
        && data["conversation"_L1]["account_id"_L1].toInteger() != scope.account;
    if (heard.foreign || isOfNoConcern(name))
        return heard;
    if (isTyping(name)) {
        const bool ours =
            data["user"_L1]["type"_L1].toString() == "user"_L1 && data["user"_L1]["id"_L1].toInteger() == scope.user;
        if (!ours && data["conversation"_L1]["id"_L1].toInteger() > 0)
            heard.events << typingOf(name, data, scope, now);
        return heard;
    }
    if (name == "presence.update"_L1) {
        const QJsonObject contacts = data["contacts"_L1].toObject();
        for (auto contact = contacts.begin(); contact != contacts.end(); ++contact) {
            if (contact->toString() == "online"_L1)
                heard.present << contact.key();
        }
        if (data["users"_L1].isObject())
            heard.users = data["users"_L1].toObject();
        return heard;
    }
    if (name == "account.cache_invalidated"_L1) {
        heard.cacheKeys = data["cache_keys"_L1].toObject();
        return heard;
    }
    if (name == "message.created"_L1 || name == "message.updated"_L1) {
        hearMessage(data, scope, heard);
        return heard;
    }
    if (name == "contact.updated"_L1) {
        readContact(data, scope, heard.batch);
        heard.contact = QString::number(data["id"_L1].toInteger());
        if (data["blocked"_L1].isBool())
            heard.blocked = data["blocked"_L1].toBool();
        return heard;
    }
    // A kind from the future that is about messages, or another person behind a conversation: REST knows what it means.
    heard.lookAgain = name.startsWith("message."_L1) || name == "conversation.contact_changed"_L1;
    if (!name.startsWith("conversation."_L1) && !name.endsWith(".changed"_L1))
        return heard;
    const ConversationHead head = headOf(data);
    if (head.id <= 0 || !scope.wants(head.inbox))
        return heard;
    heard.conversation = head.id;
    heard.updatedAt = head.updatedAt;
    readConversation(data, scope, heard.batch);
    if (!heard.batch.tickets.isEmpty())
        heard.labels = heard.batch.tickets.last().tags;
    return heard;
}

} // namespace parley::platforms::chatwoot
