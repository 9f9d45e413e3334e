// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/vk/uploads.h"

#include "sandbox/vk/world.h"

#include <QCryptographicHash>
#include <QImage>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox::vk {

QString Uploads::open(const QString &type)
{
    const QString path = u"/c858620/upload_%1_%2"_s.arg(type).arg(++m_number);
    m_open.insert(path, type);
    return path;
}

QJsonObject Uploads::take(const QString &path, const Params &params)
{
    const QString type = m_open.value(path);
    if (type.isEmpty())
        return {};
    const auto file = params.file(type == "photo"_L1 ? u"photo"_s : u"file"_s);
    if (!file)
        return {{u"error"_s, u"ERR_UPLOAD_BAD_REQUEST: no file was posted"_s}};
    if (type == "photo"_L1)
        return takePhoto(*file);
    if (file->content.isEmpty())
        return {{u"error"_s, u"ERR_UPLOAD_FILE_EMPTY: the file is empty"_s}};
    const QString receipt =
        u"641000001|0|-1|%1|%2|%3|0"_s.arg(Uploads::kServer).arg(++m_number).arg(file->name.toHtmlEscaped());
    m_taken.insert(receipt, {type, file->name, file->content});
    return {{u"file"_s, receipt}};
}

QJsonObject Uploads::takePhoto(const UploadedFile &file)
{
    // What is no picture is refused by an empty list, without a word.
    const bool fits = file.content.size() <= kPhotoLimit && !QImage::fromData(file.content).isNull();
    QJsonObject answer{{u"server"_s, kServer}, {u"photo"_s, u"[]"_s}};
    if (fits) {
        const QJsonObject entry{{u"photo"_s, u"%1:x"_s.arg(++m_number)}, {u"sizes"_s, QJsonArray()}};
        const QString receipt = QString::fromUtf8(QJsonDocument(QJsonArray{entry}).toJson(QJsonDocument::Compact));
        m_taken.insert(receipt, {u"photo"_s, file.name, file.content});
        answer.insert(u"photo"_s, receipt);
    }
    answer.insert(u"hash"_s, hashOf(answer.value("photo"_L1).toString()));
    return answer;
}

const Uploads::Taken *Uploads::taken(const QString &receipt) const
{
    const auto it = m_taken.constFind(receipt);
    return it == m_taken.constEnd() ? nullptr : &*it;
}

QString Uploads::hashOf(const QString &receipt)
{
    return QString::fromLatin1(QCryptographicHash::hash(receipt.toUtf8(), QCryptographicHash::Md5).toHex());
}

} // namespace parley::sandbox::vk
