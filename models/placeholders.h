// SPDX-License-Identifier: GPL-3.0-or-later
// Blanks in canned responses and macros: {{customer.first_name|default:"friend"}}, {{?order number}}, {{cursor}}.
#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace parley {

/// What of a template is to be filled in by hand still.
struct Blank {
    qsizetype position = 0; ///< in the filled text, in UTF-16 units
    qsizetype length = 0;
    QString name; ///< "order number", "customer.first_name"
    friend bool operator==(const Blank &, const Blank &) = default;
};

struct Filled {
    QString text;
    QList<Blank> blanks; ///< in order; each stands in the text as its name in braces, "{{order number}}"
    qsizetype cursor = -1; ///< where {{cursor}} stood; -1: at the end
};

/// \param values  by name: customer.name, customer.first_name, customer.last_name, customer.email, customer.phone,
///                agent.name, agent.first_name, ticket.id, ticket.subject, account.name. Missing or empty: the blank's
///                own default, else it stays a blank. Unclosed braces and what is no name stand as they were written.
[[nodiscard]] Filled fillIn(const QString &pattern, const QHash<QString, QString> &values);

/// What looks like a blank in a text. An agent may mean braces: only those whose names fillIn() gave are blanks.
[[nodiscard]] QList<Blank> blanksIn(const QString &text);

} // namespace parley
