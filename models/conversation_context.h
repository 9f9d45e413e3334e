// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/time.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace parley {

/// What a conversation is about, shown as a card above it: the post under which people comment, the form that a
/// signed-out visitor filled in. Everything in it is text from outside.
struct ConversationContext {
    /// One line of the card, such as "Category: lost password".
    struct Fact {
        QString label;
        QString value;
        friend bool operator==(const Fact &, const Fact &) = default;
    };

    QString title; ///< "Post of 12 May", "Product: kettle"; translated by the connector where it is our own word
    QString author;
    QString text; ///< plain
    QString url; ///< https page of it, for the browser; empty: none
    std::optional<Timestamp> time;
    QList<Fact> facts;

    [[nodiscard]] bool isEmpty() const
    {
        return title.isEmpty() && author.isEmpty() && text.isEmpty() && url.isEmpty() && !time && facts.isEmpty();
    }
    friend bool operator==(const ConversationContext &, const ConversationContext &) = default;
};

/// The form in which the cache and `parley show --json` keep it; an empty one is an empty object.
[[nodiscard]] QJsonObject toJson(const ConversationContext &context);
/// Reads what toJson() wrote; what is missing or of another type stays empty.
[[nodiscard]] ConversationContext contextFrom(const QJsonObject &json);

} // namespace parley
