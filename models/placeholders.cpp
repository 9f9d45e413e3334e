// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/placeholders.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace parley {

namespace {

/// One pair of braces: {{name}}, {{name|default:"words"}}, {{?what to fill in}}. Names hold no braces and no line ends.
const QRegularExpression &braces()
{
    static const QRegularExpression pattern(
        u"\\{\\{\\s*(?:\\?\\s*(?<asked>[^{}\\n|]+?)|(?<name>[A-Za-z][A-Za-z0-9_.]*)"
        "(?:\\s*\\|\\s*default\\s*:\\s*[\"\u201C](?<default>[^\"\u201D{}\\n]*)[\"\u201D])?)\\s*\\}\\}"_s);
    return pattern;
}

} // namespace

Filled fillIn(const QString &pattern, const QHash<QString, QString> &values)
{
    Filled made;
    qsizetype from = 0;
    for (auto found = braces().globalMatch(pattern); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        made.text += QStringView(pattern).mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        const QString name = match.captured(u"name"_s);
        if (name == "cursor"_L1) {
            if (made.cursor < 0)
                made.cursor = made.text.size();
            continue;
        }
        QString value = values.value(name);
        if (value.isEmpty())
            value = match.captured(u"default"_s);
        if (!value.isEmpty() || match.hasCaptured(u"default"_s)) {
            made.text += value;
            continue;
        }
        const QString asked = name.isEmpty() ? match.captured(u"asked"_s) : name;
        const QString shown = u"{{%1}}"_s.arg(asked);
        made.blanks.append({made.text.size(), shown.size(), asked});
        made.text += shown;
    }
    made.text += QStringView(pattern).mid(from);
    return made;
}

QList<Blank> blanksIn(const QString &text)
{
    static const QRegularExpression blank(u"\\{\\{\\s*\\??\\s*([^{}\\n|]+?)\\s*\\}\\}"_s);
    QList<Blank> found;
    for (auto matches = blank.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        found.append({match.capturedStart(), match.capturedLength(), match.captured(1)});
    }
    return found;
}

} // namespace parley
