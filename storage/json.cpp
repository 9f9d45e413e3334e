// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/json.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace parley::storage {

QString toText(const QJsonObject &object)
{
    if (object.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject objectFrom(const QString &text)
{
    if (text.isEmpty())
        return {};
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QJsonObject toJson(const Capabilities &capabilities)
{
    return QJsonObject{
        {u"textLimit"_s, capabilities.textLimit},
        {u"textUnit"_s, static_cast<int>(capabilities.textUnit)},
        {u"captionLimit"_s, capabilities.captionLimit},
        {u"attachmentLimit"_s, capabilities.attachmentLimit},
        {u"attachmentsPerMessage"_s, capabilities.attachmentsPerMessage},
        {u"idempotency"_s, static_cast<int>(capabilities.idempotency)},
        {u"clientIdLastsMinutes"_s, qint64(capabilities.clientIdLasts.count())},
        {u"typingRenewalMs"_s, qint64(capabilities.typingRenewal.count())},
        {u"replyWindowHours"_s, qint64(capabilities.replyWindow.count())},
        {u"canQuote"_s, capabilities.canQuote},
        {u"canEdit"_s, capabilities.canEdit},
        {u"canDelete"_s, capabilities.canDelete},
        {u"canEditPublic"_s, capabilities.canEditPublic},
        {u"canDeletePublic"_s, capabilities.canDeletePublic},
        {u"canMarkRead"_s, capabilities.canMarkRead},
        {u"canReplyPrivately"_s, capabilities.canReplyPrivately},
        {u"hasSubject"_s, capabilities.hasSubject},
        {u"ownsTickets"_s, capabilities.ownsTickets},
        {u"sharesAnswered"_s, capabilities.sharesAnswered},
        {u"sharesPriority"_s, capabilities.sharesPriority},
        {u"sharesUnread"_s, capabilities.sharesUnread},
        {u"hasTeams"_s, capabilities.hasTeams},
        {u"canMute"_s, capabilities.canMute},
        {u"ownsNotes"_s, capabilities.ownsNotes},
    };
}

Capabilities capabilitiesFrom(const QJsonObject &json)
{
    Capabilities read;
    read.textLimit = json["textLimit"_L1].toInt(read.textLimit);
    read.textUnit = static_cast<Capabilities::TextUnit>(json["textUnit"_L1].toInt());
    read.captionLimit = json["captionLimit"_L1].toInt(read.captionLimit);
    read.attachmentLimit = json["attachmentLimit"_L1].toInteger(read.attachmentLimit);
    read.attachmentsPerMessage = json["attachmentsPerMessage"_L1].toInt(read.attachmentsPerMessage);
    read.idempotency =
        static_cast<Capabilities::Idempotency>(json["idempotency"_L1].toInt(static_cast<int>(read.idempotency)));
    read.clientIdLasts = std::chrono::minutes(json["clientIdLastsMinutes"_L1].toInteger());
    read.typingRenewal = std::chrono::milliseconds(json["typingRenewalMs"_L1].toInteger());
    read.replyWindow = std::chrono::hours(json["replyWindowHours"_L1].toInteger());
    read.canQuote = json["canQuote"_L1].toBool();
    read.canEdit = json["canEdit"_L1].toBool();
    read.canDelete = json["canDelete"_L1].toBool();
    read.canEditPublic = json["canEditPublic"_L1].toBool();
    read.canDeletePublic = json["canDeletePublic"_L1].toBool();
    read.canMarkRead = json["canMarkRead"_L1].toBool();
    read.canReplyPrivately = json["canReplyPrivately"_L1].toBool();
    read.hasSubject = json["hasSubject"_L1].toBool();
    read.ownsTickets = json["ownsTickets"_L1].toBool();
    read.sharesAnswered = json["sharesAnswered"_L1].toBool();
    read.sharesPriority = json["sharesPriority"_L1].toBool();
    read.sharesUnread = json["sharesUnread"_L1].toBool();
    read.hasTeams = json["hasTeams"_L1].toBool();
    read.canMute = json["canMute"_L1].toBool();
    read.ownsNotes = json["ownsNotes"_L1].toBool();
    return read;
}

QJsonObject toJson(const QMap<QString, QString> &settings)
{
    QJsonObject json;
    for (auto entry = settings.cbegin(); entry != settings.cend(); ++entry)
        json.insert(entry.key(), entry.value());
    return json;
}

QMap<QString, QString> settingsFrom(const QJsonObject &json)
{
    QMap<QString, QString> settings;
    for (auto entry = json.constBegin(); entry != json.constEnd(); ++entry)
        settings.insert(entry.key(), entry.value().toString());
    return settings;
}

} // namespace parley::storage
