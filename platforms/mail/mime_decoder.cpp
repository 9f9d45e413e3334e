// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/mime_decoder.h"

#include "models/display_text.h"
#include "platforms/mail/charset.h"
#include "platforms/mail/delivery_report.h"
#include "platforms/mail/encoded_words.h"
#include "platforms/mail/html_cleaner.h"
#include "platforms/mail/mail_header.h"
#include "platforms/mail/plain_text.h"
#include "platforms/mail/tnef.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace parley::platforms::mail {

namespace {

constexpr int kDeepest = 50; ///< parts within parts; honest mails reach about 8
constexpr int kMostParts = 1000;
constexpr int kBoundaryLimit = 400; ///< multiparts in one mail; what the library is asked to take at all

struct Unref {
    void operator()(void *object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

struct Body {
    QString text;
    QString html;
};

QByteArray written(GMimeObject *object)
{
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_object_write_to_stream(object, nullptr, stream.get());
    const auto *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return {reinterpret_cast<const char *>(bytes->data), qsizetype(bytes->len)};
}

QByteArray contentOf(GMimePart *part)
{
    auto *wrapper = g_mime_part_get_content(part);
    if (!wrapper)
        return {};
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(wrapper, stream.get());
    const auto *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return {reinterpret_cast<const char *>(bytes->data), qsizetype(bytes->len)};
}

QByteArray typeOf(GMimeObject *object)
{
    auto *type = g_mime_object_get_content_type(object);
    if (!type)
        return "text/plain";
    return (QByteArray(g_mime_content_type_get_media_type(type)) + '/'
        + QByteArray(g_mime_content_type_get_media_subtype(type)))
        .toLower();
}

QByteArray parameter(GMimeObject *object, const char *name)
{
    return {g_mime_object_get_content_type_parameter(object, name)};
}

// The library reads 8-bit names as Latin-1 where they are not UTF-8. Those that are words in Cyrillic or Chinese then
// were meant as such.
QString rereadIfForeign(const QString &name)
{
    if (std::ranges::any_of(name, [](QChar c) { return c.unicode() > 0xFF; }))
        return name;
    const auto bytes = name.toLatin1();
    const auto charset = guessCharset(bytes);
    return charset == "windows-1251" || charset == "koi8-r" || charset == "gb18030" ? decodeText(bytes, charset) : name;
}

// The last part of a path only: what stands before it has no business here.
QString fileName(GMimePart *part)
{
    auto name = rereadIfForeign(decodeWords(withJoinedWords(QByteArray(g_mime_part_get_filename(part)))));
    name = name.mid(std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\')) + 1);
    return safeForDisplay(name, 255);
}

QString nameFor(const QString &type)
{
    if (type == "message/rfc822"_L1)
        return u"message.eml"_s;
    if (type.startsWith("image/"_L1))
        return u"image."_s + type.mid(6).section(u'+', 0, 0).section(u'.', -1);
    if (type == "text/calendar"_L1)
        return u"invitation.ics"_s;
    if (type == "text/html"_L1)
        return u"page.html"_s;
    return type.startsWith("text/"_L1) ? u"text.txt"_s : u"attachment.bin"_s;
}

// RFC 3676: lines that end in a space go on in the next.
QString unflowed(const QString &text, bool deleteSpace)
{
    QString result;
    const auto depth = [](const QString &line) {
        return line.size() - QString(line).remove(QRegularExpression(u"^>+"_s)).size();
    };
    qsizetype before = -1; // the depth of the line that goes on, -1: none
    for (const auto &line : text.split(u'\n')) {
        const auto quotes = depth(line);
        auto words = line.mid(quotes);
        if (words.startsWith(u' '))
            words.remove(0, 1); // stuffing
        if (before == quotes) {
            result += words;
        } else {
            if (!result.isEmpty() || before >= 0)
                result += u'\n';
            result += QString(quotes, u'>') + (quotes > 0 ? u" "_s : QString()) + words;
        }
        const bool goesOn = words.endsWith(u' ') && words != u"-- ";
        before = goesOn ? quotes : -1;
        if (goesOn && deleteSpace)
            result.chop(1);
    }
    return result;
}

QString cleanPlain(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s);
    text.replace(u'\r', u'\n');
    text.removeIf([](QChar c) { return c.unicode() < 0x20 && c != u'\n' && c != u'\t'; });
    return showDirectionMarks(text, false);
}

QByteArray charsetInHtml(const QByteArray &html)
{
    static const QRegularExpression meta(
        u"<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w:.-]{2,40})"_s, QRegularExpression::CaseInsensitiveOption);
    return meta.match(QString::fromLatin1(html.left(4096))).captured(1).toLatin1();
}

QString asHtml(const Body &body)
{
    if (!body.html.isEmpty() || body.text.isEmpty())
        return body.html;
    const auto folded = foldQuotes(body.text);
    return u"<div>"_s + (folded.isEmpty() ? body.text.toHtmlEscaped().replace(u'\n', "<br>"_L1) : folded) + u"</div>"_s;
}

class Collector
{
public:
    explicit Collector(ParsedMail &mail)
        : m_mail(mail)
    {
    }
    void collect(GMimeObject *root);

private:
    Body walk(GMimeObject *object, int depth);
    Body multipart(GMimeMultipart *multipart, int depth);
    Body leaf(GMimePart *part);
    Body textOf(GMimePart *part, const QByteArray &type) const;
    void attach(GMimePart *part, const QByteArray &type);
    void attachMessage(GMimeObject *object);
    void addTnef(GMimePart *part, Body &body);

    ParsedMail &m_mail;
    int m_parts = 0;
    bool m_hasText = false;
};

void Collector::collect(GMimeObject *root)
{
    auto body = walk(root, 0);
    m_mail.text = body.text.trimmed();
    m_mail.html = body.html.isEmpty() ? foldQuotes(m_mail.text) : body.html;
    for (qsizetype i = 0; i < m_mail.attachments.size(); ++i) {
        const auto &id = m_mail.attachments[i].contentId;
        if (id.isEmpty())
            continue;
        const auto place = u"<img src=\"attachment:%1\""_s.arg(i);
        m_mail.html.replace(u"<img src=\"cid:"_s + id.toHtmlEscaped() + u'"', place);
        m_mail.html.replace(
            u"<img src=\"cid:"_s + QString::fromLatin1(QUrl::toPercentEncoding(id, "@")).toHtmlEscaped() + u'"', place);
    }
}

Body Collector::walk(GMimeObject *object, int depth)
{
    if (++m_parts > kMostParts)
        return {};
    if (GMIME_IS_MULTIPART(object)) {
        if (depth < kDeepest)
            return multipart(GMIME_MULTIPART(object), depth);
        attachMessage(object);
        return {};
    }
    if (GMIME_IS_MESSAGE_PART(object)) {
        if (auto *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object))) {
            noteReturnedMail(GMIME_OBJECT(inner), m_mail);
            attachMessage(GMIME_OBJECT(inner));
        }
        return {};
    }
    return GMIME_IS_PART(object) ? leaf(GMIME_PART(object)) : Body{};
}

Body Collector::multipart(GMimeMultipart *multipart, int depth)
{
    const bool alternative = typeOf(GMIME_OBJECT(multipart)) == "multipart/alternative";
    Body all;
    QList<Body> bodies;
    const int count = g_mime_multipart_get_count(multipart);
    if (count == 0 && g_mime_multipart_get_prologue(multipart)) // its boundary is nowhere: better raw than nothing
        return {cleanPlain(decodeText(g_mime_multipart_get_prologue(multipart), {})), {}};
    for (int i = 0; i < count; ++i) {
        auto body = walk(g_mime_multipart_get_part(multipart, i), depth + 1);
        if (!body.text.isEmpty() || !body.html.isEmpty())
            bodies << body;
    }
    if (alternative) {
        for (const auto &body : bodies) {
            if (all.text.isEmpty() && body.html.isEmpty())
                all.text = body.text; // the sender's own plain text
            if (!body.html.isEmpty())
                all.html = body.html;
        }
        QString fromHtml;
        for (const auto &body : bodies)
            fromHtml = body.html.isEmpty() ? fromHtml : body.text;
        // "Your program cannot show HTML" is no text.
        if (all.text.trimmed().isEmpty() || (fromHtml.size() > 200 && all.text.size() * 10 < fromHtml.size()))
            all.text = fromHtml;
        return all;
    }
    const bool anyHtml = std::ranges::any_of(bodies, [](const Body &body) { return !body.html.isEmpty(); });
    for (const auto &body : bodies) {
        all.text += (all.text.isEmpty() ? QString() : u"\n\n"_s) + body.text;
        if (anyHtml)
            all.html += asHtml(body);
    }
    return all;
}

Body Collector::leaf(GMimePart *part)
{
    auto *object = GMIME_OBJECT(part);
    const auto type = typeOf(object);
    if (type == "message/delivery-status" || type == "message/global-delivery-status") {
        noteDeliveryStatus(contentOf(part), m_mail);
        return {};
    }
    if (type == "text/rfc822-headers") {
        noteReturnedHeader(contentOf(part), m_mail);
        return {};
    }
    const auto name = fileName(part);
    if (type == "application/ms-tnef" || type == "application/vnd.ms-tnef"
        || name.compare("winmail.dat"_L1, Qt::CaseInsensitive) == 0) {
        Body body;
        addTnef(part, body);
        return body;
    }
    const char *disposition = g_mime_object_get_disposition(object);
    const bool attached = disposition && qstricmp(disposition, "attachment") == 0;
    const bool readable = type == "text/plain" || type == "text/html" || type == "text/enriched"
        || type == "text/richtext" || type == "text";
    if (readable && !attached && (name.isEmpty() || !m_hasText)) {
        m_hasText = true;
        return textOf(part, type);
    }
    attach(part, type);
    return {};
}

Body Collector::textOf(GMimePart *part, const QByteArray &type) const
{
    const auto bytes = contentOf(part);
    auto charset = parameter(GMIME_OBJECT(part), "charset");
    if (type == "text/plain" || type == "text") {
        auto text = cleanPlain(decodeText(bytes, charset));
        if (parameter(GMIME_OBJECT(part), "format").toLower() == "flowed")
            text = unflowed(text, parameter(GMIME_OBJECT(part), "delsp").toLower() == "yes");
        return {text, {}};
    }
    if (charset.isEmpty())
        charset = charsetInHtml(bytes);
    auto clean = cleanHtml(decodeText(bytes, charset));
    return {clean.text, clean.html};
}

void Collector::attach(GMimePart *part, const QByteArray &type)
{
    MailPart attachment;
    attachment.type = safeForDisplay(QString::fromLatin1(type), 100);
    attachment.name = fileName(part);
    if (attachment.name.isEmpty())
        attachment.name = nameFor(attachment.type);
    attachment.content = contentOf(part);
    attachment.contentId = QString::fromUtf8(g_mime_object_get_content_id(GMIME_OBJECT(part))).left(500);
    m_mail.attachments << attachment;
}

void Collector::attachMessage(GMimeObject *object)
{
    MailPart attachment;
    attachment.type = u"message/rfc822"_s;
    const auto subject = GMIME_IS_MESSAGE(object) ? safeForDisplay(wordsOf(object, "Subject"), 100) : QString();
    attachment.name = subject.isEmpty() ? nameFor(attachment.type)
                                        : QString(subject).replace(u'/', u'-').replace(u'\\', u'-') + u".eml"_s;
    attachment.content = written(object);
    m_mail.attachments << attachment;
}

void Collector::addTnef(GMimePart *part, Body &body)
{
    const auto content = readTnef(contentOf(part));
    if (!content.readable || (content.attachments.isEmpty() && content.text.isEmpty())) {
        attach(part, "application/ms-tnef");
        return;
    }
    if (!m_hasText)
        body.text = cleanPlain(content.text);
    for (auto attachment : content.attachments) {
        attachment.name = safeForDisplay(
            attachment.name.mid(std::max(attachment.name.lastIndexOf(u'/'), attachment.name.lastIndexOf(u'\\')) + 1),
            255);
        if (attachment.name.isEmpty())
            attachment.name = nameFor(attachment.type);
        m_mail.attachments << attachment;
    }
}

// A mail whose boundary is not the one it announces, or that announces none: read with the one that its body begins
// with. Empty: that is not what is wrong with it.
QByteArray withBoundaryFound(GMimeObject *root, const QByteArray &bytes)
{
    if (!GMIME_IS_MULTIPART(root) || g_mime_multipart_get_count(GMIME_MULTIPART(root)) > 0)
        return {};
    static const QRegularExpression line(
        u"\\r?\\n\\r?\\n(?:[^\\r\\n]*\\r?\\n){0,20}?--([^\\s\"]{1,70})[ \\t]*\\r?\\n"_s);
    const auto start = QString::fromLatin1(bytes.left(64 << 10));
    const auto match = line.match(start);
    if (!match.hasMatch())
        return {};
    static const QRegularExpression announced(
        u"^Content-Type:"_s, QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    const auto field = announced.match(start);
    if (!field.hasMatch() || field.capturedStart() > match.capturedStart())
        return {};
    const auto at = field.capturedStart();
    return bytes.left(at) + "Content-Type: multipart/mixed; boundary=\"" + match.captured(1).toLatin1()
        + "\"\r\nX-Announced-" + bytes.mid(at);
}

// A mail as a part with all its header. As a message, GMime would read the addresses, the subject and the date too,
// which takes as long as all the rest; we read them ourselves.
Owned<GMimeObject> parsed(const QByteArray &bytes)
{
    initGmime();
    // Some servers leave the line before the header that mailboxes in one file have.
    const auto line = bytes.startsWith("From ") ? bytes.indexOf('\n') + 1 : 0;
    const Owned<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(bytes.constData() + line, size_t(bytes.size() - line)));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    return Owned<GMimeObject>(g_mime_parser_construct_part(parser.get(), nullptr));
}

// The parser follows nested parts by recursion. A mail made to exhaust the stack is read as its header and one lump.
bool isNestedBeyondReason(const QByteArray &bytes)
{
    int count = 0;
    for (qsizetype at = bytes.indexOf("oundary"); at >= 0; at = bytes.indexOf("oundary", at + 7)) {
        if (++count > kBoundaryLimit)
            return true;
    }
    // "message/rfc822" nests without boundaries.
    count = 0;
    for (qsizetype at = bytes.indexOf("essage/"); at >= 0; at = bytes.indexOf("essage/", at + 7)) {
        if (++count > kBoundaryLimit)
            return true;
    }
    return false;
}

// The header alone, without a word of what stands below it.
QByteArray headOfLump(const QByteArray &bytes)
{
    auto end = bytes.indexOf("\r\n\r\n");
    end = end < 0 ? bytes.indexOf("\n\n") : end;
    QByteArray head = "MIME-Version: 1.0\r\n" + bytes.left(end).replace("oundary", "o") + "\r\n\r\n";
    return head.replace("ontent-", "-");
}

} // namespace

ParsedMail parseMail(const QByteArray &bytes)
{
    ParsedMail mail;
    const bool lump = isNestedBeyondReason(bytes);
    const auto root = parsed(lump ? headOfLump(bytes) : bytes);
    if (!root) {
        mail.text = cleanPlain(decodeText(bytes, {}));
        return mail;
    }
    readHeader(root.get(), mail);
    if (lump) {
        mail.attachments << MailPart{u"message.eml"_s, u"message/rfc822"_s, bytes, {}};
    } else {
        const auto mended = withBoundaryFound(root.get(), bytes);
        const auto again = mended.isEmpty() ? nullptr : parsed(mended);
        Collector(mail).collect(again ? again.get() : root.get());
    }
    if (mail.bounce && mail.automatic != ParsedMail::Automatic::Bounce) {
        // A report in a mail that claims to come from a person is taken for what it is.
        mail.automatic = ParsedMail::Automatic::Bounce;
    }
    return mail;
}

ParsedMail parseHead(const QByteArray &header)
{
    ParsedMail mail;
    const auto end = header.indexOf("\r\n\r\n");
    const auto root = parsed(end < 0 ? header + "\r\n\r\n" : header.left(end + 4));
    if (root)
        readHeader(root.get(), mail);
    return mail;
}

ParsedMail parseIds(const QByteArray &header)
{
    ParsedMail mail;
    readIds(header, mail);
    return mail;
}

QString headerField(const QByteArray &mail, const char *name)
{
    const auto root = parsed(mail);
    return root ? wordsOf(root.get(), name) : QString();
}

} // namespace parley::platforms::mail
