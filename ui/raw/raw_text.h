// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace parley::ui {

/// A payload made readable. Built in time and memory bounded by the limits below, whatever the payload.
struct RawText {
    QString text;
    bool isJson = false;
    bool cut = false; ///< not all of it is shown
};

inline constexpr qsizetype kRawShown = 400'000; ///< characters
inline constexpr qsizetype kRawHighlighted = 120'000; ///< characters; highlighting costs far more than showing
inline constexpr qsizetype kRawLongestLine = 5'000; ///< characters: a text view lays out a line at once

/// \param mediaType  "application/json" is put on lines of their own, all else is shown as it is
[[nodiscard]] RawText readable(const QByteArray &payload, const QString &mediaType);

/// JSON with a line for each value, its values, order and spelling untouched; broken JSON is followed as far as it
/// goes.
[[nodiscard]] QString indentedJson(QStringView json, qsizetype limit);

} // namespace parley::ui
