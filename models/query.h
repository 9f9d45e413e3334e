// SPDX-License-Identifier: GPL-3.0-or-later
// The query language, the same in the window and on the command line:
//   is:open is:unanswered from:vk assignee:me tag:refund lang:ru before:2026-11-01 has:attachment "exact words" -spam
//   возврат
#pragma once

#include "models/result.h"
#include "models/time.h"

#include <QList>
#include <QString>
#include <QStringView>

namespace parley {

struct QueryTerm {
    enum class Field {
        Text, ///< a word; with phrase set, words in this order
        Is, ///< open pending snoozed resolved unanswered answered unread read mine unassigned held failed muted
        From, ///< platform id or account name
        Assignee, ///< a name, me or none
        Team, ///< a name or none
        Tag,
        Language,
        Priority,
        Contact, ///< part of the customer's name or handle
        Subject,
        Has, ///< attachment, note, draft
        Before, ///< updated before this day or moment
        After,
        Ticket, ///< #1041
    };

    Field field = Field::Text;
    QString value; ///< lower case for keyword fields; as typed for text
    Timestamp time{}; ///< Before, After
    bool negated = false;
    bool phrase = false;
    bool prefix = false; ///< the last word while it is being typed
    qsizetype position = 0; ///< where the term stands in the input, in UTF-16 units, for the highlighter
    qsizetype length = 0;

    friend bool operator==(const QueryTerm &, const QueryTerm &) = default;
};

struct Query {
    QList<QueryTerm> terms; ///< all must hold

    [[nodiscard]] bool isEmpty() const { return terms.isEmpty(); }
    [[nodiscard]] bool hasText() const;
};

/// Reads what a person typed. An unknown key or value is an Error of kind Rejected whose words name the term and the
/// mend
/// ("“is:opne” is not known. Did you mean is:open?"); a key that nobody knows and that looks like text (12:30, a URL)
/// is taken as text. An unclosed quote runs to the end. Never crashes on any input: it is fuzzed.
/// \param now  what relative days ("today", "yesterday", "7d") are counted from, local calendar
[[nodiscard]] Result<Query> parseQuery(QStringView input, Timestamp now);

} // namespace parley
