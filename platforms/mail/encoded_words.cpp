// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/encoded_words.h"

#include "platforms/mail/charset.h"

#include <QString>

#include <optional>

namespace parley::platforms::mail {

namespace {

struct Word {
    QByteArray charset;
    QByteArray bytes;
    qsizetype end = 0; ///< behind it
};

QByteArray fromQ(QByteArray text)
{
    text.replace('_', ' ');
    return QByteArray::fromPercentEncoding(text, '=');
}

// "=?charset*lang?B?…?=" at \a begin
std::optional<Word> wordAt(const QByteArray &field, qsizetype begin)
{
    const auto charsetEnd = field.indexOf('?', begin + 2);
    if (charsetEnd < 0 || charsetEnd - begin > 60 || charsetEnd + 2 >= field.size() || field[charsetEnd + 2] != '?')
        return std::nullopt;
    const char encoding = char(field[charsetEnd + 1] & ~0x20);
    const auto end = field.indexOf("?=", charsetEnd + 3);
    if (end < 0 || (encoding != 'B' && encoding != 'Q'))
        return std::nullopt;
    auto charset = field.mid(begin + 2, charsetEnd - begin - 2);
    if (const auto language = charset.indexOf('*'); language >= 0)
        charset.truncate(language);
    const auto text = field.mid(charsetEnd + 3, end - charsetEnd - 3);
    return Word{charset.toLower(), encoding == 'B' ? QByteArray::fromBase64(text) : fromQ(text), end + 2};
}

QByteArray encoded(const QString &text)
{
    return "=?utf-8?B?" + text.toUtf8().toBase64() + "?=";
}

} // namespace

QByteArray withJoinedWords(const QByteArray &field)
{
    QByteArray result;
    qsizetype at = 0;
    while (true) {
        const auto begin = field.indexOf("=?", at);
        auto word = begin < 0 ? std::nullopt : wordAt(field, begin);
        if (begin < 0)
            return result + field.mid(at);
        result += field.mid(at, begin - at);
        if (!word) {
            result += "=?";
            at = begin + 2;
            continue;
        }
        QString text;
        auto run = *word;
        while (true) { // white space between two words does not count
            auto next = run.end;
            while (next < field.size() && (field[next] == ' ' || field[next] == '\t'))
                ++next;
            const auto following = field.mid(next, 2) == "=?" ? wordAt(field, next) : std::nullopt;
            if (following && following->charset == run.charset) {
                run.bytes += following->bytes;
                run.end = following->end;
                continue;
            }
            text += decodeText(run.bytes, run.charset);
            if (!following)
                break;
            run = *following;
        }
        result += encoded(text);
        at = run.end;
    }
}

} // namespace parley::platforms::mail
