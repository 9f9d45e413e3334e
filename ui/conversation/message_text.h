// SPDX-License-Identifier: GPL-3.0-or-later
// What of a message's text is shown: pure string work, no painting.
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace parley::ui {

/// A body from outside, fit to be shown in several lines: like safeForDisplay(), but line breaks and tabs stay and
/// nothing is cut.
[[nodiscard]] QString safeBody(const QString &fromOutside);

/// A text with what it quotes taken off its end.
struct Folded {
    QString shown;
    bool folded = false; ///< something was taken off
};
[[nodiscard]] Folded foldQuotes(
    const QString &text); ///< trailing lines that begin with ">", and the line that introduces them
[[nodiscard]] Folded foldHtmlQuotes(const QString &html); ///< a trailing <blockquote>

struct TextLink {
    int start = 0; ///< UTF-16 units
    int length = 0;
    QString target;
};
/// Addresses written out in plain text.
[[nodiscard]] QList<TextLink> linksIn(const QString &text);

/// Where a link from outside really leads, if it is one that we open at all (http, https, mailto); else invalid. What
/// the agent is shown is its toDisplayString() with the host in its ASCII form, so that look-alike letters cannot hide.
[[nodiscard]] QUrl openable(const QString &target);
[[nodiscard]] QString trueTarget(const QUrl &url);

/// Does a sanitized HTML message bring colours of its own? Then it is shown on a light sheet.
[[nodiscard]] bool bringsColours(const QString &html);

} // namespace parley::ui
