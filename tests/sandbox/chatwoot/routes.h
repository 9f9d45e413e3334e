// SPDX-License-Identifier: GPL-3.0-or-later
// Which call a request is. The names stand in Call::method and in bad days.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace parley::sandbox {

struct ChatRoute {
    QString name; ///< "conversations", "send", "public_send" …
    QStringList captured; ///< what stands in the path, in order; the account first in the agents' API
    bool needsAgent = false; ///< a token is asked for
};

/// \return nothing: there is no such route
[[nodiscard]] std::optional<ChatRoute> chatRoute(const QByteArray &verb, const QString &path);

} // namespace parley::sandbox
