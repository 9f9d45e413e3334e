// SPDX-License-Identifier: GPL-3.0-or-later
// How a text that is longer than a platform's messages is cut. One rule for the connectors that send it and for the
// composer that shows the agent beforehand where it will be cut.
#pragma once

#include "models/capabilities.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace parley {

/// How long a platform finds a text: in its own unit.
[[nodiscard]] qsizetype textLength(QStringView text, Capabilities::TextUnit unit);

/// Where a piece stands in the whole text, in UTF-16 units.
struct TextPiece {
    qsizetype position = 0;
    qsizetype length = 0;
    friend bool operator==(const TextPiece &, const TextPiece &) = default;
};

/// The pieces of at most \a limit units each: cut between paragraphs, else lines, sentences, words, and never inside a
/// character as a person counts them (only one that is longer than a whole message is cut, and even then no surrogate
/// pair). The space around a piece belongs to none. A text of space alone has no piece.
/// \param limit  at least 1; a single code point is never cut, even where it is longer
[[nodiscard]] QList<TextPiece> piecesOf(
    QStringView text, int limit, Capabilities::TextUnit unit = Capabilities::TextUnit::Utf16Units);

/// The same pieces as texts.
[[nodiscard]] QStringList splitText(
    const QString &text, int limit, Capabilities::TextUnit unit = Capabilities::TextUnit::Utf16Units);

} // namespace parley
