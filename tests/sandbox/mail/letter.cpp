// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mail/letter.h"

#include <QCryptographicHash>
#include <QHash>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace parley::sandbox {

namespace {

using Table = QHash<QChar, char>;

Table tableFrom(const QString &letters, int first)
{
    Table table;
    for (qsizetype i = 0; i < letters.size(); ++i)
        table.insert(letters.at(i), char(first + i));
    return table;
}

/// RFC 1489: the letters stand in the order of their Latin likenesses.
Table koi8r()
{
    Table table = tableFrom(u"юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ"_s, 0xC0);
    table.insert(u'ё', char(0xA3));
    table.insert(u'Ё', char(0xB3));
    return table;
}

Table windows1251()
{
    Table table = tableFrom(u"АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"_s, 0xC0);
    table.insert({{u'ё', char(0xB8)}, {u'Ё', char(0xA8)}, {u'«', char(0xAB)}, {u'»', char(0xBB)}, {u'№', char(0xB9)},
        {u'–', char(0x96)}, {u'—', char(0x97)}, {u'…', char(0x85)}});
    return table;
}

Table windows1250()
{
    return {{u'č', char(0xE8)}, {u'Č', char(0xC8)}, {u'ć', char(0xE6)}, {u'Ć', char(0xC6)}, {u'š', char(0x9A)},
        {u'Š', char(0x8A)}, {u'ž', char(0x9E)}, {u'Ž', char(0x8E)}, {u'đ', char(0xF0)}, {u'Đ', char(0xD0)},
        {u'–', char(0x96)}, {u'—', char(0x97)}, {u'…', char(0x85)}, {u'€', char(0x80)}, {u'„', char(0x84)},
        {u'“', char(0x93)}, {u'”', char(0x94)}};
}

QString plainLikeness(QChar letter)
{
    static const QHash<QChar, QString> likenesses{{u'—', u"-"_s}, {u'–', u"-"_s}, {u'…', u"..."_s}, {u'«', u"\""_s},
        {u'»', u"\""_s}, {u'“', u"\""_s}, {u'”', u"\""_s}, {u'„', u"\""_s}, {u'№', u"N"_s}, {QChar(0xA0), u" "_s}};
    return likenesses.value(letter, u"?"_s);
}

bool isAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar letter) { return letter.unicode() < 0x80; });
}

/// RFC 2047 encoded words, short enough for a line each.
QByteArray headerText(const QString &text, const QByteArray &charset)
{
    if (isAscii(text))
        return text.toLatin1();
    QByteArray words;
    for (qsizetype i = 0; i < text.size(); i += 20) {
        const QByteArray part = encoded(text.mid(i, 20), charset);
        words += (words.isEmpty() ? "=?" : "\r\n =?") + charset + "?B?" + part.toBase64() + "?=";
    }
    return words;
}

QByteArray mailbox(const QString &name, const QString &address, const QByteArray &charset)
{
    if (name.isEmpty())
        return address.toLatin1();
    return headerText(name, charset) + " <" + address.toLatin1() + ">";
}

QByteArray inLines(const QByteArray &base64)
{
    QByteArray lines;
    for (qsizetype i = 0; i < base64.size(); i += 76)
        lines += base64.mid(i, 76) + "\r\n";
    return lines;
}

QByteArray quotedPrintable(const QByteArray &bytes)
{
    QByteArray result;
    qsizetype column = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = uchar(bytes.at(i));
        if (byte == '\n') {
            result += "\r\n";
            column = 0;
            continue;
        }
        const bool beforeEnd = i + 1 == bytes.size() || bytes.at(i + 1) == '\n';
        const bool plain = byte > 32 && byte < 127 && byte != '=';
        const QByteArray piece = plain || (byte == ' ' && !beforeEnd)
            ? QByteArray(1, char(byte))
            : '=' + QByteArray(1, char(byte)).toHex().toUpper();
        if (column + piece.size() > 75) {
            result += "=\r\n";
            column = 0;
        }
        result += piece;
        column += piece.size();
    }
    return result;
}

QByteArray textPart(const Letter &letter, const QString &text, const QByteArray &subtype)
{
    const QByteArray bytes = encoded(text, letter.charset);
    QByteArray part = "Content-Type: text/" + subtype + "; charset=" + letter.charset + "\r\n";
    switch (letter.coding) {
    case Letter::Coding::QuotedPrintable:
        return part + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + quotedPrintable(bytes) + "\r\n";
    case Letter::Coding::Base64:
        return part + "Content-Transfer-Encoding: base64\r\n\r\n" + inLines(bytes.toBase64());
    case Letter::Coding::EightBit:
        return part + "Content-Transfer-Encoding: 8bit\r\n\r\n" + QByteArray(bytes).replace("\n", "\r\n") + "\r\n";
    }
    return part;
}

QByteArray multipart(const QByteArray &subtype, const QList<QByteArray> &parts)
{
    const QByteArray all = parts.join("");
    const QByteArray boundary =
        "=_" + QCryptographicHash::hash(QByteArray(all + subtype), QCryptographicHash::Sha1).toHex().left(24);
    QByteArray body = "Content-Type: multipart/" + subtype + ";\r\n boundary=\"" + boundary + "\"\r\n\r\n";
    for (const QByteArray &part : parts)
        body += "--" + boundary + "\r\n" + part + "\r\n";
    return body + "--" + boundary + "--\r\n";
}

QByteArray enclosurePart(const Enclosure &enclosure, const QByteArray &charset)
{
    const QByteArray name = headerText(enclosure.name, charset);
    return "Content-Type: " + enclosure.type + "; name=\"" + name + "\"\r\nContent-Disposition: attachment; filename=\""
        + name + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + inLines(enclosure.content.toBase64());
}

} // namespace

QByteArray encoded(const QString &text, const QByteArray &charset)
{
    static const QHash<QByteArray, Table> tables{
        {"koi8-r", koi8r()}, {"windows-1251", windows1251()}, {"windows-1250", windows1250()}};
    const auto table = tables.constFind(charset);
    if (table == tables.constEnd())
        return text.toUtf8();
    QByteArray bytes;
    for (const QChar letter : text) {
        if (letter.unicode() < 0x80)
            bytes += char(letter.unicode());
        else if (const auto known = table->constFind(letter); known != table->constEnd())
            bytes += *known;
        else
            bytes += plainLikeness(letter).toLatin1();
    }
    return bytes;
}

QByteArray compose(const Letter &letter)
{
    QByteArray mail = "From: " + mailbox(letter.fromName, letter.fromAddress, letter.charset) + "\r\n";
    mail += "To: " + mailbox(letter.toName, letter.toAddress, letter.charset) + "\r\n";
    mail += "Subject: " + headerText(letter.subject, letter.charset) + "\r\n";
    mail +=
        "Date: " + QLocale::c().toString(letter.date.toUTC(), u"ddd, d MMM yyyy hh:mm:ss").toLatin1() + " +0000\r\n";
    mail += "Message-ID: " + letter.messageId + "\r\n";
    if (!letter.references.isEmpty()) {
        mail += "In-Reply-To: " + letter.references.last() + "\r\n";
        mail += "References: " + letter.references.join("\r\n ") + "\r\n";
    }
    mail += "MIME-Version: 1.0\r\n";
    QByteArray body = textPart(letter, letter.text, "plain");
    if (!letter.html.isEmpty())
        body = multipart("alternative", {body, textPart(letter, letter.html, "html")});
    if (!letter.enclosures.isEmpty()) {
        QList<QByteArray> parts{body};
        for (const Enclosure &enclosure : letter.enclosures)
            parts.append(enclosurePart(enclosure, letter.charset));
        body = multipart("mixed", parts);
    }
    return mail + body;
}

QByteArray headerOf(const QByteArray &mail, const QByteArray &name)
{
    const QByteArray wanted = name.toLower() + ':';
    QByteArray value;
    bool inside = false;
    for (const QByteArray &raw : mail.split('\n')) {
        const QByteArray line = raw.endsWith('\r') ? raw.chopped(1) : raw;
        if (line.isEmpty())
            break;
        if (inside && (line.startsWith(' ') || line.startsWith('\t'))) {
            value += ' ' + line.trimmed();
            continue;
        }
        if (inside)
            break;
        inside = line.toLower().startsWith(wanted);
        if (inside)
            value = line.mid(wanted.size()).trimmed();
    }
    return value;
}

} // namespace parley::sandbox
