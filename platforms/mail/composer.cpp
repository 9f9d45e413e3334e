// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/composer.h"

#include "models/file_name.h"
#include "platforms/mail/mail_header.h"
#include "platforms/mail/mail_words.h"
#include "platforms/mail/threading.h"

#include <QJsonArray>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace parley::platforms::mail {

namespace {

constexpr qsizetype kMostReferencesSent = 20; ///< the first and the newest; servers cut longer fields
constexpr qsizetype kMostCc = 30;

struct Unref {
    void operator()(void *object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

QList<Address> addressesIn(const QJsonObject &extra, const QString &key)
{
    QList<Address> addresses;
    for (const auto &entry : extra[key].toArray()) {
        const auto pair = entry.toArray();
        addresses << Address{pair.at(0).toString(), pair.at(1).toString()};
    }
    return addresses;
}

bool isWritable(const QString &address)
{
    const auto at = address.lastIndexOf(u'@');
    return at > 0 && at + 1 < address.size() && std::ranges::none_of(address, [](QChar c) {
        return c.unicode() <= 0x20 || c == u'<' || c == u'>' || c == u',' || c == u';' || c == u'"' || c == u'\\'
            || c.unicode() == 0x7F;
    });
}

// For the header: a comma in it would be read as two addresses by some.
void addTo(InternetAddressList *list, const QList<Address> &addresses)
{
    for (const auto &address : addresses) {
        const Owned<InternetAddress> mailbox(
            internet_address_mailbox_new(address.name.isEmpty() ? nullptr : address.name.toUtf8().constData(),
                address.address.toUtf8().constData()));
        internet_address_list_add(list, mailbox.get());
    }
}

Owned<GMimePart> textPart(const QString &text)
{
    Owned<GMimePart> part(GMIME_PART(g_mime_text_part_new_with_subtype("plain")));
    g_mime_text_part_set_charset(GMIME_TEXT_PART(part.get()), "utf-8");
    g_mime_text_part_set_text(GMIME_TEXT_PART(part.get()), text.toUtf8().constData());
    const bool mostlyAscii = std::ranges::count_if(text, [](QChar c) { return c.unicode() >= 0x80; }) * 6 < text.size();
    g_mime_part_set_content_encoding(
        part.get(), mostlyAscii ? GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE : GMIME_CONTENT_ENCODING_BASE64);
    return part;
}

Owned<GMimePart> filePart(const OutgoingAttachment &attachment)
{
    auto type = attachment.type.section(u';', 0, 0).trimmed();
    // A mail within a mail is a part of its own kind, which may not be encoded: sent as bytes it arrives whole.
    if (type.count(u'/') != 1 || type.startsWith("message/"_L1) || type.startsWith("multipart/"_L1))
        type = u"application/octet-stream"_s;
    Owned<GMimePart> part(g_mime_part_new_with_type(
        type.section(u'/', 0, 0).toUtf8().constData(), type.section(u'/', 1).toUtf8().constData()));
    const Owned<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(attachment.content.constData(), size_t(attachment.content.size())));
    const Owned<GMimeDataWrapper> content(
        g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
    g_mime_part_set_content(part.get(), content.get());
    g_mime_part_set_content_encoding(part.get(), GMIME_CONTENT_ENCODING_BASE64);
    g_mime_object_set_disposition(GMIME_OBJECT(part.get()), "attachment");
    g_mime_part_set_filename(part.get(), safeFileName(attachment.name).toUtf8().constData());
    return part;
}

QString idList(const QStringList &ids)
{
    QStringList bracketed;
    for (const auto &id : ids)
        bracketed << u'<' + id + u'>';
    return bracketed.join(u' ');
}

} // namespace

QStringList OutgoingMail::recipients() const
{
    QStringList all;
    for (const auto &address : to + cc)
        all << address.address;
    all.removeDuplicates();
    return all;
}

Result<OutgoingMail> answerTo(const PushRequest &request, const Address &own, Timestamp now)
{
    const auto *reply = std::get_if<Reply>(&request.command);
    if (!reply)
        return Error{ErrorKind::Rejected, u"mail carries replies only"_s,
            MailWords::tr("A mail that was sent cannot be changed or taken back."), {}, false};
    const auto &extra = request.lastInboundExtra;
    const auto notOwn = [&own](QList<Address> addresses) {
        addresses.removeIf(
            [&own](const Address &address) { return address.address == own.address || !isWritable(address.address); });
        return addresses;
    };
    OutgoingMail mail;
    mail.from = own;
    mail.date = now;
    mail.text = reply->text;
    mail.attachments = reply->attachments;
    mail.messageId = messageIdFor(request.clientId, own.address);

    const bool ours = extra[u"ours"_s].toBool(); // going on behind our own last mail
    mail.to = ours ? notOwn(addressesIn(extra, u"to"_s)) : notOwn(addressesIn(extra, u"reply"_s));
    if (mail.to.isEmpty() && !ours)
        mail.to = notOwn(addressesIn(extra, u"from"_s));
    if (mail.to.isEmpty() && isWritable(request.contactRemoteId))
        mail.to << Address{{}, request.contactRemoteId};
    if (mail.to.isEmpty() || !isWritable(mail.to.first().address)) {
        return Error{ErrorKind::Rejected, u"no address to write to"_s,
            MailWords::tr("There is no mail address to send this answer to."), {}, false};
    }
    auto others = notOwn(addressesIn(extra, u"cc"_s));
    if (!ours)
        others = notOwn(addressesIn(extra, u"to"_s)) + others;
    for (const auto &other : others) {
        const auto same = [&other](const Address &address) { return address.address == other.address; };
        if (std::ranges::none_of(mail.to, same) && std::ranges::none_of(mail.cc, same) && mail.cc.size() < kMostCc)
            mail.cc << other;
    }

    const auto subject = extra[u"subject"_s].toString(request.subject).simplified();
    mail.subject = isReplySubject(subject) ? subject : u"Re: "_s + subject;
    // The answered mail's id may be unknown (it had none); then the conversation's name still ties the thread.
    mail.inReplyTo = extra[u"id"_s].toString();
    if (mail.inReplyTo.isEmpty() && request.lastInboundRemoteId.contains(u'@'))
        mail.inReplyTo = request.lastInboundRemoteId;
    for (const auto &id : extra[u"refs"_s].toArray())
        mail.references << id.toString();
    if (!mail.references.contains(request.conversationRemoteId) && request.conversationRemoteId.contains(u'@'))
        mail.references.prepend(request.conversationRemoteId);
    if (!mail.inReplyTo.isEmpty())
        mail.references << mail.inReplyTo;
    mail.references.removeDuplicates();
    if (mail.references.size() > kMostReferencesSent)
        mail.references.remove(1, mail.references.size() - kMostReferencesSent);
    return mail;
}

QByteArray composed(const OutgoingMail &mail)
{
    initGmime();
    const Owned<GMimeMessage> message(g_mime_message_new(true));
    addTo(g_mime_message_get_from(message.get()), {mail.from});
    addTo(g_mime_message_get_to(message.get()), mail.to);
    addTo(g_mime_message_get_cc(message.get()), mail.cc);
    g_mime_message_set_subject(message.get(), mail.subject.toUtf8().constData(), "utf-8");
    auto *date = g_date_time_new_from_unix_utc(toMs(mail.date) / 1000);
    g_mime_message_set_date(message.get(), date);
    g_date_time_unref(date);
    g_mime_message_set_message_id(message.get(), mail.messageId.toUtf8().constData());
    auto *object = GMIME_OBJECT(message.get());
    if (!mail.inReplyTo.isEmpty())
        g_mime_object_set_header(object, "In-Reply-To", idList({mail.inReplyTo}).toUtf8().constData(), nullptr);
    if (!mail.references.isEmpty())
        g_mime_object_set_header(object, "References", idList(mail.references).toUtf8().constData(), nullptr);

    const auto text = textPart(mail.text);
    if (mail.attachments.isEmpty()) {
        g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(text.get()));
    } else {
        const Owned<GMimeMultipart> mixed(g_mime_multipart_new_with_subtype("mixed"));
        g_mime_multipart_add(mixed.get(), GMIME_OBJECT(text.get()));
        for (const auto &attachment : mail.attachments)
            g_mime_multipart_add(mixed.get(), GMIME_OBJECT(filePart(attachment).get()));
        g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(mixed.get()));
    }
    char *written = g_mime_object_to_string(object, nullptr);
    QByteArray bytes(written);
    g_free(written);
    // Everything in it is encoded to ASCII lines, so line ends can be set right afterwards.
    return bytes.replace("\r\n", "\n").replace("\n", "\r\n");
}

} // namespace parley::platforms::mail
