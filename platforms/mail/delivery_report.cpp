// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/delivery_report.h"

#include "models/display_text.h"
#include "platforms/mail/charset.h"
#include "platforms/mail/mail_header.h"
#include "platforms/mail/mime_decoder.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace parley::platforms::mail {

namespace {

using Fields = QHash<QByteArray, QByteArray>;

// Groups of header fields, an empty line between them: first the report's own, then one for each recipient.
QList<Fields> groupsOf(QByteArray content)
{
    content.replace("\r\n", "\n");
    content.replace("\n ", " ").replace("\n\t", " ");
    QList<Fields> groups;
    Fields group;
    for (const auto &line : content.split('\n')) {
        if (line.trimmed().isEmpty()) {
            if (!group.isEmpty())
                groups << group;
            group.clear();
        } else if (const auto colon = line.indexOf(':'); colon > 0) {
            group[line.left(colon).trimmed().toLower()] = line.mid(colon + 1).trimmed();
        }
    }
    if (!group.isEmpty())
        groups << group;
    return groups;
}

// "rfc822; ann@shop.test", "smtp; 550 no such user" → what stands behind the kind
QString value(const QByteArray &field)
{
    const auto semicolon = field.indexOf(';');
    return safeForDisplay(decodeText(field.mid(semicolon + 1), {}).simplified(), 500);
}

} // namespace

void noteDeliveryStatus(const QByteArray &content, ParsedMail &mail)
{
    for (const auto &group : groupsOf(content.left(256 << 10))) {
        const auto action = group.value("action").toLower();
        if (action != "failed" && action != "delayed")
            continue;
        BounceReport report;
        report.final = action == "failed";
        report.recipient =
            value(group.contains("original-recipient") ? group["original-recipient"] : group.value("final-recipient"))
                .toLower();
        report.reason = value(group.value("diagnostic-code"));
        report.status = safeForDisplay(QString::fromLatin1(group.value("status")), 20);
        mail.bounce = report;
        return;
    }
}

void noteReturnedMail(GMimeObject *returned, ParsedMail &mail)
{
    if (!mail.bounce)
        return;
    ParsedMail original;
    readHeader(returned, original);
    mail.bounce->originalMessageId = original.messageId;
    mail.bounce->originalReferences = original.references;
    if (original.references.isEmpty() && !original.inReplyTo.isEmpty())
        mail.bounce->originalReferences << original.inReplyTo;
    mail.bounce->originalSubject = original.subject;
}

void noteReturnedHeader(const QByteArray &header, ParsedMail &mail)
{
    if (!mail.bounce)
        return;
    const auto original = parseMail(header.left(256 << 10) + "\r\n\r\n");
    mail.bounce->originalMessageId = original.messageId;
    mail.bounce->originalReferences = original.references;
    if (original.references.isEmpty() && !original.inReplyTo.isEmpty())
        mail.bounce->originalReferences << original.inReplyTo;
    mail.bounce->originalSubject = original.subject;
}

} // namespace parley::platforms::mail
