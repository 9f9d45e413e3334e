// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <optional>
#include <utility>

namespace parley {

/// An enum's words in JSON, queries and the cache: one table read in both directions.
template <typename Enum, size_t N>
struct Words {
    std::array<std::pair<Enum, std::u16string_view>, N> table;

    [[nodiscard]] QString wordFor(Enum value) const
    {
        for (const auto &[candidate, word] : table) {
            if (candidate == value)
                return QStringView(word).toString();
        }
        return {};
    }

    [[nodiscard]] std::optional<Enum> valueOf(QStringView word) const
    {
        for (const auto &[candidate, spelling] : table) {
            if (word.compare(QStringView(spelling), Qt::CaseInsensitive) == 0)
                return candidate;
        }
        return std::nullopt;
    }
};

} // namespace parley
