// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canned/canned_search.h"

#include "language/keyboard_layout.h"
#include "language/search_words.h"

#include <algorithm>
#include <utility>

namespace parley::ui {

namespace {

constexpr qsizetype kSearchedBody = 8'000; ///< UTF-16 units
constexpr int kLayoutSlip = 1; ///< taken off what fits on the other layout only

QStringList wordsOf(const QString &typed)
{
    return language::fold(typed).split(u' ', Qt::SkipEmptyParts);
}

bool holdsInOrder(const QString &code, const QString &letters)
{
    qsizetype from = 0;
    return std::ranges::all_of(letters, [&](QChar letter) {
        const qsizetype at = code.indexOf(letter, from);
        from = at + 1;
        return at >= 0;
    });
}

bool beginAllIn(const QString &words, const QStringList &typed)
{
    return std::ranges::all_of(typed, [&](const QString &word) { return words.contains(QString(u' ' + word)); });
}

} // namespace

void CannedSearch::setResponses(QList<CannedResponse> responses)
{
    std::ranges::stable_sort(responses, [](const CannedResponse &left, const CannedResponse &right) {
        return QString::compare(left.shortCode, right.shortCode, Qt::CaseInsensitive) < 0;
    });
    m_responses = std::move(responses);
    m_prepared.clear();
    m_prepared.reserve(m_responses.size());
    for (const CannedResponse &response : std::as_const(m_responses)) {
        const QString code = language::fold(response.shortCode);
        const QString words = u' ' + code + u' ' + language::fold(response.text.left(kSearchedBody));
        m_prepared.append({QString(code).remove(u' '), u' ' + code, words});
    }
}

int CannedSearch::rank(const Prepared &response, const QStringList &typed)
{
    const QString joined = typed.join(QString());
    if (joined.isEmpty())
        return 0;
    if (response.code == joined)
        return 12;
    if (response.code.startsWith(joined))
        return 10;
    if (beginAllIn(response.codeWords, typed) || response.code.contains(joined))
        return 8;
    if (joined.size() > 1 && holdsInOrder(response.code, joined))
        return 6;
    return beginAllIn(response.words, typed) ? 4 : 0;
}

QList<int> CannedSearch::find(const QString &typed) const
{
    QList<int> found;
    if (typed.trimmed().isEmpty()) {
        for (int at = 0; at < int(m_responses.size()); ++at)
            found.append(at);
        return found;
    }
    const QStringList words = wordsOf(typed);
    const QStringList slip = wordsOf(language::otherLayout(typed));
    QList<std::pair<int, int>> ranked; // minus the rank, place: best first, by code where they are equal
    for (int at = 0; at < int(m_prepared.size()); ++at) {
        const int best = std::max(rank(m_prepared.at(at), words), rank(m_prepared.at(at), slip) - kLayoutSlip);
        if (best > 0)
            ranked.append({-best, at});
    }
    std::ranges::sort(ranked);
    for (const auto &[rank, at] : std::as_const(ranked))
        found.append(at);
    return found;
}

} // namespace parley::ui
