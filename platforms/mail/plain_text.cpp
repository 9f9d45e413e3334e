// SPDX-License-Identifier: GPL-3.0-or-later
#include "platforms/mail/plain_text.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parley::platforms::mail {

namespace {

constexpr int kDeepestQuote = 10;

// Behind such a line everything is an earlier mail. English, German, Russian, Croatian, Spanish, French, Italian,
// Polish.
bool beginsOriginal(const QString &line)
{
    static const QRegularExpression rule(
        u"^\\s*-{2,}\\s*(original message|ursprüngliche nachricht|исходное сообщение|пересылаемое сообщение|izvorna "
        u"poruka|"
        "mensaje original|message d.origine|messaggio originale|wiadomość oryginalna|forwarded message|reply above this line)\\s*-{2,}\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return line.size() < 120 && line.contains("--"_L1) && rule.match(line).hasMatch();
}

// "On Mon, 3 Nov 2025 Ann wrote:" in any language: a line with a number or an address that ends in a colon.
bool isAttribution(const QString &line)
{
    static const QRegularExpression hint(u"[0-9@]"_s);
    return line.size() < 400 && line.trimmed().endsWith(u':') && line.contains(hint);
}

int quoteDepth(QStringView line)
{
    int depth = 0;
    for (const QChar c : line) {
        if (c == u'>')
            ++depth;
        else if (c != u' ')
            break;
    }
    return std::min(depth, kDeepestQuote);
}

QString withoutMarks(const QString &line)
{
    qsizetype at = 0;
    while (at < line.size() && (line[at] == u'>' || (line[at] == u' ' && line.indexOf(u'>', at) == at + 1)))
        ++at;
    if (at < line.size() && line[at] == u' ')
        ++at;
    return line.mid(at);
}

QString linked(const QString &line)
{
    static const QRegularExpression address(u"https?://[^\\s<>\"]+[^\\s<>\".,;:!?)\\]]"_s);
    QString html;
    qsizetype at = 0;
    for (auto matches = address.globalMatch(line); matches.hasNext();) {
        const auto match = matches.next();
        html += line.mid(at, match.capturedStart() - at).toHtmlEscaped();
        const auto escaped = match.captured().toHtmlEscaped();
        html += u"<a href=\"%1\" title=\"%1\">%1</a>"_s.arg(escaped);
        at = match.capturedEnd();
    }
    return html + line.mid(at).toHtmlEscaped();
}

} // namespace

QString foldQuotes(const QString &text)
{
    const auto lines = text.split(u'\n');
    QList<int> depths;
    bool behindOriginal = false;
    for (const auto &line : lines) {
        behindOriginal = behindOriginal || beginsOriginal(line);
        depths << (behindOriginal ? std::max(1, quoteDepth(line)) : quoteDepth(line));
    }
    if (std::ranges::none_of(depths, [](int depth) { return depth > 0; }))
        return {};
    // The attribution before a quote (with at most one empty line between) goes with it.
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (depths[i] == 0 || depths[i - 1] != 0)
            continue;
        auto before = i - 1;
        if (lines[before].trimmed().isEmpty() && before > 0)
            --before;
        if (isAttribution(lines[before]))
            std::fill(depths.begin() + before, depths.begin() + i, 1);
    }
    QString html;
    int depth = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool sameBlock = depths[i] == depth;
        for (; depth < depths[i]; ++depth)
            html += u"<blockquote class=\"parley-quote\">"_s;
        for (; depth > depths[i]; --depth)
            html += u"</blockquote>"_s;
        if (sameBlock && i > 0)
            html += u"<br>"_s;
        html += linked(depth > 0 ? withoutMarks(lines[i]) : lines[i]);
    }
    for (; depth > 0; --depth)
        html += u"</blockquote>"_s;
    return html;
}

} // namespace parley::platforms::mail
