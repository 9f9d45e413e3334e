// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file_name.h"
#include "platforms/chatwoot/decode.h"
#include "platforms/chatwoot/words.h"
#include "platforms/mail/html_cleaner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parley::platforms::chatwoot {

namespace {

constexpr int kStars = 5;

enum class Kind { Incoming = 0, Outgoing = 1, Activity = 2, Template = 3 };

bool isKnownContent(const QString &type)
{
    static const QSet<QString> known{u""_s, u"text"_s, u"input_text"_s, u"input_textarea"_s, u"input_email"_s,
        u"input_select"_s, u"cards"_s, u"form"_s, u"article"_s, u"incoming_email"_s, u"input_csat"_s, u"integrations"_s,
        u"sticker"_s, u"voice_call"_s};
    return known.contains(type);
}

QString nameIn(const QUrl &url, const QString &kind)
{
    const QString last = QUrl::fromPercentEncoding(url.path(QUrl::FullyEncoded).section(u'/', -1).toLatin1());
    return last.isEmpty() ? kind : last;
}

/// A place, a link, a contact card: attachments without bytes, told as a line of text.
QString lineFor(const QJsonObject &attachment)
{
    const QString kind = attachment["file_type"_L1].toString();
    QString title = attachment["fallback_title"_L1].toString();
    const QString link = attachment["data_url"_L1].toString();
    if (kind == "location"_L1) {
        const QString place = u"%1, %2"_s.arg(attachment["coordinates_lat"_L1].toDouble())
                                  .arg(attachment["coordinates_long"_L1].toDouble());
        return title.isEmpty() ? place : QString(title + u" (" + place + u')');
    }
    if (kind == "contact"_L1)
        return title;
    if (kind == "fallback"_L1)
        return title.isEmpty() || link.isEmpty() ? QString(title + link) : QString(title + u" (" + link + u')');
    return {};
}

void readAttachments(const QJsonObject &message, RemoteMessage &made)
{
    QStringList lines;
    for (const QJsonValue &row : message["attachments"_L1].toArray()) {
        const QJsonObject attachment = row.toObject();
        if (const QString line = lineFor(attachment); !line.isEmpty()) {
            lines << line;
            continue;
        }
        const QString address = attachment["data_url"_L1].toString();
        if (address.isEmpty())
            continue;
        RemoteAttachment file;
        file.remoteRef = address;
        file.name = nameIn(QUrl(address), attachment["file_type"_L1].toString());
        file.type = attachment["content_type"_L1].toString();
        if (file.type.isEmpty())
            file.type = mediaTypeFor(file.name);
        file.size = attachment["file_size"_L1].toInteger();
        made.attachments << file;
    }
    if (!lines.isEmpty())
        made.text = (made.text.isEmpty() ? QString() : QString(made.text + u'\n')) + lines.join(u'\n');
}

/// What can be chosen or filled in, under the text that asks for it.
QString choicesIn(const QJsonObject &attributes)
{
    QString lines;
    for (const QJsonValue &item : attributes["items"_L1].toArray()) {
        const QString title = item["title"_L1].toString(item["label"_L1].toString());
        if (!title.isEmpty())
            lines += u"\n• "_s + title;
    }
    return lines;
}

void readMail(const QJsonObject &attributes, RemoteMessage &made)
{
    const QJsonObject mail = attributes["email"_L1].toObject();
    if (mail.isEmpty())
        return;
    made.subject = mail["subject"_L1].toString();
    const QJsonObject html = mail["html_content"_L1].toObject();
    const QString whole = html["full"_L1].toString(html["reply"_L1].toString());
    if (whole.isEmpty())
        return;
    const mail::CleanHtml clean = mail::cleanHtml(whole);
    made.html = clean.html;
    if (!clean.text.trimmed().isEmpty())
        made.text = clean.text;
}

/// 1 to 5; 0: this is no answer to a survey
int ratingIn(const QJsonObject &attributes)
{
    const QJsonValue rating = attributes["submitted_values"_L1]["csat_survey_response"_L1]["rating"_L1];
    const int stars = rating.isString() ? rating.toString().toInt() : rating.toInt();
    return stars >= 1 && stars <= kStars ? stars : 0;
}

QString answersIn(const QJsonObject &attributes)
{
    const QJsonValue submitted = attributes["submitted_values"_L1];
    if (const int rating = ratingIn(attributes); rating > 0) {
        const QString words = submitted["csat_survey_response"_L1]["feedback_message"_L1].toString().trimmed();
        const QString stars = QString(rating, u'★') + QString(kStars - rating, u'☆') + u' '
            + Words::tr("The customer's rating: %1 of 5").arg(rating);
        return words.isEmpty() ? stars : QString(stars + u"\n“" + words + u'”');
    }
    QStringList lines;
    for (const QJsonValue &row : submitted.toArray()) {
        const QString value = row["value"_L1].toString(row["title"_L1].toString());
        const QString name = row["title"_L1].toString(row["name"_L1].toString());
        if (!value.isEmpty())
            lines << (name.isEmpty() || name == value ? value : QString(name + u": " + value));
    }
    if (const QString mail = attributes["submitted_email"_L1].toString(); !mail.isEmpty())
        lines << mail;
    return lines.join(u'\n');
}

/// A line that the server's one message becomes beside itself: it has an id of its own, so that it stays one.
RemoteMessage lineBeside(const RemoteMessage &message, const QString &suffix, const QString &text)
{
    RemoteMessage line;
    line.remoteId = message.remoteId + u'/' + suffix;
    line.conversationRemoteId = message.conversationRemoteId;
    line.kind = MessageKind::Event;
    line.automatic = true;
    line.text = text;
    line.time = message.time + std::chrono::milliseconds(1);
    return line;
}

DeliveryState stateFrom(const QString &word)
{
    if (word == "read"_L1)
        return DeliveryState::Read;
    return word == "delivered"_L1 ? DeliveryState::Delivered : DeliveryState::Sent;
}

void readAuthor(const QJsonObject &message, RemoteMessage &made)
{
    const QJsonObject sender = message["sender"_L1].toObject();
    for (const auto &key : {"name"_L1, "available_name"_L1, "email"_L1, "phone_number"_L1}) {
        if (made.authorName.isEmpty())
            made.authorName = sender[key].toString().simplified();
    }
    // Numbers of users and of contacts are two different countings.
    if (made.direction == Direction::In && made.kind != MessageKind::Event && sender["id"_L1].toInteger() > 0)
        made.authorRemoteId = QString::number(sender["id"_L1].toInteger());
}

void readKind(const QJsonObject &message, RemoteMessage &made)
{
    const int kind = message["message_type"_L1].toInt(-1);
    const bool known = kind >= 0 && kind <= int(Kind::Template);
    const bool isPrivate = message["private"_L1].toBool();
    made.kind = MessageKind::Message;
    if (!known || !isKnownContent(message["content_type"_L1].toString())) {
        made.kind = MessageKind::Unsupported;
        made.raw = QJsonDocument(message).toJson(QJsonDocument::Compact);
    } else if (kind == int(Kind::Activity)) {
        made.kind = MessageKind::Event;
    } else if (isPrivate) {
        made.kind = MessageKind::Note;
    }
    made.direction =
        kind == int(Kind::Outgoing) || kind == int(Kind::Template) || isPrivate ? Direction::Out : Direction::In;
    made.visibility = isPrivate ? Visibility::Internal : Visibility::Private;
    made.automatic = kind == int(Kind::Activity) || kind == int(Kind::Template);
    if (made.direction == Direction::Out)
        made.state = stateFrom(message["status"_L1].toString());
}

} // namespace

QString readableMentions(const QString &text)
{
    static const QRegularExpression mention(uR"(\[(@[^\]]*)\]\(mention://[^)\s]*\))"_s);
    QString made = text;
    made.replace(mention, u"\\1"_s);
    return made;
}

std::optional<Timestamp> messageTime(const QJsonObject &message)
{
    const auto second = timeIn(message["created_at"_L1]);
    if (!second)
        return std::nullopt;
    return *second + std::chrono::milliseconds(std::max<qint64>(0, message["id"_L1].toInteger()) % 1000);
}

void readMessage(const QJsonObject &message, const Scope &, Batch &batch)
{
    const qint64 id = message["id"_L1].toInteger();
    const qint64 conversation = message["conversation_id"_L1].toInteger();
    if (id <= 0 || conversation <= 0) {
        RawPayload raw;
        raw.payload = QJsonDocument(message).toJson(QJsonDocument::Compact);
        raw.remoteId = u"message:"_s + QString::number(qHash(raw.payload));
        raw.mediaType = u"application/json"_s;
        raw.reason = u"a message without its number or its conversation's"_s;
        batch.raw << raw;
        return;
    }
    const QJsonObject attributes = message["content_attributes"_L1].toObject();
    RemoteMessage made;
    made.remoteId = QString::number(id);
    made.conversationRemoteId = QString::number(conversation);
    readKind(message, made);
    made.time = messageTime(message).value_or(Timestamp{});
    made.text = readableMentions(message["content"_L1].toString());
    if (made.kind == MessageKind::Message)
        made.text += choicesIn(attributes);
    readMail(attributes, made);
    readAttachments(message, made);
    readAuthor(message, made);
    if (const qint64 target = attributes["in_reply_to"_L1].toInteger(); target > 0)
        made.replyToRemoteId = QString::number(target);
    made.clientId = attributes["client_ref"_L1].toString(message["echo_id"_L1].toString());
    // Only an event tells that the text itself is another than before.
    if (message["previous_changes"_L1].toObject().contains("content"_L1) && !attributes["deleted"_L1].toBool())
        made.edited = timeIn(message["updated_at"_L1]);
    batch.messages << made;
    if (attributes["deleted"_L1].toBool())
        batch.deletions << RemoteDeletion{made.conversationRemoteId, made.remoteId};
    if (const QString answers = answersIn(attributes); !answers.isEmpty())
        batch.messages << lineBeside(made, u"answers"_s, answers);
    if (const int rating = ratingIn(attributes); rating > 0) {
        RemoteTicketFields fields;
        fields.conversationRemoteId = made.conversationRemoteId;
        fields.rating = rating;
        batch.tickets << fields;
    }
    if (message["status"_L1].toString() == "failed"_L1 && made.direction == Direction::Out) {
        const QString why = attributes["external_error"_L1].toString();
        batch.messages << lineBeside(made, u"failed"_s,
            why.isEmpty() ? Words::tr("This answer did not reach the customer.")
                          : Words::tr("This answer did not reach the customer: %1").arg(why));
    }
}

} // namespace parley::platforms::chatwoot
