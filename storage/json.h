// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capabilities.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

namespace parley::storage {

/// Compact; an empty object is an empty text.
[[nodiscard]] QString toText(const QJsonObject &object);
/// An empty object where the text is none.
[[nodiscard]] QJsonObject objectFrom(const QString &text);

[[nodiscard]] QJsonObject toJson(const Capabilities &capabilities);
/// Fields that are missing keep their default: an older row lacks newer ones.
[[nodiscard]] Capabilities capabilitiesFrom(const QJsonObject &json);

[[nodiscard]] QJsonObject toJson(const QMap<QString, QString> &settings);
[[nodiscard]] QMap<QString, QString> settingsFrom(const QJsonObject &json);

} // namespace parley::storage
