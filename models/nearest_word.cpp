// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/nearest_word.h"

#include <QList>

#include <algorithm>
#include <limits>

namespace parley {

namespace {

/// Insertions, deletions, exchanges and swaps of neighbours that lead from one to the other.
qsizetype slipsBetween(QStringView a, QStringView b)
{
    QList<QList<qsizetype>> slips(a.size() + 1, QList<qsizetype>(b.size() + 1, 0));
    for (qsizetype i = 0; i <= a.size(); ++i)
        slips[i][0] = i;
    for (qsizetype j = 0; j <= b.size(); ++j)
        slips[0][j] = j;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype exchange = slips[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            slips[i][j] = std::min({slips[i - 1][j] + 1, slips[i][j - 1] + 1, exchange});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                slips[i][j] = std::min(slips[i][j], slips[i - 2][j - 2] + 1);
        }
    }
    return slips[a.size()][b.size()];
}

} // namespace

QString nearestWord(QStringView typed, const QStringList &known)
{
    constexpr qsizetype longest = 40; // nobody types a longer key word; hostile input must not cost time
    if (typed.isEmpty() || typed.size() > longest)
        return {};
    const QString lower = typed.toString().toLower();
    QString nearest;
    qsizetype fewest = std::numeric_limits<qsizetype>::max();
    for (const QString &word : known) {
        const qsizetype allowed = word.size() <= 4 ? 1 : 2;
        const qsizetype slips = slipsBetween(lower, word);
        if (slips <= allowed && slips < word.size() && slips < fewest) {
            fewest = slips;
            nearest = word;
        }
    }
    return nearest;
}

} // namespace parley
