// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in one Message of the Bot API, in words that an agent can read. Pure; fed with outside bytes.
#pragma once

#include "models/batch.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace parley::platforms::telegram {

struct Content {
    MessageKind kind = MessageKind::Unsupported;
    QString text;
    QList<RemoteAttachment> attachments;
};

/// Text, pictures, stickers, places, polls … or a service line; Unsupported when there is nothing of these.
[[nodiscard]] Content readContent(const QJsonObject &message);

/// "Anna joined the group": what a service message says; nullopt: it is none
[[nodiscard]] std::optional<QString> serviceLine(const QJsonObject &message);

/// The text with the addresses of its hidden links written behind them: "our shop (https://shop.test)". Offsets are in
/// UTF-16 units; those that point outside are ignored.
[[nodiscard]] QString withLinks(const QString &text, const QJsonArray &entities);

/// A User's or Chat's name as shown.
[[nodiscard]] QString nameOf(const QJsonObject &userOrChat);

/// Seconds as the API has them; milliseconds, as telegram-test-api sends, are known by their size.
[[nodiscard]] Timestamp timeFrom(const QJsonValue &date);

} // namespace parley::platforms::telegram
