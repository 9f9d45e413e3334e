// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/mail_header.h"

#include "models/display_text.h"
#include "platforms/mail/charset.h"
#include "platforms/mail/encoded_words.h"

#include <QRegularExpression>

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;

namespace parley::platforms::mail {

namespace {

constexpr int kLongestName = 200;
constexpr int kLongestSubject = 1000;
constexpr qsizetype kMostReferences = 100;
constexpr qsizetype kMostAddresses = 200;
constexpr qsizetype kLongestField = 256 << 10; ///< bytes looked at of one field
constexpr qsizetype kLongestId = 500;

QString taken(char *fromGlib)
{
    const auto text = QString::fromUtf8(fromGlib);
    g_free(fromGlib);
    return text;
}

void addMailboxes(InternetAddressList *list, QList<Address> &addresses, int depth)
{
    const int count = internet_address_list_length(list);
    for (int i = 0; i < count && addresses.size() < kMostAddresses; ++i) {
        auto *entry = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_GROUP(entry)) {
            if (auto *members = internet_address_group_get_members(INTERNET_ADDRESS_GROUP(entry)); members && depth < 3)
                addMailboxes(members, addresses, depth + 1);
            continue;
        }
        const auto address =
            QString::fromUtf8(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(entry))).trimmed();
        if (address.isEmpty() || address.size() > 320)
            continue;
        auto name = safeForDisplay(QString::fromUtf8(internet_address_get_name(entry)), kLongestName);
        if (name.size() > 1
            && ((name.startsWith(u'\'') && name.endsWith(u'\'')) || (name.startsWith(u'"') && name.endsWith(u'"'))))
            name = name.mid(1, name.size() - 2);
        addresses << Address{name, safeForDisplay(address, 320).toLower()};
    }
}

bool fieldIs(GMimeObject *message, const char *name, QLatin1String value)
{
    return rawField(message, name).trimmed().toLower() == QByteArrayView(value.data(), value.size());
}

bool has(GMimeObject *message, const char *name)
{
    return g_mime_object_get_header(message, name) != nullptr;
}

// RFC 3834 and the headers of before it.
bool isAutomaticReply(GMimeObject *message)
{
    const auto submitted = rawField(message, "Auto-Submitted").trimmed().toLower();
    if (!submitted.isEmpty() && !submitted.startsWith("no"))
        return true;
    for (const auto *name :
        {"X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply-From", "X-Mail-Autoreply"}) {
        if (has(message, name) && !fieldIs(message, name, "no"_L1))
            return true;
    }
    const auto suppress = rawField(message, "X-Auto-Response-Suppress").toLower();
    return fieldIs(message, "Precedence", "auto_reply"_L1) || fieldIs(message, "X-Precedence", "auto_reply"_L1)
        || ((suppress.contains("all") || suppress.contains("oof")) && has(message, "X-MS-Exchange-Inbox-Rules-Loop"));
}

bool isFromMailServer(GMimeObject *message, const ParsedMail &mail)
{
    const bool emptyPath = has(message, "Return-Path") && rawField(message, "Return-Path").trimmed() == "<>";
    const bool daemon = std::ranges::any_of(mail.from, [](const Address &from) {
        return from.address.startsWith("mailer-daemon"_L1) || from.address.startsWith("postmaster@"_L1);
    });
    return has(message, "X-Failed-Recipients") || (emptyPath && daemon)
        || mail.from.value(0).address.startsWith("mailer-daemon"_L1);
}

ParsedMail::Automatic kindOf(GMimeObject *message, const ParsedMail &mail)
{
    using enum ParsedMail::Automatic;
    if (isFromMailServer(message, mail))
        return Bounce;
    if (isAutomaticReply(message))
        return Reply;
    // An empty return path that is not a mail server's comes from a program that wants no answer either.
    if (has(message, "Return-Path") && rawField(message, "Return-Path").trimmed() == "<>")
        return Reply;
    const auto precedence = rawField(message, "Precedence").trimmed().toLower();
    if (!mail.listId.isEmpty() || has(message, "List-Unsubscribe") || has(message, "List-Post") || precedence == "bulk"
        || precedence == "list" || precedence == "junk")
        return Bulk;
    return No;
}

QByteArray cleaned(QByteArray value)
{
    value.replace("\r", "").replace("\n", "");
    if (std::ranges::any_of(value, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
        value = decodeText(value, {}).toUtf8();
    return value.contains("=?") ? withJoinedWords(value).trimmed() : value.trimmed();
}

// Where the field that begins at \a at ends: behind its last line that is not followed by an indented one.
qsizetype fieldEnd(const QByteArray &header, qsizetype at)
{
    while (true) {
        const auto newline = header.indexOf('\n', at);
        at = newline < 0 ? header.size() : newline + 1;
        if (at >= header.size() || (header[at] != ' ' && header[at] != '\t'))
            return at;
    }
}

// What rawField() says, without GMime.
QByteArray fieldIn(const QByteArray &header, QByteArrayView name)
{
    for (qsizetype at = 0; at < header.size();) {
        const auto end = fieldEnd(header, at);
        const auto field = QByteArrayView(header).sliced(at, end - at);
        const auto colon = field.indexOf(':');
        if (colon >= 0 && field.first(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0)
            return cleaned(field.sliced(colon + 1).toByteArray().left(kLongestField));
        at = end;
    }
    return {};
}

bool isBlank(QChar c)
{
    return c == u' ' || (c >= u'\t' && c <= u'\r');
}

// What stands between < and >, without white space in it.
QStringList bracketed(const QString &text)
{
    QStringList ids;
    for (auto at = text.indexOf(u'<'); at >= 0; at = text.indexOf(u'<', at)) {
        const auto begin = ++at;
        while (at < text.size() && text[at] != u'<' && text[at] != u'>' && !isBlank(text[at]))
            ++at;
        if (at < text.size() && text[at] == u'>' && at > begin)
            ids << text.mid(begin, at - begin);
    }
    return ids;
}

} // namespace

void initGmime()
{
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
}

QByteArray rawField(GMimeObject *object, const char *name)
{
    auto *header = g_mime_header_list_get_header(g_mime_object_get_header_list(object), name);
    const char *raw = header ? g_mime_header_get_raw_value(header) : nullptr;
    if (!raw)
        return {};
    return cleaned(QByteArray(raw).left(kLongestField));
}

QString decodeWords(const QByteArray &field)
{
    return taken(g_mime_utils_header_decode_text(nullptr, field.constData())).simplified();
}

QString wordsOf(GMimeObject *object, const char *name)
{
    return decodeWords(rawField(object, name));
}

QList<Address> addressesOf(GMimeObject *object, const char *name)
{
    QList<Address> addresses;
    const auto field = rawField(object, name);
    if (field.isEmpty())
        return addresses;
    if (auto *list = internet_address_list_parse(nullptr, field.constData())) {
        addMailboxes(list, addresses, 0);
        g_object_unref(list);
    }
    if (addresses.isEmpty()) { // not a list of addresses by any rule: take what looks like one
        static const QRegularExpression anything(u"[^\\s<>\"(),;:]+@[^\\s<>\"(),;:]+"_s);
        if (const auto match = anything.match(decodeWords(field)); match.hasMatch())
            addresses << Address{{}, safeForDisplay(match.captured(), 320).toLower()};
    }
    return addresses;
}

QStringList messageIds(const QByteArray &field)
{
    if (field.isEmpty())
        return {};
    const auto text = QString::fromUtf8(field);
    auto ids = bracketed(text);
    if (ids.isEmpty()) { // some leave the brackets out
        static const QRegularExpression bare(u"[^\\s<>,;\"]+@[^\\s<>,;\"]+"_s);
        for (auto matches = bare.globalMatch(text); matches.hasNext();)
            ids << matches.next().captured(0);
    }
    ids.removeIf([](const QString &id) { return id.size() > kLongestId; });
    ids.removeDuplicates();
    if (ids.size() > kMostReferences)
        ids.remove(1, ids.size() - kMostReferences);
    return ids;
}

void readIds(const QByteArray &header, ParsedMail &mail)
{
    mail.messageId = messageIds(fieldIn(header, "Message-ID")).value(0);
    mail.inReplyTo = messageIds(fieldIn(header, "In-Reply-To")).value(0);
    mail.references = messageIds(fieldIn(header, "References"));
}

void readHeader(GMimeObject *message, ParsedMail &mail)
{
    mail.messageId = messageIds(rawField(message, "Message-ID")).value(0);
    mail.inReplyTo = messageIds(rawField(message, "In-Reply-To")).value(0);
    mail.references = messageIds(rawField(message, "References"));
    mail.subject = safeForDisplay(wordsOf(message, "Subject"), kLongestSubject);
    mail.from = addressesOf(message, "From");
    if (mail.from.isEmpty())
        mail.from = addressesOf(message, "Sender");
    mail.replyTo = addressesOf(message, "Reply-To");
    mail.to = addressesOf(message, "To");
    mail.cc = addressesOf(message, "Cc");
    const auto date = rawField(message, "Date");
    if (auto *parsed = date.isEmpty() ? nullptr : g_mime_utils_header_decode_date(date.constData())) {
        const auto seconds = g_date_time_to_unix(parsed);
        if (seconds > 0)
            mail.date = fromMs(seconds * 1000);
        g_date_time_unref(parsed);
    }
    const auto list = rawField(message, "List-Id");
    if (!list.isEmpty()) {
        const auto begin = list.lastIndexOf('<');
        const auto end = list.indexOf('>', std::max<qsizetype>(begin, 0));
        mail.listId = QString::fromUtf8(begin >= 0 && end > begin ? list.mid(begin + 1, end - begin - 1) : list)
                          .trimmed()
                          .toLower()
                          .left(255);
    }
    mail.automatic = kindOf(message, mail);
}

} // namespace parley::platforms::mail
