// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/vk/attachments.h"

#include "models/file_name.h"
#include "platforms/vk/words.h"

#include <QHash>
#include <QJsonArray>
#include <QTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parley::platforms::vk {

namespace {

QString nameIn(const QJsonObject &object)
{
    return u"%1_%2"_s.arg(object["owner_id"_L1].toInteger()).arg(object["id"_L1].toInteger());
}

QString pageOf(const QString &kind, const QJsonObject &object)
{
    return u"https://vk.com/"_s + kind + nameIn(object);
}

QString joined(const QStringList &parts, const QString &between)
{
    QStringList present;
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            present << part.trimmed();
    }
    return present.join(between);
}

RemoteAttachment fileOf(const QString &url, const QString &name, const QString &type, qint64 size = 0)
{
    RemoteAttachment file;
    file.remoteRef = url;
    file.name = name;
    file.type = type;
    file.size = std::max<qint64>(0, size);
    return file;
}

/// The largest of {"url","width","height"}; where no size is told, the last.
QString largestOf(const QJsonArray &images)
{
    QString url;
    double largest = -1;
    for (const QJsonValue &value : images) {
        const QJsonObject image = value.toObject();
        const double area = image["width"_L1].toDouble() * image["height"_L1].toDouble();
        const QString address = image["url"_L1].toString(image["src"_L1].toString());
        if (!address.isEmpty() && area >= largest) {
            largest = area;
            url = address;
        }
    }
    return url;
}

Shown photo(const QJsonObject &photo)
{
    QString url = photo["orig_photo"_L1]["url"_L1].toString();
    if (url.isEmpty())
        url = largestOf(photo["sizes"_L1].toArray());
    if (url.isEmpty())
        url = largestOf(photo["images"_L1].toArray());
    if (url.isEmpty())
        return {Words::tr("🖼 photo %1").arg(pageOf(u"photo"_s, photo)), {}, true};
    return {photo["text"_L1].toString(), fileOf(url, u"photo%1.jpg"_s.arg(nameIn(photo)), u"image/jpeg"_s), true};
}

Shown document(const QJsonObject &doc)
{
    const QString url = doc["url"_L1].toString();
    const QString extension = doc["ext"_L1].toString();
    QString name = doc["title"_L1].toString();
    if (name.isEmpty())
        name = u"doc%1"_s.arg(nameIn(doc));
    if (!extension.isEmpty() && !name.endsWith(u'.' + extension, Qt::CaseInsensitive))
        name += u'.' + extension;
    if (url.isEmpty())
        return {Words::tr("📄 file “%1”").arg(name), {}, true};
    return {{}, fileOf(url, name, mediaTypeFor(name), doc["size"_L1].toInteger()), true};
}

Shown voice(const QJsonObject &message)
{
    const QString ogg = message["link_ogg"_L1].toString();
    const QString url = ogg.isEmpty() ? message["link_mp3"_L1].toString() : ogg;
    const QString said = message["transcript"_L1].toString();
    const QString line = said.isEmpty() ? Words::tr("🎤 voice message") : Words::tr("🎤 voice message: “%1”").arg(said);
    if (url.isEmpty())
        return {line, {}, true};
    return {line,
        fileOf(url, u"voice%1.%2"_s.arg(nameIn(message), ogg.isEmpty() ? u"mp3"_s : u"ogg"_s),
            ogg.isEmpty() ? u"audio/mpeg"_s : u"audio/ogg"_s),
        true};
}

Shown graffiti(const QJsonObject &drawing)
{
    const QString url = drawing["url"_L1].toString();
    if (url.isEmpty())
        return {Words::tr("🖌 drawing"), {}, true};
    return {Words::tr("🖌 drawing"), fileOf(url, u"graffiti%1.png"_s.arg(nameIn(drawing)), u"image/png"_s), true};
}

Shown sticker(const QJsonObject &sticker)
{
    const QString url = largestOf(sticker["images"_L1].toArray());
    if (url.isEmpty())
        return {Words::tr("🙂 sticker"), {}, true};
    return {Words::tr("🙂 sticker"),
        fileOf(url, u"sticker_%1.png"_s.arg(sticker["sticker_id"_L1].toInteger()), u"image/png"_s), true};
}

Shown gift(const QJsonObject &gift)
{
    QString url = gift["thumb_512"_L1].toString();
    if (url.isEmpty())
        url = gift["thumb_256"_L1].toString();
    if (url.isEmpty())
        return {Words::tr("🎁 gift"), {}, true};
    return {Words::tr("🎁 gift"), fileOf(url, u"gift_%1.jpg"_s.arg(gift["id"_L1].toInteger()), u"image/jpeg"_s), true};
}

Shown video(const QJsonObject &video)
{
    return {joined({Words::tr("🎬 video: %1").arg(video["title"_L1].toString()), pageOf(u"video"_s, video)}, u"\n"_s),
        {}, true};
}

Shown audio(const QJsonObject &audio)
{
    return {u"🎵 "_s + joined({audio["artist"_L1].toString(), audio["title"_L1].toString()}, u" – "_s), {}, true};
}

Shown link(const QJsonObject &link)
{
    return {u"🔗 "_s + joined({link["title"_L1].toString(), link["url"_L1].toString()}, u"\n"_s), {}, true};
}

Shown market(const QJsonObject &product)
{
    return {u"🛍 "_s
            + joined({product["title"_L1].toString(), product["price"_L1]["text"_L1].toString(),
                         u"https://vk.com/product"_s + nameIn(product)},
                u"\n"_s),
        {}, true};
}

Shown wall(const QJsonObject &post)
{
    const qint64 owner = post["owner_id"_L1].toInteger(post["to_id"_L1].toInteger());
    return {joined({Words::tr("📌 post: https://vk.com/wall%1_%2").arg(owner).arg(post["id"_L1].toInteger()),
                       post["text"_L1].toString().left(1000)},
                u"\n"_s),
        {}, true};
}

Shown wallReply(const QJsonObject &comment)
{
    const QString page = u"https://vk.com/wall%1_%2?reply=%3"_s.arg(comment["owner_id"_L1].toInteger())
                             .arg(comment["post_id"_L1].toInteger())
                             .arg(comment["id"_L1].toInteger());
    return {
        joined({Words::tr("💬 comment: %1").arg(page), comment["text"_L1].toString().left(1000)}, u"\n"_s), {}, true};
}

Shown poll(const QJsonObject &poll)
{
    QStringList lines{Words::tr("📊 poll: %1").arg(poll["question"_L1].toString())};
    const QJsonArray answers = poll["answers"_L1].toArray();
    for (const QJsonValue &answer : answers)
        lines << u"• "_s + answer["text"_L1].toString();
    return {lines.join(u'\n'), {}, true};
}

Shown call(const QJsonObject &call)
{
    const QString state = call["state"_L1].toString();
    if (state == "canceled_by_initiator"_L1 || state == "canceled_by_receiver"_L1)
        return {Words::tr("📞 missed call"), {}, true};
    const qint64 seconds = std::clamp<qint64>(call["duration"_L1].toInteger(), 0, 86399);
    return {Words::tr("📞 call, %1").arg(QTime(0, 0).addSecs(int(seconds)).toString(u"H:mm:ss"_s)), {}, true};
}

Shown story(const QJsonObject &story)
{
    return {Words::tr("📖 story %1").arg(pageOf(u"story"_s, story)), {}, true};
}

Shown titled(const QJsonObject &thing)
{
    QString url = thing["url"_L1].toString();
    if (url.isEmpty())
        url = thing["view_url"_L1].toString();
    return {u"📎 "_s + joined({thing["title"_L1].toString(), url}, u"\n"_s), {}, true};
}

using Show = Shown (*)(const QJsonObject &);

const QHash<QString, Show> &shows()
{
    static const QHash<QString, Show> table{{u"photo"_s, photo}, {u"posted_photo"_s, photo}, {u"doc"_s, document},
        {u"audio_message"_s, voice}, {u"graffiti"_s, graffiti}, {u"sticker"_s, sticker}, {u"gift"_s, gift},
        {u"video"_s, video}, {u"video_message"_s, video}, {u"audio"_s, audio}, {u"link"_s, link}, {u"market"_s, market},
        {u"wall"_s, wall}, {u"wall_reply"_s, wallReply}, {u"poll"_s, poll}, {u"call"_s, call}, {u"story"_s, story},
        {u"article"_s, titled}, {u"podcast"_s, titled}, {u"page"_s, titled}, {u"note"_s, titled},
        {u"market_album"_s, titled}, {u"market_market_album"_s, titled}, {u"album"_s, titled}, {u"event"_s, titled},
        {u"audio_playlist"_s, titled}, {u"mini_app"_s, titled}};
    return table;
}

} // namespace

Shown shownAttachment(const QJsonObject &attachment)
{
    const QString type = attachment["type"_L1].toString();
    if (const Show show = shows().value(type))
        return show(attachment[type].toObject());
    return {Words::tr("📎 something that Parley cannot show (%1)").arg(type.left(40)), {}, false};
}

QString placeLine(const QJsonObject &geo)
{
    const QJsonObject at = geo["coordinates"_L1].toObject();
    const QString latitude = QString::number(at["latitude"_L1].toDouble(), 'f', 6);
    const QString longitude = QString::number(at["longitude"_L1].toDouble(), 'f', 6);
    return u"📍 "_s
        + joined({geo["place"_L1]["title"_L1].toString(),
                     u"https://www.openstreetmap.org/?mlat=%1&mlon=%2&zoom=16"_s.arg(latitude, longitude)},
            u"\n"_s);
}

} // namespace parley::platforms::vk
