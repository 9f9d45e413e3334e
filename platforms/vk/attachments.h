// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/batch.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace parley::platforms::vk {

/// One attachment of VK's: a line that says what it is, and its file where there is one.
struct Shown {
    QString line; ///< empty: the file speaks for itself
    std::optional<RemoteAttachment> file; ///< remoteRef is the file's address
    bool known = true; ///< false: a kind that we have never heard of
};

/// \param attachment  {"type":"photo","photo":{…}}
[[nodiscard]] Shown shownAttachment(const QJsonObject &attachment);

/// "📍 …" of a message's geo.
[[nodiscard]] QString placeLine(const QJsonObject &geo);

} // namespace parley::platforms::vk
