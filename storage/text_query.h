// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed, as an expression of the text index. Nothing typed reaches it unquoted.
#pragma once

#include "models/query.h"

#include <QString>
#include <QStringList>

namespace parley::storage {

struct TextQuery {
    QString expression; ///< empty: the query has no words to look for
    QString excluded; ///< words that must not be there; empty: none
    QStringList forms; ///< of the words looked for, for language::matchRanges()
};

/// The text terms of a query.
[[nodiscard]] TextQuery textQueryOf(const Query &query);
/// Words of which all stand in a name or subject, the last perhaps unfinished. Empty: nothing to look for.
[[nodiscard]] QString nameExpression(const QString &value);

} // namespace parley::storage
