// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/raw/raw_text.h"

#include <QStringDecoder>

namespace parley::ui {

namespace {

constexpr int kDeepest = 60; ///< further levels are not indented more

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\r' || c == u'\t';
}

/// Characters that would change how the rest of the line is shown are shown by their number.
bool isMisleading(QChar c)
{
    const char16_t u = c.unicode();
    return (u < 0x20 && u != '\n' && u != '\t') || u == 0x7f || (u >= 0x202a && u <= 0x202e)
        || (u >= 0x2066 && u <= 0x2069) || u == 0x200e || u == 0x200f || u == 0x061c;
}

/// What is shown of a text: misleading characters by number, long lines cut.
QString tame(QStringView text, bool &cut)
{
    QString out;
    out.reserve(text.size());
    qsizetype inLine = 0;
    for (const QChar c : text) {
        if (c == u'\r')
            continue;
        inLine = c == u'\n' ? 0 : inLine + 1;
        if (inLine > kRawLongestLine) {
            cut = true;
            if (inLine == kRawLongestLine + 1)
                out += u'…';
        } else if (isMisleading(c)) {
            out += QStringLiteral("⟨U+%1⟩").arg(static_cast<uint>(c.unicode()), 4, 16, QLatin1Char('0'));
        } else {
            out += c;
        }
    }
    return out;
}

QString decoded(const QByteArray &payload, bool &cut)
{
    // A character takes at most four bytes; reading a little more than is shown keeps the end out of sight.
    const qsizetype bytes = kRawShown * 4;
    cut = payload.size() > bytes;
    const QByteArrayView head = QByteArrayView(payload).first(std::min(payload.size(), bytes));
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8(head);
    // A multi-byte character cut at our own bound is no error of the payload.
    const bool isUtf8 = !utf8.hasError();
    return isUtf8 ? text : QString::fromLatin1(head);
}

bool looksLikeJson(QStringView text, const QString &mediaType)
{
    if (mediaType.contains(u"json"))
        return true;
    const QStringView start = text.trimmed();
    return mediaType.isEmpty() && (start.startsWith(u'{') || start.startsWith(u'['));
}

/// Walks over JSON once and puts the line breaks.
class Indenter
{
public:
    explicit Indenter(qsizetype limit)
        : m_limit(limit)
    {
    }

    QString run(QStringView json)
    {
        for (qsizetype i = 0; i < json.size() && m_out.size() < m_limit; ++i) {
            if (m_inString)
                inString(json[i]);
            else if (!isSpace(json[i]))
                outside(json[i], next(json, i + 1));
        }
        return m_out;
    }

private:
    static QChar next(QStringView json, qsizetype from)
    {
        while (from < json.size() && isSpace(json[from]))
            ++from;
        return from < json.size() ? json[from] : QChar();
    }

    void breakLine()
    {
        m_out += u'\n';
        m_out += QString(2 * std::min(m_depth, kDeepest), u' ');
    }

    void inString(QChar c)
    {
        m_out += c;
        if (m_escaped)
            m_escaped = false;
        else if (c == u'\\')
            m_escaped = true;
        else if (c == u'"')
            m_inString = false;
    }

    void outside(QChar c, QChar following)
    {
        if (c == u'{' || c == u'[') {
            m_out += c;
            ++m_depth;
            m_justOpened = true;
            if (following != u'}' && following != u']')
                breakLine();
            else
                return; // {} and [] stay together
        } else if (c == u'}' || c == u']') {
            m_depth = std::max(0, m_depth - 1);
            if (!m_justOpened)
                breakLine();
            m_out += c;
        } else if (c == u',') {
            m_out += c;
            breakLine();
        } else if (c == u':') {
            m_out += QStringLiteral(": ");
        } else {
            m_inString = c == u'"';
            m_out += c;
        }
        m_justOpened = false;
    }

    QString m_out;
    qsizetype m_limit;
    int m_depth = 0;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_justOpened = false;
};

} // namespace

QString indentedJson(QStringView json, qsizetype limit)
{
    return Indenter(limit).run(json);
}

RawText readable(const QByteArray &payload, const QString &mediaType)
{
    RawText raw;
    const QString text = decoded(payload, raw.cut);
    raw.isJson = looksLikeJson(text, mediaType);
    const QString whole = raw.isJson ? indentedJson(text, kRawShown + 1) : text;
    raw.cut = raw.cut || whole.size() > kRawShown;
    QStringView shown = QStringView(whole).first(std::min(whole.size(), kRawShown));
    if (!shown.isEmpty() && shown.back().isHighSurrogate())
        shown.chop(1);
    raw.text = tame(shown, raw.cut);
    return raw;
}

} // namespace parley::ui
