// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/telegram/content.h"

#include "platforms/telegram/words.h"

#include <QUrl>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace parley::platforms::telegram {

namespace {

/// A kind of media: the field it stands in and what it is called where the platform tells no name.
struct MediaKind {
    QLatin1StringView field;
    QLatin1StringView baseName;
    QLatin1StringView extension;
    QLatin1StringView type;
};

constexpr MediaKind kMedia[] = {
    // An animation comes as a document, too; the first that is found is taken.
    {"animation"_L1, "animation"_L1, "mp4"_L1, "video/mp4"_L1},
    {"live_photo"_L1, "live_photo"_L1, "mp4"_L1, "video/mp4"_L1},
    {"document"_L1, "file"_L1, "bin"_L1, "application/octet-stream"_L1},
    {"voice"_L1, "voice"_L1, "ogg"_L1, "audio/ogg"_L1},
    {"video_note"_L1, "video_message"_L1, "mp4"_L1, "video/mp4"_L1},
    {"video"_L1, "video"_L1, "mp4"_L1, "video/mp4"_L1},
    {"audio"_L1, "audio"_L1, "mp3"_L1, "audio/mpeg"_L1},
};

RemoteAttachment attachmentFrom(const QJsonObject &media, const MediaKind &kind)
{
    RemoteAttachment attachment;
    attachment.remoteRef = media["file_id"_L1].toString();
    attachment.name = media["file_name"_L1].toString();
    if (attachment.name.isEmpty())
        attachment.name = u"%1_%2.%3"_s.arg(kind.baseName, media["file_unique_id"_L1].toString(), kind.extension);
    attachment.type = media["mime_type"_L1].toString(kind.type);
    attachment.size = std::max<qint64>(0, media["file_size"_L1].toInteger());
    return attachment;
}

std::optional<RemoteAttachment> largestPhoto(const QJsonArray &sizes)
{
    QJsonObject largest;
    for (const QJsonValue &size : sizes) {
        const auto area = [](const QJsonObject &photo) {
            return photo["width"_L1].toDouble() * photo["height"_L1].toDouble();
        };
        if (largest.isEmpty() || area(size.toObject()) >= area(largest))
            largest = size.toObject();
    }
    if (largest["file_id"_L1].toString().isEmpty())
        return std::nullopt;
    return attachmentFrom(largest, {"photo"_L1, "photo"_L1, "jpg"_L1, "image/jpeg"_L1});
}

QList<RemoteAttachment> attachmentsOf(const QJsonObject &message)
{
    QList<RemoteAttachment> found;
    if (const auto photo = largestPhoto(message["photo"_L1].toArray()))
        found << *photo;
    for (const MediaKind &kind : kMedia) {
        const QJsonObject media = message[kind.field].toObject();
        if (!media["file_id"_L1].toString().isEmpty()) {
            found << attachmentFrom(media, kind);
            break;
        }
    }
    return found;
}

QString coordinates(const QJsonObject &location)
{
    return u"%1, %2"_s.arg(location["latitude"_L1].toDouble(), 0, 'f', 6)
        .arg(location["longitude"_L1].toDouble(), 0, 'f', 6);
}

QString mapLink(const QJsonObject &location)
{
    return u"https://www.openstreetmap.org/?mlat=%1&mlon=%2&zoom=16"_s
        .arg(location["latitude"_L1].toDouble(), 0, 'f', 6)
        .arg(location["longitude"_L1].toDouble(), 0, 'f', 6);
}

QString placeLine(const QJsonObject &message)
{
    const QJsonObject venue = message["venue"_L1].toObject();
    const QJsonObject location = venue.isEmpty() ? message["location"_L1].toObject() : venue["location"_L1].toObject();
    if (!venue.isEmpty()) {
        return u"📍 %1, %2\n%3"_s.arg(venue["title"_L1].toString(), venue["address"_L1].toString(), mapLink(location));
    }
    const bool isLive = location.contains("live_period"_L1);
    return (isLive ? Words::tr("📍 live location %1") : Words::tr("📍 location %1")).arg(coordinates(location)) + u'\n'
        + mapLink(location);
}

QString pollLine(const QJsonObject &poll)
{
    QStringList lines{Words::tr("📊 poll: %1").arg(poll["question"_L1].toString())};
    for (const QJsonValue &option : poll["options"_L1].toArray())
        lines << u"• "_s + option["text"_L1].toString();
    return lines.join(u'\n');
}

QString checklistLine(const QJsonObject &checklist)
{
    QStringList lines{Words::tr("☑ checklist: %1").arg(checklist["title"_L1].toString())};
    for (const QJsonValue &task : checklist["tasks"_L1].toArray()) {
        const bool isDone = task["completion_date"_L1].toInteger() > 0;
        lines << (isDone ? u"✓ "_s : u"○ "_s) + task["text"_L1].toString();
    }
    return lines.join(u'\n');
}

QString contactLine(const QJsonObject &contact)
{
    return Words::tr("👤 contact: %1, %2").arg(nameOf(contact), contact["phone_number"_L1].toString());
}

/// Everything that has no text and no file of its own. Empty: nothing of these.
QString otherContent(const QJsonObject &message)
{
    if (const auto sticker = message["sticker"_L1]; sticker.isObject())
        return Words::tr("%1 sticker").arg(sticker["emoji"_L1].toString()).trimmed();
    if (const auto contact = message["contact"_L1]; contact.isObject())
        return contactLine(contact.toObject());
    if (message["venue"_L1].isObject() || message["location"_L1].isObject())
        return placeLine(message);
    if (const auto poll = message["poll"_L1]; poll.isObject())
        return pollLine(poll.toObject());
    if (const auto list = message["checklist"_L1]; list.isObject())
        return checklistLine(list.toObject());
    if (const auto dice = message["dice"_L1]; dice.isObject())
        return u"%1 %2"_s.arg(dice["emoji"_L1].toString()).arg(dice["value"_L1].toInt());
    if (const auto game = message["game"_L1]; game.isObject())
        return Words::tr("🎮 game: %1").arg(game["title"_L1].toString());
    if (const auto invoice = message["invoice"_L1]; invoice.isObject())
        return Words::tr("🧾 invoice: %1").arg(invoice["title"_L1].toString());
    if (message["story"_L1].isObject())
        return Words::tr("a story, to be seen in Telegram only");
    if (message["paid_media"_L1].isObject())
        return Words::tr("paid media, to be seen in Telegram only");
    return {};
}

/// Who wrote what was passed on. Empty: the message is no forward.
QString forwardedFrom(const QJsonObject &origin)
{
    if (origin.isEmpty())
        return {};
    for (const auto field : {"sender_user"_L1, "sender_chat"_L1, "chat"_L1}) {
        if (const QJsonObject who = origin[field].toObject(); !who.isEmpty())
            return nameOf(who);
    }
    return origin["sender_user_name"_L1].toString();
}

} // namespace

Timestamp timeFrom(const QJsonValue &date)
{
    constexpr qint64 latestSecond = 100'000'000'000; // the year 5138; milliseconds passed it in 1973
    const qint64 value = std::clamp<qint64>(date.toInteger(), 0, latestSecond * 1000);
    return value > latestSecond ? fromMs(value) : fromMs(value * 1000);
}

QString nameOf(const QJsonObject &userOrChat)
{
    QString full =
        u"%1 %2"_s.arg(userOrChat["first_name"_L1].toString(), userOrChat["last_name"_L1].toString()).trimmed();
    if (!full.isEmpty())
        return full;
    if (const QString title = userOrChat["title"_L1].toString(); !title.isEmpty())
        return title;
    if (const QString username = userOrChat["username"_L1].toString(); !username.isEmpty())
        return u'@' + username;
    return Words::tr("somebody");
}

QString withLinks(const QString &text, const QJsonArray &entities)
{
    struct Link {
        qsizetype begin, end;
        QString url;
    };
    std::vector<Link> links;
    for (const QJsonValue &entity : entities) {
        if (entity["type"_L1].toString() != "text_link"_L1)
            continue;
        const qint64 offset = entity["offset"_L1].toInteger();
        const qint64 length = entity["length"_L1].toInteger();
        if (offset < 0 || length <= 0 || offset > text.size() || length > text.size() - offset)
            continue;
        // Encoded, so that the address cannot hold marks that turn the reading direction.
        const QString url = QUrl(entity["url"_L1].toString()).toString(QUrl::FullyEncoded);
        if (!url.isEmpty())
            links.push_back({qsizetype(offset), qsizetype(offset + length), url});
    }
    std::ranges::stable_sort(links, std::greater{}, &Link::end);
    QString shown = text;
    for (const Link &link : links) {
        // Compared with the text as it came: what is behind this link's end was changed already, before it nothing.
        if (QStringView(text).sliced(link.begin, link.end - link.begin).compare(link.url) != 0)
            shown.insert(link.end, u" (%1)"_s.arg(link.url));
    }
    return shown;
}

Content readContent(const QJsonObject &message)
{
    if (const auto line = serviceLine(message))
        return {MessageKind::Event, *line, {}};

    Content content;
    content.attachments = attachmentsOf(message);
    const bool isCaption = !message.contains("text"_L1);
    content.text = isCaption ? withLinks(message["caption"_L1].toString(), message["caption_entities"_L1].toArray())
                             : withLinks(message["text"_L1].toString(), message["entities"_L1].toArray());
    if (content.text.isEmpty())
        content.text = otherContent(message);
    if (content.text.isEmpty() && content.attachments.isEmpty())
        return content;
    content.kind = MessageKind::Message;
    if (const QString from = forwardedFrom(message["forward_origin"_L1].toObject()); !from.isEmpty())
        content.text =
            Words::tr("Forwarded from %1").arg(from) + (content.text.isEmpty() ? QString() : u'\n' + content.text);
    return content;
}

} // namespace parley::platforms::telegram
