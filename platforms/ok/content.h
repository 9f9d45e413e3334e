// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in one message, in words that an agent can read. Pure; fed with outside bytes.
#pragma once

#include "models/batch.h"

#include <QJsonArray>
#include <QJsonObject>

namespace parley::platforms::ok {

struct Content {
    MessageKind kind = MessageKind::Unsupported;
    QString text;
    QList<RemoteAttachment> attachments;
    QStringList unknown; ///< types of attachments that nobody knows
};

/// Text, pictures, files, places, calls …; Unsupported when there is nothing of these.
[[nodiscard]] Content readContent(const QJsonObject &message);

/// The attachments whether they come as a list, as one object, or under the singular's name.
[[nodiscard]] QJsonArray attachmentsIn(const QJsonObject &message);

/// Milliseconds; seconds, which older answers have, are known by their size. Never negative.
[[nodiscard]] Timestamp timeFrom(const QJsonValue &time);

} // namespace parley::platforms::ok
