// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/placeholders.h"

#include <QSet>
#include <QString>
#include <QSyntaxHighlighter>

class QPlainTextEdit;

namespace parley::ui {

/// Marks what of an inserted response is still to be filled in. Only blanks with the names given are meant: an agent
/// may write braces of his own.
class BlankHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit BlankHighlighter(QPlainTextEdit &field);

    void setNames(const QSet<QString> &names);
    [[nodiscard]] QList<Blank> blanks() const; ///< of the whole text, in order

protected:
    void highlightBlock(const QString &text) override;

private:
    [[nodiscard]] QList<Blank> ours(const QString &text) const;

    QPlainTextEdit &m_field;
    QSet<QString> m_names;
};

} // namespace parley::ui
