// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tokens.h"

#include <QFont>
#include <QString>

#include <memory>
#include <optional>
#include <utility>

class QPainter;

namespace parley::ui {

using TextRange = std::pair<int, int>; ///< of characters, [first, second)

/// A message's text, laid out once for a width. Positions count characters as the painter sees them.
class MessageBody
{
public:
    virtual ~MessageBody() = default;
    [[nodiscard]] virtual QSizeF size() const = 0; ///< no wider than it was asked to be
    virtual void draw(
        QPainter *painter, const QPointF &at, const Tokens &tokens, const std::optional<TextRange> &selected) const = 0;
    [[nodiscard]] virtual int positionAt(const QPointF &point) const = 0; ///< nearest
    [[nodiscard]] virtual QString linkAt(const QPointF &point) const = 0; ///< its target; empty: none
    [[nodiscard]] virtual QString text(const TextRange &range) const = 0;
    [[nodiscard]] virtual TextRange wordAt(int position) const = 0;
    [[nodiscard]] virtual int length() const = 0;
};

/// Plain text: links underlined, everything else as written.
[[nodiscard]] std::unique_ptr<MessageBody> plainBody(
    const QString &text, const QFont &font, qreal width, const Tokens &tokens, bool struckOut);
/// Sanitized HTML. Loads nothing, whatever it names. What is wider than \a width is drawn smaller.
[[nodiscard]] std::unique_ptr<MessageBody> htmlBody(
    const QString &html, const QFont &font, qreal width, const Tokens &tokens);

} // namespace parley::ui
