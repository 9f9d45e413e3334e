// SPDX-License-Identifier: GPL-3.0-or-later
// Photos, documents and voice messages: what the API says of them, and where they are.
#include "sandbox/vk/world.h"

#include <QCryptographicHash>
#include <QImage>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::vk {

namespace {

constexpr int kThumbnail = 75;

QString keyOf(const QString &kind, qint64 owner, qint64 id)
{
    return u"%1%2_%3"_s.arg(kind).arg(owner).arg(id);
}

QJsonObject photoSize(const QString &type, const QString &url, const QSize &size)
{
    return {{u"type"_s, type}, {u"url"_s, url}, {u"width"_s, size.width()}, {u"height"_s, size.height()}};
}

/// 1 text, 2 archive, 3 gif, 4 picture, 5 sound, 6 film, 7 e-book, 8 unknown
int documentType(const QString &extension)
{
    static const QHash<QString, int> types{{u"pdf"_s, 1}, {u"doc"_s, 1}, {u"docx"_s, 1}, {u"txt"_s, 1}, {u"zip"_s, 2},
        {u"gif"_s, 3}, {u"png"_s, 4}, {u"jpg"_s, 4}, {u"mp3"_s, 5}, {u"mp4"_s, 6}, {u"epub"_s, 7}};
    return types.value(extension, 8);
}

} // namespace

QString StoredFile::reference() const
{
    const QString plain = keyOf(kind, owner, id);
    return accessKey.isEmpty() ? plain : QString(plain + u'_' + accessKey);
}

StoredFile &World::storeFile(const QString &kind, const QString &name, const QByteArray &content, qint64 owner)
{
    StoredFile file;
    file.kind = kind;
    file.owner = owner;
    file.id = m_nextFile++;
    const QByteArray seed = QByteArray::number(file.id) + content.left(64);
    file.accessKey = QString::fromLatin1(QCryptographicHash::hash(seed, QCryptographicHash::Sha1).toHex().left(18));
    file.name = name;
    file.content = content;
    file.dateMs = nowMs();
    if (kind == "photo"_L1) {
        const QImage image = QImage::fromData(content);
        file.size = image.isNull() ? QSize(1, 1) : image.size();
    }
    const QString key = keyOf(kind, owner, file.id);
    m_filePaths.insert(urlOf(file), key);
    return *m_files.insert(key, file);
}

QString World::urlOf(const StoredFile &file) const
{
    const QString folder = file.kind == "photo"_L1 ? u"impg"_s : u"c909"_s;
    const QString extension = file.kind == "photo"_L1 ? u"jpg"_s
        : file.kind == "audio_message"_L1             ? u"ogg"_s
                                                      : file.name.section(u'.', -1);
    return u"/files/%1/%2%3.%4"_s.arg(folder, file.accessKey).arg(file.id).arg(extension);
}

const StoredFile *World::fileAt(const QString &path) const
{
    const auto it = m_files.constFind(m_filePaths.value(path));
    return it == m_files.constEnd() ? nullptr : &*it;
}

const StoredFile *World::file(const QString &kind, qint64 owner, qint64 id) const
{
    const auto it = m_files.constFind(keyOf(kind, owner, id));
    return it == m_files.constEnd() ? nullptr : &*it;
}

QJsonObject World::fileJson(const StoredFile &file) const
{
    const QString url = baseUrl + urlOf(file);
    QJsonObject json{{u"id"_s, file.id}, {u"owner_id"_s, file.owner}, {u"access_key"_s, file.accessKey}};
    if (file.kind == "photo"_L1) {
        const QSize small = file.size.scaled(kThumbnail, kThumbnail, Qt::KeepAspectRatio);
        json.insert(u"album_id"_s, -64);
        json.insert(u"date"_s, file.dateMs / 1000);
        json.insert(u"text"_s, QString());
        json.insert(u"has_tags"_s, false);
        json.insert(u"sizes"_s,
            QJsonArray{photoSize(u"s"_s, QString(url + u"?size=75x75"_s), small),
                photoSize(u"w"_s, QString(url + u"?size=full"_s), file.size)});
    } else if (file.kind == "audio_message"_L1) {
        json.insert(u"duration"_s, 3);
        json.insert(u"link_ogg"_s, url);
        json.insert(u"link_mp3"_s, QString(url + u"?mp3=1"_s));
        json.insert(u"waveform"_s, QJsonArray{0, 3, 12, 31, 7, 2});
    } else {
        const QString extension = file.name.contains(u'.') ? file.name.section(u'.', -1).toLower() : QString();
        json.insert(u"title"_s, file.name);
        json.insert(u"size"_s, qint64(file.content.size()));
        json.insert(u"ext"_s, extension);
        json.insert(u"date"_s, file.dateMs / 1000);
        json.insert(u"type"_s, documentType(extension));
        // The page that sends on to where the document is.
        json.insert(
            u"url"_s, QString(baseUrl + u"/doc%1_%2?hash=%3&dl=1"_s.arg(file.owner).arg(file.id).arg(file.accessKey)));
    }
    return json;
}

QJsonObject World::attachmentOf(const StoredFile &file) const
{
    return {{u"type"_s, file.kind}, {file.kind, fileJson(file)}};
}

std::optional<Reference> referenceOf(const QString &text)
{
    static const QRegularExpression pattern(uR"(^([a-z_]+?)(-?\d+)_(\d+)(?:_([0-9a-zA-Z]+))?$)"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return Reference{
        match.captured(1), match.captured(2).toLongLong(), match.captured(3).toLongLong(), match.captured(4)};
}

QString referenceOf(const QJsonObject &attachment)
{
    const QString type = attachment.value("type"_L1).toString();
    const QJsonObject object = attachment.value(type).toObject();
    if (!object.contains("owner_id"_L1) || !object.contains("id"_L1))
        return type;
    return keyOf(type, object.value("owner_id"_L1).toInteger(), object.value("id"_L1).toInteger());
}

} // namespace parley::sandbox::vk
