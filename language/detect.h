// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace parley::language {

/// What a text says of its language.
struct Detection {
    QString language; ///< empty: unsure
    QStringList possible; ///< when unsure

    /// \param earlier  what the same person wrote before, empty: not known. It decides only where the text allows it.
    [[nodiscard]] QString after(const QString &earlier) const
    {
        return language.isEmpty() && possible.contains(earlier) ? earlier : language;
    }
};
/// The slow part, which needs to know nothing of what was before. Any thread.
Detection detect(QStringView text);

/// ISO 639-1 of a text; empty when unsure: an unknown language does less harm than a wrong one. Croatian, Bosnian and
/// Serbian in Latin letters are one to us: "hr". Any thread.
QString detectLanguage(QStringView text, const QString &earlier = {});

/// The best guess, however weak, where a wrong one does little harm (choosing a stemmer). Empty only without letters.
QString likeliestLanguage(QStringView text);

} // namespace parley::language
