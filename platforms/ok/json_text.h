// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>

#include <optional>

namespace parley::platforms::ok {

/// The same JSON with every number under a key "seq" written as text: such a number is larger than 2^53 and may be
/// larger than 2^63, and no reader of JSON must get the chance to round it. What is no JSON comes back as it was.
[[nodiscard]] QByteArray withSeqAsText(const QByteArray &json);

/// An answer's body as a value, seq as text. Null for "null", which is a valid empty answer; nullopt: no JSON.
[[nodiscard]] std::optional<QJsonValue> readJson(const QByteArray &body);

} // namespace parley::platforms::ok
