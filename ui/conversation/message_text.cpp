// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/message_text.h"

#include <QRegularExpression>

#include <array>

namespace parley::ui {

namespace {
constexpr int kMarksPerLetter = 4; ///< Vietnamese needs two, some scripts four

bool turnsDirection(char16_t c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}
} // namespace

QString safeBody(const QString &fromOutside)
{
    QString safe;
    safe.reserve(fromOutside.size());
    int marks = 0;
    for (const QChar c : fromOutside) {
        if (turnsDirection(c.unicode()))
            continue;
        if (c == u'\r' || (c.unicode() < 0x20 && c != u'\n' && c != u'\t') || c.unicode() == 0x7f)
            continue;
        const bool mark = c.category() == QChar::Mark_NonSpacing || c.category() == QChar::Mark_Enclosing;
        marks = mark ? marks + 1 : 0;
        if (marks <= kMarksPerLetter)
            safe += c;
    }
    return safe;
}

Folded foldQuotes(const QString &text)
{
    QStringList lines = text.split(u'\n');
    qsizetype keep = lines.size();
    bool quoted = false;
    while (keep > 0) {
        const QString line = lines.at(keep - 1).trimmed();
        if (line.startsWith(u'>'))
            quoted = true;
        else if (!line.isEmpty())
            break;
        --keep;
    }
    if (!quoted || keep == 0)
        return {.shown = text, .folded = false}; // nothing but a quote: then the quote is the message
    // "On 3 Nov, Ana wrote:", perhaps broken over two lines
    if (lines.at(keep - 1).trimmed().endsWith(u':')) {
        --keep;
        if (keep > 1 && !lines.at(keep - 1).trimmed().isEmpty() && lines.at(keep - 2).trimmed().isEmpty())
            --keep;
    }
    while (keep > 0 && lines.at(keep - 1).trimmed().isEmpty())
        --keep;
    if (keep == 0)
        return {.shown = text, .folded = false};
    return {.shown = lines.mid(0, keep).join(u'\n'), .folded = true};
}

Folded foldHtmlQuotes(const QString &html)
{
    static const QRegularExpression tag(
        QStringLiteral("<(/?)blockquote\\b[^>]*>"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression anyTag(QStringLiteral("<[^>]*>"));
    qsizetype open = -1;
    qsizetype close = -1;
    int depth = 0;
    for (auto tags = tag.globalMatch(html); tags.hasNext();) {
        const auto match = tags.next();
        if (match.capturedLength(1) == 0) {
            if (depth++ == 0)
                open = match.capturedStart();
        } else if (depth > 0) {
            --depth;
            if (depth == 0)
                close = match.capturedEnd();
        }
    }
    if (open < 0 || close < open)
        return {.shown = html, .folded = false};
    const auto words = [](QString part) {
        part.remove(anyTag);
        part.replace(QLatin1StringView("&nbsp;"), QLatin1StringView(" "));
        return !part.trimmed().isEmpty();
    };
    const QString before = html.left(open);
    const QString after = html.mid(close);
    if (words(after) || !words(before))
        return {.shown = html, .folded = false};
    return {.shown = before + after, .folded = true};
}

QList<TextLink> linksIn(const QString &text)
{
    static const QRegularExpression link(QStringLiteral(R"((?:https?://|www\.)[^\s<>"“”«»]+|[\w.+-]+@[\w-]+\.[\w.-]+)"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    QList<TextLink> links;
    for (auto matches = link.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        QString found = match.captured();
        while (!found.isEmpty() && QStringView(u".,;:!?)]}'…").contains(found.back()))
            found.chop(1);
        if (found.isEmpty())
            continue;
        QString target = found;
        if (found.startsWith(QLatin1StringView("www."), Qt::CaseInsensitive))
            target = QStringLiteral("https://") + found;
        else if (!found.contains(QLatin1StringView("://")))
            target = QStringLiteral("mailto:") + found;
        links.append({.start = int(match.capturedStart()), .length = int(found.size()), .target = target});
    }
    return links;
}

QUrl openable(const QString &target)
{
    QUrl url(target.trimmed());
    static const std::array allowed{QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("mailto")};
    for (const QString &scheme : allowed) {
        if (url.isValid() && url.scheme().compare(scheme, Qt::CaseInsensitive) == 0)
            return url;
    }
    return {};
}

QString trueTarget(const QUrl &url)
{
    return safeBody(QString::fromLatin1(url.toEncoded()));
}

bool bringsColours(const QString &html)
{
    static const QRegularExpression colour(
        QStringLiteral("(?:\\bcolor\\s*[:=]|\\bbgcolor\\s*=|background(?:-color)?\\s*:|<font\\b[^>]*color)"),
        QRegularExpression::CaseInsensitiveOption);
    return colour.match(html).hasMatch();
}

} // namespace parley::ui
