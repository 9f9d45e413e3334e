// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workspace.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace parley::ui {

/// Finds canned responses by what is typed. Everything is prepared once, so that some hundred of them are looked
/// through within a keystroke.
class CannedSearch
{
public:
    void setResponses(QList<CannedResponse> responses);
    [[nodiscard]] const QList<CannedResponse> &responses() const { return m_responses; }

    /// Best first, as places in responses(): short codes that begin with what was typed, codes that hold it, codes that
    /// hold its letters in order, then bodies. Words in any order, the beginning of each is enough; case and accents do
    /// not matter, ё is е, and a text typed on the wrong layout ("ghbdtn") finds its words too. Nothing typed: all, by
    /// code. Nothing but signs typed: none.
    [[nodiscard]] QList<int> find(const QString &typed) const;

private:
    struct Prepared {
        QString code; ///< folded, without spaces
        QString codeWords; ///< folded, a space before each word
        QString words; ///< of code and body, likewise
    };

    [[nodiscard]] static int rank(const Prepared &response, const QStringList &typed); ///< 0: does not fit

    QList<CannedResponse> m_responses; ///< by code
    QList<Prepared> m_prepared;
};

} // namespace parley::ui
