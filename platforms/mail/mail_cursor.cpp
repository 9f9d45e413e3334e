// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/mail_cursor.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace parley::platforms::mail {

namespace {

QJsonObject folderToJson(const FolderCursor &folder)
{
    return {{u"name"_s, QString::fromLatin1(folder.name)}, {u"uidvalidity"_s, qint64(folder.uidValidity)},
        {u"high"_s, qint64(folder.high)}, {u"low"_s, qint64(folder.low)},
        {u"modseq"_s, QString::number(folder.modSeq)}, // 63 bits: too many for a JSON number
        {u"oldest"_s, folder.oldest}, {u"newest"_s, folder.newest}, {u"renewed"_s, folder.renewed}};
}

FolderCursor folderFromJson(const QJsonObject &json)
{
    FolderCursor folder;
    folder.name = json[u"name"_s].toString().toLatin1();
    folder.uidValidity = quint32(json[u"uidvalidity"_s].toInteger());
    folder.high = Uid(json[u"high"_s].toInteger());
    folder.low = Uid(json[u"low"_s].toInteger());
    folder.modSeq = json[u"modseq"_s].toString().toULongLong();
    folder.oldest = json[u"oldest"_s].toInteger();
    folder.newest = json[u"newest"_s].toInteger();
    folder.renewed = json[u"renewed"_s].toBool();
    return folder;
}

} // namespace

QByteArray MailCursor::toJson() const
{
    const QJsonObject json{{u"inbox"_s, folderToJson(inbox)}, {u"sent"_s, folderToJson(sent)}, {u"done"_s, fillDone},
        {u"total"_s, fillTotal}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

MailCursor MailCursor::fromJson(const QByteArray &text)
{
    const auto json = QJsonDocument::fromJson(text).object();
    MailCursor cursor;
    cursor.inbox = folderFromJson(json[u"inbox"_s].toObject());
    cursor.sent = folderFromJson(json[u"sent"_s].toObject());
    cursor.fillDone = json[u"done"_s].toInt();
    cursor.fillTotal = json[u"total"_s].toInt();
    return cursor;
}

} // namespace parley::platforms::mail
