// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/charset.h"

#include <QStringDecoder>

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace parley::platforms::mail {

namespace {

bool isHigh(char c)
{
    return static_cast<unsigned char>(c) >= 0x80;
}

std::optional<QString> fromUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

struct Iconv {
    explicit Iconv(const char *from)
        : handle(g_mime_iconv_open("UTF-8", from))
    {
    }
    ~Iconv()
    {
        if (valid())
            g_mime_iconv_close(handle);
    }
    Iconv(const Iconv &) = delete;
    Iconv &operator=(const Iconv &) = delete;
    [[nodiscard]] bool valid() const
    {
        return handle != reinterpret_cast<iconv_t>(-1); // NOLINT(performance-no-int-to-ptr): what iconv_open() says
    }

    iconv_t handle;
};

struct Converted {
    QString text;
    int broken = 0; ///< bytes that the charset does not have
};

// What senders write and what they mean: browsers and mail programs write the supersets under the small names.
QByteArray meant(const QByteArray &declared)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 14> names{{
        {"gb2312", "gb18030"},
        {"gbk", "gb18030"},
        {"x-gbk", "gb18030"},
        {"hz-gb-2312", "hz"},
        {"iso-8859-1", "windows-1252"},
        {"latin1", "windows-1252"},
        {"iso8859-1", "windows-1252"},
        {"shift_jis", "cp932"},
        {"ks_c_5601-1987", "cp949"},
        {"euc-kr", "cp949"},
        {"big5", "big5-hkscs"},
        {"koi8r", "koi8-r"},
        {"win-1251", "windows-1251"},
        {"x-cp1251", "windows-1251"},
    }};
    QByteArray name = declared.trimmed().toLower();
    name.replace('"', "");
    const auto found = std::ranges::find(
        names, std::string_view(name.constData(), size_t(name.size())), [](const auto &pair) { return pair.first; });
    return found == names.end() ? name : QByteArray(found->second.data(), qsizetype(found->second.size()));
}

std::optional<Converted> convert(const QByteArray &bytes, const QByteArray &charset)
{
    // A charset's name comes from outside: iconv_open() would take "UTF-8//IGNORE" as an instruction.
    if (charset.isEmpty() || charset.size() > 40 || charset.contains('/') || charset.contains(','))
        return std::nullopt;
    const Iconv iconv(charset.constData());
    if (!iconv.valid())
        return std::nullopt;
    Converted result;
    QByteArray utf8;
    QByteArray chunk(16'384, Qt::Uninitialized);
    auto *in = const_cast<char *>(bytes.constData()); // g_iconv() does not write to it
    size_t left = size_t(bytes.size());
    while (left > 0) {
        char *out = chunk.data();
        size_t room = size_t(chunk.size());
        const size_t done = ::iconv(iconv.handle, &in, &left, &out, &room);
        const int why = errno;
        utf8.append(chunk.constData(), chunk.size() - qsizetype(room));
        if (done != size_t(-1) || why == E2BIG)
            continue;
        // EILSEQ, or EINVAL for a sequence cut off at the end: mark it and go on behind it.
        utf8.append("\xEF\xBF\xBD");
        ++result.broken;
        ++in;
        --left;
    }
    char *out = chunk.data();
    size_t room = size_t(chunk.size());
    ::iconv(iconv.handle, nullptr, nullptr, &out, &room); // what a stateful charset still holds
    utf8.append(chunk.constData(), chunk.size() - qsizetype(room));
    result.text = QString::fromUtf8(utf8);
    return result;
}

struct Shape {
    int high = 0;
    int inLongRuns = 0; ///< high bytes standing with two or more others
    int evenRuns = 0;
    int runs = 0;
    int below = 0; ///< 0x80..0xBF but ё
    int upperHalf = 0; ///< 0xC0..0xDF: capitals in windows-1251, small letters in koi8-r
    int lowerHalf = 0; ///< 0xE0..0xFF: the other way round
    std::array<int, 256> count{};
};

Shape shapeOf(const QByteArray &bytes)
{
    Shape shape;
    int run = 0;
    const auto endRun = [&shape, &run] {
        if (run == 0)
            return;
        ++shape.runs;
        shape.evenRuns += run % 2 == 0;
        if (run >= 3)
            shape.inLongRuns += run;
        run = 0;
    };
    const auto looked = std::min<qsizetype>(bytes.size(), 65'536); // enough to tell
    for (qsizetype i = 0; i < looked; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (byte < 0x80) {
            endRun();
            continue;
        }
        ++run;
        ++shape.high;
        ++shape.count[byte];
        if (byte < 0xC0)
            shape.below += byte != 0xA8 && byte != 0xB8 && byte != 0xA3 && byte != 0xB3;
        else
            ++(byte < 0xE0 ? shape.upperHalf : shape.lowerHalf);
    }
    endRun();
    return shape;
}

bool looksCyrillic(const Shape &shape)
{
    return shape.high >= 4 && shape.inLongRuns * 10 >= shape.high * 6 && shape.below * 10 < shape.high;
}

QByteArray guess(const Shape &shape)
{
    if (looksCyrillic(shape))
        return shape.lowerHalf >= shape.upperHalf ? "windows-1251" : "koi8-r";
    // Chinese goes in pairs, and half of each pair falls anywhere from 0xA1.
    if (shape.high >= 4 && shape.inLongRuns * 10 >= shape.high * 6 && shape.evenRuns * 10 >= shape.runs * 8)
        return "gb18030";
    const auto seen = [&shape](std::initializer_list<int> bytes) {
        return std::ranges::any_of(bytes, [&shape](int byte) { return shape.count[size_t(byte)] > 0; });
    };
    // š ž đ ć ł and their capitals, which western text does not have at these places
    const bool central = seen({0x8A, 0x8C, 0x8E, 0x9A, 0x9C, 0x9E, 0xB3, 0xB9, 0xBE, 0xD0, 0xE6, 0xF0});
    const bool western = seen({0xE0, 0xEA, 0xF1, 0xF2, 0xF9, 0xFB, 0xE5});
    const bool eWithCaron = seen({0xE8, 0xC8}); // č, or è
    return (central || eWithCaron) && !western ? "windows-1250" : "windows-1252";
}

bool isLatinClaim(const QByteArray &charset)
{
    return charset.isEmpty() || charset == "us-ascii" || charset == "ascii" || charset == "windows-1252"
        || charset == "utf-8" || charset == "utf8" || charset == "unknown-8bit" || charset == "x-unknown"
        || charset == "8bit";
}

} // namespace

QByteArray guessCharset(const QByteArray &bytes)
{
    return guess(shapeOf(bytes));
}

QString decodeText(const QByteArray &bytes, const QByteArray &declared)
{
    const auto charset = meant(declared);
    const bool escapes = charset.startsWith("iso-2022") || charset.startsWith("utf-7") || charset == "hz"
        || charset.startsWith("utf-16") || charset.startsWith("utf-32");
    if (!escapes) {
        if (std::ranges::none_of(bytes, isHigh))
            return QString::fromLatin1(bytes);
        if (auto text = fromUtf8(bytes))
            return *text;
    }
    const auto shape = shapeOf(bytes);
    auto guessed = guess(shape);
    if (!isLatinClaim(charset) || (charset == "windows-1252" && !looksCyrillic(shape))) {
        // The two Cyrillic charsets mistaken for each other show small letters as capitals.
        const bool swapped = looksCyrillic(shape) && shape.high >= 20
            && (charset == "koi8-r" || charset == "windows-1251") && charset != guessed
            && std::max(shape.upperHalf, shape.lowerHalf) > 3 * std::min(shape.upperHalf, shape.lowerHalf);
        auto claimed = swapped ? std::nullopt : convert(bytes, charset);
        if (claimed && (claimed->broken == 0 || claimed->broken * 20 < bytes.size()))
            return claimed->text;
    }
    // Mostly UTF-8 with a few broken places (cut in the middle of a character) is still UTF-8.
    if (charset == "utf-8" || charset == "utf8") {
        const auto text = QString::fromUtf8(bytes);
        if (text.count(QChar::ReplacementCharacter) * 20 < text.size())
            return text;
    }
    const auto text = convert(bytes, guessed);
    return text ? text->text : QString::fromLatin1(bytes);
}

} // namespace parley::platforms::mail
