// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

#include <cstdlib>

namespace parley::fuzz {

/// Aborts on sanitized HTML that still runs, loads or asks for something. What the sanitizer writes is regular (names
/// in lower case, values in double quotes), so reading it takes two expressions; anything irregular is a failure too.
inline void mustBeHarmless(const QString &html)
{
    static const QRegularExpression tag(QStringLiteral("<(/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:=\"[^\"<>]*\")?)*) ?/?>"));
    static const QRegularExpression attribute(QStringLiteral(" ([a-z-]+)(?:=\"([^\"]*)\")?"));
    static const QRegularExpression runs(
        QStringLiteral("^(script|style|iframe|object|embed|form|input|button|svg|math|link|meta|base|audio|video)$"));
    qsizetype at = 0;
    while ((at = html.indexOf(u'<', at)) >= 0) {
        const auto found =
            tag.match(html, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!found.hasMatch() || runs.match(found.captured(2)).hasMatch())
            std::abort();
        auto attributes = attribute.globalMatch(found.captured(3));
        while (attributes.hasNext()) {
            const auto pair = attributes.next();
            const QString name = pair.captured(1);
            const QString value = pair.captured(2).trimmed().toLower();
            const bool loads = name == QLatin1String("src") && !value.startsWith(QLatin1String("cid:"))
                && !value.startsWith(QLatin1String("attachment:"));
            const bool leads = name == QLatin1String("href") && !value.startsWith(QLatin1String("http"))
                && !value.startsWith(QLatin1String("mailto:")) && !value.startsWith(QLatin1String("tel:"));
            const bool hides = name == QLatin1String("style")
                && (value.contains(QLatin1String("url")) || value.contains(QLatin1String("expression")));
            if (name.startsWith(QLatin1String("on")) || name == QLatin1String("srcset")
                || name == QLatin1String("background") || loads || leads || hides)
                std::abort();
        }
        at = found.capturedEnd();
    }
}

} // namespace parley::fuzz
