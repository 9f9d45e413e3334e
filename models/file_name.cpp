// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/file_name.h"

#include "models/unicode.h"

#include <QMimeDatabase>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace parley {

namespace {

constexpr qsizetype kMostUnits = 120;
constexpr qsizetype kMostBytes = 200; ///< file systems allow 255; leave room for " (2)" and ".part"
constexpr qsizetype kLongestSuffix = 16;

bool isRefusedSomewhere(char32_t code)
{
    constexpr std::u32string_view refused = U"<>:\"|?*/\\";
    return refused.find(code) != std::u32string_view::npos;
}

/// Without anything that is not fit for a name; still of any length.
QString cleaned(QStringView name)
{
    QString out;
    int marks = 0;
    for (unicode::CodePoints points(name); points.hasNext();) {
        const char32_t code = points.next();
        const QChar::Category category = QChar::category(code);
        if (unicode::isControl(code) || category == QChar::Other_Format || QChar::isSurrogate(code))
            continue;
        marks = QChar::isMark(code) ? marks + 1 : 0;
        if (marks > unicode::kMostMarks)
            continue;
        if (isRefusedSomewhere(code))
            out.append(u'_');
        else if (QChar::isSpace(code))
            out.append(u' ');
        else
            out.append(QString::fromUcs4(&code, 1));
    }
    return out;
}

bool isReservedOnWindows(const QString &name)
{
    static const QRegularExpression reserved(
        QStringLiteral("^(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\u00B9\u00B2\u00B3])\\s*(\\..*)?$"),
        QRegularExpression::CaseInsensitiveOption);
    return reserved.match(name).hasMatch();
}

bool fits(QStringView name, qsizetype reserve)
{
    return name.size() + reserve <= kMostUnits && name.toUtf8().size() + reserve <= kMostBytes;
}

/// Shortens what stands before the suffix.
QString bounded(const QString &name)
{
    if (fits(name, 0))
        return name;
    const qsizetype dot = name.lastIndexOf(u'.');
    const bool hasSuffix = dot > 0 && name.size() - dot - 1 <= kLongestSuffix;
    const QString suffix = hasSuffix ? name.mid(dot) : QString();
    QString stem = (hasSuffix ? name.left(dot) : name).left(kMostUnits);
    while (!stem.isEmpty()
        && (!fits(stem, suffix.toUtf8().size()) || stem.back().isHighSurrogate() || stem.back() == u' '
            || stem.back() == u'.'))
        stem.chop(1);
    return stem + suffix;
}

} // namespace

QString safeFileName(const QString &fromOutside)
{
    // The end of a very long name holds the suffix; what stands far before it is of no use.
    constexpr qsizetype enough = 100'000;
    const QStringView view = QStringView(fromOutside).right(enough);
    const qsizetype separator = std::max(view.lastIndexOf(u'/'), view.lastIndexOf(u'\\'));
    QString name = cleaned(view.mid(separator + 1));
    const auto strippable = [](QChar c) { return c == u'.' || c == u' '; };
    const auto first = std::ranges::find_if_not(name, strippable);
    name.remove(0, first - name.begin());
    while (!name.isEmpty() && strippable(name.back()))
        name.chop(1);
    name = bounded(name);
    if (name.isEmpty())
        return QStringLiteral("attachment");
    return isReservedOnWindows(name) ? u'_' + name : name;
}

QString mediaTypeFor(const QString &fileNameFromOutside)
{
    static const QMimeDatabase types;
    return types.mimeTypeForFile(safeFileName(fileNameFromOutside), QMimeDatabase::MatchExtension).name();
}

} // namespace parley
