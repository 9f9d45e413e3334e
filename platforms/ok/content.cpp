// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/ok/content.h"

#include "platforms/ok/words.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parley::platforms::ok {

namespace {

/// A kind of file, and what it is called where the platform tells no name.
struct FileKind {
    QLatin1StringView type;
    QLatin1StringView name;
    QLatin1StringView mime;
};

constexpr FileKind kFiles[] = {
    {"IMAGE"_L1, "photo.jpg"_L1, "image/jpeg"_L1},
    {"VIDEO"_L1, "video.mp4"_L1, "video/mp4"_L1},
    {"AUDIO"_L1, "voice.mp3"_L1, "audio/mpeg"_L1},
    {"FILE"_L1, "file"_L1, "application/octet-stream"_L1},
    {"STICKER"_L1, "sticker.png"_L1, "image/png"_L1},
};

QString firstOf(const QJsonObject &payload, std::initializer_list<QLatin1StringView> keys)
{
    for (const auto key : keys) {
        if (const QString text = payload[key].toString(); !text.isEmpty())
            return text;
    }
    return {};
}

/// \return empty remoteRef: there is nothing to fetch
RemoteAttachment fileFrom(const FileKind &kind, const QJsonObject &payload)
{
    RemoteAttachment file;
    file.remoteRef = firstOf(payload, {"url"_L1, "baseUrl"_L1});
    // The payload of a FILE is not documented.
    file.name = firstOf(payload, {"name"_L1, "fileName"_L1, "filename"_L1, "file_name"_L1, "title"_L1});
    if (file.name.isEmpty()) {
        const QString last = QUrl(file.remoteRef).fileName(QUrl::FullyDecoded);
        file.name = last.contains(u'.') ? last : QString(kind.name);
    }
    file.type = firstOf(payload, {"mimeType"_L1, "mime_type"_L1});
    if (file.type.isEmpty())
        file.type = kind.mime;
    file.size = std::max<qint64>(0, payload["size"_L1].toInteger());
    return file;
}

QString place(const QJsonObject &payload)
{
    const double latitude = payload["latitude"_L1].toDouble();
    const double longitude = payload["longitude"_L1].toDouble();
    const QString at = u"%1, %2"_s.arg(latitude, 0, 'f', 6).arg(longitude, 0, 'f', 6);
    return Words::tr("📍 location %1").arg(at) + u'\n'
        + u"https://www.openstreetmap.org/?mlat=%1&mlon=%2&zoom=16"_s.arg(latitude, 0, 'f', 6)
              .arg(longitude, 0, 'f', 6);
}

QString shared(const QJsonObject &payload)
{
    QStringList lines{firstOf(payload, {"title"_L1, "name"_L1}), firstOf(payload, {"description"_L1, "text"_L1})};
    // Encoded, so that the address cannot hold marks that turn the reading direction.
    lines << QUrl(firstOf(payload, {"url"_L1, "link"_L1})).toString(QUrl::FullyEncoded);
    lines.removeAll(QString());
    return lines.isEmpty() ? Words::tr("a shared link, to be seen on Odnoklassniki only") : lines.join(u'\n');
}

QString call(const QJsonObject &payload)
{
    const bool isVideo = payload["type"_L1].toString().compare("VIDEO"_L1, Qt::CaseInsensitive) == 0;
    // In which unit is not documented: a number is shown only where it is sure to be no nonsense.
    const qint64 duration = payload["duration"_L1].toInteger();
    const QString end = payload["hangupType"_L1].toString();
    if (duration <= 0)
        return isVideo ? Words::tr("Missed video call") : Words::tr("Missed call");
    const QString what = isVideo ? Words::tr("Video call") : Words::tr("Call");
    return end.isEmpty() ? what : u"%1 (%2)"_s.arg(what, end.left(40).toLower());
}

/// Everything that is no file. Empty: nothing to say. nullopt: a type that nobody knows
std::optional<QString> lineFor(const QString &type, const QJsonObject &payload)
{
    if (type == "SHARE"_L1)
        return shared(payload);
    if (type == "CONTACT"_L1) {
        const QString phone = firstOf(payload, {"phone"_L1, "tel"_L1});
        return Words::tr("👤 contact: %1, %2").arg(payload["name"_L1].toString(), phone);
    }
    if (type == "LOCATION"_L1)
        return place(payload);
    if (type == "MUSIC"_L1) {
        const QString title = firstOf(payload, {"title"_L1, "name"_L1});
        return title.isEmpty() ? Words::tr("🎵 music") : Words::tr("🎵 music: %1").arg(title);
    }
    if (type == "PRESENT"_L1)
        return Words::tr("🎁 a present, to be seen on Odnoklassniki only");
    if (type == "CALL"_L1)
        return call(payload);
    if (type == "INLINE_KEYBOARD"_L1)
        return QString();
    return std::nullopt;
}

void readAttachment(const QJsonObject &attachment, Content &content, QStringList &lines)
{
    const QString type = attachment["type"_L1].toString().toUpper();
    const QJsonObject payload = attachment["payload"_L1].toObject();
    for (const FileKind &kind : kFiles) {
        if (kind.type != type)
            continue;
        const RemoteAttachment file = fileFrom(kind, payload);
        if (file.remoteRef.isEmpty())
            lines << Words::tr("📎 %1, to be seen on Odnoklassniki only").arg(file.name);
        else
            content.attachments << file;
        return;
    }
    if (const auto line = lineFor(type, payload))
        lines << *line;
    else
        content.unknown << (type.isEmpty() ? u"?"_s : type.left(40));
}

/// "Anna took a screenshot": what a message of the platform itself says. Empty: it is none
QString systemLine(const QJsonObject &message)
{
    const QString warning = message["privacyWarning"_L1].toString();
    if (warning.isEmpty())
        return {};
    return warning == "SCREENCAST"_L1 ? Words::tr("The screen is being recorded") : Words::tr("A screenshot was taken");
}

} // namespace

Timestamp timeFrom(const QJsonValue &time)
{
    constexpr qint64 latestSecond = 100'000'000'000; // the year 5138; milliseconds passed it in 1973
    const qint64 given = time.isString() ? time.toString().toLongLong() : time.toInteger();
    const qint64 value = std::clamp<qint64>(given, 0, latestSecond * 1000);
    return value > latestSecond ? fromMs(value) : fromMs(value * 1000);
}

QJsonArray attachmentsIn(const QJsonObject &message)
{
    QJsonArray all;
    for (const auto key : {"attachments"_L1, "attachment"_L1}) {
        const QJsonValue given = message[key];
        if (given.isObject())
            all.append(given);
        const QJsonArray several = given.toArray();
        for (const QJsonValue &one : several)
            all.append(one);
    }
    return all;
}

Content readContent(const QJsonObject &message)
{
    Content content;
    if (const QString line = systemLine(message); !line.isEmpty()) {
        content.kind = MessageKind::Event;
        content.text = line;
        return content;
    }
    QStringList lines{message["text"_L1].toString()};
    const QJsonArray attachments = attachmentsIn(message);
    bool onlyCalls = !attachments.isEmpty() && lines.first().isEmpty();
    for (const QJsonValue &attachment : attachments) {
        readAttachment(attachment.toObject(), content, lines);
        onlyCalls = onlyCalls && attachment["type"_L1].toString().compare("CALL"_L1, Qt::CaseInsensitive) == 0;
    }
    lines.removeAll(QString());
    if (!lines.isEmpty() || !content.attachments.isEmpty())
        content.kind = onlyCalls ? MessageKind::Event : MessageKind::Message;
    if (content.kind != MessageKind::Unsupported && !content.unknown.isEmpty())
        lines << Words::tr("📎 something that Parley does not know (%1)").arg(content.unknown.join(u", "_s));
    content.text = lines.join(u'\n');
    return content;
}

} // namespace parley::platforms::ok
