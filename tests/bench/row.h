// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace parley::bench {

/// A line of the table: what we reach, beside what something well known reaches in the same run on this machine.
struct Row {
    QString name;
    double value = 0;
    QString unit;
    QString yardstickName; ///< empty: there is none
    double yardstick = 0; ///< in the same unit
    QString goal; ///< of DESIGN section 6, in words
    std::optional<bool> reached; ///< unset: nothing to reach
};

/// value / yardstick, or 0 where there is none.
[[nodiscard]] double ratioOf(const Row &row);

void printTable(const QList<Row> &rows);
[[nodiscard]] bool writeJson(const QList<Row> &rows, const QString &path);

/// \param share  0.5 for the median, 0.95, 0.99
[[nodiscard]] double percentile(std::vector<double> samples, double share);

} // namespace parley::bench
